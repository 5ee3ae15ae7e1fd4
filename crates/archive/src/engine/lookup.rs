//! From words to where their postings lie.

use super::bits::Bits;
use super::parse::{Clause, Expression};
use super::parts::Missing;
use super::spelling::Spelling;
use super::{Engine, near};
use crate::answer::{Correction, PartId, Same};
use crate::form::dictionary::{Entry, Form, Place};
use crate::keys;

/// A word that is being typed matches at most this many longer forms, the most frequent ones.
const MOST_AHEAD: usize = 16;
/// A beginning that is asked for (`awal*`) matches at most this many.
const MOST_BEGINNING: usize = 400;
/// Longer forms are looked for in this many words parts, of those that are there; so many more are asked for, so that
/// two letters do not ask for half the archive.
const AHEAD_PARTS: usize = 64;
const AHEAD_ASKED: usize = 2;
/// A clause with what its alternatives lead to.
#[derive(Debug)]
pub(super) struct Sought {
    pub(super) clause: Clause,
    pub(super) any: Vec<Target>,
    /// Words of it that no article holds, with the spelling that was taken instead.
    pub(super) corrected: Vec<Correction>,
    /// Where it is one word that no article holds: the spellings that it may mean, the likeliest first.
    pub(super) spellings: Vec<Spelling>,
    /// What else is looked for, being the same.
    pub(super) same: Vec<Same>,
}

/// What one alternative leads to.
#[derive(Debug)]
pub(super) enum Target {
    /// Places in texts: one word, or several for a phrase; only inside statements where `said`.
    Words { words: Vec<Word>, said: bool },
    /// Articles, by what is known of them.
    Articles(Bits),
}

/// A word's place in the postings.
#[derive(Debug, Default)]
pub(super) struct Word {
    /// The form itself, or its family's name.
    pub(super) known: Option<Entry>,
    /// What of its family is taken.
    pub(super) take: Take,
    /// Longer forms that begin with it.
    pub(super) ahead: Vec<Entry>,
}

/// What of a form's family is taken.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Take {
    /// The form and its relatives.
    #[default]
    All,
    /// The form alone.
    Itself,
    /// Its relatives alone.
    Relatives,
    /// The form alone, as what only begins alike counts.
    Guess,
}

/// Words that no article holds, each with its spellings.
type Unknown = Vec<(String, Vec<Spelling>)>;

impl Engine {
    /// Looks everything up. A single letter that is no form is no word yet while it is being typed, and is left out.
    pub(super) fn look_up(&self, clauses: Vec<Clause>) -> Result<Vec<Sought>, Missing> {
        let mut missing = Missing::default();
        let mut sought = Vec::new();
        let mut same = self.same_in(&clauses, &mut missing);
        for (number, clause) in clauses.into_iter().enumerate() {
            let (mut any, mut unknown) = (Vec::new(), Unknown::new());
            let last = clause.any.len().saturating_sub(1);
            for (i, what) in clause.any.iter().enumerate() {
                let typing = clause.typing && i == last;
                any.extend(self.target(what, typing, &mut unknown, &mut missing));
            }
            if clause.exclude && !unknown.is_empty() && !same.iter().any(|(of, ..)| *of == number) {
                // Leaving out what was not named would hide articles without a word.
                continue;
            }
            if any.is_empty() {
                continue;
            }
            let (mut corrected, mut spellings) = (Vec::new(), Vec::new());
            if let [_] = clause.any.as_slice() {
                // The other words of the question will tell which spelling is meant.
                spellings = unknown.into_iter().flat_map(|(_, spellings)| spellings).collect();
            } else {
                for (typed, spellings) in unknown {
                    let Some(Spelling { meant, entry, .. }) = spellings.into_iter().next() else { continue };
                    let word = Word { known: Some(entry), ..Word::default() };
                    any.push(Target::Words { words: vec![word], said: false });
                    corrected.push(Correction { typed, meant, held: false });
                }
            }
            let mut named = Vec::new();
            for (_, same, target) in same.extract_if(.., |(of, ..)| *of == number) {
                if target.is_some() {
                    // It is known by another way to write it.
                    spellings.clear();
                }
                named.extend(same);
                any.extend(target);
            }
            sought.push(Sought { clause, any, corrected, spellings, same: named });
        }
        missing.or(sought)
    }

    fn target(&self, what: &Expression, typing: bool, unknown: &mut Unknown, missing: &mut Missing) -> Option<Target> {
        Some(match what {
            Expression::Words { forms, exact, said } => {
                let words = match forms.as_slice() {
                    [form] if !exact => {
                        let word = self.word(form, typing, unknown, missing);
                        let letter = form.chars().nth(1).is_none();
                        if letter && typing && word.known.is_none() {
                            return None;
                        }
                        vec![word]
                    }
                    _ => {
                        let last = forms.len() - 1;
                        let word = |(i, form): (usize, &String)| {
                            let place = self.place(form, typing && i == last, missing);
                            Word { take: Take::Itself, ..place }
                        };
                        forms.iter().enumerate().map(word).collect()
                    }
                };
                Target::Words { words, said: *said }
            }
            Expression::Begins { start, said } => {
                let ahead = self.ahead(start, MOST_BEGINNING, missing);
                let word = Word { known: missing.note(self.entry(start)).flatten(), ahead, take: Take::All };
                Target::Words { words: vec![word], said: *said }
            }
            Expression::Is(facet, forms) => {
                if let Err(Missing(parts)) = self.overview_there() {
                    parts.into_iter().for_each(|part| missing.add(part));
                }
                Target::Articles(self.with_value(*facet, forms, typing))
            }
            Expression::Since(day) => Target::Articles(self.dated(|date| date >= *day)),
            Expression::Until(day) => Target::Articles(self.dated(|date| date <= *day)),
        })
    }

    /// A word that stands alone: if no form begins with it, a relative will do, and else another spelling.
    fn word(&self, form: &str, typing: bool, unknown: &mut Unknown, missing: &mut Missing) -> Word {
        let mut own = Missing::default();
        let mut word = self.place(form, typing, &mut own);
        if !own.0.is_empty() {
            // Whether it is a form of the archive is not known yet.
            own.0.iter().for_each(|&part| missing.add(part));
            return word;
        }
        if word.known.is_none() && word.ahead.is_empty() {
            // All are asked for at once, so that what is missing comes in one round.
            let entries: Vec<_> = near::candidates(form).iter().map(|near| missing.note(self.entry(near))).collect();
            word.known = entries.into_iter().flatten().flatten().next().map(|entry| Entry { list: 0, ..entry });
        }
        if word.known.is_none() && word.ahead.is_empty() {
            let spellings = self.spellings(form, missing);
            if !spellings.is_empty() {
                unknown.push((form.to_owned(), spellings));
            }
        }
        word
    }

    fn place(&self, form: &str, typing: bool, missing: &mut Missing) -> Word {
        let known = missing.note(self.entry(form)).flatten();
        let ahead =
            if typing && form.chars().nth(1).is_some() { self.ahead(form, MOST_AHEAD, missing) } else { Vec::new() };
        Word { known, ahead, take: Take::All }
    }

    /// The words part that holds `form`, if any does.
    pub(super) fn dictionary_part(&self, form: &str) -> Option<usize> {
        self.heads.listed().columns.words.partition_point(|(first, _)| first.as_str() <= form).checked_sub(1)
    }

    pub(super) fn entry(&self, form: &str) -> Result<Option<Entry>, PartId> {
        if let Some(part) = self.dictionary_part(form) {
            let (_, words) = self.words(part as u32)?;
            if let Some(found) = words.find(form) {
                return self.at(part as u32, &found);
            }
        }
        // Only the newest articles may hold it.
        let recent = self.heads.listed().columns.words.len() as u32;
        let (_, newest) = self.words(recent)?;
        match newest.find(form) {
            Some(found) => self.at(recent, &found),
            None => Ok(None),
        }
    }

    /// Where the family of a form lies that was found in a part: in the part of the family's name, and in the recent
    /// part where only the newest articles hold it.
    fn at(&self, part: u32, found: &Form<'_>) -> Result<Option<Entry>, PartId> {
        let recent = self.heads.listed().columns.words.len() as u32;
        let entry = |part, family| Entry { part, family, list: found.list, articles: found.articles };
        let name = match found.place {
            Place::Here(family) if part != recent => return Ok(Some(entry(part, *family))),
            Place::Here(family) => self.words(part)?.1.name(*family).unwrap_or_default(),
            Place::With(name) => name.as_str(),
        };
        if let Some(part) = self.dictionary_part(name)
            && let Some(family) = self.words(part as u32)?.1.family(name)
        {
            return Ok(Some(entry(part as u32, family)));
        }
        Ok(self.words(recent)?.1.family(name).map(|family| entry(recent, family)))
    }

    /// The most frequent forms that are longer than `prefix` and begin with it.
    fn ahead(&self, prefix: &str, most: usize, missing: &mut Missing) -> Vec<Entry> {
        let first = self.dictionary_part(prefix).unwrap_or(0);
        let firsts = self.heads.listed().columns.words.iter().enumerate().skip(first).take(AHEAD_PARTS);
        let parts = firsts.take_while(|(i, (form, _))| *i == first || form.starts_with(prefix)).map(|(i, _)| i);
        let mut found: Vec<(Form<'_>, u32)> = Vec::new();
        let mut own = Missing::default();
        parts.clone().take(AHEAD_ASKED).for_each(|part| _ = own.note(self.words(part as u32)));
        if !own.0.is_empty() {
            missing.join(own.or(()));
            return Vec::new();
        }
        for part in parts.chain([self.heads.listed().columns.words.len()]) {
            let words = self.words(part as u32);
            let asked = part == self.heads.listed().columns.words.len();
            let Some((_, words)) = (if asked { missing.note(words) } else { words.ok() }) else { continue };
            let longer = words.from(prefix).take_while(|form| form.form.starts_with(prefix));
            found.extend(
                // A phrase is found by its first word anyway.
                longer
                    .filter(|form| form.form.len() > prefix.len() && form.list > 0 && !form.form.contains(' '))
                    .map(|f| (f, part as u32)),
            );
        }
        let rarest_last = |((form, _), i): (&(Form<'_>, u32), u64)| u64::from(u32::MAX - form.articles) << 32 | i;
        let mut order: Vec<u64> = found.iter().zip(0..).map(rarest_last).collect();
        keys::sort(&mut order);
        let mut entries: Vec<Entry> = Vec::new();
        for (form, part) in order.into_iter().filter_map(|key| found.get(key as u32 as usize)) {
            if entries.len() == most {
                break;
            }
            let entry = missing.note(self.at(*part, form)).flatten();
            // The newest articles tell of a form once more.
            let new = |entry: &Entry| {
                !entries.iter().any(|e| (e.part, e.family, e.list) == (entry.part, entry.family, entry.list))
            };
            entries.extend(entry.filter(new));
        }
        entries
    }
}
