//! Phrases that have a list of their own in the index.
//!
//! `sekda` and `sekretaris daerah` are one search. A phrase cannot be in a family of words, so it is made a form: where
//! its words follow one another, all of them are places of it. The abbreviation then finds the phrase at no further
//! cost, as it finds a relative.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// All ways to write one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Ways {
    /// How many of them the archive holds; these come first.
    pub(crate) held: u32,
    /// Each as forms joined by single spaces.
    pub(crate) all: Vec<String>,
}

/// A phrase, and its words.
type Phrase<'s> = (&'s str, Vec<&'s str>);

/// The groups of what is one and the same.
#[derive(Debug)]
pub(super) struct Phrases<'s> {
    /// The phrases that begin with a word.
    by_first: HashMap<&'s str, Vec<Phrase<'s>>>,
    /// The name of the group, by each way to write it.
    groups: HashMap<&'s str, &'s str>,
}

impl<'s> Phrases<'s> {
    pub(super) fn new(same: &'s [Vec<String>]) -> Self {
        let mut new = Self { by_first: HashMap::new(), groups: HashMap::new() };
        let mut seen = HashSet::new();
        // Named by a single word, whose part of the index then answers it at once.
        let name = |group: &'s Vec<String>| group.iter().find(|form| !form.contains(' ')).or(group.first());
        let named = same.iter().filter_map(|group| Some((name(group)?, group)));
        for (name, form) in named.flat_map(|(name, group)| group.iter().map(move |form| (name, form))) {
            // What stands in two groups belongs to the first.
            if !seen.insert(form) {
                continue;
            }
            new.groups.insert(form, name);
            let words: Vec<&str> = form.split(' ').collect();
            if let [first, _, ..] = words.as_slice() {
                new.by_first.entry(first).or_default().push((form, words));
            }
        }
        new
    }

    /// Whether a phrase begins with this form.
    pub(super) fn begins(&self, form: &str) -> bool {
        self.by_first.contains_key(form)
    }

    /// The name of the group that a form belongs to.
    pub(super) fn group(&self, form: &str) -> Option<&'s str> {
        self.groups.get(form).copied()
    }

    /// Begins to read a text.
    pub(super) fn open(&self) -> Open<'_, 's> {
        Open { phrases: self, begun: Vec::new() }
    }
}

/// The phrases that have begun while a text is read word by word.
#[derive(Debug)]
pub(super) struct Open<'p, 's> {
    phrases: &'p Phrases<'s>,
    /// The phrase, how many of its words were read, and the place of the last one.
    begun: Vec<(&'p Phrase<'s>, usize, u32)>,
}

impl<'s> Open<'_, 's> {
    /// Reads the next word. `end` is how many words were read with it; each phrase that ends with it is added to
    /// `found`, with the numbers of its words.
    pub(super) fn read(
        &mut self,
        form: &str,
        begins: bool,
        place: u32,
        end: usize,
        found: &mut Vec<(&'s str, Range<usize>)>,
    ) {
        self.begun.retain_mut(|((phrase, words), read, last)| {
            let next = words.get(*read).is_some_and(|word| *word == form) && place == *last + 1;
            (*read, *last) = (*read + 1, place);
            if next && *read == words.len() {
                found.push((phrase, end.saturating_sub(*read)..end));
            }
            next && *read < words.len()
        });
        if begins && let Some(phrases) = self.phrases.by_first.get(form) {
            self.begun.extend(phrases.iter().map(|phrase| (phrase, 1, place)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Phrases;
    use crate::words;

    #[test]
    fn phrases_are_found_where_their_words_follow_one_another() {
        let same = [["sekretaris daerah", "sekda"], ["wali kota", "walikota"], ["anak anak kecil", "balita"]];
        let same: Vec<Vec<String>> = same.iter().map(|group| group.map(str::to_owned).to_vec()).collect();
        let phrases = Phrases::new(&same);
        let read = |text: &str| {
            let (mut open, mut found) = (phrases.open(), Vec::new());
            for (i, token) in words::tokens(text, 0).enumerate() {
                let form = words::form(&text[token.range]);
                open.read(&form, phrases.begins(&form), token.position, i + 1, &mut found);
            }
            found
        };
        assert_eq!(read("Sekretaris Daerah dan wali kota"), [("sekretaris daerah", 0..2), ("wali kota", 3..5)]);
        assert_eq!(read("anak anak anak kecil"), [("anak anak kecil", 1..4)]);
        assert_eq!(read("sekretaris\ndaerah, wali, kota daerah"), [("wali kota", 2..4)], "a line break parts");
        assert_eq!(read("sekretaris jenderal daerah"), []);
        assert_eq!((phrases.group("sekda"), phrases.group("daerah")), (Some("sekda"), None));
    }
}
