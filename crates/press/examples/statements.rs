//! Prints the statements of articles, one JSON object a line, all of them or a sample for judging by hand.
//!
//! ```sh
//! cargo run -p jejak-press --profile tools --example statements -- FILE.jsonl > all.jsonl
//! cargo run -p jejak-press --profile tools --example statements -- FILE.jsonl --draw 150 --seed 2026
//! cargo run -p jejak-press --profile tools --example statements -- FILE.jsonl --people all > people.jsonl
//! ```
//!
//! A sample holds direct quotes only. Each quote is ranked by the 64-bit xxh3 hash of `SEED:ID:SOURCE_START` (the
//! article's id, and the byte of the source at which the words begin), ties by id and byte, and the first ones are taken:
//! the same file, seed and number give the same quotes, whatever is found elsewhere. They are printed by id and byte.

use std::collections::HashMap;
use std::error::Error;
use std::io::{self, BufWriter, Write};

use jejak_archive::model::QuoteKind;
use jejak_press::annotate::{Annotated, QuoteNote, SpeakerNote, annotate};
use jejak_press::read::{Source, read};
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let file = arguments.first().ok_or("name a file of JSON Lines")?;
    let options: HashMap<&str, &str> =
        arguments[1..].chunks(2).filter_map(|pair| Some((pair.first()?.as_str(), pair.get(1)?.as_str()))).collect();
    let draw: Option<usize> = options.get("--draw").map(|number| number.parse()).transpose()?;
    let seed: u64 = options.get("--seed").map_or(Ok(0), |seed| seed.parse())?;

    let (sources, problems) = read(file, &std::fs::read(file)?);
    for problem in &problems {
        eprintln!("{problem}");
    }
    if options.contains_key("--people") {
        return people(&sources);
    }
    let mut found: Vec<(u64, String, usize, Value)> = Vec::new();
    for source in &sources {
        let id = source.fields.id.clone().unwrap_or_default();
        let note = annotate(source);
        for quote in &note.quotes {
            let start = note.cleaned.source(quote.span.range()).start;
            let rank = xxhash_rust::xxh3::xxh3_64(format!("{seed}:{id}:{start}").as_bytes());
            if draw.is_none() || quote.kind == QuoteKind::Direct {
                found.push((rank, id.clone(), start, statement(&id, &note, quote)));
            }
        }
    }
    if let Some(number) = draw {
        found.sort_by(|a, b| (a.0, &a.1, a.2).cmp(&(b.0, &b.1, b.2)));
        found.truncate(number);
        found.sort_by(|a, b| (&a.1, a.2).cmp(&(&b.1, b.2)));
    }
    let mut out = BufWriter::new(io::stdout().lock());
    for (_, _, _, statement) in &found {
        serde_json::to_writer(&mut out, statement)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

/// Prints the people of each article with their offices.
fn people(sources: &[Source]) -> Result<(), Box<dyn Error>> {
    let mut out = BufWriter::new(io::stdout().lock());
    for source in sources {
        let note = annotate(source);
        let people: Vec<Value> = note
            .people
            .iter()
            .map(|person| {
                let roles: Vec<String> = person
                    .roles
                    .iter()
                    .map(|role| {
                        format!(
                            "{}|{}|{}",
                            role.standing.as_str(),
                            role.office,
                            role.organisation.as_deref().unwrap_or("")
                        )
                    })
                    .collect();
                json!({ "name": person.name, "aliases": person.aliases, "roles": roles })
            })
            .collect();
        serde_json::to_writer(&mut out, &json!({ "id": source.fields.id, "people": people }))?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

fn statement(id: &str, note: &Annotated, quote: &QuoteNote) -> Value {
    let text = &note.cleaned.text;
    let source = note.cleaned.source(quote.span.range());
    let (speaker, kind) = match &quote.speaker {
        Some(SpeakerNote::Person(person)) => (Some(note.people[*person].name.as_str()), Some("person")),
        Some(SpeakerNote::Organisation(body)) => (Some(note.organisations[*body].name.as_str()), Some("organisation")),
        Some(SpeakerNote::Role(_)) => (None, Some("role")),
        None => (None, None),
    };
    json!({
        "id": id, "kind": quote.kind.as_str(), "text": quote.span.of(text), "source_start": source.start,
        "source_end": source.end, "speaker": speaker, "speaker_kind": kind, "role": quote.role,
        "cue": quote.cue.map(|cue| cue.of(text)), "how": quote.how.map(|how| how.as_str()),
        "confidence": quote.confidence,
    })
}
