//! Counts the words that no person is called by, for `data/vocabulary.txt`.
//!
//! ```sh
//! cargo run -p jejak-press --profile tools --example vocabulary -- FILE.jsonl LABELS.jsonl...
//! ```
//!
//! Articles that the labels name by id are left out, so that what is measured on them is not counted from them. A word is
//! printed if it has four letters or more and nothing but letters; stands in small letters in three articles or more and
//! with a capital letter inside a sentence in two or more; is part of no name that the press finds; and is in no other list
//! of the data. A capital letter stands inside a sentence where neither a line, a stop nor a quotation mark is right before it.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;

use jejak_press::annotate::annotate;
use jejak_press::read::read;

/// The lists that have a word already.
const LISTS: [&str; 10] = [
    include_str!("../data/small.txt"),
    include_str!("../data/orgwords.txt"),
    include_str!("../data/brands.txt"),
    include_str!("../data/english.txt"),
    include_str!("../data/given.txt"),
    include_str!("../data/common.txt"),
    include_str!("../data/titles.txt"),
    include_str!("../data/regions.txt"),
    include_str!("../data/countries.txt"),
    include_str!("../data/offices.txt"),
];

/// In how many articles a word stands, in which form.
#[derive(Default)]
struct Counts {
    small: u32,
    capital: u32,
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let file = arguments.first().ok_or("name a file of JSON Lines")?;
    let mut left_out = BTreeSet::new();
    for labels in &arguments[1..] {
        for line in std::fs::read_to_string(labels)?.lines() {
            let label: serde_json::Value = serde_json::from_str(line)?;
            left_out.extend(label.get("id").and_then(serde_json::Value::as_str).map(str::to_owned));
        }
    }
    let (sources, problems) = read(file, &std::fs::read(file)?);
    for problem in &problems {
        eprintln!("{problem}");
    }
    let mut counts: BTreeMap<String, Counts> = BTreeMap::new();
    let mut borne: BTreeSet<String> = LISTS.iter().flat_map(|list| words(list)).map(str::to_lowercase).collect();
    for source in &sources {
        if source.fields.id.as_ref().is_some_and(|id| left_out.contains(id)) {
            continue;
        }
        let note = annotate(source);
        borne.extend(note.people.iter().flat_map(|person| words(&person.name)).map(str::to_lowercase));
        let (small, capital) = forms(&note.cleaned.text);
        for word in small {
            counts.entry(word).or_default().small += 1;
        }
        for word in capital {
            counts.entry(word).or_default().capital += 1;
        }
    }
    for (word, counts) in &counts {
        let long = word.chars().count() >= 4 && word.chars().all(char::is_alphabetic);
        if long && counts.small >= 3 && counts.capital >= 2 && !borne.contains(word) {
            println!("{word}");
        }
    }
    Ok(())
}

/// The words of a text: letters, with the apostrophes and hyphens inside them.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphabetic() || matches!(c, '\'' | '’' | '-'))).filter(|word| !word.is_empty())
}

/// The words of a text that stand in small letters, and those with a capital letter inside a sentence, in lower case.
fn forms(text: &str) -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut small, mut capital) = (BTreeSet::new(), BTreeSet::new());
    let mut before = "\n";
    for word in text.split_inclusive(char::is_whitespace) {
        let opens = before.ends_with('\n') || before.trim_end().ends_with(['.', '!', '?', ':', '"', '“', '”']);
        let marks = word.find(char::is_alphabetic).unwrap_or_default();
        for (index, part) in words(word).enumerate() {
            let mut letters = part.chars();
            let first = letters.next().is_some_and(char::is_uppercase);
            let inside = !opens && index == 0 && !word[..marks].contains(['"', '“', '”']);
            if !part.chars().any(char::is_uppercase) {
                small.insert(part.to_owned());
            } else if first && inside && letters.any(char::is_lowercase) {
                capital.insert(part.to_lowercase());
            }
        }
        before = word;
    }
    (small, capital)
}
