//! The table behind the bars: the same numbers, each row a link that chooses it.

use jejak_archive::Query;
use jejak_archive::answer::Bin;
use yew::Html;

use crate::markup::html;

use super::axis;
use super::draw::Drawing;
use crate::state::site::View;

/// A row for each bar that `wanted` takes. A bar without articles of the archive says so.
pub fn table(drawing: Drawing<'_>, query: &Query, wanted: fn(&Bin) -> bool) -> Html {
    let (site, timeline) = (drawing.site, drawing.timeline);
    let (text, words) = (site.text(), &site.text().record);
    let counted = match site.view {
        View::Statements(_) => words.column_statements(),
        _ => text.time.column_articles(),
    };
    let heads = [words.column_time(), counted, words.column_articles(), text.time.column_rate()];
    let cells = |bin: &Bin| match bin.of {
        0 => html! { <td colspan="3">{ text.timeline_legend_gap() }</td> },
        of => {
            let cells =
                [text.number().with(bin.count), text.number().with(of), text.time.in_tenths(axis::rate(bin.count, of))];
            html! { { for cells.into_iter().map(|cell| html! { <td>{ cell }</td> }) } }
        }
    };
    html! {
        <table>
            <thead><tr>{ for heads.map(|head| html! { <th scope="col">{ head }</th> }) }</tr></thead>
            <tbody>
                { for timeline.bins.iter().enumerate().filter(|(_, bin)| wanted(bin)).map(|(at, bin)| html! {
                    <tr>
                        <th scope="row">
                            <a href={site.href(axis::over(timeline, query, at, at))}>{ drawing.span(bin) }</a>
                        </th>
                        { cells(bin) }
                    </tr>
                }) }
            </tbody>
        </table>
    }
}
