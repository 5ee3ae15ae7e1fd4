//! BibTeX, in the fields that BibLaTeX knows too.

use super::{Source, one_line};
use crate::Item;
use crate::table::day;

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Items as entries, one behind the other.
#[must_use]
pub fn bibtex(source: &Source<'_>, items: &[Item]) -> String {
    let mut out = String::new();
    for item in items {
        if !out.is_empty() {
            out.push('\n');
        }
        entry(source, item, &mut out);
    }
    out
}

fn entry(source: &Source<'_>, item: &Item, out: &mut String) {
    out.push_str("@article{");
    out.push_str(&item.cited_as());
    // A second pair of braces keeps capitals and whole names as they are.
    let authors: Vec<String> = item.authors.iter().map(|name| format!("{{{}}}", escaped(name))).collect();
    field(out, "author", &authors.join(" and "));
    field(out, "title", &format!("{{{}}}", escaped(&item.title)));
    field(out, "journal", &item.publisher.as_deref().map(escaped).unwrap_or_default());
    field(out, "entrysubtype", "newspaper");
    if let Some(date) = item.date {
        field(out, "date", &day(date));
        field(out, "year", &format!("{:04}", date.year()));
        let month = usize::try_from(date.month() - 1).ok().and_then(|month| MONTHS.get(month));
        if let Some(month) = month {
            // A word of BibTeX's own, which styles translate.
            out.push_str(",\n  month = ");
            out.push_str(month);
        }
    }
    field(out, "url", &item.readable(source).map(|url| address(&url)).unwrap_or_default());
    if source.language == "id" {
        field(out, "langid", "indonesian");
    }
    field(out, "note", &item.noted().map(|note| escaped(&note)).unwrap_or_default());
    field(out, "addendum", &archived(source, item));
    out.push_str("\n}\n");
}

/// The archive that a statement is found in, with the address of its words.
fn archived(source: &Source<'_>, item: &Item) -> String {
    if item.said.is_none() || source.root.is_empty() {
        return String::new();
    }
    format!("{}: \\url{{{}}}", escaped(source.archive), address(&item.address(source.root)))
}

fn field(out: &mut String, name: &str, value: &str) {
    if !value.is_empty() {
        [",\n  ", name, " = {", value, "}"].into_iter().for_each(|part| out.push_str(part));
    }
}

/// A text in which no character is a command. Braces are named, because BibTeX counts escaped ones too.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in one_line(text).chars() {
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '{' => out.push_str("\\textbraceleft{}"),
            '}' => out.push_str("\\textbraceright{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '&' | '%' | '$' | '#' | '_' => {
                out.push('\\');
                out.push(c);
            }
            _ => out.push(c),
        }
    }
    out
}

/// An address is read letter by letter, so what would end or break it is written by its bytes.
fn address(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    for c in url.chars() {
        if matches!(c, '{' | '}' | '\\' | '^' | '"' | '<' | '>' | '|' | '`') || c.is_whitespace() || c.is_control() {
            for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                out.push_str(&format!("%{byte:02X}"));
            }
        } else {
            out.push(c);
        }
    }
    out
}
