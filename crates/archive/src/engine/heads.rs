//! What an engine keeps of the catalogue: heads for the view, columns for queries.

use crate::form::catalogue::Catalogue;
use crate::form::{OpenError, Source};
use crate::model::day::pack;
use crate::model::{Date, EventKind, Former, Meta, Organisation, Person, Place, Regulation, Topic};
use crate::query::FacetKind;

/// What a list of articles shows of one.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    pub(super) people: Vec<Person>,
    pub(super) organisations: Vec<Organisation>,
    pub(super) places: Vec<Place>,
    pub(super) regulations: Vec<Regulation>,
    pub(super) topics: Vec<Topic>,
    /// Former slugs, by slug.
    pub(super) former: Vec<Former>,
    pub(super) sources: Vec<Source>,
    /// How many statements each person makes.
    pub(super) said_by_people: Vec<u32>,
    /// How many statements each organisation makes.
    pub(super) said_by_organisations: Vec<u32>,
    pub(super) heads: Vec<Head>,
    /// Words of each headline, and of each headline and text together.
    pub(super) lengths: Vec<(u32, u32)>,
    /// Words of an article on average, at least 1.
    pub(super) mean_length: f64,
    /// The values of each article, per facet in the order of [`FacetKind::ALL`].
    pub(super) facets: Vec<Lists>,
    /// Articles by id.
    pub(super) by_id: Vec<u32>,
    /// Newest first, undated last, then by id.
    pub(super) newest: Order,
    /// Oldest first, undated last, then by id.
    pub(super) oldest: Order,
    pub(super) dictionary: Vec<String>,
    pub(super) texts: Vec<u32>,
}

/// A list of numbers for each article.
#[derive(Debug, Default)]
pub(super) struct Lists {
    ends: Vec<usize>,
    values: Vec<u32>,
}

impl Lists {
    fn push(&mut self, values: impl Iterator<Item = u32>) {
        self.values.extend(values);
        self.ends.push(self.values.len());
    }

    pub(super) fn of(&self, article: u32) -> &[u32] {
        let article = article as usize;
        let start = article.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let end = self.ends.get(article).copied().unwrap_or(start);
        &self.values[start..end]
    }
}

impl Heads {
    /// Reads the bytes of the catalogue.
    pub(super) fn read(bytes: &[u8]) -> Result<Self, OpenError> {
        let (catalogue, rest): (Catalogue<'_>, _) =
            postcard::take_from_bytes(bytes).map_err(|_| OpenError::Catalogue)?;
        if !rest.is_empty() {
            return Err(OpenError::Catalogue);
        }
        let sizes = [
            catalogue.people.len(),
            catalogue.organisations.len(),
            catalogue.topics.len(),
            EventKind::ALL.len(),
            catalogue.places.len(),
            catalogue.sources.len(),
        ];
        let mut facets: Vec<Lists> = FacetKind::ALL.iter().map(|_| Lists::default()).collect();
        let (mut heads, mut lengths) = (Vec::new(), Vec::new());
        for row in catalogue.articles {
            let event = row.event.and_then(|event| EventKind::ALL.iter().position(|&e| e == event)).map(|i| i as u32);
            let (event, source) = (event.as_slice(), row.source.as_slice());
            let values = [&row.people[..], &row.organisations, &row.topics, event, &row.places, source];
            for ((facet, values), size) in facets.iter_mut().zip(values).zip(sizes) {
                facet.push(values.iter().copied().filter(|&value| (value as usize) < size));
            }
            let publisher =
                row.source.and_then(|i| catalogue.sources.get(i as usize)).map(|source| source.name.clone());
            lengths.push((row.title_words, row.words));
            heads.push(Head {
                id: row.id.into_owned(),
                title: row.title.into_owned(),
                title_derived: row.title_derived,
                date: row.date,
                publisher,
                event: row.event,
                quotes: row.quotes,
            });
        }
        let mut by_id: Vec<u32> = (0..heads.len() as u32).collect();
        by_id.sort_unstable_by(|&a, &b| heads[a as usize].id.cmp(&heads[b as usize].id));
        let words: u64 = lengths.iter().map(|&(_, words)| u64::from(words)).sum();
        Ok(Self {
            meta: catalogue.meta.into_owned(),
            people: catalogue.people.into_owned(),
            organisations: catalogue.organisations.into_owned(),
            places: catalogue.places.into_owned(),
            regulations: catalogue.regulations.into_owned(),
            topics: catalogue.topics.into_owned(),
            former: catalogue.former.into_owned(),
            sources: catalogue.sources,
            said_by_people: catalogue.said_by_people,
            said_by_organisations: catalogue.said_by_organisations,
            mean_length: (words as f64 / heads.len().max(1) as f64).max(1.0),
            newest: Order::new(&by_id, |article| heads[article as usize].date.map(|date| LAST - 1 - pack(date))),
            oldest: Order::new(&by_id, |article| heads[article as usize].date.map(pack)),
            by_id,
            heads,
            lengths,
            facets,
            dictionary: catalogue.dictionary.into_iter().map(std::borrow::Cow::into_owned).collect(),
            texts: catalogue.texts,
        })
    }

    /// How many articles there are.
    pub(super) fn len(&self) -> usize {
        self.heads.len()
    }

    /// The topics of an article.
    pub(super) fn topics_of(&self, article: u32) -> &[u32] {
        let topics = FacetKind::ALL.iter().position(|&kind| kind == FacetKind::Topic);
        topics.map_or(&[], |topics| self.facets[topics].of(article))
    }

    /// Slug and label of a facet's value.
    pub(super) fn value(&self, facet: FacetKind, value: usize) -> Option<(&str, &str)> {
        match facet {
            FacetKind::Person => self.people.get(value).map(|v| (&*v.slug, &*v.name)),
            FacetKind::Organisation => self.organisations.get(value).map(|v| (&*v.slug, &*v.name)),
            FacetKind::Topic => self.topics.get(value).map(|v| (&*v.slug, &*v.name)),
            FacetKind::Place => self.places.get(value).map(|v| (&*v.slug, &*v.name)),
            FacetKind::Event => EventKind::ALL.get(value).map(|v| (v.as_str(), v.as_str())),
            FacetKind::Source => self.sources.get(value).map(|v| (&*v.slug, &*v.name)),
        }
    }

    /// How many values a facet has.
    pub(super) fn values(&self, facet: FacetKind) -> usize {
        match facet {
            FacetKind::Person => self.people.len(),
            FacetKind::Organisation => self.organisations.len(),
            FacetKind::Topic => self.topics.len(),
            FacetKind::Place => self.places.len(),
            FacetKind::Event => EventKind::ALL.len(),
            FacetKind::Source => self.sources.len(),
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
    /// By a key, articles without one behind, equals by id.
    fn new(by_id: &[u32], key: impl Fn(u32) -> Option<u32>) -> Self {
        // Key and rank in one number: the page then carries one sort for all that it sorts.
        let keys =
            by_id.iter().zip(0u64..).map(|(&article, rank)| u64::from(key(article).unwrap_or(LAST)) << 32 | rank);
        let mut keys: Vec<u64> = keys.collect();
        keys.sort_unstable();
        let articles: Vec<u32> = keys.iter().map(|&key| by_id[key as u32 as usize]).collect();
        let mut places = vec![0; articles.len()];
        articles.iter().zip(0..).for_each(|(&article, place)| places[article as usize] = place);
        Self { places, articles }
    }
}
