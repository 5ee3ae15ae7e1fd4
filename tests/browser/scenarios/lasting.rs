//! A site that the device keeps: it opens without a network, changes as a whole, and is let go.

use std::fs;
use std::io;
use std::path::Path;
use std::time::Duration;

use fantoccini::wd::WindowHandle;
use jejak_archive::Query;
use jejak_browser_tests::{Entry, Page, Setting, Stage, Trouble, copy};
use serde_json::json;
use tempfile::TempDir;

// Pages are opened anew and not reloaded: the driver of Firefox reloads past the worker, as Shift with the key does.

/// How it stands with what is kept.
const HOW: &str = "return window.jejakDevice?.state.how ?? null";
/// Whether all of it is kept.
const WHOLE: &str = "const state = window.jejakDevice.state; return state.have > 0 && state.have === state.all";
/// Stores and workers of the page's origin.
const STORES: &str = "return caches.keys().then(names => names.length)";
const WORKERS: &str = "return navigator.serviceWorker.getRegistrations().then(all => all.length)";
/// Whether another worker waits for each that there is, or none is left.
const REPLACED: &str = "return navigator.serviceWorker.getRegistrations().then(all => all.every(one => one.waiting))";
/// Which build the page is of, and which archive.
const BUILD: &str = "return document.querySelector('script[data-stamp]').dataset.stamp";
const NOTICE: &str = "return document.querySelector('.lasting-notice[data-newer]') !== null";
/// An article that is only in the newer build.
const LATER: &str =
    "---\ntitle: Lapak kuliner dibuka\ndate: 2026-03-04\n---\nWarga membuka lapak kuliner di tepi danau.\n";

/// What browsers say of a host that does not answer, and the app of a part that did not come.
fn is_of_the_network(entry: &Entry) -> bool {
    // Firefox says the fourth of what a page that is left no longer waits for; the last two are WebKit's.
    let said = [
        "Failed to fetch",
        "NetworkError",
        "jejak:",
        "ServiceWorker intercepted the request",
        "TypeError: Load failed",
        "Cannot load http",
    ];
    entry.source == "network" || said.iter().any(|said| entry.message.contains(said))
}

fn trouble(folder: &Path) -> impl Fn(io::Error) -> Trouble + '_ {
    |error| Trouble::Site { folder: folder.to_owned(), why: error.to_string() }
}

/// Waits until the device keeps what was visited.
async fn kept(page: &Page) -> Result<(), Trouble> {
    page.expect("what is kept", HOW, "here").await
}

/// After one visit each address opens without a network, and answers as before.
pub(crate) async fn it_opens_without_a_network(page: Page) -> Result<(), Trouble> {
    let addresses = page.some_addresses(2)?;
    let asked = Query { words: "pasar".to_owned(), ..Query::default() };
    let (all, found) = (page.answer(&Query::default())?, page.answer(&asked)?);
    page.open("").await?;
    kept(&page).await?;
    page.expect("all of it", WHOLE, true).await?;
    page.expect("a notice", "return document.querySelector('.lasting-notice') === null", true).await?;
    page.cut_the_network();
    page.expect_console(is_of_the_network);
    page.open("").await?;
    page.expect_answer(&all).await?;
    page.find(".lasting-notice[data-offline]").await?;
    page.open("?q=pasar").await?;
    page.expect_answer(&found).await?;
    for (address, title) in addresses {
        page.open(&address).await?;
        page.expect("the title", "return document.title", title.as_str()).await?;
    }
    // A word of the other language, which no page has shown.
    page.click("[aria-controls=tampilan]").await?;
    page.click("[lang=en] label:has(input[name=language])").await?;
    page.expect("the language", "return document.documentElement.lang", "en").await?;
    page.open("artikel/tidak-ada/").await?;
    page.find("main h1").await.map(drop)
}

/// Of an archive in parts what was visited opens; all of it once that was asked for, with its size said before.
pub(crate) async fn parts_are_kept(page: Page) -> Result<(), Trouble> {
    let addresses = page.some_addresses(2)?;
    let article = addresses.iter().find(|(address, _)| address.starts_with("artikel/")).cloned();
    let (article, title) = article.ok_or(Trouble::Unfit("article"))?;
    let asked = Query { words: "pasar".to_owned(), ..Query::default() };
    let found = page.answer(&asked)?;
    page.open(&article).await?;
    kept(&page).await?;
    let parts = "return caches.keys().then(names => caches.open(names[0])).then(store => store.keys())\
        .then(all => all.filter(({url}) => url.includes('/bagian/')).length > 1)";
    page.expect("parts in the store", parts, true).await?;
    page.click(".footer a[href='tentang/']").await?;
    page.find(".lasting[data-how=Here]").await?;
    page.expect("what is kept of all", WHOLE, false).await?;
    let said = "return /\\d,\\d MB/.test(document.querySelector('.lasting [data-act=All]').textContent)";
    page.expect("the size", said, true).await?;
    page.click(".lasting [data-act=All]").await?;
    page.expect("all of it", WHOLE, true).await?;
    page.find(".lasting[data-how=Here]").await?;
    page.expect("a way to more", "return document.querySelector('[data-act=All]') === null", true).await?;
    page.cut_the_network();
    page.expect_console(is_of_the_network);
    page.open(&article).await?;
    page.expect("the title", "return document.title", title).await?;
    page.open("?q=pasar").await?;
    page.expect_answer(&found).await?;
    for (address, title) in addresses {
        page.open(&address).await?;
        page.expect("the title", "return document.title", title).await?;
        page.expect("what is lost", "return document.querySelectorAll('[data-lost]').length", 0).await?;
    }
    Ok(())
}

/// What is kept can be removed, and stays so until a visitor wishes otherwise.
pub(crate) async fn it_is_removed(page: Page) -> Result<(), Trouble> {
    page.open("tentang/").await?;
    kept(&page).await?;
    page.click(".lasting [data-act=Drop]").await?;
    page.find(".lasting[data-how=None]").await?;
    page.expect("stores", STORES, 0).await?;
    page.expect("workers", WORKERS, 0).await?;
    page.open("tentang/").await?;
    page.find(".lasting[data-how=None]").await?;
    page.expect("stores", STORES, 0).await?;
    page.click(".lasting [data-act=Keep]").await?;
    page.find(".lasting[data-how=Here]").await?;
    page.expect("workers", WORKERS, 1).await
}

/// Who saves data is asked first.
pub(crate) async fn who_saves_data_is_asked(page: Page) -> Result<(), Trouble> {
    page.beyond().run_first("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })").await?;
    page.open("tentang/").await?;
    page.find(".lasting[data-how=None] [data-act=Keep]").await?;
    page.expect("workers", WORKERS, 0).await
}

/// A tab beside this one, opened by the page: Firefox's driver would open one with storage of its own.
async fn another_tab(page: &Page) -> Result<WindowHandle, Trouble> {
    let before = page.client().windows().await?;
    page.run("window.open(location.href, '_blank', 'noopener')").await?;
    for _ in 0..200 {
        if let Some(new) = page.client().windows().await?.into_iter().find(|one| !before.contains(one)) {
            return Ok(new);
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
    Err(Trouble::Unfit("way to another tab"))
}

/// A newer build, with another app and another archive: both tabs go on with the old one and say so; the one whose reader
/// wishes it shows the new one, the other goes on, and what is old is removed once nobody needs it.
pub(crate) async fn it_changes_as_a_whole(page: Page, newer: Newer) -> Result<(), Trouble> {
    let old = page.answer(&Query::default())?;
    page.open("").await?;
    kept(&page).await?;
    let build = page.run(BUILD).await?;
    let first = page.client().window().await?;
    let second = another_tab(&page).await?;
    page.client().switch_to_window(second.clone()).await?;
    page.ready().await?;
    page.expect_answer(&old).await?;

    page.client().switch_to_window(first.clone()).await?;
    newer.replace(page.folder())?;
    page.open("").await?;
    page.expect_answer(&old).await?;
    page.expect("the build", BUILD, build.clone()).await?;
    page.expect("the notice", NOTICE, true).await?;
    page.expect("stores", STORES, 2).await?;
    page.client().switch_to_window(second.clone()).await?;
    page.expect("the notice in the other tab", NOTICE, true).await?;
    page.expect_answer(&old).await?;

    page.client().switch_to_window(first.clone()).await?;
    page.click(".lasting-notice [data-act=Renew]").await?;
    let count = "return Number(document.querySelector('[role=status][data-count]')?.dataset.count ?? -1)";
    page.expect("articles of the newer build", count, old.total + 1).await?;
    page.ready().await?;
    let other = format!("return document.querySelector('script[data-stamp]')?.dataset.stamp !== {build}");
    page.expect("another build", &other, true).await?;
    page.expect("the notice", NOTICE, false).await?;
    page.expect("stores", STORES, 2).await?;

    // The other tab is of the old build, whose words of the other language no host has any more.
    page.client().switch_to_window(second).await?;
    page.expect("the notice in the other tab", NOTICE, true).await?;
    page.expect_answer(&old).await?;
    page.click(".lasting-notice [data-act=Later]").await?;
    page.click("[aria-controls=tampilan]").await?;
    page.click("[lang=en] label:has(input[name=language])").await?;
    page.expect("the language", "return document.documentElement.lang", "en").await?;
    page.expect("the build", BUILD, build).await?;
    page.open("").await?;
    page.expect("articles of the newer build", count, old.total + 1).await?;
    page.expect("stores", STORES, 1).await?;
    page.client().close_window().await?;
    Ok(page.client().switch_to_window(first).await?)
}

/// Of an archive in parts a newer build is published in the middle of a visit: a part that the old one lacks is never
/// taken from the new one, and the way on leads there.
pub(crate) async fn it_never_mixes(page: Page, newer: Newer) -> Result<(), Trouble> {
    let old = page.answer(&Query::default())?;
    page.open("").await?;
    page.expect_answer(&old).await?;
    kept(&page).await?;
    page.open("").await?;
    page.expect_answer(&old).await?;
    let build = page.run(BUILD).await?;
    newer.replace(page.folder())?;
    page.expect_console(is_of_the_network);
    let article = &old.hits.last().ok_or(Trouble::Unfit("article"))?.id;
    page.click(&format!("article[data-article='{article}'] a[href]")).await?;
    page.find("[data-lost] button").await?;
    page.expect("the build", BUILD, build.clone()).await?;
    page.click("[data-lost] button").await?;
    let other = format!("return (document.querySelector('script[data-stamp]')?.dataset.stamp ?? {build}) !== {build}");
    page.expect("another build", &other, true).await?;
    page.ready().await?;
    page.expect("what is lost", "return document.querySelectorAll('[data-lost]').length", 0).await?;
    page.open("").await?;
    let count = "return Number(document.querySelector('[role=status][data-count]')?.dataset.count ?? -1)";
    page.expect("articles of the newer build", count, old.total + 1).await
}

/// A publisher who switches it off: devices let go of what they kept, and the site goes on.
pub(crate) async fn it_is_switched_off(page: Page, off: Newer) -> Result<(), Trouble> {
    let old = page.answer(&Query::default())?;
    page.open("").await?;
    kept(&page).await?;
    page.expect("workers", WORKERS, 1).await?;
    off.replace(page.folder())?;
    page.open("").await?;
    page.expect_answer(&old).await?;
    // Chromium asks the worker of old to end; one that a page's message starts anew meanwhile ends after half a minute
    // without any, or when its page is left.
    page.expect("a worker that takes its place", REPLACED, true).await?;
    page.open("").await?;
    page.expect("stores", STORES, 0).await?;
    page.expect("workers", WORKERS, 0).await?;
    page.open("").await?;
    let count = "return Number(document.querySelector('[role=status][data-count]')?.dataset.count ?? -1)";
    page.expect("articles of the newer build", count, old.total + 1).await?;
    page.expect("a script that keeps", "return document.querySelector('script[data-stamp]') === null", true).await?;
    page.expect("workers", WORKERS, 0).await?;
    page.expect("stores", STORES, 0).await
}

/// A browser that has no room: it is said where one may look, nothing half is kept, and the site works on.
async fn there_is_no_room(page: Page) -> Result<(), Trouble> {
    // It notes what a worker could not do.
    page.expect_console(|entry| entry.message.contains("Quota") || entry.message.contains("full"));
    page.open("").await?;
    page.expect("what is kept", HOW, "full").await?;
    page.expect("stores", STORES, 0).await?;
    page.search("pasar").await?;
    page.expect_answer_to(&Query { words: "pasar".to_owned(), ..Query::default() }).await?;
    page.click(".footer a[href='tentang/']").await?;
    page.find(".lasting[data-how=Full] [role=alert]").await.map(drop)
}

/// The same in a browser that is told how much room there is.
pub(crate) async fn the_room_is_small(page: Page) -> Result<(), Trouble> {
    let origin = page.home().split('/').take(3).collect::<Vec<_>>().join("/");
    page.beyond().limit_room(&origin, 50_000).await?;
    there_is_no_room(page).await
}

/// The same where no store takes anything.
pub(crate) async fn every_store_is_full(page: Page) -> Result<(), Trouble> {
    refuse(page.folder())?;
    there_is_no_room(page).await
}

/// Lets no store take anything, as browsers do that are full.
fn refuse(folder: &Path) -> Result<(), Trouble> {
    let worker = folder.join("luring.js");
    let refusing = "Cache.prototype.put = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));\n";
    let changed = fs::read(&worker).and_then(|script| fs::write(&worker, [refusing.as_bytes(), &script].concat()));
    changed.map_err(trouble(folder))
}

/// Two sites on one host, one below the other: each has its own worker and store, and neither answers for the other.
pub(crate) async fn sites_do_not_disturb_each_other(page: Page, below: Setting) -> Result<(), Trouble> {
    copy(below.stage()?.folder(), &page.folder().join("arsip")).map_err(trouble(page.folder()))?;
    page.open("").await?;
    kept(&page).await?;
    let name = "return document.title";
    page.open("arsip/").await?;
    let title = page.run(name).await?;
    kept(&page).await?;
    page.expect("workers", WORKERS, 2).await?;
    page.expect("stores", STORES, 2).await?;
    page.cut_the_network();
    page.expect_console(is_of_the_network);
    page.open("").await?;
    let front = page.run(name).await?;
    assert_ne!(front, title, "the sites are called alike");
    page.open("arsip/").await?;
    page.expect("the site below", name, title).await?;
    // Each is removed by itself.
    page.open("arsip/tentang/").await?;
    page.find(".lasting[data-how=Here]").await?;
    page.click(".lasting [data-act=Drop]").await?;
    page.expect("stores", STORES, 1).await?;
    page.open("").await?;
    page.expect("the site at the root", name, front).await
}

/// A site can be installed: the browser finds a manifest, and pictures of the sizes that it names.
pub(crate) async fn it_can_be_installed(page: Page) -> Result<(), Trouble> {
    page.open("tentang/").await?;
    let read = "const link = document.querySelector('link[rel=manifest]').href; \
        return fetch(link).then(answer => answer.json()).then(async manifest => [manifest.name, new URL(manifest.start_url, link).href, \
        new URL(manifest.scope, link).href, ...await Promise.all(manifest.icons.map(async icon => { const picture = new Image(); \
        picture.src = new URL(icon.src, link).href; await picture.decode(); \
        return `${picture.naturalWidth}x${picture.naturalHeight}` === icon.sizes && icon.purpose; }))])";
    let name = page.ask(|library| library.meta().title.clone())?;
    let home = page.home();
    page.expect("the manifest", read, json!([name, home, home, "any", "any", "maskable"])).await?;
    let touch = "const picture = new Image(); picture.src = document.querySelector('link[rel=apple-touch-icon]').href; \
        return picture.decode().then(() => picture.naturalWidth)";
    page.expect("the picture for phones of Apple", touch, 180).await
}

/// What takes the place of a site.
#[derive(Clone)]
pub(crate) struct Newer(Setting);

impl Newer {
    /// A build of other articles with an app that differs; `settings` are added to `archive.toml`.
    pub(crate) fn of(staged: &Path, articles: &Path, parts: bool, settings: &'static str) -> Self {
        let (staged, articles) = (staged.to_owned(), articles.to_owned());
        Self(Setting::new(move || built(&staged, &articles, parts, settings)))
    }

    /// As a publisher does it: the new files come, then those go that the new site lacks.
    fn replace(&self, folder: &Path) -> Result<(), Trouble> {
        let newer = self.0.stage()?;
        let replaced = copy(newer.folder(), folder).and_then(|()| remove_all_but(newer.folder(), folder));
        replaced.map_err(trouble(folder))
    }
}

fn built(staged: &Path, articles: &Path, parts: bool, settings: &str) -> Result<Stage, Trouble> {
    let texts = tempfile::tempdir().map_err(trouble(articles))?;
    let app = altered(staged).map_err(trouble(staged))?;
    later(articles, texts.path(), settings).map_err(trouble(texts.path()))?;
    Stage::built(app.path(), texts.path(), parts)
}

/// The articles with one more. Each text differs, so that no part of the archive is the same.
fn later(articles: &Path, into: &Path, settings: &str) -> io::Result<()> {
    copy(articles, into)?;
    fs::write(into.join("kuliner-2026.md"), LATER)?;
    for entry in into.read_dir()? {
        let path = entry?.path();
        if path.extension().is_some_and(|kind| kind == "md") {
            let text = fs::read_to_string(&path)?;
            fs::write(&path, format!("{}\n\nDemikian disampaikan kepada warga.\n", text.trim_end()))?;
        }
    }
    let file = into.join("archive.toml");
    let before = fs::read_to_string(&file).unwrap_or_default();
    fs::write(&file, format!("{settings}\n{before}"))
}

/// The app with other bytes that does the same: an empty section of its own at the end of a chunk, a remark in each script.
fn altered(staged: &Path) -> io::Result<TempDir> {
    let into = tempfile::tempdir()?;
    copy(staged, into.path())?;
    let add = |name: &str, bytes: &[u8]| {
        let path = into.path().join(name);
        fs::write(&path, [&fs::read(&path)?, bytes].concat())
    };
    add("english.wasm", &[0, 2, 1, b'x'])?;
    add("muat.js", b"// another build\n")?;
    add("luring.js", b"// another build\n")?;
    Ok(into)
}

/// Removes files of a folder that another lacks.
fn remove_all_but(kept: &Path, folder: &Path) -> io::Result<()> {
    for entry in folder.read_dir()? {
        let path = entry?.path();
        let other = kept.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            remove_all_but(&other, &path)?;
        } else if !other.exists() {
            fs::remove_file(path)?;
        }
    }
    Ok(())
}
