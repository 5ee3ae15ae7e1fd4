//! How statements lie in time: small bars, and the table behind them.

use jejak_archive::answer::{Bin, Timeline};
use jejak_archive::statements::StatementQuery;
use yew::{Html, html};

use crate::components::explore::axis::{self, LabelWords};
use crate::components::explore::timeline_parts::span_words;
use crate::state::site::Site;
use crate::state::{day, url};

/// Height of the tallest bar, and of bars and labels together, in pixels.
const ROOM: u32 = 44;
const TALL: u32 = 64;

/// The bars and the table; nothing where no statement has a date. The rows lead to the statements of `asked` in them.
pub fn time(site: &Site, timeline: &Timeline, asked: &StatementQuery) -> Html {
    let words = site.text().record;
    if timeline.bins.iter().all(|bin| bin.count == 0) {
        return Html::default();
    }
    let most = timeline.bins.iter().map(|bin| bin.count).max().unwrap_or(1);
    let bins = timeline.bins.len();
    html! {
        <section class="over-time" aria-labelledby="waktu">
            <h2 class="record-name" id="waktu">{ words.over_time }</h2>
            <svg class="over-time-bars" width="100%" height={TALL.to_string()} aria-hidden="true">
                { for timeline.bins.iter().enumerate().map(|(at, bin)| bar(site, timeline, at, bin, most)) }
                <line class="timeline-tick" x1="0" x2="100%" y1={ROOM.to_string()} y2={ROOM.to_string()} />
                { for axis::labels(timeline).iter().map(|label| label_at(site, label, bins)) }
            </svg>
            <details class="over-time-table">
                <summary>{ words.as_table }</summary>
                { table(site, timeline, asked) }
            </details>
        </section>
    }
}

fn bar(site: &Site, timeline: &Timeline, at: usize, bin: &Bin, most: u32) -> Html {
    let bins = timeline.bins.len();
    let (x, wide) = (axis::percent(at * 6 + 1, bins * 6), axis::percent(4, bins * 6));
    if bin.of == 0 {
        let y = (ROOM - 3).to_string();
        let end = axis::percent(at * 6 + 5, bins * 6);
        return html! { <line class="bar-gap" x1={x} x2={end} y1={y.clone()} y2={y} /> };
    }
    let tall = axis::height(bin.count, most, ROOM);
    let words = (site.text().record.over_time_bar)(&span_words(site, timeline.scale, bin), bin.count);
    html! {
        <rect class="bar-some" {x} y={(ROOM - tall).to_string()} width={wide} height={tall.to_string()}
            data-from={day::write(bin.from)} data-to={day::write(bin.to)} data-count={bin.count.to_string()}>
            <title>{ words }</title>
        </rect>
    }
}

fn label_at(site: &Site, label: &axis::Label, bins: usize) -> Html {
    let words = match label.words {
        LabelWords::Year(year) => year.to_string(),
        LabelWords::Month(day) => (site.text().month)(day),
    };
    // Near the right edge a label ends at its mark instead of beginning there.
    let anchor = if label.bin * 100 > bins * 88 { "end" } else { "start" };
    let class = if label.minor { "timeline-label minor" } else { "timeline-label" };
    html! {
        <text {class} x={axis::percent(label.bin, bins)} y={(ROOM + 16).to_string()} text-anchor={anchor}>
            { words }
        </text>
    }
}

fn table(site: &Site, timeline: &Timeline, asked: &StatementQuery) -> Html {
    let words = site.text().record;
    let spans = timeline.bins.iter().filter(|bin| bin.count > 0);
    html! {
        <>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{ words.column_time }</th>
                        <th scope="col">{ words.column_statements }</th>
                        <th scope="col">{ words.column_articles }</th>
                    </tr>
                </thead>
                <tbody>
                    { for spans.map(|bin| {
                        let mut within = asked.clone();
                        within.query.page = 0;
                        (within.query.from, within.query.to) = (Some(bin.from), Some(bin.to));
                        html! {
                            <tr>
                                <th scope="row">
                                    <a href={url::quotes(&within)}>{ span_words(site, timeline.scale, bin) }</a>
                                </th>
                                <td>{ bin.count }</td>
                                <td>{ bin.of }</td>
                            </tr>
                        }
                    }) }
                </tbody>
            </table>
            if timeline.undated > 0 {
                <p>{ (words.undated)(timeline.undated) }</p>
            }
        </>
    }
}
