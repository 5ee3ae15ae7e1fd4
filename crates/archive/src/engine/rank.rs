//! How well an article answers.
//!
//! The score is BM25F: a word counts by how often it stands in an article (`k1`), measured against the article's
//! length (`b`), more in the headline and in the lead, and by how rare it is. An exact form always outranks its
//! relatives, and those outrank a word that only begins alike: each of the three has a band of its own. Words that stand
//! close together add to it, most where they follow one another as typed: within about a sentence they add a good part,
//! across a text next to nothing. Where sentences end is not in the index: what a page shows is read anyway, and those
//! of its hits come first among them that are most likely to be asked for with these words. Who remembers an article
//! remembers words of its headline or of one of its sentences, in their order, scattered or as a piece: of a short
//! sentence sooner just these, and of a short article sooner just this sentence. A headline that is just the question
//! comes before all. Sources:
//! S. Robertson, H. Zaragoza, *The Probabilistic Relevance Framework: BM25 and Beyond*, 2009 (BM25F, and its usual `k1`
//! and `b`); T. Tao, C. Zhai, *An Exploration of Proximity Measures in Information Retrieval*, 2007 (the shortest
//! stretch that holds all words); J. Ponte, W. Croft, *A Language Modeling Approach to Information Retrieval*, 1998 (by
//! the chance that an article begets the question); L. Azzopardi, M. de Rijke, K. Balog, *Building Simulated Queries for
//! Known-Item Topics*, 2007 (how such questions come about). Scores are whole numbers of thousandths, so that every
//! machine orders alike.

use super::Engine;
use super::bits::Bits;
use super::parse::Expression;
use super::parts::Missing;
use super::search::{Found, Together};
use crate::answer::{Explanation, Outcome, WordTerm};
use crate::form::postings::LEAD as LEAD_WORDS;
use crate::query::Query;
use crate::words;

const K1: f64 = 1.2;
const B: f64 = 0.75;
/// What a word counts in the text, in the lead and in the headline.
const TEXT: u32 = 4;
const LEAD: u32 = 6;
const TITLE: u32 = 60;
/// What words add that stand together, as a share of what the words can weigh: in the text and in the headline.
const CLOSE: f64 = 1.5;
const CLOSE_TITLE: f64 = 2.5;
/// With so many other words between them they add half.
const HALF: f64 = 20.0;
/// What they add less where not all stand there in the form typed, as a share.
const CLOSE_RELATIVE: f64 = 0.5;
/// How often words are remembered from a headline, from two sentences that follow one another (or the headline and the
/// first), and from anywhere in a text, for once from a sentence.
const FROM_TITLE: f64 = 0.5;
const FROM_TWO: f64 = 0.03;
const FROM_ANYWHERE: f64 = 0.1;
/// How often in another order than they stand in, for once in that.
const TURNED: f64 = 0.03;
/// How often a word is remembered in another form, for once as it stands; one of which only the beginning fits is that twice.
const ALTERED: f64 = 0.01;
/// What is added on a page of hits for each time that a word is e times as likely, as a share of what the words weigh: so
/// much that the rest of the score hardly counts beside it.
const LIKELY: f64 = 5.0;
/// Counted from here: the logarithm of how many words there could be.
const UNLIKELY: f64 = 16.0;
/// What a statement adds that holds most of what the words say.
const SAID: f64 = 0.1;
/// What they add in another order than typed, and where they follow one another as typed, as a share.
const DISORDER: f64 = 0.4;
const FOLLOWING: f64 = 1.5;
/// What a headline that is just the question adds: more than all the rest can.
const SAME_TITLE: f64 = 100_000.0;
/// A score is kept in thousandths.
const SCALE: f64 = 1000.0;

/// How a form came to match a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tier {
    Exact,
    Relative,
    Ahead,
}

/// Adds what so many places in the headline, in the lead and in the rest of the text count.
pub(super) fn weigh(count: &mut u32, [title, lead, text]: [u32; 3]) {
    for (places, weight) in [(title, TITLE), (lead, LEAD), (text, TEXT)] {
        *count = count.saturating_add(places.saturating_mul(weight));
    }
}

/// Adds what places count in an article whose headline has so many.
pub(super) fn add(count: &mut u32, title: u32, places: &[u32]) {
    for &place in places {
        let weight = match place < title {
            true => TITLE,
            false if place - title <= LEAD_WORDS => LEAD,
            false => TEXT,
        };
        *count = count.saturating_add(weight);
    }
}

/// What is compared with the articles: the clauses held, and the clause that each word of the question stands in.
#[derive(Debug)]
pub(super) struct Wanted<'w> {
    articles: &'w Bits,
    pub(super) held: &'w [&'w Found],
    words: Vec<Option<&'w Found>>,
}

impl<'w> Wanted<'w> {
    /// The ways to read a question, the one that says most first: as words where all of them are held, then as it is.
    pub(super) fn ways(as_words: &'w Together<'w>, together: &'w Together<'w>, question: &str) -> Vec<Self> {
        let whole = !as_words.held.is_empty() && as_words.dropped.is_empty();
        let ways = [as_words, together].into_iter().skip(usize::from(!whole));
        ways.map(|way| Self::new(way, question)).collect()
    }

    /// The first of these ways in which an article answers.
    pub(super) fn of(ways: &'w [Self], article: u32) -> Option<&'w Self> {
        ways.iter().find(|way| way.articles.holds(article))
    }

    fn new(Together { articles, held, .. }: &'w Together<'w>, question: &str) -> Self {
        let clause = |form: &String| {
            let says = |what: &Expression| matches!(what, Expression::Words { forms, .. } if forms.contains(form));
            held.iter().copied().find(|found| found.clause.any.iter().any(says))
        };
        let forms = words::forms(question);
        // No headline is longer than what a question is read for.
        Self { articles, held, words: forms.take(64).map(|form| clause(&form)).collect() }
    }
}

/// Words that stand together.
struct Stretch {
    /// The place of the last one.
    last: u32,
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
    /// How often a word has to stand in an article to count half, by the article's length.
    fn norm(&self, article: u32) -> f64 {
        let length = f64::from(self.heads.lengths(article).1);
        K1 * (1.0 - B + B * length / self.heads.listed().mean_length)
    }

    /// What a clause adds to the score of an article that holds it, and in which so many count half.
    fn adds(article: u32, found: &Found, norm: f64) -> f64 {
        let [exact, relative, ahead] = found.counts_in(article).map(f64::from);
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
        let here = |(place, found): (u64, &Option<&Found>)| {
            found.is_some_and(|found| found.exact_places(article).binary_search(&place).is_ok())
        };
        let fits = self.may_be_title(article, wanted) && (0..).zip(&wanted.words).all(here);
        if fits { SAME_TITLE } else { 0.0 }
    }

    /// Whether an article's headline has as many words as the question.
    fn may_be_title(&self, article: u32, wanted: &Wanted<'_>) -> bool {
        let title = self.heads.lengths(article).0 as usize;
        title > 0 && title == wanted.words.len()
    }

    /// The score of an article that holds all that is wanted, in thousandths; 0 where only filters are.
    pub(super) fn score(&self, article: u32, wanted: &Wanted<'_>) -> u32 {
        self.score_above(article, wanted, |_| true).unwrap_or_default()
    }

    /// The same, as long as the most that it may be is `worth` knowing: how close words stand is told by all their places
    /// in an article, which takes most of the time of words that many articles hold.
    pub(super) fn score_above(
        &self,
        article: u32,
        wanted: &Wanted<'_>,
        worth: impl FnOnce(u32) -> bool,
    ) -> Option<u32> {
        if wanted.held.is_empty() {
            return Some(0);
        }
        let norm = self.norm(article);
        let words: f64 = wanted.held.iter().map(|found| Self::adds(article, found, norm)).sum();
        let title = if self.may_be_title(article, wanted) { SAME_TITLE } else { 0.0 };
        let most = words + Self::closest(article, wanted.held) + title;
        if !worth((most * SCALE) as u32) {
            return None;
        }
        let score = words + self.closeness(article, wanted.held) + self.same_title(article, wanted);
        Some((score * SCALE) as u32)
    }

    /// What it adds to the score, in thousandths, how likely an article is to be asked for with these words, by the places
    /// where its headline and its sentences begin and the one behind the last, and that a statement holds most of what they
    /// say.
    pub(super) fn in_sentences(&self, article: u32, held: &[&Found], sentences: &[u32], said: bool) -> u32 {
        let weight: f64 = held.iter().map(|found| found.rarity).sum();
        let mut adds = if said { SAID } else { 0.0 };
        if held.len() > 1 {
            let each = libm::log(self.likelihood(article, held, sentences)) / held.len() as f64;
            adds += LIKELY * (UNLIKELY + each).max(0.0);
        }
        (adds * weight * SCALE) as u32
    }

    /// How likely it is that who remembers an article remembers these words of it.
    fn likelihood(&self, article: u32, held: &[&Found], sentences: &[u32]) -> f64 {
        let places: Vec<Vec<u64>> = held.iter().map(|found| found.exact_places(article)).collect();
        let count = sentences.len().saturating_sub(2).max(1) as f64;
        // The headline is the first piece; the others share what is left.
        let mut share = FROM_TITLE;
        let mut all = 0.0;
        let mut left = sentences;
        while let [from, rest @ ..] = left {
            for (to, factor) in rest.iter().zip([1.0, FROM_TWO]) {
                all += share * factor * chance(&places, u64::from(*from), u64::from(*to));
            }
            (left, share) = (rest, 1.0 / count);
        }
        all += FROM_ANYWHERE * some_of(held.len(), u64::from(sentences.last().copied().unwrap_or_default()));
        for found in held {
            match found.counts.get(article as usize) {
                None | Some([0, 0, _]) => all *= ALTERED * ALTERED,
                Some([0, ..]) => all *= ALTERED,
                Some(_) => {}
            }
        }
        all
    }

    /// What the best stretch of an article that holds every word adds.
    fn closeness(&self, article: u32, held: &[&Found]) -> f64 {
        if held.len() < 2 { 0.0 } else { Self::close(article, held, self.nearness(article, held)) }
    }

    /// The most that this may be, by the counts alone: where each word may stand in the headline, and where not.
    fn closest(article: u32, held: &[&Found]) -> f64 {
        let in_title = |found: &&Found| found.counts_in(article).iter().any(|&count| count >= TITLE);
        match held.len() {
            0 | 1 => 0.0,
            _ if held.iter().all(in_title) => Self::close(article, held, FOLLOWING * CLOSE_TITLE),
            _ => Self::close(article, held, FOLLOWING * CLOSE),
        }
    }

    /// What words add that stand so near to one another.
    fn close(article: u32, held: &[&Found], nearness: f64) -> f64 {
        let exact = held.iter().all(|found| found.counts_in(article)[0] > 0);
        let share = if exact { 1.0 } else { CLOSE_RELATIVE };
        share * nearness * held.iter().map(|found| found.rarity).sum::<f64>()
    }

    /// How well the words stand together in an article, whatever they weigh: what the best stretch that holds every word is
    /// worth, of those that reach not from the headline into the text.
    #[expect(
        clippy::indexing_slicing,
        reason = "words are counted off `left`, and only one with a place left is taken"
    )]
    pub(super) fn nearness(&self, article: u32, held: &[&Found]) -> f64 {
        if held.len() < 2 {
            return 0.0;
        }
        let title = self.heads.lengths(article).0;
        let worth = |stretch: &Stretch| {
            let field = if stretch.last < title { CLOSE_TITLE } else { CLOSE };
            stretch.order() * field * HALF / (HALF + stretch.between.max(0) as f64)
        };
        // The places of each word, of which the first is taken again and again: every answering article comes here, and
        // sorting them all anew took most of the time of common words.
        let places: Vec<Vec<u64>> = held.iter().map(|found| found.exact_places(article)).collect();
        let mut left: Vec<&[u64]> = places.iter().map(Vec::as_slice).collect();
        let least = held.len() as i64 - 1;
        let mut last: Vec<Option<u32>> = vec![None; held.len()];
        let (mut best, mut in_title) = (0.0f64, true);
        while let Some((place, word)) = (0..).zip(&left).filter_map(|(i, left)| Some((*left.first()?, i))).min() {
            let (place, word): (u32, usize) = (place as u32, word);
            left[word] = &left[word][1..];
            if in_title && place >= title {
                in_title = false;
                last.fill(None);
            }
            last[word] = Some(place);
            let Some(first) = last.iter().copied().min().flatten() else { continue };
            let between = i64::from(place - first) - least;
            best = best.max(worth(&Stretch { last: place, between, sorted: last.is_sorted() }));
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
        let question = super::parse::parse(&query.words);
        let words = if question.chooses { self.find_words(&query.words)? } else { Vec::new() };
        let found = self.find_all(self.look_up(question.clauses)?)?;
        let (as_words, together) = (self.together(&words), self.together(&found));
        let ways = Wanted::ways(&as_words, &together, &query.words);
        let Some(wanted) = Wanted::of(&ways, article).filter(|_| together.articles.holds(article)) else {
            return Ok(None);
        };
        let held = wanted.held;
        let term = |found: &&Found| WordTerm {
            typed: found.clause.typed.clone(),
            rarity: found.rarity,
            counts: found.counts_in(article).map(|count| f64::from(count) / f64::from(TEXT)),
            adds: Self::adds(article, found, self.norm(article)),
        };
        let mut missing = Missing::default();
        let body = missing.note(self.body(article)).flatten().unwrap_or_default();
        let base = self.score(article, wanted);
        let score = self.hit(article, &body, held, base).score;
        missing.or(Some(Explanation {
            words: held.iter().map(term).collect(),
            closeness: self.closeness(article, held) + f64::from(score - base) / SCALE,
            title: if held.is_empty() { 0.0 } else { self.same_title(article, wanted) },
            score,
        }))
    }
}

/// How likely so many words, drawn from `all`, are these ones: one over the number of ways to draw them.
fn some_of(words: usize, all: u64) -> f64 {
    let words = words as u64;
    let mut chance = 1.0;
    for i in 0..words {
        chance *= (i + 1) as f64 / (all.max(words) - i) as f64;
    }
    chance
}

/// The first of some places, ascending, that lies within bounds.
fn next(places: &[u64], from: u64, to: u64) -> Option<u64> {
    places.get(places.partition_point(|&place| place < from)).copied().filter(|&place| place < to)
}

/// How likely it is that words with these places are remembered of the piece within bounds: scattered ones, and those of a
/// stretch.
fn chance(words: &[Vec<u64>], from: u64, to: u64) -> f64 {
    let mut chance = some_of(words.len(), to.saturating_sub(from));
    let mut behind = from;
    for places in words {
        if next(places, from, to).is_none() {
            return 0.0;
        }
        behind = next(places, behind, to).map_or(u64::MAX, |place| place + 1);
    }
    if behind == u64::MAX {
        chance *= TURNED;
    }
    let stretches = to.saturating_sub(from).saturating_sub(words.len() as u64 - 1).max(1);
    let Some(first) = words.first() else { return chance };
    for &place in first.iter().filter(|&&place| from <= place && place < to) {
        if (place..).zip(words).all(|(place, places)| next(places, place, place + 1).is_some()) {
            chance += 1.0 / stretches as f64;
        }
    }
    chance
}
