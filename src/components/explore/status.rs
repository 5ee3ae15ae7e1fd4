//! How many articles answer, in words, and what was understood of the question.

use std::ops::Range;

use jejak_archive::answer::{Correction, Same};
use jejak_archive::query::PAGE;
use jejak_archive::statements::Statements;
use jejak_archive::{Answer, Query, words};
use yew::Html;

use crate::markup::html;

use crate::state::site::Site;

/// The count, announced politely.
pub fn status(site: &Site, query: &Query, answer: &Answer) -> Html {
    let text = site.text();
    let first = query.page.saturating_mul(PAGE).saturating_add(1);
    let last = first.saturating_add(u32::try_from(answer.hits.len()).unwrap_or(u32::MAX)).saturating_sub(1);
    let count = if answer.total > PAGE && !answer.hits.is_empty() {
        text.count_page().with(first, last, answer.total)
    } else {
        text.count().with(answer.total)
    };
    said(site, "status", answer.total, count, &query.words)
}

/// A count in words, announced politely, with the words that were looked for.
pub fn said(site: &Site, class: &'static str, total: u32, count: String, words: &str) -> Html {
    let words = words.trim();
    html! {
        <p {class} role="status" data-count={total}>
            <strong class="status-count">{ count }</strong>
            if !words.is_empty() {
                { " " }<span class="status-words">{ site.text().searching_for().with(words) }</span>
            }
        </p>
    }
}

/// What was typed, with the words of the forms `phrase` in quotation marks wherever they follow one another: they are
/// then looked for as they stand.
fn exactly(typed: &str, phrase: &str) -> String {
    let tokens: Vec<(String, Range<usize>)> =
        words::tokens(typed, 0).map(|token| (words::form(token.of(typed)), token.range)).collect();
    let cut = |range: Range<usize>| typed.get(range).unwrap_or_default();
    let wanted: Vec<&str> = phrase.split(' ').collect();
    let mut out = String::new();
    let (mut done, mut at) = (0, 0);
    while let Some(run) = tokens.get(at..at + wanted.len()) {
        if let [(_, first), ..] = run
            && let [.., (_, last)] = run
            && run.iter().zip(&wanted).all(|((form, _), wanted)| form == wanted)
        {
            out.extend([cut(done..first.start), "\"", cut(first.start..last.end), "\""]);
            done = last.end;
            at += wanted.len();
        } else {
            at += 1;
        }
    }
    out + cut(done..typed.len())
}

/// What was looked for beside the words as typed, and the way to look for these alone.
fn with_way_back(site: &Site, query: &Query, said: String, typed: &str) -> Html {
    let back = Query { words: exactly(&query.words, typed), ..query.clone() };
    html! {
        <p class="notice quiet">
            { said }{ " " }
            <button class="link" type="button" data-exactly="" onclick={site.choosing(back)}>
                { site.text().spelled_back().with(typed) }
            </button>
        </p>
    }
}

/// What became of the words of a question.
#[derive(Clone, Copy)]
pub struct Read<'a> {
    /// How many answer.
    pub total: u32,
    /// Words that were left out.
    pub dropped: &'a [String],
    /// Words that were read in another form.
    pub corrected: &'a [Correction],
    /// Words that were looked for in another form too.
    pub same: &'a [Same],
}

impl<'a> From<&'a Answer> for Read<'a> {
    fn from(answer: &'a Answer) -> Self {
        let Answer { total, dropped, corrected, same, .. } = answer;
        Self { total: *total, dropped, corrected, same }
    }
}

impl<'a> From<&'a Statements> for Read<'a> {
    fn from(answer: &'a Statements) -> Self {
        let Statements { total, dropped, corrected, same, .. } = answer;
        Self { total: *total, dropped, corrected, same }
    }
}

/// What was left out of the question or read in another way, so that nothing is lost silently.
pub fn notices(site: &Site, query: &Query, unread: &[String], read: Read<'_>) -> Html {
    let text = site.text();
    html! {
        <>
            if !unread.is_empty() {
                <p class="notice">{ text.unread().with(unread) }</p>
            }
            { for read.corrected.iter().map(|other| {
                let said = if other.held { text.spelled_too() } else { text.spelled() };
                with_way_back(site, query, said.with(&other.typed, &other.meant), &other.typed)
            }) }
            { for read.same.iter().map(|same| {
                with_way_back(site, query, text.searched_with(&same.typed, &same.also), &same.typed)
            }) }
            if read.total > 0 && !read.dropped.is_empty() {
                <p class="notice">{ text.dropped().with(read.dropped) }</p>
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
        assert_eq!(exactly("kata Sekretaris  Daerah kota", "sekretaris daerah"), "kata \"Sekretaris  Daerah\" kota");
        assert_eq!(exactly("sekretaris", "sekretaris daerah"), "sekretaris");
    }
}
