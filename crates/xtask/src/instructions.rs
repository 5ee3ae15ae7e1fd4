//! How many instructions the engine takes for fixed questions, beside what was recorded.
//!
//! WHY instructions: a clock wavers by tens of a hundred on a machine that does something else; what valgrind's callgrind counts is the
//! same on each run. The engine is counted as tests compile it, without optimisation, so that nothing is compiled for
//! this alone: figures say nothing about speed, but what is looked at twice or in a square shows all the same. Where there is no valgrind it is
//! said, and nothing is compared.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::error::Error;
use crate::layout::Layout;
use crate::shell;

/// So much more than what is recorded is let pass, in thousandths: a compiler's new version alone moves the counts.
const SLACK: u64 = 30;

/// Instructions by the question's name.
type Counts = BTreeMap<String, u64>;

/// Prints the counts beside the recorded ones.
///
/// # Errors
/// One is by more than the slack larger than it was.
pub(crate) fn check(layout: &Layout) -> Result<(), Error> {
    let Some(now) = measured(layout)? else { return Ok(()) };
    let file = file(layout);
    let recorded = fs::read_to_string(&file).map_err(Error::io("read", &file))?;
    let recorded: Counts = toml::from_str(&recorded).map_err(|why| Error::Lock { path: file, why: why.to_string() })?;
    let mut grown = Vec::new();
    for (name, &count) in &now {
        let before = recorded.get(name).copied().unwrap_or_default();
        eprintln!("{name:>14} {count:>12} instructions, {before} recorded");
        if count * 1000 > before * (1000 + SLACK) {
            grown.push(name.clone());
        }
    }
    if grown.is_empty() { Ok(()) } else { Err(Error::Slower { what: grown.join(" and ") }) }
}

/// Records the counts, where there is a valgrind.
pub(crate) fn record(layout: &Layout) -> Result<(), Error> {
    let Some(counts) = measured(layout)? else { return Ok(()) };
    let words = "# Instructions of the engine for the questions of crates/corpus/examples/questions.rs, compiled without optimisation.\n\
                 # Written by `cargo xtask record`.\n\n";
    let rows: String = counts.iter().map(|(name, count)| format!("{name} = {count}\n")).collect();
    let file = file(layout);
    fs::write(&file, format!("{words}{rows}")).map_err(Error::io("write", &file))
}

fn file(layout: &Layout) -> PathBuf {
    layout.root.join("tests/gold/instructions.toml")
}

fn measured(layout: &Layout) -> Result<Option<Counts>, Error> {
    if !shell::succeeds(Command::new("valgrind").arg("--version")) {
        eprintln!("skipped: there is no valgrind, so no instructions are counted (Debian: apt-get install valgrind)");
        return Ok(None);
    }
    // Under the whole workspace's features, as the tests are, or the engine is compiled once more.
    shell::run(
        Command::new("cargo")
            .args(["build", "--quiet", "--workspace", "--example", "questions"])
            .current_dir(&layout.root),
    )?;
    let program = layout.root.join("target/debug/examples/questions");
    let archive = layout.root.join("target/questions.jejak");
    shell::run(Command::new(&program).arg("write").arg(&archive))?;
    let names = shell::output(Command::new(&program).arg("names"))?;
    let mut counts = Counts::new();
    for name in names.lines() {
        let log = layout.root.join("target/questions.log");
        let mut valgrind = Command::new("valgrind");
        valgrind.args(["--tool=callgrind", "--callgrind-out-file=/dev/null", "--toggle-collect=*counted_question*"]);
        valgrind.arg(format!("--log-file={}", log.display())).arg(&program).arg("ask").arg(&archive).arg(name);
        shell::output(&mut valgrind)?;
        let said = fs::read_to_string(&log).map_err(Error::io("read", &log))?;
        let count = said.lines().find_map(|line| line.split_once("Collected :")?.1.trim().parse().ok());
        counts.insert(
            name.to_owned(),
            count.ok_or_else(|| Error::Missing { what: format!("callgrind's count of {name}") })?,
        );
    }
    Ok(Some(counts))
}
