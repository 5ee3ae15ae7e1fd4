//! Words that stand in thousands of articles, whose places are read only where they are needed, against a plain reading.

mod common;

use common::{archive, open, ready};
use jejak_archive::words::{form, forms, tokens};
use jejak_archive::{Article, Engine, Query};

fn question(words: &str) -> Query {
    Query { words: words.to_owned(), ..Query::default() }
}

/// What each place of a word counts: in the headline 60, among the first forty words 6, else 4; in units of the last.
fn counted(article: &Article, word: &str) -> f64 {
    let is = |form: &String| form.as_str() == word;
    let headline = forms(&article.title).filter(is).count() as f64;
    let places = tokens(&article.text, 1).filter(|token| is(&form(token.of(&article.text))));
    let text = places.map(|token| if token.position <= 40 { 1.5 } else { 1.0 }).sum::<f64>();
    headline * 15.0 + text
}

/// Whether words follow one another, place by place.
fn holds(text: &str, phrase: &str) -> bool {
    let all: Vec<(u32, String)> = tokens(text, 0).map(|token| (token.position, form(token.of(text)))).collect();
    let wanted: Vec<String> = forms(phrase).collect();
    let follow = |words: &[(u32, String)]| {
        let first = words.first().map_or(0, |(place, _)| *place);
        (first..).zip(words).zip(&wanted).all(|((at, (place, own)), form)| at == *place && own == form)
    };
    all.windows(wanted.len()).any(follow)
}

fn total(engine: &Engine, words: &str) -> usize {
    ready(engine.answer(&question(words))).total as usize
}

#[test]
fn a_common_word_counts_as_if_all_its_places_were_read() {
    let archive = archive(4000);
    let engine = open(&archive);
    for word in ["beras", "yang", "sungai"] {
        let held = archive.articles.iter().filter(|article| counted(article, word) > 0.0).count();
        assert!(held > 2500, "{word} is common: {held}");
        assert_eq!(total(&engine, &format!("{word} ")), held);
        for (at, article) in (0..).zip(&archive.articles).step_by(41) {
            let explained = ready(engine.explain(&question(&format!("{word} ")), at));
            let counts = explained.map_or(0.0, |explained| explained.words[0].counts[0]);
            assert!((counts - counted(article, word)).abs() < 1e-9, "{word} in {}: {counts}", article.id);
        }
        let hits = ready(engine.answer(&question(&format!("{word} ")))).hits;
        let best = archive.articles.iter().map(|article| counted(article, word)).fold(0.0, f64::max);
        assert!(best > 15.0 && hits.len() == 10);
        for hit in hits {
            let marked = |span: &jejak_archive::Span| span.of(&hit.title).eq_ignore_ascii_case(word);
            assert!(hit.title_marks.iter().all(marked));
            assert_eq!(hit.title_marks.len(), forms(&hit.title).filter(|form| form == word).count(), "{word}");
        }
    }
}

#[test]
fn common_words_are_found_as_phrases_and_inside_statements() {
    let archive = archive(4000);
    let engine = open(&archive);
    for phrase in ["beras yang", "yang beras", "di sungai lalu"] {
        let own = |article: &&Article| holds(&article.title, phrase) || holds(&article.text, phrase);
        let held = archive.articles.iter().filter(own).count();
        assert!(held > 0);
        assert_eq!(total(&engine, &format!("\"{phrase}\" ")), held, "{phrase}");
    }
    let said = |article: &&Article| article.quotes.iter().any(|quote| holds(quote.span.of(&article.text), "beras"));
    assert_eq!(total(&engine, "kutipan:beras "), archive.articles.iter().filter(said).count());
}
