//! Other spellings of a word, and which of them is meant.
//!
//! A word that no article holds is read as the form with the fewest slips that stands together with the other words of
//! the question; so is a rare word, where the whole question finds nothing or little, but then what was typed still
//! comes first. The answer says so, and words in quotation marks are never changed.

use super::Engine;
use super::bits::Bits;
use super::lookup::{Sought, Take, Target, Word};
use super::parse::{Clause, Expression};
use super::parts::Missing;
use super::search::Found;
use super::typo::Wanted;
use crate::answer::Correction;
use crate::form::dictionary::Entry;
use crate::keys;

/// Other spellings are looked for in all words parts of an archive that has at most so many.
const PARTS: usize = 24;
/// In a larger archive they are looked for in at most so many, those nearest to the word's own: a keystroke costs a bounded
/// time. Looked at are words with the same first letter, and with the second one first (`psaar`, `ppasar`).
const THERE: usize = 96;
/// So many of those before and behind the word's own are asked for; others are read where they are there.
const ASKED: u64 = 4;
/// So many spellings of a word are tried.
const MOST: usize = 12;
/// One with the same first letter is as likely as another that this many times as many articles hold.
const SAME_START: u32 = 4;
/// Whether a spelling stands together with the other words is looked at in so many articles.
const LOOKED_AT: usize = 256;
/// A question that finds fewer articles than this finds little.
const LITTLE: u32 = 3;
/// A word that is held is only respelt as one that this many times as many articles hold.
const TIMES: u32 = 10;
/// So many words of a question are respelt although they are held.
const SUSPECTS: usize = 3;

/// A form that a misspelt one may mean.
#[derive(Debug, Clone)]
pub(super) struct Spelling {
    pub(super) meant: String,
    pub(super) entry: Entry,
}

impl Engine {
    /// The forms that a misspelt one may mean: those with the fewest slips first, then those in many articles, which count
    /// more with the same first letter.
    pub(super) fn spellings(&self, form: &str, missing: &mut Missing) -> Vec<Spelling> {
        let Some(wanted) = Wanted::of(form) else { return Vec::new() };
        let initial = form.chars().next();
        let mut best: Vec<(u64, String)> = Vec::new();
        let mut add = |other: &str, articles: u32| {
            if other == form {
                return;
            }
            let Some(slips) = wanted.slips(other) else { return };
            let times = if other.chars().next() == initial { SAME_START } else { 1 };
            let key = u64::from(slips) << 40 | u64::from(u32::MAX - articles.saturating_mul(times));
            let at = best.partition_point(|(other, _)| *other <= key);
            // The newest articles tell of a form once more.
            if at < MOST && !best.iter().any(|(_, known)| known == other) {
                best.insert(at, (key, other.to_owned()));
                best.truncate(MOST);
            }
        };
        for (part, asked) in self.alike(form) {
            let words = self.words(part as u32);
            let Some((_, words)) = (if asked { missing.note(words) } else { words.ok() }) else { continue };
            words.forms().filter(|f| f.list > 0 && !f.form.contains(' ')).for_each(|f| add(f.form, f.articles));
        }
        // The first letter may be lacking or another one: those forms lie all over the dictionary, and are read where they
        // are there.
        let rest = form.get(initial.map_or(0, char::len_utf8)..).unwrap_or_default();
        for letter in 'a'..='z' {
            for other in [form, rest].map(|rest| format!("{letter}{rest}")) {
                self.entry(&other)
                    .ok()
                    .flatten()
                    .filter(|e| e.list > 0)
                    .into_iter()
                    .for_each(|e| add(&other, e.articles));
            }
        }
        let spelling = |(_, meant): (u64, String)| {
            let entry = missing.note(self.entry(&meant)).flatten()?;
            Some(Spelling { meant, entry })
        };
        best.into_iter().filter_map(spelling).collect()
    }

    /// The words parts in which spellings of a form are looked for, and whether those that are not there are asked for.
    fn alike(&self, form: &str) -> Vec<(usize, bool)> {
        let firsts = &self.heads.listed().columns.words;
        // The recent part is behind all others.
        if firsts.len() <= PARTS {
            return (0..=firsts.len()).map(|part| (part, true)).collect();
        }
        let own = self.dictionary_part(form).unwrap_or(0);
        let begins = |part: usize| firsts.get(part).and_then(|(first, _)| first.chars().next());
        let holds = |part: usize, letter: char| {
            begins(part).is_some_and(|first| first <= letter) && begins(part + 1).is_none_or(|next| next >= letter)
        };
        // How far a part is from the word's own before its number, in one number; the nearest first.
        let mut parts: Vec<u64> = vec![firsts.len() as u64];
        for letter in form.chars().take(2) {
            let alike = (0..firsts.len()).filter(|&part| holds(part, letter));
            parts.extend(alike.map(|part| (part.abs_diff(own) as u64) << 32 | part as u64));
        }
        keys::sort(&mut parts);
        parts.dedup();
        parts.truncate(THERE);
        parts.into_iter().map(|key| (key as u32 as usize, key >> 32 <= ASKED)).collect()
    }

    /// Takes for each word that no article holds the spelling that stands together with the other words.
    pub(super) fn respell_unknown(
        &self,
        found: &mut [Found],
        spellings: Vec<(usize, Vec<Spelling>)>,
        missing: &mut Missing,
    ) {
        for (at, spellings) in spellings {
            let others = self.others(found, at);
            let Some(clause) = found.get(at).map(|found| found.clause.clone()) else { continue };
            let Some(Expression::Words { forms, said, .. }) = clause.any.first() else { continue };
            let Some(typed) = forms.first() else { continue };
            let mut tried: Vec<(Spelling, Found)> = Vec::new();
            for spelling in spellings {
                let word = Word { known: Some(spelling.entry), ..Word::default() };
                let read = self.find_clause(sought(clause.clone(), vec![word], *said), missing);
                tried.push((spelling, read));
            }
            let mut best: Option<(u32, usize)> = None;
            for (i, (_, read)) in tried.iter().enumerate() {
                let fit = self.fit(found, at, read, &others);
                // Of equals the likeliest.
                if best.is_none_or(|(most, _)| fit > most) {
                    best = Some((fit, i));
                }
            }
            let fits = best.map_or(0, |(_, i)| i);
            if let Some((Spelling { meant, .. }, mut read)) = tried.into_iter().nth(fits) {
                read.corrected.push(Correction { typed: typed.clone(), meant, held: false });
                if let Some(found) = found.get_mut(at) {
                    *found = read;
                }
            }
        }
    }

    /// Where the words together find nothing or little: reads a rare word as a much more frequent one too, if that finds
    /// more. What was typed stays and counts more.
    pub(super) fn respell_rare(&self, found: &mut [Found], missing: &mut Missing) {
        let all = self.others(found, usize::MAX);
        if all.len() >= LITTLE {
            return;
        }
        let mut suspects: Vec<u64> = (0..)
            .zip(found.iter())
            .filter(|(_, found)| is_suspect(found))
            .map(|(i, found): (u64, _)| u64::from(found.articles.len()) << 32 | i)
            .collect();
        keys::sort(&mut suspects);
        for key in suspects.into_iter().take(SUSPECTS) {
            let at = key as u32 as usize;
            let Some(own) = found.get(at) else { continue };
            let (held, clause) = (own.articles.len(), own.clause.clone());
            let Some(Expression::Words { forms, said, .. }) = clause.any.first() else { continue };
            let Some(typed) = forms.first() else { continue };
            if !all.is_empty() && held >= LITTLE {
                continue;
            }
            let others = self.others(found, at);
            let mut spellings = self.spellings(typed, missing);
            spellings.retain(|spelling| spelling.entry.articles >= held.saturating_mul(TIMES));
            let own = missing.note(self.entry(typed)).flatten();
            let mut best: Option<(u32, String, Found)> = None;
            for Spelling { meant, entry } in spellings {
                let words = [(own, Take::All), (Some(entry), Take::Guess)];
                let words = words.map(|(known, take)| Word { known, take, ..Word::default() });
                let read = self.find_clause(sought(clause.clone(), words.into(), *said), missing);
                let fit = self.fit(found, at, &read, &others);
                if shared(&read.articles, &others) > all.len() && best.as_ref().is_none_or(|(most, ..)| fit > *most) {
                    best = Some((fit, meant, read));
                }
            }
            if let Some((_, meant, mut read)) = best {
                read.corrected.push(Correction { typed: typed.clone(), meant, held: true });
                if let Some(found) = found.get_mut(at) {
                    *found = read;
                }
                return;
            }
        }
    }

    /// How well a reading of one clause stands together with the others, in eighths: 0 where no article holds it with
    /// them.
    fn fit(&self, found: &[Found], at: usize, read: &Found, others: &Bits) -> u32 {
        let mut together = read.articles.clone();
        together.keep(others);
        let held = found.iter().enumerate().map(|(i, other)| if i == at { read } else { other });
        let held: Vec<&Found> =
            held.filter(|f| !f.clause.exclude && !f.is_filter() && !f.articles.is_empty()).collect();
        let near = together.iter().take(LOOKED_AT).map(|article| self.nearness(article, &held));
        near.fold(0, |most, near| most.max(1 + (near * 8.0) as u32))
    }

    /// The articles that all clauses but one leave.
    fn others(&self, found: &[Found], without: usize) -> Bits {
        let mut articles = self.everything();
        for (_, found) in found.iter().enumerate().filter(|&(i, _)| i != without) {
            if found.clause.exclude {
                articles.remove(&found.articles);
            } else if without == usize::MAX || !found.articles.is_empty() {
                articles.keep(&found.articles);
            }
        }
        articles
    }
}

/// A clause of one word that may be read in any of these ways.
fn sought(clause: Clause, ways: Vec<Word>, said: bool) -> Sought {
    let any = ways.into_iter().map(|word| Target::Words { words: vec![word], said }).collect();
    Sought { clause, any, corrected: Vec::new(), spellings: Vec::new(), same: Vec::new() }
}

/// Whether a clause is one word that was typed to its end and may be misspelt.
fn is_suspect(found: &Found) -> bool {
    let clause = &found.clause;
    let plain = matches!(clause.any.as_slice(), [Expression::Words { forms, exact: false, .. }] if forms.len() == 1);
    plain && !clause.exclude && found.corrected.is_empty() && found.same.is_empty()
}

fn shared(a: &Bits, b: &Bits) -> u32 {
    let mut both = a.clone();
    both.keep(b);
    both.len()
}
