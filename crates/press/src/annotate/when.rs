//! Which date is which: of publication, of a statement, of a happening; and the one that an article is about.
//!
//! WHY by weight: an article prints the day of its event, of the statements about it, of earlier events, of plans and of
//! letters. No single mark tells them apart, but the words around each speak for or against it.

use jejak_archive::Date;
use jejak_archive::model::{DateKind, PrintedDate, QuoteKind, Span};

use super::{QuoteNote, dates};
use crate::text::Text;
use crate::within::Within as _;

/// Words beside the date of a statement.
const SAYING: &[&str] = &[
    "ditemui",
    "dikonfirmasi",
    "dihubungi",
    "diwawancarai",
    "keterangannya",
    "dikutip",
    "dilansir",
    "mengutip",
    "melansir",
    "pernyataannya",
    "keterangan",
    "rilisnya",
    "siaran",
    "dijumpai",
    "ditanya",
    "diwawancara",
];
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
        if found.relative && quotes.within(..after).iter().rev().take(2).any(|quote| quote.span.overlaps(span)) {
            continue;
        }
        let word = text.word_at(found.span.start);
        let sentence =
            text.sentence_start(word).max(word.saturating_sub(NEAR))..text.sentence_end(word).min(word + NEAR);
        let start = text.words.get(sentence.start).map_or(0, |word| word.start);
        #[expect(clippy::indexing_slicing, reason = "it is the place before another one of the list")]
        let cue = cues.partition_point(|cue| *cue < found.span.start).checked_sub(1).map(|last| cues[last]);
        let said =
            cue.is_some_and(|cue| cue >= start) || sentence.clone().any(|index| SAYING.contains(&text.lower(index)));
        printed.push(PrintedDate {
            span: Some(span),
            as_printed: text.raw.within(found.span.clone()).to_string(),
            date: found.date,
            kind: if said { DateKind::Said } else { DateKind::Happened },
            weekday: found.weekday,
            weekday_agrees: found.weekday_agrees,
        });
    }
    printed
}

/// Words before a date that say that it is not the day of what is reported: an earlier event, a letter, a birth, a span
/// of time. Within the clause that the date closes.
const ASIDE: &[&str] = &[
    "sebelumnya",
    "sebelum",
    "sempat",
    "pernah",
    "sejak",
    "semenjak",
    "tertanggal",
    "bertanggal",
    "nomor",
    "no",
    "berdasarkan",
    "kelahiran",
    "lahir",
    "bermula",
    "mulai",
    "dimulai",
    "hingga",
    "sampai",
    "periode",
    "selama",
    "terhitung",
    "berlaku",
    "batas",
    "dirilis",
    "didirikan",
    "berdiri",
    "wafat",
    "lulus",
    "sesuai",
];
/// Words that open a sentence of background.
const BACKGROUND: &[&str] = &["sebelumnya", "diberitakan", "awalnya", "semula", "dulu", "sebagaimana", "seperti"];
/// Words before a date that lies ahead.
const AHEAD: &[&str] = &[
    "akan",
    "dijadwalkan",
    "menjadwalkan",
    "rencananya",
    "direncanakan",
    "berencana",
    "bakal",
    "diperkirakan",
    "diprediksi",
    "ditargetkan",
    "jadwal",
    "jelang",
    "menjelang",
    "depan",
    "mendatang",
];
/// Days after publication on which a statement may be dated: outlets print the next day's date.
const SLACK: i32 = 2;

/// The day of what an article reports.
///
/// Each printed day is weighed: a weekday beside it, a statement dated by it and a place at the head speak for it; the
/// words of a plan, of an earlier event or of a letter, a distance from publication and a clash of the weekday speak
/// against it. The heaviest wins, the first among equals; none where nothing speaks for any.
pub(super) fn event(dates: &[PrintedDate], text: &Text<'_>, published: Option<Date>) -> Option<Date> {
    let lead = text.paragraphs.first().map_or(0, |lead| lead.end);
    let head = text.paragraphs.get(HEAD - 1).or(text.paragraphs.last()).map_or(0, |last| last.end);
    let weigh = |date: &PrintedDate, at: usize, end: usize| {
        let mut weight = match date.weekday_agrees {
            Some(true) => 3,
            Some(false) => 2,
            None => 0,
        };
        let said = date.kind == DateKind::Said;
        weight += if said { 3 } else { 2 };
        weight += i32::from(at < head) + if !said && at < lead { 2 } else { 0 };
        weight -= if date.as_printed.contains(|c: char| c.is_ascii_digit()) { 0 } else { 2 };
        weight -= context(text, at, end, said);
        if let Some(published) = published {
            let days = (date.date - published).get_days();
            weight -= match days {
                _ if days > if said { SLACK } else { 0 } => 4,
                ..-60 => 4,
                -60..-14 => 2,
                _ => 0,
            };
        }
        weight
    };
    let weighed = dates.iter().filter_map(|date| {
        let span = date.span?.range();
        Some((weigh(date, span.start, span.end), span.start, date.date))
    });
    let best = weighed.max_by_key(|(weight, at, _)| (*weight, usize::MAX - at))?;
    // A plan that the lead dates is better than none.
    let planned = dates.iter().any(|date| {
        date.weekday.is_some()
            && date.span.is_some_and(|span| span.range().start < lead && span.range().start == best.1)
    });
    (best.0 > 0 || planned).then_some(best.2)
}

/// Paragraphs that are an article's head.
const HEAD: usize = 4;

/// How much the words around a date, in its sentence, speak against it.
fn context(text: &Text<'_>, start: usize, end: usize, said: bool) -> i32 {
    let word = text.word_at(start);
    let first = text.sentence_start(word).max(word.saturating_sub(NEAR));
    let mut clause = word;
    // A statement is dated by its own words: what stands before the cue is what was said.
    while clause > first && !(clause < word && text.gap_before(clause).contains([',', ';', '"', '”'])) {
        clause -= 1;
    }
    let has = |words: std::ops::Range<usize>, list: &[&str]| words.into_iter().any(|at| list.contains(&text.lower(at)));
    let behind = text.word_at(end);
    let ahead =
        (!said && has(clause..word, AHEAD)) || matches!(text.lower(behind), "mendatang" | "depan" | "nanti" | "besok");
    let opens = first..(first + 2).min(word);
    let mut against = 0;
    // `berdasarkan keterangannya, Sabtu`: what a statement rests on is no letter.
    let rests = said && has(clause..word, &["berdasarkan", "sesuai"]);
    against += if (has(clause..word, ASIDE) && !rests) || (!said && has(opens.clone(), BACKGROUND)) { 5 } else { 0 };
    against += if ahead { 4 } else { 0 };
    against += if !said && (has(opens, &["diketahui"]) || has(clause..word, &["telah"])) { 2 } else { 0 };
    against + if matches!(text.lower(behind), "lalu" | "silam") { 2 } else { 0 }
}
