//! An article by itself: what it says, and how little of the archive that takes.

mod common;

use std::collections::BTreeSet;

use common::{archive, open, part_of, ready};
use jejak_archive::answer::PartId;
use jejak_archive::form::{Frame, PartKind};
use jejak_archive::model::{Article, EntityRef, Mention, Quote, Role, Speaker, Standing};
use jejak_archive::query::FacetKind;
use jejak_archive::{Archive, Engine, NoStem, Outcome, Reading, write};

/// An archive in which one person alone speaks, one holds an office, and the others are only named.
fn few_with_pages() -> Archive {
    let mut archive = archive(200);
    for quote in archive.articles.iter_mut().flat_map(|article| &mut article.quotes) {
        quote.speaker = quote.speaker.take().filter(|speaker| *speaker == Speaker::Person(0));
    }
    archive.people[2].roles.push(Role {
        office: "Kepala".into(),
        organisation: None,
        standing: Standing::Definitive,
        from: None,
        to: None,
        articles: vec![1],
    });
    archive
}

/// The slug of an entity of the archive.
fn slug(archive: &Archive, entity: EntityRef) -> &str {
    match entity {
        EntityRef::Person(i) => &archive.people[i as usize].slug,
        EntityRef::Organisation(i) => &archive.organisations[i as usize].slug,
        EntityRef::Place(i) => &archive.places[i as usize].slug,
        EntityRef::Regulation(i) => &archive.regulations[i as usize].slug,
        EntityRef::Topic(i) => &archive.topics[i as usize].slug,
    }
}

fn speaker(quote: &Quote) -> Option<EntityRef> {
    match quote.speaker {
        Some(Speaker::Person(i)) => Some(EntityRef::Person(i)),
        Some(Speaker::Organisation(i)) => Some(EntityRef::Organisation(i)),
        _ => None,
    }
}

/// All entities of an article in order: mentions, then speakers.
fn entities(article: &Article) -> Vec<EntityRef> {
    let named = article.mentions.iter().map(|mention| mention.entity);
    named.chain(article.quotes.iter().filter_map(speaker)).collect()
}

/// What stands in an article, whomever it names.
fn nameless(article: &Article) -> Article {
    let blank = |quote: &Quote| match speaker(quote) {
        Some(_) => Quote { speaker: Some(Speaker::Role("siapa".into())), ..quote.clone() },
        None => quote.clone(),
    };
    let mention = |mention: &Mention| Mention { entity: EntityRef::Topic(0), ..*mention };
    Article {
        quotes: article.quotes.iter().map(blank).collect(),
        mentions: article.mentions.iter().map(mention).collect(),
        ..article.clone()
    }
}

#[test]
fn an_article_by_itself_names_whom_it_names_among_all() {
    for archive in [archive(200), few_with_pages()] {
        let engine = open(&archive);
        let (mut with, mut without) = (0, 0);
        for (article, i) in archive.articles.iter().zip(0..) {
            let own = ready(engine.read(i));
            let numbered = (0..article.topics.len() as u32).collect();
            assert_eq!(nameless(&own.article), Article { topics: numbered, ..nameless(article) });
            let topics = article.topics.iter().map(|&topic| {
                let own = &archive.topics[topic as usize];
                (own.name.as_str(), own.slug.as_str(), engine.has_page(FacetKind::Topic, &own.slug))
            });
            let told = own.topics.iter().map(|topic| (topic.name.as_str(), topic.slug.as_str(), topic.has_page));
            assert!(told.eq(topics), "{:?}", own.topics);
            let (here, among_all) = (entities(&own.article), entities(article));
            assert_eq!(here.len(), among_all.len(), "{}", article.id);
            for (here, among_all) in here.into_iter().zip(among_all) {
                let name = own.name(here).expect("named");
                assert_eq!(std::mem::discriminant(&here), std::mem::discriminant(&among_all));
                assert_eq!(name.slug, slug(&archive, among_all));
                let record = name.facet().map(|facet| ready(engine.record(facet, &name.slug, 0)));
                let has_page = record.flatten().is_some_and(|record| record.has_page);
                assert_eq!(name.has_page, has_page, "{}", name.name);
                if let EntityRef::Person(_) = among_all {
                    *if name.has_page { &mut with } else { &mut without } += 1;
                }
            }
        }
        assert!(with > 0, "some have a page");
        assert!(without > 0 || archive.people[2].roles.is_empty(), "some have none");
    }
}

#[test]
fn one_that_is_not_there_is_blank() {
    let own = ready(open(&archive(3)).read(9999));
    assert_eq!((own.article.id.as_str(), own.named.len()), ("", 0));
}

/// Its address, its text, and who has a page: nothing of what is known of all articles together.
#[test]
fn an_article_is_found_and_read_without_the_overview() {
    let archive = archive(1500);
    let bytes = write(&archive, &NoStem);
    let frame = Frame::read(&bytes).expect("just written");
    let whole = Engine::open(bytes.clone()).expect("just written");
    for article in [0u32, 700, 1499] {
        let pieces = Engine::open_catalogue(bytes[..frame.core_end()].to_vec()).expect("the beginning");
        let mut fetched: BTreeSet<PartId> = BTreeSet::new();
        let mut supply = |parts: Vec<PartId>| {
            for part in parts {
                pieces.supply(part, part_of(&frame, &bytes, part)).expect("as asked for");
                assert!(fetched.insert(part), "asked for once");
            }
        };
        let id = &archive.articles[article as usize].id;
        let found = loop {
            match pieces.seek(id) {
                Outcome::Ready(found) => break found,
                Outcome::Needs(parts) => supply(parts),
            }
        };
        assert_eq!(found, Some(article));
        let read: std::sync::Arc<Reading> = loop {
            match pieces.read(article) {
                Outcome::Ready(read) => break read,
                Outcome::Needs(parts) => supply(parts),
            }
        };
        assert_eq!(*read, *ready(whole.read(article)));
        let kinds: BTreeSet<PartKind> = fetched.iter().map(|part| frame.part(*part).expect("fetched").kind).collect();
        assert_eq!(kinds, BTreeSet::from([PartKind::Text, PartKind::Own, PartKind::Ids]));
        assert!(fetched.len() <= 4, "{fetched:?}");
    }
}

/// Who draws every page keeps what was unpacked; it reads the same, packed or not, and again.
#[test]
fn kept_texts_read_as_unpacked_ones_do() {
    for articles in [3, 1500] {
        let bytes = write(&archive(articles), &NoStem);
        let usual = Engine::open(bytes.clone()).expect("just written");
        let keeping = Engine::open(bytes).expect("just written").keeping_texts();
        for article in (0..usual.len() + 1).chain([0, 1, 0]) {
            assert_eq!(*ready(keeping.read(article)), *ready(usual.read(article)), "{article} of {articles}");
            assert_eq!(keeping.head(article), usual.head(article));
        }
    }
}
