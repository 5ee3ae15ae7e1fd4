//! What the archive is and covers, who keeps it, how to reach them, and how often the press is wrong.

use jejak_archive::Query;
use yew::Html;

use crate::markup::html;

use super::failure;
use crate::chunk::{Chunk, HOLDINGS};
use crate::components::accuracy::accuracy;
use crate::components::explore::nameplate::extent;
use crate::components::gauge;
use crate::components::lasting;
use crate::components::shell::footer::facts;
use crate::components::unfolded::{Unfolded, What};
use crate::state::report;
use crate::state::site::{Site, View};
use crate::state::url::{Location, Route};
use crate::text::laws::Words;
use crate::widget::widget;

/// The page about the archive; the query says of which source and which year it shows the coverage.
pub fn page(site: &Site, query: &Query, unread: &[String]) -> Html {
    let text = site.text();
    let meta = site.library.meta();
    html! {
        <div class="about">
            <h1 class="record-title">{ text.about() }</h1>
            { for meta.about.iter().map(|words| html! { <p lang={&meta.language}>{ words }</p> }) }
            { extent(site) }
            { facts(site, Some(site.library.stamp())) }
            { regulations(site) }
            { contact(site) }
            if !unread.is_empty() {
                <p class="notice">{ text.unread().with(unread) }</p>
            }
            { widget(Unfolded { site: site.on(View::About), what: What::Coverage(query.clone()) }) }
            { accuracy(site) }
            { gauge::section(site) }
            { match HOLDINGS.open() {
                Some(holdings) => holdings(site),
                None => failure::chunk(site, Chunk::Take),
            } }
            { lasting::room(site) }
        </div>
    }
}

/// The way to the list of regulations, where articles name some.
fn regulations(site: &Site) -> Html {
    if site.library.regulations().is_empty() {
        return Html::default();
    }
    let href = Location::of(Route::Regulations).href();
    html! { <p><a {href}>{ Words::of(site.settings.language).list() }</a></p> }
}

/// The way to those who keep the archive, where they say so.
pub fn contact(site: &Site) -> Html {
    let Some(address) = report::contact(site.library.meta()) else { return Html::default() };
    html! { <p><a class="button" href={address} rel="noopener external">{ site.text().contact() }</a></p> }
}
