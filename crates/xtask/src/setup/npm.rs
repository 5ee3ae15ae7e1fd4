//! npm's packages: each set in a folder of its own, in the versions that its lock file says.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::debian;
use crate::error::Error;
use crate::layout::Layout;
use crate::shell;

/// What a person can do when installing fails.
pub(super) const ADVICE: &str = "see that Node 18 or newer with npm is there (Debian: apt-get install nodejs npm) and that npm's packages can be \
     fetched, then run the same command again";

/// Installs into `folder` what `package` and its `lock` name, and npm itself where it is missing; what npm says goes to
/// the log `name`.
pub(super) fn install(layout: &Layout, folder: &Path, package: &str, lock: &str, name: &str) -> Result<(), Error> {
    if !shell::succeeds(Command::new("npm").arg("--version")) {
        debian::install(&["nodejs", "npm"], &layout.tools.join("log/nodejs"))?;
    }
    fs::create_dir_all(folder).map_err(Error::io("make the folder", folder))?;
    for (name, text) in [("package.json", package), ("package-lock.json", lock)] {
        let file = folder.join(name);
        fs::write(&file, text).map_err(Error::io("write", file))?;
    }
    let mut npm = Command::new("npm");
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(folder);
    shell::run_logged(&mut npm, &layout.tools.join("log").join(name))
}
