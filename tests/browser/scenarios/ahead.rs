//! Pages that were drawn ahead: they stand before the app does, the app takes them over as they are, and what a reader did
//! meanwhile holds.

use jejak_browser_tests::{Page, Trouble};
use serde_json::json;

/// Keeps what stands in the app's place right before and right after it is taken over, without comments, and how the
/// layout shifted.
const WATCH: &str = "(() => { \
    const seen = root => { \
        const copy = root.cloneNode(true); \
        const walker = document.createTreeWalker(copy, NodeFilter.SHOW_COMMENT), comments = []; \
        while (walker.nextNode()) comments.push(walker.currentNode); \
        comments.forEach(comment => comment.remove()); \
        copy.normalize(); \
        return copy.outerHTML; }; \
    let take; \
    window.taken = []; \
    window.shifts = []; \
    Object.defineProperty(window, 'jejakTake', { \
        set: given => { take = given; }, \
        get: () => take && (fresh => { \
            const place = () => seen(document.getElementById('jejak')); \
            window.taken.push(place()); take(fresh); window.taken.push(place()); }) }); \
    if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) \
        new PerformanceObserver(list => shifts.push(...list.getEntries().flatMap(entry => entry.sources.map(moved => \
            [moved.node?.outerHTML?.slice(0, 80), moved.previousRect, moved.currentRect])))) \
            .observe({type: 'layout-shift', buffered: true}); })()";

/// Where the two differ, with what stands around it; nothing where they are the same.
const DIFFERENCE: &str = "if (taken.length !== 2) return `taken over ${taken.length / 2} times`; \
    const [before, after] = taken; \
    if (before === after) return ''; \
    let at = 0; while (before[at] === after[at]) at++; \
    return [before, after].map(one => one.slice(Math.max(0, at - 120), at + 120)).join('\\n  now: ')";

/// Holds the app back until `letGo` is called.
const HOLD: &str = "(() => { \
    const real = WebAssembly.instantiateStreaming; \
    const go = new Promise(done => { window.letGo = done; }); \
    WebAssembly.instantiateStreaming = async (...all) => { await go; return real.apply(WebAssembly, all); }; })()";

/// Each kind of page is the same before and after, and nothing moves.
pub(crate) async fn each_page_is_taken_over_as_it_stands(page: Page) -> Result<(), Trouble> {
    page.beyond().run_first(WATCH).await?;
    for (address, _) in page.some_addresses(3)? {
        page.open(&address).await?;
        page.expect(&format!("what differs on `{address}`"), DIFFERENCE, "").await?;
        page.expect(&format!("shifts on `{address}`"), "return shifts", json!([])).await?;
    }
    Ok(())
}

/// Opens an address whose app is held back.
async fn open_held(page: &Page, address: &str) -> Result<(), Trouble> {
    page.beyond().run_first(HOLD).await?;
    go_to(page, address).await
}

async fn go_to(page: &Page, address: &str) -> Result<(), Trouble> {
    page.client().goto("about:blank").await?;
    page.client().goto(&format!("{}{address}", page.home())).await?;
    page.find("main").await.map(drop)
}

/// Lets the app start.
async fn let_go(page: &Page) -> Result<(), Trouble> {
    page.run("letGo()").await?;
    page.ready().await
}

/// Where one reads, what is selected, and what is open stay.
pub(crate) async fn a_place_in_a_text_is_kept(page: Page) -> Result<(), Trouble> {
    let addresses = page.some_addresses(1)?;
    let article = addresses.iter().find(|(address, _)| address.starts_with("artikel/"));
    let (address, _) = article.ok_or(Trouble::Unfit("archive: it needs an article"))?;
    open_held(&page, address).await?;
    let select = "const last = [...document.querySelectorAll('.reading-text p')].pop(); \
        const texts = document.createTreeWalker(last, NodeFilter.SHOW_TEXT); \
        const text = texts.nextNode(); \
        getSelection().setBaseAndExtent(text, 2, text, 9); \
        document.querySelectorAll('main details').forEach(details => { details.open = true; }); \
        [...document.querySelectorAll('main a[href]')].pop().focus(); \
        scrollTo(0, 240)";
    page.run(select).await?;
    let seen = "return [getSelection().toString(), scrollY, document.activeElement.href, \
        document.querySelectorAll('main details[open]').length]";
    let before = page.run(seen).await?;
    let_go(&page).await?;
    page.expect("what was selected, where one was, what has the focus and what is open", seen, before).await
}

/// Who loads a page anew is where they were before the app is there, and where they went since once it is.
pub(crate) async fn a_place_is_found_again(page: Page) -> Result<(), Trouble> {
    page.open("").await?;
    page.run("scrollTo(0, 700)").await?;
    page.expect("what the history keeps", "return history.state", 700).await?;
    page.beyond().run_first(HOLD).await?;
    page.client().refresh().await?;
    page.expect("where the page is", "return scrollY", 700).await?;
    page.run("scrollTo(0, 300)").await?;
    let_go(&page).await?;
    page.expect("where the reader went", "return scrollY", 300).await
}

/// What is typed before the app is there is asked once it is.
pub(crate) async fn what_was_typed_is_asked(page: Page) -> Result<(), Trouble> {
    open_held(&page, "").await?;
    page.find("input[type=search]").await?.send_keys("pasar").await?;
    let seen = "const field = document.querySelector('input[type=search]'); \
        return [field.value, document.activeElement === field, field.selectionStart]";
    let typed = json!(["pasar", true, 5]);
    page.expect("the field", seen, typed.clone()).await?;
    let_go(&page).await?;
    page.expect_address("?q=pasar").await?;
    page.expect("the field", seen, typed).await
}

/// Of a question in the address nothing but its answer is shown; the field says it from the first.
pub(crate) async fn another_answer_is_never_seen(page: Page) -> Result<(), Trouble> {
    open_held(&page, "?q=pasar").await?;
    let seen = "return [document.querySelector('input[type=search]').value, \
        document.querySelector('article[data-rank]').getClientRects().length > 0, \
        document.documentElement.hasAttribute('data-asked')]";
    page.expect("what is shown before the answer", seen, json!(["pasar", false, true])).await?;
    let_go(&page).await?;
    page.expect("what is shown after it", seen, json!(["pasar", true, false])).await?;
    page.expect_answer_to(&jejak_archive::Query { words: "pasar".to_owned(), ..Default::default() }).await.map(drop)
}

/// What somebody else puts into the page, a translator say, does not keep the app from starting.
pub(crate) async fn foreign_nodes_do_no_harm(page: Page) -> Result<(), Trouble> {
    open_held(&page, "").await?;
    let foreign = "document.querySelectorAll('main h1, main p, main a').forEach(element => { \
            const font = document.createElement('font'); \
            font.append(...element.childNodes); \
            element.append(font); }); \
        document.querySelector('main').prepend(document.createElement('aside'))";
    page.run(foreign).await?;
    let_go(&page).await?;
    page.expect_answer_to(&jejak_archive::Query::default()).await.map(drop)
}

/// The settings opened before the app is there stay open, and a browser in which nothing can be remembered starts the app
/// all the same.
pub(crate) async fn it_starts_whatever_can_be_remembered(page: Page) -> Result<(), Trouble> {
    open_held(&page, "").await?;
    page.click("[aria-controls=tampilan]").await?;
    let open = "return document.querySelector('#tampilan').matches(':popover-open')";
    page.expect("whether the settings are open", open, true).await?;
    let_go(&page).await?;
    page.expect("whether the settings are open", open, true).await?;
    page.expect_console(|entry| entry.message.contains("refused"));
    page.beyond().run_first("window.getSelection = () => { throw new Error('refused'); }").await?;
    // It is held back as before.
    go_to(&page, "").await?;
    let_go(&page).await?;
    page.expect_answer_to(&jejak_archive::Query::default()).await.map(drop)
}

/// A page whose app does not come can be read, and says what is the matter; a question whose app does not come has no page.
pub(crate) async fn it_can_be_read_without_the_app(page: Page) -> Result<(), Trouble> {
    let refuse = "WebAssembly.instantiateStreaming = async () => { throw new Error('refused'); }; \
        WebAssembly.instantiate = WebAssembly.instantiateStreaming";
    page.beyond().run_first(refuse).await?;
    page.expect_console(|entry| entry.message.contains("refused"));
    let seen = "return [document.querySelectorAll('[data-stopped][role=alert] button').length, \
        document.querySelectorAll('article[data-rank]').length > 0, document.querySelectorAll('h1').length]";
    for (address, read) in [("", true), ("?q=pasar", false)] {
        page.client().goto("about:blank").await?;
        page.client().goto(&format!("{}{address}", page.home())).await?;
        page.expect(&format!("what stands at `{address}`"), seen, json!([1, read, 1])).await?;
    }
    Ok(())
}
