//! How fast the press is, and how its memory grows: what `cargo xtask bench` runs.
//!
//! `bench FILE|DIR` presses the articles of a file (a `.gz` is unpacked) or a folder, each time in a process of its own,
//! so that one run's memory does not hide another's: on one core and on all, and with half of the articles. It prints
//! one JSON object a run. `text_bytes` counts the words as given; `mb_per_second` is of them by
//! the clock, `mb_per_cpu_second` by the processor's time, which other programs on the machine disturb less; `peak_bytes` is the most
//! memory that the process held, with the articles as they were read, and `null` where the system does not tell.

#![allow(clippy::expect_used, reason = "a program to measure with, not one that ships")]

use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use serde_json::{Value, json};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.as_slice() {
        [path] => compare(path),
        [path, share] => println!("{}", once(Path::new(path), share.parse().expect("one in how many"))),
        _ => {
            eprintln!("usage: bench FILE|DIR");
            std::process::exit(2);
        }
    }
}

/// Runs each measurement in a process of its own.
fn compare(path: &str) {
    let program = std::env::current_exe().expect("this program's own file");
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    for (what, share, threads) in
        [("one core", 1, 1), ("all cores", 1, cores), ("all cores, half of the articles", 2, cores)]
    {
        let mut run = Command::new(&program);
        run.args([path, &share.to_string()]).env("RAYON_NUM_THREADS", threads.to_string());
        let output = run.output().expect("the measurement runs");
        eprint!("{}", String::from_utf8_lossy(&output.stderr));
        if !output.status.success() {
            std::process::exit(1);
        }
        let measured: Value = serde_json::from_slice(&output.stdout).expect("the measurement's result");
        println!("{}", json!({"run": what, "cores": threads, "measured": measured}));
    }
}

/// Presses every `share`-th article, and measures.
fn once(path: &Path, share: usize) -> Value {
    let files = files(path, share);
    let input: usize = files.iter().map(|(_, bytes)| bytes.len()).sum();
    let (start, processor) = (Instant::now(), cpu());
    let pressed = jejak_press::press(files.into_iter());
    let seconds = start.elapsed().as_secs_f64();
    let busy = cpu().zip(processor).map(|(after, before)| after - before);
    let articles = &pressed.archive.articles;
    let removed = articles.iter().flat_map(|article| &article.removed).map(|removed| removed.text.len());
    let text: usize = articles.iter().map(|article| article.text.len()).sum::<usize>() + removed.sum::<usize>();
    let count = articles.len();
    let start = Instant::now();
    let archive = jejak_archive::write(&pressed.archive, &jejak_press::stem::Indonesian).len();
    let writing = start.elapsed().as_secs_f64();
    let tenths = |value: f64, of: f64| (value * of).round() / of;
    json!({
        "articles": count, "input_bytes": input, "text_bytes": text, "seconds": tenths(seconds, 1000.0),
        "mb_per_second": tenths(text as f64 / 1e6 / seconds, 100.0),
        "mb_per_cpu_second": busy.map(|busy| tenths(text as f64 / 1e6 / busy, 100.0)), "archive_bytes": archive,
        "writing_seconds": tenths(writing, 1000.0), "peak_bytes": peak(), "problems": pressed.problems.len(),
    })
}

/// The files of a folder, or the one file; of several articles or files each `share`-th.
fn files(path: &Path, share: usize) -> Vec<(String, Vec<u8>)> {
    let read = |path: &Path| {
        std::fs::read(path).unwrap_or_else(|error| {
            eprintln!("{} cannot be read: {error}", path.display());
            std::process::exit(1);
        })
    };
    if path.is_dir() {
        let mut all = Vec::new();
        gather(path, &mut all);
        all.sort();
        let name = |file: &PathBuf| file.strip_prefix(path).unwrap_or(file).to_string_lossy().into_owned();
        return all.iter().step_by(share).map(|file| (name(file), read(file))).collect();
    }
    let mut name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut bytes = read(path);
    if let Some(inner) = name.strip_suffix(".gz") {
        let mut unpacked = Vec::new();
        flate2::read::MultiGzDecoder::new(&*bytes).read_to_end(&mut unpacked).expect("gzipped bytes");
        (name, bytes) = (inner.to_owned(), unpacked);
    }
    if share > 1 {
        let lines: Vec<&[u8]> = bytes.split(|byte| *byte == b'\n').step_by(share).collect();
        bytes = lines.join(&b'\n');
    }
    vec![(name, bytes)]
}

fn gather(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => gather(&entry.path(), files),
            Ok(kind) if kind.is_file() => files.push(entry.path()),
            _ => {}
        }
    }
}

/// Seconds of processor time that this process took on all cores, where Linux tells: fields 14 and 15, in hundredths.
fn cpu() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/stat").ok()?;
    let fields: Vec<&str> = status.rsplit_once(')')?.1.split_whitespace().collect();
    Some((fields.get(11)?.parse::<f64>().ok()? + fields.get(12)?.parse::<f64>().ok()?) / 100.0)
}

/// The most memory that this process held, where Linux tells.
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().strip_suffix(" kB")?.trim().parse::<u64>().ok()? * 1024)
}
