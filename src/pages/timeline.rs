//! The answer in time, large, with offices and events in line below.

use jejak_archive::{Outcome, Query};
use yew::Html;

use crate::markup::html;

use super::failure;
use crate::components::explore::chips::chips;
use crate::components::explore::dates::dates;
use crate::components::explore::status::{notices, said};
use crate::components::head::head;
use crate::components::timeline::view::TimelineView;
use crate::components::unfolded::{Unfolded, What};
use crate::state::site::{Site, View};
use crate::widget::widget;

/// The page of a question; `unread` are parts of the address that could not be read.
pub fn page(site: &Site, query: &Query, unread: &[String]) -> Html {
    let (text, list) = (site.text(), site.href(query.clone()));
    let site = site.on(View::Timeline);
    let head = head(&site, query, text.time.title(), text.time.about());
    let answer = match site.library.over_time(query) {
        Outcome::Ready(answer) => answer,
        Outcome::Needs(parts) => return html! { <>{ head }{ failure::part(&site, &parts) }</> },
    };
    let lanes = |what| widget(Unfolded { site: site.clone(), what });
    html! {
        <>
            { head }
            <div class="timeline-page">
                <div class="results-head">
                    { said(&site, "status", answer.total, text.count().with(answer.total), &query.words) }
                    <a class="link" href={list}>{ text.show().with(answer.total) }</a>
                </div>
                { chips(&site, query) }
                { notices(&site, query, unread, (&answer).into()) }
                { dates(&site, query) }
                { widget(TimelineView {
                    site: site.clone(), query: query.clone(), timeline: answer.timeline.clone(), room: 160,
                }) }
                { lanes(What::Offices(query.clone(), answer.timeline.clone())) }
                { lanes(What::Events(query.clone(), answer.timeline.clone(), answer.total)) }
            </div>
        </>
    }
}
