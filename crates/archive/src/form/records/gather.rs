//! What there is to write of each: gathered from the whole archive, before it comes into groups.

use std::collections::{BTreeMap, BTreeSet};

use super::{KINDS, place};
use crate::form::catalogue::named;
use crate::form::own::{REGULATION, has_page};
use crate::form::statements::{again, regulations_in, speaking};
use crate::model::{Archive, EntityRef, Former, Printing, Role};

/// One of them, before it is written.
#[derive(Default)]
pub(super) struct Own<'a> {
    pub(super) kind: u32,
    pub(super) slug: &'a str,
    pub(super) name: &'a str,
    /// Whether a text tells what it is called.
    pub(super) told: bool,
    /// The articles that name a person.
    pub(super) named: BTreeSet<u32>,
    pub(super) aliases: &'a [String],
    pub(super) honorifics: &'a [String],
    pub(super) roles: &'a [Role],
    pub(super) holders: Vec<(&'a str, &'a str, &'a Role)>,
    /// Counted from the oldest.
    pub(super) articles: BTreeMap<u32, u32>,
    /// Of a regulation, where in each article the statements stand that name it.
    pub(super) places: BTreeMap<u32, Vec<u32>>,
    /// Which of its statements are printed once more, counted through all its articles from the oldest on.
    pub(super) again: Vec<u32>,
}

/// The kinds and hashes that several of one kind have, be it that they have no page.
pub(super) fn shared(archive: &Archive) -> BTreeSet<(u32, u32)> {
    let people = archive.people.iter().map(|e| (0, &e.slug));
    let organisations = archive.organisations.iter().map(|e| (1, &e.slug));
    let topics = archive.topics.iter().map(|e| (2, &e.slug));
    let regulations = archive.regulations.iter().map(|e| (REGULATION, &e.slug));
    let mut seen = BTreeSet::new();
    let keys =
        people.chain(organisations).chain(topics).chain(regulations).map(|(kind, slug)| (kind, place(slug, 1).1));
    keys.filter(|key| !seen.insert(*key)).collect()
}

/// All that have a page of their own, and the slugs of old that lead to one.
pub(super) fn all(archive: &Archive) -> Vec<Own<'_>> {
    let [people, organisations, topics, regulations] = articles(archive);
    let mut holders = holders(archive);
    let says = |articles: &BTreeMap<u32, u32>| articles.values().any(|&said| said > 0);
    let mut all: Vec<Own<'_>> = Vec::new();
    for (person, Gathered { mut articles, again, .. }) in archive.people.iter().zip(people) {
        if has_page(&person.roles, u32::from(says(&articles))) {
            let named: BTreeSet<u32> = articles.keys().copied().collect();
            for &article in person.roles.iter().flat_map(|role| &role.articles) {
                rank(archive, article).into_iter().for_each(|rank| {
                    articles.entry(rank).or_insert(0);
                });
            }
            // A role may be of an article that does not name the person.
            let told = !named.is_empty() && named.len() == articles.len();
            let (slug, name, roles) = (&person.slug, &person.name, &person.roles);
            let (aliases, honorifics) = (&person.aliases, &person.honorifics);
            all.push(Own { slug, name, told, named, aliases, honorifics, roles, articles, again, ..Own::default() });
        }
    }
    for ((organisation, Gathered { articles, again, .. }), i) in
        archive.organisations.iter().zip(organisations).zip(0..)
    {
        let holders = holders.remove(&i).unwrap_or_default();
        if says(&articles) || !holders.is_empty() {
            let (slug, name, told) = (&organisation.slug, &organisation.name, !articles.is_empty());
            let aliases = &organisation.aliases;
            all.push(Own { kind: 1, slug, name, told, aliases, holders, articles, again, ..Own::default() });
        }
    }
    // What topics are called no text tells.
    let topics = archive.topics.iter().zip(topics).filter(|(_, own)| says(&own.articles));
    all.extend(topics.map(|(topic, Gathered { articles, again, .. })| Own {
        kind: 2,
        slug: &topic.slug,
        name: &topic.name,
        articles,
        again,
        ..Own::default()
    }));
    let regulations = archive.regulations.iter().zip(regulations).filter(|(_, own)| !own.articles.is_empty());
    all.extend(regulations.map(|(regulation, Gathered { articles, again, places, .. })| Own {
        kind: REGULATION,
        slug: &regulation.slug,
        name: &regulation.name,
        aliases: &regulation.aliases,
        told: true,
        articles,
        again,
        places,
        ..Own::default()
    }));
    let pages: BTreeSet<(u32, &str)> = all.iter().map(|own| (own.kind, own.slug)).collect();
    let former = archive.former.iter().filter_map(|former| {
        let (kind, now) = leads_to(archive, former).filter(|own| pages.contains(own))?;
        Some(Own { kind: KINDS + kind, slug: &former.slug, name: now, ..Own::default() })
    });
    all.extend(former);
    all
}

/// The kind and the slug in use of what one of old leads to.
fn leads_to<'a>(archive: &'a Archive, former: &Former) -> Option<(u32, &'a str)> {
    Some(match former.entity {
        EntityRef::Person(i) => (0, archive.people.get(i as usize)?.slug.as_str()),
        EntityRef::Organisation(i) => (1, archive.organisations.get(i as usize)?.slug.as_str()),
        EntityRef::Topic(i) => (2, archive.topics.get(i as usize)?.slug.as_str()),
        EntityRef::Regulation(i) => (REGULATION, archive.regulations.get(i as usize)?.slug.as_str()),
        EntityRef::Place(_) => return None,
    })
}

/// Where one is named and speaks.
#[derive(Debug, Clone, Default)]
struct Gathered {
    /// The articles that hold it, counted from the oldest, with its statements.
    articles: BTreeMap<u32, u32>,
    /// How many statements these are, each printing counted, and which of them are printed once more.
    said: u32,
    again: Vec<u32>,
    /// Of a regulation, where in each article these stand.
    places: BTreeMap<u32, Vec<u32>>,
}

/// What there is of each person, organisation, topic and regulation.
fn articles(archive: &Archive) -> [Vec<Gathered>; KINDS as usize] {
    let sizes = [archive.people.len(), archive.organisations.len(), archive.topics.len(), archive.regulations.len()];
    let mut all = sizes.map(|size| vec![Gathered::default(); size]);
    let again = again(archive);
    for ((at, article), rank) in (0..archive.articles.len() as u32).zip(&archive.articles).rev().zip(0..) {
        let person = |entity| if let EntityRef::Person(i) = entity { Some(i) } else { None };
        let organisation = |entity| if let EntityRef::Organisation(i) = entity { Some(i) } else { None };
        let regulation = |entity| if let EntityRef::Regulation(i) = entity { Some(i) } else { None };
        let topics = || article.topics.iter().map(|&i| (2, i));
        let people = named(article, person).into_iter().map(|i| (0, i));
        let bodies = named(article, organisation).into_iter().map(|i| (1, i));
        let regulations = named(article, regulation).into_iter().map(|i| (REGULATION as usize, i));
        for (kind, i) in people.chain(bodies).chain(topics()).chain(regulations) {
            if let Some(own) = all.get_mut(kind).and_then(|own| own.get_mut(i as usize)) {
                own.articles.entry(rank).or_insert(0);
            }
        }
        for (place, quote) in (0..).zip(&article.quotes) {
            let named = regulations_in(quote, &article.mentions).into_iter().map(|i| (REGULATION, i));
            for who in speaking(quote).into_iter().chain(topics().map(|(_, i)| (2, i))).chain(named) {
                let own = all.get_mut(who.0 as usize).and_then(|own| own.get_mut(who.1 as usize));
                let Some(own) = own else { continue };
                *own.articles.entry(rank).or_insert(0) += 1;
                if again.contains(&(Printing { article: at, quote: place }, who)) {
                    own.again.push(own.said);
                }
                own.said += 1;
                if who.0 == REGULATION {
                    own.places.entry(rank).or_default().push(place);
                }
            }
        }
    }
    all
}

/// Who holds an office in each organisation, by its number: name, slug, office.
fn holders(archive: &Archive) -> BTreeMap<usize, Vec<(&str, &str, &Role)>> {
    let mut called: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for (organisation, i) in archive.organisations.iter().zip(0..) {
        for name in organisation.aliases.iter().chain([&organisation.name]) {
            called.entry(name).or_default().insert(i);
        }
    }
    let mut held: BTreeMap<usize, Vec<_>> = BTreeMap::new();
    for (person, role) in archive.people.iter().flat_map(|person| person.roles.iter().map(move |role| (person, role))) {
        for &i in role.organisation.as_deref().and_then(|name| called.get(name)).into_iter().flatten() {
            held.entry(i).or_default().push((person.name.as_str(), person.slug.as_str(), role));
        }
    }
    held
}

/// An article of the archive, counted from the oldest.
pub(super) fn rank(archive: &Archive, article: u32) -> Option<u32> {
    (archive.articles.len() as u32).checked_sub(1)?.checked_sub(article)
}
