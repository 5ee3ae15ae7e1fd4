//! Single keys, the sheet that lists them, and the setting that switches them off.

use fantoccini::key::Key;
use jejak_archive::Query;
use jejak_browser_tests::{Page, Trouble};

const SHEET: &str = "return document.getElementById('bantuan').open";
const FIELD: &str = "return document.activeElement.type === 'search'";
/// Which hit holds the focus, from one; 0 where none does.
const HIT: &str = "return Number(document.activeElement.closest('article[data-rank]')?.dataset.rank ?? 0)";

/// `?` opens the sheet, which names each key; Escape closes it, and so does its button.
pub(crate) async fn a_sheet_lists_them(page: Page) -> Result<(), Trouble> {
    page.open("").await?;
    page.expect("the sheet at first", SHEET, false).await?;
    for close_by_key in [true, false] {
        page.type_keys("?").await?;
        page.expect("the sheet", SHEET, true).await?;
        let keys = "return ['/', 'j', 'k', 'u', '?'].filter(key => \
            ![...document.querySelectorAll('#bantuan kbd')].some(shown => shown.textContent === key))";
        page.expect("keys that it does not name", keys, serde_json::json!([])).await?;
        // Behind an open sheet, keys do nothing.
        page.type_keys("j").await?;
        page.expect("the focus", "return document.activeElement.closest('#bantuan') !== null", true).await?;
        if close_by_key {
            page.press(Key::Escape).await?
        } else {
            page.click("#bantuan button").await?
        }
        page.expect("the sheet", SHEET, false).await?;
    }
    Ok(())
}

/// Who does not know the key, or has switched it off, opens the sheet by a button, which has the focus again afterwards.
pub(crate) async fn a_button_opens_it(page: Page) -> Result<(), Trouble> {
    page.open("").await?;
    page.run("document.querySelector('[commandfor=bantuan]').focus()").await?;
    page.press(Key::Enter).await?;
    page.expect("the sheet", SHEET, true).await?;
    page.press(Key::Escape).await?;
    page.expect("the sheet", SHEET, false).await?;
    page.expect("the focus", "return document.activeElement.matches('[commandfor=bantuan]')", true).await
}

/// `/` leads to the field, `j` and `k` through the hits, Enter opens one, `u` leads back to the same answer.
pub(crate) async fn they_lead_through_the_hits(page: Page) -> Result<(), Trouble> {
    page.open("").await?;
    let all = page.expect_answer_to(&Query::default()).await?;
    if all.hits.len() < 3 {
        return Err(Trouble::Unfit("three hits"));
    }
    for (key, rank) in [("j", 1), ("j", 2), ("j", 3), ("k", 2)] {
        page.type_keys(key).await?;
        page.expect(&format!("the hit that {key} leads to"), HIT, rank).await?;
    }
    page.press(Key::Enter).await?;
    let open = "return document.querySelector('main [data-open]')?.dataset.open ?? null";
    page.expect("the article", open, all.hits[1].id.as_str()).await?;
    page.type_keys("u").await?;
    page.expect_answer(&all).await?;
    page.type_keys("/").await?;
    page.expect("the focus on the field", FIELD, true).await?;
    // In a field a key is a letter.
    page.type_keys("j?").await?;
    page.expect("what was typed", "return document.activeElement.value", "j?").await?;
    page.expect("the sheet", SHEET, false).await
}

/// From a page without a list of hits, `/` leads to the field of the front page.
pub(crate) async fn search_is_a_key_away_everywhere(page: Page) -> Result<(), Trouble> {
    for (address, _) in page.some_addresses(1)? {
        page.open(&address).await?;
        page.type_keys("/").await?;
        page.expect(&format!("the focus on a field, from `{address}`"), FIELD, true).await?;
    }
    Ok(())
}

/// Switched off, no single key does anything, on any page and after a reload; Tab and Enter still do.
pub(crate) async fn they_can_be_switched_off(page: Page) -> Result<(), Trouble> {
    page.open("").await?;
    page.click("[aria-controls=tampilan]").await?;
    page.click("label:has(input[name=keys])").await?;
    let off = "return document.querySelector('input[name=keys]').checked";
    page.expect("the box", off, false).await?;
    page.press(Key::Escape).await?;
    let silent = async |address: &str| -> Result<(), Trouble> {
        page.run("document.activeElement.blur()").await?;
        page.type_keys("j?u").await?;
        let state = "return [document.getElementById('bantuan').open, \
            document.activeElement.matches('a, input, button'), location.pathname + location.search]";
        let path = page.run("return location.pathname + location.search").await?;
        page.expect(
            &format!("sheet, focus and address at `{address}`"),
            state,
            serde_json::json!([false, false, path]),
        )
        .await?;
        page.expect_address(address).await?;
        // This one is Firefox's own, for finding in a page, where the page leaves it alone.
        page.type_keys("/").await?;
        page.expect("the focus on a field", FIELD, false).await?;
        page.press(Key::Escape).await
    };
    silent("").await?;
    page.reload().await?;
    silent("").await?;
    let article = page.ask(|engine| engine.head(0).map(|head| format!("artikel/{}/", head.id)))?;
    let article = article.ok_or(Trouble::Unfit("article"))?;
    page.open(&article).await?;
    silent(&article).await?;
    // And on again.
    page.open("").await?;
    page.click("[aria-controls=tampilan]").await?;
    page.click("label:has(input[name=keys])").await?;
    page.press(Key::Escape).await?;
    page.run("document.activeElement.blur()").await?;
    page.type_keys("?").await?;
    page.expect("the sheet", SHEET, true).await
}
