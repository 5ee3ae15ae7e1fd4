//! Once loaded, the app needs no network.

use jejak_archive::Query;
use jejak_archive::query::FacetKind;
use jejak_browser_tests::{Entry, Page, Trouble};

use crate::facets::{choosing, dividing};
use crate::quote::expect_at;
use crate::search::a_quote;

pub(crate) async fn it_goes_on(page: Page) -> Result<(), Trouble> {
    let (id, words, anchor) = a_quote(&page)?;
    let searched = page.answer(&Query { words: words.clone(), ..Query::default() })?;
    let all = page.answer(&Query::default())?;
    let value =
        dividing(&page, &all, FacetKind::Person)?.ok_or(Trouble::Unfit("person in some articles but not all"))?;
    let kept = page.answer(&choosing(FacetKind::Person, &value.value, false))?;
    page.open("").await?;
    page.expect_answer(&all).await?;
    // What other pages need of the app follows once the page stands.
    let chunks = "const came = performance.getEntriesByType('resource').map(entry => entry.name); \
        return ['/pages-', '/take-', '/own-'].every(chunk => came.some(name => name.includes(chunk)))";
    page.expect("the chunks with the other pages", chunks, true).await?;

    page.cut_the_network();
    let cut = "return fetch('./', {cache: 'no-store'}).then(() => 'a network', () => 'none')";
    // The browser reports the probe's failure; nothing else may fail.
    let refused = |entry: &Entry| {
        let said = |words| entry.message.contains(words);
        entry.source == "network" && (said("CONNECTION_REFUSED") || said("Connection refused"))
    };
    page.expect_console(refused);
    page.expect("a network", cut, "none").await?;
    page.check_console().await?;
    page.expect_console(|_| false);

    page.click(&format!("[data-facet='tokoh'][data-value='{}']", value.value)).await?;
    page.expect_answer(&kept).await?;
    page.back().await?;
    page.expect_answer(&all).await?;
    page.search(&words).await?;
    page.expect_answer(&searched).await?;
    page.click(&format!("article[data-article='{id}'] [data-quote='{anchor}'] a[href]")).await?;
    expect_at(&page, &id, &anchor).await?;
    page.back().await?;
    page.expect_answer(&searched).await?;
    page.click(".footer a[href='tentang/']").await?;
    page.find(".about .accuracy").await.map(drop)
}
