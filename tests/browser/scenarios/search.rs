//! Searching by typing.

use jejak_archive::model::QuoteKind;
use jejak_archive::{Article, Outcome, Query};
use jejak_browser_tests::{Page, Trouble};
use serde_json::json;

/// The longest words of a direct quote, in their order, with the ids of its article and itself.
fn words_of_a_quote(article: &Article) -> Option<(String, String)> {
    let quote = article.quotes.iter().find(|quote| quote.kind == QuoteKind::Direct)?;
    let text = article.text.get(quote.span.start as usize..quote.span.end as usize)?;
    let mut words: Vec<&str> = text.split(|c: char| !c.is_alphabetic()).filter(|word| word.len() > 5).collect();
    words.dedup();
    (words.len() >= 3).then(|| (words[..3].join(" ").to_lowercase(), quote.anchor.clone()))
}

/// An article, words of a quote in it, and the quote's anchor.
pub(crate) fn a_quote(page: &Page) -> Result<(String, String, String), Trouble> {
    let found = page.ask(|engine| {
        (0..engine.len()).find_map(|index| match engine.article(index) {
            Outcome::Ready(article) => {
                words_of_a_quote(&article).map(|(words, anchor)| (article.id.clone(), words, anchor))
            }
            Outcome::Needs(_) => None,
        })
    })?;
    found.ok_or(Trouble::Unfit("direct quote with three long words"))
}

pub(crate) async fn words_of_a_quote_find_it(page: Page) -> Result<(), Trouble> {
    let (id, words, anchor) = a_quote(&page)?;
    page.open("").await?;
    page.search(&words).await?;
    let answer = page.expect_answer_to(&Query { words: words.clone(), ..Query::default() }).await?;
    assert!(answer.hits.iter().any(|hit| hit.id == id), "`{words}` did not find {id}");
    page.find(&format!("article[data-article='{id}'] [data-quote='{anchor}'] mark[data-hit]")).await?;
    page.expect("the words in the address", "return new URL(location).searchParams.get('q')", words).await?;
    let measured = "return performance.getEntriesByName('jejak:search', 'measure').length > 0";
    page.expect("the measure of a search", measured, true).await
}

/// The answer follows each letter, and typing leaves one step in history, not one for each letter.
pub(crate) async fn typing_answers_as_one_types(page: Page) -> Result<(), Trouble> {
    let (_, words, _) = a_quote(&page)?;
    page.open("").await?;
    let before = page.run("return history.length").await?;
    let mut typed = String::new();
    for letter in words.chars().take(6) {
        page.search(&letter.to_string()).await?;
        typed.push(letter);
        page.expect_answer_to(&Query { words: typed.clone(), ..Query::default() }).await?;
    }
    page.expect("the focus", "return document.activeElement.type", "search").await?;
    page.expect("the steps in history", "return history.length", before).await
}

pub(crate) async fn nothing_found_is_said(page: Page) -> Result<(), Trouble> {
    let words = "qqqxxqqq zzzwwzzz";
    assert_eq!(page.answer(&Query { words: words.to_owned(), ..Query::default() })?.total, 0);
    page.open("").await?;
    page.search(words).await?;
    page.expect("the count", "return document.querySelector('[role=status]').dataset.count", "0").await?;
    page.expect("hits", "return [...document.querySelectorAll('article[data-article]')].length", json!(0)).await?;
    page.expect("words in the status", "return document.querySelector('[role=status]').innerText.length > 5", true)
        .await
}
