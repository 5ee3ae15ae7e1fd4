//! Articles that print the same text: which was first, and in what this one differs from it.
//!
//! Who counts reports should know when ten of them are one press release.

use jejak_archive::statements::{Copies, Edition};
use yew::{Callback, Html, MouseEvent};

use crate::markup::html;

use crate::components::explore::hit::printed;
use crate::state::site::Site;
use crate::state::url;

/// The list, the first one first; nothing where no other article prints it. `marked` says whether the words that differ
/// are marked in the text, and `change` changes that.
pub fn copies(site: &Site, copies: &Copies, at: u32, marked: bool, change: Callback<MouseEvent>) -> Html {
    if copies.editions.is_empty() {
        return Html::default();
    }
    let text = site.text();
    let differ = u32::try_from(copies.differs.len()).unwrap_or(u32::MAX);
    html! {
        <section class="copies" aria-labelledby="salinan">
            <h2 class="record-name" id="salinan">{ text.copies() }</h2>
            <p class="record-hint">{ text.copies_how().with(copies.alike.into()) }</p>
            { editions(site, &copies.editions, at) }
            if differ > 0 {
                <button class="button" type="button" aria-pressed={marked} data-differs={differ} onclick={change}>
                    { text.copies_differ().with(differ) }
                </button>
            }
        </section>
    }
}

/// Articles that print one text or one statement, in their order; the one at `here` is no link.
pub fn editions(site: &Site, all: &[Edition], here: u32) -> Html {
    let item = |edition: &Edition| {
        let name = edition.publisher.as_deref().unwrap_or(&edition.title);
        let href = match edition.anchor.as_str() {
            "" => url::article(&edition.id),
            anchor => url::quote(&edition.id, anchor),
        };
        html! {
            <li data-edition={&edition.id}>
                { printed(site, edition.date) }{ " " }
                if edition.article == here {
                    <span aria-current="true">{ name }{ " (" }{ site.text().edition_here() }{ ")" }</span>
                } else {
                    <a {href} title={&edition.title}>{ name }</a>
                }
            </li>
        }
    };
    html! { <ol class="editions" lang={site.lang()}>{ for all.iter().map(item) }</ol> }
}
