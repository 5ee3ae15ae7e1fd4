//! Lists as CSV, JSON and NDJSON, each with what it is a list of.
//!
//! What stands in a file beside its rows: the question, its filters, the archive with stamp and licence, the address that
//! shows the same list, and how many rows there are. JSON has it as `head`, NDJSON as an object `{"head": …}` in the first
//! line. A table has its columns in the first line and nothing but rows below, as every reader of tables expects (RFC 4180),
//! so there the last columns say it in each row: rows that are sorted, cut or put together with others still say where
//! they come from.
//!
//! Own code for CSV: `csv-core`'s writer brings a table of states along, 16 kB by brotli in WebAssembly where this takes
//! half a kilobyte. What is written is read back by the crate `csv` in the tests.

use jejak_archive::model::Date;
use serde::ser::{SerializeMap as _, SerializeSeq as _};
use serde::{Serialize, Serializer};

use crate::{Item, Said};

/// What a file begins with so that spreadsheets read it as UTF-8; [`csv`] does not write it. Whoever offers a file to a
/// person puts it in front; whoever feeds a program leaves it out.
pub const MARK: &str = "\u{feff}";

/// What rows are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Articles.
    Articles,
    /// Statements.
    Statements,
}

impl Kind {
    /// The names of the columns, in their order.
    #[must_use]
    pub fn columns(self) -> &'static [&'static str] {
        match self {
            Self::Articles => {
                &["article_id", "title", "date", "source", "url", "link", "authors", "event", "statements"]
            }
            Self::Statements => &[
                "article_id",
                "title",
                "date",
                "source",
                "url",
                "link",
                "kind",
                "speaker",
                "speaker_slug",
                "role",
                "words",
                "confidence",
                "how",
            ],
        }
    }

    /// The word for it in a file's head.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Articles => "articles",
            Self::Statements => "statements",
        }
    }
}

/// The columns behind those of the rows: what a table is a list of.
pub const ABOUT: [&str; 8] = ["archive", "stamp", "licence", "list", "query", "filters", "answers", "rows"];

/// What a list is a list of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head<'a> {
    /// What the archive is called.
    pub archive: &'a str,
    /// Its stamp: other contents, another stamp.
    pub stamp: &'a str,
    /// The licence of its texts, if it says one.
    pub licence: Option<&'a str>,
    /// The site's root, ending in `/`; empty where it is not known.
    pub root: &'a str,
    /// The address that shows the list, from the root on.
    pub list: &'a str,
    /// The words asked for, as typed.
    pub query: &'a str,
    /// Filters, dates and order, by the names that addresses have for them.
    pub filters: &'a [(String, String)],
    /// How many rows the answer has; more than the file where a limit was set.
    pub answers: u32,
}

impl Head<'_> {
    fn address(&self) -> String {
        format!("{}{}", self.root, self.list.strip_prefix("./").unwrap_or(self.list))
    }

    fn filtered(&self) -> String {
        let mut all = String::new();
        for (name, value) in self.filters {
            let parts = [if all.is_empty() { "" } else { "; " }, name, "=", value];
            parts.into_iter().for_each(|part| all.push_str(part));
        }
        all
    }

    /// In the order of [`ABOUT`].
    fn cells(&self, rows: usize) -> [Cell<'_>; 8] {
        [
            Cell::from(self.archive),
            Cell::from(self.stamp),
            self.licence.map_or(Cell::Nothing, Cell::from),
            Cell::Text(self.address()),
            Cell::from(self.query),
            Cell::Text(self.filtered()),
            Cell::Number(self.answers),
            Cell::number(rows),
        ]
    }
}

/// A day as files write it.
pub(crate) fn day(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
}

/// One cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell<'a> {
    /// Nothing stands there.
    Nothing,
    /// Words of what is exported.
    Lent(&'a str),
    /// Words that were put together.
    Text(String),
    /// A day.
    Day(Date),
    /// How many, or how much of a hundred.
    Number(u32),
    /// Several pieces of text.
    List(&'a [String]),
}

impl<'a> From<&'a str> for Cell<'a> {
    fn from(text: &'a str) -> Self {
        Self::Lent(text)
    }
}

impl<'a> Cell<'a> {
    pub(crate) fn number(count: usize) -> Self {
        Self::Number(u32::try_from(count).unwrap_or(u32::MAX))
    }

    pub(crate) fn some(text: Option<&'a str>) -> Self {
        text.map_or(Self::Nothing, Self::Lent)
    }

    /// As a table has it: nothing is empty, a list has semicolons between.
    fn text(&self) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::Lent(text) => (*text).to_owned(),
            Self::Text(text) => text.clone(),
            Self::Day(date) => day(*date),
            Self::Number(number) => number.to_string(),
            Self::List(all) => all.join("; "),
        }
    }
}

impl Serialize for Cell<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Nothing => to.serialize_none(),
            Self::Lent(text) => to.serialize_str(text),
            Self::Text(text) => to.serialize_str(text),
            Self::Day(date) => to.serialize_str(&day(*date)),
            Self::Number(number) => to.serialize_u32(*number),
            Self::List(all) => all.serialize(to),
        }
    }
}

/// The cells of a row, in the order of [`Kind::columns`].
fn cells<'a>(kind: Kind, item: &'a Item, root: &str) -> Vec<Cell<'a>> {
    let mut cells = vec![
        Cell::from(item.article.as_str()),
        Cell::from(item.title.as_str()),
        item.date.map_or(Cell::Nothing, Cell::Day),
        Cell::some(item.publisher.as_deref()),
        Cell::some(item.url.as_deref()),
        Cell::Text(item.address(root)),
    ];
    match (kind, &item.said) {
        (Kind::Articles, _) => cells.extend([
            Cell::List(&item.authors),
            Cell::some(item.event.map(|event| event.as_str())),
            Cell::Number(item.statements),
        ]),
        (Kind::Statements, Some(said)) => cells.extend(of_statement(said)),
        // An article among statements: its cells of a statement are empty.
        (Kind::Statements, None) => cells.extend((0..7).map(|_| Cell::Nothing)),
    }
    cells
}

fn of_statement(said: &Said) -> [Cell<'_>; 7] {
    [
        Cell::from(said.kind.as_str()),
        Cell::some(said.speaker.as_deref()),
        Cell::some(said.slug.as_deref()),
        Cell::some(said.role.as_deref()),
        Cell::from(said.words.as_str()),
        Cell::Number(u32::from(said.confidence)),
        Cell::some(said.how.map(|how| how.as_str())),
    ]
}

/// All cells of a table, row by row: those of [`Kind::columns`], then those of [`ABOUT`].
pub fn cells_of<'a>(head: &'a Head<'_>, kind: Kind, items: &'a [Item]) -> impl Iterator<Item = Vec<Cell<'a>>> {
    items.iter().map(move |item| {
        let mut row = cells(kind, item, head.root);
        row.extend(head.cells(items.len()));
        row
    })
}

/// The rows as CSV (RFC 4180: commas, CRLF, quotation marks doubled) without [`MARK`]. A text that a spreadsheet would take for
/// a formula (`=`, `+`, `-`, `@`, a tab or a line's end in front) has `'` put before it; so has one where such a thing stands
/// behind `'`, so that what was put there can be told and taken away.
#[must_use]
pub fn csv(head: &Head<'_>, kind: Kind, items: &[Item]) -> String {
    let mut out = String::new();
    let names = kind.columns().iter().chain(&ABOUT);
    names.enumerate().for_each(|(at, name)| field(&mut out, at, name));
    let mut about = String::new();
    head.cells(items.len()).iter().for_each(|cell| field(&mut about, 1, &guarded(cell)));
    out.push_str("\r\n");
    for item in items {
        cells(kind, item, head.root).iter().enumerate().for_each(|(at, cell)| field(&mut out, at, &guarded(cell)));
        out.push_str(&about);
        out.push_str("\r\n");
    }
    out
}

/// A cell as CSV has it, but for the marks around it.
pub(crate) fn guarded(cell: &Cell<'_>) -> String {
    let mut text = cell.text();
    let formula = |c: char| matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n');
    if text.trim_start_matches('\'').starts_with(formula) {
        text.insert(0, '\'');
    }
    text
}

/// Adds a field to a line, the first one at 0.
pub(crate) fn field(out: &mut String, at: usize, text: &str) {
    if at > 0 {
        out.push(',');
    }
    if !text.contains([',', '"', '\r', '\n']) {
        out.push_str(text);
        return;
    }
    out.push('"');
    for c in text.chars() {
        if c == '"' {
            out.push('"');
        }
        out.push(c);
    }
    out.push('"');
}

/// What a file says of itself, as an object.
struct About<'a>(&'a Head<'a>, Kind, usize);

impl Serialize for About<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        map.serialize_entry("kind", self.1.word())?;
        for (name, cell) in ABOUT.iter().zip(self.0.cells(self.2)) {
            match *name {
                "filters" => map.serialize_entry(name, &Filters(self.0.filters))?,
                _ => map.serialize_entry(name, &cell)?,
            }
        }
        map.serialize_entry("columns", self.1.columns())?;
        map.end()
    }
}

/// Filters as a list of objects: one name may stand several times.
struct Filters<'a>(&'a [(String, String)]);

impl Serialize for Filters<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut all = to.serialize_seq(Some(self.0.len()))?;
        for (name, value) in self.0 {
            all.serialize_element(&Named(&["name", "value"], &[Cell::from(&**name), Cell::from(&**value)]))?;
        }
        all.end()
    }
}

/// Cells with their names.
pub(crate) struct Named<'a>(pub(crate) &'a [&'static str], pub(crate) &'a [Cell<'a>]);

impl Serialize for Named<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(self.0.len()))?;
        for (name, cell) in self.0.iter().zip(self.1) {
            map.serialize_entry(name, cell)?;
        }
        map.end()
    }
}

/// A value as JSON.
pub(crate) fn written(value: &impl Serialize) -> String {
    // Texts and numbers under names that are texts: there is nothing that JSON could refuse.
    serde_json::to_string(value).unwrap_or_default()
}

fn line(kind: Kind, item: &Item, root: &str) -> String {
    written(&Named(kind.columns(), &cells(kind, item, root)))
}

/// The rows as one JSON object: `head`, and `rows` as a list of objects by [`Kind::columns`].
#[must_use]
pub fn json(head: &Head<'_>, kind: Kind, items: &[Item]) -> String {
    let mut out = String::from("{\"head\":");
    out.push_str(&written(&About(head, kind, items.len())));
    out.push_str(",\n\"rows\":[");
    for (at, item) in items.iter().enumerate() {
        out.push_str(if at > 0 { ",\n" } else { "\n" });
        out.push_str(&line(kind, item, head.root));
    }
    out.push_str("\n]}\n");
    out
}

/// The rows as JSON objects, one a line, behind a line that holds `head`.
#[must_use]
pub fn ndjson(head: &Head<'_>, kind: Kind, items: &[Item]) -> String {
    let mut out = String::from("{\"head\":");
    out.push_str(&written(&About(head, kind, items.len())));
    out.push_str("}\n");
    for item in items {
        out.push_str(&line(kind, item, head.root));
        out.push('\n');
    }
    out
}
