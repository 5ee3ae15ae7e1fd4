//! Nothing answers: what to loosen.

use jejak_archive::{Answer, Outcome, Query};
use yew::Html;

use crate::markup::html;

use super::chips;
use crate::state::filter;
use crate::state::site::Site;

/// Says which single part of the question, left out, would give an answer, and how large it would be; where none would, what
/// leaving out all filters would give.
pub fn empty(site: &Site, query: &Query) -> Html {
    let text = site.text();
    if site.library.is_empty() {
        return html! { <p class="empty">{ text.empty_archive() }</p> };
    }
    let mut helps: Vec<_> = looser(site, query).into_iter().filter_map(|way| help(site, way)).collect();
    if helps.is_empty() && filter::active(query) > 1 {
        helps.extend(help(site, (text.empty_filters().to_owned(), filter::bare(query))));
    }
    html! {
        <section class="empty">
            <h2>{ text.empty_title() }</h2>
            if !helps.is_empty() {
                <p>{ text.empty_loosen() }</p>
            }
            <ul class="empty-ways">
                { for helps.into_iter().map(|(what, total, query)| html! {
                    <li>
                        <button class="button" type="button" data-loosen="" onclick={site.choosing(query)}>
                            { text.empty_without().with(&what, total) }
                        </button>
                    </li>
                }) }
                <li>
                    <button class="link" type="button" onclick={site.choosing(Query::default())}>
                        { text.show().with(site.library.len()) }
                    </button>
                </li>
            </ul>
        </section>
    }
}

/// A way with how many articles it finds, where it finds any. Only the count is wanted: hits would take the texts of articles
/// that nobody sees.
#[inline(never)]
fn help(site: &Site, (what, query): (String, Query)) -> Option<(String, u32, Query)> {
    match site.library.over_time(&query) {
        Outcome::Ready(Answer { total, .. }) => (total > 0).then_some((what, total, query)),
        Outcome::Needs(parts) => {
            site.need(Outcome::Needs(parts));
            None
        }
    }
}

/// The queries with one part less, each with what the part is called.
pub fn looser(site: &Site, query: &Query) -> Vec<(String, Query)> {
    let text = site.text();
    let mut ways = Vec::new();
    let mut way = |name: String, change: &dyn Fn(&mut Query)| {
        let mut next = query.clone();
        next.page = 0;
        change(&mut next);
        ways.push((name, next));
    };
    for choice in &query.choices {
        let name = text.chosen(choice.facet, &chips::label(site, choice), choice.exclude);
        way(name, &|next| next.choices.retain(|other| other != choice));
    }
    if query.from.is_some() || query.to.is_some() {
        way(text.empty_dates().to_owned(), &|next| (next.from, next.to) = (None, None));
    }
    if query.words.contains('"') {
        way(text.empty_marks().to_owned(), &|next| next.words = next.words.replace('"', " "));
    }
    if !query.words.trim().is_empty() {
        way(text.empty_words().to_owned(), &|next| next.words.clear());
    }
    ways
}
