//! What a site hands out: tables of all, and articles of which the same archive is made again.
//!
//! All articles here are invented.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper of tests fails the test that calls it")]

mod common;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

/// Boilerplate of every kind between the paragraphs, a byline, a dateline, a caption, days in and beside the text, a headline
/// in the text, none, one that is made, a text twice, further sources.
const ARTICLES: [(&str, &str); 7] = [
    (
        "pasar.txt",
        "Camat Resmikan Pasar Baru\n\nMETRO, Kabar Contoh – Camat Metro Pusat, Sari Dewi, meresmikan pasar, Senin (19/01/2026).\n\
         Baca juga: Warga Sambut Pasar\n“Pasar ini milik warga,” kata Sari Dewi. Ia menegaskan bahwa retribusi tidak naik.\n\
         ADVERTISEMENT\nSCROLL TO CONTINUE WITH CONTENT\n“Kami siap,” tambahnya.\nPenulis: Bagus Panjalu\nEditor: Rini\nBagikan:\nTag: pasar\n",
    ),
    (
        "panen.md",
        "---\njudul: Panen raya di Sukamaju\ntanggal: 2026-02-03\nsumber: Kabar Desa\nurl: https://kabar.example/panen-raya-di-sukamaju\n\
         sumber_lain: [https://a.example/1, https://b.example/2]\npenulis: Tirta Wening\n---\nFoto: Warga memanen padi. (Dok. Desa)\n\n\
         Menurut Lurah Sukamaju, Bagus Panjalu, hasil panen naik.\n\n“Panen ini bagus sekali,” ujarnya, Selasa (3/2/2026).\n",
    ),
    (
        "rapat.html",
        "<html><head><title>Rapat</title></head><body><article><h1>Rapat jalan desa</h1><figure><img src=\"a.jpg\"><figcaption>Suasana rapat</figcaption></figure><p>Kepala Dinas Pertanian Tirta Wening menyampaikan bahwa jalan selesai sebelum panen.</p><p>“Jalan ini selesai bulan depan dan dipakai semua warga,” kata dia kepada wartawan di balai desa.</p></article></body></html>",
    ),
    ("tanpa.txt", "Warga menanam seribu pohon di bantaran sungai bersama pelajar. Tidak ada yang berbicara.\n"),
    (
        "a.jsonl",
        "{\"id\":\"n1\",\"text\":\"“Air lancar,” kata Lurah Sukamaju, Bagus Panjalu, Rabu (4/2/2026).\",\"source\":\"Koran =Metro\"}\n{\"id\":\"n2\",\"title\":\"-Judul, \\\"aneh\\\"\",\"date\":\"2026-02-05\",\"text\":\"Baris satu tentang air bersih.\\nBaris dua: “=1+1 itu dua,” kata Sari Dewi, Camat Metro Pusat.\"}\n",
    ),
    (
        "rilis-1.md",
        "---\ntanggal: 2026-02-06\n---\nPemerintah Kota Contoh membuka layanan baru bagi warga di semua kelurahan mulai hari ini sampai akhir bulan. “Layanan ini gratis untuk semua,” kata Camat Metro Pusat, Sari Dewi, di kantornya pagi tadi.\n",
    ),
    (
        "rilis-2.md",
        "---\ntanggal: 2026-02-07\nsumber: Kabar Lain\n---\nPemerintah Kota Contoh membuka layanan baru bagi warga di semua kelurahan mulai hari ini sampai akhir bulan. “Layanan ini gratis untuk semua,” kata Camat Metro Pusat, Sari Dewi, di kantornya pagi tadi. Warga senang.\n",
    ),
];

/// What an archive tells of itself.
const TOLD: &str = "title = \"Arsip Contoh\"\ndescription = \"Siapa berkata apa\"\npublisher = \"Pustaka\"\nlicence = \"CC BY 4.0\"\n\
                    contact = \"redaksi@arsip.example\"\nbase_url = \"https://arsip.example/kota/\"\nabout = [\"Satu.\", \"Dua.\"]\n\
                    [[removed]]\narticle = \"tanpa\"\nreason = \"Diminta.\"\ndate = 2026-03-01\n\
                    [[reply]]\narticle = \"n1\"\nwords = \"Air lancar\"\ntext = \"Tidak lancar.\"\nby = \"Warga\"\ndate = 2026-03-02\n\
                    [[correction]]\narticle = \"n1\"\nwords = \"Air lancar\"\nspeaker = \"Bagus Panjalu\"\n";

/// What only those who keep it know.
const KEPT: &str = "[[topic]]\nname = \"Bantaran\"\nwords = [\"bantaran\", \"layanan\"]\n[[private]]\nname = \"Tirta Wening\"\n\
                    [[mask]]\nname = \"Bagus Panjalu\"\nas = \"Bunga (nama samaran)\"\n";

struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new(settings: &str) -> Self {
        let desk = Self { folder: tempfile::tempdir().unwrap() };
        let archive = jejak_archive::write(&jejak_archive::Archive::default(), &jejak_archive::NoStem);
        for (name, bytes) in common::app(&archive) {
            desk.put(&format!("app/{name}"), &bytes);
        }
        ARTICLES.iter().for_each(|(name, text)| desk.put(&format!("berita/{name}"), text.as_bytes()));
        desk.put("berita/archive.toml", settings.as_bytes());
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn put(&self, name: &str, bytes: &[u8]) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    fn run(&self, words: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_jejak")).args(words).current_dir(self.folder.path()).output().unwrap()
    }

    fn build(&self, articles: &str, site: &str) {
        let built = self.run(&["build", articles, "-o", site, "--app", "app"]);
        assert_eq!(built.status.code(), Some(0), "{}", String::from_utf8_lossy(&built.stderr));
    }

    /// Exports the articles of the site; what the command printed, and whether it held that they are all there.
    fn source(&self, folder: &str, more: &[&str]) -> (Value, bool) {
        let done = self.run(&[&["export", "situs", "--source", folder], more].concat());
        let said = String::from_utf8_lossy(&done.stderr).into_owned();
        let told = serde_json::from_slice(&done.stdout).unwrap_or_else(|error| panic!("{error}: {said}"));
        (told, done.status.success())
    }

    /// All files of a site, by their path from it.
    fn files(&self, site: &str) -> Vec<(String, Vec<u8>)> {
        let folder = self.path(site);
        common::names(&folder).into_iter().map(|name| (name.clone(), fs::read(folder.join(&name)).unwrap())).collect()
    }

    fn rows(&self, file: &str) -> Vec<Value> {
        let text = fs::read_to_string(self.path("situs").join(file)).unwrap();
        serde_json::from_str(&text).unwrap()
    }
}

fn same(one: &[(String, Vec<u8>)], other: &[(String, Vec<u8>)]) {
    let names = |all: &[(String, Vec<u8>)]| all.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
    assert_eq!(names(one), names(other));
    for ((name, own), (_, again)) in one.iter().zip(other) {
        assert!(own == again, "{name}");
    }
}

#[test]
fn a_site_is_rebuilt_from_its_own_export() {
    let desk = Desk::new(TOLD);
    desk.build("berita", "situs");
    let (told, all) = desk.source("naskah", &[]);
    assert!(all && told["same"] == true, "{told}");
    assert_eq!(told["articles"], 7, "one was taken out");
    desk.build("naskah", "lagi");
    same(&desk.files("situs"), &desk.files("lagi"));
    // And from the export of that.
    let again = desk.run(&["export", "lagi", "--source", "naskah2"]);
    assert_eq!(again.status.code(), Some(0), "{}", String::from_utf8_lossy(&again.stderr));
    let read = |name: &str| fs::read_to_string(desk.path(name)).unwrap();
    assert_eq!(read("naskah/articles.jsonl"), read("naskah2/articles.jsonl"));
    assert_eq!(read("naskah/archive.toml"), read("naskah2/archive.toml"));
    assert!(read("naskah/articles.jsonl").contains("\"kind\":\"related-link\""), "what was taken out comes along");
    assert_eq!(desk.run(&["export", "situs", "--source", "naskah"]).status.code(), Some(1), "it is not empty");
}

#[test]
fn an_archive_of_statements_hands_out_no_more_and_says_what_comes_out_otherwise() {
    let desk = Desk::new("teks = \"kutipan\"\ndata = \"full\"\n");
    desk.build("berita", "situs");
    // Who speaks, and what an article is about, was found with the rest of the text, which is gone.
    let (told, all) = desk.source("naskah", &[]);
    assert_eq!((told["same"].as_bool(), all), (Some(false), false), "{told}");
    let differ: Vec<&str> = told["differ"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    assert_eq!(differ, ["pasar", "tanpa"], "{told}");
    desk.build("naskah", "lagi");
    let articles = desk.rows("data/articles.json");
    assert!(!articles.is_empty());
    for article in articles {
        let text = article["text"].as_str().unwrap_or_default();
        assert!(!text.contains("Baris satu") && !text.contains("di semua kelurahan"), "{text}");
    }
}

#[test]
fn what_only_its_keepers_know_comes_from_their_settings_and_masks_stay() {
    let settings = format!("title = \"Arsip\"\ndata = \"full\"\n{KEPT}");
    let desk = Desk::new(&settings);
    desk.build("berita", "situs");
    let (told, all) = desk.source("tanpa", &[]);
    assert!(!all && told["same"] == false, "topics and who is private are nowhere in the archive: {told}");
    assert!(!told["differ"].as_array().unwrap().is_empty(), "{told}");
    let (told, all) = desk.source("naskah", &["--settings", "berita/archive.toml"]);
    assert!(all && told["same"] == true, "{told}");
    desk.build("naskah", "lagi");
    same(&desk.files("situs"), &desk.files("lagi"));
    for folder in ["tanpa", "naskah", "situs"] {
        for (name, bytes) in desk.files(folder) {
            let text = String::from_utf8_lossy(&bytes).to_lowercase();
            assert!(!text.contains("panjalu"), "{folder}/{name}");
        }
    }
    let people = desk.rows("data/people.json");
    assert!(people.iter().all(|person| person["name"] != "Tirta Wening"), "{people:?}");

    desk.put("lain/archive.toml", format!("{settings}[[private]]\nname = \"Bagus Panjalu\"\n").as_bytes());
    let refused = desk.run(&["export", "situs", "--source", "lagi2", "--settings", "lain/archive.toml"]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("[[mask]]"));
}

#[test]
fn tables_are_handed_out_as_the_settings_say() {
    let desk = Desk::new(TOLD);
    desk.build("berita", "situs");
    let described: Value = serde_json::from_slice(&fs::read(desk.path("situs/datapackage.json")).unwrap()).unwrap();
    let resources = described["resources"].as_array().unwrap();
    // A table without a row is not described: nobody here has a page of an organisation.
    let tables = ["articles", "quotes", "people", "roles"];
    let mut paths: Vec<&str> = resources.iter().filter_map(|resource| resource["path"].as_str()).collect();
    paths.sort_unstable();
    let mut told: Vec<String> =
        tables.iter().flat_map(|table| ["csv", "json"].map(|form| format!("data/{table}.{form}"))).collect();
    told.sort_unstable();
    assert_eq!(paths, told);
    assert_eq!(desk.rows("data/organisations.json"), [] as [Value; 0]);
    for resource in resources {
        let bytes = fs::read(desk.path("situs").join(resource["path"].as_str().unwrap())).unwrap();
        assert!(resource["bytes"].is_null() || resource["bytes"] == bytes.len(), "{resource}");
    }
    assert_eq!(described["licenses"][0]["name"], "CC-BY-4.0");
    let articles = desk.rows("data/articles.json");
    assert_eq!(articles.len(), 7);
    assert!(articles.iter().all(|article| article["text"].is_null() && article["article_id"] != "tanpa"));
    let quotes = desk.rows("data/quotes.json");
    let held: u64 = articles.iter().map(|article| article["statements"].as_u64().unwrap()).sum();
    assert_eq!(quotes.len() as u64, held);
    assert_eq!(
        quotes[0]["link"].as_str().map(|link| link.starts_with("https://arsip.example/kota/artikel/")),
        Some(true)
    );
    let people = desk.rows("data/people.json");
    for quote in quotes.iter().filter(|quote| !quote["person"].is_null()) {
        assert!(people.iter().any(|person| person["slug"] == quote["person"]), "{quote}");
    }
    // What a spreadsheet would take for a formula.
    let csv = fs::read_to_string(desk.path("situs/data/articles.csv")).unwrap();
    assert!(csv.contains("\"'-Judul, \"\"aneh\"\"\""), "{csv}");

    desk.put("berita/archive.toml", b"data = \"tanpa\"\n");
    desk.build("berita", "situs");
    assert!(!desk.path("situs/datapackage.json").exists() && !desk.path("situs/data").exists());
    desk.put("berita/archive.toml", b"data = \"semua\"\n");
    let refused = desk.run(&["build", "berita", "-o", "situs", "--app", "app"]);
    assert_eq!(refused.status.code(), Some(1));
}

#[test]
fn a_given_clean_text_must_fit_what_was_taken_out_of_it() {
    let desk = Desk::new("");
    let bad = r#"{"id":"x","text":"Pendek.","cleaned":{"removed":[{"kind":"share","text":"Bagikan","at":99}]}}"#;
    desk.put("rusak/a.jsonl", format!("{bad}\n{{\"id\":\"y\",\"text\":\"Satu.\",\"cleaned\":{{\"apa\":1}}}}\n{{\"id\":\"z\",\"text\":\"Warga senang.\"}}\n").as_bytes());
    let built = desk.run(&["build", "rusak", "-o", "s", "--app", "app"]);
    let said = String::from_utf8_lossy(&built.stderr);
    assert_eq!(built.status.code(), Some(1), "{said}");
    assert!(said.contains("a.jsonl:1") && said.contains("a.jsonl:2") && Path::new(&desk.path("s")).exists(), "{said}");
}
