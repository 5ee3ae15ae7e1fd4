//! What needs a look after a build: few lines for a person, all of it in a file.
//!
//! WHY: nobody reads four hundred lines of warnings, and nobody can mend what is not named. So of each kind there is one
//! line with a count, a few examples and what to do next; `--report FILE` has every case, one JSON object a line. None of
//! it makes a build fail: what it names is in the site, and may be right as it is.

mod articles;
mod copies;
mod hosts;
mod says;
mod told;

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, BufWriter, Write as _};
use std::mem::{Discriminant, discriminant};
use std::path::{Path, PathBuf};

use jejak_archive::Archive;
use jejak_press::{Lock, Problem, ProblemKind};
use serde::Serialize;

use crate::build::fails;
pub use says::Says;
pub use told::{Told, ToldError};

/// So many problems of one kind are printed, each with its line; the others are counted.
const PRINTED: usize = 20;

/// Where an article comes from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Place {
    /// Its file, as named to the press; none where no addresses could be remembered.
    pub file: Option<String>,
    /// Its id.
    pub article: String,
}

/// One thing that needs a look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "look", rename_all = "kebab-case")]
pub enum Finding {
    /// Something could not be read, or not as it says.
    Problem {
        /// The file.
        file: String,
        /// The line in it, counted from 1.
        line: Option<usize>,
        /// What is wrong, and what to do.
        says: String,
        /// Whether an article or the settings are not in the site because of it.
        lost: bool,
    },
    /// An article has no date.
    NoDate {
        /// Which.
        #[serde(flatten)]
        place: Place,
    },
    /// A printed weekday is not that of the date beside it.
    WeekdayClash {
        /// In which article.
        #[serde(flatten)]
        place: Place,
        /// The date as the text prints it.
        printed: String,
        /// The weekday as the text prints it.
        weekday: String,
        /// The day that was understood.
        date: String,
        /// Its weekday, in English.
        is: &'static str,
    },
    /// Nobody could be found who makes a statement.
    NoSpeaker {
        /// In which article.
        #[serde(flatten)]
        place: Place,
        /// The statement's address in it.
        anchor: String,
        /// Its words.
        words: String,
    },
    /// Articles have nearly the same text.
    Copies {
        /// Which.
        articles: Vec<Place>,
        /// How much of the text the least alike share, in hundredths.
        alike: u8,
    },
    /// A host does not take a site like this one.
    Host {
        /// Its name.
        host: &'static str,
        /// What is limited.
        of: hosts::Of,
        /// The most that it takes.
        most: u64,
        /// What the site has.
        has: u64,
        /// The file or folder that it is about, if it is about one.
        #[serde(skip_serializing_if = "Option::is_none")]
        file: Option<String>,
    },
}

/// How many things of each kind need a look.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Totals {
    /// Articles without a date.
    pub no_date: usize,
    /// Printed weekdays that clash with their dates.
    pub weekday_clashes: usize,
    /// Statements without a speaker.
    pub no_speaker: usize,
    /// Articles that are likely copies of another.
    pub copies: usize,
    /// Limits of common hosts that the site exceeds.
    pub host_limits: usize,
}

impl Totals {
    /// Counts.
    #[must_use]
    pub fn of(findings: &[Finding]) -> Self {
        let mut totals = Self::default();
        for finding in findings {
            match finding {
                Finding::Problem { .. } => {}
                Finding::NoDate { .. } => totals.no_date += 1,
                Finding::WeekdayClash { .. } => totals.weekday_clashes += 1,
                Finding::NoSpeaker { .. } => totals.no_speaker += 1,
                Finding::Copies { articles, .. } => totals.copies += articles.len().saturating_sub(1),
                Finding::Host { .. } => totals.host_limits += 1,
            }
        }
        totals
    }
}

/// Everything that needs a look in an archive, and in the site that was made of it.
pub(crate) fn find(archive: &Archive, lock: Option<&Lock>, site: &Path) -> Vec<Finding> {
    let place = |id: &str| Place {
        file: lock.and_then(|lock| lock.articles.get(id)).map(|known| known.file.clone()),
        article: id.to_owned(),
    };
    let mut findings = articles::find(archive, &place);
    findings.extend(copies::find(archive, &place));
    findings.extend(hosts::find(site));
    findings
}

/// The report could not be written.
#[derive(Debug, thiserror::Error)]
#[error("the report {} cannot be written ({cause}); name another file", path.display())]
pub struct ReportError {
    path: PathBuf,
    cause: io::Error,
}

/// Prints the problems of a build as they come, and keeps them for the report.
#[derive(Debug, Default)]
pub struct Problems {
    seen: HashMap<Discriminant<ProblemKind>, usize>,
    all: Vec<Finding>,
    /// Of each kind that was not printed whole, the last problem and how many there are, in the order of the kinds.
    more: Vec<(Discriminant<ProblemKind>, String)>,
}

impl Problems {
    /// Takes a problem. Gives the line to print, unless enough of its kind were printed.
    pub fn take(&mut self, problem: &Problem) -> Option<String> {
        let kind = discriminant(&problem.kind);
        let line = problem.to_string();
        let (file, says) = (problem.file.clone(), problem.kind.to_string());
        self.all.push(Finding::Problem { file, line: problem.line, says, lost: fails(&problem.kind) });
        let seen = self.seen.entry(kind).or_default();
        *seen += 1;
        if *seen <= PRINTED {
            return Some(line);
        }
        if *seen == PRINTED + 1 {
            self.more.push((kind, line));
        }
        None
    }

    /// A line for each kind of which some were not printed.
    #[must_use]
    pub fn more(&self) -> Vec<String> {
        let count = |kind| self.seen.get(kind).copied().unwrap_or_default().saturating_sub(PRINTED);
        self.more.iter().map(|(kind, line)| format!("look: {} more lines like this one: {line}", count(kind))).collect()
    }

    /// Writes the problems and what else needs a look into a file, one JSON object a line.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn write(&self, findings: &[Finding], path: &Path) -> Result<(), ReportError> {
        let write = || {
            let mut file = BufWriter::new(File::create(path)?);
            for finding in self.all.iter().chain(findings) {
                serde_json::to_writer(&mut file, finding)?;
                file.write_all(b"\n")?;
            }
            file.flush()
        };
        write().map_err(|cause| ReportError { path: path.to_owned(), cause })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_many_problems_of_one_kind_some_are_printed_and_all_are_kept() {
        let mut problems = Problems::default();
        let problem = |number: usize, kind| Problem { file: format!("{number:03}.txt"), line: None, kind };
        let printed: Vec<String> =
            (0..50).filter_map(|number| problems.take(&problem(number, ProblemKind::Empty))).collect();
        assert_eq!(printed.len(), PRINTED);
        assert!(problems.take(&problem(50, ProblemKind::NoArticle)).is_some(), "another kind has its own count");
        let more = problems.more();
        assert_eq!(more.len(), 1);
        assert!(more[0].starts_with("look: 30 more lines like this one: 020.txt: holds no text"), "{more:?}");
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("laporan.jsonl");
        problems.write(&[], &path).unwrap();
        assert_eq!(std::fs::read_to_string(&path).unwrap().lines().count(), 51);
        let error = problems.write(&[], folder.path()).unwrap_err();
        assert!(error.to_string().contains("cannot be written"));
    }
}
