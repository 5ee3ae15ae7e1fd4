//! Names are suggested while one types, and a name that was typed brings its person.

use fantoccini::key::Key;
use jejak_archive::Query;
use jejak_archive::answer::Suggestion;
use jejak_archive::query::{Choice, FacetKind};
use jejak_browser_tests::{Page, Trouble};
use serde_json::json;

/// A person of the archive with what is typed of the name, and what is suggested then.
fn a_name(page: &Page) -> Result<(String, Vec<Suggestion>), Trouble> {
    let found = page.ask(|engine| {
        let person = engine.most_quoted()?;
        let typed: String = person.name.chars().take(4).collect();
        Some((typed.clone(), engine.suggest(&typed, 5)))
    })?;
    found.filter(|(_, found)| !found.is_empty()).ok_or(Trouble::Unfit("person whose name is suggested"))
}

/// What assistive technology is told of the field and its list.
const TOLD: &str = "const field = document.querySelector('input[role=combobox]');\
    const list = document.getElementById(field.getAttribute('aria-controls'));\
    const active = field.getAttribute('aria-activedescendant');\
    const options = [...list.querySelectorAll('[role=option]')];\
    return [field.getAttribute('aria-expanded'), list.getAttribute('role'), list.checkVisibility(), options.length,\
        active && document.getElementById(active).textContent.length > 3,\
        options.filter(option => option.getAttribute('aria-selected') === 'true').map(option => option.id).join(),\
        document.activeElement === field]";

async fn told(page: &Page, what: &str, open: bool, options: usize, at: Option<usize>) -> Result<(), Trouble> {
    let id = at.map(|at| format!("saran-{at}"));
    let expected =
        json!([open.to_string(), "listbox", open, options, id.is_some().then_some(true), id.unwrap_or_default(), true]);
    page.expect(what, TOLD, expected).await
}

pub(crate) async fn arrows_walk_enter_takes_and_escape_closes(page: Page) -> Result<(), Trouble> {
    let (typed, found) = a_name(&page)?;
    page.open("").await?;
    page.search(&typed).await?;
    let all = found.len();
    told(&page, "the list while typing", true, all, None).await?;
    page.press(Key::Down).await?;
    told(&page, "the first option", true, all, Some(1)).await?;
    page.press(Key::Up).await?;
    told(&page, "the field again", true, all, None).await?;
    page.press(Key::Up).await?;
    told(&page, "the last option", true, all, Some(all)).await?;
    page.press(Key::Escape).await?;
    told(&page, "the closed list", false, 0, None).await?;
    page.expect("the words", "return document.querySelector('input[role=combobox]').value", typed).await?;
    page.press(Key::Down).await?;
    page.press(Key::Down).await?;
    told(&page, "the list opened by an arrow", true, all, Some(1)).await?;
    page.press(Key::Enter).await?;
    let choice = Choice { facet: found[0].facet, value: found[0].value.clone(), exclude: false };
    page.expect_answer_to(&Query { choices: vec![choice], ..Query::default() }).await?;
    told(&page, "the list once something was taken", false, 0, None).await?;
    page.expect("the words", "return document.querySelector('input[role=combobox]').value", "").await
}

pub(crate) async fn a_click_takes_a_suggestion(page: Page) -> Result<(), Trouble> {
    let (typed, found) = a_name(&page)?;
    page.open("").await?;
    page.search(&typed).await?;
    page.click("#saran-1").await?;
    let choice = Choice { facet: found[0].facet, value: found[0].value.clone(), exclude: false };
    page.expect_answer_to(&Query { choices: vec![choice], ..Query::default() }).await?;
    page.back().await?;
    page.expect("the words", "return new URL(location).searchParams.get('q')", typed).await
}

pub(crate) async fn a_name_typed_brings_its_person_first(page: Page) -> Result<(), Trouble> {
    let found = page.ask(|engine| engine.most_quoted().map(|one| (one.name.clone(), one.slug.clone())))?;
    let (name, slug) = found.ok_or(Trouble::Unfit("person who speaks"))?;
    page.open("").await?;
    page.search(&name).await?;
    let before = format!(
        "const card = document.querySelector('[data-person=\"{slug}\"]');\
         const hit = document.querySelector('article[data-article]');\
         return Boolean(card.compareDocumentPosition(hit) & Node.DOCUMENT_POSITION_FOLLOWING)"
    );
    page.expect("the card before the first hit", &before, true).await?;
    page.press(Key::Escape).await?;
    page.click("[data-person] a").await?;
    let facet = FacetKind::Person;
    let there = page.ask(|engine| engine.has_page(facet, &slug))?;
    assert!(there, "{slug}");
    page.expect("the record", "return document.querySelector('[data-record]').dataset.slug", slug).await
}
