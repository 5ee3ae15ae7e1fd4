//! Reading an article: its list of statements, the way back from each to its speaker, by pointer and by keys.

use fantoccini::key::Key;
use jejak_archive::Outcome;
use jejak_archive::model::{Article, QuoteKind, Removed};
use jejak_browser_tests::{Page, Trouble};
use serde_json::json;

/// The first article that `is_it` fits.
fn article(page: &Page, is_it: impl Fn(&Article) -> bool) -> Result<Article, Trouble> {
    let found = page.ask(|engine| {
        (0..engine.len()).find_map(|at| match engine.article(at) {
            Outcome::Ready(article) if is_it(&article) => Some((*article).clone()),
            _ => None,
        })
    })?;
    found.ok_or(Trouble::Unfit("article of that kind"))
}

/// The anchors that the list beside the text shows.
const LISTED: &str = "return [...document.querySelectorAll('[data-rail]')].map(link => link.dataset.rail)";

/// Pointing at a statement brings out its chain and no other, and the note says the same words.
pub(crate) async fn a_statement_leads_back_to_its_speaker(page: Page) -> Result<(), Trouble> {
    let article = article(&page, |article| {
        let chained = |at: usize| article.quotes.get(at).is_some_and(|quote| !quote.chain.is_empty());
        chained(0) && chained(1)
    })?;
    page.open(&format!("artikel/{}/", article.id)).await?;
    let chain = |at: usize| {
        format!(
            "const lit = [...document.querySelectorAll('.chain.lit')]; return lit.length > 0 \
             && lit.every(part => part.dataset.chain.split(' ').includes('{at}')) && document.querySelectorAll('.note-chain li').length > 0"
        )
    };
    for (at, quote) in article.quotes.iter().enumerate().take(2) {
        page.click(&format!("[data-rail='{}']", quote.anchor)).await?;
        page.expect("the words that lead to the speaker", &chain(at), true).await?;
        let current =
            "return [...document.querySelectorAll('[data-rail][aria-current]')].map(link => link.dataset.rail)";
        page.expect("the statement in the list", current, json!([quote.anchor])).await?;
        page.expect_address(&format!("artikel/{}/#{}", article.id, quote.anchor)).await?;
    }
    page.back().await?;
    page.expect_address(&format!("artikel/{}/#{}", article.id, article.quotes[0].anchor)).await
}

/// Escape puts the note of a statement away, and so does its button; the focus is on the statement then.
pub(crate) async fn a_note_gives_the_focus_back(page: Page) -> Result<(), Trouble> {
    let article = article(&page, |article| article.quotes.len() > 1)?;
    page.open(&format!("artikel/{}/", article.id)).await?;
    // A narrow page shows a note only while one looks at its statement.
    let note = "return document.querySelector('.note-place').classList.contains('open')";
    let focused = "return document.activeElement.closest('.said')?.querySelector('[data-quote]')?.dataset.quote ?? ''";
    for by_button in [false, true] {
        page.type_keys("j").await?;
        page.expect("the note", note, true).await?;
        let statement = page.run(focused).await?;
        if by_button {
            // Out of sight on a wide page, where the note has its own place.
            let press = "const close = document.querySelector('.note-close'); close.style.display = 'inline-block'; \
                close.focus(); close.click()";
            page.run(press).await?;
        } else {
            page.press(Key::Escape).await?;
        }
        page.expect("the note", note, false).await?;
        page.expect("the statement with the focus", focused, statement).await?;
    }
    Ok(())
}

/// Which statements are quoted and which reported is said in the list, in the reader's language, not only seen.
pub(crate) async fn the_list_says_what_is_quoted_and_what_reported(page: Page) -> Result<(), Trouble> {
    let article = article(&page, |article| {
        let has = |kind| article.quotes.iter().any(|quote| quote.kind == kind);
        has(QuoteKind::Direct) && has(QuoteKind::Reported)
    })?;
    for (kept, direct, reported) in [
        ("language=id", "Kutipan langsung: ", "Ucapan tidak langsung: "),
        ("language=en", "Direct quote: ", "Reported speech: "),
    ] {
        page.open("").await?;
        page.run(&format!("localStorage.setItem('jejak:settings', '{kept}')")).await?;
        page.open(&format!("artikel/{}/", article.id)).await?;
        let kinds: Vec<&str> = article
            .quotes
            .iter()
            .map(|quote| if quote.kind == QuoteKind::Direct { direct } else { reported })
            .collect();
        let said = "return [...document.querySelectorAll('[data-rail]')].map(link => link.querySelector('[lang]').textContent)";
        page.expect("the kinds in the list", said, json!(kinds)).await?;
        let tags = "return [...new Set([...document.querySelectorAll('[data-rail] [lang]')].map(part => part.lang))]";
        page.expect("the language they are said in", tags, json!([&kept[9..]])).await?;
    }
    Ok(())
}

/// A speaker chosen filters the list, and the keys step through that speaker's statements alone.
pub(crate) async fn a_speaker_chosen_is_stepped_through(page: Page) -> Result<(), Trouble> {
    let article = article(&page, |article| {
        let speakers: Vec<_> = article.quotes.iter().map(|quote| &quote.speaker).collect();
        speakers.iter().any(|speaker| *speaker != speakers[0]) && speakers.iter().all(|speaker| speaker.is_some())
    })?;
    page.open(&format!("artikel/{}/", article.id)).await?;
    let all: Vec<&str> = article.quotes.iter().map(|quote| quote.anchor.as_str()).collect();
    page.expect("every statement in the list", LISTED, json!(all)).await?;
    let other = article.quotes.iter().find(|quote| quote.speaker != article.quotes[0].speaker);
    let other = &other.ok_or(Trouble::Unfit("second speaker"))?.speaker;
    let theirs: Vec<&str> =
        article.quotes.iter().filter(|quote| quote.speaker == *other).map(|quote| quote.anchor.as_str()).collect();
    page.click(".legend-list li:nth-child(2) .legend-voice").await?;
    page.expect("the statements of the second speaker", LISTED, json!(theirs)).await?;

    let focused = "return document.activeElement.closest('.said')?.querySelector('[data-quote]')?.dataset.quote ?? ''";
    for anchor in &theirs {
        page.type_keys("j").await?;
        page.expect("the statement that j leads to", focused, *anchor).await?;
    }
    // Enter follows the number beside the words, which is the link to them.
    page.press(Key::Enter).await?;
    page.expect_address(&format!("artikel/{}/#{}", article.id, theirs[theirs.len() - 1])).await
}

/// What cleaning took out can be shown where it stood, also right behind a name, and hidden again.
pub(crate) async fn what_was_removed_is_shown_in_place(page: Page) -> Result<(), Trouble> {
    let article = article(&page, |article| {
        let behind =
            |piece: &Removed| article.mentions.iter().any(|mention| mention.span.range().end == piece.at as usize);
        article.removed.iter().any(behind)
    })?;
    page.open(&format!("artikel/{}/", article.id)).await?;
    let shown = "return document.querySelectorAll('.reading-text .cut').length";
    page.expect("what is shown in place", shown, 0).await?;
    page.click(".removed summary").await?;
    page.click("[data-whole]").await?;
    page.expect("what is shown in place", shown, article.removed.len()).await?;
    page.expect("what is shown in links", "return document.querySelectorAll('a .cut').length", 0).await?;
    page.click("[data-whole]").await?;
    page.expect("what is shown in place", shown, 0).await
}
