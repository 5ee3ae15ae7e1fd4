//! The tables that a site hands out whole, and what describes them to programs: a Data Package, version 2
//! (<https://datapackage.org>).
//!
//! A [`Pen`] writes the rows of one article or one record at a time, in both forms, so that whoever lays a site can do so on
//! all cores and join them in order ([`Rows::join`]); `described` writes `datapackage.json` once the files are there. What an
//! archive keeps back is in none of it, because all of it is read from the archive.

mod described;
mod licence;

pub use described::{Laid, Package};

use jejak_archive::model::Article;
use jejak_archive::model::regulation::Called;
use jejak_archive::statements::Record;
use jejak_archive::{Reading, words};

use crate::columns::{Column, TEXT, Table};
use crate::table::{Cell, Named, field, guarded, written};
use crate::{Item, Said};

/// The name of a package: the title as an address has it.
pub(crate) fn name(title: &str) -> String {
    let name = words::slug(title);
    if name.is_empty() { "jejak".to_owned() } else { name }
}

/// Rows of one table, in both forms.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rows {
    /// As lines of a table (RFC 4180), without the line of names.
    pub csv: String,
    /// As JSON objects, with a comma and a line's end between.
    pub json: String,
    /// How many.
    pub count: usize,
}

impl Rows {
    /// These, and then those.
    pub fn join(&mut self, more: &Self) {
        if self.count > 0 && more.count > 0 {
            self.json.push_str(",\n");
        }
        self.csv.push_str(&more.csv);
        self.json.push_str(&more.json);
        self.count += more.count;
    }
}

/// Writes rows.
#[derive(Debug)]
pub struct Pen<'a> {
    /// The site's root, ending in `/`; empty where it is not known.
    root: &'a str,
    /// Whether the texts of articles are among them.
    full: bool,
}

impl<'a> Pen<'a> {
    /// A pen for a site with this root; with `full` the texts of articles are written too.
    #[must_use]
    pub fn new(root: &'a str, full: bool) -> Self {
        Self { root, full }
    }

    /// The columns of a table.
    #[must_use]
    pub fn columns(&self, table: Table) -> Vec<&'static Column> {
        table.columns().iter().filter(|column| self.full || table != Table::Articles || column.name != TEXT).collect()
    }

    /// A whole file of a table, of all of its rows: CSV without a mark of its encoding.
    #[must_use]
    pub fn csv(&self, table: Table, rows: &Rows) -> String {
        let mut out = String::with_capacity(rows.csv.len() + 200);
        self.columns(table).iter().enumerate().for_each(|(at, column)| field(&mut out, at, column.name));
        out.push_str("\r\n");
        out.push_str(&rows.csv);
        out
    }

    /// The same as a list of JSON objects.
    #[must_use]
    pub fn json(&self, rows: &Rows) -> String {
        ["[\n", &rows.json, "\n]\n"].concat()
    }

    /// The row of an article.
    #[must_use]
    pub fn article(&self, article: &Article) -> Rows {
        let item = Item::of_article(article);
        let mut rows = Rows::default();
        let mut cells = vec![
            Cell::from(item.article.as_str()),
            Cell::from(item.title.as_str()),
            item.date.map_or(Cell::Nothing, Cell::Day),
            Cell::some(item.publisher.as_deref()),
            Cell::some(item.url.as_deref()),
            Cell::Text(item.address(self.root)),
            Cell::List(&item.authors),
            Cell::some(item.event.map(|event| event.as_str())),
            Cell::Number(item.statements),
        ];
        if self.full {
            cells.push(Cell::from(article.text.as_str()));
        }
        self.row(&mut rows, Table::Articles, &cells);
        rows
    }

    /// The rows of an article's statements.
    #[must_use]
    pub fn quotes(&self, reading: &Reading) -> Rows {
        let mut rows = Rows::default();
        for quote in &reading.article.quotes {
            let item = Item::of_quote(reading, quote);
            let Some(said) = &item.said else { continue };
            self.row(&mut rows, Table::Quotes, &self.quote(&item, said));
        }
        rows
    }

    fn quote<'i>(&self, item: &'i Item, said: &'i Said) -> Vec<Cell<'i>> {
        let slug = Cell::some(said.slug.as_deref());
        let (person, organisation) = if said.is_person { (slug, Cell::Nothing) } else { (Cell::Nothing, slug) };
        vec![
            Cell::from(item.article.as_str()),
            Cell::from(said.anchor.as_str()),
            item.date.map_or(Cell::Nothing, Cell::Day),
            Cell::Text(item.address(self.root)),
            Cell::from(said.kind.as_str()),
            Cell::some(said.speaker.as_deref()),
            person,
            organisation,
            Cell::some(said.role.as_deref()),
            Cell::from(said.words.as_str()),
            Cell::Number(u32::from(said.confidence)),
            Cell::some(said.how.map(|how| how.as_str())),
        ]
    }

    /// The row of a person, and the rows of the person's offices. `page` is the person's page, from the site's root on.
    #[must_use]
    pub fn person(&self, record: &Record, page: &str) -> [Rows; 2] {
        let (mut person, mut roles) = (Rows::default(), Rows::default());
        let cells = [
            Cell::from(record.slug.as_str()),
            Cell::from(record.name.as_str()),
            Cell::List(&record.aliases),
            Cell::List(&record.honorifics),
            Cell::Number(record.said.total),
            Cell::Number(record.named_in()),
            Cell::Text([self.root, page].concat()),
        ];
        self.row(&mut person, Table::People, &cells);
        for (role, number) in record.roles.iter().zip(1..) {
            let (from, to) = role.span().map_or((None, None), |(from, to)| (Some(from), Some(to)));
            let of_day = |date: Option<_>| date.map_or(Cell::Nothing, Cell::Day);
            let cells = [
                Cell::from(record.slug.as_str()),
                Cell::Number(number),
                Cell::from(role.office.as_str()),
                Cell::some(role.organisation.as_deref()),
                Cell::from(role.standing.as_str()),
                of_day(from),
                of_day(to),
                Cell::number(role.articles.len()),
            ];
            self.row(&mut roles, Table::Roles, &cells);
        }
        [person, roles]
    }

    /// The row of an organisation.
    #[must_use]
    pub fn organisation(&self, record: &Record, page: &str) -> Rows {
        let mut rows = Rows::default();
        let cells = [
            Cell::from(record.slug.as_str()),
            Cell::from(record.name.as_str()),
            Cell::List(&record.aliases),
            Cell::Number(record.said.total),
            Cell::Number(record.named_in()),
            Cell::Text([self.root, page].concat()),
        ];
        self.row(&mut rows, Table::Organisations, &cells);
        rows
    }

    /// The row of a regulation.
    #[must_use]
    pub fn regulation(&self, record: &Record, page: &str) -> Rows {
        let mut rows = Rows::default();
        let called = Called::read(&record.name);
        let maybe = |number: Option<u32>| number.map_or(Cell::Nothing, Cell::Number);
        let cells = [
            Cell::from(record.slug.as_str()),
            Cell::from(record.name.as_str()),
            Cell::from(called.kind),
            maybe(called.number),
            maybe(called.year.map(u32::from)),
            Cell::List(&record.aliases),
            Cell::Number(record.said.total),
            Cell::Number(record.named_in()),
            Cell::Text([self.root, page].concat()),
        ];
        self.row(&mut rows, Table::Regulations, &cells);
        rows
    }

    fn row(&self, rows: &mut Rows, table: Table, cells: &[Cell<'_>]) {
        let names: Vec<&'static str> = self.columns(table).iter().map(|column| column.name).collect();
        let mut csv = String::new();
        cells.iter().enumerate().for_each(|(at, cell)| field(&mut csv, at, &guarded(cell)));
        csv.push_str("\r\n");
        rows.join(&Rows { csv, json: written(&Named(&names, cells)), count: 1 });
    }
}
