//! Measures the binary form and the engine on real text.
//!
//! ```text
//! cargo run --profile tools -p jejak-archive --example measure -- ARTICLES.jsonl
//! ```
//!
//! Each line is an article: `id`, `title`, `date`, `source`, `text`, all but `text` optional. The text goes in as it
//! stands: nothing is cleaned or annotated, and no stems are used, so figures are of this crate alone. Printed are
//! the sizes of the parts, the times to write and open, the times of answers and how well an article is found by
//! three words of its headline (mean reciprocal rank among the first ten).

#![allow(clippy::expect_used, reason = "a measurement stops where its input cannot be read")]

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use jejak_archive::form::Frame;
use jejak_archive::model::{Archive, Article};
use jejak_archive::{Engine, NoStem, Outcome, Query, words, write};

fn main() {
    let path = std::env::args().nth(1).expect("name a file of articles, one JSON object a line");
    let file = std::fs::read_to_string(path).expect("the file can be read");
    let mut articles: Vec<Article> = file.lines().filter_map(article).collect();
    articles.sort_by(|a, b| (a.date.is_none(), b.date, &a.id).cmp(&(b.date.is_none(), a.date, &b.id)));
    let raw: usize = articles.iter().map(|article| article.text.len()).sum();
    let archive = Archive { articles, ..Archive::default() };

    let start = Instant::now();
    let bytes = write(&archive, &NoStem);
    println!("write {:?}: {} articles, {raw} bytes of text", start.elapsed(), archive.articles.len());
    sizes(&bytes, raw);
    let start = Instant::now();
    let engine = Engine::open(bytes).expect("just written");
    println!("open {:?}", start.elapsed());

    let known: Vec<(u32, String)> =
        (0..engine.len()).step_by(10).filter_map(|i| Some((i, ask_for(&archive, i)?))).collect();
    let (mut found, mut times) = (0.0, Vec::new());
    for (article, words) in &known {
        let start = Instant::now();
        let answer = engine.answer(&Query { words: words.clone(), ..Query::default() });
        times.push(start.elapsed());
        let Outcome::Ready(answer) = answer else { continue };
        let place = answer.hits.iter().take(10).position(|hit| hit.article == *article);
        found += place.map_or(0.0, |place| 1.0 / (place as f64 + 1.0));
    }
    report("three words of a headline", times);
    println!("  MRR@10 {:.3} over {} questions", found / known.len() as f64, known.len());
    for (name, all) in [
        ("one word", ["banjir", "wali", "kota", "presiden", "harga"]),
        ("frequent words", ["yang ", "di dan", "dan yang di ", "dengan untuk", "akan pada"]),
        ("being typed", ["ba", "pem", "me", "k", "pre"]),
        ("phrases", ["\"wali kota\"", "\"di kota\"", "\"yang akan\"", "anak-anak", "\"jalan raya\""]),
        ("no words", [""; 5]),
    ] {
        let time = |words: &str| {
            let start = Instant::now();
            let answer = engine.answer(&Query { words: words.into(), ..Query::default() });
            std::hint::black_box(answer);
            start.elapsed()
        };
        report(name, (0..20).flat_map(|_| all.map(time)).collect());
    }
}

fn article(line: &str) -> Option<Article> {
    let json: serde_json::Value = serde_json::from_str(line).ok()?;
    let field = |name: &str| json.get(name).and_then(serde_json::Value::as_str).map(str::to_owned);
    let date = field("date").and_then(|date| date.get(..10)?.parse().ok());
    Some(Article {
        id: field("id").unwrap_or_default(),
        title: field("title").unwrap_or_default(),
        title_derived: false,
        date,
        published: date,
        dates: Vec::new(),
        dateline: None,
        publisher: field("source"),
        byline: Vec::new(),
        caption: None,
        url: field("url"),
        further_sources: Vec::new(),
        text: field("text")?,
        removed: Vec::new(),
        quotes: Vec::new(),
        mentions: Vec::new(),
        event: None,
        corrected: Vec::new(),
        topics: Vec::new(),
    })
}

fn sizes(bytes: &[u8], raw: usize) {
    let frame = Frame::read(bytes).expect("just written");
    let mut kinds: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    frame.parts.iter().for_each(|part| kinds.entry(part.kind).or_default().push(part.range.len()));
    for (kind, sizes) in kinds {
        let (sum, most) = (sizes.iter().sum::<usize>(), sizes.iter().max().copied().unwrap_or(0));
        println!("  {kind:?}: {} parts, {sum} bytes, the longest {most}", sizes.len());
    }
    println!("  all: {} bytes, {:.3} of the text", bytes.len(), bytes.len() as f64 / raw as f64);
}

/// Three words of a headline, spread over it.
fn ask_for(archive: &Archive, article: u32) -> Option<String> {
    let title = &archive.articles[article as usize].title;
    let long: Vec<&str> = words::tokens(title, 0).map(|t| &title[t.range]).filter(|word| word.len() > 3).collect();
    let [first, .., last] = long.as_slice() else { return None };
    (long.len() >= 3).then(|| format!("{first} {} {last} ", long[long.len() / 2]))
}

fn report(name: &str, mut times: Vec<Duration>) {
    times.sort_unstable();
    let at = |share: usize| times.get(times.len() * share / 100).or(times.last()).copied().unwrap_or_default();
    println!("{name}: p50 {:?}, p95 {:?}, longest {:?}", at(50), at(95), at(100));
}
