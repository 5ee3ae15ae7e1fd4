//! What begins the pages that list and filter: a heading with the search, and the button that unfolds the filters on a narrow
//! page.

use jejak_archive::Query;
use yew::{Callback, Html, MouseEvent};

use crate::markup::html;

use crate::components::explore::search_box::SearchBox;
use crate::state::filter;
use crate::state::site::Site;
use crate::widget::widget;

/// The heading, what the page is about, and the search.
pub fn head(site: &Site, query: &Query, title: &'static str, about: &'static str) -> Html {
    html! {
        <>
            <header class="quotes-head">
                <h1 class="record-title">{ title }</h1>
                <p class="quotes-about">{ about }</p>
            </header>
            { widget(SearchBox { site: site.clone(), query: query.clone() }) }
        </>
    }
}

/// The button, which says how many filters are set.
pub fn fold(site: &Site, query: &Query, name: &'static str, open: bool, onclick: Callback<MouseEvent>) -> Html {
    let active = filter::active(query);
    html! {
        <button class="fold" type="button" aria-expanded={open} aria-controls="saringan" {onclick}>
            <span>{ name }</span>
            if active > 0 {
                <span class="fold-count">{ site.text().filters_active().with(u32::try_from(active).unwrap_or(u32::MAX)) }</span>
            }
        </button>
    }
}
