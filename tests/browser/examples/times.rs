//! How long an answer takes in a browser, from the keystroke to the hits in the page.
//!
//! ```text
//! cargo xtask build
//! jejak build ARTICLES -o SITE [--parts]
//! cargo run -p jejak-browser-tests --example times -- SITE [SEED]
//! ```
//!
//! 200 questions of three words of a headline, 200 of one word, and common words are typed into the search field of a
//! finished site in Chromium, one after another, on one page. Printed is, of each kind, what the page itself measured as
//! `jejak:search`: the median, the 95th percentile and the longest, in milliseconds. The first pass over all questions
//! fetches what an archive in parts lacks and is printed apart.

use std::path::Path;
use std::sync::Arc;

use jejak_app::state::library::Library;
use jejak_archive::words::{form, tokens};
use jejak_browser_tests::{Driver, Page, Stage, Trouble, trial};
use libtest_mimic::Arguments;
use serde_json::json;

/// Questions of a kind.
const COUNT: usize = 200;
/// Questions typed by one script: a browser stops scripts that take long.
const ROW: usize = 10;

/// Types each question and waits for the page's own measurement of it.
const TYPE: &str = "const [asked, done] = arguments; \
    const field = document.querySelector('input[type=search]'); \
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set; \
    const measured = () => performance.getEntriesByName('jejak:search'); \
    (async () => { const times = []; \
      for (const words of asked) { \
        performance.clearMeasures('jejak:search'); \
        set.call(field, words); field.dispatchEvent(new InputEvent('input', {bubbles: true})); \
        const end = performance.now() + 5000; \
        while (!measured().length && performance.now() < end) await new Promise(done => setTimeout(done, 1)); \
        times.push(measured().at(-1)?.duration ?? null); } \
      done(times); })()";

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let Some(site) = words.first() else {
        eprintln!("usage: times SITE [SEED]");
        std::process::exit(2);
    };
    let seed = words.get(1).and_then(|seed| seed.parse().ok()).unwrap_or(23);
    match (Driver::start(), Stage::of(Path::new(site))) {
        (Ok(driver), Ok(stage)) => {
            let play = move |page| measure(page, seed);
            let trial = trial("times", &Arc::new(driver), &Arc::new(stage), "/", play);
            libtest_mimic::run(&Arguments::default(), vec![trial]).exit();
        }
        (Err(trouble), _) | (_, Err(trouble)) => {
            eprintln!("{trouble}");
            std::process::exit(1);
        }
    }
}

async fn measure(page: Page, seed: u64) -> Result<(), Trouble> {
    page.open("").await?;
    let three = page.ask(|library| questions(library, seed, 3))?;
    let one = page.ask(|library| questions(library, seed, 1))?;
    let common: Vec<String> =
        ["yang", "di", "dan", "dengan"].iter().cycle().take(40).map(ToString::to_string).collect();
    for pass in ["first", "again"] {
        for (kind, asked) in [("three words", &three), ("one word", &one), ("common words", &common)] {
            let mut times: Vec<Option<f64>> = Vec::new();
            for row in asked.chunks(ROW) {
                let seen = page.client().execute_async(TYPE, vec![json!(row)]).await?;
                times.extend(seen.as_array().into_iter().flatten().map(serde_json::Value::as_f64));
            }
            let late = times.iter().filter(|time| time.is_none()).count();
            let mut times: Vec<f64> = times.into_iter().flatten().collect();
            times.sort_unstable_by(f64::total_cmp);
            let at = |share: usize| times.get((times.len() * share / 100).min(times.len().saturating_sub(1)));
            println!(
                "{}",
                json!({"pass": pass, "kind": kind, "n": times.len(), "unanswered": late, "p50": at(50), "p95": at(95), "longest": at(100)})
            );
        }
    }
    Ok(())
}

/// Words of headlines, drawn by a seed: the articles follow one another by a step that shares no factor with a million.
fn questions(library: &Library, seed: u64, words: usize) -> Vec<String> {
    let articles = u64::from(library.len());
    let place = |nth: u64| (seed.wrapping_add(nth).wrapping_mul(7_368_787) % articles.max(1)) as u32;
    let drawn = (0..COUNT as u64 * 2).filter_map(|nth| library.head(place(nth)));
    let question = |title: &str| {
        let forms: Vec<String> = tokens(title, 0).map(|token| form(&title[token.range])).collect();
        let long: Vec<&str> = forms.iter().map(String::as_str).filter(|word| word.len() >= 4).collect();
        (long.len() >= words).then(|| long[long.len() - words..].join(" "))
    };
    drawn.filter_map(|head| question(&head.title)).take(COUNT).collect()
}
