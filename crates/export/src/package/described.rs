//! `datapackage.json`.

use jejak_archive::model::Meta;
use serde::Serialize;

use super::{Pen, licence, name};
use crate::columns::{Column, Holds, Table, Told};
use crate::table::{Cell, guarded};

/// The profile that the description follows.
const PROFILE: &str = "https://datapackage.org/profiles/2.0/datapackage.json";

/// What an archive without a title is called.
const UNNAMED: &str = "Jejak";

/// What tables have that JSON has not.
const GUARD: Told = Told {
    id: " Teks yang diawali =, +, - atau @ diberi tanda ' di depannya, supaya tidak dibaca sebagai rumus.",
    en: " A text that begins with =, +, - or @ has ' put before it, so that no spreadsheet takes it for a formula.",
};

/// A file that was laid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Laid {
    /// What it holds.
    pub table: Table,
    /// Whether it is a table, or JSON.
    pub csv: bool,
    /// How many rows it has.
    pub rows: usize,
    /// How many bytes it has.
    pub bytes: usize,
    /// SHA-256 of these, in hexadecimal digits.
    pub sha256: String,
}

/// What a description says of the archive.
#[derive(Debug, Clone, Copy)]
pub struct Package<'a> {
    /// How the archive describes itself.
    pub meta: &'a Meta,
    /// Its stamp.
    pub stamp: &'a str,
    /// The outlets whose articles it holds, in order.
    pub sources: &'a [&'a str],
}

#[derive(Serialize)]
struct Descriptor<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    name: String,
    title: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    homepage: Option<&'a str>,
    version: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    licenses: Vec<Licence<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    contributors: Vec<Contributor<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sources: Vec<Outlet<'a>>,
    resources: Vec<Resource>,
}

#[derive(Serialize)]
struct Licence<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'static str>,
    path: String,
    title: &'a str,
}

#[derive(Serialize)]
struct Contributor<'a> {
    title: &'a str,
    roles: [&'static str; 1],
}

#[derive(Serialize)]
struct Outlet<'a> {
    title: &'a str,
}

#[derive(Serialize)]
struct Resource {
    name: String,
    #[serde(rename = "type")]
    kind: &'static str,
    path: String,
    title: &'static str,
    description: String,
    description_en: String,
    format: &'static str,
    mediatype: &'static str,
    encoding: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    bytes: Option<usize>,
    hash: String,
    schema: Schema,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Schema {
    fields: Vec<Field>,
    primary_key: &'static [&'static str],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    foreign_keys: Vec<Pointer>,
}

#[derive(Serialize)]
struct Field {
    name: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    delimiter: Option<&'static str>,
    description: &'static str,
    description_en: &'static str,
    #[serde(skip_serializing_if = "Limits::are_none")]
    constraints: Limits,
}

#[derive(Serialize, Default, PartialEq, Eq)]
struct Limits {
    #[serde(skip_serializing_if = "Option::is_none")]
    required: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minimum: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    maximum: Option<u32>,
    #[serde(rename = "enum", skip_serializing_if = "Vec::is_empty")]
    words: Vec<String>,
}

impl Limits {
    fn are_none(&self) -> bool {
        *self == Self::default()
    }
}

#[derive(Serialize)]
struct Pointer {
    fields: [&'static str; 1],
    reference: Target,
}

#[derive(Serialize)]
struct Target {
    resource: String,
    fields: [&'static str; 1],
}

impl Package<'_> {
    /// The description of these files, which `pen` wrote. One without rows is left out: frictionless reads no columns from it.
    #[must_use]
    pub fn describe(&self, pen: &Pen<'_>, files: &[Laid]) -> String {
        let Self { meta, stamp, sources } = *self;
        let named = Descriptor {
            schema: PROFILE,
            name: name(&meta.title),
            title: if meta.title.is_empty() { UNNAMED } else { &meta.title },
            description: &meta.description,
            homepage: meta.base_url.as_deref(),
            version: stamp,
            licenses: meta.licence.iter().map(|words| licence(words, pen.root)).collect(),
            contributors: meta.publisher.iter().map(|title| Contributor { title, roles: ["publisher"] }).collect(),
            sources: sources.iter().map(|&title| Outlet { title }).collect(),
            resources: files.iter().filter(|file| file.rows > 0).map(|file| resource(file, files, pen)).collect(),
        };
        // Texts and numbers under names that are texts: there is nothing that JSON could refuse.
        let mut out = serde_json::to_string_pretty(&named).unwrap_or_default();
        out.push('\n');
        out
    }
}

/// A licence that programs know by its name, else the page that says it.
fn licence<'a>(words: &'a str, root: &str) -> Licence<'a> {
    match licence::known(words) {
        Some((name, path)) => Licence { name: Some(name), path: path.to_owned(), title: words },
        None if words.starts_with("https://") => Licence { name: None, path: words.to_owned(), title: words },
        None => Licence { name: None, path: format!("{root}tentang/index.html"), title: words },
    }
}

/// What a file is called among the others: the tables by their own words, JSON with an ending.
fn called(table: Table, csv: bool) -> String {
    if csv { table.word().to_owned() } else { format!("{}-json", table.word()) }
}

fn resource(file: &Laid, files: &[Laid], pen: &Pen<'_>) -> Resource {
    let Laid { table, csv, bytes, ref sha256, .. } = *file;
    let is_there = |to: Table| files.iter().any(|file| file.table == to && file.rows > 0);
    let (format, mediatype) = if csv { ("csv", "text/csv") } else { ("json", "application/json") };
    let guard = if csv { GUARD } else { Told { id: "", en: "" } };
    Resource {
        name: called(table, csv),
        kind: "table",
        path: table.file(format),
        title: table.title().id,
        description: [table.about().id, guard.id].concat(),
        description_en: [table.about().en, guard.en].concat(),
        format,
        mediatype,
        encoding: "utf-8",
        // frictionless counts no bytes of JSON, and takes a count for wrong.
        bytes: csv.then_some(bytes),
        hash: format!("sha256:{sha256}"),
        schema: Schema {
            fields: pen.columns(table).into_iter().map(|column| described(column, csv)).collect(),
            primary_key: table.key(),
            foreign_keys: table
                .points()
                .iter()
                .filter(|(_, to)| is_there(*to))
                .map(|&(from, to)| pointer(from, to, csv))
                .collect(),
        },
    }
}

fn pointer(from: &'static str, to: Table, csv: bool) -> Pointer {
    let key = to.key().first().copied().unwrap_or_default();
    Pointer { fields: [from], reference: Target { resource: called(to, csv), fields: [key] } }
}

fn described(column: &Column, csv: bool) -> Field {
    let kind = match column.holds {
        Holds::Day => "date",
        Holds::Count | Holds::Hundredths => "integer",
        Holds::List if csv => "list",
        Holds::List => "array",
        // Addresses too: one from the site's root on is none of the web by itself.
        _ => "string",
    };
    let (minimum, maximum) = match column.holds {
        Holds::Count => (Some(0), None),
        Holds::Hundredths => (Some(0), Some(100)),
        _ => (None, None),
    };
    let written = |word: &str| if csv { guarded(&Cell::from(word)) } else { word.to_owned() };
    let words = column.holds.words().into_iter().map(written).collect();
    Field {
        name: column.name,
        kind,
        delimiter: (kind == "list").then_some("; "),
        description: column.about.id,
        description_en: column.about.en,
        constraints: Limits { required: column.always.then_some(true), minimum, maximum, words },
    }
}
