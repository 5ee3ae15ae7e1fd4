//! Writes a whole folder, or nothing.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use super::SiteError;

/// The files of a site, by path from its root, with `/`.
pub(super) type Files = BTreeMap<String, Vec<u8>>;

/// Writes one file of a folder that is not there yet as a whole. Several may be written at once.
pub(super) fn put(folder: &Path, name: &str, bytes: &[u8]) -> Result<(), SiteError> {
    let path = folder.join(name);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(SiteError::io("make the folder", folder))?;
    }
    fs::write(&path, bytes).map_err(SiteError::io("write", &path))
}

/// Puts what `fill` writes into a folder where `out` is. It is written beside it first, so that whoever reads `out` meets the old site or
/// the new one, and a failure leaves the old one.
///
/// A folder that is not empty is replaced only if it holds all of `marks`, the files by which a site is known.
pub(super) fn replace(
    out: &Path,
    marks: &[&str],
    fill: impl FnOnce(&Path) -> Result<(), SiteError>,
) -> Result<(), SiteError> {
    refuse_foreign(out, marks)?;
    let out = std::path::absolute(out).map_err(SiteError::io("find", out))?;
    let parent = out.parent().unwrap_or(&out);
    fs::create_dir_all(parent).map_err(SiteError::io("make the folder", parent))?;
    // On the same file system as `out`, so that moving is one step. Removed when dropped, whatever happened.
    let beside = tempfile::Builder::new()
        .prefix(".jejak-")
        .tempdir_in(parent)
        .map_err(SiteError::io("make a folder in", parent))?;
    let (new, old) = (beside.path().join("new"), beside.path().join("old"));
    fs::create_dir(&new).map_err(SiteError::io("make the folder", &new))?;
    fill(&new)?;
    match fs::rename(&out, &old) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(SiteError::io("move away", &out)(error)),
        _ => {}
    }
    if let Err(error) = fs::rename(&new, &out) {
        // Best effort: the first failure is the one to tell.
        let _ = fs::rename(&old, &out);
        return Err(SiteError::io("write", &out)(error));
    }
    Ok(())
}

/// A folder that holds something else must not be lost to a mistyped name.
fn refuse_foreign(out: &Path, marks: &[&str]) -> Result<(), SiteError> {
    let mut entries = match out.read_dir() {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(SiteError::io("read the folder", out)(error)),
    };
    let is_site = marks.iter().all(|name| out.join(name).is_file());
    if entries.next().is_some() && !is_site { Err(SiteError::Occupied(out.to_owned())) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(names: &[(&str, &str)]) -> Files {
        names.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
    }

    fn put(out: &Path, files: &Files) -> Result<(), SiteError> {
        let all = |folder: &Path| files.iter().try_for_each(|(name, bytes)| super::put(folder, name, bytes));
        replace(out, &["index.html", "muat.js"], all)
    }

    #[test]
    fn replaces_a_site_and_leaves_nothing_of_the_old_one() {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("a/site");
        put(&out, &files(&[("index.html", "1"), ("muat.js", ""), ("artikel/lama/index.html", "x")])).unwrap();
        put(&out, &files(&[("index.html", "2"), ("muat.js", "")])).unwrap();
        assert_eq!(fs::read_to_string(out.join("index.html")).unwrap(), "2");
        assert!(!out.join("artikel").exists());
        assert_eq!(out.parent().unwrap().read_dir().unwrap().count(), 1, "a working folder was left behind");
    }

    #[test]
    fn keeps_the_old_site_when_the_new_one_cannot_be_written() {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("site");
        put(&out, &files(&[("index.html", "1"), ("muat.js", "")])).unwrap();
        // A file where a folder has to be.
        assert!(put(&out, &files(&[("artikel", "x"), ("artikel/a/index.html", "y")])).is_err());
        assert_eq!(fs::read_to_string(out.join("index.html")).unwrap(), "1");
        assert_eq!(folder.path().read_dir().unwrap().count(), 1);
    }

    #[test]
    fn leaves_a_folder_alone_that_is_no_site() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("surat.txt"), "penting").unwrap();
        let refused = put(folder.path(), &files(&[("index.html", "1")]));
        assert!(matches!(refused, Err(SiteError::Occupied(_))));
        assert!(folder.path().join("surat.txt").exists());
    }
}
