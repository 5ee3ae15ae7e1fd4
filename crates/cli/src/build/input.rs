//! Presses what was named: a folder, or one file.

use std::path::Path;

use jejak_press::read::SETTINGS;
use jejak_press::{PressError, Pressed, Problem, ProblemKind, Progress, press_folder_watched, press_watched};

use super::BuildError;

/// Presses a folder or a file of articles; the settings of a file are the `archive.toml` beside it. Problems name files
/// of a folder by their path in it, and a single file as it was named.
///
/// # Errors
/// The folder cannot be listed. A file that cannot be read is a problem of the result.
pub(crate) fn press(articles: &Path, watch: &mut dyn FnMut(Progress)) -> Result<Pressed, PressError> {
    if articles.is_dir() {
        return press_folder_watched(articles, watch);
    }
    let settings = articles.with_file_name(SETTINGS);
    let settings = settings.is_file().then_some((SETTINGS.to_owned(), settings));
    let named = [(articles.to_string_lossy().into_owned(), articles.to_owned())];
    let mut unread = Vec::new();
    let files = settings.into_iter().chain(named).filter_map(|(name, path)| match std::fs::read(path) {
        Ok(bytes) => Some((name, bytes)),
        Err(cause) => {
            unread.push(Problem { file: name, line: None, kind: ProblemKind::Unreadable { cause: cause.to_string() } });
            None
        }
    });
    let mut pressed = press_watched(files, watch);
    pressed.problems.append(&mut unread);
    Ok(pressed)
}

/// A site among the articles would be read as articles by the next build; articles inside the site would be deleted
/// with the old site.
pub(super) fn refuse_nested(articles: &Path, site: &Path) -> Result<(), BuildError> {
    let nested = BuildError::Nested { site: site.to_owned(), articles: articles.to_owned() };
    let (Some(inner), Some(outer)) = (resolved(articles), resolved(site)) else { return Ok(()) };
    let among = articles.is_dir() && outer.starts_with(&inner);
    if among || inner.starts_with(&outer) { Err(nested) } else { Ok(()) }
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
