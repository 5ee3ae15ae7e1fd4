//! People, organisations, topics and regulations by their names: suggestions while a name is typed, and the person whom a question
//! names.

use std::cmp::Reverse;
use std::ops::RangeInclusive;

use super::Engine;
use super::bits::Bits;
use super::parse::{Clause, Expression};
use crate::answer::Suggestion;
use crate::keys;
use crate::model::EntityRef;
use crate::query::FacetKind;
use crate::words;

/// What is suggested, in the order in which equals come.
const SUGGESTED: [FacetKind; 4] = FacetKind::WITH_PAGES;
/// A name is read from at most so many words of what was typed.
const LONGEST: usize = 4;
/// The bits of a key that say whose word it is, and the largest number of an entity in them.
const VALUE: u64 = 0xffff_ffff;
const MOST_VALUES: u64 = (1 << 28) - 1;
/// A single word is the beginning of a name from so many letters on.
const SHORTEST: usize = 2;

impl Engine {
    /// The people, organisations, topics and regulations whose name goes on from the last words typed, those in most articles first;
    /// at most `most`. Of several words the last one may be a beginning. People without a page of their own are not
    /// suggested, nor is what one article alone names before the [`Engine::overview`] is there.
    #[must_use]
    pub fn suggest(&self, typed: &str, most: usize) -> Vec<Suggestion> {
        let tail = tail(typed);
        for first in 0..tail.len() {
            let Some(words @ [(at, _), ..]) = tail.get(first..) else { break };
            let forms: Vec<String> = words.iter().flat_map(|(_, word)| words::forms(word)).collect();
            let long = forms.len() > 1 || forms.iter().any(|form| form.chars().count() >= SHORTEST);
            let found = if long { self.beginning(&forms, most) } else { Vec::new() };
            if !found.is_empty() {
                let rest = typed.get(..*at).unwrap_or_default();
                return found.into_iter().map(|one| Suggestion { rest: rest.to_owned(), ..one }).collect();
            }
        }
        Vec::new()
    }

    /// In how many articles a person, an organisation, a topic or a regulation is named; 0 for others.
    #[must_use]
    pub fn articles_of(&self, entity: EntityRef) -> u32 {
        let (kind, value) = match entity {
            EntityRef::Person(value) => (FacetKind::Person, value),
            EntityRef::Organisation(value) => (FacetKind::Organisation, value),
            EntityRef::Topic(value) => (FacetKind::Topic, value),
            EntityRef::Regulation(value) => (FacetKind::Regulation, value),
            EntityRef::Place(_) => return 0,
        };
        self.heads.named_in(kind.place(), value as usize)
    }

    /// Whether a person speaks or holds an office, as far as people are there.
    fn is_public(&self, person: u32) -> bool {
        self.people().get(person as usize).is_some_and(|one| one.statements() > 0 || one.holds_office())
    }

    fn beginning(&self, forms: &[String], most: usize) -> Vec<Suggestion> {
        // The most articles first, then the kind, then the number, in one number.
        let mut found: Vec<u64> = Vec::new();
        for (order, kind) in SUGGESTED.into_iter().enumerate() {
            let fits = self.called(order, forms, true).into_iter();
            let behind = |value| u32::MAX - self.heads.named_in(kind.place(), value);
            found.extend(fits.map(|value| u64::from(behind(value)) << 32 | (order as u64) << 28 | value as u64));
        }
        keys::sort(&mut found);
        let suggestion = |key: u64| {
            let articles = u32::MAX - (key >> 32) as u32;
            let (kind, value) = (SUGGESTED.get((key >> 28) as usize & 3)?, (key & MOST_VALUES) as usize);
            let kind = *kind;
            let shown = match kind {
                FacetKind::Person => self.is_public(value as u32),
                _ => true,
            };
            let (slug, label) = self.heads.value(kind, value).filter(|_| shown && articles > 0)?;
            let (value, label) = (slug.to_owned(), label.to_owned());
            Some(Suggestion { facet: kind, value, label, articles, rest: String::new() })
        };
        found.into_iter().filter_map(suggestion).take(most).collect()
    }

    /// The entities of a kind, given by its place in [`SUGGESTED`], of which all of `forms` are words of one name; the
    /// last may be a beginning where `open`.
    fn called(&self, order: usize, forms: &[String], open: bool) -> Vec<usize> {
        let whole = |(i, _): &(usize, &String)| !(open && i + 1 == forms.len());
        let longest = forms.iter().enumerate().max_by_key(|form| (whole(form), form.1.len()));
        let Some((i, form)) = longest else { return Vec::new() };
        let range = keys(form, !whole(&(i, form)), order);
        let names = self.heads.names(|| self.names());
        let (from, to) =
            (names.partition_point(|key| key < range.start()), names.partition_point(|key| key <= range.end()));
        // Keys of several words lie in several runs, each with its values ascending.
        let mut values: Vec<u64> = names.get(from..to).unwrap_or_default().iter().map(|key| key & VALUE).collect();
        keys::sort(&mut values);
        values.dedup();
        let here = (order as u64) << 28;
        let values = values.into_iter().filter(|value| value >> 28 << 28 == here).map(|value| (value - here) as usize);
        values.filter(|&value| self.names_of(order, value).any(|name| holds(name, forms, open))).collect()
    }

    /// The name of an entity and its other names.
    fn names_of(&self, order: usize, value: usize) -> impl Iterator<Item = &str> {
        // What is suggested stands first among all kinds.
        let one = self.heads.entities().list(order).get(value);
        one.into_iter().flat_map(|one| std::iter::once(&one.name).chain(&one.aliases)).map(String::as_str)
    }

    /// The keys of all words of all names, ascending.
    fn names(&self) -> Vec<u64> {
        let mut keys: Vec<u64> = Vec::new();
        let mut form = String::new();
        for (order, &kind) in SUGGESTED.iter().enumerate() {
            for value in 0..self.heads.values(kind) {
                for name in self.names_of(order, value) {
                    for token in words::tokens(name, 0) {
                        words::write_form(token.of(name), &mut form);
                        keys.push(key(&form, order, value));
                    }
                }
            }
        }
        keys::sort(&mut keys);
        keys.dedup();
        keys
    }

    /// The person whom a question of plain words names: each is a word of the name, and most articles that answer name
    /// the person. Of several people that fit it is the one named most.
    pub(super) fn person_named(&self, clauses: &[Clause], shown: &Bits) -> Option<u32> {
        let mut forms: Vec<String> = Vec::new();
        for clause in clauses {
            let [Expression::Words { forms: words, said: false, .. }] = clause.any.as_slice() else { return None };
            if clause.exclude || forms.len() > LONGEST {
                return None;
            }
            forms.extend_from_slice(words);
        }
        if !forms.iter().any(|form| form.chars().count() > SHORTEST) {
            return None;
        }
        let fits = self.called(0, &forms, false);
        if fits.is_empty() {
            return None;
        }
        let mut counts = vec![0u32; fits.len()];
        for article in shown.iter() {
            let named = self.heads.facet(FacetKind::Person.place()).of(article).iter();
            let places = named.filter_map(|&value| fits.binary_search(&(value as usize)).ok());
            places.for_each(|place| counts.get_mut(place).into_iter().for_each(|count| *count += 1));
        }
        let (count, Reverse(person)) =
            counts.iter().zip(&fits).map(|(&n, &person)| (n, Reverse(person as u32))).max()?;
        let named = count > 0 && count.saturating_mul(2) >= shown.len();
        Some(person).filter(|&person| named && self.is_public(person))
    }
}

/// A word of a name, and whose: the first four bytes of its form, then the kind and the number of the entity.
fn key(form: &str, order: usize, value: usize) -> u64 {
    let start = form.bytes().chain([0; 4]).take(4).fold(0u64, |key, byte| key << 8 | u64::from(byte));
    start << 32 | (order as u64) << 28 | (value as u64).min(MOST_VALUES)
}

/// The keys of a word, or of all words that begin so.
fn keys(form: &str, open: bool, order: usize) -> RangeInclusive<u64> {
    let from = key(form, order, 0);
    let free = if open { 8 * 4usize.saturating_sub(form.len()) as u32 } else { 0 };
    from >> 32 << 32..=(from | ((1 << (32 + free)) - 1))
}

/// The last words typed, at most [`LONGEST`], each with where it begins; none where a word just ended, or where what
/// comes before is more than plain words.
fn tail(typed: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut end = typed.len();
    while found.len() < LONGEST {
        let before = typed.get(..end).unwrap_or_default();
        let start = before.char_indices().rev().find(|(_, c)| c.is_whitespace()).map_or(0, |(at, c)| at + c.len_utf8());
        let word = before.get(start..).unwrap_or_default();
        let plain = word.chars().all(|c| c.is_alphanumeric() || matches!(c, '\'' | '’' | '.'));
        if word.is_empty() || !plain {
            break;
        }
        found.push((start, word));
        end = before.get(..start).unwrap_or_default().trim_end().len();
    }
    // Inside a phrase no name is looked for.
    if typed.chars().filter(|c| matches!(c, '"' | '“' | '”' | '„')).count() % 2 == 1 {
        found.clear();
    }
    found.reverse();
    found
}

/// Whether each of `forms` is another word of `name`; the last may be a beginning of one where `open`.
fn holds(name: &str, forms: &[String], open: bool) -> bool {
    let mut form = String::new();
    // Bits of the forms that were met; there are at most a few.
    let mut met = 0u32;
    for token in words::tokens(name, 0) {
        let word = token.of(name);
        let ascii = word.bytes().next().filter(u8::is_ascii).map(|byte| byte.to_ascii_lowercase());
        if ascii.is_some_and(|first| !forms.iter().any(|form| form.as_bytes().first() == Some(&first))) {
            continue;
        }
        words::write_form(word, &mut form);
        let fits = |(i, wanted): (usize, &String)| {
            let free = met >> (i % 32) & 1 == 0;
            free && (*wanted == form || open && i + 1 == forms.len() && form.starts_with(wanted.as_str()))
        };
        if let Some(i) = forms.iter().enumerate().position(fits) {
            met |= 1 << (i % 32);
        }
    }
    !forms.is_empty() && met.count_ones() as usize == forms.len()
}

#[cfg(test)]
mod tests {
    use super::{holds, key, keys, tail};

    fn called(name: &str, forms: &[&str], open: bool) -> bool {
        holds(name, &forms.iter().map(|&form| form.to_owned()).collect::<Vec<_>>(), open)
    }

    #[test]
    fn every_word_is_another_word_of_the_name() {
        assert!(called("Dewi Anggraini", &["anggraini", "dewi"], false));
        assert!(called("Dewi Anggraini", &["dewi", "ang"], true));
        assert!(!called("Dewi Anggraini", &["dewi", "ang"], false));
        assert!(!called("Dewi Anggraini", &["dewi", "dewi"], true));
        assert!(!called("Dewi Anggraini", &["ang", "dewi"], true), "only the last may be a beginning");
        assert!(called("Ma'ruf Élan", &["maruf", "el"], true));
        assert!(!called("", &[], true));
    }

    #[test]
    fn keys_of_a_beginning_lie_in_one_range() {
        for (form, beginning, fits) in
            [("dewi", "de", true), ("dewi", "dewi", true), ("dw", "de", false), ("d", "de", false), ("df", "de", false)]
        {
            assert_eq!(keys(beginning, true, 0).contains(&key(form, 2, 77)), fits, "{form} {beginning}");
        }
        assert!(keys("dewianti", true, 0).contains(&key("dewiana", 0, 3)), "told apart later");
        assert!(!keys("de", false, 0).contains(&key("dewi", 0, 3)));
    }

    #[test]
    fn the_tail_is_the_last_plain_words() {
        let words = |typed: &'static str| tail(typed).into_iter().map(|(_, word)| word).collect::<Vec<_>>();
        assert_eq!(words("banjir tokoh:dewi wali ko"), ["wali", "ko"]);
        assert_eq!(words("satu dua tiga empat lima"), ["dua", "tiga", "empat", "lima"]);
        assert_eq!(words("wali "), [""; 0]);
        assert_eq!(words("\"wali ko"), [""; 0]);
        assert_eq!(words("-wali"), [""; 0]);
        assert_eq!(tail("é dé"), [(0, "é"), (3, "dé")]);
    }
}
