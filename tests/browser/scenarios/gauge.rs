//! How often the press is wrong, measured in the browser: the figures are those that `jejak eval` gives, each miss is listed, and
//! nothing is fetched before somebody asks.

use std::path::Path;

use jejak_browser_tests::{Entry, Page, Trouble};
use serde_json::{Value, json};

use crate::axe;

pub(crate) const PAGE: &str = "tentang/";
const STATE: &str = "return document.querySelector('.gauge [data-how]')?.dataset.how ?? 'None'";
/// What only measuring needs.
const FETCHED: &str = "return performance.getEntriesByType('resource').map(entry => entry.name) \
     .filter(name => /(buka|cetak|jejak-presser|acuan)[^/]*$/.test(name)).length";
/// Each row of the table: the slot, the two shares, and what they are shares of.
const ROWS: &str = "return [...document.querySelectorAll('.gauge tbody tr')].map(row => [row.dataset.slot, \
     ...[...row.querySelectorAll('td')].flatMap(cell => [parseFloat(cell.firstChild.textContent.replace(',', '.')), \
       ...cell.querySelector('small').textContent.match(/\\d+/g).map(Number)])]).sort()";
/// How many misses are listed of each slot: those that were not found, and those that were found besides.
const MISSES: &str = "return [...document.querySelectorAll('.gauge [data-misses]')].map(slot => { \
     const of = (...faults) => [...slot.querySelectorAll('li')].filter(one => faults.includes(one.dataset.fault)).length; \
     return [slot.dataset.misses, of('missed', 'wrong'), of('extra', 'wrong')] }).sort()";

/// What is recorded of the default archive: the slots with right, found and wanted.
fn recorded() -> Result<Vec<(String, [i64; 3])>, Trouble> {
    let unfit = || Trouble::Unfit("recorded.toml");
    let sets: toml::Table = include_str!("../../gold/recorded.toml").parse().map_err(|_| unfit())?;
    let set = sets.get("archive").and_then(toml::Value::as_table).ok_or_else(unfit)?;
    let count = |of: &toml::Value, key: &str| of.get(key).and_then(toml::Value::as_integer).ok_or_else(unfit);
    set.iter()
        .map(|(slot, of)| Ok((slot.clone(), [count(of, "right")?, count(of, "found")?, count(of, "wanted")?])))
        .collect()
}

/// Presses the button, and waits until all is read.
pub(crate) async fn measure(page: &Page) -> Result<(), Trouble> {
    page.click(".gauge [data-gauge]").await?;
    page.find(".gauge [data-how=Done]").await.map(drop)
}

/// Each number of the table is the recorded one, each case that it is short of is listed, and who is shown one is led to its
/// article.
pub(crate) async fn figures_are_those_of_the_command(page: Page) -> Result<(), Trouble> {
    page.open(PAGE).await?;
    page.expect("the state", STATE, "None").await?;
    let idle = "return new Promise(done => (window.requestIdleCallback ?? setTimeout)(() => setTimeout(() => done('idle'), 200)))";
    page.expect("an idle page", idle, "idle").await?;
    page.expect("what was fetched unasked", FETCHED, 0).await?;
    measure(&page).await?;
    let recorded = recorded()?;
    // Tenths of a percent, rounded.
    let share = |part: i64, whole: i64| (part * 1000 + whole / 2) / whole.max(1);
    let rows: Vec<Value> = recorded
        .iter()
        .map(|(slot, [right, found, wanted])| {
            let tenths = |of: i64| share(*right, of) as f64 / 10.0;
            json!([slot, number(tenths(*found)), right, found, number(tenths(*wanted)), right, wanted])
        })
        .collect();
    page.expect("the table", ROWS, Value::Array(rows)).await?;
    page.expect(
        "whether it is what is recorded",
        "return document.querySelector('[data-recorded]').dataset.recorded",
        "same",
    )
    .await?;
    let short = recorded.iter().filter(|(_, [right, found, wanted])| right != found || right != wanted);
    let short: Vec<Value> =
        short.map(|(slot, [right, found, wanted])| json!([slot, wanted - right, found - right])).collect();
    page.expect("the misses", MISSES, Value::Array(short)).await?;
    let linked =
        "return [...document.querySelectorAll('.gauge li')].every(one => one.querySelector('a[href^=\"artikel/\"]'))";
    page.expect("links to the articles", linked, true).await?;
    page.click(".gauge summary").await?;
    page.click(".gauge details[open] a").await?;
    page.find(".reading").await?;
    // What was measured stands there still when one comes back.
    page.back().await?;
    page.expect("the state", STATE, "Done").await
}

/// A whole number is one in JSON of a page too.
fn number(value: f64) -> Value {
    if value.fract() == 0.0 { json!(value as i64) } else { json!(value) }
}

/// Without a network that is said, with a way to try again; the app may lack its own part of it too.
pub(crate) async fn without_a_network_it_is_said(page: Page) -> Result<(), Trouble> {
    page.expect_console(Entry::is_error);
    page.open(PAGE).await?;
    page.find(".gauge [data-gauge]").await?;
    page.cut_the_network();
    page.click(".gauge [data-gauge]").await?;
    page.find(".gauge [role=alert] button").await.map(drop)
}

/// Who saves data is sent what shows the figures once it is asked for, and no sooner.
pub(crate) async fn its_part_waits(page: Page) -> Result<(), Trouble> {
    page.beyond().run_first("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })").await?;
    page.open(PAGE).await?;
    page.find(".gauge [data-gauge]").await?;
    let part =
        "return performance.getEntriesByType('resource').filter(entry => /\\/own-[^/]*$/.test(entry.name)).length";
    page.expect("what was fetched unasked", part, 0).await?;
    measure(&page).await?;
    page.expect("what was fetched then", part, 1).await
}

/// Where the labels do not come that is said, and asking again helps.
pub(crate) async fn lost_labels_are_asked_for_anew(page: Page) -> Result<(), Trouble> {
    let lose = "const real = fetch; window.fetch = (what, ...rest) => \
         !window.mended && /acuan/.test(what) ? Promise.reject(new TypeError('hilang')) : real(what, ...rest)";
    page.beyond().run_first(lose).await?;
    page.open(PAGE).await?;
    page.click(".gauge [data-gauge]").await?;
    page.find(".gauge [data-how=Failed]").await?;
    let said = "return document.querySelector('.gauge [role=alert]').textContent.includes('hilang')";
    page.expect("why it failed", said, true).await?;
    page.run("window.mended = true").await?;
    measure(&page).await
}

/// With all misses open there is nothing that somebody could not perceive.
pub(crate) async fn axe_finds_nothing(page: Page, checker: &Path, kept: &str) -> Result<(), Trouble> {
    let checker = std::fs::read_to_string(checker).map_err(|_| Trouble::Unfit("axe-core where `JEJAK_AXE` says"))?;
    page.beyond().run_first(&checker).await?;
    page.open("").await?;
    page.run(&format!("localStorage.setItem('jejak:settings', '{kept}')")).await?;
    page.open(PAGE).await?;
    measure(&page).await?;
    page.expect("everything open", axe::UNFOLD, 0).await?;
    page.expect("what axe finds", axe::CHECK, json!([])).await
}
