//! The five articles of `../shared` (beside the repository), where they are: everything their labels state must be
//! found. Without that folder this test prints a line and passes.

use std::path::PathBuf;

use jejak_press::annotate::{Annotated, SpeakerNote, annotate};
use jejak_press::read::read;
use serde_json::{Value, json};

fn shared(path: &str) -> Option<PathBuf> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared").join(path);
    if path.exists() {
        return Some(path);
    }
    println!("skipped: {} is not here", path.display());
    None
}

#[test]
fn the_five_articles_are_read_as_labelled() {
    let (Some(gold), Some(folder)) = (shared("gold/articles.jsonl"), shared("articles")) else { return };
    let gold = std::fs::read_to_string(gold).expect("labels");
    for line in gold.lines() {
        let gold: Value = serde_json::from_str(line).expect("a label");
        let name = gold["file"].as_str().expect("a file");
        let (sources, problems) = read(name, &std::fs::read(folder.join(name)).expect("an article"));
        assert!(problems.is_empty(), "{problems:?}");
        let note = annotate(&sources[0]);
        assert!(note.title.is_some(), "{name}: a headline is shown");
        let found = as_labels(&note);
        for slot in ["title", "date", "dateline", "publisher", "byline", "people", "quotes", "regulations", "event"] {
            assert_eq!(found[slot], gold[slot], "{name}: {slot}");
        }
        for slot in ["dates", "removed"] {
            let found = found[slot].as_array().expect("a list");
            for wanted in gold[slot].as_array().expect("a list") {
                assert!(found.contains(wanted), "{name}: {slot} lacks {wanted}");
            }
        }
    }
}

/// The fields that the labels have, in their shape.
fn as_labels(note: &Annotated) -> Value {
    let people = note.people.iter().map(|person| {
        let role = |role: &jejak_press::annotate::RoleNote| {
            json!({"office": role.office, "organisation": role.organisation, "standing": role.standing.as_str()})
        };
        json!({"name": person.name, "roles": person.roles.iter().map(role).collect::<Vec<_>>()})
    });
    let direct = note.quotes.iter().filter(|quote| quote.kind.as_str() == "direct").map(|quote| {
        let source = note.cleaned.source(quote.span.range());
        let speaker = match &quote.speaker {
            Some(SpeakerNote::Person(person)) => Some((note.people[*person].name.clone(), "person")),
            Some(SpeakerNote::Organisation(body)) => Some((note.organisations[*body].name.clone(), "organisation")),
            Some(SpeakerNote::Role(role)) => Some((role.clone(), "role")),
            None => None,
        };
        json!({
            "kind": "direct", "text": quote.span.of(&note.cleaned.text), "source_start": source.start,
            "source_end": source.end, "speaker": speaker.clone().map(|(name, _)| name),
            "speaker_kind": speaker.map(|(_, kind)| kind), "cue": quote.cue.map(|cue| cue.of(&note.cleaned.text)),
        })
    });
    let dates = note.dates.iter().map(
        |date| json!({"date": date.date.to_string(), "weekday": date.weekday, "weekday_agrees": date.weekday_agrees}),
    );
    let removed = note.cleaned.removed.iter().map(|cut| json!({"kind": cut.kind.as_str(), "text": cut.text}));
    let laws = note
        .regulations
        .iter()
        .map(|law| json!({"as_printed": law.as_printed, "number": law.number, "year": law.year}));
    json!({
        "title": note.title.clone().filter(|_| !note.title_derived),
        "date": note.date.map(|date| date.to_string()),
        "dateline": note.cleaned.dateline, "publisher": note.publisher, "byline": note.byline,
        "event": note.event.map(|event| event.as_str()),
        "people": people.collect::<Vec<_>>(), "quotes": direct.collect::<Vec<_>>(),
        "dates": dates.collect::<Vec<_>>(), "removed": removed.collect::<Vec<_>>(),
        "regulations": laws.collect::<Vec<_>>(),
    })
}
