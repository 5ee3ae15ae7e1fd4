//! One page in which question after question is typed.

use jejak_browser_tests::Browser;
use serde_json::{Value, json};

use super::Contender;
use crate::Failure;
use crate::questions::Kind;
use crate::tally::tally;

/// Questions typed by one script: a browser stops scripts that take long.
const ROW: usize = 10;
/// After how many questions memory is looked at.
const REMEMBERED: usize = 20;

/// Types each question and waits for the page's own measure of it.
const TYPE: &str = "const [asked, name, done] = arguments; \
    const field = document.querySelector('input[type=search]'); \
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set; \
    const measured = () => performance.getEntriesByName(name); \
    (async () => { const times = []; \
      for (const words of asked) { \
        performance.clearMeasures(name); \
        set.call(field, words); field.dispatchEvent(new InputEvent('input', {bubbles: true})); \
        const end = performance.now() + 2500; \
        while (!measured().length && performance.now() < end) await new Promise(done => setTimeout(done, 1)); \
        times.push(measured().at(-1)?.duration ?? null); } \
      done(times); })()";

/// Types all questions twice: the first time fetches what the page lacks, the second time everything is there.
pub(super) async fn measure(
    browser: &Browser,
    home: &str,
    contender: &Contender,
    kinds: &[Kind],
) -> Result<Value, Failure> {
    let client = browser.client();
    client.goto("about:blank").await?;
    client.goto(home).await?;
    let ready = "return document.documentElement.hasAttribute('data-ready')";
    for _ in 0..600 {
        if client.execute(ready, vec![]).await? == json!(true) {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    let mut told = serde_json::Map::new();
    let mut typed = 0;
    for pass in ["first", "again"] {
        let mut kinds_told = serde_json::Map::new();
        for (kind, asked) in kinds {
            let mut times: Vec<Option<f64>> = Vec::new();
            for row in asked.chunks(ROW) {
                let seen = client.execute_async(TYPE, vec![json!(row), json!(contender.measure)]).await?;
                times.extend(seen.as_array().into_iter().flatten().map(Value::as_f64));
                typed += row.len();
                if typed == REMEMBERED {
                    let memory = memory(browser).await?;
                    println!("{}", json!({"who": contender.name, "memory": memory}));
                    told.insert("memory".to_owned(), memory);
                }
            }
            let unanswered = times.iter().filter(|time| time.is_none()).count();
            let figures = json!({"ms": tally(times.into_iter().flatten().collect()), "unanswered": unanswered});
            println!("{}", json!({"who": contender.name, "warm": pass, "kind": kind, "measured": figures}));
            kinds_told.insert((*kind).to_owned(), figures);
        }
        told.insert(pass.to_owned(), kinds_told.into());
    }
    Ok(told.into())
}

/// What the page holds once rubbish is collected: JavaScript's heap, and WebAssembly's memories in the page.
async fn memory(browser: &Browser) -> Result<Value, Failure> {
    browser.developer("HeapProfiler.collectGarbage", json!({})).await?;
    let heap = browser.developer("Runtime.getHeapUsage", json!({})).await?;
    let sum = "return [...benchMemories].reduce((sum, memory) => sum + memory.buffer.byteLength, 0)";
    let wasm = browser.client().execute(sum, vec![]).await?;
    let all = heap["usedSize"].as_f64().unwrap_or_default() + wasm.as_f64().unwrap_or_default();
    Ok(
        json!({"js_heap_bytes": heap["usedSize"], "backing_bytes": heap["backingStorageSize"], "wasm_bytes": wasm, "bytes": all}),
    )
}
