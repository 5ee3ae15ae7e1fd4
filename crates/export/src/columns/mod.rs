//! What the columns of files mean: the data dictionary, in Indonesian and English.
//!
//! WHY here and not among the words of the interface: `datapackage.json` says it to programs, the page about the archive to
//! readers, and both must say the same. [`Table`]s are the files that a site hands out whole; lists that somebody takes away
//! ([`Kind`]) have columns of the same names, found by [`of_list`]. The names of columns stand in
//! [`table`](crate::table) once more, because whoever only writes a list has no use for the descriptions; a test holds both
//! together.

mod tables;

use jejak_archive::model::{EventKind, How, QuoteKind, Standing};

use crate::table::{ABOUT, Kind};

/// A text in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Told {
    /// In Indonesian.
    pub id: &'static str,
    /// In English.
    pub en: &'static str,
}

impl Told {
    /// The text for a language: Indonesian where the tag (BCP 47) says so, else English.
    #[must_use]
    pub fn of(self, language: &str) -> &'static str {
        let first = language.split('-').next().unwrap_or_default();
        if first.eq_ignore_ascii_case("id") { self.id } else { self.en }
    }
}

/// What stands in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// Words.
    Text,
    /// Several pieces of text: a list in JSON, with `; ` between in tables.
    List,
    /// A day, `YYYY-MM-DD`.
    Day,
    /// The address of a page: whole, or from the site's root on where the site does not know its own.
    Address,
    /// How many.
    Count,
    /// Hundredths, from 0 to 100.
    Hundredths,
    /// The kind of an occasion.
    Event,
    /// Whether a statement is word for word.
    Statement,
    /// By what a speaker was found.
    How,
    /// The standing in which an office is held.
    Standing,
}

impl Holds {
    /// The words that may stand there, where they are of a closed list.
    #[must_use]
    pub fn words(self) -> Vec<&'static str> {
        match self {
            Self::Event => EventKind::ALL.iter().map(|event| event.as_str()).collect(),
            Self::Statement => QuoteKind::ALL.iter().map(|kind| kind.as_str()).collect(),
            Self::How => How::ALL.iter().map(|how| how.as_str()).collect(),
            Self::Standing => Standing::ALL.iter().map(|standing| standing.as_str()).collect(),
            _ => Vec::new(),
        }
    }
}

/// A column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its name in the first line of a table, and the key in JSON.
    pub name: &'static str,
    /// What stands in it.
    pub holds: Holds,
    /// Whether something stands in it in every row.
    pub always: bool,
    /// What it means.
    pub about: Told,
}

/// A file that a site hands out whole, as a table and as JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Table {
    /// All articles.
    Articles,
    /// All statements, each where it is printed.
    Quotes,
    /// The people who have a page.
    People,
    /// The offices that articles show them in.
    Roles,
    /// The organisations that have a page.
    Organisations,
    /// The regulations that articles name.
    Regulations,
}

impl Table {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Articles, Self::Quotes, Self::People, Self::Roles, Self::Organisations, Self::Regulations];

    /// What it is called in names of files.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Articles => "articles",
            Self::Quotes => "quotes",
            Self::People => "people",
            Self::Roles => "roles",
            Self::Organisations => "organisations",
            Self::Regulations => "regulations",
        }
    }

    /// The path of its file in a site, with this ending: `csv` or `json`.
    #[must_use]
    pub fn file(self, ending: &str) -> String {
        format!("{FOLDER}{}.{ending}", self.word())
    }

    /// What it is called.
    #[must_use]
    pub fn title(self) -> Told {
        tables::title(self)
    }

    /// What it holds, in a sentence or two.
    #[must_use]
    pub fn about(self) -> Told {
        tables::about(self)
    }

    /// Its columns, in their order. The last one of articles, [`TEXT`], is there only where a site hands out whole texts.
    #[must_use]
    pub fn columns(self) -> &'static [Column] {
        match self {
            Self::Articles => tables::ARTICLES,
            Self::Quotes => tables::QUOTES,
            Self::People => tables::PEOPLE,
            Self::Roles => tables::ROLES,
            Self::Organisations => tables::ORGANISATIONS,
            Self::Regulations => tables::REGULATIONS,
        }
    }

    /// The columns that tell a row from all others.
    #[must_use]
    pub fn key(self) -> &'static [&'static str] {
        match self {
            Self::Articles => &["article_id"],
            Self::Quotes => &["article_id", "anchor"],
            Self::People | Self::Organisations | Self::Regulations => &["slug"],
            Self::Roles => &["person", "number"],
        }
    }

    /// Columns that name a row of another table, with the table; what stands there is the first column of its key.
    #[must_use]
    pub fn points(self) -> &'static [(&'static str, Self)] {
        match self {
            Self::Quotes => {
                &[("article_id", Self::Articles), ("person", Self::People), ("organisation", Self::Organisations)]
            }
            Self::Roles => &[("person", Self::People)],
            _ => &[],
        }
    }
}

/// The folder of a site that the files lie in.
pub const FOLDER: &str = "data/";

/// The description of all these files, in the site's root.
pub const PACKAGE: &str = "datapackage.json";

/// The column of whole texts.
pub const TEXT: &str = "text";

/// The columns of a list that is taken away, in their order, with those of a table that say what it is a list of.
#[must_use]
pub fn of_list(kind: Kind) -> Vec<&'static Column> {
    let own = match kind {
        Kind::Articles => tables::ARTICLES,
        Kind::Statements => tables::QUOTES,
    };
    let known = own.iter().chain(tables::LISTS).chain(tables::ARTICLES);
    let named = |name: &&'static str| known.clone().find(|column| column.name == *name);
    kind.columns().iter().chain(&ABOUT).filter_map(named).collect()
}

#[cfg(test)]
mod tests {
    use super::{Kind, TEXT, Table, of_list};
    use crate::table::ABOUT;

    #[test]
    fn every_column_of_a_list_is_described() {
        for kind in [Kind::Articles, Kind::Statements] {
            let names: Vec<&str> = of_list(kind).iter().map(|column| column.name).collect();
            let wanted: Vec<&str> = kind.columns().iter().chain(&ABOUT).copied().collect();
            assert_eq!(names, wanted);
        }
    }

    #[test]
    fn keys_and_pointers_are_columns() {
        for table in Table::ALL {
            let named = |name: &str| table.columns().iter().find(|column| column.name == name);
            for name in table.key() {
                assert!(named(name).is_some_and(|column| column.always), "{table:?}: {name}");
            }
            for (name, _) in table.points() {
                assert!(named(name).is_some(), "{table:?}: {name}");
            }
            let mut names: Vec<&str> = table.columns().iter().map(|column| column.name).collect();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), table.columns().len(), "{table:?}: a name twice");
        }
        assert_eq!(Table::Articles.columns().last().map(|column| column.name), Some(TEXT));
    }

    #[test]
    fn a_language_is_known_by_its_first_part() {
        let told = Table::Articles.title();
        assert_eq!(told.of("id"), told.id);
        assert_eq!(told.of("ID-x-metro"), told.id);
        assert_eq!(told.of("jv"), told.en);
        assert_eq!(told.of(""), told.en);
    }

    #[test]
    fn texts_are_whole_sentences() {
        let told = Table::ALL.into_iter().flat_map(|table| {
            let own = table.columns().iter().map(|column| column.about);
            own.chain([table.about()]).collect::<Vec<_>>()
        });
        for told in told {
            for text in [told.id, told.en] {
                assert!(text.ends_with('.') && text.chars().next().is_some_and(char::is_uppercase), "{text}");
            }
        }
    }
}
