//! Finds the compiled app.

use std::path::{Path, PathBuf};

use super::BuildError;
use crate::site::Staged;

/// Where `cargo xtask build` leaves the compiled app, from the root of a checkout.
pub(super) const STAGED: &str = "target/site-staged";

/// The compiled app and where it is: in the folder given, else in the checkout that the current folder lies in.
pub(super) fn find(given: Option<&Path>) -> Result<(PathBuf, Staged), BuildError> {
    let folder = match given {
        Some(folder) if folder.join("index.html").is_file() => folder.to_owned(),
        Some(folder) => return Err(BuildError::NoApp(Some(folder.to_owned()))),
        None => above().ok_or(BuildError::NoApp(None))?,
    };
    let staged = Staged::read(&folder)?;
    Ok((folder, staged))
}

fn above() -> Option<PathBuf> {
    let here = std::env::current_dir().ok()?;
    here.ancestors().map(|folder| folder.join(STAGED)).find(|folder| folder.join("index.html").is_file())
}

/// Where it was looked for, as part of a sentence.
pub(super) fn tried(given: &Option<PathBuf>) -> String {
    match given {
        Some(folder) => format!(" in {}", folder.display()),
        None => format!(" ({STAGED} is neither in this folder nor in one above it)"),
    }
}
