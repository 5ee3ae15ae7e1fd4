//! The files of a folder.

use std::path::{Path, PathBuf};

use super::settings::SETTINGS;
use crate::problem::PressError;

/// The files under a folder, with their names relative to it (parts joined by `/`), sorted by name. Hidden files and
/// folders and the settings are left out; links to folders are not followed, so that a loop ends.
pub(crate) fn files_of(folder: &Path) -> Result<Vec<(String, PathBuf)>, PressError> {
    let mut files = Vec::new();
    let mut open = vec![(String::new(), folder.to_path_buf())];
    while let Some((prefix, path)) = open.pop() {
        let failed = |cause| PressError::Folder { folder: path.clone(), cause };
        for entry in std::fs::read_dir(&path).map_err(failed)? {
            let entry = entry.map_err(failed)?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let kind = entry.file_type().map_err(failed)?;
            if name.starts_with('.') || (prefix.is_empty() && matches!(name.as_str(), SETTINGS | "jejak.lock")) {
                continue;
            }
            let full = if prefix.is_empty() { name } else { format!("{prefix}/{name}") };
            if kind.is_dir() {
                open.push((full, entry.path()));
            } else if kind.is_file() || entry.path().is_file() {
                files.push((full, entry.path()));
            }
        }
    }
    files.sort();
    Ok(files)
}
