//! The files of a folder.

use std::path::{Path, PathBuf};

use super::settings::SETTINGS;
use crate::lock::LOCK;
use crate::problem::{PressError, Problem, ProblemKind};

/// Files by their names relative to the folder, and what in it cannot be read.
type Listed = (Vec<(String, PathBuf)>, Vec<Problem>);

/// The files under a folder, with their names relative to it (parts joined by `/`), sorted by name. Hidden files and
/// folders and the settings are left out. Links to folders are not followed, so that a loop ends, and neither are those to
/// files that lie elsewhere, so that nothing is published that was never put here; they, folders that cannot be listed,
/// links that lead nowhere and what is no file (a device, a pipe) are problems.
pub(crate) fn files_of(folder: &Path) -> Result<Listed, PressError> {
    let (mut files, mut problems) = (Vec::new(), Vec::new());
    let mut open = vec![(String::new(), folder.to_path_buf())];
    let real = folder.canonicalize().map_err(|cause| PressError::Folder { folder: folder.to_path_buf(), cause })?;
    while let Some((prefix, path)) = open.pop() {
        let mut report = |name: &str, kind| problems.push(Problem { file: name.to_string(), line: None, kind });
        let unreadable = |cause: std::io::Error| ProblemKind::Unreadable { cause: cause.to_string() };
        let entries = match std::fs::read_dir(&path) {
            Ok(entries) => entries,
            Err(cause) if prefix.is_empty() => return Err(PressError::Folder { folder: path, cause }),
            Err(cause) => {
                report(&prefix, unreadable(cause));
                continue;
            }
        };
        for entry in entries {
            let entry = match entry {
                Ok(entry) => entry,
                Err(cause) => {
                    report(if prefix.is_empty() { "." } else { &prefix }, unreadable(cause));
                    continue;
                }
            };
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with('.') || (prefix.is_empty() && matches!(name.as_str(), SETTINGS | LOCK)) {
                continue;
            }
            let full = if prefix.is_empty() { name } else { format!("{prefix}/{name}") };
            // Of a link this is the link's own kind, below it is that of what the link leads to.
            let own = entry.file_type();
            if own.as_ref().is_ok_and(std::fs::FileType::is_dir) {
                open.push((full, entry.path()));
                continue;
            }
            let is_link = own.is_ok_and(|kind| kind.is_symlink());
            let leads_out = || !entry.path().canonicalize().is_ok_and(|path| path.starts_with(&real));
            match std::fs::metadata(entry.path()) {
                Ok(kind) if kind.is_file() && is_link && leads_out() => {
                    report(&full, ProblemKind::NoFile { what: "a link to a file outside of this folder" });
                }
                Ok(kind) if kind.is_file() => files.push((full, entry.path())),
                Ok(kind) if kind.is_dir() => report(&full, ProblemKind::NoFile { what: "a link to a folder" }),
                Ok(_) => report(&full, ProblemKind::NoFile { what: "a device, a pipe or a socket" }),
                Err(cause) => report(&full, unreadable(cause)),
            }
        }
    }
    files.sort();
    Ok((files, problems))
}
