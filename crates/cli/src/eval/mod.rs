//! `jejak eval`: how well the press reads, measured against labels.
//!
//! WHY a command: a figure that cannot be computed again is an opinion. Labels have the shape of `annotate`'s output;
//! fields that they leave out are not judged. Positions are bytes of the source; two spans overlap by intersection over
//! union. In place of words a label may say where they stand, so that it repeats nothing of a text.

mod gold;
mod judge;
mod linking;
mod places;
mod tally;

use std::collections::HashMap;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use jejak_archive::model::{Archive, QuoteKind};
use jejak_press::annotate::annotate;
use jejak_press::read::Source;
use jejak_press::{Problem, ProblemKind, press, press_folder};

use crate::annotate::{contents, sources};
use gold::Gold;
use linking::Linking;
use tally::Tally;

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
    let tally = measure(options, &mut problems)?;
    tally.print(out)?;
    for problem in &problems {
        eprintln!("{problem}");
    }
    Ok(problems.iter().all(|problem| !problem.kind.loses_article()))
}

/// What was measured of one slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// The slot, as the command names it.
    pub slot: String,
    /// How many were found and are right.
    pub right: u32,
    /// How many were found.
    pub found: u32,
    /// How many the labels state.
    pub wanted: u32,
}

/// Measures, for programs that compare: the counts of each slot, sorted by slot.
///
/// # Errors
///
/// When labels or articles are missing. An article that cannot be read is a problem of the second value.
pub fn figures(options: &Options) -> Result<(Vec<Figure>, Vec<Problem>), EvalError> {
    let mut problems = Vec::new();
    let tally = measure(options, &mut problems)?;
    Ok((tally.figures(), problems))
}

/// Measures all labelled articles.
fn measure(options: &Options, problems: &mut Vec<Problem>) -> Result<Tally, EvalError> {
    let file = &options.gold;
    let labels = std::fs::read_to_string(file).map_err(|cause| EvalError::Gold { file: file.clone(), cause })?;
    let by_id: HashMap<String, Source> = options
        .jsonl
        .iter()
        .flat_map(|path| sources(path, true, problems))
        .filter_map(|source| Some((source.fields.id.clone()?, source)))
        .collect();
    let mut tally = Tally::default();
    // Labels that state no reported statement anywhere do not say that there is none.
    let kinds: Vec<QuoteKind> = QuoteKind::ALL
        .iter()
        .copied()
        .filter(|kind| {
            labels.contains(&format!("\"kind\": \"{kind}\"")) || labels.contains(&format!("\"kind\":\"{kind}\""))
        })
        .collect();
    let mut whole: Option<Archive> = None;
    let mut linked = Linking::default();
    for (index, line) in labels.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let line_number = index + 1;
        let wrong = |cause| EvalError::Label { file: file.clone(), line: line_number, cause };
        let mut label: serde_json::Value = serde_json::from_str(line).map_err(wrong)?;
        let named_in = |field: &str| label.get(field).and_then(serde_json::Value::as_str).map(str::to_owned);
        let (in_file, id) = (named_in("file"), named_in("id"));
        let name = in_file.clone().or_else(|| id.clone()).unwrap_or_default();
        let read;
        let source = match (&in_file, id.as_ref().and_then(|id| by_id.get(id))) {
            (_, Some(source)) => source,
            (Some(name), None) => {
                read = named(options, name, problems);
                match &read {
                    Some(source) => source,
                    None => {
                        return Err(EvalError::Missing { file: file.clone(), line: line_number, name: name.clone() });
                    }
                }
            }
            (None, None) => return Err(EvalError::Missing { file: file.clone(), line: line_number, name }),
        };
        places::fill(&mut label, &source.text);
        let gold: Gold = serde_json::from_value(label).map_err(wrong)?;
        let note = annotate(source);
        judge::article(&name, &gold, &note, &kinds, &mut tally, options.errors);
        if let Some(mentions) = &gold.mentions {
            let archive = match &mut whole {
                Some(archive) => archive,
                none => none.insert(pressed(options, problems)),
            };
            let id = source.fields.id.as_deref().or_else(|| Path::new(&name).file_stem()?.to_str());
            let at = archive.articles.iter().position(|article| Some(article.id.as_str()) == id);
            linked.article(mentions, &note, archive, at, &|wanted, found| {
                if options.errors {
                    eprintln!("{name}\tlinking\twanted {wanted}\tfound {found}");
                }
            });
        }
    }
    tally.linking = linked.figures();
    Ok(tally)
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
