//! From bytes to articles as given: their text, and the fields that stand beside it.
//!
//! WHY: every later step works on one decoded text with positions. This step alone knows formats and encodings; a new
//! format is one more module here and one more arm in [`read`].

mod decode;
mod fields;
mod folder;
mod front;
mod id;
mod json;
mod settings;

pub use decode::decode;
pub use fields::Fields;
pub(crate) use folder::files_of;
pub(crate) use id::Ids;
pub use settings::{SETTINGS, read_settings};

use crate::problem::{Problem, ProblemKind};

/// The longest input accepted as one article, in bytes: spans are 32-bit, and no article comes near it.
pub const LARGEST: usize = 64 << 20;

/// One article as given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The file it came from, as named to the press.
    pub file: String,
    /// The line of that file it starts in, for formats that hold several.
    pub line: Option<usize>,
    /// What stands beside the text.
    pub fields: Fields,
    /// The decoded text that positions count bytes of: the whole file for text and Markdown (without a byte order
    /// mark), the value of `text` for JSON.
    pub text: String,
    /// First byte of `text` that belongs to the article's body; front matter stands before it.
    pub body: usize,
}

/// Reads one file's bytes. What cannot be read becomes a problem; the rest is returned.
#[must_use]
pub fn read(file: &str, bytes: &[u8]) -> (Vec<Source>, Vec<Problem>) {
    let mut problems = Vec::new();
    let problem = |kind| Problem { file: file.to_string(), line: None, kind };
    let extension = extension(file);
    let many = matches!(extension.as_str(), "jsonl" | "ndjson" | "json");
    if !many && bytes.len() > LARGEST {
        return (Vec::new(), vec![problem(ProblemKind::TooLarge { size: bytes.len(), limit: LARGEST })]);
    }
    if !matches!(extension.as_str(), "txt" | "text" | "" | "md" | "markdown") && !many {
        return (Vec::new(), vec![problem(ProblemKind::UnknownFormat { extension })]);
    }
    let (text, bad) = decode(bytes);
    if let Some(kind) = decode::no_text(&text) {
        return (Vec::new(), vec![problem(kind)]);
    }
    if let Some(encoding) = bad {
        // The first of them; the file may print that character itself, but then rarely before it.
        let line = text.split('\u{fffd}').next().map(|before| before.matches('\n').count() + 1);
        problems.push(Problem { line, ..problem(ProblemKind::BadBytes { encoding }) });
    }
    let mut sources = match extension.as_str() {
        "txt" | "text" | "" => vec![Source::plain(file, text)],
        "md" | "markdown" => vec![front::read(file, text, &mut problems)],
        "jsonl" | "ndjson" => json::read_lines(file, &text, &mut problems),
        "json" => json::read_value(file, &text, &mut problems),
        _ => return (Vec::new(), vec![problem(ProblemKind::UnknownFormat { extension })]),
    };
    sources.retain(|source| {
        let empty = source.text.get(source.body..).unwrap_or_default().trim().is_empty();
        if empty {
            problems.push(Problem { file: file.to_string(), line: source.line, kind: ProblemKind::Empty });
        }
        !empty
    });
    (sources, problems)
}

impl Source {
    /// A text without fields.
    #[must_use]
    pub fn plain(file: &str, text: String) -> Self {
        Self { file: file.to_string(), line: None, fields: Fields::default(), text, body: 0 }
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
