//! The piece of a text that shows best why it was found.

use std::ops::Range;

use crate::answer::Snippet;
use crate::model::Span;

/// A word found in a text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Mark {
    /// Its bytes in the text.
    pub(super) range: Range<usize>,
    /// Which clause of the question it answers, below 32.
    pub(super) clause: u32,
    /// How much it says.
    pub(super) weight: f64,
}

/// A word that stands there again says this share of what it says first.
const AGAIN: f64 = 0.1;

/// What the marks say together, each clause in full once.
pub(super) fn value(marks: &[Mark]) -> f64 {
    let (mut seen, mut value) = (0u32, 0.0);
    for mark in marks {
        let bit = 1u32.checked_shl(mark.clause).unwrap_or(0);
        value += if seen & bit == 0 { mark.weight } else { mark.weight * AGAIN };
        seen |= bit;
    }
    value
}

/// The marks that begin inside `bounds`; marks ascend.
pub(super) fn inside<'m>(marks: &'m [Mark], bounds: &Range<usize>) -> &'m [Mark] {
    let first = marks.partition_point(|mark| mark.range.start < bounds.start);
    let last = marks.partition_point(|mark| mark.range.start < bounds.end);
    marks.get(first..last).unwrap_or_default()
}

/// The best piece of at most about `limit` bytes of any paragraph; `None` where nothing is marked.
pub(super) fn best(text: &str, marks: &[Mark], limit: usize) -> Option<Snippet> {
    let mut best: Option<(f64, Range<usize>, Range<usize>)> = None;
    let mut from = 0;
    while let Some(first) = marks.get(from) {
        let bounds = paragraph(text, first.range.start);
        let here = inside(marks, &bounds);
        if let Some((value, core)) = densest(here, limit)
            && best.as_ref().is_none_or(|(most, _, _)| value > *most)
        {
            best = Some((value, core, bounds));
        }
        from += here.len().max(1);
    }
    best.map(|(_, core, bounds)| cut(text, bounds, core, marks, limit))
}

/// `bounds` of a text, or the best piece of it where it is longer than `limit`.
pub(super) fn within(text: &str, bounds: Range<usize>, marks: &[Mark], limit: usize) -> Snippet {
    let core = densest(inside(marks, &bounds), limit).map_or(bounds.start..bounds.start, |(_, core)| core);
    cut(text, bounds, core, marks, limit)
}

/// The beginning of a text.
pub(super) fn lead(text: &str, limit: usize) -> Snippet {
    let start = text.len() - text.trim_start().len();
    cut(text, paragraph(text, start), start..start, &[], limit)
}

/// The paragraph around a byte.
fn paragraph(text: &str, at: usize) -> Range<usize> {
    let (before, behind) = text.split_at_checked(text.floor_char_boundary(at)).unwrap_or((text, ""));
    let start = before.rfind('\n').map_or(0, |i| i + 1);
    let end = behind.find('\n').map_or(text.len(), |i| before.len() + i);
    start..end
}

/// The stretch of at most `limit` bytes whose marks say most.
fn densest(marks: &[Mark], limit: usize) -> Option<(f64, Range<usize>)> {
    let mut best: Option<(f64, Range<usize>)> = None;
    for (i, first) in marks.iter().enumerate() {
        let fits = |mark: &&Mark| mark.range.end <= first.range.start.saturating_add(limit);
        let count = marks.iter().skip(i).take_while(fits).count().max(1);
        let Some(stretch @ [.., last]) = marks.get(i..i + count) else { break };
        let value = value(stretch);
        if best.as_ref().is_none_or(|(most, _)| value > *most) {
            best = Some((value, first.range.start..last.range.end));
        }
    }
    best
}

/// Cuts `bounds` down to `limit` bytes around `core`, at the beginning of a sentence or between words where possible.
fn cut(text: &str, bounds: Range<usize>, core: Range<usize>, marks: &[Mark], limit: usize) -> Snippet {
    let mut piece = bounds.clone();
    if bounds.len() > limit {
        let room = limit.saturating_sub(core.len());
        let earliest = text.ceil_char_boundary(bounds.start.max(core.start.saturating_sub(room)));
        let middle = text.ceil_char_boundary(bounds.start.max(core.start.saturating_sub(room / 2)));
        piece.start = if earliest == bounds.start {
            earliest
        } else {
            let sentence = |i: &usize| of(text, 0..*i).trim_end().ends_with(['.', '!', '?', '”', '"']);
            words_begin(text, earliest..core.start)
                .find(sentence)
                .unwrap_or_else(|| words_begin(text, middle..core.start).next().unwrap_or(core.start))
        };
        let latest = text.floor_char_boundary(bounds.end.min(piece.start + limit));
        let space = of(text, piece.start..latest).rfind(char::is_whitespace).map(|i| piece.start + i);
        piece.end = match space {
            Some(space) if latest < bounds.end && space >= core.end.max(piece.start + 1) => space,
            _ => latest,
        };
    }
    let shown = of(text, piece.clone()).trim_end();
    piece.start += shown.len() - shown.trim_start().len();
    let shown = shown.trim_start();
    let end = piece.start + shown.len();
    let whole = of(text, bounds.clone()).trim_end().len() + bounds.start;
    let marks = inside(marks, &(piece.start..end)).iter();
    Snippet {
        marks: marks.map(|m| Span::new(m.range.start - piece.start..m.range.end.min(end) - piece.start)).collect(),
        cut_start: !of(text, bounds.start..piece.start).trim().is_empty(),
        cut_end: end < whole,
        text: shown.to_owned(),
    }
}

/// A piece of a text; nothing where it does not fit.
fn of(text: &str, piece: Range<usize>) -> &str {
    text.get(piece).unwrap_or_default()
}

/// Where words begin behind a space, inside a range that begins and ends at characters.
fn words_begin(text: &str, range: Range<usize>) -> impl Iterator<Item = usize> {
    let start = range.start;
    of(text, range).char_indices().filter(|(_, c)| *c == ' ').map(move |(i, _)| start + i + 1)
}

#[cfg(test)]
mod tests {
    use super::{Mark, best, lead, within};

    /// Marks each place where one of the words stands; the clause is the word's number.
    fn marks(text: &str, words: &[&str]) -> Vec<Mark> {
        let at = |(i, word): (usize, &&str)| {
            let mark = |(start, found): (usize, &str)| Mark {
                range: start..start + found.len(),
                clause: i as u32,
                weight: 1.0,
            };
            text.match_indices(*word).map(mark).collect::<Vec<_>>()
        };
        let mut all: Vec<Mark> = words.iter().enumerate().flat_map(at).collect();
        all.sort_by_key(|mark| mark.range.start);
        all
    }

    #[test]
    fn the_paragraph_with_the_most_words_is_shown() {
        let text = "Pasar dibuka.\nHarga beras di pasar naik.\nBeras itu mahal.";
        let snippet = best(text, &marks(text, &["pasar", "beras", "naik"]), 100).expect("marked");
        assert_eq!(snippet.text, "Harga beras di pasar naik.");
        let shown: Vec<_> = snippet.marks.iter().map(|mark| mark.of(&snippet.text)).collect();
        assert_eq!(shown, ["beras", "pasar", "naik"]);
        assert!(!snippet.cut_start && !snippet.cut_end);
    }

    #[test]
    fn a_long_paragraph_is_cut_at_a_sentence_and_between_words() {
        let text = format!(
            "{}Warga senang. Jembatan gantung dibuka lagi. {}",
            "Awal kata ini. ".repeat(20),
            "Akhir kata ini. ".repeat(20)
        );
        let snippet = best(&text, &marks(&text, &["Jembatan", "dibuka"]), 100).expect("marked");
        assert!(snippet.text.starts_with("Awal") && snippet.text.len() <= 100, "{}", snippet.text);
        assert!(snippet.cut_start && snippet.cut_end);
        let shown: Vec<_> = snippet.marks.iter().map(|mark| mark.of(&snippet.text)).collect();
        assert_eq!(shown, ["Jembatan", "dibuka"]);
    }

    #[test]
    fn text_without_spaces_is_cut_between_characters() {
        let text = "é".repeat(10_000);
        let snippet = within(&text, 0..text.len(), &[Mark { range: 0..text.len(), clause: 0, weight: 1.0 }], 99);
        assert_eq!(snippet.text.len(), 98);
        assert_eq!(snippet.marks.len(), 1);
        assert_eq!(snippet.marks[0].of(&snippet.text), snippet.text);
    }

    #[test]
    fn the_lead_is_the_first_paragraph() {
        assert_eq!(lead("\n  Satu dua.\nTiga.", 100).text, "Satu dua.");
        let long = lead(&"kata ".repeat(100), 50);
        assert!(long.text.ends_with("kata") && long.cut_end && !long.cut_start);
        assert_eq!(lead("", 50).text, "");
    }
}
