//! Addresses that lead nowhere are answered by the app, at any depth and under any path.

use jejak_archive::Query;
use jejak_browser_tests::{Entry, Page, Trouble};

/// The page itself is not there, and its script is looked for at several depths: that is what this page is about.
pub(crate) fn not_found(entry: &Entry) -> bool {
    let page = entry.source == "network" && entry.message.contains("404");
    page || (entry.message.contains("404.js") && entry.message.contains("MIME type"))
}

pub(crate) async fn is_explained(page: Page) -> Result<(), Trouble> {
    page.expect_console(not_found);
    for address in ["tidak-ada", "tidak-ada/", "artikel/tidak-ada-sama-sekali/", "a/b/c/d/"] {
        page.open(address).await?;
        page.expect("hits", "return document.querySelectorAll('article').length", 0).await?;
        page.expect("a heading", "return document.querySelectorAll('main h1').length", 1).await?;
        let styled = "return [...document.styleSheets].some(sheet => sheet.cssRules.length > 10)";
        page.expect("the style", styled, true).await?;
        // The way on leads to the root.
        page.click("main a[href]").await?;
        page.expect_address("").await?;
        page.expect_answer_to(&Query::default()).await?;
    }
    Ok(())
}
