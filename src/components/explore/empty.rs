//! Nothing answers: what to loosen.

use jejak_archive::{Answer, Outcome, Query};
use yew::Html;

use crate::markup::html;

use super::chips;
use crate::state::filter;
use crate::state::site::{Arrival, Site};

/// Says which single part of the question, left out, would give an answer, and how large it would be; where none would, what
/// leaving out all filters would give.
pub fn empty(site: &Site, query: &Query) -> Html {
    let text = site.text();
    if site.library.is_empty() {
        return html! { <p class="empty">{ text.empty_archive }</p> };
    }
    let mut coming = false;
    // Only the count is wanted: hits would take the texts of articles that nobody sees.
    let mut help = |(what, query): (String, Query)| match site.library.over_time(&query) {
        Outcome::Ready(Answer { total, .. }) => (total > 0).then_some((what, total, query)),
        Outcome::Needs(parts) => {
            site.need(Outcome::Needs(parts));
            coming = site.arrival == Arrival::Coming;
            None
        }
    };
    let mut helps: Vec<(String, u32, Query)> = looser(site, query).into_iter().filter_map(&mut help).collect();
    if helps.is_empty() && filter::active(query) > 1 {
        helps.extend(help((text.empty_filters.to_owned(), filter::bare(query))));
    }
    html! {
        <section class="empty">
            <h2>{ text.empty_title }</h2>
            if !coming {
                <p>{ if helps.is_empty() { text.empty_nothing_helps } else { text.empty_loosen } }</p>
            }
            <ul class="empty-ways">
                { for helps.into_iter().map(|(what, total, query)| html! {
                    <li>
                        <button class="button" type="button" data-loosen="" onclick={site.choosing(query)}>
                            { (text.empty_without)(&what, total) }
                        </button>
                    </li>
                }) }
                <li>
                    <button class="link" type="button" onclick={site.choosing(Query::default())}>
                        { (text.show)(site.library.len()) }
                    </button>
                </li>
            </ul>
        </section>
    }
}

/// The queries with one part less, each with what the part is called.
fn looser(site: &Site, query: &Query) -> Vec<(String, Query)> {
    let text = site.text();
    let query = Query { page: 0, ..query.clone() };
    let mut ways = Vec::new();
    for choice in &query.choices {
        let name = (text.chip)(choice.facet, &chips::label(site, choice), choice.exclude);
        ways.push((name, filter::without(&query, choice.facet, &choice.value)));
    }
    if query.from.is_some() || query.to.is_some() {
        ways.push((text.empty_dates.to_owned(), Query { from: None, to: None, ..query.clone() }));
    }
    if query.words.contains('"') {
        ways.push((text.empty_marks.to_owned(), Query { words: query.words.replace('"', " "), ..query.clone() }));
    }
    if !query.words.trim().is_empty() {
        ways.push((text.empty_words.to_owned(), Query { words: String::new(), ..query.clone() }));
    }
    ways
}
