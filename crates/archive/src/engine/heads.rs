//! What an engine keeps of the catalogue, and of all articles together once that is there.
//!
//! Who and what articles name comes in two steps: what several of them share, with its names, is enough for facets; the
//! entities and what stands in one article only follow where somebody asks for them. Numbers of entities hold for one
//! step each; the table of statements tells who speaks in either.

use std::sync::OnceLock;

use super::values::Lists;
use crate::form::OpenError;
use crate::form::catalogue::{Catalogue, Entities, Shelves, read_of};
use crate::form::columns::Columns;
use crate::form::dictionary::Words;
use crate::form::facets::{self, Common};
use crate::form::own::Own;
use crate::form::pack::unpack_alone;
use crate::keys;
use crate::model::day::pack;
use crate::model::{Date, EventKind, Meta};
use crate::query::FacetKind;

/// What a list of articles shows of one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Head {
    /// Its id.
    pub id: String,
    /// Its headline.
    pub title: String,
    /// Whether the headline was made from the lead.
    pub title_derived: bool,
    /// The day that it is filed under.
    pub date: Option<Date>,
    /// Its publisher.
    pub publisher: Option<String>,
    /// Its kind of event.
    pub event: Option<EventKind>,
    /// How many statements it holds.
    pub quotes: u32,
}

/// The catalogue, opened.
#[derive(Debug)]
pub(super) struct Heads {
    pub(super) meta: Meta,
    /// How many articles there are.
    pub(super) articles: u32,
    /// Where they lie.
    pub(super) shelves: Shelves,
    /// How many statements all articles hold together.
    pub(super) all_quotes: u32,
    /// What questions count by, once it is there.
    listed: OnceLock<Listed>,
    /// The words of names, once one was looked for: of common values, then of all.
    names: [OnceLock<Vec<u64>>; 2],
    entities: OnceLock<Entities>,
    /// What several articles share, and which article has what of it, in the order of [`FacetKind::ALL`].
    common: OnceLock<(Common, Vec<Lists>)>,
    /// Which article has which value of each facet, and the numbers among all of those that several articles share.
    facets: OnceLock<(Vec<Lists>, Vec<Vec<u32>>)>,
    /// Who and what has a page of its own.
    pub(super) own: OnceLock<Own>,
    no_columns: Listed,
    no_entities: Entities,
    no_values: Lists,
}

/// All articles as questions count them.
#[derive(Debug, Default)]
pub(super) struct Listed {
    pub(super) columns: Columns,
    /// Places of an article on average, at least 1.
    pub(super) mean_length: f64,
    /// Newest first, undated last, then as they stand.
    pub(super) newest: Order,
    /// Oldest first, undated last, then as they stand.
    pub(super) oldest: Order,
    /// The words parts that were asked for, and the recent one behind them.
    pub(super) read: Vec<OnceLock<Words>>,
}

impl Listed {
    fn new(columns: Columns) -> Self {
        let places: u64 = columns.shape.articles.iter().map(|&(_, all)| u64::from(all)).sum();
        let newest = Order::newest(&columns.days);
        Self {
            mean_length: (places as f64 / columns.days.len().max(1) as f64).max(1.0),
            oldest: newest.turned(&columns.days),
            newest,
            read: (0..=columns.words.len()).map(|_| OnceLock::new()).collect(),
            columns,
        }
    }
}

impl Heads {
    /// Reads the bytes of the catalogue.
    pub(super) fn read(bytes: &[u8]) -> Result<Self, OpenError> {
        let bytes = unpack_alone(bytes).ok_or(OpenError::Catalogue)?;
        let (catalogue, rest): (Catalogue<'_>, _) =
            postcard::take_from_bytes(&bytes).map_err(|_| OpenError::Catalogue)?;
        let shelves = catalogue.shelves().filter(|_| rest.is_empty()).ok_or(OpenError::Catalogue)?;
        Ok(Self {
            meta: read_of(catalogue.meta),
            articles: catalogue.articles,
            shelves,
            all_quotes: catalogue.quotes,
            listed: OnceLock::new(),
            names: Default::default(),
            entities: OnceLock::new(),
            common: OnceLock::new(),
            facets: OnceLock::new(),
            own: OnceLock::new(),
            no_columns: Listed::default(),
            no_entities: Entities::default(),
            no_values: Lists::default(),
        })
    }

    /// Takes who and what has a page of its own.
    pub(super) fn take_own(&self, bytes: &[u8]) {
        self.own.get_or_init(|| Own::read(bytes));
    }

    /// Takes what several articles share. What does not decode is as if it knew nothing.
    pub(super) fn take_facets(&self, bytes: &[u8]) {
        self.common.get_or_init(|| {
            let mut common = Common::read(bytes, self.len());
            let Common { entities, facets, .. } = &mut common;
            let lists = facets.iter_mut().zip(FacetKind::ALL).map(|(facet, kind)| {
                Lists::new(std::mem::take(&mut facet.pairs), facets::size(entities, kind), self.len())
            });
            let lists = lists.collect();
            (common, lists)
        });
    }

    /// Takes what each article alone has, once all three parts are there: the entities that several articles share stand in
    /// the part of the facets alone.
    pub(super) fn take_rest(&self, [entities, facet, rare]: [&[u8]; 3]) {
        let Some((_, lists)) = self.common.get() else { return };
        self.facets.get_or_init(|| {
            let mut whole = Entities::read(entities);
            let common = Common::entities(facet);
            let sizes = FacetKind::ALL.map(|kind| match kind {
                FacetKind::Event => facets::size(&whole, kind),
                _ => facets::size(&whole, kind) + facets::size(&common, kind),
            });
            let (commons, rare) = facets::read_rare(rare, self.len(), &sizes);
            facets::join(&mut whole, common, &commons);
            let _ = self.entities.set(whole);
            let numbers = commons.into_iter().map(|commons| {
                commons
                    .into_iter()
                    .zip(0..)
                    .filter_map(|(common, number)| common.then_some(number))
                    .collect::<Vec<u32>>()
            });
            let numbers: Vec<Vec<u32>> = numbers.collect();
            let both = lists.iter().zip(rare).zip(&numbers).zip(sizes);
            let whole = both.map(|(((lists, mut pairs), common), size)| {
                lists.pairs(common, &mut pairs);
                Lists::new(pairs, size, self.len())
            });
            (whole.collect(), numbers)
        });
    }

    /// Takes the columns. Beside the catalogue they are what an archive is refused for.
    pub(super) fn take_columns(&self, bytes: &[u8]) -> Result<(), OpenError> {
        if self.listed.get().is_none() {
            let columns = Columns::read(bytes, self.articles).ok_or(OpenError::Catalogue)?;
            let _ = self.listed.set(Listed::new(columns));
        }
        Ok(())
    }

    /// What questions count by; no article until it is there.
    pub(super) fn listed(&self) -> &Listed {
        self.listed.get().unwrap_or(&self.no_columns)
    }

    /// How many articles questions count: all of them, once the columns are there.
    pub(super) fn len(&self) -> usize {
        self.listed().columns.days.len()
    }

    /// The day that an article is filed under.
    pub(super) fn day(&self, article: u32) -> Option<Date> {
        self.listed().columns.days.get(article as usize).copied().flatten()
    }

    /// Places of an article's headline, and of all of it.
    pub(super) fn lengths(&self, article: u32) -> (u32, u32) {
        self.listed().columns.shape.articles.get(article as usize).copied().unwrap_or_default()
    }

    /// How many statements an article holds, where the facets are there.
    pub(super) fn quotes(&self, article: u32) -> u32 {
        let of = |(common, _): &(Common, Vec<Lists>)| common.statements.get(article as usize).copied();
        self.common.get().and_then(of).unwrap_or(0)
    }

    /// Who and what the archive knows: what several articles share until the rest is there.
    pub(super) fn entities(&self) -> &Entities {
        let common = || self.common.get().map(|(common, _)| &common.entities);
        self.entities.get().filter(|_| self.is_whole()).or_else(common).unwrap_or(&self.no_entities)
    }

    /// The values of each article, of the facet at a place of [`FacetKind::ALL`]; of those that several articles share
    /// where no others are there.
    pub(super) fn facet(&self, facet: usize) -> &Lists {
        let common = || self.common.get().map(|(_, lists)| lists);
        self.facets
            .get()
            .map(|(lists, _)| lists)
            .or_else(common)
            .and_then(|facets| facets.get(facet))
            .unwrap_or(&self.no_values)
    }

    /// Whether what each article alone has of the facets is there.
    pub(super) fn is_whole(&self) -> bool {
        self.facets.get().is_some()
    }

    /// How many rare values of a facet an article has that are not there yet: a value is rare that one article alone has, in a
    /// facet of more values than are always listed, and common otherwise.
    pub(super) fn lacking(&self, facet: usize, article: u32) -> u32 {
        let before = article.checked_sub(1).map_or(0, |before| self.lacking_until(facet, before));
        self.lacking_until(facet, article).saturating_sub(before)
    }

    /// The same of all articles.
    pub(super) fn all_lacking(&self, facet: usize) -> u32 {
        self.articles.checked_sub(1).map_or(0, |last| self.lacking_until(facet, last))
    }

    /// The same of an article and those before it.
    fn lacking_until(&self, facet: usize, article: u32) -> u32 {
        let common = self.common.get().filter(|_| !self.is_whole());
        let facet = common.and_then(|(common, _)| common.facets.get(facet));
        facet.and_then(|facet| facet.rare.get(article as usize)).copied().unwrap_or(0)
    }

    /// The number of a common value among all that are there, from its number among the common ones.
    pub(super) fn common_value(&self, facet: usize, number: u32) -> Option<u32> {
        match self.facets.get() {
            Some((_, numbers)) => numbers.get(facet)?.get(number as usize).copied(),
            None => Some(number),
        }
    }

    /// The number of the rare value at a place among those of an article; they are numbered behind all common ones while it
    /// is not known what they are.
    pub(super) fn rare_value(&self, facet: usize, article: u32, place: u32) -> Option<u32> {
        if !self.is_whole() {
            let before = article.checked_sub(1).map_or(0, |before| self.lacking_until(facet, before));
            return (self.values(*FacetKind::ALL.get(facet)?) as u32).checked_add(before)?.checked_add(place);
        }
        let own = self.facet(facet).of(article).iter();
        own.copied().filter(|&value| self.is_rare(facet, value)).nth(place as usize)
    }

    /// Whether a value that is there is rare.
    pub(super) fn is_rare(&self, facet: usize, value: u32) -> bool {
        self.named_in(facet, value as usize) == 1 && !self.is_short(facet)
    }

    /// Whether a facet has so few values that it always lists them all.
    pub(super) fn is_short(&self, facet: usize) -> bool {
        let facet = self.common.get().and_then(|(common, _)| common.facets.get(facet));
        facet.is_some_and(|facet| facet.short)
    }

    /// The words of names as far as they are there, made where none was looked for yet.
    pub(super) fn names(&self, make: impl FnOnce() -> Vec<u64>) -> &[u64] {
        let [common, whole] = &self.names;
        let names = || if self.is_whole() { whole } else { common }.get_or_init(make).as_slice();
        self.common.get().map_or(&[], |_| names())
    }

    /// In how many articles a value of the facet at a place of [`FacetKind::ALL`] stands, where that facet is there.
    pub(super) fn named_in(&self, facet: usize, value: usize) -> u32 {
        self.facet(facet).counts.get(value).copied().unwrap_or(0)
    }

    /// The topics of an article.
    pub(super) fn topics_of(&self, article: u32) -> &[u32] {
        self.facet(FacetKind::Topic.place()).of(article)
    }

    /// Slug and label of a facet's value.
    pub(super) fn value(&self, facet: FacetKind, value: usize) -> Option<(&str, &str)> {
        match facet {
            FacetKind::Event => EventKind::ALL.get(value).map(|v| (v.as_str(), v.as_str())),
            _ => self.entities().list(facet.place()).get(value).map(|v| (&*v.slug, &*v.name)),
        }
    }

    /// The value of a facet with a slug, as far as values are there.
    pub(super) fn value_of(&self, facet: FacetKind, slug: &str) -> Option<usize> {
        (0..self.values(facet)).find(|&value| self.value(facet, value).is_some_and(|(own, _)| own == slug))
    }

    /// How many values a facet has.
    pub(super) fn values(&self, facet: FacetKind) -> usize {
        facets::size(self.entities(), facet)
    }
}

/// All articles in one order.
#[derive(Debug, Default)]
pub(super) struct Order {
    /// The place of each article.
    pub(super) places: Vec<u32>,
    /// The article at each place.
    pub(super) articles: Vec<u32>,
}

/// What articles without a key are ordered by; larger than any day.
const LAST: u32 = u32::MAX;

impl Order {
    /// The latest day first, articles without one behind, equals as they stand: those of one day by id.
    fn newest(days: &[Option<Date>]) -> Self {
        // Key and article in one number: the page then carries one sort for all that it sorts.
        let keys = days.iter().zip(0u64..);
        let keys = keys.map(|(day, article)| u64::from(day.map_or(LAST, |day| LAST - 1 - pack(day))) << 32 | article);
        let mut keys: Vec<u64> = keys.collect();
        keys::sort(&mut keys);
        Self::of(keys.iter().map(|&key| key as u32).collect())
    }

    /// The earliest day first: the same days from the other end, the articles of each as they stand.
    #[expect(
        clippy::indexing_slicing,
        reason = "an order holds articles by their numbers, and each of them has a day or none in `days`"
    )]
    fn turned(&self, days: &[Option<Date>]) -> Self {
        let day = |article: &u32| days[*article as usize];
        let (dated, undated) = self.articles.split_at(self.articles.partition_point(|article| day(article).is_some()));
        let from_behind = dated.chunk_by(|a, b| day(a) == day(b)).rev();
        Self::of(from_behind.chain([undated]).flatten().copied().collect())
    }

    #[expect(clippy::indexing_slicing, reason = "an order holds each article once, by its number below their count")]
    fn of(articles: Vec<u32>) -> Self {
        let mut places = vec![0; articles.len()];
        articles.iter().zip(0..).for_each(|(&article, place)| places[article as usize] = place);
        Self { places, articles }
    }
}
