//! An answer that is empty names what emptied it, and leads on.

use jejak_archive::query::{Choice, FacetKind};
use jejak_archive::statements::StatementQuery;
use jejak_archive::{Date, Query};
use jejak_browser_tests::{Page, Trouble};
use serde_json::json;

/// How many would be found without each part that is named.
const WAYS: &str = "return [...document.querySelectorAll('[data-loosen]')].map(way => way.textContent.trim())";

/// Of two filters, the one that leaves nothing is named, with the number that is found without it; where either of them leaves
/// nothing, both together are.
pub(crate) async fn it_names_the_filter(page: Page) -> Result<(), Trouble> {
    let slug = page.ask(|library| library.most_quoted().map(|person| person.slug.clone()))?;
    let slug = slug.ok_or(Trouble::Unfit("person who speaks"))?;
    let choice = Choice { facet: FacetKind::Person, value: slug.clone(), exclude: false };
    let theirs = page.answer(&Query { choices: vec![choice], ..Query::default() })?;
    let long_ago = Date::constant(1900, 1, 1);
    let none = Query { to: Some(long_ago), ..Query::default() };
    assert!(theirs.total > 0 && page.answer(&none)?.total == 0);
    page.open(&format!("?tokoh={slug}&sampai=1900-01-01")).await?;
    page.expect("the ways on", WAYS, json!([format!("Tanpa batas waktu: {} artikel", theirs.total)])).await?;
    page.click("[data-loosen]").await?;
    page.expect_address(&format!("?tokoh={slug}")).await?;
    page.expect_answer(&theirs).await?;
    page.back().await?;
    page.expect("the hits", "return document.querySelectorAll('article[data-article]').length", 0).await?;

    let all = page.answer(&Query::default())?;
    page.open("?tokoh=tidak-ada-sama-sekali&sampai=1900-01-01").await?;
    page.expect("the ways on", WAYS, json!([format!("Tanpa saringan apa pun: {} artikel", all.total)])).await?;
    page.click("[data-loosen]").await?;
    page.expect_answer(&all).await
}

/// A phrase that nobody prints is found again as words.
pub(crate) async fn it_takes_marks_off(page: Page) -> Result<(), Trouble> {
    let titles: Vec<String> =
        page.ask(|library| (0..library.len()).filter_map(|at| library.head(at)).map(|head| head.title).collect())?;
    let turned = titles.into_iter().filter_map(|title| {
        let plain = |word: &str| word.len() > 4 && word.bytes().all(|byte| byte.is_ascii_alphabetic());
        let words: Vec<&str> = title.split(' ').filter(|word| plain(word)).collect();
        Some(format!("{} {}", words.get(1)?, words.first()?).to_lowercase())
    });
    let mut cases = turned.filter_map(|words| {
        let total = |words: String| Some(page.answer(&Query { words, ..Query::default() }).ok()?.total);
        (total(format!("\"{words}\""))? == 0).then_some(())?;
        let found = total(format!(" {words} ")).filter(|total| *total > 0)?;
        Some((words, found))
    });
    let (words, found) = cases.next().ok_or(Trouble::Unfit("two words that never stand in that order"))?;
    page.open(&format!("?q=%22{}%22", words.replace(' ', "+"))).await?;
    let first = "return document.querySelector('[data-loosen]').textContent.trim()";
    page.expect("the first way on", first, format!("Tanpa tanda kutip: {found} artikel")).await?;
    page.click("[data-loosen]").await?;
    let count = "return document.querySelector('[role=status]').dataset.count";
    page.expect("the count", count, found.to_string()).await
}

/// Of what leaves no statement, the dates and the kind are named, each with the number that is found without it.
pub(crate) async fn it_names_what_leaves_no_statement(page: Page) -> Result<(), Trouble> {
    let long_ago = Query { to: Some(Date::constant(1900, 1, 1)), ..Query::default() };
    let all = page.statements(&StatementQuery::default())?;
    assert!(
        all.total > 0 && page.statements(&StatementQuery { query: long_ago, ..StatementQuery::default() })?.total == 0
    );
    page.open("kutipan/?sampai=1900-01-01").await?;
    page.expect("the ways on", WAYS, json!([format!("Tanpa batas waktu: {} pernyataan", all.total)])).await?;
    page.click("[data-loosen]").await?;
    page.expect_address("kutipan/").await?;
    let count = "return document.querySelector('[role=status]').dataset.count";
    page.expect("the count", count, all.total.to_string()).await?;

    let words = "tidakadasamasekali";
    page.open(&format!("kutipan/?q={words}&ragam=langsung")).await?;
    page.expect("the ways on", WAYS, json!([format!("Tanpa kata pencarian: {} pernyataan", all.direct)])).await
}
