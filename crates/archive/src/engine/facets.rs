//! Filters, and how many articles each choice would show.
//!
//! A facet of an answer is a number for each of its values that says all: whether it is chosen, whether it comes with what
//! several articles of the archive share, how many articles or statements of the answer have it, and which value it is. The
//! largest is what a list shows first, so a heap of them gives as many as are shown, and only those get names. What one
//! article alone has stands behind all else, so a list begins with the same whether the rest is there or not.

use std::collections::BinaryHeap;

use super::Engine;
use super::bits::Bits;
use super::parts::Missing;
use crate::answer::{CHOSEN, ChoiceState, Facet, FacetValue};
use crate::form::PartKind;
use crate::model::Date;
use crate::query::{Choice, FacetKind, Query};
use crate::statements::{ROLE_ONLY, UNKNOWN};
use crate::words;

/// The bits of a key below [`CHOSEN`]: whether several articles of the archive have the value; then come the count, the
/// value's number, turned, so that of equals the first is the largest, and whether it is left out.
const SHARED: u64 = 1 << 62;
const NUMBERS: u32 = (1 << 30) - 1;
const EXCLUDED: u64 = 1;
/// Numbers of what is no entity: speakers of whom only a role is known, and unknown ones.
const UNNAMED: [(u32, &str); 2] = [(NUMBERS - 1, ROLE_ONLY), (NUMBERS, UNKNOWN)];

/// The articles that each filter of a query lets through.
pub(super) struct Filters {
    dates: Bits,
    /// In the order of [`FacetKind::ALL`].
    facets: Vec<Bits>,
}

impl Filters {
    pub(super) fn new(engine: &Engine, query: &Query) -> Self {
        let in_time = |article: u32| {
            let date = engine.heads.day(article);
            let within = |date| query.from.is_none_or(|from| from <= date) && query.to.is_none_or(|to| date <= to);
            date.is_some_and(within)
        };
        let dated = query.from.is_some() || query.to.is_some();
        let dates = if dated { Bits::of(engine.heads.len(), in_time) } else { engine.everything() };
        let facets = (0..FacetKind::ALL.len()).map(|i| engine.chosen(i, &query.choices)).collect();
        Self { dates, facets }
    }

    /// The articles of `found` that pass everything but, perhaps, the dates and one facet.
    pub(super) fn pass(&self, found: &Bits, dates: bool, without: Option<usize>) -> Bits {
        let mut articles = found.clone();
        if dates {
            articles.keep(&self.dates);
        }
        self.facets.iter().enumerate().filter(|(i, _)| Some(*i) != without).for_each(|(_, facet)| articles.keep(facet));
        articles
    }
}

/// The values of a facet that a query chooses, and those it leaves out; who wants and refuses one value refuses it.
struct Chosen {
    wanted: Vec<u32>,
    unwanted: Vec<u32>,
    /// Whether there is a wish at all, be it for what the archive does not have.
    wants: bool,
}

impl Chosen {
    fn state(&self, value: u32) -> ChoiceState {
        if self.unwanted.contains(&value) {
            ChoiceState::Excluded
        } else if self.wanted.contains(&value) {
            ChoiceState::Included
        } else {
            ChoiceState::Free
        }
    }
}

impl Engine {
    fn choices(&self, kind: FacetKind, choices: &[Choice]) -> Chosen {
        let mut chosen = Chosen { wanted: Vec::new(), unwanted: Vec::new(), wants: false };
        for choice in choices.iter().filter(|choice| choice.facet == kind) {
            let unnamed = UNNAMED.iter().find(|(_, word)| *word == choice.value).map(|&(value, _)| value);
            let value = unnamed.or_else(|| self.heads.value_of(kind, &choice.value).map(|value| value as u32));
            chosen.wants |= !choice.exclude;
            (if choice.exclude { &mut chosen.unwanted } else { &mut chosen.wanted }).extend(value);
        }
        chosen
    }

    /// What is missing to know the facets of an answer, and the articles that a query's choices let through.
    pub(super) fn facets_there(&self, choices: &[Choice]) -> Result<(), Missing> {
        let mut missing = Missing::default();
        let _ = missing.note(self.parts.of_kind(PartKind::Facet, 0));
        missing.or(())?;
        let there = |choice: &Choice| {
            let unnamed = UNNAMED.iter().any(|(_, word)| *word == choice.value);
            unnamed || self.heads.value_of(choice.facet, &choice.value).is_some()
        };
        match choices.iter().all(there) {
            true => Ok(()),
            // It may be a value of one article, or a former one.
            false => self.overview_there(),
        }
    }

    /// The articles that the choices of one facet let through: one of the wanted values, none of the unwanted.
    fn chosen(&self, facet: usize, choices: &[Choice]) -> Bits {
        #[expect(clippy::indexing_slicing, reason = "`of` counts the places of that list")]
        let kind = FacetKind::ALL[facet];
        if choices.iter().all(|choice| choice.facet != kind) {
            return self.everything();
        }
        let chosen = self.choices(kind, choices);
        Bits::of(self.heads.len(), |article| {
            let values = self.heads.facet(facet).of(article);
            let has = |wanted: &[u32]| values.iter().any(|value| wanted.contains(value));
            (!chosen.wants || has(&chosen.wanted)) && !has(&chosen.unwanted)
        })
    }

    /// The articles with a value whose name holds all of `forms` as words, or whose slug they are. The last one may be
    /// the beginning of a word where it is still being typed.
    pub(super) fn with_value(&self, kind: FacetKind, forms: &[String], typing: bool) -> Bits {
        let named = |name: &str| {
            let words: Vec<String> = words::forms(name).collect();
            forms.iter().enumerate().all(|(i, form)| {
                let open = typing && i + 1 == forms.len();
                words.iter().any(|word| word == form || (open && word.starts_with(form)))
            })
        };
        let list = if kind == FacetKind::Person { self.people() } else { &[] };
        let aliases = |value: usize| list.get(value).map_or(&[][..], |person| &person.aliases);
        let wanted: Vec<bool> = (0..self.heads.values(kind))
            .map(|value| {
                let (slug, label) = self.heads.value(kind, value).unwrap_or_default();
                named(label) || named(slug) || aliases(value).iter().any(|alias| named(alias))
            })
            .collect();
        Bits::of(self.heads.len(), |article| {
            let values = self.heads.facet(kind.place()).of(article);
            values.iter().any(|&value| wanted.get(value as usize).is_some_and(|&wanted| wanted))
        })
    }

    /// The articles whose day is `wanted`.
    pub(super) fn dated(&self, wanted: impl Fn(Date) -> bool) -> Bits {
        Bits::of(self.heads.len(), |article| self.heads.day(article).is_some_and(&wanted))
    }

    /// All facets of an answer.
    pub(super) fn facets(&self, found: &Bits, filters: &Filters, query: &Query) -> Vec<Facet> {
        let facet = |kind: FacetKind| self.facet(kind, &filters.pass(found, true, Some(kind.place())), query);
        FacetKind::ALL.into_iter().map(facet).collect()
    }

    fn facet(&self, kind: FacetKind, articles: &Bits, query: &Query) -> Facet {
        let (counts, more) = self.counted(kind, articles);
        Facet { more, ..self.listed(kind, &counts, query, true) }
    }

    /// How many of these articles have each value, and how many values one of them alone has that are not there yet.
    pub(super) fn counted(&self, kind: FacetKind, articles: &Bits) -> (Vec<u32>, u32) {
        let lists = self.heads.facet(kind.place());
        // Where most articles answer, those that do not are fewer, and are taken off what is known of all.
        let mut others = self.everything();
        others.remove(articles);
        let most = others.len() < articles.len();
        let (mut counts, mut more) = (Vec::new(), 0);
        if most {
            counts.clone_from(&lists.counts);
            more = self.heads.all_lacking(kind.place());
        }
        counts.resize(self.heads.values(kind), 0);
        let step = if most { u32::MAX } else { 1 };
        for article in if most { &others } else { articles }.iter() {
            for &value in lists.of(article) {
                if let Some(count) = counts.get_mut(value as usize) {
                    *count = count.wrapping_add(step);
                }
            }
            more = self.heads.lacking(kind.place(), article).wrapping_mul(step).wrapping_add(more);
        }
        (counts, more)
    }

    /// A facet with these counts, one for each of its values, and behind them of some that are not there yet; a short one with
    /// all its values, where `all` are wanted.
    pub(super) fn listed(&self, kind: FacetKind, counts: &[u32], query: &Query, all: bool) -> Facet {
        let chosen = self.choices(kind, &query.choices);
        let all = all && self.heads.is_short(kind.place());
        let key = |(&count, value): (&u32, u32)| self.key(kind, value, count, &chosen, all);
        let (counts, rest) = counts.split_at(self.heads.values(kind).min(counts.len()));
        let more = rest.iter().filter(|count| **count > 0).count() as u32;
        Facet { kind, keys: counts.iter().zip(0..).filter_map(key).collect(), more }
    }

    /// The people of an answer of statements, and how many were made by those without a name.
    pub(super) fn speaking(&self, counts: &[u32], unnamed: [u32; 2], query: &Query) -> Facet {
        let facet = self.listed(FacetKind::Person, counts, query, false);
        let chosen = self.choices(FacetKind::Person, &query.choices);
        let key = |((value, _), count)| self.key(FacetKind::Person, value, count, &chosen, false);
        let unnamed = UNNAMED.into_iter().zip(unnamed).filter_map(key);
        Facet { keys: facet.keys.iter().copied().chain(unnamed).collect(), ..facet }
    }

    fn key(&self, kind: FacetKind, value: u32, count: u32, chosen: &Chosen, all: bool) -> Option<u64> {
        let state = chosen.state(value);
        let marks = match state {
            ChoiceState::Free if count == 0 && !all => return None,
            ChoiceState::Free => 0,
            ChoiceState::Included => CHOSEN,
            ChoiceState::Excluded => CHOSEN | EXCLUDED,
        };
        let shared = if self.heads.is_rare(kind.place(), value) { 0 } else { SHARED };
        Some(marks | u64::from(count) << 32 | shared | u64::from(NUMBERS.saturating_sub(value)) << 1)
    }

    /// The first values of a facet: chosen ones, then those that come with what several articles of the archive share, by
    /// count, then by slug; at most `most`.
    #[must_use]
    pub fn values(&self, facet: &Facet, most: usize) -> Vec<FacetValue> {
        let mut heap: BinaryHeap<u64> = facet.keys.to_vec().into();
        let value = |key: u64| {
            let number = NUMBERS - ((key >> 1) as u32 & NUMBERS);
            let unnamed = UNNAMED.iter().find(|(value, _)| *value == number).map(|&(_, word)| (word, word));
            let (value, label) = unnamed.or_else(|| self.heads.value(facet.kind, number as usize))?;
            let state = match (key & CHOSEN, key & EXCLUDED) {
                (0, _) => ChoiceState::Free,
                (_, 0) => ChoiceState::Included,
                _ => ChoiceState::Excluded,
            };
            let count = (key >> 32) as u32 & !(3 << 30);
            Some(FacetValue { value: value.to_owned(), label: label.to_owned(), count, state })
        };
        std::iter::from_fn(|| heap.pop()).filter_map(value).take(most).collect()
    }

    /// What a value of a facet is called, if it is known.
    #[must_use]
    pub fn label(&self, facet: FacetKind, slug: &str) -> Option<&str> {
        let value = self.heads.value_of(facet, slug)?;
        self.heads.value(facet, value).map(|(_, label)| label)
    }
}
