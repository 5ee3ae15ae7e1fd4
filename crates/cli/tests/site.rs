//! A site written from a small staged app, read back as a browser would.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper of tests fails the test that calls it")]

mod common;

use std::fs;
use std::path::Path;

use common::{App, LOADER, app, names};
use jejak_archive::NoStem;
use jejak_cli::site::{self, Pages, SiteError, Staged, Written};
use lol_html::{RewriteStrSettings, element, rewrite_str};

fn archive(titles: &[&str]) -> Vec<u8> {
    let settings = ("archive.toml".to_owned(), b"title = \"Arsip Uji\"\n".to_vec());
    let articles = titles.iter().enumerate().map(|(number, title)| {
        (
            format!("berita-{number}.md"),
            format!("---\ntitle: {title}\n---\nWarga berkumpul di balai desa.\n").into_bytes(),
        )
    });
    let pressed = jejak_press::press([settings].into_iter().chain(articles));
    assert_eq!(pressed.archive.articles.len(), titles.len(), "{:?}", pressed.problems);
    jejak_archive::write(&pressed.archive, &NoStem)
}

fn all_pages(staged: &Staged, out: &Path) -> Result<Written, SiteError> {
    site::write(staged, out, Pages::All)
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The values of an attribute of all elements that a selector names.
fn values(html: &str, selector: &str, attribute: &str) -> Vec<String> {
    let mut found = Vec::new();
    let handler = element!(selector, |element| {
        found.extend(element.get_attribute(attribute));
        Ok(())
    });
    rewrite_str(html, RewriteStrSettings::new().append_element_content_handler(handler)).unwrap();
    found
}

#[test]
fn every_article_has_a_page_that_finds_its_files() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("site");
    let staged = Staged::of(app(&archive(&["Air bersih <b>", "Pasar"]))).unwrap();
    let written = all_pages(&staged, &out).unwrap();
    assert_eq!((written.pages, written.files), (7, names(&out).len()));

    for (page, base, title) in [
        ("index.html", "./", "Arsip Uji"),
        ("artikel/berita-0/index.html", "../../", "Air bersih &lt;b&gt; · Arsip Uji"),
        ("artikel/berita-1/index.html", "../../", "Pasar · Arsip Uji"),
    ] {
        let html = read(&out.join(page));
        assert_eq!(values(&html, "base", "href"), [base], "{page}");
        assert!(html.contains(&format!("<title>{title}</title>")), "{page}");
        let policy = values(&html, "meta[http-equiv]", "content");
        assert_eq!(policy, ["script-src 'self'; base-uri 'self'"], "{page}");
        assert!(values(&html, "link[rel=modulepreload]", "href").is_empty(), "{page} names the app");
        let mut named = values(&html, "link", "href");
        assert_eq!(named.len(), 4, "{page} links to more than icons, a manifest and one style sheet: {named:?}");
        named.extend(values(&html, "script", "src"));
        for name in named {
            assert!(out.join(page).parent().unwrap().join(base).join(&name).is_file(), "{page} names {name}");
        }
    }
}

#[test]
fn without_pages_for_articles_the_page_for_unknown_addresses_still_starts_the_app() {
    let folder = tempfile::tempdir().unwrap();
    let (all, few) = (folder.path().join("all"), folder.path().join("few"));
    let staged = Staged::of(app(&archive(&["Air", "Pasar"]))).unwrap();
    all_pages(&staged, &all).unwrap();
    let written = site::write(&staged, &few, Pages::Few).unwrap();
    assert_eq!((written.pages, written.files), (5, names(&few).len()));
    let gone: Vec<_> = names(&all).into_iter().filter(|name| !names(&few).contains(name)).collect();
    assert_eq!(gone, ["artikel/berita-0/index.html", "artikel/berita-1/index.html"]);
    // What hosts are told names the folders of pages.
    for name in names(&few).into_iter().filter(|name| name != "_headers") {
        assert_eq!(fs::read(few.join(&name)).unwrap(), fs::read(all.join(&name)).unwrap(), "{name}");
    }
    assert!(few.join("404.html").is_file() && few.join("404.js").is_file());
}

#[test]
fn those_who_speak_have_a_page_and_those_only_named_have_none() {
    let folder = tempfile::tempdir().unwrap();
    let article = b"Hendra Wirawan hadir.\n\n\"Jalan selesai sebelum panen,\" kata Hendra Wirawan.\n".to_vec();
    let mut pressed = jejak_press::press([("jalan.txt".to_owned(), article)].into_iter());
    // Two people, of whom one speaks, whatever the press makes of the text.
    let person = |slug: &str, name: &str| jejak_archive::model::Person {
        slug: slug.to_owned(),
        name: name.to_owned(),
        aliases: vec![],
        honorifics: vec![],
        roles: vec![],
    };
    pressed.archive.people = vec![person("dewi-lestari", "Dewi Lestari"), person("hendra-wirawan", "Hendra Wirawan")];
    pressed.archive.organisations.clear();
    let article = &mut pressed.archive.articles[0];
    article.mentions.clear();
    assert_eq!(article.quotes.len(), 1);
    article.quotes[0].speaker = Some(jejak_archive::model::Speaker::Person(1));
    let out = folder.path().join("site");
    all_pages(&Staged::of(app(&jejak_archive::write(&pressed.archive, &NoStem))).unwrap(), &out).unwrap();
    let pages: Vec<_> = names(&out).into_iter().filter(|name| name.starts_with("tokoh/")).collect();
    assert_eq!(pages, ["tokoh/hendra-wirawan/index.html"], "of two people");
    let page = read(&out.join(&pages[0]));
    assert!(page.contains("<title>Hendra Wirawan"), "{page}");
    assert_eq!(values(&page, "base", "href"), ["../../"]);
    assert!(out.join("kutipan/index.html").is_file());
}

#[test]
fn names_follow_the_final_bytes_and_the_loader_knows_them() {
    let folder = tempfile::tempdir().unwrap();
    let (one, two) = (folder.path().join("one"), folder.path().join("two"));
    let mut staged = Staged::of(app(&archive(&["Air"]))).unwrap();
    all_pages(&staged, &one).unwrap();
    staged.set_archive(&archive(&["Air", "Api"])).unwrap();
    all_pages(&staged, &two).unwrap();

    let (first, second) = (names(&one), names(&two));
    let changed: Vec<_> = second.iter().filter(|name| !first.contains(name)).collect();
    assert_eq!(changed.len(), 2, "another archive changes the WebAssembly and adds a page: {changed:?}");
    assert!(changed.iter().all(|name| name.ends_with(".wasm") || *name == "artikel/berita-1/index.html"));
    // Another app with the same articles.
    let three = folder.path().join("three");
    let mut other = app(&archive(&["Air"]));
    other.insert("app.js".to_owned(), "import './snippets/s.js'; 2".into());
    all_pages(&Staged::of(other).unwrap(), &three).unwrap();
    assert_ne!(names(&one), names(&three));
    for page in names(&one).iter().filter(|name| name.ends_with(".html")) {
        assert_eq!(read(&one.join(page)), read(&three.join(page)), "pages do not name the app");
    }

    let loader = read(&two.join("muat.js"));
    assert!(!loader.contains("currentScript") && loader.lines().count() == LOADER.lines().count());
    let line = loader.lines().find_map(|line| line.trim().strip_prefix("const entry = ")).unwrap();
    let entry: serde_json::Value = serde_json::from_str(line.trim_end_matches(';')).unwrap();
    for key in ["js", "wasm"] {
        let name = entry[key].as_str().unwrap();
        assert!(two.join(name).is_file(), "the loader names {name}");
        assert!(entry[format!("{key}Integrity")].as_str().unwrap().starts_with("sha384-"));
    }
    assert!(two.join("snippets/s.js").is_file(), "what the app's JavaScript imports keeps its name");
}

#[test]
fn chunks_of_the_app_are_named_where_they_are_wanted() {
    let folder = tempfile::tempdir().unwrap();
    let chunk: &[u8] = b"\0asm\x01\0\0\0";
    let mut files = app(&archive(&["Air"]));
    files.insert("pages.wasm".to_owned(), chunk.to_owned());
    let staged = Staged::of(files).unwrap();
    // Carried inside a program, too.
    for (at, staged) in [staged.clone(), Staged::unpacked(&staged.packed().unwrap()).unwrap()].into_iter().enumerate() {
        let out = folder.path().join(at.to_string());
        all_pages(&staged, &out).unwrap();
        let loader = read(&out.join("muat.js"));
        let said = loader.split_once("\"chunks\":").unwrap().1;
        let said = serde_json::Deserializer::from_str(said).into_iter::<serde_json::Value>().next().unwrap().unwrap();
        assert_eq!(said.as_object().unwrap().len(), 1, "those alone that the app has");
        let path = said["pages"]["path"].as_str().unwrap();
        assert!(path.starts_with("./pages-") && path.ends_with(".wasm"), "{path}");
        assert_eq!(fs::read(out.join(path)).unwrap(), chunk);
        assert!(said["pages"]["integrity"].as_str().unwrap().starts_with("sha384-"));
        let sections: Vec<&str> =
            said["pages"]["sections"].as_array().unwrap().iter().filter_map(|one| one.as_str()).collect();
        assert_eq!(sections, ["linimasa", "kutipan", "tentang", "tokoh", "lembaga", "topik", "peraturan"]);
        assert_eq!(said["pages"]["languages"].as_array().unwrap().len(), 0);
    }
}

#[test]
fn the_page_for_unknown_addresses_names_nothing_but_its_script() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("site");
    all_pages(&Staged::of(app(&archive(&["Air"]))).unwrap(), &out).unwrap();
    let html = read(&out.join("404.html"));
    assert!(values(&html, "base", "href").is_empty());
    assert!(values(&html, "link", "href").is_empty());
    assert!(!values(&html, "link", "data-href").is_empty());
    assert_eq!(values(&html, "script", "data-src"), ["muat.js"]);
    let scripts = values(&html, "script", "src");
    assert_eq!(scripts[..3], ["404.js", "../404.js", "../../404.js"]);
    assert!(out.join("404.js").is_file());
    assert!(html.contains("<h1>Halaman ini tidak ada</h1>"), "without the script it would say nothing");
}

/// Three articles in which one person speaks each time and another once.
fn spoken(settings: &str) -> Vec<u8> {
    let settings = ("archive.toml".to_owned(), settings.as_bytes().to_vec());
    let articles = (1..=3).map(|day| {
        let more = if day == 2 { "\n\n\"Kami menunggu,\" kata Sri Lestari." } else { "" };
        let text = format!(
            "---\ntitle: Jalan {day} & pasar\ndate: 2026-01-0{day}\n---\nRapat dihadiri Hendra Wirawan dan Sri Lestari.\n\n\
             \"Jalan nomor {day} selesai < panen,\" kata Hendra Wirawan.{more}\n"
        );
        (format!("jalan-{day}.md"), text.into_bytes())
    });
    let pressed = jejak_press::press([settings].into_iter().chain(articles));
    assert_eq!(pressed.archive.articles.len(), 3, "{:?}", pressed.problems);
    jejak_archive::write(&pressed.archive, &NoStem)
}

#[test]
fn who_said_three_things_has_feeds_of_them() {
    let folder = tempfile::tempdir().unwrap();
    let (with, without) = (folder.path().join("with"), folder.path().join("without"));
    let base = "base_url = \"https://arsip.example/kota/\"\n";
    let written = all_pages(&Staged::of(app(&spoken(base))).unwrap(), &with).unwrap();
    let feeds: Vec<_> = names(&with).into_iter().filter(|name| name.contains("/umpan.")).collect();
    assert_eq!((written.feeds, written.left_out, written.files), (feeds.len(), 0, names(&with).len()));
    let of_people: Vec<_> = feeds.iter().filter(|name| name.starts_with("tokoh/")).collect();
    assert_eq!(
        of_people,
        ["tokoh/hendra-wirawan/umpan.json", "tokoh/hendra-wirawan/umpan.xml"],
        "one of two said enough"
    );

    let page = read(&with.join("tokoh/hendra-wirawan/index.html"));
    let linked = values(&page, "link[rel=alternate]", "href");
    assert_eq!(
        linked,
        ["tokoh/hendra-wirawan/umpan.xml", "tokoh/hendra-wirawan/umpan.json", "umpan.xml", "umpan.json"]
    );
    let feed: serde_json::Value = serde_json::from_str(&read(&with.join("tokoh/hendra-wirawan/umpan.json"))).unwrap();
    assert_eq!(feed["home_page_url"], "https://arsip.example/kota/tokoh/hendra-wirawan/");
    let items = feed["items"].as_array().unwrap();
    assert_eq!(items.len(), 3);
    assert_eq!(items[0]["title"], "Hendra Wirawan: Jalan 3 & pasar");
    assert_eq!(items[0]["authors"][0]["name"], "Hendra Wirawan");
    assert_eq!(items[0]["content_text"], "“Jalan nomor 3 selesai < panen”");
    assert_eq!(items[0]["date_published"], "2026-01-03T00:00:00Z");
    let address = items[0]["url"].as_str().unwrap();
    let (path, anchor) = address.strip_prefix("https://arsip.example/kota/").unwrap().split_once('#').unwrap();
    let article = read(&with.join(path).join("index.html"));
    assert!(article.contains(&format!("id=\"{anchor}\"")), "{address} leads to no statement");
    let atom = read(&with.join("tokoh/hendra-wirawan/umpan.xml"));
    assert!(
        atom.contains(&format!("<id>{address}</id>")) && atom.contains("Jalan nomor 3 selesai &lt; panen"),
        "{atom}"
    );

    // A picture for sharing: their own, and the archive's for everybody else.
    assert_eq!(written.cards, 2);
    let shared = |page: &str| values(&read(&with.join(page)), "meta[property='og:image']", "content");
    assert_eq!(
        shared("tokoh/hendra-wirawan/index.html"),
        ["https://arsip.example/kota/tokoh/hendra-wirawan/kartu.png"]
    );
    for page in ["index.html", "tokoh/sri-lestari/index.html", "artikel/jalan-1/index.html"] {
        assert_eq!(shared(page), ["https://arsip.example/kota/kartu.png"], "{page}");
    }
    for card in ["kartu.png", "tokoh/hendra-wirawan/kartu.png"] {
        let png = fs::read(with.join(card)).unwrap();
        assert!(png.starts_with(b"\x89PNG") && png.len() <= 40_000, "{card}");
    }
    // Without an address there is nothing that could name one.
    let written = all_pages(&Staged::of(app(&spoken(""))).unwrap(), &without).unwrap();
    assert_eq!((written.feeds, written.cards, written.left_out), (0, 0, 0));
    let shared = |name: &String| name.ends_with(".png") && !name.starts_with("ikon-");
    assert!(!names(&without).iter().any(|name| name.contains("umpan") || shared(name)));
}

/// The rules of `_headers`: of each pattern its headers.
fn rules(text: &str) -> Vec<(String, Vec<String>)> {
    let mut rules: Vec<(String, Vec<String>)> = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        match line.strip_prefix("  ") {
            Some(header) => rules.last_mut().unwrap().1.push(header.to_owned()),
            None => rules.push((line.to_owned(), Vec::new())),
        }
    }
    rules
}

#[test]
fn hosts_are_told_the_policy_and_how_long_each_file_may_be_kept() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("site");
    let mut staged = Staged::of(app(&archive(&["Air"]))).unwrap();
    staged.set_parts(archive(&["Air"])).unwrap();
    staged.add("logo-0123456789abcdef.svg", "<svg/>".into());
    all_pages(&staged, &out).unwrap();
    assert_eq!(fs::read(out.join(".nojekyll")).unwrap(), b"");
    let rules = rules(&read(&out.join("_headers")));
    let own = values(&read(&out.join("index.html")), "meta[http-equiv]", "content");
    let all = &rules[0];
    assert_eq!(all.0, "/*");
    assert!(all.1.contains(&format!("Content-Security-Policy: {}; frame-ancestors 'self'", own[0])), "{all:?}");
    assert!(all.1.iter().any(|header| header == "X-Content-Type-Options: nosniff"), "{all:?}");
    // No two rules say how long one address may be kept: hosts differ in which then holds.
    let kept = |path: &str| {
        let holds = |pattern: &str| match pattern.strip_suffix('*') {
            Some(start) => path.starts_with(start),
            None => path == pattern,
        };
        let said: Vec<&str> = rules
            .iter()
            .filter(|(pattern, _)| holds(pattern))
            .flat_map(|(_, headers)| headers.iter().filter_map(|header| header.strip_prefix("Cache-Control: ")))
            .collect();
        assert!(said.len() < 2, "{path}: {said:?}");
        said.first().copied().unwrap_or_default().to_owned()
    };
    let mut for_ever = 0;
    for name in names(&out) {
        let path = format!("/{}", name.trim_end_matches("index.html"));
        match kept(&path).as_str() {
            "public, max-age=31536000, immutable" => for_ever += 1,
            "no-cache" => assert!(!name.starts_with("bagian/") && !name.ends_with(".wasm"), "{name}"),
            other => {
                assert!(["404.html", ".nojekyll", "_headers", "snippets/s.js"].contains(&&*name), "{name}: {other}")
            }
        }
    }
    let parts = names(&out).iter().filter(|name| name.starts_with("bagian/")).count();
    assert_eq!((kept("/data/articles.csv").as_str(), kept("/datapackage.json").as_str()), ("no-cache", "no-cache"));
    // The app, its script, the style, the icon, the logo, and four pictures for where it is installed.
    assert_eq!(for_ever, parts + 9, "{rules:?}");
}

#[test]
fn the_same_app_gives_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let staged = Staged::of(app(&archive(&["Air", "Api"]))).unwrap();
    let sites = ["one", "two"].map(|name| folder.path().join(name));
    for out in &sites {
        all_pages(&staged, out).unwrap();
    }
    for name in names(&sites[0]) {
        assert_eq!(fs::read(sites[0].join(&name)).unwrap(), fs::read(sites[1].join(&name)).unwrap(), "{name}");
    }
}

#[test]
fn a_broken_app_is_refused_and_the_old_site_stays() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("site");
    let whole = app(&archive(&["Air"]));
    all_pages(&Staged::of(whole.clone()).unwrap(), &out).unwrap();
    let before = names(&out);

    let write = |change: &dyn Fn(&mut App)| {
        let mut files = whole.clone();
        change(&mut files);
        Staged::of(files).and_then(|staged| all_pages(&staged, &out))
    };
    let put = |name: &'static str, text: &'static str| {
        move |files: &mut App| {
            files.insert(name.to_owned(), text.into());
        }
    };
    assert!(matches!(write(&|files| drop(files.remove("app.js"))), Err(SiteError::NoFile(name)) if name == "app.js"));
    assert!(matches!(write(&put("index.html", "<p>")), Err(SiteError::Loader(0))));
    assert!(matches!(write(&put("muat.js", "go()")), Err(SiteError::Entry { found: 0, .. })));
    let twice = "go(document.currentScript.dataset, document.currentScript.dataset)";
    assert!(matches!(write(&put("muat.js", twice)), Err(SiteError::Entry { found: 2, .. })));
    assert!(matches!(write(&put("app_bg.wasm", "text")), Err(SiteError::Wasm(_))));
    assert!(matches!(write(&put("b.css", "@import 'c.css';")), Err(SiteError::Sheet(name)) if name == "b.css"));
    let mut damaged = app(b"no archive");
    damaged.insert("a.css".to_owned(), vec![]);
    assert!(matches!(Staged::of(damaged).and_then(|app| all_pages(&app, &out)), Err(SiteError::Archive(_))));
    assert_eq!(names(&out), before);
}
