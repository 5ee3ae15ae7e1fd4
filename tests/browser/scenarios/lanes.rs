//! The page of the timeline: bars, offices and events in line.

use fantoccini::key::Key;
use jejak_archive::answer::Scale;
use jejak_archive::query::Window;
use jejak_archive::{Outcome, Query};
use jejak_browser_tests::{Page, Trouble};

const BARS: &str = "return document.querySelectorAll('[data-timeline] [data-from]').length";
const COUNT: &str = "return Number(document.querySelector('[role=status]').dataset.count)";

/// The masthead leads there, scales change the bars, and a filter goes along.
pub(crate) async fn scales_and_filters(page: Page) -> Result<(), Trouble> {
    page.open("").await?;
    page.click("header a[href='linimasa/']").await?;
    page.expect_address("linimasa/").await?;
    let all = page.answer(&Query::default())?;
    page.expect("the bars", BARS, all.timeline.bins.len()).await?;
    let window = Window { scale: Some(Scale::Year), ..Window::default() };
    let years = page.answer(&Query { window, ..Query::default() })?;
    page.click("[data-timeline] a[href='linimasa/?skala=tahun']").await?;
    page.expect_address("linimasa/?skala=tahun").await?;
    page.expect("a bar a year", BARS, years.timeline.bins.len()).await?;
    let bin = years.timeline.bins.last().copied().ok_or(Trouble::Unfit("bar"))?;
    page.run("document.querySelector('[data-timeline] [data-from][tabindex=\"0\"]').focus()").await?;
    page.press(Key::End).await?;
    page.press(Key::Enter).await?;
    page.expect_address(&format!("linimasa/?sejak={}&sampai={}&skala=tahun", bin.from, bin.to)).await?;
    page.expect("the count", COUNT, bin.count).await?;
    page.back().await?;
    page.expect_address("linimasa/?skala=tahun").await?;
    page.expect("the count", COUNT, all.total).await
}

/// Marks stand under the bars of their days and lead to their articles, by mouse and by keys.
pub(crate) async fn marks_stand_under_their_bars(page: Page) -> Result<(), Trouble> {
    page.open("linimasa/").await?;
    let events = match page.ask(|library| library.events(&Query::default(), 60))? {
        Outcome::Ready(events) => events,
        Outcome::Needs(_) => return Err(Trouble::Unfit("parts: it must be carried whole")),
    };
    let marks = "return document.querySelectorAll('.lane a circle').length";
    page.expect("the marks", marks, events.len()).await?;
    let days = page.ask(|library| {
        let day = |at: &u32| library.head(*at).and_then(|head| Some((head.id.clone(), head.date?.to_string())));
        events.iter().filter_map(day).collect::<Vec<_>>()
    })?;
    let apart = format!(
        "const bars = [...document.querySelectorAll('[data-timeline] [data-from]')]; \
         return {}.filter(([id, day]) => {{ \
           const mark = document.querySelector(`.lane a[href='artikel/${{id}}/'] circle`).getBoundingClientRect(); \
           const bar = bars.find(bar => bar.dataset.from <= day && day <= bar.dataset.to).querySelector('.bar-place')\
             .getBoundingClientRect(); \
           const middle = mark.left + mark.width / 2; return middle < bar.left - 1 || middle > bar.right + 1; }})",
        serde_json::json!(days)
    );
    page.expect("marks that do not stand under their bars", &apart, serde_json::json!([])).await?;
    let listed =
        "return document.querySelectorAll('.lane[data-kind] details a, .lane:not([data-kind]) details a').length";
    page.expect("the same articles in lists", listed, events.len()).await?;
    page.click(".lane details summary").await?;
    page.click(".lane details[open] a").await?;
    page.expect("an article", "return location.pathname.startsWith('/artikel/')", true).await
}
