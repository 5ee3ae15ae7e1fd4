//! How the answer lies in time: bars to click, to drag over and to walk along by keys.
//!
//! One tab stop leads to the bars, arrows move between them, Enter or a click chooses one, dragging chooses a span.
//! The ends of the chosen span are sliders. Nothing is asked of the archive before the pointer is let go, so that
//! dragging costs no more than drawing. All geometry is SVG attributes, so the page's policy needs no exception.

use jejak_archive::Query;
use jejak_archive::answer::{Bin, Timeline};
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, PointerEvent};
use yew::prelude::*;
use yew::virtual_dom::Key;

use crate::markup::{classes, html};

use super::axis::{self, percent};
use super::draw::{Drawing, days};
use super::table::table;
use super::ways::ways;
use crate::state::site::{Site, View};
use crate::widget::{Hand, Widget};

/// The bars with all that belongs to them.
#[derive(PartialEq)]
pub struct TimelineView {
    /// The page's handle; choosing stays in its view.
    pub site: Site,
    /// The query whose answer it shows.
    pub query: Query,
    /// The bars.
    pub timeline: Timeline,
    /// Height of the tallest bar, in pixels.
    pub room: u32,
}

/// A pointer that is down.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Drag {
    /// The bin that stays one end of the span, and the one under the pointer.
    span: (usize, usize),
    /// How far from the edge of a bin the pointer counts for it: half a bin where it holds an end of the span.
    off: f64,
    /// Where it came down, in CSS pixels from the window's left edge.
    down: i32,
    /// Whether it went to another bin.
    moved: bool,
}

/// What it keeps.
#[derive(Debug, Default)]
pub struct Kept {
    /// The bar that a tab leads to.
    here: usize,
    /// A pointer that is down.
    drag: Option<Drag>,
    /// Whether the table is open.
    open: bool,
    /// The drawing.
    svg: NodeRef,
}

impl Widget for TimelineView {
    type Kept = Kept;

    fn key(&self) -> Key {
        "linimasa".into()
    }

    fn draw(&self, hand: &Hand<Kept>) -> Html {
        let Self { site, query, timeline, room } = self;
        let text = site.text();
        let (here, drag, open, svg) = hand.look(|kept| (kept.here, kept.drag, kept.open, kept.svg.clone()));
        let bins = timeline.bins.len();
        let Some(last) = bins.checked_sub(1) else { return Html::default() };
        let chosen = axis::chosen(timeline, query);
        let (a, b) = chosen.unwrap_or((0, last));
        // A bar that is chosen alone is let go by choosing it again.
        let choose = {
            let (site, query, timeline) = (site.clone(), query.clone(), timeline.clone());
            move |(a, b): (usize, usize), held: bool| {
                site.choose(match (held, chosen == Some((a, b)) && a == b) {
                    (true, _) => axis::moved(&timeline, &query, a, b),
                    (_, true) => Query { from: None, to: None, ..query.clone() },
                    _ => axis::over(&timeline, &query, a, b),
                });
            }
        };
        let under = {
            let svg = svg.clone();
            move |event: &PointerEvent, off: f64| {
                let frame = svg.cast::<Element>()?.get_bounding_client_rect();
                Some(axis::bin_at(f64::from(event.client_x()) - frame.left(), frame.width(), bins, off))
            }
        };
        let onpointerdown = {
            let (hand, under) = (hand.clone(), under.clone());
            Callback::from(move |event: PointerEvent| {
                if event.button() != 0 || !event.is_primary() {
                    return;
                }
                // An end of the chosen span is drawn along while the other one stays.
                let end = event.target_dyn_into::<Element>().and_then(|target| end_of(&target));
                let (span, off) = match end {
                    Some(true) => ((b, a), 0.5),
                    Some(false) => ((a, b), -0.5),
                    None => {
                        let at = under(&event, 0.0).unwrap_or_default();
                        hand.look(|kept| kept.here = at);
                        ((at, at), 0.0)
                    }
                };
                let down = event.client_x();
                hand.set(|kept| kept.drag = Some(Drag { span, off, down, moved: false }));
            })
        };
        let onpointermove = {
            let (hand, svg, under) = (hand.clone(), svg.clone(), under.clone());
            Callback::from(move |event: PointerEvent| {
                let Some(Drag { span, off, down, .. }) = hand.look(|kept| kept.drag) else { return };
                if let Some(now) = under(&event, off).filter(|now| *now != span.1) {
                    // Held only once it moves, so that a plain press stays a click on its bar.
                    if let Some(svg) = svg.cast::<Element>() {
                        let _ = svg.set_pointer_capture(event.pointer_id());
                    }
                    hand.set(|kept| kept.drag = Some(Drag { span: (span.0, now), off, down, moved: true }));
                }
            })
        };
        let onpointerup = {
            let (hand, choose) = (hand.clone(), choose.clone());
            Callback::from(move |event: PointerEvent| {
                if let Some(Drag { mut span, off, down, mut moved }) = hand.look(|kept| kept.drag) {
                    hand.set(|kept| kept.drag = None);
                    // Where it is let go counts, whether or not a browser told of the way there.
                    let last = under(&event, off).filter(|now| *now != span.1 && event.client_x() != down);
                    if let Some(now) = last {
                        (span.1, moved) = (now, true);
                    }
                    let held = off != 0.0;
                    if moved || !held {
                        choose(span, held);
                    }
                }
            })
        };
        let onpointercancel = hand.on(|kept, _: PointerEvent| kept.drag = None);
        let onkeydown = {
            let (site, query, timeline) = (site.clone(), query.clone(), timeline.clone());
            let (hand, svg) = (hand.clone(), svg.clone());
            Callback::from(move |event: KeyboardEvent| {
                let Some(target) = event.target_dyn_into::<Element>() else { return };
                let end = end_of(&target);
                let at = end.map_or_else(|| hand.look(|kept| kept.here), |start| if start { a } else { b });
                let to = match event.key().as_str() {
                    "ArrowLeft" | "ArrowDown" => at.saturating_sub(1),
                    "ArrowRight" | "ArrowUp" => at + 1,
                    "PageDown" => at.saturating_sub(10),
                    "PageUp" => at + 10,
                    "Home" => 0,
                    "End" => last,
                    "Enter" | " " if end.is_none() => {
                        event.prevent_default();
                        choose((at, at), false);
                        return;
                    }
                    _ => return,
                }
                .min(last);
                event.prevent_default();
                let span = match end {
                    Some(true) => (to.min(b), b),
                    Some(false) => (a, to.max(a)),
                    None => {
                        hand.set(|kept| kept.here = to);
                        focus(&svg, &format!("[data-bin=\"{to}\"]"));
                        return;
                    }
                };
                // The first step is a choice. Further ones say it better, so Back does not have to walk through all of them.
                let next = axis::moved(&timeline, &query, span.0, span.1);
                if chosen.is_some() { site.type_on(next) } else { site.choose(next) }
            })
        };
        let ontoggle = hand.on(|kept, event: Event| {
            kept.open = event.target_dyn_into::<Element>().is_some_and(|target| target.has_attribute("open"));
        });
        let drawing = Drawing { site, timeline, share: query.window.share, room: *room };
        let drawn = drag.map(|Drag { span: (a, b), .. }| (a.min(b), a.max(b)));
        let shade = drawn.or(chosen);
        html! {
            <section class="timeline" data-timeline="" aria-label={text.timeline()}>
                <svg ref={svg.clone()} class="timeline-bars held" width="100%" height={drawing.tall()} role="group"
                    aria-label={text.timeline_keys()} {onpointerdown} {onpointermove} {onpointerup} {onpointercancel}
                    {onkeydown}>
                    { veil("timeline-shade", shade.map(|(a, b)| (a, b + 1)), drawing) }
                    { drawing.bars(Some(here.min(last))) }
                    { veil("timeline-veil", shade.map(|(a, _)| (0, a)), drawing) }
                    { veil("timeline-veil", shade.map(|(_, b)| (b + 1, bins)), drawing) }
                    { slider(drawing, true, shade) }
                    { slider(drawing, false, shade) }
                </svg>
                { legend(drawing, shade) }
                { ways(drawing, query, chosen) }
                <details class="time-table" {ontoggle}>
                    <summary>{ text.record.as_table() }</summary>
                    if open {
                        { table(drawing, query, |_| true) }
                    }
                </details>
            </section>
        }
    }
}

/// Whether an element belongs to the start (or the end) of the chosen span.
fn end_of(target: &Element) -> Option<bool> {
    let slider = target.closest("[data-brush]").ok()??;
    Some(slider.get_attribute("data-brush")? == "sejak")
}

fn focus(svg: &NodeRef, selector: &str) {
    let found = svg.cast::<Element>().and_then(|svg| svg.query_selector(selector).ok().flatten());
    if let Some(bar) = found.and_then(|bar| bar.dyn_into::<web_sys::SvgElement>().ok()) {
        let _ = bar.focus();
    }
}

/// A stretch of the drawing, from the beginning of one bin to that of another; of no width where there is none, so that
/// drawing along adds and removes nothing.
fn veil(class: &'static str, stretch: Option<(usize, usize)>, drawing: Drawing<'_>) -> Html {
    let (from, to) = stretch.unwrap_or_default();
    let bins = drawing.timeline.bins.len();
    html! {
        <rect {class} x={percent(from, bins)} y="0" width={percent(to - from, bins)} height={drawing.room} />
    }
}

/// One end of the chosen span, or of the timeline where none is chosen.
fn slider(drawing: Drawing<'_>, start: bool, shade: Option<(usize, usize)>) -> Html {
    let text = drawing.site.text();
    let bins = &drawing.timeline.bins;
    let (a, b) = shade.unwrap_or((0, bins.len() - 1));
    let at = if start { a } else { b };
    let x = percent(if start { at } else { at + 1 }, bins.len());
    let now = bins.get(at).map(|bin| drawing.span(bin));
    let middle = drawing.room / 2;
    html! {
        <g class={classes("slider", &[shade.map(|_| "chosen"), (!start).then_some("end")])} role="slider" tabindex="0"
            aria-label={if start { text.brush_start() } else { text.brush_end() }}
            data-brush={if start { "sejak" } else { "sampai" }} aria-valuemin="0"
            aria-valuemax={bins.len() - 1} aria-valuenow={at} aria-valuetext={now}>
            <line class="slider-line" x1={&x} x2={&x} y1="0" y2={drawing.room} />
            <rect class="slider-grip" x={&x} y={middle - 20} width="28" height="40" />
            <rect class="slider-knob" {x} y={middle - 9} width="9" height="18" rx="3" />
        </g>
    }
}

/// What the bars of the chosen span say together, what the signs mean, and the articles that no bar shows.
fn legend(drawing: Drawing<'_>, shade: Option<(usize, usize)>) -> Html {
    let (text, timeline) = (drawing.site.text(), drawing.timeline);
    let bins = &timeline.bins;
    let (most, behind) = drawing.most();
    let (a, b) = shade.unwrap_or((0, bins.len() - 1));
    let within = bins.get(a..=b).unwrap_or_default();
    let sum = |of: fn(&Bin) -> u32| within.iter().map(of).fold(0, u32::saturating_add);
    let said = within.first().zip(within.last()).map(|(first, last)| {
        let all = Bin { from: first.from, to: last.to, count: sum(|bin| bin.count), of: sum(|bin| bin.of) };
        drawing.said(&days(drawing.site, first.from, last.to), &all)
    });
    let gaps = bins.iter().any(|bin| bin.of == 0);
    let part = behind && bins.iter().any(|bin| bin.count < bin.of);
    let top = if drawing.share { text.time.share(most) } else { text.time.top().with(most) };
    let undated = match drawing.site.view {
        View::Statements(_) => text.record.undated(),
        _ => text.timeline_undated(),
    };
    let note = |class: &'static str, words: Option<String>| html! { if let Some(words) = words { <span {class}>{ words }</span> } };
    html! {
        <p class="timeline-legend">
            { note("legend-said", said) }
            { note("legend-top", Some(top)) }
            { note("legend-all", part.then(|| text.timeline_legend_all().to_owned())) }
            { note("legend-gap", gaps.then(|| text.timeline_legend_gap().to_owned())) }
            { note("legend-rest", (timeline.undated > 0).then(|| undated.with(timeline.undated))) }
            { note("legend-rest", (timeline.outside > 0).then(|| text.time.outside().with(timeline.outside))) }
        </p>
    }
}
