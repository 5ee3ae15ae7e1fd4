//! What the tests about speakers share.

#![allow(dead_code, reason = "not every test that shares this uses all of it")]

use jejak_press::annotate::{SpeakerNote, annotate};
use jejak_press::read::read;

/// The speakers of an article's direct quotes.
pub(crate) fn speakers(raw: &str) -> Vec<String> {
    speakers_of("article.txt", raw)
}

/// The speakers of the direct quotes in a file of some name.
pub(crate) fn speakers_of(name: &str, raw: &str) -> Vec<String> {
    let (sources, problems) = read(name, raw.as_bytes());
    assert!(problems.is_empty(), "{problems:?}");
    let note = annotate(&sources[0]);
    let name = |speaker: &SpeakerNote| match speaker {
        SpeakerNote::Person(person) => note.people[*person].name.clone(),
        SpeakerNote::Organisation(body) => note.organisations[*body].name.clone(),
        SpeakerNote::Role(_) => "office".to_string(),
    };
    note.quotes
        .iter()
        .filter(|quote| quote.kind == jejak_archive::model::QuoteKind::Direct)
        .map(|quote| quote.speaker.as_ref().map_or_else(|| "nobody".to_string(), name))
        .collect()
}

/// Fails where the direct quotes of an article are not said by those wanted.
pub(crate) fn expect(raw: &str, wanted: &[&str]) {
    assert_eq!(speakers(raw), wanted, "{raw}");
}
