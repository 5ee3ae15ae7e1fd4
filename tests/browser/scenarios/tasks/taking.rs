//! Five tasks that end with something to take away.

use fantoccini::key::Key;
use jejak_archive::statements::StatementQuery;
use jejak_archive::{Date, Query};
use jejak_browser_tests::{Page, Trouble};
use serde_json::json;

use super::Reporter;
use crate::takeaway::{CATCH, clipboard, file, statements};

/// What has the mayor said about selling posts? Give me a citable link.
pub(crate) async fn a_citable_link(page: Page) -> Result<(), Trouble> {
    let words = "jual beli jabatan";
    let answer = page.answer(&Query { words: words.into(), ..Query::default() })?;
    let first = answer.hits.first().ok_or(Trouble::Unfit("article on that"))?;
    let quote = first.quote.as_ref().ok_or(Trouble::Unfit("statement on that"))?;
    let speaker = quote.speaker.clone().unwrap_or_default();
    assert!(speaker.contains("Bambang"), "the mayor, not {speaker}");
    let link = format!("{}artikel/{}/#{}", page.home(), first.id, quote.anchor);
    let reporter = Reporter::arrive(page, "what has the mayor said about selling posts; a citable link").await?;
    reporter.page.run(&clipboard(false)).await?;
    reporter.search(words).await?;
    reporter.click("article[data-rank='1'] .hit-quote blockquote a").await?;
    let who = "return document.querySelector('.note .note-who')?.textContent ?? null";
    reporter.sees("who said it", who, speaker.as_str()).await?;
    reporter.click(".note [data-take]").await?;
    reporter.click("#bawa [data-copy='link']").await?;
    reporter.sees("the link", "return window.copied", link).await?;
    reporter.done(4)
}

/// Export all statements on budgets of 2025.
pub(crate) async fn statements_of_a_year(page: Page) -> Result<(), Trouble> {
    page.beyond().run_first(CATCH).await?;
    let (from, to) = (Date::constant(2025, 1, 1), Date::constant(2025, 12, 31));
    let query = Query { words: "anggaran".into(), from: Some(from), to: Some(to), ..Query::default() };
    let wanted = statements(&page, &StatementQuery { query, ..StatementQuery::default() })?;
    let reporter = Reporter::arrive(page, "all statements on budgets of 2025 as a table").await?;
    reporter.click(".masthead a[href='kutipan/']").await?;
    reporter.search("anggaran").await?;
    reporter.day("input[name=sejak]", from).await?;
    reporter.day("input[name=sampai]", to).await?;
    let count = "return Number(document.querySelector('main [role=status]').dataset.count)";
    reporter.sees("how many there are", count, wanted.len()).await?;
    reporter.click("main [data-take='daftar:']").await?;
    let (name, table) = pressed(&reporter, "CSV").await?;
    assert!(name.ends_with(".csv"), "{name}");
    let mut rows = csv::Reader::from_reader(table.trim_start_matches('\u{feff}').as_bytes());
    let dates = rows.headers().map_err(|_| Trouble::Unfit("table"))?.iter().position(|name| name == "date");
    let dates = dates.ok_or(Trouble::Unfit("column of days"))?;
    let days: Vec<String> =
        rows.records().filter_map(Result::ok).filter_map(|row| row.get(dates).map(str::to_owned)).collect();
    assert_eq!(days.len(), wanted.len());
    assert!(!days.is_empty() && days.iter().all(|day| day.starts_with("2025-")), "{days:?}");
    reporter.done(6)
}

/// Presses the button of a form, and takes the file that comes.
async fn pressed(reporter: &Reporter, form: &str) -> Result<(String, String), Trouble> {
    reporter.step();
    file(&reporter.page, form).await
}

/// Put aside a statement on prices and one on the flood, and take both along for a bibliography.
pub(crate) async fn clippings_of_two_questions(page: Page) -> Result<(), Trouble> {
    page.beyond().run_first(CATCH).await?;
    let reporter = Reporter::arrive(page, "a statement on prices and one on the flood for a bibliography").await?;
    reporter.click(".masthead a[href='kutipan/']").await?;
    let mut kept = Vec::new();
    for words in ["harga", "banjir"] {
        reporter.search(words).await?;
        let query = Query { words: words.into(), ..Query::default() };
        let said = reporter.page.statements(&StatementQuery { query, ..StatementQuery::default() })?;
        let first = said.list.first().ok_or(Trouble::Unfit("statement on that"))?;
        let shown = "return document.querySelector('main .statement')?.dataset.quote ?? null";
        reporter.sees("the first statement", shown, first.anchor.as_str()).await?;
        reporter.click("main .statement [data-take]").await?;
        reporter.click("#bawa [data-keep]").await?;
        reporter.key(Key::Escape).await?;
        kept.push(format!("{}#{}", first.id, first.anchor));
    }
    reporter.click("footer [data-take='kliping:']").await?;
    let listed = "return [...document.querySelectorAll('#bawa [data-clipping]')].map(one => one.dataset.clipping)";
    reporter.sees("the clippings", listed, json!(kept)).await?;
    let (_, entries) = pressed(&reporter, "BibTeX").await?;
    assert_eq!(entries.matches("@article{").count(), 2, "{entries}");
    reporter.done(11)
}

/// Follow what is written about markets, and look on a later visit whether there is anything new.
pub(crate) async fn a_search_to_come_back_to(page: Page) -> Result<(), Trouble> {
    let reporter =
        Reporter::arrive(page, "follow what is written about markets, and look again on a later visit").await?;
    reporter.search("pasar").await?;
    reporter.click("main [data-take='daftar:']").await?;
    reporter.click("#bawa [data-save]").await?;
    reporter.sees("that it is saved", "return document.querySelector('#bawa [data-save]').ariaPressed", "true").await?;
    reporter.page.open("").await?;
    reporter.click("footer [data-take='pencarian:']").await?;
    let same = "return document.querySelector('#bawa [data-search] .take-hint')?.textContent.includes('belum berubah')";
    reporter.sees("that nothing is new", same, true).await?;
    reporter.click("#bawa [data-search] a").await?;
    reporter.page.expect_address("?q=pasar").await?;
    reporter.done(5)
}

/// Cite the newest article in APA, by keys alone.
pub(crate) async fn an_article_by_keys(page: Page) -> Result<(), Trouble> {
    let answer = page.answer(&Query::default())?;
    let newest = answer.hits.first().ok_or(Trouble::Unfit("article"))?;
    let title = newest.title.clone();
    let reporter = Reporter::arrive(page, "cite the newest article in APA, by keys alone").await?;
    reporter.page.expect_answer(&answer).await?;
    reporter.letter('j').await?;
    reporter.key(Key::Enter).await?;
    let open = "return document.querySelector('main [data-open]')?.dataset.open ?? null";
    reporter.sees("the article", open, newest.id.as_str()).await?;
    reporter.page.run(&clipboard(false)).await?;
    reporter.tab_to(".reading-head [data-take]").await?;
    reporter.key(Key::Enter).await?;
    reporter.sees("the forms", "return document.querySelector('#bawa [data-copy=APA]') !== null", true).await?;
    reporter.tab_to("#bawa [data-copy='APA']").await?;
    reporter.key(Key::Enter).await?;
    let cited = format!("return window.copied?.includes({}) ?? null", json!(title));
    reporter.sees("what is copied", &cited, true).await?;
    // Firefox stops once more on the way, at the part of the dialog that scrolls.
    reporter.done(14)
}
