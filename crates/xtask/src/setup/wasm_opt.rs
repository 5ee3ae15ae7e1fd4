//! Binaryen's optimiser. Debian's is too old for what rustc writes; npm's package carries a new one, compiled to
//! WebAssembly, that runs wherever Node does.

use std::fs;
use std::process::Command;

use super::{Step, debian};
use crate::error::Error;
use crate::layout::Layout;
use crate::shell;

const PACKAGE: &str = include_str!("../../npm/package.json");
const PACKAGE_LOCK: &str = include_str!("../../npm/package-lock.json");
/// Binaryen's version, which `PACKAGE` names too.
const VERSION: &str = "132";

pub(super) struct WasmOpt;

impl Step for WasmOpt {
    fn name(&self) -> String {
        format!("wasm-opt {VERSION}")
    }

    fn plan(&self) -> String {
        "npm installs its package binaryen into .tools (under a minute)".to_owned()
    }

    fn is_done(&self, layout: &Layout) -> bool {
        let file = layout.npm().join("node_modules/.bin/wasm-opt");
        let said = shell::output(Command::new(file).arg("--version"));
        said.is_ok_and(|said| said.split_whitespace().any(|word| word == VERSION))
    }

    fn run(&self, layout: &Layout) -> Result<(), Error> {
        if !shell::succeeds(Command::new("npm").arg("--version")) {
            debian::install(&["nodejs", "npm"], &layout.tools.join("log/nodejs"))?;
        }
        let folder = layout.npm();
        fs::create_dir_all(&folder).map_err(Error::io("make the folder", &folder))?;
        for (name, text) in [("package.json", PACKAGE), ("package-lock.json", PACKAGE_LOCK)] {
            let file = folder.join(name);
            fs::write(&file, text).map_err(Error::io("write", file))?;
        }
        let mut npm = Command::new("npm");
        npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(&folder);
        shell::run_logged(&mut npm, &layout.tools.join("log/binaryen"))
    }

    fn advice(&self) -> String {
        "see that Node 18 or newer with npm is there (Debian: apt-get install nodejs npm) and that npm's packages can be \
         fetched, then run the same command again"
            .to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::{PACKAGE, PACKAGE_LOCK, VERSION};

    #[test]
    fn npm_is_asked_for_the_version_that_is_checked() {
        let wanted = format!("\"binaryen\": \"{VERSION}.0.0\"");
        assert!(PACKAGE.contains(&wanted) && PACKAGE_LOCK.contains(&wanted));
    }
}
