//! The engine alone in a browser: how much of a change of the answer is its own.

use std::fs;
use std::path::Path;
use std::time::Duration;

use jejak_browser_tests::{Browser, Kind as Program, Stage};
use jejak_cli::serve::Server;
use serde_json::{Value, json};
use tokio::runtime::Builder;

use super::headlines;
use crate::Failure;
use crate::questions::drawn;
use crate::tally::tally;

/// Questions of a kind.
const COUNT: usize = 200;
/// How often is looked whether the page is through, and how long lies between.
const PATIENCE: u32 = 1200;
const PAUSE: Duration = Duration::from_millis(100);

/// Measures the archive of a site with the engine's `module`, in a page below `work`.
pub(crate) fn measure(site: &Path, module: &Path, work: &Path) -> Result<(), Failure> {
    let folder = work.join("engine");
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("index.html"), include_str!("../../engine/page/index.html"))?;
    fs::write(folder.join("page.js"), include_str!("../../engine/page/page.js"))?;
    fs::copy(module, folder.join("engine.wasm"))?;
    fs::write(folder.join("archive.bin"), Stage::of(site)?.archive())?;
    let mut asked: Vec<(&str, Value)> =
        drawn(&headlines(site)?, COUNT).into_iter().map(|(kind, asked)| (kind, json!(asked))).collect();
    asked.push(("no words, newest first", json!("newest")));
    asked.push(("a value of every facet", json!("facets")));
    fs::write(folder.join("questions.json"), json!(asked).to_string())?;
    let server = Server::start(&folder, 0, "/")?;
    let told = Builder::new_current_thread().enable_all().build()?.block_on(async {
        let browser = Browser::start(Program::Chromium).await?;
        let told = asked_in(&browser, &server.url()).await;
        browser.close().await?;
        told
    })?;
    for (kind, times) in told["kinds"].as_object().into_iter().flatten() {
        let times = times.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
        println!("{}", json!({"engine_in_chromium": kind, "articles": told["articles"], "ms": tally(times)}));
    }
    Ok(())
}

async fn asked_in(browser: &Browser, home: &str) -> Result<Value, Failure> {
    browser.client().goto(home).await?;
    for _ in 0..PATIENCE {
        let told = browser.client().execute("return window.benchEngine ?? null", vec![]).await?;
        if !told.is_null() {
            return Ok(told);
        }
        tokio::time::sleep(PAUSE).await;
    }
    Err("the page of the engine did not come to an end".into())
}
