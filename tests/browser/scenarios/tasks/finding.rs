//! Five tasks that end with something to read.

use jejak_archive::query::{Choice, FacetKind};
use jejak_archive::statements::{Grouping, Kinds, StatementQuery};
use jejak_archive::{Outcome, Query};
use jejak_browser_tests::{Page, Trouble};
use serde_json::{Value, json};

use super::Reporter;
use crate::facets::dividing;

fn about(words: &str) -> Query {
    Query { words: words.to_owned(), ..Query::default() }
}

/// Who speaks most of residents, and in how many of 100 articles?
pub(crate) async fn who_says_it_most(page: Page) -> Result<(), Trouble> {
    let asked = StatementQuery { query: about("warga"), group: Some(Grouping::Speaker), ..StatementQuery::default() };
    let said = page.statements(&asked)?;
    let first = said.groups.iter().find(|group| !group.label.is_empty()).ok_or(Trouble::Unfit("speaker on that"))?;
    let in_tenths = (u64::from(first.articles) * 1000 + u64::from(said.articles) / 2) / u64::from(said.articles);
    let share = format!("{},{}", in_tenths / 10, in_tenths % 10);
    let reporter = Reporter::arrive(page, "who speaks most of residents, and in how many of 100 articles").await?;
    reporter.search("warga").await?;
    reporter.click(".results > .record-way a").await?;
    let row = "const row = document.querySelector('.most tbody tr'); \
        return row && [row.querySelector('a').textContent.trim(), Number(row.dataset.count), row.children[2].textContent.trim()]";
    reporter.sees("who it is", row, json!([first.label, first.count, share])).await?;
    reporter.done(2)
}

/// What is there on a topic from everybody but one outlet?
pub(crate) async fn one_topic_without_one_outlet(page: Page) -> Result<(), Trouble> {
    let query = about("warga");
    let topic = dividing(&page, &page.answer(&query)?, FacetKind::Topic)?.ok_or(Trouble::Unfit("topic"))?;
    let choice = |facet, value: &str, exclude| Choice { facet, value: value.to_owned(), exclude };
    let on_it = Query { choices: vec![choice(FacetKind::Topic, &topic.value, false)], ..query };
    let outlet = dividing(&page, &page.answer(&on_it)?, FacetKind::Source)?.ok_or(Trouble::Unfit("two outlets"))?;
    let mut wanted = on_it;
    wanted.choices.push(choice(FacetKind::Source, &outlet.value, true));
    let answer = page.answer(&wanted)?;
    let reporter = Reporter::arrive(page, "what is there on a topic from everybody but one outlet").await?;
    reporter.search("warga").await?;
    reporter.click(&format!("[data-facet='topik'][data-value='{}']", topic.value)).await?;
    reporter.click(&format!("[data-exclude='sumber'][data-value='{}']", outlet.value)).await?;
    reporter.page.expect_answer(&answer).await?;
    let chips = "return [...document.querySelectorAll('[data-chip]')].map(chip => chip.dataset.chip)";
    reporter.sees("what narrows the answer", chips, json!(["topik", "sumber"])).await?;
    reporter.done(3)
}

/// When was the flood most in the news, and what was the matter then?
pub(crate) async fn in_the_busiest_month(page: Page) -> Result<(), Trouble> {
    let all = page.answer(&about("banjir"))?;
    let most = all.timeline.bins.iter().rev().max_by_key(|bin| bin.count).ok_or(Trouble::Unfit("bar"))?;
    let within = page.answer(&Query { from: Some(most.from), to: Some(most.to), ..about("banjir") })?;
    let first = within.hits.first().ok_or(Trouble::Unfit("article in it"))?;
    let reporter = Reporter::arrive(page, "when was the flood most in the news, and what was the matter then").await?;
    reporter.search("banjir").await?;
    reporter.page.expect_answer(&all).await?;
    // The highest bar is what one sees.
    let highest = "const bars = [...document.querySelectorAll('[data-timeline] [data-from]')]; \
        return bars.reduce((most, bar) => Number(bar.dataset.count) > Number(most.dataset.count) ? bar : most).dataset.from";
    let seen = reporter.page.run(highest).await?;
    let most = Value::from(most.from.to_string());
    assert_eq!(seen, most, "the highest bar of all");
    let bar = format!("[data-timeline] [data-from='{}'] .bar-some", most.as_str().unwrap_or_default());
    reporter.click(&bar).await?;
    reporter.page.expect_answer(&within).await?;
    reporter.click("article[data-rank='1'] .hit-title a").await?;
    let open = "return document.querySelector('main [data-open]')?.dataset.open ?? null";
    reporter.sees("the article", open, first.id.as_str()).await?;
    reporter.done(3)
}

/// Which offices did a person hold, in which standing, and between which days do articles show it?
pub(crate) async fn offices_of_a_person(page: Page) -> Result<(), Trouble> {
    let wanted = page.ask(|library| match library.record(FacetKind::Person, "bayana", 0) {
        Outcome::Ready(Some(record)) => {
            let roles = record.roles.iter().map(|role| {
                json!([role.office, role.standing.as_str(), role.from.map(|day| day.to_string()).unwrap_or_default()])
            });
            Some(roles.collect::<Vec<_>>())
        }
        _ => None,
    })?;
    let wanted = wanted.filter(|roles| !roles.is_empty()).ok_or(Trouble::Unfit("person of that name"))?;
    let reporter = Reporter::arrive(page, "which offices did Bayana hold, in which standing, since when").await?;
    reporter.search("bayana").await?;
    reporter.click(".person-card-name a").await?;
    let roles = "return [...document.querySelectorAll('.role')].map(role => \
        [role.dataset.role, role.dataset.standing, role.dataset.from ?? ''])";
    reporter.sees("the offices", roles, json!(wanted)).await?;
    reporter.done(2)
}

/// What was said word for word, by somebody who is known for sure, about residents?
pub(crate) async fn by_kind_and_confidence(page: Page) -> Result<(), Trouble> {
    let asked = StatementQuery {
        query: about("warga"),
        kinds: Kinds { direct: true, reported: false },
        least: Some(80),
        ..StatementQuery::default()
    };
    let said = page.statements(&asked)?;
    if said.total == 0 {
        return Err(Trouble::Unfit("statement of that kind"));
    }
    let reporter = Reporter::arrive(page, "what was said word for word, by whom for sure, about residents").await?;
    reporter.click(".masthead a[href='kutipan/']").await?;
    reporter.search("warga").await?;
    reporter.click(".narrow a[href*='ragam=langsung']").await?;
    reporter.click(".narrow a[href*='yakin=80']").await?;
    let count = "return Number(document.querySelector('main [role=status]').dataset.count)";
    reporter.sees("how many", count, said.total).await?;
    let shown = "return [...document.querySelectorAll('main .statement')].map(one => one.dataset.quote)";
    let anchors: Vec<&str> = said.list.iter().map(|one| one.anchor.as_str()).collect();
    reporter.sees("which", shown, json!(anchors)).await?;
    reporter.done(4)
}
