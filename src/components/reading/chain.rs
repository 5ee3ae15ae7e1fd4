//! What leads from a statement back to the name of who said it: the words that attribute it, then whatever stands for
//! the speaker, nearest first.

use std::ops::Range;

use jejak_archive::model::{Article, Quote};
use web_sys::Element;
use yew::Html;

use crate::markup::html;
use crate::state::site::Site;

/// Names the statements that words lead to, by place, with a space between.
pub const CHAIN: &str = "data-chain";
/// The class of words that lead to the statement one looks at.
const LIT: &str = "lit";

/// How many words of chains back one looks for the same ones; what is not found stands twice, which does no harm.
const NEAR: usize = 64;

/// The words of a chain, in order, each once.
fn steps(quote: &Quote) -> Vec<Range<usize>> {
    let mut steps: Vec<Range<usize>> = Vec::new();
    for span in quote.cue.iter().chain(&quote.chain) {
        if !steps.contains(&span.range()) {
            steps.push(span.range());
        }
    }
    steps
}

/// The words that belong to chains, with the places of their statements.
pub fn links(article: &Article) -> Vec<(Range<usize>, Vec<usize>)> {
    let mut all: Vec<(Range<usize>, Vec<usize>)> = Vec::new();
    for (at, quote) in article.quotes.iter().enumerate() {
        for step in steps(quote) {
            // Statements stand in the order of the text, so words that an earlier one shares are among the last.
            match all.iter_mut().rev().take(NEAR).find(|(words, _)| *words == step) {
                Some((_, quotes)) => quotes.push(at),
                None => all.push((step, vec![at])),
            }
        }
    }
    all
}

/// The chain in words; nothing where there is none.
pub fn chain(site: &Site, article: &Article, quote: &Quote) -> Html {
    let steps = steps(quote);
    if steps.is_empty() {
        return Html::default();
    }
    let words = |step: Range<usize>| article.text.get(step).unwrap_or_default().to_owned();
    html! {
        <ol class="note-chain" aria-label={site.text().chain()} lang={site.lang()}>
            { for steps.into_iter().map(|step| html! { <li>{ words(step) }</li> }) }
        </ol>
    }
}

/// Brings out the chain of the statement at a place, and no other. Classes are set on the elements themselves: drawing a
/// long text anew whenever the pointer moves would be slow.
pub fn light(page: &Element, quote: usize) {
    let quote = quote.to_string();
    let all = page.get_elements_by_class_name("chain");
    for element in (0..all.length()).filter_map(|at| all.item(at)) {
        let its = element.get_attribute(CHAIN).unwrap_or_default();
        let classes = element.class_list();
        // A class list refuses only names with spaces.
        let _ = if its.split(' ').any(|at| at == quote) { classes.add_1(LIT) } else { classes.remove_1(LIT) };
    }
}
