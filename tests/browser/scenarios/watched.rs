//! Saved searches: kept, counted when the site was built anew, seen, removed.

use std::path::PathBuf;

use fantoccini::key::Key;
use jejak_app::state::library::Library;
use jejak_archive::statements::StatementQuery;
use jejak_archive::{Date, NoStem, Outcome, Query};
use jejak_browser_tests::{Page, Trouble, made};
use jejak_cli::site::{self, Pages, Staged};
use serde_json::json;

/// What the list shows: where each search leads, how many are new, and what else came or went.
const LISTED: &str = "return [...document.querySelectorAll('#bawa [data-search]')].map(one => \
    [one.dataset.search, one.dataset.new ?? null, one.querySelector('[data-others]')?.dataset.others ?? null])";
/// What the browser keeps of them.
const KEPT: &str = "return Object.keys(localStorage).filter(name => name.startsWith('jejak:pencarian:')).length";

async fn save(page: &Page, address: &str) -> Result<(), Trouble> {
    page.open(address).await?;
    page.click("main [data-take='daftar:']").await?;
    page.click("#bawa [data-save]").await?;
    page.expect("that it is saved", "return document.querySelector('#bawa [data-save]').ariaPressed", "true").await?;
    page.press(Key::Escape).await
}

/// How many articles and statements hold the words, of days after one.
fn later(library: &Library, words: &str, from: Option<Date>) -> Result<(u32, u32), Trouble> {
    let query = Query { words: words.into(), from, ..Query::default() };
    let asked = StatementQuery { query: query.clone(), ..StatementQuery::default() };
    match (library.answer(&query).as_ref(), library.statements(&asked)) {
        (Outcome::Ready(articles), Outcome::Ready(statements)) => Ok((articles.total, statements.total)),
        _ => Err(Trouble::Unfit("parts: it must be carried whole")),
    }
}

/// A reader saves two searches, the site is built anew with three articles of later days and without an old one, and the list says
/// exactly that until each was looked at.
pub(crate) async fn what_is_new_is_counted(page: Page, staged: PathBuf) -> Result<(), Trouble> {
    let folder = page.folder();
    let trouble = |why: String| Trouble::Site { folder: folder.to_owned(), why };
    page.open("").await?;
    page.expect("nothing kept of who saves nothing", KEPT, 0).await?;
    save(&page, "?q=warga").await?;
    save(&page, "kutipan/?q=warga&hal=1").await?;
    page.open("").await?;
    page.click("footer [data-take='pencarian:']").await?;
    page.expect("the searches", LISTED, json!([["?q=warga", null, null], ["kutipan/?q=warga", null, null]])).await?;

    // The next edition.
    let mut next = made::archive(40);
    let newest = next.articles.first().and_then(|article| article.date).ok_or(Trouble::Unfit("day"))?;
    let holds = |text: &str| text.split(|c: char| !c.is_alphabetic()).any(|word| word == "warga");
    let spoken = next
        .articles
        .iter()
        .position(|article| article.quotes.iter().any(|quote| article.text.get(quote.span.range()).is_some_and(holds)));
    let spoken = spoken.ok_or(Trouble::Unfit("statement on that"))?;
    let mut day = newest;
    let mut more = Vec::new();
    for number in 0..3 {
        day = day.tomorrow().map_err(|error| trouble(error.to_string()))?;
        let mut one = next.articles[spoken].clone();
        one.id = format!("baru-{number}");
        (one.date, one.published) = (Some(day), Some(day));
        one.quotes.iter_mut().for_each(|quote| quote.anchor = format!("k-0000000{number}"));
        more.push(one);
    }
    next.articles.remove(spoken);
    next.articles.splice(0..0, more);
    let bytes = jejak_archive::write(&next, &NoStem);
    let mut app = Staged::read(&staged).map_err(|error| trouble(error.to_string()))?;
    app.set_archive(&bytes).map_err(|error| trouble(error.to_string()))?;
    site::write(&app, folder, Pages::Few).map_err(|error| trouble(error.to_string()))?;
    let library = Library::open(bytes).map_err(|error| trouble(error.to_string()))?;
    let from = newest.tomorrow().ok();
    let ((then, said_then), (now, said_now), (fresh, said)) =
        (page.ask(|old| later(old, "warga", None))??, later(&library, "warga", None)?, later(&library, "warga", from)?);
    assert_eq!((fresh, said), (3, 3));
    let others = |now: u32, fresh: u32, then: u32| (i64::from(now) - i64::from(fresh) - i64::from(then)).to_string();
    let (others, of_said) = (others(now, fresh, then), others(said_now, said, said_then));
    assert_eq!((others.as_str(), of_said.as_str()), ("-1", "-1"), "one is gone");

    page.open("").await?;
    page.click("footer [data-take='pencarian:']").await?;
    page.expect("what is new", LISTED, json!([["?q=warga", "3", "-1"], ["kutipan/?q=warga", "3", "-1"]])).await?;
    // Nothing is seen by looking at the list alone.
    page.reload().await?;
    page.click("footer [data-take='pencarian:']").await?;
    page.expect("what is new", LISTED, json!([["?q=warga", "3", "-1"], ["kutipan/?q=warga", "3", "-1"]])).await?;
    page.click("#bawa [data-search='?q=warga'] [data-fresh]").await?;
    page.expect_address(&format!("?q=warga&sejak={}", from.map(|day| day.to_string()).unwrap_or_default())).await?;
    let shown = "return [...document.querySelectorAll('article[data-article]')].map(hit => hit.dataset.article).sort()";
    page.expect("the new ones", shown, json!(["baru-0", "baru-1", "baru-2"])).await?;
    page.expect("the dialog closed", "return document.getElementById('bawa').open", false).await?;
    page.reload().await?;
    page.click("footer [data-take='pencarian:']").await?;
    page.expect("what is left", LISTED, json!([["?q=warga", null, null], ["kutipan/?q=warga", "3", "-1"]])).await?;

    // One by one, and all at once.
    page.click("#bawa [data-search='?q=warga'] [data-remove]").await?;
    page.expect("what is left", LISTED, json!([["kutipan/?q=warga", "3", "-1"]])).await?;
    page.click("#bawa [data-clear]").await?;
    page.expect("what is left", LISTED, json!([])).await?;
    page.expect("what is kept", KEPT, 0).await
}

/// Where the browser keeps nothing it is said, and what is kept by others is not believed.
pub(crate) async fn storage_may_refuse(page: Page) -> Result<(), Trouble> {
    page.open("kutipan/?q=warga").await?;
    page.run("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }").await?;
    page.click("main [data-take='daftar:']").await?;
    page.click("#bawa [data-save]").await?;
    let said = "return [document.querySelector('#bawa [data-said-last]').textContent.includes('tidak tersimpan'), \
                document.querySelector('#bawa [data-save]').ariaPressed]";
    page.expect("what is said of it", said, json!([true, "false"])).await?;
    page.reload().await?;
    let path = "const path = new URL(document.baseURI).pathname; ";
    page.run(&format!(
        "{path} localStorage.setItem('jejak:pencarian:' + path, \
         'v=1&a=javascript:alert(1)&w=Satu&a=//lain.example/&w=Dua&a=%3Fq%3Dwarga&w=Tiga&n=3&s=lain')"
    ))
    .await?;
    page.reload().await?;
    page.click("footer [data-take='pencarian:']").await?;
    let links = "return [...document.querySelectorAll('#bawa [data-search] p:first-child a')].map(link => link.getAttribute('href'))";
    page.expect("the searches", links, json!(["?q=warga"])).await
}
