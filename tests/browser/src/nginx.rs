//! Debian's nginx with the configuration of `docs/hosting/nginx.md`, read from that page: a configuration that nobody runs
//! goes stale.
//!
//! It runs in a folder of its own, on a free port of the loopback address, as one process that ends with its owner.

use std::env;
use std::fs;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::Trouble;

/// The page with the configuration, from this crate's folder.
const PAGE: &str = "../../docs/hosting/nginx.md";
/// Names the program, where it is another than the one on the path.
const VARIABLE: &str = "NGINX";
/// How long it may take to answer.
const PATIENCE: Duration = Duration::from_secs(10);
/// Another program may take the port between looking and starting.
const TRIES: usize = 3;

/// What the page's places are called, in the first line of each block.
const KEPT: &str = "/etc/nginx/conf.d/jejak.conf";
const SNIPPET: &str = "/etc/nginx/snippets/jejak.conf";
const ROOT: &str = "/etc/nginx/sites-available/arsip";
const BELOW: &str = "inside server { … }";
const BROTLI: &str = "/etc/nginx/snippets/jejak.conf, below the lines for gzip";
/// What of the page is put in its place here.
const LISTEN: &str = "listen 80;";
const FOLDER: &str = "root /srv/www/arsip;";
const ABOVE: &str = "root /srv/www;";
/// The path that the page serves a site below.
const PATH: &str = "/arsip/";

/// A running nginx; it is ended when this is dropped.
#[derive(Debug)]
pub struct Nginx {
    process: Child,
    port: u16,
    base: String,
    _folder: TempDir,
}

impl Nginx {
    /// Serves the site in `folder` under `/` or `/arsip/`.
    ///
    /// # Errors
    /// nginx is not installed or does not start, or the page has no such configuration.
    pub fn start(folder: &Path, base: &str) -> Result<Self, Trouble> {
        let mut last = String::new();
        for _ in 0..TRIES {
            match Self::try_start(folder, base)? {
                Ok(nginx) => return Ok(nginx),
                Err(said) => last = said,
            }
        }
        Err(Trouble::Driver { driver: "nginx", said: last })
    }

    /// The address of the site's start page.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}{}", self.port, self.base)
    }

    fn try_start(site: &Path, base: &str) -> Result<Result<Self, String>, Trouble> {
        let page = Path::new(env!("CARGO_MANIFEST_DIR")).join(PAGE);
        let bad = |why: String| Trouble::Snapshot { file: page.clone(), why };
        let text = fs::read_to_string(&page).map_err(|error| bad(error.to_string()))?;
        let program = program();
        let io =
            |source: io::Error| Trouble::Start { program: program.display().to_string(), variable: VARIABLE, source };
        // nginx takes a path without a beginning from its own folder.
        let site = &site.canonicalize().map_err(io)?;
        let folder = tempfile::tempdir().map_err(io)?;
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|free| free.local_addr()).map_err(io)?.port();
        let own = folder.path();
        let module = brotli(&program);
        let mut snippet = block(&text, SNIPPET).map_err(&bad)?;
        if module.is_some() {
            snippet += &block(&text, BROTLI).map_err(&bad)?;
        }
        fs::create_dir(own.join("snippets")).map_err(io)?;
        fs::write(own.join("snippets/jejak.conf"), snippet).map_err(io)?;
        let listen = format!("listen 127.0.0.1:{port};");
        let server = if base == PATH {
            #[cfg(unix)]
            std::os::unix::fs::symlink(site, own.join("arsip")).map_err(io)?;
            let above = format!("root \"{}\";", own.display());
            let below = put(&block(&text, BELOW).map_err(&bad)?, ABOVE, &above).map_err(&bad)?;
            format!("server {{\n{listen}\n{below}}}\n")
        } else {
            let here = format!("root \"{}\";", site.display());
            let server = put(&block(&text, ROOT).map_err(&bad)?, LISTEN, &listen).map_err(&bad)?;
            put(&server, FOLDER, &here).map_err(&bad)?
        };
        let module = module.map_or_else(String::new, |file| format!("load_module \"{}\";\n", file.display()));
        let types = types(&program);
        let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
            .map(|kind| format!("{kind}_temp_path \"{}/{kind}\";\n", own.display()))
            .concat();
        let kept = block(&text, KEPT).map_err(&bad)?;
        let whole = format!(
            "daemon off;\nmaster_process off;\npid \"{0}/pid\";\nerror_log \"{0}/error.log\";\n{module}events {{}}\nhttp {{\n\
             include \"{1}\";\ndefault_type application/octet-stream;\naccess_log off;\n{temporary}{kept}{server}}}\n",
            own.display(),
            types.display()
        );
        fs::write(own.join("nginx.conf"), whole).map_err(io)?;
        let log = own.join("error.log");
        let mut process = Command::new(&program)
            .arg("-p")
            .arg(own)
            .arg("-e")
            .arg(&log)
            .arg("-c")
            .arg(own.join("nginx.conf"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map_err(io)?;
        let (address, start) = (SocketAddr::from((Ipv4Addr::LOCALHOST, port)), Instant::now());
        while start.elapsed() < PATIENCE {
            if process.try_wait().map_err(io)?.is_some() {
                break;
            }
            if TcpStream::connect_timeout(&address, PATIENCE).is_ok() {
                return Ok(Ok(Self { process, port, base: base.to_owned(), _folder: folder }));
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        let _ = process.kill();
        let _ = process.wait();
        Ok(Err(fs::read_to_string(log).unwrap_or_default()))
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The block of a page's configuration whose first line names this place.
fn block(page: &str, place: &str) -> Result<String, String> {
    let mut blocks = page.split("```nginx\n# ").skip(1).filter_map(|rest| rest.split_once("\n```"));
    let lines = blocks.find_map(|(block, _)| block.strip_prefix(place)?.strip_prefix('\n'));
    lines.map(|lines| format!("{lines}\n")).ok_or_else(|| format!("it has no block for {place}"))
}

/// A configuration with one of its lines replaced, which it must have once.
fn put(text: &str, old: &str, new: &str) -> Result<String, String> {
    match text.matches(old).count() {
        1 => Ok(text.replacen(old, new, 1)),
        count => Err(format!("`{old}` stands {count} times in what should have it once")),
    }
}

/// The one that is named, else the one on the path, which often lacks the folder of a server's programs.
fn program() -> PathBuf {
    if let Some(named) = env::var_os(VARIABLE) {
        return named.into();
    }
    let usual = PathBuf::from("/usr/sbin/nginx");
    if usual.is_file() { usual } else { "nginx".into() }
}

/// The folder that holds a package's `usr` and `etc`: the file system's root, or where the package was unpacked.
fn unpacked(program: &Path) -> PathBuf {
    program.ancestors().nth(3).filter(|root| root.join("etc/nginx").is_dir()).unwrap_or(Path::new("/")).to_owned()
}

fn types(program: &Path) -> PathBuf {
    unpacked(program).join("etc/nginx/mime.types")
}

fn brotli(program: &Path) -> Option<PathBuf> {
    let file = unpacked(program).join("usr/lib/nginx/modules/ngx_http_brotli_filter_module.so");
    file.is_file().then_some(file)
}

#[cfg(test)]
mod tests {
    use super::{block, put};

    #[test]
    fn a_block_is_known_by_its_whole_first_line() {
        let page = "a\n```nginx\n# one, more\nx;\n```\n```nginx\n# one\ny;\nz;\n```\n";
        assert_eq!(block(page, "one").unwrap(), "y;\nz;\n");
        assert!(block(page, "two").is_err());
        assert!(put("a; a;", "a;", "b;").is_err());
    }
}
