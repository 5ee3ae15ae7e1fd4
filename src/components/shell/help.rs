//! The list of keys.

use yew::prelude::*;

use crate::markup::html;

use crate::state::site::Site;

/// The element's id, by which the keys open it.
pub const ID: &str = "bantuan";

/// A dialog that the key `?` opens; Escape closes it, as the browser has it.
pub fn help(site: &Site) -> Html {
    let text = site.text();
    html! {
        <dialog class="help" id={ID} aria-label={text.keys()}>
            <h2>{ text.keys() }</h2>
            <dl class="help-keys">
                { for text.help().all().into_iter().map(|(key, what)| html! {
                    <div><dt><kbd>{ key }</kbd></dt><dd>{ what }</dd></div>
                }) }
            </dl>
            <form method="dialog"><button class="button">{ text.close() }</button></form>
        </dialog>
    }
}
