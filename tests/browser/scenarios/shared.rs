//! What a person is promised to see on a site that `jejak build` made: of the five articles of `../shared/articles`, and
//! of articles written for these tests.

use jejak_archive::query::FacetKind;
use jejak_archive::{Date, Outcome, Query};
use jejak_browser_tests::{Page, Trouble};

use crate::facets::choosing;
use crate::quote::{every_quote_is_marked, expect_at};

/// What is in the articles, and what a visitor is to find.
pub(crate) struct Expected {
    /// How many articles there are.
    pub(crate) articles: u32,
    /// Words of a statement.
    pub(crate) words: &'static str,
    /// The day of the article that holds it.
    pub(crate) day: &'static str,
    /// A part of its speaker's name.
    pub(crate) speaker: &'static str,
    /// A part of the name of somebody who is named in two articles, whose standings differ.
    pub(crate) person: &'static str,
    /// The standing in the earlier one, and the month of that.
    pub(crate) standing: (&'static str, &'static str),
    /// The month of the later one.
    pub(crate) later: &'static str,
    /// How many articles are of 2024.
    pub(crate) in_2024: u32,
}

/// The five articles beside the project.
pub(crate) static SHARED: Expected = Expected {
    articles: 5,
    words: "jual beli jabatan",
    day: "2026-01-05",
    speaker: "Bambang",
    person: "Bayana",
    standing: ("Pj", "2025-07"),
    later: "2026-01",
    in_2024: 2,
};

fn day(text: &str) -> Result<Date, Trouble> {
    text.parse().map_err(|_| Trouble::Unfit("such day"))
}

pub(crate) async fn a_search_finds_the_quote(page: Page, expected: &Expected) -> Result<(), Trouble> {
    page.open("").await?;
    page.search(expected.words).await?;
    let answer = page.expect_answer_to(&Query { words: expected.words.to_owned(), ..Query::default() }).await?;
    let wanted = day(expected.day)?;
    let hit = answer.hits.iter().find(|hit| hit.date == Some(wanted)).ok_or(Trouble::Unfit("hit of that day"))?;
    let quote = hit.quote.as_ref().ok_or(Trouble::Unfit("quote in that hit"))?;
    let speaker = quote.speaker.clone().unwrap_or_default();
    assert!(speaker.contains(expected.speaker), "the speaker is taken for `{speaker}`");
    let selector = format!("article[data-article='{}'] [data-quote='{}']", hit.id, quote.anchor);
    page.find(&format!("{selector}[data-speaker='{speaker}'] mark[data-hit]")).await?;
    page.click(&format!("{selector} a[href]")).await?;
    expect_at(&page, &hit.id, &quote.anchor).await
}

/// The slug of the person who is named in two articles.
fn slug(page: &Page, expected: &Expected) -> Result<String, Trouble> {
    let person = page.ask(|engine| {
        let is_it = |person: &&jejak_archive::Entity| person.name.contains(expected.person);
        engine.people().iter().find(is_it).map(|person| person.slug.clone())
    })?;
    person.ok_or(Trouble::Unfit("person of that name"))
}

pub(crate) async fn a_person_filters(page: Page, expected: &Expected) -> Result<(), Trouble> {
    let slug = slug(&page, expected)?;
    page.open("").await?;
    page.expect_answer_to(&Query::default()).await?;
    unfold(&page, "tokoh").await?;
    page.click(&format!("[data-facet='tokoh'][data-value='{slug}']")).await?;
    assert_eq!(page.expect_answer_to(&choosing(FacetKind::Person, &slug, false)).await?.total, 2);
    page.click(&format!("[data-exclude='tokoh'][data-value='{slug}']")).await?;
    assert_eq!(page.expect_answer_to(&choosing(FacetKind::Person, &slug, true)).await?.total, expected.articles - 2);
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

pub(crate) async fn a_year_filters(page: Page, expected: &Expected) -> Result<(), Trouble> {
    page.open("").await?;
    page.type_day("input[name=sejak]", day("2024-01-01")?).await?;
    page.expect_answer_to(&Query { from: Some(day("2024-01-01")?), ..Query::default() }).await?;
    page.type_day("input[name=sampai]", day("2024-12-31")?).await?;
    let year = Query { from: Some(day("2024-01-01")?), to: Some(day("2024-12-31")?), ..Query::default() };
    assert_eq!(page.expect_answer_to(&year).await?.total, expected.in_2024);
    page.reload().await?;
    page.expect_answer_to(&year).await.map(drop)
}

pub(crate) async fn every_article_can_be_read(page: Page, expected: &Expected) -> Result<(), Trouble> {
    let articles = page.ask(|engine| {
        let all = 0..engine.len();
        all.filter_map(|index| match engine.article(index) {
            Outcome::Ready(article) => Some(article.id.clone()),
            Outcome::Needs(_) => None,
        })
        .collect::<Vec<_>>()
    })?;
    assert_eq!(articles.len(), expected.articles as usize);
    for id in articles {
        page.open(&format!("artikel/{id}/")).await?;
        every_quote_is_marked(&page, &id).await?;
    }
    Ok(())
}

/// The page of a person shows each standing on the days that print it, and says where they differ.
pub(crate) async fn a_person_has_a_page(page: Page, expected: &Expected) -> Result<(), Trouble> {
    let slug = slug(&page, expected)?;
    page.open(&format!("tokoh/{slug}/")).await?;
    page.expect("the page", "return document.querySelector('[data-record]')?.dataset.slug ?? null", slug).await?;
    let (standing, month) = expected.standing;
    page.find(&format!("[data-role][data-standing='{standing}'][data-from^='{month}']")).await?;
    page.find(&format!("[data-role]:not([data-standing='{standing}'])[data-from^='{}']", expected.later)).await?;
    page.find("[data-differ]").await?;
    // From an office to the article that shows it, which is folded where it is still to come.
    page.run("document.querySelector('[data-role] details:not([open]) > summary')?.click()").await?;
    page.click("[data-role] a[href^='artikel/']").await?;
    page.expect("the article", "return document.querySelectorAll('main .reading-title').length", 1).await
}
