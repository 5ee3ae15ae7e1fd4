//! `jejak search`: what a visitor would find, as JSON.
//!
//! WHY: whoever changes an archive or the engine can then measure what it does to answers, by the very engine that
//! runs in the browser. Field names are a contract that tools outside rely on.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use jejak_archive::query::PAGE;
use jejak_archive::{Engine, Explanation, Outcome, Query};
use serde::Serialize;

use crate::opened::{self, OpenedError};

/// What is asked.
#[derive(Debug, Clone)]
pub enum Asked {
    /// One question.
    One(String),
    /// The questions of a file, one a line; empty lines are stepped over.
    File(PathBuf),
}

impl Asked {
    /// Does something with each question, in their order.
    pub(crate) fn each(&self, work: &mut dyn FnMut(&str) -> Result<(), SearchError>) -> Result<(), SearchError> {
        match self {
            Self::One(words) => work(words),
            Self::File(path) => {
                let all = std::fs::read_to_string(path)
                    .map_err(|cause| SearchError::Queries { path: path.clone(), cause })?;
                all.lines().map(str::trim).filter(|words| !words.is_empty()).try_for_each(work)
            }
        }
    }
}

/// Why a question was not answered.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    /// There is no archive.
    #[error(transparent)]
    Opened(#[from] OpenedError),
    /// The questions cannot be read.
    #[error("the queries in {} cannot be read ({cause}); give a file of UTF-8 text, one query a line", path.display())]
    Queries {
        /// Their file.
        path: PathBuf,
        /// What the system said.
        cause: io::Error,
    },
    /// Standard output is gone.
    #[error("the output cannot be written ({0}); was the reader of a pipe closed?")]
    Output(#[from] io::Error),
    /// A hit is no JSON.
    #[error("a hit could not be put into JSON ({0})")]
    Json(#[from] serde_json::Error),
    /// The engine lacks parts of an archive that is carried whole.
    #[error("the archive is incomplete: {0} of its parts are missing; press it again")]
    Incomplete(usize),
}

/// One hit, as the contract has it.
#[derive(Debug, Serialize)]
struct Line<'a> {
    query: &'a str,
    id: &'a str,
    title: &'a str,
    date: Option<String>,
    /// Higher is better; only scores of one query compare.
    score: u32,
    snippet: &'a str,
    /// What the score is the sum of, where that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    explain: Option<Explain>,
}

/// The terms of a score; they and it are in thousandths.
#[derive(Debug, Serialize)]
struct Explain {
    words: Vec<Term>,
    closeness: u32,
    title: u32,
}

/// What one part of the query adds.
#[derive(Debug, Serialize)]
struct Term {
    word: String,
    adds: u32,
    rarity: u32,
    exact: f64,
    relative: f64,
    ahead: f64,
}

impl Explain {
    fn of(told: Explanation) -> Self {
        let thousandths = |value: f64| (value * 1000.0) as u32;
        let term = |term: jejak_archive::answer::WordTerm| Term {
            word: term.typed,
            adds: thousandths(term.adds),
            rarity: thousandths(term.rarity),
            exact: term.counts[0],
            relative: term.counts[1],
            ahead: term.counts[2],
        };
        Self {
            words: told.words.into_iter().map(term).collect(),
            closeness: thousandths(told.closeness),
            title: thousandths(told.title),
        }
    }
}

/// Prints at most `limit` hits of each question, best first, and where `explain` is set what their scores are made of.
///
/// # Errors
/// The archive or the questions cannot be read, or the output cannot be written.
pub fn run(archive: &Path, asked: &Asked, limit: u32, explain: bool, out: &mut impl Write) -> Result<(), SearchError> {
    let engine = opened::open(archive)?;
    asked.each(&mut |words| print(&engine, words, limit, explain, out))
}

fn print(engine: &Engine, words: &str, limit: u32, explain: bool, out: &mut impl Write) -> Result<(), SearchError> {
    let mut left = limit;
    for page in 0.. {
        let query = Query { words: words.to_owned(), page, ..Query::default() };
        let answer = match engine.answer(&query) {
            Outcome::Ready(answer) => answer,
            Outcome::Needs(parts) => return Err(SearchError::Incomplete(parts.len())),
        };
        for hit in answer.hits.iter().take(left as usize) {
            let told = match explain.then(|| engine.explain(&query, hit.article)) {
                Some(Outcome::Needs(parts)) => return Err(SearchError::Incomplete(parts.len())),
                Some(Outcome::Ready(told)) => told,
                None => None,
            };
            let line = Line {
                query: words,
                id: &hit.id,
                title: &hit.title,
                date: hit.date.map(|date| date.to_string()),
                score: hit.score,
                snippet: &hit.snippet.text,
                explain: told.map(Explain::of),
            };
            serde_json::to_writer(&mut *out, &line)?;
            out.write_all(b"\n")?;
        }
        left = left.saturating_sub(PAGE);
        if left == 0 || answer.hits.len() < PAGE as usize {
            break;
        }
    }
    Ok(())
}
