//! What the bundler made, read into memory.

use std::collections::BTreeMap;
use std::path::Path;

use jejak_app::chunk::Chunk;
use jejak_archive::form::pieces;

use super::split::{self, Split, SplitError};
use super::{SECTION, SiteError, html, squeeze, wasm};

/// The compiled app as the bundler left it: the start page, the loader, the app's JavaScript and WebAssembly, styles
/// and icons.
#[derive(Debug, Clone)]
pub struct Staged {
    /// By path from the site's root, with `/`.
    files: BTreeMap<String, Vec<u8>>,
    start: Start,
    /// The archive that lies beside the app in parts, as a whole.
    beside: Option<Vec<u8>>,
    /// Whether visitors' devices are to keep nothing of the site.
    passing: bool,
    /// The publisher's own picture for where the site is installed, as PNG.
    icon: Option<Vec<u8>>,
}

/// The files that the start page starts the app with, as paths from the site's root.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Start {
    pub(super) loader: String,
    pub(super) js: String,
    pub(super) wasm: String,
}

/// The worker that keeps a site on visitors' devices.
pub(crate) const WORKER: &str = "luring.js";
/// What of it runs in pages.
pub(super) const DEVICE: &str = "perangkat.js";

/// What opens a visitor's own files: what of it runs in pages, its worker, and the press that the worker brings in.
pub(super) const OWN: &str = "buka.js";
pub(super) const OWN_WORKER: &str = "cetak.js";
pub(super) const PRESS_SCRIPT: &str = "jejak-presser.js";
pub(super) const PRESS: &str = "jejak-presser_bg.wasm";
/// All of these. They are fetched by those alone who want them, so no device keeps them unasked.
pub(super) const OF_OWN: [&str; 4] = [OWN, OWN_WORKER, PRESS_SCRIPT, PRESS];
/// The labels that the press can be measured on, with their articles. Who measures fetches it; an app may be without.
pub const GAUGE: &str = "acuan.json";

/// The start page.
pub(super) const INDEX: &str = "index.html";

impl Staged {
    /// Reads the bundler's output folder.
    ///
    /// # Errors
    /// A file cannot be read, or a part of the app is missing.
    pub fn read(folder: &Path) -> Result<Self, SiteError> {
        let mut files = BTreeMap::new();
        read_into(&mut files, folder, "")?;
        Self::of(files)
    }

    /// Takes the bundler's output from memory, by path from the site's root.
    ///
    /// # Errors
    /// A part of the app is missing.
    pub fn of(files: BTreeMap<String, Vec<u8>>) -> Result<Self, SiteError> {
        let start = html::start(text(&files, INDEX)?)?;
        for name in [&start.loader, &start.js, &start.wasm] {
            get(&files, name)?;
        }
        Ok(Self { files, start, beside: None, passing: false, icon: None })
    }

    /// Cuts chunks off the app in the bundler's output folder and squeezes all of it, once for all sites that are made of it:
    /// the files do what they did, and hosts send fewer bytes. `linked` is the module as the linker left it.
    ///
    /// # Errors
    /// As [`Staged::read`]; also where the app cannot be cut, or a file cannot be read or written.
    pub fn squeeze(folder: &Path, linked: &Path) -> Result<(), SiteError> {
        let staged = Self::read(folder)?;
        let Start { js, wasm, .. } = &staged.start;
        let linked = std::fs::read(linked).map_err(SiteError::io("read", linked))?;
        let bases = Chunk::ALL.into_iter().filter_map(|chunk| Some((chunk.name(), chunk.on()?.name()))).collect();
        let Split { first, chunks } = split::split(&linked, staged.file(wasm)?, &bases)?;
        let (script, first) = squeeze::squeezed(staged.text(js)?, &first)?;
        let mut files = vec![(js.clone(), script.into_bytes()), (wasm.clone(), first)];
        for (name, module) in chunks {
            let chunk = Chunk::ALL.into_iter().find(|chunk| chunk.name() == name).ok_or(SplitError::Stray(name))?;
            files.push((file_of(chunk), squeeze::squeezed("", &module)?.1));
        }
        for (name, bytes) in files {
            let path = folder.join(name);
            std::fs::write(&path, bytes).map_err(SiteError::io("write", &path))?;
        }
        Ok(())
    }

    /// The chunks that were cut off the app, each with its file.
    pub(super) fn chunks(&self) -> impl Iterator<Item = (Chunk, String, &[u8])> {
        Chunk::ALL.into_iter().filter_map(|chunk| {
            let name = file_of(chunk);
            let bytes = self.files.get(&name)?;
            Some((chunk, name, bytes.as_slice()))
        })
    }

    /// The bytes of the archive that the app carries, or that lies beside it.
    ///
    /// # Errors
    /// The WebAssembly is damaged or carries no archive.
    pub fn archive(&self) -> Result<&[u8], SiteError> {
        match &self.beside {
            Some(archive) => Ok(archive),
            None => wasm::section(self.file(&self.start.wasm)?, SECTION),
        }
    }

    /// The archive that lies beside the app, if it does.
    pub(super) fn beside(&self) -> Option<&[u8]> {
        self.beside.as_deref()
    }

    /// Lets the app fetch another archive, which lies beside it in parts.
    ///
    /// # Errors
    /// As [`Staged::archive`]; also where the bytes are no archive.
    pub fn set_parts(&mut self, archive: Vec<u8>) -> Result<(), SiteError> {
        let files = pieces::files(&archive).map_err(|cause| SiteError::Archive(cause.to_string()))?;
        self.set_archive(&[])?;
        files.into_iter().for_each(|(name, bytes)| self.add(&name, bytes));
        self.beside = Some(archive);
        Ok(())
    }

    /// Lets the app carry another archive.
    ///
    /// # Errors
    /// As [`Staged::archive`].
    pub fn set_archive(&mut self, archive: &[u8]) -> Result<(), SiteError> {
        let swapped = wasm::with_section(self.file(&self.start.wasm)?, SECTION, archive)?;
        self.files.insert(self.start.wasm.clone(), swapped);
        Ok(())
    }

    /// Lets visitors' devices keep nothing of the site, and let go of what an earlier build left there.
    pub fn keep_nothing(&mut self) {
        self.passing = true;
    }

    /// What keeps the site on visitors' devices, where it is to be kept: its worker, before it is filled in.
    pub(super) fn worker(&self) -> Option<&str> {
        self.text(WORKER).ok().filter(|_| !self.passing)
    }

    /// Takes a picture, a square PNG, for where the site is installed as an app.
    pub fn set_icon(&mut self, png: Vec<u8>) {
        self.icon = Some(png);
    }

    /// That picture.
    pub(super) fn icon(&self) -> Option<&[u8]> {
        self.icon.as_deref()
    }

    /// Brings a further file along, which keeps its name: it should be one by content.
    pub fn add(&mut self, name: &str, bytes: Vec<u8>) {
        self.files.insert(name.to_owned(), bytes);
    }

    pub(super) fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
    }

    pub(super) fn file(&self, name: &str) -> Result<&[u8], SiteError> {
        get(&self.files, name)
    }

    pub(super) fn text(&self, name: &str) -> Result<&str, SiteError> {
        text(&self.files, name)
    }

    pub(super) fn start(&self) -> &Start {
        &self.start
    }

    /// The loader: the only script that pages name.
    pub(super) fn loader(&self) -> &str {
        &self.start.loader
    }
}

/// What the file of a chunk is called.
fn file_of(chunk: Chunk) -> String {
    format!("{}.wasm", chunk.name())
}

/// The path from the site's root that an address in the start page means, where it is one of this site's files.
pub(super) fn local(address: &str) -> Option<&str> {
    if address.starts_with("//") || address.contains(':') {
        return None;
    }
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let path = path.strip_prefix("./").or_else(|| path.strip_prefix('/')).unwrap_or(path);
    (!path.is_empty()).then_some(path)
}

fn get<'a>(files: &'a BTreeMap<String, Vec<u8>>, name: &str) -> Result<&'a [u8], SiteError> {
    files.get(name).map(Vec::as_slice).ok_or_else(|| SiteError::NoFile(name.to_owned()))
}

fn text<'a>(files: &'a BTreeMap<String, Vec<u8>>, name: &str) -> Result<&'a str, SiteError> {
    str::from_utf8(get(files, name)?).map_err(|_| SiteError::NotText(name.to_owned()))
}

fn read_into(files: &mut BTreeMap<String, Vec<u8>>, folder: &Path, prefix: &str) -> Result<(), SiteError> {
    for entry in folder.read_dir().map_err(SiteError::io("read the folder", folder))? {
        let entry = entry.map_err(SiteError::io("read the folder", folder))?;
        let path = entry.path();
        let name = entry.file_name().into_string().map_err(|_| SiteError::NotText(path.display().to_string()))?;
        // Where the bundler works before it is done.
        if name.starts_with('.') {
            continue;
        }
        if path.is_dir() {
            read_into(files, &path, &format!("{prefix}{name}/"))?;
        } else {
            files.insert(format!("{prefix}{name}"), std::fs::read(&path).map_err(SiteError::io("read", &path))?);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::local;

    #[test]
    fn tells_own_files_from_other_addresses() {
        for (address, path) in [
            ("app.css", Some("app.css")),
            ("./app.css", Some("app.css")),
            ("/ikon/kecil.svg?v=2", Some("ikon/kecil.svg")),
            ("https://example.org/app.css", None),
            ("//example.org/app.css", None),
            ("data:image/png;base64,AA", None),
            ("#isi", None),
            ("./", None),
        ] {
            assert_eq!(local(address), path, "{address}");
        }
    }
}
