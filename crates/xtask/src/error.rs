//! Everything that can go wrong here, said so that a person knows what to do next.

use std::io;
use std::path::PathBuf;

use crate::args::USAGE;

/// Why a command of xtask ended early.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Error {
    #[error("{0}\n\n{USAGE}")]
    Usage(String),

    #[error("`{command}` could not be started: {source}")]
    Start { command: String, source: io::Error },

    #[error("`{command}` failed ({status}){}", said(.last_words))]
    Failed { command: String, status: String, last_words: String },

    #[error("could not {doing} {}: {source}", .path.display())]
    Io { doing: &'static str, path: PathBuf, source: io::Error },

    #[error("{}: {why}", .path.display())]
    Lock { path: PathBuf, why: String },

    #[error("set-up stopped at `{step}`\n  why: {why}\n  what to do: {advice}")]
    Step { step: String, why: Box<Error>, advice: String },

    #[error("{what} is missing")]
    Missing { what: String },

    #[error(
        "{what} grew: the app may have {most} bytes, and anything a hundredth more than tests/gold/sizes.toml records (`cargo xtask record` records anew)"
    )]
    Grown { what: String, most: u64 },

    #[error(
        "the engine takes more instructions than tests/gold/instructions.toml records, for {what} (`cargo xtask record` records anew)"
    )]
    Slower { what: String },

    #[error("there is nothing to measure on: {} is not here; name a file or a folder of articles: cargo xtask bench DIR", .0.display())]
    NothingToMeasure(PathBuf),

    #[error("{} is not a folder; --articles wants one that holds articles", .0.display())]
    NoArticles(PathBuf),

    #[error("port {port} of this machine cannot be used: {source}\n  choose another: cargo xtask serve --port {}", other_port(*.port))]
    Port { port: u16, source: io::Error },
}

impl Error {
    /// A closure that turns an I/O error into one that says what was done to which file.
    pub(crate) fn io(doing: &'static str, path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::Io { doing, path, source }
    }
}

impl From<lexopt::Error> for Error {
    fn from(error: lexopt::Error) -> Self {
        Self::Usage(error.to_string())
    }
}

fn said(last_words: &str) -> String {
    if last_words.is_empty() { String::new() } else { format!("; its last words:\n{last_words}") }
}

fn other_port(port: u16) -> u16 {
    if port < u16::MAX { port + 1 } else { 8080 }
}
