//! The corpus has the shape that it claims, and the same one everywhere.

#![allow(clippy::expect_used, reason = "a test")]

use std::collections::HashSet;

use jejak_archive::words::{tokens, write_form};
use jejak_corpus::{Article, Corpus};

const SEED: u64 = 1;

/// The distinct forms of articles, counted as the archive counts them.
fn forms(articles: impl Iterator<Item = Article>) -> (usize, usize) {
    let (mut seen, mut all, mut form) = (HashSet::new(), 0, String::new());
    for article in articles {
        for text in [&article.title, &article.text] {
            for token in tokens(text, 0) {
                form.clear();
                write_form(&text[token.range], &mut form);
                all += 1;
                if !seen.contains(&form) {
                    seen.insert(form.clone());
                }
            }
        }
    }
    (seen.len(), all)
}

fn articles(count: u64) -> impl Iterator<Item = Article> {
    (0..count).map(|number| Corpus::new(SEED).article(number))
}

fn bytes(seed: u64, count: u64) -> Vec<u8> {
    let mut out = Vec::new();
    Corpus::new(seed).write(count, &mut out).expect("memory");
    out
}

/// The sum was written down once: it must not depend on the machine or on the version of a library.
#[test]
fn the_same_seed_gives_the_same_bytes_and_another_one_others() {
    let written = bytes(SEED, 200);
    assert_eq!(written, bytes(SEED, 200));
    assert_ne!(written, bytes(SEED + 1, 200));
    assert_eq!(format!("{:016x}", xxhash_rust::xxh3::xxh3_64(&written)), "236f4c9942e82949");
}

#[test]
fn a_larger_corpus_begins_with_the_smaller_one() {
    assert!(bytes(SEED, 50).starts_with(&bytes(SEED, 20)));
}

/// `cargo xtask bench scale` counts on, to where the real curve leads at 100,000 articles. Real, by the same count: 27,988 forms at 1,000 articles drawn by chance, 58,180 at 4,000, 357 words an article.
#[test]
fn the_vocabulary_grows_as_in_real_news() {
    let (at_1000, words) = forms(articles(1_000));
    assert!((25_000..=30_000).contains(&at_1000), "{at_1000} forms");
    assert!((320..=370).contains(&(words / 1_000)), "{words} words");
    let (at_4000, _) = forms(articles(4_000));
    assert!((55_000..=62_000).contains(&at_4000), "{at_4000} forms");
}

/// Real, of 6,242 articles: 2.2 direct and 2.2 reported statements, 1.9 people, 2.7 removed spans an article.
#[test]
fn the_press_finds_in_it_what_it_finds_in_real_news() {
    let pressed = jejak_press::press([("berita.jsonl".to_owned(), bytes(SEED, 500))].into_iter());
    assert_eq!(pressed.archive.articles.len(), 500);
    assert!(pressed.problems.is_empty(), "{:?}", pressed.problems);
    let per_article = |count: usize| count as f64 / 500.0;
    let quotes = pressed.archive.articles.iter().map(|article| article.quotes.len()).sum();
    let removed = pressed.archive.articles.iter().map(|article| article.removed.len()).sum();
    assert!((3.0..=6.0).contains(&per_article(quotes)), "{quotes} statements");
    assert!((0.7..=3.5).contains(&per_article(removed)), "{removed} removed");
    let people = pressed.archive.people.len();
    assert!((400..=1_300).contains(&people), "{people} people");
}
