//! Runs everything there is, cheapest first, and says how long each step took.

use std::env;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::error::Error;
use crate::layout::Layout;
use crate::{build, data, dist, found, fuzz, instructions, setup, shell, sizes, supply};

/// Scenarios that count frames: they are played alone, because another browser beside them takes their time.
const FRAMES: &str = "frames::";

/// Names the wish to play scenarios again that passed on the same bytes.
const ALL: &str = "JEJAK_PLAY_ALL";

/// One step of the test run.
type Work<'a> = Box<dyn FnOnce() -> Result<(), Error> + 'a>;

/// Sets up, then checks, builds and tests. The first failure ends the run: what follows would only be slower.
pub(crate) fn run(layout: &Layout) -> Result<(), Error> {
    let cargo = |words: &'static str| -> Work<'_> { Box::new(move || shell::run(&mut cargo(&layout.root, words))) };
    let steps: Vec<(&str, Work<'_>)> = vec![
        ("set-up", Box::new(|| setup::for_tests(layout))),
        ("format", cargo("fmt --all --check")),
        ("clippy, native", cargo("clippy --workspace --all-targets -- -D warnings")),
        (
            "clippy, browser",
            cargo("clippy --package jejak-app --package jejak-presser --target wasm32-unknown-unknown -- -D warnings"),
        ),
        ("docs", Box::new(|| shell::run(cargo_doc(&layout.root).env("RUSTDOCFLAGS", "-D warnings")))),
        ("supply chain", Box::new(|| supply::test(layout))),
        ("native tests", cargo("test --workspace")),
        ("instructions", Box::new(|| instructions::check(layout))),
        ("fuzzing", Box::new(|| fuzz::test(layout))),
        ("site", Box::new(|| build::build(layout, None))),
        ("sizes", Box::new(|| sizes::check(layout))),
        ("one binary", Box::new(|| dist::test(layout))),
        ("found", Box::new(|| found::test(layout))),
        ("data", Box::new(|| data::test(layout))),
        ("browser tests", Box::new(|| shell::run(browser_tests(layout)?.args(["--skip", FRAMES])))),
        ("frames", Box::new(|| shell::run(browser_tests(layout)?.arg(FRAMES)))),
    ];
    let mut times: Vec<(&str, Duration)> = Vec::new();
    let mut outcome = Ok(());
    for (name, work) in steps {
        eprintln!("== {name}");
        let start = Instant::now();
        outcome = work();
        times.push((name, start.elapsed()));
        if outcome.is_err() {
            break;
        }
    }
    for (name, time) in &times {
        eprintln!("{:>7.1} s  {name}", time.as_secs_f64());
    }
    let all: Duration = times.iter().map(|(_, time)| *time).sum();
    eprintln!("{:>7.1} s  in all", all.as_secs_f64());
    outcome
}

/// Measures accuracy, sizes and instructions anew and records them in `tests/gold`.
pub(crate) fn record(layout: &Layout) -> Result<(), Error> {
    let mut test = cargo(&layout.root, "test --package jejak-cli --test accuracy --test links");
    shell::run(test.env("JEJAK_RECORD", "1"))?;
    sizes::record(layout)?;
    instructions::record(layout)?;
    println!("recorded in tests/gold; look at what changed with `git diff tests/gold`");
    Ok(())
}

fn cargo(root: &Path, words: &str) -> Command {
    let mut cargo = Command::new("cargo");
    cargo.args(words.split(' ')).current_dir(root);
    cargo
}

/// The compiled browser tests, with what they play on.
///
/// The program is asked for by way of the whole workspace, and started by its own file: cargo would compile half of its
/// dependencies once more with other features to run it alone.
fn browser_tests(layout: &Layout) -> Result<Command, Error> {
    let said = shell::output(&mut cargo(&layout.root, "test --workspace --no-run --quiet --message-format json"))?;
    let program = said.lines().find_map(|line| {
        let message: Value = serde_json::from_str(line).ok()?;
        let target = message.get("target")?;
        let is_it = target.get("name")? == "browser" && target.get("kind")?.get(0)? == "test";
        is_it.then(|| message.get("executable")?.as_str().map(str::to_owned)).flatten()
    });
    let program = program.ok_or_else(|| Error::Missing { what: "the compiled test `browser`".to_owned() })?;
    let mut tests = Command::new(program);
    tests.current_dir(&layout.root).env("JEJAK_SITE", &layout.dist).env("JEJAK_STAGED", layout.staged());
    tests.env("JEJAK_AXE", layout.axe()).env("NGINX", layout.nginx());
    if env::var_os(ALL).is_none() && env::var_os("JEJAK_SNAPSHOTS").is_none() {
        tests.env("JEJAK_PASSED", layout.passed());
    }
    if env::var_os("GECKODRIVER").is_none() {
        tests.env("GECKODRIVER", layout.geckodriver());
    }
    Ok(tests)
}

fn cargo_doc(root: &Path) -> Command {
    cargo(root, "doc --workspace --no-deps --document-private-items")
}
