//! How many articles answer, in words, and what was understood of the question.

use jejak_archive::query::PAGE;
use jejak_archive::{Answer, Query};
use yew::{Html, html};

use crate::state::site::Site;

/// The count, announced politely.
pub fn status(site: &Site, query: &Query, answer: &Answer) -> Html {
    let text = site.text();
    let first = query.page.saturating_mul(PAGE).saturating_add(1);
    let last = first.saturating_add(u32::try_from(answer.hits.len()).unwrap_or(u32::MAX)).saturating_sub(1);
    let count = if answer.total > PAGE && !answer.hits.is_empty() {
        (text.count_page)(first, last, answer.total)
    } else {
        (text.count)(answer.total)
    };
    let words = query.words.trim();
    html! {
        <p class="status" role="status" data-count={answer.total.to_string()}>
            <strong class="status-count">{ count }</strong>
            if !words.is_empty() {
                { " " }<span class="status-words">{ (text.searching_for)(words) }</span>
            }
        </p>
    }
}

/// What was left out of the question, so that nothing is lost silently.
pub fn notices(site: &Site, unread: &[String], answer: &Answer) -> Html {
    let text = site.text();
    html! {
        <>
            if !unread.is_empty() {
                <p class="notice">{ (text.unread)(unread) }</p>
            }
            if answer.total > 0 && !answer.dropped.is_empty() {
                <p class="notice">{ (text.dropped)(&answer.dropped) }</p>
            }
        </>
    }
}
