//! The articles before and after in time.

use yew::Html;

use crate::markup::{classes, html};

use crate::state::site::Site;
use crate::state::url;

/// Links to the earlier and the later article. Articles stand newest first, so the later one stands before.
pub fn neighbours(site: &Site, at: u32) -> Html {
    let text = site.text();
    let around: Vec<u32> = [at.checked_sub(1), at.checked_add(1)].into_iter().flatten().collect();
    site.need(site.library.heads_of(&around));
    let link = |at: Option<u32>, rel: &'static str, words: &'static str| {
        let head = at.and_then(|at| site.library.head(at))?;
        Some(html! {
            <a class={classes("neighbour", &[Some(rel)])} href={url::article(&head.id)} {rel}>
                <span class="neighbour-way">{ words }</span>
                <span class="neighbour-title" lang={site.lang()}>{ &head.title }</span>
                <span class="neighbour-date">{ head.date.map_or(text.undated().to_owned(), |date| text.date_short(date)) }</span>
            </a>
        })
    };
    html! {
        <nav class="neighbours" aria-label={text.neighbours()}>
            { link(at.checked_add(1), "prev", text.earlier()) }
            { link(at.checked_sub(1), "next", text.later()) }
        </nav>
    }
}
