//! What the timeline is drawn of: bars, the sliders at the ends of the chosen span, the key to its signs.

use jejak_archive::Query;
use jejak_archive::answer::{Bin, Scale, Timeline};
use web_sys::KeyboardEvent;
use yew::prelude::*;

use super::axis;
use super::timeline::ROOM;
use crate::state::day;
use crate::state::site::{Site, Step};
use crate::state::url::{Location, Route};

/// The bars. `here` is the one that a tab leads to, `shade` the span that is chosen.
pub(super) fn bars(site: &Site, timeline: &Timeline, here: usize, shade: Option<(usize, usize)>) -> Html {
    let bins = &timeline.bins;
    let most = bins.iter().map(|bin| bin.of).max().unwrap_or(1);
    let here = here.min(bins.len().saturating_sub(1));
    html! {
        { for bins.iter().enumerate().map(|(at, bin)| {
            let inside = shade.is_none_or(|(a, b)| (a..=b).contains(&at));
            bar(site, timeline, at, bin, most, at == here, inside)
        }) }
    }
}

fn bar(site: &Site, timeline: &Timeline, at: usize, bin: &Bin, most: u32, here: bool, inside: bool) -> Html {
    let (text, bins) = (site.text(), timeline.bins.len());
    let span = span_words(site, timeline.scale, bin);
    let words = if bin.of == 0 { (text.timeline_gap)(&span) } else { (text.timeline_bar)(&span, bin.count, bin.of) };
    let (all, some) = (axis::height(bin.of, most, ROOM), axis::height(bin.count, most, ROOM));
    // The place of a bar, and sixths of it on each side as air: more where there are few bars, so that they stay slim.
    let air = if bins <= 40 { 2 } else { 1 };
    let (x, wide) = (axis::percent(at, bins), axis::percent(1, bins));
    let (bar_x, bar_wide) = (axis::percent(at * 6 + air, bins * 6), axis::percent(6 - 2 * air, bins * 6));
    let bottom = (ROOM - 1).to_string();
    html! {
        <g class={classes!("bar", (!inside).then_some("outside"))} role="button" tabindex={if here { "0" } else { "-1" }}
            aria-label={words.clone()} data-bin={at.to_string()} data-from={day::write(bin.from)}
            data-to={day::write(bin.to)} data-count={bin.count.to_string()}>
            <title>{ words }</title>
            <rect class="bar-place" x={x.clone()} y="0" width={wide} height={ROOM.to_string()} />
            if bin.of == 0 {
                <line class="bar-gap" x1={bar_x} x2={axis::percent(at * 6 + 6 - air, bins * 6)} y1={bottom.clone()}
                    y2={bottom} />
            } else {
                <rect class="bar-all" x={bar_x.clone()} y={(ROOM - all).to_string()} width={bar_wide.clone()}
                    height={all.to_string()} />
                <rect class="bar-some" x={bar_x} y={(ROOM - some).to_string()} width={bar_wide}
                    height={some.to_string()} />
            }
        </g>
    }
}

pub(crate) fn span_words(site: &Site, scale: Scale, bin: &Bin) -> String {
    let text = site.text();
    match scale {
        Scale::Year => bin.from.year().to_string(),
        Scale::Month => (text.month)(bin.from),
        Scale::Week => format!("{} – {}", (text.date_short)(bin.from), (text.date_short)(bin.to)),
        Scale::Day => (text.date_long)(bin.from),
    }
}

/// The sliders at both ends of the chosen span, or at both ends of the timeline where none is chosen.
pub(super) fn brush(site: &Site, query: &Query, timeline: &Timeline, shade: Option<(usize, usize)>) -> Html {
    let last = timeline.bins.len().saturating_sub(1);
    let (a, b) = shade.unwrap_or((0, last));
    let text = site.text();
    let chosen = shade.is_some();
    html! {
        <>
            { slider(site, query, timeline, (a, b), true, text.brush_start, chosen) }
            { slider(site, query, timeline, (a, b), false, text.brush_end, chosen) }
        </>
    }
}

fn slider(
    site: &Site,
    query: &Query,
    timeline: &Timeline,
    (a, b): (usize, usize),
    start: bool,
    label: &'static str,
    chosen: bool,
) -> Html {
    let bins = timeline.bins.len();
    let at = if start { a } else { b };
    let onkeydown = {
        let (site, query, timeline) = (site.clone(), query.clone(), timeline.clone());
        Callback::from(move |event: KeyboardEvent| {
            let to = match event.key().as_str() {
                "ArrowLeft" | "ArrowDown" => at.saturating_sub(1),
                "ArrowRight" | "ArrowUp" => (at + 1).min(bins - 1),
                "Home" => 0,
                "End" => bins - 1,
                _ => return,
            };
            event.prevent_default();
            let (a, b) = if start { (to.min(b), b) } else { (a, to.max(a)) };
            // Each step is a small change of the same choice, so Back does not have to walk through all of them.
            let next = axis::over(&timeline, &query, a, b);
            site.go.emit(Step::Replace(Location::of(Route::Explore(next))));
        })
    };
    let x = axis::percent(if start { at } else { at + 1 }, bins);
    let now = timeline.bins.get(at).map(|bin| span_words(site, timeline.scale, bin)).unwrap_or_default();
    html! {
        <g class={classes!("slider", chosen.then_some("chosen"))} role="slider" tabindex="0" aria-label={label}
            data-brush={if start { "sejak" } else { "sampai" }} aria-valuemin="0"
            aria-valuemax={(bins - 1).to_string()} aria-valuenow={at.to_string()} aria-valuetext={now} {onkeydown}>
            <line class="slider-line" x1={x.clone()} x2={x.clone()} y1="0" y2={ROOM.to_string()} />
            <circle class="slider-knob" cx={x} cy={(ROOM / 2).to_string()} r="5" />
        </g>
    }
}

/// What the signs mean, the articles that no bar can show, and the way back to all dates.
pub(super) fn legend(site: &Site, query: &Query, timeline: &Timeline) -> Html {
    let text = site.text();
    let all = site.choosing(Query { from: None, to: None, ..query.clone() });
    let gaps = timeline.bins.iter().any(|bin| bin.of == 0);
    let part = timeline.bins.iter().any(|bin| bin.count < bin.of);
    html! {
        <p class="timeline-legend">
            if part {
                <span class="legend-all">{ text.timeline_legend_all }</span>
            }
            if gaps {
                <span class="legend-gap">{ text.timeline_legend_gap }</span>
            }
            if timeline.undated > 0 {
                <span>{ (text.timeline_undated)(timeline.undated) }</span>
            }
            if query.from.is_some() || query.to.is_some() {
                <button class="link" type="button" onclick={all}>{ text.all_dates }</button>
            }
        </p>
    }
}
