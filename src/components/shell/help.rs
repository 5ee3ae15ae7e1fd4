//! The list of keys.

use yew::prelude::*;

use crate::components::element::plain;
use crate::state::site::Site;

/// The element's id, by which the keys open it.
pub const ID: &str = "bantuan";

/// A dialog that the key `?` opens; Escape closes it, as the browser has it.
pub fn help(site: &Site) -> Html {
    let text = site.text();
    html! {
        <dialog class="help" id={ID} aria-label={text.help_title}>
            { plain("h2", "", text.help_title) }
            <dl class="help-keys">
                { for text.help.iter().map(|(key, what)| html! {
                    <div><dt>{ plain("kbd", "", *key) }</dt>{ plain("dd", "", *what) }</div>
                }) }
            </dl>
            <form method="dialog">{ plain("button", "button", text.close) }</form>
        </dialog>
    }
}
