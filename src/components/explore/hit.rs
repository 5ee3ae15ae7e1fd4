//! One article that answers.

use jejak_archive::answer::{Hit, QuoteHit, Snippet};
use jejak_archive::model::EventKind;
use jejak_archive::query::FacetKind;
use jejak_archive::{Date, words};
use yew::Html;

use crate::markup::html;

use crate::components::marked::{marked, snippet};
use crate::state::day;
use crate::state::site::Site;
use crate::state::url;

/// A hit with its place in the whole answer, counted from 1. It has no key: where another answer comes, its element is
/// filled anew, which costs half of making another one.
pub fn hit(site: &Site, hit: &Hit, rank: u32) -> Html {
    let text = site.text();
    html! {
        <li>
            <article class="hit" data-article={&hit.id} data-rank={rank}>
                <p class="hit-facts">
                    { printed(site, hit.date) }
                    if let Some(publisher) = &hit.publisher {
                        <span class="hit-source">{ publisher }</span>
                    }
                    if let Some(event) = hit.event.filter(|event| *event != EventKind::Lainnya) {
                        <span class="hit-event">{ text.event().of(event) }</span>
                    }
                    if hit.title_derived {
                        <span class="hit-derived">{ text.derived_short() }</span>
                    }
                </p>
                <h2 class="hit-title" lang={site.lang()}>
                    <a href={url::article(&hit.id)}>{ marked(&hit.title, &hit.title_marks) }</a>
                </h2>
                if !hit.snippet.text.is_empty() && !hit.quote.as_ref().is_some_and(|best| says(best, &hit.snippet)) {
                    <p class="hit-snippet" lang={site.lang()}>{ snippet(&hit.snippet) }</p>
                }
                if let Some(best) = &hit.quote {
                    { quote(site, hit, best) }
                }
            </article>
        </li>
    }
}

/// The day of an article, or that it has none.
pub fn printed(site: &Site, date: Option<Date>) -> Html {
    let text = site.text();
    match date {
        Some(date) => html! { <time datetime={day::write(date)}>{ text.date_short(date) }</time> },
        None => html! { <span>{ text.undated() }</span> },
    }
}

/// Whether a quote already says what the snippet shows: one of them begins inside the other.
fn says(quote: &QuoteHit, snippet: &Snippet) -> bool {
    let inside = |begin: &str, text: &str| {
        let begin = begin.trim_start_matches(|c: char| !c.is_alphanumeric());
        let end = begin.char_indices().nth(32).map_or(begin.len(), |(at, _)| at);
        begin.get(..end).is_some_and(|begin| !begin.is_empty() && words::place_of(text, begin).is_some())
    };
    let (quoted, shown) = (quote.snippet.text.as_str(), snippet.text.as_str());
    inside(quoted, shown) || inside(shown, quoted)
}

fn quote(site: &Site, hit: &Hit, quote: &QuoteHit) -> Html {
    let text = site.text();
    let speaker = quote.speaker.clone().unwrap_or_default();
    let who = if speaker.is_empty() { text.speaker_unknown().to_owned() } else { speaker.clone() };
    html! {
        <figure class="hit-quote" data-quote={&quote.anchor} data-kind={quote.kind.as_str()}
            data-speaker={speaker} data-confidence={quote.confidence}>
            <blockquote lang={site.lang()}>
                <a href={url::quote(&hit.id, &quote.anchor)}>{ snippet(&quote.snippet) }</a>
            </blockquote>
            <figcaption>
                <span class="hit-speaker">
                    { match &quote.speaker_slug {
                        Some(slug) => html! { <a href={url::record(FacetKind::Person, slug)}>{ who }</a> },
                        None => html! { { who } },
                    } }
                </span>
                <span>{ text.quote_kind().of(quote.kind) }</span>
            </figcaption>
        </figure>
    }
}

#[cfg(test)]
mod tests {
    use super::{QuoteHit, Snippet, says};
    use jejak_archive::model::QuoteKind;

    #[test]
    fn a_snippet_that_repeats_the_quote_is_told_from_one_that_does_not() {
        let snippet = |text: &str| Snippet { text: text.into(), ..Snippet::default() };
        let quote = |text: &str| QuoteHit {
            anchor: "k-00000000".into(),
            kind: QuoteKind::Direct,
            speaker: None,
            speaker_slug: None,
            confidence: 90,
            snippet: snippet(text),
        };
        assert!(says(
            &quote("jalan selesai sebelum panen"),
            &snippet("\"Jalan itu? jalan selesai sebelum panen,\" katanya.")
        ));
        assert!(says(
            &quote("Kami tahu. Jalan selesai sebelum panen raya tiba"),
            &snippet("\"Jalan selesai sebelum panen")
        ));
        assert!(!says(&quote("Jalan selesai"), &snippet("Rapat dibuka camat.")));
        assert!(!says(&quote(""), &snippet("Rapat dibuka camat.")) && !says(&quote("…"), &snippet("")));
    }
}
