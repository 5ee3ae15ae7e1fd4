//! Which names of an archive are one person's.
//!
//! WHY with care: a page that holds another person's words is worse than two pages for one. A full name is the same
//! person everywhere, honorifics aside. Three steps bring further names to it, each of them only where one person alone
//! can be meant: a form with a slip of the hand, where the office or the number of articles speaks for it; a form that
//! lacks words of a longer name; and a single word, article by article, by the office that stands beside it there or
//! because the archive calls nobody else so. What those who keep the archive say comes before all of it.

use std::collections::{BTreeMap, BTreeSet};

use super::Entry;
use super::people::{key, own_key};
use crate::annotate::names::spelling;
use crate::annotate::offices::roles;
use crate::annotate::{PersonNote, RoleNote};
use crate::lexicon::lexicon;
use crate::within::Within as _;

/// In how many articles one person must be called by a single word before it means them elsewhere.
const CALLED: u32 = 10;
/// The same where the word is a first name that many bear.
const CALLED_FIRST: u32 = 20;
/// Of twenty uses of a single word so many must mean one person.
const OF_TWENTY: u32 = 18;
/// How many times as many articles print the right spelling where no office speaks for it.
const OFTENER: u32 = 5;
/// Fewest articles that print it then.
const ESTABLISHED: u32 = 5;

/// Where notes of people stand: article, and place among its people.
type Places = Vec<(usize, usize)>;

/// The key of the person that each article's people are, in the order of the articles and of their people.
#[expect(
    clippy::indexing_slicing,
    reason = "names are kept with their places in the articles, and there is a name for each of these"
)]
pub(super) fn persons(entries: &[Entry]) -> Vec<Vec<String>> {
    let mut groups: BTreeMap<String, Places> = BTreeMap::new();
    let mut given: BTreeSet<String> = BTreeSet::new();
    for (article, entry) in entries.iter().enumerate() {
        for (index, person) in entry.note.people.iter().enumerate() {
            let key = own_key(person);
            if person.given.is_some() {
                given.insert(key.clone());
            }
            groups.entry(key).or_default().push((article, index));
        }
    }
    let mut names = Names { entries, groups: &groups, given: &given, clusters: Clusters::new() };
    let slips = names.slips();
    for name in groups.keys().map(String::as_str).filter(|name| !is_lone(name)) {
        names.clusters.entry(follow(&slips, name)).or_default().push(name);
    }
    let longer = names.longer();
    let mut persons: Vec<Vec<String>> =
        entries.iter().map(|entry| vec![String::new(); entry.note.people.len()]).collect();
    for (name, places) in groups.iter().filter(|(name, _)| !is_lone(name) || given.contains(*name)) {
        let full = follow(&longer, follow(&slips, name));
        for (article, index) in places {
            full.clone_into(&mut persons[*article][*index]);
        }
    }
    let known = Known::of(&names, &persons);
    let lone = groups.iter().filter(|(name, _)| is_lone(name) && !given.contains(*name));
    let told: Vec<_> = lone.map(|(name, places)| (name, places, known.lone(&names, name, places))).collect();
    for (name, places, told) in told {
        for ((article, index), person) in places.iter().zip(told) {
            persons[*article][*index] = person.unwrap_or_else(|| name.clone());
        }
    }
    persons
}

fn is_lone(name: &str) -> bool {
    !name.contains(' ')
}

/// The end of a chain of joined names: each step leads to one of more articles, or to a longer one, so there is an end.
fn follow<'a>(joined: &'a BTreeMap<&'a str, &'a str>, name: &'a str) -> &'a str {
    let mut name = name;
    while let Some(full) = joined.get(name) {
        name = full;
    }
    name
}

/// By the right spelling of a name of several words: all its spellings.
type Clusters<'a> = BTreeMap<&'a str, Vec<&'a str>>;

/// The names of an archive with where they stand.
struct Names<'a> {
    entries: &'a [Entry],
    groups: &'a BTreeMap<String, Places>,
    /// Keys that were given by hand: nobody joins them to another.
    given: &'a BTreeSet<String>,
    clusters: Clusters<'a>,
}

/// A spelling of a name: the word that may be a slip, and the whole name.
type Spelling<'a> = (&'a str, &'a str);

impl<'a> Names<'a> {
    fn places(&self, name: &str) -> &'a [(usize, usize)] {
        self.groups.get(name).map(Vec::as_slice).unwrap_or_default()
    }

    #[expect(clippy::indexing_slicing, reason = "names are kept with their places in the articles")]
    fn roles(&self, name: &str) -> Vec<&'a RoleNote> {
        let note = |(article, index): &(usize, usize)| &self.entries[*article].note.people[*index];
        self.places(name).iter().flat_map(|place| &note(place).roles).collect()
    }

    fn articles(&self, name: &str) -> BTreeSet<usize> {
        self.places(name).iter().map(|(article, _)| *article).collect()
    }

    /// Names of several words that are another one with a slip in one word, each with that.
    fn slips(&self) -> BTreeMap<&'a str, &'a str> {
        // Names that differ in one word are alike without it; its first letter is kept, as slips keep it.
        let mut alike: BTreeMap<(usize, Option<char>, String), Vec<Spelling<'a>>> = BTreeMap::new();
        for name in self.groups.keys().filter(|name| !is_lone(name) && !self.given.contains(*name)) {
            let words: Vec<&str> = name.split(' ').collect();
            for (at, word) in words.iter().enumerate().filter(|(_, word)| word.len() >= spelling::FEWEST) {
                let rest = [words.within(..at), words.within(at + 1..)].concat().join(" ");
                alike.entry((at, word.chars().next(), rest)).or_default().push((word, name));
            }
        }
        let mut found: BTreeMap<&'a str, BTreeSet<&'a str>> = BTreeMap::new();
        for same in alike.values().filter(|same| same.len() > 1) {
            for (word, name) in same {
                for (right, other) in same.iter().filter(|(right, _)| spelling::slip(word, right)) {
                    if self.is_slip(name, other, right) {
                        found.entry(name).or_default().insert(other);
                    }
                }
            }
        }
        // Of two that fit, the one that more articles print.
        let best = |of: BTreeSet<&'a str>| {
            of.into_iter().max_by_key(|name| (self.places(name).len(), std::cmp::Reverse(*name)))
        };
        found.into_iter().filter_map(|(name, of)| Some((name, best(of)?))).collect()
    }

    /// Whether what is known of a name and of another one of nearly that spelling says that the first is a slip for it.
    fn is_slip(&self, name: &str, other: &str, right: &str) -> bool {
        let count = |name: &str| u32::try_from(self.places(name).len()).unwrap_or(u32::MAX);
        let (few, many) = (count(name), count(other));
        // On a draw the one that comes first in the alphabet is right.
        if few > many || (few == many && name < other) {
            return false;
        }
        let (own, theirs) = (self.roles(name), self.roles(other));
        if own.iter().any(|own| theirs.iter().any(|role| same_role(own, role))) {
            return true;
        }
        // Without an office a short word, or one of a name of two, may well be another person's.
        let close = name.split(' ').count() > 2 || right.chars().count() >= spelling::SHORTEST;
        let unlike = own.is_empty() || theirs.is_empty();
        let rare = many >= ESTABLISHED && few * OFTENER <= many;
        unlike && close && rare && self.articles(name).is_disjoint(&self.articles(other))
    }

    /// The one longer name of each name of several words that is short for one.
    fn longer(&self) -> BTreeMap<&'a str, &'a str> {
        let mut by_word: BTreeMap<&str, Vec<&'a str>> = BTreeMap::new();
        for name in self.clusters.keys() {
            for word in name.split(' ') {
                by_word.entry(word).or_default().push(name);
            }
        }
        let one = |name: &&'a str| {
            let longer = |spelling: &'a str| -> Vec<&'a str> {
                let longest = spelling.split(' ').max_by_key(|word| word.len()).unwrap_or_default();
                let fits = |other: &&&str| other.len() > spelling.len().max(name.len()) && short_for(spelling, other);
                by_word.get(longest).into_iter().flatten().filter(fits).copied().collect()
            };
            let longer: BTreeSet<&'a str> = self.clusters.get(name)?.iter().flat_map(|name| longer(name)).collect();
            Some((*name, self.one_of(name, &longer)?))
        };
        self.clusters.keys().filter(|name| !self.given.contains(**name)).filter_map(one).collect()
    }

    /// The one of some longer names that a name is short for.
    fn one_of(&self, name: &str, longer: &BTreeSet<&'a str>) -> Option<&'a str> {
        let of_all = |name: &str| self.clusters.get(name).into_iter().flatten().copied();
        let own: Vec<&RoleNote> = of_all(name).flat_map(|name| self.roles(name)).collect();
        let count = |name: &str| of_all(name).map(|name| self.places(name).len()).sum::<usize>();
        // `Sari Dewi` in many articles is not short for `Putri Sari Dewi` in one: that is her daughter, or a word too many.
        let doubtful = |other: &str| leads(name, other) && count(other) <= count(name);
        let same_office = |other: &&str| {
            let theirs = of_all(other).flat_map(|name| self.roles(name));
            let named = |role: &&RoleNote| !doubtful(other) || role.organisation.is_some();
            theirs.filter(named).any(|role| own.iter().filter(|own| named(own)).any(|own| same_role(own, role)))
        };
        let with_office: Vec<&str> = longer.iter().copied().filter(same_office).collect();
        match (with_office.as_slice(), longer.len()) {
            ([one], _) => Some(one),
            // Two full names that are forms of one another: the longer is the person.
            (many, _) if many.len() > 1 => chain_end(many),
            ([], 1) => longer.first().copied().filter(|other| !doubtful(other)),
            _ => None,
        }
    }
}

/// Whether a longer name is the shorter one with words before it that are more than a first name's usual ones.
fn leads(short: &str, long: &str) -> bool {
    let first = short.split(' ').next().unwrap_or_default();
    let before: Vec<&str> = long.split(' ').take_while(|word| *word != first).collect();
    before.iter().any(|word| word.chars().count() > 2 && *word != "muhammad")
        && long.split(' ').any(|word| word == first)
}

/// Who is called what by a single word.
struct Known<'a> {
    /// By the word: who is called so beside a fuller name, in how many articles.
    called: BTreeMap<String, BTreeMap<&'a str, u32>>,
    /// By the word: whose name has it.
    named: BTreeMap<&'a str, BTreeSet<&'a str>>,
    /// By the person: their offices.
    roles: BTreeMap<&'a str, Vec<&'a RoleNote>>,
}

impl<'a> Known<'a> {
    fn of(names: &Names<'a>, persons: &'a [Vec<String>]) -> Self {
        let mut known = Self { called: BTreeMap::new(), named: BTreeMap::new(), roles: BTreeMap::new() };
        for (entry, persons) in names.entries.iter().zip(persons) {
            for (note, person) in entry.note.people.iter().zip(persons).filter(|(_, person)| !person.is_empty()) {
                known.roles.entry(person).or_default().extend(&note.roles);
                let words: BTreeSet<String> =
                    note.aliases.iter().map(|alias| key(alias)).filter(|alias| is_lone(alias)).collect();
                for word in words {
                    *known.called.entry(word).or_default().entry(person).or_default() += 1;
                }
            }
        }
        for person in known.roles.keys() {
            for word in person.split(' ') {
                known.named.entry(word).or_default().insert(person);
            }
        }
        known
    }

    /// Who each of the people is whom articles call by one word alone; `None` where that does not show.
    #[expect(clippy::indexing_slicing, reason = "names are kept with their places in the articles")]
    fn lone(&self, names: &Names<'a>, word: &str, places: &[(usize, usize)]) -> Vec<Option<String>> {
        let mut all: BTreeSet<&str> = self.named.get(word).cloned().unwrap_or_default();
        let called = self.called.get(word);
        all.extend(called.into_iter().flat_map(BTreeMap::keys).copied());
        let usual = called.and_then(|called| usual(word, called));
        let notes: Vec<&PersonNote> =
            places.iter().map(|(article, index)| &names.entries[*article].note.people[*index]).collect();
        let by_office = |note: &PersonNote| -> Vec<&str> {
            let is_theirs = |person: &&str| {
                let theirs = self.roles.get(person).map(Vec::as_slice).unwrap_or_default();
                theirs.iter().any(|role| note.roles.iter().any(|own| same_role(own, role)))
            };
            all.iter().copied().filter(is_theirs).collect()
        };
        let shown: Vec<Option<&str>> = notes
            .iter()
            .map(|note| match by_office(note).as_slice() {
                [one] => Some(*one),
                [] => None,
                several => usual.filter(|usual| several.contains(usual)).or_else(|| chain_end(several)),
            })
            .collect();
        // Where an article shows no office, it is whom the others mean, or whom everybody calls so.
        let others: BTreeSet<&str> = shown.iter().copied().flatten().collect();
        let other = (others.len() == 1).then(|| others.first().copied()).flatten();
        let own_roles = notes.iter().zip(&shown).any(|(note, shown)| shown.is_none() && !note.roles.is_empty());
        let silent = other.filter(|_| !own_roles).or(usual);
        let decide = |(note, shown): (&&PersonNote, Option<&'a str>)| match shown {
            Some(person) => Some(person.to_string()),
            None if note.roles.is_empty() => silent.map(str::to_string),
            None => None,
        };
        let shown: Vec<Option<&'a str>> = shown
            .into_iter()
            .map(|one| one.and_then(|one| self.roles.get_key_value(one)).map(|(one, _)| *one))
            .collect();
        notes.iter().zip(shown).map(decide).collect()
    }
}

/// The person whom nearly every article means that calls somebody by a word.
pub(super) fn usual<'a>(word: &str, called: &BTreeMap<&'a str, u32>) -> Option<&'a str> {
    let (person, most) = called.iter().max_by_key(|(person, count)| (**count, std::cmp::Reverse(**person)))?;
    let all: u32 = called.values().sum();
    let needed = if lexicon().given.contains(word) { CALLED_FIRST } else { CALLED };
    (*most >= needed && most * 20 >= all * OF_TWENTY).then_some(*person)
}

/// The longest of some names if each of them is short for it.
fn chain_end<'a>(names: &[&'a str]) -> Option<&'a str> {
    let longest = names.iter().max_by_key(|name| (name.len(), **name))?;
    names.iter().all(|name| name == longest || short_for(name, longest)).then_some(*longest)
}

fn same_role(a: &RoleNote, b: &RoleNote) -> bool {
    const GENERAL: &[&str] = &["Anggota", "Ketua", "Sekretaris", "Warga", "Kepala", "Direktur"];
    let named = a.organisation.is_some() && b.organisation.is_some();
    roles::same_office(&a.office, &b.office)
        && roles::same_body(a.organisation.as_deref(), b.organisation.as_deref())
        && (named || !GENERAL.contains(&a.office.as_str()))
}

/// Whether each word of a name stands in another one, in order, initials for what they begin.
fn short_for(short: &str, full: &str) -> bool {
    let mut rest = full.split(' ');
    short
        .split(' ')
        .all(|part| rest.any(|other| other == part || (part.chars().count() == 1 && other.starts_with(part))))
}
