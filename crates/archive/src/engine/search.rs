//! Which articles hold the words.
//!
//! Each clause becomes the set of articles that hold it, with what it counts in each; what that is worth is the matter
//! of `rank`. Where not all clauses are held together, those that say least are left out, and the answer names them.

use super::Engine;
use super::bits::Bits;
use super::lookup::{Sought, Take, Target, Word};
use super::parse::{self, Clause, Expression};
use super::parts::Missing;
use super::rank::{Tier, add, weigh};
use super::spelling::Spelling;
use crate::answer::{Correction, PartId, Same};
use crate::form::RECENT;
use crate::form::columns::Columns;
use crate::form::dictionary::Entry;
use crate::form::postings::{self, List, Posting};
use crate::form::statements;
use crate::keys;

/// A clause, and the articles that hold it.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) clause: Clause,
    /// The articles that hold it.
    pub(super) articles: Bits,
    /// How much it says that an article holds it; 0 where it is a filter.
    pub(super) rarity: f64,
    /// Another spelling that was taken, for each word of it that no article holds.
    pub(super) corrected: Vec<Correction>,
    /// What else was looked for, being the same.
    pub(super) same: Vec<Same>,
    /// What it counts in each article, by tier.
    pub(super) counts: Vec<[u32; 3]>,
    any: Vec<Stand>,
    lists: Vec<(Tier, List)>,
}

/// Where a phrase stands.
#[derive(Debug)]
struct Stand {
    /// How many words it has.
    words: u32,
    /// Where it begins, by article.
    starts: Vec<(u32, Vec<u32>)>,
}

impl Found {
    /// Whether it only tells articles apart and stands nowhere in their text.
    pub(super) fn is_filter(&self) -> bool {
        self.clause.any.iter().all(Expression::is_filter)
    }

    /// How often an article holds it, by tier.
    pub(super) fn counts_in(&self, article: u32) -> [u32; 3] {
        self.counts.get(article as usize).copied().unwrap_or_default()
    }

    /// The places in an article that make it match, ascending.
    pub(super) fn places(&self, article: u32) -> Vec<u64> {
        self.places_of(article, &[Tier::Exact, Tier::Relative, Tier::Ahead])
    }

    /// Like [`Found::places`], of the exact forms only where the article holds any: cheap enough for every article.
    pub(super) fn exact_places(&self, article: u32) -> Vec<u64> {
        let [exact, ..] = self.counts_in(article);
        if exact > 0 { self.places_of(article, &[Tier::Exact]) } else { self.places(article) }
    }

    fn places_of(&self, article: u32, tiers: &[Tier]) -> Vec<u64> {
        let mut places: Vec<u64> = Vec::new();
        for Stand { words, starts } in &self.any {
            let i = starts.binary_search_by_key(&article, |&(article, _)| article);
            let starts = i.ok().and_then(|i| starts.get(i)).map_or(&[][..], |(_, starts)| starts);
            places.extend(starts.iter().flat_map(|&start| start..start.saturating_add(*words)).map(u64::from));
        }
        for (_, list) in self.lists.iter().filter(|(tier, _)| tiers.contains(tier)) {
            places.extend(list.of(article).into_iter().flat_map(Posting::places).copied().map(u64::from));
        }
        // Those of one list are in order already.
        if !places.is_sorted() {
            keys::sort(&mut places);
        }
        places.dedup();
        places
    }
}

impl Engine {
    /// Finds the articles of each clause, with other spellings where the words as typed find nothing or little.
    pub(super) fn find_all(&self, sought: Vec<Sought>) -> Result<Vec<Found>, Missing> {
        let mut missing = Missing::default();
        let mut unknown: Vec<(usize, Vec<Spelling>)> = Vec::new();
        let mut all = Vec::new();
        for (at, mut sought) in sought.into_iter().enumerate() {
            let spellings = std::mem::take(&mut sought.spellings);
            if !spellings.is_empty() {
                unknown.push((at, spellings));
            }
            all.push(self.find_clause(sought, &mut missing));
        }
        self.respell_unknown(&mut all, unknown, &mut missing);
        let mut all = missing.or(all)?;
        let mut missing = Missing::default();
        self.respell_rare(&mut all, &mut missing);
        missing.or(all)
    }

    /// Finds the articles of each word of a question as typed, `atau` among them.
    pub(super) fn find_words(&self, typed: &str) -> Result<Vec<Found>, Missing> {
        let mut missing = Missing::default();
        let sought = self.look_up(parse::as_words(typed).clauses)?.into_iter();
        let found = sought.map(|sought| self.find_clause(sought, &mut missing)).collect();
        missing.or(found)
    }

    pub(super) fn find_clause(&self, sought: Sought, missing: &mut Missing) -> Found {
        let Sought { clause, any, corrected, same, .. } = sought;
        let [mut articles, mut close] = [(); 2].map(|()| Bits::none(self.heads.len()));
        let mut counts = vec![[0u32; 3]; self.heads.len()];
        let (mut stands, mut singles) = (Vec::new(), Vec::new());
        for target in any {
            match target {
                Target::Articles(known) => articles.join(&known),
                Target::Words { words, said } => {
                    let mut lists: Vec<_> = words.iter().map(|word| self.lists(word, missing)).collect();
                    if said && let Some(table) = missing.note(self.table(true)) {
                        let inside = |article, place| statements::hold(&table.said, article, place);
                        lists
                            .iter_mut()
                            .flatten()
                            .for_each(|(_, list)| list.keep(&self.heads.listed().columns.shape, inside));
                    }
                    if lists.len() > 1 {
                        let stand = self.phrase(lists, &mut counts);
                        stand.starts.iter().for_each(|&(article, _)| close.insert(article));
                        stands.push(stand);
                    } else if let Some(lists) = lists.pop() {
                        for (tier, list) in lists {
                            let held = if tier == Tier::Ahead { &mut articles } else { &mut close };
                            for posting in list.iter() {
                                let article = posting.article;
                                held.insert(article);
                                if let Some(count) = counts.get_mut(article as usize) {
                                    #[expect(
                                        clippy::indexing_slicing,
                                        reason = "there is a count for each of the three tiers"
                                    )]
                                    weigh(&mut count[tier as usize], posting.counts());
                                }
                            }
                            singles.push((tier, list));
                        }
                    }
                }
            }
        }
        articles.join(&close);
        let n = f64::from(if close.is_empty() { articles.len() } else { close.len() });
        let rarity = libm::log(1.0 + (self.heads.len() as f64 - n + 0.5) / (n + 0.5));
        let mut found = Found { clause, articles, rarity, corrected, same, counts, any: stands, lists: singles };
        if found.is_filter() {
            found.rarity = 0.0;
        }
        found
    }

    /// The lists that a word matches, those of one tier one behind the other.
    fn lists(&self, word: &Word, missing: &mut Missing) -> Vec<(Tier, List)> {
        let mut all = Vec::new();
        if let Some(known) = word.known {
            let lists = missing.note(self.family(known)).unwrap_or_default();
            let tier = |number: u32| match (number == known.list, word.take) {
                (true, Take::All | Take::Itself) => Some(Tier::Exact),
                (true, Take::Guess) => Some(Tier::Ahead),
                (false, Take::All | Take::Relatives) => Some(Tier::Relative),
                _ => None,
            };
            all.extend(lists.into_iter().filter_map(|(number, list)| Some((tier(number)?, list))));
        }
        for entry in &word.ahead {
            if word.known.is_some_and(|known| (known.part, known.family) == (entry.part, entry.family)) {
                continue;
            }
            let lists = missing.note(self.family(*entry)).unwrap_or_default();
            let own = lists.into_iter().filter(|&(number, _)| number == entry.list);
            all.extend(own.map(|(_, list)| (Tier::Ahead, list)));
        }
        all
    }

    /// The lists of a family, each with its number: of the older articles, then of the newest.
    fn family(&self, entry: Entry) -> Result<Vec<(u32, List)>, PartId> {
        let Columns { shape, words, .. } = &self.heads.listed().columns;
        let articles = self.heads.len() as u32;
        let recent = words.len() as u32;
        let mut all = Vec::new();
        let (bytes, own) = self.words(entry.part)?;
        let mut end = 0;
        if entry.part != recent {
            end = words.get(entry.part as usize).map_or(0, |&(_, end)| end.min(articles));
            let (lists, bytes) = own.lists(bytes, entry.family);
            all.extend((1..).zip(postings::read(bytes, lists, shape, 0, end)));
        }
        let (bytes, newest) = self.words(recent)?;
        let family = match own.name(entry.family) {
            _ if entry.part == recent => Some(entry.family),
            Some(name) => newest.family(name),
            None => None,
        };
        if let Some(family) = family {
            let start = articles.saturating_sub(RECENT);
            let (lists, bytes) = newest.lists(bytes, family);
            for (number, mut list) in (1..).zip(postings::read(bytes, lists, shape, start, articles)) {
                list.keep_from(shape, end);
                if !list.is_empty() {
                    all.push((number, list));
                }
            }
        }
        Ok(all)
    }

    /// Counts a phrase: its words in the form typed, at neighbouring places.
    fn phrase(&self, words: Vec<Vec<(Tier, List)>>, counts: &mut [[u32; 3]]) -> Stand {
        let words: Vec<Vec<List>> =
            words.into_iter().map(|lists| lists.into_iter().map(|(_, list)| list).collect()).collect();
        let mut starts = Vec::new();
        for article in self.in_all(&words).iter() {
            let places = |lists: &Vec<List>| {
                let mut places: Vec<u64> = Vec::new();
                for posting in lists.iter().filter_map(|list| list.of(article)) {
                    places.extend(posting.places().iter().copied().map(u64::from));
                }
                keys::sort(&mut places);
                places
            };
            let mut begin = words.first().map(places).unwrap_or_default();
            for (lists, step) in words.iter().zip(0..).skip(1) {
                let next = places(lists);
                begin.retain(|place| next.binary_search(&(place + step)).is_ok());
            }
            let begin: Vec<u32> = begin.into_iter().map(|place| place as u32).collect();
            if !begin.is_empty() {
                #[expect(
                    clippy::indexing_slicing,
                    reason = "there is a row for each article and a count in it for each tier; lists name no others"
                )]
                let count = &mut counts[article as usize][Tier::Exact as usize];
                add(count, self.heads.lengths(article).0, &begin);
                starts.push((article, begin));
            }
        }
        Stand { words: words.len() as u32, starts }
    }

    /// Articles that hold every word, wherever.
    fn in_all(&self, words: &[Vec<List>]) -> Bits {
        let mut all = self.everything();
        for lists in words {
            let mut one = Bits::none(self.heads.len());
            lists.iter().flat_map(List::iter).for_each(|posting| one.insert(posting.article));
            all.keep(&one);
        }
        all
    }
}

/// What all words together find: the articles, and which clauses had to be left out to find any.
pub(super) struct Together<'f> {
    pub(super) articles: Bits,
    /// The clauses that every article holds.
    pub(super) held: Vec<&'f Found>,
    pub(super) dropped: Vec<String>,
}

impl Engine {
    /// Every article.
    pub(super) fn everything(&self) -> Bits {
        Bits::all(self.heads.len())
    }

    /// Articles that hold all words and pass the filters among them. Where none does, words go, the one that says
    /// least first, until some do; filters stay.
    pub(super) fn together<'f>(&self, found: &'f [Found]) -> Together<'f> {
        let (filters, wanted): (Vec<&Found>, Vec<&Found>) =
            found.iter().filter(|found| !found.clause.exclude).partition(|found| found.is_filter());
        let mut among = self.everything();
        filters.iter().for_each(|found| among.keep(&found.articles));
        let mut held: Vec<&Found> = wanted.iter().copied().filter(|found| !found.articles.is_empty()).collect();
        let all = |held: &[&Found], without: Option<usize>| {
            let mut articles = among.clone();
            held.iter().enumerate().filter(|(i, _)| Some(*i) != without).for_each(|(_, f)| articles.keep(&f.articles));
            articles
        };
        while held.len() > 1 && !among.is_empty() && all(&held, None).is_empty() {
            #[expect(clippy::indexing_slicing, reason = "who asks counts the places of `held`")]
            let least = |among: &mut dyn Iterator<Item = usize>| {
                among.min_by(|&a, &b| held[a].rarity.total_cmp(&held[b].rarity))
            };
            let helps = least(&mut (0..held.len()).filter(|&i| !all(&held, Some(i)).is_empty()));
            let gone = helps.or_else(|| least(&mut (0..held.len()))).unwrap_or(0);
            held.remove(gone);
        }
        let mut articles = match held.is_empty() && !wanted.is_empty() {
            true => Bits::none(self.heads.len()),
            false => all(&held, None),
        };
        found.iter().filter(|found| found.clause.exclude).for_each(|found| articles.remove(&found.articles));
        let gone = wanted.iter().filter(|found| !held.iter().any(|kept| std::ptr::eq(*kept, **found)));
        let dropped = gone.map(|found| found.clause.typed.clone()).collect();
        Together { articles, held, dropped }
    }
}
