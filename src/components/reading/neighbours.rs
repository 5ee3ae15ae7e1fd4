//! The articles before and after in time.

use yew::{Html, html};

use crate::components::element::plain;
use crate::state::site::Site;
use crate::state::url;

/// Links to the earlier and the later article. Articles stand newest first, so the later one stands before.
pub fn neighbours(site: &Site, at: u32) -> Html {
    let text = site.text();
    let around: Vec<u32> = [at.checked_sub(1), at.checked_add(1)].into_iter().flatten().collect();
    site.need(&around);
    let link = |at: Option<u32>, rel: &'static str, words: &'static str| {
        let head = at.and_then(|at| site.library.head(at))?;
        Some(html! {
            <a class={yew::classes!("neighbour", rel)} href={url::article(&head.id)} {rel}>
                { plain("span", "neighbour-way", words) }
                { plain("span", "neighbour-title", &head.title) }
                { plain("span", "neighbour-date", head.date.map_or(text.undated.to_owned(), text.date_short)) }
            </a>
        })
    };
    html! {
        <nav class="neighbours" aria-label={text.neighbours}>
            { for link(at.checked_add(1), "prev", text.earlier) }
            { for link(at.checked_sub(1), "next", text.later) }
        </nav>
    }
}
