//! From words to where their postings lie.

use super::parse::{Clause, Expression};
use super::parts::Missing;
use super::{Engine, near};
use crate::answer::PartId;
use crate::form::PartKind;
use crate::form::dictionary::{self, Entry};

/// A word that is being typed matches at most this many longer forms, the most frequent ones.
const MOST_AHEAD: usize = 16;
/// Longer forms are looked for in this many dictionary parts, so that two letters do not ask for half the archive.
const AHEAD_PARTS: usize = 6;

/// A clause with the postings of its words.
#[derive(Debug)]
pub(super) struct Sought {
    pub(super) clause: Clause,
    /// One for a word, several for a phrase.
    pub(super) words: Vec<Word>,
}

/// A word's place in the postings.
#[derive(Debug, Default)]
pub(super) struct Word {
    /// The form itself, or its family's name.
    pub(super) known: Option<Entry>,
    /// Longer forms that begin with it.
    pub(super) ahead: Vec<Entry>,
}

impl Engine {
    /// Looks all words up. A single letter that is no form is no word yet while it is being typed, and is left out.
    pub(super) fn look_up(&self, clauses: Vec<Clause>) -> Result<Vec<Sought>, Missing> {
        let mut missing = Missing::default();
        let mut sought = Vec::new();
        for clause in clauses {
            let words = match &clause.what {
                Expression::Word(form) => vec![self.word(form, clause.typing, &mut missing)],
                Expression::Phrase(forms) => {
                    let last = forms.len() - 1;
                    let word = |(i, form): (usize, &String)| self.place(form, clause.typing && i == last, &mut missing);
                    forms.iter().enumerate().map(word).collect()
                }
            };
            let letter = matches!(&clause.what, Expression::Word(form) if form.chars().nth(1).is_none());
            if !(letter && clause.typing && words.iter().all(|word| word.known.is_none())) {
                sought.push(Sought { clause, words });
            }
        }
        missing.or(sought)
    }

    /// A word that stands alone: if no form begins with it, a form near to it will do.
    fn word(&self, form: &str, typing: bool, missing: &mut Missing) -> Word {
        let mut word = self.place(form, typing, missing);
        if word.known.is_none() && word.ahead.is_empty() {
            // All are asked for at once, so that what is missing comes in one round.
            let entries: Vec<_> = near::candidates(form).iter().map(|near| missing.note(self.entry(near))).collect();
            word.known = entries.into_iter().flatten().flatten().next().map(|entry| Entry { list: 0, ..entry });
        }
        word
    }

    fn place(&self, form: &str, typing: bool, missing: &mut Missing) -> Word {
        let known = missing.note(self.entry(form)).flatten();
        let ahead = if typing && form.chars().nth(1).is_some() { self.ahead(form, missing) } else { Vec::new() };
        Word { known, ahead }
    }

    /// The dictionary part that holds `form`, if any does.
    fn dictionary_part(&self, form: &str) -> Option<usize> {
        self.heads.dictionary.partition_point(|first| first.as_str() <= form).checked_sub(1)
    }

    fn entry(&self, form: &str) -> Result<Option<Entry>, PartId> {
        let Some(part) = self.dictionary_part(form) else { return Ok(None) };
        let mut found = None;
        dictionary::read(self.parts.of_kind(PartKind::Dictionary, part as u32)?, &mut |other, entry| {
            if other == form {
                found = Some(entry);
            }
            other < form
        });
        Ok(found)
    }

    /// The most frequent forms that are longer than `prefix` and begin with it.
    fn ahead(&self, prefix: &str, missing: &mut Missing) -> Vec<Entry> {
        let first = self.dictionary_part(prefix).unwrap_or(0);
        let firsts = self.heads.dictionary.iter().enumerate().skip(first).take(AHEAD_PARTS);
        let mut found: Vec<Entry> = Vec::new();
        for (part, _) in firsts.take_while(|&(i, form)| i == first || form.starts_with(prefix)) {
            let Some(bytes) = missing.note(self.parts.of_kind(PartKind::Dictionary, part as u32)) else { continue };
            dictionary::read(bytes, &mut |form, entry| {
                let longer = form.starts_with(prefix) && form.len() > prefix.len();
                if longer && entry.list > 0 {
                    found.push(entry);
                }
                longer || form <= prefix
            });
        }
        let rarest_last = |(entry, i): (&Entry, u64)| u64::from(u32::MAX - entry.articles) << 32 | i;
        let mut order: Vec<u64> = found.iter().zip(0..).map(rarest_last).collect();
        order.sort_unstable();
        order.into_iter().take(MOST_AHEAD).filter_map(|key| found.get(key as u32 as usize)).copied().collect()
    }
}
