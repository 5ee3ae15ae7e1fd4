//! People who have no page: what they say stays where the article printed it, and nobody finds it by their name in a list.
//!
//! A private person is no entity of the archive. Their statements keep the name as words, as they do for somebody of whom
//! only an office is printed; so there is no page, no filter, no suggestion, no feed and no remembered address.

use std::collections::{BTreeMap, BTreeSet};

use super::{marks, people};
use crate::annotate::{Annotated, SpeakerNote};
use crate::link::{Entry, key};
use crate::problem::{Problem, ProblemKind};
use crate::read::{SETTINGS, Settings};

/// Who says more than so much in all articles speaks in public.
const MOST_SAID: usize = 3;

/// Takes private people out of the lists: those whom articles show to be, those whom the settings name, and those who are
/// called by what stands in the place of a masked name.
pub(super) fn keep(entries: &mut [Entry], settings: &Settings, labels: &[String], problems: &mut Vec<Problem>) {
    let named = |name: &String| key(name.split(['(', '[']).next().unwrap_or_default());
    let hidden: BTreeSet<String> = labels.iter().map(named).filter(|name| !name.is_empty()).collect();
    let private: Vec<(usize, &String, String)> =
        settings.private.iter().map(|(line, name)| (*line, name, key(name))).collect();
    let shown = shown(entries, settings);
    let mut known: BTreeSet<String> = BTreeSet::new();
    #[expect(clippy::indexing_slicing, reason = "people are counted, from behind, and a name has two forms")]
    for entry in entries.iter_mut() {
        for at in (0..entry.note.people.len()).rev() {
            let person = &entry.note.people[at];
            let forms = [&person.name].into_iter().chain(&person.aliases).map(|name| key(name));
            let names: Vec<String> = forms.flat_map(|name| [without_tail(&name), name]).collect();
            let is_private = private.iter().any(|(.., own)| names.contains(own));
            if is_private || shown.contains(&names[1]) || hidden.contains(&names[1]) || hidden.contains(&names[0]) {
                hide(&mut entry.note, at);
            }
            known.extend(names);
        }
    }
    let public = settings.public.iter().map(|(line, name)| (*line, name, key(name)));
    for (line, name, own) in private.into_iter().chain(public) {
        if !known.contains(&own) {
            let kind = ProblemKind::NoSuchPerson { name: name.clone() };
            problems.push(Problem { file: SETTINGS.to_string(), line: Some(line), kind });
        }
    }
}

/// Whom articles show to be victims or children, or name by initials alone, in no office anywhere, and who speak little.
fn shown(entries: &[Entry], settings: &Settings) -> BTreeSet<String> {
    let public: BTreeSet<String> = settings.public.iter().map(|(_, name)| key(name)).collect();
    let mut all: BTreeMap<String, Shown> = BTreeMap::new();
    for note in entries.iter().map(|entry| &entry.note) {
        let mut said = vec![0; note.people.len()];
        for quote in &note.quotes {
            if let Some(SpeakerNote::Person(at)) = quote.speaker {
                said.get_mut(at).into_iter().for_each(|count| *count += 1);
            }
        }
        for (person, said) in note.people.iter().zip(said) {
            let one = all.entry(key(&person.name)).or_default();
            one.office |= !person.roles.is_empty();
            one.marked |= marks::shown(&note.cleaned.text, person);
            one.said += said;
        }
    }
    let private = |one: &Shown| one.marked && !one.office && one.said <= MOST_SAID;
    all.into_iter().filter(|(name, one)| private(one) && !public.contains(name)).map(|(name, _)| name).collect()
}

/// What all articles show of one person.
#[derive(Debug, Default)]
struct Shown {
    office: bool,
    marked: bool,
    said: usize,
}

/// A name without what is joined to it: `Sari Dewinya`.
fn without_tail(name: &str) -> String {
    name.strip_suffix("nya").unwrap_or(name).to_string()
}

/// Takes a person out; the name stays with what they say.
#[expect(clippy::indexing_slicing, reason = "the person was counted, and so are the statements, of which none goes")]
fn hide(note: &mut Annotated, person: usize) {
    let name = note.people[person].name.clone();
    let said: Vec<usize> =
        (0..note.quotes.len()).filter(|at| note.quotes[*at].speaker == Some(SpeakerNote::Person(person))).collect();
    let kept: Vec<_> = said.iter().map(|at| note.quotes[*at].clone()).collect();
    people::remove(note, person);
    for (at, quote) in said.into_iter().zip(kept) {
        note.quotes[at] = crate::annotate::QuoteNote { speaker: Some(SpeakerNote::Role(name.clone())), ..quote };
    }
}
