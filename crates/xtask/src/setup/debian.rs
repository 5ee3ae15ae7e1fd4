//! Debian's packages, for what neither cargo nor npm installs.
//!
//! This is the only place where set-up reaches outside the project, so it does so only where it may without asking for
//! a password, and otherwise says what to run.

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

fn is_root() -> bool {
    shell::output(Command::new("id").arg("-u")).is_ok_and(|id| id == "0")
}

fn may_sudo() -> bool {
    shell::succeeds(Command::new("sudo").args(["-n", "true"]))
}
