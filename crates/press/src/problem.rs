//! What can go wrong with an input, and how a person is told.
//!
//! WHY: a publisher's folder holds hundreds of files. One that cannot be read must not stop the others, and must not
//! vanish either: each becomes one [`Problem`] that names the file, the line and the next step. Only what leaves
//! nothing to go on with is a [`PressError`].

use std::fmt;
use std::path::PathBuf;

/// One input, or one part of it, that was left out or read differently from what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file, as it was named to the press.
    pub file: String,
    /// The line in it, counted from 1, where one is known.
    pub line: Option<usize>,
    /// What is wrong.
    pub kind: ProblemKind,
}

/// What is wrong with an input.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProblemKind {
    /// The operating system could not give the file.
    #[error("cannot be read ({cause}); check that it exists and that you may read it")]
    Unreadable {
        /// What the operating system says.
        cause: String,
    },
    /// It is neither a file nor a folder.
    #[error("is {what}, which is not read; put the articles themselves here")]
    NoFile {
        /// What it is.
        what: &'static str,
    },
    /// Its ending names no format that the press reads.
    #[error("is of a kind that is not read (.{extension}); give it as .txt, .md, .json or .jsonl")]
    UnknownFormat {
        /// The ending.
        extension: String,
    },
    /// Its bytes are something else than words: a picture, a program, a compressed file.
    #[error("is no text ({controls} of its {characters} characters are control characters); leave it out")]
    NotText {
        /// How many control characters it has.
        controls: usize,
        /// How many characters it has.
        characters: usize,
    },
    /// It is larger than the press accepts.
    #[error("is {size} bytes long, more than the {limit} that one article may have; split it")]
    TooLarge {
        /// Its size in bytes.
        size: usize,
        /// The largest size accepted, in bytes.
        limit: usize,
    },
    /// It is no JSON.
    #[error("is not valid JSON ({cause}); correct the line or leave it out")]
    BadJson {
        /// What the parser says.
        cause: String,
    },
    /// A JSON value that is no article.
    #[error("holds no article here: expected an object with a \"text\"")]
    NoArticle,
    /// There is no text in it.
    #[error("holds no text; nothing was made of it")]
    Empty,
    /// Its bytes fit no encoding completely.
    #[error("has bytes that are not {encoding}; they were replaced by \u{fffd}")]
    BadBytes {
        /// The encoding they were read as.
        encoding: String,
    },
    /// A key that is not known.
    #[error("has a key that is not known: {key:?}; it was left unread")]
    UnknownKey {
        /// The key.
        key: String,
    },
    /// A value that cannot be understood.
    #[error("gives {key:?} a value that is not understood: {value:?}; it was left unread")]
    BadValue {
        /// The key.
        key: String,
        /// Its value, cut where it is long.
        value: String,
    },
    /// Front matter that is opened and never closed.
    #[error("opens front matter with --- and never closes it; all of it was read as text")]
    OpenFrontMatter,
    /// `archive.toml` is no TOML.
    #[error("is not valid TOML ({cause}); the archive goes without its settings")]
    BadToml {
        /// What the parser says.
        cause: String,
    },
    /// The id it gives is another article's already.
    #[error("has the id {given:?}, which another article has; it became {became:?}")]
    IdTaken {
        /// The id it gives.
        given: String,
        /// The id it got.
        became: String,
    },
}

impl ProblemKind {
    /// Whether an article is missing because of it, rather than read with something left out.
    #[must_use]
    pub fn loses_article(&self) -> bool {
        matches!(
            self,
            Self::Unreadable { .. }
                | Self::NoFile { .. }
                | Self::UnknownFormat { .. }
                | Self::NotText { .. }
                | Self::TooLarge { .. }
                | Self::BadJson { .. }
                | Self::NoArticle
                | Self::Empty
        )
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}: {}", self.file, self.kind),
            None => write!(f, "{}: {}", self.file, self.kind),
        }
    }
}

/// Why no archive could be made at all.
#[derive(Debug, thiserror::Error)]
pub enum PressError {
    /// The folder cannot be listed.
    #[error("the folder {} cannot be read ({cause}); check the path", folder.display())]
    Folder {
        /// The folder.
        folder: PathBuf,
        /// What the operating system says.
        cause: std::io::Error,
    },
}
