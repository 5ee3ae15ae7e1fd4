//! The fields beside a text, under the names that front matter, JSON and tables may give them.

use jejak_archive::Date;

use crate::annotate::dates;
use crate::problem::ProblemKind;

/// What stands beside a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fields {
    /// The id given.
    pub id: Option<String>,
    /// `title`, `judul`.
    pub title: Option<String>,
    /// `date`, `tanggal`, `published`.
    pub date: Option<Date>,
    /// `source`, `sumber`, `publisher`.
    pub source: Option<String>,
    /// `url`, `link`: only `http` and `https` addresses are kept.
    pub url: Option<String>,
    /// `further_sources`, `sumber_lain`: a list of `http` and `https` addresses.
    pub further_sources: Vec<String>,
    /// `author`, `penulis`.
    pub author: Option<String>,
}

/// What became of a key.
pub(crate) enum Taken {
    /// It is a field of [`Fields`] and was set.
    Field,
    /// It names the text itself.
    Text,
    /// It was not understood.
    Problem(ProblemKind),
}

impl Fields {
    /// Sets the field that a key names. An empty value sets nothing.
    pub(crate) fn set(&mut self, key: &str, value: &str) -> Taken {
        let value = value.trim();
        let text = || (!value.is_empty()).then(|| value.split_whitespace().collect::<Vec<_>>().join(" "));
        match key.trim().to_lowercase().as_str() {
            "id" => self.id = text(),
            "title" | "judul" => self.title = text(),
            "source" | "sumber" | "publisher" => self.source = text(),
            "author" | "penulis" => self.author = text(),
            "url" | "link" => {
                if !value.is_empty() && !is_address(value) {
                    return bad(key, value);
                }
                self.url = text();
            }
            "date" | "tanggal" | "published" => {
                if value.is_empty() {
                    return Taken::Field;
                }
                match parse_date(value) {
                    Some(date) => self.date = Some(date),
                    None => return bad(key, value),
                }
            }
            "text" | "isi" | "content" | "body" => return Taken::Text,
            "further_sources" | "sumber_lain" => {
                // A list comes as one line, led or divided by dashes, commas or brackets.
                let items = value.split(|c: char| c.is_whitespace() || matches!(c, ',' | '[' | ']' | '"' | '\''));
                for item in items.filter(|item| !matches!(*item, "" | "-")) {
                    if !is_address(item) {
                        return bad(key, item);
                    }
                    self.further_sources.push(item.to_string());
                }
            }
            _ => return Taken::Problem(ProblemKind::UnknownKey { key: shorten(key) }),
        }
        Taken::Field
    }
}

fn bad(key: &str, value: &str) -> Taken {
    Taken::Problem(ProblemKind::BadValue { key: shorten(key), value: shorten(value) })
}

/// At most 80 characters of a value, for a message.
pub(crate) fn shorten(value: &str) -> String {
    value.chars().take(80).collect()
}

fn is_address(value: &str) -> bool {
    let rest = value.strip_prefix("https://").or_else(|| value.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty() && !rest.contains(|c: char| c.is_whitespace() || c.is_control()))
}

/// A day from a field: `2026-01-19`, with or without a time behind it, or as newspapers print it.
pub(crate) fn parse_date(value: &str) -> Option<Date> {
    let value = value.trim();
    if let Some(day) = value.get(..10).and_then(|day| day.parse::<Date>().ok()) {
        let rest = &value[10..];
        if rest.is_empty() || rest.starts_with(['T', ' ', 't']) {
            return Some(day);
        }
    }
    dates::first_day(value)
}

#[cfg(test)]
mod tests {
    use super::{Fields, Taken, parse_date};

    #[test]
    fn days_as_fields_give_them() {
        let day = Some(jiff::civil::date(2026, 1, 19));
        for value in ["2026-01-19", "2026-01-19T08:00:00+07:00", "Senin, 19 Januari 2026", "19/01/2026"] {
            assert_eq!(parse_date(value), day, "{value}");
        }
        assert_eq!(parse_date("kapan-kapan"), None);
    }

    #[test]
    fn further_sources_are_a_list_of_addresses() {
        let mut fields = Fields::default();
        assert!(matches!(fields.set("sumber_lain", "- https://a.id/1 - https://b.id/2"), Taken::Field));
        assert_eq!(fields.further_sources, ["https://a.id/1", "https://b.id/2"]);
        assert!(matches!(fields.set("further_sources", "[\"https://c.id\", di-warung]"), Taken::Problem(_)));
    }

    #[test]
    fn an_address_that_is_none_is_a_problem() {
        let mut fields = Fields::default();
        assert!(matches!(fields.set("url", "javascript:alert(1)"), Taken::Problem(_)));
        assert_eq!(fields.url, None);
        assert!(matches!(fields.set("link", "https://contoh.id/a"), Taken::Field));
        assert!(fields.url.is_some());
    }
}
