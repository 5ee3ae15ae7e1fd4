//! What is known of each person, organisation, topic and regulation with a page of their own, in groups by a hash of the slug: such a
//! page takes one small part, and so does whoever asks what office somebody holds.
//!
//! What the texts of a page tell anyway does not stand here: names and slugs, as an article holds those of all whom it
//! names, and the statements themselves. Neither do the days of offices, which follow from those of articles. What is left
//! are other names, offices, and which articles name somebody, each with how many statements.
//!
//! Articles are counted from the oldest, and how many there are only in powers of two: a new article changes the groups of
//! those whom it names and no others.
//!
//! ```text
//! bytes of the words | bytes of them packed | the words, ascending, each without what it shares with the one before, packed
//!   as those of articles are
//! in bits: how many words, of each what it shares and what it adds, in bytes | how many are known | the hashes, ascending,
//!   each larger by how many stand before
//! of each: its kind, or that of a slug of old | whether it is called, by what name and slug | other names | titles
//!   how many articles, which, how many statements in each | how many of these are printed once more, which; of a person who is called and says nothing there, whether it names
//!   them
//!   of a person: how many offices, of each which of the articles show it
//!   of an organisation: how many hold an office there, of each name, slug and office, of all articles
//!   of a regulation: where in its article each statement stands that names it, behind the one before
//! another name: whether it is words of the name, from which on and how many
//! an office: office | whether of a body, which; of an organisation, by which of its names | standing | articles | whether its
//!   days are others than theirs, which
//! ```
//!
//! A slug of old is called by the one in use, and nothing follows. A word stands in a group once and is called by its number.
//! Called by name and slug are those whom no text names, and all who share a hash with another: so of those who are in the
//! archive nobody is taken for somebody else. How many there are of what is mostly one is written with its last bit turned.

mod gather;
mod read;
mod write;

pub(crate) use read::read;
pub(super) use write::write;

use xxhash_rust::xxh3::xxh3_64;

use crate::engine::Name;
use crate::model::{Date, Role};
use crate::query::FacetKind;

/// Bits of the hashes in a group.
const INSIDE: u32 = 20;
/// What a word adds to the one before is counted by so many bytes' lowest bits, which stand as they are.
const FEW_BYTES: u32 = 3;
/// How many kinds have a page: people, organisations, topics and regulations, as [`FacetKind::ALL`](crate::query::FacetKind::ALL) counts
/// them. Slugs of old have the numbers behind.
const KINDS: u32 = FacetKind::WITH_PAGES.len() as u32;
/// A group has at most so many items a byte, and so many more: no list takes much more memory than there are bytes.
const MOST: usize = 64;
const FEW: usize = 1 << 12;

/// What is known of one of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Known {
    kind: u32,
    hash: u32,
    /// Name and slug, where texts do not tell them.
    pub(crate) called: Option<(String, String)>,
    aliases: Vec<Alias>,
    pub(crate) honorifics: Vec<String>,
    /// Articles that show it in an office and do not name it.
    pub(crate) nameless: Vec<u32>,
    /// The articles that name it or show it in an office, oldest first, each with how many statements it makes there; of a
    /// topic, with all statements; of a regulation, with those that name it.
    pub(crate) articles: Vec<(u32, u32)>,
    /// Which of these statements are printings of one that another article prints too and that is named there, counted
    /// through all articles from the oldest on.
    pub(crate) again: Vec<u32>,
    pub(crate) roles: Vec<Role>,
    /// Of a regulation the statements that name it: the article, and the place among its statements. Oldest articles first.
    pub(crate) places: Vec<(u32, u32)>,
    /// Who holds an office there, by person, then oldest first; one whose body has no name is of that of the organisation.
    holders: Vec<(Name, Role)>,
}

/// Another name.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Alias {
    /// As it is.
    Whole(String),
    /// Some words of the name: behind how many, and how many.
    Words(usize, usize),
}

/// The group of a slug, of so many, and its hash inside.
fn place(slug: &str, groups: u32) -> (u32, u32) {
    let hash = xxh3_64(slug.as_bytes());
    (hash as u32 & groups.saturating_sub(1), (hash >> (64 - INSIDE)) as u32)
}

/// The group in which a slug would be, of so many.
pub(crate) fn group(slug: &str, groups: u32) -> u32 {
    place(slug, groups).0
}

/// The one of a kind in its group that has a slug, or had it once: then it is called by the slug in use.
pub(crate) fn find<'k>(group: &'k [Known], kind: u32, slug: &str) -> Option<&'k Known> {
    let hash = place(slug, 1).1;
    let is = |own: &&Known| own.hash == hash && own.kind % KINDS == kind && own.fits(slug);
    group.iter().find(is)
}

impl Known {
    /// Whether it may have this slug, as far as it says.
    fn fits(&self, slug: &str) -> bool {
        self.called.as_ref().is_none_or(|(_, own)| own == slug)
    }

    /// The slug in use where this is one of old.
    pub(crate) fn leads_to(&self) -> Option<&str> {
        self.called.as_ref().filter(|_| self.kind >= KINDS).map(|(now, _)| now.as_str())
    }

    /// Its other names, beside the name.
    pub(crate) fn aliases(&self, name: &str) -> Vec<String> {
        let mut all = Vec::new();
        for alias in &self.aliases {
            all.push(match alias {
                Alias::Whole(alias) => alias.clone(),
                Alias::Words(first, count) => words_of(name, *first, *count),
            });
        }
        all
    }

    /// Who holds an office in the organisation of that name.
    pub(crate) fn holders(&self, name: &str) -> Vec<(Name, Role)> {
        let mut all = self.holders.clone();
        for (_, role) in &mut all {
            // Its own name no text had told when this was read.
            role.organisation.get_or_insert_with(|| name.to_owned());
        }
        all
    }

    /// How many statements there are, each once.
    pub(crate) fn said(&self) -> u32 {
        self.printed().saturating_sub(self.again.len() as u32)
    }

    /// How many statements all articles hold together, each as often as it is printed.
    fn printed(&self) -> u32 {
        self.articles.iter().fold(0, |sum, (_, said)| sum.saturating_add(*said))
    }
}

/// Some words of a name.
fn words_of(name: &str, first: usize, count: usize) -> String {
    let mut words = String::new();
    for (word, at) in name.split(' ').zip(0..) {
        if at >= first && at - first < count {
            if at > first {
                words.push(' ');
            }
            words.push_str(word);
        }
    }
    words
}

/// What numbers of articles are written below: the same until there are twice as many.
fn bound(articles: u32) -> u32 {
    articles.checked_next_power_of_two().unwrap_or(u32::MAX)
}

/// The first and the last day of articles.
fn days(articles: &[u32], day: &dyn Fn(u32) -> Option<Date>) -> (Option<Date>, Option<Date>) {
    let days = || articles.iter().filter_map(|&article| day(article));
    (days().min(), days().max())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{Known, find, group, place, read, write};
    use crate::model::{Archive, Organisation, Person, Role, Standing};

    /// So many people, of whom all but each fourth hold an office, and organisations with the same slugs that none is held in.
    fn archive(people: usize) -> Archive {
        let role = |office: &str| Role {
            office: office.to_owned(),
            organisation: None,
            standing: Standing::Definitive,
            from: None,
            to: None,
            articles: Vec::new(),
        };
        let person = |i: usize| Person {
            slug: format!("nama-{i:05}"),
            name: format!("Nama {i:05}"),
            aliases: vec![format!("{i:05}")],
            honorifics: Vec::new(),
            roles: if i.is_multiple_of(4) { Vec::new() } else { vec![role(&format!("Ketua {i}"))] },
        };
        let body = |one: &Person| Organisation { slug: one.slug.clone(), name: one.name.clone(), aliases: Vec::new() };
        let people: Vec<Person> = (0..people).map(person).collect();
        Archive { organisations: people.iter().map(body).collect(), people, ..Archive::default() }
    }

    fn opened(groups: &[Vec<u8>]) -> Vec<Vec<Known>> {
        groups.iter().map(|group| read(group, None, 0, &|_| None)).collect()
    }

    fn found<'k>(groups: &'k [Vec<Known>], kind: u32, slug: &str) -> Option<&'k Known> {
        find(&groups[group(slug, groups.len() as u32) as usize], kind, slug)
    }

    #[test]
    fn nobody_is_taken_for_another_though_hashes_are_the_same() {
        let archive = archive(6000);
        let groups = opened(&write(&archive, None, None));
        let mut hashes: BTreeMap<u32, u32> = BTreeMap::new();
        archive.people.iter().for_each(|one| *hashes.entry(place(&one.slug, 1).1).or_default() += 1);
        assert!(hashes.values().any(|&count| count > 1), "some share a hash");
        for one in &archive.people {
            let known = found(&groups, 0, &one.slug);
            assert_eq!(known.map(|known| &known.roles), Some(&one.roles).filter(|roles| !roles.is_empty()));
            assert_eq!(known.map(|known| known.aliases(&one.name)), known.map(|_| one.aliases.clone()));
            assert_eq!(found(&groups, 1, &one.slug), None, "nobody holds an office there");
        }
    }

    #[test]
    fn groups_are_of_one_size() {
        for people in [0, 1, 300, 700, 3000] {
            let groups = opened(&write(&archive(people), None, None));
            let most = groups.iter().map(Vec::len).max().unwrap_or(0);
            assert!(groups.len().is_power_of_two() && most < 2 * 256 + 64, "{most} in one of {}", groups.len());
            assert_eq!(groups.iter().map(Vec::len).sum::<usize>(), people - people.div_ceil(4));
        }
    }

    #[test]
    fn what_makes_no_sense_knows_less() {
        let groups = write(&archive(40), None, None);
        let whole = read(&groups[0], None, 0, &|_| None);
        for end in 0..groups[0].len() {
            let some = read(&groups[0][..end], None, 0, &|_| None);
            assert!(some.len() < whole.len() || some == whole, "cut at {end}");
            for bit in 0..8 {
                let mut other = groups[0].clone();
                other[end] ^= 1 << bit;
                assert!(read(&other, None, 5, &|_| None).len() <= 8 * other.len());
            }
        }
        assert_eq!(read(&[], None, 0, &|_| None), []);
    }
}
