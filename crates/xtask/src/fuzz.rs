//! Fuzzing in short: each target of `fuzz/` for some seconds, where cargo-fuzz and a nightly compiler are there.

use std::env;
use std::process::Command;

use crate::error::Error;
use crate::layout::Layout;
use crate::shell;

/// Names the wish for it: compiling every target with its counters takes some six minutes on two cores.
const WISH: &str = "JEJAK_FUZZ";
/// How long each target is run, in seconds.
const SECONDS: u32 = 20;

/// Runs every target from its corpus, if that is wished for and can be.
pub(crate) fn test(layout: &Layout) -> Result<(), Error> {
    let fuzz = |words: &[&str]| {
        let mut cargo = Command::new("cargo");
        cargo.args(["+nightly", "fuzz"]).args(words).current_dir(&layout.root);
        cargo
    };
    if env::var_os(WISH).is_none() {
        eprintln!("skipped: {WISH}=1 runs each fuzz target for {SECONDS} seconds");
        return Ok(());
    }
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
