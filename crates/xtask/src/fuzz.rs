//! Fuzzing: each target of `fuzz/` for some seconds, where a nightly compiler is there.

use std::collections::VecDeque;
use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::thread;

use crate::args::Fuzz;
use crate::error::Error;
use crate::layout::Layout;
use crate::{setup, shell};

/// What is wished: 0 leaves fuzzing out, 1 fails where it cannot be done. Without a word it is done where it can be.
const WISH: &str = "JEJAK_FUZZ";
/// How many are run at a time. They take little memory, but a core each.
const AT_ONCE: usize = 2;
/// Where cargo-fuzz compiles to. It is compiled without AddressSanitizer, and so into a folder of its own: the project's code
/// has no `unsafe`, and it tries several times as many inputs without.
const COMPILED: &str = "fuzz/target/unsanitized";

/// What is asked for a nightly compiler.
const NIGHTLY: &str = "+nightly";

/// Whether fuzzing is wished, or can be done: a nightly compiler is nothing that set-up installs.
pub(crate) fn is_wished() -> bool {
    match env::var(WISH).ok().as_deref() {
        Some("0") => false,
        Some(_) => true,
        None => shell::succeeds(Command::new("cargo").args([NIGHTLY, "--version"])),
    }
}

/// Sets up, then runs what is named, as long as is wished.
pub(crate) fn run(layout: &Layout, fuzz: &Fuzz) -> Result<(), Error> {
    setup::for_fuzz(layout)?;
    all(layout, fuzz)
}

/// Runs every target from its corpus for a short time, if that can be and is not unwished.
pub(crate) fn test(layout: &Layout) -> Result<(), Error> {
    if !is_wished() {
        let why = "there is no nightly compiler (rustup toolchain install nightly), or";
        eprintln!("skipped: {why} {WISH}=0");
        return Ok(());
    }
    all(layout, &Fuzz::default())
}

fn all(layout: &Layout, Fuzz { targets, seconds }: &Fuzz) -> Result<(), Error> {
    let fuzz = |words: &[&str]| {
        // Named by its name alone, cargo is what rustup makes of it, which knows of toolchains.
        let mut fuzz = layout.tool("cargo");
        fuzz.args([NIGHTLY, "fuzz"]).args(words).current_dir(&layout.root);
        fuzz
    };
    let known = shell::output(&mut fuzz(&["list"]))?;
    let named = |target: &&str| targets.is_empty() || targets.iter().any(|named| named == target);
    if let Some(named) = targets.iter().find(|named| !known.lines().any(|target| target == **named)) {
        return Err(Error::Usage(format!(
            "there is no target `{named}` in fuzz/; there are {}",
            known.replace('\n', ", ")
        )));
    }
    shell::run(&mut fuzz(&["build", "--sanitizer", "none", "--target-dir", COMPILED]))?;
    let host = shell::output(Command::new("rustc").args([NIGHTLY, "--print", "host-tuple"]))?;
    let programs = layout.root.join(COMPILED).join(host).join("release");

    let left: Mutex<VecDeque<&str>> = Mutex::new(known.lines().filter(named).collect());
    let next = || left.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
    let each = || {
        while let Some(target) = next() {
            one(layout, programs.join(target), target, *seconds)?;
        }
        Ok(())
    };
    thread::scope(|scope| {
        let running: Vec<_> = (0..AT_ONCE).map(|_| scope.spawn(each)).collect();
        let ended = running.into_iter().map(|one| one.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        // Each is awaited, whatever the others found.
        ended.collect::<Vec<_>>().into_iter().collect()
    })
}

/// Runs one, and says how many inputs it tried.
fn one(layout: &Layout, program: PathBuf, target: &str, seconds: u32) -> Result<(), Error> {
    let folder = |name: &str| layout.root.join("fuzz").join(name).join(target);
    // What it finds on the way stays out of the project; the first folder is the one that grows.
    let (grows, seeds, findings) = (folder("target/corpus"), folder("corpus"), folder("artifacts"));
    for made in [&grows, &findings] {
        fs::create_dir_all(made).map_err(Error::io("make the folder", made))?;
    }
    let mut fuzzer = Command::new(program);
    fuzzer.args([&grows, &seeds]).args([
        format!("-artifact_prefix={}/", findings.display()),
        format!("-max_total_time={seconds}"),
        "-timeout=30".to_owned(),
        "-rss_limit_mb=3000".to_owned(),
        "-print_final_stats=1".to_owned(),
    ]);
    let log = layout.root.join("fuzz/target/log").join(target);
    shell::into_log(fuzzer.current_dir(&layout.root).stdin(Stdio::null()), &log)?;
    let said = fs::read(&log).map_err(Error::io("read", &log))?;
    let said = String::from_utf8_lossy(&said);
    let tried = said.lines().find_map(|line| line.strip_prefix("stat::number_of_executed_units:"));
    eprintln!("{target}: {} inputs in {seconds} s, nothing found", tried.unwrap_or("?").trim());
    Ok(())
}
