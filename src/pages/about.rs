//! What the archive is, who keeps it, and how to reach them.

use yew::{Html, html};

use crate::components::element::plain;
use crate::components::explore::nameplate::extent;
use crate::components::shell::footer::facts;
use crate::state::site::Site;

/// The page about the archive.
pub fn page(site: &Site) -> Html {
    let text = site.text();
    let meta = site.library.meta();
    html! {
        <div class="about">
            { plain("h1", "record-title", text.about) }
            { for meta.about.iter().map(|words| html! { <p lang={meta.language.clone()}>{ words }</p> }) }
            { extent(site) }
            { facts(site, site.library.stamp()) }
            if let Some(contact) = &meta.contact {
                <p><a class="button" href={contact.clone()} rel="noopener external">{ text.contact }</a></p>
            }
        </div>
    }
}
