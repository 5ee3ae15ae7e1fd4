//! What happened when, in line with the bars: the articles with most statements, by kind of event.

use jejak_archive::answer::Timeline;
use jejak_archive::model::EventKind;
use jejak_archive::{Outcome, Query};
use yew::Html;

use crate::markup::html;

use super::axis::{percent, place};
use crate::components::record::cited::cited;
use crate::pages::failure;
use crate::state::site::Site;
use crate::state::url;

/// Most articles that get a mark.
const MOST: usize = 60;

/// A lane for each kind of event that occurs, of so many articles that answer.
pub fn events(site: &Site, query: &Query, timeline: &Timeline, total: u32) -> Html {
    let (text, library) = (site.text(), &site.library);
    let all = match library.events(query, MOST) {
        Outcome::Ready(all) => all,
        Outcome::Needs(parts) => return failure::part(site, &parts),
    };
    if all.is_empty() {
        return Html::default();
    }
    site.need(site.library.heads_of(&all));
    let kind = |article: &u32| library.head(*article).and_then(|head| head.event);
    let lane = |wanted: Option<EventKind>| {
        let own: Vec<u32> = all.iter().copied().filter(|article| kind(article) == wanted).collect();
        let mark = |article: &u32| {
            let head = library.head(*article)?;
            let cx = percent(place(timeline, head.date?), 10_000);
            Some(html! {
                <a href={url::article(&head.id)} tabindex="-1">
                    <title>{ text.date_short(head.date?) }{ ": " }{ &head.title }</title>
                    <circle class="lane-mark" {cx} cy="12" r="6" />
                </a>
            })
        };
        (!own.is_empty()).then(|| {
            html! {
                <li class="lane" data-kind={wanted.map(EventKind::as_str)}>
                    <h3 class="lane-name">{ wanted.map_or(text.time.no_kind(), |kind| text.event().of(kind)) }</h3>
                    <svg class="role-line" width="100%" height="24" aria-hidden="true">
                        <line class="role-base" x1="0" x2="100%" y1="12" y2="12" />
                        { for own.iter().filter_map(mark) }
                    </svg>
                    { cited(site, &own, 0) }
                </li>
            }
        })
    };
    let kinds = EventKind::ALL.iter().copied().map(Some).chain([None]);
    let shown = u32::try_from(all.len()).unwrap_or(u32::MAX);
    html! {
        <section class="lanes" aria-labelledby="peristiwa">
            <h2 class="record-name" id="peristiwa">{ text.time.events() }</h2>
            <p class="record-hint">{ text.time.events_hint().with(shown, total) }</p>
            <ul>{ for kinds.filter_map(lane) }</ul>
        </section>
    }
}
