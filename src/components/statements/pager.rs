//! The way through more statements than one page holds.

use yew::Html;

use crate::markup::html;

use crate::state::site::Site;

/// Links to the pages before and behind, or nothing where one page holds all. `page` counts from 0.
pub fn pager(site: &Site, page: u32, pages: u32, href: impl Fn(u32) -> String) -> Html {
    if pages <= 1 && page == 0 {
        return Html::default();
    }
    let text = site.text();
    // A page behind the last one leads back to the last one.
    let before = page.checked_sub(1).map(|page| page.min(pages.saturating_sub(1)));
    let behind = Some(page.saturating_add(1)).filter(|page| *page < pages);
    let link = |page: u32, rel: &'static str, words: &'static str| {
        html! { <a class="pager-link" href={href(page)} {rel}>{ words }</a> }
    };
    html! {
        <nav class="pager" aria-label={text.record.pages}>
            { before.map(|page| link(page, "prev", text.page_previous)) }
            <span class="pager-here">{ (text.page_of)(page.saturating_add(1), pages) }</span>
            { behind.map(|page| link(page, "next", text.page_next)) }
        </nav>
    }
}
