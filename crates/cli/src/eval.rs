//! `jejak eval`: how well the press reads, measured against labels.
//!
//! WHY a command: a figure that cannot be computed again is an opinion. Here labels and articles are found and read;
//! what is right and what counts is [`jejak_eval`]'s.

use std::collections::HashMap;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use jejak_archive::model::Archive;
pub use jejak_eval::Figure;
use jejak_eval::{Bundle, Label, Measure};
use jejak_press::read::Source;
use jejak_press::{Problem, ProblemKind, press, press_folder};

use crate::annotate::{contents, sources};

/// What to measure.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The labels.
    pub gold: PathBuf,
    /// The articles named by id.
    pub jsonl: Option<PathBuf>,
    /// The folder of the articles named by file.
    pub dir: Option<PathBuf>,
    /// Whether to print each disagreement.
    pub errors: bool,
}

/// Why nothing could be measured.
#[derive(Debug, thiserror::Error)]
pub enum EvalError {
    /// The labels cannot be read.
    #[error("the labels {} cannot be read ({cause}); check the path", file.display())]
    Gold {
        /// The file of labels.
        file: PathBuf,
        /// What the operating system says.
        cause: io::Error,
    },
    /// A line of the labels is no label.
    #[error("{}:{line}: is no label ({cause}); correct the line", file.display())]
    Label {
        /// The file of labels.
        file: PathBuf,
        /// The line, counted from 1.
        line: usize,
        /// What the parser says.
        cause: serde_json::Error,
    },
    /// A label's article is not there.
    #[error("{}:{line}: its article {name:?} was not found; give --jsonl FILE or --dir DIR", file.display())]
    Missing {
        /// The file of labels.
        file: PathBuf,
        /// The line, counted from 1.
        line: usize,
        /// The article's id or file.
        name: String,
    },
    /// The output cannot be written.
    #[error("the output cannot be written ({0})")]
    Output(#[from] io::Error),
    /// A figure is no JSON.
    #[error("a figure could not be put into JSON ({0})")]
    Json(#[from] serde_json::Error),
}

/// Measures and prints. Returns whether every article could be read.
///
/// # Errors
///
/// When labels or articles are missing, or the output cannot be written.
pub fn run(options: &Options, out: &mut impl Write) -> Result<bool, EvalError> {
    let mut problems = Vec::new();
    measure(options, &mut problems)?.write(out)?;
    for problem in &problems {
        eprintln!("{problem}");
    }
    Ok(problems.iter().all(|problem| !problem.kind.loses_article()))
}

/// Measures, for programs that compare: the counts of each slot, sorted by slot.
///
/// # Errors
///
/// When labels or articles are missing. An article that cannot be read is a problem of the second value.
pub fn figures(options: &Options) -> Result<(Vec<Figure>, Vec<Problem>), EvalError> {
    let mut problems = Vec::new();
    let measured = measure(options, &mut problems)?;
    Ok((measured.figures(), problems))
}

/// Labels with the articles that they are of, as one text: it travels with a site, so that a visitor's browser can measure
/// what the command does. The same files give the same bytes.
///
/// # Errors
///
/// When labels or articles are missing; an article that is not UTF-8 counts as missing.
pub fn bundled(gold: &Path, dir: &Path) -> Result<String, EvalError> {
    let file = gold.to_owned();
    let labels = std::fs::read_to_string(gold).map_err(|cause| EvalError::Gold { file: file.clone(), cause })?;
    let mut bundle = Bundle { labels, ..Bundle::default() };
    for (index, words) in bundle.labels.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let line = index + 1;
        let label = Label::read(words).map_err(|cause| EvalError::Label { file: file.clone(), line, cause })?;
        let name = label.name().to_owned();
        match std::fs::read_to_string(dir.join(&name)) {
            Ok(text) => bundle.articles.insert(name, text),
            Err(_) => return Err(EvalError::Missing { file, line, name }),
        };
    }
    Ok(bundle.text()?)
}

/// Measures all labelled articles.
fn measure(options: &Options, problems: &mut Vec<Problem>) -> Result<Measure, EvalError> {
    let file = &options.gold;
    let labels = std::fs::read_to_string(file).map_err(|cause| EvalError::Gold { file: file.clone(), cause })?;
    let by_id: HashMap<String, Source> = options
        .jsonl
        .iter()
        .flat_map(|path| sources(path, true, problems))
        .filter_map(|source| Some((source.fields.id.clone()?, source)))
        .collect();
    let mut measured = Measure::of(&labels);
    let mut whole: Option<Archive> = None;
    for (index, line) in labels.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let line_number = index + 1;
        let wrong = |cause| EvalError::Label { file: file.clone(), line: line_number, cause };
        let label = Label::read(line).map_err(wrong)?;
        let read;
        let source = match (&label.file, label.id.as_ref().and_then(|id| by_id.get(id))) {
            (_, Some(source)) => Some(source),
            (Some(name), None) => {
                read = named(options, name, problems);
                read.as_ref()
            }
            (None, None) => None,
        };
        let missing = || EvalError::Missing { file: file.clone(), line: line_number, name: label.name().to_owned() };
        let source = source.ok_or_else(missing)?;
        let judged = measured.article(label, source).map_err(wrong)?;
        for miss in measured.misses().iter().filter(|_| options.errors) {
            eprintln!("{miss}");
        }
        if judged.is_linked() {
            let archive = match &mut whole {
                Some(archive) => archive,
                none => none.insert(pressed(options, problems)),
            };
            measured.link(&judged, archive, &|wanted, found| {
                if options.errors {
                    eprintln!("{}\tlinking\twanted {wanted}\tfound {found}", judged.name);
                }
            });
        }
    }
    Ok(measured)
}

/// The archive of all articles given: who is one person shows only among all of them.
fn pressed(options: &Options, problems: &mut Vec<Problem>) -> Archive {
    let files = options.jsonl.iter().filter_map(|path| match contents(path) {
        Ok(bytes) => Some(("articles.jsonl".to_string(), bytes)),
        Err(cause) => {
            let kind = ProblemKind::Unreadable { cause: cause.to_string() };
            problems.push(Problem { file: path.display().to_string(), line: None, kind });
            None
        }
    });
    match &options.dir {
        Some(dir) => press_folder(dir).map(|pressed| pressed.archive).unwrap_or_default(),
        None => press(files.collect::<Vec<_>>().into_iter()).archive,
    }
}

/// The article of a file: in the folder given, else beside the labels, else in a folder `articles` next to theirs.
fn named(options: &Options, name: &str, problems: &mut Vec<Problem>) -> Option<Source> {
    let beside = options.gold.parent().map(PathBuf::from).unwrap_or_default();
    let folders = match &options.dir {
        Some(dir) => vec![dir.clone()],
        None => vec![beside.clone(), beside.join("../articles")],
    };
    let path = folders.into_iter().map(|folder| folder.join(name)).find(|path| path.is_file())?;
    sources(&path, false, problems).into_iter().next()
}
