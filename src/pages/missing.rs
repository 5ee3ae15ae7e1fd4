//! No page is here.

use yew::{Html, html};

use crate::state::site::Site;

/// What is said, and the way on.
fn missing(site: &Site, what: String) -> Html {
    let text = site.text();
    html! {
        <div class="notice-page">
            <h1>{ text.missing_title }</h1>
            <p>{ what }</p>
            <p>{ text.missing_next }</p>
            <p><a class="button" href="./">{ text.to_explore }</a></p>
        </div>
    }
}

/// The address leads nowhere.
pub fn path(site: &Site, path: &str) -> Html {
    missing(site, (site.text().missing_path)(path))
}

/// The archive holds no article of that id.
pub fn article(site: &Site, id: &str) -> Html {
    missing(site, (site.text().missing_article)(id))
}
