//! The engine without a browser: what an archive weighs, what a first question fetches of it, how long answers take.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Instant;

use jejak_archive::form::{Frame, PartKind};
use jejak_archive::query::Order;
use jejak_archive::{Engine, Outcome, PartId, Query};
use jejak_browser_tests::Stage;
use serde_json::{Value, json};

use crate::Failure;
use crate::everything::everything;
use crate::questions::drawn;
use crate::tally::{hundredths, tally};

/// Questions of a kind.
const COUNT: usize = 200;
/// What the manifest is longer than nothing, in bytes.
const MANIFEST: usize = 60;

/// Measures the archive of a site, tells the figures and gives them.
pub(crate) fn measure(site: &Path) -> Result<Value, Failure> {
    let stage = Stage::of(site)?;
    let archive = stage.archive();
    let sizes = sizes(archive)?;
    println!("{}", json!({"sizes": sizes}));
    let engine = Engine::open(archive.to_vec())?;
    let titles: Vec<String> = (0..engine.len()).filter_map(|nth| engine.head(nth)).map(|head| head.title).collect();
    let mut kinds = serde_json::Map::new();
    for (kind, asked) in drawn(&titles, COUNT) {
        let first: Vec<Cost> = asked.iter().take(COUNT).map(|words| cold(archive, words)).collect::<Result<_, _>>()?;
        let of = |figure: fn(&Cost) -> usize| tally(first.iter().map(|cost| figure(cost) as f64).collect());
        let warm = times(&engine, asked.iter().map(|words| question(words)));
        let told = json!({"first_bytes": of(|cost| cost.bytes), "first_requests": of(|cost| cost.requests),
            "rounds": of(|cost| cost.rounds), "facet_bytes": of(|cost| cost.facet_bytes),
            "facet_requests": of(|cost| cost.facet_requests), "engine_ms": warm});
        println!("{}", json!({"asked": kind, "measured": told}));
        kinds.insert(kind.to_owned(), told);
    }
    let newest = Query { order: Order::Newest, ..Query::default() };
    for (kind, query) in [("no words, newest first", newest), ("a value of every facet", everything(&engine))] {
        let told = json!({"engine_ms": times(&engine, std::iter::repeat_n(query, 40))});
        println!("{}", json!({"asked": kind, "measured": told}));
        kinds.insert(kind.to_owned(), told);
    }
    Ok(json!({"sizes": sizes, "asked": kinds}))
}

fn question(words: &str) -> Query {
    Query { words: words.to_owned(), ..Query::default() }
}

/// What each kind of part weighs, and what the head does: it is fetched before any question.
fn sizes(archive: &[u8]) -> Result<Value, Failure> {
    let frame = Frame::read(archive)?;
    let mut kinds: BTreeMap<PartKind, Vec<usize>> = BTreeMap::new();
    frame.parts().for_each(|part| kinds.entry(part.kind).or_default().push(part.length));
    let kinds: serde_json::Map<String, Value> = kinds
        .into_iter()
        .map(|(kind, sizes)| {
            let told =
                json!({"parts": sizes.len(), "bytes": sizes.iter().sum::<usize>(), "longest": sizes.iter().max()});
            (kind.name().to_owned(), told)
        })
        .collect();
    Ok(json!({"bytes": archive.len(), "head_bytes": frame.head_end(), "parts": frame.count(), "kinds": kinds}))
}

/// What a first question costs.
#[derive(Default)]
struct Cost {
    bytes: usize,
    requests: usize,
    rounds: usize,
    facet_bytes: usize,
    facet_requests: usize,
}

/// Asks an engine that has only the head. Counted are manifest and head, what comes until the hits stand there with
/// snippets and timeline, and what the facets then take.
fn cold(archive: &[u8], words: &str) -> Result<Cost, Failure> {
    let frame = Frame::read(archive)?;
    let head = frame.head_end();
    let engine = Engine::open_catalogue(archive[..head].to_vec())?;
    let mut cost = Cost { bytes: head + MANIFEST, requests: 2, rounds: 2, ..Cost::default() };
    let supply = |parts: &[PartId]| -> Result<usize, Failure> {
        let mut sum = 0;
        for part in parts {
            let bytes = frame.part(*part).and_then(|part| part.of(archive)).unwrap_or_default();
            sum += bytes.len();
            engine.supply(*part, bytes.to_vec())?;
        }
        Ok(sum)
    };
    loop {
        match engine.answer(&question(words)) {
            Outcome::Needs(parts) => {
                cost.bytes += supply(&parts)?;
                cost.requests += parts.len();
                cost.rounds += 1;
            }
            Outcome::Ready(answer) => {
                cost.facet_bytes = supply(&answer.pending)?;
                cost.facet_requests = answer.pending.len();
                return Ok(cost);
            }
        }
    }
}

/// How long answers take, in milliseconds, with everything in memory.
fn times(engine: &Engine, queries: impl Iterator<Item = Query>) -> Value {
    let time = |query: Query| {
        let start = Instant::now();
        std::hint::black_box(engine.answer(&query));
        hundredths(start.elapsed().as_secs_f64() * 1000.0)
    };
    tally(queries.map(time).collect())
}
