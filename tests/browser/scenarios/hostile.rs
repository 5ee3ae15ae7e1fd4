//! Articles that were written to do harm, in a real browser: nothing of them runs, opens or loads anything, and their words
//! are drawn where an article's words belong.
//!
//! What such articles cost, and that files made of them are well formed, is tested without a browser
//! (`crates/press/tests/linear`, `crates/cli/tests/hostile.rs`).

use std::fs;
use std::path::Path;

use jejak_browser_tests::{Page, Trouble};
use serde_json::json;

/// Would be seen if it ran: a mark in the window, and a window more.
const ATTACK: &str = "window.ran=1;open('about:blank')";
/// The narrowest of common phones.
const WIDTH: u32 = 360;

/// Names of articles, and words that stand in every field of them.
fn attacks() -> Vec<(&'static str, String)> {
    vec![
        (
            "markup",
            format!(
                "</p></main><img src=x onerror=\"{ATTACK}\"><svg/onload=\"{ATTACK}\"><iframe srcdoc='<script>top.ran=1</script>'>"
            ),
        ),
        (
            "skrip",
            format!(
                "</script><script>{ATTACK}</script></title></textarea></style><script>{ATTACK}</script>{{{{1}}}}${{1}}"
            ),
        ),
        (
            "tautan",
            format!(
                "[x](javascript:{ATTACK}) javascript:{ATTACK} <a href=\"javascript:{ATTACK}\" autofocus onfocus=\"{ATTACK}\">x</a>"
            ),
        ),
        ("dua-arah", "Harga \u{202e}kian \u{2067}naik \u{202e}lagi".to_owned()),
        ("tanpa-lebar", format!("Harga{} na\u{200d}ik{}", "\u{200b}".repeat(3000), "\u{2060}".repeat(3000))),
        ("bertumpuk", format!("Ha{}rga na{}ik", "\u{301}".repeat(400), "\u{316}\u{489}".repeat(400))),
        ("panjang", format!("Harga{}", "a".repeat(4000))),
        ("tanda-kutip", format!("Harga {}", "\"“".repeat(2000))),
        ("kendali", "Harga \u{1}\u{7f}\u{85}\u{2028}\u{2029}\u{fffe}\u{fffd}naik".to_owned()),
        ("arab", "Harga سعر الأرز مرتفع ارتفاعا كبيرا في السوق naik".to_owned()),
    ]
}

/// Writes them into a folder.
///
/// # Errors
/// The folder cannot be written to.
pub(crate) fn write(folder: &Path) -> std::io::Result<()> {
    let article = |(nth, (id, words)): (usize, (&str, String))| {
        let text = format!(
            "Wali Kota Budi Hartanto hadir {words} di pasar.\n\n“Harga beras {words} naik,” kata Budi Hartanto.\n\n{words}"
        );
        let day = format!("2026-01-{:02}", nth + 1);
        json!({"id": id, "title": format!("{words} Harga"), "date": day, "source": words, "author": words, "text": text})
            .to_string()
    };
    let lines: Vec<String> = attacks().into_iter().enumerate().map(article).collect();
    fs::write(folder.join("serangan.jsonl"), lines.join("\n"))
}

/// What of the page would be a script, a frame or an address that runs; and whether something ran.
const FOUND: &str = "const active = [...document.querySelectorAll('main script, iframe, object, embed, main style')]\
     .map(part => part.tagName);\
     for (const part of document.body.querySelectorAll('*')) for (const {name, value} of part.attributes) \
     if (/^on|^style$|^srcdoc$/.test(name) || /^[\\s\\0-\\x20]*(javascript|data|vbscript):/i.test(value)) active.push(name + '=' + value);\
     return [active, window.ran ?? null]";

/// Words that are drawn beyond the window, and words that are drawn backwards though nothing in them says so.
const MISDRAWN: &str = "const beyond = (part, ways) => { for (let box = part; box && box !== document.body; box = box.parentElement) \
     if (ways.includes(getComputedStyle(box).overflowX) || box.matches('svg')) return true; return false; };\
     const own = part => beyond(part, ['hidden', 'auto', 'scroll']), clipped = part => beyond(part, ['clip']);\
     const heap = /\\p{M}{9}|\\p{Cf}{9}/u, controls = /[\\u202a-\\u202e\\u2066-\\u2069]/, out = [], turned = [];\
     const around = node => { let box = node.parentElement; while (box.matches('mark, em, b')) box = box.parentElement; return box; };\
     const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);\
     const range = document.createRange();\
     while (walk.nextNode()) { const node = walk.currentNode, words = node.data;\
     if (!words.trim() || !node.parentElement.checkVisibility()) continue;\
     range.selectNodeContents(node);\
     const boxes = [...range.getClientRects()];\
     if (boxes.some(box => box.width > 1 && (box.right > innerWidth + 1 || box.left < -1)) && !own(node.parentElement) && !(heap.test(words) && clipped(node.parentElement))) out.push(words.slice(0, 40));\
     if (/^[A-Za-z0-9 ,.:;·()-]+$/.test(words) && words.trim().length > 1 && boxes.length === 1 && !controls.test(around(node).textContent)) {\
     const at = place => { range.setStart(node, place); range.setEnd(node, place + 1); return range.getBoundingClientRect().left; };\
     const first = words.search(/\\S/), last = words.trimEnd().length - 1;\
     if (at(first) > at(last)) turned.push(words.slice(0, 40)); } }\
     const wide = [...document.body.querySelectorAll('*')].filter(part => part.getBoundingClientRect().right > innerWidth + 1 && !own(part.parentElement) && !clipped(part.parentElement))\
     .map(part => part.getAttribute('class') || part.tagName);\
     return [out, turned, [...new Set(wide)], document.documentElement.scrollWidth]";

/// Each article, and each kind of page.
fn addresses(page: &Page) -> Result<Vec<String>, Trouble> {
    let mut addresses: Vec<String> = attacks().iter().map(|(id, _)| format!("artikel/{id}/")).collect();
    let others =
        ["?q=harga", "?q=%3Cscript%3Ealert(1)%3C/script%3E", "kutipan/?kelompok=tokoh", "linimasa/", "tentang/"];
    addresses.extend(others.map(str::to_owned));
    addresses.extend(page.some_addresses(1)?.into_iter().map(|(address, _)| address));
    addresses.dedup();
    Ok(addresses)
}

const UNFOLD: &str = "document.querySelectorAll('details').forEach(part => part.open = true)";

/// Nothing runs, no window opens, and the console stays clean.
pub(crate) async fn nothing_runs(page: Page) -> Result<(), Trouble> {
    let before = page.client().windows().await?.len();
    for address in addresses(&page)? {
        page.open(&address).await?;
        page.run(UNFOLD).await?;
        page.expect(&format!("what could run at `{address}`"), FOUND, json!([[], null])).await?;
    }
    let windows = page.client().windows().await?.len();
    assert_eq!(windows, before, "no window was opened");
    Ok(())
}

/// On a phone no word is drawn beyond its column, and none is turned round by the signs of another.
pub(crate) async fn words_stay_in_their_boxes(page: Page) -> Result<(), Trouble> {
    page.beyond().resize(WIDTH, 740).await?;
    for address in addresses(&page)? {
        page.open(&address).await?;
        page.run(UNFOLD).await?;
        let what =
            format!("words beyond the window, words turned round, what is too wide, and the width at `{address}`");
        page.expect(&what, MISDRAWN, json!([[], [], [], WIDTH])).await?;
    }
    Ok(())
}

/// Letters with hundreds of marks above and below them cover nothing of what stands around.
pub(crate) async fn marks_in_heaps_cover_nothing(page: Page) -> Result<(), Trouble> {
    page.beyond().resize(WIDTH, 740).await?;
    for address in ["artikel/bertumpuk/", "?q=harga", "kutipan/"] {
        page.open(address).await?;
        // What is drawn of a box beyond it is cut off where the box, or one around it within the article or the hit, says so.
        let open = "const marks = /\\u0301{9}|\\u0489.\\u0489/;\
             const walk = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT), open = [];\
             while (walk.nextNode()) { const node = walk.currentNode;\
             if (!marks.test(node.data) || !node.parentElement.checkVisibility()) continue;\
             let box = node.parentElement;\
             while (box && box.tagName !== 'MAIN' && getComputedStyle(box).overflowY === 'visible') box = box.parentElement;\
             if (!box || box.tagName === 'MAIN' || box.getBoundingClientRect().height > 700) open.push(node.parentElement.outerHTML.slice(0, 60)); }\
             return open";
        page.expect(&format!("heaps without a box that cuts them at `{address}`"), open, json!([])).await?;
    }
    Ok(())
}
