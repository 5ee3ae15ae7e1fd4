//! The app starts and answers with the whole archive.

use jejak_archive::Query;
use jejak_browser_tests::{Page, Trouble};

pub(crate) async fn the_app_answers(page: Page) -> Result<(), Trouble> {
    page.open("").await?;
    page.expect_answer_to(&Query::default()).await?;
    let title = page.ask(|engine| engine.meta().title.clone())?;
    page.expect("the title", "return document.title", title).await?;
    let measured = "return performance.getEntriesByName('jejak:ready', 'measure').length";
    page.expect("the measure of its start", measured, 1).await
}

/// Pages name the loader, a style and an icon; nothing else is fetched that is not named by its content.
pub(crate) async fn the_parts_are_named_by_content(page: Page) -> Result<(), Trouble> {
    page.open("").await?;
    let unhashed = "return performance.getEntriesByType('resource').map(entry => new URL(entry.name).pathname)\
        .filter(path => !/-[0-9a-f]{16}\\.[a-z0-9]+$/.test(path)).sort()";
    page.expect("what is fetched without a hash in its name", unhashed, vec!["/muat.js"]).await
}

/// Whatever stops the app, a reader sees the screen made for it, with the way on. A page that refuses new elements stops it.
pub(crate) async fn a_panic_shows_what_to_do(page: Page) -> Result<(), Trouble> {
    page.open("").await?;
    page.expect_console(|entry| entry.is_error());
    page.run("Node.prototype.insertBefore = () => { throw new Error('refused') }").await?;
    page.search("pasar").await?;
    let seen = "const stopped = document.querySelector('[data-stopped][role=alert]'); \
        return stopped ? [stopped.querySelectorAll('h1, p').length, stopped.querySelectorAll('button').length] : []";
    page.expect("the screen of a stopped app", seen, vec![3, 1]).await
}
