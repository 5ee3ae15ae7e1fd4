//! What a screen reader is told of the front page, of an article and of the timelines is kept and reviewed.

use jejak_archive::Outcome;
use jejak_browser_tests::{Page, Trouble, expect_snapshot};

const SPAN: &str = "sejak=2017-01-01&sampai=2018-12-31";

/// On the front page, with a span chosen and the table open.
pub(crate) async fn of_the_timeline(page: Page) -> Result<(), Trouble> {
    page.open(&format!("?{SPAN}")).await?;
    page.click(".time-table summary").await?;
    page.find(".time-table tbody tr").await?;
    expect_snapshot("timeline.txt", &page.tree("region", Some("Sebaran waktu")).await?)
}

/// The whole page of the timeline, lanes and all.
pub(crate) async fn of_the_page(page: Page) -> Result<(), Trouble> {
    page.open(&format!("linimasa/?{SPAN}&per=100")).await?;
    expect_snapshot("linimasa.txt", &page.tree("main", None).await?)
}

/// The front page with words, an excluded value and a date: count, chips, filters with their state, hits.
pub(crate) async fn of_the_front_page(page: Page) -> Result<(), Trouble> {
    page.open("?q=pasar&tokoh=-tono-prasetyo&sejak=2017-01-01&per=100").await?;
    expect_snapshot("explore.txt", &page.tree("main", None).await?)
}

/// An article with a direct and a reported statement, opened at the first.
pub(crate) async fn of_an_article(page: Page) -> Result<(), Trouble> {
    let found = page.ask(|engine| {
        (0..engine.len()).find_map(|at| match engine.article(at) {
            Outcome::Ready(article) if article.quotes.len() > 1 => {
                Some((article.id.clone(), article.quotes[0].anchor.clone()))
            }
            _ => None,
        })
    })?;
    let (id, anchor) = found.ok_or(Trouble::Unfit("article with two statements"))?;
    page.open(&format!("artikel/{id}/#{anchor}")).await?;
    expect_snapshot("article.txt", &page.tree("main", None).await?)
}
