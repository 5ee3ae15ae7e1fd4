//! Counts what a visitor's first question fetches from an archive in parts, and what ten new articles leave in place.
//!
//! ```text
//! cargo run --profile tools -p jejak-press --example cold -- ARTICLES.jsonl
//! ```
//!
//! The articles are pressed as `jejak build` does. 200 questions of three words of a headline and 200 of one are drawn
//! evenly over the archive; each is asked of an engine that has nothing yet. Counted are the files until the hits stand
//! there with snippets and timeline, manifest and head included, and those that the facets then take.

#![allow(clippy::expect_used, reason = "a measurement stops where its input cannot be read")]

use std::collections::{BTreeMap, BTreeSet};

use jejak_archive::form::{Frame, PartKind, pieces};
use jejak_archive::{Archive, Engine, Outcome, PartId, Query, words, write};
use jejak_press::press;
use jejak_press::stem::Indonesian;

const QUESTIONS: usize = 200;

fn main() {
    let path = std::env::args().nth(1).expect("name a file of articles, one JSON object a line");
    let file = std::fs::read_to_string(&path).expect("the file can be read");
    let pressed = |lines: &[&str]| press([("articles.jsonl".to_owned(), lines.join("\n").into_bytes())].into_iter());
    let lines: Vec<&str> = file.lines().collect();
    let archive = pressed(&lines).archive;
    let raw: usize = lines.iter().map(|line| raw_text(line)).sum();
    let bytes = write(&archive, &Indonesian);
    println!("{} articles, {raw} bytes of raw text", archive.articles.len());
    sizes(&bytes, raw);

    let titles = |most: usize| {
        let step = (archive.articles.len() / QUESTIONS).max(1);
        let all = archive.articles.iter().step_by(step).filter_map(move |article| ask_for(&article.title, most));
        all.take(QUESTIONS).collect::<Vec<String>>()
    };
    for (name, questions) in [("three words of a headline", titles(3)), ("one word", titles(1))] {
        let costs: Vec<Cost> = questions.iter().map(|words| cold(&bytes, words)).collect();
        println!("{name}: {} questions", costs.len());
        report("bytes", costs.iter().map(|cost| cost.bytes).collect());
        report("requests", costs.iter().map(|cost| cost.requests).collect());
        report("rounds", costs.iter().map(|cost| cost.rounds).collect());
        report("facets, bytes", costs.iter().map(|cost| cost.facet_bytes).collect());
        report("facets, requests", costs.iter().map(|cost| cost.facet_requests).collect());
    }

    // Ten articles fewer: the newest ones, as they came last.
    let newest: BTreeSet<&str> = archive.articles.iter().take(10).map(|article| article.id.as_str()).collect();
    let id = |line: &str| serde_json::from_str::<serde_json::Value>(line).ok()?.get("id")?.as_str().map(str::to_owned);
    let older: Vec<&str> =
        lines.iter().copied().filter(|line| id(line).is_none_or(|id| !newest.contains(id.as_str()))).collect();
    kept(&pressed(&older).archive, &bytes);
}

fn raw_text(line: &str) -> usize {
    let json: serde_json::Value = serde_json::from_str(line).unwrap_or_default();
    json.get("text").and_then(serde_json::Value::as_str).map_or(0, str::len)
}

fn sizes(bytes: &[u8], raw: usize) {
    let frame = Frame::read(bytes).expect("just written");
    let mut kinds: BTreeMap<PartKind, Vec<usize>> = BTreeMap::new();
    frame.parts.iter().for_each(|part| kinds.entry(part.kind).or_default().push(part.range.len()));
    for (kind, sizes) in kinds {
        let (sum, most) = (sizes.iter().sum::<usize>(), sizes.iter().max().copied().unwrap_or(0));
        println!("  {}: {} parts, {sum} bytes, the longest {most}", kind.name(), sizes.len());
    }
    println!("  all: {} bytes, {:.3} of the raw text", bytes.len(), bytes.len() as f64 / raw as f64);
}

/// Words of a headline, spread over it.
fn ask_for(title: &str, most: usize) -> Option<String> {
    let long: Vec<&str> = words::tokens(title, 0).map(|t| &title[t.range]).filter(|word| word.len() > 3).collect();
    if long.len() < 3 {
        return None;
    }
    let [first, .., last] = long.as_slice() else { return None };
    Some(if most == 1 {
        format!("{} ", long[long.len() / 2])
    } else {
        format!("{first} {} {last} ", long[long.len() / 2])
    })
}

#[derive(Default)]
struct Cost {
    bytes: usize,
    requests: usize,
    rounds: usize,
    facet_bytes: usize,
    facet_requests: usize,
}

fn cold(archive: &[u8], words: &str) -> Cost {
    let frame = Frame::read(archive).expect("just written");
    let engine = Engine::open_catalogue(archive[..frame.head_end()].to_vec()).expect("just written");
    let mut cost = Cost { bytes: frame.head_end() + 60, requests: 2, rounds: 2, ..Cost::default() };
    let query = Query { words: words.into(), ..Query::default() };
    let supply = |parts: &[PartId]| {
        let mut sum = 0;
        for part in parts {
            let range = frame.parts[part.0 as usize].range.clone();
            sum += range.len();
            engine.supply(*part, archive[range].to_vec()).expect("as asked for");
        }
        sum
    };
    loop {
        match engine.answer(&query) {
            Outcome::Needs(parts) => {
                cost.bytes += supply(&parts);
                cost.requests += parts.len();
                cost.rounds += 1;
            }
            Outcome::Ready(answer) => {
                cost.facet_bytes = supply(&answer.pending);
                cost.facet_requests = answer.pending.len();
                return cost;
            }
        }
    }
}

fn report(name: &str, mut all: Vec<usize>) {
    all.sort_unstable();
    let at = |share: usize| all.get(all.len() * share / 100).or(all.last()).copied().unwrap_or(0);
    let mean = all.iter().sum::<usize>() / all.len().max(1);
    println!("  {name}: mean {mean}, p50 {}, p95 {}, most {}", at(50), at(95), at(100));
}

/// Which share of the bytes of each kind of part was there, under the same name, before the newest articles came.
fn kept(before: &Archive, bytes: &[u8]) {
    let old = write(before, &Indonesian);
    let old = Frame::read(&old).expect("just written");
    let new = Frame::read(bytes).expect("just written");
    let names: BTreeSet<String> = old.parts.iter().map(pieces::path).collect();
    println!("of {} articles, behind {} before", new.parts.len(), old.parts.len());
    for kind in [PartKind::Words, PartKind::Text] {
        let own = |kept: bool| -> usize {
            let parts =
                new.parts.iter().filter(|part| part.kind == kind && (!kept || names.contains(&pieces::path(part))));
            parts.map(|part| part.range.len()).sum()
        };
        println!("  {}: {:.3} of the bytes keep their name", kind.name(), own(true) as f64 / own(false) as f64);
    }
}
