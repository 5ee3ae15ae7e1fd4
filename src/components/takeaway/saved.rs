//! Rows and citations as files: what they are called, of what type they are, what stands in them.

use jejak_archive::Query;
use jejak_archive::statements::StatementQuery;
use jejak_export::cite::Wording;
use jejak_export::table::{self, Head, Kind};
use jejak_export::{Asked, Form, Item};

use super::root;
use crate::state::device::File;
use crate::state::links;
use crate::state::settings::Language;
use crate::state::site::Site;
use crate::state::url::{Location, Route};

/// Most rows of a file.
pub(super) const MOST: u32 = 10_000;

/// What a form is called.
pub(super) fn name(form: Form, site: &Site) -> &'static str {
    let words = &site.text().take;
    match form {
        Form::Csv => words.tables().of(0),
        Form::Json => words.tables().of(1),
        Form::Ndjson => words.tables().of(2),
        Form::Bibtex => words.forms().of(2),
        Form::Ris => words.forms().of(3),
        Form::Csl => words.forms().of(4),
    }
}

/// A file in a form, with a text in it.
pub(super) fn file(form: Form, name: &str, text: String) -> File {
    let (end, kind) = form.ending();
    File { name: format!("{}.{end}", file_name(name)), kind, text }
}

/// What is to become of rows.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Saved {
    pub(super) form: Form,
    pub(super) kind: Kind,
    /// What the file is called, without its ending.
    pub(super) called: String,
    /// Where the list is shown.
    pub(super) list: Location,
    /// What the form is called.
    pub(super) shown: &'static str,
}

impl Saved {
    pub(super) fn name(&self) -> &'static str {
        self.shown
    }

    /// The rows of an answer of so many as a file.
    pub(super) fn file(&self, site: &Site, answers: u32, items: &[Item]) -> File {
        let (root, meta) = (root(site), site.library.meta());
        let (list, filters) = (self.list.href(), self.list.filters());
        let query = match &self.list.route {
            Route::Explore(query) => query.words.as_str(),
            Route::Quotes(asked) => &asked.query.words,
            _ => "",
        };
        let head = Head {
            archive: site.name(),
            stamp: site.library.stamp(),
            licence: meta.licence.as_deref(),
            root: &root,
            list: &list,
            query: query.trim(),
            filters: &filters,
            answers,
        };
        let mut text = self.form.rows(&head, site.lang(), self.kind, items);
        if self.form == Form::Csv {
            // For people, whose spreadsheets would else take it for another encoding.
            text.insert_str(0, table::MARK);
        }
        file(self.form, &self.called, text)
    }
}

/// The list that a page shows: what is asked, what its rows are, and its address from the first page on.
pub(super) fn list_of(site: &Site, location: &Location) -> Option<(Asked, Kind, Location)> {
    let statements = |asked: StatementQuery| {
        let asked = StatementQuery { query: Query { page: 0, ..site.library.in_use(asked.query.clone()) }, ..asked };
        Some((Asked::Statements(asked.clone()), Kind::Statements, Location::of(Route::Quotes(asked))))
    };
    match &location.route {
        Route::Explore(query) => {
            let query = Query { page: 0, ..site.library.in_use(query.clone()) };
            Some((Asked::Articles(query.clone()), Kind::Articles, Location::of(Route::Explore(query))))
        }
        Route::Quotes(asked) => statements(asked.clone()),
        Route::Record { facet, slug, words, .. } => {
            let mut own = links::statements(&[(*facet, slug)]);
            own.query.words.clone_from(words);
            statements(own)
        }
        _ => None,
    }
}

/// The words of citations in the reader's language.
pub(super) fn wording(site: &Site) -> Wording<'static> {
    let (text, words) = (site.text(), &site.text().take);
    Wording {
        undated: words.undated(),
        months: std::array::from_fn(|month| text.months().of(month)),
        day_first: site.settings.language == Language::Id,
        and: words.and(),
        others: words.others(),
        quoted_in: words.quoted_in(),
        reported_in: words.reported_in(),
        nobody: words.nobody(),
    }
}

/// A name that every system of files takes.
fn file_name(words: &str) -> String {
    let mut name = String::new();
    for c in words.chars().take(100) {
        if c.is_ascii_alphanumeric() {
            name.push(c.to_ascii_lowercase());
        } else if !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        }
    }
    let name = name.trim_end_matches('-');
    if name.is_empty() { "jejak".to_owned() } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn files_have_plain_names() {
        assert_eq!(file_name("pernyataan Jual-beli  \"jabatan\"?"), "pernyataan-jual-beli-jabatan");
        assert_eq!(file_name("../../é"), "jejak");
    }
}
