//! What comes out of a printer: a page as the PDF that the browser makes of it, read back.

use fantoccini::wd::PrintConfiguration;
use jejak_archive::{Outcome, Query};
use jejak_browser_tests::{Page, Trouble};

/// Letters and digits alone, small, with ligatures taken apart: a PDF knows glyphs and places, and neither spaces nor lines.
fn squeezed(text: &str) -> String {
    let apart =
        text.replace('\u{fb01}', "fi").replace('\u{fb02}', "fl").replace('\u{fb00}', "ff").replace('\u{fb03}', "ffi");
    apart.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// What a page says on paper.
async fn printed(page: &Page) -> Result<String, Trouble> {
    let pdf = page.client().print(PrintConfiguration::default()).await?;
    let text = pdf_extract::extract_text_from_mem(&pdf).map_err(|_| Trouble::Unfit("text in what is printed"))?;
    Ok(squeezed(&text))
}

fn holds(paper: &str, what: &str, words: &str) {
    let wanted = squeezed(words);
    assert!(!wanted.is_empty() && paper.contains(&wanted), "{what}: `{words}` is not on paper: {paper}");
}

/// An article on paper has its headline, every statement, its source with address, and where it stands; a list has the
/// question, its answers, and where each of them and all stand.
pub(crate) async fn it_says_what_where_and_from_whom(page: Page) -> Result<(), Trouble> {
    let article = page.ask(|engine| {
        (0..engine.len()).find_map(|at| match engine.article(at) {
            Outcome::Ready(article) if article.quotes.len() > 1 && article.url.is_some() => Some(article),
            _ => None,
        })
    })?;
    let article = article.ok_or(Trouble::Unfit("article with a source and statements"))?;
    let address = format!("artikel/{}/", article.id);
    page.open(&address).await?;
    page.find("main [data-quote]").await?;
    let paper = printed(&page).await?;
    holds(&paper, "the headline", &article.title);
    for quote in &article.quotes {
        holds(&paper, "a statement", article.text.get(quote.span.range()).unwrap_or_default());
    }
    holds(&paper, "the source", article.publisher.as_deref().unwrap_or_default());
    holds(&paper, "the source's address", article.url.as_deref().unwrap_or_default());
    holds(&paper, "where it stands", &format!("{}{address}", page.home()));

    let query = Query { words: "warga".into(), ..Query::default() };
    page.open("?q=warga").await?;
    let answer = page.expect_answer_to(&query).await?;
    let paper = printed(&page).await?;
    holds(&paper, "the question", "untuk “warga”");
    for hit in &answer.hits {
        holds(&paper, "a headline", &hit.title);
        holds(&paper, "where it stands", &format!("{}artikel/{}/", page.home(), hit.id));
    }
    holds(&paper, "where the list stands", &format!("{}?q=warga", page.home()));
    Ok(())
}
