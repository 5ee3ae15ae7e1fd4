//! What is new in the answer to a saved search.
//!
//! An answer is new when its day lies after the newest day that the archive had on the last visit. What else came or went
//! cannot be told apart, since of that visit only the number of answers is kept: older articles that were added, and such that
//! were removed, show as a difference. The two together are exactly what the total grew or shrank by.

use jejak_archive::statements::StatementQuery;
use jejak_archive::{Date, Outcome, Query};
use jejak_export::Asked;

use super::library::Library;
use super::searches::Seen;

/// What became of an answer since it was last seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct News {
    /// How many answers there are now.
    pub total: u32,
    /// How many of them are of a day after the newest one seen.
    pub fresh: u32,
    /// By how many the others are more, or fewer, than all were then.
    pub others: i64,
}

/// How many answers there are, of which no page is read: few parts of an archive are needed.
#[must_use]
pub fn count(library: &Library, asked: &Asked) -> Outcome<u32> {
    match asked {
        Asked::Articles(query) => match library.over_time(query) {
            Outcome::Ready(answer) => Outcome::Ready(answer.total),
            Outcome::Needs(parts) => Outcome::Needs(parts),
        },
        Asked::Statements(asked) => {
            // A page that does not exist: its statements need not be drawn.
            let query = Query { page: u32::MAX, ..asked.query.clone() };
            match library.statements(&StatementQuery { query, group: None, ..asked.clone() }) {
                Outcome::Ready(answer) => Outcome::Ready(answer.total),
                Outcome::Needs(parts) => Outcome::Needs(parts),
            }
        }
        Asked::These(all) => Outcome::Ready(u32::try_from(all.len()).unwrap_or(u32::MAX)),
    }
}

/// The same question, of later days alone; `None` where none of them is asked for.
#[must_use]
pub fn after(asked: &Asked, day: Date) -> Option<Asked> {
    let next = day.tomorrow().ok()?;
    let later = |query: &Query| {
        let from = query.from.map_or(next, |from| from.max(next));
        query.to.is_none_or(|to| from <= to).then(|| Query { from: Some(from), page: 0, ..query.clone() })
    };
    match asked {
        Asked::Articles(query) => later(query).map(Asked::Articles),
        Asked::Statements(asked) => {
            later(&asked.query).map(|query| Asked::Statements(StatementQuery { query, ..asked.clone() }))
        }
        Asked::These(_) => None,
    }
}

/// What became of an answer since it was seen.
#[must_use]
pub fn since(library: &Library, asked: &Asked, seen: &Seen) -> Outcome<News> {
    let later = seen.newest.and_then(|day| after(asked, day));
    let fresh = later.map_or(Outcome::Ready(0), |asked| count(library, &asked));
    match (count(library, asked), fresh) {
        (Outcome::Ready(total), Outcome::Ready(fresh)) => {
            Outcome::Ready(News { total, fresh, others: i64::from(total) - i64::from(fresh) - i64::from(seen.total) })
        }
        (Outcome::Needs(mut parts), Outcome::Needs(more)) => {
            parts.extend(more);
            parts.sort_unstable();
            parts.dedup();
            Outcome::Needs(parts)
        }
        (Outcome::Needs(parts), _) | (_, Outcome::Needs(parts)) => Outcome::Needs(parts),
    }
}
