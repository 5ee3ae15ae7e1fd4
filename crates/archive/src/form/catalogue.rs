//! The catalogue: what every query needs, read whole when an archive opens.

use std::borrow::Cow;
use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::encode;
use super::index::Index;
use crate::model::{
    Archive, Article, Date, EntityRef, EventKind, Former, Meta, Organisation, Person, Place, Regulation, Speaker, Topic,
};

/// An outlet that articles come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Its address, `[a-z0-9-]+`.
    pub slug: String,
    /// Its name as articles give it.
    pub name: String,
}

/// Part 0 as it is written.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Catalogue<'a> {
    pub(crate) meta: Cow<'a, Meta>,
    pub(crate) people: Cow<'a, [Person]>,
    pub(crate) organisations: Cow<'a, [Organisation]>,
    pub(crate) places: Cow<'a, [Place]>,
    pub(crate) regulations: Cow<'a, [Regulation]>,
    pub(crate) topics: Cow<'a, [Topic]>,
    pub(crate) former: Cow<'a, [Former]>,
    pub(crate) sources: Vec<Source>,
    pub(crate) articles: Vec<Row<'a>>,
    /// How many statements each person makes.
    pub(crate) said_by_people: Vec<u32>,
    /// How many statements each organisation makes.
    pub(crate) said_by_organisations: Vec<u32>,
    /// The first form of each dictionary part.
    pub(crate) dictionary: Vec<Cow<'a, str>>,
    /// The first article of each text part.
    pub(crate) texts: Vec<u32>,
}

/// An article in the catalogue. Indices point into the catalogue's lists.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Row<'a> {
    pub(crate) id: Cow<'a, str>,
    pub(crate) title: Cow<'a, str>,
    pub(crate) title_derived: bool,
    #[serde(with = "crate::model::day::option")]
    pub(crate) date: Option<Date>,
    pub(crate) source: Option<u32>,
    pub(crate) event: Option<EventKind>,
    pub(crate) quotes: u32,
    pub(crate) title_words: u32,
    pub(crate) words: u32,
    pub(crate) people: Vec<u32>,
    pub(crate) organisations: Vec<u32>,
    pub(crate) topics: Cow<'a, [u32]>,
    pub(crate) places: Vec<u32>,
}

/// The bytes of the catalogue.
pub(super) fn write(archive: &Archive, index: &Index, texts: Vec<u32>) -> Vec<u8> {
    let sources = sources(&archive.articles);
    let words = index.title_words.iter().zip(&index.words);
    let articles = archive.articles.iter().zip(words).map(|(article, (&title_words, &words))| Row {
        id: Cow::Borrowed(&article.id),
        title: Cow::Borrowed(&article.title),
        title_derived: article.title_derived,
        date: article.date,
        source: article
            .publisher
            .as_ref()
            .and_then(|name| sources.binary_search_by(|source| source.name.cmp(name)).ok())
            .map(|i| i as u32),
        event: article.event,
        quotes: article.quotes.len() as u32,
        title_words,
        words,
        people: named(article, |entity| match entity {
            EntityRef::Person(i) => Some(i),
            _ => None,
        }),
        organisations: named(article, |entity| match entity {
            EntityRef::Organisation(i) => Some(i),
            _ => None,
        }),
        topics: Cow::Borrowed(&article.topics),
        places: named(article, |entity| match entity {
            EntityRef::Place(i) => Some(i),
            _ => None,
        }),
    });
    encode(&Catalogue {
        meta: Cow::Borrowed(&archive.meta),
        people: Cow::Borrowed(&archive.people),
        organisations: Cow::Borrowed(&archive.organisations),
        places: Cow::Borrowed(&archive.places),
        regulations: Cow::Borrowed(&archive.regulations),
        topics: Cow::Borrowed(&archive.topics),
        former: Cow::Borrowed(&archive.former),
        articles: articles.collect(),
        said_by_people: said(archive, archive.people.len(), |speaker| match speaker {
            Speaker::Person(i) => Some(*i),
            _ => None,
        }),
        said_by_organisations: said(archive, archive.organisations.len(), |speaker| match speaker {
            Speaker::Organisation(i) => Some(*i),
            _ => None,
        }),
        dictionary: index.dictionary.iter().map(|part| Cow::Borrowed(part.first.as_str())).collect(),
        texts,
        sources,
    })
}

/// How many statements each of `size` speakers of one kind makes.
fn said(archive: &Archive, size: usize, of: fn(&Speaker) -> Option<u32>) -> Vec<u32> {
    let mut counts = vec![0; size];
    let speakers = archive.articles.iter().flat_map(|article| &article.quotes).filter_map(|q| q.speaker.as_ref());
    for i in speakers.filter_map(of) {
        if let Some(count) = counts.get_mut(i as usize) {
            *count += 1;
        }
    }
    counts
}

/// The entities of one kind that an article names or lets speak, ascending.
fn named(article: &Article, of: fn(EntityRef) -> Option<u32>) -> Vec<u32> {
    let speakers = article.quotes.iter().filter_map(|quote| match quote.speaker {
        Some(Speaker::Person(i)) => Some(EntityRef::Person(i)),
        Some(Speaker::Organisation(i)) => Some(EntityRef::Organisation(i)),
        _ => None,
    });
    let entities = article.mentions.iter().map(|mention| mention.entity).chain(speakers);
    let mut found: Vec<u32> = entities.filter_map(of).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// All outlets by name, each with an address that no other has.
fn sources(articles: &[Article]) -> Vec<Source> {
    let mut names: Vec<&String> = articles.iter().filter_map(|article| article.publisher.as_ref()).collect();
    names.sort_unstable();
    names.dedup();
    let mut sources: Vec<Source> = Vec::new();
    let mut taken = BTreeSet::new();
    for name in names {
        let plain = slug(name);
        let mut slug = plain.clone();
        let mut number = 2;
        while !taken.insert(slug.clone()) {
            slug = format!("{plain}-{number}");
            number += 1;
        }
        sources.push(Source { slug, name: name.clone() });
    }
    sources
}

/// An address made of a name: its words in lower case, ASCII only, joined by hyphens.
fn slug(name: &str) -> String {
    let mut slug = String::new();
    for token in crate::words::tokens(name, 0) {
        let word: String = crate::words::form(&name[token.range]).chars().filter(char::is_ascii_alphanumeric).collect();
        if !slug.is_empty() && !word.is_empty() {
            slug.push('-');
        }
        slug.push_str(&word);
    }
    if slug.is_empty() { "sumber".to_owned() } else { slug }
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn a_slug_is_plain() {
        assert_eq!(slug("Kabar Lampung.com"), "kabar-lampung-com");
        assert_eq!(slug("Détik"), "detik");
        assert_eq!(slug("新聞"), "sumber");
    }
}
