//! Rows of a pressed archive: all of them, in the order of the pages, and what an archive does not have.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by it")]

use jejak_archive::query::PAGE;
use jejak_archive::statements::{Grouping, STATEMENTS_PAGE, StatementQuery};
use jejak_archive::{Engine, Outcome, Query};
use jejak_export::{Asked, Item, Progress, Rows};

/// More articles and statements than a page holds.
fn engine() -> Engine {
    let articles: String = (0..45)
        .map(|number| {
            format!(
                "{{\"id\":\"a{number}\",\"title\":\"Pasar {number}\",\"date\":\"2026-01-{:02}\",\"text\":\"“Pasar \
                 {number} dibuka hari ini,” kata Camat Metro Pusat Sari Dewi.\"}}\n",
                number % 28 + 1
            )
        })
        .collect();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.jsonl");
    std::fs::write(&file, articles).unwrap();
    let pressed = jejak_press::press_folder(folder.path()).unwrap();
    Engine::open(jejak_archive::write(&pressed.archive, &jejak_press::stem::Indonesian)).unwrap()
}

fn all(engine: &Engine, asked: Asked, limit: usize) -> (Vec<Item>, Option<u32>, u32) {
    let mut rows = Rows::new(asked, limit);
    loop {
        match rows.step(engine) {
            Progress::More => {}
            Progress::Done => break,
            Progress::Needs(parts) => panic!("{parts:?} are missing of a whole archive"),
        }
    }
    let (total, gone) = (rows.total(), rows.gone());
    (rows.into_items(), total, gone)
}

#[test]
fn rows_are_the_pages_one_behind_the_other() {
    let engine = engine();
    let query = Query { words: "pasar".into(), ..Query::default() };
    let (items, total, _) = all(&engine, Asked::Articles(query.clone()), usize::MAX);
    assert_eq!((items.len(), total), (45, Some(45)));
    for (number, page) in items.chunks(PAGE as usize).enumerate() {
        let asked = Query { page: u32::try_from(number).unwrap(), ..query.clone() };
        let Outcome::Ready(answer) = engine.answer(&asked) else { panic!("it is whole") };
        assert!(answer.hits.iter().map(|hit| &hit.id).eq(page.iter().map(|item| &item.article)));
    }

    let grouped = StatementQuery { group: Some(Grouping::Month), query, ..StatementQuery::default() };
    let (items, total, _) = all(&engine, Asked::Statements(grouped.clone()), usize::MAX);
    assert_eq!((items.len(), total), (45, Some(45)));
    for (number, page) in items.chunks(STATEMENTS_PAGE as usize).enumerate() {
        let query = Query { page: u32::try_from(number).unwrap(), ..grouped.query.clone() };
        let asked = StatementQuery { group: None, query, ..grouped.clone() };
        let Outcome::Ready(answer) = engine.statements(&asked) else { panic!("it is whole") };
        for (one, item) in answer.list.iter().zip(page) {
            let said = item.said.as_ref().unwrap();
            assert_eq!((&one.id, &one.anchor, &one.speaker), (&item.article, &said.anchor, &said.speaker));
            assert_eq!(
                (one.kind, one.confidence, one.how, &one.role),
                (said.kind, said.confidence, said.how, &said.role)
            );
            assert_eq!(one.snippet.text, said.words);
        }
    }
    let (few, total, _) = all(&engine, Asked::Articles(Query::default()), 12);
    assert_eq!((few.len(), total), (12, Some(45)));
    assert_eq!(all(&engine, Asked::Articles(Query { words: "\"tidak ada\"".into(), ..Query::default() }), 12).0, []);
}

#[test]
fn what_is_gone_is_counted_and_the_rest_comes() {
    let engine = engine();
    let (said, ..) = all(&engine, Asked::Statements(StatementQuery::default()), 1);
    let anchor = said[0].said.as_ref().unwrap().anchor.clone();
    let mut these =
        vec![(said[0].article.clone(), anchor), ("hilang".into(), String::new()), ("a1".into(), "k-hilang00".into())];
    these.extend((0..20).map(|number| (format!("a{number}"), String::new())));
    let (items, total, gone) = all(&engine, Asked::These(these), usize::MAX);
    assert_eq!((items.len(), total, gone), (21, Some(23), 2));
    assert_eq!(items[0], said[0]);
    assert!(items[1..].iter().all(|item| item.said.is_none()));
}
