//! Boilerplate inside a line that stays.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use jejak_archive::model::RemovedKind;

use super::headline::headline;
use super::lines::Line;
use super::{Work, markers};
use crate::within::Within as _;

/// Longest bracket, in bytes, that is taken for a link.
const LONGEST: usize = 300;

/// Openings inside a line, in lower case, what they are and what closes them.
const BRACKETS: &[(&str, char, RemovedKind)] = &[
    ("(baca juga", ')', RemovedKind::RelatedLink),
    ("(baca:", ')', RemovedKind::RelatedLink),
    ("(lihat juga", ')', RemovedKind::RelatedLink),
    ("(simak", ')', RemovedKind::RelatedLink),
    ("[baca juga", ']', RemovedKind::RelatedLink),
    ("[gambas:", ']', RemovedKind::Script),
    ("[embed", ']', RemovedKind::Script),
    ("(foto:", ')', RemovedKind::Caption),
    ("(foto :", ')', RemovedKind::Caption),
    ("(dok.", ')', RemovedKind::Caption),
    ("(dok ", ')', RemovedKind::Caption),
    ("(dok:", ')', RemovedKind::Caption),
    ("(dok)", ')', RemovedKind::Caption),
    ("[caption", ']', RemovedKind::Script),
    ("[/caption", ']', RemovedKind::Script),
    ("[gallery", ']', RemovedKind::Script),
    ("[playlist", ']', RemovedKind::Script),
];

/// Words that stand inside a line without brackets, exactly so.
const WORDS: &[(&str, RemovedKind)] = &[
    ("SCROLL TO CONTINUE WITH CONTENT", RemovedKind::Scroll),
    ("SCROLL TO RESUME CONTENT", RemovedKind::Scroll),
    ("ADVERTISEMENT", RemovedKind::Advertisement),
    ("Loading...", RemovedKind::Script),
];

/// What announces a link inside a line; written with a capital, unlike the words in a sentence.
pub(super) const ANNOUNCED: &[&str] = &[
    "baca juga",
    "baca pula",
    "simak juga",
    "lihat juga",
    "tonton juga",
    "simak video",
    "lihat video",
    "tonton video",
    "saksikan video",
];
/// Marks that set a link's headline off, each with what closes it.
const MARKS: &[(char, char)] = &[('\'', '\''), ('‘', '’'), ('"', '"'), ('“', '”')];

/// Finds whether any of these words stand in a line.
static ANY: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let brackets = BRACKETS.iter().map(|(open, ..)| *open);
    markers::finder(brackets.chain(WORDS.iter().map(|(words, _)| *words)).chain(ANNOUNCED.iter().copied()))
});

/// Takes boilerplate inside kept lines out; `lower` is the source with its ASCII letters small.
pub(super) fn take(raw: &str, lower: &str, lines: &[Line], work: &mut Work) {
    for line in lines.iter().filter(|line| line.kept) {
        let words = line.of(raw);
        let lower = line.of(lower);
        if !markers::finds(&ANY, lower) {
            continue;
        }
        let start = line.range.start;
        for (open, close, kind) in BRACKETS {
            for (at, _) in lower.match_indices(open) {
                let reach = lower.within(at..).char_indices().take_while(|(offset, _)| *offset < LONGEST);
                if let Some((end, _)) = reach.into_iter().find(|(_, c)| c == close) {
                    work.cut(start + at..start + at + end + 1, *kind);
                }
            }
        }
        for (marker, kind) in WORDS {
            for (at, _) in words.match_indices(marker) {
                work.cut(start + at..start + at + marker.len(), *kind);
            }
        }
        links(words, lower, start, line.range.end, work);
    }
}

/// Takes links inside a line out: the words that announce one, and the headline behind them.
fn links(words: &str, lower: &str, start: usize, end: usize, work: &mut Work) {
    for announced in ANNOUNCED {
        for (at, _) in lower.match_indices(announced) {
            let behind = at + announced.len();
            let capital = words.within(at..).starts_with(|c: char| c.is_uppercase());
            let bounded =
                !words.within(..at).ends_with(char::is_alphabetic) || words.within(..at).ends_with(char::is_lowercase);
            let rest = words.within(behind..);
            let headed = rest.trim_start().starts_with([':', '-', '–']) || rest.starts_with(|c: char| c.is_uppercase());
            // `Lihat Video 'Warga Panen Padi':` sets its headline in marks.
            let marked = marked(rest);
            if !(capital && bounded && (headed || marked.is_some())) {
                continue;
            }
            let stop = behind + marked.unwrap_or_else(|| headline(rest));
            work.cut(start + at..(start + stop).min(end), RemovedKind::RelatedLink);
        }
    }
}

/// How many bytes a headline in marks takes, if one stands at the start of `rest`: up to the mark that closes it and a
/// colon behind that. A mark before a small letter is an apostrophe.
fn marked(rest: &str) -> Option<usize> {
    let words = rest.trim_start_matches([':', ' ']);
    let from = rest.len() - words.len();
    let (open, close) = MARKS.iter().find(|(open, _)| words.starts_with(*open))?;
    let inner = words.strip_prefix(*open)?;
    if !inner.starts_with(|c: char| c.is_uppercase() || c.is_numeric()) {
        return None;
    }
    let ends = |at: &usize| !inner.within(at + close.len_utf8()..).starts_with(char::is_alphanumeric);
    let end = inner.match_indices(*close).map(|(at, _)| at).take_while(|at| *at < LONGEST).find(ends)?;
    let stop = from + open.len_utf8() + end + close.len_utf8();
    Some(stop + usize::from(rest.within(stop..).starts_with(':')))
}

#[cfg(test)]
mod tests {
    use super::marked;

    #[test]
    fn a_headline_in_marks_ends_with_them() {
        assert_eq!(marked(" 'Warga Panen Padi di Jum'at Pagi': Ia pulang."), Some(35));
        assert_eq!(marked(" \"kami senang,\" kata Sari."), None);
    }
}
