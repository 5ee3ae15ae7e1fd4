//! News articles in, archive out: read, clean, annotate, link.
//!
//! The press runs in the command, in the build of the app and in a worker in the browser, so it knows no web; it uses
//! threads where there are some, with the same result. Everything that it takes from language is data under `data/`;
//! everything that it finds is a span.
//!
//! - [`read`]: bytes to text and fields, whatever the format and the encoding;
//! - [`clean`]: boilerplate becomes typed removed spans, nothing is lost;
//! - [`annotate`]: what one article says, and who says it;
//! - `editors`: what those who keep the archive know better, from `archive.toml`;
//! - linking, inside [`press`]: one archive out of many articles;
//! - [`copies`]: which of its articles are copies of one text, and which statements are printed several times.

#![cfg_attr(not(test), deny(clippy::indexing_slicing, clippy::string_slice))]

pub mod annotate;
pub mod clean;
pub mod copies;
mod editors;
mod given;
mod glue;
mod hash;
mod kept;
mod lexicon;
mod link;
mod lists;
mod lock;
mod many;
mod phrases;
mod problem;
pub mod read;
pub mod stem;
mod text;
mod within;

use std::path::Path;

use jejak_archive::keep::Kept;
use jejak_archive::model::Archive;

pub use given::press_given;
pub use lock::{Known, LOCK, Lock, LockError, Memory};
pub use problem::{PressError, Problem, ProblemKind};

/// Names this press and the writer of archives that it was compiled with: another source, list, library, compiler or target
/// has another. What they made is the same for the same articles as long as it is.
pub const STAMP: &str = env!("JEJAK_PRESS_STAMP");

/// An archive, and what went wrong on the way to it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pressed {
    /// The archive of everything that could be read.
    pub archive: Archive,
    /// The addresses given, to be handed to the next press as `jejak.lock`; none where the lock that came with the
    /// articles could not be read, and must not be lost.
    pub lock: Option<Lock>,
    /// The logo that the archive names, to become a file of the site.
    pub logo: Option<read::Logo>,
    /// The picture that it names for where the site is installed, a square PNG.
    pub icon: Option<Vec<u8>>,
    /// Whether it says that visitors' devices are to keep nothing of the site.
    pub online_only: bool,
    /// What could not be read, one entry each, in the order of the files.
    pub problems: Vec<Problem>,
}

/// How far a press has come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Progress {
    /// How many files were read.
    pub files: usize,
    /// How many articles were annotated.
    pub articles: usize,
}

/// Presses named files, given as bytes. A file named `archive.toml`, which has to come first, gives the settings, one
/// named `jejak.lock` the addresses that an earlier press gave.
///
/// Positions, ids and slugs do not hang on the order of the files, but for articles of one id: sort them by name.
pub fn press(files: impl Iterator<Item = (String, Vec<u8>)>) -> Pressed {
    press_watched(files, &mut |_| {})
}

/// As [`press`]; `watch` is told how far it has come after each file and each article.
pub fn press_watched(files: impl Iterator<Item = (String, Vec<u8>)>, watch: &mut dyn FnMut(Progress)) -> Pressed {
    press_keeping(files, watch, None)
}

/// As [`press_watched`], with the same result; what was read and annotated before is taken from `keep`.
pub fn press_keeping(
    files: impl Iterator<Item = (String, Vec<u8>)>,
    watch: &mut dyn FnMut(Progress),
    keep: Kept<'_>,
) -> Pressed {
    let mut problems = Vec::new();
    let mut progress = Progress::default();
    let mut settings = read::read_settings("").0;
    let mut masks = editors::Masks::default();
    let (mut logo, mut icon) = (None, None);
    let mut before = Ok(Lock::default());
    let mut claims = Vec::new();
    let mut entries = Vec::new();
    let mut batch = many::Batch::default();
    for (name, bytes) in files {
        match name.as_str() {
            read::SETTINGS => {
                let (read, found) = read::read_settings(&read::decode(&bytes).0);
                settings = read;
                problems.extend(found);
                masks = editors::Masks::of(&settings.masks, &settings.meta.language, &mut problems);
                masks.settings(&mut settings);
                continue;
            }
            LOCK => {
                before = Lock::read(&read::decode(&bytes).0);
                continue;
            }
            name => {
                let is = |named: &Option<(String, usize)>| named.as_ref().is_some_and(|(path, _)| path == name);
                let (is_logo, is_icon) = (is(&settings.logo), is(&settings.icon));
                if is_icon {
                    icon = Some(read::icon::read(bytes.clone()));
                }
                if is_logo {
                    logo = Some(read::Logo::of(name, bytes));
                    continue;
                }
                if is_icon {
                    continue;
                }
            }
        }
        // A name that is to stand nowhere is in no file that is kept either.
        let (sources, found) = kept::read(&name, &bytes, keep.filter(|_| masks.is_empty()));
        drop(bytes);
        problems.extend(found);
        progress.files += 1;
        watch(progress);
        for mut source in sources {
            masks.source(&mut source, &mut problems);
            claims.push(read::Claim::of(&source));
            if batch.push(source) {
                take(&mut batch, (&masks, keep), &mut entries, &mut problems, &mut |articles| {
                    progress.articles = articles;
                    watch(progress);
                });
            }
        }
    }
    take(&mut batch, (&masks, keep), &mut entries, &mut problems, &mut |articles| {
        progress.articles = articles;
        watch(progress);
    });
    // A lock that cannot be read is not replaced by one that knows nothing of it.
    let lasts = before.is_ok();
    let mut lock = before.unwrap_or_else(|error| {
        let kind = ProblemKind::BadLock { cause: error.cause };
        problems.push(Problem { file: LOCK.to_string(), line: error.line, kind });
        Lock::default()
    });
    masks.lock(&mut lock);
    let (ids, known) = read::assign(&claims, &lock.articles, &mut problems);
    lock.articles = known;
    let mut entries: Vec<link::Entry> =
        entries.into_iter().zip(ids).filter_map(|(entry, id)| Some(link::Entry { id, ..entry? })).collect();
    link::known::find(&mut entries);
    let mut meta = std::mem::take(&mut settings.meta);
    let mut editors = editors::Editors::new(&settings);
    entries.iter_mut().for_each(|entry| editors.edit(entry));
    editors.remove(&mut entries, &lock, &mut meta, &mut problems);
    editors.tell_apart(&mut entries, &mut problems);
    // Before texts are cut down to what was said in them.
    phrases::add(&mut entries);
    editors.keep_back(&mut entries, &masks, &meta, &mut problems);
    editors.finish(&mut problems);
    problems.extend(masks.unused());
    let logo = settings.logo.and_then(|(file, line)| {
        let read = logo.unwrap_or(Err("there is no such file among the articles"));
        let report = |why| {
            let kind = ProblemKind::BadLogo { file, why };
            problems.push(Problem { file: read::SETTINGS.to_string(), line: Some(line), kind });
        };
        read.map_err(report).ok()
    });
    let icon = settings.icon.and_then(|(file, line)| {
        let read = icon.unwrap_or(Err("there is no such file among the articles"));
        let report = |why| {
            let kind = ProblemKind::BadIcon { file, why };
            problems.push(Problem { file: read::SETTINGS.to_string(), line: Some(line), kind });
        };
        read.map_err(report).ok()
    });
    meta.logo = logo.as_ref().map(|logo| logo.name.clone());
    let mut archive = link::link(entries, meta, &mut lock);
    (archive.copies, archive.printings) = many::both(|| copies::copies(&archive), || copies::printings(&archive));
    let online_only = settings.online_only;
    Pressed { archive, lock: lasts.then_some(lock), logo, icon, online_only, problems }
}

/// Annotates a batch into entries, and tells how many there are. There is none for an article that is left out.
fn take(
    batch: &mut many::Batch,
    (masks, keep): (&editors::Masks, Kept<'_>),
    entries: &mut Vec<Option<link::Entry>>,
    problems: &mut Vec<Problem>,
    watch: &mut dyn FnMut(usize),
) {
    for (source, note) in batch.take(masks, keep) {
        if note.is_none() {
            let kind = ProblemKind::Unmaskable;
            problems.push(Problem { file: source.file, line: source.line, kind });
        }
        let (url, further_sources) = (source.fields.url, source.fields.further_sources);
        entries.push(note.map(|note| link::Entry { url, further_sources, note, ..link::Entry::default() }));
        watch(entries.len());
    }
}

/// Presses a folder: every file under it in the order of their names, `archive.toml` in it for the settings and
/// `jejak.lock` for the addresses given before.
///
/// # Errors
///
/// When a folder cannot be listed. A file that cannot be read is a [`Problem`] of the result.
pub fn press_folder(folder: &Path) -> Result<Pressed, PressError> {
    press_folder_watched(folder, &mut |_| {})
}

/// As [`press_folder`]; `watch` is told how far it has come after each file and each article.
///
/// # Errors
///
/// As [`press_folder`].
pub fn press_folder_watched(folder: &Path, watch: &mut dyn FnMut(Progress)) -> Result<Pressed, PressError> {
    press_folder_keeping(folder, watch, None)
}

/// As [`press_folder_watched`], with the same result; what was read and annotated before is taken from `keep`.
///
/// # Errors
///
/// As [`press_folder`].
pub fn press_folder_keeping(
    folder: &Path,
    watch: &mut dyn FnMut(Progress),
    keep: Kept<'_>,
) -> Result<Pressed, PressError> {
    let (mut files, mut left_out) = read::files_of(folder)?;
    for name in [LOCK, read::SETTINGS] {
        let beside = folder.join(name);
        if beside.is_file() {
            files.push((name.to_string(), beside));
        }
    }
    let read = |path| std::fs::read(path).map_err(|cause| cause.to_string());
    let mut pressed = given::press_given_keeping(files, read, watch, keep);
    pressed.problems.append(&mut left_out);
    pressed.problems.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
    Ok(pressed)
}

/// What the settings of a folder say of the site beside its archive.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Beside {
    /// The logo, if it is one.
    pub logo: Option<read::Logo>,
    /// The picture for where the site is installed, if it is one.
    pub icon: Option<Vec<u8>>,
    /// Whether visitors' devices are to keep nothing of the site.
    pub online_only: bool,
}

/// What the settings of a folder say of the site beside its archive.
#[must_use]
pub fn beside_in(folder: &Path) -> Beside {
    let settings = std::fs::read(folder.join(read::SETTINGS)).unwrap_or_default();
    let read::Settings { logo, icon, online_only, .. } = read::read_settings(&read::decode(&settings).0).0;
    let file = |path: &str| std::fs::read(folder.join(path)).ok();
    Beside {
        logo: logo.and_then(|(path, _)| read::Logo::of(&path, file(&path)?).ok()),
        icon: icon.and_then(|(path, _)| read::icon::read(file(&path)?).ok()),
        online_only,
    }
}

/// Gives articles their ids in the order in which they are read: the one given, else the file's stem, else a hash of
/// the content; never the same twice.
#[derive(Debug, Default)]
pub struct Naming {
    ids: read::Ids,
}

impl Naming {
    /// The id of the next article; one that had to change is reported.
    pub fn id(&mut self, source: &read::Source, problems: &mut Vec<Problem>) -> String {
        self.ids.give(source, problems)
    }
}
