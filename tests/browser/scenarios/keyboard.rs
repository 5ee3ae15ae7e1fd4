//! Everything can be done by keys alone.

use fantoccini::key::Key;
use jejak_archive::Query;
use jejak_archive::query::FacetKind;
use jejak_browser_tests::{Page, Trouble};

use crate::facets::{choosing, dividing};
use crate::search::a_quote;

/// Presses Tab until the focus is on what the selector names, and sees that the focus shows.
async fn tab_to(page: &Page, selector: &str) -> Result<(), Trouble> {
    let there = format!("return document.activeElement.matches(\"{selector}\")");
    for _ in 0..300 {
        page.press(Key::Tab).await?;
        if page.run(&there).await? == true {
            let shows = "const style = getComputedStyle(document.activeElement);\
                return style.outlineStyle !== 'none' || style.boxShadow !== 'none'";
            return page.expect(&format!("the focus on {selector}"), shows, true).await;
        }
    }
    page.expect(&format!("the focus on {selector}"), &there, true).await
}

pub(crate) async fn search_and_read(page: Page) -> Result<(), Trouble> {
    let (id, words, _) = a_quote(&page)?;
    page.open("").await?;
    tab_to(&page, "input[type=search]").await?;
    page.type_keys(&words).await?;
    page.expect_answer_to(&Query { words, ..Query::default() }).await?;
    tab_to(&page, &format!("article[data-article='{id}'] a[href]")).await?;
    page.press(Key::Enter).await?;
    let open = "return location.pathname.startsWith('/artikel/') && document.querySelectorAll('main h1').length === 1";
    page.expect("the article", open, true).await
}

pub(crate) async fn filter(page: Page) -> Result<(), Trouble> {
    page.open("").await?;
    let all = page.expect_answer_to(&Query::default()).await?;
    let value =
        dividing(&page, &all, FacetKind::Person)?.ok_or(Trouble::Unfit("person in some articles but not all"))?;
    tab_to(&page, &format!("[data-facet='tokoh'][data-value='{}']", value.value)).await?;
    page.press(Key::Enter).await?;
    page.expect_answer_to(&choosing(FacetKind::Person, &value.value, false)).await?;
    // The focus stays where it was, so that a second press takes the choice back.
    page.press(Key::Enter).await?;
    page.expect_answer(&all).await
}
