//! `jejak export`: what the page offers to take away, from a shell.
//!
//! WHY by the words of addresses: a list in a page has an address, and what is behind its `?` is what stands behind
//! `--filter` here, so a list that somebody looks at can be fetched by a script.

mod bulk;
mod parquet;
mod source;

use std::io::Write;
use std::path::PathBuf;

use jejak_app::state::url::{self, Location, Route};
use jejak_archive::statements::StatementQuery;
use jejak_archive::{Engine, Outcome};
use jejak_export::table::{Head, Kind};
use jejak_export::{Asked, Form, Item, Progress, Rows};
use jejak_press::PressError;

use crate::opened::{self, OpenedError};
pub use bulk::Server;
pub use source::Written;

/// A form in which rows are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Output {
    /// One that the page writes too.
    Form(Form),
    /// Columns with their types.
    Parquet,
    /// Documents for an engine on a server.
    Documents(Server),
    /// What that engine has to know before it takes them. No row is in it.
    Mapping(Server),
}

impl Output {
    /// Those that the page does not write, with the word for each.
    const OWN: [(&'static str, Self); 5] = [
        ("parquet", Self::Parquet),
        ("opensearch", Self::Documents(Server::OpenSearch)),
        ("opensearch-index", Self::Mapping(Server::OpenSearch)),
        ("quickwit", Self::Documents(Server::Quickwit)),
        ("quickwit-index", Self::Mapping(Server::Quickwit)),
    ];

    /// All of them with the word for each.
    pub fn words() -> impl Iterator<Item = (&'static str, Self)> {
        Form::WORDS.into_iter().map(|(word, form)| (word, Self::Form(form))).chain(Self::OWN)
    }
}

/// What is wanted.
#[derive(Debug, Clone)]
pub struct Options {
    /// A site's folder, its WebAssembly, or an archive's file.
    pub archive: PathBuf,
    /// The words asked for; empty for all.
    pub query: String,
    /// Filters by the names that addresses have for them, as `name=value`.
    pub filters: Vec<String>,
    /// In what form.
    pub form: Output,
    /// Whether statements are wanted instead of articles.
    pub statements: bool,
    /// The most rows; all where none is said.
    pub limit: Option<usize>,
}

/// Why nothing was exported.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// There is no archive.
    #[error(transparent)]
    Opened(#[from] OpenedError),
    /// A filter says nothing.
    #[error(
        "--filter {0} cannot be read; it is NAME=VALUE as the address of such a list has it: tokoh=sari-dewi, \
         sejak=2026-01-31; ragam and yakin narrow --statements"
    )]
    Filter(String),
    /// Standard output is gone.
    #[error("the output cannot be written ({0}); was the reader of a pipe closed?")]
    Output(#[from] std::io::Error),
    /// The rows do not go into the form.
    #[error("the rows cannot be written as Parquet ({0}); please report it")]
    Parquet(#[from] ::parquet::errors::ParquetError),
    /// The folder holds something.
    #[error("{} is not empty; name a new folder, because what is in it would be read as articles", .0.display())]
    NotEmpty(PathBuf),
    /// A file cannot be read or written.
    #[error("{} cannot be read or written ({cause})", path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// What the system said.
        cause: std::io::Error,
    },
    /// The settings that were given are no TOML.
    #[error("{} cannot be read ({cause}); correct it first", path.display())]
    Settings {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        cause: String,
    },
    /// The settings name somebody whom they mask.
    #[error(
        "{} names outside of [[mask]] somebody whom it masks ({name}); take that out first, because the settings go along \
         without their masks", path.display()
    )]
    NamesMasked {
        /// The file.
        path: PathBuf,
        /// The name.
        name: String,
    },
    /// What was written cannot be pressed.
    #[error(transparent)]
    Pressed(PressError),
    /// The engine lacks parts of an archive that is carried whole.
    #[error("the archive is incomplete: {0} of its parts are missing; press it again")]
    Incomplete(usize),
}

impl ExportError {
    /// Whether the command was misused.
    #[must_use]
    pub fn is_misuse(&self) -> bool {
        matches!(self, Self::Filter(..))
    }
}

/// Writes what answers.
///
/// # Errors
/// The archive cannot be read, a filter says nothing, or the output cannot be written.
pub fn run(options: &Options, out: &mut impl Write) -> Result<(), ExportError> {
    let (location, asked) = asked(options)?;
    let engine = opened::open(&options.archive)?;
    let asked = in_use(&engine, asked);
    let mut rows = Rows::new(asked, options.limit.unwrap_or(usize::MAX));
    loop {
        match rows.step(&engine) {
            Progress::More => {}
            Progress::Done => break,
            Progress::Needs(parts) => return Err(ExportError::Incomplete(parts.len())),
        }
    }
    let answers = rows.total().unwrap_or_default();
    let written = written(&engine, &location, options, answers, &rows.into_items())?;
    out.write_all(&written)?;
    Ok(())
}

/// Writes the articles of an archive into a folder of which `jejak build` makes the same archive, and tries that; with
/// `settings`, the `archive.toml` of those who keep it.
///
/// # Errors
/// The archive cannot be read, the folder holds something, or a file cannot be read or written.
pub fn source(
    archive: &std::path::Path,
    folder: &std::path::Path,
    settings: Option<&std::path::Path>,
) -> Result<Written, ExportError> {
    let bytes = opened::bytes(archive)?;
    let engine = opened::engine(archive, bytes.clone())?.keeping_texts();
    source::run(&engine, &bytes, archive, folder, settings)
}

/// Filters may name addresses of old.
fn in_use(engine: &Engine, asked: Asked) -> Asked {
    match asked {
        Asked::These(_) => asked,
        Asked::Articles(query) => Asked::Articles(engine.in_use(query)),
        Asked::Statements(asked) => {
            Asked::Statements(StatementQuery { query: engine.in_use(asked.query.clone()), ..asked })
        }
    }
}

/// The question, and where a page answers it.
fn asked(options: &Options) -> Result<(Location, Asked), ExportError> {
    let refused = |filter: &str| ExportError::Filter(filter.to_owned());
    let path = if options.statements { "kutipan/" } else { "" };
    for filter in &options.filters {
        let pair = filter.split_once('=').filter(|(name, value)| !value.is_empty() && !matches!(*name, "q" | "hal"));
        let (name, value) = pair.ok_or_else(|| refused(filter))?;
        if !Location::read(path, &url::pairs(&[(name, value)]), "").unread.is_empty() {
            return Err(refused(filter));
        }
    }
    let pairs: Vec<(&str, &str)> = options.filters.iter().filter_map(|filter| filter.split_once('=')).collect();
    let mut location = Location::read(path, &url::pairs(&pairs), "");
    let asked = match &mut location.route {
        Route::Explore(query) => {
            query.words.clone_from(&options.query);
            Asked::Articles(query.clone())
        }
        Route::Quotes(asked) => {
            asked.query.words.clone_from(&options.query);
            Asked::Statements(asked.clone())
        }
        _ => return Err(refused("")),
    };
    Ok((location, asked))
}

fn written(
    engine: &Engine,
    location: &Location,
    options: &Options,
    answers: u32,
    items: &[Item],
) -> Result<Vec<u8>, ExportError> {
    let meta = engine.meta();
    let root = meta.base_url.as_deref().unwrap_or_default();
    let (list, filters) = (location.href(), location.filters());
    let head = Head {
        archive: &meta.title,
        stamp: engine.stamp(),
        licence: meta.licence.as_deref(),
        root,
        list: &list,
        query: options.query.trim(),
        filters: &filters,
        answers,
    };
    let kind = if options.statements { Kind::Statements } else { Kind::Articles };
    Ok(match options.form {
        Output::Form(form) => form.rows(&head, &meta.language, kind, items).into_bytes(),
        Output::Parquet => {
            let mut bytes = Vec::new();
            parquet::write(&head, kind, items, &mut bytes)?;
            bytes
        }
        Output::Documents(server) => {
            let read = |id: &str| match engine.seek(id) {
                Outcome::Ready(Some(at)) => match engine.read(at) {
                    Outcome::Ready(reading) => Outcome::Ready(Some(reading)),
                    Outcome::Needs(parts) => Outcome::Needs(parts),
                },
                Outcome::Ready(None) => Outcome::Ready(None),
                Outcome::Needs(parts) => Outcome::Needs(parts),
            };
            bulk::lines(server, &head, kind, items, read)?.into_bytes()
        }
        Output::Mapping(server) => bulk::mapping(server, &meta.title, &meta.language, kind).into_bytes(),
    })
}
