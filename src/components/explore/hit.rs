//! One article that answers.

use jejak_archive::answer::{Hit, QuoteHit};
use yew::{Html, html};

use crate::components::marked::{marked, snippet};
use crate::state::day;
use crate::state::site::Site;
use crate::state::url;

/// A hit with its place in the whole answer, counted from 1.
pub fn hit(site: &Site, hit: &Hit, rank: u32) -> Html {
    let text = site.text();
    let language = site.library.meta().language.clone();
    let derived = site.library.head(hit.article).is_some_and(|head| head.title_derived);
    html! {
        <li key={hit.id.clone()}>
            <article class="hit" data-article={hit.id.clone()} data-rank={rank.to_string()}>
                <p class="hit-facts">
                    { match hit.date {
                        Some(date) => html! { <time datetime={day::write(date)}>{ (text.date_short)(date) }</time> },
                        None => html! { <span>{ text.undated }</span> },
                    } }
                    if let Some(publisher) = &hit.publisher {
                        <span class="hit-source">{ publisher }</span>
                    }
                    if let Some(event) = hit.event {
                        <span class="hit-event">{ (text.event)(event) }</span>
                    }
                    if derived {
                        <span class="hit-derived">{ text.derived_short }</span>
                    }
                </p>
                <h2 class="hit-title" lang={language.clone()}>
                    <a href={url::article(&hit.id)}>{ marked(&hit.title, &hit.title_marks) }</a>
                </h2>
                if !hit.snippet.text.is_empty() {
                    <p class="hit-snippet" lang={language.clone()}>{ snippet(&hit.snippet) }</p>
                }
                if let Some(best) = &hit.quote {
                    { quote(site, hit, best) }
                }
            </article>
        </li>
    }
}

fn quote(site: &Site, hit: &Hit, quote: &QuoteHit) -> Html {
    let text = site.text();
    let speaker = quote.speaker.clone().unwrap_or_default();
    let who = if speaker.is_empty() { text.speaker_unknown.to_owned() } else { speaker.clone() };
    html! {
        <figure class="hit-quote" data-quote={quote.anchor.clone()} data-kind={quote.kind.as_str()}
            data-speaker={speaker} data-confidence={quote.confidence.to_string()}>
            <blockquote lang={site.library.meta().language.clone()}>
                <a href={url::quote(&hit.id, &quote.anchor)}>{ snippet(&quote.snippet) }</a>
            </blockquote>
            <figcaption>
                <span class="hit-speaker">{ who }</span>
                <span>{ (text.quote_kind)(quote.kind) }</span>
            </figcaption>
        </figure>
    }
}
