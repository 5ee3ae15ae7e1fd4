//! The default archive speaks about real people, so what its briefs say is checked against what is known.
//!
//! What needs no notes is checked everywhere. The comparison with the notes reads `../shared/facts/events.json` and
//! `../shared/articles`, and is skipped, saying so, on a checkout that stands alone.

#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::PathBuf;

use jejak_archive::Article;
use serde_json::Value;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn briefs() -> Vec<Article> {
    let pressed = jejak_press::press_folder(&root().join("assets/articles")).expect("the default archive presses");
    assert!(pressed.problems.is_empty(), "problems: {:?}", pressed.problems);
    pressed.archive.articles
}

/// The events that the briefs were written from, by id; `None` on a checkout that stands alone.
fn events() -> Option<HashMap<String, Value>> {
    let path = root().join("../shared/facts/events.json");
    let Ok(bytes) = fs::read(&path) else {
        println!("skipped: {} is not here", path.display());
        return None;
    };
    let events: Vec<Value> = serde_json::from_slice(&bytes).expect("events are JSON");
    Some(events.into_iter().map(|event| (event["id"].as_str().expect("an id").to_owned(), event)).collect())
}

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase).collect()
}

fn count(text: &str) -> usize {
    text.split_whitespace().count()
}

fn strings(value: &Value) -> Vec<&str> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

/// Words of an event's notes: its points, figures and fragments, and what each person did.
fn count_notes(event: &Value) -> usize {
    let words_of = |list: &str, field: &str| -> usize {
        event[list].as_array().into_iter().flatten().filter_map(|item| item[field].as_str()).map(count).sum()
    };
    strings(&event["points"]).into_iter().map(count).sum::<usize>()
        + strings(&event["figures"]).into_iter().map(count).sum::<usize>()
        + words_of("quote_fragments", "fragment")
        + words_of("people", "did")
}

#[test]
fn each_brief_is_dated_by_its_name_and_its_weekdays_agree() {
    for brief in briefs() {
        let date = brief.date.unwrap_or_else(|| panic!("{} has no date", brief.id));
        assert!(brief.id.starts_with(&date.to_string()), "{} is dated {date}", brief.id);
        assert!(!brief.title_derived, "{} has a headline of its own", brief.id);
        for printed in &brief.dates {
            assert_ne!(printed.weekday_agrees, Some(false), "{}: {}", brief.id, printed.as_printed);
        }
    }
}

#[test]
fn each_brief_names_its_source_and_loses_nothing_to_cleaning() {
    for brief in briefs() {
        assert!(brief.publisher.is_some(), "{} names its publisher", brief.id);
        for url in brief.url.iter().chain(&brief.further_sources) {
            assert!(url.starts_with("https://") || url.starts_with("http://"), "{}: {url}", brief.id);
        }
        assert!(brief.removed.is_empty(), "{} lost {:?}", brief.id, brief.removed);
        assert!((60..=220).contains(&count(&brief.text)), "{} has {} words", brief.id, count(&brief.text));
    }
}

#[test]
fn each_brief_says_what_its_notes_say_and_no_more() {
    let Some(events) = events() else { return };
    let briefs = briefs();
    assert!(briefs.len() >= 85, "{} of {} events have a brief", briefs.len(), events.len());
    for brief in briefs {
        let event = events.get(&brief.id).unwrap_or_else(|| panic!("no event for {}", brief.id));
        for fragment in event["quote_fragments"].as_array().into_iter().flatten() {
            let fragment = fragment["fragment"].as_str().expect("words");
            assert!(quotes(&brief.text, fragment), "{} does not quote {fragment:?}", brief.id);
        }
        let invented = unsaid(&format!("{} {}", brief.title, brief.text), &event.to_string());
        assert!(invented.is_empty(), "{}: {invented:?} are in no note", brief.id);
        let length = count(&brief.text);
        let carried = count_notes(event);
        assert!(length * 10 <= carried * 16, "{} has {length} words, its notes {carried}", brief.id);
    }
}

#[test]
fn no_brief_takes_a_run_of_seven_words_from_an_article() {
    let folder = root().join("../shared/articles");
    if !folder.is_dir() {
        println!("skipped: {} is not here", folder.display());
        return;
    }
    let mut runs = HashSet::new();
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        runs.extend(runs_of_seven(&fs::read_to_string(entry.path()).expect("text")));
    }
    assert!(!runs.is_empty(), "the articles are read");
    for brief in briefs() {
        let taken = taken(&brief.text, &runs);
        assert!(taken.is_none() && self::taken(&brief.title, &runs).is_none(), "{} shares {taken:?}", brief.id);
    }
}

/// Whether a text holds words exactly, between quotation marks.
fn quotes(text: &str, fragment: &str) -> bool {
    text.split('"').skip(1).step_by(2).any(|quoted| quoted.contains(fragment))
}

/// The numbers of a text that no note holds. A number is whole: `1.913` is said by `1.913`, not by `913`. Days and
/// months are printed without the zero that a note's date has.
fn unsaid(text: &str, notes: &str) -> Vec<String> {
    let known: HashSet<&str> = numbers(notes).collect();
    let is_known = |number: &&str| known.contains(*number) || known.contains(format!("{number:0>2}").as_str());
    numbers(text).filter(|number| !is_known(number)).map(str::to_owned).collect()
}

/// Digits with the stops and commas between them.
fn numbers(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',')));
    parts.map(|part| part.trim_matches(['.', ','])).filter(|part| part.starts_with(|c: char| c.is_ascii_digit()))
}

/// The first run of seven words outside quotation marks that an article has too. Quoted fragments are the exception:
/// they are meant to be exact.
fn taken(text: &str, runs: &HashSet<Vec<String>>) -> Option<String> {
    let outside = text.split('"').step_by(2).flat_map(runs_of_seven);
    outside.filter(|run| runs.contains(run)).map(|run| run.join(" ")).next()
}

fn runs_of_seven(text: &str) -> Vec<Vec<String>> {
    words(text).windows(7).map(<[String]>::to_vec).collect()
}

#[test]
fn an_invented_brief_fails_each_check() {
    let notes = r#"{"date":"2026-01-05","points":["Sebanyak 1.913 pegawai hadir."],"figures":["Rp711,29 juta"]}"#;
    assert!(unsaid("Ada 1.913 pegawai dan Rp711,29 juta, Senin (5/1/2026).", notes).is_empty());
    assert_eq!(unsaid("Ada 913 pegawai, 29 juta, dan 12 kursi.", notes), ["913", "29", "12"]);
    assert!(quotes(r#"Ia berkata, "kami siap bekerja", lalu pulang."#, "siap bekerja"));
    assert!(!quotes(r#"Kami siap bekerja, "katanya", lalu pulang."#, "siap bekerja"));
    let runs = runs_of_seven("Satu dua tiga empat lima enam tujuh.").into_iter().collect();
    assert!(taken("Lalu satu, dua, tiga, empat, lima, enam, tujuh lagi.", &runs).is_some());
    assert!(taken(r#"Lalu "satu dua tiga empat lima enam tujuh" lagi."#, &runs).is_none());
}
