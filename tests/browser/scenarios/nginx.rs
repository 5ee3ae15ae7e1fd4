//! A site behind nginx, with the configuration that `docs/hosting/nginx.md` gives.

use jejak_archive::Query;
use jejak_browser_tests::{Page, Trouble};
use serde_json::json;

use crate::missing;
use crate::policy::POLICY;

/// How many pages of each kind are walked.
const OF_EACH: usize = 2;

/// Every kind of page, a search, and a page that is not there; the console and the policy are watched as always.
pub(crate) async fn it_can_be_walked(page: Page) -> Result<(), Trouble> {
    for (address, title) in page.some_addresses(OF_EACH)? {
        page.open(&address).await?;
        page.expect("the title", "return document.title", title.as_str()).await?;
    }
    page.open("").await?;
    page.search("kios").await?;
    page.expect_answer_to(&Query { words: "kios".to_owned(), ..Query::default() }).await?;
    page.click("article[data-article] a[href]").await?;
    page.ready().await?;
    missing::is_explained(page).await
}

/// What nginx says of a file named by its content, of a page, and of what is not there.
pub(crate) async fn its_headers(page: Page) -> Result<(), Trouble> {
    page.open("").await?;
    let said = "const of = async (address) => { const answer = await fetch(address, {cache: 'reload'}); await answer.text(); \
         const header = (name) => answer.headers.get(name); \
         return [answer.status, header('cache-control'), header('content-security-policy'), \
         header('x-content-type-options'), header('referrer-policy'), ['gzip', 'br'].includes(header('content-encoding'))] }; \
         return Promise.all([document.querySelector('link[rel=stylesheet]').href, \
         performance.getEntriesByType('resource').map(entry => entry.name).find(name => name.endsWith('.wasm')), \
         './', './muat.js'].map(of))";
    let policy = format!("{POLICY}; frame-ancestors 'self'");
    let answer = |kept: &str| json!([200, kept, policy, "nosniff", "strict-origin", true]);
    let (for_ever, ask) = ("public, max-age=31536000, immutable", "no-cache");
    page.expect("the headers", said, json!([answer(for_ever), answer(for_ever), answer(ask), answer(ask)])).await?;
    page.expect_console(missing::not_found);
    let missing = "return Promise.all(['./tidak/ada', './tidak-ada-0123456789abcdef.js'].map(address => fetch(address)\
         .then(answer => answer.text().then(text => [answer.status, answer.headers.get('cache-control'), \
         text.includes('<h1>')]))))";
    page.expect("what is not there", missing, json!([[404, ask, true], [404, ask, true]])).await
}
