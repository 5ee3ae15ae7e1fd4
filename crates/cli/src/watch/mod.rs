//! `jejak serve --watch`: builds a site, serves it, and builds it again whenever its articles change.
//!
//! A build that fails leaves the site as it was: the server goes on with the last good one, and the reason is said.

mod snapshot;

use std::fmt::Display;
use std::path::PathBuf;
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::build;
use crate::report::{Told, ToldError};
use crate::serve::{Reload, ServeError, Server};
use snapshot::Snapshot;

/// Between two looks at the articles.
const PAUSE: Duration = Duration::from_millis(300);
/// Of the time, looking takes one part in so many at most.
const SHARE: u32 = 20;
/// Articles are at rest when nothing changed for so long: an editor writes a file in several steps, a copy many files.
const REST: Duration = Duration::from_millis(150);
/// Longer than this rest is not waited for.
const RESTLESS: Duration = Duration::from_secs(5);

/// Why nothing is served.
#[derive(Debug, thiserror::Error)]
pub enum WatchError {
    /// The first build failed.
    #[error(transparent)]
    Build(#[from] ToldError),
    /// The site cannot be served.
    #[error(transparent)]
    Serve(#[from] ServeError),
    /// There is no folder for a site that is to go.
    #[error("a folder for the site cannot be made ({0}); name one: jejak serve SITE --watch DIR")]
    Folder(std::io::Error),
}

impl WatchError {
    /// Whether the command was given something that it can never do.
    #[must_use]
    pub fn is_misuse(&self) -> bool {
        matches!(self, Self::Build(error) if error.is_misuse())
    }
}

/// What is built and served.
#[derive(Debug)]
pub struct Options {
    /// What to build, but for where.
    pub build: build::Options,
    /// Where the site goes; `None` for a folder that goes with the server.
    pub site: Option<PathBuf>,
    /// The port; 0 takes any free one.
    pub port: u16,
}

/// Builds and serves until the process ends. `ready` is given the address; `say` what a person should read.
///
/// # Errors
/// The first build fails, or the site cannot be served.
pub fn run(options: Options, ready: &mut dyn FnMut(&str), say: &mut dyn FnMut(&dyn Display)) -> Result<(), WatchError> {
    let Options { mut build, site, port } = options;
    let passing = match site {
        Some(site) => {
            build.out = site;
            None
        }
        None => {
            let folder = tempfile::Builder::new().prefix("jejak-").tempdir().map_err(WatchError::Folder)?;
            build.out = folder.path().join("situs");
            Some(folder)
        }
    };
    let mut last = Snapshot::of(&build.articles);
    let mut told = Told::default();
    told.build(&build, None, say)?;
    let reload = Reload::default();
    let server = Server::start_live(&build.out, port, "/", reload.clone())?;
    if let Some(folder) = passing {
        server.at_end(move || drop(folder));
    }
    ready(&server.url());
    loop {
        last = changed(&build.articles, last);
        let start = Instant::now();
        match told.build(&build, None, say) {
            Ok(built) => {
                reload.now();
                say(&format_args!("built again: {} articles, {:.1} s", built.articles, start.elapsed().as_secs_f64()));
            }
            Err(error) => say(&format_args!("{error}\nthe site stays as it was, until the articles change again")),
        }
    }
}

/// Waits until the articles changed and are at rest.
fn changed(articles: &std::path::Path, last: Snapshot) -> Snapshot {
    let mut pause = PAUSE;
    let look = || {
        let start = Instant::now();
        (Snapshot::of(articles), start.elapsed())
    };
    loop {
        sleep(pause);
        let (mut now, took) = look();
        pause = PAUSE.max(took * SHARE);
        if now == last {
            continue;
        }
        let since = Instant::now();
        while since.elapsed() < RESTLESS {
            sleep(REST);
            let (again, _) = look();
            if again == now {
                break;
            }
            now = again;
        }
        // Changed and changed back.
        if now != last {
            return now;
        }
    }
}
