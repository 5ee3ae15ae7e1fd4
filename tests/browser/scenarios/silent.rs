//! A host that takes a request and never answers: within ten seconds that is said, the rest works, asking again helps, and what comes
//! late still counts.

use jejak_archive::Query;
use jejak_browser_tests::{Page, Trouble};
use serde_json::json;

/// A word that several of the articles hold.
const WORDS: &str = "pasar";

/// Files whose address has `window.silent` in it are not answered; `letGo` has the answers come after all.
fn silent(name: &str) -> String {
    format!(
        "const real = window.fetch; window.held = []; window.silent = '{name}'; \
         window.letGo = () => {{ window.silent = ''; held.splice(0).forEach(go => go()) }}; \
         window.fetch = (...all) => window.silent && String(all[0]).includes(window.silent) \
             ? new Promise(done => held.push(() => done(real.apply(window, all)))) : real.apply(window, all)"
    )
}

fn asked() -> Query {
    Query { words: WORDS.to_owned(), ..Query::default() }
}

/// What is said, and how one can go on.
async fn expect_notice(page: &Page) -> Result<(), Trouble> {
    let said = "const notice = document.querySelector('main [data-lost]'); \
        return [notice.textContent.includes('belum sampai'), notice.querySelector('button').textContent]";
    page.expect("the notice", said, json!([true, "Coba lagi"])).await
}

/// The app itself does not come: what stands says so, with a way to reload, until it does come.
pub(crate) async fn the_app(page: Page) -> Result<(), Trouble> {
    page.beyond().run_first(&silent("_bg")).await?;
    page.client().goto(&format!("{}?q={WORDS}", page.home())).await?;
    let late = "const late = document.querySelector('[data-late][role=alert]'); \
        return [late.querySelectorAll('h2').length, late.querySelectorAll('button').length]";
    page.expect("what is said", late, json!([2, 1])).await?;
    page.run("letGo()").await?;
    page.ready().await?;
    page.expect_answer_to(&asked()).await?;
    page.expect("what is still said", "return document.querySelectorAll('[data-late]').length", 0).await
}

/// Parts of the archive do not come.
pub(crate) async fn parts(page: Page) -> Result<(), Trouble> {
    page.beyond().run_first(&silent("nothing yet")).await?;
    page.open("").await?;
    page.expect_answer_to(&Query::default()).await?;
    page.run("window.silent = '/bagian/'").await?;
    page.search(WORDS).await?;
    expect_notice(&page).await?;
    // Sent for once more, they come; those of before, which come last, change nothing.
    page.run("window.silent = ''").await?;
    page.click("main [data-lost] button").await?;
    let answer = page.expect_answer_to(&asked()).await?;
    page.run("letGo()").await?;
    page.expect_answer(&answer).await?;
    page.expect("notices", "return document.querySelectorAll('[data-lost]').length", 0).await?;
    // What comes late takes the notice away by itself.
    page.run("window.silent = '/bagian/'").await?;
    page.click(".masthead a[href*='kutipan/']").await?;
    expect_notice(&page).await?;
    page.run("letGo()").await?;
    page.find(".statements .statement").await?;
    page.expect("notices", "return document.querySelectorAll('[data-lost]').length", 0).await
}

/// A chunk of the app does not come.
pub(crate) async fn chunks(page: Page) -> Result<(), Trouble> {
    let saving = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } });";
    page.beyond().run_first(&format!("{saving}{}", silent("/pages-"))).await?;
    page.open("").await?;
    page.click(".footer a[href*='tentang/']").await?;
    expect_notice(&page).await?;
    page.run("window.silent = ''").await?;
    page.click("main [data-lost] button").await?;
    page.find(".about .accuracy").await?;
    page.run("letGo()").await?;
    page.click(".masthead a[href*='kutipan/']").await?;
    page.find(".statements .statement").await.map(drop)
}
