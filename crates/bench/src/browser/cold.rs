//! A first visit, with an empty cache, to an address that asks a question.

use std::collections::BTreeMap;
use std::time::Duration;

use jejak_browser_tests::Browser;
use serde_json::{Value, json};

use super::{Contender, Traffic};
use crate::Failure;
use crate::questions::Kind;
use crate::tally::{hundredths, tally};

/// How long a visit may take.
const PATIENCE: Duration = Duration::from_secs(60);
/// For how long nothing more must be sent until a visit counts as over.
const QUIET: Duration = Duration::from_millis(150);
const PAUSE: Duration = Duration::from_millis(10);

/// When the answer stood there, from the navigation, as a time of the epoch, and from when the page's program was there,
/// where that is known; `null` before.
const ANSWERED: &str = "return window.benchAnswered === undefined ? null : \
    [benchAnswered, performance.timeOrigin + benchAnswered, benchAnswered - window.benchStarted]";

/// A visit that was answered.
struct Answered {
    /// Milliseconds from the navigation.
    milliseconds: f64,
    /// The same as a time of the epoch.
    moment: f64,
    /// Milliseconds from when the page's program was there: what the archive takes, beyond the app.
    beyond: Option<f64>,
}

impl Answered {
    fn of(seen: &Value) -> Option<Self> {
        let [milliseconds, moment, beyond] = [0, 1, 2].map(|at| seen.get(at).and_then(Value::as_f64));
        Some(Self { milliseconds: milliseconds?, moment: moment?, beyond })
    }
}

/// Figures of many visits.
#[derive(Default)]
struct Visits {
    bytes: Vec<f64>,
    requests: Vec<f64>,
    index_bytes: Vec<f64>,
    index_requests: Vec<f64>,
    /// Bytes of the index until the answer stood there, by kind of file.
    index_kinds: BTreeMap<String, f64>,
    later_bytes: Vec<f64>,
    later_requests: Vec<f64>,
    milliseconds: Vec<f64>,
    beyond: Vec<f64>,
    unanswered: usize,
}

/// Makes a visit for each question of the first two kinds.
pub(super) async fn measure(
    browser: &Browser,
    home: &str,
    contender: &Contender,
    kinds: &[Kind],
    traffic: &Traffic,
) -> Result<Value, Failure> {
    // The server compresses a file when it is first asked for; a static host has done so before.
    visit(browser, home, "kota", traffic).await?;
    let mut told = serde_json::Map::new();
    for (kind, asked) in kinds.iter().take(2) {
        let mut visits = Visits::default();
        for words in asked {
            // Once unseen, so that what only this question needs is compressed as well.
            visit(browser, home, words, traffic).await?;
            let (at, sent) = visit(browser, home, words, traffic).await?;
            let Some(at) = at else {
                visits.unanswered += 1;
                continue;
            };
            let (until, later): (Vec<_>, Vec<_>) = sent.iter().partition(|(when, ..)| *when <= at.moment);
            let own = |sent: &&&super::Sent| contender.index.iter().any(|begin| sent.1.starts_with(begin));
            let index: Vec<_> = until.iter().filter(own).copied().collect();
            visits.bytes.push(sum(&until));
            visits.requests.push(until.len() as f64);
            visits.index_bytes.push(sum(&index));
            visits.index_requests.push(index.len() as f64);
            for (_, path, bytes) in &index {
                *visits.index_kinds.entry(kind_of(path)).or_default() += *bytes as f64;
            }
            visits.later_bytes.push(sum(&later));
            visits.later_requests.push(later.len() as f64);
            visits.milliseconds.push(hundredths(at.milliseconds));
            visits.beyond.extend(at.beyond.map(hundredths));
        }
        let visited = visits.milliseconds.len().max(1) as f64;
        let by_kind: BTreeMap<_, _> =
            visits.index_kinds.into_iter().map(|(kind, bytes)| (kind, hundredths(bytes / visited))).collect();
        let figures = json!({"bytes": tally(visits.bytes), "requests": tally(visits.requests),
            "index_bytes": tally(visits.index_bytes), "index_requests": tally(visits.index_requests),
            "index_mean_by_kind": by_kind, "later_bytes": tally(visits.later_bytes),
            "later_requests": tally(visits.later_requests), "ms": tally(visits.milliseconds),
            "ms_beyond_the_app": tally(visits.beyond), "unanswered": visits.unanswered});
        println!("{}", json!({"who": contender.name, "cold": kind, "measured": figures}));
        told.insert((*kind).to_owned(), figures);
    }
    Ok(told.into())
}

/// A visit: when it was answered, and all that was sent.
async fn visit(
    browser: &Browser,
    home: &str,
    words: &str,
    traffic: &Traffic,
) -> Result<(Option<Answered>, Vec<super::Sent>), Failure> {
    let client = browser.client();
    client.goto("about:blank").await?;
    browser.developer("Network.clearBrowserCache", json!({})).await?;
    traffic.take();
    client.goto(&format!("{home}?q={}", words.replace(' ', "+"))).await?;
    let start = std::time::Instant::now();
    let mut at = None;
    while at.is_none() && start.elapsed() < PATIENCE {
        tokio::time::sleep(PAUSE).await;
        at = Answered::of(&client.execute(ANSWERED, vec![]).await?);
    }
    let mut sent = traffic.take();
    loop {
        tokio::time::sleep(QUIET).await;
        let more = traffic.take();
        if more.is_empty() {
            return Ok((at, sent));
        }
        sent.extend(more);
    }
}

/// The kind of a file of an index: its name as far as it says no more than that.
fn kind_of(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or_default();
    name.split(['-', '.', '_']).next().unwrap_or_default().to_owned()
}

/// The bytes of several answers.
fn sum(sent: &[&super::Sent]) -> f64 {
    sent.iter().map(|(.., bytes)| *bytes).sum::<u64>() as f64
}
