//! Who is one person and who are two, where the press brings names together wrongly.
//!
//! What is said here is kept beside the person of each article as the key of a person across the archive; linking takes
//! it as it stands.

use std::collections::{BTreeMap, BTreeSet};

use super::NO_ARTICLE;
use crate::annotate::PersonNote;
use crate::link::{Entry, key};
use crate::problem::{Problem, ProblemKind};
use crate::read::{Merge, SETTINGS, Settings, Split};

/// Stands in a key between the name and what tells its bearer from others; no key of a name has it.
const APART: char = '#';

/// Brings people together and tells them apart as the settings say; what could not be done is reported.
pub(super) fn tell(entries: &mut [Entry], settings: &Settings, problems: &mut Vec<Problem>) {
    let mut report = |line, kind| problems.push(Problem { file: SETTINGS.to_string(), line: Some(line), kind });
    // Apart first: who is somebody else in an article is not brought together with the others by that name.
    for split in &settings.splits {
        for (article, why) in apart(entries, split) {
            report(split.line, ProblemKind::BadCorrection { article, why });
        }
    }
    for merge in &settings.merges {
        for name in together(entries, merge) {
            report(merge.line, ProblemKind::NoSuchPerson { name });
        }
    }
}

/// Makes the bearer of a name somebody else in some articles. Returns the articles in which that was not possible.
fn apart(entries: &mut [Entry], split: &Split) -> Vec<(String, &'static str)> {
    let label = if split.label.is_empty() { &split.name } else { &split.label };
    let own = format!("{}{APART}{}", key(label), split.articles.first().map_or("", String::as_str));
    let wanted = key(&split.name);
    let mut by_id: BTreeMap<String, &mut Entry> = entries
        .iter_mut()
        .filter(|entry| split.articles.contains(&entry.id))
        .map(|entry| (entry.id.clone(), entry))
        .collect();
    let mut failed = Vec::new();
    for article in &split.articles {
        let Some(entry) = by_id.get_mut(article) else {
            failed.push((article.clone(), NO_ARTICLE));
            continue;
        };
        let is_it = |person: &&mut PersonNote| {
            key(&person.name) == wanted || person.aliases.iter().any(|alias| key(alias) == wanted)
        };
        match entry.note.people.iter_mut().find(is_it) {
            Some(person) => rename(person, label, own.clone()),
            None => failed.push((article.clone(), "nobody in it goes by that name")),
        }
    }
    failed
}

/// Makes one person of all who go by some names. Returns the names that nobody goes by.
fn together(entries: &mut [Entry], merge: &Merge) -> Vec<String> {
    let Some(name) = merge.names.first() else { return Vec::new() };
    let wanted: BTreeSet<String> = merge.names.iter().map(|name| key(name)).collect();
    let mut found: BTreeSet<String> = BTreeSet::new();
    for person in entries.iter_mut().flat_map(|entry| &mut entry.note.people) {
        let own = key(&person.name);
        if person.given.is_none() && wanted.contains(&own) {
            found.insert(own);
            rename(person, name, key(name));
        }
    }
    merge.names.iter().filter(|name| !found.contains(&key(name))).cloned().collect()
}

/// Calls a person otherwise; the name that the article prints stays as another one.
fn rename(person: &mut PersonNote, name: &str, key: String) {
    let old = std::mem::replace(&mut person.name, name.to_string());
    person.aliases.retain(|alias| alias != name);
    if old != name && !person.aliases.contains(&old) {
        person.aliases.push(old);
        person.aliases.sort();
    }
    person.given = Some(key);
}
