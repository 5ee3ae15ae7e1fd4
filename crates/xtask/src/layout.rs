//! Where things lie, and how the project's own tools are found.
//!
//! All tools live in `.tools/`, so nothing of the user's is overwritten and removing one folder undoes the set-up.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::Error;

/// The folders of this project.
#[derive(Debug)]
pub(crate) struct Layout {
    /// The workspace.
    pub(crate) root: PathBuf,
    /// `.tools`: what set-up installs.
    pub(crate) tools: PathBuf,
    /// `dist`: the finished site.
    pub(crate) dist: PathBuf,
}

impl Layout {
    /// The layout of the checkout that this program was compiled in.
    pub(crate) fn of_this_project() -> Result<Self, Error> {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = here.join("../..").canonicalize().map_err(Error::io("find the project's folder above", here))?;
        Ok(Self { tools: root.join(".tools"), dist: root.join("dist"), root })
    }

    /// Where npm's packages are installed.
    pub(crate) fn npm(&self) -> PathBuf {
        self.tools.join("npm")
    }

    /// The checker of accessibility.
    pub(crate) fn axe(&self) -> PathBuf {
        self.tools.join("axe/node_modules/axe-core/axe.min.js")
    }

    /// The folder of Lighthouse.
    pub(crate) fn lighthouse(&self) -> PathBuf {
        self.tools.join("lighthouse")
    }

    /// Python with what checks files of data.
    pub(crate) fn python(&self) -> PathBuf {
        self.tools.join("data/bin/python")
    }

    /// The driver of Firefox.
    pub(crate) fn geckodriver(&self) -> PathBuf {
        self.tools.join("bin/geckodriver")
    }

    /// nginx: the one that `NGINX` names, else one that is installed, else where set-up unpacks it.
    pub(crate) fn nginx(&self) -> PathBuf {
        let installed = PathBuf::from("/usr/sbin/nginx");
        match env::var_os("NGINX") {
            Some(named) => named.into(),
            None if installed.is_file() => installed,
            None => self.tools.join("nginx/usr/sbin/nginx"),
        }
    }

    /// Where trunk puts its output, from which the site is written.
    pub(crate) fn staged(&self) -> PathBuf {
        self.root.join("target/site-staged")
    }

    /// Where browser tests remember which scenarios passed on which bytes.
    pub(crate) fn passed(&self) -> PathBuf {
        self.root.join("target/passed")
    }

    /// The app as the linker left it, of which trunk's output is made.
    pub(crate) fn linked(&self) -> PathBuf {
        // The profile that index.html names.
        self.root.join("target/wasm32-unknown-unknown/page/jejak-app.wasm")
    }

    /// The folders with the project's tools, first to be searched first.
    fn bins(&self) -> [PathBuf; 2] {
        [self.tools.join("bin"), self.npm().join("node_modules/.bin")]
    }

    /// A command that finds the project's tools before the user's.
    pub(crate) fn tool(&self, program: &str) -> Command {
        // A program is looked up on the PATH of this process, not of the child, so its own file is named.
        let own = self.bins().into_iter().map(|bin| bin.join(program)).find(|file| file.is_file());
        let mut command = match own {
            Some(file) => Command::new(file),
            None => Command::new(program),
        };
        command.env("PATH", self.path()).env("TRUNK_SKIP_VERSION_CHECK", "true").env("TRUNK_OFFLINE", "true");
        if env::var_os("NO_COLOR").is_some() {
            // Any value means yes (no-color.org), but trunk takes only this one and fails on others.
            command.env("NO_COLOR", "true");
        }
        command
    }

    fn path(&self) -> OsString {
        let inherited = env::var_os("PATH").unwrap_or_default();
        let all = self.bins().into_iter().chain(env::split_paths(&inherited));
        // A folder whose name holds a colon cannot stand in PATH; then the tools are still started by their own file.
        env::join_paths(all).unwrap_or(inherited)
    }

    /// The line that gives a shell the project's tools.
    pub(crate) fn path_line(&self) -> String {
        let [bin, npm] = self.bins();
        format!("export PATH=\"{}:{}:$PATH\"", bin.display(), npm.display())
    }
}
