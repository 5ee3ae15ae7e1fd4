//! Jejak, Pagefind and MiniSearch on the same articles, one after another in the same browser.
//!
//! Each is a folder of static files behind the same server, which compresses what is text and counts what it sends.
//! Each shows the count and ten hits with headline and excerpt. Peers are set up as their documentation says; their
//! pages are in `peers/`. **Cold** is a visit with an empty cache to an address that asks a question already. **Warm** is
//! one page in which question after question is typed, twice.

mod cold;
mod engine;
pub(crate) mod peers;
mod room;
mod warm;

pub(crate) use engine::measure as engine;
pub(crate) use room::measure as room;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

use jejak_archive::Engine;
use jejak_browser_tests::{Browser, Kind as Program, Stage};
use jejak_cli::serve::Server;
use jejak_cli::site::Pages;
use serde_json::{Value, json};
use tokio::runtime::Builder;

use crate::questions::{Kind, drawn};
use crate::{Failure, Place, build};

/// One of those measured, as a folder of files.
pub(crate) struct Contender {
    /// What it is called, with its version.
    pub(crate) name: String,
    /// Its files.
    pub(crate) folder: PathBuf,
    /// What its page calls the measure from the input to the hits.
    pub(crate) measure: &'static str,
    /// What files belong to the index rather than to the program that reads it, by how their path begins.
    pub(crate) index: &'static [&'static str],
    /// What is known from building it.
    pub(crate) built: Value,
}

/// An answer of the server: when it began, in milliseconds of the epoch, for which path, and its bytes.
type Sent = (f64, String, u64);

/// What the server sent, in order.
#[derive(Clone, Default)]
pub(crate) struct Traffic(Arc<Mutex<Vec<Sent>>>);

impl Traffic {
    fn add(&self, path: &str, bytes: u64) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push((now(), path.to_owned(), bytes));
    }

    /// Takes what was sent since it was last asked.
    pub(crate) fn take(&self) -> Vec<Sent> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// Jejak's own site in parts.
pub(crate) fn jejak(site: PathBuf, built: Value) -> Contender {
    Contender { name: "Jejak".to_owned(), folder: site, measure: "jejak:search", index: &["/bagian"], built }
}

/// Measures Jejak beside its peers and tells the figures.
pub(crate) fn beside(place: &Place, articles: &str, peers: &Path) -> Result<(), Failure> {
    let (built, site) = build::site(place, articles, Pages::All)?;
    let articles = place.work.join("articles.jsonl");
    let contenders = [
        jejak(site.clone(), built),
        peers::pagefind(place, &articles, peers)?,
        peers::minisearch(place, &articles, peers)?,
    ];
    let titles = peers::titles(&articles)?;
    let kinds = drawn(&titles, place.questions);
    for contender in &contenders {
        println!("{}", json!({"who": contender.name, "built": contender.built}));
    }
    for contender in &contenders {
        measure(contender, &kinds)?;
    }
    room::measure(&site)
}

/// Measures sites of Jejak that are there already, one after another `rounds` times, so that two commits can be laid side by
/// side in one run on a machine that others use too.
pub(crate) fn pages(questions: usize, sites: &[&str], rounds: usize) -> Result<(), Failure> {
    let mut asked = Vec::new();
    for site in sites {
        let kinds = drawn(&headlines(site.as_ref())?, questions);
        asked.push((Contender { name: (*site).to_owned(), ..jejak(site.into(), Value::Null) }, kinds));
    }
    for _ in 0..rounds {
        for (contender, kinds) in &asked {
            measure(contender, kinds)?;
        }
    }
    Ok(())
}

/// The headlines of a site's articles.
pub(crate) fn headlines(site: &Path) -> Result<Vec<String>, Failure> {
    let engine = Engine::open(Stage::of(site)?.archive().to_vec())?;
    Ok((0..engine.len()).filter_map(|nth| engine.head(nth)).map(|head| head.title).collect())
}

/// Measures one in a browser of its own, tells the figures and gives them.
pub(crate) fn measure(contender: &Contender, kinds: &[Kind]) -> Result<Value, Failure> {
    let traffic = Traffic::default();
    let watch = {
        let traffic = traffic.clone();
        Arc::new(move |path: &str, bytes: u64| traffic.add(path, bytes))
    };
    let server = Server::start_watched(&contender.folder, 0, "/", Some(watch))?;
    let runtime = Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let browser = Browser::start(Program::Chromium).await?;
        browser.beyond().keep_nothing().await?;
        browser.developer("Page.addScriptToEvaluateOnNewDocument", json!({"source": WATCH})).await?;
        let outcome = async {
            let cold = cold::measure(&browser, &server.url(), contender, kinds, &traffic).await?;
            let warm = warm::measure(&browser, &server.url(), contender, kinds).await?;
            Ok(json!({"cold": cold, "warm": warm}))
        };
        let outcome = outcome.await;
        browser.close().await?;
        outcome
    })
}

/// Runs in each page before its own scripts: notes when the program is there that the page starts, where it is WebAssembly
/// that the page itself runs, when the answer stands there, and which memory WebAssembly takes.
const WATCH: &str = "(() => { \
    window.benchMemories = new Set(); \
    const keep = made => { window.benchStarted ??= performance.now(); const exports = (made.instance ?? made).exports ?? {}; \
      for (const value of Object.values(exports)) if (value instanceof WebAssembly.Memory) benchMemories.add(value); \
      return made; }; \
    for (const name of ['instantiate', 'instantiateStreaming']) { \
      const real = WebAssembly[name]; WebAssembly[name] = (...all) => real.apply(WebAssembly, all).then(keep); } \
    const look = () => { \
      const count = Number(document.querySelector('[role=status][data-count]')?.dataset.count ?? NaN); \
      const hits = document.querySelectorAll('article[data-rank]').length; \
      const ready = document.documentElement?.hasAttribute('data-ready'); \
      if (window.benchAnswered === undefined && ready && hits >= Math.min(count, 10)) \
        window.benchAnswered = performance.now(); }; \
    new MutationObserver(look).observe(document, {subtree: true, childList: true, attributes: true}); })()";

fn now() -> f64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs_f64() * 1000.0
}
