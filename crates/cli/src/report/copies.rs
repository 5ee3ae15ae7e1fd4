//! Articles that say nearly the same: a release that several outlets took over, a file that was put in twice.
//!
//! Texts are compared by their runs of five words, as A. Z. Broder, *On the Resemblance and Containment of Documents*
//! (1997), does: the share of runs that two texts have in common of all that either has, estimated from the runs of each
//! with the smallest hashes. An article that is a small part of another is not found, because the two are not alike.
//!
//! Time and memory are bounded: a sketch has a fixed size, pairs come only from runs that few articles share, and texts that
//! are equal are brought together before. So of a hundred articles that are alike without being equal, some may stay apart.

use std::collections::{BTreeMap, BTreeSet};

use jejak_archive::Archive;
use rayon::prelude::*;
use xxhash_rust::xxh3::xxh3_64;

use super::{Finding, Place};

/// Words in a run.
const RUN: usize = 5;
/// Hashes in a sketch: an estimate of a half is off by 0.06 (one standard error).
const SKETCH: usize = 64;
/// Of those, the smallest ones make pairs.
const KEYS: usize = 32;
/// A run that more articles have is a set phrase, and makes no pairs.
const COMMON: usize = 40;
/// So many keys two articles must share to be compared.
const SHARED: u8 = 4;
/// From how many hundredths on articles are likely copies.
const COPY: u64 = 50;
/// Fewer runs say too little, unless all of them are the same.
const FEW: usize = 20;

/// The smallest hashes of a text's runs, ascending.
type Sketch = Vec<u64>;

/// The groups of articles that are likely copies of one another, each in the order of the archive.
pub(super) fn find(archive: &Archive, place: &dyn Fn(&str) -> Place) -> Vec<Finding> {
    let texts: Vec<&str> = archive.articles.iter().map(|article| article.text.as_str()).collect();
    let named = |group: Group| Finding::Copies {
        articles: group.members.iter().map(|&i| place(&archive.articles[i].id)).collect(),
        alike: group.alike,
    };
    groups(&texts).into_iter().map(named).collect()
}

/// Texts that are alike, by their place.
#[derive(Debug, PartialEq, Eq)]
struct Group {
    members: Vec<usize>,
    /// How much the least alike that were compared share, in hundredths.
    alike: u8,
}

fn groups(texts: &[&str]) -> Vec<Group> {
    let sketches: Vec<Sketch> = texts.par_iter().map(|text| sketch(text)).collect();
    // Equal ones together; the first stands for all.
    let mut equal: BTreeMap<&[u64], Vec<usize>> = BTreeMap::new();
    for (i, sketch) in sketches.iter().enumerate().filter(|(_, sketch)| !sketch.is_empty()) {
        equal.entry(sketch).or_default().push(i);
    }
    let mut joined: Vec<usize> = (0..texts.len()).collect();
    let mut alike = vec![100; texts.len()];
    for members in equal.values() {
        members.iter().for_each(|&i| joined[i] = members[0]);
    }
    let firsts: Vec<usize> = equal.values().map(|members| members[0]).filter(|&i| sketches[i].len() >= FEW).collect();
    for (a, b) in pairs(&firsts, &sketches) {
        let share = resemblance(&sketches[a], &sketches[b]);
        if share >= COPY {
            let (a, b) = (root(&joined, a), root(&joined, b));
            let (first, other) = (a.min(b), a.max(b));
            joined[other] = first;
            alike[first] = alike[first].min(alike[other]).min(share);
        }
    }
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for i in 0..texts.len() {
        groups.entry(root(&joined, i)).or_default().push(i);
    }
    let several = groups.into_iter().filter(|(_, members)| members.len() > 1);
    several.map(|(first, members)| Group { members, alike: u8::try_from(alike[first]).unwrap_or(u8::MAX) }).collect()
}

fn root(joined: &[usize], mut i: usize) -> usize {
    while joined[i] != i {
        i = joined[i];
    }
    i
}

/// The smallest hashes of the runs of a text; of one that is shorter than a run, the hash of all of it.
fn sketch(text: &str) -> Sketch {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let words: Vec<u64> = words.map(|word| xxh3_64(word.to_lowercase().as_bytes())).collect();
    let hash = |run: &[u64]| {
        let bytes: Vec<u8> = run.iter().flat_map(|word| word.to_le_bytes()).collect();
        xxh3_64(&bytes)
    };
    let runs: BTreeSet<u64> = match words.len() {
        0 => BTreeSet::new(),
        1..RUN => [hash(&words)].into(),
        _ => words.windows(RUN).map(hash).collect(),
    };
    runs.into_iter().take(SKETCH).collect()
}

/// Pairs of texts that share enough of their keys to be compared.
fn pairs(firsts: &[usize], sketches: &[Sketch]) -> Vec<(usize, usize)> {
    let keys = firsts.iter().flat_map(|&i| sketches[i].iter().take(KEYS).map(move |&key| (key, i)));
    let mut keys: Vec<(u64, usize)> = keys.collect();
    keys.par_sort_unstable();
    let mut shared: BTreeMap<(usize, usize), u8> = BTreeMap::new();
    for same in keys.chunk_by(|a, b| a.0 == b.0).filter(|same| (2..=COMMON).contains(&same.len())) {
        for (at, (_, a)) in same.iter().enumerate() {
            for (_, b) in &same[at + 1..] {
                let count = shared.entry((*a, *b)).or_default();
                *count = count.saturating_add(1);
            }
        }
    }
    shared.into_iter().filter(|(_, count)| *count >= SHARED).map(|(pair, _)| pair).collect()
}

/// How many hundredths of the runs of either text both have, estimated.
fn resemblance(a: &[u64], b: &[u64]) -> u64 {
    let (mut i, mut j, mut both, mut all) = (0, 0, 0, 0);
    while all < SKETCH as u64 && (i < a.len() || j < b.len()) {
        match (a.get(i), b.get(j)) {
            (Some(x), Some(y)) if x == y => {
                both += 1;
                (i, j) = (i + 1, j + 1);
            }
            (Some(x), Some(y)) if x < y => i += 1,
            (Some(_), None) => i += 1,
            _ => j += 1,
        }
        all += 1;
    }
    (both * 100u64).checked_div(all).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A text of so many words, each of them from a number.
    fn words(from: usize, count: usize) -> Vec<String> {
        (from..from + count).map(|number| format!("kata{}", number.wrapping_mul(2_654_435_761) % 10_000_019)).collect()
    }

    fn found(texts: &[&str]) -> Vec<(Vec<usize>, u8)> {
        groups(texts).into_iter().map(|group| (group.members, group.alike)).collect()
    }

    #[test]
    fn equal_texts_are_copies_whatever_their_capitals_and_marks() {
        let copies = found(&["Warga panen padi hari ini.", "Lain sama sekali.", "WARGA panen: padi hari ini"]);
        assert_eq!(copies, [(vec![0, 2], 100)]);
        assert_eq!(found(&["", "", "Singkat.", "Pendek."]), []);
    }

    #[test]
    fn a_text_with_a_few_words_changed_is_a_copy_and_another_one_is_none() {
        let text = words(0, 200);
        let mut edited = text.clone();
        for at in [20, 90, 160] {
            edited[at] = "lain".to_owned();
        }
        let half = [words(0, 100), words(9000, 100)].concat();
        let texts = [text, edited, half, words(5000, 200)].map(|words| words.join(" "));
        let copies = found(&texts.each_ref().map(String::as_str));
        assert_eq!(copies.len(), 1);
        assert_eq!(copies[0].0, [0, 1]);
        // Three words in 200 stand in 15 of 196 runs: 181 of 211 runs are shared.
        assert!((76..=96).contains(&copies[0].1), "{copies:?}");
    }

    #[test]
    fn a_thousand_copies_and_a_shared_phrase_take_no_time() {
        let phrase = words(77, 30).join(" ");
        let mut texts: Vec<String> =
            (0..1000).map(|number| format!("{} {phrase}", words(number * 300, 150).join(" "))).collect();
        texts.extend((0..1000).map(|_| words(700_000, 150).join(" ")));
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let copies = found(&texts);
        assert_eq!(copies.len(), 1);
        assert_eq!(copies[0].0.len(), 1000);
    }
}
