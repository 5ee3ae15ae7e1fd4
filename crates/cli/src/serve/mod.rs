//! Serves a finished site on this machine, the way a good static host would.
//!
//! For looking at a site before it is published, and for testing it: files are compressed, names by content are cached
//! for ever and pages never, unknown addresses get 404.html, and the site may stand under a prefix. It listens on the
//! loopback address only, so nobody else on the network sees it.

mod pack;
mod reload;

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::Router;
use axum::body::HttpBody as _;
use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS};
use axum::http::{HeaderValue, StatusCode, Uri};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse as _, Redirect, Response};
use pack::{Effort, Packed};
pub use reload::Reload;
use tokio::runtime::Runtime;
use tower_http::services::{ServeDir, ServeFile};

use crate::site;

/// Why a site could not be served.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// There is no site in the folder.
    #[error("{} holds no site (it has no index.html); build one first", .0.display())]
    NoSite(PathBuf),
    /// The path to serve under has a wrong form.
    #[error(
        "`{0}` cannot be a base path; it starts and ends with / and has letters, digits, - and _ between, such as /arsip/"
    )]
    Base(String),
    /// The port is taken or may not be used.
    #[error("port {port} of this machine cannot be used: {source}; choose another with --port")]
    Port {
        /// The port asked for.
        port: u16,
        /// What the system said.
        source: io::Error,
    },
    /// The server could not be started.
    #[error("the server could not be started: {0}")]
    Start(io::Error),
}

/// Is told of each answer: the path asked for, and how many bytes its body has as sent.
pub type Watch = Arc<dyn Fn(&str, u64) + Send + Sync>;

/// A server at work; it stops, and closes every connection, when this is dropped.
#[derive(Debug)]
pub struct Server {
    runtime: Option<Runtime>,
    address: SocketAddr,
    base: String,
}

impl Server {
    /// Starts to serve the site in `folder` under the path `base` (`/` or such as `/arsip/`) of a port of the loopback
    /// address; 0 takes any free port.
    ///
    /// # Errors
    /// There is no site, the path has a wrong form, or the port cannot be used.
    pub fn start(folder: &Path, port: u16, base: &str) -> Result<Self, ServeError> {
        Self::start_watched(folder, port, base, None)
    }

    /// The same with someone who watches, for measuring: what is sent is compressed as hosts do that do so beforehand.
    ///
    /// # Errors
    /// As [`Server::start`].
    pub fn start_watched(folder: &Path, port: u16, base: &str, watch: Option<Watch>) -> Result<Self, ServeError> {
        let effort = if watch.is_some() { Effort::Best } else { Effort::Quick };
        let mut router = router(folder, base, effort, None)?;
        if let Some(watch) = watch {
            router = router.layer(middleware::from_fn_with_state(watch, tell));
        }
        Self::serve(folder, router, port, base)
    }

    /// The same for a site that is worked on: browsers keep nothing of it, and let go of what they kept of another site that
    /// was served on the same port.
    ///
    /// # Errors
    /// As [`Server::start`].
    pub fn start_forgetting(folder: &Path, port: u16, base: &str) -> Result<Self, ServeError> {
        let router = router(folder, base, Effort::Quick, None)?;
        Self::serve(folder, router.layer(middleware::from_fn(forget)), port, base)
    }

    /// The same for a site that is built again and again: open pages load themselves anew when `reload` says so.
    ///
    /// # Errors
    /// As [`Server::start`].
    pub fn start_live(folder: &Path, port: u16, base: &str, reload: Reload) -> Result<Self, ServeError> {
        Self::serve(folder, router(folder, base, Effort::Quick, Some(reload))?, port, base)
    }

    fn serve(folder: &Path, router: Router, port: u16, base: &str) -> Result<Self, ServeError> {
        if !folder.join("index.html").is_file() {
            return Err(ServeError::NoSite(folder.to_owned()));
        }
        let runtime = Runtime::new().map_err(ServeError::Start)?;
        let listener =
            TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|source| ServeError::Port { port, source })?;
        let address = listener.local_addr().map_err(ServeError::Start)?;
        // Nothing here waits, so a server can also be started from asynchronous code.
        listener.set_nonblocking(true).map_err(ServeError::Start)?;
        let entered = runtime.enter();
        let listener = tokio::net::TcpListener::from_std(listener).map_err(ServeError::Start)?;
        drop(entered);
        runtime.spawn(async move { axum::serve(listener, router).await });
        Ok(Self { runtime: Some(runtime), address, base: base.to_owned() })
    }

    /// The address of the site's start page.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}{}", self.address, self.base)
    }

    /// Does something when the process is asked to end (Ctrl-C, or a polite signal), and ends it.
    pub fn at_end(&self, last: impl FnOnce() + Send + 'static) {
        if let Some(runtime) = &self.runtime {
            runtime.spawn(async move {
                asked_to_end().await;
                last();
                std::process::exit(0);
            });
        }
    }

    /// Serves until the process is ended.
    pub fn forever(mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.block_on(std::future::pending())
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

/// Waits until the process is asked to end. Where that cannot be heard, it waits for ever, and the system ends it.
async fn asked_to_end() {
    let interrupted = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let ended = async {
            match signal(SignalKind::terminate()) {
                Ok(mut signal) => drop(signal.recv().await),
                Err(_) => std::future::pending().await,
            }
        };
        futures_util::future::select(std::pin::pin!(interrupted), std::pin::pin!(ended)).await;
    }
    #[cfg(not(unix))]
    interrupted.await;
}

fn router(folder: &Path, base: &str, effort: Effort, live: Option<Reload>) -> Result<Router, ServeError> {
    let inner = match base {
        "/" => Some(""),
        _ => base.strip_prefix('/').and_then(|rest| rest.strip_suffix('/')).filter(|inner| !inner.is_empty()),
    };
    let is_plain =
        |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b));
    let inner = inner
        .filter(|inner| inner.is_empty() || inner.split('/').all(is_plain))
        .ok_or_else(|| ServeError::Base(base.to_owned()))?;
    let prefix = if inner.is_empty() { String::new() } else { format!("/{inner}") };
    let files = ServeDir::new(folder)
        .redirect_path_prefix(prefix.clone())
        .not_found_service(ServeFile::new(folder.join("404.html")));
    let mut router = Router::new().fallback_service(files).layer(middleware::from_fn_with_state(prefix.clone(), below));
    if let Some(reload) = live {
        router = router.layer(middleware::from_fn_with_state((prefix, reload), reload::live));
    }
    Ok(router.layer(middleware::from_fn_with_state(Packed::with(effort), pack::pack)))
}

/// Answers for the worker that would keep the site with one that lets go of it.
async fn forget(request: Request, next: Next) -> Response {
    if request.uri().path().rsplit('/').next() != Some(site::WORKER) {
        return next.run(request).await;
    }
    let kind = HeaderValue::from_static("text/javascript");
    ([(CONTENT_TYPE, kind), (CACHE_CONTROL, HeaderValue::from_static("no-store"))], site::WITHOUT_WORKER)
        .into_response()
}

/// Tells who watches what is sent.
async fn tell(State(watch): State<Watch>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let response = next.run(request).await;
    let stated = response.headers().get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
    watch(&path, stated.or_else(|| response.body().size_hint().exact()).unwrap_or_default());
    response
}

/// Takes the prefix off the path, and says how long the answer may be kept.
async fn below(State(prefix): State<String>, mut request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let Some(inner) = path.strip_prefix(prefix.as_str()).filter(|inner| inner.starts_with('/')) else {
        let home = format!("{prefix}/");
        return if path == "/" || path == prefix {
            Redirect::temporary(&home).into_response()
        } else {
            (StatusCode::NOT_FOUND, format!("The site is at {home}\n")).into_response()
        };
    };
    let query = request.uri().query().map(|query| format!("?{query}")).unwrap_or_default();
    match format!("{inner}{query}").parse::<Uri>() {
        Ok(uri) => *request.uri_mut() = uri,
        Err(_) => return StatusCode::BAD_REQUEST.into_response(),
    }
    let mut response = next.run(request).await;
    let lasts = response.status() != StatusCode::NOT_FOUND && site::is_named_by_content(inner);
    let kept = if lasts { "public, max-age=31536000, immutable" } else { "no-cache" };
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static(kept));
    response.headers_mut().insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}

#[cfg(test)]
mod tests {
    use std::fs;

    use axum::body::{Body, to_bytes};
    use axum::http::header::{ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, LOCATION};
    use tempfile::TempDir;
    use tower::ServiceExt as _;

    use super::*;

    const HASHED: &str = "app-0123456789abcdef";

    fn site() -> TempDir {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("site/artikel/rapat")).unwrap();
        let long = "kata ".repeat(2000);
        let files = [
            ("site/index.html", "start".to_owned()),
            ("site/404.html", "missing".to_owned()),
            ("site/artikel/rapat/index.html", "rapat".to_owned()),
            (&format!("site/{HASHED}.js"), long),
            (&format!("site/{HASHED}.wasm"), "\0asm".to_owned()),
            ("secret.txt", "secret".to_owned()),
        ];
        for (name, text) in files {
            fs::write(folder.path().join(name), text).unwrap();
        }
        folder
    }

    async fn get(site: &TempDir, base: &str, path: &str, headers: &[(&str, &str)]) -> (Response, String) {
        let mut request = Request::builder().uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let router = router(&site.path().join("site"), base, Effort::Quick, None).unwrap();
        let response = router.oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap();
        (Response::from_parts(parts, Body::empty()), String::from_utf8_lossy(&body).into_owned())
    }

    fn header(response: &Response, name: impl axum::http::header::AsHeaderName) -> &str {
        response.headers().get(name).map_or("", |value| value.to_str().unwrap())
    }

    #[tokio::test]
    async fn pages_are_asked_for_again_and_hashed_files_never() {
        let site = site();
        let (page, text) = get(&site, "/", "/artikel/rapat/?q=a", &[]).await;
        assert_eq!((page.status(), text.as_str()), (StatusCode::OK, "rapat"));
        assert_eq!(header(&page, CACHE_CONTROL), "no-cache");
        assert_eq!(header(&page, X_CONTENT_TYPE_OPTIONS), "nosniff");
        let (wasm, _) = get(&site, "/", &format!("/{HASHED}.wasm"), &[]).await;
        assert_eq!(header(&wasm, CONTENT_TYPE), "application/wasm");
        assert!(header(&wasm, CACHE_CONTROL).ends_with("immutable"));
        let (gone, _) = get(&site, "/", "/app-00000000000000ff.js", &[]).await;
        assert_eq!(header(&gone, CACHE_CONTROL), "no-cache", "a missing file must not be missing for ever");
    }

    #[tokio::test]
    async fn what_has_not_changed_is_not_sent_again() {
        let site = site();
        let (page, _) = get(&site, "/", "/", &[]).await;
        let tag = header(&page, ETAG).to_owned();
        assert!(!tag.is_empty());
        let (again, text) = get(&site, "/", "/", &[(IF_NONE_MATCH.as_str(), &tag)]).await;
        assert_eq!((again.status(), text.as_str()), (StatusCode::NOT_MODIFIED, ""));
    }

    #[tokio::test]
    async fn compresses_for_those_who_can_read_it() {
        let site = site();
        let path = format!("/{HASHED}.js");
        let (plain, whole) = get(&site, "/", &path, &[]).await;
        assert_eq!(header(&plain, CONTENT_ENCODING), "");
        assert_eq!(header(&plain, CONTENT_TYPE), "text/javascript");
        for coding in ["br", "gzip"] {
            let (packed, body) = get(&site, "/", &path, &[(ACCEPT_ENCODING.as_str(), coding)]).await;
            assert_eq!(header(&packed, CONTENT_ENCODING), coding);
            assert!(body.len() < whole.len() / 4);
            assert_eq!(header(&packed, "vary"), "accept-encoding");
            let tag = header(&packed, ETAG);
            assert!(tag.starts_with("W/"), "{tag}");
            let again = [(ACCEPT_ENCODING.as_str(), coding), (IF_NONE_MATCH.as_str(), tag)];
            assert_eq!(get(&site, "/", &path, &again).await.0.status(), StatusCode::NOT_MODIFIED);
        }
        assert_eq!(header(&plain, "vary"), "accept-encoding");
        let part = [(ACCEPT_ENCODING.as_str(), "br"), ("range", "bytes=0-3")];
        let (part, body) = get(&site, "/", &path, &part).await;
        assert_eq!(
            (part.status(), header(&part, CONTENT_ENCODING), body.as_str()),
            (StatusCode::PARTIAL_CONTENT, "", "kata")
        );
    }

    #[tokio::test]
    async fn a_file_is_compressed_once_until_it_changes() {
        let site = site();
        let router = router(&site.path().join("site"), "/", Effort::Quick, None).unwrap();
        let ask = async || {
            let request = Request::builder().uri(format!("/{HASHED}.js")).header(ACCEPT_ENCODING, "br");
            let response = router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
            to_bytes(response.into_body(), usize::MAX).await.unwrap()
        };
        let first = ask().await;
        assert_eq!(first.as_ptr(), ask().await.as_ptr(), "the same bytes in memory");
        fs::write(site.path().join(format!("site/{HASHED}.js")), "lain ".repeat(3000)).unwrap();
        assert_ne!(first, ask().await);
    }

    #[tokio::test]
    async fn unknown_addresses_get_the_page_for_them() {
        let site = site();
        for path in ["/tidak/ada/", "/artikel/rapat/x.js"] {
            let (page, text) = get(&site, "/", path, &[]).await;
            assert_eq!((page.status(), text.as_str()), (StatusCode::NOT_FOUND, "missing"), "{path}");
        }
    }

    #[tokio::test]
    async fn nothing_outside_the_site_is_served() {
        let site = site();
        for path in
            ["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/artikel/../../secret.txt", "//secret.txt"]
        {
            let (page, text) = get(&site, "/", path, &[]).await;
            assert!(page.status() != StatusCode::OK && !text.contains("secret"), "{path}");
        }
    }

    #[tokio::test]
    async fn a_prefix_is_part_of_every_address() {
        let site = site();
        let (page, text) = get(&site, "/arsip/", "/arsip/artikel/rapat/", &[]).await;
        assert_eq!((page.status(), text.as_str()), (StatusCode::OK, "rapat"));
        for (path, to) in [("/", "/arsip/"), ("/arsip", "/arsip/"), ("/arsip/artikel/rapat", "/arsip/artikel/rapat/")] {
            let (page, _) = get(&site, "/arsip/", path, &[]).await;
            assert!(page.status().is_redirection(), "{path}");
            assert_eq!(header(&page, LOCATION), to, "{path}");
        }
        for path in ["/index.html", "/arsipku/", "/artikel/rapat/"] {
            assert_eq!(get(&site, "/arsip/", path, &[]).await.0.status(), StatusCode::NOT_FOUND, "{path}");
        }
    }

    #[test]
    fn refuses_wrong_bases_and_folders_without_a_site() {
        let site = site();
        for base in ["", "arsip", "/arsip", "arsip/", "//", "/a//b/", "/{x}/", "/a b/", "/../"] {
            assert!(matches!(Server::start(&site.path().join("site"), 0, base), Err(ServeError::Base(_))), "{base:?}");
        }
        assert!(matches!(Server::start(site.path(), 0, "/"), Err(ServeError::NoSite(_))));
    }

    #[test]
    fn says_which_port_is_taken() {
        let site = site();
        let folder = site.path().join("site");
        let first = Server::start(&folder, 0, "/").unwrap();
        let port = first.address.port();
        assert!(matches!(Server::start(&folder, port, "/"), Err(ServeError::Port { port: said, .. }) if said == port));
    }
}
