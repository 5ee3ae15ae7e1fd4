//! Words between quotation marks: where they start, where they end.
//!
//! WHY by context and not by pairs: one article in a few hundred loses a mark, uses one mark for both sides or sets a
//! space on the wrong side (`perubahan, "ujarnya`). Counting pairs then turns every later quote inside out. So each
//! mark is judged by what stands around it, each paragraph starts anew, and a mark that is missing is supplied where
//! the attribution shows its place. One pass over the marks; no stretch is looked at more than a fixed number of times.

use std::ops::Range;

use crate::lexicon::{CueClass, CueForm};
use crate::text::{Text, is_space};
use crate::within::Within as _;

/// A stretch between marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stretch {
    /// Its bytes with the marks.
    pub(crate) outer: Range<usize>,
    /// The words without marks and without the closing comma or stop.
    pub(crate) inner: Range<usize>,
    /// Whether a mark had to be supplied.
    pub(crate) supplied: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Open,
    Close,
    Either,
}

#[derive(Debug, Clone)]
struct Mark {
    range: Range<usize>,
    side: Side,
}

/// All marked stretches of a text, in order; none overlap.
pub(crate) fn stretches(text: &Text<'_>) -> Vec<Stretch> {
    let marks = marks(text.raw);
    let mut found = Vec::new();
    let mut open: Option<Range<usize>> = None;
    let mut first = 0;
    for (number, paragraph) in text.paragraphs.iter().enumerate() {
        let count = marks.within(first..).partition_point(|mark| mark.range.start < paragraph.end);
        let own = marks.within(first..first + count);
        first += count;
        if let Some(start) = open.take() {
            // A quote that runs on from the paragraph before closes here if its first mark closes.
            match own.first() {
                Some(mark) if mark.side == Side::Close || closes_onto_cue(text, mark) => {
                    add(text.raw, &mut found, start, mark.range.clone(), false);
                    scan(text, paragraph, own.within(1..), mark.range.end, &mut found, &mut open);
                    continue;
                }
                _ => {
                    #[expect(
                        clippy::indexing_slicing,
                        reason = "what is open was opened in a paragraph before this one"
                    )]
                    let end = text.paragraphs[number - 1].end;
                    add(text.raw, &mut found, start, end..end, true);
                }
            }
        }
        scan(text, paragraph, own, paragraph.start, &mut found, &mut open);
        if open.is_some()
            && !runs_on(marks.within(first..), text.paragraphs.get(number + 1))
            && let Some(start) = open.take()
        {
            add(text.raw, &mut found, start, paragraph.end..paragraph.end, true);
        }
    }
    if let (Some(start), Some(last)) = (open, text.paragraphs.last()) {
        add(text.raw, &mut found, start, last.end..last.end, true);
    }
    found
}

/// Whether an open quote goes on in the next paragraph: that one's first mark closes.
fn runs_on(rest: &[Mark], next: Option<&Range<usize>>) -> bool {
    next.is_some_and(|next| rest.first().is_some_and(|mark| mark.range.start < next.end && mark.side == Side::Close))
}

/// Reads the marks of one paragraph from byte `from` on.
fn scan(
    text: &Text<'_>,
    paragraph: &Range<usize>,
    marks: &[Mark],
    from: usize,
    found: &mut Vec<Stretch>,
    open: &mut Option<Range<usize>>,
) {
    let mut free_from = from;
    let mut depth = 0_u32;
    for (number, mark) in marks.iter().enumerate() {
        let Some(start) = open.clone() else {
            if mark.side == Side::Close && opens_reversed(text, marks.within(number..)) {
                *open = Some(mark.range.clone());
                depth = 0;
            } else if mark.side == Side::Close {
                // A closing mark with nothing open: the opening one is lost.
                if let Some(start) = lost_opening(text, paragraph, free_from, mark) {
                    add(text.raw, found, start..start, mark.range.clone(), true);
                    free_from = mark.range.end;
                }
            } else {
                *open = Some(mark.range.clone());
                depth = 0;
            }
            continue;
        };
        let closes = match mark.side {
            Side::Close | Side::Either => true,
            Side::Open => closes_onto_cue(text, mark),
        };
        if closes {
            if depth > 0 && !closes_onto_cue(text, mark) {
                depth -= 1;
                continue;
            }
            add(text.raw, found, start, mark.range.clone(), false);
            *open = None;
            free_from = mark.range.end;
        } else if nests(marks.within(number..)) && lost_closing(text, start.end..mark.range.start).is_none() {
            depth += 1;
        } else {
            // Another opens before this one closed: the closing one is lost.
            let end = lost_closing(text, start.end..mark.range.start).unwrap_or(mark.range.start);
            add(text.raw, found, start, end..end, true);
            *open = Some(mark.range.clone());
            depth = 0;
        }
    }
    if let Some(start) = open.clone()
        && let Some(end) = lost_closing(text, start.end..paragraph.end)
    {
        add(text.raw, found, start, end..end, true);
        *open = None;
    }
}

/// `Semua baik.”Kami siap,” ujarnya`: whether a closing mark right behind a full stop and before a capital opens, for
/// another that closes follows it.
fn opens_reversed(text: &Text<'_>, marks: &[Mark]) -> bool {
    let [mark, next, ..] = marks else { return false };
    next.side == Side::Close
        && text.raw.within(..mark.range.start).ends_with(['.', '!', '?'])
        && text.raw.within(mark.range.end..).starts_with(char::is_uppercase)
}

/// Whether a mark that opens inside an open quote has a closing one of its own, so that the outer one closes behind it.
fn nests(marks: &[Mark]) -> bool {
    /// How many marks ahead the outer closing one may stand.
    const AHEAD: usize = 9;
    let mut inner = 0_i32;
    marks.iter().take(AHEAD).any(|mark| {
        inner += if mark.side == Side::Open { 1 } else { -1 };
        inner < 0
    })
}

/// Whether a mark stands before a cue, behind a comma or stop: it closes, wherever its spaces are.
fn closes_onto_cue(text: &Text<'_>, mark: &Mark) -> bool {
    let before = text.raw.within(..mark.range.start).trim_end_matches(is_space);
    let next = text.word_at(mark.range.end);
    let near = text.words.get(next).is_some_and(|word| {
        text.raw.within(mark.range.end..word.start).chars().all(|c| is_space(c) || matches!(c, ',' | '.'))
    });
    before.ends_with([',', '.', '!', '?', '…'])
        && near
        && text.word(next).lower.as_str() == text.print(next)
        && text.cue(next).is_some_and(|cue| cue.form == CueForm::Bare)
}

/// Where a quote starts whose opening mark is lost: behind the last sentence that is not part of it.
fn lost_opening(text: &Text<'_>, paragraph: &Range<usize>, free_from: usize, mark: &Mark) -> Option<usize> {
    let before = text.raw.within(free_from..mark.range.start).trim_end_matches(is_space);
    if !before.ends_with([',', '.', '!', '?', '…']) && !closes_onto_cue(text, mark) {
        return None;
    }
    let follows = text.word_at(mark.range.end);
    let attributed = text
        .words
        .get(follows)
        .is_some_and(|word| word.start < paragraph.end && word.cue().is_some_and(|cue| cue.form == CueForm::Bare));
    let alone = free_from == paragraph.start && text.raw.within(mark.range.end..paragraph.end).trim().is_empty();
    if !attributed && !alone {
        return None;
    }
    if free_from == paragraph.start {
        return Some(behind_narration(text, paragraph.start, mark.range.start));
    }
    // Behind an earlier quote: its attribution ends with its sentence.
    let word = text.word_at(free_from);
    let next_sentence = text.sentence_end(word);
    let start = text.words.get(next_sentence).map(|word| word.start).filter(|start| *start < mark.range.start)?;
    Some(behind_narration(text, start, mark.range.start))
}

/// Where what is said begins between two bytes: behind the last sentence that tells of a speaker (`Sari mengatakan …`),
/// and behind a link to another article. The last sentence is said in any case.
fn behind_narration(text: &Text<'_>, start: usize, end: usize) -> usize {
    let (first, last) = (text.word_at(start), text.word_at(end));
    let own = |word: &str| matches!(word, "saya" | "aku" | "kami" | "kita");
    let mut begin = start;
    let mut at = first;
    while at < last {
        let stop = text.sentence_end(at).max(at + 1);
        let told = (at + 1..stop.min(last)).any(|index| {
            let active = text
                .cue(index)
                .is_some_and(|cue| cue.form == CueForm::Active && matches!(cue.class, CueClass::Say | CueClass::Think));
            active && text.word(index - 1).is_capital() && !own(text.lower(index - 1))
        });
        if told && stop < last {
            begin = text.word(stop).start;
        } else if told && let Some(said) = behind_comma(text, at..last) {
            begin = said;
        }
        at = stop;
    }
    begin
}

/// `Sari mengatakan, kami siap,” ujarnya`: where the words begin behind the comma of the verb that tells them.
fn behind_comma(text: &Text<'_>, words: Range<usize>) -> Option<usize> {
    let verb = words.clone().find(|at| text.cue(*at).is_some_and(|cue| cue.form == CueForm::Active))?;
    let next = text.words.get(verb + 1).filter(|_| verb + 1 < words.end)?;
    (text.gap_before(verb + 1).trim() == ",").then_some(next.start)
}

/// Where a quote ends whose closing mark is lost: before the comma or stop that its attribution follows.
fn lost_closing(text: &Text<'_>, range: Range<usize>) -> Option<usize> {
    let (first, last) = (text.word_at(range.start), text.word_at(range.end));
    (first + 1..last).find_map(|index| {
        let word = text.word(index);
        let cue = word.cue().filter(|cue| cue.form == CueForm::Bare)?;
        let gap = text.gap_before(index);
        let set_off = gap.trim_start().starts_with([',', '.', '!', '?']) && word.is_lower();
        let next = text.words.get(index + 1);
        let subject = cue.nya
            || next.is_some_and(|next| {
                next.start < range.end
                    && text.joined(index)
                    && (next.is_capital() || matches!(&*next.lower, "dia" | "ia" | "beliau"))
            });
        // Inside a quote people say `kata mereka` too; a cue that ends its sentence or has a subject does not.
        (set_off && subject).then_some(text.word(index - 1).end)
    })
}

/// Adds a stretch, its ends trimmed; one without words is none.
fn add(raw: &str, found: &mut Vec<Stretch>, open: Range<usize>, close: Range<usize>, supplied: bool) {
    if close.start <= open.end {
        return;
    }
    let inside = raw.within(open.end..close.start);
    let start = open.end + (inside.len() - inside.trim_start_matches(|c: char| is_space(c) || c == ',').len());
    let trimmed = inside.trim_end_matches(|c: char| is_space(c) || matches!(c, ',' | '.' | ';'));
    // Dots that stand for what is left out belong to the words.
    let dots = if inside.within(trimmed.len()..).trim_start().starts_with("...") { 3 } else { 0 };
    let end = open.end + trimmed.len() + dots;
    if start < end && raw.is_char_boundary(end) && raw.within(start..end).chars().any(char::is_alphanumeric) {
        found.push(Stretch { outer: open.start..close.end, inner: start..end, supplied });
    }
}

/// All double marks of a text; two of one kind side by side are one.
fn marks(raw: &str) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    let bytes = raw.as_bytes();
    let mut position = 0;
    // Letters, digits and spaces are stepped over first: nearly every byte is one.
    let plain = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b' ';
    while let Some(next) = bytes.within(position..).iter().position(|byte| !plain(byte)) {
        position += next;
        let rest = raw.within(position..);
        let Some(&byte) = bytes.get(position) else { break };
        let len = match byte {
            b'"' => 1,
            b'\'' | b'`' if bytes.get(position + 1) == Some(&byte) => 2,
            // `,,Kami siap`; but `rasa,, katanya` has a comma too many.
            b',' if rest.starts_with(",,") && raw.within(..position).chars().next_back().is_none_or(is_space) => 2,
            0xc2 if rest.starts_with(['«', '»']) => 2,
            0xe2 if rest.starts_with("‘‘") || rest.starts_with("’’") || rest.starts_with("‚‚") => 6,
            0xe2 | 0xe3 | 0xef if rest.starts_with(['“', '”', '„', '‟', '〝', '〞', '＂', '″']) => 3,
            0x00..=0x7f => {
                position += 1;
                continue;
            }
            _ => {
                position += rest.chars().next().map_or(1, char::len_utf8);
                continue;
            }
        };
        let range = position..position + len;
        position += len;
        match marks.last_mut() {
            Some(last) if last.range.end == range.start => last.range.end = range.end,
            _ => marks.push(Mark { range, side: Side::Either }),
        }
    }
    for mark in &mut marks {
        mark.side = side(raw, &mark.range);
    }
    marks
}

/// Which side a mark is on, by what stands around it.
fn side(raw: &str, range: &Range<usize>) -> Side {
    // Marks of direction and joiners of no width stand where nobody sees them.
    let seen = |c: &char| !matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}');
    let before = raw.within(..range.start).chars().rev().find(seen).filter(|c| *c != '\n');
    let after = raw.within(range.end..).chars().find(seen).filter(|c| *c != '\n');
    let blank = |c: Option<char>| c.is_none_or(is_space);
    let opens_before =
        blank(before) || before.is_some_and(|c| matches!(c, '(' | '[' | '—' | '–' | '-' | '/' | '‘' | '\''));
    let closes_after = blank(after)
        || after.is_some_and(|c| matches!(c, ',' | '.' | ';' | ':' | '!' | '?' | ')' | ']' | '-' | '—' | '–' | '/'));
    let directed = match raw.within(range.clone()) {
        mark if mark.starts_with(['“', '„', '«', '‟', '〝']) || mark.starts_with(",,") => Side::Open,
        mark if mark.starts_with(['”', '»', '〞']) || mark.starts_with("’’") => Side::Close,
        _ => Side::Either,
    };
    match (opens_before, closes_after) {
        (true, false) => Side::Open,
        (false, true) => Side::Close,
        // `berkata,"Kami` and `kami",ujarnya` and `kami."Ia`: the comma or stop decides together with the mark.
        (false, false) => match before {
            Some(',' | ':') if after.is_some_and(char::is_uppercase) && directed != Side::Close => Side::Open,
            // `rusak."Dulu baik` opens, `baik."Ia pulang` closes: whether one is open decides.
            Some('.' | '!' | '?') if after.is_some_and(char::is_uppercase) => directed,
            Some('.' | '!' | '?' | ',') => Side::Close,
            _ => directed,
        },
        (true, true) => directed,
    }
}

#[cfg(test)]
mod tests {
    use super::stretches;
    use crate::text::Text;

    fn inner(raw: &str) -> Vec<&str> {
        stretches(&Text::new(raw)).into_iter().map(|stretch| &raw[stretch.inner]).collect()
    }

    #[test]
    fn every_kind_of_mark() {
        for raw in [
            "“Kami siap,” kata Sari.",
            "\"Kami siap,\" kata Sari.",
            "”Kami siap,” kata Sari.",
            "„Kami siap,“ kata Sari.",
            "``Kami siap,'' kata Sari.",
            "“Kami siap,“ kata Sari.",
            "\"Kami siap, \"kata Sari.",
            "««Kami siap»», kata Sari.",
            "“Kami siap”, kata Sari.",
        ] {
            assert_eq!(inner(raw), ["Kami siap"], "{raw}");
        }
    }

    #[test]
    fn a_lost_mark_loses_no_quote() {
        assert_eq!(inner("Syukurlah, semua hadir. Ini baik,” terangnya."), ["Syukurlah, semua hadir. Ini baik"]);
        assert_eq!(inner("“Semua hadir hari ini, ujar Sari."), ["Semua hadir hari ini"]);
        assert_eq!(inner("“Satu jalan,” kata Sari.\nLalu diam.\n“Dua jalan,” kata Budi."), ["Satu jalan", "Dua jalan"]);
    }

    #[test]
    fn a_mark_without_its_space_opens_where_none_is_open() {
        assert_eq!(inner("Jalan itu rusak.\"Dulu jalan itu baik,\" kata Sari."), ["Dulu jalan itu baik"]);
        assert_eq!(inner("\"Jalan itu baik.\"Ia lalu pulang."), ["Jalan itu baik"]);
        assert_eq!(inner("Jalan itu rusak.”Dulu jalan itu baik,” kata Sari."), ["Dulu jalan itu baik"]);
    }

    #[test]
    fn a_quote_inside_a_quote_belongs_to_it() {
        assert_eq!(inner("“Ia bilang “tidak mau” kepada saya,” kata Sari."), ["Ia bilang “tidak mau” kepada saya"]);
    }

    #[test]
    fn a_quote_may_run_over_paragraphs() {
        assert_eq!(
            inner("“Pertama kita bersatu.\nKedua kita maju,” kata Sari."),
            ["Pertama kita bersatu.\nKedua kita maju"]
        );
        assert_eq!(
            inner("“Pertama kita bersatu.\n“Kedua kita maju,” kata Sari."),
            ["Pertama kita bersatu", "Kedua kita maju"]
        );
    }
}
