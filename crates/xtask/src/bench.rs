//! Measures: the press, the search engine, the search in a browser beside its peers, and how all of it grows.
//!
//! The programs that measure are crates of the workspace; this only brings them what they need: articles, the compiled
//! app, and the peers from npm, which are installed below `target/` because nothing else needs them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::args::{Bench, What};
use crate::error::Error;
use crate::layout::Layout;
use crate::{build, setup, shell};

/// The articles measured on where none are named, from the project's folder: they may not be part of it.
const ARTICLES: &str = "../shared/data/news-dev.jsonl.gz";
/// Invented articles measured on where those are not there.
const INVENTED: &str = "6000";
/// What is installed to measure beside, each in the version that the lock file says.
const PEERS: [(&str, &str); 2] = [
    ("package.json", include_str!("../../bench/peers/package.json")),
    ("package-lock.json", include_str!("../../bench/peers/package-lock.json")),
];

/// Measures what was asked for, and prints one JSON object a figure.
pub(crate) fn run(layout: &Layout, bench: &Bench) -> Result<(), Error> {
    let work = layout.root.join("target/bench");
    match &bench.what {
        What::Press => press(layout, bench.articles.first().map(PathBuf::from)),
        What::Search => {
            app(layout, false)?;
            shell::run(program(layout, &work).arg("search").arg(articles(layout, bench)?))
        }
        What::Browser => {
            app(layout, true)?;
            let peers = peers(layout, &work)?;
            shell::run(program(layout, &work).arg("browser").arg(articles(layout, bench)?).arg("--peers").arg(peers))?;
            let module = engine(layout, &work)?;
            shell::run(program(layout, &work).arg("engine").arg(work.join("site")).arg("--module").arg(module))
        }
        What::Build => {
            app(layout, false)?;
            let peers = peers(layout, &work)?;
            let mut program = program(layout, &work);
            program.arg("builds").arg(articles(layout, bench)?).arg("--peers").arg(peers).args(["--rounds", "3"]);
            shell::run(&mut program)
        }
        What::Scale => {
            app(layout, bench.step != Some("--engine"))?;
            let mut program = program(layout, &work);
            program
                .arg("scale")
                .args(&bench.articles)
                .args(bench.step)
                .arg("--chart")
                .arg(layout.root.join("docs/scale.svg"));
            shell::run(&mut program)
        }
    }
}

fn press(layout: &Layout, articles: Option<PathBuf>) -> Result<(), Error> {
    let articles = articles.unwrap_or_else(|| layout.root.join(ARTICLES));
    if !articles.exists() {
        return Err(Error::NothingToMeasure(articles));
    }
    let articles = articles.canonicalize().map_err(Error::io("find", &articles))?;
    shell::run(cargo(layout, "jejak-press", &["--example", "bench"]).arg("--").arg(articles))
}

/// The engine alone as WebAssembly, compiled and optimised as the app is.
fn engine(layout: &Layout, work: &Path) -> Result<PathBuf, Error> {
    const TARGET: &str = "wasm32-unknown-unknown";
    let mut cargo = layout.tool("cargo");
    cargo.args(["build", "--quiet", "--package", "jejak-bench-engine", "--target", TARGET, "--profile", "page"]);
    shell::run(cargo.current_dir(&layout.root))?;
    let page = layout.root.join("index.html");
    let html = fs::read_to_string(&page).map_err(Error::io("read", &page))?;
    let own = html.split_once("data-wasm-opt-params=\"").and_then(|(_, rest)| rest.split_once('"'));
    let (passes, _) = own.ok_or_else(|| Error::Missing { what: "how wasm-opt is called, in index.html".to_owned() })?;
    let module = work.join("engine.wasm");
    let compiled = layout.root.join("target").join(TARGET).join("page/jejak_bench_engine.wasm");
    shell::run(layout.tool("wasm-opt").args(passes.split_whitespace()).arg(compiled).arg("-o").arg(&module))?;
    Ok(module)
}

/// The articles named: a file, or how many to invent.
fn articles(layout: &Layout, bench: &Bench) -> Result<PathBuf, Error> {
    let Some(named) = bench.articles.first() else {
        let default = layout.root.join(ARTICLES);
        return Ok(if default.exists() { default } else { INVENTED.into() });
    };
    if named.to_str().is_some_and(|word| word.bytes().all(|byte| byte.is_ascii_digit())) {
        return Ok(named.into());
    }
    Path::new(named).canonicalize().map_err(Error::io("find", named))
}

/// Builds the app as it is now: an older one would be measured in its place, or read another form of archives.
fn app(layout: &Layout, in_browser: bool) -> Result<(), Error> {
    if in_browser {
        setup::for_tests(layout)?
    } else {
        setup::for_build(layout)?
    }
    build::build(layout, None)
}

/// The peers, installed with npm.
fn peers(layout: &Layout, work: &Path) -> Result<PathBuf, Error> {
    let folder = work.join("peers");
    fs::create_dir_all(&folder).map_err(Error::io("make the folder", &folder))?;
    for (name, text) in PEERS {
        let file = folder.join(name);
        fs::write(&file, text).map_err(Error::io("write", file))?;
    }
    let mut npm = layout.tool("npm");
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(&folder);
    shell::run_logged(&mut npm, &work.join("peers.log"))?;
    Ok(folder)
}

fn program(layout: &Layout, work: &Path) -> Command {
    let mut cargo = cargo(layout, "jejak-bench", &["--bin", "jejak-bench"]);
    cargo.arg("--").arg("--work").arg(work).arg("--app").arg(layout.staged());
    cargo
}

fn cargo(layout: &Layout, package: &str, target: &[&str]) -> Command {
    let mut cargo = Command::new("cargo");
    cargo.args(["run", "--quiet", "--profile", "tools", "--package", package]).args(target).current_dir(&layout.root);
    cargo
}
