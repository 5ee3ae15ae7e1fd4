//! The catalogue: what every page needs, read whole when an archive opens; and who and what all articles together name,
//! which long lists, records and filters by name need.

use std::borrow::Cow;
use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

use super::encode;
use super::pack::{Model, alone, unpack_alone};
use super::statements::{again, speaking};
use super::text::{Models, TextPart};
use crate::model::day::{pack, unpack};
use crate::model::{Archive, Article, Date, EntityRef, Former, Meta, Person, Printing, Role, Speaker};
use crate::query::FacetKind;
use crate::words;

/// Whom or what articles name, as lists show and searches find them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entity {
    /// Lasting address, `[a-z0-9-]+`.
    pub slug: String,
    /// What it is called.
    pub name: String,
    /// Other names that it is found by: those that are not just words of the name.
    pub aliases: Vec<String>,
    /// How many statements it makes, each once however often it is printed, doubled, and 1 more where it is a person who holds an office.
    said: u32,
}

impl Entity {
    /// How many statements a person or an organisation makes, each once however often it is printed; 0 for others.
    #[must_use]
    pub fn statements(&self) -> u32 {
        self.said / 2
    }

    /// Whether a person holds an office; [`crate::Engine::roles`] knows which.
    #[must_use]
    pub fn holds_office(&self) -> bool {
        self.said % 2 == 1
    }
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
    /// How many statements all articles hold together, each once.
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
        quotes: statements(archive),
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

/// How many statements all articles hold together; one that is printed several times is one.
fn statements(archive: &Archive) -> u32 {
    let all: usize = archive.articles.iter().map(|article| article.quotes.len()).sum();
    let again: usize = archive.printings.iter().map(|all| all.len().saturating_sub(1)).sum();
    all.saturating_sub(again) as u32
}

/// Whether a person is shown in one office in two standings.
fn differs(person: &Person) -> bool {
    let other = |a: &Role| person.roles.iter().any(|b| a.standing != b.standing && a.is_office_of(b));
    person.roles.iter().any(other)
}

const LISTS: usize = FacetKind::ALL.len();

/// Who and what the archive knows, as it is written.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Entities {
    /// In the order of [`FacetKind::ALL`], each by slug, outlets by name; none of kinds of event, which are a closed list.
    pub(crate) lists: Vec<Vec<Entity>>,
    pub(crate) former: Vec<Former>,
}

/// Whether the words of a name are among those of another.
fn is_part(part: &str, whole: &str) -> bool {
    let forms = |name: &str| words::forms(name).collect::<Vec<_>>();
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

    /// The entities of the facet at a place of [`FacetKind::ALL`].
    pub(crate) fn list(&self, place: usize) -> &[Entity] {
        self.lists.get(place).map_or(&[], Vec::as_slice)
    }

    /// Leaves out other names that are words of the name: whoever is found by one of these is found by the name.
    pub(super) fn only_found_by(&mut self) {
        for one in self.lists.iter_mut().flatten() {
            one.aliases.retain(|alias| !is_part(alias, &one.name));
        }
    }

    fn each_slug(&mut self, then: &mut dyn FnMut(&mut String, &str)) {
        self.lists.iter_mut().flatten().for_each(|one| then(&mut one.slug, &one.name));
    }
}

/// All of them, with all other names.
pub(super) fn entities(archive: &Archive) -> Entities {
    let one = |slug: &String, name: &String, aliases: &[String]| Entity {
        slug: slug.clone(),
        name: name.clone(),
        aliases: aliases.to_vec(),
        said: 0,
    };
    let mut people: Vec<Entity> = archive.people.iter().map(|e| one(&e.slug, &e.name, &e.aliases)).collect();
    let mut bodies: Vec<Entity> = archive.organisations.iter().map(|e| one(&e.slug, &e.name, &e.aliases)).collect();
    for (own, person) in people.iter_mut().zip(&archive.people) {
        own.said = u32::from(!person.roles.is_empty());
    }
    let again = again(archive);
    for (article, at) in archive.articles.iter().zip(0..) {
        for (quote, place) in article.quotes.iter().zip(0..) {
            let Some(who) = speaking(quote) else { continue };
            let list = if who.0 == 0 { &mut people } else { &mut bodies };
            if let Some(own) = list.get_mut(who.1 as usize)
                && !again.contains(&(Printing { article: at, quote: place }, who))
            {
                own.said = own.said.saturating_add(2);
            }
        }
    }
    let topics = archive.topics.iter().map(|e| one(&e.slug, &e.name, &[])).collect();
    let regulations = archive.regulations.iter().map(|e| one(&e.slug, &e.name, &[])).collect();
    let places = archive.places.iter().map(|e| one(&e.slug, &e.name, &[])).collect();
    let events = Vec::new();
    let lists: [Vec<Entity>; LISTS] = [people, bodies, topics, regulations, events, places, sources(&archive.articles)];
    Entities { lists: lists.into(), former: archive.former.clone() }
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
pub(super) fn sources(articles: &[Article]) -> Vec<Entity> {
    let mut names: Vec<&String> = articles.iter().filter_map(|article| article.publisher.as_ref()).collect();
    names.sort_unstable();
    names.dedup();
    let mut sources: Vec<Entity> = Vec::new();
    let mut taken = BTreeSet::new();
    for name in names {
        let plain = slug(name);
        let mut slug = plain.clone();
        let mut number = 2;
        while !taken.insert(slug.clone()) {
            slug = format!("{plain}-{number}");
            number += 1;
        }
        sources.push(Entity { slug, name: name.clone(), ..Entity::default() });
    }
    sources
}

/// An address made of a name: its words in lower case, ASCII only, joined by hyphens.
fn slug(name: &str) -> String {
    let mut slug = String::new();
    for form in words::forms(name) {
        let word: String = form.chars().filter(char::is_ascii_alphanumeric).collect();
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
