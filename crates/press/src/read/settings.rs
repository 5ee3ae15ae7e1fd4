//! `archive.toml`: how an archive describes itself.

use jejak_archive::model::Meta;
use toml::Value;

use super::fields::shorten;
use crate::problem::{Problem, ProblemKind};

/// The name of the settings file in a folder of articles.
pub const SETTINGS: &str = "archive.toml";

/// Reads the settings. Keys: `title`, `description`, `language`, `publisher`, `licence` (or `license`), `about` (a
/// text or a list of paragraphs). What is not known or not understood is reported and left unread.
#[must_use]
pub fn read_settings(text: &str) -> (Meta, Vec<Problem>) {
    let mut meta = Meta { language: "id".to_string(), ..Meta::default() };
    let mut problems = Vec::new();
    let mut report = |line, kind| problems.push(Problem { file: SETTINGS.to_string(), line, kind });
    let table = match text.parse::<toml::Table>() {
        Ok(table) => table,
        Err(error) => {
            let line = error.span().map(|span| line_of(text, span.start));
            report(line, ProblemKind::BadToml { cause: error.message().to_string() });
            return (meta, problems);
        }
    };
    for (key, value) in &table {
        let line = line_of_key(text, key);
        let words = value.as_str().map(|text| text.trim().to_string());
        match (key.as_str(), words) {
            ("title", Some(words)) => meta.title = words,
            ("description", Some(words)) => meta.description = words,
            ("language", Some(words)) => meta.language = words,
            ("publisher", Some(words)) => meta.publisher = Some(words).filter(|words| !words.is_empty()),
            ("licence" | "license", Some(words)) => meta.licence = Some(words).filter(|words| !words.is_empty()),
            ("about", _) if paragraphs(value).is_some() => meta.about = paragraphs(value).unwrap_or_default(),
            ("title" | "description" | "language" | "publisher" | "licence" | "license" | "about", _) => {
                report(line, ProblemKind::BadValue { key: key.clone(), value: shorten(&value.to_string()) });
            }
            _ => report(line, ProblemKind::UnknownKey { key: shorten(key) }),
        }
    }
    (meta, problems)
}

/// Paragraphs of a text (apart by an empty line) or of a list of texts.
fn paragraphs(value: &Value) -> Option<Vec<String>> {
    let one = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let list: Vec<String> = match value {
        Value::String(text) => text.split("\n\n").map(one).collect(),
        Value::Array(values) => values.iter().map(|value| value.as_str().map(one)).collect::<Option<_>>()?,
        _ => return None,
    };
    Some(list.into_iter().filter(|paragraph| !paragraph.is_empty()).collect())
}

fn line_of(text: &str, byte: usize) -> usize {
    text.as_bytes().iter().take(byte).filter(|byte| **byte == b'\n').count() + 1
}

/// The first line that sets a key, or opens the table of that name.
fn line_of_key(text: &str, key: &str) -> Option<usize> {
    let sets = |line: &str| {
        let line = line.trim_start().trim_start_matches(['[', '"']);
        line.strip_prefix(key).is_some_and(|rest| rest.starts_with([' ', '=', ']', '"', '.', '\t']))
    };
    text.lines().position(sets).map(|index| index + 1)
}

#[cfg(test)]
mod tests {
    use super::read_settings;

    #[test]
    fn settings_are_read_and_what_is_not_known_is_named_with_its_line() {
        let (meta, problems) =
            read_settings("title = \"Jejak Kota\"\nabout = \"Satu.\\n\\nDua.\"\nwarna = 3\nlanguage = 1\n");
        assert_eq!(meta.title, "Jejak Kota");
        assert_eq!(meta.about, ["Satu.", "Dua."]);
        assert_eq!(meta.language, "id");
        let mut lines: Vec<_> = problems.iter().map(|problem| problem.line).collect();
        lines.sort();
        assert_eq!(lines, [Some(3), Some(4)]);
    }

    #[test]
    fn broken_settings_are_one_problem() {
        let (_, problems) = read_settings("title = \n");
        assert_eq!(problems.len(), 1);
        assert_eq!(problems[0].line, Some(1));
    }
}
