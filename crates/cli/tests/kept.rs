//! Whatever happens to what a build kept for the next one, the next one gives the site of a build that found nothing, with the
//! same problems and the same report.
//!
//! All articles here are invented. What is done to single bytes is tested beside the cache itself.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper of tests fails the test that calls it")]

mod common;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use jejak_archive::Size;
use jejak_cli::build::{self, CACHE, Options};
use jejak_cli::site::Pages;
use serde_json::Value;
use tempfile::TempDir;

const PASAR: &str = "---\njudul: Pasar pagi dibuka\ntanggal: 2026-01-19\nwarna: biru\n---\nMETRO – “Pasar ini milik warga,” \
kata Camat Metro Pusat Sari Dewi, Senin (19/01/2026).\n\nIa menegaskan bahwa retribusi tidak naik.\n";
const AIR: &str = "<html><head><title>Pipa air diganti</title></head><body><article><p>“Pipa lama bocor,” ujar Wali Kota \
Metro Budi Hartono, Selasa (02/02/2026). Semua pipa di kota itu diganti tahun ini, dari pasar sampai terminal.</p></article>\
</body></html>";

/// A folder with a stand-in for the compiled app, and articles of which some are not as they should be.
struct Desk(TempDir);

/// What came of a build: the site, what was said, and the report.
type Came = (BTreeMap<String, Vec<u8>>, Vec<String>, Value);

impl Desk {
    fn new() -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        let archive = jejak_archive::write(&jejak_archive::Archive::default(), &jejak_archive::NoStem);
        for (name, bytes) in common::app(&archive) {
            desk.put(&format!("app/{name}"), &bytes);
        }
        for (name, bytes) in [("pasar.md", PASAR), ("air.html", AIR), ("kosong.txt", " "), ("foto.png", "x")] {
            desk.put(&format!("berita/{name}"), bytes.as_bytes());
        }
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn put(&self, name: &str, bytes: &[u8]) {
        fs::create_dir_all(self.path(name).parent().unwrap()).unwrap();
        fs::write(self.path(name), bytes).unwrap();
    }

    fn build(&self, site: &str, cache: bool) -> Came {
        let options = Options {
            articles: self.path("berita"),
            out: self.path(site),
            app: Some(self.path("app")),
            carried: None,
            parts: false,
            size: Size::default(),
            pages: Pages::All,
            cache,
            passing: false,
        };
        let mut said = Vec::new();
        let built = build::run(&options, &mut |problem| said.push(problem.to_string())).unwrap();
        said.extend(built.findings.iter().map(|finding| format!("{finding:?}")));
        let mut told = serde_json::to_value(&built).unwrap();
        let fields = told.as_object_mut().unwrap();
        // Where it went, and what stood there.
        fields.remove("site");
        fields.remove("unchanged");
        let read = |name: String| (name.clone(), fs::read(self.path(site).join(name)).unwrap());
        (common::names(&self.path(site)).into_iter().map(read).collect(), said, told)
    }

    /// What is kept, by path.
    fn kept(&self) -> Vec<PathBuf> {
        let entries = fs::read_dir(self.path("berita").join(CACHE)).into_iter().flatten();
        let mut kept: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
        kept.retain(|path| path.extension().is_some_and(|kind| kind == "kept"));
        kept.sort();
        kept
    }
}

fn rewrite(path: &Path, change: impl FnOnce(&mut Vec<u8>)) {
    let mut bytes = fs::read(path).unwrap();
    change(&mut bytes);
    fs::write(path, bytes).unwrap();
}

/// What it is called, and how it comes about.
type Damage = (&'static str, &'static dyn Fn(&Desk, &Path));

#[test]
fn a_damaged_cache_gives_the_site_of_none() {
    let desk = Desk::new();
    let cold = desk.build("dingin", false);
    assert!(desk.kept().is_empty());
    assert!(cold.1.len() > 3, "{:?}", cold.1);
    assert!(desk.build("situs", true) == cold);
    let whole = fs::read(&desk.kept()[0]).unwrap();
    let damages: [Damage; 8] = [
        ("nothing", &|_, _| ()),
        ("a value", &|_, path| rewrite(path, |bytes| bytes[40] ^= 1)),
        ("the list", &|_, path| rewrite(path, |bytes| *bytes.last_mut().unwrap() ^= 1)),
        ("the version", &|_, path| rewrite(path, |bytes| bytes[12] = b'2')),
        ("the stamp", &|_, path| rewrite(path, |bytes| bytes[20] ^= 1)),
        ("cut", &|_, path| rewrite(path, |bytes| bytes.truncate(bytes.len() / 2))),
        ("empty", &|_, path| rewrite(path, Vec::clear)),
        ("deleted", &|desk, _| fs::remove_dir_all(desk.path("berita").join(CACHE)).unwrap()),
    ];
    for (what, damage) in damages {
        for path in desk.kept() {
            damage(&desk, &path);
        }
        assert!(desk.build("situs", true) == cold, "{what}");
        assert_eq!(desk.kept().len(), 1, "{what}: what was damaged is replaced");
        assert_eq!(fs::read(&desk.kept()[0]).unwrap().len(), whole.len(), "{what}: as whole as before");
    }
}

#[test]
fn what_is_kept_of_other_articles_is_of_no_use() {
    let (desk, other) = (Desk::new(), Desk::new());
    other.put("berita/pasar.md", PASAR.replace("Sari Dewi", "Rini Lestari").as_bytes());
    let (cold, others) = (desk.build("dingin", false), other.build("dingin", false));
    assert!(cold.0 != others.0);
    desk.build("situs", true);
    other.build("situs", true);
    let between = desk.path("antara");
    fs::rename(desk.path("berita").join(CACHE), &between).unwrap();
    fs::rename(other.path("berita").join(CACHE), desk.path("berita").join(CACHE)).unwrap();
    fs::rename(&between, other.path("berita").join(CACHE)).unwrap();
    assert!(desk.build("situs", true) == cold);
    assert!(other.build("situs", true) == others);
    // A file alone, under the name of the one that was there.
    fs::copy(&other.kept()[0], &desk.kept()[0]).unwrap();
    assert!(desk.build("situs", true) == cold);
}

#[test]
fn where_nothing_can_be_kept_the_site_is_the_same_and_nothing_is_said() {
    let desk = Desk::new();
    let cold = desk.build("dingin", false);
    desk.put(&format!("berita/{CACHE}"), b"a file in the folder's place");
    for _ in 0..2 {
        assert!(desk.build("situs", true) == cold);
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        fs::remove_file(desk.path("berita").join(CACHE)).unwrap();
        desk.build("situs", true);
        let folder = desk.path("berita").join(CACHE);
        // Whoever builds as root may write all the same.
        for mode in [0o500, 0o000, 0o700] {
            fs::set_permissions(&folder, fs::Permissions::from_mode(mode)).unwrap();
            assert!(desk.build("situs", true) == cold, "{mode:o}");
        }
    }
}

#[test]
fn two_builds_at_once_give_the_same() {
    let desk = Desk::new();
    let desk = &desk;
    let cold = desk.build("dingin", false);
    for round in 0..3 {
        if round == 2 {
            desk.put("berita/pasar.md", PASAR.replace("milik", "untuk").as_bytes());
        }
        let [one, other] = thread::scope(|scope| {
            ["satu", "dua"].map(|site| scope.spawn(move || desk.build(site, true))).map(|build| build.join().unwrap())
        });
        assert!(one == other, "round {round}");
        assert_eq!(one == cold, round < 2, "round {round}");
    }
    assert!(desk.build("satu", true) == desk.build("tiga", false));
}

/// What a build leaves behind is nobody's articles, and no part of a site.
#[test]
fn what_is_kept_is_in_no_site_and_in_no_version_control() {
    let desk = Desk::new();
    let before = desk.build("situs", true);
    assert!(!desk.path("situs").join(CACHE).exists());
    let folder = desk.path("berita").join(CACHE);
    assert_eq!(fs::read_to_string(folder.join(".gitignore")).unwrap(), "*\n");
    assert!(
        fs::read_to_string(folder.join("CACHEDIR.TAG"))
            .unwrap()
            .starts_with("Signature: 8a477f597d28d172789f06886806bc55")
    );
    desk.put(&format!("berita/{CACHE}/berita.md"), PASAR.as_bytes());
    assert!(desk.build("situs", true) == before);
}
