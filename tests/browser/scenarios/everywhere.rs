//! Language and theme on every kind of page: chosen there, kept elsewhere, and there before the first paint.

use jejak_app::state::settings::Language;
use jejak_app::text::Text;
use jejak_browser_tests::{Page, Trouble};
use serde_json::json;

/// Language of the page, theme, and the words of the masthead and of the footer.
const SEEN: &str = "const root = document.documentElement; return [root.lang, root.dataset.theme, \
     ...[...document.querySelectorAll('.masthead-link')].map(link => link.textContent.trim()), \
     document.querySelector('.footer p').textContent]";

fn seen(language: Language, theme: &str) -> serde_json::Value {
    let text = Text::of(language);
    json!([language.tag(), theme, text.time.title(), text.record.quotes(), text.footer_private()])
}

/// One kind of page after another, also one that is not there.
fn addresses(page: &Page) -> Result<Vec<String>, Trouble> {
    let mut all: Vec<String> = page.some_addresses(1)?.into_iter().map(|(address, _)| address).collect();
    all.push("?q=tidakadakataini".to_owned());
    all.push("kutipan/?kelompok=tokoh".to_owned());
    Ok(all)
}

/// The settings open on each page and change it at once; the words of the news stay in their own language.
pub(crate) async fn each_page_can_be_switched(page: Page) -> Result<(), Trouble> {
    for address in addresses(&page)? {
        page.open(&address).await?;
        let what = |of: &str| format!("{of} of `{address}`");
        page.expect(&what("words"), SEEN, seen(Language::Id, "auto")).await?;
        let news = "return [...document.querySelectorAll('[data-quote] q, .reading-text, .hit-title')]\
            .map(part => part.textContent)";
        let before = page.run(news).await?;
        page.click("[aria-controls=tampilan]").await?;
        page.click("[lang=en] label:has(input[name=language])").await?;
        page.click("fieldset:has(input[name=theme]) label:nth-of-type(3)").await?;
        page.expect(&what("words"), SEEN, seen(Language::En, "dark")).await?;
        page.expect(&what("news"), news, before).await?;
        let foreign = "return [...document.querySelectorAll('.reading-text, .hit-title, .statements q, \
            .nameplate-about, [data-record] .record-title, .role-name, .role-articles a span, [data-alike] .neighbour-title, \
            .statement-way span span')]\
            .filter(part => !part.closest('[lang]:not(html)')).length";
        page.expect(&what("news that is not said to be Indonesian"), foreign, 0).await?;
        page.expect_address(&address).await?;
        page.click("[lang=id] label:has(input[name=language])").await?;
        page.click("fieldset:has(input[name=theme]) label:nth-of-type(1)").await?;
        page.expect(&what("words"), SEEN, seen(Language::Id, "auto")).await?;
    }
    Ok(())
}

/// Once chosen, they hold on each page that is opened, and the theme before anything is drawn.
pub(crate) async fn a_choice_holds_on_each_page(page: Page) -> Result<(), Trouble> {
    let note = "addEventListener('DOMContentLoaded', () => window.early = document.documentElement.dataset.theme)";
    page.beyond().run_first(note).await?;
    page.open("").await?;
    page.click("[aria-controls=tampilan]").await?;
    page.click("[lang=en] label:has(input[name=language])").await?;
    page.click("fieldset:has(input[name=theme]) label:nth-of-type(3)").await?;
    page.expect("the words", SEEN, seen(Language::En, "dark")).await?;
    for address in addresses(&page)? {
        page.open(&address).await?;
        page.expect(&format!("words of `{address}`"), SEEN, seen(Language::En, "dark")).await?;
        page.expect("the theme before the first paint", "return window.early", "dark").await?;
    }
    Ok(())
}
