//! A browser's private mode: the site opens and searches, keeps what it can as long as the window lives, and says what it cannot.

use jejak_archive::Query;
use jejak_browser_tests::{Page, Trouble};
use serde_json::json;

use crate::opened::{READY, choose, come, expect_open, hold, of_each_kind, pressed};

/// The front page, a question, an article; settings hold from page to page.
pub(crate) async fn it_opens_and_searches(page: Page) -> Result<(), Trouble> {
    page.open("").await?;
    page.expect_answer_to(&Query::default()).await?;
    page.search("pasar").await?;
    page.expect_answer_to(&Query { words: "pasar".to_owned(), ..Query::default() }).await?;
    page.click("article[data-article] a[href*='artikel/']").await?;
    page.find(".reading").await?;
    page.click("[aria-controls=tampilan]").await?;
    page.click("[lang=en] label:has(input[name=language])").await?;
    page.expect("the language", "return document.documentElement.lang", "en").await?;
    page.open("kutipan/").await?;
    page.find(".statements .statement").await?;
    page.expect("the language again", "return document.documentElement.lang", "en").await?;
    // What the device keeps of the site is said, or that it cannot.
    page.open("tentang/").await?;
    let told = "const lasting = document.querySelector('.lasting'); const cannot = !navigator.serviceWorker; \
         return cannot === (lasting.dataset.how === 'Unable') && ['Here', 'Unable', 'Full'].includes(lasting.dataset.how) \
           && lasting.textContent.length > 40";
    page.expect("what is said of the device", told, true).await
}

/// Files of one's own are pressed; kept with their files, alone, or not at all, it is said which, and what is kept opens again.
pub(crate) async fn files_of_ones_own(page: Page) -> Result<(), Trouble> {
    let files = of_each_kind();
    let (_, archive) = pressed(&files)?;
    come(&page).await?;
    hold(&page, &files).await?;
    choose(&page).await?;
    expect_open(&page, &archive).await?;
    page.click(".own-banner a").await?;
    page.click("[data-own=keep]").await?;
    let came = "return ['[data-along=files]', '[data-along=none]', '.own [data-unkept]'].map(one => Boolean(document.querySelector(one)))";
    page.expect("an outcome", &format!("{came}.filter(Boolean).length"), 1).await?;
    let outcome = page.run(came).await?;
    println!("kept with files, alone, not at all: {outcome}");
    page.reload().await?;
    page.expect("the press", READY, "Ready").await?;
    if outcome == json!([false, false, true]) {
        return page.expect("what is kept", "return document.querySelector('[data-own=take]')", json!(null)).await;
    }
    page.click("[data-own=take]").await?;
    expect_open(&page, &archive).await
}
