//! What is kept of an earlier press changes nothing: the same archive, the same problems.
//!
//! All articles here are invented.

#![allow(clippy::unwrap_used, reason = "a helper of tests fails the test that calls it")]

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::sync::Mutex;

use jejak_archive::keep::{Keep, Key};
use jejak_press::annotate::annotate;
use jejak_press::read::Source;
use jejak_press::{Pressed, press_folder, press_folder_keeping};

/// Remembers all that it is given, and how often it could help.
#[derive(Default)]
struct Shelf {
    held: Mutex<HashMap<Key, Vec<u8>>>,
    found: Mutex<usize>,
}

impl Keep for Shelf {
    fn get(&self, key: Key) -> Option<Vec<u8>> {
        let held = self.held.lock().unwrap().get(&key).cloned();
        *self.found.lock().unwrap() += usize::from(held.is_some());
        held
    }

    fn put(&self, key: Key, value: &[u8]) {
        self.held.lock().unwrap().insert(key, value.to_vec());
    }
}

impl Shelf {
    /// Presses a folder with what is kept and without; says how often something was found.
    fn press(&self, folder: &Path) -> (Pressed, usize) {
        *self.found.lock().unwrap() = 0;
        let pressed = press_folder_keeping(folder, &mut |_| {}, Some(self)).unwrap();
        assert!(pressed == press_folder(folder).unwrap(), "with what was kept and without");
        (pressed, *self.found.lock().unwrap())
    }

    fn holds(&self, words: &str) -> bool {
        let held = self.held.lock().unwrap();
        held.values().any(|value| value.windows(words.len()).any(|window| window == words.as_bytes()))
    }
}

const MARKUP: &str = "<html><head><title>Pasar dibuka</title></head><body><article><h1>Pasar dibuka</h1><p>“Pasar ini milik \
warga,” kata Camat Metro Pusat Sari Dewi, Senin (19/01/2026). Ia menegaskan bahwa retribusi tidak naik tahun ini, dan \
bahwa semua kios sudah dibagi kepada pedagang lama.</p></article></body></html>";
const PLAIN: &str = "---\njudul: Pipa air diganti\ntanggal: 2026-02-02\nwarna: biru\n---\n“Pipa lama bocor,” ujar Wali Kota \
Metro Budi Hartono, Senin (02/02/2026).\n";

#[test]
fn a_press_with_what_was_kept_is_the_one_without() {
    let folder = tempfile::tempdir().unwrap();
    let put = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    put("pasar.html", MARKUP);
    put("pipa.md", PLAIN);
    put("kosong.txt", " ");
    let shelf = Shelf::default();
    let (first, found) = shelf.press(folder.path());
    assert_eq!((first.archive.articles.len(), found), (2, 0));
    assert_eq!(first.problems.len(), 2, "{:?}", first.problems);
    let (again, found) = shelf.press(folder.path());
    assert_eq!((again == first, found), (true, 3), "the page as it was read, and what two articles say");
    // Another name, another line, and other settings: what is found in an article is the same.
    fs::rename(folder.path().join("pipa.md"), folder.path().join("air.md")).unwrap();
    put("archive.toml", "title = \"Arsip\"\n[[topic]]\nname = \"Air\"\nwords = [\"pipa\"]\n");
    assert_eq!(shelf.press(folder.path()).1, 3);
    put("air.md", &PLAIN.replace("bocor", "retak"));
    assert_eq!(shelf.press(folder.path()).1, 2);
}

/// A name that is to stand nowhere stands in nothing that is kept from then on.
#[test]
fn masked_names_are_not_kept() {
    let folder = tempfile::tempdir().unwrap();
    let put = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    put("pasar.html", MARKUP);
    put("pipa.md", &PLAIN.replace("Budi Hartono", "Sari Dewi"));
    put("archive.toml", "[[mask]]\nname = \"Sari Dewi\"\n");
    let shelf = Shelf::default();
    let (first, _) = shelf.press(folder.path());
    assert!(shelf.holds("milik warga") && !shelf.holds("Sari Dewi"));
    let (again, found) = shelf.press(folder.path());
    assert!(again == first && found > 0);
}

/// The key of an article leaves out what it was read from.
#[test]
fn where_an_article_was_read_from_changes_nothing_that_is_found() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/articles");
    let files = fs::read_dir(folder).unwrap().flatten().map(|entry| entry.path());
    let mut seen = 0;
    for path in files.filter(|path| path.extension().is_some_and(|ending| ending == "md")).take(20) {
        for source in jejak_press::read::read("a.md", &fs::read(path).unwrap()).0 {
            let other = Source { file: "Sari Dewi/2026-01-19.txt".to_owned(), line: Some(7), ..source.clone() };
            assert_eq!(annotate(&source), annotate(&other));
            seen += 1;
        }
    }
    assert!(seen > 0);
}
