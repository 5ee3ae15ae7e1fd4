//! Chunks of the app: each comes where it is wanted, beside the app and not after it, and only there; where one does not come
//! that is said, and asking again helps.

use std::fs;
use std::path::Path;

use jejak_app::chunk::Chunk;
use jejak_archive::Query;
use jejak_browser_tests::{Entry, Page, Trouble};
use serde_json::json;

/// What happened to the file of a chunk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Damage {
    /// Another byte stands in it.
    Changed,
    /// It is not there.
    Gone,
    /// It is not there, and the loader names another: the site was built anew.
    Newer,
}

/// How often a chunk was fetched, and whether that was before the app was there; clocks count whole milliseconds in WebKit.
fn fetched(chunk: Chunk) -> String {
    format!(
        "const all = performance.getEntriesByType('resource'); \
        const own = all.filter(entry => /\\/{}-[^/]+[.]wasm$/.test(entry.name)); \
        const app = all.find(entry => entry.name.includes('_bg-')); \
        return [own.length, own.length > 0 && own[0].startTime <= app.responseEnd]",
        chunk.name()
    )
}

/// Pages that want a chunk have it sent for with the app; the others have it once they stand.
pub(crate) async fn pages_come_with_the_app(page: Page) -> Result<(), Trouble> {
    for (address, _) in page.some_addresses(1)? {
        let section = address.split('/').next().unwrap_or_default();
        // The page of a visitor's own files brings all chunks, so that nothing is asked of the host afterwards.
        if section == "buka" {
            continue;
        }
        page.open(&address).await?;
        let at_once = !matches!(section, "" | "artikel");
        page.expect(&format!("the chunk of `{address}`"), &fetched(Chunk::Pages), json!([1, at_once])).await?;
        let late = "return performance.getEntriesByType('resource').some(entry => entry.name.includes('/pages-') && \
            entry.startTime < performance.getEntriesByName('jejak:ready')[0].duration)";
        page.expect(&format!("whether it came before `{address}` was ready"), late, at_once).await?;
        page.expect("the other language", &fetched(Chunk::English), json!([0, false])).await?;
    }
    Ok(())
}

/// A reader who saves data.
const SAVING: &str = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })";

/// Who saves data is sent what is wanted alone.
pub(crate) async fn who_saves_data_waits(page: Page) -> Result<(), Trouble> {
    page.beyond().run_first(SAVING).await?;
    page.open("").await?;
    let idle = "return new Promise(done => (window.requestIdleCallback ?? setTimeout)(() => setTimeout(() => done('idle'), 200)))";
    page.expect("an idle page", idle, "idle").await?;
    page.expect("the chunk", &fetched(Chunk::Pages), json!([0, false])).await?;
    // Not the page about the archive: what that says of its data is of the dialog's chunk.
    page.click(".masthead a[href='kutipan/']").await?;
    page.find("main [role=status][data-count]").await?;
    page.expect("the chunk once it is wanted", &fetched(Chunk::Pages), json!([1, false])).await?;
    page.expect("the chunk of the dialog", &fetched(Chunk::Take), json!([0, false])).await?;
    page.click(".footer [data-take]").await?;
    page.find("#bawa .take-body .take-hint").await?;
    page.expect("the chunk once it is wanted", &fetched(Chunk::Take), json!([1, false])).await
}

/// Words of a language that was chosen come with the app, and no other is seen before.
pub(crate) async fn words_come_with_the_app(page: Page) -> Result<(), Trouble> {
    page.open("").await?;
    page.run("localStorage.setItem('jejak:settings', 'language=en')").await?;
    for address in ["", "tentang/", "?q=pasar"] {
        page.open(address).await?;
        page.expect("the chunk of the language", &fetched(Chunk::English), json!([1, true])).await?;
        let said = "return [document.documentElement.lang, document.querySelector('.footer a').textContent]";
        page.expect("what is said", said, json!(["en", "About this archive"])).await?;
    }
    Ok(())
}

/// A page whose chunk is lost says so, the rest works on, and asking again helps once the chunk is back.
pub(crate) async fn a_lost_page_is_said(page: Page, damage: Damage) -> Result<(), Trouble> {
    page.expect_console(is_of_this);
    page.beyond().run_first(SAVING).await?;
    page.open("").await?;
    page.expect_answer_to(&Query::default()).await?;
    let back = lose(page.folder(), Chunk::Pages, damage).map_err(trouble(page.folder()))?;
    page.click(".footer a[href='tentang/']").await?;
    expect_notice(&page, damage).await?;
    if damage == Damage::Newer {
        return Ok(());
    }
    // The rest of the app does not hang on it.
    page.back().await?;
    page.expect_answer_to(&Query::default()).await?;
    page.forward().await?;
    expect_notice(&page, damage).await?;
    back().map_err(trouble(page.folder()))?;
    page.click("[data-lost] button").await?;
    page.find(".about .accuracy").await.map(drop)
}

/// Where the words of a language are lost, the page goes on in the other, and says so.
pub(crate) async fn lost_words_are_said(page: Page) -> Result<(), Trouble> {
    let back = lose(page.folder(), Chunk::English, Damage::Gone).map_err(trouble(page.folder()))?;
    page.expect_console(is_of_this);
    page.open("").await?;
    page.click("[aria-controls=tampilan]").await?;
    page.click("[lang=en] label:has(input[name=language])").await?;
    expect_notice(&page, Damage::Gone).await?;
    page.expect("the language", "return document.documentElement.lang", "id").await?;
    page.expect_answer_to(&Query::default()).await?;
    page.reload().await?;
    expect_notice(&page, Damage::Gone).await?;
    page.expect("the language after a reload", "return document.documentElement.lang", "id").await?;
    back().map_err(trouble(page.folder()))?;
    page.click("[data-lost] button").await?;
    page.expect("the language at last", "return document.documentElement.lang", "en").await?;
    page.expect("notices", "return document.querySelectorAll('[data-lost]').length", 0).await
}

async fn expect_notice(page: &Page, damage: Damage) -> Result<(), Trouble> {
    let button = "return [...document.querySelectorAll('main [data-lost] button')].map(button => button.textContent)";
    let words = if damage == Damage::Newer { "Muat ulang" } else { "Coba lagi" };
    page.expect("the way on", button, json!([words])).await
}

/// What browsers and the app say of a lost file.
fn is_of_this(entry: &Entry) -> bool {
    entry.source == "network" || entry.message.contains("jejak:") || entry.message.contains("integrity")
}

fn trouble(folder: &Path) -> impl Fn(std::io::Error) -> Trouble + '_ {
    |error| Trouble::Site { folder: folder.to_owned(), why: error.to_string() }
}

/// Damages the file of a chunk; gives what mends it.
fn lose(folder: &Path, chunk: Chunk, damage: Damage) -> std::io::Result<impl FnOnce() -> std::io::Result<()>> {
    let named = |name: &std::ffi::OsStr| name.to_string_lossy().starts_with(&format!("{}-", chunk.name()));
    let mut files = folder.read_dir()?.filter_map(Result::ok).map(|entry| entry.path());
    let path = files.find(|path| path.file_name().is_some_and(named)).ok_or(std::io::ErrorKind::NotFound)?;
    let bytes = fs::read(&path)?;
    if damage == Damage::Changed {
        let mut other = bytes.clone();
        other.iter_mut().last().into_iter().for_each(|byte| *byte ^= 1);
        fs::write(&path, other)?;
    } else {
        fs::remove_file(&path)?;
    }
    if damage == Damage::Newer {
        let (loader, file) = (folder.join("muat.js"), path.file_name().unwrap_or_default().to_string_lossy());
        let text = fs::read_to_string(&loader)?;
        fs::write(&loader, text.replace(&*file, &format!("{}-0000000000000000.wasm", chunk.name())))?;
    }
    Ok(move || fs::write(path, bytes))
}
