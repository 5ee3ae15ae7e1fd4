//! npm's packages: each set in a folder of its own, in the versions that its lock file says.
//!
//! wasm-opt comes from here because Debian's is too old for what rustc writes; npm's package carries a new one, compiled
//! to WebAssembly, that runs wherever Node does.

use std::fs;
use std::process::Command;

use super::{Step, debian};
use crate::error::Error;
use crate::layout::Layout;
use crate::shell;

/// Packages that stand in one folder of `.tools`.
pub(super) struct Packages {
    folder: &'static str,
    package: &'static str,
    lock: &'static str,
    /// Names and versions, which `package` names too.
    wanted: &'static [(&'static str, &'static str)],
}

/// What the site is built with: wasm-opt is in binaryen, esbuild makes scripts and style sheets smaller.
pub(super) const BUILD: Packages = Packages {
    folder: "npm",
    package: include_str!("../../npm/package.json"),
    lock: include_str!("../../npm/package-lock.json"),
    wanted: &[("binaryen", "132.0.0"), ("esbuild", "0.28.2")],
};

/// What the browser tests check with that pages are accessible.
pub(super) const AXE: Packages = Packages {
    folder: "axe",
    package: include_str!("../../axe/package.json"),
    lock: include_str!("../../axe/package-lock.json"),
    wanted: &[("axe-core", "4.14.1")],
};

/// What scores the site's pages. The last version that Node 18 and 20 run.
pub(super) const LIGHTHOUSE: Packages = Packages {
    folder: "lighthouse",
    package: include_str!("../../lighthouse/package.json"),
    lock: include_str!("../../lighthouse/package-lock.json"),
    wanted: &[("lighthouse", "12.8.2")],
};

/// What checks the data, feeds, sitemap and citations of a site.
pub(super) const FOUND: Packages = Packages {
    folder: "found",
    package: include_str!("../../found/package.json"),
    lock: include_str!("../../found/package-lock.json"),
    wanted: &[
        ("@citation-js/core", "0.8.2"),
        ("jsonld", "9.0.0"),
        ("schema-dts", "2.1.0"),
        ("feedsmith", "3.0.1"),
        ("xmllint-wasm", "5.3.0"),
    ],
};

impl Packages {
    fn names(&self) -> String {
        self.wanted.iter().map(|(name, version)| format!("{name} {version}")).collect::<Vec<_>>().join(" and ")
    }
}

impl Step for Packages {
    fn name(&self) -> String {
        self.names()
    }

    fn plan(&self) -> String {
        "npm installs them into .tools (under a minute)".to_owned()
    }

    fn is_done(&self, layout: &Layout) -> bool {
        self.wanted.iter().all(|(name, version)| {
            let file = layout.tools.join(self.folder).join("node_modules").join(name).join("package.json");
            fs::read_to_string(file).is_ok_and(|text| text.contains(&format!("\"version\": \"{version}\"")))
        })
    }

    /// Installs what the lock says, and npm itself where it is missing.
    fn run(&self, layout: &Layout) -> Result<(), Error> {
        if !shell::succeeds(Command::new("npm").arg("--version")) {
            debian::install(&["nodejs", "npm"], &layout.tools.join("log/nodejs"))?;
        }
        let folder = layout.tools.join(self.folder);
        fs::create_dir_all(&folder).map_err(Error::io("make the folder", &folder))?;
        for (name, text) in [("package.json", self.package), ("package-lock.json", self.lock)] {
            let file = folder.join(name);
            fs::write(&file, text).map_err(Error::io("write", file))?;
        }
        let mut npm = Command::new("npm");
        npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(&folder);
        shell::run_logged(&mut npm, &layout.tools.join("log").join(self.folder))
    }

    fn advice(&self) -> String {
        "see that Node 18 or newer with npm is there (Debian: apt-get install nodejs npm) and that npm's packages can be \
         fetched, then run the same command again"
            .to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::{AXE, BUILD, FOUND, LIGHTHOUSE};

    #[test]
    fn npm_is_asked_for_the_versions_that_are_checked() {
        for packages in [AXE, BUILD, LIGHTHOUSE, FOUND] {
            for (name, version) in packages.wanted {
                let wanted = format!("\"{name}\": \"{version}\"");
                assert!(packages.package.contains(&wanted) && packages.lock.contains(&wanted), "{wanted}");
            }
        }
    }
}
