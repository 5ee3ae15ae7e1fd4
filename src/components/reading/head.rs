//! What stands above an article: headline, day, outlet, writers, and the way to the source.

use jejak_archive::{Article, words};
use yew::Html;

use crate::markup::html;

use crate::state::day;
use crate::state::site::Site;

/// The head of an article.
pub fn head(site: &Site, article: &Article) -> Html {
    let text = site.text();
    let printed = article.published.is_some();
    html! {
        <header class="reading-head">
            <p class="reading-kicker">
                if let Some(event) = article.event {
                    <span>{ (text.event)(event) }</span>
                }
                if let Some(place) = &article.dateline {
                    <span>{ place }</span>
                }
                for topic in article.topics.iter().filter_map(|at| site.library.topics().get(*at as usize)) {
                    <span>{ &topic.name }</span>
                }
            </p>
            <h1 class="reading-title" lang={&site.library.meta().language}>{ &article.title }</h1>
            if article.title_derived {
                <p class="reading-derived" data-derived="">{ text.derived }</p>
            }
            if !article.corrected.is_empty() {
                <p class="reading-derived" data-corrected="">{ (text.corrected)(&article.corrected) }</p>
            }
            <p class="reading-facts">
                { match article.date {
                    Some(date) => html! {
                        <time datetime={day::write(date)}>
                            { if printed { (text.published_on)(date) } else { (text.date_long)(date) } }
                        </time>
                    },
                    None => html! { <span>{ text.undated }</span> },
                } }
                if let Some(publisher) = &article.publisher {
                    <span>{ publisher }</span>
                }
                if !article.byline.is_empty() {
                    <span>{ (text.by)(&article.byline) }</span>
                }
                if let Some(address) = article.url.as_deref().filter(|address| is_web(address)) {
                    <a href={address} rel="noopener external">
                        { (text.read_source)(article.publisher.as_deref().unwrap_or(text.source_unnamed)) }
                    </a>
                }
                for address in article.further_sources.iter().filter(|address| is_web(address)) {
                    <a href={address} rel="noopener external">{ (text.also_at)(host(address)) }</a>
                }
            </p>
            for date in article.dates.iter().filter(|date| date.weekday_agrees == Some(false)) {
                <p class="notice" data-weekday={day::write(date.date)}>
                    { (text.weekday_differs)(&date.as_printed, date.date) }
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

/// Whether an address may stand in a link: a page of the web, and nothing that runs.
#[must_use]
pub fn is_web(address: &str) -> bool {
    let starts = |scheme: &str| address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    (starts("https://") || starts("http://")) && !address.chars().any(|c| c.is_control() || c.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::{host, is_web};

    #[test]
    fn an_address_is_named_by_its_host() {
        assert_eq!(host("https://www.contoh.id/berita/1?a=b"), "contoh.id");
        assert_eq!(host("http://kabar.contoh.id"), "kabar.contoh.id");
    }

    #[test]
    fn only_pages_of_the_web_are_linked() {
        assert!(is_web("https://contoh.id/berita/1") && is_web("HTTP://contoh.id"));
        for address in
            ["javascript:alert(1)", "data:text/html,x", "//contoh.id", "htt", "https://a b", "\thttps://a", ""]
        {
            assert!(!is_web(address), "{address:?}");
        }
    }
}
