//! Who says it most: from a word typed on the front page to the statements behind a bar.

use fantoccini::key::Key;
use jejak_app::state::library::Library;
use jejak_archive::Outcome;
use jejak_archive::query::Query;
use jejak_archive::statements::{Grouping, StatementQuery, Statements};
use jejak_browser_tests::{Page, Trouble};
use serde_json::{Value, json};

const ROWS: &str = "return [...document.querySelectorAll('.most tbody tr')].map(row => \
     [row.querySelector('a').textContent.trim(), Number(row.dataset.count), Number(row.querySelector('rect').getAttribute('width'))])";

/// A word that several people use, and who uses it how often.
fn case(library: &Library) -> Option<(String, Statements)> {
    let asked = |words: &str, group| StatementQuery {
        query: Query { words: words.to_owned(), ..Query::default() },
        group,
        ..StatementQuery::default()
    };
    let ready = |asked: &StatementQuery| match library.statements(asked) {
        Outcome::Ready(said) => Some(said),
        Outcome::Needs(_) => None,
    };
    let some = ready(&asked("", None))?;
    let typed = some.list.iter().flat_map(|one| one.snippet.text.split(' '));
    let plain = typed.filter(|word| word.len() > 4 && word.bytes().all(|byte| byte.is_ascii_lowercase()));
    plain
        .filter_map(|word| Some((word.to_owned(), ready(&asked(word, Some(Grouping::Speaker)))?)))
        .find(|(_, said)| said.groups.iter().filter(|group| !group.label.is_empty()).count() > 2)
}

/// Each bar is as long as the share of the answer's articles in which somebody speaks, and leads to just these statements.
pub(crate) async fn a_bar_leads_to_what_it_counts(page: Page) -> Result<(), Trouble> {
    let (word, said) = page.ask(case)?.ok_or(Trouble::Unfit("word that several people say"))?;
    page.open("").await?;
    page.search(&word).await?;
    page.click(".results > .record-way a").await?;
    page.expect_address(&format!("kutipan/?q={word}&kelompok=tokoh")).await?;
    let share = |group: &jejak_archive::statements::Group| {
        (u64::from(group.articles) * 1000 + u64::from(said.articles) / 2) / u64::from(said.articles)
    };
    let named = said.groups.iter().filter(|group| !group.label.is_empty());
    let rows: Vec<Value> = named.map(|group| json!([group.label, group.count, share(group)])).collect();
    page.expect("a row for each speaker", ROWS, json!(rows)).await?;
    let count = rows.first().map(|row| row[1].clone()).unwrap_or_default();
    page.run("document.querySelector('.most tbody a').focus()").await?;
    page.press(Key::Enter).await?;
    page.expect("as many statements", "return Number(document.querySelector('[role=status]').dataset.count)", count)
        .await?;
    let theirs =
        "return new Set([...document.querySelectorAll('[data-quote]')].map(card => card.dataset.speaker)).size";
    page.expect("one speaker", theirs, 1).await?;
    page.back().await?;
    page.expect("a row for each speaker", ROWS, json!(rows)).await
}
