//! What a site is made of, as it lies on the disk now.
//!
//! WHY looked at again and again, and no notices of the system: those differ on every system, do not come from folders
//! of other machines nor for what a link leads to, run out, and tell of files that mean nothing here, such as the lock that
//! a build itself writes. They would have to be checked against such a list all the same. Six thousand files are looked at
//! in some hundredths of a second.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use jejak_press::LOCK;

use crate::build::paths_beside;

/// The files, with when each was changed and its size, in the order of their names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Snapshot(Vec<(PathBuf, Option<SystemTime>, u64)>);

impl Snapshot {
    /// Of a folder of articles, or of one file of them and what belongs to it. What is not there is left out.
    pub(super) fn of(articles: &Path) -> Self {
        let mut files = Vec::new();
        if articles.is_dir() {
            let lock = articles.join(LOCK);
            walk(articles, &mut |path| {
                if path != lock {
                    files.push(path);
                }
            });
        } else {
            files.push(articles.to_owned());
            files.extend(paths_beside(articles));
            files.retain(|path| path.file_name().is_none_or(|name| name != LOCK));
        }
        let mut seen: Vec<_> = files
            .into_iter()
            .filter_map(|path| {
                let known = fs::metadata(&path).ok()?;
                Some((path, known.modified().ok(), known.len()))
            })
            .collect();
        seen.sort();
        Self(seen)
    }
}

/// Hands over each file of a folder that the press would read. Links to folders are not followed, as there.
fn walk(folder: &Path, each: &mut dyn FnMut(PathBuf)) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => walk(&entry.path(), each),
            Ok(_) => each(entry.path()),
            Err(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sees_what_the_press_reads_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let put = |name: &str, text: &str| {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        };
        let seen = || Snapshot::of(folder.path());
        put("a.md", "satu");
        let mut last = seen();
        for name in ["jejak.lock", ".a.md.swp", ".git/index", ".jejak-x1"] {
            put(name, "x");
            assert_eq!(seen(), last, "{name}");
        }
        for (name, text) in
            [("a.md", "satu dua"), ("laci/b.md", "baru"), ("archive.toml", ""), ("archive.toml", "a = 1")]
        {
            put(name, text);
            let now = seen();
            assert_ne!(now, last, "{name}");
            last = now;
        }
        fs::remove_file(folder.path().join("laci/b.md")).unwrap();
        assert_ne!(seen(), last);
        assert_eq!(Snapshot::of(&folder.path().join("tidak/ada")), Snapshot::default());
    }

    #[test]
    fn of_a_file_what_belongs_to_it_is_seen_and_its_neighbours_are_not() {
        let folder = tempfile::tempdir().unwrap();
        let put = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
        put("a.jsonl", "{}");
        let seen = || Snapshot::of(&folder.path().join("a.jsonl"));
        let bare = seen();
        put("b.jsonl", "{}");
        put("jejak.lock", "x");
        assert_eq!(seen(), bare);
        put("archive.toml", "logo = 'cap.svg'");
        let named = seen();
        assert_ne!(named, bare);
        put("cap.svg", "<svg/>");
        assert_ne!(seen(), named);
    }
}
