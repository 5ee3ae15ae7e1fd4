//! Names this press, so that what another one left is never taken for its own work ([`STAMP`] in `src/lib.rs`).
//!
//! WHY a hash of the sources: a version changes with a release, the press with any line, list or library. A hash of the
//! finished program would have to be made at each start.

#![allow(clippy::expect_used, reason = "a build that cannot name its sources stops")]

use std::env::var;
use std::fs;
use std::path::{Path, PathBuf};

use xxhash_rust::xxh3::Xxh3;

/// All that the press and the writer of archives are made of, from this folder.
const PARTS: [&str; 7] =
    ["Cargo.toml", "build.rs", "src", "data", "../archive/Cargo.toml", "../archive/src", "../../Cargo.lock"];
/// What else decides what the compiler makes of it.
const SETTINGS: [&str; 4] = ["TARGET", "PROFILE", "OPT_LEVEL", "CARGO_FEATURE_DOCUMENTS"];

fn main() {
    let root = PathBuf::from(var("CARGO_MANIFEST_DIR").expect("cargo says where the crate lies"));
    let mut files = Vec::new();
    for part in PARTS {
        println!("cargo::rerun-if-changed={part}");
        gather(&root.join(part), &mut files);
    }
    // By name, because folders are listed in any order.
    files.sort();
    let mut hash = Xxh3::new();
    let mut add = |bytes: &[u8]| {
        hash.update(&(bytes.len() as u64).to_le_bytes());
        hash.update(bytes);
    };
    for file in files {
        add(file.strip_prefix(&root).unwrap_or(&file).to_string_lossy().as_bytes());
        add(&fs::read(&file).expect("a source can be read"));
    }
    SETTINGS.iter().for_each(|name| add(var(name).unwrap_or_default().as_bytes()));
    let compiler = std::process::Command::new(var("RUSTC").expect("cargo names the compiler")).arg("-vV").output();
    add(&compiler.expect("the compiler tells its version").stdout);
    println!("cargo::rustc-env=JEJAK_PRESS_STAMP={:032x}", hash.digest128());
}

/// All files in a folder, or the file. One that is not there is left out: the lock of a workspace that takes this in.
fn gather(path: &Path, files: &mut Vec<PathBuf>) {
    if path.is_dir() {
        for entry in fs::read_dir(path).expect("a folder of sources can be listed") {
            gather(&entry.expect("a folder of sources can be listed").path(), files);
        }
    } else if path.is_file() {
        files.push(path.to_owned());
    }
}
