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
        .filter(path => !/-[0-9a-f]{16}\\.[a-z0-9]+$/.test(path) && path !== '/manifest.webmanifest').sort()";
    // What describes the site as an app, which some browsers fetch, is named by its pages as the loader is.
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
    page.expect("the screen of a stopped app", seen, vec![4, 1]).await
}

/// The screen names the build and begins a letter to those who keep the archive, with all that they need to look for it.
pub(crate) async fn a_panic_is_reported(page: Page) -> Result<(), Trouble> {
    page.open("").await?;
    page.expect_console(|entry| entry.is_error());
    page.run("Node.prototype.insertBefore = () => { throw new Error('refused') }").await?;
    page.search("pasar").await?;
    let stamp = page.ask(|library| library.stamp().to_owned())?;
    let told = format!(
        "const stopped = document.querySelector('[data-stopped]');\
         const letter = decodeURIComponent(stopped?.querySelector('a[href^=\"mailto:redaksi@contoh.example?subject=\"]')?.href ?? '');\
         return [stopped?.textContent.includes('{stamp}') ?? false, \
         ['{stamp}', location.href, 'panicked at'].every(part => letter.includes(part))]"
    );
    page.expect("the build and the letter", &told, vec![true, true]).await
}
