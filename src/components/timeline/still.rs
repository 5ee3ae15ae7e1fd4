//! Bars that only show, with the table behind them.

use jejak_archive::Query;
use jejak_archive::answer::Timeline;
use yew::Html;

use crate::markup::html;

use super::draw::Drawing;
use super::table::table;
use crate::state::site::Site;

/// The bars and the table under a `title`; nothing where all of them are empty. The rows lead to the answer of `query` in them.
pub fn still(site: &Site, title: &'static str, query: &Query, timeline: &Timeline) -> Html {
    let words = &site.text().record;
    if timeline.bins.iter().all(|bin| bin.count == 0) {
        return Html::default();
    }
    let drawing = Drawing { site, timeline, share: false, room: 44 };
    html! {
        <section class="over-time" aria-labelledby="waktu">
            <h2 class="record-name" id="waktu">{ title }</h2>
            <svg class="timeline-bars" width="100%" height={drawing.tall()} aria-hidden="true">
                { drawing.bars(None) }
            </svg>
            <details class="time-table">
                <summary>{ words.as_table() }</summary>
                { table(drawing, query, |bin| bin.count > 0) }
                if timeline.undated > 0 {
                    <p>{ words.undated().with(timeline.undated) }</p>
                }
                if timeline.outside > 0 {
                    <p>{ site.text().time.outside().with(timeline.outside) }</p>
                }
            </details>
        </section>
    }
}
