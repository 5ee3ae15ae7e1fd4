//! The five articles of `../shared/articles`: what a person is promised to see with them.

use jejak_archive::query::FacetKind;
use jejak_archive::{Date, Outcome, Query};
use jejak_browser_tests::{Page, Trouble};

use crate::facets::choosing;
use crate::quote::{every_quote_is_marked, expect_at};

fn day(text: &str) -> Result<Date, Trouble> {
    text.parse().map_err(|_| Trouble::Unfit("such day"))
}

pub(crate) async fn a_search_finds_the_quote(page: Page) -> Result<(), Trouble> {
    page.open("").await?;
    page.search("jual beli jabatan").await?;
    let answer = page.expect_answer_to(&Query { words: "jual beli jabatan".to_owned(), ..Query::default() }).await?;
    let wanted = day("2026-01-05")?;
    let hit = answer.hits.iter().find(|hit| hit.date == Some(wanted)).ok_or(Trouble::Unfit("hit of 5 January 2026"))?;
    let quote = hit.quote.as_ref().ok_or(Trouble::Unfit("quote in that hit"))?;
    let speaker = quote.speaker.clone().unwrap_or_default();
    assert!(speaker.contains("Bambang"), "the mayor is taken for `{speaker}`");
    let selector = format!("article[data-article='{}'] [data-quote='{}']", hit.id, quote.anchor);
    page.find(&format!("{selector}[data-speaker='{speaker}'] mark[data-hit]")).await?;
    page.click(&format!("{selector} a[href]")).await?;
    expect_at(&page, &hit.id, &quote.anchor).await
}

pub(crate) async fn a_person_filters(page: Page) -> Result<(), Trouble> {
    let person = page.ask(|engine| {
        engine.people().iter().find(|person| person.name.contains("Bayana")).map(|person| person.slug.clone())
    })?;
    let slug = person.ok_or(Trouble::Unfit("person named Bayana"))?;
    page.open("").await?;
    page.expect_answer_to(&Query::default()).await?;
    unfold(&page, "tokoh").await?;
    page.click(&format!("[data-facet='tokoh'][data-value='{slug}']")).await?;
    assert_eq!(page.expect_answer_to(&choosing(FacetKind::Person, &slug, false)).await?.total, 2);
    page.click(&format!("[data-exclude='tokoh'][data-value='{slug}']")).await?;
    assert_eq!(page.expect_answer_to(&choosing(FacetKind::Person, &slug, true)).await?.total, 3);
    page.reload().await?;
    page.expect_answer_to(&choosing(FacetKind::Person, &slug, true)).await?;
    page.back().await?;
    page.expect_answer_to(&choosing(FacetKind::Person, &slug, false)).await.map(drop)
}

/// Shows all values of a facet.
async fn unfold(page: &Page, facet: &str) -> Result<(), Trouble> {
    let more = format!("document.querySelector(\"[data-more='{facet}']\")");
    while page.run(&format!("return {more} !== null")).await? == true {
        page.click(&format!("[data-more='{facet}']")).await?;
    }
    Ok(())
}

pub(crate) async fn a_year_filters(page: Page) -> Result<(), Trouble> {
    page.open("").await?;
    page.find("input[name=sejak]").await?.send_keys("01012024").await?;
    page.expect_answer_to(&Query { from: Some(day("2024-01-01")?), ..Query::default() }).await?;
    page.find("input[name=sampai]").await?.send_keys("12312024").await?;
    let year = Query { from: Some(day("2024-01-01")?), to: Some(day("2024-12-31")?), ..Query::default() };
    assert_eq!(page.expect_answer_to(&year).await?.total, 2);
    page.reload().await?;
    page.expect_answer_to(&year).await.map(drop)
}

pub(crate) async fn every_article_can_be_read(page: Page) -> Result<(), Trouble> {
    let articles = page.ask(|engine| {
        let all = 0..engine.len();
        all.filter_map(|index| match engine.article(index) {
            Outcome::Ready(article) => Some(article.id.clone()),
            Outcome::Needs(_) => None,
        })
        .collect::<Vec<_>>()
    })?;
    assert_eq!(articles.len(), 5);
    for id in articles {
        page.open(&format!("artikel/{id}/")).await?;
        every_quote_is_marked(&page, &id).await?;
    }
    Ok(())
}
