//! Writes a whole folder, or nothing.
//!
//! Most files of a site stay as they are when an article changes. So a site that stands is not written anew: each file is
//! made, held against the one that stands, and laid aside where it differs. Once all are there, the differing ones are
//! moved into place, which takes a fraction of the time of thousands of new folders and files and of removing as many;
//! tools that copy a site to a host see by the times of the files what changed.

mod standing;
mod steps;

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::SiteError;
use standing::Standing;
use steps::Steps;

/// The files of a site, by path from its root, with `/`.
pub(super) type Files = BTreeMap<String, Vec<u8>>;

/// A site that is being written.
#[derive(Debug)]
pub(super) struct Writing {
    /// Where it goes.
    out: PathBuf,
    /// Where new files wait.
    new: PathBuf,
    /// What is at `out`; none where there is nothing, and `new` becomes it as a whole.
    standing: Option<Standing>,
    /// The files that differ, with their places in `new`.
    differ: Mutex<Vec<(String, PathBuf)>>,
    number: AtomicUsize,
    same: AtomicUsize,
}

impl Writing {
    /// Writes one file. Several may be written at once.
    pub(super) fn put(&self, name: &str, bytes: &[u8]) -> Result<(), SiteError> {
        let Some(standing) = &self.standing else {
            let path = self.new.join(name);
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder).map_err(SiteError::io("make the folder", folder))?;
            }
            return fs::write(&path, bytes).map_err(SiteError::io("write", &path));
        };
        if standing.has(&self.out, name, bytes) {
            self.same.fetch_add(1, Ordering::Relaxed);
            return Ok(());
        }
        let path = self.new.join(self.number.fetch_add(1, Ordering::Relaxed).to_string());
        fs::write(&path, bytes).map_err(SiteError::io("write", &path))?;
        // Whoever panicked with the lock held pushed or did not.
        let mut differ = self.differ.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        differ.push((name.to_owned(), path));
        Ok(())
    }

    /// Whether a file stands there already of which somebody knows that its bytes are right; then the new site has it.
    pub(super) fn stands(&self, name: &str, right: impl FnOnce(&[u8]) -> bool) -> bool {
        let stands = self.standing.as_ref().is_some_and(|standing| standing.holds(&self.out, name, right));
        if stands {
            self.same.fetch_add(1, Ordering::Relaxed);
        }
        stands
    }

    /// Makes the site that stands the new one: what no file names yet comes first, then what others are replaced by, at last
    /// the file that names the others, and only then goes what is no longer named.
    fn change(
        mut differ: Vec<(String, PathBuf)>,
        mut standing: Standing,
        out: &Path,
        aside: PathBuf,
        last: &str,
    ) -> Result<(), SiteError> {
        differ.sort_by_cached_key(|(name, _)| (standing.is_file(name), name == last, name.clone()));
        refuse_nested(&standing, &differ, out)?;
        let mut steps = Steps::new(aside);
        let changed = (|| {
            for (name, new) in &differ {
                let path = out.join(name);
                let placed = match standing.is_file(name) {
                    true => steps.replace(new, &path),
                    false => {
                        make_room(&mut steps, &mut standing.folders, out, name).and_then(|()| steps.come(new, &path))
                    }
                };
                placed.map_err(SiteError::io("write", &path))?;
            }
            // What came in the place of something else must not go with it, nor where names that differ in their case alone
            // are one.
            let came: HashSet<String> = differ.iter().map(|(name, _)| name.to_lowercase()).collect();
            let stays = |name: &str| came.contains(&name.to_lowercase()) || standing.folders.contains(name);
            for name in standing.unwanted().into_iter().filter(|name| !stays(name)) {
                go(&mut steps, &out.join(name))?;
            }
            for path in &standing.foreign {
                if !path.strip_prefix(out).ok().and_then(Path::to_str).is_some_and(stays) {
                    go(&mut steps, path)?;
                }
            }
            Ok(())
        })();
        if changed.is_err() {
            steps.undo();
            return changed;
        }
        remove_empty(out, &standing, &differ);
        Ok(())
    }
}

/// Moves away what is no longer named; it may have gone with the folder that it was in.
fn go(steps: &mut Steps, path: &Path) -> Result<(), SiteError> {
    match steps.away(path) {
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(()),
        went => went.map_err(SiteError::io("remove", path)),
    }
}

/// Refuses files of which one would have to be the folder of another.
fn refuse_nested(standing: &Standing, differ: &[(String, PathBuf)], out: &Path) -> Result<(), SiteError> {
    let names: HashSet<&str> = standing.wanted().chain(differ.iter().map(|(name, _)| name.as_str())).collect();
    let folders = names.iter().flat_map(|name| name.match_indices('/').filter_map(|(end, _)| name.get(..end)));
    match folders.into_iter().find(|folder| names.contains(folder)) {
        Some(folder) => Err(SiteError::io("make the folder", out.join(folder))(ErrorKind::NotADirectory.into())),
        None => Ok(()),
    }
}

/// Makes the folders of a file that did not stand there, and moves away what stands in its place or in theirs.
fn make_room(steps: &mut Steps, folders: &mut HashSet<String>, out: &Path, name: &str) -> io::Result<()> {
    for (end, _) in name.match_indices('/') {
        let folder = name.get(..end).unwrap_or_default();
        if !folders.contains(folder) {
            clear(steps, &out.join(folder))?;
            steps.folder(&out.join(folder))?;
            folders.insert(folder.to_owned());
        }
    }
    clear(steps, &out.join(name))
}

fn clear(steps: &mut Steps, path: &Path) -> io::Result<()> {
    match path.symlink_metadata() {
        Ok(_) => steps.away(path),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
    }
}

/// Removes the folders in which the new site has nothing. One that cannot be removed does no harm.
fn remove_empty(out: &Path, standing: &Standing, differ: &[(String, PathBuf)]) {
    let names = standing.wanted().chain(differ.iter().map(|(name, _)| name.as_str()));
    let used: HashSet<&str> =
        names.flat_map(|name| name.match_indices('/').filter_map(|(end, _)| name.get(..end))).collect();
    let mut empty: Vec<&String> = standing.folders.iter().filter(|folder| !used.contains(folder.as_str())).collect();
    // Those inside first.
    empty.sort_unstable_by_key(|folder| std::cmp::Reverse(folder.len()));
    for folder in empty {
        let _ = fs::remove_dir(out.join(folder));
    }
}

/// Makes the site at `out` the one that `fill` writes, and gives how many files stayed as they were. Nothing of it is seen in
/// `out` before all is written, and a failure leaves the old site. Of a site that stood there, changed files are moved into
/// place one by one, `last` as the last one: who reads meanwhile meets each file old or new, and who ends the process in those
/// milliseconds leaves both together, which the next build mends.
///
/// A folder that is not empty is replaced only if it holds all of `marks`, the files by which a site is known.
pub(super) fn replace(
    out: &Path,
    marks: &[&str],
    last: &str,
    fill: impl FnOnce(&Writing) -> Result<(), SiteError>,
) -> Result<usize, SiteError> {
    let stands = holds_site(out, marks)?;
    // What a link leads to is replaced, not the link.
    let found = if stands { out.canonicalize() } else { std::path::absolute(out) };
    let out = found.map_err(SiteError::io("find", out))?;
    let parent = out.parent().unwrap_or(&out);
    fs::create_dir_all(parent).map_err(SiteError::io("make the folder", parent))?;
    // On the same file system as `out`, so that moving is one step. Removed when dropped, whatever happened.
    let beside = tempfile::Builder::new()
        .prefix(".jejak-")
        .tempdir_in(parent)
        .map_err(SiteError::io("make a folder in", parent))?;
    let (new, old) = (beside.path().join("new"), beside.path().join("old"));
    fs::create_dir(&new).map_err(SiteError::io("make the folder", &new))?;
    let standing = if stands { Some(Standing::of(&out)?) } else { None };
    let (differ, number, same) = Default::default();
    let writing = Writing { out, new, standing, differ, number, same };
    fill(&writing)?;
    let Writing { out, new, standing, differ, same, .. } = writing;
    match standing {
        Some(standing) => {
            fs::create_dir(&old).map_err(SiteError::io("make the folder", &old))?;
            let differ = differ.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
            Writing::change(differ, standing, &out, old, last)?;
        }
        None => whole(&out, &new, &old)?,
    }
    Ok(same.into_inner())
}

/// Moves a folder to where nothing is, or an empty folder.
fn whole(out: &Path, new: &Path, old: &Path) -> Result<(), SiteError> {
    match fs::rename(out, old) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(SiteError::io("move away", out)(error)),
        _ => {}
    }
    if let Err(error) = fs::rename(new, out) {
        // Best effort: the first failure is the one to tell.
        let _ = fs::rename(old, out);
        return Err(SiteError::io("write", out)(error));
    }
    Ok(())
}

/// Whether a folder holds a site. One that holds something else must not be lost to a mistyped name.
fn holds_site(out: &Path, marks: &[&str]) -> Result<bool, SiteError> {
    let mut entries = match out.read_dir() {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(SiteError::io("read the folder", out)(error)),
    };
    let is_site = marks.iter().all(|name| out.join(name).is_file());
    match entries.next().is_some() {
        true if !is_site => Err(SiteError::Occupied(out.to_owned())),
        holds => Ok(holds),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(names: &[(&str, &str)]) -> Files {
        names.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
    }

    fn put(out: &Path, files: &Files) -> Result<(), SiteError> {
        same(out, files).map(drop)
    }

    /// How many files stayed as they were.
    fn same(out: &Path, files: &Files) -> Result<usize, SiteError> {
        let all = |site: &Writing| files.iter().try_for_each(|(name, bytes)| site.put(name, bytes));
        replace(out, &["index.html", "muat.js"], "muat.js", all)
    }

    /// Everything in a folder, links as what they lead to.
    fn standing(out: &Path) -> Files {
        let mut found = Files::new();
        let mut folders = vec![out.to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let name = path.strip_prefix(out).unwrap().to_str().unwrap().to_owned();
                    found.insert(name, fs::read(&path).unwrap());
                }
            }
        }
        found
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
    fn writes_what_changed_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("site");
        let first = files(&[("index.html", "1"), ("muat.js", "a"), ("a/index.html", "x"), ("b/c/index.html", "y")]);
        assert_eq!(same(&out, &first).unwrap(), 0);
        let time = |name: &str| out.join(name).metadata().unwrap().modified().unwrap();
        let before = (time("a/index.html"), time("index.html"));
        std::thread::sleep(std::time::Duration::from_millis(20));
        let second = files(&[("index.html", "2"), ("muat.js", "b"), ("a/index.html", "x"), ("d/e/index.html", "z")]);
        assert_eq!(same(&out, &second).unwrap(), 1);
        assert_eq!(standing(&out), second);
        assert!(!out.join("b").exists(), "an empty folder was left behind");
        assert_eq!(time("a/index.html"), before.0, "it was written again");
        assert_ne!(time("index.html"), before.1);
        assert_eq!(folder.path().read_dir().unwrap().count(), 1, "a working folder was left behind");
    }

    /// Whatever else somebody put into the folder goes, as if the site were written anew.
    #[cfg(unix)]
    #[test]
    fn mends_a_folder_that_was_tampered_with() {
        use std::os::unix::fs::symlink;
        let folder = tempfile::tempdir().unwrap();
        let (out, apart) = (folder.path().join("site"), folder.path().join("apart"));
        let site =
            files(&[("index.html", "1"), ("muat.js", "a"), ("a/index.html", "x"), ("b/index.html", "y"), ("c", "z")]);
        put(&out, &site).unwrap();
        fs::create_dir(&apart).unwrap();
        fs::write(apart.join("index.html"), "x").unwrap();
        fs::write(out.join("b/index.html"), "other").unwrap();
        // A link in the place of a folder, a file in that of another, a folder in that of a file, and strangers.
        fs::remove_dir_all(out.join("a")).unwrap();
        symlink(&apart, out.join("a")).unwrap();
        fs::remove_file(out.join("c")).unwrap();
        fs::create_dir(out.join("c")).unwrap();
        fs::write(out.join("c/d"), "").unwrap();
        fs::write(out.join("e"), "").unwrap();
        symlink(&apart, out.join("f")).unwrap();
        fs::create_dir_all(out.join("g/h")).unwrap();
        assert_eq!(same(&out, &site).unwrap(), 2, "the front page and the loader");
        assert_eq!(standing(&out), site);
        assert!(!out.join("f").exists() && !out.join("g").exists());
        assert!(!out.join("a").symlink_metadata().unwrap().is_symlink());
        assert_eq!(
            fs::read_to_string(apart.join("index.html")).unwrap(),
            "x",
            "what a link leads to is not the site's"
        );
        // A file where a folder has to be now.
        let other = files(&[("index.html", "1"), ("muat.js", "a"), ("c/index.html", "x")]);
        put(&out, &other).unwrap();
        assert_eq!(standing(&out), other);
    }

    #[test]
    fn takes_steps_back_when_one_fails() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        for (name, text) in [("a", "old"), ("b", "gone"), ("new", "new"), ("more", "more")] {
            fs::write(at(name), text).unwrap();
        }
        fs::create_dir(at("aside")).unwrap();
        let mut steps = Steps::new(at("aside"));
        steps.replace(&at("new"), &at("a")).unwrap();
        steps.away(&at("b")).unwrap();
        steps.folder(&at("c")).unwrap();
        steps.come(&at("more"), &at("c/more")).unwrap();
        assert!(steps.away(&at("nothing")).is_err());
        assert_eq!(fs::read_to_string(at("a")).unwrap(), "new");
        steps.undo();
        assert_eq!(fs::read_to_string(at("a")).unwrap(), "old");
        assert_eq!(fs::read_to_string(at("b")).unwrap(), "gone");
        assert!(!at("c").exists());
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
