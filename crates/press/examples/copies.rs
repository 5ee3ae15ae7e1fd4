//! Prints the groups of copies in a file of articles, one a line: how many hundredths the least alike share, and the ids, the
//! first named first. `--draw N --seed S` draws groups by the hash of seed and first id, for reading.
//!
//! `cargo run -p jejak-press --profile tools --example copies -- ARTICLES.jsonl [--draw 50 --seed 1]`

#![allow(clippy::expect_used, reason = "a tool for those who measure ends at once where something is wrong")]

use std::time::Instant;

use jejak_press::copies::{copies, printings};
use xxhash_rust::xxh3::xxh3_64;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let file = arguments.first().expect("a file of articles");
    let number = |name: &str| {
        let at = arguments.iter().position(|argument| argument == name)?;
        arguments.get(at + 1)?.parse::<u64>().ok()
    };
    let bytes = std::fs::read(file).expect("the file is readable");
    let archive = jejak_press::press([("articles.jsonl".to_string(), bytes)].into_iter()).archive;
    let start = Instant::now();
    let mut groups = copies(&archive);
    let took = start.elapsed();
    let id = |at: u32| archive.articles[at as usize].id.as_str();
    eprintln!("{} groups of {} articles in {took:?}", groups.len(), archive.articles.len());
    let start = Instant::now();
    let said = printings(&archive);
    let printed: usize = said.iter().map(Vec::len).sum();
    eprintln!("{} statements printed {printed} times in {:?}", said.len(), start.elapsed());
    if let Some(draw) = number("--draw") {
        let seed = number("--seed").unwrap_or_default();
        groups.sort_by_key(|group| {
            xxh3_64(format!("{seed}:{}", group.articles.first().map_or("", |at| id(*at))).as_bytes())
        });
        groups.truncate(usize::try_from(draw).unwrap_or(usize::MAX));
    }
    for group in groups {
        let ids: Vec<&str> = group.articles.iter().map(|at| id(*at)).collect();
        println!("{} {}", group.alike, ids.join(" "));
    }
}
