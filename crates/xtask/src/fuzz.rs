//! Fuzzing in short: each target of `fuzz/` for some seconds, where a nightly compiler and cargo-fuzz are there.

use std::env;
use std::process::Command;

use crate::error::Error;
use crate::layout::Layout;
use crate::shell;

/// What is wished: 0 leaves fuzzing out (compiling every target with its counters takes some six minutes on two cores the first
/// time), 1 fails where it cannot be done. Without a word it is done where it can be.
const WISH: &str = "JEJAK_FUZZ";
/// How long each target is run, in seconds.
const SECONDS: u32 = 20;

/// What it takes, each with how one asks for it and how one installs it.
const NEEDED: [(&str, &[&str], &str); 2] = [
    ("nightly compiler", &["+nightly", "--version"], "rustup toolchain install nightly"),
    ("cargo-fuzz", &["+nightly", "fuzz", "--version"], "cargo install --locked cargo-fuzz"),
];

/// Runs every target from its corpus, if that can be and is not unwished.
pub(crate) fn test(layout: &Layout) -> Result<(), Error> {
    let cargo = |words: &[&str]| {
        let mut cargo = Command::new("cargo");
        cargo.args(words).current_dir(&layout.root);
        cargo
    };
    let wish = env::var(WISH).ok();
    if wish.as_deref() == Some("0") {
        eprintln!("skipped: {WISH}=0");
        return Ok(());
    }
    if wish.is_none()
        && let Some((what, _, how)) = NEEDED.iter().find(|(_, asked, _)| !shell::succeeds(&mut cargo(asked)))
    {
        eprintln!("skipped: there is no {what} ({how})");
        return Ok(());
    }
    let fuzz = |words: &[&str]| cargo(&[&["+nightly", "fuzz"], words].concat());
    // As the README of cargo-fuzz has it, which says what is missing.
    let targets = shell::output(&mut fuzz(&["list"]))?;
    let limits = [format!("-max_total_time={SECONDS}"), "-timeout=30".to_owned(), "-rss_limit_mb=3000".to_owned()];
    for target in targets.lines() {
        let (found, seeds) = (format!("fuzz/target/corpus/{target}"), format!("fuzz/corpus/{target}"));
        let folder = layout.root.join(&found);
        std::fs::create_dir_all(&folder).map_err(Error::io("make the folder", &folder))?;
        // What it finds on the way stays out of the project; the first folder is the one that grows.
        shell::run(fuzz(&["run", target, &found, &seeds, "--"]).args(&limits))?;
    }
    Ok(())
}
