//! `jejak new`: a folder to begin with.
//!
//! WHY: whoever has never made an archive sees what one is made of: one article, and the settings with every key in
//! them, explained and switched off.

use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use serde::Serialize;

/// The settings, with every key that there is.
pub const TEMPLATE: &str = include_str!("archive.toml");
const FILES: [(&str, &str); 2] =
    [("archive.toml", TEMPLATE), ("pembukaan-pasar.md", include_str!("pembukaan-pasar.md"))];

/// A folder that was made.
#[derive(Debug, Serialize)]
pub struct Made {
    /// The folder.
    pub folder: PathBuf,
    /// The files in it.
    pub files: Vec<&'static str>,
    /// What to do next.
    pub next: String,
}

/// Why nothing was made.
#[derive(Debug, thiserror::Error)]
pub enum NewError {
    /// One of the files is there already.
    #[error("{} is there already and stays as it is; choose another folder", .0.display())]
    Exists(PathBuf),
    /// A file or folder cannot be written.
    #[error("{} cannot be written ({cause}); choose another folder", path.display())]
    Io {
        /// Which.
        path: PathBuf,
        /// What the system said.
        cause: io::Error,
    },
}

/// Writes the files into a folder, which is made where it is not there.
///
/// # Errors
/// One of them is there already, or cannot be written. Then nothing is overwritten.
pub fn run(folder: &Path) -> Result<Made, NewError> {
    let io = |path: &Path| {
        let path = path.to_owned();
        |cause| NewError::Io { path, cause }
    };
    if let Some(there) = FILES.iter().map(|(name, _)| folder.join(name)).find(|path| path.symlink_metadata().is_ok()) {
        return Err(NewError::Exists(there));
    }
    fs::create_dir_all(folder).map_err(io(folder))?;
    for (name, text) in FILES {
        let path = folder.join(name);
        let mut file = OpenOptions::new().write(true).create_new(true).open(&path).map_err(|cause| {
            if cause.kind() == ErrorKind::AlreadyExists { NewError::Exists(path.clone()) } else { io(&path)(cause) }
        })?;
        file.write_all(text.as_bytes()).map_err(io(&path))?;
    }
    let named = folder.display();
    let next = format!(
        "put your articles beside these files, then see them with: jejak serve --watch {named}; make the site for a host with: jejak build {named} -o SITE"
    );
    Ok(Made { folder: folder.to_owned(), files: FILES.map(|(name, _)| name).to_vec(), next })
}

#[cfg(test)]
mod tests {
    use jejak_press::read::{KEYS, read_settings};

    use super::TEMPLATE;

    /// The template as it is with every key switched on: the lines of examples begin with `# ` and hold TOML.
    fn switched_on() -> String {
        let is_example = |line: &&str| {
            let line = line.trim_start_matches('#').trim_start();
            line.starts_with('[')
                || line
                    .split('=')
                    .next()
                    .is_some_and(|key| KEYS.iter().any(|known| known.rsplit('.').next() == Some(key.trim())))
        };
        let mut inside = false;
        let mut out = String::new();
        for line in TEMPLATE.lines() {
            let begins = is_example(&line);
            let bare = line.strip_prefix('#').map_or(line, |rest| rest.strip_prefix(' ').unwrap_or(rest));
            if inside || begins {
                out.push_str(bare);
                inside = if inside { bare != "\"\"\"" } else { bare.ends_with("\"\"\"") };
            }
            out.push('\n');
        }
        out
    }

    #[test]
    fn as_it_is_the_template_changes_nothing() {
        assert_eq!(read_settings(TEMPLATE), read_settings(""));
    }

    #[test]
    fn the_template_names_every_key_with_an_example_that_is_read() {
        let text = switched_on();
        let (settings, problems) = read_settings(&text);
        assert_eq!(problems, [], "{text}");
        let mut keys = KEYS.to_vec();
        keys.sort_unstable();
        assert_eq!(keys_of(&text), keys);
        assert_eq!((settings.topics.len(), settings.corrections.len(), settings.meta.about.len()), (1, 3, 2));
        let kept_back = (settings.removed.len(), settings.masks.len(), settings.private.len(), settings.public.len());
        assert_eq!((settings.replies.len(), kept_back), (1, (1, 1, 1, 1)));
        assert_eq!((settings.merges.len(), settings.splits.len()), (1, 1));
    }

    /// The keys that lines set, those under a heading behind its name.
    fn keys_of(text: &str) -> Vec<String> {
        let (mut table, mut keys) = (String::new(), Vec::new());
        for line in text.lines() {
            if let Some(name) = line.strip_prefix("[[").and_then(|rest| rest.strip_suffix("]]")) {
                table = format!("{name}.");
            } else if let Some((key, _)) = line.split_once(" = ") {
                keys.push(format!("{table}{key}"));
            }
        }
        keys.sort();
        keys.dedup();
        keys
    }
}
