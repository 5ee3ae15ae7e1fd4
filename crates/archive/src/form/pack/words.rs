//! Words that have codes of their own.
//!
//! A match costs as much for `yang` as for half a sentence: where it begins takes more bits than what it says. So the most
//! frequent words are written by number, each with the space before it (as in J. Bentley, D. Sleator, R. Tarjan and
//! V. Wei, *A Locally Adaptive Data Compression Scheme*, 1986, but with codes that were learnt): texts become a tenth
//! smaller, and far fewer places need to be weighed as matches.

use std::collections::HashMap;
use std::ops::RangeInclusive;

use foldhash::fast::FixedState;

/// Shorter words are written as well byte by byte, and longer ones are hardly words. These count the space.
const LENGTHS: RangeInclusive<usize> = 3..=64;
/// Words that are rarer in the samples are none that all articles share.
const RAREST: u32 = 4;
/// No word ends here.
const NONE: u32 = u32::MAX;

/// The words that stand most often in the samples, each behind its space, in byte order; and how often they do.
pub(super) fn frequent<'s>(samples: &[&'s [u8]], most: usize) -> Vec<(&'s [u8], u32)> {
    if most == 0 {
        return Vec::new();
    }
    let mut counts: HashMap<&[u8], u32, FixedState> = HashMap::default();
    for sample in samples {
        let mut rest = *sample;
        while let Some(space) = rest.iter().position(|&byte| byte == b' ') {
            let (_, from) = rest.split_at(space);
            let letters = from.iter().skip(1).take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'-');
            let (word, behind) = from.split_at(1 + letters.count());
            if LENGTHS.contains(&word.len()) {
                *counts.entry(word).or_default() += 1;
            }
            rest = behind;
        }
    }
    let mut words: Vec<(&[u8], u32)> = counts.into_iter().filter(|&(_, count)| count >= RAREST).collect();
    words.sort_unstable_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    words.truncate(most);
    words.sort_unstable();
    words
}

/// Finds words where a text goes on with them: a node for each beginning that words share.
#[derive(Debug, Default)]
pub(super) struct Words {
    /// By node and byte: the next node.
    next: HashMap<(u32, u8), u32, FixedState>,
    /// By node: the number of the word that ends there.
    ends: Vec<u32>,
}

#[expect(clippy::indexing_slicing, reason = "each node of `next` has its place in `ends`")]
impl Words {
    pub(super) fn new<'w>(words: impl Iterator<Item = &'w [u8]>) -> Self {
        let mut new = Self { next: HashMap::default(), ends: vec![NONE] };
        for (word, number) in words.zip(0..) {
            let mut node = 0;
            for &byte in word {
                let free = new.ends.len() as u32;
                node = *new.next.entry((node, byte)).or_insert(free);
                if node == free {
                    new.ends.push(NONE);
                }
            }
            new.ends[node as usize] = number;
        }
        new
    }

    /// Each word that `text` goes on with: its number and its length.
    pub(super) fn at(&self, text: &[u8], mut found: impl FnMut(usize, usize)) {
        let mut node = 0;
        for (byte, length) in text.iter().zip(1..) {
            let Some(&next) = self.next.get(&(node, *byte)) else { return };
            node = next;
            let word = self.ends[node as usize];
            if word != NONE {
                found(word as usize, length);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Words, frequent};

    #[test]
    fn the_most_frequent_words_are_found_with_their_spaces() {
        let samples: [&[u8]; 2] = [b"Wali kota, wali kota dan wali-kota di kota itu", b"kota: kota wali wali wali"];
        let words = frequent(&samples, 1);
        assert_eq!(words, [(&b" kota"[..], 4)], "`wali` stands as often and comes later; the first word has no space");
        assert_eq!(frequent(&samples, 9), [(&b" kota"[..], 4), (&b" wali"[..], 4)]);
        assert!(frequent(&samples, 0).is_empty());
    }

    #[test]
    fn words_are_found_that_begin_others() {
        let words = Words::new([&b" ke"[..], b" kedua", b" kali"].into_iter());
        let at = |text: &[u8]| {
            let mut found = Vec::new();
            words.at(text, |word, length| found.push((word, length)));
            found
        };
        assert_eq!(at(b" kedua kali"), [(0, 3), (1, 6)]);
        assert_eq!(at(b" kal"), []);
        assert_eq!(at(b"ke"), []);
        assert_eq!(at(b""), []);
    }
}
