//! More like an article: what the page lists is what the archive finds. In parts it waits until a reader asks for it.

use fantoccini::key::Key;
use jejak_archive::{Engine, Outcome};
use jejak_browser_tests::{Page, Trouble};
use serde_json::json;

/// Articles listed at most.
const MOST: usize = 6;
const LISTED: &str = "return [...document.querySelectorAll('[data-alike]')].map(item => item.dataset.alike)";
const FOLD: &str = "return document.querySelectorAll('details.alike').length";

/// The first article that is like another one, and those that are like it.
fn first_with(engine: &Engine) -> Option<(String, Vec<String>)> {
    (0..engine.len()).find_map(|at| {
        let Outcome::Ready(found) = engine.similar(at, MOST) else { return None };
        let id = |article| engine.head(article).map(|head| head.id);
        let ids = found.iter().map(|one| id(one.article)).collect::<Option<Vec<String>>>()?;
        (!ids.is_empty()).then_some((id(at)?, ids))
    })
}

/// The list leads to its articles and back again; each says what it has in common.
pub(crate) async fn it_leads_on(page: Page) -> Result<(), Trouble> {
    let (id, alike) = page.ask(|library| first_with(library))?.ok_or(Trouble::Unfit("two articles that are alike"))?;
    page.open(&format!("artikel/{id}/")).await?;
    page.expect("folds", FOLD, 0).await?;
    page.expect("what is alike", LISTED, json!(alike)).await?;
    let common =
        "return [...document.querySelectorAll('[data-alike]')].every(item => /Kesamaan: ./.test(item.innerText))";
    page.expect("what each has in common", common, true).await?;
    page.click(&format!("[data-alike='{}'] a", alike[0])).await?;
    page.expect_address(&format!("artikel/{}/", alike[0])).await?;
    page.find(&format!("[data-open='{}']", alike[0])).await?;
    page.back().await?;
    page.expect_address(&format!("artikel/{id}/")).await?;
    page.expect("what is alike", LISTED, json!(alike)).await
}

/// Where the archive comes in parts, nothing of it is fetched before it is unfolded, which keys can do.
pub(crate) async fn it_waits_until_it_is_asked_for(page: Page) -> Result<(), Trouble> {
    let (id, alike) = page.ask(|library| first_with(library))?.ok_or(Trouble::Unfit("two articles that are alike"))?;
    page.open(&format!("artikel/{id}/")).await?;
    page.expect("folds", FOLD, 1).await?;
    page.expect("what is alike", LISTED, json!([])).await?;
    let facets =
        "return performance.getEntriesByType('resource').filter(entry => entry.name.includes('/bagian/facet-')).length";
    page.expect("what was fetched for it", facets, 0).await?;
    page.run("document.querySelector('details.alike summary').focus()").await?;
    page.press(Key::Enter).await?;
    page.expect("what is alike", LISTED, json!(alike)).await?;
    page.expect("what was fetched for it", facets, 1).await?;
    page.expect("the focus", "return document.activeElement.matches('details.alike summary')", true).await?;
    // Another article is folded again.
    page.click(&format!("[data-alike='{}'] a", alike[0])).await?;
    page.expect_address(&format!("artikel/{}/", alike[0])).await?;
    page.expect("what is alike", LISTED, json!([])).await
}
