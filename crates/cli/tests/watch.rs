//! A site that follows its articles: real files are changed, and a real client hears of it.
//!
//! All articles here are invented.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper of tests fails the test that calls it")]

mod common;

use std::fs;
use std::io::{BufRead, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// Far longer than a change takes; who waits so long has failed.
const PATIENCE: Duration = Duration::from_secs(60);
/// Several looks at the articles: a build that should not be would have begun.
const QUIET: Duration = Duration::from_millis(1500);

fn article(title: &str) -> String {
    format!("---\njudul: {title}\ntanggal: 2026-02-02\n---\nWarga membaca berita, Senin (02/02/2026).\n")
}

/// A folder with a stand-in for the compiled app, articles, and a server that follows them.
struct Followed {
    folder: TempDir,
    server: Child,
    address: String,
    said: Receiver<String>,
}

impl Drop for Followed {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

impl Followed {
    /// Starts with two articles; `words` come behind `serve`.
    fn start(words: &[&str]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let archive = jejak_archive::write(&jejak_archive::Archive::default(), &jejak_archive::NoStem);
        for (name, bytes) in common::app(&archive) {
            put(&folder.path().join("app").join(name), bytes);
        }
        put(&folder.path().join("berita/satu.md"), article("Kabar pertama"));
        put(&folder.path().join("berita/dua.md"), article("Kabar kedua"));
        fs::create_dir(folder.path().join("sementara")).unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_jejak"));
        command.arg("serve").args(words).args(["--watch", "berita", "--app", "app", "--port", "0"]);
        command.current_dir(folder.path()).env("TMPDIR", folder.path().join("sementara"));
        let mut server = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let (say, said) = channel();
        let err = BufReader::new(server.stderr.take().unwrap());
        thread::spawn(move || err.lines().map_while(Result::ok).try_for_each(|line| say.send(line)));
        let mut line = String::new();
        BufReader::new(server.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.split("http://").nth(1).and_then(|rest| rest.split('/').next());
        let address = address.unwrap_or_else(|| panic!("no address in {line:?}")).to_owned();
        Self { folder, server, address, said }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Waits for a line on standard error that holds some words; gives it.
    fn hear(&self, words: &str) -> String {
        let start = Instant::now();
        loop {
            let left = PATIENCE.saturating_sub(start.elapsed());
            let line = self.said.recv_timeout(left).unwrap_or_else(|_| panic!("{words:?} was not said"));
            if line.contains(words) {
                return line;
            }
        }
    }

    /// What was said within a while.
    fn heard(&self) -> Vec<String> {
        thread::sleep(QUIET);
        self.said.try_iter().collect()
    }

    fn get(&self, path: &str) -> String {
        get(&self.address, path, "")
    }

    /// What the pages' script hears: a line of data for each build.
    fn events(&self) -> Events {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        let host = &self.address;
        write!(stream, "GET /.jejak/saat HTTP/1.1\r\nHost: {host}\r\nAccept-Encoding: gzip, br\r\n\r\n").unwrap();
        Events(BufReader::new(stream))
    }
}

struct Events(BufReader<TcpStream>);

impl Iterator for Events {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        let mut line = String::new();
        while self.0.read_line(&mut line).ok()? > 0 {
            if let Some(data) = line.strip_prefix("data: ") {
                return Some(data.trim().to_owned());
            }
            line.clear();
        }
        None
    }
}

fn put(path: &Path, bytes: impl AsRef<[u8]>) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

fn get(address: &str, path: &str, headers: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n{headers}\r\n").unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

/// Of which build a page says that it is.
fn build_of(page: &str) -> String {
    page.split("data-saat=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default().to_owned()
}

#[test]
fn a_change_is_built_and_open_pages_hear_of_it() {
    let followed = Followed::start(&["situs"]);
    let page = followed.get("/artikel/satu/");
    assert!(page.starts_with("HTTP/1.1 200") && page.contains("Kabar pertama"), "{page}");
    let mut events = followed.events();
    assert_eq!(events.next().unwrap(), build_of(&page), "a page that is of this build has nothing to load");

    put(&followed.path("berita/satu.md"), article("Kabar pertama, diralat"));
    let next = events.next().unwrap();
    assert_ne!(next, build_of(&page));
    let after = followed.get("/artikel/satu/");
    assert!(after.contains("Kabar pertama, diralat"));
    assert_eq!(build_of(&after), next, "it does not load itself again and again");
    assert!(followed.hear("built again").contains("2 articles"));

    put(&followed.path("berita/archive.toml"), "title = \"Arsip Uji\"\n");
    events.next().unwrap();
    assert!(followed.get("/artikel/satu/").contains("Arsip Uji"));
    fs::remove_file(followed.path("berita/dua.md")).unwrap();
    events.next().unwrap();
    assert!(followed.get("/artikel/dua/").starts_with("HTTP/1.1 404"));
}

#[test]
fn pages_name_a_script_that_no_file_has_and_their_policy_allows() {
    let followed = Followed::start(&["situs"]);
    let script = followed.get("/.jejak/muat-ulang.js");
    assert!(script.starts_with("HTTP/1.1 200") && script.contains("text/javascript"), "{script}");
    assert!(script.contains("EventSource"));
    for path in ["/", "/artikel/satu/", "/tidak/ada/"] {
        let page = followed.get(path);
        assert!(page.contains("<script src=\"/.jejak/muat-ulang.js\" data-saat=\""), "{path}: {page}");
        let length = page.split_once("content-length: ").unwrap().1.split_once("\r\n").unwrap().0;
        assert_eq!(page.split_once("\r\n\r\n").unwrap().1.len(), length.parse::<usize>().unwrap(), "{path}");
        // Whatever a browser has kept, it gets the page as it is now.
        let again =
            get(&followed.address, path, "If-None-Match: *\r\nIf-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT\r\n");
        assert!(build_of(&again) == build_of(&page) && !again.contains(" 304 "), "{path}: {again}");
        let packed = get(&followed.address, path, "Accept-Encoding: gzip\r\n").to_ascii_lowercase();
        assert!(!packed.contains("etag:"), "{path}: what the server packs would be kept under it: {packed}");
    }
    for name in common::names(&followed.path("situs")) {
        let bytes = fs::read(followed.path("situs").join(&name)).unwrap();
        assert!(!String::from_utf8_lossy(&bytes).contains("muat-ulang"), "{name}");
    }
    // A site that is only served has no such thing.
    let mut plain = Command::new(env!("CARGO_BIN_EXE_jejak"));
    plain.args(["serve", "situs", "--port", "0"]).current_dir(followed.folder.path());
    let mut plain = plain.stdout(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(plain.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let address = line.split("http://").nth(1).and_then(|rest| rest.split('/').next()).unwrap().to_owned();
    let (page, script) = (get(&address, "/", ""), get(&address, "/.jejak/muat-ulang.js", ""));
    plain.kill().unwrap();
    plain.wait().unwrap();
    assert!(!page.contains("muat-ulang") && script.starts_with("HTTP/1.1 404"));
}

#[test]
fn saves_of_all_kinds_are_one_build_and_the_lock_is_none() {
    let followed = Followed::start(&["situs"]);
    assert!(followed.path("berita/jejak.lock").is_file(), "the first build left its lock");
    let built = |lines: &[String]| lines.iter().filter(|line| line.starts_with("built again")).count();
    assert_eq!(built(&followed.heard()), 0, "the lock alone builds nothing");
    // As editors save: beside it, then in its place.
    put(&followed.path("berita/.satu.md.swp"), article("Kabar pertama, disimpan"));
    fs::rename(followed.path("berita/.satu.md.swp"), followed.path("berita/satu.md")).unwrap();
    followed.hear("built again");
    assert!(followed.get("/artikel/satu/").contains("Kabar pertama, disimpan"));
    assert_eq!(built(&followed.heard()), 0);
    // As a copy brings many.
    for number in 0..40 {
        put(&followed.path(&format!("berita/laci/kabar-{number}.md")), article(&format!("Kabar nomor {number}")));
        thread::sleep(Duration::from_millis(10));
    }
    assert!(followed.hear("built again").contains("42 articles"));
    assert_eq!(built(&followed.heard()), 0);
    // What is no article is none.
    put(&followed.path("berita/.catatan"), "x");
    fs::remove_file(followed.path("berita/jejak.lock")).unwrap();
    assert_eq!(built(&followed.heard()), 0);
}

#[test]
fn a_build_that_fails_keeps_the_last_site_and_says_why() {
    let followed = Followed::start(&["situs"]);
    let mut events = followed.events();
    let first = events.next().unwrap();
    fs::rename(followed.path("berita"), followed.path("hilang")).unwrap();
    assert!(followed.hear("there is no berita").contains("give a folder"));
    followed.hear("the site stays as it was");
    let page = followed.get("/artikel/satu/");
    assert!(page.contains("Kabar pertama") && build_of(&page) == first);
    // A file that cannot be read is said; the others are built.
    put(&followed.path("hilang/rusak.json"), "{");
    fs::rename(followed.path("hilang"), followed.path("berita")).unwrap();
    followed.hear("rusak.json:1: is not valid JSON");
    followed.hear("built again: 2 articles");
    assert_ne!(events.next().unwrap(), first);
}

#[test]
fn without_articles_or_with_a_wrong_folder_nothing_is_served() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("berita")).unwrap();
    let run = |words: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_jejak"));
        let output = command.arg("serve").args(words).current_dir(folder.path()).output().unwrap();
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    assert_eq!(run(&["--watch", "tidak-ada"]).0, Some(1));
    assert_eq!(run(&["berita/situs", "--watch", "berita"]).0, Some(2), "a site among its articles");
    assert_eq!(run(&[]).0, Some(2));
    assert_eq!(run(&["situs", "--app", "app"]).0, Some(2), "what belongs to a build is not taken without one");
}

/// Without a folder of its own the site lies in one that goes.
#[cfg(unix)]
#[test]
fn a_passing_site_goes_with_its_server() {
    let mut followed = Followed::start(&[]);
    assert!(followed.get("/artikel/satu/").contains("Kabar pertama"));
    let passing = followed.path("sementara");
    assert_eq!(passing.read_dir().unwrap().count(), 1);
    let asked = Command::new("kill").args(["-TERM", &followed.server.id().to_string()]).status().unwrap();
    assert!(asked.success());
    let start = Instant::now();
    while followed.server.try_wait().unwrap().is_none() {
        assert!(start.elapsed() < PATIENCE, "it does not end");
        thread::sleep(Duration::from_millis(20));
    }
    assert_eq!(passing.read_dir().unwrap().count(), 0);
    assert!(!followed.path("situs").exists());
}
