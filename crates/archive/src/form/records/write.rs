//! Writes the groups.

use std::collections::{BTreeMap, BTreeSet};

use super::gather::{Own, all, rank, shared};
use super::{FEW, FEW_BYTES, INSIDE, KINDS, MOST, bound, days, place, words_of};
use crate::form::bits::BitWriter;
use crate::form::many;
use crate::form::own::REGULATION;
use crate::form::pack::{Model, Packer};
use crate::form::varint::put;
use crate::keep::Kept;
use crate::model::day::pack;
use crate::model::{Archive, Role, Standing};
use crate::words::slug;

/// A group holds so many on average, and less than twice as many.
const GROUP: usize = 256;

/// The bytes of each group; `model` is what the words of articles are packed with.
pub(in crate::form) fn write(archive: &Archive, model: Option<&Model>, keep: Kept<'_>) -> Vec<Vec<u8>> {
    let all = all(archive);
    let groups = 1 << (all.len() / GROUP).checked_ilog2().unwrap_or(0);
    let mut parts: Vec<Vec<(u32, &Own<'_>)>> = vec![Vec::new(); groups as usize];
    for own in &all {
        let (group, hash) = place(own.slug, groups);
        #[expect(clippy::indexing_slicing, reason = "`place` keeps as many bits as there are groups")]
        parts[group as usize].push((hash, own));
    }
    parts.iter_mut().for_each(|group| group.sort_by_key(|(hash, own)| (*hash, own.kind, own.slug)));
    let shared = shared(archive);
    many::map(
        &parts,
        || model.map(|model| Packer::new(model).keeping(keep)),
        |packer, group| {
            Writer { archive, shared: &shared, words: BTreeMap::new(), bits: BitWriter::default(), items: 0 }
                .group(group, packer.as_mut())
        },
    )
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
            #[expect(clippy::indexing_slicing, reason = "what is the same ends with one of the word's letters")]
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
        self.count(own.again.len());
        self.bits.ascending(&own.again, 0, own.articles.values().sum());
        if own.kind == REGULATION {
            for places in own.places.values() {
                self.items += places.len();
                let mut before = 0;
                for &place in places {
                    self.number(place - before);
                    before = place + 1;
                }
            }
        }
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
