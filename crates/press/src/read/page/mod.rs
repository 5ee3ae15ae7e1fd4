//! Web pages: the article's own words, and what the page says of itself in its head.
//!
//! WHY not a list of selectors for each outlet: outlets change their templates, and this must read those it has never
//! seen. A readability crate finds the main text by where the words are dense; the title, the day, the outlet, the
//! author and the address come from what pages publish for search engines. A page is read as a tree and its words are
//! copied out of text nodes, so neither markup nor scripts can reach the text.

mod metadata;
mod tree;
mod words;

use dom_query::{Document, NodeRef};
use dom_smoothie::{Config, Readability};

use super::Source;
use crate::problem::{Problem, ProblemKind};
pub(crate) use words::{Words, fragment};

/// A main text of fewer bytes than this was not found; the page's whole body is read instead.
const SHORT: usize = 140;

/// Reads one page.
pub(crate) fn read(file: &str, html: &str, problems: &mut Vec<Problem>) -> Option<Source> {
    let mut report = |kind| problems.push(Problem { file: file.to_string(), line: None, kind });
    let page = match tree::parse(html) {
        Ok(page) => page,
        Err(what) => {
            report(ProblemKind::Tangled { what });
            return None;
        }
    };
    let (fields, told, found) = metadata::read(&page);
    found.into_iter().for_each(&mut report);
    let body = page.body().map(|body| words::of_body(&body)).unwrap_or_default();
    let mut words = main(page).filter(|words| words.text.len() >= SHORT.min(body.text.len())).unwrap_or(body);
    // A page that scripts fill in the browser has its words only in the record for search engines.
    if words.text.len() < SHORT && told.as_ref().is_some_and(|told| told.len() > words.text.len()) {
        words = Words { text: told.unwrap_or_default(), captions: Vec::new() };
    }
    Some(words.into_source(file, fields))
}

/// The words of the main text, if there is one.
fn main(page: Document) -> Option<Words> {
    let config = Config { disable_json_ld: true, ..Config::default() };
    let article = Readability::with_document(page, None, Some(config)).ok()?.parse().ok()?;
    let content = tree::parse(&article.content).ok()?;
    content.body().map(|body: NodeRef<'_>| words::of_main(&body))
}
