//! Why a scenario failed.

use std::io;
use std::path::PathBuf;
use std::time::Duration;

use fantoccini::error::{CmdError, NewSessionError};
use serde_json::Value;

/// Why a scenario failed.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// A program could not be started.
    #[error("`{program}` could not be started: {source}; `cargo xtask setup` installs it, or name it in {variable}")]
    Start {
        /// The program.
        program: String,
        /// The environment variable that may name another.
        variable: &'static str,
        /// What the system said.
        source: io::Error,
    },
    /// The driver ended without saying on which port it listens.
    #[error("{driver} did not start; it said:\n{said}")]
    Driver {
        /// Which one.
        driver: &'static str,
        /// What it wrote before it ended.
        said: String,
    },
    /// The browser could not be started.
    #[error("the browser could not be started: {0}")]
    Session(#[from] NewSessionError),
    /// The browser refused a command.
    #[error("the browser: {0}")]
    Command(#[from] CmdError),
    /// The browser refused a command of WebDriver BiDi, or its connection broke.
    #[error("{what}: {why}")]
    Bidi {
        /// What was asked.
        what: String,
        /// What was said.
        why: String,
    },
    /// The inspector of WebKit refused a command, or its connection broke.
    #[error("{what} of WebKit's inspector: {why}")]
    Inspector {
        /// What was asked.
        what: String,
        /// What was said.
        why: String,
    },
    /// The page did not come to what was expected in time.
    #[error("{what}: expected {expected}, but after {} s there was {seen}", .waited.as_secs())]
    Expected {
        /// What was looked at.
        what: String,
        /// What it should have been.
        expected: Value,
        /// What it was.
        seen: Value,
        /// How long it was waited for.
        waited: Duration,
    },
    /// The browser's console holds errors.
    #[error("the console holds errors:\n  {}", .0.join("\n  "))]
    Console(Vec<String>),
    /// The scenario took too long.
    #[error("the scenario did not end within {} s", .0.as_secs())]
    TooLong(Duration),
    /// The scenario panicked: one of its assertions failed.
    #[error("{0}")]
    Panicked(String),
    /// The built site cannot be used.
    #[error("the site in {}: {why}", .folder.display())]
    Site {
        /// Its folder.
        folder: PathBuf,
        /// What is wrong with it.
        why: String,
    },
    /// What was kept for comparison is another.
    #[error("{}: {why}", .file.display())]
    Snapshot {
        /// The kept file.
        file: PathBuf,
        /// How they differ.
        why: String,
    },
    /// The server of the site failed.
    #[error(transparent)]
    Serve(#[from] jejak_cli::serve::ServeError),
    /// The archive has nothing that the scenario could be played on.
    #[error("the archive has no {0}")]
    Unfit(&'static str),
}
