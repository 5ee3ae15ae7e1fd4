//! Presses what was named: a folder, or one file.

use std::path::{Path, PathBuf};

use jejak_archive::keep::Kept;
use jejak_press::read::{SETTINGS, Settings, decode, read_settings};
use jejak_press::{LOCK, PressError, Pressed, Problem, ProblemKind, Progress, press_folder_keeping};

use super::BuildError;

/// Presses a folder or a file of articles; the settings and the lock of a file lie beside it. Problems name files
/// of a folder by their path in it, and a single file as it was named.
///
/// # Errors
/// The folder cannot be listed. A file that cannot be read is a problem of the result.
pub(crate) fn press(articles: &Path, watch: &mut dyn FnMut(Progress)) -> Result<Pressed, PressError> {
    press_keeping(articles, watch, None)
}

/// As [`press`], with the same result; what was pressed before is taken from `keep`.
///
/// # Errors
/// As [`press`].
pub(super) fn press_keeping(
    articles: &Path,
    watch: &mut dyn FnMut(Progress),
    keep: Kept<'_>,
) -> Result<Pressed, PressError> {
    if articles.is_dir() {
        return press_folder_keeping(articles, watch, keep);
    }
    // By its name alone, so that the lock does not tell from which folder the command was called.
    let name = articles.file_name().unwrap_or(articles.as_os_str()).to_string_lossy().into_owned();
    let mut named = all_beside(articles);
    named.push((name.clone(), articles.to_owned()));
    let mut unread = Vec::new();
    let files = named.into_iter().filter_map(|(name, path)| match std::fs::read(path) {
        Ok(bytes) => Some((name, bytes)),
        Err(cause) => {
            unread.push(Problem { file: name, line: None, kind: ProblemKind::Unreadable { cause: cause.to_string() } });
            None
        }
    });
    let mut pressed = jejak_press::press_keeping(files, watch, keep);
    if unread.iter().any(|problem| problem.file == LOCK) {
        pressed.lock = None;
    }
    pressed.problems.append(&mut unread);
    let own = pressed.problems.iter_mut().filter(|problem| problem.file == name);
    own.for_each(|problem| problem.file = articles.to_string_lossy().into_owned());
    Ok(pressed)
}

/// What belongs to a file of articles: the settings, the lock and the pictures, where they are there, by name and path.
fn all_beside(file: &Path) -> Vec<(String, PathBuf)> {
    let mut named = vec![(SETTINGS.to_owned(), beside(file, SETTINGS)), (LOCK.to_owned(), beside(file, LOCK))];
    let settings = std::fs::read(beside(file, SETTINGS)).unwrap_or_default();
    let (Settings { logo, icon, .. }, _) = read_settings(&decode(&settings).0);
    for (picture, _) in [logo, icon].into_iter().flatten() {
        let path = beside(file, &picture);
        if named.iter().all(|(_, other)| *other != path) {
            named.push((picture, path));
        }
    }
    named.retain(|(_, path)| path.is_file());
    named
}

/// Where what belongs to a file of articles lies: the settings, the lock and the pictures, where they are there.
pub(crate) fn paths_beside(file: &Path) -> Vec<PathBuf> {
    all_beside(file).into_iter().map(|(_, path)| path).collect()
}

/// A file that belongs to the articles: in their folder, or beside their file.
pub(super) fn beside(articles: &Path, name: &str) -> PathBuf {
    if articles.is_dir() { articles.join(name) } else { articles.with_file_name(name) }
}

/// A site among the articles would be read as articles by the next build; articles inside the site would be deleted
/// with the old site.
pub(super) fn refuse_nested(articles: &Path, site: &Path) -> Result<(), BuildError> {
    let nested = BuildError::Nested { site: site.to_owned(), articles: articles.to_owned() };
    let (Some(inner), Some(outer)) = (resolved(articles), resolved(site)) else { return Ok(()) };
    let among = articles.is_dir() && outer.starts_with(&inner);
    if among || inner.starts_with(&outer) { Err(nested) } else { Ok(()) }
}

/// Whether a file lies in a folder, or will.
pub(crate) fn lies_in(file: &Path, folder: &Path) -> bool {
    matches!((resolved(file), resolved(folder)), (Some(file), Some(folder)) if file.starts_with(&folder))
}

/// The path without links and `..`, also where its end does not exist yet.
fn resolved(path: &Path) -> Option<std::path::PathBuf> {
    let path = std::path::absolute(path).ok()?;
    let known = path.ancestors().find_map(|above| Some((above.canonicalize().ok()?, above)));
    known.map(|(real, above)| path.strip_prefix(above).map_or(real.clone(), |rest| real.join(rest)))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_site_among_the_articles_and_articles_in_the_site_are_refused() {
        let folder = tempfile::tempdir().expect("a folder");
        let articles = folder.path().join("berita");
        fs::create_dir(&articles).expect("a folder");
        let file = folder.path().join("berita.jsonl");
        fs::write(&file, "").expect("a file");
        let refused = |articles: &Path, site: &Path| refuse_nested(articles, site).is_err();
        assert!(refused(&articles, &articles));
        assert!(refused(&articles, &articles.join("baru/situs")));
        assert!(refused(&articles, &articles.join("../berita/situs")));
        assert!(refused(&articles, folder.path()));
        assert!(refused(&file, folder.path()));
        assert!(!refused(&articles, &folder.path().join("berita-situs")));
        assert!(!refused(&file, &folder.path().join("situs")));
    }
}
