//! Hard cases, written for what they show: names and events are invented, the forms are those of newspapers.
//!
//! Each file holds the cases of one kind. A case is a name, a text, and every direct quote that it holds with its speaker;
//! a file's test names all cases that fail.

mod broken;
mod chains;
mod lost_marks;
mod nested;
mod several;
mod terms;

use jejak_archive::model::QuoteKind;
use jejak_press::annotate::{SpeakerNote, annotate};
use jejak_press::read::read;

/// A name for what is shown, the text, and its direct quotes in order: words, and speaker (`""` for none).
type Case = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

/// Checks all cases and names those that fail.
fn check(cases: &[Case]) {
    assert!(cases.len() >= 20, "{} cases", cases.len());
    let failed: Vec<String> = cases
        .iter()
        .filter_map(|(name, raw, wanted)| {
            let found = direct(raw);
            let wanted: Vec<(String, String)> =
                wanted.iter().map(|(words, who)| ((*words).to_string(), (*who).to_string())).collect();
            (found != wanted).then(|| format!("{name}:\n  wanted {wanted:?}\n  found  {found:?}"))
        })
        .collect();
    assert!(failed.is_empty(), "{} of {} cases fail\n{}", failed.len(), cases.len(), failed.join("\n"));
}

/// The direct quotes of a text with their speakers.
fn direct(raw: &str) -> Vec<(String, String)> {
    let (sources, _) = read("case.txt", raw.as_bytes());
    let mut found = Vec::new();
    for note in sources.iter().map(annotate) {
        for quote in note.quotes.iter().filter(|quote| quote.kind == QuoteKind::Direct) {
            let who = match &quote.speaker {
                Some(SpeakerNote::Person(person)) => note.people[*person].name.clone(),
                Some(SpeakerNote::Organisation(body)) => note.organisations[*body].name.clone(),
                Some(SpeakerNote::Role(_)) | None => String::new(),
            };
            found.push((quote.span.of(&note.cleaned.text).to_string(), who));
        }
    }
    found
}
