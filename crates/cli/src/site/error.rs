//! Why a site could not be written.

use std::io;
use std::path::PathBuf;

use super::split::SplitError;

/// Why a site could not be written. What stood in its folder before is untouched.
#[derive(Debug, thiserror::Error)]
pub enum SiteError {
    /// A file or folder could not be read or written.
    #[error("could not {doing} {}: {source}", .path.display())]
    Io {
        /// What was tried, as a verb.
        doing: &'static str,
        /// With which file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The bundler's output lacks a file.
    #[error("the compiled app has no {0}; build it again")]
    NoFile(String),
    /// The start page does not say how the app is started.
    #[error(
        "index.html of the compiled app has {0} elements script[src][data-js][data-wasm]; it must have one, which names the loader, the app's JavaScript and its WebAssembly"
    )]
    Loader(usize),
    /// The loader has no place for the names of the app's files.
    #[error("{file} of the compiled app has `{mark}` {found} times; it must have it once, where the names belong")]
    Entry {
        /// The loader.
        file: String,
        /// What the names are put in place of.
        mark: &'static str,
        /// How often it was found.
        found: usize,
    },
    /// The app's WebAssembly is damaged.
    #[error("the app's WebAssembly is damaged: {0}")]
    Wasm(String),
    /// No chunks can be cut off the app.
    #[error("the app's WebAssembly cannot be cut into chunks: {0}")]
    Split(#[from] SplitError),
    /// The app's WebAssembly carries no archive, or several.
    #[error("the app's WebAssembly has {0} sections {section}; it must have one", section = super::SECTION)]
    Sections(usize),
    /// The archive that the app carries cannot be opened.
    #[error("the archive inside the app cannot be opened: {0}")]
    Archive(String),
    /// The app that a program brings along cannot be packed or unpacked.
    #[error("the compiled app that this jejak carries is damaged ({0}); get this jejak anew")]
    Packed(String),
    /// A page could not be made from index.html.
    #[error("index.html of the compiled app cannot be turned into a page: {0}")]
    Html(String),
    /// A file that has to be text is not.
    #[error("{0} of the compiled app is not UTF-8 text")]
    NotText(String),
    /// A style sheet cannot be joined with the others.
    #[error("{0} cannot be joined with the other style sheets: it lies in a folder, or has @import or @charset")]
    Sheet(String),
    /// The publisher's picture for where the site is installed cannot be used.
    #[error("the picture that archive.toml names as `icon` cannot be used: {0}")]
    Icon(String),
    /// The folder for the site holds something else.
    #[error("{} holds something that is no site; choose an empty or a new folder, or empty it yourself", .0.display())]
    Occupied(PathBuf),
}

impl SiteError {
    /// A closure that turns an I/O error into one that says what was done with which file.
    pub(super) fn io(doing: &'static str, path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::Io { doing, path, source }
    }
}
