//! The box one types into.

use jejak_archive::Query;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

use crate::state::site::Site;

/// The search form. Typing answers at once; sending it changes nothing and only closes a phone's keyboard.
pub fn search_box(site: &Site, query: &Query) -> Html {
    let text = site.text();
    let oninput = {
        let (site, query) = (site.clone(), query.clone());
        Callback::from(move |event: InputEvent| {
            let words = event.target_unchecked_into::<HtmlInputElement>().value();
            site.type_on(Query { words, ..query.clone() });
        })
    };
    let onsubmit = Callback::from(|event: SubmitEvent| {
        event.prevent_default();
        if let Some(form) = event.target_dyn_into::<HtmlElement>()
            && let Ok(Some(field)) = form.query_selector("input")
        {
            let _ = field.unchecked_into::<HtmlElement>().blur();
        }
    });
    html! {
        <form class="search" role="search" action="./" {onsubmit}>
            <label class="search-label" for="cari">{ text.search_label }</label>
            <input id="cari" class="search-field" type="search" name="q" value={query.words.clone()} {oninput}
                placeholder={text.search_hint} autocomplete="off" autocapitalize="none" spellcheck="false"
                enterkeyhint="search" maxlength="400" />
        </form>
    }
}
