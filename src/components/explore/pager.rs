//! The way through more hits than one page holds.

use jejak_archive::query::PAGE;
use jejak_archive::{Answer, Query};
use yew::Html;

use crate::markup::html;

use crate::state::site::Site;
use crate::state::url::{Location, Route};

/// Links to the pages before and behind, or nothing where one page holds all.
pub fn pager(site: &Site, query: &Query, answer: &Answer) -> Html {
    let pages = answer.total.div_ceil(PAGE);
    if pages <= 1 && query.page == 0 {
        return Html::default();
    }
    let text = site.text();
    // A page behind the last one leads back to the last one.
    let before = query.page.checked_sub(1).map(|page| page.min(pages.saturating_sub(1)));
    let behind = Some(query.page + 1).filter(|page| *page < pages);
    let link = |page: u32, rel: &'static str, words: &'static str| {
        let href = Location::of(Route::Explore(Query { page, ..query.clone() })).href();
        html! { <a class="pager-link" {href} {rel}>{ words }</a> }
    };
    html! {
        <nav class="pager" aria-label={text.pages}>
            { before.map(|page| link(page, "prev", text.page_previous)) }
            <span class="pager-here">{ (text.page_of)(query.page + 1, pages.max(1)) }</span>
            { behind.map(|page| link(page, "next", text.page_next)) }
        </nav>
    }
}
