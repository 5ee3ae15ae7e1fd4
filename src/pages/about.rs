//! What the archive is, who keeps it, and how to reach them.

use yew::Html;

use crate::markup::html;

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
            if let Some(contact) = &meta.contact {
                <p><a class="button" href={contact} rel="noopener external">{ text.contact() }</a></p>
            }
        </div>
    }
}
