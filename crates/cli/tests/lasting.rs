//! A site that grows keeps its links, and says what its keepers say of it.
//!
//! All articles here are invented.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper of tests fails the test that calls it")]

mod common;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use jejak_app::render;
use jejak_app::state::library::Library;
use jejak_archive::Outcome;
use tempfile::TempDir;

const FIRST: [(&str, &str); 4] = [
    (
        "pasar/resmi.md",
        "---\njudul: Pasar dibuka\ntanggal: 2026-01-19\n---\n“Pasar ini milik warga,” kata Camat Metro Pusat, Sari Dewi, \
         Senin (19/01/2026). “Kami siap,” tambahnya.\n\nIa menegaskan bahwa retribusi tidak naik. “Kami siap,” \
         tutupnya.\n",
    ),
    ("a.txt", "“Air lancar,” kata Camat Metro Barat, Dewi Lestari, Selasa (20/01/2026).\n"),
    ("b.txt", "“Pipa baru,” kata Camat Metro Barat, Rini Dewi, Rabu (21/01/2026).\n"),
    ("data.jsonl", "{\"id\":\"n1\",\"title\":\"Panen\",\"text\":\"Warga panen padi, beras, dan jagung.\"}\n"),
];

/// A longer form of a name, a name that makes one person of two, a second file of one name and of one title, a second
/// line of one id.
const LATER: [(&str, &str); 4] = [
    (
        "2026/resmi.md",
        "---\njudul: Pasar dibuka\ntanggal: 2026-03-02\n---\n“Terima kasih,” kata Camat Metro Pusat, Sari Dewi Anggraini, \
         Senin (02/03/2026).\n",
    ),
    ("c.txt", "“Air mengalir,” kata Camat Metro Barat, Rini Dewi Lestari, Kamis (22/01/2026).\n"),
    ("a.jsonl", "{\"id\":\"n1\",\"title\":\"Panen\",\"text\":\"Warga panen kopi.\"}\n"),
    ("resmi.txt", "Gedung serbaguna dibuka untuk warga.\n"),
];

struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new(articles: &[(&str, &str)]) -> Self {
        let desk = Self { folder: tempfile::tempdir().unwrap() };
        let archive = jejak_archive::write(&jejak_archive::Archive::default(), &jejak_archive::NoStem);
        for (name, bytes) in common::app(&archive) {
            desk.put(&format!("app/{name}"), &bytes);
        }
        articles.iter().for_each(|(name, text)| desk.put(&format!("berita/{name}"), text.as_bytes()));
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn put(&self, name: &str, bytes: &[u8]) {
        fs::create_dir_all(self.path(name).parent().unwrap()).unwrap();
        fs::write(self.path(name), bytes).unwrap();
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    fn run(&self, words: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_jejak")).args(words).current_dir(self.folder.path()).output().unwrap()
    }

    /// Builds a site; returns the exit code and what was said of problems.
    fn build(&self, articles: &str, site: &str) -> (Option<i32>, Vec<String>) {
        let done = self.run(&["build", articles, "-o", site, "--app", "app"]);
        let said = String::from_utf8(done.stderr).unwrap();
        let problems = said.lines().filter(|line| !line.ends_with(" s)") && !line.starts_with("look: "));
        (done.status.code(), problems.map(str::to_owned).collect())
    }

    /// The archive that a site carries.
    fn library(&self, site: &str) -> Library {
        let mut files = fs::read_dir(self.path(site)).unwrap().map(|file| file.unwrap().path());
        let module = files.find(|path| path.extension().is_some_and(|ending| ending == "wasm")).unwrap();
        let module = fs::read(module).unwrap();
        Library::open(jejak_cli::site::wasm::section(&module, jejak_cli::site::SECTION).unwrap().to_vec()).unwrap()
    }
}

/// Every address of a site that a reader can copy: pages, statements inside them, and filters.
fn addresses(library: &Library) -> BTreeSet<String> {
    let mut all: BTreeSet<String> =
        render::addresses(library).iter().map(|location| location.href().trim_start_matches("./").to_owned()).collect();
    for index in 0..library.len() {
        let Outcome::Ready(article) = library.article(index) else { panic!("the archive is whole") };
        all.extend(article.quotes.iter().map(|quote| format!("artikel/{}/#{}", article.id, quote.anchor)));
    }
    all.extend(library.people().iter().map(|person| format!("?tokoh={}", person.slug)));
    all
}

/// Visits an address: its file is there, and what it names is in the archive, or its page leads on to one of which that
/// is true.
fn visit(site: &Path, library: &Library, address: &str) -> Result<(), String> {
    if let Some(slug) = address.strip_prefix("?tokoh=") {
        let found = library.record(jejak_archive::query::FacetKind::Person, slug, 0);
        let there = matches!(found, Outcome::Ready(Some(_)));
        return there.then_some(()).ok_or(format!("{address} filters by nobody"));
    }
    let (path, anchor) = address.split_once('#').unwrap_or((address, ""));
    let page = fs::read_to_string(site.join(path).join("index.html")).map_err(|error| format!("{address}: {error}"))?;
    if let Some((_, to)) = page.split_once("content=\"0; url=") {
        let to = to.split('"').next().unwrap_or_default();
        assert!(to.starts_with("../../"), "{address} leads to {to}, which hangs on a prefix");
        return visit(site, library, to.trim_start_matches("../"));
    }
    assert!(page.contains("muat.js"), "{address} is no page of the app");
    if anchor.is_empty() {
        return Ok(());
    }
    let id = path.trim_start_matches("artikel/").trim_end_matches('/');
    let article = library.find(id).map(|index| library.article(index));
    let Some(Outcome::Ready(article)) = article else { return Err(format!("{address}: no article {id}")) };
    let there = article.quotes.iter().any(|quote| quote.anchor == anchor);
    if there { Ok(()) } else { Err(format!("{address}: no such statement")) }
}

#[test]
fn every_link_of_a_site_is_alive_in_the_next_one() {
    let desk = Desk::new(&FIRST);
    assert_eq!(desk.build("berita", "situs"), (Some(0), vec![]));
    let links = addresses(&desk.library("situs"));
    assert!(links.len() > 15, "{links:#?}");
    LATER.iter().for_each(|(name, text)| desk.put(&format!("berita/{name}"), text.as_bytes()));
    let (code, said) = desk.build("berita", "situs");
    assert_eq!((code, said.len()), (Some(0), 1), "the second line of one id: {said:?}");
    let library = desk.library("situs");
    let dead: Vec<String> = links.iter().filter_map(|link| visit(&desk.path("situs"), &library, link).err()).collect();
    assert!(dead.is_empty(), "{dead:#?}");
    assert!(addresses(&library).len() > links.len());
    assert!(desk.path("situs/tokoh/rini-dewi/index.html").is_file(), "one of two who are one");
    assert_eq!(library.former().len(), 1);

    // Without the lock some would be dead.
    fs::remove_file(desk.path("berita/jejak.lock")).unwrap();
    desk.build("berita", "tanpa");
    let library = desk.library("tanpa");
    let dead = links.iter().filter(|link| visit(&desk.path("tanpa"), &library, link).is_err()).count();
    assert!(dead >= 3, "{dead}");
}

#[test]
fn the_lock_lies_with_the_articles_and_only_a_site_that_was_written_changes_it() {
    let desk = Desk::new(&FIRST);
    let lock = || fs::read(desk.path("berita/jejak.lock")).ok();
    let refused = desk.run(&["build", "berita", "-o", "situs", "--app", "tidak-ada"]);
    assert_eq!((refused.status.code(), lock()), (Some(1), None), "no app, no site, no lock");
    desk.put("penuh/surat.txt", b"x");
    assert_eq!((desk.build("berita", "penuh").0, lock()), (Some(1), None), "no site was written");
    desk.build("berita", "situs");
    let first = lock();
    assert!(first.is_some());
    desk.build("berita", "situs");
    assert_eq!(lock(), first);
    assert_eq!(
        desk.path("berita").read_dir().unwrap().count(),
        6,
        "the articles, the lock and what is kept, no working file"
    );

    // Of a single file it lies beside that file, and does not tell how the file was named.
    desk.put("data/semua.jsonl", FIRST[3].1.as_bytes());
    desk.build("data/semua.jsonl", "satu");
    let beside = desk.text("data/jejak.lock");
    assert!(beside.contains("n1 = [\"semua.jsonl\""), "{beside}");
    desk.build("./data/../data/semua.jsonl", "satu");
    assert_eq!(desk.text("data/jejak.lock"), beside);
}

#[test]
fn a_damaged_lock_is_named_and_left_as_it_is() {
    let desk = Desk::new(&FIRST);
    desk.build("berita", "situs");
    let damaged = desk.text("berita/jejak.lock").replace("[people]\n", "[people]\n<<<<<<< satu\n");
    let line = damaged.lines().position(|line| line.starts_with("<<<")).unwrap() + 1;
    desk.put("berita/jejak.lock", damaged.as_bytes());
    let (code, said) = desk.build("berita", "situs");
    assert_eq!((code, said.len()), (Some(1), 1), "{said:?}");
    assert!(said[0].starts_with(&format!("jejak.lock:{line}: cannot be read")), "{said:?}");
    assert_eq!(desk.text("berita/jejak.lock"), damaged);
    assert!(desk.path("situs/artikel/resmi/index.html").is_file(), "the rest goes on");
}

#[cfg(unix)]
#[test]
fn a_lock_that_cannot_be_written_is_said_and_the_site_is_there() {
    use std::os::unix::fs::PermissionsExt as _;
    let desk = Desk::new(&FIRST);
    fs::set_permissions(desk.path("berita"), fs::Permissions::from_mode(0o555)).unwrap();
    if fs::write(desk.path("berita/coba"), "").is_ok() {
        println!("skipped: this user may write everywhere");
        return;
    }
    let (code, said) = desk.build("berita", "situs");
    fs::set_permissions(desk.path("berita"), fs::Permissions::from_mode(0o755)).unwrap();
    assert_eq!((code, said.len()), (Some(0), 1), "{said:?}");
    assert!(said[0].contains("jejak.lock: cannot be written"), "{said:?}");
}

#[test]
fn a_site_says_what_its_settings_say() {
    let desk = Desk::new(&FIRST);
    let with = |settings: &str| {
        desk.put("berita/archive.toml", settings.as_bytes());
        desk.build("berita", "situs")
    };
    assert_eq!(with("title = 'Arsip \"Uji\" & Coba'\n"), (Some(0), vec![]));
    let plain = desk.text("situs/artikel/resmi/index.html");
    assert!(!plain.contains("canonical") && !plain.contains("og:url"), "no address is known");
    assert!(plain.contains("<meta property=\"og:site_name\" content=\"Arsip &quot;Uji&quot; &amp; Coba\">"), "{plain}");
    assert!(plain.contains("<meta property=\"og:description\" content=\"“Pasar ini milik warga,” kata"), "{plain}");

    let logo = b"<svg xmlns='http://www.w3.org/2000/svg'/>";
    desk.put("berita/gambar/l.svg", logo);
    let settings = "base_url = 'https://contoh.example/arsip'\naccent = '#ffdd00'\nlogo = 'gambar/l.svg'\n\
                    description = 'Isi.'\n[[correction]]\narticle = 'a'\nwords = 'Air lancar'\nspeaker = 'Joko Susilo'\n";
    let (code, said) = with(settings);
    assert_eq!((code, said.len()), (Some(0), 1), "{said:?}");
    assert!(said[0].starts_with("archive.toml:2: gives \"accent\" the colour #ffdd00"), "{said:?}");
    for (page, address) in [("", ""), ("artikel/resmi/", "artikel/resmi/"), ("tentang/", "tentang/")] {
        let html = desk.text(&format!("situs/{page}index.html"));
        let address = format!("https://contoh.example/arsip/{address}");
        assert!(html.contains(&format!("<link rel=\"canonical\" href=\"{address}\">")), "{html}");
        assert!(html.contains(&format!("<meta property=\"og:url\" content=\"{address}\">")), "{html}");
        assert!(!html.contains("style=") && !html.contains("<style"), "{html}");
    }
    let names = common::names(&desk.path("situs"));
    let style = names.iter().find(|name| name.ends_with(".css")).unwrap();
    let rules = desk.text(&format!("situs/{style}"));
    assert!(rules.contains("--accent: light-dark(#") && !rules.contains("--accent: light-dark(#ffdd00"), "{rules}");
    let library = desk.library("situs");
    let name = library.meta().logo.clone().unwrap();
    assert_eq!(fs::read(desk.path("situs").join(name)).unwrap(), logo);
    assert!(desk.path("situs/tokoh/joko-susilo/index.html").is_file(), "the corrected speaker has a page");

    let (code, said) =
        with("logo = 'gambar/l.svg'\n[[correction]]\narticle = 'a'\nwords = 'Tidak ada'\nspeaker = 'Joko Susilo'\n");
    assert_eq!((code, said.len()), (Some(1), 1), "a correction that was not made fails: {said:?}");
}

#[test]
fn new_makes_a_folder_that_builds_and_overwrites_nothing() {
    let desk = Desk::new(&[]);
    assert_eq!(desk.run(&["new", "arsip/saya"]).status.code(), Some(0));
    assert_eq!(desk.build("arsip/saya", "situs"), (Some(0), vec![]));
    assert!(desk.library("situs").quotes() >= 2);
    desk.put("arsip/saya/archive.toml", b"title = 'Punya saya'");
    let again = desk.run(&["new", "arsip/saya"]);
    assert_eq!(again.status.code(), Some(1));
    assert!(String::from_utf8(again.stderr).unwrap().contains("archive.toml is there already"));
    assert_eq!(desk.text("arsip/saya/archive.toml"), "title = 'Punya saya'");
}
