//! A span of time chosen by mouse, by finger and by keys: one address, one answer.

use std::time::Duration;

use fantoccini::key::Key;
use jejak_archive::Query;
use jejak_archive::answer::Timeline;
use jejak_browser_tests::{Hand, Page, Spot, Trouble};

/// How long a hand takes from one place to the next.
const PACE: Duration = Duration::from_millis(120);

/// The drawing's left edge, width and the height at which only bars are, in the window.
const FRAME: &str = "const box = document.querySelector('[data-timeline] svg').getBoundingClientRect();\
     return [box.left, box.width, box.top + 8]";

/// Where the middle of a bar is (`part` 0.5), or its edges (0 and 1).
pub(crate) async fn spot(page: &Page, bins: usize, bin: usize, part: f64) -> Result<Spot, Trouble> {
    let frame = page.run(FRAME).await?;
    let number = |at: usize| frame[at].as_f64().unwrap_or_default();
    Ok((number(0) + number(1) * (bin as f64 + part) / bins as f64, number(2)))
}

/// Opens the front page with the timeline in view.
async fn begin(page: &Page) -> Result<(Timeline, usize, usize), Trouble> {
    page.open("").await?;
    let all = page.expect_answer_to(&Query::default()).await?;
    let bins = &all.timeline.bins;
    let holding: Vec<usize> = (1..bins.len() - 1).filter(|at| bins[*at].count > 0).collect();
    let (Some(first), Some(last)) = (holding.first(), holding.last()) else { return Err(Trouble::Unfit("timeline")) };
    if first == last || bins.len() < 5 {
        return Err(Trouble::Unfit("timeline of five bars"));
    }
    in_view(page).await?;
    Ok((all.timeline.clone(), *first, *last))
}

pub(crate) async fn in_view(page: &Page) -> Result<(), Trouble> {
    page.run("document.querySelector('[data-timeline]').scrollIntoView({block: 'center', behavior: 'instant'})")
        .await?;
    Ok(())
}

fn over(timeline: &Timeline, a: usize, b: usize) -> Query {
    Query { from: Some(timeline.bins[a].from), to: Some(timeline.bins[b].to), ..Query::default() }
}

async fn expect_span(page: &Page, timeline: &Timeline, a: usize, b: usize) -> Result<(), Trouble> {
    let query = over(timeline, a, b);
    let days = (timeline.bins[a].from, timeline.bins[b].to);
    page.expect_address(&format!("?sejak={}&sampai={}", days.0, days.1)).await?;
    let answer = page.expect_answer_to(&query).await?;
    let bars: u32 = timeline.bins[a..=b].iter().map(|bin| bin.count).sum();
    assert_eq!(answer.total, bars, "the answer is what the bars say");
    Ok(())
}

/// Draws over the same bars in three ways.
pub(crate) async fn mouse_touch_and_keys_agree(page: Page) -> Result<(), Trouble> {
    let (timeline, a, b) = begin(&page).await?;
    let n = timeline.bins.len();
    for hand in [Hand::Mouse, Hand::Finger] {
        // From either side.
        for (from, to) in [(a, b), (b, a)] {
            page.open("").await?;
            in_view(&page).await?;
            let spots = [spot(&page, n, from, 0.5).await?, spot(&page, n, to, 0.5).await?];
            page.draw(hand, &spots, PACE).await?;
            expect_span(&page, &timeline, a, b).await?;
            page.back().await?;
            page.expect_address("").await?;
            page.expect_answer_to(&Query::default()).await?;
        }
    }
    for (brush, key, steps) in [("sejak", Key::Right, a), ("sampai", Key::Left, n - 1 - b)] {
        page.run(&format!("document.querySelector('[data-brush={brush}]').focus()")).await?;
        for _ in 0..steps {
            page.press(key).await?;
        }
    }
    expect_span(&page, &timeline, a, b).await?;
    // The steps of the keys are one choice.
    page.back().await?;
    page.expect_address("").await?;
    page.expect_answer_to(&Query::default()).await.map(drop)
}

/// What was drawn over is there again after a reload, and Back takes it away.
pub(crate) async fn a_span_survives_a_reload(page: Page) -> Result<(), Trouble> {
    let (timeline, a, b) = begin(&page).await?;
    let n = timeline.bins.len();
    let spots = [spot(&page, n, a, 0.5).await?, spot(&page, n, b, 0.5).await?];
    page.draw(Hand::Mouse, &spots, PACE).await?;
    expect_span(&page, &timeline, a, b).await?;
    page.reload().await?;
    expect_span(&page, &timeline, a, b).await?;
    let ends = "return ['sejak', 'sampai'].map(name => document.querySelector(`[data-brush=${name}]`).getAttribute('aria-valuetext'))";
    let said = page.run(ends).await?;
    page.back().await?;
    page.expect_address("").await?;
    page.expect_answer_to(&Query::default()).await?;
    page.forward().await?;
    expect_span(&page, &timeline, a, b).await?;
    page.expect("what the ends say", ends, said).await
}

/// The ends of a chosen span are drawn along by mouse and finger; the other end stays.
pub(crate) async fn both_ends_are_held(page: Page) -> Result<(), Trouble> {
    let (timeline, a, b) = begin(&page).await?;
    let n = timeline.bins.len();
    let grip = "const box = document.querySelector('[data-brush=NAME] .slider-grip').getBoundingClientRect();\
                return [box.left + box.width / 2, box.top + box.height / 2, box.width, box.height]";
    for hand in [Hand::Mouse, Hand::Finger] {
        let query = over(&timeline, a, b);
        let days = (timeline.bins[a].from, timeline.bins[b].to);
        page.open(&format!("?sejak={}&sampai={}", days.0, days.1)).await?;
        page.expect_answer_to(&query).await?;
        in_view(&page).await?;
        for (name, bin, part, span) in [("sejak", a + 1, 0.1, (a + 1, b)), ("sampai", a + 1, 0.9, (a + 1, a + 1))] {
            let held = page.run(&grip.replace("NAME", name)).await?;
            let number = |at: usize| held[at].as_f64().unwrap_or_default();
            assert!(number(2) >= 24.0 && number(3) >= 24.0, "a finger needs 24 px, the end has {held}");
            let (x, _) = spot(&page, n, bin, part).await?;
            page.draw(hand, &[(number(0), number(1)), (x, number(1))], PACE).await?;
            expect_span(&page, &timeline, span.0, span.1).await?;
        }
    }
    Ok(())
}

/// A tap chooses the bar, a second one lets it go.
pub(crate) async fn a_tap_chooses_a_bar(page: Page) -> Result<(), Trouble> {
    let (timeline, a, _) = begin(&page).await?;
    let tap = [spot(&page, timeline.bins.len(), a, 0.5).await?];
    page.draw(Hand::Finger, &tap, PACE).await?;
    expect_span(&page, &timeline, a, a).await?;
    in_view(&page).await?;
    let tap = [spot(&page, timeline.bins.len(), a, 0.5).await?];
    page.draw(Hand::Finger, &tap, PACE).await?;
    page.expect_address("").await
}

/// Closer and back out again; the answer stays, its bars are cut anew.
pub(crate) async fn zooming_cuts_the_bars_anew(page: Page) -> Result<(), Trouble> {
    let (timeline, a, _) = begin(&page).await?;
    let (from, to) = (timeline.bins[a].from, timeline.bins[a].to);
    page.open(&format!("?sejak={from}&sampai={to}")).await?;
    let chosen = page.expect_answer_to(&over(&timeline, a, a)).await?;
    let bars = "return document.querySelectorAll('[data-timeline] [data-from]').length";
    page.click("[data-timeline] a[href*='bentang=']").await?;
    page.expect_address(&format!("?sejak={from}&sampai={to}&bentang={from}..{to}")).await?;
    page.expect_answer(&chosen).await?;
    let days = "const bar = document.querySelector('[data-timeline] [data-from]'); \
                return [bar.dataset.from, document.querySelectorAll('[data-timeline] [data-from]').length > 20]";
    page.expect("a bar a day", days, serde_json::json!([from.to_string(), true])).await?;
    page.back().await?;
    page.expect("the bars", bars, timeline.bins.len()).await?;
    page.expect_answer(&chosen).await
}

/// The table behind the bars says the same numbers and chooses the same spans.
pub(crate) async fn the_table_says_the_same(page: Page) -> Result<(), Trouble> {
    let (timeline, a, _) = begin(&page).await?;
    page.click(".time-table summary").await?;
    let rows = "return [...document.querySelectorAll('.time-table tbody tr')].map(row => \
                row.cells.length === 2 ? 'gap' : [Number(row.cells[1].innerText), Number(row.cells[2].innerText)])";
    let expected: Vec<serde_json::Value> = timeline
        .bins
        .iter()
        .map(|bin| if bin.of == 0 { "gap".into() } else { serde_json::json!([bin.count, bin.of]) })
        .collect();
    page.expect("the rows", rows, expected).await?;
    page.click(&format!(".time-table tbody tr:nth-child({}) a", a + 1)).await?;
    expect_span(&page, &timeline, a, a).await
}
