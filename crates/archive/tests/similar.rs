//! Articles that are most like one: what counts, what does not, and that it is the same however the archive lies.

#![allow(clippy::expect_used, reason = "a test stops where its own fixture fails")]

mod common;

use common::{Draw, archive, article, open, person, ready};
use jejak_archive::answer::Similar;
use jejak_archive::form::{Frame, PartKind};
use jejak_archive::model::{Article, EntityRef, EventKind, Mention, Organisation, Place, PlaceKind, Topic};
use jejak_archive::query::FacetKind;
use jejak_archive::{Archive, Engine, NoStem, Outcome, Span, write};
use jiff::civil::date;

/// What an article of the cases names, by numbers.
#[derive(Default)]
struct Names<'a> {
    people: &'a [u32],
    organisations: &'a [u32],
    places: &'a [u32],
    topics: &'a [u32],
    event: Option<EventKind>,
    day: i8,
}

fn naming(id: &str, names: &Names<'_>) -> Article {
    let day = (names.day > 0).then(|| date(2026, 3, names.day));
    let mut article = article(id, day, "Judul", "Isi berita.");
    let people = names.people.iter().map(|&i| EntityRef::Person(i));
    let organisations = names.organisations.iter().map(|&i| EntityRef::Organisation(i));
    let places = names.places.iter().map(|&i| EntityRef::Place(i));
    let all = people.chain(organisations).chain(places);
    article.mentions = all.map(|entity| Mention { span: Span::new(0..3), entity }).collect();
    article.topics = names.topics.to_vec();
    article.event = names.event;
    article
}

/// An archive of these articles and of forty that name others, so that two of a kind are rare.
fn among_others(articles: Vec<Article>) -> Engine {
    let numbered = |what: &str, i: u32| format!("{what}-{i:02}");
    let mut archive = Archive { articles, ..Archive::default() };
    archive.people = (0..60).map(|i| person(&numbered("orang", i))).collect();
    let organisation = |i| Organisation { slug: numbered("badan", i), name: numbered("badan", i), aliases: Vec::new() };
    archive.organisations = (0..60).map(organisation).collect();
    let place = |i| Place { slug: numbered("tempat", i), name: numbered("tempat", i), kind: PlaceKind::Area };
    archive.places = (0..60).map(place).collect();
    archive.topics = (0..4).map(|i| Topic { slug: numbered("topik", i), name: numbered("topik", i) }).collect();
    for i in 0..40 {
        let (own, next) = (20 + i % 30, 21 + i % 30);
        let names = Names {
            people: &[own, next],
            organisations: &[own],
            places: &[59, own],
            topics: &[3],
            event: Some(EventKind::Lainnya),
            day: 1 + (i % 28) as i8,
        };
        archive.articles.push(naming(&format!("lain-{i:02}"), &names));
    }
    archive.articles.sort_by(|a, b| b.date.cmp(&a.date).then_with(|| a.id.cmp(&b.id)));
    open(&archive)
}

fn alike(engine: &Engine, id: &str, most: usize) -> Vec<Similar> {
    ready(engine.similar(engine.find(id).expect("an article of the case"), most))
}

fn ids(engine: &Engine, found: &[Similar]) -> Vec<String> {
    found.iter().map(|one| engine.head(one.article).expect("the archive is whole").id).collect()
}

#[test]
fn rare_people_count_more_than_common_places() {
    let engine = among_others(vec![
        naming("a", &Names { people: &[0, 1], places: &[59], day: 10, ..Names::default() }),
        naming("orang", &Names { people: &[0, 2], places: &[3], day: 10, ..Names::default() }),
        naming("tempat", &Names { people: &[4], places: &[59], day: 10, ..Names::default() }),
    ]);
    let found = alike(&engine, "a", 5);
    assert_eq!(ids(&engine, &found), ["orang"], "a place that most name is not enough");
    assert_eq!(found[0].shared, [(FacetKind::Person, "orang-00".to_owned())]);
}

#[test]
fn the_weightiest_of_what_is_shared_is_shown_first() {
    let own = Names {
        people: &[0],
        organisations: &[0],
        places: &[0, 59],
        topics: &[3],
        event: Some(EventKind::Apel),
        day: 10,
    };
    let engine = among_others(vec![naming("a", &own), naming("b", &own)]);
    let found = alike(&engine, "a", 5);
    let shared: Vec<(FacetKind, &str)> = found[0].shared.iter().map(|(kind, label)| (*kind, label.as_str())).collect();
    let expected =
        [(FacetKind::Person, "orang-00"), (FacetKind::Organisation, "badan-00"), (FacetKind::Place, "tempat-00")];
    assert_eq!(shared, expected);
}

#[test]
fn what_happened_about_the_same_day_comes_first() {
    let named = |id, day| naming(id, &Names { people: &[0], organisations: &[0], day, ..Names::default() });
    let engine = among_others(vec![named("a", 20), named("jauh", 2), named("dekat", 19), named("tanpa", 0)]);
    let found = alike(&engine, "a", 5);
    assert_eq!(ids(&engine, &found), ["dekat", "jauh", "tanpa"]);
    let scores: Vec<u32> = found.iter().map(|one| one.score).collect();
    assert!(scores[0] > scores[1] && scores[1] > scores[2], "{scores:?}");
}

#[test]
fn a_list_of_places_tells_no_story() {
    let places: Vec<u32> = (0..15).collect();
    let engine = among_others(vec![
        naming("a", &Names { people: &[0, 1], places: &places, day: 10, ..Names::default() }),
        naming("cuaca", &Names { people: &[5, 6], places: &places, day: 10, ..Names::default() }),
        naming("lanjut", &Names { people: &[0, 1], day: 12, ..Names::default() }),
        naming("sekali", &Names { people: &[5, 6], day: 12, ..Names::default() }),
    ]);
    assert_eq!(ids(&engine, &alike(&engine, "a", 5))[0], "lanjut");
}

#[test]
fn copies_do_not_crowd_out_the_rest() {
    let release = Names {
        people: &[0, 1],
        organisations: &[0, 1],
        places: &[0],
        event: Some(EventKind::Penyerahan),
        day: 10,
        ..Names::default()
    };
    let mut articles: Vec<Article> = ["a", "b", "c", "d", "e"].map(|id| naming(id, &release)).into();
    articles.push(naming("lain", &Names { people: &[0, 7], organisations: &[0], day: 12, ..Names::default() }));
    articles.push(naming("juga", &Names { people: &[7], organisations: &[5], day: 12, ..Names::default() }));
    let engine = among_others(articles);
    assert_eq!(ids(&engine, &alike(&engine, "a", 9)), ["b", "c", "lain", "d", "e"]);
    assert_eq!(ids(&engine, &alike(&engine, "a", 3)), ["b", "c", "lain"]);
}

#[test]
fn an_article_that_names_nothing_is_like_none() {
    let engine = among_others(vec![
        naming("a", &Names { event: Some(EventKind::Lainnya), day: 10, ..Names::default() }),
        naming("b", &Names { event: Some(EventKind::Lainnya), day: 10, ..Names::default() }),
    ]);
    assert_eq!(alike(&engine, "a", 5), []);
    assert_eq!(ready(engine.similar(9999, 5)), []);
    assert_eq!(ready(open(&Archive::default()).similar(0, 5)), []);
}

#[test]
fn a_list_is_sound_and_the_same_in_parts() {
    let archive = archive(300);
    let bytes = write(&archive, &NoStem);
    let frame = Frame::read(&bytes).expect("just written");
    let (engine, core) = (open(&archive), bytes[..frame.core_end()].to_vec());
    let parts = Engine::open_catalogue(core).expect("the core alone opens");
    let mut fetched = Vec::new();
    let mut draw = Draw(7);
    for _ in 0..60 {
        let article = draw.below(archive.articles.len()) as u32;
        let found = ready(engine.similar(article, 10));
        assert!(found.len() <= 10 && found.iter().all(|one| one.article != article && one.score > 0));
        assert!(found.iter().all(|one| !one.shared.is_empty() && one.score <= 2000), "{found:?}");
        let articles: std::collections::BTreeSet<u32> = found.iter().map(|one| one.article).collect();
        assert_eq!(articles.len(), found.len(), "each stands once");
        // Whatever is named of what two share, both hold.
        for one in &found {
            let labels = |at: u32| {
                let own = ready(engine.article(at));
                let named = own.mentions.iter().map(|mention| mention.entity);
                let label = |entity| match entity {
                    EntityRef::Person(i) => engine.people()[i as usize].name.clone(),
                    EntityRef::Organisation(i) => engine.organisations()[i as usize].name.clone(),
                    EntityRef::Place(i) => engine.places()[i as usize].name.clone(),
                    EntityRef::Regulation(_) | EntityRef::Topic(_) => String::new(),
                };
                let said = own.quotes.iter().filter_map(|quote| match quote.speaker {
                    Some(jejak_archive::model::Speaker::Person(i)) => Some(EntityRef::Person(i)),
                    Some(jejak_archive::model::Speaker::Organisation(i)) => Some(EntityRef::Organisation(i)),
                    _ => None,
                });
                let topics = own.topics.iter().map(|&i| engine.topics()[i as usize].name.clone());
                let event = own.event.map(|event| event.as_str().to_owned());
                named.chain(said).map(label).chain(topics).chain(event).collect::<Vec<String>>()
            };
            let (a, b) = (labels(article), labels(one.article));
            assert!(one.shared.iter().all(|(_, label)| a.contains(label) && b.contains(label)), "{one:?} {a:?} {b:?}");
        }
        let in_parts = loop {
            match parts.similar(article, 10) {
                Outcome::Ready(found) => break found,
                Outcome::Needs(missing) => {
                    for id in missing {
                        let part = frame.part(id).expect("a part of the archive");
                        let range = part.range().expect("it lies in the archive");
                        fetched.push(part.kind);
                        parts.supply(id, bytes[range].to_vec()).expect("a part of the archive");
                    }
                }
            }
        };
        assert_eq!(in_parts, found);
    }
    assert_eq!(fetched, [PartKind::Columns, PartKind::Facet], "nothing else is fetched, and each once");
}
