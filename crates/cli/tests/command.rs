//! The command as a publisher meets it: folders in all states go in, a site, lines and an exit code come out.
//!
//! All articles here are invented.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper of tests fails the test that calls it")]

mod common;

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

const PASAR: &str = "---\njudul: Pasar pagi dibuka\ntanggal: 2026-01-19\nsumber: Warta Uji\n---\nMETRO – “Pasar ini milik \
warga,” kata Camat Metro Pusat Sari Dewi, Senin (19/01/2026).\n\nIa menegaskan bahwa retribusi tidak naik.\n";
const AIR: &str = "---\njudul: Pipa air diganti\ntanggal: 2026-02-02\n---\n“Pipa lama bocor,” ujar Wali Kota Metro Budi \
Hartono, Senin (02/02/2026).\n";

/// A folder with a stand-in for the compiled app, and articles.
struct Desk {
    folder: TempDir,
}

/// What a run of the command gave.
struct Ran {
    code: Option<i32>,
    out: String,
    err: String,
}

impl Ran {
    /// What went wrong, by standard error: neither how far long work had come, nor what needs a look.
    fn said(&self) -> Vec<&str> {
        self.err.lines().filter(|line| !line.ends_with(" s)") && !line.starts_with("look: ")).collect()
    }

    /// All of what was printed, as one value.
    fn json_whole(&self) -> Value {
        serde_json::from_str(&self.out).unwrap()
    }

    fn json(&self) -> Vec<Value> {
        self.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }
}

impl Desk {
    fn new(articles: &[(&str, &str)]) -> Self {
        let desk = Self { folder: tempfile::tempdir().unwrap() };
        let archive = jejak_archive::write(&jejak_archive::Archive::default(), &jejak_archive::NoStem);
        for (name, bytes) in common::app(&archive) {
            desk.put(&format!("app/{name}"), bytes);
        }
        fs::create_dir(desk.path("berita")).unwrap();
        articles.iter().for_each(|(name, text)| desk.put(&format!("berita/{name}"), text));
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn put(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    fn run(&self, words: &[&str]) -> Ran {
        let done = self.command(words).output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Ran { code: done.status.code(), out: text(done.stdout), err: text(done.stderr) }
    }

    fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_jejak"));
        command.args(words).current_dir(self.folder.path());
        command
    }

    fn build(&self, articles: &str, site: &str) -> Ran {
        self.run(&["build", articles, "-o", site, "--app", "app"])
    }

    fn files(&self, folder: &str) -> BTreeMap<String, Vec<u8>> {
        let folder = self.path(folder);
        common::names(&folder).into_iter().map(|name| (name.clone(), fs::read(folder.join(name)).unwrap())).collect()
    }
}

#[test]
fn each_damage_is_one_line_and_the_good_articles_are_in_the_site() {
    let desk = Desk::new(&[("pasar.md", PASAR), ("air.md", AIR)]);
    let noise: Vec<u8> = (0..5000u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    let utf16: Vec<u8> = [0xfeff].into_iter().chain(AIR.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let broken = ["“Lampu jalan menyala,” kata ".as_bytes(), b"\xff", " Ketua RT Wiwik Astuti.\n".as_bytes()].concat();
    let long = "Warga bergotong royong membersihkan selokan di depan rumah. ".repeat(5000);
    let deep = "[".repeat(100_000);
    // What is put, and the line that tells; none where nothing is lost or left out.
    let damage: &[(&str, &[u8], &[&str])] = &[
        ("archive.toml", b"title = \"Arsip\npublisher = 3\n", &["archive.toml:1: is not valid TOML"]),
        ("foto.txt", &noise, &["foto.txt: is no text"]),
        ("kosong.txt", b"", &["kosong.txt: holds no text"]),
        ("spasi.md", b" \n\t\n", &["spasi.md: holds no text"]),
        ("nol.txt", &[0; 300], &["nol.txt: is no text"]),
        ("rusak-utf8.txt", &broken, &["rusak-utf8.txt:1: has bytes that are not UTF-8"]),
        ("utf16.md", &utf16, &[]),
        ("utf16-ganjil.md", &utf16[..utf16.len() - 1], &["utf16-ganjil.md:5: has bytes that are not UTF-16LE"]),
        ("terbuka.md", b"---\njudul: Jalan\nWarga menambal jalan.\n", &["terbuka.md:1: opens front matter"]),
        ("kepala-saja.md", b"---\njudul: Jalan\n---\n", &["kepala-saja.md: holds no text"]),
        ("tanggal.md", b"---\njudul: A\ntanggal: kapan-kapan\n---\nIsi berita.\n", &["tanggal.md:3: gives \"tanggal\""]),
        ("alamat.md", b"---\nurl: javascript:alert(1)\n---\nIsi berita.\n", &["alamat.md:2: gives \"url\""]),
        ("kunci.md", b"---\nwarna: biru\n---\nIsi berita.\n", &["kunci.md:2: has a key that is not known"]),
        ("rusak.json", b"{\n\"title\": \"A\",\n\"text\" \"B\"\n}\n", &["rusak.json:3: is not valid JSON"]),
        ("dalam.json", deep.as_bytes(), &["dalam.json:1: is not valid JSON"]),
        ("bentuk.json", b"{\"title\": \"A\"}", &["bentuk.json: holds no article"]),
        (
            "baris.jsonl",
            b"{\"id\":\"satu\",\"text\":\"Warga panen padi.\"}\n{oops\n[1]\n{\"id\":\"dua\",\"text\":\"Warga panen jagung.\"}\n",
            &["baris.jsonl:2: is not valid JSON", "baris.jsonl:3: holds no article"],
        ),
        ("panjang.txt", long.as_bytes(), &[]),
        ("folder.txt/isi.txt", b"Warga menanam pohon.\n", &[]),
        ("ganda-1.md", b"---\nid: ganda\n---\nBerita pertama.\n", &[]),
        ("ganda-2.md", b"---\nid: ganda\n---\nBerita kedua.\n", &["ganda-2.md: has the id \"ganda\""]),
        ("surat.docx", b"PK\x03\x04", &["surat.docx: is not a Word document"]),
        ("gambar.png", b"\x89PNG", &["gambar.png: is of a kind that is not read"]),
    ];
    let mut expected: Vec<&str> = Vec::new();
    for (name, bytes, lines) in damage {
        desk.put(&format!("berita/{name}"), bytes);
        expected.extend(*lines);
    }
    #[cfg(unix)]
    let _socket = {
        use std::os::unix::fs::symlink;
        symlink(".", desk.path("berita/lingkar")).unwrap();
        symlink("tidak-ada.txt", desk.path("berita/putus.txt")).unwrap();
        symlink("putar.txt", desk.path("berita/putar.txt")).unwrap();
        expected.extend(["lingkar: is a link to a folder", "putus.txt: cannot be read", "putar.txt: cannot be read"]);
        expected.push("soket.txt: is a device, a pipe or a socket");
        std::os::unix::net::UnixListener::bind(desk.path("berita/soket.txt")).unwrap()
    };
    let ran = desk.build("berita", "situs");
    assert_eq!(ran.code, Some(1), "{}", ran.err);
    for line in &expected {
        let found = ran.said().iter().filter(|said| said.starts_with(line)).count();
        assert_eq!(found, 1, "{line:?} is said {found} times:\n{}", ran.err);
    }
    assert_eq!(ran.said().len(), expected.len(), "a line that tells of no damage:\n{}", ran.err);

    let built = &ran.json()[0];
    let good = [
        "pasar",
        "air",
        "utf16",
        "utf16-ganjil",
        "rusak-utf8",
        "terbuka",
        "tanggal",
        "alamat",
        "kunci",
        "satu",
        "dua",
        "panjang",
        "isi",
        "ganda",
    ];
    for id in good {
        assert!(desk.path(&format!("situs/artikel/{id}/index.html")).is_file(), "{id} is not in the site");
    }
    assert_eq!(built["articles"], good.len() + 1, "and the second of one id, under another");
    let lost = built["lost"].as_u64().unwrap() + built["warnings"].as_u64().unwrap();
    assert_eq!(lost, expected.len() as u64);
    let hits = desk.run(&["search", "situs", "jagung"]).json();
    assert_eq!(hits.iter().map(|hit| hit["id"].as_str().unwrap()).collect::<Vec<_>>(), ["dua"]);
}

#[cfg(unix)]
#[test]
fn what_may_not_be_read_is_named_and_the_rest_goes_on() {
    use std::os::unix::fs::PermissionsExt as _;
    let desk = Desk::new(&[("pasar.md", PASAR), ("rahasia.txt", "Isi."), ("laci/isi.txt", "Isi.")]);
    for name in ["berita/rahasia.txt", "berita/laci"] {
        fs::set_permissions(desk.path(name), fs::Permissions::from_mode(0o000)).unwrap();
    }
    if fs::read(desk.path("berita/rahasia.txt")).is_ok() {
        println!("skipped: this user may read everything");
        return;
    }
    let ran = desk.build("berita", "situs");
    fs::set_permissions(desk.path("berita/laci"), fs::Permissions::from_mode(0o700)).unwrap();
    assert_eq!(ran.code, Some(1));
    for name in ["rahasia.txt", "laci"] {
        assert!(ran.said().iter().any(|line| line.starts_with(&format!("{name}: cannot be read"))), "{}", ran.err);
    }
    assert!(desk.path("situs/artikel/pasar/index.html").is_file());
}

#[test]
fn what_is_only_left_unread_does_not_fail() {
    let desk = Desk::new(&[("pasar.md", &PASAR.replace("sumber: Warta Uji", "warna: biru"))]);
    let ran = desk.build("berita", "situs");
    assert_eq!((ran.code, ran.said().len()), (Some(0), 1), "{}", ran.err);
    assert!(ran.err.starts_with("pasar.md:4: "), "{}", ran.err);
    assert_eq!((ran.json()[0]["lost"].as_u64(), ran.json()[0]["warnings"].as_u64()), (Some(0), Some(1)));
}

#[test]
fn with_nothing_readable_the_old_site_stays_and_no_new_one_comes() {
    let desk = Desk::new(&[("pasar.md", PASAR)]);
    assert_eq!(desk.build("berita", "situs").code, Some(0));
    let before = desk.files("situs");
    fs::create_dir(desk.path("kosong")).unwrap();
    desk.put("rusak/a.json", "{");
    desk.put("rusak/b.txt", [0; 99]);
    for (articles, lines) in [("kosong", 1), ("rusak", 3), ("tidak-ada", 1)] {
        for site in ["situs", "baru"] {
            let ran = desk.build(articles, site);
            assert_eq!((ran.code, ran.said().len()), (Some(1), lines), "{}", ran.err);
            assert!(ran.err.contains(articles) && ran.out.is_empty(), "{}", ran.err);
        }
    }
    assert_eq!(desk.files("situs"), before);
    assert!(!desk.path("baru").exists());
}

#[test]
fn without_a_fitting_app_it_says_what_to_run() {
    let desk = Desk::new(&[("pasar.md", PASAR)]);
    desk.put("lama/index.html", "");
    let old = jejak_archive::write(&jejak_archive::Archive::default(), &jejak_archive::NoStem);
    let version = [&old[..8], &99u32.to_le_bytes(), &old[12..]].concat();
    for (name, bytes) in common::app(&version) {
        desk.put(&format!("lama/{name}"), bytes);
    }
    for words in [&[][..], &["--app", "tidak-ada"], &["--app", "lama"]] {
        let ran = desk.run(&[&["build", "berita", "-o", "situs"], words].concat());
        assert_eq!(ran.code, Some(1));
        assert!(ran.err.contains("cargo xtask build"), "{}", ran.err);
        assert!(!desk.path("situs").exists());
    }
    // Where a checkout leaves the app it is found, from a folder inside it too.
    fs::create_dir(desk.path("target")).unwrap();
    fs::rename(desk.path("app"), desk.path("target/site-staged")).unwrap();
    let ran = desk.command(&["build", ".", "-o", "../situs"]).current_dir(desk.path("berita")).output().unwrap();
    assert!(ran.status.success() && desk.path("situs/index.html").is_file());
}

#[test]
fn two_builds_of_the_same_articles_are_the_same_bytes() {
    let articles =
        [("pasar.md", PASAR), ("air.md", AIR), ("dalam/c.txt", "Warga panen."), ("archive.toml", "title='A'")];
    let desk = Desk::new(&articles);
    // The second build from one folder finds the lock of the first. Written in another order, which a folder may list them in.
    articles.iter().rev().for_each(|(name, text)| desk.put(&format!("salinan/{name}"), text));
    for (from, to) in [("berita", "satu"), ("berita", "dua"), ("salinan", "tiga"), ("berita", "dua")] {
        assert_eq!(desk.build(from, to).code, Some(0));
    }
    let one = desk.files("satu");
    assert!(one.len() > 8);
    assert!(one == desk.files("dua") && one == desk.files("tiga"));
}

#[test]
fn a_file_of_lines_takes_its_settings_from_beside_it() {
    let desk = Desk::new(&[]);
    desk.put("data/semua.jsonl", "{\"id\":\"a\",\"title\":\"Panen\",\"text\":\"Warga panen.\"}\n{\"id\":\"b\"}\n");
    desk.put("data/archive.toml", "title = \"Arsip Baris\"\n");
    let ran = desk.build("data/semua.jsonl", "situs");
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.starts_with("data/semua.jsonl:2: holds no article"), "{}", ran.err);
    let page = fs::read_to_string(desk.path("situs/artikel/a/index.html")).unwrap();
    assert!(page.contains("<title>Panen · Arsip Baris</title>"));
}

#[test]
fn search_prints_the_contract_from_a_site_and_from_an_archive() {
    let desk = Desk::new(&[("pasar.md", PASAR), ("air.md", AIR)]);
    for number in 0..30 {
        desk.put(&format!("berita/panen-{number:02}.txt"), format!("Warga desa {number} panen padi.\n"));
    }
    assert_eq!(desk.build("berita", "situs").code, Some(0));
    let ran = desk.run(&["search", "situs", "pasar warga"]);
    let line = ran.out.lines().next().unwrap();
    let fields = ["query", "id", "title", "date", "score", "snippet"];
    let places: Vec<_> = fields.iter().map(|field| line.find(&format!("\"{field}\":")).unwrap()).collect();
    assert!(places.is_sorted() && ran.json()[0].as_object().unwrap().len() == fields.len(), "{line}");
    let first = &ran.json()[0];
    assert_eq!((first["id"].as_str(), first["date"].as_str()), (Some("pasar"), Some("2026-01-19")));
    assert!(first["score"].as_u64() > Some(0) && first["snippet"].as_str().unwrap().contains("milik warga"));

    for (limit, count) in [("1", 1), ("20", 20), ("25", 25), ("100", 30)] {
        let hits = desk.run(&["search", "situs", "panen", "--limit", limit]).json();
        let mut ids: Vec<_> = hits.iter().map(|hit| hit["id"].to_string()).collect();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), count, "--limit {limit}");
    }
    desk.put("tanya.txt", "pipa bocor\n\nzzzz\nretribusi\n");
    let hits = desk.run(&["search", "situs", "--queries", "tanya.txt", "--limit", "1"]).json();
    let asked: Vec<_> = hits.iter().map(|hit| (hit["query"].as_str().unwrap(), hit["id"].as_str().unwrap())).collect();
    assert_eq!(asked, [("pipa bocor", "air"), ("retribusi", "pasar")]);

    let told = desk.run(&["search", "situs", "pasar warga", "--explain"]).json();
    let (hit, why) = (&told[0], &told[0]["explain"]);
    let adds: u64 = why["words"].as_array().unwrap().iter().map(|word| word["adds"].as_u64().unwrap()).sum();
    let sum = adds + why["closeness"].as_u64().unwrap() + why["title"].as_u64().unwrap();
    assert!(sum.abs_diff(hit["score"].as_u64().unwrap()) <= 4 && sum > 0, "{hit}");

    let pressed = jejak_press::press_folder(&desk.path("berita")).unwrap();
    desk.put("arsip.bin", jejak_archive::write(&pressed.archive, &jejak_press::stem::Indonesian));
    assert_eq!(desk.run(&["search", "arsip.bin", "pasar warga"]).out, ran.out);
    for wrong in ["berita", "tidak-ada", "berita/pasar.md"] {
        let refused = desk.run(&["search", wrong, "pasar"]);
        assert_eq!((refused.code, refused.said().len()), (Some(1), 1), "{wrong}: {}", refused.err);
    }
}

#[test]
fn a_list_is_exported_whole_with_what_it_is_a_list_of() {
    let desk = Desk::new(&[("pasar.md", PASAR), ("air.md", AIR)]);
    for number in 0..30 {
        let text = format!("“Panen {number} berhasil,” kata Lurah Sumber Rejo Tono Wibowo.\n");
        desk.put(&format!("berita/panen-{number:02}.txt"), text);
    }
    desk.put(
        "berita/archive.toml",
        "title = \"Arsip Uji\"\nlicence = \"CC BY 4.0\"\nbase_url = \"https://arsip.example/\"\n",
    );
    assert_eq!(desk.build("berita", "situs").code, Some(0));

    // Articles: as many as are found, in the order in which they are.
    let whole = &desk.run(&["export", "situs", "panen", "--filter", "urut=terlama"]).json_whole();
    let found = desk.run(&["search", "situs", "panen", "--limit", "100"]).json();
    let ids = |rows: &[Value], name: &str| {
        let mut ids: Vec<String> = rows.iter().map(|row| row[name].as_str().unwrap().to_owned()).collect();
        ids.sort();
        ids
    };
    let rows = whole["rows"].as_array().unwrap();
    assert_eq!((rows.len(), ids(rows, "article_id")), (30, ids(&found, "id")));
    let ran = desk.run(&["export", "situs", "panen", "--as", "ndjson"]).json();
    let order: Vec<_> = ran[1..].iter().map(|row| row["article_id"].as_str().unwrap()).collect();
    assert_eq!(order, found.iter().map(|hit| hit["id"].as_str().unwrap()).collect::<Vec<_>>());

    // What it is a list of.
    let head = &whole["head"];
    assert_eq!((head["archive"].as_str(), head["licence"].as_str()), (Some("Arsip Uji"), Some("CC BY 4.0")));
    assert_eq!(
        (head["query"].as_str(), head["rows"].as_u64(), head["answers"].as_u64()),
        (Some("panen"), Some(30), Some(30))
    );
    assert_eq!(head["filters"], serde_json::json!([{"name": "urut", "value": "terlama"}]));
    assert_eq!(head["list"], "https://arsip.example/?q=panen&urut=terlama");
    assert_eq!(head["stamp"], desk.run(&["inspect", "situs"]).json()[0]["stamp"]);

    // Statements, by who speaks.
    let asked = ["export", "situs", "--statements", "--filter", "tokoh=sari-dewi", "--filter", "ragam=langsung"];
    let said = desk.run(&[&asked[..], &["--as", "csv"]].concat());
    let mut table = csv::Reader::from_reader(said.out.as_bytes());
    let row = table.deserialize::<BTreeMap<String, String>>().next().unwrap().unwrap();
    assert_eq!(row["words"], "Pasar ini milik warga");
    assert_eq!((&*row["speaker"], &*row["date"], &*row["rows"]), ("Sari Dewi", "2026-01-19", "1"));
    assert_eq!(row["filters"], "tokoh=sari-dewi; ragam=langsung");
    assert_eq!(row["list"], "https://arsip.example/kutipan/?tokoh=sari-dewi&ragam=langsung");
    assert!(row["link"].starts_with("https://arsip.example/artikel/pasar/#k-"), "{}", row["link"]);
    let entries = desk.run(&[&asked[..], &["--as", "bibtex"]].concat()).out;
    assert!(entries.starts_with("@article{pasar-k-") && entries.contains("Warta Uji"), "{entries}");
    assert!(desk.run(&[&asked[..], &["--as", "ris"]].concat()).out.ends_with("ER  - \r\n"));
    assert_eq!(desk.run(&[&asked[..], &["--as", "csl"]].concat()).json_whole()[0]["type"], "article-newspaper");
    let few = desk.run(&["export", "situs", "--statements", "--limit", "3"]).json_whole();
    assert_eq!((few["head"]["rows"].as_u64(), few["head"]["answers"].as_u64() > Some(30)), (Some(3), true));

    for wrong in ["tokoh", "tokoh=", "warna=merah", "sejak=kemarin", "ragam=langsung", "q=pasar"] {
        let refused = desk.run(&["export", "situs", "--filter", wrong]);
        assert_eq!((refused.code, refused.said().len()), (Some(2), 1), "{wrong}: {}", refused.err);
    }
    assert_eq!(desk.run(&["export", "situs", "--as", "pdf"]).code, Some(2));
    assert_eq!(desk.run(&["export", "berita"]).code, Some(1));
}

#[test]
fn a_site_in_parts_is_searched_and_inspected_as_one_that_carries_its_archive() {
    let desk = Desk::new(&[("pasar.md", PASAR), ("air.md", AIR)]);
    assert_eq!(desk.build("berita", "situs").code, Some(0));
    let ran = desk.run(&["build", "berita", "-o", "bagian", "--app", "app", "--parts"]);
    assert_eq!((ran.code, ran.json()[0]["in_parts"].as_bool()), (Some(0), Some(true)));
    let files = desk.files("bagian");
    assert!(files.keys().filter(|name| name.starts_with("bagian/")).count() > 5 && files.contains_key("bagian.txt"));
    for words in [&["search"][..], &["inspect"]] {
        let ask = |site| desk.run(&[words, &[site], if words[0] == "search" { &["pipa"][..] } else { &[] }].concat());
        let (whole, parts) = (ask("situs"), ask("bagian"));
        assert_eq!((parts.code, parts.json()), (Some(0), whole.json()));
    }
    // The loader lets come along what each section begins with.
    let loader = std::fs::read_to_string(desk.path("bagian/muat.js")).unwrap();
    let line = loader.lines().find_map(|line| line.trim().strip_prefix("const entry = ")).unwrap();
    let entry: serde_json::Value = serde_json::from_str(line.trim_end_matches(';')).unwrap();
    let begins = |section: &str| -> Vec<String> {
        let paths = entry["begins"][section].as_array().unwrap().iter();
        let name = |path: &str| path.trim_start_matches("./bagian/").split('-').next().unwrap().to_owned();
        paths.map(|path| name(path.as_str().unwrap())).collect()
    };
    assert_eq!(begins(""), ["core", "columns", "text"]);
    assert_eq!(begins("?"), ["head"]);
    assert_eq!(begins("linimasa"), ["core", "columns"]);
    assert_eq!(begins("*"), ["core"]);
    assert_eq!(begins("tokoh"), ["core", "columns"]);
    assert!(begins("kutipan").contains(&"statements".to_owned()));
    let part = files.keys().find(|name| name.starts_with("bagian/text-")).unwrap();
    desk.put(&format!("bagian/{part}"), b"rusak");
    let ran = desk.run(&["search", "bagian", "pipa"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.contains("expected"), "{}", ran.err);
}

/// What a page says of itself as data.
fn data(page: &str) -> Value {
    let start = page.split_once("<script type=\"application/ld+json\">").unwrap().1;
    serde_json::from_str(start.split_once("</script>").unwrap().0).unwrap()
}

#[test]
fn a_page_stands_without_the_app_and_says_what_it_is() {
    let hostile = AIR.replace("Pipa air diganti", "Pipa </script><b onclick=x>air</b>");
    let desk = Desk::new(&[("pasar.md", PASAR), ("air.md", &hostile)]);
    let address = "https://arsip.example/metro/";
    desk.put("berita/archive.toml", format!("title = \"Arsip Uji\"\nbase_url = \"{address}\"\n"));
    assert_eq!(desk.build("berita", "situs").code, Some(0));
    let page = |path: &str| fs::read_to_string(desk.path(&format!("situs/{path}index.html"))).unwrap();
    let pasar = page("artikel/pasar/");
    assert!(pasar.contains("retribusi tidak naik") && pasar.contains("data-speaker"), "{pasar}");
    let said = data(&pasar);
    assert_eq!(said["url"], format!("{address}artikel/pasar/"));
    assert_eq!(
        (&said["mainEntity"]["@type"], &said["mainEntity"]["datePublished"]),
        (&"NewsArticle".into(), &"2026-01-19".into())
    );
    // What was reported in other words is no quotation.
    let quotes = said["hasPart"].as_array().unwrap();
    assert_eq!(quotes.len(), 1);
    assert_eq!(
        (&quotes[0]["text"], &quotes[0]["spokenByCharacter"]["name"]),
        (&"Pasar ini milik warga".into(), &"Sari Dewi".into())
    );
    assert_eq!(said["breadcrumb"]["itemListElement"][1]["name"], "Pasar pagi dibuka");
    let air = page("artikel/air/");
    assert!(!air.contains("<b onclick"), "{air}");
    assert_eq!(data(&air)["name"], "Pipa </script><b onclick=x>air</b>");
    let person = data(&page("tokoh/sari-dewi/"));
    assert_eq!((&person["@type"], &person["mainEntity"]["name"]), (&"ProfilePage".into(), &"Sari Dewi".into()));
    assert_eq!(data(&page(""))["temporalCoverage"], "2026-01-19/2026-02-02");
    let read = |name: &str| fs::read_to_string(desk.path(&format!("situs/{name}"))).unwrap();
    assert!(read("sitemap.xml").contains(&format!("<loc>{address}artikel/air/</loc><lastmod>2026-02-02</lastmod>")));
    let feed = read("umpan.xml");
    assert!(feed.find("artikel/air/").unwrap() < feed.find("artikel/pasar/").unwrap(), "{feed}");
    assert_eq!(serde_json::from_str::<Value>(&read("umpan.json")).unwrap()["items"][1]["title"], "Pasar pagi dibuka");
    // Without a full address none is named.
    fs::remove_file(desk.path("berita/archive.toml")).unwrap();
    assert_eq!(desk.build("berita", "situs").code, Some(0));
    assert!(!desk.path("situs/sitemap.xml").exists() && !desk.path("situs/umpan.xml").exists());
    assert!(data(&page("artikel/pasar/")).get("url").is_none() && !page("").contains("umpan.xml"));
}

#[test]
fn inspect_counts_what_is_there() {
    let desk = Desk::new(&[("pasar.md", PASAR), ("air.md", AIR), ("c.txt", "Warga panen padi.")]);
    assert_eq!(desk.build("berita", "situs").code, Some(0));
    let ran = desk.run(&["inspect", "situs"]);
    let seen = &ran.json()[0];
    assert_eq!((seen["articles"].as_u64(), seen["dated"].as_u64()), (Some(3), Some(2)));
    assert_eq!((seen["from"].as_str(), seen["to"].as_str()), (Some("2026-01-19"), Some("2026-02-02")));
    let quotes = &seen["quotes"];
    assert_eq!((quotes["direct"].as_u64(), quotes["reported"].as_u64()), (Some(2), Some(1)), "{quotes}");
    assert_eq!((quotes["total"].as_u64(), quotes["attributed"].as_u64()), (Some(3), Some(3)), "{quotes}");
    assert_eq!((seen["people"].as_u64(), seen["sources"].as_u64()), (Some(2), Some(1)));
    let parts: u64 = seen["parts"].as_object().unwrap().values().map(|part| part["bytes"].as_u64().unwrap()).sum();
    let bytes = seen["bytes"].as_u64().unwrap();
    assert!(parts < bytes && bytes < parts + 1000, "the parts are all but the frame: {parts} of {bytes}");
    assert_eq!(seen["stamp"].as_str().unwrap().len(), 32);
    assert_eq!(desk.run(&["inspect", "berita"]).out, ran.out, "a folder, pressed for it, is the same archive");
}

#[test]
fn who_says_it_most_is_said_by_hundred_articles() {
    let desk = Desk::new(&[("pasar.md", PASAR), ("air.md", AIR)]);
    let said = |day: u32| {
        format!(
            "“Pasar ini milik warga, dan pipa nomor {day} diganti,” kata Camat Metro Pusat Sari Dewi, {day}/3/2026.\n"
        )
    };
    (1..4).for_each(|day| desk.put(&format!("berita/kabar-{day}.txt"), said(day)));
    // What was said on the third is printed once more.
    desk.put("berita/kabar-4.txt", said(3).replace("3/3/2026", "4/3/2026"));
    assert_eq!(desk.build("berita", "situs").code, Some(0));
    let told = desk.run(&["search", "situs", "pipa", "--speakers"]).json();
    let line = |at: usize| {
        let one = &told[at];
        let number = |field: &str| one[field].as_f64().unwrap();
        (one["slug"].as_str().unwrap(), ["statements", "said_in", "articles", "per_100_articles"].map(number))
    };
    assert_eq!(told.len(), 2, "{told:?}");
    assert_eq!(line(0), ("sari-dewi", [3.0, 4.0, 5.0, 80.0]), "one statement stands in two articles");
    assert_eq!(line(1), ("budi-hartono", [1.0, 1.0, 1.0, 100.0]));
    assert_eq!(desk.run(&["search", "situs", "pipa", "--speakers", "--limit", "1"]).json(), told[..1]);
    assert_eq!(desk.run(&["search", "situs", "zzzz", "--speakers"]).out, "");
}

#[test]
fn what_is_printed_more_than_once_is_listed_with_its_differences() {
    let release = |day: u32, who: &str| {
        format!(
            "---\njudul: Kabar {day}\ntanggal: 2026-03-{day:02}\nsumber: {who}\n---\n“Pasar ini milik semua warga kota,” kata Camat Metro \
             Pusat Sari Dewi, Senin. Pedagang kembali membuka kios sejak pagi dan pembeli datang dari lima kelurahan, sementara \
             petugas mengatur kendaraan di jalan depan pasar hingga {who} pulang sore harinya.\n"
        )
    };
    let desk = Desk::new(&[("air.md", AIR)]);
    desk.put("berita/b.md", release(4, "Warta Uji"));
    desk.put("berita/a.md", release(3, "Kabar Uji"));
    assert_eq!(desk.build("berita", "situs").code, Some(0));
    let told = desk.run(&["inspect", "situs", "--copies"]);
    let group = &told.json()[0];
    assert_eq!((group["first"]["id"].as_str(), group["copies"][0]["id"].as_str()), (Some("a"), Some("b")), "{group}");
    let differs = group["copies"][0]["differs"].as_array().unwrap();
    assert_eq!(differs.len(), 1, "{group}");
    let text = release(4, "Warta Uji");
    let text = text.rsplit("---\n").next().unwrap();
    let at = |end: usize| differs[0][end].as_u64().unwrap() as usize;
    assert_eq!(&text[at(0)..at(1)], "Warta");
    assert_eq!(desk.run(&["inspect", "berita", "--copies"]).out, told.out, "a folder says the same");
    let said = desk.run(&["inspect", "situs", "--printings"]).json();
    assert_eq!((said.len(), said[0]["speaker"].as_str()), (1, Some("Sari Dewi")), "{said:?}");
    assert_eq!(said[0]["text"].as_str(), Some("Pasar ini milik semua warga kota"));
    let ids: Vec<_> = said[0]["printings"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["a", "b"]);
}

#[test]
fn misuse_is_told_from_failure() {
    let desk = Desk::new(&[("pasar.md", PASAR)]);
    for words in [
        &["build", "berita"][..],
        &["build", "berita", "-o", "berita/situs", "--app", "app"],
        &["build", "berita", "-o", ".", "--app", "app"],
        &["search", "situs"],
        &["search", "situs", "a", "--queries", "b"],
        &["search", "situs", "a", "--limit", "0"],
        &["serve", "situs", "--port", "http"],
        &["cetak"],
    ] {
        let ran = desk.run(words);
        assert_eq!(ran.code, Some(2), "{words:?}: {}", ran.err);
        assert!(!ran.err.is_empty() && ran.out.is_empty());
    }
    assert_eq!(common::names(&desk.path("berita")), ["pasar.md"]);
    assert_eq!(desk.run(&["build", "--help"]).code, Some(0));
    // A folder that is no site is not overwritten.
    desk.put("surat/penting.txt", "x");
    assert_eq!(desk.build("berita", "surat").code, Some(1));
    assert!(desk.path("surat/penting.txt").is_file());
}

#[test]
fn serve_prints_its_address_and_answers_compressed() {
    let desk = Desk::new(&[("pasar.md", PASAR)]);
    assert_eq!(desk.build("berita", "situs").code, Some(0));
    let mut server = desk.command(&["serve", "situs", "--port", "0"]).stdout(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(server.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let answer = get(&line);
    server.kill().unwrap();
    server.wait().unwrap();
    let answer = answer.unwrap_or_else(|| panic!("no answer at the address in {line:?}"));
    assert!(answer.starts_with("HTTP/1.1 200") && answer.contains("content-encoding: gzip"), "{answer}");
    assert_eq!(desk.run(&["serve", "berita"]).code, Some(1));
}

/// The start page, from the address that a line holds.
fn get(line: &str) -> Option<String> {
    let address = line.split("http://").nth(1)?.split('/').next()?;
    let mut stream = TcpStream::connect(address).ok()?;
    let request = format!("GET / HTTP/1.1\r\nHost: {address}\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).ok()?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).ok()?;
    Some(String::from_utf8_lossy(&answer).into_owned())
}

/// Where it stands beside the checkout, a real folder of articles goes the whole way.
#[test]
fn the_shared_articles_become_a_site() {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/articles");
    if !shared.is_dir() {
        println!("skipped: there is no ../shared/articles beside the checkout");
        return;
    }
    let desk = Desk::new(&[]);
    // A copy, because a build leaves its lock with the articles.
    let mut count = 0;
    for file in shared.read_dir().unwrap() {
        let path = file.unwrap().path();
        desk.put(&format!("berita/{}", path.file_name().unwrap().display()), fs::read(&path).unwrap());
        count += 1;
    }
    let ran = desk.build("berita", "situs");
    assert_eq!((ran.code, ran.said().len()), (Some(0), 0));
    assert_eq!(ran.json()[0]["articles"], count);
    assert_eq!(desk.path("situs/artikel").read_dir().unwrap().count(), count);
}
