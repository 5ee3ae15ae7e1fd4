//! The press for a visitor's own files: what the worker in the browser does, but for the browser.
//!
//! WHY a crate of its own: the press is several times as large as the app, and hardly any visit needs it. It is compiled to a
//! WebAssembly of its own, which runs in a worker, where nothing has to wait for it. What it makes is what `jejak build` makes
//! of the same files, byte by byte, because both call [`jejak_press::press_given`].

#![cfg_attr(not(test), deny(clippy::indexing_slicing, clippy::string_slice))]

mod fixes;
mod gauge;
mod practice;
#[path = "../../../src/text/problems_id.rs"]
mod said;
mod told;

use jejak_press::read::{SETTINGS, decode};
use jejak_press::stem::Indonesian;
use jejak_press::{Pressed, ProblemKind, Progress, press_given};

pub use fixes::Fix;
use fixes::Settings;
pub use gauge::gauged;
pub use practice::{STEPS, practise};
pub use told::{Found, Told, Unfixed};

/// What became of the files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// The archive, in its binary form; nothing where no file holds an article.
    pub archive: Option<Vec<u8>>,
    /// What is to be said of it.
    pub told: Told,
}

/// A file as it was given, or what it was made to be.
enum Given<F> {
    File(F),
    Read(Result<Vec<u8>, String>),
}

/// Makes an archive of files, given by their names and something that `read` makes their bytes of, corrected by hand by `fixes`;
/// `watch` is told how far it has come.
pub fn make<F>(
    files: Vec<(String, F)>,
    fixes: &[Fix],
    read: impl Fn(F) -> Result<Vec<u8>, String>,
    watch: &mut dyn FnMut(Progress),
) -> Made {
    let mut files: Vec<(String, Given<F>)> = files.into_iter().map(|(name, file)| (name, Given::File(file))).collect();
    let read = |file| match file {
        Given::File(file) => read(file),
        Given::Read(read) => read,
    };
    let mut before = String::new();
    let mut settings = Settings::default();
    if !fixes.is_empty() {
        let place = files.iter().position(|(name, _)| name == SETTINGS);
        let given = place.map_or(Ok(Vec::new()), |at| read(files.swap_remove(at).1));
        let given = given.map(|bytes| {
            before = decode(&bytes).0;
            settings = Settings::with(&before, fixes);
            settings.text.clone().into_bytes()
        });
        files.push((SETTINGS.to_owned(), Given::Read(given)));
    }
    let pressed = press_given(files, read, watch);
    let articles = pressed.archive.articles.len();
    let quotes = pressed.archive.articles.iter().map(|article| article.quotes.len()).sum();
    // Who keeps something back must not be shown it because a line of the settings is wrong.
    let unguarded = pressed.problems.iter().any(|problem| problem.kind.shows_too_much());
    let archive = (articles > 0 && !unguarded).then(|| jejak_archive::write(&pressed.archive, &Indonesian));
    let (unfixed, found) = sorted(&pressed, fixes, &settings);
    let made = fixes.iter().enumerate().filter(|(at, _)| unfixed.iter().all(|one| one.at != *at)).map(|(_, fix)| fix);
    let settings = Settings::with(&before, made).text;
    Made { archive, told: Told { articles, quotes, unguarded, found, settings, unfixed } }
}

/// Which corrections could not be made, and what else is wrong.
fn sorted(pressed: &Pressed, fixes: &[Fix], settings: &Settings) -> (Vec<Unfixed>, Vec<Found>) {
    let (mut unfixed, mut found) = (Vec::new(), Vec::new());
    for problem in &pressed.problems {
        let one = Found::of(problem);
        let of_settings = problem.file == SETTINGS && !fixes.is_empty();
        let fix = problem.line.filter(|_| of_settings).and_then(|line| settings.fix_at(line));
        // Settings that cannot be read at all correct nothing.
        if of_settings && matches!(problem.kind, ProblemKind::BadToml { .. } | ProblemKind::Unreadable { .. }) {
            unfixed.extend((0..fixes.len()).map(|at| Unfixed { at, why: one.why.clone() }));
            found.push(one);
        } else if let Some(at) = fix {
            unfixed.push(Unfixed { at, why: one.why });
        } else {
            found.push(one);
        }
    }
    (unfixed, found)
}
