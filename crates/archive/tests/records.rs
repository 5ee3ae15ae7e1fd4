//! What is known of one person, organisation, topic or regulation, and how little of the archive that takes.

#![allow(clippy::expect_used, reason = "a test stops where its own fixture fails")]

mod common;

use std::collections::BTreeSet;
use std::sync::Arc;

use common::{archive, open, organisation, part_of, person, ready};
use jejak_archive::answer::PartId;
use jejak_archive::form::{Frame, PartKind};
use jejak_archive::model::{EntityRef, Former, Mention, Role, Speaker, Standing};
use jejak_archive::query::{Choice, FacetKind};
use jejak_archive::statements::{Record, STATEMENTS_PAGE, StatementQuery};
use jejak_archive::{Archive, Engine, NoStem, Outcome, Query, Span, write};
use jiff::civil::date;

const DEWI: (FacetKind, &str) = (FacetKind::Person, "dewi-anggraini");

/// An archive of which the core is there, and which parts were fetched since.
struct Pieces {
    bytes: Vec<u8>,
    frame: Frame,
    engine: Engine,
    fetched: BTreeSet<PartId>,
}

impl Pieces {
    fn of(archive: &Archive) -> Self {
        let bytes = write(archive, &NoStem);
        let frame = Frame::read(&bytes).expect("just written");
        let engine = Engine::open_catalogue(bytes[..frame.core_end()].to_vec()).expect("the beginning");
        Self { bytes, frame, engine, fetched: BTreeSet::new() }
    }

    fn get<T>(&mut self, ask: impl Fn(&Engine) -> Outcome<T>) -> T {
        loop {
            let parts = match ask(&self.engine) {
                Outcome::Ready(answer) => return answer,
                Outcome::Needs(parts) => parts,
            };
            for part in parts {
                self.engine.supply(part, part_of(&self.frame, &self.bytes, part)).expect("as asked for");
                assert!(self.fetched.insert(part), "asked for once");
            }
        }
    }

    fn record(&mut self, (facet, slug): (FacetKind, &str), page: u32) -> Option<Arc<Record>> {
        self.get(|engine| engine.record(facet, slug, page))
    }

    fn kinds(&self) -> Vec<PartKind> {
        self.fetched.iter().map(|part| self.frame.part(*part).expect("fetched").kind).collect()
    }
}

fn role(office: &str, body: Option<&str>, standing: Standing, articles: &[u32]) -> Role {
    let organisation = body.map(str::to_owned);
    Role { office: office.into(), organisation, standing, from: None, to: None, articles: articles.to_vec() }
}

/// The same with the days of its articles.
fn dated(archive: &Archive, role: Role) -> Role {
    let days = || role.articles.iter().filter_map(|&article| archive.articles[article as usize].date);
    Role { from: days().min(), to: days().max(), ..role }
}

/// Articles that name a person, newest first.
fn naming(archive: &Archive, person: u32) -> Vec<u32> {
    let names = |article: &jejak_archive::Article| {
        let mentions = article.mentions.iter().any(|mention| mention.entity == EntityRef::Person(person));
        mentions || article.quotes.iter().any(|quote| quote.speaker == Some(Speaker::Person(person)))
    };
    archive.articles.iter().zip(0..).filter(|(article, _)| names(article)).map(|(_, at)| at).collect()
}

fn slugs(archive: &Archive) -> Vec<(FacetKind, String)> {
    let people = archive.people.iter().map(|one| (FacetKind::Person, one.slug.clone()));
    let bodies = archive.organisations.iter().map(|one| (FacetKind::Organisation, one.slug.clone()));
    let topics = archive.topics.iter().map(|one| (FacetKind::Topic, one.slug.clone()));
    let laws = archive.regulations.iter().map(|one| (FacetKind::Regulation, one.slug.clone()));
    people.chain(bodies).chain(topics).chain(laws).collect()
}

#[test]
fn a_record_takes_its_group_the_days_and_one_page_of_texts() {
    let mut archive = archive(3000);
    archive.people[0].roles = vec![dated(&archive, role("Kepala", Some("Bappeda"), Standing::Acting, &[40, 900]))];
    archive.people[0].aliases = vec!["Anggraini".into(), "Bu Dewi".into()];
    archive.people[0].honorifics = vec!["Ir.".into()];
    let whole = open(&archive);
    for (page, texts) in [(0, 20), (3, 21)] {
        let mut pieces = Pieces::of(&archive);
        let record = pieces.record(DEWI, page).expect("there");
        let own = &archive.people[0];
        assert_eq!((&record.name, &record.slug, record.has_page), (&own.name, &own.slug, true));
        assert_eq!((&record.aliases, &record.honorifics, &record.roles), (&own.aliases, &own.honorifics, &own.roles));
        let kinds = pieces.kinds();
        assert_eq!(kinds.iter().filter(|kind| **kind == PartKind::Records).count(), 1);
        let articles: BTreeSet<u32> = record.said.list.iter().map(|said| said.article).collect();
        assert!(articles.len() <= texts && (articles.len() as u32) < record.said.articles);
        // Two articles of a part are fetched once; those that only name somebody are not fetched at all.
        assert!(kinds.iter().filter(|kind| **kind == PartKind::Text).count() <= articles.len());
        let expected = BTreeSet::from([PartKind::Columns, PartKind::Records, PartKind::Text]);
        assert_eq!(kinds.into_iter().collect::<BTreeSet<_>>(), expected);
        assert_eq!(whole.record(DEWI.0, DEWI.1, page), Outcome::Ready(Some(record)), "the same where all is there");
    }
}

/// Whatever a record shows of statements is what asking for them shows.
#[test]
fn the_statements_of_a_record_are_those_that_are_asked_for() {
    let archive = archive(400);
    let whole = open(&archive);
    for (facet, slug) in slugs(&archive) {
        let choices = vec![Choice { facet, value: slug.clone(), exclude: false }];
        let mut asked = StatementQuery { query: Query { choices, ..Query::default() }, ..StatementQuery::default() };
        loop {
            let page = asked.query.page;
            let record = ready(whole.record(facet, &slug, page)).expect("there");
            let (said, mut all) = (&record.said, ready(whole.statements(&asked)));
            // But of a bin without a statement, whether there are articles, not how many.
            all.timeline.bins.iter_mut().filter(|bin| bin.count == 0).for_each(|bin| bin.of = bin.of.min(1));
            assert_eq!(said.list, all.list, "{slug} {page}");
            assert_eq!((said.total, said.articles, said.pages), (all.total, all.articles, all.pages));
            assert_eq!(said.timeline, all.timeline);
            asked.query.page += 1;
            if asked.query.page > all.pages {
                assert!(said.list.is_empty(), "a page behind the last one");
                assert!(!record.name.is_empty());
                break;
            }
        }
        assert!(asked.query.page > 1 || STATEMENTS_PAGE > 20, "{slug}");
    }
}

#[test]
fn a_record_counts_what_choosing_both_would_show() {
    let archive = archive(200);
    let engine = open(&archive);
    let record = ready(engine.record(DEWI.0, DEWI.1, 0)).expect("there");
    let mine = vec![Choice { facet: DEWI.0, value: DEWI.1.into(), exclude: false }];
    let total = |choices: Vec<Choice>| ready(engine.answer(&Query { choices, ..Query::default() })).total;
    assert_eq!(record.named_in(), total(mine.clone()));
    let facets = ready(engine.related(DEWI.0, &record));
    for facet in facets.iter().filter(|facet| facet.kind != FacetKind::Person) {
        for value in engine.values(facet, usize::MAX) {
            let mut both = mine.clone();
            both.push(Choice { facet: facet.kind, value: value.value.clone(), exclude: false });
            assert_eq!(value.count, total(both), "{value:?}");
        }
    }
    let people = engine.values(&facets[0], usize::MAX);
    assert!(people.len() > 3 && people.iter().all(|value| value.value != DEWI.1 && value.count > 0));
}

/// What else its articles name comes without the list of everybody, and says how many others there are.
#[test]
fn what_is_related_counts_those_who_come_later() {
    let mut archive = archive(300);
    let (dewi, first) = (0, archive.people.len() as u32);
    archive.people.extend((0..30).map(|i| person(&format!("Zainal {i:02}"))));
    let own = naming(&archive, dewi);
    for (&article, i) in own.iter().zip(0..30) {
        let mention = Mention { span: Span::new(0..0), entity: EntityRef::Person(first + i) };
        archive.articles[article as usize].mentions.push(mention);
    }
    let mut pieces = Pieces::of(&archive);
    for slug in [DEWI.1, "zainal-03"] {
        let whole = open(&archive);
        let record = ready(whole.record(DEWI.0, slug, 0)).expect("there");
        let (some, all) = (pieces.get(|engine| engine.related(DEWI.0, &record)), ready(whole.related(DEWI.0, &record)));
        assert_eq!(some[0].more, if slug == DEWI.1 { 30 } else { 0 });
        for (some, all) in some.iter().zip(&all) {
            let (values, known) = (pieces.engine.values(some, usize::MAX), whole.values(all, usize::MAX));
            assert_eq!(some.len(), all.len());
            assert_eq!(values, known[..values.len()]);
        }
    }
    let kinds: BTreeSet<PartKind> = pieces.kinds().into_iter().collect();
    assert_eq!(kinds, BTreeSet::from([PartKind::Columns, PartKind::Own, PartKind::Facet]));
}

#[test]
fn a_former_slug_leads_to_whom_it_was_given_and_no_further() {
    let mut archive = archive(20);
    let former = |slug: &str, entity| Former { slug: slug.to_owned(), entity };
    archive.former = vec![former("lama", EntityRef::Person(2)), former("lama", EntityRef::Topic(1))];
    let engine = open(&archive);
    assert_eq!(engine.former(), archive.former);
    let (person, topic) = (archive.people[2].slug.as_str(), archive.topics[1].slug.as_str());
    for (facet, now) in [(FacetKind::Person, person), (FacetKind::Topic, topic)] {
        let mut pieces = Pieces::of(&archive);
        let record = pieces.record((facet, "lama"), 0).expect("there");
        assert_eq!((record.slug.as_str(), record.has_page), (now, true));
        assert!(!pieces.kinds().contains(&PartKind::Entities), "without the list of everybody");
        assert_eq!(Some(record), pieces.record((facet, now), 0));
    }
    assert_eq!(ready(engine.record(FacetKind::Organisation, "lama", 0)), None);
    let choosing = |value: &str, exclude| {
        let choice = |facet| Choice { facet, value: value.to_owned(), exclude };
        Query { choices: vec![choice(FacetKind::Person), choice(FacetKind::Place)], ..Query::default() }
    };
    let mut expected = choosing("lama", true);
    expected.choices[0].value = person.to_owned();
    assert_eq!(engine.in_use(choosing("lama", true)), expected, "a place of that name is none of old");
    assert_eq!(engine.in_use(choosing(person, false)), choosing(person, false));
}

#[test]
fn only_those_who_speak_or_hold_an_office_have_a_page() {
    let mut archive = archive(40);
    for quote in archive.articles.iter_mut().flat_map(|article| &mut article.quotes) {
        quote.speaker = quote.speaker.take().filter(|speaker| *speaker == Speaker::Person(0));
    }
    let role = role("Kepala", Some("Bappeda"), Standing::Definitive, &[]);
    archive.people[2].roles.push(role.clone());
    archive.former = vec![Former { slug: "dahulu".into(), entity: EntityRef::Person(3) }];
    let engine = open(&archive);
    let record = |facet, slug: &str| ready(engine.record(facet, slug, 0)).expect("there");
    let pages = archive.people.iter().map(|one| record(FacetKind::Person, &one.slug).has_page);
    assert_eq!(pages.zip(0..8).filter(|(page, _)| *page).map(|(_, i)| i).collect::<Vec<_>>(), [0, 2]);
    for (facet, slug) in slugs(&archive) {
        assert_eq!(engine.has_page(facet, &slug), record(facet, &slug).has_page, "{slug}");
    }
    assert!(engine.has_page(FacetKind::Topic, "banjir") && !engine.has_page(FacetKind::Place, "sukarame"));
    let held = record(FacetKind::Organisation, "bappeda");
    let holder = &held.holders[0];
    assert_eq!((held.holders.len(), &holder.0.name, &holder.1), (1, &archive.people[2].name, &role));
    assert_eq!(ready(engine.offices(&[])), [(2, &role)]);
    assert_eq!(ready(engine.offices(&[&archive.people[2].slug])), [(2, &role)]);
    assert_eq!(ready(engine.offices(&[&archive.people[1].slug])), []);
    assert!(!record(FacetKind::Organisation, "dprd").has_page);
    let said = archive.articles.iter().flat_map(|a| &a.quotes).filter(|q| q.speaker.is_some()).count();
    assert_eq!(engine.statements_of(EntityRef::Person(0)) as usize, said);

    // Of others there is a name and how often it stands in articles; what is nowhere is nothing.
    for slug in [archive.people[3].slug.as_str(), "dahulu"] {
        let mut pieces = Pieces::of(&archive);
        let private = pieces.record((FacetKind::Person, slug), 0).expect("named");
        let named = naming(&archive, 3).len();
        assert_eq!((&private.name, private.has_page), (&archive.people[3].name, false));
        assert_eq!((&private.slug, private.articles.len()), (&archive.people[3].slug, named));
        assert!(private.roles.is_empty() && private.aliases.is_empty() && private.said.list.is_empty());
        assert_eq!(pieces.record((FacetKind::Person, "tak-ada"), 0), None);
        assert_eq!(pieces.record((FacetKind::Place, "sukarame"), 0), None);
    }
}

/// Aliases that are words of the name and such that are not, offices of bodies by any of their names, days that follow from
/// articles and such that do not, articles that name nobody: all comes back.
#[test]
fn whatever_is_known_comes_back() {
    let mut archive = archive(120);
    let own = naming(&archive, 0);
    archive.organisations[0].aliases = vec!["Badan Perencanaan".into(), "Perencanaan Daerah".into()];
    archive.organisations.push(organisation("Tak Disebut"));
    let mut since = dated(&archive, role("Camat", Some("Tak Disebut"), Standing::Definitive, &own[..2]));
    since.from = Some(date(1999, 5, 4));
    let roles = vec![
        since,
        role("Staf", None, Standing::DayToDay, &[]),
        dated(&archive, role("Plt Kepala", Some("Perencanaan Daerah"), Standing::TaskHolder, &own)),
        dated(&archive, role("Kepala", Some("Bappeda"), Standing::Interim, &own[1..3])),
    ];
    let aliases = ["Anggraini", "Dewi", "Dewi A.", "Dewi Anggraini", "Éwi  Dua", ""];
    archive.people[0].roles = roles.clone();
    archive.people[0].aliases = aliases.map(str::to_owned).to_vec();
    archive.people[0].honorifics = vec!["Dr.".into(), "M.Si.".into()];
    // One whom no text names, with an office of an article that does not.
    archive.people.push(person("Zulkifli Ada"));
    archive.people[8].slug = "bukan-dari-nama".into();
    archive.people.sort_by(|a, b| a.slug.cmp(&b.slug));
    let moved = archive.people.iter().position(|one| one.slug == "bukan-dari-nama").expect("there") as u32;
    assert_eq!(moved, 0);
    let up = |i: &mut u32| *i += 1;
    for article in &mut archive.articles {
        for mention in &mut article.mentions {
            if let EntityRef::Person(i) = &mut mention.entity {
                up(i);
            }
        }
        for quote in &mut article.quotes {
            if let Some(Speaker::Person(i)) = &mut quote.speaker {
                up(i);
            }
        }
    }
    let lone = dated(&archive, role("Wali Kota", None, Standing::Definitive, &[7]));
    archive.people[0].roles = vec![lone.clone()];
    let engine = open(&archive);
    let record = |facet, slug: &str| ready(engine.record(facet, slug, 0)).expect("there");
    let dewi = record(DEWI.0, DEWI.1);
    assert_eq!((&dewi.roles, &dewi.aliases), (&roles, &archive.people[1].aliases));
    assert_eq!(dewi.honorifics, ["Dr.", "M.Si."]);
    assert_eq!(dewi.articles, own);
    let lonely = record(FacetKind::Person, "bukan-dari-nama");
    assert_eq!((lonely.name.as_str(), &lonely.roles, &lonely.articles), ("Zulkifli Ada", &vec![lone], &vec![]));
    let offices = |slug: &str| -> Vec<Role> {
        record(FacetKind::Organisation, slug).holders.iter().map(|(_, role)| role.clone()).collect()
    };
    assert_eq!(offices("bappeda"), [roles[2].clone(), roles[3].clone()]);
    assert_eq!(offices("tak-disebut"), [roles[0].clone()]);
    assert_eq!(record(FacetKind::Organisation, "tak-disebut").name, "Tak Disebut");
    assert_eq!(ready(engine.roles(DEWI.1)), roles);
    assert_eq!(ready(engine.roles("tak-ada")), []);
}

/// Where articles disagree about an office a statement says so, with one more group; where nobody does, nothing is asked.
#[test]
fn another_standing_is_told_with_the_statement_and_only_asked_for_where_articles_differ() {
    let mut archive = archive(300);
    archive.articles.sort_by_key(|article| (article.date.is_none(), std::cmp::Reverse(article.date)));
    let said = |article: &&u32| {
        archive.articles[**article as usize].quotes.iter().any(|quote| quote.speaker == Some(Speaker::Person(1)))
    };
    let own = naming(&archive, 1);
    let middle = own.iter().filter(said).find(|&&at| {
        let day = |at: u32| archive.articles[at as usize].date;
        day(at).is_some_and(|here| {
            own.iter().any(|&other| day(other).is_some_and(|d| d < here))
                && own.iter().any(|&o| day(o).is_some_and(|d| d > here))
        })
    });
    let middle = *middle.expect("one between others");
    let dates: Vec<u32> =
        own.iter().copied().filter(|&at| at != middle && archive.articles[at as usize].date.is_some()).collect();
    let acting =
        dated(&archive, role("Camat", Some("Sukarame"), Standing::Acting, &[dates[0], dates[dates.len() - 1]]));
    let held = dated(&archive, role("Camat", Some("Sukarame"), Standing::Definitive, &[middle]));
    archive.people[1].roles = vec![acting.clone(), held];
    archive.people[2].roles = vec![role("Camat", None, Standing::Acting, &[0, 9])];
    let day = archive.articles[middle as usize].date;
    let slug = |i: usize| archive.people[i].slug.clone();
    let mut pieces = Pieces::of(&archive);
    assert_eq!(pieces.get(|engine| engine.other_role(&slug(2), 0, day)), None);
    assert!(pieces.fetched.is_empty(), "articles agree about them");
    assert_eq!(pieces.get(|engine| engine.other_role(&slug(1), middle, day)), Some(acting.clone()));
    assert_eq!(pieces.get(|engine| engine.other_role(&slug(1), middle, None)), None);
    assert_eq!(pieces.kinds(), [PartKind::Columns, PartKind::Records]);
    let engine = open(&archive);
    let choices = vec![Choice { facet: DEWI.0, value: slug(1), exclude: false }];
    let mut asked = StatementQuery { query: Query { choices, ..Query::default() }, ..StatementQuery::default() };
    let mut told = 0;
    loop {
        let answer = ready(engine.statements(&asked));
        for one in &answer.list {
            assert_eq!(one.other.is_some(), one.article == middle, "{one:?}");
            told += one.other.iter().filter(|other| **other == acting).count();
        }
        asked.query.page += 1;
        if asked.query.page == answer.pages {
            break;
        }
    }
    assert!(told > 0);
}

/// A new article is written into the groups of those whom it names.
#[test]
fn a_new_article_leaves_the_other_groups_as_they_are() {
    let mut after = archive(300);
    after.people.extend((0..3000).map(|i| person(&format!("Zainal {i:04}"))));
    after.people.iter_mut().skip(8).for_each(|one| one.roles.push(role("Camat", None, Standing::Definitive, &[])));
    after.topics.clear();
    after.articles.iter_mut().for_each(|article| article.topics.clear());
    let mut before = after.clone();
    let newest = before.articles.remove(0);
    for one in &mut before.people {
        one.roles.retain(|role| role.articles != [0]);
    }
    let groups = |archive: &Archive| {
        let bytes = write(archive, &NoStem);
        let frame = Frame::read(&bytes).expect("just written");
        let own = frame.parts().filter(|part| part.kind == PartKind::Records);
        own.map(|part| part.checksum).collect::<Vec<_>>()
    };
    let (before, after) = (groups(&before), groups(&after));
    assert_eq!((before.len(), after.len()), (8, 8));
    let changed = before.iter().zip(&after).filter(|(before, after)| before != after).count();
    let names: BTreeSet<EntityRef> = newest.mentions.iter().map(|mention| mention.entity).collect();
    assert!(changed > 0 && changed <= names.len() + newest.quotes.len(), "{changed} of 8 for {names:?}");
    assert!(changed < 8);
}

/// The statements that name a regulation in their words, as they stand in the archive.
fn naming_law(archive: &Archive, law: u32) -> Vec<(u32, u32)> {
    let articles = archive.articles.iter().zip(0..);
    let named = articles.flat_map(|(article, at)| {
        let spans = article.mentions.iter().filter(move |mention| mention.entity == EntityRef::Regulation(law));
        let spans: Vec<Span> = spans.map(|mention| mention.span).collect();
        let quotes = article.quotes.iter().zip(0..);
        let own = quotes
            .filter(move |(quote, _)| spans.iter().any(|span| quote.span.range().contains(&(span.start as usize))));
        own.map(move |(_, ordinal)| (at, ordinal))
    });
    named.collect()
}

#[test]
fn a_regulation_has_the_articles_and_the_statements_that_name_it() {
    let archive = archive(400);
    let engine = open(&archive);
    for (law, own) in archive.regulations.iter().enumerate() {
        let entity = EntityRef::Regulation(law as u32);
        let names = |article: &jejak_archive::Article| article.mentions.iter().any(|mention| mention.entity == entity);
        let articles: Vec<u32> =
            archive.articles.iter().zip(0..).filter(|(article, _)| names(article)).map(|(_, at)| at).collect();
        let record = ready(engine.record(FacetKind::Regulation, &own.slug, 0)).expect("there");
        assert_eq!((&record.name, &record.aliases, record.has_page), (&own.name, &own.aliases, true));
        assert_eq!(record.articles, articles, "newest first");
        assert_eq!(engine.articles_of(entity) as usize, articles.len());
        let expected = naming_law(&archive, law as u32);
        assert!(expected.len() > 10 && expected.len() < engine.quotes() as usize, "{}", expected.len());
        assert_eq!(record.said.total as usize, expected.len());
        let pages = (0..record.said.pages).flat_map(|page| {
            let record = ready(engine.record(FacetKind::Regulation, &own.slug, page)).expect("there");
            record.said.list.iter().map(|said| (said.article, said.ordinal)).collect::<Vec<_>>()
        });
        let mut found: Vec<(u32, u32)> = pages.collect();
        found.sort_unstable();
        assert_eq!(found, expected);
        // A filter on articles shows those that are counted, and one on statements leaves out the others.
        let choice = |exclude| vec![Choice { facet: FacetKind::Regulation, value: own.slug.clone(), exclude }];
        let query = |exclude| Query { choices: choice(exclude), ..Query::default() };
        assert_eq!(ready(engine.answer(&query(false))).total as usize, articles.len());
        let others = StatementQuery { query: query(true), ..StatementQuery::default() };
        assert_eq!(ready(engine.statements(&others)).total as usize, engine.quotes() as usize - expected.len());
        let typed = Query { words: format!("peraturan:\"{}\"", own.name), ..Query::default() };
        assert_eq!(ready(engine.answer(&typed)).total as usize, articles.len());
        let bars = engine.named_over_time(&record);
        let binned: u32 = bars.bins.iter().map(|bin| bin.count).sum();
        assert_eq!((binned + bars.outside + bars.undated) as usize, articles.len());
        let passages = ready(engine.passages(&own.slug, &articles));
        assert_eq!(passages.iter().map(|one| one.article).collect::<Vec<_>>(), articles);
        for one in &passages {
            let word = common::LAWS[law].2;
            let marked: Vec<&str> = one.snippet.marks.iter().map(|mark| mark.of(&one.snippet.text)).collect();
            assert!(!marked.is_empty() && marked.iter().all(|found| *found == word), "{one:?}");
        }
    }
}

/// Which statements name a regulation its group tells, without the texts of others.
#[test]
fn statements_of_regulations_come_with_a_group_each() {
    let archive = archive(400);
    let mut pieces = Pieces::of(&archive);
    let choices = |values: &[&str]| {
        let choice = |value: &&str| Choice { facet: FacetKind::Regulation, value: (*value).to_owned(), exclude: false };
        let query = Query { choices: values.iter().map(choice).collect(), ..Query::default() };
        StatementQuery { query, ..StatementQuery::default() }
    };
    let both = pieces.get(|engine| engine.statements(&choices(&["perda-3", "uu-11-2008"])));
    let mut expected = naming_law(&archive, 0);
    expected.extend(naming_law(&archive, 2));
    expected.sort_unstable();
    expected.dedup();
    assert_eq!(both.total as usize, expected.len(), "one that names both is one");
    assert!(!pieces.kinds().contains(&PartKind::Entities), "several articles name them");
    assert_eq!(pieces.get(|engine| engine.statements(&choices(&["uu-99-2008"]))).total, 0);
    let all = pieces.get(|engine| engine.statements(&StatementQuery::default()));
    let law = all.facets.iter().find(|facet| facet.kind == FacetKind::Regulation).expect("there");
    assert!(pieces.engine.values(law, 9).is_empty(), "which of them name one is not counted");
}
