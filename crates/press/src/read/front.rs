//! Markdown with front matter: `key: value` lines between two `---`.
//!
//! WHY not a YAML parser: the contract is a flat list of six fields. A list value (`sources:` with lines that start
//! with a dash) is stepped over; everything else that is not `key: value` is reported with its line.

use super::fields::{Taken, shorten};
use super::{Fields, Source};
use crate::problem::{Problem, ProblemKind};

/// Reads a text with or without front matter.
pub(crate) fn read(file: &str, text: String, problems: &mut Vec<Problem>) -> Source {
    let mut fields = Fields::default();
    let problem = |line: usize, kind| Problem { file: file.to_string(), line: Some(line), kind };
    let mut found = Vec::new();
    let Some(first) = text.lines().next().filter(|line| line.trim_end() == "---") else {
        return Source::plain(file, text);
    };
    let mut position = next_line(&text, first.len());
    let mut entries: Vec<(usize, String, String)> = Vec::new();
    let mut number = 1;
    let body = loop {
        number += 1;
        let Some(line) = text.get(position..).filter(|rest| !rest.is_empty()).and_then(|rest| rest.lines().next())
        else {
            problems.push(problem(1, ProblemKind::OpenFrontMatter));
            return Source::plain(file, text);
        };
        position = next_line(&text, position + line.len());
        if matches!(line.trim_end(), "---" | "...") {
            break position;
        }
        let trimmed = line.trim();
        if trimmed.is_empty() || trimmed.starts_with('#') {
            continue;
        }
        let continues = line.starts_with([' ', '\t']) || trimmed.starts_with("- ");
        match (continues, entries.last_mut(), trimmed.split_once(':')) {
            (true, Some((_, _, value)), _) => {
                value.push(' ');
                value.push_str(trimmed);
            }
            (false, _, Some((key, value))) => entries.push((number, key.trim().to_string(), value.trim().to_string())),
            _ => found.push(problem(number, ProblemKind::UnknownKey { key: shorten(trimmed) })),
        }
    };
    for (line, key, value) in entries {
        let value = unquote(value.trim_start_matches(['>', '|']).trim_start_matches('-').trim());
        if let Taken::Problem(kind) = fields.set(&key, &value) {
            found.push(problem(line, kind));
        }
    }
    problems.append(&mut found);
    Source { file: file.to_string(), line: None, fields, text, body, marked: Vec::new() }
}

/// The first byte of the line after the one whose text ends at `end`.
fn next_line(text: &str, end: usize) -> usize {
    let rest = text.get(end..).unwrap_or_default();
    end + if rest.starts_with("\r\n") { 2 } else { usize::from(!rest.is_empty()) }
}

/// A YAML scalar without its quotation marks.
fn unquote(value: &str) -> String {
    let inner = |mark: char| value.strip_prefix(mark).and_then(|rest| rest.strip_suffix(mark));
    if let Some(inner) = inner('"') {
        return inner.replace("\\\"", "\"").replace("\\\\", "\\");
    }
    inner('\'').map_or_else(|| value.to_string(), |inner| inner.replace("''", "'"))
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn fields_in_either_language_and_the_body_behind_them() {
        let text = "---\r\njudul: \"Apel: perdana\"\r\ntanggal: 2026-01-05\r\nsumber_lain:\r\n  - https://a.id\r\nwarna: biru\r\n---\r\nIsi.\r\n";
        let mut problems = Vec::new();
        let source = read("a.md", text.to_string(), &mut problems);
        assert_eq!(source.fields.title.as_deref(), Some("Apel: perdana"));
        assert_eq!(source.fields.date, Some(jiff::civil::date(2026, 1, 5)));
        assert_eq!(&source.text[source.body..], "Isi.\r\n");
        assert_eq!(problems.len(), 1, "{problems:?}");
        assert_eq!(problems[0].line, Some(6));
    }

    #[test]
    fn front_matter_never_closed_is_text() {
        let mut problems = Vec::new();
        let source = read("a.md", "---\njudul: A\nIsi.".to_string(), &mut problems);
        assert_eq!((source.body, problems.len()), (0, 1));
    }
}
