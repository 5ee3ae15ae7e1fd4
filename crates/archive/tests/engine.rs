//! What an open archive answers.

mod common;

use common::{archive, article, open, part_of, person, ready};
use jejak_archive::answer::{Answer, ChoiceState, PartId, Scale, Snippet, Timeline};
use jejak_archive::form::{Frame, PartKind};
use jejak_archive::model::{Article, EntityRef, Mention, Speaker};
use jejak_archive::query::{Choice, FacetKind, Order, PAGE, Window};
use jejak_archive::{Archive, Date, Engine, NoStem, Outcome, Query, Span, words, write};
use jiff::civil::date;

fn ask(engine: &Engine, words: &str) -> Answer {
    ready(engine.answer(&Query { words: words.into(), ..Query::default() }))
}

fn ids(answer: &Answer) -> Vec<String> {
    answer.hits.iter().map(|hit| hit.id.clone()).collect()
}

/// An archive of texts without more, each with its place as id: `0`, `1` …
fn texts(texts: &[&str]) -> Engine {
    let articles = texts.iter().enumerate().map(|(i, text)| article(&i.to_string(), None, "Judul", text));
    open(&Archive { articles: articles.collect(), ..Archive::default() })
}

const QUESTIONS: [&str; 14] = [
    "",
    "beras",
    "harga beras",
    "\"harga beras\"",
    "harga -beras",
    "-beras",
    "ban",
    "b",
    "xyzzy",
    "banjir xyzzy",
    "anak-anak di",
    "14.000",
    "kota lama \"warga kota",
    "Rahmat Subekti",
];

#[test]
fn every_article_comes_back_as_it_was_written() {
    let archive = archive(300);
    let engine = open(&archive);
    for (i, expected) in archive.articles.iter().enumerate() {
        assert_eq!(engine.find(&expected.id), Some(i as u32));
        assert_eq!(*ready(engine.article(i as u32)), *expected);
    }
    assert_eq!(engine.find("lain"), None);
    assert_eq!(ready(engine.article(9999)).id, "", "blank where there is none");
}

#[test]
fn all_words_must_be_there() {
    let engine = texts(&["harga beras naik", "harga gula naik", "beras turun"]);
    assert_eq!(ids(&ask(&engine, "harga beras ")), ["0"]);
    assert_eq!(ask(&engine, "naik").total, 2);
}

#[test]
fn a_phrase_holds_words_that_follow_one_another() {
    let engine = texts(&["jual beli jabatan", "beli jabatan jual", "jual\nbeli jabatan", "jual-beli jabatan"]);
    assert_eq!(ids(&ask(&engine, "\"jual beli\"")), ["0", "3"]);
    assert_eq!(ids(&ask(&engine, "\"beli jabatan\"")).len(), 4);
    assert_eq!(ids(&ask(&engine, "jual-beli")), ["0", "3"]);
}

#[test]
fn a_minus_leaves_out_what_the_word_alone_would_find() {
    let engine = open(&archive(300));
    for word in ["beras ", "\"di kota\"", "anak-anak "] {
        let (with, without) = (ask(&engine, word).total, ask(&engine, &format!("-{word}")).total);
        assert!(with > 0 && without > 0, "{word}");
        assert_eq!(with + without, 300, "{word}");
    }
}

#[test]
fn a_word_that_fits_nothing_is_left_out_and_named() {
    let engine = texts(&["harga beras naik", "harga gula lagi", "gula aren"]);
    let answer = ask(&engine, "harga Xyzzy ");
    assert_eq!((ids(&answer), answer.dropped), (vec!["0".into(), "1".into()], vec!["Xyzzy".into()]));
    let answer = ask(&engine, "harga aren ");
    assert_eq!(
        (ids(&answer), answer.dropped),
        (vec!["2".into()], vec!["harga".into()]),
        "the word that says more stays"
    );
    let answer = ask(&engine, "xyzzy \"gula harga\"");
    assert_eq!((answer.total, answer.dropped), (0, vec!["xyzzy".to_owned(), "\"gula harga\"".to_owned()]));
}

#[test]
fn the_word_being_typed_matches_longer_ones_below_itself() {
    let engine = texts(&["kotak kotak kotak", "kota besar", "desa"]);
    assert_eq!(ids(&ask(&engine, "kota")), ["1", "0"]);
    assert_eq!(ids(&ask(&engine, "kota ")), ["1"]);
    assert_eq!(ids(&ask(&engine, "kot")).len(), 2);
    assert_eq!(ask(&engine, "desa k").total, 1, "a single letter is no word yet");
    assert_eq!(ask(&engine, "desa k ").dropped, ["k"]);
}

#[test]
fn an_exact_form_outranks_its_relatives() {
    /// Puts every form of `teliti` in one family.
    struct Teliti;
    impl jejak_archive::Stem for Teliti {
        fn stem<'a>(&self, word: &'a str) -> std::borrow::Cow<'a, str> {
            if word.ends_with("eliti") || word == "penelitian" { "teliti".into() } else { word.into() }
        }
    }
    let long = format!("penelitian {}", "kata lain lagi ".repeat(200));
    let texts = [long.as_str(), "meneliti meneliti meneliti", "sawah"];
    let articles = texts.iter().enumerate().map(|(i, text)| article(&i.to_string(), None, "Judul", text));
    let archive = Archive { articles: articles.collect(), ..Archive::default() };
    let engine = Engine::open(write(&archive, &Teliti)).expect("just written");
    assert_eq!(ids(&ask(&engine, "penelitian ")), ["0", "1"]);
    assert_eq!(ids(&ask(&engine, "meneliti ")), ["1", "0"]);
    assert_eq!(ask(&engine, "teliti ").total, 2, "a root that no article holds");
    assert_eq!(ask(&engine, "diteliti ").total, 2, "a form that no article holds");
    assert_eq!(ask(&engine, "\"meneliti\" sawah ").dropped.len(), 1);
}

#[test]
fn a_name_is_never_stemmed() {
    /// Takes the last letter off.
    struct Short;
    impl jejak_archive::Stem for Short {
        fn stem<'a>(&self, word: &'a str) -> std::borrow::Cow<'a, str> {
            word[..word.len() - 1].into()
        }
    }
    let mut named = article("a", None, "Judul", "Kata Dewi Anggraini, warga.");
    named.mentions.push(jejak_archive::model::Mention {
        span: Span::new(5..19),
        entity: jejak_archive::model::EntityRef::Person(0),
    });
    let relative = article("b", None, "Judul", "dewa anggraina wargi");
    let people = vec![common::person("Dewi Anggraini")];
    let archive = Archive { articles: vec![named, relative], people, ..Archive::default() };
    let engine = Engine::open(write(&archive, &Short)).expect("just written");
    assert_eq!(ids(&ask(&engine, "dewi anggraini ")), ["a"]);
    assert_eq!(ask(&engine, "warga ").total, 2, "other words are");
}

#[test]
fn an_engine_can_be_shared_between_threads() {
    fn shared<T: Send + Sync>(_: &T) {}
    shared(&texts(&["apa saja"]));
}

#[test]
fn a_word_in_the_headline_counts_more() {
    let mut articles =
        vec![article("a", None, "Hujan deras", "Kota basah."), article("b", None, "Kota", "Hujan deras.")];
    articles.sort_by(|a, b| a.id.cmp(&b.id));
    let engine = open(&Archive { articles, ..Archive::default() });
    assert_eq!(ids(&ask(&engine, "hujan ")), ["a", "b"]);
    assert_eq!(ids(&ask(&engine, "kota ")), ["b", "a"]);
    let answer = ask(&engine, "deras ");
    assert_eq!(answer.hits[0].title_marks, [Span::new(6..11)]);
}

#[test]
fn words_that_stand_together_count_more() {
    let apart = format!("pasar {} ikan", "lain ".repeat(30));
    let near = format!("pasar ikan {}", "lain ".repeat(30));
    assert_eq!(ids(&ask(&texts(&[&apart, &near]), "pasar ikan ")), ["1", "0"]);
}

#[test]
fn without_words_the_newest_comes_first_with_its_lead() {
    let archive = archive(100);
    let engine = open(&archive);
    let answer = ask(&engine, " ");
    let expected: Vec<String> = archive.articles.iter().take(PAGE as usize).map(|a| a.id.clone()).collect();
    assert_eq!((answer.total, ids(&answer)), (100, expected));
    for (hit, article) in answer.hits.iter().zip(&archive.articles) {
        assert!(article.text.starts_with(hit.snippet.text.as_str()) && !hit.snippet.text.is_empty());
        assert_eq!((hit.score, &hit.quote, hit.snippet.cut_start), (0, &None, false));
    }
}

#[test]
fn pages_and_orders_show_every_hit_once() {
    let archive = archive(130);
    let engine = open(&archive);
    for order in [Order::Relevance, Order::Newest, Order::Oldest] {
        let page = |page| ready(engine.answer(&Query { words: "beras ".into(), order, page, ..Query::default() }));
        let pages: Vec<Answer> = (0..14).map(page).collect();
        let mut seen: Vec<_> = pages.iter().flat_map(|page| page.hits.iter().map(|h| (h.article, h.date))).collect();
        assert_eq!(seen.len(), pages[0].total as usize);
        let dated: Vec<_> = seen.iter().map_while(|(_, date)| *date).collect();
        match order {
            Order::Newest => assert!(dated.is_sorted_by(|a, b| a >= b)),
            Order::Oldest => assert!(dated.is_sorted()),
            Order::Relevance => {
                // Whether one sentence holds the words orders the hits of a page among themselves.
                assert!(pages.iter().all(|page| page.hits.is_sorted_by(|a, b| a.score >= b.score)));
            }
        }
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), pages[0].total as usize);
    }
    let far = Query { page: u32::MAX, ..Query::default() };
    assert!(ready(engine.answer(&far)).hits.is_empty());
}

#[test]
fn counts_are_what_a_click_delivers() {
    let engine = open(&archive(300));
    let person = Choice { facet: FacetKind::Person, value: "dewi-anggraini".into(), exclude: false };
    let no_flood = Choice { facet: FacetKind::Topic, value: "banjir".into(), exclude: true };
    let year = (Some(date(2024, 1, 1)), Some(date(2024, 12, 31)));
    for (words, choices, (from, to)) in [
        ("", vec![], (None, None)),
        ("beras ", vec![], year),
        ("kota ", vec![person.clone()], year),
        ("", vec![person, no_flood], (Some(date(2024, 6, 1)), None)),
    ] {
        let query = Query { words: words.into(), choices, from, to, ..Query::default() };
        let answer = ready(engine.answer(&query));
        let mut seen = 0;
        for facet in answer.facets.iter() {
            let own = query.choices.iter().any(|choice| choice.facet == facet.kind);
            for value in engine.values(facet, usize::MAX) {
                // This facet's own choices do not apply to its counts.
                let mut click = query.clone();
                click.choices.retain(|choice| choice.facet != facet.kind);
                click.choices.push(Choice { facet: facet.kind, value: value.value.clone(), exclude: false });
                assert_eq!(ready(engine.answer(&click)).total, value.count, "{click:?}");
                assert!(own || value.state == ChoiceState::Free);
                seen += 1;
            }
        }
        assert!(seen > 20);
        for bin in &answer.timeline.bins {
            let click = Query { from: Some(bin.from), to: Some(bin.to), ..query.clone() };
            assert_eq!(ready(engine.answer(&click)).total, bin.count, "{click:?}");
            let all = Query { from: Some(bin.from), to: Some(bin.to), ..Query::default() };
            assert_eq!(ready(engine.answer(&all)).total, bin.of);
        }
        let timeless = ready(engine.answer(&Query { from: None, to: None, ..query.clone() }));
        let dated: u32 = answer.timeline.bins.iter().map(|bin| bin.count).sum();
        assert_eq!(dated + answer.timeline.undated, timeless.total);
        assert_eq!(answer.timeline.outside, 0);
    }
}

/// With sixty people more who stand in one article each: lists begin with what several articles have, which comes first,
/// and what comes later changes no number. Counted plainly beside it.
#[test]
fn the_first_part_of_facets_counts_as_all_of_them_do() {
    let mut archive = archive(300);
    let known = archive.people.len() as u32;
    archive.people.extend((0..60).map(|i| person(&format!("Zainal {i:02}"))));
    for (i, article) in archive.articles.iter_mut().step_by(4).take(60).enumerate() {
        let entity = EntityRef::Person(known + i as u32);
        article.mentions.push(Mention { span: Span::new(0..0), entity });
    }
    let bytes = write(&archive, &NoStem);
    let frame = Frame::read(&bytes).expect("just written");
    let whole = Engine::open(bytes.clone()).expect("just written");
    let chosen = Choice { facet: FacetKind::Person, value: "dewi-anggraini".into(), exclude: true };
    for (asked, choices) in [("", vec![]), ("beras ", vec![]), ("kota ", vec![chosen]), ("tidakada ", vec![])] {
        let pieces = Engine::open_catalogue(bytes[..frame.head_end()].to_vec()).expect("the beginning");
        let supply = |parts: Vec<PartId>| {
            for part in parts {
                pieces.supply(part, part_of(&frame, &bytes, part)).expect("as asked for");
            }
        };
        let query = Query { words: asked.into(), choices, ..Query::default() };
        let first = loop {
            match pieces.answer(&query) {
                Outcome::Ready(answer) if answer.pending.is_empty() => break answer,
                Outcome::Ready(answer) => supply(answer.pending),
                Outcome::Needs(parts) => supply(parts),
            }
        };
        let Outcome::Needs(rest) = pieces.overview() else { panic!("{asked}: more came than facets need") };
        let all = ready(whole.answer(&query));
        for (facet, whole_facet) in first.facets.iter().zip(&all.facets) {
            let (values, known) = (pieces.values(facet, usize::MAX), whole.values(whole_facet, usize::MAX));
            assert_eq!((facet.len(), facet.chosen()), (whole_facet.len(), whole_facet.chosen()));
            assert_eq!(values, known[..values.len()], "{asked}");
            assert!(known[values.len()..].iter().all(|value| value.count == 1));
            // Plainly counted.
            if facet.kind == FacetKind::Person && query.choices.is_empty() {
                let names = |article: &Article, person: u32| {
                    let said = article.quotes.iter().any(|quote| quote.speaker == Some(Speaker::Person(person)));
                    said || article.mentions.iter().any(|mention| mention.entity == EntityRef::Person(person))
                };
                let holds = |text: &str| {
                    words::tokens(text, 0).any(|token| words::form(&text[token.range]) == asked.trim_end())
                };
                let answers = |article: &&Article| asked.is_empty() || holds(&article.title) || holds(&article.text);
                let answering: Vec<&Article> = archive.articles.iter().filter(answers).collect();
                for (person, number) in archive.people.iter().zip(0..) {
                    let count = answering.iter().filter(|article| names(article, number)).count() as u32;
                    let shown = known.iter().find(|value| value.value == person.slug).map_or(0, |value| value.count);
                    assert_eq!(shown, count, "{asked}: {}", person.name);
                }
            }
        }
        if asked.is_empty() {
            assert_eq!(first.facets[0].more, 60);
        }
        supply(rest);
        assert_eq!(ready(pieces.answer(&query)), all);
    }
}

/// The bars of all articles are a matter of their days: the columns alone draw them.
#[test]
fn an_answer_in_time_is_the_answer_without_hits() {
    let archive = archive(300);
    let bytes = write(&archive, &NoStem);
    let frame = Frame::read(&bytes).expect("just written");
    let whole = Engine::open(bytes.clone()).expect("just written");
    let chosen = Choice { facet: FacetKind::Topic, value: "banjir".into(), exclude: false };
    for (words, choices) in [("", vec![]), ("pasar", vec![]), ("", vec![chosen])] {
        let pieces = Engine::open_catalogue(bytes[..frame.core_end()].to_vec()).expect("the beginning");
        let query = Query { words: words.into(), choices, ..Query::default() };
        let mut fetched = Vec::new();
        let answer = loop {
            match pieces.over_time(&query) {
                Outcome::Ready(answer) => break answer,
                Outcome::Needs(parts) => {
                    for part in parts {
                        fetched.push(frame.part(part).expect("of the archive").kind);
                        pieces.supply(part, part_of(&frame, &bytes, part)).expect("as asked for");
                    }
                }
            }
        };
        assert!(!fetched.contains(&PartKind::Text), "{fetched:?}");
        if query == Query::default() {
            assert_eq!(fetched, [PartKind::Columns]);
        }
        let all = ready(whole.answer(&query));
        assert!(all.total > 0);
        assert_eq!((answer.total, answer.timeline, answer.dropped), (all.total, all.timeline, all.dropped));
        assert!(answer.hits.is_empty() && answer.facets.is_empty());
    }
}

#[test]
fn a_window_cuts_the_bars_and_changes_nothing_else() {
    let engine = open(&archive(300));
    let (first, last) = engine.coverage().expect("the archive has dates");
    for words in ["", "pasar"] {
        let all = Query { words: words.into(), ..Query::default() };
        let whole = ready(engine.answer(&all));
        let year = (last.first_of_year(), last);
        for scale in [None].into_iter().chain(Scale::ALL.map(Some)) {
            let window = Window { span: Some(year), scale, share: false };
            let part = ready(engine.answer(&Query { window, ..all.clone() }));
            assert_eq!((part.total, &part.hits, &part.facets), (whole.total, &whole.hits, &whole.facets));
            let Timeline { scale: drawn, bins, undated, outside } = part.timeline;
            assert!(scale.is_none_or(|scale| scale == drawn), "a year can be drawn at any scale");
            assert_eq!(bins.len(), drawn.bars(year.0, year.1));
            assert!(bins[0].from <= year.0 && bins[bins.len() - 1].to >= year.1);
            assert!(bins.windows(2).all(|pair| pair[0].to.tomorrow().is_ok_and(|day| day == pair[1].from)));
            let inside: u32 = bins.iter().map(|bin| bin.count).sum();
            assert!(inside > 0);
            assert_eq!(inside + undated + outside, whole.total, "what has no bar is counted");
            for bin in &bins {
                let click = Query { from: Some(bin.from), to: Some(bin.to), ..all.clone() };
                assert_eq!(ready(engine.answer(&click)).total, bin.count, "{bin:?}");
            }
        }
        let far = Window { span: Some((Date::MIN, Date::MAX)), ..Window::default() };
        assert_eq!(ready(engine.answer(&Query { window: far, ..all.clone() })).timeline, whole.timeline);
        let past = (first.first_of_year().yesterday().expect("a day"), first.first_of_year());
        let past = Window { span: Some((past.0.first_of_year(), past.0)), ..Window::default() };
        let nowhere = ready(engine.answer(&Query { window: past, ..all }));
        assert_eq!(nowhere.timeline, whole.timeline, "a window beside the archive shows all of it");
    }
}

#[test]
fn events_are_the_articles_with_most_statements_in_time() {
    let engine = open(&archive(300));
    let quotes = |article: &u32| engine.head(*article).map_or(0, |head| head.quotes);
    let day = |article: &u32| engine.head(*article).and_then(|head| head.date);
    let all = ready(engine.events(&Query::default(), usize::MAX));
    assert!(all.is_sorted_by_key(day) && all.len() > 100 && all.iter().all(|article| day(article).is_some()));
    let few = ready(engine.events(&Query::default(), 20));
    assert!(few.len() == 20 && few.is_sorted_by_key(day));
    let least = few.iter().map(quotes).min().unwrap_or(0);
    assert!(all.iter().filter(|article| quotes(article) > least).all(|article| few.contains(article)));
    let (_, last) = engine.coverage().expect("the archive has dates");
    let (from, to) = (last.first_of_month(), last);
    let window = Window { span: Some((from, to)), ..Window::default() };
    let zoomed = ready(engine.events(&Query { window, ..Query::default() }, usize::MAX));
    let chosen = ready(engine.events(&Query { from: Some(from), to: Some(to), ..Query::default() }, usize::MAX));
    assert_eq!(zoomed, chosen);
    assert!(zoomed.iter().all(|article| day(article) >= Some(from)));
}

#[test]
fn articles_far_off_leave_the_bars_to_the_others() {
    let mut forged = archive(300);
    let (before, last) = open(&forged).coverage().expect("the archive has dates");
    assert_eq!(open(&forged).dense(), None, "an archive without such shows all of itself");
    let far = Date::new(1960, 5, 1).expect("a day");
    forged.articles[7].date = Some(far);
    forged.articles[7].title = "Purwakaraja".to_owned();
    let engine = open(&forged);
    let ask = |query: &Query| ready(engine.answer(query)).timeline;
    let days = |timeline: &Timeline| (timeline.bins[0].from, timeline.bins[timeline.bins.len() - 1].to);
    let all = ask(&Query::default());
    assert_eq!(engine.coverage(), Some((far, last)));
    assert!(engine.dense().is_some_and(|(from, to)| from >= before && to == last));
    assert!(days(&all).0.year() >= before.year() && days(&all).1 >= last && all.outside == 1);
    // Who chooses the whole, asks for days there or for what stands there sees it.
    let window = Window { span: engine.coverage(), ..Window::default() };
    let whole = ask(&Query { window, ..Query::default() });
    let dated = ask(&Query { from: Some(far), ..Query::default() });
    let named = ask(&Query { words: "Purwakaraja".to_owned(), ..Query::default() });
    for timeline in [whole, dated, named] {
        assert_eq!((days(&timeline).0.year(), timeline.outside), (1960, 0));
    }
    // Few articles are never left out: nobody could say which of them are the others.
    let mut few = archive(5);
    few.articles[0].date = Some(far);
    assert_eq!(open(&few).dense(), None);
}

#[test]
fn dates_at_the_ends_of_the_calendar_do_no_harm() {
    let mut forged = archive(3);
    forged.articles[0].date = Some(Date::MAX);
    forged.articles[1].date = Some(Date::MIN);
    let timeline = ready(open(&forged).answer(&Query::default())).timeline;
    assert_eq!((timeline.scale, timeline.bins.len()), (Scale::Year, Scale::MOST_BARS));
    assert!(timeline.outside >= 1);
}

#[test]
fn values_of_one_facet_join_and_facets_narrow() {
    let engine = open(&archive(300));
    let total = |choices: &[(FacetKind, &str, bool)]| {
        let choice =
            |&(facet, value, exclude): &(FacetKind, &str, bool)| Choice { facet, value: value.into(), exclude };
        ready(engine.answer(&Query { choices: choices.iter().map(choice).collect(), ..Query::default() })).total
    };
    let (flood, food) = ((FacetKind::Topic, "banjir", false), (FacetKind::Topic, "pangan", false));
    let event = (FacetKind::Event, "rapat", false);
    let either = total(&[flood, food]);
    assert!(either > total(&[flood]) && either > total(&[food]));
    assert!(total(&[flood, event]) < total(&[flood]));
    assert_eq!(total(&[flood, (FacetKind::Topic, "banjir", true)]), 0);
    assert_eq!(total(&[flood]) + total(&[(FacetKind::Topic, "banjir", true)]), 300);
    assert_eq!(total(&[(FacetKind::Person, "tak-ada", false)]), 0);
    assert_eq!(total(&[(FacetKind::Person, "tak-ada", true)]), 300);
}

#[test]
fn chosen_values_stand_first_even_without_articles() {
    let engine = open(&archive(50));
    let choose = |value: &str, exclude| Choice { facet: FacetKind::Person, value: value.into(), exclude };
    let choices = vec![choose("tak-ada", false), choose("yusuf-hakim", true)];
    let answer = ready(engine.answer(&Query { choices, ..Query::default() }));
    let values = engine.values(&answer.facets[0], 2);
    let states: Vec<_> = values.iter().map(|v| (v.value.as_str(), v.state, v.count)).collect();
    assert_eq!((states[0].0, states[0].1), ("yusuf-hakim", ChoiceState::Excluded));
    assert_eq!((states[1].1, answer.facets[0].chosen()), (ChoiceState::Free, 1), "what is not there has no row");
}

#[test]
fn articles_without_a_date_pass_no_date_filter() {
    let archive = archive(200);
    let engine = open(&archive);
    let undated = archive.articles.iter().filter(|a| a.date.is_none()).count() as u32;
    let since = Query { from: Some(jejak_archive::Date::MIN), ..Query::default() };
    assert!(undated > 0);
    assert_eq!(ready(engine.answer(&since)).total, 200 - undated);
    let backwards = Query { from: Some(date(2025, 1, 1)), to: Some(date(2024, 1, 1)), ..Query::default() };
    assert_eq!(ready(engine.answer(&backwards)).total, 0);
}

#[test]
fn a_statement_that_holds_the_words_is_shown_with_its_speaker() {
    let mut archive = archive(0);
    let text = "Warga datang. “Pasar ini milik warga,” kata Dewi Anggraini di balai kota.";
    let mut one = article("a", None, "Pasar", text);
    let said = "Pasar ini milik warga";
    let start = text.find(said).expect("there");
    let person = archive.people.iter().position(|p| p.name == "Dewi Anggraini").expect("there") as u32;
    one.quotes.push(jejak_archive::model::Quote {
        span: Span::new(start..start + said.len()),
        kind: jejak_archive::model::QuoteKind::Direct,
        speaker: Some(jejak_archive::model::Speaker::Person(person)),
        role: None,
        cue: None,
        how: Some(jejak_archive::model::How::Name),
        chain: Vec::new(),
        confidence: 95,
        anchor: "k-00000001".into(),
    });
    archive.articles.push(one);
    let engine = open(&archive);
    let quote = ask(&engine, "milik warga ").hits.remove(0).quote.expect("a statement");
    assert_eq!((quote.anchor.as_str(), quote.speaker_slug.as_deref()), ("k-00000001", Some("dewi-anggraini")));
    assert_eq!(quote.snippet.text, said);
    let marked: Vec<_> = quote.snippet.marks.iter().map(|mark| mark.of(said)).collect();
    assert_eq!(marked, ["milik", "warga"]);
    assert_eq!(ask(&engine, "balai ").hits[0].quote, None);
}

fn assert_marks(snippet: &Snippet, article: &str) {
    assert!(article.contains(&snippet.text), "printed words only");
    assert_eq!(snippet.text.trim(), snippet.text);
    let mut end = 0;
    for mark in &snippet.marks {
        assert!(mark.start >= end && !mark.is_empty(), "ascending, apart");
        assert!(!mark.of(&snippet.text).is_empty(), "on characters, inside");
        end = mark.end;
    }
}

#[test]
fn marks_lie_on_characters_inside_what_is_printed() {
    let archive = archive(300);
    let engine = open(&archive);
    for words in QUESTIONS {
        for hit in ask(&engine, words).hits {
            let article = &archive.articles[hit.article as usize];
            assert_marks(&hit.snippet, &article.text);
            hit.title_marks.iter().for_each(|mark| assert!(!mark.of(&hit.title).is_empty()));
            if let Some(quote) = &hit.quote {
                assert_marks(&quote.snippet, &article.text);
                assert!(!quote.snippet.marks.is_empty());
            }
            let whole = words.trim_end() != words || !words.contains(' ');
            if whole && !words.contains('-') && words.len() > 2 && hit.score > 0 {
                assert!(!hit.snippet.marks.is_empty() || !hit.title_marks.is_empty(), "{words}: {hit:?}");
            }
        }
    }
}

#[test]
fn an_archive_in_pieces_gives_the_same_answers_round_by_round() {
    let archive = archive(300);
    let bytes = write(&archive, &NoStem);
    let frame = Frame::read(&bytes).expect("just written");
    let whole = Engine::open(bytes.clone()).expect("just written");
    for (words, end) in QUESTIONS.iter().flat_map(|words| [(words, frame.head_end()), (words, frame.core_end())]) {
        let pieces = Engine::open_catalogue(bytes[..end].to_vec()).expect("the beginning");
        let query = Query { words: (*words).into(), ..Query::default() };
        let mut rounds = 0;
        let mut hits = None;
        let answer = loop {
            let parts = match pieces.answer(&query) {
                Outcome::Ready(answer) if answer.pending.is_empty() => break answer,
                Outcome::Ready(answer) => {
                    assert!(answer.facets.is_empty());
                    assert!(hits.replace((answer.total, answer.hits)).is_none(), "facets come in one round");
                    answer.pending
                }
                Outcome::Needs(parts) => parts,
            };
            assert!(!parts.is_empty() && parts.is_sorted());
            for part in parts {
                pieces.supply(part, part_of(&frame, &bytes, part)).expect("as asked for");
            }
            rounds += 1;
            assert!(rounds <= 6, "{words}: each round brings the answer nearer");
        };
        if let Some(hits) = hits {
            assert_eq!(hits, (answer.total, answer.hits.clone()), "{words}: what was there first stays");
        }
        assert_eq!(Outcome::Ready(answer), whole.answer(&query), "{words}");
        assert!(rounds > 0);
    }
}

#[test]
fn an_empty_archive_answers() {
    let engine = open(&Archive::default());
    for words in QUESTIONS {
        let answer = ask(&engine, words);
        assert_eq!((answer.total, answer.hits.len(), answer.timeline.bins.len()), (0, 0, 0));
        assert_eq!(answer.facets.len(), FacetKind::ALL.len());
    }
}
