//! A quote has an address, and its address leads to its words.

use jejak_archive::{Outcome, Query};
use jejak_browser_tests::{Page, Trouble};

use crate::search::a_quote;

/// Waits until an article is open at a quote that is in view and stands out.
pub(crate) async fn expect_at(page: &Page, id: &str, anchor: &str) -> Result<(), Trouble> {
    page.expect_address(&format!("artikel/{id}/#{anchor}")).await?;
    let seen = format!(
        "const words = document.getElementById('{anchor}'); if (!words) return 'absent';\
         const box = words.getBoundingClientRect();\
         if (box.bottom <= 0 || box.top >= innerHeight) return 'out of sight';\
         const clear = 'rgba(0, 0, 0, 0)';\
         for (let part = words; part.tagName !== 'P'; part = part.parentElement) {{\
           const style = getComputedStyle(part);\
           if (style.backgroundColor !== clear || style.outlineStyle !== 'none' || style.boxShadow !== 'none') return 'seen';\
         }} return 'like any other words';"
    );
    page.expect(&format!("quote {anchor}"), &seen, "seen").await
}

pub(crate) async fn a_link_leads_to_the_words(page: Page) -> Result<(), Trouble> {
    let (id, words, anchor) = a_quote(&page)?;
    page.open("").await?;
    page.search(&words).await?;
    page.expect_answer_to(&Query { words, ..Query::default() }).await?;
    page.click(&format!("article[data-article='{id}'] [data-quote='{anchor}'] a[href]")).await?;
    expect_at(&page, &id, &anchor).await?;
    every_quote_is_marked(&page, &id).await
}

pub(crate) async fn a_copied_address_leads_there(page: Page) -> Result<(), Trouble> {
    let (id, _, anchor) = a_quote(&page)?;
    // A small window, so that the words are not in sight by themselves.
    page.beyond().resize(400, 300).await?;
    page.open(&format!("artikel/{id}/#{anchor}")).await?;
    expect_at(&page, &id, &anchor).await?;
    page.reload().await?;
    expect_at(&page, &id, &anchor).await
}

/// The page of an article marks every quote that the archive holds, with kind, speaker and confidence.
pub(crate) async fn every_quote_is_marked(page: &Page, id: &str) -> Result<(), Trouble> {
    let article = page.ask(|engine| engine.find(id).map(|index| engine.article(index)))?;
    let Some(Outcome::Ready(article)) = article else { return Err(Trouble::Unfit("article of that id")) };
    let mut expected: Vec<_> = article
        .quotes
        .iter()
        .map(|quote| vec![quote.anchor.clone(), quote.kind.to_string(), quote.confidence.to_string()])
        .collect();
    expected.sort_unstable();
    let marked = "return [...document.querySelectorAll('main [data-quote][data-speaker]')].map(quote => \
        [quote.dataset.quote, quote.dataset.kind, quote.dataset.confidence]).sort()";
    page.expect("the marked quotes", marked, expected).await
}
