//! No page is here.

use jejak_archive::model::Tombstone;
use jejak_archive::query::FacetKind;
use jejak_archive::statements::Record;
use yew::Html;

use crate::markup::html;

use super::about::contact;
use crate::state::site::Site;
use crate::state::url;

/// What is said, and the way on.
fn missing(site: &Site, what: String) -> Html {
    let text = site.text();
    html! {
        <div class="notice-page">
            <h1>{ text.missing_title() }</h1>
            <p>{ what }</p>
            <p>{ text.missing_next() }</p>
            <p><a class="button" href="./">{ text.to_explore() }</a></p>
        </div>
    }
}

/// The address leads nowhere.
pub fn path(site: &Site, path: &str) -> Html {
    missing(site, site.text().missing_path().with(path))
}

/// The archive holds no article of that id.
pub fn article(site: &Site, id: &str) -> Html {
    missing(site, site.text().missing_article().with(id))
}

/// The article was taken out by those who keep the archive.
pub fn withdrawn(site: &Site, stone: &Tombstone) -> Html {
    let text = site.text();
    let on = stone.date.map_or(String::new(), |date| format!(", {}", text.date_long(date)));
    html! {
        <div class="notice-page" data-withdrawn={&stone.article}>
            <h1>{ text.withdrawn() }</h1>
            <p>{ text.withdrawn_by().with(&on) }</p>
            if !stone.reason.is_empty() {
                <p lang={site.lang()}>{ text.withdrawn_why().with(&stone.reason) }</p>
            }
            { contact(site) }
            <p><a class="button" href="./">{ text.to_explore() }</a></p>
        </div>
    }
}

/// The archive knows nobody and nothing of that slug.
pub fn record(site: &Site, facet: FacetKind, slug: &str) -> Html {
    missing(site, site.text().record.unknown_record(facet, slug))
}

/// Somebody or something is named in articles, but has no page of its own.
pub fn private(site: &Site, facet: FacetKind, record: &Record) -> Html {
    let (words, name) = (&site.text().record, &record.name);
    html! {
        <div class="notice-page">
            <h1>{ name }</h1>
            <p>{ words.private().with(name, record.named_in()) }</p>
            <p><a class="button" href={url::filtered(facet, &record.slug)}>{ words.private_articles().with(name) }</a></p>
        </div>
    }
}
