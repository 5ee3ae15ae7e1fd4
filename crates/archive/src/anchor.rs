//! Lasting addresses of statements inside their article.

use std::collections::{BTreeMap, BTreeSet};

use xxhash_rust::xxh3::xxh3_64;

const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Hands out the anchors of one article, each once.
#[derive(Debug, Default)]
pub struct Anchors {
    taken: BTreeSet<String>,
    /// How often words were seen, by their hash: a thousand copies take a thousand steps.
    seen: BTreeMap<u64, u32>,
}

impl Anchors {
    /// `k-` and 8 characters of a hash of the words. Only words count, so a corrected comma keeps the address; the same
    /// words said twice get, in order, the hash of the words and how often they were seen.
    pub fn give(&mut self, words: &str) -> String {
        let plain: Vec<String> = words
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect();
        let plain = plain.join(" ");
        let copy = self.seen.entry(xxh3_64(plain.as_bytes())).or_default();
        loop {
            let anchor = if *copy == 0 { anchor(&plain) } else { anchor(&format!("{plain} {copy}")) };
            *copy = copy.saturating_add(1);
            if self.taken.insert(anchor.clone()) {
                return anchor;
            }
        }
    }
}

fn anchor(words: &str) -> String {
    let mut hash = xxh3_64(words.as_bytes());
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
