//! From bytes to articles as given: their text, and the fields that stand beside it.
//!
//! WHY: every later step works on one decoded text with positions. This step alone knows formats and encodings; a new
//! format is one more module here and one more arm in [`read`].

#![cfg_attr(not(test), deny(clippy::indexing_slicing, clippy::string_slice))]

mod decode;
#[cfg(feature = "documents")]
mod export;
mod fields;
mod folder;
mod front;
mod given;
mod id;
mod json;
#[cfg(feature = "documents")]
mod page;
mod settings;
mod table;
#[cfg(feature = "documents")]
mod word;

use std::ops::Range;

use jejak_archive::model::RemovedKind;
use serde::{Deserialize, Serialize};

pub use decode::decode;
pub use fields::Fields;
pub(crate) use folder::files_of;
pub use given::Given;
pub(crate) use id::{Claim, Ids, assign, clean as clean_id};
pub(crate) use settings::icon;
pub use settings::{
    Correction, GivenReply, KEYS, Logo, Mask, Merge, Right, SETTINGS, Settings, Split, TopicWords, read_settings,
};

use crate::problem::{Problem, ProblemKind};

/// The longest input accepted as one article, in bytes: spans are 32-bit, and no article comes near it.
pub const LARGEST: usize = 64 << 20;

/// One article as given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The file it came from, as named to the press.
    pub file: String,
    /// The line of that file it starts in, for formats that hold several.
    pub line: Option<usize>,
    /// What stands beside the text.
    pub fields: Fields,
    /// The decoded text that positions count bytes of: the whole file for text and Markdown (without a byte order
    /// mark), the value of the text's field for JSON and tables, the words without markup for pages and documents.
    pub text: String,
    /// First byte of `text` that belongs to the article's body; front matter stands before it.
    pub body: usize,
    /// Stretches of `text` that the format itself says are not the article's own words: the captions of a page.
    pub marked: Vec<(Range<usize>, RemovedKind)>,
}

/// What a file's ending says of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Plain,
    Markdown,
    Lines,
    Json,
    Table,
    Page,
    Word,
    Export,
}

impl Format {
    fn of(extension: &str) -> Option<Self> {
        Some(match extension {
            "txt" | "text" | "" => Self::Plain,
            "md" | "markdown" => Self::Markdown,
            "jsonl" | "ndjson" => Self::Lines,
            "json" => Self::Json,
            "csv" | "tsv" => Self::Table,
            "html" | "htm" | "xhtml" => Self::Page,
            "docx" => Self::Word,
            "xml" | "wxr" => Self::Export,
            _ => return None,
        })
    }

    /// Whether a file of it may hold many articles, so that only each of them is bounded.
    fn holds_many(self) -> bool {
        matches!(self, Self::Lines | Self::Json | Self::Table | Self::Export)
    }
}

/// Whether a file is of a format that takes long to read.
pub(crate) fn takes_long(file: &str) -> bool {
    matches!(Format::of(&extension(file)), Some(Format::Page | Format::Word | Format::Export))
}

/// Reads one file's bytes. What cannot be read becomes a problem; the rest is returned.
#[must_use]
pub fn read(file: &str, bytes: &[u8]) -> (Vec<Source>, Vec<Problem>) {
    let mut problems = Vec::new();
    let problem = |kind| Problem { file: file.to_string(), line: None, kind };
    let extension = extension(file);
    let Some(format) = Format::of(&extension) else {
        return (Vec::new(), vec![problem(ProblemKind::UnknownFormat { extension })]);
    };
    if !format.holds_many() && bytes.len() > LARGEST {
        return (Vec::new(), vec![problem(ProblemKind::TooLarge { size: bytes.len(), limit: LARGEST })]);
    }
    let mut sources = if format == Format::Word {
        word(file, bytes, &mut problems)
    } else {
        let (text, bad) = decode(bytes);
        if let Some(kind) = decode::no_text(&text) {
            return (Vec::new(), vec![problem(kind)]);
        }
        if let Some(encoding) = bad {
            // The first of them; the file may print that character itself, but then rarely before it.
            let line = text.split('\u{fffd}').next().map(|before| before.matches('\n').count() + 1);
            problems.push(Problem { line, ..problem(ProblemKind::BadBytes { encoding }) });
        }
        match format {
            Format::Markdown => vec![front::read(file, text, &mut problems)],
            Format::Lines => json::read_lines(file, &text, &mut problems),
            Format::Json => json::read_value(file, &text, &mut problems),
            Format::Table => table::read(file, &text, &mut problems),
            Format::Page => page(file, &text, &mut problems),
            Format::Export => export(file, &text, &mut problems),
            Format::Plain | Format::Word => vec![Source::plain(file, text)],
        }
    };
    sources.retain(|source| {
        let empty = source.text.get(source.body..).unwrap_or_default().trim().is_empty();
        if empty && source.fields.cleaned.is_none() {
            problems.push(Problem { file: file.to_string(), line: source.line, kind: ProblemKind::Empty });
        }
        // Of an archive of statements an article without any has no text.
        !empty || source.fields.cleaned.is_some()
    });
    if sources.is_empty() && problems.is_empty() {
        // A list without an article, a table without a row.
        problems.push(Problem { file: file.to_string(), line: None, kind: ProblemKind::Empty });
    }
    (sources, problems)
}

#[cfg(feature = "documents")]
fn word(file: &str, bytes: &[u8], problems: &mut Vec<Problem>) -> Vec<Source> {
    word::read(file, bytes, problems).into_iter().collect()
}

#[cfg(feature = "documents")]
fn page(file: &str, text: &str, problems: &mut Vec<Problem>) -> Vec<Source> {
    page::read(file, text, problems).into_iter().collect()
}

#[cfg(feature = "documents")]
fn export(file: &str, text: &str, problems: &mut Vec<Problem>) -> Vec<Source> {
    export::read(file, text, problems)
}

#[cfg(not(feature = "documents"))]
use self::{left_out as page, left_out as export, left_out as word};

/// Says that a format was left out of this build.
#[cfg(not(feature = "documents"))]
fn left_out<T: ?Sized>(file: &str, _: &T, problems: &mut Vec<Problem>) -> Vec<Source> {
    let kind = ProblemKind::FormatLeftOut { extension: extension(file) };
    problems.push(Problem { file: file.to_string(), line: None, kind });
    Vec::new()
}

impl Source {
    /// A text without fields.
    #[must_use]
    pub fn plain(file: &str, text: String) -> Self {
        Self { file: file.to_string(), line: None, fields: Fields::default(), text, body: 0, marked: Vec::new() }
    }
}

/// The file name's ending in lower case, without the dot.
pub(crate) fn extension(file: &str) -> String {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    name.rsplit_once('.').map_or(String::new(), |(_, extension)| extension.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn a_broken_line_costs_only_itself() {
        let lines = "{\"id\":\"a\",\"text\":\"Satu.\"}\n{oops\n\n{\"text\":\"Dua.\",\"title\":null}\n[1]\n";
        let (sources, problems) = read("x.jsonl", lines.as_bytes());
        assert_eq!(sources.iter().map(|s| s.text.as_str()).collect::<Vec<_>>(), ["Satu.", "Dua."]);
        assert_eq!(problems.iter().map(|p| p.line).collect::<Vec<_>>(), [Some(2), Some(5)]);
        assert!(problems[0].to_string().starts_with("x.jsonl:2: is not valid JSON"));
    }

    #[test]
    fn an_unknown_ending_and_an_empty_file_are_named() {
        assert!(read("foto.png", b"x").1[0].to_string().contains(".png"));
        assert!(read("kosong.txt", b" \n").1[0].to_string().contains("no text"));
    }
}
