//! Presses the articles that the app carries.
//!
//! The folder is `assets/articles`, or the one that the environment variable `JEJAK_ARTICLES` names. What the press
//! has to say about single articles becomes warnings of the build; an archive that cannot be made at all stops it.
//!
//! How often the press is wrong, which the page about an archive shows, is written down for the app here too.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

const FOLDER: &str = "JEJAK_ARTICLES";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-env-changed={FOLDER}");
    println!("cargo:rerun-if-changed=build.rs");
    if env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") {
        // What is constant lies behind the stack. With two pages less than the mebibyte that Rust gives to a stack, all of it
        // lies below the address 2^20, from which on WebAssembly writes an address in four bytes instead of three.
        println!("cargo:rustc-link-arg-bins=-zstack-size={}", 14 * 65_536);
        // What refers to what, for cutting chunks off. The development loop does without.
        if env::var("PROFILE").is_ok_and(|profile| profile == "release") {
            println!("cargo:rustc-link-arg-bins=--emit-relocs");
        }
    }
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").ok_or("cargo names no folder of the package")?);
    let folder = env::var_os(FOLDER).filter(|folder| !folder.is_empty());
    let folder = folder.map_or_else(|| root.join("assets/articles"), |folder| root.join(folder));
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo names no folder for what is built")?);
    watch(&folder);
    let pressed = jejak_press::press_folder(&folder)
        .map_err(|error| format!("the articles in {} cannot be pressed: {error}", folder.display()))?;
    for problem in &pressed.problems {
        println!("cargo:warning={}", problem.to_string().replace('\n', " "));
    }
    let bytes = jejak_archive::write(&pressed.archive, &jejak_press::stem::Indonesian);
    let file = out.join("archive.bin");
    fs::write(&file, bytes).map_err(|error| format!("{} cannot be written: {error}", file.display()))?;
    let recorded = root.join("tests/gold/recorded.toml");
    println!("cargo:rerun-if-changed={}", recorded.display());
    let measured =
        accuracy(&fs::read_to_string(&recorded)?).map_err(|error| format!("{}: {error}", recorded.display()))?;
    fs::write(out.join("accuracy.rs"), measured)?;
    Ok(())
}

/// Sets of labels, the one first that the rules of the press know least: what they were made with flatters them.
const SETS: [&str; 5] = ["news-dev", "linking-fresh", "linking-news", "archive", "five-articles"];

/// The default archive's.
const OWN: &str = "archive";

/// How many were right, were found, and should have been.
fn of_slot(slot: &str, counts: &toml::Value) -> Result<[i64; 3], String> {
    let count = |key: &str| counts.get(key).and_then(toml::Value::as_integer);
    let counts = count("right").zip(count("found")).zip(count("wanted"));
    let ((right, found), wanted) = counts.ok_or_else(|| format!("the counts of {slot} make no sense"))?;
    Ok([right, found, wanted])
}

/// What was measured, as constants of the app: of each slot the first set that has it.
fn accuracy(recorded: &str) -> Result<String, Box<dyn Error>> {
    let sets: toml::Table = recorded.parse()?;
    let of_set = |set: &toml::Table, key: &str| set.get(key).and_then(toml::Value::as_str).map(str::to_owned);
    let measured =
        sets.get("measured").and_then(toml::Value::as_table).ok_or("it does not say when it was measured")?;
    let (day, stamp) = of_set(measured, "day").zip(of_set(measured, "stamp")).ok_or("day or stamp is missing")?;
    let mut slots: BTreeMap<&str, [i64; 3]> = BTreeMap::new();
    for name in SETS {
        let set = sets.get(name).and_then(toml::Value::as_table).ok_or_else(|| format!("{name} is missing"))?;
        for (slot, counts) in set {
            slots.entry(slot).or_insert(of_slot(slot, counts)?);
        }
    }
    let [year, month, day] = day.splitn(3, '-').map(str::parse).collect::<Result<Vec<i16>, _>>()?[..] else {
        return Err("the day makes no sense".into());
    };
    let mut out =
        format!("pub const DAY: Date = Date::constant({year}, {month}, {day});\npub const STAMP: &str = {stamp:?};\n");
    writeln!(out, "pub const SLOTS: &[(&str, [u32; 3])] = &[")?;
    slots.iter().try_for_each(|(slot, counts)| writeln!(out, "({slot:?}, {counts:?}),"))?;
    writeln!(out, "];")?;
    // What a visitor's browser can measure again: it has the default archive's labels alone.
    let own = sets.get(OWN).and_then(toml::Value::as_table).ok_or_else(|| format!("{OWN} is missing"))?;
    writeln!(out, "pub const OWN: &[(&str, [u32; 3])] = &[")?;
    for (slot, counts) in own {
        writeln!(out, "({slot:?}, {:?}),", of_slot(slot, counts)?)?;
    }
    writeln!(out, "];")?;
    Ok(out)
}

/// Asks cargo to build again when the folder, a folder in it or a file in it changes.
fn watch(path: &Path) {
    println!("cargo:rerun-if-changed={}", path.display());
    let Ok(entries) = fs::read_dir(path) else { return };
    for entry in entries.flatten() {
        watch(&entry.path());
    }
}
