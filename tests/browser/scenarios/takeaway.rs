//! What is taken away: files opened and compared with the list, citations, cards, clippings.
//!
//! A file is caught where the page hands it to the browser, so that what is compared is what would be saved, by name and byte.

use std::collections::BTreeMap;

use fantoccini::key::Key;
use jejak_archive::query::{Choice, FacetKind};
use jejak_archive::statements::{Grouping, StatementQuery};
use jejak_archive::{Outcome, Query};
use jejak_browser_tests::{Page, Trouble};
use serde_json::{Value, json};

use crate::search::a_quote;

/// Catches files instead of saving them.
pub(crate) const CATCH: &str = "window.files = []; let last; \
     const make = URL.createObjectURL; URL.createObjectURL = blob => { last = blob; return make.call(URL, blob); }; \
     const click = HTMLAnchorElement.prototype.click; HTMLAnchorElement.prototype.click = function () { \
       if (!this.download) return click.call(this); \
       const name = this.download; last.arrayBuffer().then(bytes => window.files.push( \
         [name, new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)])); };";

/// Whether the dialog is open.
const OPEN: &str = "return document.getElementById('bawa').open";

/// Rows as who compares them needs them: article, anchor, and what the statement or the headline is.
type Row = [String; 3];

/// Presses a button of the dialog, and takes the file that comes.
pub(crate) async fn file(page: &Page, form: &str) -> Result<(String, String), Trouble> {
    page.run("window.files.length = 0").await?;
    page.click(&format!("#bawa [data-download='{form}']")).await?;
    page.expect(&format!("a file as {form}"), "return window.files.length", 1).await?;
    let caught = page.run("return window.files[0]").await?;
    let part = |at: usize| caught.get(at).and_then(Value::as_str).unwrap_or_default().to_owned();
    Ok((part(0), part(1)))
}

/// All statements that answer natively, page by page.
pub(crate) fn statements(page: &Page, asked: &StatementQuery) -> Result<Vec<Row>, Trouble> {
    let mut rows = Vec::new();
    for number in 0.. {
        let query = Query { page: number, ..asked.query.clone() };
        let answer = page.statements(&StatementQuery { query, group: None, ..asked.clone() })?;
        rows.extend(answer.list.iter().map(|one| [one.id.clone(), one.anchor.clone(), one.snippet.text.clone()]));
        if answer.list.is_empty() || rows.len() >= answer.total as usize {
            return Ok(rows);
        }
    }
    Ok(rows)
}

/// All articles that answer natively, page by page.
fn articles(page: &Page, asked: &Query) -> Result<Vec<Row>, Trouble> {
    let mut rows = Vec::new();
    for number in 0.. {
        let answer = page.answer(&Query { page: number, ..asked.clone() })?;
        rows.extend(answer.hits.iter().map(|hit| [hit.id.clone(), String::new(), hit.title.clone()]));
        if answer.hits.is_empty() || rows.len() >= answer.total as usize {
            return Ok(rows);
        }
    }
    Ok(rows)
}

/// A row of a file, from its cells by name.
fn row(cells: &BTreeMap<String, String>) -> Row {
    let cell = |name: &str| cells.get(name).cloned().unwrap_or_default();
    let anchor = cell("link").split_once('#').map_or(String::new(), |(_, anchor)| anchor.to_owned());
    let said = if cells.contains_key("words") { cell("words") } else { cell("title") };
    // What was put before a text that a spreadsheet would take for a formula.
    let said =
        said.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@'])).unwrap_or(&said).to_owned();
    [cell("article_id"), anchor, said]
}

/// The cells of a JSON object as texts.
fn cells(object: &Value) -> BTreeMap<String, String> {
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let fields = object.as_object().into_iter().flatten();
    fields.filter(|(_, value)| !value.is_null()).map(|(name, value)| (name.clone(), text(value))).collect()
}

/// The list of the page in all forms, against the rows that answer natively.
async fn expect_files(page: &Page, wanted: &[Row], query: &str, filters: &Value) -> Result<(), Trouble> {
    expect_files_of(page, "daftar:", wanted, query, filters).await
}

/// The list that a button is about.
async fn expect_files_of(page: &Page, list: &str, wanted: &[Row], query: &str, filters: &Value) -> Result<(), Trouble> {
    page.click(&format!("main [data-take='{list}']")).await?;
    page.expect("the dialog", OPEN, true).await?;
    page.expect(
        "the rows it promises",
        "return Number(document.querySelector('#bawa [data-rows]')?.dataset.rows)",
        wanted.len(),
    )
    .await?;
    let (name, table) = file(page, "CSV").await?;
    assert!(name.ends_with(".csv") && table.starts_with('\u{feff}'), "{name}");
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let rows: Vec<BTreeMap<String, String>> = reader.deserialize().filter_map(Result::ok).collect();
    assert_eq!(rows.iter().map(row).collect::<Vec<_>>(), wanted, "the table");

    let (_, whole) = file(page, "JSON").await?;
    let whole: Value = serde_json::from_str(&whole).map_err(|_| Trouble::Unfit("JSON"))?;
    let all = whole["rows"].as_array().cloned().unwrap_or_default();
    assert_eq!(all.iter().map(|one| row(&cells(one))).collect::<Vec<_>>(), wanted, "the JSON");
    let (_, lines) = file(page, "NDJSON").await?;
    let lines: Vec<Value> = lines.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    assert_eq!((&lines[0]["head"], &lines[1..]), (&whole["head"], &all[..]), "the lines of JSON");

    // What it is a list of.
    let (title, stamp, licence) = page.ask(|engine| {
        let meta = engine.meta();
        (meta.title.clone(), engine.stamp().to_owned(), meta.licence.clone())
    })?;
    let head = &whole["head"];
    assert_eq!((&head["archive"], &head["stamp"], &head["licence"]), (&json!(title), &json!(stamp), &json!(licence)));
    assert_eq!((&head["query"], &head["filters"]), (&json!(query), filters));
    assert_eq!((&head["rows"], &head["answers"]), (&json!(wanted.len()), &json!(wanted.len())));
    if let Some(first) = rows.first() {
        let has = |name: &str, value: &str| assert_eq!(first.get(name).map(String::as_str), Some(value), "{name}");
        has("archive", &title);
        has("query", query);
        has("rows", &wanted.len().to_string());
    }
    let (_, entries) = file(page, "BibTeX").await?;
    assert_eq!(entries.matches("@article{").count(), wanted.len());
    let (_, records) = file(page, "RIS").await?;
    assert_eq!(records.matches("\r\nER  - \r\n").count(), wanted.len());
    page.press(Key::Escape).await?;
    page.expect("the dialog", OPEN, false).await
}

/// Each kind of list as files, row by row; the first rows are those that the page shows.
pub(crate) async fn each_list_is_a_file(page: Page) -> Result<(), Trouble> {
    page.beyond().run_first(CATCH).await?;
    // All articles: more than one page of them.
    page.open("").await?;
    let all = articles(&page, &Query::default())?;
    page.expect_answer_to(&Query::default()).await?;
    expect_files(&page, &all, "", &json!([])).await?;

    // Words and a filter.
    let topic = page.ask(|engine| engine.topics().first().map(|topic| topic.slug.clone()))?;
    let topic = topic.ok_or(Trouble::Unfit("topic"))?;
    let choices = vec![Choice { facet: FacetKind::Topic, value: topic.clone(), exclude: false }];
    let query = Query { words: "warga".into(), choices, ..Query::default() };
    page.open(&format!("?q=warga&topik={topic}")).await?;
    page.expect_answer_to(&query).await?;
    expect_files(&page, &articles(&page, &query)?, "warga", &json!([{ "name": "topik", "value": topic }])).await?;

    // Statements, grouped on the page, one list in the file.
    let asked = StatementQuery { least: Some(80), group: Some(Grouping::Speaker), ..StatementQuery::default() };
    page.open("kutipan/?yakin=80&kelompok=tokoh").await?;
    page.find("main .statement").await?;
    let filters = json!([{ "name": "yakin", "value": "80" }, { "name": "kelompok", "value": "tokoh" }]);
    expect_files(&page, &statements(&page, &asked)?, "", &filters).await?;
    page.open("kutipan/").await?;
    page.find("main .statement").await?;
    let all = statements(&page, &StatementQuery::default())?;
    let shown =
        page.run("return [...document.querySelectorAll('main .statement')].map(one => one.dataset.quote)").await?;
    let first: Vec<&String> = all.iter().take(shown.as_array().map_or(0, Vec::len)).map(|row| &row[1]).collect();
    assert_eq!(shown, json!(first));
    expect_files(&page, &all, "", &json!([])).await?;

    // Whoever says most, on their own page.
    let most = page.ask(|engine| engine.most_quoted().map(|person| person.slug.clone()))?;
    let most = most.ok_or(Trouble::Unfit("speaker"))?;
    let choices = vec![Choice { facet: FacetKind::Person, value: most.clone(), exclude: false }];
    let own = StatementQuery { query: Query { choices, ..Query::default() }, ..StatementQuery::default() };
    page.open(&format!("tokoh/{most}/")).await?;
    page.find("main .statement").await?;
    expect_files(&page, &statements(&page, &own)?, "", &json!([{ "name": "tokoh", "value": most }])).await
}

/// The page about the archive hands out all of it, and explains each column that stands in the files.
pub(crate) async fn the_whole_archive_is_a_file(page: Page) -> Result<(), Trouble> {
    page.beyond().run_first(CATCH).await?;
    page.open("tentang/").await?;
    let all = articles(&page, &Query::default())?;
    expect_files_of(&page, "daftar:./", &all, "", &json!([])).await?;
    let said = statements(&page, &StatementQuery::default())?;
    expect_files_of(&page, "daftar:kutipan/", &said, "", &json!([])).await?;
    for (list, kind) in [("daftar:./", "articles"), ("daftar:kutipan/", "statements")] {
        page.click(&format!("main [data-take='{list}']")).await?;
        let (_, table) = file(&page, "CSV").await?;
        let names = table.trim_start_matches('\u{feff}').lines().next().unwrap_or_default();
        page.press(Key::Escape).await?;
        let explained = format!(
            "return [...document.querySelectorAll('[data-dictionary={kind}] tr, [data-dictionary=about] tr')] \
             .map(row => row.dataset.column).filter(Boolean).join()"
        );
        page.expect("the columns explained", &explained, names).await?;
    }
    Ok(())
}

/// Catches what is copied; `refuses` is whether the browser does not let it.
pub(crate) fn clipboard(refuses: bool) -> String {
    let answer = if refuses { "Promise.reject(new Error('no'))" } else { "Promise.resolve()" };
    format!(
        "window.copied = null; Object.defineProperty(navigator, 'clipboard', {{ configurable: true, value: \
         {{ writeText: text => {{ window.copied = text; return {answer}; }} }} }})"
    )
}

/// A statement and an article are cited in five forms by keys alone; where copying is refused, the text is selected.
pub(crate) async fn a_statement_is_cited(page: Page) -> Result<(), Trouble> {
    page.beyond().run_first(CATCH).await?;
    let (id, _, anchor) = a_quote(&page)?;
    let title = page.ask(|engine| match engine.find(&id).map(|at| engine.article(at)) {
        Some(Outcome::Ready(article)) => Some(article.title.clone()),
        _ => None,
    })?;
    let title = title.ok_or(Trouble::Unfit("article of that id"))?;
    page.open(&format!("artikel/{id}/")).await?;
    // The article, by its button at the head.
    page.run("document.querySelector('main [data-take]').focus()").await?;
    page.press(Key::Enter).await?;
    page.expect("the dialog", OPEN, true).await?;
    page.expect("its text", "return document.querySelector('#bawa .take-about p')?.textContent", title.as_str())
        .await?;
    page.press(Key::Escape).await?;
    page.expect("the dialog", OPEN, false).await?;
    page.expect("the focus", "return document.activeElement.matches('[data-take]')", true).await?;
    // The statement, by the note about it.
    page.open(&format!("artikel/{id}/#{anchor}")).await?;
    page.click(&format!(".note [data-take='{id}#{anchor}']")).await?;
    page.expect("the dialog", OPEN, true).await?;
    let forms = "return [...document.querySelectorAll('#bawa [data-form]')].map(form => form.dataset.form)";
    page.expect("the forms", forms, json!(["link", "APA", "Chicago", "BibTeX", "RIS", "CSL-JSON", "card"])).await?;
    for refuses in [false, true] {
        page.run(&clipboard(refuses)).await?;
        for form in ["link", "APA", "Chicago", "BibTeX", "RIS", "CSL-JSON"] {
            page.click(&format!("#bawa [data-copy='{form}']")).await?;
            let shown = format!(
                "const text = document.querySelector(\"#bawa [data-form='{form}'] .take-text\"); \
                 const paragraphs = [...text.querySelectorAll('p')]; \
                 return (paragraphs.length ? paragraphs.map(one => one.textContent).join('\\n') : text.textContent) === window.copied"
            );
            page.expect(&format!("{form} as it is shown"), &shown, true).await?;
            if refuses {
                let selected = format!(
                    "return getSelection().toString().length > 0 && document.querySelector(\"#bawa [data-form='{form}'] .take-text\")\
                     .contains(getSelection().anchorNode)"
                );
                page.expect(&format!("{form} selected"), &selected, true).await?;
            }
        }
        let said = "return document.querySelector('#bawa [data-said-last]').textContent.length > 0";
        page.expect("what is said of it", said, true).await?;
    }
    let link = format!("{}artikel/{id}/#{anchor}", page.home());
    page.expect("the link", "return document.querySelector('#bawa-tautan').textContent", link).await?;
    for (form, has) in [("BibTeX", "@article{"), ("RIS", "TY  - NEWS"), ("CSL-JSON", "\"article-newspaper\"")] {
        let (name, text) = file(&page, form).await?;
        assert!(text.contains(has) && name.starts_with(&id), "{name}: {text}");
    }
    // The card is a picture in the page, and a file.
    // A drawing is as wide by itself as it stands in the page, to WebKit; its own width is in the file.
    let drawn = "const card = document.querySelector('#bawa img'); \
        return card.complete && card.naturalWidth > 0 && [1200, card.clientWidth].includes(card.naturalWidth)";
    page.expect("whether the card is drawn", drawn, true).await?;
    let (name, card) = file(&page, "SVG").await?;
    assert!(name.ends_with(".svg") && card.starts_with("<svg ") && card.contains("artikel/"), "{name}: {card}");
    assert!(card.contains("width=\"1200\""), "{card}");
    a_picture_of_it(&page, &card).await?;
    page.click("#bawa .take-close button").await?;
    page.expect("the dialog", OPEN, false).await
}

/// The card as pixels: of its size, and no empty sheet. It is read where the page hands it out, by the browser's own decoder.
async fn a_picture_of_it(page: &Page, card: &str) -> Result<(), Trouble> {
    let high = card.split_once("height=\"").and_then(|(_, rest)| rest.split_once('"')).map_or("", |(high, _)| high);
    let high: u32 = high.parse().map_err(|_| Trouble::Unfit("height of a card"))?;
    let read = "window.painted = null; const click = HTMLAnchorElement.prototype.click; \
        HTMLAnchorElement.prototype.click = function () { \
          HTMLAnchorElement.prototype.click = click; const name = this.download; const picture = new Image(); \
          picture.onload = () => { \
            const canvas = document.createElement('canvas'); \
            [canvas.width, canvas.height] = [picture.naturalWidth, picture.naturalHeight]; \
            const pen = canvas.getContext('2d'); pen.drawImage(picture, 0, 0); \
            const all = new Uint32Array(pen.getImageData(0, 0, canvas.width, canvas.height).data.buffer); \
            const colours = new Map(); all.forEach(pixel => colours.set(pixel, (colours.get(pixel) ?? 0) + 1)); \
            const most = Math.max(...colours.values()); \
            window.painted = [name.split('.').pop(), canvas.width, canvas.height, colours.size > 8, most < all.length * 0.99]; }; \
          picture.src = this.href; }";
    page.run(read).await?;
    page.click("#bawa [data-download='PNG']").await?;
    page.expect("the picture", "return window.painted", json!(["png", 2400, 2 * high, true, true])).await?;
    let said = "return document.querySelector('#bawa [data-said-last]').textContent";
    page.expect("what is said of it", said, "PNG diunduh.").await
}

/// Clippings last over visits, are listed and exported, survive articles that are gone, and can be emptied.
pub(crate) async fn clippings_last(page: Page) -> Result<(), Trouble> {
    page.beyond().run_first(CATCH).await?;
    page.open("kutipan/").await?;
    page.find("main .statement").await?;
    let taken = page.run("return document.querySelector('main .statement [data-take]').dataset.take").await?;
    let taken = taken.as_str().unwrap_or_default().to_owned();
    page.click(&format!("main .statement [data-take='{taken}']")).await?;
    page.click("#bawa [data-keep]").await?;
    page.expect("that it is kept", "return document.querySelector('#bawa [data-keep]').ariaPressed", "true").await?;
    page.press(Key::Escape).await?;
    let (id, ..) = a_quote(&page)?;
    page.open(&format!("artikel/{id}/")).await?;
    page.click("main .reading-head [data-take]").await?;
    page.click("#bawa [data-keep]").await?;
    page.expect("that it is kept", "return document.querySelector('#bawa [data-keep]').ariaPressed", "true").await?;
    // One that the archive does not have any more.
    let gone = "const shelf = Object.keys(localStorage).find(name => name.startsWith('jejak:kliping:')); \
                localStorage.setItem(shelf, localStorage.getItem(shelf) + '&a=sudah-hilang&w=Sudah+hilang')";
    page.run(gone).await?;
    page.open("tentang/").await?;
    page.click("footer [data-take='kliping:']").await?;
    let listed = "return [...document.querySelectorAll('#bawa [data-clipping]')].map(one => one.dataset.clipping)";
    page.expect("the clippings", listed, json!([taken, format!("{id}#"), "sudah-hilang#"])).await?;
    let (_, whole) = file(&page, "JSON").await?;
    let whole: Value = serde_json::from_str(&whole).map_err(|_| Trouble::Unfit("JSON"))?;
    let rows = whole["rows"].as_array().cloned().unwrap_or_default();
    let rows: Vec<Row> = rows.iter().map(|one| row(&cells(one))).collect();
    let kept: Vec<String> = rows.iter().map(|[article, anchor, _]| format!("{article}#{anchor}")).collect();
    assert_eq!(kept, [taken.clone(), format!("{id}#")]);
    let said = "return document.querySelector('#bawa [data-said-last]').textContent.includes('1 ')";
    page.expect("that one is gone", said, true).await?;
    let (_, entries) = file(&page, "BibTeX").await?;
    assert_eq!(entries.matches("@article{").count(), 2);
    page.click("#bawa [data-clipping='sudah-hilang#'] [data-remove]").await?;
    page.expect("the clippings", listed, json!([taken, format!("{id}#")])).await?;
    page.reload().await?;
    page.click("footer [data-take='kliping:']").await?;
    page.expect("the clippings", listed, json!([taken, format!("{id}#")])).await?;
    page.click("#bawa [data-clear]").await?;
    page.expect("the clippings", listed, json!([])).await?;
    page.reload().await?;
    page.click("footer [data-take='kliping:']").await?;
    page.expect("the clippings", listed, json!([])).await
}

/// What is printed: the words, the question, where each and all of it stands, and nothing to press. The rules for paper are put
/// in force on the screen, because no driver shows paper.
pub(crate) async fn paper_has_words_and_addresses(page: Page) -> Result<(), Trouble> {
    let on_paper = "let rules = 0; for (const sheet of document.styleSheets) for (const rule of sheet.cssRules) \
        if (rule.media?.mediaText === 'print') { rule.media.mediaText = 'all'; rules += rule.cssRules.length; } return rules > 5";
    let seen = |selector: &str| {
        format!("return [...document.querySelectorAll('{selector}')].filter(part => part.checkVisibility()).length")
    };
    for (address, words) in [("?q=warga", "main .hit-title"), ("kutipan/?q=warga", "main .statement-words")] {
        page.open(address).await?;
        page.find(words).await?;
        let (before, parts) =
            (page.run(&seen(words)).await?, "[data-take], [role=search], .masthead, .panel, .pager, dialog");
        page.expect("rules for paper", on_paper, true).await?;
        page.expect("what one could press", &seen(parts), 0).await?;
        page.expect("the words", &seen(words), before).await?;
        let question = "return document.querySelector('main .status-words').textContent.includes('warga')";
        page.expect("the question", question, true).await?;
        let stands = "const [part] = document.querySelectorAll('.printed'); const root = part.querySelector('.printed-root'); \
            return part.checkVisibility() && part.textContent.trim().split(' ').pop() + \
            (root ? ' ' + getComputedStyle(root, '::before').content : '')";
        let seen = page.run(stands).await?;
        let seen = seen.as_str().unwrap_or_default().to_owned();
        assert!(seen.contains(address) && (seen.contains(page.home()) || seen.starts_with("http")), "{seen}");
        let each = "const link = document.querySelector('main .hit-title a, main .statement-way a'); \
            return /attr\\(href|artikel/.test(getComputedStyle(link, '::after').content) && link.getAttribute('href').startsWith('artikel/')";
        page.expect("where the first one stands", each, true).await?;
    }
    Ok(())
}
