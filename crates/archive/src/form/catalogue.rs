//! The catalogue: what every page needs, read whole when an archive opens; and who and what all articles together name,
//! which long lists, records and filters by name need.

use std::borrow::Cow;
use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

use super::encode;
use super::pack::{Model, alone, unpack_alone};
use super::text::{Models, TextPart};
use crate::model::day::{pack, unpack};
use crate::model::{
    Archive, Article, Date, EntityRef, Former, Meta, Organisation, Person, Place, Regulation, Role, Speaker, Standing,
    Topic,
};
use crate::words;

/// An outlet that articles come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Its address, `[a-z0-9-]+`.
    pub slug: String,
    /// Its name as articles give it.
    pub name: String,
}

/// Part 0: how the archive describes itself, and what reading an article needs: where each lies, and what they are packed
/// with.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Catalogue<'a> {
    pub(crate) meta: Cow<'a, Meta>,
    /// How many articles there are.
    pub(crate) articles: u32,
    /// The first and the last day that an article is filed under, as numbers and 1 more; 0 where all are undated.
    oldest: u32,
    newest: u32,
    /// How many statements all articles hold together.
    pub(crate) quotes: u32,
    /// Hashes of the people whom articles show in one office in two standings; see [`contested`].
    contested: Vec<u32>,
    /// How many articles each text part holds.
    texts: Vec<u32>,
    /// What an article's words and numbers are packed with; empty where they are not.
    words_model: &'a [u8],
    numbers_model: &'a [u8],
}

/// Where articles lie.
#[derive(Debug, Default)]
pub(crate) struct Shelves {
    /// The first article of each text part.
    pub(crate) texts: Vec<u32>,
    pub(crate) models: Option<Models>,
    pub(crate) coverage: Option<(Date, Date)>,
    /// Of whom articles differ; see [`contested`].
    pub(crate) contested: Vec<u32>,
}

/// By what a person is told who stands in articles in one office in two standings. There are very few, so all readers
/// know of whom more is to be asked; a stranger with the same 32 bits is asked in vain.
pub(crate) fn contested(slug: &str) -> u32 {
    (xxh3_64(slug.as_bytes()) >> 32) as u32
}

impl Catalogue<'_> {
    /// Where articles lie; `None` where it does not fit together.
    pub(crate) fn shelves(&self) -> Option<Shelves> {
        let mut shelves = Shelves { contested: self.contested.clone(), ..Shelves::default() };
        if let Some((oldest, newest)) = self.oldest.checked_sub(1).zip(self.newest.checked_sub(1)) {
            shelves.coverage = Some((unpack(oldest)?, unpack(newest)?));
        }
        let mut first = 0u32;
        for &count in &self.texts {
            shelves.texts.push(first);
            first = first.checked_add(count)?;
        }
        if !self.words_model.is_empty() {
            shelves.models =
                Some(Models { words: Model::read(self.words_model)?, numbers: Model::read(self.numbers_model)? });
        }
        Some(shelves)
    }
}

/// The bytes of the catalogue.
pub(super) fn write(archive: &Archive, texts: &[TextPart], models: Option<&Models>, packed: bool) -> Vec<u8> {
    let articles = archive.articles.len() as u32;
    let next = texts.iter().skip(1).map(|part| part.first).chain([articles]);
    let model = |model: Option<&Model>| model.map(Model::write).unwrap_or_default();
    let (words, numbers) = (model(models.map(|m| &m.words)), model(models.map(|m| &m.numbers)));
    let days = || archive.articles.iter().filter_map(|article| article.date).map(pack);
    let catalogue = encode(&Catalogue {
        meta: Cow::Borrowed(&archive.meta),
        articles,
        oldest: days().min().map_or(0, |day| day + 1),
        newest: days().max().map_or(0, |day| day + 1),
        quotes: archive.articles.iter().map(|article| article.quotes.len() as u32).fold(0, u32::saturating_add),
        contested: archive
            .people
            .iter()
            .filter(|person| differs(person))
            .map(|person| contested(&person.slug))
            .collect(),
        texts: texts.iter().zip(next).map(|(part, next)| next - part.first).collect(),
        words_model: &words,
        numbers_model: &numbers,
    });
    alone(catalogue, packed)
}

/// Whether a person is shown in one office in two standings.
fn differs(person: &Person) -> bool {
    let other = |a: &Role| person.roles.iter().any(|b| a.standing != b.standing && a.is_office_of(b));
    person.roles.iter().any(other)
}

/// Who and what the archive knows, as it is written.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Entities {
    pub(crate) people: Vec<Person>,
    pub(crate) organisations: Vec<Organisation>,
    pub(crate) places: Vec<Place>,
    pub(crate) regulations: Vec<Regulation>,
    pub(crate) topics: Vec<Topic>,
    pub(crate) former: Vec<Former>,
    pub(crate) sources: Vec<Source>,
    /// How many statements each person makes.
    pub(crate) said_by_people: Vec<u32>,
    /// How many statements each organisation makes.
    pub(crate) said_by_organisations: Vec<u32>,
}

/// Whether the words of a name are among those of another.
fn is_part(part: &str, whole: &str) -> bool {
    let forms = |name: &str| words::tokens(name, 0).map(|token| words::form(&name[token.range])).collect::<Vec<_>>();
    let mut left = forms(whole);
    let mut take = |form: &String| left.iter().position(|own| own == form).map(|at| left.swap_remove(at)).is_some();
    forms(part).iter().all(&mut take)
}

/// What was read of something that is borrowed only while it is written.
///
/// `into_owned` would bring the code that copies it into the page, where there is never anything to copy.
pub(crate) fn read_of<T: ToOwned + ?Sized>(value: Cow<'_, T>) -> T::Owned
where
    T::Owned: Default,
{
    match value {
        Cow::Owned(value) => value,
        Cow::Borrowed(_) => T::Owned::default(),
    }
}

impl Entities {
    /// Reads what [`Entities::write`] wrote; nothing where it does not decode.
    pub(crate) fn read(bytes: &[u8]) -> Self {
        let read = |bytes: &[u8]| postcard::from_bytes::<Self>(bytes).ok();
        let mut all = unpack_alone(bytes).and_then(|bytes| read(&bytes)).unwrap_or_default();
        all.each_slug(&mut |slug, name| {
            if slug.is_empty() {
                *slug = words::slug(name);
            }
        });
        all
    }

    /// The bytes: a slug that follows from the name is left out.
    pub(super) fn write(mut self, packed: bool) -> Vec<u8> {
        self.each_slug(&mut |slug, name| {
            if *slug == words::slug(name) {
                slug.clear();
            }
        });
        alone(encode(&self), packed)
    }

    /// Leaves what names are shown and found by, and of people that they hold an office, where `offices` or where nothing else
    /// says that they have a page. The rest stands in the records. Whoever is found by another name that is words of the
    /// name is found by the name.
    pub(super) fn only_names(&mut self, offices: bool) {
        let (office, organisation, standing) = (String::new(), None, Standing::Definitive);
        let held = Role { office, organisation, standing, from: None, to: None, articles: Vec::new() };
        for (person, said) in self.people.iter_mut().zip(&self.said_by_people) {
            person.honorifics.clear();
            let told = !person.roles.is_empty() && (offices || *said == 0);
            person.roles = if told { vec![held.clone()] } else { Vec::new() };
            person.aliases.retain(|alias| !is_part(alias, &person.name));
        }
        for organisation in &mut self.organisations {
            organisation.aliases.retain(|alias| !is_part(alias, &organisation.name));
        }
    }

    fn each_slug(&mut self, then: &mut dyn FnMut(&mut String, &str)) {
        let Self { people, organisations, places, regulations, topics, sources, .. } = self;
        people.iter_mut().for_each(|e| then(&mut e.slug, &e.name));
        organisations.iter_mut().for_each(|e| then(&mut e.slug, &e.name));
        places.iter_mut().for_each(|e| then(&mut e.slug, &e.name));
        regulations.iter_mut().for_each(|e| then(&mut e.slug, &e.as_printed));
        topics.iter_mut().for_each(|e| then(&mut e.slug, &e.name));
        sources.iter_mut().for_each(|e| then(&mut e.slug, &e.name));
    }
}

/// All of them.
pub(super) fn entities(archive: &Archive) -> Entities {
    Entities {
        people: archive.people.clone(),
        organisations: archive.organisations.clone(),
        places: archive.places.clone(),
        regulations: archive.regulations.clone(),
        topics: archive.topics.clone(),
        former: archive.former.clone(),
        sources: sources(&archive.articles),
        said_by_people: said(archive, archive.people.len(), |speaker| match speaker {
            Speaker::Person(i) => Some(*i),
            _ => None,
        }),
        said_by_organisations: said(archive, archive.organisations.len(), |speaker| match speaker {
            Speaker::Organisation(i) => Some(*i),
            _ => None,
        }),
    }
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
pub(super) fn named(article: &Article, of: fn(EntityRef) -> Option<u32>) -> Vec<u32> {
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
pub(super) fn sources(articles: &[Article]) -> Vec<Source> {
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
