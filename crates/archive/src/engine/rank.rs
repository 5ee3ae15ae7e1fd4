//! How well an article answers.
//!
//! The score is BM25F: a word counts by how often it stands in an article (`k1`), measured against the article's
//! length (`b`), more in the headline and in the lead, and by how rare it is. An exact form always outranks its
//! relatives, and those outrank a word that only begins alike: each of the three has a band of its own. Words that stand
//! close together add to it, most where they follow one another as typed: within about a sentence they add a good part,
//! across a text next to nothing. Where sentences end is not in the index: what a page shows is read anyway, and those
//! of its hits that hold all words in one sentence, or in a statement, come first among them, the shorter sentence and the
//! shorter article before the longer. A headline that is just the question comes before all. Sources:
//! S. Robertson, H. Zaragoza, *The Probabilistic Relevance Framework: BM25 and Beyond*, 2009 (BM25F, and its usual `k1`
//! and `b`); T. Tao, C. Zhai, *An Exploration of Proximity Measures in Information Retrieval*, 2007 (the shortest
//! stretch that holds all words). Scores are whole numbers of thousandths, so that every machine orders alike.

use std::ops::Range;

use super::Engine;
use super::parse::Expression;
use super::parts::Missing;
use super::search::{Found, Together};
use crate::answer::{Explanation, Outcome, WordTerm};
use crate::query::Query;
use crate::words;

const K1: f64 = 1.2;
const B: f64 = 0.75;
/// What a word counts in the text, in the lead and in the headline.
const TEXT: u32 = 4;
const LEAD: u32 = 6;
const TITLE: u32 = 60;
/// The lead is so many words of the text.
const LEAD_WORDS: u32 = 40;
/// What words add that stand together, as a share of what the words can weigh: in the text and in the headline.
const CLOSE: f64 = 1.0;
const CLOSE_TITLE: f64 = 2.0;
/// With so many other words between them they add half.
const HALF: f64 = 20.0;
/// What they add on a page of hits where one sentence holds them all, however far apart, or the headline does; what more,
/// the shorter the article is, and the shorter the sentence: of many words, these three are remembered less likely.
const IN_SENTENCE: f64 = 1.0;
const IN_TITLE: f64 = 1.5;
const SHORT_ARTICLE: f64 = 1.5;
const SHORT_SENTENCE: f64 = 1.5;
/// A sentence of so many words adds half of that.
const USUAL_SENTENCE: f64 = 20.0;
/// What a statement adds that holds most of what the words say.
const SAID: f64 = 0.1;
/// What they add in another order than typed, and where they follow one another as typed, as a share.
const DISORDER: f64 = 0.6;
const FOLLOWING: f64 = 1.5;
/// What a headline that is just the question adds: more than all the rest can.
const SAME_TITLE: f64 = 1000.0;
/// A score is kept in thousandths.
const SCALE: f64 = 1000.0;

/// How a form came to match a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tier {
    Exact,
    Relative,
    Ahead,
}

/// What is compared with the articles: the clauses held, and the clause that each word of the question stands in.
#[derive(Debug)]
pub(super) struct Wanted<'w> {
    pub(super) held: &'w [&'w Found],
    words: Vec<Option<&'w Found>>,
}

impl<'w> Wanted<'w> {
    pub(super) fn new(held: &'w [&'w Found], question: &str) -> Self {
        let clause = |form: &String| {
            let says = |what: &Expression| matches!(what, Expression::Words { forms, .. } if forms.contains(form));
            held.iter().copied().find(|found| found.clause.any.iter().any(says))
        };
        let forms = words::tokens(question, 0).map(|token| words::form(&question[token.range]));
        // No headline is longer than what a question is read for.
        Self { held, words: forms.take(64).map(|form| clause(&form)).collect() }
    }
}

/// Words that stand together.
struct Stretch {
    /// The places of what holds them: a headline, a sentence, or all of a text.
    piece: Range<u32>,
    /// How many other words stand between them; below 0 where one word answers several.
    between: i64,
    /// Whether they stand in the order typed.
    sorted: bool,
}

impl Stretch {
    /// What their order makes of their worth.
    fn order(&self) -> f64 {
        match (self.sorted, self.between) {
            (true, 0) => FOLLOWING,
            (true, _) => 1.0,
            _ => DISORDER,
        }
    }
}

impl Engine {
    /// What places in an article count together.
    pub(super) fn count(&self, article: u32, places: impl Iterator<Item = u32>) -> u32 {
        let title = self.heads.lengths(article).0;
        let weight = |place| match place < title {
            true => TITLE,
            false if place <= title + LEAD_WORDS => LEAD,
            false => TEXT,
        };
        places.map(weight).fold(0, u32::saturating_add)
    }

    /// What a clause adds to the score of an article that holds it.
    fn adds(&self, article: u32, found: &Found) -> f64 {
        let length = f64::from(self.heads.lengths(article).1);
        let norm = K1 * (1.0 - B + B * length / self.heads.listed().mean_length);
        let [exact, relative, ahead] = found.counts[article as usize].map(f64::from);
        let often = (exact + relative / 2.0 + ahead / 4.0) / f64::from(TEXT);
        let often = often / (often + norm);
        let band = if exact > 0.0 {
            1.0 + often
        } else if relative > 0.0 {
            0.5 + often / 2.0
        } else {
            often / 2.0
        };
        found.rarity * band
    }

    /// What an article's headline adds where it is just the question: each word in its place, and no more.
    fn same_title(&self, article: u32, wanted: &Wanted<'_>) -> f64 {
        let title = self.heads.lengths(article).0 as usize;
        let here = |(place, found): (u64, &Option<&Found>)| {
            found.is_some_and(|found| found.exact_places(article).binary_search(&place).is_ok())
        };
        let fits = title > 0 && title == wanted.words.len() && (0..).zip(&wanted.words).all(here);
        if fits { SAME_TITLE } else { 0.0 }
    }

    /// The score of an article that holds all that is wanted, in thousandths; 0 where only filters are.
    pub(super) fn score(&self, article: u32, wanted: &Wanted<'_>) -> u32 {
        if wanted.held.is_empty() {
            return 0;
        }
        let words: f64 = wanted.held.iter().map(|found| self.adds(article, found)).sum();
        let score = words + self.closeness(article, wanted.held) + self.same_title(article, wanted);
        (score * SCALE) as u32
    }

    /// What it adds to the score, in thousandths, that one sentence or the headline holds all words, by the places where
    /// sentences begin and the one behind the last, and that a statement holds most of what they say.
    pub(super) fn in_one_piece(&self, article: u32, held: &[&Found], sentences: &[u32], said: bool) -> u32 {
        let weight: f64 = held.iter().map(|found| found.rarity).sum();
        let (title, all) = self.heads.lengths(article);
        let short = SHORT_ARTICLE / (1.0 + f64::from(all) / self.heads.listed().mean_length);
        let end = sentences.last().copied().unwrap_or_default();
        let worth = |stretch: &Stretch| {
            let length = f64::from(stretch.piece.end.min(end).saturating_sub(stretch.piece.start));
            let own = if stretch.piece.end <= title { IN_TITLE } else { IN_SENTENCE };
            stretch.order() * (own + short + SHORT_SENTENCE / (1.0 + length / USUAL_SENTENCE))
        };
        let near = self.best(article, held, sentences, &worth) + if said { SAID } else { 0.0 };
        (near * weight * SCALE) as u32
    }

    /// What the best stretch of an article that holds every word adds.
    fn closeness(&self, article: u32, held: &[&Found]) -> f64 {
        self.nearness(article, held) * held.iter().map(|found| found.rarity).sum::<f64>()
    }

    /// How well the words stand together in an article, whatever they weigh.
    pub(super) fn nearness(&self, article: u32, held: &[&Found]) -> f64 {
        let title = self.heads.lengths(article).0;
        let worth = |stretch: &Stretch| {
            let field = if stretch.piece.end <= title { CLOSE_TITLE } else { CLOSE };
            stretch.order() * field * HALF / (HALF + stretch.between.max(0) as f64)
        };
        self.best(article, held, &[title], &worth)
    }

    /// What the best stretch that holds every word is worth, of those that reach over none of `bounds`, which ascend.
    fn best(&self, article: u32, held: &[&Found], bounds: &[u32], worth: &dyn Fn(&Stretch) -> f64) -> f64 {
        if held.len() < 2 {
            return 0.0;
        }
        let mut bounds = bounds.iter().copied().peekable();
        let mut piece = 0;
        // The places of each word, of which the first is taken again and again: every answering article comes here, and
        // sorting them all anew took most of the time of common words.
        let places: Vec<Vec<u64>> = held.iter().map(|found| found.exact_places(article)).collect();
        let mut left: Vec<&[u64]> = places.iter().map(Vec::as_slice).collect();
        let least = held.len() as i64 - 1;
        let mut last: Vec<Option<u32>> = vec![None; held.len()];
        let mut best = 0.0f64;
        while let Some((place, word)) = (0..).zip(&left).filter_map(|(i, left)| Some((*left.first()?, i))).min() {
            let (place, word): (u32, usize) = (place as u32, word);
            left[word] = &left[word][1..];
            while let Some(bound) = bounds.next_if(|&bound| bound <= place) {
                last.fill(None);
                piece = bound;
            }
            last[word] = Some(place);
            let Some(first) = last.iter().copied().min().flatten() else { continue };
            let piece = piece..bounds.peek().copied().unwrap_or(u32::MAX);
            let between = i64::from(place - first) - least;
            best = best.max(worth(&Stretch { piece, between, sorted: last.is_sorted() }));
        }
        best
    }

    /// Why an article has its score; none where it does not answer.
    #[must_use]
    pub fn explain(&self, query: &Query, article: u32) -> Outcome<Option<Explanation>> {
        match self.try_explain(query, article) {
            Ok(explanation) => Outcome::Ready(explanation),
            Err(missing) => Outcome::Needs(missing.into_parts()),
        }
    }

    fn try_explain(&self, query: &Query, article: u32) -> Result<Option<Explanation>, Missing> {
        let found = self.find_all(self.look_up(super::parse::parse(&query.words).clauses)?)?;
        let Together { articles, held, .. } = self.together(&found);
        if !articles.holds(article) {
            return Ok(None);
        }
        let wanted = Wanted::new(&held, &query.words);
        let term = |found: &&Found| WordTerm {
            typed: found.clause.typed.clone(),
            rarity: found.rarity,
            counts: found.counts[article as usize].map(|count| f64::from(count) / f64::from(TEXT)),
            adds: self.adds(article, found),
        };
        let mut missing = Missing::default();
        let body = missing.note(self.body(article)).flatten().unwrap_or_default();
        let base = self.score(article, &wanted);
        let score = self.hit(article, &body, &held, base).score;
        missing.or(Some(Explanation {
            words: held.iter().map(term).collect(),
            closeness: self.closeness(article, &held) + f64::from(score - base) / SCALE,
            title: if held.is_empty() { 0.0 } else { self.same_title(article, &wanted) },
            score,
        }))
    }
}
