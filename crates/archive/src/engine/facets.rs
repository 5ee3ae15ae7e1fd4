//! Filters, and how many articles each choice would show.

use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

use super::Engine;
use super::bits::Bits;
use crate::answer::{ChoiceState, Facet, FacetValue};
use crate::model::Date;
use crate::query::{Choice, FacetKind, Query};
use crate::words;

/// A facet of at most this many values always lists them all; a longer one lists those that an article has.
const SHORT: usize = 30;

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
            date.map_or(query.from.is_none() && query.to.is_none(), |date| {
                query.from.is_none_or(|from| from <= date) && query.to.is_none_or(|to| date <= to)
            })
        };
        let dates = Bits::of(engine.heads.len(), in_time);
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

impl Engine {
    /// The articles that the choices of one facet let through: one of the wanted values, none of the unwanted.
    fn chosen(&self, facet: usize, choices: &[Choice]) -> Bits {
        let kind = FacetKind::ALL[facet];
        let own: Vec<&Choice> = choices.iter().filter(|choice| choice.facet == kind).collect();
        if own.is_empty() {
            return self.everything();
        }
        let states = self.states(kind, &own);
        let wants = own.iter().any(|choice| !choice.exclude);
        Bits::of(self.heads.len(), |article| {
            let values = self.heads.facet(facet).of(article);
            let has = |state| values.iter().any(|&value| states[value as usize] == state);
            (!wants || has(ChoiceState::Included)) && !has(ChoiceState::Excluded)
        })
    }

    /// The articles with a value whose name holds all of `forms` as words, or whose slug they are. The last one may be
    /// the beginning of a word where it is still being typed.
    pub(super) fn with_value(&self, kind: FacetKind, forms: &[String], typing: bool) -> Bits {
        let named = |name: &str| {
            let words: Vec<String> = words::tokens(name, 0).map(|token| words::form(&name[token.range])).collect();
            forms.iter().enumerate().all(|(i, form)| {
                let open = typing && i + 1 == forms.len();
                words.iter().any(|word| word == form || (open && word.starts_with(form)))
            })
        };
        let aliases = |value: usize| match kind {
            FacetKind::Person => self.heads.entities().people.get(value).map_or(&[][..], |person| &person.aliases),
            _ => &[],
        };
        let wanted: Vec<bool> = (0..self.heads.values(kind))
            .map(|value| {
                let (slug, label) = self.heads.value(kind, value).unwrap_or_default();
                named(label) || named(slug) || aliases(value).iter().any(|alias| named(alias))
            })
            .collect();
        let facet = FacetKind::ALL.iter().position(|&other| other == kind).unwrap_or(0);
        Bits::of(self.heads.len(), |article| {
            self.heads.facet(facet).of(article).iter().any(|&value| wanted[value as usize])
        })
    }

    /// The articles whose day is `wanted`.
    pub(super) fn dated(&self, wanted: impl Fn(Date) -> bool) -> Bits {
        Bits::of(self.heads.len(), |article| self.heads.day(article).is_some_and(&wanted))
    }

    /// The state of each value of a facet. Who wants and refuses one value refuses it.
    fn states(&self, kind: FacetKind, own: &[&Choice]) -> Vec<ChoiceState> {
        let state = |value| {
            let slug = self.heads.value(kind, value).map(|(slug, _)| slug);
            state_of(slug.unwrap_or_default(), own)
        };
        (0..self.heads.values(kind)).map(state).collect()
    }

    /// All facets of an answer.
    pub(super) fn facets(&self, found: &Bits, filters: &Filters, query: &Query) -> Vec<Facet> {
        let facet = |(i, &kind)| self.facet(i, kind, &filters.pass(found, true, Some(i)), query);
        FacetKind::ALL.iter().enumerate().map(facet).collect()
    }

    fn facet(&self, i: usize, kind: FacetKind, articles: &Bits, query: &Query) -> Facet {
        let mut counts = vec![0u32; self.heads.values(kind)];
        for article in articles.iter() {
            self.heads.facet(i).of(article).iter().for_each(|&value| counts[value as usize] += 1);
        }
        self.listed(kind, counts, query)
    }

    /// A facet with these counts, one for each of its values.
    pub(super) fn listed(&self, kind: FacetKind, counts: Vec<u32>, query: &Query) -> Facet {
        let own: Vec<&Choice> = query.choices.iter().filter(|choice| choice.facet == kind).collect();
        let size = counts.len();
        let mut values: Vec<FacetValue> = Vec::new();
        for (value, count) in counts.into_iter().enumerate() {
            let Some((slug, label)) = self.heads.value(kind, value) else { continue };
            let state = if own.is_empty() { ChoiceState::Free } else { state_of(slug, &own) };
            if count > 0 || size <= SHORT || state != ChoiceState::Free {
                values.push(FacetValue { value: slug.to_owned(), label: label.to_owned(), count, state });
            }
        }
        for choice in own {
            if values.iter().all(|value| value.value != choice.value) {
                let state = state_of(&choice.value, &[choice]);
                values.push(FacetValue { value: choice.value.clone(), label: choice.value.clone(), count: 0, state });
            }
        }
        sort(&mut values);
        Facet { kind, values }
    }
}

/// Chosen values first, then by count, then by label.
///
/// By a heap, which is a fraction of a further quicksort in the page.
pub(super) fn sort(values: &mut Vec<FacetValue>) {
    let heap: BinaryHeap<Ranked> = values.drain(..).map(Ranked).collect();
    values.extend(heap.into_sorted_vec().into_iter().map(|ranked| ranked.0));
}

/// A value in the order in which a facet shows it.
struct Ranked(FacetValue);

impl Ord for Ranked {
    fn cmp(&self, other: &Self) -> Ordering {
        let (a, b) = (&self.0, &other.0);
        let key = |v: &FacetValue| (v.state == ChoiceState::Free, Reverse(v.count));
        key(a).cmp(&key(b)).then_with(|| a.label.cmp(&b.label)).then_with(|| a.value.cmp(&b.value))
    }
}

impl PartialOrd for Ranked {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Ranked {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Ranked {}

pub(super) fn state_of(slug: &str, own: &[&Choice]) -> ChoiceState {
    let chosen = |exclude: bool| own.iter().any(|choice| choice.exclude == exclude && choice.value == slug);
    if chosen(true) {
        ChoiceState::Excluded
    } else if chosen(false) {
        ChoiceState::Included
    } else {
        ChoiceState::Free
    }
}
