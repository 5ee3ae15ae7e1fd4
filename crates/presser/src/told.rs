//! What a press is said to have come to, for who reads it on the page.

use jejak_press::Problem;
use serde::Serialize;

use crate::said::indonesian;

/// What came of the files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Told {
    /// How many articles there are.
    pub articles: usize,
    /// How many statements they hold.
    pub quotes: usize,
    /// Whether settings that keep something back cannot be read, so that nothing is shown.
    pub unguarded: bool,
    /// What could not be read, or only in part.
    pub found: Vec<Found>,
    /// The settings with the corrections that were made, as `archive.toml`; where none were, not those of the files either.
    pub settings: String,
    /// The corrections that could not be made.
    pub unfixed: Vec<Unfixed>,
}

/// A correction that could not be made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unfixed {
    /// Which of those that were given.
    pub at: usize,
    /// Why not, in the languages of the page.
    pub why: [String; 2],
}

/// What is wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Found {
    /// The file, as it was named.
    pub file: String,
    /// The line in it, counted from 1.
    pub line: Option<usize>,
    /// What is wrong, and what can be done, in the languages of the page: Indonesian, then English.
    pub why: [String; 2],
    /// Whether an article is missing because of it.
    pub lost: bool,
}

impl Found {
    /// What a problem is told as.
    #[must_use]
    pub fn of(problem: &Problem) -> Self {
        let Problem { file, line, kind } = problem;
        Self { file: file.clone(), line: *line, why: [indonesian(kind), kind.to_string()], lost: kind.loses_article() }
    }
}
