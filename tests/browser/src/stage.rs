//! The built site that scenarios play on.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jejak_app::state::library::Library;
use jejak_archive::Size;
use jejak_archive::form::pieces::{self, Joined};
use jejak_cli::build::{self, Options};
use jejak_cli::serve::Server;
use jejak_cli::site::{self, Pages, SECTION, Staged};
use tempfile::TempDir;

use crate::{Nginx, Trouble};

/// A site on disk with the archive that it carries.
#[derive(Debug, Clone)]
pub struct Stage {
    folder: PathBuf,
    archive: Arc<[u8]>,
    /// Holds the folder where the site was written for these tests.
    _written: Option<Arc<TempDir>>,
    /// Whether nginx serves it, and not Jejak's own server.
    nginx: bool,
}

/// One visitor's view of a stage: a server of its own, and the archive asked natively.
pub struct Visit {
    /// Serves the site; dropping it cuts the network.
    pub server: Host,
    /// The same archive, opened natively.
    pub library: Library,
    /// Where the site lies.
    pub(crate) folder: PathBuf,
}

/// What serves a site.
#[derive(Debug)]
pub enum Host {
    /// Jejak's own server.
    Own(Server),
    /// nginx, as the documentation has it.
    Nginx(Nginx),
}

impl Host {
    /// The address of the site's start page, which ends in `/`.
    #[must_use]
    pub fn url(&self) -> String {
        match self {
            Self::Own(server) => server.url(),
            Self::Nginx(nginx) => nginx.url(),
        }
    }
}

impl Stage {
    /// The site in a folder.
    ///
    /// # Errors
    /// There is no site, or its archive cannot be read.
    pub fn of(folder: &Path) -> Result<Self, Trouble> {
        Self::with(folder.to_owned(), None)
    }

    /// The site that `jejak build` makes of a staged app and a folder of articles, which is left as it is; with `parts`
    /// the archive lies beside the app.
    ///
    /// # Errors
    /// The staged app or an article cannot be read, or the site cannot be written.
    pub fn built(staged: &Path, articles: &Path, parts: bool) -> Result<Self, Trouble> {
        let trouble = |why: String| Trouble::Site { folder: staged.to_owned(), why };
        let written = tempfile::tempdir().map_err(|error| trouble(error.to_string()))?;
        let copied = written.path().join("articles");
        copy(articles, &copied).map_err(|error| trouble(error.to_string()))?;
        let folder = written.path().join("site");
        let options = Options {
            articles: copied,
            out: folder.clone(),
            app: Some(staged.to_owned()),
            carried: None,
            parts,
            size: Size::Usual,
            pages: Pages::All,
            cache: false,
            passing: false,
        };
        let mut problems = Vec::new();
        build::run(&options, &mut |problem| problems.push(problem.to_string()))
            .map_err(|error| trouble(error.to_string()))?;
        if !problems.is_empty() {
            return Err(trouble(problems.join("\n")));
        }
        Self::with(folder, Some(written))
    }

    /// The site of a staged app that carries an archive as it is, without any articles to press, and with the sections alone
    /// as pages: the app opens the others, so that ten thousand need not be written first.
    ///
    /// # Errors
    /// The staged app cannot be read, or the site cannot be written.
    pub fn carrying(staged: &Path, archive: &[u8]) -> Result<Self, Trouble> {
        let trouble = |why: String| Trouble::Site { folder: staged.to_owned(), why };
        let written = tempfile::tempdir().map_err(|error| trouble(error.to_string()))?;
        let folder = written.path().join("site");
        let mut app = Staged::read(staged).map_err(|error| trouble(error.to_string()))?;
        app.set_archive(archive).map_err(|error| trouble(error.to_string()))?;
        site::write(&app, &folder, Pages::Few).map_err(|error| trouble(error.to_string()))?;
        Self::with(folder, Some(written))
    }

    fn with(folder: PathBuf, written: Option<TempDir>) -> Result<Self, Trouble> {
        let archive = carried(&folder).map_err(|why| Trouble::Site { folder: folder.clone(), why })?;
        Ok(Self { folder, archive: archive.into(), _written: written.map(Arc::new), nginx: false })
    }

    /// The same site, served by nginx.
    pub(crate) fn behind_nginx(self) -> Self {
        Self { nginx: true, ..self }
    }

    /// The same site in a folder of its own.
    pub(crate) fn copied(&self) -> Result<Self, Trouble> {
        let trouble = |error: std::io::Error| Trouble::Site { folder: self.folder.clone(), why: error.to_string() };
        let written = tempfile::tempdir().map_err(trouble)?;
        let folder = written.path().join("site");
        copy(&self.folder, &folder).map_err(trouble)?;
        Ok(Self { folder, _written: Some(Arc::new(written)), ..self.clone() })
    }

    /// Starts a server under `base` and opens the archive.
    ///
    /// # Errors
    /// The server cannot be started, or the archive cannot be opened.
    pub fn visit(&self, base: &str) -> Result<Visit, Trouble> {
        let server = match self.nginx {
            false => Host::Own(Server::start(&self.folder, 0, base)?),
            true => Host::Nginx(Nginx::start(&self.folder, base)?),
        };
        let library = Library::open(self.archive.to_vec())
            .map_err(|error| Trouble::Site { folder: self.folder.clone(), why: error.to_string() })?;
        Ok(Visit { server, library, folder: self.folder.clone() })
    }

    /// The archive that it carries, or that lies beside it, as a whole.
    #[must_use]
    pub fn archive(&self) -> &[u8] {
        &self.archive
    }

    /// The site's folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}

/// Copies a folder with all that is in it; a target that is there keeps what it has besides.
///
/// # Errors
/// Something cannot be read or written.
pub fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in from.read_dir()? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            std::fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// The archive inside the only WebAssembly of a site that carries one.
fn carried(folder: &Path) -> Result<Vec<u8>, String> {
    for entry in folder.read_dir().map_err(|error| error.to_string())? {
        let path = entry.map_err(|error| error.to_string())?.path();
        if path.extension().is_some_and(|extension| extension == "wasm") {
            let module = std::fs::read(&path).map_err(|error| error.to_string())?;
            match site::wasm::section(&module, SECTION) {
                Ok([]) => return beside(folder),
                Ok(archive) => return Ok(archive.to_vec()),
                Err(_) => {}
            }
        }
    }
    Err("no WebAssembly in it carries an archive".to_owned())
}

/// The archive that lies beside an app: head and parts one behind the other.
fn beside(folder: &Path) -> Result<Vec<u8>, String> {
    let read = |path: &str| std::fs::read(folder.join(path)).map_err(|error| format!("{path}: {error}"));
    let manifest = String::from_utf8(read(pieces::MANIFEST)?).map_err(|error| error.to_string())?;
    let head = read(pieces::beginnings(&manifest).ok_or("the manifest names no head")?.head)?;
    let mut archive = Joined::begin(head).map_err(|error| error.to_string())?;
    while let Some(path) = archive.wants().map_err(|error| error.to_string())? {
        archive.take(&read(&path)?).map_err(|error| format!("{path}: {error}"))?;
    }
    Ok(archive.into_bytes())
}
