//! The way through more than one page holds.

use jejak_archive::Query;
use yew::Html;

use crate::markup::html;

use crate::state::site::Site;

/// Links to the pages before and behind that of a query, or nothing where one page holds all.
pub fn pager(site: &Site, query: &Query, pages: u32) -> Html {
    let page = query.page;
    if pages <= 1 && page == 0 {
        return Html::default();
    }
    let text = site.text();
    // A page behind the last one leads back to the last one.
    let before = page.checked_sub(1).map(|page| page.min(pages.saturating_sub(1)));
    let behind = Some(page.saturating_add(1)).filter(|page| *page < pages);
    let link = |page: u32, rel: &'static str, words: &'static str| {
        let href = site.page(Query { page, ..query.clone() }).href();
        html! { <a class="pager-link" {href} {rel}>{ words }</a> }
    };
    html! {
        <nav class="pager" aria-label={text.pages()}>
            { before.map(|page| link(page, "prev", text.page_previous())) }
            <span class="pager-here">{ text.page_of().with(page.saturating_add(1), pages.max(1)) }</span>
            { behind.map(|page| link(page, "next", text.page_next())) }
        </nav>
    }
}
