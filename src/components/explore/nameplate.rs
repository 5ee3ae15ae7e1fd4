//! The head of the front page: what the archive is and what it covers.

use yew::{Html, html};

use crate::state::site::Site;

/// The archive's name, its description and its extent.
pub fn nameplate(site: &Site) -> Html {
    let text = site.text();
    let meta = site.library.meta();
    let articles = (text.count)(site.library.len());
    html! {
        <header class="nameplate">
            <h1 class="nameplate-title">{ site.name() }</h1>
            <p class="nameplate-about">
                { if meta.description.is_empty() { text.tagline } else { &meta.description } }
            </p>
            <p class="nameplate-extent">
                <span>{ articles }</span>
                if let Some((first, last)) = site.library.coverage() {
                    <span>{ (text.date_short)(first) }{ " – " }{ (text.date_short)(last) }</span>
                }
                <span>{ (text.quotes)(site.library.quotes()) }</span>
            </p>
        </header>
    }
}
