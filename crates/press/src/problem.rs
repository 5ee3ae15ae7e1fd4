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
    #[error(
        "is of a kind that is not read (.{extension}); give it as .txt, .md, .html, .docx, .csv, .json, .jsonl or a WordPress export (.xml)"
    )]
    UnknownFormat {
        /// The ending.
        extension: String,
    },
    /// Its format is one that this build was made without.
    #[error("is a .{extension}, which this program was built without; give it as .txt, .md, .csv, .json or .jsonl")]
    FormatLeftOut {
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
    /// A table whose first line names no column of texts.
    #[error("has no column for the text (its columns: {columns}); name one of them text, isi, content or body")]
    NoTextColumn {
        /// The first line's fields, cut where they are many.
        columns: String,
    },
    /// A row of a table that does not fit its first line.
    #[error("has {found} fields where the first line names {wanted}; correct the row, or set marks around its text")]
    BadRow {
        /// How many fields it has.
        found: usize,
        /// How many columns there are.
        wanted: usize,
    },
    /// A field of a table that is opened with a mark and never closed.
    #[error("opens a field with a quotation mark that is never closed; close it or leave the row out")]
    OpenField,
    /// A page with more markup than an article has.
    #[error("has more markup than an article ({what}); save it as text, or leave it out")]
    Tangled {
        /// What there is too much of.
        what: &'static str,
    },
    /// A document that is no Word document.
    #[error("is not a Word document that can be read ({cause}); save it again as .docx, without a password")]
    BadDocument {
        /// What is wrong with it.
        cause: String,
    },
    /// It is no XML, from here on.
    #[error("is not valid XML ({cause}); what stands here was left out")]
    BadXml {
        /// What the parser says.
        cause: String,
    },
    /// An XML file that holds no articles.
    #[error("is no WordPress export; in WordPress, choose Tools, Export, and save what it gives")]
    NoExport,
    /// Items of an export that are parts of the site's machinery.
    #[error("also holds {kinds}, which are no articles; they were left out")]
    NotArticles {
        /// How many of which kind.
        kinds: String,
    },
    /// An item of an export that is no published post.
    #[error("{title:?} is {what}, not a published post; it was left out")]
    NotPublished {
        /// Its title.
        title: String,
        /// What it is.
        what: String,
    },
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
    /// A setting is of the right type and still none.
    #[error("gives {key:?} a value that cannot be used: {why}; it was left unread")]
    BadSetting {
        /// The key.
        key: String,
        /// What is expected.
        why: String,
    },
    /// A colour cannot be read on the page.
    #[error(
        "gives \"accent\" the colour {wanted}, whose contrast on the light page is {}.{:02}:1 where words need 4.5:1; \
         {became} is used there", ratio / 100, ratio % 100
    )]
    Contrast {
        /// The colour given.
        wanted: String,
        /// Its least contrast, in hundredths.
        ratio: u32,
        /// The colour used.
        became: String,
    },
    /// The logo is not there, or is none.
    #[error("names the logo {file:?}, but {why}; the site goes without one")]
    BadLogo {
        /// Its file.
        file: String,
        /// What is wrong with it.
        why: &'static str,
    },
    /// The picture for where the site is installed is not there, or is none.
    #[error("names the icon {file:?}, but {why}; the site has Jejak's mark instead")]
    BadIcon {
        /// Its file.
        file: String,
        /// What is wrong with it.
        why: &'static str,
    },
    /// A correction that corrects nothing.
    #[error("corrects the article {article:?}, but {why}; the correction was not made")]
    BadCorrection {
        /// The article's id.
        article: String,
        /// What is wrong with it.
        why: &'static str,
    },
    /// A reply that stands nowhere.
    #[error("replies in the article {article:?}, but {why}; the reply is not shown")]
    BadReply {
        /// The article's id.
        article: String,
        /// What is wrong with it.
        why: &'static str,
    },
    /// An article is to be removed that there never was.
    #[error("removes the article {article:?}, but no article has or had that id; nothing was removed")]
    NothingRemoved {
        /// The id.
        article: String,
    },
    /// A key that keeps something back cannot be read.
    #[error("has a {key:?} that keeps nothing back: {why}; correct it")]
    Unguarded {
        /// The key, or the kind of table.
        key: String,
        /// What is wrong.
        why: String,
    },
    /// A mask that nothing needed.
    #[error("masks a name that stands nowhere; if it should, check its spelling, and give other forms as aliases")]
    MaskUnused,
    /// A link was left out because its address has a masked name.
    #[error("has a masked name in the address of its source; the link was left out")]
    MaskedLink,
    /// An article in which a name cannot be masked.
    #[error("has a masked name in a form that cannot be taken out of it; the article was left out")]
    Unmaskable,
    /// A person is named whom the archive does not know.
    #[error("names {name:?}, whom no article names so; it changes nothing")]
    NoSuchPerson {
        /// The name.
        name: String,
    },
    /// `jejak.lock` cannot be read.
    #[error(
        "cannot be read ({cause}); addresses were given as if it were not there, and it was left as it is: bring back \
         a whole copy, or delete it to start anew"
    )]
    BadLock {
        /// What is wrong with it.
        cause: String,
    },
    /// `jejak.lock` cannot be written.
    #[error("cannot be written ({cause}); the site is whole, but a later build may give other addresses")]
    LockUnkept {
        /// What the operating system says.
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
                | Self::FormatLeftOut { .. }
                | Self::NoTextColumn { .. }
                | Self::BadRow { .. }
                | Self::OpenField
                | Self::Tangled { .. }
                | Self::BadDocument { .. }
                | Self::BadXml { .. }
                | Self::NoExport
                | Self::Unmaskable
        )
    }
}

impl ProblemKind {
    /// Whether a site made in spite of it would show what its keepers want to keep back.
    #[must_use]
    pub fn shows_too_much(&self) -> bool {
        matches!(self, Self::Unguarded { .. })
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
