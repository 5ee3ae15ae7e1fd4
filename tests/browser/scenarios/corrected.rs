//! Corrections by hand in an archive of the visitor's own: made in the reading room, taken back, kept, and taken along as an
//! `archive.toml` of which the command makes the same archive.

use std::path::Path;

use data_encoding::BASE64;
use fantoccini::key::Key;
use jejak_browser_tests::{Page, Trouble};
use serde_json::{Value, json};

use crate::axe::{CHECK, LOOKS, UNFOLD};
use crate::opened::{ARCHIVE, Files, READY, choose, come, expect_open, hold, pressed};

/// How it stands: whether an archive is open and nothing is being corrected, and how many corrections there are.
const STATE: &str = "const { how, fixes } = jejakOwn.state; return [how, Boolean(jejakOwn.fixing), fixes.length]";
/// The first article and a person who speaks in it.
const ARTICLE: &str = "article[data-article] a[href*='artikel/rapat']";

/// What a newsroom may have: two articles, of which the machine knows the people well, and settings of its own.
fn files() -> Files {
    let rapat = "---\ntitle: Rapat jembatan\ntanggal: 2026-01-12\n---\nBupati Lintang Rahmadi Sutopo memimpin rapat tentang jembatan.\n\n\
                 \"Jembatan selesai bulan depan,\" kata Rahmadi Sutopo di kantornya.\n\nSekretaris Daerah Bagus Prakoso hadir.\n";
    let pasar = "---\ntitle: Pasar lama dibuka\ntanggal: 2026-02-03\n---\nKepala Dinas Perdagangan Wulan Ardiani meninjau pasar.\n\n\
                 \"Harga beras turun,\" ujar Wulan Ardiani.\n\nCamat Teluk Bagus Prakoso ikut meninjau.\n";
    let files = [("archive.toml", "title = \"Catatan\"\n"), ("rapat.md", rapat), ("pasar.md", pasar)];
    files.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())).to_vec()
}

/// The same with other settings.
fn with(settings: &str) -> Files {
    let mut files = files();
    files[0].1 = settings.as_bytes().to_vec();
    files
}

pub(crate) async fn open(page: &Page) -> Result<Vec<u8>, Trouble> {
    let files = files();
    let (_, archive) = pressed(&files)?;
    come(page).await?;
    hold(page, &files).await?;
    choose(page).await?;
    expect_open(page, &archive).await?;
    Ok(archive)
}

/// So many corrections are made, and shown.
pub(crate) async fn expect_fixes(page: &Page, count: usize) -> Result<(), Trouble> {
    page.expect("the corrections", STATE, json!(["open", false, count])).await
}

/// Fills a form and sends it off.
pub(crate) async fn send(page: &Page, kind: &str, fields: &[(&str, &str)]) -> Result<(), Trouble> {
    let form = format!("form[data-own=fix][data-kind={kind}]");
    page.find(&form).await?;
    let given: Value = fields.iter().map(|(name, value)| (*name, *value)).collect();
    page.run(&format!(
        "const form = document.querySelector('{form}'); form.closest('details').open = true; \
         for (const [name, value] of Object.entries({given})) form.elements[name].value = value"
    ))
    .await?;
    page.click(&format!("{form} button")).await
}

/// What the browser would write into a file, as text.
async fn taken(page: &Page) -> Result<String, Trouble> {
    page.run(
        "HTMLAnchorElement.prototype.click = function () { window.saved = [this.download, this.href] }; \
         const make = URL.createObjectURL; \
         URL.createObjectURL = blob => { blob.text().then(text => window.savedText = text); return make.call(URL, blob) }",
    )
    .await?;
    page.click("[data-own=settings]").await?;
    page.expect("the file's name", "return window.savedText && window.saved[0]", "archive.toml").await?;
    Ok(page.run("return window.savedText").await?.as_str().unwrap_or_default().to_owned())
}

pub(crate) async fn expect_bytes(page: &Page, archive: &[u8]) -> Result<(), Trouble> {
    page.expect("the archive's bytes", ARCHIVE, BASE64.encode(archive)).await
}

/// A speaker, a day, two names and one name of two are corrected; the command makes the same archive of what is taken along; taken
/// back one after the other, the archive is what it was.
pub(crate) async fn there_and_back(page: Page) -> Result<(), Trouble> {
    let archive = open(&page).await?;
    page.click(ARTICLE).await?;
    // From a statement to its form: it is unfolded, and the focus is where the name is typed.
    page.click("[data-said] .permalink").await?;
    page.click(".note [data-own=fix_words]").await?;
    let form = "const form = document.querySelector('form[data-kind=speaker]'); \
         return [form.closest('details').open, form.elements.words.value, document.activeElement === form.elements.value]";
    page.expect("the form", form, json!([true, "Jembatan selesai bulan depan", true])).await?;
    page.type_keys("Siti \"Ita\" Maryam").await?;
    page.press(Key::Enter).await?;
    expect_fixes(&page, 1).await?;
    let who =
        "return [document.querySelector('.reading h1').textContent, document.querySelector('.note-who').textContent]";
    page.expect("the speaker", who, json!(["Rapat jembatan", "Siti \"Ita\" Maryam"])).await?;
    send(&page, "date", &[("value", "2026-01-11")]).await?;
    expect_fixes(&page, 2).await?;
    page.expect("the day", "return document.querySelector('.reading time').dateTime", "2026-01-11").await?;
    send(&page, "split", &[("name", "Bagus Prakoso"), ("value", "Bagus Prakoso (sekda)")]).await?;
    expect_fixes(&page, 3).await?;
    page.run("location.hash = '#/tokoh/wulan-ardiani/'").await?;
    page.find("[data-slug=wulan-ardiani]").await?;
    send(&page, "merge", &[("value", "Rahmadi Sutopo")]).await?;
    expect_fixes(&page, 4).await?;
    page.expect("the page", "return document.querySelector('.record-also').textContent.includes('Rahmadi')", true)
        .await?;

    page.click(".own-banner a").await?;
    page.expect("what was corrected", "return document.querySelectorAll('.own-fixes li').length", 4).await?;
    let settings = taken(&page).await?;
    assert!(settings.starts_with("title = \"Catatan\""), "{settings}");
    let (made, corrected) = pressed(&with(&settings))?;
    assert!(made.problems.is_empty(), "{:?}", made.problems);
    assert_ne!(corrected, archive);
    expect_bytes(&page, &corrected).await?;

    // The first of them is taken back, then the last three.
    page.click(".own-fixes [data-given='0']").await?;
    expect_fixes(&page, 3).await?;
    let fewer = page.run("return jejakOwn.settings").await?.as_str().unwrap_or_default().to_owned();
    assert!(!fewer.contains("Maryam") && fewer.contains("sekda"), "{fewer}");
    expect_bytes(&page, &pressed(&with(&fewer))?.1).await?;
    for left in (0..3).rev() {
        page.click(".own-banner [data-own=undo]").await?;
        expect_fixes(&page, left).await?;
    }
    expect_bytes(&page, &archive).await
}

/// An archive that is kept has its corrections and its files along, so that the next visit can go on.
pub(crate) async fn it_is_kept_with_its_files(page: Page) -> Result<(), Trouble> {
    let archive = open(&page).await?;
    page.click(ARTICLE).await?;
    send(&page, "speaker", &[("value", "")]).await?;
    expect_fixes(&page, 1).await?;
    let corrected = page.run(ARCHIVE).await?;
    assert_ne!(corrected, json!(BASE64.encode(&archive)));
    page.click(".own-banner a").await?;
    page.click("[data-own=keep]").await?;
    page.find("[data-own=drop_kept]").await?;
    page.reload().await?;
    page.expect("the press", READY, "Ready").await?;
    page.click("[data-own=take]").await?;
    page.find(".own-banner").await?;
    page.expect("the archive's bytes", ARCHIVE, corrected).await?;
    expect_fixes(&page, 1).await?;
    page.click(".own-banner [data-own=undo]").await?;
    expect_fixes(&page, 0).await?;
    expect_bytes(&page, &archive).await?;
    page.click(".own-banner a").await?;
    page.click("[data-own=keep]").await?;
    page.click("[data-own=drop_kept]").await?;
    page.find("[data-own=keep]").await.map(drop)
}

/// A correction that cannot be made is said with its reason, and changes nothing.
pub(crate) async fn what_cannot_be_made_is_said(page: Page) -> Result<(), Trouble> {
    let archive = open(&page).await?;
    page.run("location.hash = '#/tokoh/wulan-ardiani/'").await?;
    page.find("[data-slug=wulan-ardiani]").await?;
    send(&page, "merge", &[("value", "Tidak Ada Orangnya")]).await?;
    page.find(".own-banner [role=alert]").await?;
    let said = "return document.querySelector('.own-banner [role=alert]').textContent.includes('Tidak Ada Orangnya')";
    page.expect("the reason", said, true).await?;
    expect_fixes(&page, 0).await?;
    expect_bytes(&page, &archive).await?;
    // One that is being made can be given up.
    page.run(
        "const post = Worker.prototype.postMessage; \
         Worker.prototype.postMessage = function (said, ...more) { if (!said.files) post.call(this, said, ...more) }",
    )
    .await?;
    send(&page, "merge", &[("value", "Rahmadi Sutopo")]).await?;
    page.click(".own-banner [data-own=cancel]").await?;
    expect_fixes(&page, 0).await?;
    expect_bytes(&page, &archive).await
}

/// axe-core finds nothing where one corrects, in each language and theme, and nothing is wider than a phone.
pub(crate) async fn axe_finds_nothing(page: Page, axe: &Path) -> Result<(), Trouble> {
    let checker = std::fs::read_to_string(axe).map_err(|_| Trouble::Unfit("axe-core where `JEJAK_AXE` says"))?;
    page.beyond().run_first(&checker).await?;
    page.beyond().resize(360, 740).await?;
    // To axe an address behind `#/` is another page, so that it does not know the link to the content for what it is.
    let check = format!(
        "{}.then(found => found.filter(one => !one.startsWith('region: .skip:')))",
        CHECK.trim_end_matches(';')
    );
    for (look, kept) in LOOKS {
        page.open("").await?;
        page.run(&format!("localStorage.setItem('jejak:settings', '{kept}')")).await?;
        open(&page).await?;
        page.run("location.hash = '#/artikel/rapat/'").await?;
        send(&page, "split", &[("name", "Bagus Prakoso"), ("value", "")]).await?;
        expect_fixes(&page, 1).await?;
        page.click("[data-said] .permalink").await?;
        for (what, address, there) in [
            ("an article", "artikel/rapat/", ".reading .fix"),
            ("a person", "tokoh/wulan-ardiani/", ".record .fix"),
            ("the list", "buka/", ".own-fixes"),
        ] {
            page.run(&format!("location.hash = '#/{address}'")).await?;
            page.find(there).await?;
            page.expect(&format!("everything open on the page of {what}"), UNFOLD, 0).await?;
            page.expect(&format!("what axe finds on the page of {what}, {look}"), &check, json!([])).await?;
            let wide = "return document.documentElement.scrollWidth";
            page.expect(&format!("width of the page of {what}"), wide, 360).await?;
        }
    }
    Ok(())
}
