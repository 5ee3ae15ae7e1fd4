//! A worker that is no more, because the browser ended it, it ran out of memory, or its script never came: within ten seconds that is
//! said in plain words, and trying again helps.

use jejak_browser_tests::{Entry, Page, Trouble};

use crate::corrected::{self, expect_bytes, expect_fixes};
use crate::gauge;
use crate::opened::{READY, STATE, choose, come, expect_open, hold, mixed, of_each_kind, pressed};

/// Takes note of each worker, and of when something is said of one.
const WATCH: &str = "const real = Worker; window.workers = []; \
     window.Worker = class extends real { constructor(...all) { super(...all); window.workers.push(this) } }";
/// The browser ends it without a word: the page hears no event.
const ENDS: &str = "window.began = performance.now(); window.workers.at(-1).terminate()";
/// It stops at an error, as where there is no memory left.
const STOPS: &str = "window.began = performance.now(); window.workers.at(-1) \
     .dispatchEvent(new ErrorEvent('error', { message: 'RuntimeError: unreachable', cancelable: true }))";
/// From now on it is asked in vain.
const DEAF: &str = "window.post ??= Worker.prototype.postMessage; Worker.prototype.postMessage = () => {}";
const HEARS: &str = "Worker.prototype.postMessage = window.post";

/// The notice, which says that the reader stopped, and within how many milliseconds at most.
async fn expect_said(page: &Page, place: &str) -> Result<(), Trouble> {
    let said = format!(
        "const said = document.querySelector('{place}')?.textContent.includes('berhenti'); \
         return Boolean(said) && performance.now() - window.began < 10_000"
    );
    page.expect("what is said", &said, true).await
}

/// While a folder is pressed.
pub(crate) async fn while_it_presses(page: Page) -> Result<(), Trouble> {
    page.beyond().run_first(WATCH).await?;
    let files = mixed(1000);
    let (_, archive) = pressed(&files)?;
    come(&page).await?;
    hold(&page, &files).await?;
    for end in [ENDS, STOPS] {
        choose(&page).await?;
        page.expect("work", STATE, "Press").await?;
        page.run(end).await?;
        page.expect("the end of it", STATE, "Failed").await?;
        expect_said(&page, ".own [role=alert]").await?;
        page.expect("another press", READY, "Ready").await?;
    }
    choose(&page).await?;
    expect_open(&page, &archive).await?;
    page.expect("what is still said", "return document.querySelectorAll('[role=alert]').length", 0).await
}

/// While nobody wants anything of it: the next who does has another one come.
pub(crate) async fn while_it_rests(page: Page) -> Result<(), Trouble> {
    page.beyond().run_first(WATCH).await?;
    let files = of_each_kind();
    let (_, archive) = pressed(&files)?;
    come(&page).await?;
    page.run(ENDS).await?;
    page.expect("the press", READY, "None").await?;
    hold(&page, &files).await?;
    choose(&page).await?;
    expect_open(&page, &archive).await
}

/// While something is corrected: what was open stays, and the correction can be made once more.
pub(crate) async fn while_it_corrects(page: Page) -> Result<(), Trouble> {
    page.beyond().run_first(WATCH).await?;
    let archive = corrected::open(&page).await?;
    page.run("location.hash = '#/tokoh/wulan-ardiani/'").await?;
    page.find("[data-slug=wulan-ardiani]").await?;
    page.run(DEAF).await?;
    corrected::send(&page, "merge", &[("value", "Rahmadi Sutopo")]).await?;
    page.run(HEARS).await?;
    page.run(ENDS).await?;
    expect_said(&page, ".own-banner [role=alert]").await?;
    expect_fixes(&page, 0).await?;
    expect_bytes(&page, &archive).await?;
    corrected::send(&page, "merge", &[("value", "Rahmadi Sutopo")]).await?;
    expect_fixes(&page, 1).await?;
    page.expect("what is still said", "return document.querySelectorAll('.own-banner [role=alert]').length", 0).await
}

/// While it is measured.
pub(crate) async fn while_it_is_measured(page: Page) -> Result<(), Trouble> {
    page.beyond().run_first(WATCH).await?;
    page.open(gauge::PAGE).await?;
    page.find(".gauge [data-gauge]").await?;
    // It is brought, and hears nothing of the labels.
    page.run(
        "window.post = Worker.prototype.postMessage; \
         Worker.prototype.postMessage = function (said, ...more) { if (!said.gauge) post.call(this, said, ...more); else window.deaf = true }",
    )
    .await?;
    page.click(".gauge [data-gauge]").await?;
    page.expect("the labels", "return window.deaf", true).await?;
    page.run(HEARS).await?;
    page.run(ENDS).await?;
    expect_said(&page, ".gauge [role=alert]").await?;
    gauge::measure(&page).await
}

/// Its script does not come; once it does, all is well.
pub(crate) async fn its_script_is_lost(page: Page) -> Result<(), Trouble> {
    page.expect_console(Entry::is_error);
    page.beyond()
        .run_first(
            "const real = Worker; window.Worker = class extends real { \
               constructor(url, ...rest) { super(window.mended ? url : `${url}.hilang`, ...rest) } }",
        )
        .await?;
    let files = of_each_kind();
    let (_, archive) = pressed(&files)?;
    page.open("buka/").await?;
    page.expect("the press", READY, "Lost").await?;
    page.find(".own [role=alert] [data-own=bring]").await?;
    page.run("window.mended = true").await?;
    page.click(".own [data-own=bring]").await?;
    page.expect("the press", READY, "Ready").await?;
    hold(&page, &files).await?;
    choose(&page).await?;
    expect_open(&page, &archive).await
}
