//! The press for a visitor's own files: what the worker in the browser does, but for the browser.
//!
//! WHY a crate of its own: the press is several times as large as the app, and hardly any visit needs it. It is compiled to a
//! WebAssembly of its own, which runs in a worker, where nothing has to wait for it. What it makes is what `jejak build` makes
//! of the same files, byte by byte, because both call [`jejak_press::press_given`].

mod gauge;
mod said;
mod told;

use jejak_press::stem::Indonesian;
use jejak_press::{Progress, press_given};

pub use gauge::gauged;
pub use told::{Found, Told};

/// What became of the files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// The archive, in its binary form; nothing where no file holds an article.
    pub archive: Option<Vec<u8>>,
    /// What is to be said of it.
    pub told: Told,
}

/// Makes an archive of files, given by their names and something that `read` makes their bytes of; `watch` is told how far it
/// has come.
pub fn make<F>(
    files: Vec<(String, F)>,
    read: impl Fn(F) -> Result<Vec<u8>, String>,
    watch: &mut dyn FnMut(Progress),
) -> Made {
    let pressed = press_given(files, read, watch);
    let articles = pressed.archive.articles.len();
    let quotes = pressed.archive.articles.iter().map(|article| article.quotes.len()).sum();
    // Who keeps something back must not be shown it because a line of the settings is wrong.
    let unguarded = pressed.problems.iter().any(|problem| problem.kind.shows_too_much());
    let archive = (articles > 0 && !unguarded).then(|| jejak_archive::write(&pressed.archive, &Indonesian));
    Made {
        archive,
        told: Told { articles, quotes, unguarded, found: pressed.problems.iter().map(Found::of).collect() },
    }
}
