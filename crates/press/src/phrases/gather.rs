//! The phrases of one article: which it has, and which it is about.

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

use crate::lists::List;
use crate::text::{Text, Word};
use crate::within::Within as _;

/// Fewest and most words of a phrase.
const WORDS: std::ops::RangeInclusive<usize> = 2..=4;
/// Fewest and most letters of a word.
const LETTERS: std::ops::RangeInclusive<usize> = 3..=24;
/// What a phrase counts in the headline; in the text it counts 1.
const IN_TITLE: u32 = 3;
/// So many points make an article one about a phrase, as for the listed topics.
const NEED: u32 = 3;
/// Words that none of a phrase is.
const NO_WORDS: List =
    List::NO_PHRASE.or(List::COMMON).or(List::CUES).or(List::DATES).or(List::TAILS).or(List::TITLE_BEFORE);

/// What an article has of phrases.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Gathered {
    /// The lower halves of the hashes of all phrases in its text, ascending.
    #[serde(with = "crate::kept::hashes")]
    pub(super) seen: Vec<u32>,
    /// The phrases that it is about, by hash.
    pub(crate) about: Vec<About>,
}

/// A phrase that an article is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct About {
    /// Of its words in lower case.
    pub(crate) hash: u64,
    /// How much the article is about it.
    pub(crate) points: u32,
    /// How often it stands in the text, and how often of these in small letters.
    pub(super) stands: [u16; 2],
    /// First byte in the text.
    pub(super) start: u32,
    /// First byte behind it.
    pub(super) end: u32,
}

/// The phrases of an article; `taken` says which words of the text belong to people, offices and bodies.
pub(crate) fn gather(title: &Text<'_>, text: &Text<'_>, taken: &[bool]) -> Gathered {
    let mut headline = Vec::new();
    windows(title, &|_| false, &mut |hash, _| headline.push(hash));
    headline.sort_unstable();
    let mut found: Vec<(u64, u32, u32, bool)> = Vec::with_capacity(text.words.len());
    windows(text, &|at| taken.get(at) == Some(&true), &mut |hash, words| {
        let small = words.iter().all(Word::is_lower);
        let at = |byte: usize| u32::try_from(byte).unwrap_or(u32::MAX);
        let (Some(first), Some(last)) = (words.first(), words.last()) else { return };
        found.push((hash, at(first.start), at(last.end), small));
    });
    found.sort_unstable();
    let mut gathered = Gathered::default();
    for same in found.chunk_by(|a, b| a.0 == b.0) {
        let Some(&(hash, start, end, _)) = same.first() else { continue };
        gathered.seen.push(lower_half(hash));
        let titled = headline.partition_point(|other| *other <= hash) - headline.partition_point(|other| *other < hash);
        let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let points = count(same.len()).saturating_add(IN_TITLE * count(titled));
        if points >= NEED {
            let short = |count: usize| u16::try_from(count).unwrap_or(u16::MAX);
            let small = same.iter().filter(|one| one.3).count();
            gathered.about.push(About { hash, points, stands: [short(same.len()), short(small)], start, end });
        }
    }
    gathered.seen.sort_unstable();
    gathered.seen.shrink_to_fit();
    gathered.about.shrink_to_fit();
    gathered
}

/// What is kept of the hash of a phrase that an article only has.
pub(super) fn lower_half(hash: u64) -> u32 {
    (hash & u64::from(u32::MAX)) as u32
}

/// Each run of words that may be a phrase, with its hash.
fn windows<'t>(text: &'t Text<'_>, taken: &dyn Fn(usize) -> bool, each: &mut dyn FnMut(u64, &'t [Word])) {
    let mut hashes: Vec<u64> = Vec::with_capacity(*WORDS.end());
    let mut start = 0;
    while start < text.words.len() {
        // The run of words that may all stand in a phrase.
        let mut end = start;
        hashes.clear();
        while end < text.words.len()
            && (end == start || text.joined(end - 1) && text.word(end).sentence == text.word(start).sentence)
            && !taken(end)
            && may_stand(text.word(end))
        {
            hashes.push(xxh3_64(text.word(end).lower.as_bytes()));
            end += 1;
        }
        for first in start..end {
            for last in first + WORDS.start()..=end.min(first + WORDS.end()) {
                each(
                    joined(hashes.within(first - start..last - start).iter().copied()),
                    text.words.within(first..last),
                );
            }
        }
        start = end.max(start + 1);
    }
}

/// The hash of words in lower case, parted by white space.
pub(super) fn hash(phrase: &str) -> u64 {
    joined(phrase.split_whitespace().map(|word| xxh3_64(word.as_bytes())))
}

/// The hash of words by theirs.
fn joined(words: impl Iterator<Item = u64>) -> u64 {
    /// Odd, with as many bits set as not: the fractional part of the golden ratio.
    const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;
    let hash = words.fold(0_u64, |hash, word| (hash.rotate_left(23) ^ word).wrapping_mul(SPREAD));
    hash ^ hash >> 32
}

/// Whether a word may stand in a phrase.
fn may_stand(word: &Word) -> bool {
    let lower = word.lower.as_str();
    LETTERS.contains(&lower.len())
        && !NO_WORDS.has(word)
        && lower.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
        && !lower.ends_with("nya")
}
