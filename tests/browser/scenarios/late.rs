//! An archive in parts whose filters come late, or not at all: the hits do not wait for them, and do not move.

use std::fs;
use std::path::{Path, PathBuf};

use jejak_archive::Query;
use jejak_browser_tests::{Page, Trouble};

/// A word that several of the articles hold.
const WORDS: &str = "pasar";

/// Holds back what brings the filters until `letGo` is called, and notes every shift of the layout.
const HOLD: &str = "(() => { \
    const real = window.fetch; \
    window.held = []; window.shifts = []; \
    window.letGo = () => { window.free = true; held.forEach(go => go()); }; \
    window.fetch = (...all) => String(all[0]).includes('/bagian/facet-') && !window.free \
        ? new Promise(done => held.push(() => done(real.apply(window, all)))) : real.apply(window, all); \
    new PerformanceObserver(list => shifts.push(...list.getEntries().map(entry => entry.value))) \
        .observe({type: 'layout-shift', buffered: true}); })()";

/// Where the count and each hit stand, from the top of the page.
const PLACES: &str = "return [...document.querySelectorAll('.results [role=status], article[data-rank]')]\
    .map(element => Math.round(element.getBoundingClientRect().top + scrollY))";

const FILTERS: &str = "return document.querySelectorAll('.panel-facets [data-facet]').length > 0";

fn asked() -> Query {
    Query { words: WORDS.to_owned(), ..Query::default() }
}

/// The page is ready with its hits while the filters are on their way; when they come, nothing moves.
pub(crate) async fn hits_do_not_wait_for_filters(page: Page) -> Result<(), Trouble> {
    page.beyond().run_first(HOLD).await?;
    page.open(&format!("?q={WORDS}")).await?;
    let answer = page.expect_answer_to(&asked()).await?;
    assert!(answer.total > 1, "the word stands in {} articles", answer.total);
    page.expect("requests held back", "return held.length", 1).await?;
    page.expect("filters", FILTERS, false).await?;
    page.find(".panel-facets [data-coming]").await?;
    let measured = "return performance.getEntriesByName('jejak:ready', 'measure').length";
    page.expect("the measure of its start", measured, 1).await?;
    page.expect("bars", "return document.querySelectorAll('[data-bin]').length > 0", true).await?;
    let places = page.run(PLACES).await?;
    // Another question while they are still on their way.
    page.search(" ").await?;
    page.run("letGo()").await?;
    page.expect("filters", FILTERS, true).await?;
    page.expect("what waits", "return document.querySelectorAll('[data-coming]').length", 0).await?;
    page.expect_answer(&answer).await?;
    page.expect("where they stand", PLACES, places).await?;
    page.expect("shifts of the layout", "return shifts", serde_json::json!([])).await
}

/// Filters that are lost are said to be in their own place, and come when they are asked for again.
pub(crate) async fn lost_filters_leave_the_hits(page: Page) -> Result<(), Trouble> {
    let folder = page.folder();
    let trouble = |error: std::io::Error| Trouble::Site { folder: folder.to_owned(), why: error.to_string() };
    let part = part(folder).map_err(trouble)?.ok_or(Trouble::Unfit("part with filters"))?;
    let bytes = fs::read(&part).map_err(trouble)?;
    fs::remove_file(&part).map_err(trouble)?;
    page.expect_console(|entry| entry.source == "network" || entry.message.contains("jejak:"));
    page.open(&format!("?q={WORDS}")).await?;
    let answer = page.expect_answer_to(&asked()).await?;
    let lost =
        "return [...document.querySelectorAll('[data-lost]')].map(lost => lost.closest('.panel-facets') !== null)";
    page.expect("what is lost, and whether in its place", lost, vec![true]).await?;
    page.expect_answer(&answer).await?;
    fs::write(&part, bytes).map_err(trouble)?;
    page.click(".panel-facets [data-lost] button").await?;
    page.expect("filters", FILTERS, true).await?;
    page.expect_answer(&answer).await
}

/// What a page begins with comes with the app: its request does not wait for the program, and the manifest is not asked for.
pub(crate) async fn the_head_comes_with_the_app(page: Page) -> Result<(), Trouble> {
    let asked = format!("?q={WORDS}");
    for (address, query, begins) in [("", Query::default(), "core"), (asked.as_str(), self::asked(), "head")] {
        page.open(address).await?;
        page.expect_answer_to(&query).await?;
        let order = format!(
            "const all = performance.getEntriesByType('resource'); \
            const one = part => all.filter(entry => entry.name.includes(part)); \
            return [one('/bagian/{begins}-').length, one('/bagian.txt').length, \
                one('/bagian/{begins}-')[0].startTime < one('.wasm')[0].responseEnd]"
        );
        page.expect("requests for the beginning and the manifest", &order, serde_json::json!([1, 0, true])).await?;
    }
    Ok(())
}

/// Which kinds of files of the archive were fetched.
const KINDS: &str = "const kind = entry => /bagian\\/([a-z]+)-/.exec(entry.name)?.[1]; \
    return [...new Set(performance.getEntriesByType('resource').map(kind).filter(Boolean))].sort()";

/// An article is read from its own part, and time is told by days alone: nothing else is fetched until it is asked for.
pub(crate) async fn a_page_takes_what_it_shows(page: Page) -> Result<(), Trouble> {
    let id = page.ask(|engine| engine.head(1).map(|head| head.id))?.ok_or(Trouble::Unfit("article"))?;
    page.open(&format!("artikel/{id}/")).await?;
    page.find(".neighbour-title").await?;
    page.expect("what an article takes", KINDS, serde_json::json!(["core", "ids", "own", "text"])).await?;
    page.open("linimasa/").await?;
    let all = page.answer(&Query::default())?;
    let bars = "return document.querySelectorAll('[data-timeline] [data-from]').length";
    page.expect("the bars", bars, all.timeline.bins.len()).await?;
    page.expect("what time takes", KINDS, serde_json::json!(["columns", "core"])).await?;
    page.click("p.lanes:last-of-type button").await?;
    page.find("section.lanes .lane-mark").await.map(drop)
}

/// A record takes its own group, and the statements what several articles share: no list of everybody. What else the same
/// articles name is fetched once a reader asks for it.
pub(crate) async fn a_record_takes_its_own_group(page: Page) -> Result<(), Trouble> {
    let slug = page.ask(|engine| engine.most_quoted().map(|one| one.slug.clone()))?;
    let slug = slug.ok_or(Trouble::Unfit("person who speaks"))?;
    page.open(&format!("tokoh/{slug}/")).await?;
    page.find(".record .statement").await?;
    page.expect("what a record takes", KINDS, serde_json::json!(["columns", "core", "records", "text"])).await?;
    page.click(".record-side button").await?;
    page.find(".record-side .related-list a").await?;
    let more = serde_json::json!(["columns", "core", "facet", "own", "records", "text"]);
    page.expect("what its company takes", KINDS, more).await?;
    page.open("kutipan/").await?;
    page.find(".statements .statement").await?;
    page.find(".panel-facets [data-facet]").await?;
    // Records, because articles show one of the speakers listed here in one office in two standings.
    let said = serde_json::json!(["columns", "core", "facet", "records", "statements", "text"]);
    page.expect("what statements take", KINDS, said).await
}

/// A head that is gone since the loader was read is found by the manifest.
pub(crate) async fn a_head_of_old_is_passed_by(page: Page) -> Result<(), Trouble> {
    let folder = page.folder();
    let trouble = |error: std::io::Error| Trouble::Site { folder: folder.to_owned(), why: error.to_string() };
    let loader = folder.join("muat.js");
    let text = fs::read_to_string(&loader).map_err(trouble)?;
    let (before, behind) = text.split_once("bagian/head-").ok_or(Trouble::Unfit("head in the loader"))?;
    let behind = behind.get(16..).ok_or(Trouble::Unfit("hash of the head"))?;
    fs::write(&loader, format!("{before}bagian/head-0000000000000000{behind}")).map_err(trouble)?;
    page.expect_console(|entry| entry.source == "network");
    page.open("").await?;
    page.expect_answer_to(&Query::default()).await.map(drop)
}

/// The part with what several articles share.
fn part(folder: &Path) -> std::io::Result<Option<PathBuf>> {
    for entry in folder.join("bagian").read_dir()? {
        let path = entry?.path();
        if path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("facet-")) {
            return Ok(Some(path));
        }
    }
    Ok(None)
}
