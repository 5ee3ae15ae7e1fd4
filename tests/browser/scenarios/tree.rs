//! What a screen reader is told of the timelines is kept and reviewed.

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
