//! How the answer lies in time: bars to click, to drag over and to walk along by keys.
//!
//! One tab stop leads to the bars, arrows move between them, Enter or a click chooses one, dragging chooses a span.
//! The ends of the chosen span are sliders. All geometry is SVG attributes, so the page's policy needs no exception.

use jejak_archive::answer::Timeline;
use jejak_archive::{Date, Query};
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, PointerEvent};
use yew::prelude::*;

use super::axis::{self, LabelWords};
use super::timeline_parts::{bars, brush, legend};
use crate::state::site::Site;

/// Height of the tallest bar, in pixels.
pub(super) const ROOM: u32 = 56;
/// Height of bars and labels together.
const TALL: u32 = 78;

/// What the timeline needs.
#[derive(Properties, PartialEq)]
pub struct TimelineProps {
    /// The page's handle.
    pub site: Site,
    /// The query whose answer it shows.
    pub query: Query,
    /// The bars.
    pub timeline: Timeline,
}

/// The histogram.
#[component]
pub fn TimelineView(TimelineProps { site, query, timeline }: &TimelineProps) -> Html {
    let text = site.text();
    let here = use_state(|| 0_usize);
    let drag = use_state(|| None::<(usize, usize)>);
    let svg = use_node_ref();
    let bins = timeline.bins.len();
    if bins == 0 {
        return Html::default();
    }
    let chosen = axis::chosen(timeline, query);
    // A bar that is chosen alone is let go by choosing it again.
    let choose = {
        let (site, query, timeline) = (site.clone(), query.clone(), timeline.clone());
        Callback::from(move |(a, b): (usize, usize)| {
            let again = a == b && chosen == Some((a, b));
            let next = if again {
                Query { from: None, to: None, ..query.clone() }
            } else {
                axis::over(&timeline, &query, a, b)
            };
            site.choose(next);
        })
    };
    let under = {
        let svg = svg.clone();
        move |event: &PointerEvent| {
            let frame = svg.cast::<Element>()?.get_bounding_client_rect();
            Some(axis::bin_at(f64::from(event.client_x()) - frame.left(), frame.width(), bins))
        }
    };
    let onpointerdown = {
        let (drag, under, here) = (drag.clone(), under.clone(), here.clone());
        Callback::from(move |event: PointerEvent| {
            if event.button() == 0 && event.is_primary() {
                let start = under(&event);
                // An end of the chosen span is drawn along while the other one stays.
                let (a, b) = chosen.unwrap_or((0, bins - 1));
                let stays = match held_end(&event).as_deref() {
                    Some("sejak") => Some(b),
                    Some(_) => Some(a),
                    None => start,
                };
                drag.set(stays.zip(start));
                here.set(start.unwrap_or_default());
            }
        })
    };
    let onpointermove = {
        let (drag, svg) = (drag.clone(), svg.clone());
        Callback::from(move |event: PointerEvent| {
            if let (Some((start, end)), Some(now)) = (*drag, under(&event))
                && now != end
            {
                // Held only once it moves, so that a plain press stays a click on its bar.
                if let Some(svg) = svg.cast::<Element>() {
                    let _ = svg.set_pointer_capture(event.pointer_id());
                }
                drag.set(Some((start, now)));
            }
        })
    };
    let onpointerup = {
        let (drag, choose) = (drag.clone(), choose.clone());
        Callback::from(move |_: PointerEvent| {
            if let Some(span) = *drag {
                drag.set(None);
                choose.emit(span);
            }
        })
    };
    let onpointercancel = {
        let drag = drag.clone();
        Callback::from(move |_: PointerEvent| drag.set(None))
    };
    let onkeydown = {
        let (here, choose, svg) = (here.clone(), choose.clone(), svg.clone());
        Callback::from(move |event: KeyboardEvent| {
            let Some(target) = event.target_dyn_into::<Element>().filter(|target| target.has_attribute("data-from"))
            else {
                return;
            };
            let at = target.get_attribute("data-bin").and_then(|at| at.parse().ok()).unwrap_or(*here);
            let to = match event.key().as_str() {
                "ArrowLeft" => at.saturating_sub(1),
                "ArrowRight" => (at + 1).min(bins - 1),
                "Home" => 0,
                "End" => bins - 1,
                "Enter" | " " => {
                    event.prevent_default();
                    choose.emit((at, at));
                    return;
                }
                _ => return,
            };
            event.prevent_default();
            here.set(to);
            focus(&svg, &format!("[data-bin=\"{to}\"]"));
        })
    };
    let shade = (*drag).map(|(a, b)| (a.min(b), a.max(b))).or(chosen);
    html! {
        <section class="timeline" data-timeline="" aria-label={text.timeline}>
            <h2 class="timeline-name">{ text.timeline }</h2>
            <svg ref={svg.clone()} class="timeline-bars" width="100%" height={TALL.to_string()} role="group"
                aria-label={text.timeline_keys} {onpointerdown} {onpointermove} {onpointerup} {onpointercancel}
                {onkeydown}>
                { for shade.map(|(a, b)| html! {
                    <rect class="timeline-shade" x={axis::percent(a, bins)} y="0" width={axis::percent(b + 1 - a, bins)}
                        height={ROOM.to_string()} />
                }) }
                { bars(site, timeline, *here, shade) }
                { for axis::labels(timeline).iter().map(|label| label_at(site, label, bins)) }
                { brush(site, query, timeline, shade) }
            </svg>
            { legend(site, query, timeline) }
        </section>
    }
}

/// Which end of the chosen span a pointer holds, if one.
fn held_end(event: &PointerEvent) -> Option<String> {
    event.target_dyn_into::<Element>()?.closest("[data-brush]").ok()??.get_attribute("data-brush")
}

fn focus(svg: &NodeRef, selector: &str) {
    let found = svg.cast::<Element>().and_then(|svg| svg.query_selector(selector).ok().flatten());
    if let Some(bar) = found.and_then(|bar| bar.dyn_into::<web_sys::SvgElement>().ok()) {
        let _ = bar.focus();
    }
}

fn label_at(site: &Site, label: &axis::Label, bins: usize) -> Html {
    let words = match label.words {
        LabelWords::Year(year) => year.to_string(),
        LabelWords::Month(day) => month(site, day),
    };
    // Near the right edge a label ends at its mark instead of beginning there.
    let anchor = if label.bin * 100 > bins * 88 { "end" } else { "start" };
    let class = if label.minor { "timeline-label minor" } else { "timeline-label" };
    let x = axis::percent(label.bin, bins);
    html! {
        <>
            <line class="timeline-tick" x1={x.clone()} x2={x.clone()} y1={ROOM.to_string()}
                y2={(ROOM + 6).to_string()} />
            <text {class} {x} y={(ROOM + 18).to_string()} text-anchor={anchor}>{ words }</text>
        </>
    }
}

fn month(site: &Site, day: Date) -> String {
    (site.text().month)(day)
}
