//! What a visitor corrects by hand in an archive of their own, as tables of `archive.toml`.
//!
//! WHY as settings: an editor writes the same tables, so the press knows nothing of where they come from, and what was corrected
//! in the browser can be taken along to `jejak build`, which then makes the same archive.

use serde::Deserialize;
use toml::value::{Datetime, Table, Value};

/// One correction, as the page's script keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Fix {
    /// Who made the statement of these words; nobody that is known where `value` is empty.
    Speaker {
        /// The article's id.
        article: String,
        /// The words of the statement.
        words: String,
        /// The speaker's name.
        value: String,
    },
    /// Which day an article is of.
    Date {
        /// The article's id.
        article: String,
        /// The day, as `2026-03-09`.
        value: String,
    },
    /// Two names of one person.
    Merge {
        /// What the person is called.
        name: String,
        /// The other name.
        value: String,
    },
    /// Who goes by a name in one article is somebody else.
    Split {
        /// The name.
        name: String,
        /// The article's id.
        article: String,
        /// What that person is called; the same where it is empty.
        value: String,
    },
}

impl Fix {
    /// The table that says it, with its head.
    fn table(&self) -> Table {
        let text = |text: &String| Value::String(text.clone());
        let (name, entries) = match self {
            Self::Speaker { article, words, value } => {
                ("correction", vec![("article", text(article)), ("words", text(words)), ("speaker", text(value))])
            }
            Self::Date { article, value } => {
                // What is no day is left to the press to refuse.
                let day = value.parse::<Datetime>().map_or_else(|_| text(value), Value::Datetime);
                ("correction", vec![("article", text(article)), ("date", day)])
            }
            Self::Merge { name, value } => ("merge", vec![("names", Value::Array(vec![text(name), text(value)]))]),
            Self::Split { name, article, value } => {
                let called = (!value.is_empty()).then(|| ("as", text(value)));
                let of = [("name", text(name)), ("articles", Value::Array(vec![text(article)]))];
                ("split", of.into_iter().chain(called).collect())
            }
        };
        let entries: Table = entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
        Table::from_iter([(name.to_owned(), Value::Array(vec![Value::Table(entries)]))])
    }
}

/// Settings with corrections behind what they said before.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Settings {
    /// All of it, as TOML.
    pub(crate) text: String,
    /// The line in which each correction begins, counted from 1.
    starts: Vec<usize>,
}

impl Settings {
    /// Adds corrections to the settings as they were.
    pub(crate) fn with<'a>(before: &str, fixes: impl IntoIterator<Item = &'a Fix>) -> Self {
        let mut all = Self { text: before.trim_end().to_owned(), starts: Vec::new() };
        for fix in fixes {
            if !all.text.is_empty() {
                all.text.push_str("\n\n");
            }
            all.starts.push(all.text.matches('\n').count() + 1);
            // Strings, lists and days can all be written.
            all.text.push_str(toml::to_string(&fix.table()).unwrap_or_default().trim_end());
        }
        all.text.push('\n');
        all
    }

    /// Which of the corrections a line belongs to.
    pub(crate) fn fix_at(&self, line: usize) -> Option<usize> {
        self.starts.partition_point(|start| *start <= line).checked_sub(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn speaker(words: &str) -> Fix {
        Fix::Speaker { article: "satu".into(), words: words.into(), value: "Sari \"Dewi\" \\ \u{7f}".into() }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let fixes = [speaker("a\nb\t'''\u{1}"), Fix::Merge { name: "A".into(), value: "B".into() }];
        let settings = Settings::with("title = \"Arsip\"\n", &fixes);
        let read: Table = settings.text.parse().unwrap();
        assert_eq!(read["title"].as_str(), Some("Arsip"));
        assert_eq!(read["correction"][0]["words"].as_str(), Some("a\nb\t'''\u{1}"));
        assert_eq!(read["correction"][0]["speaker"].as_str(), Some("Sari \"Dewi\" \\ \u{7f}"));
        assert_eq!(read["merge"][0]["names"][1].as_str(), Some("B"));
    }

    #[test]
    fn a_line_belongs_to_the_correction_that_it_stands_in() {
        let fixes =
            [speaker("satu"), speaker("dua\ntiga"), Fix::Date { article: "x".into(), value: "2026-03-09".into() }];
        let settings = Settings::with("# keterangan\ntitle = \"Arsip\"", &fixes);
        for (at, line) in settings.text.lines().enumerate().filter(|(_, line)| line.starts_with("[[")) {
            let before = settings.text.lines().take(at).filter(|line| line.starts_with("[[")).count();
            assert_eq!(settings.fix_at(at + 1), Some(before), "{line}");
        }
        assert_eq!(settings.fix_at(1), None);
        assert_eq!(settings.fix_at(2), None);
        assert_eq!(Settings::with("", &fixes).fix_at(1), Some(0));
    }
}
