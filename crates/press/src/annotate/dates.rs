//! Dates as the text prints them.
//!
//! WHY: `Senin (19/01/2026)`, `Senin 28 Juli 2025`, `(27/9)`, `kemarin`: who said what, when hangs on these. A date
//! without a year takes the year that brings it nearest to the day of publication; a weekday beside it is a checksum,
//! and a clash is kept with both values rather than repaired.

use std::ops::Range;

use jejak_archive::Date;
use jiff::ToSpan;
use jiff::civil::Weekday;

use crate::lists::List;
use crate::text::{Shape, Text};
use crate::within::Within as _;

/// A date found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FoundDate {
    /// Its bytes, the weekday included.
    pub(crate) span: Range<usize>,
    pub(crate) date: Date,
    pub(crate) weekday: Option<String>,
    pub(crate) weekday_agrees: Option<bool>,
    /// Whether it is told from the day of publication (`kemarin`) and not printed in figures.
    pub(crate) relative: bool,
}

const MONTHS: [&[&str]; 12] = [
    &["januari", "jan"],
    &["februari", "pebruari", "feb"],
    &["maret", "mar"],
    &["april", "apr"],
    &["mei"],
    &["juni", "jun"],
    &["juli", "jul"],
    &["agustus", "agu", "agt", "ags"],
    &["september", "sept", "sep"],
    &["oktober", "okt"],
    &["november", "nopember", "nov"],
    &["desember", "des"],
];

const WEEKDAYS: [(&str, Weekday); 9] = [
    ("senin", Weekday::Monday),
    ("selasa", Weekday::Tuesday),
    ("rabu", Weekday::Wednesday),
    ("kamis", Weekday::Thursday),
    ("jumat", Weekday::Friday),
    ("jum'at", Weekday::Friday),
    ("jum’at", Weekday::Friday),
    ("sabtu", Weekday::Saturday),
    ("minggu", Weekday::Sunday),
];

fn month(word: &str) -> Option<i8> {
    let index = MONTHS.iter().position(|names| names.contains(&word))?;
    i8::try_from(index + 1).ok()
}

fn weekday(word: &str) -> Option<Weekday> {
    let word = if word == "ahad" { "minggu" } else { word };
    WEEKDAYS.iter().find(|(name, _)| *name == word).map(|(_, day)| *day)
}

/// Whether a word as printed is the weekday of a day.
pub(crate) fn is_weekday(word: &str, day: Date) -> bool {
    weekday(&word.to_lowercase()) == Some(day.weekday())
}

/// Words of times, and another name of a weekday.
const TIMES: [&str; 6] = ["wib", "wita", "wit", "pukul", "jam", "ahad"];

/// The lower-case words that belong to dates and times.
pub(crate) fn words() -> impl Iterator<Item = &'static str> {
    MONTHS.iter().copied().flatten().copied().chain(WEEKDAYS.iter().map(|(name, _)| *name)).chain(TIMES)
}

/// Whether a lower-case word belongs to dates and times.
pub(crate) fn is_date_word(word: &str) -> bool {
    List::DATES.contains(word)
}

/// The first day that a short text prints.
pub(crate) fn first_day(value: &str) -> Option<Date> {
    find(&Text::new(value), None).first().map(|found| found.date)
}

/// The day of a line that holds a date, a time and nothing else.
pub(crate) fn only_date(line: &str) -> Option<Date> {
    if line.len() > 60 {
        return None;
    }
    let text = Text::new(line);
    let found = find(&text, None).into_iter().next()?;
    let fits = |word: &crate::text::Word| {
        (word.start >= found.span.start && word.end <= found.span.end)
            || word.shape == Shape::Number
            || List::DATES.has(word)
    };
    text.words.iter().all(fits).then_some(found.date)
}

/// Whether a line holds a date, a time and nothing else.
pub(crate) fn is_only_a_date(line: &str) -> bool {
    only_date(line).is_some()
}

/// Numbers of a day as words give them: day, month and year, and how many words they took.
struct Numbers {
    day: i8,
    month: i8,
    year: Option<i16>,
    words: usize,
}

/// All dates of a text, in order. `near` is the day of publication, where it is known.
pub(crate) fn find(text: &Text<'_>, near: Option<Date>) -> Vec<FoundDate> {
    let mut found = Vec::new();
    let mut yearless = Vec::new();
    let mut index = 0;
    while index < text.words.len() {
        let Some(numbers) = numbers_at(text, index) else {
            if let Some(date) = near.and_then(|near| relative(text, index, near)) {
                found.push(date);
            }
            index += 1;
            continue;
        };
        let last = index + numbers.words - 1;
        let day_word = weekday_before(text, index);
        // A pair of figures is a date only where a weekday, a bracket or a year says so.
        if numbers.year.is_none() && day_word.is_none() && !bracketed(text, index, last) {
            index += 1;
            continue;
        }
        let start = day_word.map_or(text.word(index).start, |(at, _)| text.word(at).start);
        let mut end = text.word(last).end;
        if text.raw.within(start..end).contains('(') && text.raw.within(end..).starts_with(')') {
            end += 1;
        }
        match numbers.year {
            Some(year) => push(&mut found, text, start..end, year, &numbers, day_word),
            None => yearless.push((start..end, numbers.month, numbers.day, day_word)),
        }
        index = last + 1;
    }
    let anchor = near.or_else(|| found.iter().map(|date| date.date).max());
    for (span, month, day, day_word) in yearless {
        let Some(anchor) = anchor else { continue };
        let numbers = Numbers { day, month, year: None, words: 0 };
        if let Some(year) = nearest_year(anchor, month, day, day_word.map(|(_, day)| day)) {
            push(&mut found, text, span, year, &numbers, day_word);
        }
    }
    found.sort_by_key(|date| date.span.start);
    found
}

fn push(
    found: &mut Vec<FoundDate>,
    text: &Text<'_>,
    span: Range<usize>,
    year: i16,
    numbers: &Numbers,
    day_word: Option<(usize, Weekday)>,
) {
    if let Ok(date) = Date::new(year, numbers.month, numbers.day) {
        found.push(FoundDate {
            span,
            date,
            weekday: day_word.map(|(at, _)| text.print(at).to_string()),
            weekday_agrees: day_word.map(|(_, day)| date.weekday() == day),
            relative: false,
        });
    }
}

/// The year that brings a day nearest to another, the weekday believed where it decides.
fn nearest_year(near: Date, month: i8, day: i8, weekday: Option<Weekday>) -> Option<i16> {
    let candidates = (near.year() - 1..=near.year() + 1).filter_map(|year| Date::new(year, month, day).ok());
    let distance = |date: &Date| {
        let days = (*date - near).get_days().abs();
        // News tells of what was more often than of what will be.
        if *date > near { days * 2 } else { days }
    };
    let off = |date: &Date| weekday.is_some_and(|day| date.weekday() != day);
    candidates.min_by_key(|date| (distance(date) > 200 && off(date), distance(date))).map(Date::year)
}

/// Day, month and year that start at word `index`.
fn numbers_at(text: &Text<'_>, index: usize) -> Option<Numbers> {
    let word = text.words.get(index).filter(|word| word.shape == Shape::Number)?;
    let joined = |at: usize, marks: &str| {
        text.words.get(at).is_some_and(|next| next.paragraph == word.paragraph) && text.gap_before(at).trim() == marks
    };
    // `19-01-2026`, `19.01.2026`, `2026-01-19` are one word.
    let parts: Vec<&str> = word.lower.split(['-', '.']).collect();
    if let [a, b, c] = parts[..] {
        if a.len() == 4 {
            return Some(Numbers { day: day(c)?, month: month_number(b)?, year: year(a), words: 1 });
        }
        return Some(Numbers { day: day(a)?, month: month_number(b)?, year: Some(year(c)?), words: 1 });
    }
    // `18-20 Juni 2025`: the first day.
    let first = day(parts.first()?)?;
    if joined(index + 1, "/") {
        let month = month_number(text.lower(index + 1))?;
        if joined(index + 2, "/") {
            return Some(Numbers { day: first, month, year: Some(year(text.lower(index + 2))?), words: 3 });
        }
        return Some(Numbers { day: first, month, year: None, words: 2 });
    }
    let number =
        |at: usize| text.words.get(at).is_some_and(|word| word.shape == Shape::Number && day(&word.lower).is_some());
    let dash = ["–", "—", "-"].iter().any(|dash| joined(index + 1, dash)) && number(index + 1);
    // `14 sampai 16 Januari`, `14 hingga 16 Januari`, `14 s.d. 16 Januari`
    let until = matches!(text.lower(index + 1), "sampai" | "hingga" | "s.d" | "s/d" | "sd") && number(index + 2);
    let at = index + 1 + usize::from(dash) + 2 * usize::from(until);
    let month = month(text.lower(at)).filter(|_| text.word(at).paragraph == word.paragraph)?;
    let gap = text.gap_before(at);
    if !gap.chars().all(|c| c.is_whitespace() || c == '-') {
        return None;
    }
    let year = if joined(at + 1, "") || joined(at + 1, ",") { full_year(text.lower(at + 1)) } else { None };
    Some(Numbers { day: first, month, year, words: at + 1 - index + usize::from(year.is_some()) })
}

fn day(word: &str) -> Option<i8> {
    word.parse().ok().filter(|day| (1..=31).contains(day))
}

fn month_number(word: &str) -> Option<i8> {
    word.parse().ok().filter(|month| (1..=12).contains(month))
}

fn full_year(word: &str) -> Option<i16> {
    word.parse().ok().filter(|year| (1900..=2100).contains(year))
}

/// A year of four figures, or of two in this century.
fn year(word: &str) -> Option<i16> {
    full_year(word).or_else(|| {
        word.parse::<i16>().ok().filter(|year| word.len() == 2 && (0..=99).contains(year)).map(|year| 2000 + year)
    })
}

/// The weekday right before word `index`, with its place.
fn weekday_before(text: &Text<'_>, index: usize) -> Option<(usize, Weekday)> {
    let before = index.checked_sub(1)?;
    let gap = text.gap_before(index);
    let close = gap.chars().all(|c| c.is_whitespace() || matches!(c, ',' | '('));
    let same = text.word(before).paragraph == text.word(index).paragraph;
    if close && same {
        if let Some(day) = weekday(text.lower(before)) {
            return Some((before, day));
        }
        // `Sabtu malam (7/6/2025)`, `Senin tanggal 19 Januari`
        let part = |word: &str| {
            matches!(
                word,
                "pagi" | "siang" | "sore" | "malam" | "tanggal" | "petang" | "dini" | "hari" | "kemarin" | "lalu"
            )
        };
        // `Minggu dini hari (18/1/2026)`
        let mut at = before;
        while at > 0 && before - at < 2 && part(text.lower(at)) {
            at -= 1;
        }
        if at < before && text.word(at).paragraph == text.word(index).paragraph {
            return weekday(text.lower(at)).map(|day| (at, day));
        }
    }
    None
}

/// Whether words `first..=last` stand alone between brackets.
fn bracketed(text: &Text<'_>, first: usize, last: usize) -> bool {
    let before = text.raw.within(..text.word(first).start);
    let after = text.raw.within(text.word(last).end..);
    text.print(last).chars().any(char::is_alphabetic) || (before.ends_with('(') && after.starts_with(')'))
}

/// A day told from the day of publication.
fn relative(text: &Text<'_>, index: usize, near: Date) -> Option<FoundDate> {
    let (first, second) = (text.lower(index), text.lower(index + 1));
    let found = |words: usize, days: i64| {
        let span = text.word(index).start..text.word(index + words - 1).end;
        let date = near.checked_add(days.days()).ok()?;
        Some(FoundDate { span, date, weekday: None, weekday_agrees: None, relative: true })
    };
    match (first, second) {
        ("hari", "ini") => return found(2, 0),
        ("kemarin", "lusa") => return found(2, -2),
        ("kemarin", _) => return found(1, -1),
        ("besok", _) => return found(1, 1),
        _ => {}
    }
    if !text.word(index).is_capital() || !text.is(index, List::DATES) {
        return None;
    }
    let day = weekday(first)?;
    // The checksum of a date in figures is no date of its own.
    if (1..=3).any(|ahead| numbers_at(text, index + ahead).is_some() && weekday_before(text, index + ahead).is_some()) {
        return None;
    }
    let back = i64::from((near.weekday().to_monday_zero_offset() - day.to_monday_zero_offset()).rem_euclid(7));
    let (words, days) = match second {
        "lalu" | "kemarin" => (2, if back == 0 { -7 } else { -back }),
        "depan" | "mendatang" | "besok" => (2, if back == 0 { 7 } else { 7 - back }),
        _ => (1, -back),
    };
    let mut date = found(words, days)?;
    date.weekday = Some(text.print(index).to_string());
    date.weekday_agrees = Some(date.date.weekday() == day);
    Some(date)
}

#[cfg(test)]
mod tests {
    use super::{find, is_only_a_date};
    use crate::text::Text;
    use jiff::civil::date;

    fn days(raw: &str) -> Vec<(String, Option<bool>)> {
        let text = Text::new(raw);
        find(&text, Some(date(2026, 1, 20))).iter().map(|d| (d.date.to_string(), d.weekday_agrees)).collect()
    }

    #[test]
    fn forms_of_a_date() {
        for raw in [
            "Senin (19/01/2026)",
            "Senin 19 Januari 2026",
            "Senin, 19 Januari 2026",
            "Senin (19/1)",
            "Senin malam (19/1/26)",
        ] {
            assert_eq!(days(raw), [("2026-01-19".to_string(), Some(true))], "{raw}");
        }
        assert_eq!(days("pada 19–21 Januari 2026"), [("2026-01-19".to_string(), None)]);
        assert_eq!(days("kemarin"), [("2026-01-19".to_string(), None)]);
        assert_eq!(days("Kamis lalu"), [("2026-01-15".to_string(), Some(true))]);
    }

    #[test]
    fn a_weekday_that_does_not_fit_is_told() {
        assert_eq!(days("Selasa (19/01/2026)"), [("2026-01-19".to_string(), Some(false))]);
    }

    #[test]
    fn figures_that_are_no_dates() {
        assert!(days("skor 2/1, pasal 5/2, 31/02/2026, Rp 10.000").is_empty());
    }

    #[test]
    fn a_day_without_a_year_lies_near_publication() {
        assert_eq!(days("Rabu (24/12)"), [("2025-12-24".to_string(), Some(true))]);
    }

    #[test]
    fn a_line_of_date_and_time() {
        assert!(is_only_a_date("Selasa, 20 Januari 2026 21:51 WIB"));
        assert!(!is_only_a_date("Selasa, 20 Januari 2026 warga berkumpul"));
    }
}
