//! Filtering by the timeline.

use fantoccini::key::Key;
use jejak_archive::Query;
use jejak_archive::answer::{Answer, Bin};
use jejak_browser_tests::{Page, Trouble};
use serde_json::json;

/// A bar that keeps some articles but not all.
fn dividing(all: &Answer) -> Result<Bin, Trouble> {
    let bin = all.timeline.bins.iter().find(|bin| bin.count > 0 && bin.count < all.total);
    bin.copied().ok_or(Trouble::Unfit("two bars in its timeline"))
}

fn within(bin: &Bin) -> Query {
    Query { from: Some(bin.from), to: Some(bin.to), ..Query::default() }
}

pub(crate) async fn a_bar_filters(page: Page) -> Result<(), Trouble> {
    page.open("").await?;
    let all = page.expect_answer_to(&Query::default()).await?;
    let expected: Vec<_> = all.timeline.bins.iter().map(|bin| json!([bin.from, bin.to, bin.count])).collect();
    let bars = "return [...document.querySelectorAll('[data-timeline] [data-from]')].map(bar => \
        [bar.dataset.from, bar.dataset.to, Number(bar.dataset.count)])";
    page.expect("the bars", bars, expected).await?;

    let bin = dividing(&all)?;
    page.click(&format!("[data-timeline] [data-from='{}'] .bar-place", bin.from)).await?;
    let kept = page.expect_answer_to(&within(&bin)).await?;
    assert_eq!(kept.total, bin.count);
    let fields = "return ['sejak', 'sampai'].map(name => document.querySelector(`input[name=${name}]`).value)";
    page.expect("the typed dates", fields, vec![bin.from.to_string(), bin.to.to_string()]).await?;
    page.back().await?;
    page.expect_answer(&all).await
}

/// One tab stop leads to the bars, arrows move along them, Enter chooses.
pub(crate) async fn keys_move_and_choose(page: Page) -> Result<(), Trouble> {
    page.open("").await?;
    let all = page.expect_answer_to(&Query::default()).await?;
    let stops = "return document.querySelectorAll('[data-timeline] [data-from][tabindex=\"0\"]').length";
    page.expect("tab stops among the bars", stops, 1).await?;
    let (place, bin) = all
        .timeline
        .bins
        .iter()
        .enumerate()
        .skip(1)
        .find(|(_, bin)| bin.count > 0)
        .ok_or(Trouble::Unfit("two bars in its timeline"))?;
    page.run("document.querySelector('[data-timeline] [data-from][tabindex=\"0\"]').focus()").await?;
    page.press(Key::Home).await?;
    for _ in 0..place {
        page.press(Key::Right).await?;
    }
    page.expect("the bar in focus", "return document.activeElement.dataset.from", bin.from.to_string()).await?;
    page.press(Key::Enter).await?;
    page.expect_answer_to(&within(bin)).await.map(drop)
}
