//! The topics of an archive, to be read: in how many articles each is, and headlines of some that are about it.
//!
//! `cargo run --profile tools -p jejak-press --example topics -- FOLDER|FILE.jsonl [DRAWN SEED]` lists all topics, the largest
//! first, or draws some by seed with three headlines each.

#![allow(clippy::expect_used, reason = "a program to measure with, not one that ships")]

use std::path::Path;

use jejak_press::{press, press_folder};
use xxhash_rust::xxh3::xxh3_64;

/// Headlines shown for each topic that is drawn.
const HEADLINES: usize = 3;

fn main() {
    let mut words = std::env::args().skip(1);
    let source = words.next().expect("a folder, or a file of articles");
    let mut number = || words.next().and_then(|word| word.parse::<u64>().ok());
    let (drawn, seed) = (number(), number().unwrap_or(1));
    let path = Path::new(&source);
    let archive = if path.is_dir() {
        press_folder(path).expect("a folder that can be read").archive
    } else {
        let bytes = std::fs::read(path).expect("a file that can be read");
        press(std::iter::once(("a.jsonl".to_owned(), bytes))).archive
    };
    let mut topics: Vec<(usize, &str, Vec<&str>)> = archive
        .topics
        .iter()
        .zip(0_u32..)
        .map(|(topic, at)| {
            let about = || archive.articles.iter().filter(|article| article.topics.contains(&at));
            let count = about().count();
            let titles =
                about().map(|article| article.title.as_str()).step_by((count / HEADLINES).max(1)).take(HEADLINES);
            (count, topic.name.as_str(), titles.collect())
        })
        .collect();
    topics.sort_by(|a, b| (b.0, a.1).cmp(&(a.0, b.1)));
    println!("{} topics in {} articles", topics.len(), archive.articles.len());
    let Some(drawn) = drawn else {
        topics.iter().for_each(|(count, name, _)| println!("{count}\t{name}"));
        return;
    };
    topics.sort_by_key(|(_, name, _)| xxh3_64(format!("{seed}:{name}").as_bytes()));
    for (count, name, titles) in topics.iter().take(usize::try_from(drawn).unwrap_or(usize::MAX)) {
        println!("{count}\t{name}");
        titles.iter().for_each(|title| println!("\t- {title}"));
    }
}
