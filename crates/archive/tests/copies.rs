//! What is printed more than once: copies of articles, and printings of statements, against a plain reading.

mod common;

use std::collections::{BTreeMap, BTreeSet};

use common::{Draw, archive, open, part_of, ready, repeated};
use jejak_archive::form::{Frame, PartKind};
use jejak_archive::model::{Copies, EntityRef, Printing, Quote, Speaker};
use jejak_archive::query::{Choice, FacetKind, Order};
use jejak_archive::statements::{GroupKey, Grouping, Kinds, ROLE_ONLY, StatementQuery, Statements, UNKNOWN};
use jejak_archive::{Archive, Article, Date, Engine, NoStem, Outcome, Query, write};
use jiff::civil::date;

/// Whether a statement passes a question without words, dates and kinds aside; without the facet at a place of
/// [`FacetKind::ALL`], or with both of those of who speaks for either of them.
fn passes(
    archive: &Archive,
    article: &Article,
    quote: &Quote,
    query: &StatementQuery,
    without: Option<FacetKind>,
) -> bool {
    let speaking = |kind| matches!(kind, FacetKind::Person | FacetKind::Organisation);
    let left_out = |kind| without.is_some_and(|own| own == kind || speaking(own) && speaking(kind));
    let sure = query.least.is_none_or(|least| quote.confidence >= least);
    let choices = || query.query.choices.iter().filter(|choice| !left_out(choice.facet));
    let holds = |choice: &Choice| values(archive, article, quote).contains(&(choice.facet, choice.value.clone()));
    let kinds: BTreeSet<u32> =
        choices().map(|choice| if speaking(choice.facet) { 0 } else { 1 + choice.facet as u32 }).collect();
    let each = |kind: u32| {
        let own =
            || choices().filter(|choice| kind == if speaking(choice.facet) { 0 } else { 1 + choice.facet as u32 });
        let wanted = own().all(|choice| choice.exclude) || own().any(|choice| !choice.exclude && holds(choice));
        wanted && !own().any(|choice| choice.exclude && holds(choice))
    };
    sure && kinds.into_iter().all(each)
}

/// The values of a statement: who speaks, what its article is about, and the regulations that it names.
fn values(archive: &Archive, article: &Article, quote: &Quote) -> Vec<(FacetKind, String)> {
    let speaker = match &quote.speaker {
        Some(Speaker::Person(i)) => (FacetKind::Person, archive.people[*i as usize].slug.clone()),
        Some(Speaker::Organisation(i)) => (FacetKind::Organisation, archive.organisations[*i as usize].slug.clone()),
        Some(Speaker::Role(_)) => (FacetKind::Person, ROLE_ONLY.to_owned()),
        None => (FacetKind::Person, UNKNOWN.to_owned()),
    };
    let topics = article.topics.iter().map(|&i| (FacetKind::Topic, archive.topics[i as usize].slug.clone()));
    let event = article.event.map(|event| (FacetKind::Event, event.as_str().to_owned()));
    let laws = article.mentions.iter().filter(|mention| quote.span.holds(mention.span));
    let laws = laws.filter_map(|mention| match mention.entity {
        EntityRef::Regulation(i) => Some((FacetKind::Regulation, archive.regulations[i as usize].slug.clone())),
        _ => None,
    });
    let source = article.publisher.as_ref().map(|name| (FacetKind::Source, name.clone()));
    [speaker].into_iter().chain(topics).chain(event).chain(source).chain(laws).collect()
}

/// All statements with their printings, the one named first in front.
fn statements(archive: &Archive) -> Vec<Vec<Printing>> {
    let again: BTreeSet<&Printing> = archive.printings.iter().flatten().collect();
    let all = (0..).zip(&archive.articles);
    let all = all.flat_map(|(article, own)| (0..own.quotes.len() as u32).map(move |quote| Printing { article, quote }));
    all.filter(|at| !again.contains(at)).map(|at| vec![at]).chain(archive.printings.clone()).collect()
}

fn said<'a>(archive: &'a Archive, at: &Printing) -> (&'a Article, &'a Quote) {
    let article = &archive.articles[at.article as usize];
    (article, &article.quotes[at.quote as usize])
}

/// What answers: of each statement the first printing that passes and stands in the dates.
fn plainly(archive: &Archive, query: &StatementQuery, passes: impl Fn(&Article, &Quote) -> bool) -> Vec<Printing> {
    let day = |date: Option<Date>| {
        let (from, to) = (query.query.from, query.query.to);
        from.is_none_or(|from| date.is_some_and(|day| day >= from))
            && to.is_none_or(|to| date.is_some_and(|day| day <= to))
    };
    let first = |all: Vec<Printing>| {
        let passing = |at: &Printing| {
            let (article, quote) = said(archive, at);
            query.kinds.hold(quote.kind) && passes(article, quote)
        };
        all.into_iter().find(passing).filter(|at| day(said(archive, at).0.date))
    };
    let mut found: Vec<Printing> = statements(archive).into_iter().filter_map(first).collect();
    found.sort_unstable();
    found
}

fn listed(engine: &Engine, asked: &StatementQuery) -> (Statements, Vec<Printing>) {
    let first = ready(engine.statements(asked));
    let pages = (0..first.pages).flat_map(|page| {
        let query = Query { page, ..asked.query.clone() };
        ready(engine.statements(&StatementQuery { query, ..asked.clone() })).list
    });
    let all = pages.map(|own| Printing { article: own.article, quote: own.ordinal }).collect();
    (first, all)
}

fn asked(draw: &mut Draw, archive: &Archive) -> StatementQuery {
    let mut query = StatementQuery::default();
    for _ in 0..draw.below(4) {
        let (facet, value) = match draw.below(7) {
            0 | 1 => {
                (FacetKind::Person, draw.of(&["dewi-anggraini", "tono-prasetyo", "yusuf-hakim", UNKNOWN, ROLE_ONLY]))
            }
            2 => (FacetKind::Organisation, draw.of(&["dprd", "bappeda"])),
            3 => (FacetKind::Topic, draw.of(&["banjir", "pangan", "sekolah"])),
            4 => (FacetKind::Event, draw.of(&["rapat", "apel", "sidang"])),
            5 => (FacetKind::Regulation, draw.of(&["pmk-34-2017", "perda-3", "tak-ada"])),
            _ => (FacetKind::Topic, "pangan"),
        };
        let choice = Choice { facet, value: value.to_owned(), exclude: draw.below(4) == 0 };
        if !query.query.choices.iter().any(|own| (own.facet, &own.value) == (choice.facet, &choice.value)) {
            query.query.choices.push(choice);
        }
    }
    let day = |draw: &mut Draw| date(2023 + draw.below(3) as i16, 1 + draw.below(12) as i8, 1);
    query.query.from = (draw.below(2) == 0).then(|| day(draw));
    query.query.to = (draw.below(3) == 0).then(|| day(draw));
    query.kinds = Kinds { direct: draw.below(5) > 0, reported: draw.below(5) > 0 };
    query.least = (draw.below(4) == 0).then_some(50);
    assert!(archive.articles.len() > 1);
    query
}

#[test]
fn a_statement_with_several_printings_is_one_everywhere() {
    for seed in 1..5 {
        let mut archive = repeated(160, seed);
        let quotes = archive.articles.iter_mut().flat_map(|article| &mut article.quotes);
        quotes.enumerate().for_each(|(i, quote)| quote.confidence = (i * 37 % 101) as u8);
        let engine = open(&archive);
        let all = statements(&archive);
        assert!(all.len() > 100 && archive.printings.len() > 20);
        assert_eq!(engine.quotes() as usize, all.len());
        let mut draw = Draw(0xbeef + seed);
        for _ in 0..60 {
            let query = asked(&mut draw, &archive);
            let own = |article: &Article, quote: &Quote| passes(&archive, article, quote, &query, None);
            let expected = plainly(&archive, &query, own);
            let (answer, found) = listed(&engine, &query);
            assert_eq!(found, expected, "{query:?}");
            assert_eq!(answer.total as usize, expected.len());
            let timeless = Query { from: None, to: None, ..query.query.clone() };
            let timeless = StatementQuery { query: timeless, ..query.clone() };
            let at_any_time = plainly(&archive, &timeless, own);
            let bins: u32 = answer.timeline.bins.iter().map(|bin| bin.count).sum();
            assert_eq!((bins + answer.timeline.outside + answer.timeline.undated) as usize, at_any_time.len());
            for bin in &answer.timeline.bins {
                let inside =
                    |at: &&Printing| said(&archive, at).0.date.is_some_and(|day| bin.from <= day && day <= bin.to);
                assert_eq!(bin.count as usize, at_any_time.iter().filter(inside).count(), "{bin:?}");
            }
            facets(&archive, &engine, &query, &answer);
            groups(&archive, &engine, &query);
        }
    }
}

/// A count is what choosing the value delivers.
fn facets(archive: &Archive, engine: &Engine, query: &StatementQuery, answer: &Statements) {
    for facet in &answer.facets {
        let mut expected: BTreeMap<String, usize> = BTreeMap::new();
        let all: BTreeSet<String> = archive
            .articles
            .iter()
            .flat_map(|article| {
                article
                    .quotes
                    .iter()
                    .flat_map(|quote| values(archive, article, quote))
                    .filter(|value| value.0 == facet.kind)
            })
            .map(|(_, value)| value)
            .collect();
        for value in all {
            let own = |article: &Article, quote: &Quote| {
                values(archive, article, quote).contains(&(facet.kind, value.clone()))
                    && passes(archive, article, quote, query, Some(facet.kind))
            };
            let count = plainly(archive, query, own).len();
            if count > 0 {
                expected.insert(value, count);
            }
        }
        let named = |value: jejak_archive::answer::FacetValue| match facet.kind {
            FacetKind::Source => (value.label, value.count as usize),
            _ => (value.value, value.count as usize),
        };
        let counted = engine.values(facet, usize::MAX).into_iter().filter(|value| value.count > 0).map(named);
        if facet.kind == FacetKind::Regulation {
            assert_eq!(counted.count(), 0, "which statements name one no table tells");
        } else if facet.kind != FacetKind::Place {
            assert_eq!(counted.collect::<BTreeMap<_, _>>(), expected, "{:?} of {query:?}", facet.kind);
        }
    }
}

/// A group holds what choosing its value delivers.
fn groups(archive: &Archive, engine: &Engine, query: &StatementQuery) {
    for grouping in [Grouping::Speaker, Grouping::Topic, Grouping::Month] {
        let grouped = StatementQuery { group: Some(grouping), ..query.clone() };
        for group in ready(engine.statements(&grouped)).groups {
            let own = |article: &Article, quote: &Quote| {
                let fits = match &group.key {
                    GroupKey::Value(kind, value) => values(archive, article, quote).contains(&(*kind, value.clone())),
                    GroupKey::NoTopic => article.topics.is_empty(),
                    GroupKey::Month(_) | GroupKey::Undated => true,
                };
                fits && passes(archive, article, quote, query, None)
            };
            let mut expected = plainly(archive, query, own);
            expected.retain(|at| match &group.key {
                GroupKey::Month(first) => said(archive, at).0.date.is_some_and(|day| day.first_of_month() == *first),
                GroupKey::Undated => said(archive, at).0.date.is_none(),
                GroupKey::Value(..) | GroupKey::NoTopic => true,
            });
            assert_eq!(group.count as usize, expected.len(), "{:?} of {query:?}", group.key);
            // Choices of one facet join, so only where there is none of it yet the value alone is what is chosen.
            if let GroupKey::Value(facet, value) = &group.key
                && !query.query.choices.iter().any(|choice| !choice.exclude)
            {
                let mut chosen = query.clone();
                chosen.query.choices.push(Choice { facet: *facet, value: value.clone(), exclude: false });
                chosen.query.page = 0;
                let chosen = ready(engine.statements(&chosen));
                assert_eq!(
                    (group.count, group.articles),
                    (chosen.total, chosen.articles),
                    "{:?} of {query:?}",
                    group.key
                );
            }
            let first: Vec<_> =
                group.first.iter().map(|own| Printing { article: own.article, quote: own.ordinal }).collect();
            assert_eq!(first, expected[..first.len()]);
        }
    }
}

#[test]
fn a_record_shows_a_statement_once() {
    let archive = repeated(240, 9);
    let engine = open(&archive);
    let everyone = archive.people.iter().map(|one| (FacetKind::Person, &one.slug));
    let bodies = archive.organisations.iter().map(|one| (FacetKind::Organisation, &one.slug));
    let topics = archive.topics.iter().map(|one| (FacetKind::Topic, &one.slug));
    let laws = archive.regulations.iter().map(|one| (FacetKind::Regulation, &one.slug));
    let (mut once, mut all) = (0, 0);
    for (facet, slug) in everyone.chain(bodies).chain(topics).chain(laws) {
        let choice = Choice { facet, value: slug.clone(), exclude: false };
        let asked =
            StatementQuery { query: Query { choices: vec![choice], ..Query::default() }, ..StatementQuery::default() };
        let (mut answer, expected) = listed(&engine, &asked);
        // A record says of a bin without a statement no more than whether there are articles.
        answer.timeline.bins.iter_mut().filter(|bin| bin.count == 0).for_each(|bin| bin.of = bin.of.min(1));
        let mut found = Vec::new();
        for page in 0..answer.pages {
            let record = ready(engine.record(facet, slug, page)).expect("it has a page");
            let said = &record.said;
            assert_eq!(
                (said.total, said.articles, said.pages),
                (answer.total, answer.articles, answer.pages),
                "{slug}"
            );
            assert_eq!(said.timeline, answer.timeline, "{slug}");
            found.extend(said.list.iter().map(|own| Printing { article: own.article, quote: own.ordinal }));
        }
        assert_eq!(found, expected, "{slug}");
        let entities = if facet == FacetKind::Person { engine.people() } else { engine.organisations() };
        if let Some(own) = entities.iter().find(|own| own.slug == *slug) {
            assert_eq!(own.statements(), answer.total, "{slug}");
        }
        once += answer.total as usize;
        let is = |article: &Article, quote: &Quote| values(&archive, article, quote).contains(&(facet, slug.clone()));
        all += archive.articles.iter().flat_map(|a| a.quotes.iter().filter(move |quote| is(a, quote))).count();
    }
    assert!(once + 10 < all, "{once} of {all}");
}

#[test]
fn every_printing_of_a_statement_is_told_with_the_first_in_front() {
    let archive = repeated(160, 3);
    let engine = open(&archive);
    let of: BTreeMap<Printing, &Vec<Printing>> =
        archive.printings.iter().flat_map(|all| all.iter().map(move |at| (*at, all))).collect();
    let (_, all) = listed(&engine, &StatementQuery::default());
    let statements = ready(engine.statements(&StatementQuery {
        query: Query { order: Order::Oldest, ..Query::default() },
        ..StatementQuery::default()
    }))
    .list;
    for own in statements {
        let at = Printing { article: own.article, quote: own.ordinal };
        assert_eq!(own.others as usize, of.get(&at).map_or(0, |all| all.len() - 1));
    }
    for (article, own) in (0..).zip(&archive.articles) {
        for quote in 0..own.quotes.len() as u32 {
            let found = ready(engine.printings(article, quote));
            let expected = of.get(&Printing { article, quote }).map_or(&[][..], |all| all.as_slice());
            assert_eq!(found.len(), expected.len());
            for (edition, at) in found.iter().zip(expected) {
                let (article, quote) = said(&archive, at);
                assert_eq!((edition.article, &edition.id, &edition.title), (at.article, &article.id, &article.title));
                assert_eq!((edition.date, &edition.publisher), (article.date, &article.publisher));
                assert_eq!(edition.anchor, quote.anchor);
            }
        }
    }
    assert!(all.len() < of.len() + archive.articles.len() * 3);
    assert_eq!(ready(engine.printings(7, 900)), [], "there is no such statement");
    assert_eq!(ready(engine.printings(u32::MAX, 0)), []);
}

#[test]
fn an_article_knows_its_copies_and_others_fetch_nothing_for_them() {
    let archive = repeated(900, 5);
    let bytes = write(&archive, &NoStem);
    let frame = Frame::read(&bytes).expect("just written");
    let parts = frame.of_kind(PartKind::Copies).count();
    assert!(parts > 1);
    let of: BTreeMap<u32, &Copies> =
        archive.copies.iter().flat_map(|group| group.articles.iter().map(move |at| (*at, group))).collect();
    for at in (0..900).step_by(7) {
        let pieces = Engine::open_catalogue(bytes[..frame.core_end()].to_vec()).expect("the beginning");
        let mut kinds = Vec::new();
        let mut supply = |needed: Vec<_>| {
            for part in needed {
                kinds.push(frame.part(part).expect("a part").kind);
                pieces.supply(part, part_of(&frame, &bytes, part)).expect("as asked for");
            }
        };
        let found = loop {
            match pieces.copies(at) {
                Outcome::Ready(copies) => break copies,
                Outcome::Needs(needed) => supply(needed),
            }
        };
        match of.get(&at) {
            None => {
                assert_eq!(found, jejak_archive::statements::Copies::default());
                assert_eq!(kinds, [PartKind::Text, PartKind::Ids]);
            }
            Some(group) => {
                assert_eq!(kinds, [PartKind::Text, PartKind::Ids, PartKind::Copies]);
                assert_eq!(found.alike, group.alike);
                assert!(found.editions.iter().map(|own| own.article).eq(group.articles.iter().copied()));
                let own = group.articles.iter().position(|own| *own == at).expect("itself");
                assert_eq!(found.differs, group.differs[own]);
                for edition in &found.editions {
                    let article = &archive.articles[edition.article as usize];
                    assert_eq!((&edition.id, &edition.title), (&article.id, &article.title));
                    assert_eq!((edition.date, &edition.publisher), (article.published, &article.publisher));
                }
            }
        }
    }
}

#[test]
fn an_archive_without_copies_has_no_part_for_them() {
    let bytes = write(&archive(50), &NoStem);
    let frame = Frame::read(&bytes).expect("just written");
    assert_eq!(frame.of_kind(PartKind::Copies).count(), 0);
    let pieces = Engine::open_catalogue(bytes[..frame.core_end()].to_vec()).expect("the beginning");
    assert_eq!(pieces.copies(3), Outcome::Ready(Default::default()), "nothing to fetch");
}
