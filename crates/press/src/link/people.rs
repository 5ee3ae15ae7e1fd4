//! One Person across articles.
//!
//! WHY with care: a page that holds another person's words is worse than two pages for one. A full name is the same
//! person everywhere, honorifics aside. A short form joins a full one only where exactly one full name of the archive
//! fits, or where the office the article shows fits exactly one of those that do.

use std::collections::{BTreeMap, BTreeSet};

use jejak_archive::Date;
use jejak_archive::model::{Person, Role};

use super::slugs::Slugs;
use super::{Entry, number};
use crate::annotate::offices::roles;
use crate::annotate::{PersonNote, RoleNote};
use crate::lock::Memory;

/// The people of an archive, and where each article's own people stand among them.
pub(crate) struct Linked {
    pub(crate) people: Vec<Person>,
    /// For each article, for each of its people, the index in `people`.
    pub(crate) of_article: Vec<Vec<u32>>,
    /// What their slugs are to be remembered by.
    pub(crate) slugs: Slugs,
    /// The key of each person.
    pub(crate) keys: Vec<String>,
}

/// Words of a name in lower case, marks left out, initials and common short forms written out.
pub(crate) fn key(name: &str) -> String {
    let word = |word: &str| {
        let plain: String = word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        match plain.as_str() {
            "muh" | "moh" | "mohammad" | "muhamad" | "mohamad" | "mochamad" | "mochammad" => "muhammad".to_string(),
            _ => plain,
        }
    };
    name.split_whitespace().map(word).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Brings the people of all articles together; `before` are the slugs that people had.
pub(crate) fn link(entries: &[Entry], before: Memory) -> Linked {
    // Full names first: all forms of two words and more.
    let mut groups: BTreeMap<String, Vec<(usize, usize)>> = BTreeMap::new();
    for (article, entry) in entries.iter().enumerate() {
        for (index, person) in entry.note.people.iter().enumerate() {
            groups.entry(key(&person.name)).or_default().push((article, index));
        }
    }
    let mut by_word: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for name in groups.keys() {
        for word in name.split(' ') {
            by_word.entry(word).or_default().push(name);
        }
    }
    let mut joined: BTreeMap<String, String> = BTreeMap::new();
    for (name, places) in &groups {
        let notes: Vec<&PersonNote> =
            places.iter().map(|(article, index)| &entries[*article].note.people[*index]).collect();
        if let Some(full) = full_name(name, &notes, &by_word, &groups, entries) {
            joined.insert(name.clone(), full);
        }
    }
    let target = |name: &str| -> String {
        let mut name = name;
        // Each step leads to a longer name, so this ends.
        while let Some(full) = joined.get(name) {
            name = full;
        }
        name.to_string()
    };
    let mut merged: BTreeMap<String, Vec<(usize, usize)>> = BTreeMap::new();
    let mut names: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (name, places) in &groups {
        merged.entry(target(name)).or_default().extend(places);
        names.entry(target(name)).or_default().push(name.clone());
    }
    let mut slugs = Slugs::remembering(before, names);
    let mut people: Vec<_> = merged
        .into_iter()
        .map(|(name, mut places)| {
            places.sort_unstable();
            (person(&name, &places, entries, &mut slugs), places, name)
        })
        .collect();
    people.sort_by(|a, b| a.0.slug.cmp(&b.0.slug));
    let mut of_article: Vec<Vec<u32>> = entries.iter().map(|entry| vec![0; entry.note.people.len()]).collect();
    for (at, (_, places, _)) in people.iter().enumerate() {
        for (article, index) in places {
            of_article[*article][*index] = number(at);
        }
    }
    let keys = people.iter().map(|(.., key)| key.clone()).collect();
    Linked { people: people.into_iter().map(|(person, ..)| person).collect(), of_article, slugs, keys }
}

/// The one longer name that a name is short for.
fn full_name(
    name: &str,
    notes: &[&PersonNote],
    by_word: &BTreeMap<&str, Vec<&str>>,
    groups: &BTreeMap<String, Vec<(usize, usize)>>,
    entries: &[Entry],
) -> Option<String> {
    let first = name.split(' ').max_by_key(|word| word.len())?;
    let fits = |other: &&&str| other.len() > name.len() && short_for(name, other);
    let longer: BTreeSet<&str> = by_word.get(first)?.iter().filter(fits).copied().collect();
    let with_office: Vec<&str> = longer
        .iter()
        .copied()
        .filter(|other| {
            let theirs =
                groups[*other].iter().flat_map(|(article, index)| &entries[*article].note.people[*index].roles);
            let ours: Vec<&RoleNote> = notes.iter().flat_map(|note| &note.roles).collect();
            theirs.into_iter().any(|role| ours.iter().any(|own| same_role(own, role)))
        })
        .collect();
    match (with_office.as_slice(), longer.len()) {
        ([one], _) => Some((*one).to_string()),
        // Two full names that are forms of one another: the longer is the person.
        (many, _) if many.len() > 1 => chain_end(many),
        ([], 1) if name.contains(' ') => longer.first().map(|one| (*one).to_string()),
        _ => None,
    }
}

/// The longest of some names if each of them is short for it.
fn chain_end(names: &[&str]) -> Option<String> {
    let longest = names.iter().max_by_key(|name| (name.len(), **name))?;
    names.iter().all(|name| name == longest || short_for(name, longest)).then(|| (*longest).to_string())
}

fn same_role(a: &RoleNote, b: &RoleNote) -> bool {
    const GENERAL: &[&str] = &["Anggota", "Ketua", "Sekretaris", "Warga", "Kepala", "Direktur"];
    let named = a.organisation.is_some() && b.organisation.is_some();
    roles::same_office(&a.office, &b.office)
        && roles::same_body(a.organisation.as_deref(), b.organisation.as_deref())
        && (named || !GENERAL.contains(&a.office.as_str()))
}

/// Whether each word of a name stands in another one, in order, initials for what they begin.
fn short_for(short: &str, full: &str) -> bool {
    let mut rest = full.split(' ');
    short
        .split(' ')
        .all(|part| rest.any(|other| other == part || (part.chars().count() == 1 && other.starts_with(part))))
}

fn person(name_key: &str, places: &[(usize, usize)], entries: &[Entry], slugs: &mut Slugs) -> Person {
    let notes = || places.iter().map(|(article, index)| (*article, &entries[*article].note.people[*index]));
    let mut forms: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, note) in notes().filter(|(_, note)| key(&note.name) == name_key) {
        *forms.entry(&note.name).or_default() += 1;
    }
    // The spelling that most articles print, the first in the alphabet on a draw.
    let name = forms
        .iter()
        .max_by_key(|(form, count)| (**count, std::cmp::Reverse(**form)))
        .map_or(String::new(), |(form, _)| (*form).to_string());
    let mut aliases: BTreeSet<String> =
        notes().flat_map(|(_, note)| note.aliases.iter().cloned().chain([note.name.clone()])).collect();
    aliases.remove(&name);
    let honorifics: BTreeSet<String> = notes().flat_map(|(_, note)| note.honorifics.iter().cloned()).collect();
    Person {
        slug: slugs.give(&name, name_key),
        aliases: aliases.into_iter().collect(),
        honorifics: honorifics.into_iter().collect(),
        roles: roles_over_time(notes().map(|(article, note)| (article, entries[article].note.date, note)).collect()),
        name,
    }
}

/// The form that most articles print; among equals the longest, which says most.
fn usual(forms: &BTreeMap<&str, u32>) -> Option<String> {
    forms.iter().max_by_key(|(form, count)| (**count, form.len())).map(|(form, _)| (*form).to_owned())
}

/// Offices with the days between which articles show them, oldest first.
fn roles_over_time(mut notes: Vec<(usize, Option<Date>, &PersonNote)>) -> Vec<Role> {
    notes.sort_by_key(|(article, date, _)| (date.is_none(), *date, *article));
    let mut held: Vec<Role> = Vec::new();
    // For each of them, how often its body is named in which form.
    let mut bodies: Vec<BTreeMap<&str, u32>> = Vec::new();
    for (article, date, note) in notes {
        for role in &note.roles {
            let same = |other: &Role| {
                other.standing == role.standing
                    && (other.office == role.office
                        || (roles::same_office(&other.office, &role.office) && other.organisation == role.organisation))
                    && roles::same_body(other.organisation.as_deref(), role.organisation.as_deref())
            };
            let at = held.iter().rposition(same).unwrap_or_else(|| {
                held.push(Role {
                    office: role.office.clone(),
                    organisation: role.organisation.clone(),
                    standing: role.standing,
                    from: date,
                    to: date,
                    articles: Vec::new(),
                });
                bodies.push(BTreeMap::new());
                held.len() - 1
            });
            if let Some(body) = &role.organisation {
                *bodies[at].entry(body).or_default() += 1;
                held[at].organisation = usual(&bodies[at]);
            }
            let entry = &mut held[at];
            let since = role.since.filter(|since| date.is_some_and(|date| *since <= date));
            entry.from = entry.from.into_iter().chain(since).min().or(date);
            entry.to = date.or(entry.to);
            let article = number(article);
            if !entry.articles.contains(&article) {
                entry.articles.push(article);
            }
        }
    }
    for role in &mut held {
        role.articles.sort_unstable();
    }
    held.sort_by(|a, b| {
        (a.from.is_none(), a.from, &a.office, a.standing).cmp(&(b.from.is_none(), b.from, &b.office, b.standing))
    });
    held
}
