//! What the keepers of an archive keep back is in no byte of a site, whatever it is written with.
//!
//! The site is large enough for its archive to be packed and to lie beside the app in parts, so that plain bytes show
//! nothing: texts, lists and the index are looked through as those who open the archive read them. All articles here are
//! invented.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper of tests fails the test that calls it")]

mod common;

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use jejak_app::state::library::Library;
use jejak_archive::form::pieces::{self, Joined};
use jejak_archive::statements::StatementQuery;
use jejak_archive::{Engine, Outcome, Query};
use tempfile::TempDir;

/// The name that must be nowhere: words that nothing else holds.
const FIRST: &str = "Zulkarnaenita";
const SECOND: &str = "Wirabratadi";
/// A sentence that nobody said.
const UNSAID: &str = "kelinci terbang melintasi lapangan";

struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        let desk = Self { folder: tempfile::tempdir().unwrap() };
        let archive = jejak_archive::write(&jejak_archive::Archive::default(), &jejak_archive::NoStem);
        for (name, bytes) in common::app(&archive) {
            desk.put(&format!("app/{name}"), &bytes);
        }
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn put(&self, name: &str, bytes: &[u8]) {
        fs::create_dir_all(self.path(name).parent().unwrap()).unwrap();
        fs::write(self.path(name), bytes).unwrap();
    }

    /// Builds the site; the exit code and what was said.
    fn build(&self, more: &[&str]) -> (Option<i32>, String) {
        let mut words = vec!["build", "berita", "-o", "situs", "--app", "app"];
        words.extend(more);
        let done =
            Command::new(env!("CARGO_BIN_EXE_jejak")).args(words).current_dir(self.folder.path()).output().unwrap();
        (done.status.code(), String::from_utf8(done.stderr).unwrap())
    }

    /// Every file of the site, and the lock.
    fn files(&self) -> Vec<(String, Vec<u8>)> {
        let site = self.path("situs");
        let mut all: Vec<(String, Vec<u8>)> =
            common::names(&site).into_iter().map(|name| (name.clone(), fs::read(site.join(name)).unwrap())).collect();
        all.push(("jejak.lock".to_owned(), fs::read(self.path("berita/jejak.lock")).unwrap()));
        all
    }

    /// The archive of a site in parts.
    fn library(&self) -> Library {
        let site = self.path("situs");
        let read = |name: &Path| fs::read(site.join(name)).unwrap();
        let text = String::from_utf8(read(Path::new(pieces::MANIFEST))).unwrap();
        let mut archive = Joined::begin(read(Path::new(pieces::beginnings(&text).unwrap().head))).unwrap();
        while let Some(path) = archive.wants().unwrap() {
            archive.take(&read(Path::new(&path))).unwrap();
        }
        Library::of(Arc::new(Engine::open(archive.into_bytes()).unwrap()))
    }
}

/// Everything that one can read in an archive, as text.
fn read_all(library: &Library) -> String {
    let mut out = serde_json::to_string(library.meta()).unwrap();
    for at in 0..library.len() {
        let Outcome::Ready(article) = library.article(at) else { panic!("the archive is whole") };
        let _ = writeln!(out, "{}", serde_json::to_string(&*article).unwrap());
    }
    let lists = [
        library.people(),
        library.organisations(),
        library.places(),
        library.regulations(),
        library.topics(),
        library.sources(),
    ];
    for one in lists.into_iter().flatten() {
        let _ = writeln!(out, "{} {} {}", one.slug, one.name, one.aliases.join(" "));
    }
    let _ = writeln!(out, "{:?}", library.former());
    out
}

/// What an archive answers to words, suggestions and other spellings included.
fn answers(library: &Library, words: &str) -> String {
    let query = Query { words: words.to_owned(), ..Query::default() };
    let Outcome::Ready(answer) = jejak_archive::Engine::answer(library, &query) else { panic!("the archive is whole") };
    let asked = StatementQuery { query, ..StatementQuery::default() };
    let Outcome::Ready(said) = library.statements(&asked) else { panic!("the archive is whole") };
    format!("{answer:?} {said:?}")
}

/// Text of bytes without percent signs, in small letters.
fn decoded(bytes: &[u8]) -> String {
    let mut out = Vec::new();
    let mut rest = bytes;
    while let Some((&first, behind)) = rest.split_first() {
        let hex = behind.get(..2).and_then(|hex| std::str::from_utf8(hex).ok());
        match hex.filter(|_| first == b'%').and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                out.push(byte);
                rest = &behind[2..];
            }
            None => {
                out.push(first);
                rest = behind;
            }
        }
    }
    String::from_utf8_lossy(&out).to_lowercase()
}

/// That no file and nothing in the archive holds any of these words, in small letters.
fn assert_nowhere(desk: &Desk, library: &Library, words: &[&str]) {
    let all = read_all(library);
    let mut files = desk.files();
    files.push(("the archive's texts".to_owned(), all.into_bytes()));
    for (name, bytes) in files {
        let plain = String::from_utf8_lossy(&bytes).to_lowercase();
        for word in words {
            assert!(!name.to_lowercase().contains(word), "{word} stands in the name {name}");
            assert!(!plain.contains(word) && !decoded(&bytes).contains(word), "{word} stands in {name}");
        }
    }
}

/// Articles that make an archive large: their words are drawn, so that they are packed as others are.
fn filling(desk: &Desk, articles: usize) {
    let words =
        ["pasar", "jalan", "air", "warga", "dana", "sekolah", "panen", "banjir", "lampu", "kantor", "rapat", "kebun"];
    let mut state = 7_u64;
    let mut draw = move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize
    };
    let mut lines = String::new();
    for number in 0..articles {
        let mut text = String::new();
        for _ in 0..16 {
            let sentence: Vec<String> = (0..18)
                .map(|_| format!("{}{}", words[draw() % words.len()], ["", "nya", "an", " ini"][draw() % 4]))
                .collect();
            let _ = write!(text, "Warga {}. ", sentence.join(" "));
        }
        let _ = write!(text, "“Kami siap nomor {number},” kata Camat Metro Pusat, Sari Dewi.");
        let line = serde_json::json!({"id": format!("isi-{number}"), "title": format!("Rapat {number}"), "text": text,
            "date": format!("2025-{:02}-{:02}", 1 + number % 12, 1 + number % 28), "source": "Warta Uji"});
        let _ = writeln!(lines, "{line}");
    }
    desk.put("berita/isi.jsonl", lines.as_bytes());
}

/// An article that has the name wherever one can stand.
fn story(desk: &Desk) {
    let name = format!("{FIRST} {SECOND}");
    let text = format!(
        "---\njudul: {name} melapor ke balai kota\ntanggal: 2026-02-02\nsumber: Koran {name}\npenulis: {}\n\
         url: https://koran.example/berita/{}.html\n---\nMETRO – “Saya takut pulang,” ujar {FIRST}\n{SECOND}, S.Pd., Senin \
         (02/02/2026).\n\nMenurut {name}, {UNSAID} setiap pagi.\n\nBaca juga: {FIRST}-{SECOND} pulang\n\nFoto: {name} di \
         rumah\n\n{UNSAID}. Wali Kota Hendra Wirawan menegaskan bahwa {name} dilindungi. #{FIRST}{SECOND}\n",
        name.to_uppercase(),
        format!("{FIRST}-{SECOND}").to_lowercase(),
    );
    desk.put(&format!("berita/2026/{FIRST} {SECOND}.md"), text.as_bytes());
}

const SETTINGS: &str =
    "title = 'Arsip'\ndata = 'full'\nbase_url = 'https://arsip.example/'\ncontact = 'redaksi@arsip.example'\n";

#[test]
fn a_masked_name_is_in_no_byte_of_a_site() {
    let desk = Desk::new();
    story(&desk);
    filling(&desk, 500);
    desk.put("berita/archive.toml", SETTINGS.as_bytes());
    // Without a mask it is found, so that the test can fail; and the lock learns it.
    assert_eq!(desk.build(&["--parts"]).0, Some(0));
    let slug = format!("{FIRST}-{SECOND}").to_lowercase();
    assert!(desk.files().iter().any(|(name, _)| name.contains(&slug)));
    assert!(answers(&desk.library(), &FIRST.to_lowercase()).contains(FIRST));

    let mask = format!("{SETTINGS}[[mask]]\nname = '{FIRST} {SECOND}'\naliases = ['{FIRST}', '{SECOND}']\n");
    desk.put("berita/archive.toml", mask.as_bytes());
    let (code, said) = desk.build(&["--parts"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("has a masked name in the address of its source"), "{said}");
    let library = desk.library();
    let (first, second) = (FIRST.to_lowercase(), SECOND.to_lowercase());
    assert_nowhere(&desk, &library, &[&first, &second]);
    for question in
        [first.clone(), format!("{first} {second}"), "zulk*".to_owned(), "zulkarnaenitb".to_owned(), "wira".to_owned()]
    {
        let answer = answers(&library, &question).to_lowercase();
        // What was asked is said again; what is known is not.
        let known = answer.replace(&format!("\"{question}\""), "").replace(&format!("\"{first}\""), "");
        assert!(!known.contains("wirabratadi,") && !known.contains("title: \"zulk"), "{known}");
    }
    assert!(answers(&library, "disamarkan").contains("melapor"), "the article itself is there");
}

#[test]
fn of_texts_that_are_not_shown_no_sentence_is_in_a_byte_of_a_site() {
    let desk = Desk::new();
    story(&desk);
    filling(&desk, 20);
    desk.put("berita/archive.toml", format!("teks = 'kutipan'\n{SETTINGS}").as_bytes());
    for more in [&[][..], &["--parts"]] {
        assert_eq!(desk.build(more).0, Some(0));
        // Nothing of what fills the others is said either.
        let unsaid = ["baca juga", "di rumah", "kelinci terbang", "sekolahnya", "banjiran", "kebun ini"];
        let shown = unsaid.iter().filter(|words| !UNSAID.contains(**words)).copied().collect::<Vec<_>>();
        for (name, bytes) in desk.files() {
            let plain = decoded(&bytes);
            assert!(shown.iter().all(|words| !plain.contains(words)), "{name}");
        }
        let page = fs::read_dir(desk.path("situs/artikel")).unwrap().map(|entry| entry.unwrap().path());
        let page = page.filter(|path| path.to_string_lossy().contains("zulk")).last().unwrap().join("index.html");
        let html = fs::read_to_string(page).unwrap();
        assert!(html.contains("Saya takut pulang") && html.contains("data-quotes-only"), "{html}");
        assert!(html.contains("https://koran.example/berita/"), "{html}");
    }
}

#[test]
fn a_removed_article_leaves_a_page_that_says_so() {
    let desk = Desk::new();
    filling(&desk, 3);
    let settings =
        format!("{SETTINGS}[[removed]]\narticle = 'isi-1'\nreason = 'Salah <b>orang</b>.'\ndate = 2026-03-01\n");
    desk.put("berita/archive.toml", settings.as_bytes());
    assert_eq!(desk.build(&["--parts"]).0, Some(0));
    let html = fs::read_to_string(desk.path("situs/artikel/isi-1/index.html")).unwrap();
    for part in [
        "Artikel dihapus",
        "Salah &lt;b&gt;orang",
        "1 Maret 2026",
        "mailto:redaksi@arsip.example",
        "content=\"noindex\"",
    ] {
        assert!(html.contains(part), "{part}: {html}");
    }
    let other = fs::read_to_string(desk.path("situs/artikel/isi-0/index.html")).unwrap();
    assert!(!other.contains("noindex"), "{other}");
    let library = desk.library();
    assert_nowhere(&desk, &library, &["nomor 1", "rapat 1"]);
    for (name, bytes) in desk.files().iter().filter(|(name, _)| name.ends_with("xml") || name.ends_with("umpan.json")) {
        assert!(!decoded(bytes).contains("artikel/isi-1/"), "{name}");
    }
    // Without pages of their own the others go; this one stays, and so it does when the file is gone.
    fs::remove_file(desk.path("berita/isi.jsonl")).unwrap();
    desk.put("berita/a.txt", "Warga panen padi.".as_bytes());
    assert_eq!(desk.build(&["--no-prerender"]).0, Some(0));
    assert!(desk.path("situs/artikel/isi-1/index.html").is_file());
}

#[test]
fn a_site_that_asks_to_be_left_out_says_so_on_each_page() {
    let desk = Desk::new();
    filling(&desk, 3);
    desk.put("berita/archive.toml", format!("noindex = true\n{SETTINGS}").as_bytes());
    assert_eq!(desk.build(&[]).0, Some(0));
    let files = desk.files();
    for (name, bytes) in files.iter().filter(|(name, _)| name.ends_with("index.html")) {
        let html = String::from_utf8_lossy(bytes);
        assert_eq!(html.matches("<meta name=\"robots\" content=\"noindex\">").count(), 1, "{name}");
    }
    assert!(!files.iter().any(|(name, _)| name.contains("sitemap") || name == "robots.txt"));
    assert!(files.iter().any(|(name, _)| name == "umpan.xml"));
    let headers = files.iter().find(|(name, _)| name == "_headers").map(|(_, bytes)| String::from_utf8_lossy(bytes));
    let headers = headers.expect("what hosts read");
    assert!(headers.contains("\n  X-Robots-Tag: noindex\n"), "{headers}");
}

#[test]
fn a_reply_stands_in_its_article_and_on_its_speakers_page() {
    let desk = Desk::new();
    filling(&desk, 3);
    let settings = format!(
        "{SETTINGS}[[reply]]\narticle = 'isi-2'\nwords = 'kami siap nomor 2'\ntext = 'Belum <i>siap</i>.'\nby = 'Forum Warga'\n\
         url = 'https://forum.example/jawab'\n"
    );
    desk.put("berita/archive.toml", settings.as_bytes());
    for more in [&[][..], &["--parts"]] {
        assert_eq!(desk.build(more).0, Some(0));
        for page in ["artikel/isi-2", "tokoh/sari-dewi", "kutipan"] {
            let html = fs::read_to_string(desk.path(&format!("situs/{page}/index.html"))).unwrap();
            assert_eq!(html.matches("Belum &lt;i&gt;siap&lt;/i&gt;.").count(), 1, "{page}: {html}");
            assert!(
                html.contains("Hak jawab dari Forum Warga") && html.contains("https://forum.example/jawab"),
                "{page}"
            );
        }
    }
}

#[test]
fn settings_that_keep_something_back_and_cannot_be_read_make_no_site() {
    let desk = Desk::new();
    filling(&desk, 3);
    for wrong in [
        "[[mask]]\nname = 3\n",
        "noindex = 'ya'\n",
        "teks = 'separuh'\n",
        "[[removed]]\nid = 'isi-1'\n",
        "[[mask]]\nname = 'A\n",
    ] {
        desk.put("berita/archive.toml", wrong.as_bytes());
        let (code, said) = desk.build(&[]);
        assert_eq!(code, Some(1), "{wrong}: {said}");
        assert!(said.contains("No site was written"), "{wrong}: {said}");
        assert!(!desk.path("situs").exists(), "{wrong}");
    }
}
