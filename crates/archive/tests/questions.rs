//! The language of questions, sentence by sentence, and against a scan that reads every article.

mod common;

use std::collections::BTreeSet;

use common::{Draw, archive, article, open, ready};
use jejak_archive::answer::{Answer, Correction};
use jejak_archive::{Archive, Article, Engine, Query, words};
use jiff::civil::date;

fn ask(engine: &Engine, words: &str) -> Answer {
    ready(engine.answer(&Query { words: words.into(), ..Query::default() }))
}

fn texts(texts: &[&str]) -> Engine {
    let articles = texts.iter().enumerate().map(|(i, text)| article(&i.to_string(), None, "Judul", text));
    open(&Archive { articles: articles.collect(), ..Archive::default() })
}

/// The ids of all hits, in order of their names.
fn found(engine: &Engine, words: &str) -> Vec<String> {
    let answer = ask(engine, words);
    assert!(answer.total as usize <= answer.hits.len(), "more than one page");
    let ids: BTreeSet<String> = answer.hits.into_iter().map(|hit| hit.id).collect();
    ids.into_iter().collect()
}

#[test]
fn one_of_several_words_will_do_and_each_is_marked() {
    let engine = texts(&["pasar naik", "toko naik", "kantor naik", "pasar turun"]);
    assert_eq!(found(&engine, "pasar atau toko naik "), ["0", "1"]);
    assert_eq!(found(&engine, "naik \"pasar naik\" atau kantor "), ["0", "2"]);
    let answer = ask(&engine, "pasar atau toko ");
    assert_eq!(answer.total, 3);
    assert!(answer.hits.iter().all(|hit| hit.snippet.marks.len() == 1), "each hit shows the word that it holds");
}

#[test]
fn a_beginning_finds_every_word_that_goes_on_from_it() {
    let engine = texts(&["pendidik", "pendidikan kota", "didik", "pendek"]);
    assert_eq!(found(&engine, "pendidik* "), ["0", "1"]);
    assert_eq!(found(&engine, "pen* -kota "), ["0", "3"]);
    assert_eq!(found(&engine, "pendidik "), ["0"], "without the star only the word itself");
}

#[test]
fn more_longer_forms_than_a_word_being_typed_asks_for() {
    let many: Vec<String> = (0..60)
        .map(|i| format!("awal{}", char::from(b'a' + i / 26).to_string() + &char::from(b'a' + i % 26).to_string()))
        .collect();
    let all: Vec<&str> = many.iter().map(String::as_str).collect();
    assert_eq!(ask(&texts(&all), "awal* ").total, 60);
}

#[test]
fn fields_ask_for_the_values_of_filters_by_words_of_their_names() {
    let engine = open(&archive(300));
    let by_filter = |facet, value: &str| {
        let choice = jejak_archive::query::Choice { facet, value: value.into(), exclude: false };
        ready(engine.answer(&Query { choices: vec![choice], ..Query::default() })).total
    };
    let person = by_filter(jejak_archive::query::FacetKind::Person, "dewi-anggraini");
    assert!(person > 0 && person < 300);
    for words in ["tokoh:dewi ", "tokoh:\"Dewi Anggraini\" ", "tokoh:anggraini ", "tokoh:dewi-anggraini ", "tokoh:dew"]
    {
        assert_eq!(ask(&engine, words).total, person, "{words}");
    }
    assert_eq!(ask(&engine, "tokoh:dew ").total, 0, "a word that ended is a whole word");
    assert_eq!(ask(&engine, "-tokoh:dewi ").total, 300 - person);
    assert_eq!(ask(&engine, "tokoh:nirwana ").total, 0);
    let source = by_filter(jejak_archive::query::FacetKind::Source, "suara-desa");
    assert_eq!(ask(&engine, "sumber:\"suara desa\" ").total, source);
    assert_eq!(ask(&engine, "tokoh:dewi atau sumber:\"suara desa\" ").total, {
        let both = ask(&engine, "tokoh:dewi sumber:\"suara desa\" ").total;
        person + source - both
    });
}

#[test]
fn a_filter_among_the_words_is_never_left_out() {
    let engine = texts(&["pasar naik"]);
    let answer = ask(&engine, "pasar tokoh:nirwana ");
    assert_eq!((answer.total, answer.dropped.len()), (0, 0));
}

#[test]
fn days_bound_the_articles_on_both_sides() {
    let days = [date(2024, 12, 31), date(2025, 1, 1), date(2025, 3, 9), date(2025, 12, 31), date(2026, 1, 1)];
    let articles = days.iter().map(|day| article(&day.to_string(), Some(*day), "Judul", "pasar")).collect();
    let engine = open(&Archive { articles, ..Archive::default() });
    assert_eq!(found(&engine, "sejak:2025 sampai:2025 "), ["2025-01-01", "2025-03-09", "2025-12-31"]);
    assert_eq!(found(&engine, "pasar sampai:2025-01 "), ["2024-12-31", "2025-01-01"]);
    assert_eq!(found(&engine, "sejak:2025-03-09 -sejak:2026 "), ["2025-03-09", "2025-12-31"]);
}

#[test]
fn words_inside_a_statement() {
    let archive = archive(300);
    let engine = open(&archive);
    let inside = |forms: &[&str]| {
        let holds = |article: &Article| {
            article.quotes.iter().any(|quote| {
                let said = &article.text[quote.span.range()];
                let said: Vec<String> = words::tokens(said, 0).map(|token| words::form(&said[token.range])).collect();
                said.windows(forms.len()).any(|window| window == forms)
            })
        };
        archive.articles.iter().filter(|article| holds(article)).count() as u32
    };
    for word in ["beras", "warga", "harga", "banjir"] {
        let expected = inside(&[word]);
        assert!(expected > 0);
        let answer = ask(&engine, &format!("kutipan:{word} "));
        assert_eq!(answer.total, expected, "{word}");
        assert!(ask(&engine, &format!("{word} ")).total > expected, "{word} stands outside statements too");
    }
}

#[test]
fn a_misspelt_word_finds_what_it_means_and_says_so() {
    let engine = texts(&["anggaran kota", "anggaran desa", "angkutan kota", "jabatan"]);
    let answer = ask(&engine, "angaran kota ");
    assert_eq!((answer.total, &*answer.hits[0].id), (1, "0"));
    assert_eq!(answer.corrected, [Correction { typed: "angaran".into(), meant: "anggaran".into(), held: false }]);
    assert!(answer.dropped.is_empty());
    assert_eq!(ask(&engine, "\"angaran\" kota ").corrected, [], "what stands in quotation marks is meant so");
    assert_eq!(ask(&engine, "anggaran ").corrected, [], "a word that is there is never changed");
    assert_eq!(ask(&engine, "angg").corrected, [], "nor one that is still being typed");
    let nonsense = ask(&engine, "xyzzyqux ");
    assert_eq!((nonsense.total, nonsense.corrected.len()), (0, 0));
    assert_eq!(ask(&engine, "-jabtan ").total, 4, "nothing is left out by a guess");
}

#[test]
fn of_two_meanings_the_more_frequent_is_taken() {
    let engine = texts(&["pasir", "pasar", "pasar", "dasar dasar dasar"]);
    let answer = ask(&engine, "paser ");
    assert_eq!(answer.corrected[0].meant, "pasar");
}

/// What a question of drawn parts finds, by reading every article. Parts: words, phrases, alternatives, statements.
fn scan(archive: &Archive, parts: &[(bool, Vec<Vec<&str>>, bool)]) -> BTreeSet<String> {
    let stands = |text: &str, phrase: &[&str]| {
        let tokens: Vec<(u32, String)> =
            words::tokens(text, 0).map(|token| (token.position, words::form(&text[token.range]))).collect();
        let starts = |i: usize| {
            phrase.iter().enumerate().all(|(step, form)| {
                tokens.get(i + step).is_some_and(|(place, word)| word == form && *place == tokens[i].0 + step as u32)
            })
        };
        (0..tokens.len()).any(starts)
    };
    let holds = |article: &Article, phrase: &[&str], said: bool| {
        if said {
            article.quotes.iter().any(|quote| stands(&article.text[quote.span.range()], phrase))
        } else {
            stands(&article.title, phrase) || stands(&article.text, phrase)
        }
    };
    let fits = |article: &&Article| {
        parts.iter().all(|(exclude, any, said)| any.iter().any(|phrase| holds(article, phrase, *said)) != *exclude)
    };
    archive.articles.iter().filter(fits).map(|article| article.id.clone()).collect()
}

/// What is one search in the drawn articles.
struct Groups(Vec<Vec<String>>);

impl jejak_archive::Stem for Groups {
    fn stem<'a>(&self, word: &'a str) -> std::borrow::Cow<'a, str> {
        word.into()
    }

    fn same(&self) -> &[Vec<String>] {
        &self.0
    }
}

#[test]
fn every_way_to_write_something_finds_what_a_scan_for_all_of_them_finds() {
    const GROUPS: [&[&str]; 3] = [&["harga naik", "pasar"], &["listrik", "air bersih", "lampu taman"], &["sampah"]];
    let groups = Groups(GROUPS.iter().map(|group| group.iter().map(|&form| form.to_owned()).collect()).collect());
    let mut draw = Draw(0x5a5e);
    let mut widened = 0;
    for size in [30, 120] {
        let archive = archive(size);
        let engine = Engine::open(jejak_archive::write(&archive, &groups)).expect("just written");
        for _ in 0..40 {
            let group = draw.of(&GROUPS);
            let typed = draw.of(group);
            let other = draw.of(&["kota", "beras", "guru"]);
            let (with_other, exclude) = (draw.below(2) == 0, draw.below(4) == 0 && !typed.contains(' '));
            let sign = if exclude { "-" } else { "" };
            let words = format!("{sign}{typed} {}", if with_other { other } else { "" });
            let mut any: Vec<Vec<&str>> = group.iter().map(|form| form.split(' ').collect()).collect();
            let mut parts = Vec::new();
            if typed.contains(' ') {
                // Its words need not follow one another where they are typed without marks.
                for word in typed.split(' ') {
                    let mut ways: Vec<Vec<&str>> = any.iter().filter(|way| way.join(" ") != typed).cloned().collect();
                    ways.push(vec![word]);
                    parts.push((false, ways, false));
                }
            } else {
                parts.push((exclude, std::mem::take(&mut any), false));
            }
            if with_other {
                parts.push((false, vec![vec![other]], false));
            }
            let answer = ask(&engine, &words);
            if answer.dropped.is_empty() && answer.corrected.is_empty() {
                assert_eq!(answer.total as usize, scan(&archive, &parts).len(), "{words} in {size}");
            }
            widened += usize::from(!answer.same.is_empty() && answer.total > 0);
        }
    }
    assert!(widened > 20, "{widened}");
}

#[test]
fn every_question_finds_what_a_scan_finds() {
    const FORMS: [&str; 12] =
        ["beras", "harga", "naik", "banjir", "kota", "anak", "14000", "mb2", "jumat", "di", "yang", "cafe"];
    let mut draw = Draw(0x5eed);
    let (mut some, mut compared) = (0, 0);
    for size in [1, 20, 60] {
        let archive = archive(size);
        let engine = open(&archive);
        for _ in 0..150 {
            let mut parts = Vec::new();
            let mut typed = String::new();
            for _ in 0..1 + draw.below(3) {
                let exclude = draw.below(4) == 0;
                let said = draw.below(5) == 0;
                let alternatives = if exclude { 1 } else { 1 + draw.below(2) };
                let mut any = Vec::new();
                for nth in 0..alternatives {
                    let phrase: Vec<&str> = (0..1 + draw.below(2)).map(|_| draw.of(&FORMS)).collect();
                    typed += if nth > 0 {
                        "atau "
                    } else if exclude {
                        "-"
                    } else {
                        ""
                    };
                    typed += if said { "kutipan:" } else { "" };
                    typed += &format!("\"{}\" ", phrase.join(" "));
                    any.push(phrase);
                }
                parts.push((exclude, any, said));
            }
            let expected = scan(&archive, &parts);
            let mut seen = BTreeSet::new();
            let mut page = 0;
            let answer = loop {
                let query = Query { words: typed.clone(), page, ..Query::default() };
                let answer = ready(engine.answer(&query));
                seen.extend(answer.hits.iter().map(|hit| hit.id.clone()));
                page += 1;
                if answer.hits.is_empty() {
                    break answer;
                }
            };
            // Where not everything fits together the engine leaves words out, and says so.
            if answer.dropped.is_empty() {
                assert_eq!(seen, expected, "{typed} in {size}");
                assert_eq!(answer.total as usize, expected.len(), "{typed} in {size}");
                compared += 1;
                some += usize::from(!expected.is_empty());
            } else {
                let wanted: Vec<_> = parts.iter().filter(|part| !part.0).cloned().collect();
                assert_eq!(scan(&archive, &wanted), BTreeSet::new(), "{typed} in {size} left out {:?}", answer.dropped);
            }
        }
    }
    assert!(compared > 200 && some > 100, "{compared} compared, {some} of them found something");
}
