//! What stands above an article: headline, day, outlet, writers, and the way to the source.

use jejak_archive::model::EventKind;
use jejak_archive::query::FacetKind;
use jejak_archive::{Reading, words};
use yew::Html;

use crate::markup::html;

use crate::components::takeaway;
use crate::state::site::Site;
use crate::state::source::is_web;
use crate::state::{day, links, url};

/// The head of an article.
pub fn head(site: &Site, reading: &Reading) -> Html {
    let (text, article) = (site.text(), &reading.article);
    let printed = article.published.is_some();
    html! {
        <header class="reading-head">
            <p class="reading-kicker">
                if let Some(event) = article.event.filter(|event| *event != EventKind::Lainnya) {
                    <a href={url::filtered(FacetKind::Event, event.as_str())}>{ text.event().of(event) }</a>
                }
                if let Some(place) = &article.dateline {
                    <span>{ place }</span>
                }
                for topic in &reading.topics {
                    <a href={links::to(topic)} lang={site.lang()}>{ &topic.name }</a>
                }
            </p>
            <h1 class="reading-title" lang={site.lang()}>{ &article.title }</h1>
            if article.title_derived {
                <p class="reading-derived" data-derived="">{ text.derived() }</p>
            }
            if !article.corrected.is_empty() {
                <p class="reading-derived" data-corrected="">{ text.corrected_by(&article.corrected) }</p>
            }
            if site.library.meta().quotes_only {
                <p class="reading-derived" data-quotes-only="">{ text.quotes_only() }</p>
            }
            <p class="reading-facts">
                { match article.date {
                    Some(date) => html! {
                        <time datetime={day::write(date)}>
                            { if printed { text.published_on().with(&text.date_long(date)) } else { text.date_long(date) } }
                        </time>
                    },
                    None => html! { <span>{ text.undated() }</span> },
                } }
                if let Some(publisher) = &article.publisher {
                    <span>{ publisher }</span>
                }
                if !article.byline.is_empty() {
                    <span>{ text.by().with(&article.byline) }</span>
                }
                if let Some(address) = article.url.as_deref().filter(|address| is_web(address)) {
                    <a href={address} rel="noopener external">
                        { text.read_source().with(article.publisher.as_deref().unwrap_or(text.source_unnamed())) }
                    </a>
                }
                for address in article.further_sources.iter().filter(|address| is_web(address)) {
                    <a href={address} rel="noopener external">{ text.also_at().with(host(address)) }</a>
                }
                { takeaway::cite(site, &article.id, "") }
            </p>
            for date in article.dates.iter().filter(|date| date.weekday_agrees == Some(false)) {
                <p class="notice" data-weekday={day::write(date.date)}>
                    { text.weekday_differs().with(&date.as_printed, &text.date_long(date.date)) }
                </p>
            }
        </header>
    }
}

/// The host of a web address, without `www.`, to name the place by.
fn host(address: &str) -> &str {
    let rest = words::place_of(address, "://").and_then(|at| address.get(at + 3..)).unwrap_or(address);
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    host.strip_prefix("www.").unwrap_or(host)
}

#[cfg(test)]
mod tests {
    use super::host;

    #[test]
    fn an_address_is_named_by_its_host() {
        assert_eq!(host("https://www.contoh.id/berita/1?a=b"), "contoh.id");
        assert_eq!(host("http://kabar.contoh.id"), "kabar.contoh.id");
    }
}
