//! Facets: which article has which values, in two parts.
//!
//! What a list of filters shows first is what several articles have. The first part knows those **common** values, with
//! as much of each as lists show, and of each article how many others it has; so it alone gives exact counts. The second
//! knows the **rare** ones, which stand in one article each and which nobody sees before they ask for a long list:
//! what they are called the entities say. Values have the numbers of their entities: the common ones among themselves,
//! all of them once the rest is there.
//!
//! ```text
//! common: length | the common values, as entities are written | bits
//! bits:   of each kind of [`FacetKind::ALL`] whether it has no other values; of each value how many articles have it,
//!         and which, counted from the oldest; where there are others, of each article how many rare values it has.
//!         Behind all kinds, of each article how many statements it holds
//! rare:   in bits, of each kind, of each value whether it is common; if not, the article, or one more than there are
//! ```

use super::bits::{BitReader, BitWriter};
use super::catalogue::{Entities, named};
use super::varint::{Numbers, put};
use crate::model::{Archive, Article, EntityRef, EventKind};
use crate::query::FacetKind;

/// A facet of at most this many values always lists them all, so all of them are common.
const SHORT: usize = 30;
/// A part has at most so many pairs a byte, and so many more: no list takes much more memory than there are bytes.
const MOST: usize = 256;
const FEW: usize = 1 << 16;

/// What several articles have in common.
#[derive(Debug, Default)]
pub(crate) struct Common {
    pub(crate) entities: Entities,
    /// In the order of [`FacetKind::ALL`].
    pub(crate) facets: Vec<Facet>,
    /// How many statements each article holds.
    pub(crate) statements: Vec<u32>,
}

/// One facet, as far as several articles share its values.
#[derive(Debug, Default)]
pub(crate) struct Facet {
    /// Whether these are all values, because there are few.
    pub(crate) short: bool,
    /// An article in the upper half, a value in the lower.
    pub(crate) pairs: Vec<u64>,
    /// How many rare values each article and those before it have.
    pub(crate) rare: Vec<u32>,
}

/// What the articles of an archive have of each facet, in the order of [`FacetKind::ALL`], while it is written.
#[derive(Debug)]
pub(super) struct Shared {
    /// Of each article the values, ascending.
    values: [Vec<Vec<u32>>; FacetKind::ALL.len()],
    /// Of each value whether it is common.
    common: [Vec<bool>; FacetKind::ALL.len()],
    /// Of each value how many common ones stand before it.
    before: [Vec<u32>; FacetKind::ALL.len()],
    /// Of each article the values that are not common, ascending.
    rare: [Vec<Vec<u32>>; FacetKind::ALL.len()],
}

impl Shared {
    pub(super) fn of(archive: &Archive, entities: &Entities) -> Self {
        let values = FacetKind::ALL
            .map(|kind| archive.articles.iter().map(|article| values_of(article, kind, entities)).collect::<Vec<_>>());
        let mut kinds = FacetKind::ALL.iter().zip(&values);
        let common = [(); FacetKind::ALL.len()].map(|()| {
            let Some((&kind, values)) = kinds.next() else { return Vec::new() };
            let mut counts = vec![0u32; size(entities, kind)];
            for &value in values.iter().flatten() {
                counts.get_mut(value as usize).into_iter().for_each(|count| *count += 1);
            }
            let short = counts.len() <= SHORT;
            counts.into_iter().map(|count| short || count > 1).collect()
        });
        let before = common.each_ref().map(|common: &Vec<bool>| {
            let step = |before: &mut u32, &common: &bool| {
                *before += u32::from(common);
                Some(*before - u32::from(common))
            };
            common.iter().scan(0, step).collect()
        });
        let mut commons = common.iter();
        let rare = values.each_ref().map(|values: &Vec<Vec<u32>>| {
            let common = commons.next().map(Vec::as_slice).unwrap_or_default();
            let is_rare = |value: &u32| common.get(*value as usize) == Some(&false);
            values.iter().map(|own| own.iter().copied().filter(is_rare).collect()).collect()
        });
        Self { values, common, before, rare }
    }

    /// How a value of an article is found from the article on: its number among the common values, or its place among the
    /// rare ones of the article. None for what the archive does not have.
    pub(super) fn place(&self, facet: usize, article: usize, value: u32) -> Option<(bool, u32)> {
        let common = self.common.get(facet)?;
        let is_common = *common.get(value as usize)?;
        if is_common {
            return Some((true, *self.before.get(facet)?.get(value as usize)?));
        }
        let own = self.rare.get(facet)?.get(article)?;
        Some((false, own.partition_point(|own| *own < value) as u32))
    }
}

/// How many values a facet has among such entities.
pub(crate) fn size(entities: &Entities, facet: FacetKind) -> usize {
    match facet {
        FacetKind::Event => EventKind::ALL.len(),
        _ => entities.list(facet.place()).len(),
    }
}

/// The bytes of both parts; of `entities` only what no part of them tells is left.
pub(super) fn write(archive: &Archive, entities: &mut Entities, shared: &Shared, packed: bool) -> (Vec<u8>, Vec<u8>) {
    let articles = archive.articles.len() as u32;
    let (mut bits, mut rare) = (BitWriter::default(), BitWriter::default());
    let mut pairs = 0;
    for ((values, common), kind) in shared.values.iter().zip(&shared.common).zip(FacetKind::ALL) {
        let mut ranks = vec![Vec::new(); common.len()];
        for (own, rank) in values.iter().rev().zip(0..) {
            for &value in own {
                if let Some(ranks) = ranks.get_mut(value as usize) {
                    ranks.push(rank);
                }
            }
        }
        let short = ranks.len() <= SHORT;
        bits.put(u32::from(short), 1);
        for (ranks, &common) in ranks.iter().zip(common) {
            rare.put(u32::from(common), 1);
            if common {
                pairs += ranks.len();
                bits.gamma(ranks.len() as u32 + 1);
                bits.ascending(ranks, 0, articles);
            } else {
                rare.below(ranks.first().copied().unwrap_or(articles), articles + 1);
            }
        }
        let is_rare = |&&value: &&u32| common.get(value as usize) == Some(&false);
        if !short {
            values.iter().for_each(|own| bits.gamma(own.iter().filter(is_rare).count() as u32 + 1));
        }
        debug_assert_eq!(common.len(), size(entities, kind), "values are those of the entities");
    }
    archive.articles.iter().for_each(|article| bits.gamma(article.quotes.len() as u32 + 1));
    let own = common_of(entities, &shared.common).write(packed);
    let mut common = Vec::new();
    put(own.len() as u64, &mut common);
    common.extend(own);
    common.extend(bits.finish());
    // Values that stand everywhere take next to no bits.
    common.resize(common.len().max(pairs / MOST), 0);
    (common, rare.finish())
}

/// Takes what is common out of the entities.
fn common_of(entities: &mut Entities, commons: &[Vec<bool>]) -> Entities {
    let mut common = Entities::default();
    for (place, list) in entities.lists.iter_mut().enumerate() {
        let mut commons = commons.get(place).into_iter().flatten();
        common.lists.push(list.extract_if(.., |_| commons.next() == Some(&true)).collect());
    }
    common
}

/// Puts what is common back into the rest of the entities, by which values of each facet are.
pub(crate) fn join(rest: &mut Entities, common: Entities, commons: &[Vec<bool>]) {
    for ((rest, common), commons) in rest.lists.iter_mut().zip(common.lists).zip(commons) {
        let (mut common, mut own) = (common.into_iter(), std::mem::take(rest).into_iter());
        for &is_common in commons {
            rest.extend(if is_common { common.next() } else { own.next() });
        }
    }
}

/// The values of a kind that an article has, ascending.
fn values_of(article: &Article, kind: FacetKind, entities: &Entities) -> Vec<u32> {
    match kind {
        FacetKind::Person => named(article, |entity| match entity {
            EntityRef::Person(i) => Some(i),
            _ => None,
        }),
        FacetKind::Organisation => named(article, |entity| match entity {
            EntityRef::Organisation(i) => Some(i),
            _ => None,
        }),
        FacetKind::Place => named(article, |entity| match entity {
            EntityRef::Place(i) => Some(i),
            _ => None,
        }),
        FacetKind::Topic => article.topics.clone(),
        FacetKind::Regulation => named(article, |entity| match entity {
            EntityRef::Regulation(i) => Some(i),
            _ => None,
        }),
        FacetKind::Event => {
            let place = article.event.and_then(|event| EventKind::ALL.iter().position(|&e| e == event));
            place.into_iter().map(|i| i as u32).collect()
        }
        FacetKind::Source => {
            let sources = entities.list(FacetKind::Source.place());
            let place = |name| sources.binary_search_by(|source| source.name.cmp(name)).ok();
            article.publisher.as_ref().and_then(place).into_iter().map(|i| i as u32).collect()
        }
    }
}

fn pair(articles: u32, rank: u32, value: u32) -> Option<u64> {
    let article = articles.checked_sub(1)?.checked_sub(rank)?;
    Some(u64::from(article) << 32 | u64::from(value))
}

impl Common {
    /// The entities of the first part alone.
    pub(crate) fn entities(bytes: &[u8]) -> Entities {
        let mut numbers = Numbers::new(bytes);
        let own = numbers.next().and_then(|length| numbers.take(length));
        own.map(Entities::read).unwrap_or_default()
    }

    /// Reads the first part; ends where the bytes make no sense.
    pub(crate) fn read(bytes: &[u8], articles: usize) -> Self {
        let mut common = Self::default();
        let mut numbers = Numbers::new(bytes);
        if let Some(entities) = numbers.next().and_then(|length| numbers.take(length)) {
            common.entities = Entities::read(entities);
            let mut bits = BitReader::new(numbers.rest());
            let mut left = bytes.len() * MOST + FEW;
            let facet = |kind| Facet::read(&mut bits, size(&common.entities, kind), articles, &mut left);
            common.facets = FacetKind::ALL.into_iter().map(facet).collect();
            common.statements = (0..articles).map(|_| bits.gamma().unwrap_or(1) - 1).collect();
        }
        common
    }
}

impl Facet {
    /// Reads at most `left` pairs, and takes what it read from them.
    fn read(bits: &mut BitReader<'_>, size: usize, articles: usize, left: &mut usize) -> Self {
        let mut facet = Self { short: bits.take(1) > 0, ..Self::default() };
        for value in 0..size as u32 {
            let count = bits.gamma().unwrap_or(1) as usize - 1;
            let Some(rest) = left.checked_sub(count).filter(|_| count <= articles) else { break };
            *left = rest;
            let mut ranks = vec![0; count];
            let _ = bits.ascending(&mut ranks, 0, articles as u32);
            facet.pairs.extend(ranks.into_iter().filter_map(|rank| pair(articles as u32, rank, value)));
        }
        let mut all = 0u32;
        // A short one has none.
        facet.rare.extend((0..if facet.short { 0 } else { articles }).map(|_| {
            all = all.saturating_add(bits.gamma().unwrap_or(1) - 1);
            all
        }));
        facet
    }
}

/// Reads the second part: by facet of so many values, whether each is common, and the pairs of the others.
pub(crate) fn read_rare(bytes: &[u8], articles: usize, sizes: &[usize]) -> (Vec<Vec<bool>>, Vec<Vec<u64>>) {
    let mut bits = BitReader::new(bytes);
    let articles = articles as u32;
    let facets = sizes.iter().map(|&size| {
        let (mut common, mut pairs) = (Vec::new(), Vec::new());
        for value in 0..size as u32 {
            let is_common = bits.take(1) > 0;
            common.push(is_common);
            if !is_common {
                let rank = bits.below(articles.saturating_add(1));
                pairs.extend(pair(articles, rank, value));
            }
        }
        (common, pairs)
    });
    facets.unzip()
}
