//! What the archive covers: the calendar on the page about it.

use fantoccini::key::Key;
use jejak_app::state::library::Library;
use jejak_browser_tests::{Page, Trouble};
use serde_json::json;

const SEEN: &str = "return [Number(document.querySelector('.coverage [role=status]')?.dataset.count), \
     document.querySelectorAll('.calendar rect').length]";
/// Where the archive comes in parts, the calendar waits until it is asked for.
const UNFOLD: &str = "document.querySelector('.about button[aria-expanded=false]')?.click()";

/// How many articles of a year there are, and how many of its days lie between the first and the last article.
fn year(library: &Library, year: i16) -> Option<(usize, i32)> {
    let (first, last) = library.coverage()?;
    let days = (0..library.len()).filter_map(|at| library.head(at)?.date);
    let from = first.max(first.with().year(year).month(1).day(1).build().ok()?);
    let to = last.min(last.with().year(year).month(12).day(31).build().ok()?);
    Some((days.filter(|day| day.year() == year).count(), from.until(to).ok()?.get_days() + 1))
}

/// The newest year is drawn; another one and a source are chosen by keys, stand in the address, and Back returns.
pub(crate) async fn years_and_sources_are_chosen(page: Page) -> Result<(), Trouble> {
    let last = page.ask(|library| library.coverage().map(|(_, last)| last.year()))?;
    let last = last.ok_or(Trouble::Unfit("archive with dates"))?;
    let before = last - 1;
    let expected = |year: i16| {
        let told = page.ask(|library| self::year(library, year))?;
        told.map(|(articles, days)| json!([articles, days])).ok_or(Trouble::Unfit("archive with dates"))
    };
    let (newest, older) = (expected(last)?, expected(before)?);
    page.open("").await?;
    page.click(".footer a[href='tentang/']").await?;
    page.expect("the page", "return document.querySelector('.about') !== null", true).await?;
    page.run(UNFOLD).await?;
    page.expect("the newest year", SEEN, newest.clone()).await?;
    let link = format!(".coverage .choice[href*='bentang={before}']");
    page.run(&format!("document.querySelector(\"{link}\").focus()")).await?;
    page.press(Key::Enter).await?;
    let address = format!("tentang/?bentang={before}-01-01..{before}-12-31");
    page.expect_address(&address).await?;
    page.expect("the year before", SEEN, older.clone()).await?;
    page.reload().await?;
    page.expect("the year before", SEEN, older.clone()).await?;
    page.click(".coverage [data-facet=sumber]").await?;
    let pressed = "return document.querySelector('.coverage [data-facet=sumber]').getAttribute('aria-pressed')";
    page.expect("the source chosen", pressed, "true").await?;
    page.back().await?;
    page.expect("the year before", SEEN, older).await?;
    page.back().await?;
    page.expect_address("tentang/").await?;
    page.run(UNFOLD).await?;
    page.expect("the newest year", SEEN, newest).await
}
