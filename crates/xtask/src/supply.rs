//! What may come in from outside: licences, sources, versions and advisories of all packages, as `deny.toml` says.

use std::process::Command;

use crate::error::Error;
use crate::layout::Layout;
use crate::shell;

/// Runs the `cargo deny` that set-up compiled.
pub(crate) fn test(layout: &Layout) -> Result<(), Error> {
    let deny = |words: &[&str]| {
        let mut deny = layout.tool("cargo-deny");
        deny.args(words).current_dir(&layout.root);
        deny
    };
    // Packages that only other systems are compiled from were not needed so far.
    shell::run(Command::new("cargo").args(["fetch", "--quiet", "--locked"]).current_dir(&layout.root))?;
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
