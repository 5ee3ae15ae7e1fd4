//! Finds the compiled app.

use std::fmt;
use std::path::{Path, PathBuf};

use jejak_archive::form::Frame;

use super::BuildError;
use crate::site::Staged;

/// Where `cargo xtask build` leaves the compiled app, from the root of a checkout.
pub(super) const STAGED: &str = "target/site-staged";

/// The compiled app that a program brings along, packed.
#[derive(Clone, Copy)]
pub struct Carried(&'static [u8]);

impl Carried {
    /// The bytes that [`Staged::packed`] gave.
    #[must_use]
    pub const fn new(packed: &'static [u8]) -> Self {
        Self(packed)
    }
}

impl fmt::Debug for Carried {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Carried({} bytes)", self.0.len())
    }
}

/// Where a compiled app came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// This program brought it along.
    Carried,
    /// A folder.
    Folder(PathBuf),
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Carried => f.write_str("the compiled app that this jejak carries"),
            Self::Folder(folder) => write!(f, "the compiled app in {}", folder.display()),
        }
    }
}

impl Origin {
    /// How one gets an app that fits.
    pub(super) fn remedy(&self) -> &'static str {
        match self {
            Self::Carried => "get this jejak anew, or name another app with --app",
            Self::Folder(_) => "run `cargo xtask build` again",
        }
    }
}

/// The compiled app: in the folder given, else the one that the program carries, else in the checkout that the current
/// folder lies in. What a program carries goes before a checkout, so that it does the same wherever it is called.
///
/// # Errors
/// There is none, it is damaged, or it reads archives of another form.
pub(super) fn find(given: Option<&Path>, carried: Option<Carried>) -> Result<Staged, BuildError> {
    let (origin, staged) = match (given, carried) {
        (Some(folder), _) if folder.join("index.html").is_file() => from(folder.to_owned())?,
        (Some(folder), _) => return Err(BuildError::NoApp(Some(folder.to_owned()))),
        (None, Some(Carried(packed))) => (Origin::Carried, Staged::unpacked(packed)?),
        (None, None) => from(above().ok_or(BuildError::NoApp(None))?)?,
    };
    match Frame::read(staged.archive()?) {
        Ok(_) => Ok(staged),
        Err(cause) => Err(BuildError::OldApp { app: origin, cause }),
    }
}

fn from(folder: PathBuf) -> Result<(Origin, Staged), BuildError> {
    let staged = Staged::read(&folder)?;
    Ok((Origin::Folder(folder), staged))
}

fn above() -> Option<PathBuf> {
    let here = std::env::current_dir().ok()?;
    here.ancestors().map(|folder| folder.join(STAGED)).find(|folder| folder.join("index.html").is_file())
}

/// Where it was looked for, as part of a sentence.
pub(super) fn tried(given: &Option<PathBuf>) -> String {
    match given {
        Some(folder) => format!(" in {}", folder.display()),
        None => format!(": this jejak carries none, and {STAGED} is neither in this folder nor in one above it"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::SiteError;

    #[test]
    fn a_carried_app_that_is_damaged_is_refused() {
        for damaged in [&b""[..], b"no app", &[0; 64]] {
            let found = find(None, Some(Carried::new(damaged)));
            assert!(matches!(found, Err(BuildError::Site(SiteError::Packed(_)))), "{found:?}");
        }
    }

    #[test]
    fn a_folder_given_goes_before_the_app_carried() {
        let folder = tempfile::tempdir().expect("a folder");
        let found = find(Some(folder.path()), Some(Carried::new(b"")));
        assert!(matches!(found, Err(BuildError::NoApp(Some(named))) if named == folder.path()));
    }
}
