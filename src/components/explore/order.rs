//! In which order hits come.

use jejak_archive::Query;
use jejak_archive::query::Order;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::markup::html;

use crate::state::site::Site;
use crate::state::url;

/// The choice of order.
pub fn order(site: &Site, query: &Query) -> Html {
    let text = site.text();
    let onchange = {
        let (site, query) = (site.clone(), query.clone());
        Callback::from(move |event: Event| {
            let word = event.target_unchecked_into::<HtmlSelectElement>().value();
            if let Some(order) = url::order_of(&word) {
                site.choose(Query { order, ..query.clone() });
            }
        })
    };
    html! {
        <label class="order">
            <span>{ text.order() }</span>
            <select name="urut" {onchange}>
                { for [Order::Relevance, Order::Newest, Order::Oldest].map(|order| html! {
                    <option value={url::order_word(order)} selected={order == query.order}>
                        { text.order_name().of(order) }
                    </option>
                }) }
            </select>
        </label>
    }
}
