//! The fields beside a text, under the names that front matter, JSON and tables may give them.

use jejak_archive::Date;
use jiff::fmt::rfc2822;
use jiff::tz::Offset;

use serde::{Deserialize, Serialize};

use super::Given;
use crate::annotate::dates;
use crate::problem::ProblemKind;

/// How far western Indonesian time is ahead of universal time, in hours.
const WESTERN_HOURS: i8 = 7;
const WESTERN: Offset = Offset::constant(WESTERN_HOURS);

/// What stands beside a text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
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
    /// `cleaned`: the text is clean already, as an archive holds it.
    #[serde(skip)]
    pub cleaned: Option<Box<Given>>,
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

pub(crate) fn is_address(value: &str) -> bool {
    let rest = value.strip_prefix("https://").or_else(|| value.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty() && !rest.contains(|c: char| c.is_whitespace() || c.is_control()))
}

/// A day from a field: `2026-01-19`, with or without a time behind it, as mail writes it, or as newspapers print it.
pub(crate) fn parse_date(value: &str) -> Option<Date> {
    let value = value.trim();
    if let Some((day, rest)) = value.split_at_checked(10)
        && let Ok(day) = day.replace('/', "-").parse::<Date>()
        && (rest.is_empty() || rest.starts_with(['T', ' ', 't']))
    {
        return Some(local_day(day, rest.get(1..).unwrap_or_default()));
    }
    if let Ok(moment) = rfc2822::parse(value) {
        let zone = if moment.offset() == Offset::UTC { WESTERN } else { moment.offset() };
        return Some(zone.to_datetime(moment.timestamp()).date());
    }
    dates::first_day(value)
}

/// The day of a time as printed. One in universal time is as machines store it, and its day is taken where most of
/// Indonesia lives: the last seven hours of a day there are the morning of the next here.
fn local_day(day: Date, time: &str) -> Date {
    let universal = ["Z", "z", "+00:00", "+0000", "+00", "UTC", "GMT"].iter().any(|zone| time.ends_with(zone));
    let hour = time.get(..2).and_then(|hour| hour.parse::<i8>().ok());
    let next = universal && hour.is_some_and(|hour| hour + WESTERN_HOURS >= 24);
    if next { day.tomorrow().unwrap_or(day) } else { day }
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
        // The same moments, as machines store them in universal time.
        for value in
            ["2026-01-18T17:00:00Z", "2026-01-18 23:10:00+00:00", "Sun, 18 Jan 2026 20:00:00 +0000", "2026/01/19"]
        {
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
