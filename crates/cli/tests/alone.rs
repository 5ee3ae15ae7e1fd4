//! A publisher's first minutes: an empty folder and one file, the command. Nothing of the checkout, of the environment
//! or of the tools that built it is there.
//!
//! Run by `cargo xtask test` with a command that carries the compiled app; one that carries none cannot pass.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper of tests fails the test that calls it")]

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

/// From the empty folder to a site to show.
const LIMIT: Duration = Duration::from_secs(120);

const ARTICLE: &str = "---\njudul: Jembatan Way Sempit dibuka lagi\ntanggal: 2026-03-02\nsumber: Warta Uji\n---\nMETRO – \
“Jembatan ini kuat menahan dua truk sekaligus,” kata Kepala Dinas Pekerjaan Umum Ratna Puspita, Senin (02/03/2026).\n";

/// A process that ends with the test.
struct Ended(Child);

impl Drop for Ended {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn jejak(folder: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(folder.join(program()));
    command.args(words).current_dir(folder).env_clear().stdin(Stdio::null());
    command
}

fn program() -> &'static str {
    if cfg!(windows) { "jejak.exe" } else { "jejak" }
}

fn done(folder: &Path, words: &[&str]) -> Output {
    let output = jejak(folder, words).output().unwrap();
    assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
    output
}

/// The answer to a request: its first line, and all of it.
fn get(address: &str, path: &str) -> (String, Vec<u8>) {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    let first = answer.split(|byte| *byte == b'\r').next().unwrap_or_default();
    (String::from_utf8_lossy(first).into_owned(), answer)
}

#[test]
#[cfg_attr(not(feature = "carried"), ignore = "this command carries no app; `cargo xtask test` compiles one that does")]
fn from_an_empty_folder_to_a_site_with_nothing_but_the_command() {
    let start = Instant::now();
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    fs::copy(env!("CARGO_BIN_EXE_jejak"), folder.join(program())).unwrap();

    done(folder, &["new", "berita"]);
    fs::write(folder.join("berita/jembatan.md"), ARTICLE).unwrap();
    let built = done(folder, &["build", "berita", "-o", "situs"]);
    let built: serde_json::Value = serde_json::from_slice(&built.stdout).unwrap();
    assert_eq!(built["articles"], 2, "the example and the article put in");

    let mut served = jejak(folder, &["serve", "situs", "--port", "0"]).stdout(Stdio::piped()).spawn().unwrap();
    let out = served.stdout.take().unwrap();
    let _ended = Ended(served);
    let mut line = String::new();
    BufReader::new(out).read_line(&mut line).unwrap();
    let address = line.split("http://").nth(1).and_then(|rest| rest.split('/').next()).unwrap();

    let text = |path: &str| {
        let (status, answer) = get(address, path);
        assert!(status.ends_with("200 OK"), "{path}: {status}");
        String::from_utf8(answer).unwrap()
    };
    assert!(text("/").contains("Jembatan Way Sempit dibuka lagi"));
    let article = text("/artikel/jembatan/");
    assert!(article.contains("kuat menahan dua truk sekaligus") && article.contains("Ratna Puspita"));
    // All that the page and its loader name, and the real app among it.
    let loader = text("/muat.js");
    let mut named: Vec<String> = Vec::new();
    for file in fs::read_dir(folder.join("situs")).unwrap() {
        let file = file.unwrap();
        let name = file.file_name().into_string().unwrap();
        if file.path().is_file() && (article.contains(&name) || loader.contains(&name)) {
            named.push(name);
        }
    }
    for ending in [".wasm", ".js", ".css", ".svg"] {
        assert!(named.iter().any(|name| name.ends_with(ending)), "no {ending} is named: {named:?}");
    }
    for name in &named {
        let (status, answer) = get(address, &format!("/{name}"));
        let file = fs::read(folder.join("situs").join(name)).unwrap();
        assert!(status.ends_with("200 OK") && answer.ends_with(&file), "{name}: {status}");
    }
    // Chunks of the app are smaller.
    let modules = named.iter().filter(|name| name.ends_with(".wasm"));
    let largest = modules.map(|name| fs::metadata(folder.join("situs").join(name)).unwrap().len()).max();
    assert!(largest > Some(200_000), "a stand-in, not the app");

    let taken = start.elapsed();
    println!("from an empty folder to a site: {:.1} s", taken.as_secs_f64());
    assert!(taken < LIMIT, "it took {taken:?}");
}

#[test]
#[cfg_attr(not(feature = "carried"), ignore = "this command carries no app; `cargo xtask test` compiles one that does")]
fn it_says_that_it_carries_the_app() {
    let version = Command::new(env!("CARGO_BIN_EXE_jejak")).arg("--version").env_clear().output().unwrap();
    assert!(String::from_utf8(version.stdout).unwrap().contains("carries the app"));
}
