//! A very long article. What lies far from the window is laid out when it comes near, which must be no matter to who reads.

use std::fs;
use std::path::Path;

use jejak_archive::Outcome;
use jejak_browser_tests::{Page, Trouble};

use crate::quote::expect_at;

/// The id of the article.
const ID: &str = "sidang-panjang";
/// How many statements it holds, each in a paragraph of its own; a hundred words stand between them.
const STATEMENTS: usize = 90;

/// Writes it into a folder: some ten thousand words.
///
/// # Errors
/// The folder cannot be written to.
pub(crate) fn write(folder: &Path) -> std::io::Result<()> {
    let mut text = "---\njudul: Sidang panjang soal pasar\ntanggal: 2026-02-03\nsumber: Warta Uji\n---\n".to_owned();
    for nth in 0..STATEMENTS {
        let filling = format!("Peserta sidang ke-{nth} mencatat usul warga tentang kios dan jalan. ").repeat(10);
        text +=
            &format!("{filling}\n\n“Usul nomor {nth} dari warga akan dicatat dan dijawab,” kata Gunawan Prasetyo.\n\n");
    }
    fs::write(folder.join(format!("{ID}.md")), text)
}

/// The address of its last statement leads there, and the words stay in view; so do those that the list leads to.
pub(crate) async fn each_statement_is_found(page: Page) -> Result<(), Trouble> {
    let article = page.ask(|library| library.find(ID).map(|at| library.article(at)))?;
    let Some(Outcome::Ready(article)) = article else { return Err(Trouble::Unfit("article of that id")) };
    assert_eq!(article.quotes.len(), STATEMENTS);
    let anchor = |nth: usize| article.quotes[nth].anchor.as_str();
    page.open(&format!("artikel/{ID}/#{}", anchor(STATEMENTS - 1))).await?;
    expect_at(&page, ID, anchor(STATEMENTS - 1)).await?;
    // Paragraphs around it take their true height once they are drawn.
    page.run("return new Promise(done => setTimeout(done, 500))").await?;
    expect_at(&page, ID, anchor(STATEMENTS - 1)).await?;
    for nth in [STATEMENTS / 2, 0, STATEMENTS - 2] {
        page.click(&format!("[data-rail='{}']", anchor(nth))).await?;
        expect_at(&page, ID, anchor(nth)).await?;
    }
    Ok(())
}

/// Whether the last paragraph is drawn and in view.
const DRAWN: &str = "const box = last.getBoundingClientRect(); \
     return last.checkVisibility({contentVisibilityAuto: true}) && box.bottom > 0 && box.top < innerHeight";

/// Its words are all there, drawn or not, and who goes down to the last of them sees them.
pub(crate) async fn no_word_is_lost(page: Page) -> Result<(), Trouble> {
    page.open(&format!("artikel/{ID}/")).await?;
    let last = "const last = [...document.querySelectorAll('.reading-text > p')].at(-1);";
    let words = format!("{last} return last.textContent.includes('nomor {} dari warga')", STATEMENTS - 1);
    page.expect("the last statement", &words, true).await?;
    page.expect("the last statement drawn at once", &format!("{last} {DRAWN}"), false).await?;
    // What comes near takes its true height, so one goes on until one is there.
    page.expect("the last statement drawn", &format!("{last} last.scrollIntoView(); {DRAWN}"), true).await
}

/// The list beside the text scrolls to the statement that one looks at, and the page does not scroll for it.
pub(crate) async fn the_list_follows(page: Page) -> Result<(), Trouble> {
    page.open(&format!("artikel/{ID}/")).await?;
    let seen = "const item = document.querySelector('[data-rail][aria-current]'); \
        const list = document.querySelector('.rail-list').getBoundingClientRect(); \
        const box = item?.getBoundingClientRect() ?? {}; return box.top >= list.top - 4 && box.bottom <= list.bottom + 4";
    for nth in [STATEMENTS / 2, 2, STATEMENTS - 1] {
        // What comes near takes its true height, so one goes there twice.
        let look = format!(
            "const words = document.querySelectorAll('.said .permalink')[{nth}]; words.scrollIntoView({{block: 'center'}}); \
             await new Promise(done => setTimeout(done, 300)); words.scrollIntoView({{block: 'center'}}); \
             const before = scrollY; words.focus({{preventScroll: true}}); return scrollY - before"
        );
        let moved = page.run(&format!("return (async () => {{ {look} }})()")).await?;
        assert_eq!(moved, 0, "the page scrolled by so much");
        let current = "const all = [...document.querySelectorAll('[data-rail]')]; \
            return all.findIndex(link => link.hasAttribute('aria-current'))";
        page.expect("the statement in the list", current, nth).await?;
        page.expect("the statement in sight in the list", seen, true).await?;
    }
    Ok(())
}
