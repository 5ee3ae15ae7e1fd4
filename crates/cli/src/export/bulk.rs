//! Lists as documents for search engines that run on a server: bulk lines for OpenSearch and Elasticsearch, documents for
//! Quickwit, and what each engine has to know of their fields first.
//!
//! WHY: an archive that outgrows static files moves to such an engine without new work. Documents hold what a reader of the
//! site searches and filters by: of an article its text, and whom, what and where it names, by the addresses that links have.
//! A field that an article does not have is left out.

use jejak_archive::query::FacetKind;
use jejak_archive::{Outcome, Reading};
use jejak_export::Item;
use jejak_export::columns::{Column, Holds, TEXT, Table, of_list};
use jejak_export::table::{Cell, Head, Kind, cells_of};
use serde_json::{Map, Value, json};

use super::ExportError;

/// The version of Quickwit's form of configurations.
const QUICKWIT: &str = "0.8";

/// What an article names, with the field of each kind: slugs.
const NAMED: [(&str, FacetKind); 5] = [
    ("people", FacetKind::Person),
    ("organisations", FacetKind::Organisation),
    ("places", FacetKind::Place),
    ("topics", FacetKind::Topic),
    ("regulations", FacetKind::Regulation),
];

/// The columns that are words to be searched; the others are values to filter by.
const SEARCHED: [&str; 4] = ["title", TEXT, "words", "speaker"];

/// An engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Server {
    /// OpenSearch, or Elasticsearch.
    OpenSearch,
    /// Quickwit.
    Quickwit,
}

/// What the index is called: the archive as an address has it, and what it holds.
pub(super) fn index(title: &str, kind: Kind) -> String {
    let slug = jejak_archive::words::slug(title);
    let name = if slug.is_empty() { "jejak" } else { &slug };
    format!("{name}-{}", kind.word())
}

/// The documents, one a line; before each for OpenSearch what is to be done with it. `read` gives the whole article of a row.
///
/// # Errors
/// An article cannot be read.
pub(super) fn lines(
    server: Server,
    head: &Head<'_>,
    kind: Kind,
    items: &[Item],
    mut read: impl FnMut(&str) -> Outcome<Option<std::sync::Arc<Reading>>>,
) -> Result<String, ExportError> {
    let index = index(head.archive, kind);
    let columns = of_list(kind);
    let own = kind.columns().len();
    let mut out = String::new();
    for (item, cells) in items.iter().zip(cells_of(head, kind, items)) {
        let mut document = Map::new();
        for (column, cell) in columns.iter().zip(&cells).take(own) {
            put(&mut document, column.name, cell);
        }
        if kind == Kind::Articles {
            match read(&item.article) {
                Outcome::Ready(Some(reading)) => of_article(&mut document, &reading),
                Outcome::Ready(None) => {}
                Outcome::Needs(parts) => return Err(ExportError::Incomplete(parts.len())),
            }
        }
        let (article, anchor) = item.key();
        let id = if anchor.is_empty() { article.to_owned() } else { format!("{article}#{anchor}") };
        if server == Server::OpenSearch {
            let action = json!({"index": {"_index": index, "_id": id}});
            out.push_str(&action.to_string());
            out.push('\n');
        } else {
            document.insert("id".to_owned(), id.into());
        }
        out.push_str(&Value::Object(document).to_string());
        out.push('\n');
    }
    Ok(out)
}

fn put(document: &mut Map<String, Value>, name: &str, cell: &Cell<'_>) {
    let value = match cell {
        Cell::Nothing => return,
        Cell::Lent(text) => Value::from(*text),
        Cell::Text(text) => Value::from(text.as_str()),
        Cell::Day(date) => Value::from(date.to_string()),
        Cell::Number(number) => Value::from(*number),
        Cell::List([]) => return,
        Cell::List(all) => all.iter().map(String::as_str).collect(),
    };
    document.insert(name.to_owned(), value);
}

fn of_article(document: &mut Map<String, Value>, reading: &Reading) {
    document.insert(TEXT.to_owned(), reading.article.text.as_str().into());
    for (field, facet) in NAMED {
        let named = reading.named.iter().chain(&reading.topics).filter(|named| named.facet() == Some(facet));
        let mut slugs: Vec<&str> = named.map(|named| named.slug.as_str()).collect();
        slugs.sort_unstable();
        slugs.dedup();
        if !slugs.is_empty() {
            document.insert(field.to_owned(), slugs.into_iter().collect());
        }
    }
}

/// What a field is to an engine.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Field {
    Words,
    Value,
    Day,
    Number,
    /// Kept, and not looked for.
    Kept,
}

fn fields(kind: Kind) -> Vec<(&'static str, Field, bool)> {
    let of = |column: &&'static Column| {
        let field = match column.holds {
            _ if SEARCHED.contains(&column.name) => Field::Words,
            Holds::Day => Field::Day,
            Holds::Count | Holds::Hundredths => Field::Number,
            Holds::Address => Field::Kept,
            _ => Field::Value,
        };
        (column.name, field, column.holds == Holds::List)
    };
    let mut all: Vec<_> = of_list(kind).iter().take(kind.columns().len()).map(of).collect();
    if kind == Kind::Articles {
        all.extend(Table::Articles.columns().iter().filter(|column| column.name == TEXT).map(|column| of(&column)));
        all.extend(NAMED.map(|(name, _)| (name, Field::Value, true)));
    }
    all
}

/// What an engine has to know before it takes the documents, as JSON: the body that makes the index of OpenSearch, or the
/// configuration of Quickwit's. `language` is that of the texts.
pub(super) fn mapping(server: Server, title: &str, language: &str, kind: Kind) -> String {
    let indonesian = language.split('-').next().is_some_and(|first| first.eq_ignore_ascii_case("id"));
    let told = match server {
        Server::OpenSearch => {
            // Both engines bring this analyser along: words in small letters, without frequent ones, by their stems.
            let analyser = if indonesian { "indonesian" } else { "standard" };
            let field = |field: Field| match field {
                Field::Words => json!({"type": "text", "analyzer": analyser}),
                Field::Value => json!({"type": "keyword"}),
                Field::Day => json!({"type": "date", "format": "yyyy-MM-dd"}),
                Field::Number => json!({"type": "integer"}),
                Field::Kept => json!({"type": "keyword", "index": false, "doc_values": false}),
            };
            let all: Map<String, Value> =
                fields(kind).into_iter().map(|(name, own, _)| (name.to_owned(), field(own))).collect();
            json!({"mappings": {"dynamic": "strict", "properties": all}})
        }
        Server::Quickwit => {
            let field = |(name, own, many): (&str, Field, bool)| {
                let list = |one: &str| if many { format!("array<{one}>") } else { one.to_owned() };
                match own {
                    Field::Words => json!({"name": name, "type": "text", "tokenizer": "default", "record": "position"}),
                    Field::Value => json!({"name": name, "type": list("text"), "tokenizer": "raw", "fast": true}),
                    Field::Day => json!({"name": name, "type": "datetime", "input_formats": ["%Y-%m-%d"],
                        "output_format": "%Y-%m-%d", "fast_precision": "seconds", "fast": true}),
                    Field::Number => json!({"name": name, "type": "u64", "fast": true}),
                    Field::Kept => json!({"name": name, "type": "text", "indexed": false}),
                }
            };
            let mut all: Vec<Value> = fields(kind).into_iter().map(field).collect();
            all.push(field(("id", Field::Value, false)));
            let words: Vec<&str> =
                fields(kind).into_iter().filter(|(_, own, _)| *own == Field::Words).map(|(name, ..)| name).collect();
            json!({"version": QUICKWIT, "index_id": index(title, kind),
                "doc_mapping": {"mode": "strict", "field_mappings": all},
                "search_settings": {"default_search_fields": words}})
        }
    };
    let mut text = serde_json::to_string_pretty(&told).unwrap_or_default();
    text.push('\n');
    text
}
