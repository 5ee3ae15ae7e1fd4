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
    let value = dividing(&all, FacetKind::Person).ok_or(Trouble::Unfit("person in some articles but not all"))?;
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

/// How many articles are opened: a load takes a browser half a second.
const SAMPLE: usize = 8;

/// Pages can be opened and reloaded by their own address, and have their own title before the app is there.
pub(crate) async fn reload_on_every_route(page: Page) -> Result<(), Trouble> {
    page.open("").await?;
    page.reload().await?;
    page.expect_answer_to(&Query::default()).await?;
    let heads = page.ask(|engine| {
        let all = 0..engine.len();
        all.filter_map(|index| engine.head(index)).map(|head| (head.id.clone(), head.title.clone())).collect::<Vec<_>>()
    })?;
    for (id, title) in heads.iter().step_by(heads.len().div_ceil(SAMPLE).max(1)) {
        let address = format!("artikel/{id}/");
        page.open(&address).await?;
        page.reload().await?;
        page.expect("the article", "return document.querySelector('main h1').innerText", title.as_str()).await?;
        page.expect_address(&address).await?;
        let served = "return fetch(location.href).then(answer => answer.text()).then(text => \
            new DOMParser().parseFromString(text, 'text/html').title)";
        let name = page.ask(|engine| engine.meta().title.clone())?;
        page.expect("the title in the file", served, format!("{title} · {name}")).await?;
    }
    Ok(())
}
