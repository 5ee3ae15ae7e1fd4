//! News articles in, archive out: read, clean, annotate, link.
//!
//! The press runs in the command, in the build of the app and in a worker in the browser, so it knows no web and needs
//! no threads. Everything that it takes from language is data under `data/`; everything that it finds is a span.
//!
//! - [`read`]: bytes to text and fields, whatever the format and the encoding;
//! - [`clean`]: boilerplate becomes typed removed spans, nothing is lost;
//! - [`annotate`]: what one article says, and who says it;
//! - linking, inside [`press`]: one archive out of many articles.

pub mod annotate;
pub mod clean;
mod lexicon;
mod link;
mod problem;
pub mod read;
pub mod stem;
mod text;

use std::path::Path;

use jejak_archive::model::{Archive, Meta};

pub use problem::{PressError, Problem, ProblemKind};

/// An archive, and what went wrong on the way to it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pressed {
    /// The archive of everything that could be read.
    pub archive: Archive,
    /// What could not, one entry each, in the order of the files.
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

/// Presses named files, given as bytes. A file named `archive.toml` gives the settings.
///
/// Positions, ids and slugs do not hang on the order of the files, but for articles of one id: sort them by name.
pub fn press(files: impl Iterator<Item = (String, Vec<u8>)>) -> Pressed {
    press_watched(files, &mut |_| {})
}

/// As [`press`]; `watch` is told how far it has come after each file and each article.
pub fn press_watched(files: impl Iterator<Item = (String, Vec<u8>)>, watch: &mut dyn FnMut(Progress)) -> Pressed {
    let mut problems = Vec::new();
    let mut progress = Progress::default();
    let mut meta = Meta { language: "id".to_string(), ..Meta::default() };
    let mut ids = read::Ids::default();
    let mut entries = Vec::new();
    for (name, bytes) in files {
        if name == read::SETTINGS {
            let (settings, found) = read::read_settings(&read::decode(&bytes).0);
            meta = settings;
            problems.extend(found);
            continue;
        }
        let (sources, found) = read::read(&name, &bytes);
        problems.extend(found);
        progress.files += 1;
        watch(progress);
        for source in sources {
            let id = ids.give(&source, &mut problems);
            let note = annotate::annotate(&source);
            entries.push(link::Entry {
                id,
                url: source.fields.url,
                further_sources: source.fields.further_sources,
                note,
            });
            progress.articles += 1;
            watch(progress);
        }
    }
    Pressed { archive: link::link(entries, meta), problems }
}

/// Presses a folder: every file under it in the order of their names, `archive.toml` in it for the settings.
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
    let (mut files, left_out) = read::files_of(folder)?;
    let mut problems = left_out;
    let mut unreadable = |name: &str, cause: std::io::Error| {
        let kind = ProblemKind::Unreadable { cause: cause.to_string() };
        problems.push(Problem { file: name.to_string(), line: None, kind });
    };
    let settings = folder.join(read::SETTINGS);
    if settings.is_file() {
        files.insert(0, (read::SETTINGS.to_string(), settings));
    }
    let contents = files.into_iter().filter_map(|(name, path)| match std::fs::read(&path) {
        Ok(bytes) => Some((name, bytes)),
        Err(cause) => {
            unreadable(&name, cause);
            None
        }
    });
    let mut pressed = press_watched(contents, watch);
    pressed.problems.append(&mut problems);
    pressed.problems.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
    Ok(pressed)
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
