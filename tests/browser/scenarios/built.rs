//! A site of articles written for these tests, with everything that `archive.toml` may say of it.

use std::error::Error;
use std::path::{Path, PathBuf};

use jejak_browser_tests::{Page, Trouble};

use crate::shared::Expected;

/// What is in `articles/`.
pub(crate) static OWN: Expected = Expected {
    articles: 5,
    words: "jual beli kios",
    day: "2026-01-12",
    speaker: "Gunawan",
    person: "Wiratama",
    standing: ("Pj", "2025-07"),
    later: "2026-01",
    in_2024: 2,
};

/// The folder of the articles. Its lock says that somebody had another address once.
pub(crate) fn articles() -> Result<PathBuf, Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/articles");
    if folder.is_dir() { Ok(folder) } else { Err(format!("{} is missing", folder.display()).into()) }
}

/// An address that a person had once leads to the one of today, as a page and as a filter.
pub(crate) async fn an_address_of_old_leads_on(page: Page) -> Result<(), Trouble> {
    // Firefox asks for an icon that the small page which leads on does not name, and its policy refuses.
    page.expect_console(|entry| entry.message.contains("favicon.ico"));
    page.client().goto(&format!("{}tokoh/pak-wiratama/", page.home())).await?;
    page.expect_address("tokoh/suharyanto-wiratama/").await?;
    page.ready().await?;
    page.expect("the page", "return document.querySelector('[data-record]')?.dataset.slug", "suharyanto-wiratama")
        .await?;
    page.open("?tokoh=pak-wiratama").await?;
    let chosen = "return document.querySelector('[data-facet=tokoh][aria-pressed=true]')?.dataset.value ?? null";
    page.expect("the filter", chosen, "suharyanto-wiratama").await
}

/// The settings are seen: the logo, the accent in both schemes, and the page about the archive.
pub(crate) async fn the_archive_says_who_keeps_it(page: Page) -> Result<(), Trouble> {
    page.open("").await?;
    let logo =
        "const logo = document.querySelector('main img'); return Boolean(logo?.complete && logo.naturalWidth > 0)";
    page.expect("the logo", logo, true).await?;
    let colour = "return getComputedStyle(document.querySelector('.masthead-mark')).borderTopColor";
    page.beyond().prefer_scheme("light").await?;
    page.expect("the accent on light paper", colour, "rgb(31, 111, 74)").await?;
    page.beyond().prefer_scheme("dark").await?;
    let dark = page.run(colour).await?;
    assert!(
        dark != "rgb(31, 111, 74)" && dark != "rgb(238, 154, 128)",
        "neither the light one nor the product's: {dark}"
    );
    page.click(".footer a[href='tentang/']").await?;
    page.expect_address("tentang/").await?;
    page.expect("the heading", "return document.querySelector('main h1').textContent", "Tentang arsip ini").await?;
    let contact = "return document.querySelector('main a[href^=\"mailto:\"]')?.getAttribute('href') ?? null";
    page.expect("the contact", contact, "mailto:redaksi@contoh.example").await?;
    page.reload().await?;
    page.expect("the heading", "return document.querySelector('main h1').textContent", "Tentang arsip ini").await
}
