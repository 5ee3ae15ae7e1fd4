//! Opens the archive of a site, of a compiled app or of a file, as the browser would.

use std::io;
use std::path::{Path, PathBuf};

use jejak_archive::form::pieces::{self, Joined};
use jejak_archive::{Engine, OpenError};

use crate::site::{SECTION, SiteError, wasm};

/// The bytes that every WebAssembly module begins with.
const WASM: &[u8] = b"\0asm";

/// Why an archive could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenedError {
    /// A file or folder could not be read.
    #[error("{} cannot be read ({cause}); give the folder of a site, or the file of an archive", path.display())]
    Io {
        /// Which.
        path: PathBuf,
        /// What the system said.
        cause: io::Error,
    },
    /// No file of the folder carries an archive.
    #[error("{} holds no site: none of its .wasm files carries an archive; build one with `jejak build`", .0.display())]
    NoSite(PathBuf),
    /// Several files of the folder carry one.
    #[error("{} holds several .wasm files that carry an archive; name one of them", .0.display())]
    Several(PathBuf),
    /// The WebAssembly is damaged.
    #[error("{}: {cause}", path.display())]
    Wasm {
        /// Which file.
        path: PathBuf,
        /// What is wrong with it.
        cause: SiteError,
    },
    /// The archive is damaged.
    #[error("{}: {cause}", path.display())]
    Archive {
        /// Which file or folder.
        path: PathBuf,
        /// What is wrong with it.
        cause: OpenError,
    },
}

/// Opens the archive that a site's folder, a WebAssembly file or an archive's file holds.
///
/// # Errors
/// It cannot be read, holds no archive, or one that is damaged.
pub(crate) fn open(path: &Path) -> Result<Engine, OpenedError> {
    engine(path, bytes(path)?)
}

/// The bytes of the archive that [`open`] opens.
pub(crate) fn bytes(path: &Path) -> Result<Vec<u8>, OpenedError> {
    if path.is_dir() { in_folder(path) } else { in_file(path) }
}

/// Opens the bytes that were found at a path.
pub(crate) fn engine(path: &Path, bytes: Vec<u8>) -> Result<Engine, OpenedError> {
    Engine::open(bytes).map_err(|cause| OpenedError::Archive { path: path.to_owned(), cause })
}

/// Whether a folder holds a site.
pub(crate) fn is_site(folder: &Path) -> bool {
    !matches!(in_folder(folder), Err(OpenedError::NoSite(_) | OpenedError::Io { .. }))
}

fn in_file(path: &Path) -> Result<Vec<u8>, OpenedError> {
    let bytes = read(path)?;
    if !bytes.starts_with(WASM) {
        return Ok(bytes);
    }
    let section = wasm::section(&bytes, SECTION).map(<[u8]>::to_vec);
    section.map_err(|cause| OpenedError::Wasm { path: path.to_owned(), cause })
}

/// The archive of the one WebAssembly file of a folder that carries one.
fn in_folder(folder: &Path) -> Result<Vec<u8>, OpenedError> {
    let io = |cause| OpenedError::Io { path: folder.to_owned(), cause };
    let mut found = Vec::new();
    for entry in folder.read_dir().map_err(io)? {
        let path = entry.map_err(io)?.path();
        if path.extension().is_none_or(|extension| extension != "wasm") || !path.is_file() {
            continue;
        }
        match wasm::section(&read(&path)?, SECTION) {
            Ok([]) => found.push(beside(folder)?),
            Ok(section) => found.push(section.to_vec()),
            // Another module of the site.
            Err(SiteError::Sections(0)) => {}
            Err(cause) => return Err(OpenedError::Wasm { path, cause }),
        }
    }
    let only = found.pop().ok_or_else(|| OpenedError::NoSite(folder.to_owned()))?;
    if found.is_empty() { Ok(only) } else { Err(OpenedError::Several(folder.to_owned())) }
}

/// The archive that lies beside an app in parts: head and parts one behind the other.
fn beside(folder: &Path) -> Result<Vec<u8>, OpenedError> {
    let manifest = folder.join(pieces::MANIFEST);
    let damaged = |path: &Path, cause| OpenedError::Archive { path: path.to_owned(), cause };
    let text = String::from_utf8(read(&manifest)?).unwrap_or_default();
    let head = pieces::beginnings(&text).ok_or_else(|| damaged(&manifest, OpenError::NotAnArchive))?.head;
    let head = folder.join(head);
    let mut archive = Joined::begin(read(&head)?).map_err(|cause| damaged(&head, cause))?;
    while let Some(path) = archive.wants().map_err(|cause| damaged(&head, cause))? {
        let path = folder.join(path);
        archive.take(&read(&path)?).map_err(|cause| damaged(&path, cause))?;
    }
    Ok(archive.into_bytes())
}

fn read(path: &Path) -> Result<Vec<u8>, OpenedError> {
    std::fs::read(path).map_err(|cause| OpenedError::Io { path: path.to_owned(), cause })
}
