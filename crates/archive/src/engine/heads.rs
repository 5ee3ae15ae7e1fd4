//! What an engine keeps of the catalogue, as columns for queries, and of all articles together once that is there.

use std::sync::OnceLock;

use crate::form::catalogue::{self, Catalogue, Columns, Entities, read_of};
use crate::form::pack::unpack_alone;
use crate::form::phrases::Ways;
use crate::form::varint::Numbers;
use crate::form::{OpenError, PartKind};
use crate::model::day::pack;
use crate::model::{Date, EventKind, Meta};
use crate::query::FacetKind;

/// What a list of articles shows of one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
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
    pub(super) columns: Columns,
    /// Places of an article on average, at least 1.
    pub(super) mean_length: f64,
    /// Newest first, undated last, then as they stand.
    pub(super) newest: Order,
    /// Oldest first, undated last, then as they stand.
    pub(super) oldest: Order,
    /// The first form of each words part, and how many of the oldest articles it speaks of.
    pub(super) words: Vec<(String, u32)>,
    /// What is one and the same in a search.
    pub(super) same: Vec<Ways>,
    /// In how many articles each value of each facet stands, once that was asked for.
    counts: Vec<OnceLock<Vec<u32>>>,
    /// The words of names, once one was looked for.
    pub(super) names: OnceLock<Vec<u64>>,
    entities: OnceLock<Entities<'static>>,
    facets: OnceLock<Vec<Lists>>,
    /// Hashes of ids with the article of each in the lower half, ascending.
    ids: OnceLock<Vec<u64>>,
    no_entities: Entities<'static>,
    no_values: Lists,
}

/// A list of numbers for each article.
#[derive(Debug, Default)]
pub(super) struct Lists {
    ends: Vec<usize>,
    values: Vec<u32>,
}

impl Lists {
    /// Reads the lists of so many articles, of numbers below `size`; ends where the bytes make no sense.
    fn read(numbers: &mut Numbers<'_>, articles: usize, size: usize) -> Self {
        let mut lists = Self::default();
        'all: for _ in 0..articles {
            let mut value = 0u32;
            for _ in 0..numbers.next().unwrap_or(0) {
                let Some(step) = numbers.next() else { break 'all };
                value = value.saturating_add(step);
                if (value as usize) < size {
                    lists.values.push(value);
                }
            }
            lists.ends.push(lists.values.len());
        }
        lists
    }

    pub(super) fn of(&self, article: u32) -> &[u32] {
        let article = article as usize;
        let start = article.checked_sub(1).and_then(|before| self.ends.get(before)).copied();
        let start = start.unwrap_or(if article == 0 { 0 } else { self.values.len() });
        let end = self.ends.get(article).copied().unwrap_or(start);
        self.values.get(start..end).unwrap_or_default()
    }
}

impl Heads {
    /// Reads the bytes of the catalogue.
    pub(super) fn read(bytes: &[u8]) -> Result<Self, OpenError> {
        let bytes = unpack_alone(bytes).ok_or(OpenError::Catalogue)?;
        let (catalogue, rest): (Catalogue<'_>, _) =
            postcard::take_from_bytes(&bytes).map_err(|_| OpenError::Catalogue)?;
        let columns = catalogue.columns().filter(|_| rest.is_empty()).ok_or(OpenError::Catalogue)?;
        let places: u64 = columns.shape.articles.iter().map(|&(_, all, _)| u64::from(all)).sum();
        let day = |article: u32| columns.days.get(article as usize).copied().flatten();
        Ok(Self {
            meta: read_of(catalogue.meta),
            mean_length: (places as f64 / columns.days.len().max(1) as f64).max(1.0),
            newest: Order::new(columns.days.len(), |article| day(article).map(|date| LAST - 1 - pack(date))),
            oldest: Order::new(columns.days.len(), |article| day(article).map(pack)),
            words: catalogue.words.into_iter().map(|(first, end)| (read_of(first), end)).collect(),
            columns,
            same: read_of(catalogue.same),
            counts: FacetKind::ALL.iter().map(|_| OnceLock::new()).collect(),
            names: OnceLock::new(),
            entities: OnceLock::new(),
            facets: OnceLock::new(),
            ids: OnceLock::new(),
            no_entities: Entities::default(),
            no_values: Lists::default(),
        })
    }

    /// Takes a part of a kind, as far as it is one about all articles together. What does not decode is as
    /// if it knew nothing.
    pub(super) fn take(&self, kind: PartKind, bytes: &[u8]) {
        match kind {
            PartKind::Entities => {
                self.entities.get_or_init(|| {
                    let read = |bytes: &[u8]| postcard::from_bytes::<Entities<'static>>(bytes).ok();
                    unpack_alone(bytes).and_then(|bytes| read(&bytes)).unwrap_or_default()
                });
            }
            PartKind::Facet => {
                self.facets.get_or_init(|| {
                    let bytes = unpack_alone(bytes).unwrap_or_default();
                    let mut numbers = Numbers::new(&bytes);
                    FacetKind::ALL.map(|facet| Lists::read(&mut numbers, self.len(), self.values(facet))).into()
                });
            }
            PartKind::Ids => {
                self.ids.get_or_init(|| {
                    let hashes = bytes.as_chunks().0.iter().map(|hash| u32::from_le_bytes(*hash));
                    let key = |(hash, article)| u64::from(hash) << 32 | article;
                    let mut ids: Vec<u64> = hashes.zip(0..self.len() as u64).map(key).collect();
                    ids.sort_unstable();
                    ids
                });
            }
            _ => {}
        }
    }

    /// How many articles there are.
    pub(super) fn len(&self) -> usize {
        self.columns.days.len()
    }

    /// The day that an article is filed under.
    pub(super) fn day(&self, article: u32) -> Option<Date> {
        self.columns.days.get(article as usize).copied().flatten()
    }

    /// Places of an article's headline, and of all of it.
    pub(super) fn lengths(&self, article: u32) -> (u32, u32) {
        self.columns.shape.articles.get(article as usize).map_or((0, 0), |&(title, all, _)| (title, all))
    }

    /// How many statements an article holds.
    pub(super) fn quotes(&self, article: u32) -> u32 {
        self.columns.shape.articles.get(article as usize).map_or(0, |&(.., quotes)| quotes)
    }

    /// Who and what the archive knows; nothing until that part is there.
    pub(super) fn entities(&self) -> &Entities<'static> {
        self.entities.get().unwrap_or(&self.no_entities)
    }

    /// The values of each article, of the facet at a place of [`FacetKind::ALL`].
    pub(super) fn facet(&self, facet: usize) -> &Lists {
        self.facets.get().and_then(|facets| facets.get(facet)).unwrap_or(&self.no_values)
    }

    /// The articles whose ids have the hash of this one.
    pub(super) fn with_id(&self, id: &str) -> impl Iterator<Item = u32> {
        let hash = catalogue::id_hash(id);
        let ids = self.ids.get().map_or(&[][..], Vec::as_slice);
        let first = ids.partition_point(|&key| key >> 32 < u64::from(hash));
        ids[first..].iter().take_while(move |&&key| key >> 32 == u64::from(hash)).map(|&key| key as u32)
    }

    /// In how many articles a value of the facet at a place of [`FacetKind::ALL`] stands, where that facet is there.
    pub(super) fn named_in(&self, facet: usize, value: usize) -> u32 {
        let Some((kind, counts)) = FacetKind::ALL.get(facet).zip(self.counts.get(facet)) else { return 0 };
        let counts = counts.get_or_init(|| {
            let mut counts = vec![0u32; self.values(*kind)];
            for &value in &self.facet(facet).values {
                if let Some(count) = counts.get_mut(value as usize) {
                    *count += 1;
                }
            }
            counts
        });
        counts.get(value).copied().unwrap_or(0)
    }

    /// The topics of an article.
    pub(super) fn topics_of(&self, article: u32) -> &[u32] {
        let topics = FacetKind::ALL.iter().position(|&kind| kind == FacetKind::Topic);
        topics.map_or(&[], |topics| self.facet(topics).of(article))
    }

    /// Slug and label of a facet's value.
    pub(super) fn value(&self, facet: FacetKind, value: usize) -> Option<(&str, &str)> {
        let entities = self.entities();
        match facet {
            FacetKind::Person => entities.people.get(value).map(|v| (&*v.slug, &*v.name)),
            FacetKind::Organisation => entities.organisations.get(value).map(|v| (&*v.slug, &*v.name)),
            FacetKind::Topic => entities.topics.get(value).map(|v| (&*v.slug, &*v.name)),
            FacetKind::Place => entities.places.get(value).map(|v| (&*v.slug, &*v.name)),
            FacetKind::Event => EventKind::ALL.get(value).map(|v| (v.as_str(), v.as_str())),
            FacetKind::Source => entities.sources.get(value).map(|v| (&*v.slug, &*v.name)),
        }
    }

    /// How many values a facet has.
    pub(super) fn values(&self, facet: FacetKind) -> usize {
        let entities = self.entities();
        match facet {
            FacetKind::Person => entities.people.len(),
            FacetKind::Organisation => entities.organisations.len(),
            FacetKind::Topic => entities.topics.len(),
            FacetKind::Place => entities.places.len(),
            FacetKind::Event => EventKind::ALL.len(),
            FacetKind::Source => entities.sources.len(),
        }
    }
}

/// All articles in one order.
#[derive(Debug)]
pub(super) struct Order {
    /// The place of each article.
    pub(super) places: Vec<u32>,
    /// The article at each place.
    pub(super) articles: Vec<u32>,
}

/// What articles without a key are ordered by; larger than any day.
const LAST: u32 = u32::MAX;

impl Order {
    /// By a key, articles without one behind, equals as they stand: those of one day by id.
    fn new(articles: usize, key: impl Fn(u32) -> Option<u32>) -> Self {
        // Key and article in one number: the page then carries one sort for all that it sorts.
        let keys =
            (0..articles as u32).map(|article| u64::from(key(article).unwrap_or(LAST)) << 32 | u64::from(article));
        let mut keys: Vec<u64> = keys.collect();
        keys.sort_unstable();
        let articles: Vec<u32> = keys.iter().map(|&key| key as u32).collect();
        let mut places = vec![0; articles.len()];
        articles.iter().zip(0..).for_each(|(&article, place)| places[article as usize] = place);
        Self { places, articles }
    }
}
