//! Filters as chips: what is chosen is said, can be taken back one by one or all at once, and is a step in history.

use jejak_archive::query::{Choice, FacetKind};
use jejak_archive::{Answer, Query};
use jejak_browser_tests::{Page, Trouble};
use serde_json::json;

use crate::facets::{FACETS, choosing, dividing};

/// The chips: of what each is, and whether it leaves out.
const CHIPS: &str = "return [...document.querySelectorAll('[data-chip]')].map(chip => \
     [chip.dataset.chip, chip.classList.contains('chip-excluded')])";

/// A choice of each kind that keeps some articles but not all.
fn one_of_each(page: &Page, all: &Answer) -> Result<Vec<(&'static str, Choice)>, Trouble> {
    let mut found = Vec::new();
    for (facet, word) in FACETS {
        if let Some(value) = dividing(page, all, facet)? {
            found.push((word, Choice { facet, value: value.value, exclude: false }));
        }
    }
    if found.len() < 3 { Err(Trouble::Unfit("three kinds of filters to try")) } else { Ok(found) }
}

fn button(word: &str, choice: &Choice) -> String {
    let attribute = if choice.exclude { "exclude" } else { "facet" };
    format!("[data-{attribute}='{word}'][data-value='{}']", choice.value)
}

/// Kept and left out: a reload and Back restore it, and its chip takes it back.
pub(crate) async fn each_kind_has_a_chip_that_takes_it_back(page: Page) -> Result<(), Trouble> {
    page.open("").await?;
    let all = page.expect_answer_to(&Query::default()).await?;
    for (word, choice) in one_of_each(&page, &all)? {
        for exclude in [false, true] {
            let choice = Choice { exclude, ..choice.clone() };
            page.open("").await?;
            page.expect("chips at first", CHIPS, json!([])).await?;
            page.click(&button(word, &choice)).await?;
            let chosen = page.expect_answer_to(&choosing(choice.facet, &choice.value, exclude)).await?;
            let chip = json!([[word, exclude]]);
            page.expect("the chip", CHIPS, chip.clone()).await?;
            page.reload().await?;
            page.expect_answer(&chosen).await?;
            page.expect("the chip after a reload", CHIPS, chip.clone()).await?;
            page.back().await?;
            page.expect_answer(&all).await?;
            page.expect("chips after Back", CHIPS, json!([])).await?;
            page.forward().await?;
            page.expect_answer(&chosen).await?;
            page.click("[data-chip]").await?;
            page.expect_answer(&all).await?;
            page.expect_address("").await?;
            page.back().await?;
            page.expect_answer(&chosen).await?;
            page.expect("the chip once more", CHIPS, chip).await?;
        }
    }
    Ok(())
}

/// Two values of a kind are either of both, two kinds are both; each chip takes away its own part alone.
pub(crate) async fn either_of_a_kind_and_both_kinds(page: Page) -> Result<(), Trouble> {
    let all = page.answer(&Query::default())?;
    let facet = all.facets.iter().find(|facet| facet.kind == FacetKind::Person).ok_or(Trouble::Unfit("people"))?;
    let people: Vec<Choice> = page.ask(|engine| {
        let values = engine.values(facet, 2).into_iter();
        values.map(|one| Choice { facet: FacetKind::Person, value: one.value, exclude: false }).collect()
    })?;
    let [one, other] = people.as_slice() else { return Err(Trouble::Unfit("two people")) };
    let asked = |choices: &[&Choice]| Query {
        choices: choices.iter().map(|choice| (*choice).clone()).collect(),
        ..Query::default()
    };
    page.open("").await?;
    page.click(&button("tokoh", one)).await?;
    let alone = page.expect_answer_to(&asked(&[one])).await?;
    page.click(&button("tokoh", other)).await?;
    let either = page.expect_answer_to(&asked(&[one, other])).await?;
    assert!(either.total >= alone.total, "either of two is less than one of them");
    let source = dividing(&page, &either, FacetKind::Source)?.ok_or(Trouble::Unfit("source that divides"))?;
    let source = Choice { facet: FacetKind::Source, value: source.value, exclude: true };
    page.click(&button("sumber", &source)).await?;
    let both = page.expect_answer_to(&asked(&[one, other, &source])).await?;
    assert!(both.total < either.total, "leaving out a source leaves nothing out");
    page.click("[data-chip='tokoh']").await?;
    page.expect_answer_to(&asked(&[other, &source])).await?;
    page.back().await?;
    page.expect_answer(&both).await
}

/// "Clear all" takes away every filter and both dates, and leaves the words; Back brings all of it again.
pub(crate) async fn clearing_all_leaves_the_words(page: Page) -> Result<(), Trouble> {
    let all = page.answer(&Query::default())?;
    let (_, choice) = one_of_each(&page, &all)?.swap_remove(0);
    let words = page.ask(|engine| {
        let titles = (0..engine.len()).filter_map(|at| engine.head(at)).map(|head| head.title.to_lowercase());
        titles.flat_map(|title| title.split(' ').map(str::to_owned).collect::<Vec<_>>()).find(|word| word.len() > 5)
    })?;
    let words = words.ok_or(Trouble::Unfit("long word in a title"))?;
    let (from, to) = crate::dates::two_days(&page)?;
    page.open("").await?;
    page.search(&words).await?;
    let searched = page.expect_answer_to(&Query { words: words.clone(), ..Query::default() }).await?;
    let query = Query {
        words: words.clone(),
        choices: vec![Choice { exclude: true, ..choice.clone() }],
        from: Some(from),
        to: Some(to),
        ..Query::default()
    };
    page.open(&format!("?q={words}&{}=-{}&sejak={from}&sampai={to}", FACETS[0].1, choice.value)).await?;
    let narrow = page.expect_answer_to(&query).await?;
    page.expect("three chips", "return document.querySelectorAll('[data-chip]').length", 3).await?;
    page.click("[data-clear]").await?;
    page.expect_answer(&searched).await?;
    page.expect("chips", CHIPS, json!([])).await?;
    page.expect("the search box", "return document.querySelector('[role=search] input').value", words).await?;
    page.reload().await?;
    page.expect_answer(&searched).await?;
    page.back().await?;
    page.expect_answer(&narrow).await
}
