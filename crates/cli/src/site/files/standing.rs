//! What stands in the folder of a site already.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;

use super::super::SiteError;

/// Everything in a folder. Links are not followed: what they lead to is not the site's.
#[derive(Debug, Default)]
pub(super) struct Standing {
    /// The files by path from the root, with `/`, and whether the new site has them too.
    files: HashMap<String, AtomicBool>,
    /// The folders, from the root too; without it.
    pub(super) folders: HashSet<String>,
    /// What no site holds: links, names that are no text, and the like.
    pub(super) foreign: Vec<PathBuf>,
}

impl Standing {
    /// Looks through a folder, which need not be there.
    pub(super) fn of(root: &Path) -> Result<Self, SiteError> {
        look(root, "")
    }

    /// Whether this file stands there and has these bytes already. They are compared themselves: a time, a length or a hash
    /// that somebody noted can be wrong. The new site has the file in either case.
    pub(super) fn has(&self, root: &Path, name: &str, bytes: &[u8]) -> bool {
        self.is(root, name, |there| there == bytes)
    }

    /// The same of who knows a file's bytes by asking about them alone: the new site has the file only where that holds.
    pub(super) fn holds(&self, root: &Path, name: &str, right: impl FnOnce(&[u8]) -> bool) -> bool {
        self.files.contains_key(name) && self.is(root, name, right)
    }

    fn is(&self, root: &Path, name: &str, right: impl FnOnce(&[u8]) -> bool) -> bool {
        let Some(wanted) = self.files.get(name) else { return false };
        wanted.store(true, Ordering::Relaxed);
        // A file that cannot be read is written anew.
        fs::read(root.join(name)).is_ok_and(|there| right(&there))
    }

    pub(super) fn is_file(&self, name: &str) -> bool {
        self.files.contains_key(name)
    }

    /// The files that the new site does not have, in order.
    pub(super) fn unwanted(&self) -> Vec<&str> {
        let unwanted = self.files.iter().filter(|(_, wanted)| !wanted.load(Ordering::Relaxed));
        let mut unwanted: Vec<&str> = unwanted.map(|(name, _)| name.as_str()).collect();
        unwanted.sort_unstable();
        unwanted
    }

    /// The files that the new site has too.
    pub(super) fn wanted(&self) -> impl Iterator<Item = &str> {
        self.files.iter().filter(|(_, wanted)| wanted.load(Ordering::Relaxed)).map(|(name, _)| name.as_str())
    }

    fn join(mut self, other: Self) -> Self {
        self.files.extend(other.files);
        self.folders.extend(other.folders);
        self.foreign.extend(other.foreign);
        self
    }
}

fn look(folder: &Path, prefix: &str) -> Result<Standing, SiteError> {
    let mut standing = Standing::default();
    let mut inside = Vec::new();
    let entries = match folder.read_dir() {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(standing),
        Err(error) => return Err(SiteError::io("read the folder", folder)(error)),
    };
    for entry in entries {
        let entry = entry.map_err(SiteError::io("read the folder", folder))?;
        let kind = entry.file_type().map_err(SiteError::io("look at", entry.path()))?;
        match entry.file_name().into_string() {
            Ok(name) if kind.is_file() => {
                standing.files.insert(format!("{prefix}{name}"), AtomicBool::new(false));
            }
            Ok(name) if kind.is_dir() => inside.push((format!("{prefix}{name}"), entry.path())),
            _ => standing.foreign.push(entry.path()),
        }
    }
    standing.folders.extend(inside.iter().map(|(name, _)| name.clone()));
    let inside = inside.into_par_iter().map(|(name, path)| look(&path, &format!("{name}/")));
    inside
        .try_reduce(Standing::default, |a, b| Ok(if a.files.len() < b.files.len() { b.join(a) } else { a.join(b) }))
        .map(|inside| inside.join(standing))
}
