//! Every page has an address of its own, and every link leads to a page.

use std::collections::BTreeSet;

use jejak_browser_tests::{Page, Trouble};
use serde_json::json;

/// How many pages of each kind are loaded; a load takes a browser half a second.
const OF_EACH: usize = 3;

/// Each address is a file of its own with its own title, before the app is there.
pub(crate) async fn each_has_a_file(page: Page) -> Result<(), Trouble> {
    page.open("").await?;
    let all = page.addresses()?;
    let (addresses, titles): (Vec<_>, Vec<_>) = all.into_iter().unzip();
    let served = format!(
        "return Promise.all({}.map(address => fetch('./' + address).then(answer => answer.ok ? answer.text() : '')\
         .then(text => new DOMParser().parseFromString(text, 'text/html').title)))",
        json!(addresses)
    );
    page.expect("the titles of the files", &served, titles).await
}

/// A page can be opened and reloaded by its address, and shows the same either way.
pub(crate) async fn each_can_be_reloaded(page: Page) -> Result<(), Trouble> {
    for (address, title) in page.some_addresses(OF_EACH)? {
        page.open(&address).await?;
        page.expect("the title", "return document.title", title.as_str()).await?;
        // The page of own files tells how far the press is that it brings.
        let press = "return document.querySelector('.own')?.dataset.press ?? 'Ready'";
        page.expect("the press", press, "Ready").await?;
        let shown = "return document.querySelector('main').innerText";
        let before = page.run(shown).await?;
        page.reload().await?;
        page.expect("the page after a reload", shown, before).await?;
        page.expect_address(&address).await?;
        page.expect("headings", "return document.querySelectorAll('main h1').length", 1).await?;
    }
    Ok(())
}

/// No link of a page leads to an address without a file.
pub(crate) async fn each_link_leads_to_a_page(page: Page) -> Result<(), Trouble> {
    let mut followed = BTreeSet::new();
    for (address, _) in page.some_addresses(1)? {
        page.open(&address).await?;
        let found = page
            .run(
                "return [...document.querySelectorAll('a[href], image[href]')].map(link => link.href).filter(href => \
                  typeof href === 'string').map(href => new URL(href)).filter(url => url.origin === location.origin)\
                  .map(url => url.pathname)",
            )
            .await?;
        followed.extend(found.as_array().into_iter().flatten().filter_map(|link| link.as_str().map(str::to_owned)));
    }
    assert!(followed.len() > 5, "the pages hardly link to each other: {followed:?}");
    let broken = format!(
        "return Promise.all({}.map(path => fetch(path).then(answer => answer.ok ? '' : path)))\
         .then(all => all.filter(path => path !== ''))",
        json!(followed)
    );
    page.expect("links without a page", &broken, json!([])).await
}
