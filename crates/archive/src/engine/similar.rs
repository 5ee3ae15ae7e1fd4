//! More like one article: what others share with it.
//!
//! Two articles are alike by whom and what both name: people, organisations, places, topics, the kind of event. What few
//! articles hold says more than what many do, so a shared value weighs the logarithm of how few hold it (the inverse
//! document frequency of K. Spärck Jones, *A Statistical Interpretation of Term Specificity and its Application in
//! Retrieval*, 1972), by kind: a person tells a story apart, a kind of event hardly. An article that names half the country
//! shares something with every other one, so what is shared is measured against what the two hold together (L. R. Dice,
//! *Measures of the Amount of Ecologic Association Between Species*, 1945), and against as much again as a rare person
//! weighs, because two articles that name next to nothing are not alike for it. Nearness in time counts up to twice.
//!
//! All of it stands in the part with the facets, so an archive in parts fetches that part and the days, and nothing more.
//! What one article alone holds is shared with none and counts nowhere, so the list is the same with and without it.
//! Weights are whole numbers and equals go by date and id, so every machine lists alike.

use super::Engine;
use crate::answer::{Outcome, Similar};
use crate::keys;
use crate::model::{EventKind, day_number};
use crate::query::FacetKind;

/// By what articles are alike, and how much a shared one of a kind counts.
const KINDS: [(FacetKind, f64); 5] = [
    (FacetKind::Person, PERSON),
    (FacetKind::Organisation, 3.0),
    (FacetKind::Topic, 3.0),
    (FacetKind::Place, PLACES),
    (FacetKind::Event, 1.0),
];
const PERSON: f64 = 4.0;
/// All shared places together count at most as much as the rarest one: a list of provinces tells no story.
const PLACES: f64 = 2.0;
/// Less alike than this, in thousandths, is not listed: a topic or a large town alone is not enough.
const LEAST: u64 = 450;
/// So many days apart, nearness adds half of what it adds on one day.
const HALF_DAYS: u64 = 7;
/// Of two articles, no more than so many days apart, that share so much of what they hold, in thousandths, and so many
/// values, one is likely a copy of the other.
const COPY_DAYS: u64 = 3;
const COPY: u64 = 800;
const COPY_VALUES: u32 = 5;
/// So many copies stand among the others, the rest behind them.
const COPIES: usize = 2;
/// A weight of 1 in whole numbers, and a whole share.
const SCALE: f64 = 64.0;
const WHOLE: u64 = 1000;
/// What is shown of what two articles share.
const SHOWN: usize = 3;
/// Bits of a value's number in a key; above them stands its kind's place in [`KINDS`].
const VALUE_BITS: u32 = 29;

/// What an article shares, in weights.
#[derive(Default, Clone)]
struct Share {
    /// What both hold, and how many values that are.
    both: u64,
    values: u32,
    /// What it holds.
    own: u64,
}

impl Engine {
    /// The articles that are most like one, the most alike first, at most `most`; none for an article that the archive does
    /// not have or that shares too little.
    #[must_use]
    pub fn similar(&self, article: u32, most: usize) -> Outcome<Vec<Similar>> {
        let mut missing = self.counted_there("").err().unwrap_or_default();
        missing.join(self.facets_there(&[]));
        match missing.or(()) {
            Ok(()) => Outcome::Ready(self.most_alike(article, most)),
            Err(missing) => Outcome::Needs(missing.into_parts()),
        }
    }

    fn most_alike(&self, article: u32, most: usize) -> Vec<Similar> {
        let rare = self.rarity(1);
        let mut shares = vec![Share::default(); self.heads.len()];
        // What the article holds, the weightiest first.
        let mut held: Vec<u64> = Vec::new();
        for (place, (kind, factor)) in KINDS.into_iter().enumerate() {
            let lists = self.heads.facet(kind.place());
            let weights: Vec<u64> =
                lists.counts.iter().zip(0..).map(|(&n, value)| self.weight(n, kind, value, factor)).collect();
            let weight = |value: u32| weights.get(value as usize).copied().unwrap_or(0);
            let mut wanted = vec![false; weights.len()];
            for &value in lists.of(article) {
                if let Some(wanted) = wanted.get_mut(value as usize).filter(|_| weight(value) > 0) {
                    *wanted = true;
                    held.push(
                        (u64::from(u32::MAX) - weight(value)) << 32 | (place as u64) << VALUE_BITS | u64::from(value),
                    );
                }
            }
            let most = if kind == FacetKind::Place { (rare * PLACES * SCALE) as u64 } else { u64::MAX };
            for (share, other) in shares.iter_mut().zip(0..) {
                let mut both = 0;
                for &value in lists.of(other) {
                    share.own += weight(value);
                    if wanted.get(value as usize) == Some(&true) {
                        both += weight(value);
                        share.values += 1;
                    }
                }
                share.both += both.min(most);
            }
        }
        keys::sort(&mut held);
        let Some(own) = shares.get(article as usize).map(|share| share.own) else { return Vec::new() };
        let listed = self.heads.listed();
        let prior = (rare * PERSON * SCALE) as u64;
        // The most alike first, then the place in the order, in one number.
        let (mut ranked, mut copies) = (Vec::new(), Vec::new());
        for (share, other) in shares.iter().zip(0..).filter(|(share, other)| share.both > 0 && *other != article) {
            let twice = 2 * share.both * WHOLE;
            let days = self.days_between(article, other);
            let near = days.map_or(0, |days| WHOLE * HALF_DAYS / (HALF_DAYS + days));
            let score = twice / (own + share.own + prior) * (WHOLE + near) / WHOLE;
            if score < LEAST {
                continue;
            }
            let place = listed.newest.places.get(other as usize).copied().unwrap_or_default();
            let is_copy = twice >= COPY * (own + share.own) && share.values >= COPY_VALUES;
            let list = if is_copy && days.is_some_and(|days| days <= COPY_DAYS) { &mut copies } else { &mut ranked };
            list.push((u64::from(u32::MAX) - score) << 32 | u64::from(place));
        }
        keys::sort(&mut copies);
        let behind = copies.split_off(copies.len().min(COPIES));
        ranked.append(&mut copies);
        keys::sort(&mut ranked);
        let similar = |key: u64| {
            let article = listed.newest.articles.get(key as u32 as usize).copied()?;
            Some(Similar { article, score: u32::MAX - (key >> 32) as u32, shared: self.shared(&held, article) })
        };
        ranked.into_iter().chain(behind).take(most).filter_map(similar).collect()
    }

    /// How much it says that an article holds a value which so many hold, before its kind counts: from nothing, where all
    /// do, to the logarithm of how many articles there are.
    fn rarity(&self, count: u32) -> f64 {
        let all = self.heads.len().max(2) as f64;
        let rarity = libm::log(all / f64::from(count));
        rarity * rarity / libm::log(all)
    }

    /// The weight of a value: none where one article alone holds it, and where it says that nothing is known.
    fn weight(&self, count: u32, kind: FacetKind, value: usize, factor: f64) -> u64 {
        let other = kind == FacetKind::Event && EventKind::ALL.get(value) == Some(&EventKind::Lainnya);
        if count < 2 || other { 0 } else { (self.rarity(count) * factor * SCALE) as u64 }
    }

    /// How many days lie between two articles, where both have one.
    fn days_between(&self, one: u32, other: u32) -> Option<u64> {
        let days = self.heads.day(one).zip(self.heads.day(other));
        days.map(|(a, b)| day_number(a).abs_diff(day_number(b)))
    }

    /// What an article has of what is `held`, the weightiest first.
    fn shared(&self, held: &[u64], article: u32) -> Vec<(FacetKind, String)> {
        let shared = held.iter().filter_map(|&key| {
            let (kind, _) = *KINDS.get((key as u32 >> VALUE_BITS) as usize)?;
            let value = key as u32 & ((1 << VALUE_BITS) - 1);
            let (_, label) = self.heads.value(kind, value as usize)?;
            self.heads.facet(kind.place()).of(article).contains(&value).then(|| (kind, label.to_owned()))
        });
        shared.take(SHOWN).collect()
    }
}
