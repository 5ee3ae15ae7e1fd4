//! What is one and the same as the words of a question: `sekda` and `sekretaris daerah`.
//!
//! The index keeps all ways to write a thing in one family, so a way that is one word finds the others as its relatives.
//! A way of several words is typed as several clauses; each of them is then also answered by the other ways. What stands
//! in quotation marks is meant as it stands.

use super::Engine;
use super::lookup::{Take, Target, Word};
use super::parse::{Clause, Expression};
use super::parts::Missing;
use crate::answer::Same;
use crate::form::dictionary::Entry;
use crate::form::phrases::Ways;
use crate::words;

/// For a clause, by its number: what is said of it, and what else answers it.
pub(super) type Also = (usize, Option<Same>, Option<Target>);

impl Engine {
    /// What else answers the clauses of a question.
    pub(super) fn same_in(&self, clauses: &[Clause], missing: &mut Missing) -> Vec<Also> {
        let mut all = Vec::new();
        for (number, clause) in clauses.iter().enumerate() {
            for what in &clause.any {
                let Expression::Words { forms, exact: false, said } = what else { continue };
                let typed = words::joined(forms, " ");
                let Some((same, ways)) = self.same(&typed) else { continue };
                // The family of a single word that the archive holds is looked up anyway.
                let held = ways.all.iter().take(ways.held as usize).any(|form| *form == typed);
                let lacks = forms.len() > 1 || !held;
                let target = lacks.then(|| self.relatives(&typed, ways, *said, missing)).flatten();
                all.push((number, Some(same), target));
            }
            for length in 2..=clauses.len() - number {
                let Some(run) = clauses.get(number..number + length) else { break };
                let Some((typed, said)) = phrase(run) else { break };
                let Some((same, ways)) = self.same(&typed) else { continue };
                let mut same = Some(same);
                all.extend(
                    (number..number + length).map(|of| (of, same.take(), self.relatives(&typed, ways, said, missing))),
                );
            }
        }
        all
    }

    /// The other ways to write something, where the archive holds any.
    fn same(&self, typed: &str) -> Option<(Same, &Ways)> {
        let ways = self.heads.listed().columns.same.iter().find(|ways| ways.all.iter().any(|form| form == typed))?;
        let held = ways.all.iter().take(ways.held as usize);
        let also: Vec<String> = held.filter(|form| *form != typed).cloned().collect();
        (!also.is_empty()).then(|| (Same { typed: typed.to_owned(), also }, ways))
    }

    /// Where the other ways to write something lie.
    fn relatives(&self, typed: &str, ways: &Ways, said: bool, missing: &mut Missing) -> Option<Target> {
        let own = missing.note(self.entry(typed)).flatten();
        let known = own.or_else(|| {
            let other = missing.note(self.entry(ways.all.first()?)).flatten();
            other.map(|entry| Entry { list: 0, ..entry })
        })?;
        let word = Word { known: Some(known), take: Take::Relatives, ..Word::default() };
        Some(Target::Words { words: vec![word], said })
    }
}

/// The phrase that clauses of one plain word each make together, and whether it is looked for in statements.
fn phrase(run: &[Clause]) -> Option<(String, bool)> {
    let mut phrase = String::new();
    let mut within = None;
    for clause in run {
        let [Expression::Words { forms, exact: false, said }] = clause.any.as_slice() else { return None };
        let [form] = forms.as_slice() else { return None };
        if clause.exclude || within.is_some_and(|within| within != *said) {
            return None;
        }
        within = Some(*said);
        if !phrase.is_empty() {
            phrase.push(' ');
        }
        phrase.push_str(form);
    }
    Some((phrase, within?))
}
