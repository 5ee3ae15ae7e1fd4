//! People whom the whole archive knows, in articles that show nothing of them.
//!
//! WHY: `sejak pemerintahan Sari-Karyono` names two people, and an article in which nothing else tells that `Karyono` is
//! somebody does not show it. Where many articles call one person, and hardly another one, by a word, the word names them
//! in the next article too. Only a mention is added here: no office and no statement.

use std::collections::BTreeMap;
use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};
use jejak_archive::Span;

use super::Entry;
use super::people::key;
use super::same::usual;
use crate::annotate::{Annotated, PersonNote};
use crate::lists::List;
use crate::within::Within as _;

/// In how many articles a full name must stand before it is looked for in others.
const NAMED: u32 = 10;
/// So many bytes before and behind a hyphen are looked at for a name.
const LONGEST: usize = 80;

/// Words by which the archive means one person, each with the person's full name.
struct Known {
    words: AhoCorasick,
    /// By the number of the word: the full name as most articles print it.
    names: Vec<String>,
}

/// Adds the mentions of known people that the articles alone do not show.
pub(crate) fn find(entries: &mut [Entry]) {
    let Some(known) = Known::of(entries) else { return };
    entries.iter_mut().for_each(|entry| known.add(&mut entry.note));
}

impl Known {
    fn of(entries: &[Entry]) -> Option<Self> {
        // By the key of a full name: its prints. By a single word: whom articles call so.
        let mut full: BTreeMap<String, BTreeMap<&str, u32>> = BTreeMap::new();
        let mut called: BTreeMap<&str, BTreeMap<String, u32>> = BTreeMap::new();
        for person in entries.iter().flat_map(|entry| &entry.note.people).filter(|person| person.name.contains(' ')) {
            let key = key(&person.name);
            *full.entry(key.clone()).or_default().entry(&person.name).or_default() += 1;
            for word in person.aliases.iter().filter(|alias| is_word(alias)) {
                *called.entry(word).or_default().entry(key.clone()).or_default() += 1;
            }
        }
        let print = |key: &str| {
            let prints = full.get(key)?;
            prints.iter().max_by_key(|(print, count)| (**count, std::cmp::Reverse(**print))).map(|(print, _)| *print)
        };
        let mut words: BTreeMap<&str, &str> = BTreeMap::new();
        for (key, prints) in &full {
            if prints.values().sum::<u32>() >= NAMED {
                words.extend(print(key).map(|name| (name, name)));
            }
        }
        for (word, people) in &called {
            let people = people.iter().map(|(key, count)| (key.as_str(), *count)).collect();
            words.extend(usual(&word.to_lowercase(), &people).and_then(print).map(|name| (*word, name)));
        }
        let names = words.values().map(|name| (*name).to_string()).collect();
        let words = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(words.keys()).ok()?;
        Some(Self { words, names })
    }

    fn add(&self, note: &mut Annotated) {
        let text = note.cleaned.text.as_str();
        let mut hits = pairs(note, &self.words);
        let whole = |range: &Range<usize>| {
            let (before, after) = (text.within(..range.start), text.within(range.end..));
            let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() && c != '-');
            edge(before.chars().next_back()) && edge(after.chars().next()) && !longer(before, after)
        };
        hits.extend(self.words.find_iter(text).map(|hit| hit.range()).filter(whole).map(Span::new));
        if hits.is_empty() {
            return;
        }
        hits.sort_unstable();
        drop_pairs(note, &hits);
        let mut taken: Vec<Span> = note.people.iter().flat_map(|person| &person.mentions).copied().collect();
        taken.extend(note.organisations.iter().flat_map(|body| &body.mentions));
        taken.extend(note.places.iter().flat_map(|(place, _)| &place.mentions));
        for span in hits.into_iter().filter(|span| !taken.iter().any(|other| other.overlaps(*span))) {
            let print = span.of(&note.cleaned.text).to_string();
            if let Some(at) = self.person(note, &print)
                && let Some(person) = note.people.get_mut(at)
            {
                person.mentions.push(span);
                person.mentions.sort_unstable();
                if print != person.name && !person.aliases.contains(&print) {
                    person.aliases.push(print);
                    person.aliases.sort();
                }
            }
        }
    }

    /// Who among an article's people is called by a word or a name; one whom only the archive knows is added.
    fn person(&self, note: &mut Annotated, print: &str) -> Option<usize> {
        let named = |name: &str| {
            let own = key(name);
            note.people
                .iter()
                .position(|person| key(&person.name) == own || person.aliases.iter().any(|alias| key(alias) == own))
        };
        let known = self.words.find(print).filter(|hit| hit.range() == (0..print.len()));
        let full = known.and_then(|hit| self.names.get(hit.pattern().as_usize()));
        named(print).or_else(|| named(full?)).or_else(|| {
            note.people.push(PersonNote { name: full?.clone(), ..PersonNote::default() });
            Some(note.people.len() - 1)
        })
    }
}

/// Two people with a hyphen between, each of them known to the article or the archive.
fn pairs(note: &Annotated, words: &AhoCorasick) -> Vec<Span> {
    let text = note.cleaned.text.as_str();
    let local: Vec<&str> =
        note.people.iter().flat_map(|person| person.aliases.iter().chain([&person.name])).map(String::as_str).collect();
    let is_edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() && c != '-');
    let mut found = Vec::new();
    for (at, _) in text.match_indices('-') {
        let before = text.within(text.floor_char_boundary(at.saturating_sub(LONGEST))..at);
        let after = text.within(at + 1..text.ceil_char_boundary((at + 1 + LONGEST).min(text.len())));
        if !after.starts_with(char::is_uppercase) || !before.ends_with(char::is_alphabetic) {
            continue;
        }
        // The longest known name that ends, or begins, at the hyphen.
        let ends = |name: &&&str| before.strip_suffix(**name).is_some_and(|rest| is_edge(rest.chars().next_back()));
        let begins = |name: &&&str| after.strip_prefix(**name).is_some_and(|rest| is_edge(rest.chars().next()));
        let first = local.iter().filter(ends).map(|name| name.len()).max().or_else(|| {
            words
                .find_iter(before)
                .find(|hit| hit.end() == before.len() && ends(&&before.within(hit.range())))
                .map(|hit| hit.len())
        });
        let second = local.iter().filter(begins).map(|name| name.len()).max().or_else(|| {
            words.find(after).filter(|hit| hit.start() == 0 && begins(&&after.within(hit.range()))).map(|hit| hit.len())
        });
        if let (Some(first), Some(second)) = (first, second) {
            found.extend([Span::new(at - first..at), Span::new(at + 1..at + 1 + second)]);
        }
    }
    found
}

/// Whether an alias is one word that looks like a name: of three letters and more, the first of them a capital one.
fn is_word(alias: &str) -> bool {
    alias.chars().count() > 2 && alias.chars().all(char::is_alphabetic) && alias.starts_with(char::is_uppercase)
}

/// Whether what stands before or behind a name belongs to a longer one.
fn longer(before: &str, after: &str) -> bool {
    let parts = |word: &str| {
        let word = word.to_lowercase();
        !(List::TITLE_BEFORE.or(List::TITLE_BEHIND).or(List::OFFICE).or(List::SMALL)).contains(&word)
    };
    let first = before.strip_suffix(' ').and_then(|before| before.rsplit(char::is_whitespace).next());
    let first = first.filter(|word| word.starts_with(char::is_uppercase) && word.ends_with(char::is_alphanumeric));
    let behind = after.strip_prefix(' ').and_then(|after| after.split(|c: char| !c.is_alphanumeric()).next());
    let behind = behind.filter(|word| word.starts_with(char::is_uppercase));
    first.is_some_and(parts) || behind.is_some_and(parts)
}

/// Takes out people whose name is two known ones with a hyphen between, and who said nothing.
fn drop_pairs(note: &mut Annotated, hits: &[Span]) {
    let is_pair = |span: &Span| {
        let within = hits.iter().filter(|hit| span.start <= hit.start && hit.end <= span.end);
        span.of(&note.cleaned.text).contains('-') && within.count() > 1
    };
    let pairs: Vec<usize> = (0..)
        .zip(&note.people)
        .filter(|(_, person)| {
            person.name.contains('-') && !person.mentions.is_empty() && person.mentions.iter().all(is_pair)
        })
        .map(|(at, _)| at)
        .collect();
    for at in pairs.into_iter().rev() {
        let said = |quote: &crate::annotate::QuoteNote| quote.speaker == Some(crate::annotate::SpeakerNote::Person(at));
        if !note.quotes.iter().any(said) {
            crate::editors::remove_person(note, at);
        }
    }
}
