//! What a build says of articles that need a look: a line a kind for a person, every case in a file.
//!
//! All articles here are invented.

#![allow(clippy::unwrap_used, reason = "a helper of tests fails the test that calls it")]

mod common;

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

const PIPA: &str =
    "---\ntanggal: 2026-02-02\n---\n“Pipa lama bocor,” ujar Wali Kota Metro Budi Hartono, Senin (02/02/2026).\n";

/// A folder with a stand-in for the compiled app, and articles.
fn desk(articles: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let archive = jejak_archive::write(&jejak_archive::Archive::default(), &jejak_archive::NoStem);
    let put = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    };
    common::app(&archive).iter().for_each(|(name, bytes)| put(&format!("app/{name}"), bytes));
    articles.iter().for_each(|(name, text)| put(&format!("berita/{name}"), text.as_bytes()));
    folder
}

fn build(folder: &Path, more: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jejak"));
    command.args(["build", "berita", "-o", "situs", "--app", "app"]).args(more);
    command.current_dir(folder).output().unwrap()
}

fn looks(output: &Output) -> Vec<String> {
    let said = String::from_utf8(output.stderr.clone()).unwrap();
    said.lines().filter_map(|line| line.strip_prefix("look: ").map(str::to_owned)).collect()
}

fn report(folder: &Path) -> Vec<Value> {
    let text = fs::read_to_string(folder.join("laporan.jsonl")).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn articles_in_order_need_no_look() {
    let folder = desk(&[("pipa.md", PIPA)]);
    let built = build(folder.path(), &["--report", "laporan.jsonl"]);
    assert_eq!(looks(&built), [""; 0]);
    assert_eq!(report(folder.path()), [Value::Null; 0]);
    assert_eq!(common::names(&folder.path().join("berita")), ["jejak.lock", "pipa.md"]);
    let totals: Value = serde_json::from_slice(&built.stdout).unwrap();
    assert!(totals["needs_look"].as_object().unwrap().values().all(|count| count == 0), "{totals}");
}

#[test]
fn each_kind_is_one_line_with_files_and_the_report_has_every_case() {
    let clash = PIPA.replace("Senin (02/02/2026)", "Selasa (03/02/2026). Acara dimulai Rabu (05/02/2026)");
    let release = "Dinas Kebersihan Kota Metro mengangkut empat puluh ton sampah dari pasar, terminal, taman kota dan \
                   tepi kali selama tiga hari, dengan dua belas truk dan seratus petugas yang bekerja bergantian siang malam.";
    let quote = "Kemarin, “Jalan ini akan mulus sebelum lebaran,” begitu bunyi spanduk itu.\n";
    let mut articles = vec![
        ("pipa.md".to_owned(), clash),
        ("rilis-satu.md".to_owned(), format!("---\ntanggal: 2026-02-03\n---\n{release}\n")),
        ("laci/rilis-dua.md".to_owned(), format!("---\ntanggal: 2026-02-04\n---\n{release} Warga senang.\n")),
        ("rusak.json".to_owned(), "{".to_owned()),
    ];
    articles.extend((0..5).map(|n| (format!("polos-{n}.txt"), format!("Warga desa ke-{n} panen padi. {quote}"))));
    let articles: Vec<(&str, &str)> = articles.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let folder = desk(&articles);
    let built = build(folder.path(), &[]);
    let lines = looks(&built);
    let line = |words: &str| {
        let found: Vec<&String> = lines.iter().filter(|line| line.contains(words)).collect();
        assert_eq!(found.len(), 1, "{words}: {lines:?}");
        found[0].clone()
    };
    let undated = line("have no date");
    assert!(undated.starts_with("5 of 8 articles") && undated.contains("polos-0.txt"), "{undated}");
    assert!(undated.contains("and 2 more") && !undated.contains("polos-4"), "{undated}");
    let weekday = line("printed weekdays");
    assert!(weekday.starts_with("1 ") && weekday.contains("pipa.md (Rabu beside 2026-02-05, a Thursday)"), "{weekday}");
    let copies = line("likely copies");
    assert!(copies.contains("rilis-satu.md = laci/rilis-dua.md") && copies.contains("% alike"), "{copies}");
    assert!(line("--report FILE").starts_with("all of these"));

    let built = build(folder.path(), &["--report", "laporan.jsonl"]);
    assert_eq!(built.status.code(), Some(1), "what could not be read still fails the build");
    let totals: Value = serde_json::from_slice(&built.stdout).unwrap();
    let all = report(folder.path());
    let of = |kind: &str| all.iter().filter(|case| case["look"] == kind).count() as u64;
    assert_eq!((of("problem"), of("no-date"), of("weekday-clash"), of("copies")), (1, 5, 1, 1));
    let needs = &totals["needs_look"];
    assert_eq!(needs["no_date"], of("no-date"));
    assert_eq!(needs["no_speaker"], of("no-speaker"));
    assert_eq!((&needs["weekday_clashes"], &needs["copies"], &needs["host_limits"]), (&1.into(), &1.into(), &0.into()));
    assert!(all.iter().any(|case| case["file"] == "polos-4.txt"), "what the lines leave out is there");
    let clash = all.iter().find(|case| case["look"] == "weekday-clash").unwrap();
    assert_eq!((&clash["article"], &clash["date"]), (&"pipa".into(), &"2026-02-05".into()));
    assert!(!looks(&built).iter().any(|line| line.contains("--report")), "whoever has it is not told of it");
}

#[test]
fn where_nothing_can_be_read_the_report_says_so_too() {
    let folder = desk(&[("rusak.json", "{"), ("kosong.txt", "")]);
    let built = build(folder.path(), &["--report", "laporan.jsonl"]);
    assert_eq!(built.status.code(), Some(1));
    let files: Vec<Value> = report(folder.path()).iter().map(|case| case["file"].clone()).collect();
    assert_eq!(files, ["kosong.txt", "rusak.json"]);
}

#[test]
fn a_statement_that_nobody_makes_is_named_with_its_words() {
    let text = "---\ntanggal: 2026-02-02\n---\nSpanduk di pasar berbunyi lain. “Kami menolak kenaikan retribusi kios tahun \
                ini,” ujarnya.\n";
    let folder = desk(&[("spanduk.md", text)]);
    let built = build(folder.path(), &["--report", "laporan.jsonl"]);
    let lines = looks(&built);
    assert!(
        lines.iter().any(|line| line.starts_with("1 of 1 statements") && line.contains("spanduk.md (“Kami menolak")),
        "{lines:?}"
    );
    assert_eq!(report(folder.path())[0]["words"], "Kami menolak kenaikan retribusi kios tahun ini");
}

#[test]
fn a_report_among_the_articles_or_in_the_site_is_refused() {
    let folder = desk(&[("pipa.md", PIPA)]);
    for report in ["berita/laporan.jsonl", "situs/laporan.jsonl", "berita/pipa.md"] {
        let built = build(folder.path(), &["--report", report]);
        assert_eq!(built.status.code(), Some(2), "{report}");
    }
    assert_eq!(common::names(&folder.path().join("berita")), ["pipa.md"]);
    assert!(!folder.path().join("situs").exists());
}
