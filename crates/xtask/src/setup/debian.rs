//! Debian's packages, for what neither cargo nor npm installs.
//!
//! This is the only place where set-up reaches outside the project, so it does so only where it may without asking for
//! a password, and otherwise says what to run.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::error::Error;
use crate::shell;

/// Installs packages as root, or with a sudo that asks for no password.
pub(super) fn install(packages: &[&str], log: &Path) -> Result<(), Error> {
    let advice = || Error::Missing { what: format!("the right to run `apt-get install {}`", packages.join(" ")) };
    let apt_get = || if is_root() { Some(vec!["apt-get"]) } else { may_sudo().then(|| vec!["sudo", "-n", "apt-get"]) };
    let words = apt_get().ok_or_else(advice)?;
    let command = |arguments: &[&str]| {
        let mut command = Command::new(words[0]);
        command.args(&words[1..]).args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    shell::run_logged(&mut command(&["update", "-q"]), log)?;
    shell::run_logged(command(&["install", "-y", "-q", "--no-install-recommends"]).args(packages), log)
}

/// Unpacks packages into a folder, which needs no right to install: their files are there, and none of their services.
/// What they depend on must be on the machine.
pub(super) fn unpack(packages: &[&str], folder: &Path, log: &Path) -> Result<(), Error> {
    let fetched = folder.with_extension("fetched");
    fs::create_dir_all(&fetched).map_err(Error::io("make the folder", &fetched))?;
    if is_root() {
        shell::run_logged(Command::new("apt-get").args(["update", "-q"]), log)?;
    }
    shell::run_logged(Command::new("apt-get").args(["download", "-q"]).args(packages).current_dir(&fetched), log)?;
    for entry in fs::read_dir(&fetched).map_err(Error::io("list the folder", &fetched))? {
        let package = entry.map_err(Error::io("list the folder", &fetched))?.path();
        shell::run_logged(Command::new("dpkg-deb").arg("-x").arg(package).arg(folder), log)?;
    }
    fs::remove_dir_all(&fetched).map_err(Error::io("remove", &fetched))
}

fn is_root() -> bool {
    shell::output(Command::new("id").arg("-u")).is_ok_and(|id| id == "0")
}

fn may_sudo() -> bool {
    shell::succeeds(Command::new("sudo").args(["-n", "true"]))
}
