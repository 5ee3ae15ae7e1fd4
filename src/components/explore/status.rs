//! How many articles answer, in words, and what was understood of the question.

use jejak_archive::query::PAGE;
use jejak_archive::{Answer, Query, words};
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

/// What was typed, with each word of the form `form` in quotation marks: it is then looked for as it stands.
fn exactly(typed: &str, form: &str) -> String {
    let mut out = String::new();
    let mut done = 0;
    for token in words::tokens(typed, 0).filter(|token| words::form(&typed[token.range.clone()]) == form) {
        out.extend([&typed[done..token.range.start], "\"", &typed[token.range.clone()], "\""]);
        done = token.range.end;
    }
    out + &typed[done..]
}

/// What was left out of the question or read in another way, so that nothing is lost silently.
pub fn notices(site: &Site, query: &Query, unread: &[String], answer: &Answer) -> Html {
    let text = site.text();
    html! {
        <>
            if !unread.is_empty() {
                <p class="notice">{ (text.unread)(unread) }</p>
            }
            { for answer.corrected.iter().map(|other| {
                let back = Query { words: exactly(&query.words, &other.typed), ..query.clone() };
                html! {
                    <p class="notice">
                        { (text.spelled)(&other.typed, &other.meant) }{ " " }
                        <button class="link" type="button" onclick={site.choosing(back)}>
                            { (text.spelled_back)(&other.typed) }
                        </button>
                    </p>
                }
            }) }
            if answer.total > 0 && !answer.dropped.is_empty() {
                <p class="notice">{ (text.dropped)(&answer.dropped) }</p>
            }
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::exactly;

    #[test]
    fn the_way_back_marks_the_word_and_keeps_the_rest() {
        assert_eq!(exactly("Angaran kota angaran ", "angaran"), "\"Angaran\" kota \"angaran\" ");
        assert_eq!(exactly("kota", "angaran"), "kota");
    }
}
