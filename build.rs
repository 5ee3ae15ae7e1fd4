//! Writes the archive that the app carries: an empty one, until the press is there to make one of the articles.

use std::error::Error;
use std::path::PathBuf;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=build.rs");
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo names no folder for what is built")?);
    let archive = jejak_archive::Archive::default();
    fs::write(out.join("archive.bin"), jejak_archive::write(&archive, &jejak_archive::NoStem))?;
    Ok(())
}
