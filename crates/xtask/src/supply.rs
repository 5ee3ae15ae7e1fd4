//! What may come in from outside: licences, sources, versions and advisories of all packages, as `deny.toml` says.

use std::process::Command;

use crate::error::Error;
use crate::layout::Layout;
use crate::shell;

/// Runs `cargo deny` where it is installed. It takes minutes to compile, which no fresh machine should wait for, so set-up
/// does not bring it.
pub(crate) fn test(layout: &Layout) -> Result<(), Error> {
    let deny = |words: &[&str]| {
        let mut cargo = Command::new("cargo");
        cargo.arg("deny").args(words).current_dir(&layout.root);
        cargo
    };
    if !shell::succeeds(&mut deny(&["--version"])) {
        eprintln!("skipped: there is no cargo-deny (cargo install --locked cargo-deny)");
        return Ok(());
    }
    shell::run(&mut deny(&[
        "--offline",
        "check",
        "--hide-inclusion-graph",
        "--allow",
        "duplicate",
        "bans",
        "licenses",
        "sources",
    ]))?;
    // Advisories are another data base, which has to be reached.
    if !shell::succeeds(&mut deny(&["fetch", "db"])) {
        eprintln!("skipped: the advisories cannot be reached");
        return Ok(());
    }
    shell::run(&mut deny(&["check", "advisories"]))
}
