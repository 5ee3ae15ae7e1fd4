//! `jejak annotate`: what each article says, as JSON.
//!
//! WHY its own types: field names, nulls and byte offsets are a contract that tools outside rely on, so they are
//! spelled out here and do not follow the press's own types when those change.

use std::io::{self, Read as _, Write};
use std::path::{Path, PathBuf};

use jejak_press::annotate::{Annotated, QuoteNote, annotate};
use jejak_press::read::{Source, read};
use jejak_press::{Naming, Problem};
use serde::Serialize;

/// Why nothing more could be printed.
#[derive(Debug, thiserror::Error)]
pub enum AnnotateError {
    /// Standard output is gone.
    #[error("the output cannot be written ({0}); was the reader of a pipe closed?")]
    Output(#[from] io::Error),
    /// A result is no JSON.
    #[error("a result could not be put into JSON ({0})")]
    Json(#[from] serde_json::Error),
}

/// One article, as the contract has it.
#[derive(Debug, Serialize)]
pub struct Output<'a> {
    /// Its id.
    pub id: &'a str,
    /// The file, as named on the command line.
    pub file: &'a str,
    title: Option<&'a str>,
    title_derived: Option<&'a str>,
    date: Option<String>,
    published: Option<String>,
    /// Dates printed.
    pub dates: Vec<DateOut<'a>>,
    dateline: Option<&'a str>,
    publisher: Option<&'a str>,
    byline: &'a [String],
    caption: Option<&'a str>,
    text: &'a str,
    removed: Vec<RemovedOut<'a>>,
    people: Vec<PersonOut<'a>>,
    quotes: Vec<QuoteOut<'a>>,
    organisations: Vec<&'a str>,
    places: Vec<PlaceOut<'a>>,
    regulations: Vec<RegulationOut<'a>>,
    topics: &'a [String],
    event: Option<&'static str>,
}

/// A date printed.
#[derive(Debug, Serialize)]
pub struct DateOut<'a> {
    as_printed: &'a str,
    date: String,
    kind: &'static str,
    weekday: Option<&'a str>,
    weekday_agrees: Option<bool>,
}

#[derive(Debug, Serialize)]
struct RemovedOut<'a> {
    kind: &'static str,
    text: &'a str,
    source_start: usize,
    source_end: usize,
}

#[derive(Debug, Serialize)]
struct PersonOut<'a> {
    name: &'a str,
    aliases: &'a [String],
    honorifics: &'a [String],
    roles: Vec<RoleOut<'a>>,
}

#[derive(Debug, Serialize)]
struct RoleOut<'a> {
    as_printed: &'a str,
    office: &'a str,
    organisation: Option<&'a str>,
    standing: &'static str,
}

#[derive(Debug, Serialize)]
struct QuoteOut<'a> {
    text: &'a str,
    start: u32,
    end: u32,
    source_start: usize,
    source_end: usize,
    kind: &'static str,
    speaker: Option<&'a str>,
    speaker_kind: Option<&'static str>,
    role: Option<&'a str>,
    cue: Option<&'a str>,
    how: Option<&'static str>,
    confidence: f64,
}

#[derive(Debug, Serialize)]
struct PlaceOut<'a> {
    name: &'a str,
    kind: &'static str,
}

#[derive(Debug, Serialize)]
struct RegulationOut<'a> {
    as_printed: &'a str,
    kind: &'a str,
    number: Option<u32>,
    year: Option<u16>,
}

/// Annotates files and prints the results. Returns whether every input could be read.
///
/// # Errors
///
/// When the output cannot be written.
pub fn run(files: &[PathBuf], jsonl: &[PathBuf], out: &mut impl Write) -> Result<bool, AnnotateError> {
    let mut problems = Vec::new();
    let mut naming = Naming::default();
    let named = files.iter().map(|path| (path, false)).chain(jsonl.iter().map(|path| (path, true)));
    for (path, lines) in named {
        for source in sources(path, lines, &mut problems) {
            let id = naming.id(&source, &mut problems);
            let note = annotate(&source);
            serde_json::to_writer(&mut *out, &output(&id, &source, &note))?;
            out.write_all(b"\n")?;
        }
    }
    out.flush()?;
    let complete = problems.iter().all(|problem| !problem.kind.loses_article());
    for problem in &problems {
        eprintln!("{problem}");
    }
    Ok(complete)
}

/// The articles of one file; `lines` reads it as JSON Lines whatever its ending. One that ends in `.gz` is unpacked.
pub fn sources(path: &Path, lines: bool, problems: &mut Vec<Problem>) -> Vec<Source> {
    let name = path.to_string_lossy().into_owned();
    match contents(path) {
        Ok(bytes) => {
            let inner = name.strip_suffix(".gz").unwrap_or(&name);
            let as_lines = lines && !inner.ends_with("jsonl");
            let (mut sources, found) =
                read(&if as_lines { format!("{inner}.jsonl") } else { inner.to_owned() }, &bytes);
            for source in &mut sources {
                source.file.clone_from(&name);
            }
            problems.extend(found);
            sources
        }
        Err(cause) => {
            let kind = jejak_press::ProblemKind::Unreadable { cause: cause.to_string() };
            problems.push(Problem { file: name, line: None, kind });
            Vec::new()
        }
    }
}

/// The bytes of a file, unpacked where its name ends in `.gz`.
pub(crate) fn contents(path: &Path) -> io::Result<Vec<u8>> {
    if path.extension().is_none_or(|extension| extension != "gz") {
        return std::fs::read(path);
    }
    let mut bytes = Vec::new();
    // A person's own file, so only a bound that no archive reaches: what is unpacked is held in memory.
    let limit = 4 << 30;
    let mut unpacked = flate2::read::MultiGzDecoder::new(std::fs::File::open(path)?).take(limit + 1);
    unpacked.read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit {
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, "it unpacks to more than 4 GB"));
    }
    Ok(bytes)
}

/// An article in the shape of the contract.
#[must_use]
pub fn output<'a>(id: &'a str, source: &'a Source, note: &'a Annotated) -> Output<'a> {
    let title = note.title.as_deref();
    let removed = note.cleaned.removed.iter().map(|cut| RemovedOut {
        kind: cut.kind.as_str(),
        text: &cut.text,
        source_start: cut.source.start,
        source_end: cut.source.end,
    });
    let dates = note.dates.iter().map(|date| DateOut {
        as_printed: &date.as_printed,
        date: date.date.to_string(),
        kind: date.kind.as_str(),
        weekday: date.weekday.as_deref(),
        weekday_agrees: date.weekday_agrees,
    });
    let people = note.people.iter().map(|person| PersonOut {
        name: &person.name,
        aliases: &person.aliases,
        honorifics: &person.honorifics,
        roles: person
            .roles
            .iter()
            .map(|role| RoleOut {
                as_printed: &role.as_printed,
                office: &role.office,
                organisation: role.organisation.as_deref(),
                standing: role.standing.as_str(),
            })
            .collect(),
    });
    let places = note.places.iter().map(|(place, kind)| PlaceOut { name: &place.name, kind: kind.as_str() });
    let regulations = note.regulations.iter().map(|law| RegulationOut {
        as_printed: &law.as_printed,
        kind: &law.kind,
        number: law.number,
        year: law.year,
    });
    Output {
        id,
        file: &source.file,
        title: title.filter(|_| !note.title_derived),
        title_derived: title.filter(|_| note.title_derived),
        date: note.date.map(|date| date.to_string()),
        published: note.published.map(|date| date.to_string()),
        dates: dates.collect(),
        dateline: note.cleaned.dateline.as_deref(),
        publisher: note.publisher.as_deref(),
        byline: &note.byline,
        caption: note.cleaned.caption.as_deref(),
        text: &note.cleaned.text,
        removed: removed.collect(),
        people: people.collect(),
        quotes: note.quotes.iter().map(|quote| quote_out(note, quote)).collect(),
        organisations: note.organisations.iter().map(|body| body.name.as_str()).collect(),
        places: places.collect(),
        regulations: regulations.collect(),
        topics: &note.topics,
        event: note.event.map(jejak_archive::model::EventKind::as_str),
    }
}

fn quote_out<'a>(note: &'a Annotated, quote: &'a QuoteNote) -> QuoteOut<'a> {
    let text = &note.cleaned.text;
    let source = note.cleaned.source(quote.span.range());
    let (speaker, speaker_kind) = note.speaker(quote);
    QuoteOut {
        text: quote.span.of(text),
        start: quote.span.start,
        end: quote.span.end,
        source_start: source.start,
        source_end: source.end,
        kind: quote.kind.as_str(),
        speaker,
        speaker_kind,
        role: quote.role.as_deref(),
        cue: quote.cue.map(|cue| cue.of(text)),
        how: quote.how.map(jejak_archive::model::How::as_str),
        confidence: f64::from(quote.confidence) / 100.0,
    }
}

#[cfg(test)]
mod tests {
    use super::output;
    use jejak_press::annotate::annotate;
    use jejak_press::read::Source;

    #[test]
    fn the_contract_names_its_fields_in_order_and_gives_nulls() {
        let text = "“Kami siap,” kata Camat Metro Pusat Sari Dewi, Senin (19/01/2026).";
        let source = Source::plain("a.txt", text.to_string());
        let note = annotate(&source);
        let json = serde_json::to_value(output("a", &source, &note)).expect("JSON");
        let line = serde_json::to_string(&output("a", &source, &note)).expect("JSON");
        let fields = [
            "id",
            "file",
            "title",
            "title_derived",
            "date",
            "published",
            "dates",
            "dateline",
            "publisher",
            "byline",
            "caption",
            "text",
            "removed",
            "people",
            "quotes",
            "organisations",
            "places",
            "regulations",
            "topics",
            "event",
        ];
        let places: Vec<usize> = fields.iter().map(|field| line.find(&format!("\"{field}\":")).expect(field)).collect();
        assert!(places.is_sorted(), "{line}");
        assert_eq!(json["title"], serde_json::Value::Null);
        assert_eq!(json["date"], "2026-01-19");
        let quote = &json["quotes"][0];
        assert_eq!(quote["text"], "Kami siap");
        let (start, end) =
            (quote["source_start"].as_u64().expect("a byte"), quote["source_end"].as_u64().expect("a byte"));
        assert_eq!(&text[start as usize..end as usize], "Kami siap");
        assert_eq!((quote["speaker"].as_str(), quote["cue"].as_str()), (Some("Sari Dewi"), Some("kata")));
        assert_eq!(quote["role"], "Camat Metro Pusat");
    }
}
