//! What is new in the answer to a saved search, between one edition of an archive and the next.

use crate::archive::{archive, open};
use jejak_app::state::library::Library;
use jejak_app::state::news::{self, News, after, count};
use jejak_app::state::searches::Seen;
use jejak_archive::statements::StatementQuery;
use jejak_archive::{Date, Outcome, Query};
use jejak_export::Asked;

#[allow(clippy::panic, reason = "what a helper expects is part of the tests")]
fn ready<T>(outcome: Outcome<T>) -> T {
    match outcome {
        Outcome::Ready(it) => it,
        Outcome::Needs(parts) => panic!("the archive is whole, and lacks {parts:?}"),
    }
}

fn articles(words: &str) -> Asked {
    Asked::Articles(Query { words: words.into(), ..Query::default() })
}

fn seen(library: &Library, asked: &Asked) -> Seen {
    Seen {
        total: ready(count(library, asked)),
        newest: library.coverage().map(|(_, last)| last),
        stamp: library.stamp().to_owned(),
    }
}

/// Two of later days, one of an earlier day, and one that is gone: what lies behind the last visit is told apart from the rest.
#[test]
fn later_days_are_new_and_the_rest_is_a_difference() {
    let first = open(&archive());
    let mut next = archive();
    let mut add = |id: &str, date: Option<Date>| {
        let mut more = next.articles[2].clone();
        (more.id, more.date, more.published) = (id.to_owned(), date, date);
        next.articles.push(more);
    };
    add("besok", Date::new(2026, 2, 4).ok());
    add("lusa", Date::new(2026, 3, 1).ok());
    add("hari-yang-sama", Date::new(2026, 2, 3).ok());
    let next = open(&next);
    let asked = articles("panen");
    let old = seen(&first, &asked);
    assert_eq!((old.total, old.newest), (2, Date::new(2026, 2, 3).ok()));
    let news = ready(news::since(&next, &asked, &old));
    assert_eq!(news, News { total: 5, fresh: 2, others: 1 });
    assert_eq!(ready(news::since(&first, &asked, &seen(&next, &asked))), News { total: 2, fresh: 0, others: -3 });
    let same = ready(news::since(&next, &asked, &seen(&next, &asked)));
    assert_eq!((same.fresh, same.others), (0, 0));
    // Where no day was known then, nothing can be told apart.
    let undated = Seen { newest: None, ..old };
    assert_eq!(ready(news::since(&next, &asked, &undated)), News { total: 5, fresh: 0, others: 3 });
}

/// An answer is as large as the page of it says, however it is put together or whichever page was looked at.
#[test]
fn what_is_counted_is_what_is_listed() {
    let library = open(&archive());
    let grouped =
        StatementQuery { group: Some(jejak_archive::statements::Grouping::Speaker), ..StatementQuery::default() };
    assert_eq!(ready(count(&library, &Asked::Statements(grouped))), 3);
    let far = Query { words: "desa".into(), page: 7, ..Query::default() };
    let listed = ready(library.answer(&Query { page: 0, ..far.clone() }).as_ref().clone()).total;
    assert_eq!(ready(count(&library, &Asked::Articles(far))), listed);
}

/// Later days are asked for within those that the search itself asks for.
#[test]
fn a_search_in_time_keeps_its_days() {
    let day = |day| Date::constant(2026, 2, day);
    let within = |from: Option<Date>, to: Option<Date>| {
        let asked = Asked::Articles(Query { from, to, page: 3, ..Query::default() });
        match after(&asked, day(10)) {
            Some(Asked::Articles(query)) => Some((query.from, query.to, query.page)),
            _ => None,
        }
    };
    assert_eq!(within(None, None), Some((Some(day(11)), None, 0)));
    assert_eq!(within(Some(day(1)), Some(day(20))), Some((Some(day(11)), Some(day(20)), 0)));
    assert_eq!(within(Some(day(15)), None), Some((Some(day(15)), None, 0)));
    assert_eq!(within(None, Some(day(10))), None, "its last day is over");
    assert_eq!(after(&articles(""), Date::MAX), None);
}
