//! Filtering by facets.

use jejak_archive::Query;
use jejak_archive::answer::{Answer, FacetValue};
use jejak_archive::query::{Choice, FacetKind};
use jejak_browser_tests::{Page, Trouble};

/// Each facet with its word in addresses and attributes.
pub(crate) const FACETS: [(FacetKind, &str); 7] = [
    (FacetKind::Person, "tokoh"),
    (FacetKind::Organisation, "lembaga"),
    (FacetKind::Topic, "topik"),
    (FacetKind::Regulation, "peraturan"),
    (FacetKind::Event, "jenis"),
    (FacetKind::Place, "tempat"),
    (FacetKind::Source, "sumber"),
];

pub(crate) fn choosing(facet: FacetKind, value: &str, exclude: bool) -> Query {
    Query { choices: vec![Choice { facet, value: value.to_owned(), exclude }], ..Query::default() }
}

/// A facet's first value that keeps some articles but not all.
pub(crate) fn dividing(page: &Page, answer: &Answer, kind: FacetKind) -> Result<Option<FacetValue>, Trouble> {
    let facet = answer.facets.iter().find(|facet| facet.kind == kind);
    let values = page.ask(|engine| facet.map_or(Vec::new(), |facet| engine.values(facet, usize::MAX)))?;
    Ok(values.into_iter().find(|value| value.count > 0 && value.count < answer.total))
}

/// Every count on the page is what the archive answers to that choice.
pub(crate) async fn counts_are_what_a_click_delivers(page: Page) -> Result<(), Trouble> {
    page.open("").await?;
    page.expect_answer_to(&Query::default()).await?;
    let shown = page
        .run(
            "return [...document.querySelectorAll('[data-facet]')].map(value => \
              [value.dataset.facet, value.dataset.value, Number(value.dataset.count), value.innerText])",
        )
        .await?;
    let shown = shown.as_array().cloned().unwrap_or_default();
    assert!(!shown.is_empty(), "no facet is shown");
    for value in shown {
        let (word, slug) = (value[0].as_str().unwrap_or_default(), value[1].as_str().unwrap_or_default());
        let facet = FACETS.iter().find(|(_, known)| *known == word).map(|(facet, _)| *facet);
        let facet = facet.ok_or(Trouble::Unfit("facet of the name that the page shows"))?;
        let delivered = page.answer(&choosing(facet, slug, false))?.total;
        assert_eq!(value[2].as_u64(), Some(u64::from(delivered)), "{word}={slug}");
        let words = value[3].as_str().unwrap_or_default();
        assert!(words.contains(&delivered.to_string()), "{word}={slug} shows `{words}`");
    }
    Ok(())
}

pub(crate) async fn including_and_excluding(page: Page) -> Result<(), Trouble> {
    page.open("").await?;
    let all = page.expect_answer_to(&Query::default()).await?;
    let mut tried = 0;
    for (facet, word) in FACETS {
        let Some(value) = dividing(&page, &all, facet)? else { continue };
        tried += 1;
        let slug = &value.value;
        page.open("").await?;
        let include = format!("[data-facet='{word}'][data-value='{slug}']");
        page.click(&include).await?;
        let kept = page.expect_answer_to(&choosing(facet, slug, false)).await?;
        assert_eq!(kept.total, value.count, "{word}={slug}");
        pressed(&page, &include, true).await?;
        page.expect("the address", &parameter(word), slug.as_str()).await?;

        page.open("").await?;
        let exclude = format!("[data-exclude='{word}'][data-value='{slug}']");
        page.click(&exclude).await?;
        let left = page.expect_answer_to(&choosing(facet, slug, true)).await?;
        assert_eq!(left.total, all.total - value.count, "{word}=-{slug}");
        pressed(&page, &exclude, true).await?;
        page.expect("the address", &parameter(word), format!("-{slug}")).await?;

        // The same button takes the choice back.
        page.click(&exclude).await?;
        page.expect_answer(&all).await?;
        pressed(&page, &exclude, false).await?;
    }
    assert!(tried >= 2, "the archive has no facets to try");
    Ok(())
}

fn parameter(name: &str) -> String {
    format!("return new URL(location).searchParams.get('{name}')")
}

async fn pressed(page: &Page, selector: &str, expected: bool) -> Result<(), Trouble> {
    let script = format!("return document.querySelector(\"{selector}\")?.getAttribute('aria-pressed')");
    page.expect(&format!("aria-pressed of {selector}"), &script, expected.to_string()).await
}
