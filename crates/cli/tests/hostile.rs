//! Articles that were written to do harm, from the folder to the finished site: every file of it is read back, and none of
//! them holds anything but words of an article.
//!
//! How much such articles may cost is tested in the press (`crates/press/tests/linear`), that browsers run and draw nothing of
//! them in `tests/browser/scenarios/hostile.rs`.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper of tests fails the test that calls it")]

mod common;

use std::fs;
use std::path::{Path, PathBuf};

use common::{app, names};
use jejak_cli::site::{self, Pages, Staged};
use jejak_press::stem::Indonesian;
use jejak_press::{Pressed, press_folder};
use lol_html::html_content::Element;
use lol_html::{RewriteStrSettings, element, rewrite_str, text};
use quick_xml::events::Event;

/// With an address of its own a site has feeds, a sitemap, JSON-LD and pictures for sharing too.
const SETTINGS: &str = "title = \"Arsip Uji\"\nbase_url = \"https://contoh.example/\"\n";

/// A folder of articles and the site made of it, inside a folder that holds nothing else.
struct Desk {
    folder: tempfile::TempDir,
    pressed: Pressed,
}

impl Desk {
    /// Presses these files and writes the site of them.
    fn of(files: &[(&str, &str)]) -> Self {
        Self::with(|folder| {
            for (name, text) in files {
                fs::write(folder.join(name), text).unwrap();
            }
        })
    }

    /// The same, of a folder that `fill` fills.
    fn with(fill: impl FnOnce(&Path)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let articles = folder.path().join("berita");
        fs::create_dir(&articles).unwrap();
        fs::write(articles.join("archive.toml"), SETTINGS).unwrap();
        fill(&articles);
        let pressed = press_folder(&articles).unwrap();
        let archive = jejak_archive::write(&pressed.archive, &Indonesian);
        site::write(&Staged::of(app(&archive)).unwrap(), &folder.path().join("situs"), Pages::All).unwrap();
        Self { folder, pressed }
    }

    fn site(&self) -> PathBuf {
        self.folder.path().join("situs")
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.site().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// The words of an article's page, as a browser shows them.
    fn shown(&self, id: &str) -> String {
        let html = self.read(&format!("artikel/{id}/index.html"));
        let mut shown = String::new();
        let words = text!("main", |chunk| {
            shown.push_str(chunk.as_str());
            Ok(())
        });
        rewrite_str(&html, RewriteStrSettings::new().append_element_content_handler(words)).unwrap();
        shown
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&#x27;", "'")
            .replace("&amp;", "&")
    }

    /// Looks through all of the site: nothing runs, nothing is loaded from elsewhere, and every file is well formed.
    fn is_harmless(&self) -> &Self {
        let mut pages = 0;
        for name in names(&self.site()) {
            let bytes = fs::read(self.site().join(&name)).unwrap();
            match name.rsplit('.').next().unwrap_or_default() {
                "html" => {
                    harmless_page(&name, std::str::from_utf8(&bytes).unwrap());
                    pages += 1;
                }
                "xml" | "svg" => well_formed(&name, std::str::from_utf8(&bytes).unwrap()),
                "json" | "webmanifest" | "jsonld" => {
                    serde_json::from_slice::<serde_json::Value>(&bytes)
                        .unwrap_or_else(|error| panic!("{name}: {error}"));
                }
                _ => {}
            }
        }
        assert!(pages > 5, "{pages} pages were looked at");
        // The folder of the site is all that was written.
        let mut beside: Vec<_> =
            fs::read_dir(self.folder.path()).unwrap().map(|own| own.unwrap().file_name()).collect();
        beside.sort();
        assert_eq!(beside, ["berita", "situs"]);
        self
    }
}

/// Attributes that hold an address.
const ADDRESSES: [&str; 8] = ["href", "src", "action", "formaction", "poster", "data", "srcset", "xlink:href"];

fn harmless_page(name: &str, html: &str) {
    let mut inside = String::new();
    let check = element!("*", |element| {
        harmless_element(name, element);
        Ok(())
    });
    let scripts = text!("script", |chunk| {
        inside.push_str(chunk.as_str());
        if chunk.last_in_text_node() {
            // Data for search engines, and nothing that ends the element early.
            serde_json::from_str::<serde_json::Value>(&inside)
                .unwrap_or_else(|error| panic!("{name}: {error}: {inside}"));
            assert!(!inside.contains('<'), "{name}: {inside}");
            inside.clear();
        }
        Ok(())
    });
    let settings =
        RewriteStrSettings::new().append_element_content_handler(check).append_element_content_handler(scripts);
    rewrite_str(html, settings).unwrap();
}

fn harmless_element(name: &str, element: &Element<'_, '_>) {
    let tag = element.tag_name();
    assert!(!matches!(&*tag, "iframe" | "object" | "embed" | "applet" | "frame"), "{name}: <{tag}>");
    for attribute in element.attributes() {
        let (key, value) = (attribute.name(), attribute.value());
        assert!(!key.starts_with("on") && key != "srcdoc" && key != "style", "{name}: <{tag} {key}={value:?}>");
        if ADDRESSES.contains(&key.as_str()) {
            // As browsers read it: control characters and white space do not count.
            let read: String = value.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
            let read = read.to_ascii_lowercase();
            let scheme =
                read.split_once(':').map(|(scheme, _)| scheme).filter(|scheme| !scheme.contains(['/', '?', '#']));
            let fine = scheme.is_none_or(|scheme| matches!(scheme, "https" | "http" | "mailto"));
            assert!(fine, "{name}: <{tag} {key}={value:?}>");
        }
    }
    match &*tag {
        "script" => {
            // What stands inside is looked at as text: nothing, or data.
            let src = element.get_attribute("src").unwrap_or_default();
            assert!(!src.contains("//"), "{name}: a script from elsewhere, {src}");
        }
        "meta" => assert_ne!(element.get_attribute("http-equiv").as_deref(), Some("refresh"), "{name}"),
        _ => {}
    }
}

fn well_formed(name: &str, xml: &str) {
    let mut reader = quick_xml::Reader::from_str(xml);
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{name}: {error}")) {
            Event::Eof => break,
            Event::Start(tag) | Event::Empty(tag) => {
                let tag = tag.name();
                assert_ne!(tag.as_ref(), "script", "{name}");
            }
            _ => {}
        }
    }
    // XML 1.0 knows no other control characters, not even as references.
    let control = xml.chars().find(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{80}'..='\u{9f}'));
    assert_eq!(control, None, "{name}");
}

/// An article whose every field holds these words.
fn everywhere(words: &str) -> String {
    format!(
        "---\njudul: {words}\nsumber: {words}\npenulis: {words}\n---\n{words}\n\nWali Kota Budi Hartanto hadir {words} di \
         pasar. “Kami siap {words} membangun pasar,” kata Budi Hartanto. {words}\n"
    )
}

#[test]
fn markup_is_words() {
    let words =
        "</p></main><h1 id=x onclick=alert(1)>Besar</h1><img src=x onerror=alert(1)>&lt;b&gt;&#60;i&#62;<!-- -->]]>";
    let desk = Desk::of(&[("a.md", &everywhere(words))]);
    let shown = desk.is_harmless().shown("a");
    assert!(shown.contains(words), "as it was written: {shown}");
}

#[test]
fn scripts_do_not_run() {
    let words =
        "</script><script>alert(1)</script></title></style><svg onload=alert(1)>{{7*7}}${alert(1)}\\u003cscript>";
    let json = serde_json::json!({"id": "b", "title": words, "author": [words], "source": words, "text": words});
    let page = "<html><head><title>Pasar</title><script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"</scr\
                ipt><script>alert(1)\"}</script></head><body><article><h1>Pasar</h1><p>Wali Kota hadir di pasar kota \
                lama.<script>alert(2)</script> Warga senang.</p><p onclick=alert(3)>Lalu pulang.</p></article></body></html>";
    let desk = Desk::of(&[("a.md", &everywhere(words)), ("b.json", &json.to_string()), ("c.html", page)]);
    assert_eq!(desk.pressed.archive.articles.len(), 3, "{:?}", desk.pressed.problems);
    let shown = desk.is_harmless().shown("c");
    assert!(shown.contains("Warga senang.") && !shown.contains("alert(2)"), "{shown}");
}

#[test]
fn links_to_scripts_are_none() {
    let links = [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " \u{1}javascript:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "//contoh.example/x",
        "file:///etc/passwd",
        "https://contoh.example/\"onmouseover=\"alert(1)",
        "https://a@b:c\u{202e}/",
    ];
    let lines: Vec<String> = links
        .iter()
        .enumerate()
        .map(|(at, link)| serde_json::json!({"id": format!("a{at}"), "url": link, "text": "Warga hadir."}).to_string())
        .collect();
    let desk = Desk::with(|folder| {
        fs::write(folder.join("a.jsonl"), lines.join("\n")).unwrap();
        let settings = "contact = \"javascript:alert(1)\"\nabout = [\"[x](javascript:alert(1))\"]\nlicence = \"javascript:alert(1)\"\n";
        fs::write(folder.join("archive.toml"), format!("{SETTINGS}{settings}")).unwrap();
        fs::write(folder.join("b.html"), "<p>Satu <a href=\"javascript:alert(1)\">dua</a> tiga.</p>").unwrap();
    });
    desk.is_harmless();
    assert_eq!(desk.pressed.archive.articles.len(), links.len() + 1);
    let bad = desk.pressed.archive.articles.iter().filter_map(|article| article.url.as_deref());
    bad.for_each(|url| assert!(url.starts_with("https://") || url.starts_with("http://"), "{url}"));
    assert!(desk.pressed.problems.len() >= 6, "each is said: {:?}", desk.pressed.problems);
}

#[test]
fn bidirectional_controls_are_kept_and_end_with_their_words() {
    let words = "Harga \u{202e}kian\u{2067} \u{202d}naik";
    let desk = Desk::of(&[("a.md", &everywhere(words)), ("b.md", &everywhere("\u{202e}"))]);
    let shown = desk.is_harmless().shown("a");
    assert!(shown.contains(words), "{shown:?}");
}

#[test]
fn zero_width_and_combining_storms_are_words_like_others() {
    let zalgo = format!("Harga{} naik", "\u{301}\u{316}".repeat(2000));
    let blind = "Ha\u{200b}r\u{200d}ga\u{2060} na\u{feff}ik \u{ad}";
    let desk = Desk::of(&[("a.md", &everywhere(&zalgo)), ("b.md", &everywhere(blind))]);
    let shown = desk.is_harmless().shown("a");
    assert!(shown.contains(&zalgo));
}

#[test]
fn zeros_and_control_characters_are_in_no_file_that_forbids_them() {
    let words = "Harga \0beras\u{1}\u{8}\u{b}\u{c}\u{1f}\u{7f}\u{fffe}\u{ffff} naik";
    let json = serde_json::json!({"id": "b", "title": words, "author": [words], "source": words, "text": format!("{words} {}", "Warga hadir. ".repeat(40))});
    let desk = Desk::of(&[
        ("a.md", &everywhere(&format!("{words}{}", "Warga hadir. ".repeat(40)))),
        ("b.json", &json.to_string()),
    ]);
    assert_eq!(desk.pressed.archive.articles.len(), 2, "{:?}", desk.pressed.problems);
    desk.is_harmless();
}

#[test]
fn lone_surrogates_cost_their_line_and_broken_bytes_themselves() {
    let lines = "{\"id\":\"a\",\"text\":\"Satu \\ud800 dua.\"}\n{\"id\":\"b\",\"text\":\"Tiga \\ud83d\\ude00.\"}\n";
    let desk = Desk::with(|folder| {
        fs::write(folder.join("a.jsonl"), lines).unwrap();
        let words = ["“Ayo,” kata “Sari” — ".as_bytes(), b"dua \xed\xa0\x80 tiga\n"].concat();
        fs::write(folder.join("c.txt"), words).unwrap();
    });
    let shown = desk.is_harmless().shown("c");
    assert!(shown.contains("“Ayo,” kata “Sari” — dua \u{fffd}"), "{shown}");
    assert_eq!(desk.pressed.archive.articles.len(), 2);
    let said: Vec<String> = desk.pressed.problems.iter().map(ToString::to_string).collect();
    assert!(
        said[0].starts_with("a.jsonl:1: is not valid JSON") && said[1].starts_with("c.txt:1: has bytes"),
        "{said:?}"
    );
}

#[test]
fn names_with_dots_stay_in_the_site() {
    let names =
        ["../../../keluar", "..", ".", "/etc/passwd", "..\\..\\keluar", "a/../../b", "C:\\x", "%2e%2e%2f", "con", "\0"];
    let lines: Vec<String> = names
        .iter()
        .map(|name| serde_json::json!({"id": name, "source": name, "author": name, "text": "Warga hadir."}).to_string())
        .collect();
    let desk = Desk::with(|folder| {
        fs::write(folder.join("a.jsonl"), lines.join("\n")).unwrap();
        fs::write(folder.join("a..keluar..txt"), "Warga hadir.").unwrap();
        fs::write(folder.join("a\\..\\keluar.txt"), "Warga pulang.").unwrap();
        let lock = "version = 1\n[articles]\n\"../keluar\" = [\"a.jsonl\", \"x\", \"00\"]\n";
        fs::write(folder.join("jejak.lock"), lock).unwrap();
        let settings = format!("{SETTINGS}logo = \"../../logo.svg\"\nicon = \"/etc/x.png\"\n");
        fs::write(folder.join("archive.toml"), settings).unwrap();
    });
    desk.is_harmless();
    for article in &desk.pressed.archive.articles {
        let fine = article.id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'-' | b'_'));
        assert!(fine && !article.id.is_empty(), "{:?}", article.id);
        assert!(desk.site().join("artikel").join(&article.id).join("index.html").is_file(), "{:?}", article.id);
    }
    assert_eq!(desk.pressed.archive.articles.len(), names.len() + 2, "{:?}", desk.pressed.problems);
    let said: Vec<String> = desk.pressed.problems.iter().map(ToString::to_string).collect();
    assert!(
        said.iter().any(|one| one.contains("\"logo\"")) && said.iter().any(|one| one.contains("\"icon\"")),
        "{said:?}"
    );
    assert!(said.iter().any(|one| one.starts_with("jejak.lock")), "{said:?}");
}

/// Names of files come from wherever an article does, not from a folder alone.
#[test]
fn a_press_told_names_with_dots_gives_ids_without() {
    let files = ["../../a.txt", "/etc/b.txt", "..\\c.txt"].map(|name| (name.to_owned(), b"Warga hadir.\n".to_vec()));
    let pressed = jejak_press::press(files.into_iter());
    let mut ids: Vec<&str> = pressed.archive.articles.iter().map(|article| article.id.as_str()).collect();
    ids.sort_unstable();
    assert_eq!(ids, ["a", "b", "c"]);
}

/// A link that leads out of the folder would publish what was never put there.
#[test]
#[cfg(unix)]
fn links_out_of_the_folder_are_not_followed() {
    use std::os::unix::fs::symlink;
    let desk = Desk::with(|folder| {
        let outside = folder.with_file_name("berita").join("../rahasia.txt");
        fs::write(&outside, "Rahasia sekali.").unwrap();
        fs::write(folder.join("a.txt"), "Warga hadir.\n").unwrap();
        symlink("a.txt", folder.join("sama.txt")).unwrap();
        symlink("../rahasia.txt", folder.join("keluar.txt")).unwrap();
        symlink(fs::canonicalize(&outside).unwrap(), folder.join("mutlak.txt")).unwrap();
        symlink("..", folder.join("atas")).unwrap();
        symlink("../rahasia.txt", folder.join("logo.svg")).unwrap();
        symlink("/dev/zero", folder.join("nol.txt")).unwrap();
    });
    let ids: Vec<&str> = desk.pressed.archive.articles.iter().map(|article| article.id.as_str()).collect();
    assert_eq!(ids, ["a", "sama"], "{:?}", desk.pressed.problems);
    let said: Vec<String> = desk.pressed.problems.iter().map(ToString::to_string).collect();
    for name in ["keluar.txt", "mutlak.txt", "atas", "nol.txt", "logo.svg"] {
        assert!(said.iter().any(|one| one.starts_with(name)), "{name}: {said:?}");
    }
    for name in names(&desk.site()) {
        let bytes = fs::read(desk.site().join(&name)).unwrap();
        assert!(!bytes.windows(7).any(|window| window == b"Rahasia"), "{name}");
    }
}
