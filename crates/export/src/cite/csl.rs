//! CSL-JSON: what citation processors read.

use serde::Serialize;

use super::{Source, one_line};
use crate::Item;

#[derive(Serialize)]
struct Entry<'a> {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<Name>,
    title: String,
    #[serde(rename = "container-title", skip_serializing_if = "Option::is_none")]
    container: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<Issued>,
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    language: &'a str,
    archive: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    archive_location: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}

/// A name in one piece.
#[derive(Serialize)]
struct Name {
    literal: String,
}

#[derive(Serialize)]
struct Issued {
    #[serde(rename = "date-parts")]
    parts: [[u16; 3]; 1],
}

/// Items as a list of entries.
#[must_use]
pub fn csl(source: &Source<'_>, items: &[Item]) -> String {
    let mut out = String::from("[");
    for (at, item) in items.iter().enumerate() {
        out.push_str(if at > 0 { ",\n" } else { "\n" });
        // Texts and numbers under names that are texts: there is nothing that JSON could refuse.
        out.push_str(&serde_json::to_string(&entry(source, item)).unwrap_or_default());
    }
    out.push_str("\n]\n");
    out
}

fn entry<'a>(source: &Source<'a>, item: &Item) -> Entry<'a> {
    let part = |number: i8| u16::from(number.unsigned_abs());
    Entry {
        id: item.cited_as(),
        kind: "article-newspaper",
        author: item.authors.iter().map(|name| Name { literal: one_line(name) }).collect(),
        title: one_line(&item.title),
        container: item.publisher.as_deref().map(one_line),
        issued: item
            .date
            .map(|date| Issued { parts: [[date.year().unsigned_abs(), part(date.month()), part(date.day())]] }),
        url: item.readable(source),
        language: source.language,
        archive: source.archive,
        archive_location: (!source.root.is_empty()).then(|| item.address(source.root)),
        note: item.noted(),
    }
}
