//! Lasting addresses of statements inside their article.

use std::collections::HashMap;

use xxhash_rust::xxh3::xxh3_64;

use crate::words::lower;

const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// The bits of a hash that an anchor shows: five a letter.
const SHOWN: u64 = (1 << 40) - 1;

/// Hands out the anchors of one article, each once.
#[derive(Debug, Default)]
pub struct Anchors {
    /// What anchors show that are taken. A table like the next one, so that the page has the code of one.
    taken: HashMap<u64, u32>,
    /// How often words were seen, by their hash: a thousand copies take a thousand steps.
    seen: HashMap<u64, u32>,
}

impl Anchors {
    /// `k-` and 8 characters of a hash of the words. Only words count, so a corrected comma keeps the address; the same
    /// words said twice get, in order, the hash of the words and how often they were seen.
    pub fn give(&mut self, words: &str) -> String {
        let mut plain = String::new();
        for word in words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
            if !plain.is_empty() {
                plain.push(' ');
            }
            plain.extend(word.chars().map(lower));
        }
        let copy = self.seen.entry(xxh3_64(plain.as_bytes())).or_default();
        let bare = plain.len();
        loop {
            if *copy > 0 {
                plain.truncate(bare);
                plain.push(' ');
                plain.push_str(&copy.to_string());
            }
            *copy = copy.saturating_add(1);
            let hash = xxh3_64(plain.as_bytes());
            if self.taken.insert(hash & SHOWN, 0).is_none() {
                return anchor(hash);
            }
        }
    }
}

#[expect(clippy::indexing_slicing, reason = "five bits name one of 32 letters")]
fn anchor(mut hash: u64) -> String {
    let mut anchor = String::from("k-");
    for _ in 0..8 {
        anchor.push(char::from(LETTERS[usize::try_from(hash & 31).unwrap_or(0)]));
        hash >>= 5;
    }
    anchor
}

#[cfg(test)]
mod tests {
    use super::Anchors;

    #[test]
    fn anchors_last_and_are_never_twice() {
        let first = Anchors::default().give("Kita mulai, hari ini.");
        assert_eq!(first, Anchors::default().give("Kita mulai hari ini"));
        let mut anchors = Anchors::default();
        assert_eq!(anchors.give("Kita mulai hari ini"), first);
        assert_ne!(anchors.give("Kita mulai hari ini"), first);
        assert_eq!(first.len(), 10);
    }
}
