//! One Person across articles: the people of an archive, with the forms of their names and their offices over time.
//! Which names are one person's is told in `same`.

use std::collections::{BTreeMap, BTreeSet};

use jejak_archive::Date;
use jejak_archive::model::{Person, Role};

use super::slugs::Slugs;
use super::{Entry, number, same};
use crate::annotate::PersonNote;
use crate::annotate::offices::roles;
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

/// The key of a person in one article: what was given by hand, else that of the name.
pub(super) fn own_key(note: &PersonNote) -> String {
    note.given.clone().unwrap_or_else(|| key(&note.name))
}

/// Brings the people of all articles together; `before` are the slugs that people had.
pub(crate) fn link(entries: &[Entry], before: Memory) -> Linked {
    let persons = same::persons(entries);
    let mut merged: BTreeMap<String, Vec<(usize, usize)>> = BTreeMap::new();
    // For each name how often it is whose.
    let mut whose: BTreeMap<String, BTreeMap<&str, usize>> = BTreeMap::new();
    for (article, (entry, persons)) in entries.iter().zip(&persons).enumerate() {
        for (index, (note, person)) in entry.note.people.iter().zip(persons).enumerate() {
            merged.entry(person.clone()).or_default().push((article, index));
            *whose.entry(own_key(note)).or_default().entry(person).or_default() += 1;
        }
    }
    let mut names: BTreeMap<String, Vec<String>> = merged.keys().map(|person| (person.clone(), Vec::new())).collect();
    for (name, of) in &whose {
        // A word by which several are called is one's address at most: of somebody who is called nothing else, or of
        // whom most articles mean.
        let most = of.iter().max_by_key(|(person, count)| (**count, std::cmp::Reverse(**person)));
        let owner = of.get_key_value(name.as_str()).or(most).map_or(name.as_str(), |(person, _)| *person);
        names.entry(owner.to_string()).or_default().push(name.clone());
    }
    let mut slugs = Slugs::remembering(before, names);
    let mut people: Vec<_> =
        merged.into_iter().map(|(name, places)| (person(&name, &places, entries, &mut slugs), places, name)).collect();
    people.sort_by(|a, b| a.0.slug.cmp(&b.0.slug));
    let mut of_article: Vec<Vec<u32>> = entries.iter().map(|entry| vec![0; entry.note.people.len()]).collect();
    #[expect(
        clippy::indexing_slicing,
        reason = "names are kept with their places in the articles, and there is a number for each of these"
    )]
    for (at, (_, places, _)) in people.iter().enumerate() {
        for (article, index) in places {
            of_article[*article][*index] = number(at);
        }
    }
    let keys = people.iter().map(|(.., key)| key.clone()).collect();
    Linked { people: people.into_iter().map(|(person, ..)| person).collect(), of_article, slugs, keys }
}

#[expect(clippy::indexing_slicing, reason = "names are kept with their places in the articles")]
fn person(name_key: &str, places: &[(usize, usize)], entries: &[Entry], slugs: &mut Slugs) -> Person {
    let notes = || places.iter().map(|(article, index)| (*article, &entries[*article].note.people[*index]));
    let mut forms: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, note) in notes().filter(|(_, note)| own_key(note) == name_key) {
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
#[expect(clippy::indexing_slicing, reason = "each office comes with the bodies that it is printed with")]
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
