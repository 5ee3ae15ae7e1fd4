//! Regulations: from an article and from the list to the page of one, and on to what names it.

use std::path::{Path, PathBuf};

use fantoccini::key::Key;
use jejak_app::state::links;
use jejak_archive::Outcome;
use jejak_archive::query::FacetKind;
use jejak_browser_tests::{Page, Trouble};
use serde_json::json;

use crate::axe::{CHECK, LOOKS, UNFOLD};
use crate::facets::choosing;

/// The one that three articles name, two of them in a statement.
const SLUG: &str = "permendagri-59-2021";
const PATH: &str = "peraturan/permendagri-59-2021/";
const TITLE: &str = "Permendagri Nomor 59 Tahun 2021";

/// The page's heading.
const HEADING: &str = "return document.querySelector('main h1')?.textContent";

/// The folder of its articles.
pub(crate) fn articles() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/regulations")
}

/// An article's mention leads to the page, that to the list, the list back, and passages to articles; by mouse and by keys.
pub(crate) async fn it_opens_from_where_it_is_named(page: Page) -> Result<(), Trouble> {
    page.open("artikel/anggaran-2025/").await?;
    page.click(&format!(".reading-text a[href$='{PATH}']")).await?;
    page.expect_address(PATH).await?;
    page.expect("the heading", HEADING, TITLE).await?;
    page.expect("the title", "return document.title.startsWith('Permendagri Nomor 59 Tahun 2021')", true).await?;
    page.click(".reading-kicker a").await?;
    page.expect_address("peraturan/").await?;
    let link = format!(".laws a[href$='{PATH}']");
    page.expect("the list", &format!("return document.querySelector(\"{link}\") !== null"), true).await?;
    page.run(&format!("document.querySelector(\"{link}\").focus()")).await?;
    page.press(Key::Enter).await?;
    page.expect_address(PATH).await?;
    page.expect("the heading", HEADING, TITLE).await?;
    let passages = "return [...document.querySelectorAll('.passages li')].map(item => \
        [item.dataset.article, [...item.querySelectorAll('mark')].map(mark => mark.textContent).join()])";
    let expected = json!([
        ["evaluasi-2026", "Peraturan Menteri Dalam Negeri (Permendagri) No. 59 Tahun 2021"],
        ["anggaran-2025", "Permendagri 59/2021"],
        ["standar-2024", "Permendagri Nomor 59 Tahun 2021"],
    ]);
    page.expect("where it is named", passages, expected).await?;
    page.click(".passages li:last-child a").await?;
    page.expect_address("artikel/standar-2024/").await?;
    page.back().await?;
    page.expect("the heading", HEADING, TITLE).await?;
    page.click(".footer a[href*='tentang/']").await?;
    page.click(".about a[href$='peraturan/']").await?;
    page.expect_address("peraturan/").await
}

/// What the pages count is what the filters deliver, of articles and of statements.
pub(crate) async fn counts_are_what_filters_deliver(page: Page) -> Result<(), Trouble> {
    page.open("peraturan/").await?;
    let listed = "return [...document.querySelectorAll('.laws li')].map(item => [item.dataset.value, Number(item.dataset.count)])";
    page.expect("some of them", &format!("{}.length > 2", listed.replace("return ", "return (") + ")"), true).await?;
    let listed = page.run(listed).await?;
    for item in listed.as_array().into_iter().flatten() {
        let slug = item[0].as_str().unwrap_or_default();
        let delivered = page.answer(&choosing(FacetKind::Regulation, slug, false))?.total;
        assert_eq!(item[1].as_u64(), Some(u64::from(delivered)), "{slug}");
    }
    page.open(PATH).await?;
    let asked = links::statements(&[(FacetKind::Regulation, SLUG)]);
    let said = page.statements(&asked)?;
    assert_eq!((said.total, said.articles), (2, 2), "of those in its articles the ones that name it");
    let anchors: Vec<&str> = said.list.iter().map(|one| one.anchor.as_str()).collect();
    let shown = "return [...document.querySelectorAll('[data-quote]')].map(card => card.dataset.quote)";
    page.expect("the statements", shown, json!(anchors)).await?;
    page.click(".record-way a[href*='kutipan']").await?;
    page.expect("the statements", shown, json!(anchors)).await?;
    page.back().await?;
    page.click(&format!("main a.button[href$='?peraturan={SLUG}']")).await?;
    let found = page.expect_answer_to(&choosing(FacetKind::Regulation, SLUG, false)).await?;
    assert_eq!(found.total, 3);
    page.click("[data-chip=peraturan]").await?;
    page.expect_answer_to(&jejak_archive::Query::default()).await?;
    page.search("peraturan:59 ").await?;
    let typed = jejak_archive::Query { words: "peraturan:59 ".into(), ..jejak_archive::Query::default() };
    assert_eq!(page.expect_answer_to(&typed).await?.total, 3);
    Ok(())
}

/// What stands in the same articles is unfolded: who speaks of it, and what other regulations are named beside it.
pub(crate) async fn it_says_who_speaks_of_it(page: Page) -> Result<(), Trouble> {
    page.open(PATH).await?;
    page.click(".related [aria-expanded=false]").await?;
    let listed = |facet: &str| {
        format!(
            "return [...document.querySelectorAll('.related [data-facet={facet}]')].map(item => item.dataset.value)"
        )
    };
    page.expect("other regulations", &listed("peraturan"), json!(["perda-7-2020", "uu-23-2014"])).await?;
    let speakers =
        page.ask(|library| match library.statements(&links::statements(&[(FacetKind::Regulation, SLUG)])) {
            Outcome::Ready(said) => library.values(&said.facets[0], 9).into_iter().map(|one| one.value).collect(),
            Outcome::Needs(_) => Vec::new(),
        })?;
    assert_eq!(speakers.len(), 2);
    let first = "return [...document.querySelectorAll('.related section:first-of-type [data-facet=tokoh]')]\
        .map(item => item.dataset.value)";
    page.expect("who speaks of it", first, json!(speakers)).await?;
    page.click(".related section:first-of-type [data-facet=tokoh] a").await?;
    page.expect("the statement", "return document.querySelectorAll('[data-quote]').length", 1).await
}

/// The pages have room on a narrow screen, and the list is read in the language chosen.
pub(crate) async fn they_fit_a_phone(page: Page, kept: &str) -> Result<(), Trouble> {
    page.beyond().resize(360, 740).await?;
    page.open("").await?;
    page.run(&format!("localStorage.setItem('jejak:settings', '{kept}')")).await?;
    for address in ["peraturan/", PATH, "peraturan/perda-7-2020/"] {
        page.open(address).await?;
        page.expect("the page", "return document.querySelector('main h1') !== null", true).await?;
        let wide = "return document.documentElement.scrollWidth";
        page.expect(&format!("width of `{address}`"), wide, 360).await?;
        let small = "return [...document.querySelectorAll('.laws a, .passages a, .related-list a')]\
            .filter(link => link.getBoundingClientRect().height < 24).map(link => link.textContent)";
        page.expect(&format!("links of `{address}` that are hard to hit"), small, json!([])).await?;
    }
    Ok(())
}

/// axe-core finds nothing on these pages, with everything unfolded, in each language and theme.
pub(crate) async fn axe_finds_nothing(page: Page, axe: &Path) -> Result<(), Trouble> {
    let checker = std::fs::read_to_string(axe).map_err(|_| Trouble::Unfit("axe-core where `JEJAK_AXE` says"))?;
    page.beyond().run_first(&checker).await?;
    for (look, kept) in LOOKS {
        page.open("").await?;
        page.run(&format!("localStorage.setItem('jejak:settings', '{kept}')")).await?;
        for address in ["peraturan/", PATH, "peraturan/perda-7-2020/"] {
            page.open(address).await?;
            page.expect(&format!("everything open on `{address}`"), UNFOLD, 0).await?;
            page.expect(&format!("what axe finds on `{address}`, {look}"), CHECK, json!([])).await?;
        }
    }
    Ok(())
}
