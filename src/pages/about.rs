//! What the archive is, who keeps it, and how to reach them.

use yew::Html;

use crate::markup::html;

use crate::components::accuracy::accuracy;
use crate::components::explore::nameplate::extent;
use crate::components::shell::footer::facts;
use crate::state::site::Site;

/// The page about the archive.
pub fn page(site: &Site) -> Html {
    let text = site.text();
    let meta = site.library.meta();
    html! {
        <div class="about">
            <h1 class="record-title">{ text.about() }</h1>
            { for meta.about.iter().map(|words| html! { <p lang={&meta.language}>{ words }</p> }) }
            { extent(site) }
            { facts(site, Some(site.library.stamp())) }
            { contact(site) }
            { accuracy(site) }
        </div>
    }
}

/// The way to those who keep the archive, where they say so.
pub fn contact(site: &Site) -> Html {
    let Some(address) = &site.library.meta().contact else { return Html::default() };
    html! { <p><a class="button" href={address} rel="noopener external">{ site.text().contact() }</a></p> }
}
