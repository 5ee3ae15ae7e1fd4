//! No page is here.

use jejak_archive::query::FacetKind;
use yew::{Html, html};

use crate::components::element::plain;
use crate::state::site::Site;
use crate::state::url;

/// What is said, and the way on.
fn missing(site: &Site, what: String) -> Html {
    let text = site.text();
    html! {
        <div class="notice-page">
            { plain("h1", "", text.missing_title) }
            { plain("p", "", what) }
            { plain("p", "", text.missing_next) }
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

/// The archive knows nobody and nothing of that slug.
pub fn record(site: &Site, facet: FacetKind, slug: &str) -> Html {
    missing(site, (site.text().record.missing)(facet, slug))
}

/// Somebody or something is named in articles, but has no page of its own.
pub fn private(site: &Site, facet: FacetKind, slug: &str, name: &str, articles: u32) -> Html {
    let words = site.text().record;
    html! {
        <div class="notice-page">
            { plain("h1", "", name) }
            { plain("p", "", (words.private)(name, articles)) }
            <p><a class="button" href={url::filtered(facet, slug)}>{ (words.private_articles)(name) }</a></p>
        </div>
    }
}
