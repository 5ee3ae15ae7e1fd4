//! Measures Jejak's search: what it weighs, what a first question fetches, how long answers take and what memory they
//! cost; alone, beside Pagefind and MiniSearch in one browser, and over invented corpora of growing size.
//!
//! What `cargo xtask bench` runs. Every figure is one JSON object a line on standard output, so that figures of two
//! machines or two commits can be laid side by side; what goes on is told on standard error.

#![allow(clippy::expect_used, reason = "a program to measure with, not one that ships")]

mod browser;
mod build;
mod builds;
mod chart;
mod cpu;
mod everything;
mod native;
mod questions;
mod scale;
mod tally;

use std::path::PathBuf;
use std::process::ExitCode;

use jejak_archive::Size;
use jejak_cli::site::Pages;
use lexopt::{Arg, Parser, ValueExt as _};
use scale::Steps;

/// As in the command.
#[cfg(target_os = "linux")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// What goes wrong ends the measurement and is told.
type Failure = Box<dyn std::error::Error>;

const USAGE: &str = "\
usage: jejak-bench search ARTICLES --app STAGED --work DIR [--small]
       jejak-bench browser ARTICLES --app STAGED --work DIR --peers DIR [--questions N]
       jejak-bench build ARTICLES SITE --app STAGED [--no-prerender] [--small] [--no-cache]   times one build
       jejak-bench page SITE... [--questions N] [--rounds N]    sites of Jejak that are there already
       jejak-bench engine SITE --module WASM --work DIR     the engine alone in a browser
       jejak-bench room SITE     pages opened first, a slow visit, and changes of the answer
       jejak-bench builds ARTICLES --app STAGED --work DIR --peers DIR [--rounds N]     building alone, beside the peers
       jejak-bench scale [COUNT...] --app STAGED --work DIR --chart FILE [--engine | --page]
       jejak-bench chart FIGURES --chart FILE     draws again what scale printed
ARTICLES is JSON Lines (a .gz is unpacked), or a number: so many invented articles";

/// Where things lie that several measurements need.
#[derive(Debug, Clone)]
pub(crate) struct Place {
    /// The compiled app.
    pub(crate) app: PathBuf,
    /// Where is written what is measured on.
    pub(crate) work: PathBuf,
    /// Questions of a kind that a browser is asked.
    pub(crate) questions: usize,
    /// What archives are to be small in.
    pub(crate) size: Size,
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("jejak-bench: {error}");
            if error.is::<lexopt::Error>() { ExitCode::from(2) } else { ExitCode::FAILURE }
        }
    }
}

fn run() -> Result<(), Failure> {
    let (mut words, mut app, mut work, mut peers, mut chart, mut module) = (Vec::new(), None, None, None, None, None);
    let (mut questions, mut rounds, mut pages, mut size, mut steps) = (40, 1, Pages::All, Size::Usual, Steps::All);
    let mut cache = true;
    let mut parser = Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Value(word) => words.push(word.string()?),
            Arg::Long("app") => app = Some(PathBuf::from(parser.value()?)),
            Arg::Long("work") => work = Some(PathBuf::from(parser.value()?)),
            Arg::Long("peers") => peers = Some(PathBuf::from(parser.value()?)),
            Arg::Long("module") => module = Some(PathBuf::from(parser.value()?)),
            Arg::Long("chart") => chart = Some(PathBuf::from(parser.value()?)),
            Arg::Long("no-prerender") => pages = Pages::Few,
            Arg::Long("no-cache") => cache = false,
            Arg::Long("small") => size = Size::Small,
            Arg::Long("engine") => steps = Steps::Engine,
            Arg::Long("page") => steps = Steps::Page,
            Arg::Long("questions") => questions = parser.value()?.parse()?,
            Arg::Long("rounds") => rounds = parser.value()?.parse()?,
            other => return Err(other.unexpected().into()),
        }
    }
    let usage = || lexopt::Error::from(USAGE);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    if let ["build", articles, site] = words.as_slice() {
        return build::here(articles.as_ref(), site.as_ref(), app.as_deref().ok_or_else(usage)?, (size, pages, cache));
    }
    if let ["chart", figures] = words.as_slice() {
        return scale::redraw(figures.as_ref(), &chart.ok_or_else(usage)?);
    }
    if let ["page", sites @ ..] = words.as_slice() {
        return browser::pages(questions, sites, rounds);
    }
    if let ["engine", site] = words.as_slice() {
        let work = work.ok_or_else(usage)?;
        return browser::engine(site.as_ref(), &module.ok_or_else(usage)?, &work);
    }
    if let ["room", site] = words.as_slice() {
        return browser::room(site.as_ref());
    }
    let place = Place { app: app.ok_or_else(usage)?, work: work.ok_or_else(usage)?, questions, size };
    std::fs::create_dir_all(&place.work)?;
    // What an ended run left.
    build::clear(&place)?;
    let told = match words.as_slice() {
        ["search", articles] => {
            let (_, site) = build::site(&place, articles, Pages::Few)?;
            native::measure(&site).map(drop)
        }
        ["browser", articles] => browser::beside(&place, articles, &peers.ok_or_else(usage)?),
        ["builds", articles] => builds::beside(&place, articles, &peers.ok_or_else(usage)?, rounds),
        ["scale", counts @ ..] => {
            let counts = counts.iter().map(|count| count.parse()).collect::<Result<Vec<u64>, _>>()?;
            scale::curve(&place, &counts, steps, &chart.ok_or_else(usage)?)
        }
        _ => Err(usage().into()),
    };
    build::clear(&place)?;
    told
}
