//! `jejak search --speakers`: who says it most.
//!
//! WHY by hundred articles: who is in the news every day says everything often. Beside the number of statements with the
//! words asked for stands in how many articles the speaker is named at all.

use std::io::Write;
use std::path::Path;

use jejak_archive::Query;
use jejak_archive::query::FacetKind;
use jejak_archive::statements::{GROUPS_PAGE, GroupKey, Grouping, StatementQuery};
use jejak_archive::{Engine, Outcome};
use serde::Serialize;

use crate::opened;
use crate::search::{Asked, SearchError};

/// One speaker.
#[derive(Debug, Serialize)]
struct Line<'a> {
    query: &'a str,
    /// `tokoh` or `lembaga`.
    kind: &'static str,
    slug: &'a str,
    name: &'a str,
    /// Statements of theirs that hold the words.
    statements: u32,
    /// Articles in which these stand.
    said_in: u32,
    /// Articles of the archive that name them.
    articles: u32,
    /// Of a hundred of these articles, in how many they say so, to a tenth.
    per_100_articles: f64,
}

/// Prints at most `limit` speakers for each question, who says it most first.
///
/// # Errors
/// The archive or the questions cannot be read, or the output cannot be written.
pub fn run(archive: &Path, asked: &Asked, limit: u32, out: &mut impl Write) -> Result<(), SearchError> {
    let engine = opened::open(archive)?;
    asked.each(&mut |words| print(&engine, words, limit, out))
}

fn print(engine: &Engine, words: &str, limit: u32, out: &mut impl Write) -> Result<(), SearchError> {
    let mut left = limit;
    for page in 0.. {
        let query = Query { words: words.to_owned(), page, ..Query::default() };
        let asked = StatementQuery { query, group: Some(Grouping::Speaker), ..StatementQuery::default() };
        let answer = match engine.statements(&asked) {
            Outcome::Ready(answer) => answer,
            Outcome::Needs(parts) => return Err(SearchError::Incomplete(parts.len())),
        };
        for group in &answer.groups {
            // What only a role says, or nobody known, is nobody's record.
            let GroupKey::Value(facet, slug) = &group.key else { continue };
            let Some(kind) = kind(*facet) else { continue };
            if left == 0 {
                return Ok(());
            }
            left -= 1;
            let articles = group.named_in;
            let tenths = (u64::from(group.articles) * 1000 + u64::from(articles) / 2).checked_div(u64::from(articles));
            let line = Line {
                query: words,
                kind,
                slug,
                name: &group.label,
                statements: group.count,
                said_in: group.articles,
                articles,
                per_100_articles: tenths.unwrap_or_default() as f64 / 10.0,
            };
            serde_json::to_writer(&mut *out, &line)?;
            out.write_all(b"\n")?;
        }
        if answer.groups.len() < GROUPS_PAGE as usize {
            break;
        }
    }
    Ok(())
}

/// The word for who speaks.
fn kind(facet: FacetKind) -> Option<&'static str> {
    match facet {
        FacetKind::Person => Some("tokoh"),
        FacetKind::Organisation => Some("lembaga"),
        _ => None,
    }
}
