//! The address is the state: Back and reload restore what was seen.

use jejak_archive::Query;
use jejak_archive::query::FacetKind;
use jejak_browser_tests::{Page, Trouble};

use crate::facets::{choosing, dividing};
use crate::quote::expect_at;
use crate::search::a_quote;

pub(crate) async fn back_and_reload_restore(page: Page) -> Result<(), Trouble> {
    let (id, words, anchor) = a_quote(&page)?;
    page.open("").await?;
    let all = page.expect_answer_to(&Query::default()).await?;
    let value =
        dividing(&page, &all, FacetKind::Person)?.ok_or(Trouble::Unfit("person in some articles but not all"))?;
    page.click(&format!("[data-facet='tokoh'][data-value='{}']", value.value)).await?;
    let person = choosing(FacetKind::Person, &value.value, false);
    page.expect_answer_to(&person).await?;
    page.reload().await?;
    page.expect_answer_to(&person).await?;

    // The words are searched for without the filter: it may not hold the quote's article.
    page.back().await?;
    page.expect_answer(&all).await?;
    page.search(&words).await?;
    let searched = Query { words: words.clone(), ..Query::default() };
    page.expect_answer_to(&searched).await?;
    page.reload().await?;
    page.expect_answer_to(&searched).await?;
    let field = "return document.querySelector('[role=search] input').value";
    page.expect("the search box", field, words.as_str()).await?;

    page.click(&format!("article[data-article='{id}'] [data-quote='{anchor}'] a[href]")).await?;
    expect_at(&page, &id, &anchor).await?;
    page.reload().await?;
    expect_at(&page, &id, &anchor).await?;
    page.back().await?;
    page.ready().await?;
    page.expect_answer_to(&searched).await?;
    page.expect("the search box", field, words.as_str()).await
}
