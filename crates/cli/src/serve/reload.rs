//! Lets open pages load themselves anew once their site was built again.
//!
//! A script is named at the end of each page as it is served; in the files there is none. It is a file of its own, because
//! the policy of the pages allows no other, and hears by server-sent events which build is served. Every page says of which
//! build it is at the latest, so one that was fetched while its site was replaced loads anew as well.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE, ETAG, IF_MODIFIED_SINCE, IF_NONE_MATCH, LAST_MODIFIED, RANGE,
};
use axum::http::{HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse as _, Response};
use futures_util::stream;
use tokio::sync::watch;

use crate::site;

/// Where the script is and where it hears, below the site's root. No site has such a folder.
const SCRIPT: &str = "/.jejak/muat-ulang.js";
const EVENTS: &str = "/.jejak/saat";

/// Hidden pages do not listen: a browser keeps six connections to a host, and more tabs than that may be open.
const LISTEN: &str = r#"// Named in each page by `jejak serve --watch`; it lies in no site.
(() => {
  const { dataset, src } = document.currentScript;
  let events = null;
  const listen = () => {
    if (document.hidden) {
      events?.close();
      events = null;
    } else if (!events) {
      events = new EventSource(new URL("saat", src));
      events.onmessage = (event) => event.data === dataset.saat || location.reload();
    }
  };
  document.addEventListener("visibilitychange", listen);
  listen();
})();
"#;

/// Which build of a site is served.
#[derive(Debug, Clone)]
pub struct Reload(Arc<watch::Sender<u64>>);

impl Default for Reload {
    /// Begins at the time, so that pages of a server that was started again are told from its own.
    fn default() -> Self {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Self(Arc::new(watch::Sender::new(u64::try_from(now.as_millis()).unwrap_or_default())))
    }
}

impl Reload {
    /// The site was built again: open pages are to load anew.
    pub fn now(&self) {
        self.0.send_modify(|build| *build += 1);
    }

    fn events(&self) -> Response {
        // What is served now, first.
        let receiver = self.0.subscribe();
        let builds = stream::unfold((receiver, true), |(mut receiver, first)| async move {
            if !first {
                receiver.changed().await.ok()?;
            }
            let build = *receiver.borrow_and_update();
            Some((Ok::<_, Infallible>(Event::default().data(build.to_string())), (receiver, false)))
        });
        Sse::new(builds).keep_alive(KeepAlive::default()).into_response()
    }
}

/// Answers for the script, and names it in pages.
pub(super) async fn live(
    State((prefix, reload)): State<(String, Reload)>,
    mut request: Request,
    next: Next,
) -> Response {
    let inner = request.uri().path().strip_prefix(prefix.as_str()).unwrap_or_default().to_owned();
    match inner.as_str() {
        SCRIPT => {
            let kind = HeaderValue::from_static("text/javascript");
            return ([(CONTENT_TYPE, kind), (CACHE_CONTROL, HeaderValue::from_static("no-store"))], LISTEN)
                .into_response();
        }
        EVENTS => return reload.events(),
        _ => {}
    }
    // Before the file is read: a page may be newer than it says, never older.
    let build = *reload.0.borrow();
    if request.method() != Method::GET || site::is_named_by_content(&inner) {
        return next.run(request).await;
    }
    // A page that the browser kept would say that it is of another build, for ever.
    for condition in [IF_NONE_MATCH, IF_MODIFIED_SINCE, RANGE] {
        request.headers_mut().remove(condition);
    }
    let response = next.run(request).await;
    let kind = response.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if !kind.starts_with("text/html") {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let Ok(page) = to_bytes(body, usize::MAX).await else { return StatusCode::INTERNAL_SERVER_ERROR.into_response() };
    let script = format!("<script src=\"{prefix}{SCRIPT}\" data-saat=\"{build}\"></script>\n");
    let page = named(&page, script.as_bytes());
    parts.headers.insert(CONTENT_LENGTH, HeaderValue::from(page.len()));
    // They are the file's, and a page of the same file is another after the next build.
    for mark in [ETAG, LAST_MODIFIED] {
        parts.headers.remove(mark);
    }
    Response::from_parts(parts, Body::from(page))
}

/// The page with an element at the end of its body.
fn named(page: &[u8], element: &[u8]) -> Vec<u8> {
    const END: &[u8] = b"</body>";
    let at = page.windows(END.len()).rposition(|window| window.eq_ignore_ascii_case(END)).unwrap_or(page.len());
    let (before, behind) = page.split_at(at);
    [before, element, behind].concat()
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn the_script_is_the_last_of_the_body() {
        let page = |text: &str| String::from_utf8(named(text.as_bytes(), b"<s>")).unwrap();
        assert_eq!(page("<body>a</body></html>"), "<body>a<s></body></html>");
        assert_eq!(page("<body>of </body> one speaks</BODY>"), "<body>of </body> one speaks<s></BODY>");
        assert_eq!(page("missing"), "missing<s>");
    }
}
