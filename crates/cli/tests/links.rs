//! Addresses that a released site of the default archive had still lead somewhere.
//!
//! `tests/links/VERSION.txt` holds the addresses of each release, one a line, statements with their anchors. `cargo xtask record`
//! writes that of the version at hand; after a release the version is raised, and its list is not touched again.

#![allow(clippy::unwrap_used, reason = "a helper of tests fails the test that calls it")]

mod common;

use std::fs;
use std::path::Path;

use jejak_archive::Size;
use jejak_cli::build::{self, Options};
use jejak_cli::site::Pages;

/// Where the lists are.
const LISTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/links");
const RECORD: &str = "JEJAK_RECORD";

/// Builds the default archive as a copy, so that no lock is left beside it.
fn site(folder: &Path) {
    let archive = jejak_archive::write(&jejak_archive::Archive::default(), &jejak_archive::NoStem);
    fs::create_dir_all(folder.join("app/snippets")).unwrap();
    for (name, bytes) in common::app(&archive) {
        fs::write(folder.join("app").join(name), bytes).unwrap();
    }
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/articles");
    fs::create_dir(folder.join("articles")).unwrap();
    for name in common::names(&from) {
        fs::copy(from.join(&name), folder.join("articles").join(&name)).unwrap();
    }
    let options = Options {
        articles: folder.join("articles"),
        out: folder.join("site"),
        app: Some(folder.join("app")),
        carried: None,
        parts: false,
        size: Size::default(),
        pages: Pages::All,
        cache: false,
        passing: false,
    };
    build::run(&options, &mut |_| ()).unwrap();
}

/// The addresses of statements in a page.
fn anchors(page: &str) -> impl Iterator<Item = &str> {
    page.split("id=\"")
        .skip(1)
        .filter_map(|rest| rest.split_once('"'))
        .map(|(id, _)| id)
        .filter(|id| id.starts_with("k-"))
}

/// Every address of a site.
fn addresses(site: &Path) -> Vec<String> {
    let mut all = Vec::new();
    for name in common::names(site) {
        let Some(page) = name.strip_suffix("index.html") else { continue };
        all.push(page.to_owned());
        if page.starts_with("artikel/") {
            let text = fs::read_to_string(site.join(&name)).unwrap();
            all.extend(anchors(&text).map(|anchor| format!("{page}#{anchor}")));
        }
    }
    all.sort_unstable();
    all
}

/// What is wrong with an address, if anything. A page that has moved is followed, once.
fn wrong(site: &Path, address: &str) -> Option<String> {
    let (page, anchor) = address.split_once('#').unwrap_or((address, ""));
    let read = |page: &str| fs::read_to_string(site.join(page).join("index.html"));
    let Ok(mut text) = read(page) else { return Some(format!("{address}: there is no page")) };
    if let Some((_, rest)) = text.split_once("http-equiv=\"refresh\" content=\"0; url=") {
        let to = rest.split(['"', '#']).next().unwrap_or_default();
        let Ok(led) = read(&format!("{page}{to}")) else { return Some(format!("{address}: leads to no page: {to}")) };
        text = led;
    }
    let there = anchor.is_empty() || anchors(&text).any(|own| own == anchor);
    (!there).then(|| format!("{address}: the page has no such place"))
}

#[test]
fn links_of_every_release_still_answer() {
    let folder = tempfile::tempdir().unwrap();
    site(folder.path());
    let site = folder.path().join("site");
    let own = Path::new(LISTS).join(format!("{}.txt", env!("CARGO_PKG_VERSION")));
    if std::env::var_os(RECORD).is_some() {
        fs::create_dir_all(LISTS).unwrap();
        fs::write(&own, addresses(&site).join("\n") + "\n").unwrap();
    }
    assert!(own.is_file(), "there is no list of this version; record one with `cargo xtask record`");
    let mut visited = 0;
    let mut lost = Vec::new();
    for name in common::names(Path::new(LISTS)) {
        for address in fs::read_to_string(Path::new(LISTS).join(&name)).unwrap().lines() {
            visited += 1;
            lost.extend(wrong(&site, address).map(|why| format!("{name}: {why}")));
        }
    }
    assert!(visited > 500, "{visited} addresses");
    assert!(lost.is_empty(), "{lost:#?}");
}

#[test]
fn a_lost_page_and_a_lost_place_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let put = |page: &str, text: &str| {
        fs::create_dir_all(folder.path().join(page)).unwrap();
        fs::write(folder.path().join(page).join("index.html"), text).unwrap();
    };
    put("artikel/a/", "<p id=\"k-abcdefgh\">");
    put("tokoh/lama/", "<meta http-equiv=\"refresh\" content=\"0; url=../../artikel/a/\">");
    put("tokoh/hilang/", "<meta http-equiv=\"refresh\" content=\"0; url=../../artikel/b/\">");
    let wrong = |address: &str| wrong(folder.path(), address);
    for address in ["artikel/a/", "artikel/a/#k-abcdefgh", "tokoh/lama/"] {
        assert_eq!(wrong(address), None, "{address}");
    }
    for address in ["artikel/b/", "artikel/a/#k-12345678", "tokoh/hilang/"] {
        assert!(wrong(address).is_some(), "{address}");
    }
}
