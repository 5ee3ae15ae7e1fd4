//! What earlier builds worked out, kept beside the articles in `.jejak-cache`.
//!
//! WHY beside the articles: it is about them alone, whatever site is made of them; it goes where they go and is gone where
//! they are. It is hidden, so neither the press nor the watch reads it, it holds a `.gitignore` that leaves all of it out,
//! and no site lies there. It may be deleted at any time.
//!
//! Nothing in it is believed. Each value has a checksum over its key, and the key names all that it was made from; each file
//! names the program and the folder that it was written by and in, so what another program left, or what came along with a
//! folder of somebody else's, is passed by. What is not right is made anew and replaced, and nothing is said of it, because
//! the site is the same. What a build did not use is gone behind it: an article that was taken back is in no cache.
//!
//! Two builds at once do not disturb one another: files are never changed, only come whole and go, and each build lets go of
//! what it saw when it began.

mod segment;
#[cfg(test)]
mod tests;

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use jejak_archive::keep::{Keep, Key};
use jejak_press::STAMP;
use segment::{Segment, Writer};

/// The folder beside the articles in which a build leaves what the next one can use.
pub const FOLDER: &str = ".jejak-cache";
/// A file of it is full with so many bytes, which a change of one of its values writes anew.
const FULL: u64 = 8 << 20;
/// Files that are less than half full are put together once there are so many.
const SMALL: usize = 8;
/// No more files are opened: systems have limits. They hold two gigabytes.
const MOST: usize = 256;
/// What a build that was cut off left is cleared away after so long.
const STALE: Duration = Duration::from_hours(24);
const ENDING: &str = "kept";
const UNFINISHED: &str = ".new-";
/// What backup tools look for (bford.info/cachedir).
const TAG: &str = "Signature: 8a477f597d28d172789f06886806bc55\n# Kept by jejak build. It may be deleted.\n";

/// What is kept of the articles of one folder or file.
#[derive(Debug)]
pub(super) struct Cache {
    folder: PathBuf,
    old: Vec<Old>,
    places: HashMap<Key, (usize, usize)>,
    /// Files that are none of this program's, or damaged.
    foreign: Vec<PathBuf>,
    new: Mutex<New>,
}

/// A file that an earlier build wrote.
#[derive(Debug)]
struct Old {
    path: PathBuf,
    segment: Segment,
    /// Which of its values this build used.
    used: Vec<AtomicBool>,
}

/// What this build adds.
#[derive(Debug, Default)]
struct New {
    keys: HashSet<Key>,
    open: Option<Writer>,
    full: Vec<Writer>,
    /// Something could not be written, so nothing more is.
    failed: bool,
}

impl Cache {
    /// What is kept of articles that lie in a folder or a file.
    pub(super) fn open(articles: &Path) -> Self {
        let top = super::input::beside(articles, FOLDER);
        let folder = match articles.file_name() {
            Some(name) if !articles.is_dir() => top.join(name),
            _ => top,
        };
        Self::at(folder)
    }

    fn at(folder: PathBuf) -> Self {
        let mut cache =
            Self { folder, old: Vec::new(), places: HashMap::new(), foreign: Vec::new(), new: Mutex::default() };
        let Some(stamp) = stamp(&cache.folder) else { return cache };
        for path in files(&cache.folder) {
            let segment = if cache.old.len() < MOST { Segment::open(&path, stamp) } else { None };
            let Some(segment) = segment else {
                cache.foreign.push(path);
                continue;
            };
            // Of two builds at once both may have kept the same; one of them is enough.
            let used = segment.keys().map(|_| AtomicBool::new(false)).collect();
            segment.keys().enumerate().for_each(|(at, key)| {
                cache.places.insert(key, (cache.old.len(), at));
            });
            cache.old.push(Old { path, segment, used });
        }
        cache
    }

    fn place(&self, key: Key) -> Option<(&Old, usize)> {
        let &(file, at) = self.places.get(&key)?;
        Some((self.old.get(file)?, at))
    }

    /// Lets go of what this build did not use, and leaves the rest and what is new for the next one. What cannot be written
    /// is made anew then.
    pub(super) fn finish(self) {
        let Self { folder, old, foreign, new, .. } = self;
        let mut new = new.into_inner().unwrap_or_else(PoisonError::into_inner);
        let small: HashSet<usize> =
            (0..).zip(&old).filter(|(_, old)| old.segment.bytes() < FULL / 2).map(|(i, _)| i).collect();
        let together = small.len() >= SMALL;
        let mut gone = foreign;
        for (i, old) in old.into_iter().enumerate() {
            let used: Vec<bool> = old.used.into_iter().map(AtomicBool::into_inner).collect();
            if used.iter().all(|used| *used) && !(together && small.contains(&i)) && !used.is_empty() {
                continue;
            }
            for (at, key) in old.segment.keys().enumerate() {
                if used.get(at) == Some(&true)
                    && let Some(value) = old.segment.read(at)
                {
                    new.put(&folder, key, &value);
                }
            }
            gone.push(old.path);
        }
        new.full.extend(new.open.take());
        // What could not be written is made anew by the next build.
        let came: HashSet<PathBuf> = new.full.into_iter().filter_map(|file| file.finish(&folder, ENDING)).collect();
        gone.extend(stale(&folder));
        for path in gone.into_iter().filter(|path| !came.contains(path)) {
            let _ = fs::remove_file(path);
        }
    }
}

impl Keep for Cache {
    fn get(&self, key: Key) -> Option<Vec<u8>> {
        let (old, at) = self.place(key)?;
        let value = old.segment.read(at)?;
        old.used.get(at)?.store(true, Ordering::Relaxed);
        Some(value)
    }

    fn put(&self, key: Key, value: &[u8]) {
        // What is put in spite of being there was of no use.
        if let Some(used) = self.place(key).and_then(|(old, at)| old.used.get(at)) {
            used.store(false, Ordering::Relaxed);
        }
        self.new.lock().unwrap_or_else(PoisonError::into_inner).put(&self.folder, key, value);
    }
}

impl New {
    fn put(&mut self, folder: &Path, key: Key, value: &[u8]) {
        if self.failed || !self.keys.insert(key) {
            return;
        }
        if self.open.is_none() {
            self.open = make(folder).and_then(|stamp| Writer::new(folder, UNFINISHED, stamp));
        }
        let Some(writer) = &mut self.open else {
            self.failed = true;
            return;
        };
        if writer.put(key, value).is_none() {
            self.failed = true;
            self.open = None;
        } else if writer.bytes() >= FULL {
            self.full.extend(self.open.take());
        }
    }
}

/// Makes the folder where there is none, and gives its stamp.
fn make(folder: &Path) -> Option<u128> {
    let top = folder.ancestors().find(|above| above.ends_with(FOLDER)).unwrap_or(folder);
    let other = |path: &Path| fs::symlink_metadata(path).is_ok_and(|known| !known.is_dir());
    if other(top) || other(folder) {
        return None;
    }
    if let Some(stamp) = stamp(folder) {
        return Some(stamp);
    }
    fs::create_dir_all(folder).ok()?;
    // Where these cannot be written the values cannot either.
    let _ = fs::write(top.join(".gitignore"), "*\n");
    let _ = fs::write(top.join("CACHEDIR.TAG"), TAG);
    stamp(folder)
}

/// Names this program and a folder: not by its path, because it may be moved, but by what a copy of it has another of.
/// `None` where it is no folder, or a link to one.
fn stamp(folder: &Path) -> Option<u128> {
    let real = |path: &Path| fs::symlink_metadata(path).ok().filter(fs::Metadata::is_dir);
    // The one that holds those of single files must be real too.
    folder.parent().filter(|above| above.ends_with(FOLDER)).map_or(Some(()), |above| real(above).map(drop))?;
    let known = real(folder)?;
    let made = known.created().ok().and_then(|time| time.duration_since(SystemTime::UNIX_EPOCH).ok());
    #[cfg(unix)]
    let number = std::os::unix::fs::MetadataExt::ino(&known);
    #[cfg(not(unix))]
    let number = 0u64;
    Some(Key::of("cache", &(STAMP, made, number)).0)
}

/// The files of values in a folder, in order.
fn files(folder: &Path) -> Vec<PathBuf> {
    let paths = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut paths: Vec<PathBuf> =
        paths.filter(|path| path.extension().is_some_and(|ending| ending == ENDING)).collect();
    paths.sort();
    paths
}

/// What builds left that were cut off long ago.
fn stale(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let unfinished = entries.filter(|entry| entry.file_name().to_string_lossy().starts_with(UNFINISHED));
    let old = unfinished.filter(|entry| {
        let time = entry.metadata().and_then(|known| known.modified()).ok();
        time.and_then(|time| time.elapsed().ok()).is_some_and(|age| age > STALE)
    });
    old.map(|entry| entry.path()).collect()
}
