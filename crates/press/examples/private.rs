//! Whom the press takes for private, and whether it is right: how many people lose their page, and a draw of them to read.
//!
//! `cargo run --profile tools -p jejak-press --example private -- FILE.jsonl [DRAWN SEED]`

#![allow(clippy::expect_used, reason = "a program to measure with, not one that ships")]

use std::collections::{BTreeMap, BTreeSet};

use jejak_archive::model::Speaker;
use jejak_press::annotate::{SpeakerNote, annotate};
use jejak_press::press;
use jejak_press::read::read;

/// So many bytes of text are shown before and behind a name.
const AROUND: usize = 160;

fn main() {
    let mut words = std::env::args().skip(1);
    let file = words.next().expect("a file of articles");
    let mut number = || words.next().and_then(|word| word.parse::<usize>().ok());
    let (drawn, seed) = (number().unwrap_or(0), number().unwrap_or(1));
    let bytes = std::fs::read(&file).expect("a file that can be read");
    let archive = press([("a.jsonl".to_owned(), bytes.clone())].into_iter()).archive;
    let quotes = archive.articles.iter().flat_map(|article| &article.quotes);
    let speaks: BTreeSet<u32> = quotes
        .filter_map(|quote| match quote.speaker {
            Some(Speaker::Person(at)) => Some(at),
            _ => None,
        })
        .collect();
    let pages = archive.people.iter().zip(0..).filter(|(one, at)| speaks.contains(at) || !one.roles.is_empty()).count();
    let known: BTreeSet<&String> =
        archive.people.iter().flat_map(|person| [&person.name].into_iter().chain(&person.aliases)).collect();
    // Whom an article alone shows, and the archive does not have.
    let mut private: BTreeMap<String, (usize, String)> = BTreeMap::new();
    for source in read("a.jsonl", &bytes).0 {
        let note = annotate(&source);
        for (at, person) in note.people.iter().enumerate().filter(|(_, person)| !known.contains(&person.name)) {
            let said = note.quotes.iter().filter(|quote| quote.speaker == Some(SpeakerNote::Person(at))).count();
            let one = private.entry(person.name.clone()).or_default();
            one.0 += said;
            one.1.push_str(&format!("\n-- {}", note.title.as_deref().unwrap_or_default()));
            for span in person.mentions.iter().take(2) {
                let text = &note.cleaned.text;
                let (start, end) = (span.range().start, span.range().end);
                let from = (0..=start.saturating_sub(AROUND)).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
                let to = ((end + AROUND).min(text.len())..=text.len()).find(|at| text.is_char_boundary(*at));
                let around = text[from..to.unwrap_or(text.len())].replace('\n', " / ");
                one.1.push_str(&format!("\n   … {around} …"));
            }
        }
    }
    let speaking = private.values().filter(|(said, _)| *said > 0).count();
    println!(
        "{pages} people have a page; {} are private, {speaking} of them speak and would have had one",
        private.len()
    );
    let mut state = seed as u64;
    let mut names: Vec<_> = private.into_iter().collect();
    for _ in 0..drawn.min(names.len()) {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let (name, (said, places)) = names.remove((state >> 33) as usize % names.len());
        println!("\n== {name} ({said} statements){places}");
    }
}
