//! What the worker measures is what `jejak eval` measures over the same labels, and every miss is listed.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::{Path, PathBuf};

use jejak_cli::eval::{Figure, Options, bundled, figures};
use jejak_eval::{Bundle, Fault};
use jejak_presser::gauged;
use serde_json::Value;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn paths() -> (PathBuf, PathBuf) {
    (root().join("tests/gold/archive.jsonl"), root().join("assets/articles"))
}

/// What the command measures; how speakers were found is a breakdown of another slot.
fn measured() -> Vec<Figure> {
    let (gold, dir) = paths();
    let (mut all, problems) = figures(&Options { gold, dir: Some(dir), ..Options::default() }).unwrap();
    assert!(problems.is_empty(), "{problems:?}");
    all.retain(|figure| !figure.slot.contains(':'));
    all
}

#[test]
fn the_worker_counts_what_the_command_counts() {
    let (gold, articles) = paths();
    let text = bundled(&gold, &articles).unwrap();
    assert_eq!(text, bundled(&gold, &articles).unwrap(), "the same bytes each time");
    let mut steps = Vec::new();
    let told: Value = serde_json::from_str(&gauged(&text, &mut |done, of| steps.push((done, of))).unwrap()).unwrap();
    let count = |slot: &Value, key: &str| u32::try_from(slot[key].as_u64().unwrap()).unwrap();
    let figure = |slot: &Value| Figure {
        slot: slot["slot"].as_str().unwrap().to_owned(),
        right: count(slot, "right"),
        found: count(slot, "found"),
        wanted: count(slot, "wanted"),
    };
    assert_eq!(told["slots"].as_array().unwrap().iter().map(figure).collect::<Vec<_>>(), measured());
    let articles = Bundle::read(&text).unwrap().articles.len();
    assert_eq!((steps.first(), steps.last()), (Some(&(0, articles)), Some(&(articles, articles))));
}

/// Each case that a figure is short of is listed once, on the side that it counts on.
#[test]
fn misses_are_as_many_as_the_counts_say() {
    let (gold, articles) = paths();
    let bundle = Bundle::read(&bundled(&gold, &articles).unwrap()).unwrap();
    let gauged = bundle.measure(&mut |_, _| {}).unwrap();
    for Figure { slot, right, found, wanted } in &gauged.slots {
        let of = |faults: [Fault; 2]| {
            let listed = gauged.misses.iter().filter(|miss| miss.slot == *slot && faults.contains(&miss.fault));
            u32::try_from(listed.count()).unwrap()
        };
        assert_eq!(of([Fault::Missed, Fault::Wrong]), wanted - right, "{slot}: what was not found");
        assert_eq!(of([Fault::Extra, Fault::Wrong]), found - right, "{slot}: what was found besides");
    }
    for miss in &gauged.misses {
        assert!(gauged.slots.iter().any(|figure| figure.slot == miss.slot), "{miss}");
        assert!(gauged.titles.contains_key(&miss.article), "{miss}");
        assert!(miss.wanted.is_some() || miss.found.is_some() || miss.slot == "office-body", "{miss}");
    }
}

#[test]
fn what_is_no_bundle_is_refused() {
    assert!(gauged("<!doctype html>", &mut |_, _| {}).is_err());
    let lacking = r#"{"labels": "{\"file\": \"a.md\"}", "articles": {}}"#;
    assert!(gauged(lacking, &mut |_, _| {}).unwrap_err().to_string().contains("a.md"));
    let wrong = r#"{"labels": "\n{\"file\": \"a.md\", \"people\": 1}", "articles": {"a.md": "Apel pagi."}}"#;
    assert!(gauged(wrong, &mut |_, _| {}).unwrap_err().to_string().contains("line 2"));
}
