//! Search on the page of a person: it stays among that person's statements.

use fantoccini::key::Key;
use jejak_app::state::library::Library;
use jejak_app::state::links;
use jejak_archive::Outcome;
use jejak_archive::query::FacetKind;
use jejak_archive::statements::{StatementQuery, Statements};
use jejak_browser_tests::{Page, Trouble};
use serde_json::json;

const COUNT: &str =
    "return [...document.querySelectorAll('[role=status]')].map(status => Number(status.dataset.count))";
const SHOWN: &str = "return [...document.querySelectorAll('.statements [data-quote]')].map(card => card.dataset.quote)";

/// Who speaks most, a word that some but not all of their statements hold, and others hold too, and what holds it.
struct Case {
    slug: String,
    name: String,
    all: Statements,
    word: String,
    found: Statements,
}

fn case(library: &Library) -> Option<Case> {
    let person = library.most_quoted()?;
    let own = links::statements(&[(FacetKind::Person, &person.slug)]);
    let ready = |asked: &StatementQuery| match library.statements(asked) {
        Outcome::Ready(said) => Some(said),
        Outcome::Needs(_) => None,
    };
    let with = |asked: &StatementQuery, word: &str| {
        let mut asked = asked.clone();
        asked.query.words = word.to_owned();
        ready(&asked)
    };
    let all = ready(&own)?;
    let words = all.list.iter().flat_map(|one| one.snippet.text.split(' '));
    let plain = words.filter(|word| word.len() > 4 && word.bytes().all(|byte| byte.is_ascii_lowercase()));
    let mut cases = plain.filter_map(|word| {
        let (found, everywhere) = (with(&own, word)?, with(&StatementQuery::default(), word)?);
        let fits = found.total > 0 && found.total < all.total && everywhere.total > found.total;
        fits.then(|| (word.to_owned(), found))
    });
    let (word, found) = cases.next()?;
    Some(Case { slug: person.slug.clone(), name: person.name.clone(), all, word, found })
}

async fn expect_found(page: &Page, Case { name, found, .. }: &Case) -> Result<(), Trouble> {
    page.expect("the counts", COUNT, json!([found.total])).await?;
    let anchors: Vec<&str> = found.list.iter().map(|one| one.anchor.as_str()).collect();
    page.expect("the statements", SHOWN, json!(anchors)).await?;
    let cards =
        |what: &str| format!("return [...document.querySelectorAll('.statements [data-quote]')].every(card => {what})");
    let theirs = cards(&format!("card.dataset.speaker === {}", json!(name)));
    page.expect("that all are theirs", &theirs, true).await?;
    page.expect("the words marked in each", &cards("card.querySelector('mark[data-hit]') !== null"), true).await
}

/// What is typed is looked for among them at once, stands in the address, and comes back with it.
pub(crate) async fn it_stays_among_them(page: Page) -> Result<(), Trouble> {
    let case = page.ask(case)?.ok_or(Trouble::Unfit("person whose words others use too"))?;
    let (plain, asked) = (format!("tokoh/{}/", case.slug), format!("tokoh/{}/?q={}", case.slug, case.word));
    page.open(&plain).await?;
    page.expect("the counts", COUNT, json!([case.all.total])).await?;
    page.type_keys("/").await?;
    let focus = "return document.activeElement.matches('.record [role=search] input[type=search]')";
    page.expect("the focus on the field", focus, true).await?;
    page.type_keys(&case.word).await?;
    page.expect_address(&asked).await?;
    expect_found(&page, &case).await?;
    page.expect("the focus on the field", focus, true).await?;
    page.reload().await?;
    expect_found(&page, &case).await?;
    page.click(".statements .statement-way a").await?;
    page.expect("an article", "return location.pathname.includes('/artikel/')", true).await?;
    page.back().await?;
    page.expect_address(&asked).await?;
    expect_found(&page, &case).await?;
    let typed = "return document.querySelector('[role=search] input').value";
    page.expect("what is typed", typed, case.word.as_str()).await
}

/// Where nothing is found it is said, and a way leads back to all statements.
pub(crate) async fn nothing_found_leads_back(page: Page) -> Result<(), Trouble> {
    let case = page.ask(case)?.ok_or(Trouble::Unfit("person whose words others use too"))?;
    page.open(&format!("tokoh/{}/?q=takadakataini", case.slug)).await?;
    page.expect("the counts", COUNT, json!([0])).await?;
    page.expect("the statements", SHOWN, json!([])).await?;
    page.run("document.querySelector('.record .empty a').focus()").await?;
    page.press(Key::Enter).await?;
    page.expect_address(&format!("tokoh/{}/", case.slug)).await?;
    page.expect("the counts", COUNT, json!([case.all.total])).await?;
    page.back().await?;
    page.expect("the counts", COUNT, json!([0])).await
}
