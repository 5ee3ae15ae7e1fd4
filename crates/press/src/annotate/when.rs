//! Which date is which: of publication, of a statement, of a happening; and the one that an article is about.

use jejak_archive::Date;
use jejak_archive::model::{DateKind, PrintedDate, QuoteKind, Span};

use super::{QuoteNote, dates};
use crate::text::Text;

/// Words beside the date of a statement.
const SAYING: &[&str] =
    &["ditemui", "dikonfirmasi", "dihubungi", "diwawancarai", "keterangannya", "dikutip", "dilansir"];
/// How far from a date, in words, its sentence is looked at.
const NEAR: usize = 60;

/// Dates as printed, with what each dates; the day of publication first where it was given.
pub(super) fn print(
    text: &Text<'_>,
    published: Option<Date>,
    given: Option<Date>,
    quotes: &[QuoteNote],
) -> Vec<PrintedDate> {
    let publication = |date: Date| PrintedDate {
        span: None,
        as_printed: date.to_string(),
        date,
        kind: DateKind::Published,
        weekday: None,
        weekday_agrees: None,
    };
    let mut printed: Vec<PrintedDate> = given.map(publication).into_iter().collect();
    let direct = quotes.iter().filter(|quote| quote.kind == QuoteKind::Direct);
    let mut cues: Vec<usize> = direct.filter_map(|quote| quote.cue).map(|cue| cue.range().start).collect();
    cues.sort_unstable();
    for found in dates::find(text, published) {
        let span = Span::new(found.span.clone());
        let after = quotes.partition_point(|quote| quote.span.start <= span.start);
        // People say `hari ini` of the times; only a reporter dates by it.
        if found.relative && quotes[..after].iter().rev().take(2).any(|quote| quote.span.overlaps(span)) {
            continue;
        }
        let word = text.word_at(found.span.start);
        let sentence =
            text.sentence_start(word).max(word.saturating_sub(NEAR))..text.sentence_end(word).min(word + NEAR);
        let start = text.words.get(sentence.start).map_or(0, |word| word.start);
        let cue = cues.partition_point(|cue| *cue < found.span.start).checked_sub(1).map(|last| cues[last]);
        let said =
            cue.is_some_and(|cue| cue >= start) || sentence.clone().any(|index| SAYING.contains(&text.lower(index)));
        printed.push(PrintedDate {
            span: Some(span),
            as_printed: text.raw[found.span.clone()].to_string(),
            date: found.date,
            kind: if said { DateKind::Said } else { DateKind::Happened },
            weekday: found.weekday,
            weekday_agrees: found.weekday_agrees,
        });
    }
    printed
}

/// The day of what an article reports: a happening that the lead dates, else the first statement, else any happening.
/// Days told from the day of publication, and days after it, come last.
pub(super) fn event(dates: &[PrintedDate], text: &str, published: Option<Date>) -> Option<Date> {
    let lead = text.find('\n').unwrap_or(text.len());
    let own = || dates.iter().filter_map(|date| Some((date, date.span?.range().start)));
    let past = |date: &PrintedDate| published.is_none_or(|published| date.date <= published);
    let printed = |date: &PrintedDate| date.as_printed.contains(|c: char| c.is_ascii_digit());
    let of = |fits: &dyn Fn(&PrintedDate, usize) -> bool| {
        own().find(|(date, at)| fits(date, *at)).map(|(date, _)| date.date)
    };
    let dated = |date: &PrintedDate| past(date) && printed(date) && date.weekday.is_some();
    of(&|date, at| dated(date) && date.kind == DateKind::Happened && at < lead)
        .or_else(|| of(&|date, _| past(date) && printed(date) && date.kind == DateKind::Said))
        .or_else(|| of(&|date, _| dated(date)))
        .or_else(|| of(&|date, _| past(date) && printed(date)))
        .or_else(|| of(&|date, _| past(date)))
        .or_else(|| of(&|_, _| true))
}
