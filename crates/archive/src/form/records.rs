//! What is known of each person, organisation and topic with a page of their own, in groups by a hash of the slug: such a
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
//!   how many articles, which, how many statements in each; of a person who is called and says nothing there, whether it names
//!   them
//!   of a person: how many offices, of each which of the articles show it
//!   of an organisation: how many hold an office there, of each name, slug and office, of all articles
//! another name: whether it is words of the name, from which on and how many
//! an office: office | whether of a body, which; of an organisation, by which of its names | standing | articles | whether its
//!   days are others than theirs, which
//! ```
//!
//! A slug of old is called by the one in use, and nothing follows. A word stands in a group once and is called by its number.
//! Called by name and slug are those whom no text names, and all who share a hash with another: so of those who are in the
//! archive nobody is taken for somebody else. How many there are of what is mostly one is written with its last bit turned.

use std::collections::{BTreeMap, BTreeSet};

use xxhash_rust::xxh3::xxh3_64;

use super::bits::{BitReader, BitWriter};
use super::catalogue::named;
use super::many;
use super::own::has_page;
use super::pack::{Model, Packer};
use super::varint::{Numbers, put};
use crate::engine::Name;
use crate::model::day::{pack, unpack};
use crate::model::{Archive, Date, EntityRef, Former, Role, Speaker, Standing};
use crate::words::slug;

/// A group holds so many on average, and less than twice as many.
const GROUP: usize = 256;
/// Bits of the hashes in a group.
const INSIDE: u32 = 20;
/// What a word adds to the one before is counted by so many bytes' lowest bits, which stand as they are.
const FEW_BYTES: u32 = 3;
/// How many kinds have a page: people, organisations and topics, as [`FacetKind::ALL`](crate::query::FacetKind::ALL) counts
/// them. Slugs of old have the numbers behind.
const KINDS: u32 = 3;
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
    /// topic, with all statements.
    pub(crate) articles: Vec<(u32, u32)>,
    pub(crate) roles: Vec<Role>,
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

    /// How many statements all articles hold together.
    pub(crate) fn said(&self) -> u32 {
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

/// One of them, before it is written.
#[derive(Default)]
struct Own<'a> {
    kind: u32,
    slug: &'a str,
    name: &'a str,
    /// Whether a text tells what it is called.
    told: bool,
    /// The articles that name a person.
    named: BTreeSet<u32>,
    aliases: &'a [String],
    honorifics: &'a [String],
    roles: &'a [Role],
    holders: Vec<(&'a str, &'a str, &'a Role)>,
    /// Counted from the oldest.
    articles: BTreeMap<u32, u32>,
}

/// The bytes of each group; `model` is what the words of articles are packed with.
pub(super) fn write(archive: &Archive, model: Option<&Model>) -> Vec<Vec<u8>> {
    let all = all(archive);
    let groups = 1 << (all.len() / GROUP).checked_ilog2().unwrap_or(0);
    let mut parts: Vec<Vec<(u32, &Own<'_>)>> = vec![Vec::new(); groups as usize];
    for own in &all {
        let (group, hash) = place(own.slug, groups);
        parts[group as usize].push((hash, own));
    }
    parts.iter_mut().for_each(|group| group.sort_by_key(|(hash, own)| (*hash, own.kind, own.slug)));
    let shared = shared(archive);
    many::map(
        &parts,
        || model.map(Packer::new),
        |packer, group| {
            Writer { archive, shared: &shared, words: BTreeMap::new(), bits: BitWriter::default(), items: 0 }
                .group(group, packer.as_mut())
        },
    )
}

/// The kinds and hashes that several of one kind have, be it that they have no page.
fn shared(archive: &Archive) -> BTreeSet<(u32, u32)> {
    let people = archive.people.iter().map(|e| (0, &e.slug));
    let organisations = archive.organisations.iter().map(|e| (1, &e.slug));
    let topics = archive.topics.iter().map(|e| (2, &e.slug));
    let mut seen = BTreeSet::new();
    let keys = people.chain(organisations).chain(topics).map(|(kind, slug)| (kind, place(slug, 1).1));
    keys.filter(|key| !seen.insert(*key)).collect()
}

/// All that have a page of their own, and the slugs of old that lead to one.
fn all(archive: &Archive) -> Vec<Own<'_>> {
    let [people, organisations, topics] = articles(archive);
    let mut holders = holders(archive);
    let says = |articles: &BTreeMap<u32, u32>| articles.values().any(|&said| said > 0);
    let mut all: Vec<Own<'_>> = Vec::new();
    for (person, mut articles) in archive.people.iter().zip(people) {
        if has_page(&person.roles, u32::from(says(&articles))) {
            let named: BTreeSet<u32> = articles.keys().copied().collect();
            for &article in person.roles.iter().flat_map(|role| &role.articles) {
                rank(archive, article).into_iter().for_each(|rank| {
                    articles.entry(rank).or_insert(0);
                });
            }
            // A role may be of an article that does not name the person.
            let told = !named.is_empty() && named.len() == articles.len();
            let (slug, name, roles) = (&person.slug, &person.name, &person.roles);
            let (aliases, honorifics) = (&person.aliases, &person.honorifics);
            all.push(Own { slug, name, told, named, aliases, honorifics, roles, articles, ..Own::default() });
        }
    }
    for ((organisation, articles), i) in archive.organisations.iter().zip(organisations).zip(0..) {
        let holders = holders.remove(&i).unwrap_or_default();
        if says(&articles) || !holders.is_empty() {
            let (slug, name, told) = (&organisation.slug, &organisation.name, !articles.is_empty());
            let aliases = &organisation.aliases;
            all.push(Own { kind: 1, slug, name, told, aliases, holders, articles, ..Own::default() });
        }
    }
    // What topics are called no text tells.
    let topics = archive.topics.iter().zip(topics).filter(|(_, articles)| says(articles));
    all.extend(topics.map(|(topic, articles)| Own {
        kind: 2,
        slug: &topic.slug,
        name: &topic.name,
        articles,
        ..Own::default()
    }));
    let pages: BTreeSet<(u32, &str)> = all.iter().map(|own| (own.kind, own.slug)).collect();
    let former = archive.former.iter().filter_map(|former| {
        let (kind, now) = leads_to(archive, former).filter(|own| pages.contains(own))?;
        Some(Own { kind: KINDS + kind, slug: &former.slug, name: now, ..Own::default() })
    });
    all.extend(former);
    all
}

/// The kind and the slug in use of what one of old leads to.
fn leads_to<'a>(archive: &'a Archive, former: &Former) -> Option<(u32, &'a str)> {
    Some(match former.entity {
        EntityRef::Person(i) => (0, archive.people.get(i as usize)?.slug.as_str()),
        EntityRef::Organisation(i) => (1, archive.organisations.get(i as usize)?.slug.as_str()),
        EntityRef::Topic(i) => (2, archive.topics.get(i as usize)?.slug.as_str()),
        EntityRef::Place(_) | EntityRef::Regulation(_) => return None,
    })
}

/// Of each person, organisation and topic the articles that hold it, counted from the oldest, with its statements.
fn articles(archive: &Archive) -> [Vec<BTreeMap<u32, u32>>; 3] {
    let sizes = [archive.people.len(), archive.organisations.len(), archive.topics.len()];
    let mut all = sizes.map(|size| vec![BTreeMap::new(); size]);
    let mut add = |kind: usize, i: u32, rank: u32, said: u32| {
        if let Some(articles) = all[kind].get_mut(i as usize) {
            *articles.entry(rank).or_insert(0) += said;
        }
    };
    for (article, rank) in archive.articles.iter().rev().zip(0..) {
        let person = |entity| if let EntityRef::Person(i) = entity { Some(i) } else { None };
        let organisation = |entity| if let EntityRef::Organisation(i) = entity { Some(i) } else { None };
        named(article, person).into_iter().for_each(|i| add(0, i, rank, 0));
        named(article, organisation).into_iter().for_each(|i| add(1, i, rank, 0));
        for quote in &article.quotes {
            match quote.speaker {
                Some(Speaker::Person(i)) => add(0, i, rank, 1),
                Some(Speaker::Organisation(i)) => add(1, i, rank, 1),
                _ => {}
            }
        }
        article.topics.iter().for_each(|&i| add(2, i, rank, article.quotes.len() as u32));
    }
    all
}

/// Who holds an office in each organisation, by its number: name, slug, office.
fn holders(archive: &Archive) -> BTreeMap<usize, Vec<(&str, &str, &Role)>> {
    let mut called: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for (organisation, i) in archive.organisations.iter().zip(0..) {
        for name in organisation.aliases.iter().chain([&organisation.name]) {
            called.entry(name).or_default().insert(i);
        }
    }
    let mut held: BTreeMap<usize, Vec<_>> = BTreeMap::new();
    for (person, role) in archive.people.iter().flat_map(|person| person.roles.iter().map(move |role| (person, role))) {
        for &i in role.organisation.as_deref().and_then(|name| called.get(name)).into_iter().flatten() {
            held.entry(i).or_default().push((person.name.as_str(), person.slug.as_str(), role));
        }
    }
    held
}

/// An article of the archive, counted from the oldest.
fn rank(archive: &Archive, article: u32) -> Option<u32> {
    (archive.articles.len() as u32).checked_sub(1)?.checked_sub(article)
}

/// What numbers of articles are written below: the same until there are twice as many.
fn bound(articles: u32) -> u32 {
    articles.checked_next_power_of_two().unwrap_or(u32::MAX)
}

struct Writer<'a> {
    archive: &'a Archive,
    shared: &'a BTreeSet<(u32, u32)>,
    /// The words of the group, each with its number once all of them are known.
    words: BTreeMap<&'a str, u32>,
    bits: BitWriter,
    items: usize,
}

impl<'a> Writer<'a> {
    fn group(mut self, all: &[(u32, &'a Own<'a>)], packer: Option<&mut Packer<'_>>) -> Vec<u8> {
        // Once to gather the words, and once more with their numbers.
        all.iter().for_each(|&(hash, own)| self.own(hash, own));
        self.words.values_mut().zip(0..).for_each(|(number, i)| *number = i);
        (self.bits, self.items) = (BitWriter::default(), 0);
        let all_words: Vec<&str> = self.words.keys().copied().collect();
        self.count(all_words.len());
        let (mut words, mut before) = (Vec::new(), "");
        for word in all_words {
            let same = word
                .char_indices()
                .zip(before.chars())
                .take_while(|((_, a), b)| a == b)
                .map(|((at, a), _)| at + a.len_utf8());
            let same = same.last().unwrap_or(0);
            self.number(same as u32);
            let own = (word.len() - same) as u32;
            self.number(own >> FEW_BYTES);
            self.bits.put(own, FEW_BYTES);
            words.extend_from_slice(&word.as_bytes()[same..]);
            before = word;
        }
        self.count(all.len());
        let hashes: Vec<u32> = all.iter().zip(0..).map(|(&(hash, _), before)| hash + before).collect();
        self.bits.ascending(&hashes, 0, (1 << INSIDE) + all.len() as u32);
        all.iter().for_each(|&(hash, own)| self.own(hash, own));
        let packed = packer.map(|packer| packer.pack(&words));
        let packed = packed.as_ref().unwrap_or(&words);
        let mut out = Vec::new();
        put(words.len() as u64, &mut out);
        put(packed.len() as u64, &mut out);
        out.extend(packed);
        out.extend(self.bits.finish());
        // What all articles show takes no bits.

        out.resize(out.len().max(self.items.saturating_sub(FEW).div_ceil(MOST)), 0);
        out
    }

    fn own(&mut self, hash: u32, own: &'a Own<'a>) {
        self.bits.below(own.kind, 2 * KINDS);
        let called = !own.told || self.shared.contains(&(own.kind, hash));
        self.bits.put(u32::from(called), 1);
        if called {
            self.name(own.name, own.slug);
        }
        if own.kind >= KINDS {
            return;
        }
        self.count(own.aliases.len());
        for alias in own.aliases {
            // By one that names the body of an office that office is found before its own name is known.
            let body = own.holders.iter().any(|(_, _, role)| role.organisation.as_ref() == Some(alias));
            self.alias(if body { "" } else { own.name }, alias);
        }
        self.count(own.honorifics.len());
        own.honorifics.iter().for_each(|word| self.word(word));
        let ranks: Vec<u32> = own.articles.keys().copied().collect();
        self.some(&ranks, bound(self.archive.articles.len() as u32));
        own.articles.values().for_each(|&said| self.number(said));
        if own.kind == 0 {
            for (rank, _) in own.articles.iter().filter(|(_, said)| called && **said == 0) {
                self.bits.put(u32::from(own.named.contains(rank)), 1);
            }
            self.count_about_one(own.roles.len());
            for role in own.roles {
                self.word(&role.office);
                self.bits.put(u32::from(role.organisation.is_some()), 1);
                role.organisation.iter().for_each(|body| self.word(body));
                self.role(role, Some(&ranks));
            }
        }
        if own.kind == 1 {
            self.count(own.holders.len());
            for (name, slug, role) in &own.holders {
                self.name(name, slug);
                self.word(&role.office);
                let body = own.aliases.iter().position(|alias| role.organisation.as_ref() == Some(alias));
                self.bits.below(body.map_or(0, |body| body as u32 + 1), own.aliases.len() as u32 + 1);
                self.role(role, None);
            }
        }
    }

    /// Another name of what is called so; whole where it has no words of that.
    fn alias(&mut self, name: &str, alias: &'a str) {
        let (all, count) = (name.split(' ').count(), alias.split(' ').count());
        let first = (0..all).find(|&first| words_of(name, first, count) == alias);
        self.bits.put(u32::from(first.is_some()), 1);
        match first {
            Some(first) => [first, count].iter().for_each(|&number| self.number(number as u32)),
            None => self.word(alias),
        }
    }

    /// The rest of an office, its articles by their places `among` those of its holder, or among all.
    fn role(&mut self, role: &'a Role, among: Option<&[u32]>) {
        let standing = Standing::ALL.iter().position(|&standing| standing == role.standing).unwrap_or(0);
        self.number(standing as u32);
        let ranks: BTreeSet<u32> = role.articles.iter().filter_map(|&article| rank(self.archive, article)).collect();
        let (places, end): (Vec<u32>, u32) = match among {
            Some(all) => {
                let place = |rank: &u32| all.binary_search(rank).ok().map(|place| place as u32);
                (ranks.iter().filter_map(place).collect(), all.len() as u32)
            }
            None => (ranks.into_iter().collect(), bound(self.archive.articles.len() as u32)),
        };
        self.some(&places, end);
        let day = |article: u32| self.archive.articles.get(article as usize)?.date;
        let other = days(&role.articles, &day) != (role.from, role.to);
        self.bits.put(u32::from(other), 1);
        if other {
            [role.from, role.to].iter().for_each(|day| self.number(day.map_or(0, |day| pack(day) + 1)));
        }
    }

    fn number(&mut self, number: u32) {
        self.bits.gamma(number.saturating_add(1));
    }

    /// How many items follow.
    fn count(&mut self, count: usize) {
        self.items += count;
        self.number(count as u32);
    }

    /// The same where it is mostly one.
    fn count_about_one(&mut self, count: usize) {
        self.items += count;
        self.number(count as u32 ^ 1);
    }

    /// Ascending numbers below `end`.
    fn some(&mut self, numbers: &[u32], end: u32) {
        self.count_about_one(numbers.len());
        self.bits.ascending(numbers, 0, end);
    }

    fn word(&mut self, word: &'a str) {
        let number = *self.words.entry(word).or_default();
        self.bits.below(number, self.words.len() as u32);
    }

    /// A name, and the slug where it does not follow.
    fn name(&mut self, name: &'a str, own: &'a str) {
        self.word(name);
        let follows = slug(name) == own;
        self.bits.put(u32::from(follows), 1);
        if !follows {
            self.word(own);
        }
    }
}

/// The first and the last day of articles.
fn days(articles: &[u32], day: &dyn Fn(u32) -> Option<Date>) -> (Option<Date>, Option<Date>) {
    let days = || articles.iter().filter_map(|&article| day(article));
    (days().min(), days().max())
}

/// Reads a group of an archive of so many articles, of which `day` knows the days; ends where the bytes make no sense.
pub(crate) fn read(
    group: &[u8],
    model: Option<&Model>,
    articles: u32,
    day: &dyn Fn(u32) -> Option<Date>,
) -> Vec<Known> {
    let mut all = Vec::new();
    let mut numbers = Numbers::new(group);
    let Some((length, packed)) = numbers.next().zip(numbers.next()) else { return all };
    let packed = numbers.take(packed).unwrap_or_default();
    let words = model.map_or_else(|| Some(packed.to_vec()), |model| model.unpack(packed, length as usize));
    let words = words.and_then(|words| String::from_utf8(words).ok()).unwrap_or_default();
    let left = group.len().saturating_mul(MOST).saturating_add(FEW);
    let mut reader = Reader { bits: BitReader::new(numbers.rest()), words: Vec::new(), left, articles, day };
    if let Some(hashes) = reader.begin(&words) {
        for (hash, before) in hashes.into_iter().zip(0..) {
            let Some(own) = reader.own(hash - before).filter(|_| !reader.bits.is_over()) else { break };
            all.push(own);
        }
    }
    all
}

struct Reader<'a> {
    bits: BitReader<'a>,
    words: Vec<String>,
    /// How many items may still come.
    left: usize,
    articles: u32,
    day: &'a dyn Fn(u32) -> Option<Date>,
}

impl<'a> Reader<'a> {
    /// Reads which words there are, and the hashes.
    fn begin(&mut self, mut words: &str) -> Option<Vec<u32>> {
        for _ in 0..self.count()? {
            let same = self.number()? as usize;
            let own = self.number()?.checked_shl(FEW_BYTES)? | self.bits.take(FEW_BYTES);
            let (own, rest) = words.split_at_checked(own as usize)?;
            let before = self.words.last().map_or("", String::as_str).get(..same)?;
            self.left = self.left.checked_sub(same)?;
            self.words.push([before, own].concat());
            words = rest;
        }
        let count = self.count()?;
        self.ascending(count, (1 << INSIDE) + count as u32)
    }

    fn own(&mut self, hash: u32) -> Option<Known> {
        let mut own = Known { kind: self.bits.below(2 * KINDS), hash, ..Known::default() };
        if self.bits.take(1) > 0 {
            let Name { name, slug, .. } = self.name()?;
            own.called = Some((name, slug));
        }
        if own.kind >= KINDS {
            return Some(own);
        }
        for _ in 0..self.count()? {
            own.aliases.push(self.alias()?);
        }
        for _ in 0..self.count()? {
            own.honorifics.push(self.word()?);
        }
        let bound = bound(self.articles);
        for article in self.some(bound)? {
            own.articles.push((self.article(article)?, 0));
        }
        for (_, said) in &mut own.articles {
            *said = self.number()?;
        }
        if own.kind == 0 {
            for (article, _) in own.articles.iter().filter(|(_, said)| own.called.is_some() && *said == 0) {
                if self.bits.take(1) == 0 {
                    own.nameless.push(*article);
                }
            }
            for _ in 0..self.count_about_one()? {
                let office = self.word()?;
                let organisation = if self.bits.take(1) > 0 { Some(self.word()?) } else { None };
                own.roles.push(Role { office, organisation, ..self.role(Some(&own.articles))? });
            }
        }
        if own.kind == 1 {
            for _ in 0..self.count()? {
                let person = self.name()?;
                let office = self.word()?;
                let body = self.bits.below(own.aliases.len() as u32 + 1).checked_sub(1);
                // Whether it is one that is words of the name is known with the name; such a one is written whole.
                let organisation = match body.and_then(|body| own.aliases.get(body as usize)) {
                    Some(Alias::Whole(alias)) => Some(alias.clone()),
                    _ => None,
                };
                own.holders.push((person, Role { office, organisation, ..self.role(None)? }));
            }
        }
        Some(own)
    }

    fn alias(&mut self) -> Option<Alias> {
        Some(match self.bits.take(1) {
            0 => Alias::Whole(self.word()?),
            _ => Alias::Words(self.number()? as usize, self.number()? as usize),
        })
    }

    /// The rest of an office.
    fn role(&mut self, among: Option<&[(u32, u32)]>) -> Option<Role> {
        let standing = *Standing::ALL.get(self.number()? as usize)?;
        let end = among.map_or(bound(self.articles), |all| all.len() as u32);
        let mut articles = self.some(end)?;
        articles.reverse();
        for article in &mut articles {
            *article = match among {
                Some(all) => all.get(*article as usize)?.0,
                None => self.article(*article)?,
            };
        }
        let (mut from, mut to) = days(&articles, self.day);
        if self.bits.take(1) > 0 {
            (from, to) = (self.day()?, self.day()?);
        }
        Some(Role { office: String::new(), organisation: None, standing, from, to, articles })
    }

    /// A day, or none.
    fn day(&mut self) -> Option<Option<Date>> {
        Some(self.number()?.checked_sub(1).and_then(unpack))
    }

    /// An article that is counted from the oldest.
    fn article(&self, rank: u32) -> Option<u32> {
        self.articles.checked_sub(1)?.checked_sub(rank)
    }

    fn number(&mut self) -> Option<u32> {
        self.bits.gamma()?.checked_sub(1)
    }

    fn count(&mut self) -> Option<usize> {
        let count = self.number()? as usize;
        self.left = self.left.checked_sub(count)?;
        Some(count)
    }

    fn count_about_one(&mut self) -> Option<usize> {
        let count = (self.number()? ^ 1) as usize;
        self.left = self.left.checked_sub(count)?;
        Some(count)
    }

    fn some(&mut self, end: u32) -> Option<Vec<u32>> {
        let count = self.count_about_one()?;
        self.ascending(count, end)
    }

    fn ascending(&mut self, count: usize, end: u32) -> Option<Vec<u32>> {
        let mut numbers = vec![0; count];
        self.bits.ascending(&mut numbers, 0, end)?;
        Some(numbers)
    }

    fn word(&mut self) -> Option<String> {
        let number = self.bits.below(self.words.len() as u32);
        self.words.get(number as usize).cloned()
    }

    fn name(&mut self) -> Option<Name> {
        let name = self.word()?;
        let slug = if self.bits.take(1) > 0 { slug(&name) } else { self.word()? };
        Some(Name { kind: 0, name, slug, has_page: true })
    }
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
        let groups = opened(&write(&archive, None));
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
            let groups = opened(&write(&archive(people), None));
            let most = groups.iter().map(Vec::len).max().unwrap_or(0);
            assert!(groups.len().is_power_of_two() && most < 2 * 256 + 64, "{most} in one of {}", groups.len());
            assert_eq!(groups.iter().map(Vec::len).sum::<usize>(), people - people.div_ceil(4));
        }
    }

    #[test]
    fn what_makes_no_sense_knows_less() {
        let groups = write(&archive(40), None);
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
