//! The vocabulary: a word for every rank, without an end.
//!
//! A rank is drawn, and the word is computed from it, so the vocabulary lies nowhere in memory. The distribution of
//! ranks is what was counted in real news: how much of a text the words up to a rank make up. Beyond the ten-thousandth
//! it goes on as a power of the rank, which gives Heaps' law: the number of forms grows as a power of the number of
//! words (Zipf 1935; Heaps 1978; the link: van Leijenhorst and van der Weide 2005).

use std::sync::LazyLock;

use crate::draw::{Draw, between, mixed};

/// How much of a text the words up to a rank are (as its natural logarithm), from the hundredth on: those before are
/// mostly function words.
const MASS: [(f64, f64); 5] =
    [(0.2934, 4.6052), (0.4305, 5.7038), (0.6159, 6.9078), (0.7790, 8.0064), (TAIL_FROM, 9.2103)];
/// Where the counted part ends: the ten-thousandth word.
const TAIL_FROM: f64 = 0.9110;
const TAIL_RANK: f64 = 10_000.0;
/// What is left beyond a rank falls with this power of it. The number of forms then grows with the power
/// 1 / (1 + this) of the words.
const TAIL_POWER: f64 = 0.75;
/// Ranks end here; no corpus comes near.
const LAST: f64 = 1e12;
/// From which rank on a word belongs to what an article is about, and is likely to come again in it.
const OWN: u64 = 1_000;
/// How often such a word is one that the article has already.
const AGAIN: f64 = 0.42;

/// The everyday words, each once.
static COMMON: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let lines = include_str!("../data/common.txt").lines().filter(|line| !line.starts_with('#'));
    let mut words: Vec<&str> = Vec::new();
    for word in lines.flat_map(str::split_whitespace) {
        if !words.contains(&word) {
            words.push(word);
        }
    }
    words
});

/// The words of one article: what it has used before, it is likely to use again.
#[derive(Default)]
pub(crate) struct Vocabulary {
    own: Vec<u64>,
}

impl Vocabulary {
    /// A content word.
    pub(crate) fn word(&mut self, draw: &mut Draw) -> String {
        let mut rank = drawn(draw);
        if rank >= OWN {
            if !self.own.is_empty() && draw.chance(AGAIN) {
                rank = draw.pick(&self.own);
            } else {
                self.own.push(rank);
            }
        }
        of_rank(rank)
    }

    /// A word that the article is about, if it has any: for its headline.
    pub(crate) fn own(&self, draw: &mut Draw) -> Option<String> {
        (!self.own.is_empty()).then(|| of_rank(draw.pick(&self.own)))
    }
}

/// Draws the rank of a content word, from 0.
fn drawn(draw: &mut Draw) -> u64 {
    let first = MASS[0].0;
    let mass = first + draw.share() * (1.0 - first);
    let rank = if mass < TAIL_FROM {
        libm::exp(between(&MASS, mass))
    } else {
        TAIL_RANK * libm::pow((1.0 - mass) / (1.0 - TAIL_FROM), -1.0 / TAIL_POWER)
    };
    (rank.min(LAST) - 100.0).max(0.0) as u64
}

/// The word of a rank.
pub(crate) fn of_rank(rank: u64) -> String {
    match COMMON.get(rank as usize) {
        Some(word) => (*word).to_owned(),
        None => derived(rank - COMMON.len() as u64),
    }
}

/// Four forms of each invented root, as Indonesian makes them.
fn derived(number: u64) -> String {
    let (family, form) = (number / 4, number % 4);
    let root = root(family, 0);
    let kind = mixed(family) % 3;
    match (form, kind) {
        (0, _) => root,
        (1, 0) => active(&root),
        (1, 1) => format!("ber{root}"),
        (1, _) => format!("ter{root}"),
        (2, 0) => format!("di{root}kan"),
        (2, 1) => format!("{root}nya"),
        (2, _) => format!("pe{root}an"),
        (_, 0) => format!("{root}an"),
        (_, 1) => format!("ke{root}an"),
        (_, _) => format!("{}kan", active(&root)),
    }
}

/// The active form: meN- with the consonant that the prefix changes or swallows.
fn active(root: &str) -> String {
    match root.as_bytes().first() {
        Some(b'b') => format!("mem{root}"),
        Some(b'p') => format!("mem{}", &root[1..]),
        Some(b'd' | b'c' | b'j') => format!("men{root}"),
        Some(b't') => format!("men{}", &root[1..]),
        Some(b's') => format!("meny{}", &root[1..]),
        Some(b'k') => format!("meng{}", &root[1..]),
        Some(b'g' | b'h') => format!("meng{root}"),
        _ => format!("me{root}"),
    }
}

const ONSETS: [&str; 15] = ["b", "c", "d", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "t", "w"];
const VOWELS: [&str; 5] = ["a", "i", "u", "e", "o"];
const CODAS: [&str; 9] = ["", "n", "ng", "r", "s", "t", "k", "l", "m"];
const OPEN: u64 = (ONSETS.len() * VOWELS.len()) as u64;

/// The root of a number: another number, another root. Roots of two syllables come first, then those of three, and so
/// on. Another `kind` gives the same roots in another order.
pub(crate) fn root(mut number: u64, kind: u64) -> String {
    let mut syllables = 2;
    let mut many = OPEN * OPEN * CODAS.len() as u64;
    while number >= many {
        number -= many;
        syllables += 1;
        many *= OPEN;
    }
    // A prime that divides none of the counts takes numbers apart that follow one another.
    let mut left = ((u128::from(number) * 1_000_003 + u128::from(kind) * 7_919) % u128::from(many)) as u64;
    let coda = CODAS[(left % CODAS.len() as u64) as usize];
    left /= CODAS.len() as u64;
    let mut root = String::new();
    for _ in 0..syllables {
        let syllable = (left % OPEN) as usize;
        left /= OPEN;
        root.push_str(ONSETS[syllable / VOWELS.len()]);
        root.push_str(VOWELS[syllable % VOWELS.len()]);
    }
    root + coda
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_two_numbers_share_a_root() {
        let first = 0..200_000;
        let roots: BTreeSet<String> = first.clone().map(|number| root(number, 0)).collect();
        assert_eq!(roots.len(), first.count());
    }

    #[test]
    fn the_prefix_swallows_what_indonesian_swallows() {
        for (root, form) in [
            ("tulis", "menulis"),
            ("pukul", "memukul"),
            ("sapu", "menyapu"),
            ("kirim", "mengirim"),
            ("lihat", "melihat"),
        ] {
            assert_eq!(active(root), form);
        }
    }

    #[test]
    fn every_rank_has_a_word() {
        for rank in [0, 100, 500, 10_000, 1_000_000, LAST as u64] {
            assert!(of_rank(rank).len() >= 2, "{rank}");
        }
    }
}
