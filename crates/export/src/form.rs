//! The forms in which rows leave an archive.

use crate::Item;
use crate::cite::{self, Source};
use crate::table::{self, Head, Kind};

/// A form of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A table, without a mark of its encoding.
    Csv,
    /// One JSON object.
    Json,
    /// JSON objects, one a line, behind one that says what the list is.
    Ndjson,
    /// Entries for BibTeX and BibLaTeX.
    Bibtex,
    /// Records for reference managers.
    Ris,
    /// CSL-JSON.
    Csl,
}

impl Form {
    /// Those that hold the rows themselves.
    pub const TABLES: [Self; 3] = [Self::Csv, Self::Json, Self::Ndjson];
    /// Those that cite what the rows are about.
    pub const CITED: [Self; 3] = [Self::Bibtex, Self::Ris, Self::Csl];

    /// All of them with the word for each.
    pub const WORDS: [(&'static str, Self); 6] = [
        ("csv", Self::Csv),
        ("json", Self::Json),
        ("ndjson", Self::Ndjson),
        ("bibtex", Self::Bibtex),
        ("ris", Self::Ris),
        ("csl", Self::Csl),
    ];

    /// How the names of its files end, and the type of what stands in them.
    #[must_use]
    pub fn ending(self) -> (&'static str, &'static str) {
        match self {
            Self::Csv => ("csv", "text/csv;charset=utf-8"),
            Self::Json => ("json", "application/json"),
            Self::Ndjson => ("ndjson", "application/x-ndjson"),
            Self::Bibtex => ("bib", "application/x-bibtex;charset=utf-8"),
            Self::Ris => ("ris", "application/x-research-info-systems;charset=utf-8"),
            Self::Csl => ("csl.json", "application/vnd.citationstyles.csl+json"),
        }
    }

    /// Rows in this form. Citations say nothing of the list that they are taken from.
    #[must_use]
    pub fn rows(self, head: &Head<'_>, language: &str, kind: Kind, items: &[Item]) -> String {
        match self {
            Self::Csv => table::csv(head, kind, items),
            Self::Json => table::json(head, kind, items),
            Self::Ndjson => table::ndjson(head, kind, items),
            _ => self.cited(&Source { archive: head.archive, root: head.root, language }, items),
        }
    }

    /// Citations in this form; in CSL-JSON where it is one of tables.
    #[must_use]
    pub fn cited(self, source: &Source<'_>, items: &[Item]) -> String {
        match self {
            Self::Bibtex => cite::bibtex(source, items),
            Self::Ris => cite::ris(source, items),
            _ => cite::csl(source, items),
        }
    }
}
