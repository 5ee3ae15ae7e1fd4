//! A site that is built into the folder of an old one, with what earlier builds kept, is the same as one that is built into
//! none with nothing, whatever changed.
//!
//! All articles here are invented.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper of tests fails the test that calls it")]

mod common;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use fastrand::Rng;
use jejak_archive::Size;
use jejak_cli::build::{self, BuildError, Built, Options};
use jejak_cli::site::Pages;
use tempfile::TempDir;

/// How often a site goes through changes, and through how many.
const SEQUENCES: u64 = 20;
const CHANGES: usize = 3;

const SPEAKERS: [&str; 5] = ["Sari Dewi", "Rini Lestari", "Bagus Panjalu", "Tirta Wening", "Sari Dewi Anggraini"];
const OFFICES: [&str; 3] = ["Camat Metro Pusat", "Lurah Sukamaju", "Kepala Dinas Pertanian"];
const WORDS: [&str; 6] = ["pasar", "jembatan", "sawah", "sekolah", "air bersih", "retribusi"];

/// A folder with articles, the app and the site.
struct Desk {
    folder: TempDir,
    draw: Rng,
    /// How many articles there ever were.
    articles: usize,
    parts: bool,
    pages: Pages,
}

impl Desk {
    fn new(seed: u64) -> Self {
        let mut desk = Self {
            folder: tempfile::tempdir().unwrap(),
            draw: Rng::with_seed(seed),
            articles: 0,
            parts: seed.is_multiple_of(2),
            pages: Pages::All,
        };
        let archive = jejak_archive::write(&jejak_archive::Archive::default(), &jejak_archive::NoStem);
        for (name, bytes) in common::app(&archive) {
            desk.put(&format!("app/{name}"), &bytes);
        }
        desk.settings();
        (0..8).for_each(|_| desk.add());
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

    fn one<'w>(&mut self, of: &[&'w str]) -> &'w str {
        of[self.draw.usize(..of.len())]
    }

    fn article(&mut self) -> String {
        let (speaker, office) = (self.one(&SPEAKERS), self.one(&OFFICES));
        let (word, other, day) = (self.one(&WORDS), self.one(&WORDS), self.draw.u8(1..=28));
        format!(
            "---\njudul: Warga dan {word} {other}\ntanggal: 2026-02-{day:02}\n---\n“Soal {word} kami siap,” kata {office}, \
             {speaker}, di balai kota. Ia menegaskan bahwa {other} selesai tahun ini.\n"
        )
    }

    fn add(&mut self) {
        self.articles += 1;
        let (name, text) = (format!("berita/a{}.md", self.articles), self.article());
        self.put(&name, text.as_bytes());
    }

    /// One of the articles that are there.
    fn any(&mut self) -> PathBuf {
        let mut all: Vec<PathBuf> =
            files(&self.path("berita")).into_keys().map(|name| self.path("berita").join(name)).collect();
        all.retain(|path| path.extension().is_some_and(|kind| kind == "md"));
        all.swap_remove(self.draw.usize(..all.len()))
    }

    fn settings(&mut self) {
        let mut text = format!("title = \"Arsip {}\"\n", self.one(&WORDS));
        if self.draw.bool() {
            text.push_str("base_url = \"https://arsip.example/metro/\"\n");
        }
        if self.draw.bool() {
            text.push_str("noindex = true\n");
        }
        self.put("berita/archive.toml", text.as_bytes());
    }

    /// Changes something, and says what.
    fn change(&mut self) -> &'static str {
        match self.draw.u8(..11) {
            0 | 1 => {
                let (path, text) = (self.any(), self.article());
                fs::write(path, text).unwrap();
                "changed an article"
            }
            2 | 3 => {
                self.add();
                "added an article"
            }
            4 => {
                let path = self.any();
                fs::remove_file(path).unwrap();
                "removed an article"
            }
            5 => {
                self.articles += 1;
                let path = self.any();
                fs::rename(path, self.path(&format!("berita/b{}.md", self.articles))).unwrap();
                "renamed an article"
            }
            6 => {
                self.settings();
                "changed the settings"
            }
            7 => {
                let css = format!("a{{order:{}}}", self.draw.u32(..));
                self.put("app/a.css", css.as_bytes());
                "took another app"
            }
            8 => {
                self.parts = !self.parts;
                self.pages = if self.draw.bool() { Pages::All } else { Pages::Few };
                "laid the archive elsewhere"
            }
            9 => {
                let held = kept(&self.path("berita"));
                for path in &held {
                    let mut bytes = fs::read(path).unwrap();
                    match self.draw.u8(..5) {
                        0 => fs::remove_file(path).unwrap(),
                        1 => fs::write(path, &bytes[..self.draw.usize(..bytes.len())]).unwrap(),
                        2 => fs::write(path, "of somebody else").unwrap(),
                        _ => {
                            let at = self.draw.usize(..bytes.len());
                            bytes[at] ^= 1 << self.draw.u8(..8);
                            fs::write(path, bytes).unwrap();
                        }
                    }
                }
                "tampered with what was kept"
            }
            _ => {
                let site = self.path("situs");
                let names: Vec<String> = files(&site).into_keys().collect();
                let marks = ["index.html", "muat.js"];
                for name in names.iter().filter(|name| !marks.contains(&name.as_str())) {
                    match self.draw.u8(..6) {
                        0 => fs::remove_file(site.join(name)).unwrap(),
                        1 => fs::write(site.join(name), "<p>of somebody else</p>").unwrap(),
                        _ => {}
                    }
                }
                fs::create_dir_all(site.join("tokoh/orang-lain")).unwrap();
                fs::write(site.join("tokoh/orang-lain/index.html"), "<p>of a former site</p>").unwrap();
                "tampered with the site"
            }
        }
    }

    fn build(&self, articles: &str, site: &str, cache: bool) -> Result<Built, BuildError> {
        let options = Options {
            articles: self.path(articles),
            out: self.path(site),
            app: Some(self.path("app")),
            carried: None,
            parts: self.parts,
            size: Size::default(),
            pages: self.pages,
            cache,
            passing: false,
        };
        build::run(&options, &mut |problem| panic!("{problem:?}"))
    }
}

/// The files that builds keep beside some articles.
fn kept(articles: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(articles.join(build::CACHE)).unwrap().map(|entry| entry.unwrap().path());
    let mut kept: Vec<PathBuf> = entries.filter(|path| path.extension().is_some_and(|kind| kind == "kept")).collect();
    kept.sort();
    kept
}

/// All files of a folder, by their path from it.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let read = |name: String| (name.clone(), fs::read(folder.join(name)).unwrap());
    common::names(folder).into_iter().map(read).collect()
}

#[test]
fn a_site_built_again_is_the_one_built_anew() {
    let mut unchanged = 0;
    for seed in 0..SEQUENCES {
        let mut desk = Desk::new(seed);
        let mut told = Vec::new();
        desk.build("berita", "situs", true).unwrap();
        for step in 0..CHANGES {
            told.push(desk.change());
            // With the addresses that were given until now.
            let copy = format!("salinan{step}");
            for (name, bytes) in files(&desk.path("berita")) {
                desk.put(&format!("{copy}/{name}"), &bytes);
            }
            let built = desk.build("berita", "situs", true).unwrap();
            unchanged += built.unchanged;
            let cold = desk.build(&copy, &format!("baru{step}"), false).unwrap();
            assert!(!desk.path(&copy).join(build::CACHE).exists());
            assert_eq!(
                (cold.unchanged, cold.files, cold.bytes),
                (0, built.files, built.bytes),
                "seed {seed}: {told:?}"
            );
            let (again, anew) = (files(&desk.path("situs")), files(&desk.path(&format!("baru{step}"))));
            let differ = |name: &&String| again.get(*name) != anew.get(*name);
            let differing: Vec<&String> = again.keys().chain(anew.keys()).filter(differ).collect();
            assert!(differing.is_empty(), "seed {seed}: {told:?}: {differing:?}");
            assert_eq!(built.files, again.len());
            assert_eq!(files(&desk.path("berita")), files(&desk.path(&copy)), "seed {seed}: the lock");
        }
    }
    assert!(unchanged > 0, "nothing was left as it was");
}

#[test]
fn one_changed_article_leaves_the_pages_of_others_alone() {
    let desk = Desk::new(1);
    desk.build("berita", "situs", true).unwrap();
    let before = desk.build("berita", "situs", true).unwrap();
    assert_eq!(before.unchanged, before.files, "nothing changed");
    let time = |path: &Path| path.metadata().unwrap().modified().unwrap();
    let pages = |desk: &Desk| -> BTreeMap<String, _> {
        let names = common::names(&desk.path("situs")).into_iter().filter(|name| name.starts_with("artikel/"));
        names.map(|name| (name.clone(), time(&desk.path("situs").join(name)))).collect()
    };
    let old = pages(&desk);
    let path = desk.path("berita/a1.md");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, format!("{text}\nJalan itu juga diperbaiki.\n")).unwrap();
    desk.build("berita", "situs", true).unwrap();
    let new = pages(&desk);
    let written: Vec<&String> =
        new.iter().filter(|(name, time)| old.get(*name) != Some(*time)).map(|(name, _)| name).collect();
    assert_eq!(written, ["artikel/a1/index.html"]);
}
