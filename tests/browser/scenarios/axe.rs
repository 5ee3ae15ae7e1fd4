//! axe-core finds nothing on any page, in both themes and both languages, with every panel open.

use std::path::Path;

use jejak_browser_tests::{Page, Trouble};
use serde_json::json;

use crate::search::a_quote;

/// How the settings are kept, as the reader chose them before.
pub(crate) const LOOKS: [(&str, &str); 4] = [
    ("id_light", "language=id&theme=light"),
    ("id_dark", "language=id&theme=dark"),
    ("en_light", "language=en&theme=light"),
    ("en_dark", "language=en&theme=dark"),
];

/// Opens whatever is folded, and answers how much still is. Opening may bring more that is folded.
pub(crate) const UNFOLD: &str = "const folded = [...document.querySelectorAll('details:not([open]) > summary, \
     button[aria-expanded=false]')].filter(part => part.checkVisibility()); folded.forEach(part => part.click()); \
     return folded.length;";

/// What is wrong, as `rule: where`.
pub(crate) const CHECK: &str = "return axe.run(document, { resultTypes: ['violations', 'incomplete'] }).then(found => \
     found.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.target.join(' ')}: ${node.failureSummary}`)))";

/// Every kind of page, and the states of the front page.
fn addresses(page: &Page) -> Result<Vec<String>, Trouble> {
    let (id, words, anchor) = a_quote(page)?;
    let mut all: Vec<String> = page.some_addresses(1)?.into_iter().map(|(address, _)| address).collect();
    all.push(format!("?q={}&sejak=2020-01-01", words.replace(' ', "+")));
    all.push("?q=takadakataini&sejak=2020-01-01".to_owned());
    all.push(format!("artikel/{id}/#{anchor}"));
    all.push("kutipan/?kelompok=tokoh&yakin=60".to_owned());
    Ok(all)
}

/// Checks all pages as somebody with the settings `kept` sees them; `axe` is the checker's file.
pub(crate) async fn finds_nothing(page: Page, axe: &Path, kept: &str) -> Result<(), Trouble> {
    let checker = std::fs::read_to_string(axe).map_err(|_| Trouble::Unfit("axe-core where `JEJAK_AXE` says"))?;
    page.beyond().run_first(&checker).await?;
    page.open("").await?;
    page.run(&format!("localStorage.setItem('jejak:settings', '{kept}')")).await?;
    for address in addresses(&page)? {
        page.open(&address).await?;
        page.expect(&format!("everything open on `{address}`"), UNFOLD, 0).await?;
        page.expect(&format!("what axe finds on `{address}`"), CHECK, json!([])).await?;
    }
    page.run("document.getElementById('bantuan').showModal()").await?;
    page.expect("what axe finds in the list of keys", CHECK, json!([])).await?;
    page.open("kutipan/").await?;
    for (opens, keeps) in [
        ("main .statement [data-take]", Some("#bawa [data-keep]")),
        ("main [data-take='daftar:']", Some("#bawa [data-save]")),
        ("footer [data-take='kliping:']", None),
        ("footer [data-take='pencarian:']", None),
    ] {
        page.click(opens).await?;
        page.find("#bawa .take-body > *").await?;
        if let Some(keeps) = keeps {
            page.click(keeps).await?;
        }
        page.expect(&format!("what axe finds behind {opens}"), CHECK, json!([])).await?;
        page.click("#bawa .take-close button").await?;
    }
    Ok(())
}
