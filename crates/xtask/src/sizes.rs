//! What the app weighs in a visitor's way, beside what was recorded.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use crate::error::Error;
use crate::layout::Layout;
use crate::{build, shell};

/// The most that the app's first WebAssembly may be without its archive and its chunks, in bytes by brotli.
const MOST: u64 = 200_000;
/// So much more than what is recorded is let pass, in thousandths: a compiler's new version alone moves the sizes.
const SLACK: u64 = 10;

/// Bytes by brotli, by what they are of.
type Sizes = BTreeMap<String, u64>;

/// Prints the sizes of the staged app beside the recorded ones.
///
/// # Errors
/// The app is larger than allowed, or something is by more than the slack larger than it was.
pub(crate) fn check(layout: &Layout) -> Result<(), Error> {
    let now = measured(layout)?;
    let file = file(layout);
    let recorded = fs::read_to_string(&file).map_err(Error::io("read", &file))?;
    let recorded = read(&recorded).map_err(|why| Error::Lock { path: file, why })?;
    let mut grown = Vec::new();
    for (name, &size) in &now {
        let before = recorded.get(name).copied().unwrap_or_default();
        eprintln!("{name:>8} {size:>8} bytes by brotli, {before} recorded");
        if size * 1000 > before * (1000 + SLACK) || name == "app" && size > MOST {
            grown.push(name.clone());
        }
    }
    eprintln!("{:>8} {:>8} bytes by brotli", "all", now.values().sum::<u64>());
    if grown.is_empty() { Ok(()) } else { Err(Error::Grown { what: grown.join(" and "), most: MOST }) }
}

/// Records the sizes of the staged app, if there is one.
pub(crate) fn record(layout: &Layout) -> Result<(), Error> {
    if !layout.staged().exists() {
        return Ok(());
    }
    let rows: String = measured(layout)?.iter().map(|(name, size)| format!("{name} = {size}\n")).collect();
    let words = "# Bytes by brotli of the app without its archive, then of what is fetched when it is wanted. Written by `cargo xtask record` after a build.\n\n";
    let file = file(layout);
    fs::write(&file, format!("{words}{rows}")).map_err(Error::io("write", &file))
}

fn file(layout: &Layout) -> PathBuf {
    layout.root.join("tests/gold/sizes.toml")
}

fn measured(layout: &Layout) -> Result<Sizes, Error> {
    let said = shell::output(build::site_program(layout).arg("sizes").arg(layout.staged()))?;
    read(&said).map_err(|_| Error::Missing { what: "the answer of `jejak-site sizes`".to_owned() })
}

fn read(text: &str) -> Result<Sizes, String> {
    toml::from_str(text).map_err(|error| error.to_string())
}
