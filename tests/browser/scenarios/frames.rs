//! Drawing over the timeline of many articles keeps up with the screen.

use std::time::Duration;

use jejak_archive::Query;
use jejak_browser_tests::{Hand, Page, Trouble};

use crate::brush::{in_view, spot};

/// A screen of 60 frames a second shows one every 16.7 ms; clocks of browsers round.
const FRAME: f64 = 17.5;
/// Two of them: one picture was missed.
const MISSED: f64 = 34.0;
/// How many places the pointer comes to, and how many of them are one stroke from the middle to the end or back.
const PLACES: u32 = 180;
const STROKE: u32 = 60;

/// Counts frames, and in how many of them the brush had moved.
const WATCH: &str = "window.seen = []; window.watching = true; \
     const tick = now => { if (!watching) return; \
       const ends = [...document.querySelectorAll('[data-timeline] [role=slider]')].map(end => end.ariaValueNow).join(); \
       seen.push([now, ends]); requestAnimationFrame(tick); }; requestAnimationFrame(tick)";

/// The bars that are drawn over: what the page shows at first, a bar a month, and as many bars as there may be.
const VIEWS: [&str; 3] = ["", "?skala=bulan", "?bentang=2021-01-01..2022-01-31&skala=hari"];

/// Where the machine is busy with other things too, some frames come late that a reader would have in time; so what is
/// asserted is the middle of all frames, and how many of them came more than a frame late.
pub(crate) async fn drawing_keeps_up(page: Page) -> Result<(), Trouble> {
    for view in VIEWS {
        page.open(view).await?;
        keeps_up(&page).await?;
    }
    Ok(())
}

async fn keeps_up(page: &Page) -> Result<(), Trouble> {
    in_view(page).await?;
    let bars = page.run("return document.querySelectorAll('[data-timeline] [data-from]').length").await?;
    let n = bars.as_u64().and_then(|n| usize::try_from(n).ok()).filter(|n| *n > 8).ok_or(Trouble::Unfit("bars"))?;
    // The driver moves a pointer once for each place that it is told, so each is told: three strokes, a place a frame.
    let mut spots = vec![spot(page, n, n / 2, 0.5).await?];
    let (start, y) = spots[0];
    let width = spot(page, n, n - 1, 0.5).await?.0 - start;
    for step in 0..PLACES {
        let part = f64::from(step % STROKE) / f64::from(STROKE);
        let back = (step / STROKE) % 2 == 1;
        spots.push((start + width * if back { 1.0 - part } else { part }, y));
    }
    page.run(WATCH).await?;
    page.draw(Hand::Mouse, &spots, Duration::from_millis(16)).await?;
    let seen = page.run("window.watching = false; return window.seen").await?;
    let seen = seen.as_array().cloned().unwrap_or_default();
    // From the first frame in which the brush moved to the last.
    let moves: Vec<usize> = (1..seen.len()).filter(|at| seen[*at][1] != seen[at - 1][1]).collect();
    let (Some(first), Some(last)) = (moves.first(), moves.last()) else { return Err(Trouble::Unfit("moving brush")) };
    let time = |at: usize| seen[at][0].as_f64().unwrap_or_default();
    let mut gaps: Vec<f64> = (*first..*last).map(|at| time(at + 1) - time(at)).collect();
    gaps.sort_unstable_by(f64::total_cmp);
    let (count, median) = (gaps.len(), gaps[gaps.len() / 2]);
    let share = |limit: f64| gaps.iter().filter(|gap| **gap <= limit).count() * 100 / count;
    println!(
        "drawing over {n} bars of 10,000 articles: {count} frames, in {} the brush moved; median {median:.1} ms, worst \
         {:.1} ms, {} % within a frame, {} % within two",
        moves.len(),
        gaps[count - 1],
        share(FRAME),
        share(MISSED)
    );
    assert!(count > 60 && moves.len() >= n.min(100) / 4, "too little to judge: {count} frames, {} moves", moves.len());
    assert!(median <= FRAME, "the middle of all frames took {median} ms");
    assert!(share(MISSED) >= 90, "only {} % of the frames came in time or one late", share(MISSED));

    // Let go, the answer is that of the span.
    let spanned =
        page.run("const all = new URL(location).searchParams; return [all.get('sejak'), all.get('sampai')]").await?;
    let day = |at: usize| spanned[at].as_str().and_then(|day| day.parse().ok());
    page.expect_answer_to(&Query { from: day(0), to: day(1), ..Query::default() }).await.map(drop)
}
