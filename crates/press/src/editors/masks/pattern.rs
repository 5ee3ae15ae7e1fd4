//! Where a name stands in a text, however it is written there.
//!
//! WHY on letters alone: the same name is printed in capitals, over a line's end, with two spaces, a hyphen, a curly
//! apostrophe or none, in an address as `sari-dewi` and in a hashtag as `SariDewi`. So a text is read as its letters, and
//! what stands between those of a find is looked at only then.

use std::borrow::Cow;
use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};

use crate::annotate::names::parts::degree;
use crate::lexicon::{TitlePlace, lexicon};
use crate::link::plain_letter;
use crate::within::Within as _;

/// Most bytes between two words of one name.
const GAP: usize = 24;
/// A word of a name of so many letters at most may be an abbreviation, with a stop and a space behind it.
const SHORT: usize = 3;
/// A name of so many letters is no part of another word by accident.
const LONG: usize = 8;
/// Most characters of a nickname inside a name.
const NICKNAME: usize = 24;
/// What may be joined to a name.
const TAILS: &[&str] = &["nya", "ku", "mu", "lah", "kah", "pun", "tah"];

/// How a name has to stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Where {
    /// In words: two words apart by a comma, a bracket or a sentence's end are no name.
    Text,
    /// In a file's name, an id, an address: whatever stands between its words.
    Address,
}

/// The names, as letters.
#[derive(Debug)]
pub(super) struct Patterns {
    finder: AhoCorasick,
    /// Of each name: behind how many letters a word of it ends.
    ends: Vec<Vec<usize>>,
    /// Of each name: the mask that it belongs to.
    masks: Vec<usize>,
}

/// The letters of a text with where they stand in it.
#[derive(Debug, Default)]
struct Letters {
    text: String,
    /// For each byte of `text`: the letter's place in `at`.
    index: Vec<u32>,
    at: Vec<Range<usize>>,
}

impl Letters {
    fn of(raw: &str) -> Self {
        Self::without(raw, &[])
    }

    /// Without what stands in `apart`, ranges in their order.
    fn without(raw: &str, apart: &[Range<usize>]) -> Self {
        let mut letters = Self { text: String::with_capacity(raw.len()), ..Self::default() };
        let mut apart = apart.iter().peekable();
        let mut read = 0;
        for (start, c) in raw.char_indices() {
            if start < read {
                continue;
            }
            while apart.next_if(|range| range.end <= start).is_some() {}
            let (c, length) = quoted(raw.within(start..)).unwrap_or((c, c.len_utf8()));
            read = start + length;
            if !c.is_alphanumeric() || apart.peek().is_some_and(|range| range.contains(&start)) {
                continue;
            }
            let number = u32::try_from(letters.at.len()).unwrap_or(u32::MAX);
            for small in c.to_lowercase().filter(|c| c.is_alphanumeric()) {
                letters.text.push(plain_letter(small).unwrap_or(small));
            }
            letters.index.resize(letters.text.len(), number);
            letters.at.push(start..read);
        }
        letters
    }

    fn place(&self, byte: usize) -> usize {
        self.index.get(byte).map_or(self.at.len(), |place| *place as usize)
    }
}

/// The words of a name without titles before it and degrees behind it.
fn words(name: &str) -> Vec<&str> {
    let trimmed = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let all: Vec<&str> = name.split(|c: char| c.is_whitespace() || matches!(c, '-' | '_' | '‐' | '‑')).collect();
    let mut all: Vec<&str> = all.into_iter().filter(|word| word.chars().any(char::is_alphanumeric)).collect();
    let behind =
        |word: &str| degree(word.trim_end_matches(',')) || lexicon().title(&trimmed(word)) == Some(TitlePlace::Behind);
    while all.len() > 1 && all.last().is_some_and(|word| behind(word)) {
        all.pop();
    }
    let before = |word: &str| lexicon().title(&trimmed(word)).is_some_and(|place| place != TitlePlace::Behind);
    while all.len() > 2 && all.first().is_some_and(|word| before(word)) {
        all.remove(0);
    }
    all
}

/// Whether words have enough letters to be looked for.
pub(crate) fn can_be_masked(name: &str) -> bool {
    let letters: usize = words(name).iter().map(|word| word.chars().filter(|c| c.is_alphabetic()).count()).sum();
    letters >= 2
}

impl Patterns {
    /// Names, each with the mask that it belongs to.
    pub(super) fn new<'n>(names: impl IntoIterator<Item = (usize, &'n str)>) -> Option<Self> {
        let (mut all, mut ends, mut masks) = (Vec::new(), Vec::new(), Vec::new());
        for (mask, name) in names {
            let mut joined = String::new();
            let mut stops = Vec::new();
            // Initials are words, with or without a space behind their stop.
            for word in words(name).iter().flat_map(|word| word.split('.')) {
                joined.push_str(&Letters::of(word).text);
                let end = joined.chars().count();
                if stops.last() != Some(&end) {
                    stops.push(end);
                }
            }
            if !joined.is_empty() {
                all.push(joined);
                ends.push(stops);
                masks.push(mask);
            }
        }
        let finder = AhoCorasick::builder().match_kind(MatchKind::Standard).build(&all).ok()?;
        Some(Self { finder, ends, masks })
    }

    /// The mask of a name that stands somewhere in an address; a long one also inside of a word.
    pub(super) fn anywhere(&self, address: &str) -> Option<usize> {
        let letters = Letters::of(address);
        let long = self.finder.find_overlapping_iter(&letters.text).find(|hit| hit.len() >= LONG);
        let long = long.and_then(|hit| self.masks.get(hit.pattern().as_usize()).copied());
        long.or_else(|| self.find(address, Where::Address).first().map(|(_, mask)| *mask))
    }

    /// Where names stand, each with its mask: from the left, of those that overlap the first and longest.
    pub(super) fn find(&self, raw: &str, how: Where) -> Vec<(Range<usize>, usize)> {
        let mut found = self.read(raw, &[], how);
        let nicknames = if how == Where::Text { nicknames(raw) } else { Vec::new() };
        if !nicknames.is_empty() {
            found.extend(self.read(raw, &nicknames, how));
        }
        first_of_each(&mut found);
        found
    }

    /// Where names stand, `apart` left unread.
    fn read(&self, raw: &str, apart: &[Range<usize>], how: Where) -> Vec<(Range<usize>, usize)> {
        let letters = Letters::without(raw, apart);
        let mut found: Vec<(Range<usize>, usize)> = Vec::new();
        for hit in self.finder.find_overlapping_iter(&letters.text) {
            let name = hit.pattern().as_usize();
            let (first, end) = (letters.place(hit.start()), letters.place(hit.end()));
            // A letter that is two in small letters is no half.
            let whole = hit.start().checked_sub(1).is_none_or(|before| letters.place(before) != first);
            let Some(at) = letters.at.get(first..end).filter(|_| whole) else { continue };
            let (Some(begin), Some(end)) = (at.first(), at.last()) else { continue };
            let range = begin.start..end.end;
            let ends = self.ends.get(name).map_or(&[][..], Vec::as_slice);
            let together = at.array_windows().zip(1..).all(|([one, next], count)| {
                let gap = raw.get(one.end..next.start).unwrap_or_default();
                match (ends.binary_search(&count), how) {
                    _ if gap.is_empty() => true,
                    (_, Where::Address) => gap.len() <= GAP,
                    (Ok(word), Where::Text) => {
                        let before = word.checked_sub(1).and_then(|before| ends.get(before)).copied().unwrap_or(0);
                        // A nickname inside the name belongs to it.
                        let from = one.end;
                        match apart.iter().find(|range| range.start >= from && range.end <= next.start) {
                            Some(range) => {
                                let (left, right) = (raw.within(from..range.start), raw.within(range.end..next.start));
                                between(left, count - before) && between(right, count - before)
                            }
                            None => between(gap, count - before),
                        }
                    }
                    (Err(_), Where::Text) => inside(gap),
                }
            });
            if together && begins(raw, range.start) && ends_at(raw, range.end) {
                #[expect(
                    clippy::indexing_slicing,
                    reason = "there is a mask for each pattern, and to pass one over would show a name"
                )]
                found.push((range, self.masks[name]));
            }
        }
        found
    }
}

/// Leaves finds from the left: of those that overlap the first and longest.
pub(super) fn first_of_each(found: &mut Vec<(Range<usize>, usize)>) {
    found.sort_by_key(|(range, mask)| (range.start, std::cmp::Reverse(range.end), *mask));
    let mut end = 0;
    found.retain(|(range, _)| {
        let free = range.start >= end;
        end = if free { range.end } else { end };
        free
    });
}

/// What stands in marks or brackets behind a word on the same line and begins like a name: `Rina "Ipah" Mustika`.
fn nicknames(raw: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, open) in raw.match_indices(['"', '“', '‘', '\'', '(']) {
        let close = match open {
            "“" => '”',
            "‘" => '’',
            "(" => ')',
            "'" => '\'',
            _ => '"',
        };
        let inner = raw.within(at + open.len()..);
        let Some(end) = inner.char_indices().take(NICKNAME).find(|(_, c)| *c == close).map(|(end, _)| end) else {
            continue;
        };
        let words = inner.within(..end).split(' ').count();
        let free = found.last().is_none_or(|last| last.end <= at);
        if free && words <= 3 && !inner.within(..end).contains('\n') && inner.starts_with(char::is_uppercase) {
            found.push(at..at + open.len() + end + close.len_utf8());
        }
    }
    found
}

/// The character that a text begins with in percent signs, as addresses have it, and how many bytes that takes.
fn quoted(text: &str) -> Option<(char, usize)> {
    let byte = |at: usize| {
        let digits = text.get(at..at + 3)?.strip_prefix('%')?;
        u8::from_str_radix(digits, 16).ok()
    };
    let first = byte(0)?;
    let length = match first {
        0xc0..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf7 => 4,
        _ => 1,
    };
    let bytes: Vec<u8> = (0..length).map_while(|nth| byte(3 * nth)).collect();
    // What is no text parts words as a space does.
    let c = std::str::from_utf8(&bytes).ok().and_then(|text| text.chars().next()).unwrap_or(' ');
    Some((c, 3 * bytes.len()))
}

/// A text without percent signs.
pub(super) fn unquoted(text: &str) -> Cow<'_, str> {
    if !text.contains('%') {
        return Cow::Borrowed(text);
    }
    let (mut out, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(first) = rest.chars().next() {
        let (c, length) = quoted(rest).unwrap_or((first, first.len_utf8()));
        out.push(c);
        rest = rest.within(length..);
    }
    Cow::Owned(out)
}

/// What is not seen, or belongs to a letter: no letter, and no end of a word.
fn unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{300}'..='\u{36f}')
}

fn apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '`' | '´' | 'ʼ' | '‛')
}

/// Whether what stands between two letters of a word of a name leaves it one: nothing seen, an apostrophe, a stop, or
/// the hyphen at the end of a line.
fn inside(gap: &str) -> bool {
    let gap = &*unquoted(gap);
    let broken = gap.trim_start_matches(['-', '\u{2010}', '\u{ad}']);
    let over_line = broken.len() < gap.len() && broken.starts_with(['\n', '\r']) && broken.trim().is_empty();
    over_line || gap.chars().all(|c| unseen(c) || apostrophe(c) || c == '.')
}

/// Whether what stands between two words of a name leaves them one name; `letters` has the word before.
fn between(gap: &str, letters: usize) -> bool {
    let apart = |c: char| !c.is_whitespace() && !unseen(c) && !apostrophe(c) && !"-_.*~+%‐‑–—".contains(c);
    let gap = &*unquoted(gap);
    let stop = gap.contains('.') && gap.contains(char::is_whitespace) && letters > SHORT;
    gap.len() <= GAP && !gap.contains(apart) && !stop
}

/// Whether a word can begin at a byte.
fn begins(raw: &str, at: usize) -> bool {
    let before = raw.within(..at).chars().rev().find(|c| !unseen(*c));
    let first = raw.within(at..).chars().next();
    before.is_none_or(|c| !c.is_alphabetic() || (c.is_lowercase() && first.is_some_and(char::is_uppercase)))
}

/// Whether a name can end at a byte: a word does, or what follows is joined to it.
fn ends_at(raw: &str, at: usize) -> bool {
    let rest: String = raw.within(at..).chars().filter(|c| !unseen(*c)).take(8).collect();
    let last = raw.within(..at).chars().next_back();
    let word_ends = |rest: &str, last: Option<char>| {
        let next = rest.chars().next();
        next.is_none_or(|c| !c.is_alphabetic() || (c.is_uppercase() && last.is_some_and(char::is_lowercase)))
    };
    let small = rest.to_lowercase();
    let joined = |tail: &str| small.strip_prefix(tail).is_some_and(|rest| word_ends(rest, None));
    word_ends(&rest, last) || TAILS.iter().any(|tail| joined(tail))
}

/// Where the degrees behind a name end: `, S.Pd., M.M.`. A stop that may end the sentence stays.
pub(super) fn degrees_end(raw: &str, end: usize) -> usize {
    let mut at = end;
    loop {
        let rest = raw.within(at..);
        let word = rest.trim_start_matches(['.', ',', ' ', '\u{a0}']);
        let gap = rest.within(..rest.len() - word.len());
        let length = word.find(|c: char| !c.is_ascii_alphanumeric() && c != '.').unwrap_or(word.len());
        let print = word.within(..length).trim_end_matches('.');
        let listed = || lexicon().title(&print.replace('.', "").to_lowercase()) == Some(TitlePlace::Behind);
        let capital = print.starts_with(|c: char| c.is_ascii_uppercase());
        if !(capital && matches!(gap, "," | ", " | ".," | "., " | " " | ",\u{a0}") && (degree(print) || listed())) {
            return if at > end && rest.starts_with(".,") { at + 1 } else { at };
        }
        at += gap.len() + print.len();
    }
}

#[cfg(test)]
mod tests {
    use super::{Patterns, Where};

    fn found<'t>(names: &[&str], text: &'t str) -> Vec<&'t str> {
        let patterns = Patterns::new(names.iter().map(|name| (0, *name))).expect("patterns");
        patterns.find(text, Where::Text).into_iter().map(|(range, _)| &text[range]).collect()
    }

    #[test]
    fn a_name_is_found_however_it_is_written() {
        for text in [
            "Rina Mustika",
            "RINA MUSTIKA",
            "rina  mustika",
            "Rina\nMustika",
            "Rina\u{a0}Mustika",
            "rina-mustika",
            "Rina_Mustika",
            "RinaMustika",
            "Rina** Mustika",
            "Rína Mustika",
            "Rina Mus\u{ad}tika",
            "Rina Mus-\ntika",
            "Ri\u{200b}na Mustika",
            "Rina \"Ipah\" Mustika",
            "Rina (Ipah) Mustika",
            "Rina%20Mustika",
            "R%69na+Mustika",
            "R%C3%ADna%C2%A0Mustika",
        ] {
            assert_eq!(found(&["Rina Mustika"], &format!("kata {text}, lalu")), [text]);
            assert_eq!(found(&["Dr. Rina Mustika, S.Pd., M.M."], text), [text]);
        }
        assert_eq!(found(&["Abdul Mu'ti"], "Abdul Mu’ti dan ABDUL MUTI"), ["Abdul Mu’ti", "ABDUL MUTI"]);
        assert_eq!(found(&["R.A. Mustika"], "R. A. Mustika, RA Mustika"), ["R. A. Mustika", "RA Mustika"]);
        assert_eq!(found(&["Muh. Rina"], "Muh Rina, Muh. Rina"), ["Muh Rina", "Muh. Rina"]);
    }

    #[test]
    fn a_part_of_a_word_is_no_name() {
        assert_eq!(found(&["Ani"], "Banjarani, Anita, Anisa, BANJARANI, aniaya"), Vec::<&str>::new());
        let all = found(&["Ani"], "Ani-nya, Ani's, Aninya, Ani. ANI2 kataAni anilah");
        assert_eq!(all, ["Ani", "Ani", "Ani", "Ani", "ANI", "Ani", "ani"]);
    }

    #[test]
    fn two_people_are_not_one() {
        for text in
            ["Rina, Mustika", "Rina. Mustika pulang", "Rina (Mustika)", "Rina Puspa Mustika", "Rina Mustikawati"]
        {
            assert_eq!(found(&["Rina Mustika"], text), Vec::<&str>::new(), "{text}");
        }
    }

    #[test]
    fn of_names_that_overlap_the_longest_is_masked() {
        assert_eq!(found(&["Rina", "Rina Mustika"], "Rina Mustika dan Rina"), ["Rina Mustika", "Rina"]);
    }

    #[test]
    fn in_addresses_anything_may_part_the_words() {
        let patterns = Patterns::new([(0, "Rina Mustika")]).expect("patterns");
        for address in ["berita/rina,mustika.txt", "2026/korban-rina--mustika", "x=rina%20mustika"] {
            let hit = patterns.find(&address.replace("%20", " "), Where::Address);
            assert_eq!(hit.len(), 1, "{address}");
        }
    }
}
