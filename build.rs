//! Presses the articles that the app carries.
//!
//! The folder is `assets/articles`, or the one that the environment variable `JEJAK_ARTICLES` names. What the press
//! has to say about single articles becomes warnings of the build; an archive that cannot be made at all stops it.

use std::error::Error;
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
    Ok(())
}

/// Asks cargo to build again when the folder, a folder in it or a file in it changes.
fn watch(path: &Path) {
    println!("cargo:rerun-if-changed={}", path.display());
    let Ok(entries) = fs::read_dir(path) else { return };
    for entry in entries.flatten() {
        watch(&entry.path());
    }
}
