//! How the reader likes the page: kept in the browser, never in the address.

use fantoccini::key::Key;
use jejak_browser_tests::{Page, Trouble};

/// The colour behind the text.
const PAPER: &str = "return [document.body, document.documentElement].map(part => \
     getComputedStyle(part).backgroundColor).find(colour => colour !== 'rgba(0, 0, 0, 0)') ?? 'none'";

pub(crate) async fn theme_is_kept(page: Page) -> Result<(), Trouble> {
    page.beyond().prefer_scheme("light").await?;
    page.open("").await?;
    let light = page.run(PAPER).await?;
    page.click("[aria-controls=tampilan]").await?;
    // Auto, light, dark.
    page.click("fieldset:has(input[name=theme]) label:nth-of-type(3)").await?;
    page.expect("the theme", "return document.documentElement.dataset.theme", "dark").await?;
    let dark = page.run(PAPER).await?;
    assert_ne!(light, dark, "the dark theme looks like the light one");
    page.expect_address("").await?;
    page.reload().await?;
    page.expect("the paper after a reload", PAPER, dark.clone()).await?;

    page.click("[aria-controls=tampilan]").await?;
    page.click("fieldset:has(input[name=theme]) label:nth-of-type(1)").await?;
    page.expect("the paper as the device has it", PAPER, light).await?;
    page.beyond().prefer_scheme("dark").await?;
    page.expect("the paper of a dark device", PAPER, dark).await
}

pub(crate) async fn language_is_kept(page: Page) -> Result<(), Trouble> {
    let language = "return document.documentElement.lang";
    page.open("").await?;
    page.expect("the language", language, "id").await?;
    let status = "return document.querySelector('[role=status]').innerText";
    let before = page.run(status).await?;
    page.click("[aria-controls=tampilan]").await?;
    page.click("[lang=en] label:has(input[name=language])").await?;
    page.expect("the language", language, "en").await?;
    assert_ne!(page.run(status).await?, before, "the count is said in the same words");
    page.expect_address("").await?;
    page.reload().await?;
    page.expect("the language after a reload", language, "en").await
}

/// Escape closes the panel and leads back to its button; so does a press elsewhere, which keeps what it pressed.
pub(crate) async fn the_panel_gives_the_focus_back(page: Page) -> Result<(), Trouble> {
    let shown = "return document.querySelector('#tampilan input').checkVisibility()";
    let inside = "return document.activeElement.matches('#tampilan input')";
    page.open("").await?;
    page.expect("the panel at first", shown, false).await?;
    page.run("document.querySelector('[aria-controls=tampilan]').focus()").await?;
    page.press(Key::Enter).await?;
    page.expect("the panel", shown, true).await?;
    page.press(Key::Tab).await?;
    page.expect("the focus in the panel", inside, true).await?;
    page.press(Key::Escape).await?;
    page.expect("the panel", shown, false).await?;
    let button = "return document.activeElement.matches('[aria-controls=tampilan]')";
    page.expect("the focus on the button", button, true).await?;
    page.press(Key::Enter).await?;
    page.expect("the panel", shown, true).await?;
    page.click(".nameplate-about").await?;
    page.expect("the panel", shown, false).await
}
