//! The default archive speaks about real people, so what its briefs say is checked against what is known.
//!
//! What needs no notes is checked everywhere. The comparison with the notes reads `../shared/facts/events.json` and
//! `../shared/articles`, and is skipped, saying so, on a checkout that stands alone.

#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

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
        if let Some(url) = &brief.url {
            assert!(url.starts_with("https://") || url.starts_with("http://"), "{}: {url}", brief.id);
        }
        assert!(brief.removed.is_empty(), "{} lost {:?}", brief.id, brief.removed);
        assert!((60..=220).contains(&count(&brief.text)), "{} has {} words", brief.id, count(&brief.text));
    }
}

#[test]
fn each_brief_says_what_its_notes_say_and_no_more() {
    let Some(events) = events() else { return };
    for brief in briefs() {
        let event = events.get(&brief.id).unwrap_or_else(|| panic!("no event for {}", brief.id));
        for fragment in event["quote_fragments"].as_array().into_iter().flatten() {
            let fragment = fragment["fragment"].as_str().expect("words");
            assert!(brief.text.contains(fragment), "{} does not hold {fragment:?}", brief.id);
        }
        let notes = event.to_string();
        let known: HashSet<&str> = notes.split(|c: char| !c.is_ascii_digit()).collect();
        for number in brief.text.split(|c: char| !c.is_ascii_digit()).filter(|n| !n.is_empty()) {
            let padded = format!("{number:0>2}");
            let found = known.contains(number) || known.contains(padded.as_str());
            assert!(found, "{}: {number} is in no note", brief.id);
        }
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
    let runs = runs_of_seven(&folder);
    for brief in briefs() {
        // Quoted fragments are the exception: they are meant to be exact.
        for outside in brief.text.split('"').step_by(2) {
            for run in words(outside).windows(7) {
                assert!(!runs.contains(run), "{} shares {:?}", brief.id, run.join(" "));
            }
        }
    }
}

fn runs_of_seven(folder: &Path) -> HashSet<Vec<String>> {
    let mut runs = HashSet::new();
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let text = fs::read_to_string(entry.path()).expect("text");
        runs.extend(words(&text).windows(7).map(<[String]>::to_vec));
    }
    runs
}
