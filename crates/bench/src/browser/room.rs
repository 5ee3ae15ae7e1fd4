//! The reading room: what a page fetches that is opened first, how fast it answers there, and how long a change takes.
//!
//! Every page is visited with an empty cache, and all that the server sends of the archive until it rests is counted.
//! Changes are made as a reader makes them: by clicking filters, chips, bars and links, choosing an order, typing a date.
//! A slow visit is one at a quarter of the processor's speed over 1.6 Mbit/s with 150 ms of delay.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use jejak_archive::model::EntityRef;
use jejak_archive::{Engine, Outcome};
use jejak_browser_tests::{Browser, Kind, Stage};
use jejak_cli::serve::Server;
use serde_json::{Value, json};
use tokio::runtime::Builder;

use super::Traffic;
use crate::Failure;
use crate::tally::{hundredths, tally};

/// Visits of a kind.
const VISITS: usize = 10;
/// How often each change is made, and how often by one script: a browser stops scripts that take long.
const ROUNDS: usize = 10;
const ROW: usize = 2;
/// Slow visits.
const SLOW: usize = 5;
/// For how long nothing more must be sent until a visit counts as over.
const QUIET: Duration = Duration::from_millis(200);
/// How long a visit may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// The figures of a site of Jejak that is there already.
pub(crate) fn measure(site: &Path) -> Result<(), Failure> {
    let engine = Engine::open(Stage::of(site)?.archive().to_vec())?;
    let traffic = Traffic::default();
    let watch = {
        let traffic = traffic.clone();
        Arc::new(move |path: &str, bytes: u64| traffic.add(path, bytes))
    };
    let server = Server::start_watched(site, 0, "/", Some(watch))?;
    Builder::new_current_thread().enable_all().build()?.block_on(async {
        let browser = Browser::start(Kind::Chromium).await?;
        browser.beyond().keep_nothing().await?;
        let room = Room { browser: &browser, home: server.url(), traffic };
        let outcome = room.all(&engine).await;
        browser.close().await?;
        outcome
    })
}

struct Room<'a> {
    browser: &'a Browser,
    home: String,
    traffic: Traffic,
}

impl Room<'_> {
    async fn all(&self, engine: &Engine) -> Result<(), Failure> {
        for (kind, addresses) in addresses(engine) {
            let (mut own, mut requests, mut ready) = (Vec::new(), Vec::new(), Vec::new());
            for address in &addresses {
                // Once unseen: the server compresses a file when it is first asked for.
                self.visit(address).await?;
                let (milliseconds, sent) = self.visit(address).await?;
                let parts: Vec<u64> = sent.iter().filter(|one| one.1.starts_with("/bagian")).map(|one| one.2).collect();
                own.push(parts.iter().sum::<u64>() as f64);
                requests.push(parts.len() as f64);
                ready.extend(milliseconds);
            }
            let told = json!({"bytes": tally(own), "requests": tally(requests), "ready_ms": tally(ready)});
            println!("{}", json!({"cold": kind, "beyond_the_app": told}));
        }
        self.slowly().await?;
        self.changes(engine).await
    }

    /// A visit with an empty cache: how long the app took to be ready, and all that was sent.
    async fn visit(&self, address: &str) -> Result<(Option<f64>, Vec<super::Sent>), Failure> {
        let client = self.browser.client();
        client.goto("about:blank").await?;
        self.browser.developer("Network.clearBrowserCache", json!({})).await?;
        self.traffic.take();
        client.goto(&format!("{}{address}", self.home)).await?;
        let start = Instant::now();
        let mut ready = None;
        while ready.is_none() && start.elapsed() < PATIENCE {
            tokio::time::sleep(Duration::from_millis(10)).await;
            let script = "return performance.getEntriesByName('jejak:ready')[0]?.duration ?? null";
            ready = client.execute(script, vec![]).await?.as_f64();
        }
        let mut sent = self.traffic.take();
        loop {
            tokio::time::sleep(QUIET).await;
            let more = self.traffic.take();
            if more.is_empty() {
                return Ok((ready.map(hundredths), sent));
            }
            sent.extend(more);
        }
    }

    async fn slowly(&self) -> Result<(), Failure> {
        self.browser.developer("Network.enable", json!({})).await?;
        let slow =
            json!({"offline": false, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 200_000});
        self.browser.developer("Network.emulateNetworkConditions", slow).await?;
        self.browser.developer("Emulation.setCPUThrottlingRate", json!({"rate": 4})).await?;
        let mut times = Vec::new();
        for _ in 0..SLOW {
            times.extend(self.visit("").await?.0);
        }
        let fast = json!({"offline": false, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1});
        self.browser.developer("Network.emulateNetworkConditions", fast).await?;
        self.browser.developer("Emulation.setCPUThrottlingRate", json!({"rate": 1})).await?;
        println!("{}", json!({"slow": "front page", "ready_ms": tally(times)}));
        Ok(())
    }

    /// Changes one after another in one page, twice: the first round fetches what they need.
    async fn changes(&self, engine: &Engine) -> Result<(), Failure> {
        self.visit("").await?;
        let words = |at: u32| match engine.article(at) {
            Outcome::Ready(article) => (article.text.split_whitespace().count(), article.id.clone()),
            Outcome::Needs(_) => (0, String::new()),
        };
        let (most, id) = (0..engine.len()).map(words).max().unwrap_or_default();
        for pass in ["first", "again"] {
            let mut kinds: BTreeMap<String, Vec<Option<f64>>> = BTreeMap::new();
            for from in (0..ROUNDS).step_by(ROW) {
                let asked = vec![json!(format!("artikel/{id}/")), json!(from), json!(from + ROW)];
                let seen = self.browser.client().execute_async(CHANGE, asked).await?;
                for (kind, times) in seen.as_object().into_iter().flatten() {
                    let times = times.as_array().into_iter().flatten().map(Value::as_f64);
                    kinds.entry(kind.clone()).or_default().extend(times);
                }
            }
            for (kind, all) in kinds {
                let unanswered = all.iter().filter(|time| time.is_none()).count();
                let told = json!({"ms": tally(all.into_iter().flatten().collect()), "unanswered": unanswered});
                println!("{}", json!({"changes": pass, "kind": kind, "measured": told, "longest_article_words": most}));
            }
        }
        Ok(())
    }
}

/// Addresses of each kind of page: articles evenly over the archive, and those of whom most is told.
fn addresses(engine: &Engine) -> Vec<(&'static str, Vec<String>)> {
    let step = (engine.len() as usize / VISITS).max(1);
    let heads = (0..engine.len()).step_by(step).filter_map(|at| engine.head(at)).take(VISITS);
    let articles = heads.map(|head| format!("artikel/{}/", head.id)).collect();
    let mut people: Vec<(u32, &str)> =
        (0..).zip(engine.people()).map(|(i, one)| (engine.statements_of(EntityRef::Person(i)), &*one.slug)).collect();
    people.sort_unstable_by(|a, b| b.cmp(a));
    let people: Vec<&str> = people.into_iter().take(VISITS).map(|(_, slug)| slug).collect();
    vec![
        ("front page", vec![String::new()]),
        ("article", articles),
        ("person", people.iter().map(|slug| format!("tokoh/{slug}/")).collect()),
        ("question that names a person", people.iter().map(|slug| format!("?q={}", slug.replace('-', "+"))).collect()),
        ("timeline", vec!["linimasa/".to_owned()]),
        ("quotes", vec!["kutipan/".to_owned()]),
    ]
}

/// Makes each kind of change several times and notes what the page measured of it; what is not offered just then, such as
/// a next page of few hits, stays without an answer.
const CHANGE: &str = "const [article, from, to, done] = arguments; \
    const one = selector => document.querySelector(selector); \
    const rest = ms => new Promise(done => setTimeout(done, ms)); \
    const name = 'jejak:search'; \
    const type = (field, event, value) => { \
      const set = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value').set; \
      set.call(field, value); field.dispatchEvent(new Event(event, {bubbles: true})); }; \
    const press = target => { \
      const at = target.getBoundingClientRect(); \
      const where = {bubbles: true, isPrimary: true, button: 0, pointerId: 1, clientX: at.x + at.width / 2, clientY: at.y + 2}; \
      for (const kind of ['pointerdown', 'pointerup']) target.dispatchEvent(new PointerEvent(kind, where)); }; \
    const link = where => { const a = document.createElement('a'); a.href = where; document.body.append(a); a.click(); a.remove(); }; \
    const bars = () => [...document.querySelectorAll('[data-bin]')].filter(bar => Number(bar.dataset.count) > 0); \
    const steps = [ \
      ['words', nth => type(one('input[type=search]'), 'input', ['harga', 'harga pasar', ''][nth % 3])], \
      ['filter', nth => [...document.querySelectorAll('.facet-value[aria-pressed=false]')][nth]?.click()], \
      ['chip', () => one('.chips button')?.click()], \
      ['exclusion', nth => [...document.querySelectorAll('.facet-exclude[aria-pressed=false]')][nth]?.click()], \
      ['all filters', () => one('[data-clear], .chips button')?.click()], \
      ['bar', nth => { const all = bars(); press(all[(nth * 3) % all.length]); }], \
      ['date', nth => type(one('input[name=sejak]'), 'change', '20' + (18 + nth % 6) + '-03-01')], \
      ['all filters', () => one('[data-clear], .chips button')?.click()], \
      ['order', nth => type(one('select[name=urut]'), 'change', ['terlama', 'terbaru'][nth % 2])], \
      ['next page', () => one('[rel=next]')?.click()], \
      ['article', () => link(article)], \
      ['home', () => link('./')]]; \
    (async () => { const told = {}; \
      for (let nth = from; nth < to; nth++) for (const [kind, step] of steps) { \
        performance.clearMeasures(name); \
        step(nth); \
        const end = performance.now() + 1500; \
        while (!performance.getEntriesByName(name).length && performance.now() < end) await rest(1); \
        (told[kind] ??= []).push(performance.getEntriesByName(name).at(-1)?.duration ?? null); \
        await rest(120); } \
      done(told); })()";
