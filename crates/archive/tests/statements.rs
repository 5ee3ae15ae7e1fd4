//! What an open archive says of statements, against a plain reading of all articles.

mod common;

use std::collections::BTreeSet;

use common::{archive, open, organisation, part_of, person, ready};
use jejak_archive::answer::{ChoiceState, PartId};
use jejak_archive::form::{Frame, PartKind};
use jejak_archive::model::{EntityRef, Mention, Quote, QuoteKind, Speaker};
use jejak_archive::query::{Choice, FacetKind, Order};
use jejak_archive::statements::{
    GROUP_SHOWS, GroupKey, Grouping, Kinds, ROLE_ONLY, STATEMENTS_PAGE, StatementQuery, Statements, UNKNOWN,
};
use jejak_archive::{Archive, Article, Engine, NoStem, Outcome, Query, Span, write};
use jiff::civil::date;

/// All statements that `wanted` takes, newest first.
fn plainly(archive: &Archive, wanted: impl Fn(&Article, &Quote) -> bool) -> Vec<(&str, &str)> {
    let all = archive.articles.iter().flat_map(|article| article.quotes.iter().map(move |quote| (article, quote)));
    all.filter(|(a, q)| wanted(a, q)).map(|(a, q)| (a.id.as_str(), q.anchor.as_str())).collect()
}

/// All pages of an answer, one behind the other.
fn listed(engine: &Engine, asked: &StatementQuery) -> (Statements, Vec<(String, String)>) {
    let first = ready(engine.statements(asked));
    let mut all = Vec::new();
    for page in 0..first.pages {
        let query = Query { page, ..asked.query.clone() };
        let answer = ready(engine.statements(&StatementQuery { query, ..asked.clone() }));
        assert!(answer.list.len() <= STATEMENTS_PAGE as usize);
        all.extend(answer.list.into_iter().map(|statement| (statement.id, statement.anchor)));
    }
    (first, all)
}

fn same(got: &[(String, String)], expected: &[(&str, &str)]) {
    let got: Vec<_> = got.iter().map(|(id, anchor)| (id.as_str(), anchor.as_str())).collect();
    assert_eq!(got, expected);
}

/// Numbers of values hold for one step each, so facets are held against one another by what they show.
fn same_facets((engine, answer): (&Engine, &Statements), (whole, all): (&Engine, &Statements)) {
    for (facet, full) in answer.facets.iter().zip(&all.facets) {
        let (values, known) = (engine.values(facet, usize::MAX), whole.values(full, usize::MAX));
        assert_eq!((facet.len(), facet.chosen()), (full.len(), full.chosen()), "{:?}", facet.kind);
        assert_eq!(values, known[..values.len()], "{:?}", facet.kind);
    }
}

fn choice(facet: FacetKind, value: &str, exclude: bool) -> Choice {
    Choice { facet, value: value.into(), exclude }
}

fn asked(choices: Vec<Choice>) -> StatementQuery {
    StatementQuery { query: Query { choices, ..Query::default() }, ..StatementQuery::default() }
}

fn speaks(quote: &Quote, archive: &Archive, slug: &str) -> bool {
    matches!(quote.speaker, Some(Speaker::Person(i)) if archive.people[i as usize].slug == slug)
}

#[test]
fn every_statement_is_listed_once_newest_first() {
    let archive = archive(200);
    let engine = open(&archive);
    let (answer, all) = listed(&engine, &StatementQuery::default());
    let expected = plainly(&archive, |_, _| true);
    assert!(expected.len() > 200);
    same(&all, &expected);
    assert_eq!((answer.total as usize, answer.direct + answer.reported), (all.len(), answer.total));
    let articles = archive.articles.iter().filter(|article| !article.quotes.is_empty()).count();
    assert_eq!(answer.articles as usize, articles);
    let binned: u32 = answer.timeline.bins.iter().map(|bin| bin.count).sum();
    assert_eq!(binned + answer.timeline.undated, answer.total);
}

#[test]
fn a_statement_says_what_its_article_says() {
    let archive = archive(80);
    let engine = open(&archive);
    for statement in ready(engine.statements(&StatementQuery::default())).list {
        let article = &archive.articles[statement.article as usize];
        let quote = article.quotes.iter().find(|quote| quote.anchor == statement.anchor).expect("it is there");
        assert_eq!(statement.snippet.text, quote.span.of(&article.text).trim());
        assert_eq!((statement.kind, statement.confidence, statement.how), (quote.kind, quote.confidence, quote.how));
        assert_eq!((&statement.date, &statement.publisher), (&article.date, &article.publisher));
        assert_eq!(statement.entity.is_some(), statement.speaker.is_some() && quote.speaker != role());
    }
}

fn role() -> Option<Speaker> {
    Some(Speaker::Role("kepala dinas".into()))
}

#[test]
fn speakers_are_kept_left_out_and_joined_with_organisations() {
    let archive = archive(200);
    let engine = open(&archive);
    let dewi = || choice(FacetKind::Person, "dewi-anggraini", false);
    let (_, all) = listed(&engine, &asked(vec![dewi()]));
    assert!(!all.is_empty());
    same(&all, &plainly(&archive, |_, q| speaks(q, &archive, "dewi-anggraini")));

    let dprd = |q: &Quote| q.speaker == Some(Speaker::Organisation(1));
    let (_, all) = listed(&engine, &asked(vec![dewi(), choice(FacetKind::Organisation, "dprd", false)]));
    same(&all, &plainly(&archive, |_, q| dprd(q) || speaks(q, &archive, "dewi-anggraini")));

    let (_, all) = listed(&engine, &asked(vec![choice(FacetKind::Person, "dewi-anggraini", true)]));
    same(&all, &plainly(&archive, |_, q| !speaks(q, &archive, "dewi-anggraini")));

    let (_, all) = listed(&engine, &asked(vec![choice(FacetKind::Person, UNKNOWN, false)]));
    same(&all, &plainly(&archive, |_, q| q.speaker.is_none()));
    let (_, all) = listed(&engine, &asked(vec![choice(FacetKind::Person, ROLE_ONLY, false)]));
    same(&all, &plainly(&archive, |_, q| q.speaker == role()));
    assert_eq!(listed(&engine, &asked(vec![choice(FacetKind::Person, "tak-ada", false)])).0.total, 0);
}

#[test]
fn kind_confidence_and_articles_narrow() {
    let mut archive = archive(200);
    for (i, quote) in archive.articles.iter_mut().flat_map(|article| &mut article.quotes).enumerate() {
        quote.confidence = (i * 7 % 101) as u8;
    }
    let engine = open(&archive);
    let flood = |article: &Article| article.topics.contains(&0);
    let ask = StatementQuery {
        kinds: Kinds { direct: false, reported: true },
        least: Some(40),
        below: Some(90),
        ..asked(vec![choice(FacetKind::Topic, "banjir", false)])
    };
    let (answer, all) = listed(&engine, &ask);
    let wanted = |a: &Article, q: &Quote| flood(a) && (40..90).contains(&q.confidence);
    let reported = |q: &Quote| q.kind == QuoteKind::Reported;
    same(&all, &plainly(&archive, |a, q| wanted(a, q) && reported(q)));
    assert!(answer.total > 3);
    assert_eq!(answer.direct as usize, plainly(&archive, |a, q| wanted(a, q) && !reported(q)).len());

    let none = StatementQuery { kinds: Kinds { direct: false, reported: false }, ..StatementQuery::default() };
    assert_eq!(listed(&engine, &none).0.total, 0);

    let (from, to) = (date(2024, 1, 1), date(2024, 12, 31));
    let year = Query { from: Some(from), to: Some(to), order: Order::Oldest, ..Query::default() };
    let (answer, all) = listed(&engine, &StatementQuery { query: year, ..StatementQuery::default() });
    let in_year = plainly(&archive, |a, _| a.date.is_some_and(|day| (from..=to).contains(&day)));
    assert_eq!(all.len(), in_year.len());
    assert!(answer.timeline.bins.iter().map(|bin| bin.count).sum::<u32>() > answer.total, "the bins show all time");
    let days: Vec<_> =
        all.iter().map(|(id, _)| archive.articles.iter().find(|a| a.id == *id).expect("there").date).collect();
    assert!(days.is_sorted());
}

#[test]
fn words_are_those_of_the_statement_itself() {
    let archive = archive(300);
    let engine = open(&archive);
    let holds = |article: &Article, quote: &Quote, word: &str| {
        jejak_archive::words::tokens(quote.span.of(&article.text), 0)
            .any(|token| jejak_archive::words::form(&quote.span.of(&article.text)[token.range]) == word)
    };
    let ask = |words: &str| StatementQuery {
        query: Query { words: words.into(), ..Query::default() },
        ..StatementQuery::default()
    };
    let (_, all) = listed(&engine, &ask("beras "));
    assert!(!all.is_empty());
    same(&all, &plainly(&archive, |a, q| holds(a, q, "beras")));
    let (_, all) = listed(&engine, &ask("beras harga "));
    assert!(!all.is_empty());
    same(&all, &plainly(&archive, |a, q| holds(a, q, "beras") && holds(a, q, "harga")));
    let (_, all) = listed(&engine, &ask("beras -harga "));
    same(&all, &plainly(&archive, |a, q| holds(a, q, "beras") && !holds(a, q, "harga")));
    for statement in ready(engine.statements(&ask("beras "))).list {
        assert!(!statement.snippet.marks.is_empty());
        let found = statement.snippet.marks.iter().all(|m| m.of(&statement.snippet.text).eq_ignore_ascii_case("beras"));
        assert!(found, "{statement:?}");
    }
}

#[test]
fn a_count_is_what_choosing_delivers() {
    let archive = archive(600);
    let engine = open(&archive);
    let base = asked(vec![
        choice(FacetKind::Topic, "pangan", false),
        choice(FacetKind::Person, "dewi-anggraini", false),
        choice(FacetKind::Person, "yusuf-hakim", false),
    ]);
    let answer = ready(engine.statements(&base));
    let speaker = |kind| matches!(kind, FacetKind::Person | FacetKind::Organisation);
    let mut seen = 0;
    for facet in &answer.facets {
        for value in engine.values(facet, usize::MAX) {
            let mut click = base.clone();
            click.query.choices.retain(|c| !(c.facet == facet.kind || speaker(c.facet) && speaker(facet.kind)));
            click.query.choices.push(choice(facet.kind, &value.value, false));
            assert_eq!(ready(engine.statements(&click)).total, value.count, "{click:?}");
            seen += 1;
        }
    }
    assert!(seen > 20);
    let people = engine.values(&answer.facets[0], usize::MAX);
    assert!(people.iter().any(|value| value.value == UNKNOWN) && people.iter().any(|v| v.value == ROLE_ONLY));
    assert_eq!(people.iter().filter(|value| value.state == ChoiceState::Included).count(), 2);
}

#[test]
fn groups_hold_every_statement_and_stand_in_order() {
    let archive = archive(200);
    let engine = open(&archive);
    let total = ready(engine.statements(&StatementQuery::default())).total;
    for grouping in [Grouping::Speaker, Grouping::Topic, Grouping::Month] {
        let mut groups = Vec::new();
        let mut page = 0;
        loop {
            let query = Query { page, ..Query::default() };
            let answer =
                ready(engine.statements(&StatementQuery { query, group: Some(grouping), ..StatementQuery::default() }));
            assert!(answer.list.is_empty());
            groups.extend(answer.groups);
            page += 1;
            if page == answer.pages {
                break;
            }
        }
        let mut keys: Vec<_> = groups.iter().map(|group| group.key.clone()).collect();
        keys.sort();
        keys.dedup();
        assert_eq!(keys.len(), groups.len(), "each once");
        for group in &groups {
            assert_eq!(group.first.len(), GROUP_SHOWS.min(group.count as usize));
            if let GroupKey::Value(kind, slug) = &group.key {
                assert_eq!(ready(engine.statements(&asked(vec![choice(*kind, slug, false)]))).total, group.count);
            }
        }
        let sum: u32 = groups.iter().map(|group| group.count).sum();
        match grouping {
            Grouping::Topic => assert!(sum >= total, "several topics"),
            Grouping::Speaker | Grouping::Month => assert_eq!(sum, total),
        }
        let named: Vec<_> = groups.iter().filter(|group| !group.label.is_empty()).map(|group| group.count).collect();
        assert!(named.is_sorted_by(|a, b| a >= b));
        if grouping == Grouping::Month {
            assert_eq!(groups.last().map(|group| &group.key), Some(&GroupKey::Undated));
            let months: Vec<_> = groups.iter().map(|group| &group.key).take(groups.len() - 1).collect();
            assert!(months.is_sorted_by(|a, b| a > b));
        }
    }
}

#[test]
fn one_persons_statements_need_the_table_and_one_page_of_texts() {
    let archive = archive(3000);
    let bytes = write(&archive, &NoStem);
    let frame = Frame::read(&bytes).expect("just written");
    let texts = frame.of_kind(jejak_archive::form::PartKind::Text).count();
    let pieces = Engine::open_catalogue(bytes[..frame.head_end()].to_vec()).expect("the beginning");
    let asked = asked(vec![choice(FacetKind::Person, "dewi-anggraini", false)]);
    let (mut supplied, mut rounds) = (0, 0);
    let answer = loop {
        match pieces.statements(&asked) {
            Outcome::Ready(answer) => break answer,
            Outcome::Needs(parts) => {
                supplied += parts.len();
                for part in parts {
                    pieces.supply(part, part_of(&frame, &bytes, part)).expect("as asked for");
                }
            }
        }
        rounds += 1;
        assert!(rounds <= 3);
    };
    assert!(answer.total > 100 && supplied < texts / 2, "{supplied} parts of {texts} texts");
    let whole = open(&archive);
    let all = ready(whole.statements(&asked));
    same_facets((&pieces, &answer), (&whole, &all));
    assert_eq!(Statements { facets: Vec::new(), ..answer }, Statements { facets: Vec::new(), ..all });
}

/// Who speaks in one article alone is numbered in the table by that article: what several articles share is enough to list
/// and to count, and nothing changes when the names of the others come.
#[test]
fn the_first_page_needs_no_list_of_everybody() {
    let mut archive = archive(300);
    let known = archive.people.len() as u32;
    // Behind and before those whom several articles name; every other one speaks, in an article of its own.
    archive.people.extend((0..40).map(|i| person(&format!("Zainal {i:02}"))));
    archive.organisations.extend((0..40).map(|i| organisation(&format!("Zeni {i:02}"))));
    let quoted = archive.articles.iter_mut().filter(|article| !article.quotes.is_empty()).take(40);
    for (article, i) in quoted.zip(0..) {
        let entity = EntityRef::Person(known + i);
        article.mentions.push(Mention { span: Span::new(0..0), entity });
        let organisation = EntityRef::Organisation(2 + i);
        article.mentions.push(Mention { span: Span::new(0..0), entity: organisation });
        article.quotes[0].speaker = match i % 4 {
            0 => Some(Speaker::Person(known + i)),
            1 => Some(Speaker::Organisation(2 + i)),
            _ => continue,
        };
    }
    let bytes = write(&archive, &NoStem);
    let frame = Frame::read(&bytes).expect("just written");
    let whole = Engine::open(bytes.clone()).expect("just written");
    let among = |choices: Vec<Choice>, group| StatementQuery { group, ..asked(choices) };
    let queries = [
        among(vec![], None),
        among(vec![], Some(Grouping::Month)),
        among(vec![choice(FacetKind::Person, "dewi-anggraini", false)], None),
        among(vec![choice(FacetKind::Person, "dewi-anggraini", true)], None),
        among(vec![choice(FacetKind::Person, ROLE_ONLY, false), choice(FacetKind::Organisation, "dprd", false)], None),
        among(vec![choice(FacetKind::Topic, "banjir", false)], None),
    ];
    for asked in queries {
        let pieces = Engine::open_catalogue(bytes[..frame.core_end()].to_vec()).expect("the beginning");
        let mut kinds = BTreeSet::new();
        let mut supply = |parts: Vec<PartId>| {
            for part in parts {
                kinds.insert(frame.part(part).expect("a part").kind);
                pieces.supply(part, part_of(&frame, &bytes, part)).expect("as asked for");
            }
        };
        let first = loop {
            match pieces.statements(&asked) {
                Outcome::Ready(answer) => break answer,
                Outcome::Needs(parts) => supply(parts),
            }
        };
        let all = ready(whole.statements(&asked));
        same_facets((&pieces, &first), (&whole, &all));
        let bare = |answer: &Statements| Statements { facets: Vec::new(), ..answer.clone() };
        assert_eq!(bare(&first), bare(&all));
        if asked == StatementQuery::default() {
            assert_eq!((first.facets[0].more, first.facets[1].more), (10, 10), "ten of each speak");
        }
        let Outcome::Needs(rest) = pieces.overview() else { panic!("more came than was needed") };
        supply(rest);
        assert_eq!(pieces.statements(&asked), Outcome::Ready(all), "the same once all names are there");
        let least = BTreeSet::from([PartKind::Columns, PartKind::Statements, PartKind::Facet, PartKind::Text]);
        let more = BTreeSet::from([PartKind::Own, PartKind::Entities, PartKind::Rare]);
        assert_eq!(kinds, &least | &more);
    }
    // A speaker of one article alone is among those who come later.
    let rare = asked(vec![choice(FacetKind::Person, "zainal-00", false)]);
    assert_eq!(ready(whole.statements(&rare)).total, 1);
    let people = whole.values(&ready(whole.statements(&StatementQuery::default())).facets[0], usize::MAX);
    let rare = |slug: &str| slug.starts_with("zainal");
    assert!(people.is_sorted_by_key(|value| rare(&value.value)), "they stand behind all others");
    assert_eq!(people.iter().filter(|value| rare(&value.value)).count(), 10);
}

#[test]
fn an_empty_archive_has_no_statements() {
    let engine = open(&Archive::default());
    let answer = ready(engine.statements(&StatementQuery::default()));
    assert_eq!((answer.total, answer.pages, answer.list.len()), (0, 1, 0));
}
