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
//!         and which, counted from the oldest; of each article how many rare values it has. Behind all kinds, of each
//!         article how many statements it holds
//! rare:   in bits, of each kind, of each value whether it is common; if not, the article, or one more than there are
//! ```

use super::bits::{BitReader, BitWriter};
use super::catalogue::{self, Entities, named};
use super::varint::{Numbers, put};
use crate::model::{Archive, Article, EntityRef, EventKind, Role, Standing};
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
    /// How many rare values each article has.
    pub(crate) rare: Vec<u32>,
}

/// How many values a facet has among such entities.
pub(crate) fn size(entities: &Entities, facet: FacetKind) -> usize {
    match facet {
        FacetKind::Person => entities.people.len(),
        FacetKind::Organisation => entities.organisations.len(),
        FacetKind::Topic => entities.topics.len(),
        FacetKind::Place => entities.places.len(),
        FacetKind::Event => EventKind::ALL.len(),
        FacetKind::Source => entities.sources.len(),
    }
}

/// The bytes of both parts.
pub(super) fn write(archive: &Archive, packed: bool) -> (Vec<u8>, Vec<u8>) {
    let mut entities = catalogue::entities(archive);
    let articles = archive.articles.len() as u32;
    let (mut bits, mut rare) = (BitWriter::default(), BitWriter::default());
    let mut pairs = 0;
    let commons = FacetKind::ALL.map(|kind| {
        let values: Vec<Vec<u32>> =
            archive.articles.iter().map(|article| values_of(article, kind, &entities)).collect();
        let mut ranks = vec![Vec::new(); size(&entities, kind)];
        for (own, rank) in values.iter().rev().zip(0..) {
            for &value in own {
                if let Some(ranks) = ranks.get_mut(value as usize) {
                    ranks.push(rank);
                }
            }
        }
        let short = ranks.len() <= SHORT;
        let common: Vec<bool> = ranks.iter().map(|ranks| short || ranks.len() > 1).collect();
        bits.put(u32::from(short), 1);
        for (ranks, &common) in ranks.iter().zip(&common) {
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
        values.iter().for_each(|own| bits.gamma(own.iter().filter(is_rare).count() as u32 + 1));
        common
    });
    archive.articles.iter().for_each(|article| bits.gamma(article.quotes.len() as u32 + 1));
    keep(&mut entities, &commons);
    let entities = entities.write(packed);
    let mut common = Vec::new();
    put(entities.len() as u64, &mut common);
    common.extend(entities);
    common.extend(bits.finish());
    // Values that stand everywhere take next to no bits.
    common.resize(common.len().max(pairs / MOST), 0);
    (common, rare.finish())
}

/// Leaves of the entities what is common, and of it what lists show: of people, that they hold an office.
fn keep(entities: &mut Entities, commons: &[Vec<bool>]) {
    fn only<T>(list: &mut Vec<T>, facet: FacetKind, commons: &[Vec<bool>]) {
        let mut commons = commons.get(facet.place()).into_iter().flatten();
        list.retain(|_| commons.next() == Some(&true));
    }
    let Entities { people, organisations, places, topics, sources, said_by_people, said_by_organisations, .. } =
        entities;
    only(people, FacetKind::Person, commons);
    only(said_by_people, FacetKind::Person, commons);
    only(organisations, FacetKind::Organisation, commons);
    only(said_by_organisations, FacetKind::Organisation, commons);
    only(places, FacetKind::Place, commons);
    only(topics, FacetKind::Topic, commons);
    only(sources, FacetKind::Source, commons);
    let (office, organisation, standing) = (String::new(), None, Standing::Definitive);
    let held = Role { office, organisation, standing, from: None, to: None, articles: Vec::new() };
    for person in people {
        person.honorifics.clear();
        person.roles = if person.roles.is_empty() { Vec::new() } else { vec![held.clone()] };
    }
    entities.regulations.clear();
    entities.former.clear();
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
        FacetKind::Event => {
            let place = article.event.and_then(|event| EventKind::ALL.iter().position(|&e| e == event));
            place.into_iter().map(|i| i as u32).collect()
        }
        FacetKind::Source => {
            let place = |name| entities.sources.binary_search_by(|source| source.name.cmp(name)).ok();
            article.publisher.as_ref().and_then(place).into_iter().map(|i| i as u32).collect()
        }
    }
}

fn pair(articles: u32, rank: u32, value: u32) -> Option<u64> {
    let article = articles.checked_sub(1)?.checked_sub(rank)?;
    Some(u64::from(article) << 32 | u64::from(value))
}

impl Common {
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
        facet.rare = (0..articles).map(|_| bits.gamma().unwrap_or(1) - 1).collect();
        facet
    }
}

/// Reads the second part: by facet of so many values, which of them are common, and the pairs of the others.
pub(crate) fn read_rare(bytes: &[u8], articles: usize, sizes: &[usize]) -> Vec<(Vec<u32>, Vec<u64>)> {
    let mut bits = BitReader::new(bytes);
    let articles = articles as u32;
    let facets = sizes.iter().map(|&size| {
        let (mut common, mut pairs) = (Vec::new(), Vec::new());
        for value in 0..size as u32 {
            if bits.take(1) > 0 {
                common.push(value);
            } else {
                let rank = bits.below(articles.saturating_add(1));
                pairs.extend(pair(articles, rank, value));
            }
        }
        (common, pairs)
    });
    facets.collect()
}
