//! `lighthouse SITE LIGHTHOUSE [desktop|mobile] [home|article|person] [--runs N]`: measures. `cargo xtask lighthouse` builds
//! the site and calls it.

use std::env;
use std::error::Error;
use std::path::Path;
use std::process::ExitCode;

use jejak_browser_tests::Stage;
use jejak_browser_tests::lighthouse::{Form, measure, pages};

/// How often each page is measured.
const RUNS: usize = 5;

fn main() -> ExitCode {
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => {
            eprintln!("lighthouse: a page falls short of 100, or of 97 for the speed on a phone");
            ExitCode::FAILURE
        }
        Err(error) => {
            eprintln!("lighthouse: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<bool, Box<dyn Error>> {
    let mut words: Vec<String> = env::args().skip(1).collect();
    let mut runs = RUNS;
    if let Some(at) = words.iter().position(|word| word == "--runs") {
        runs = words.get(at + 1).ok_or("--runs wants a number")?.parse()?;
        words.drain(at..at + 2);
    }
    let [site, lighthouse, words @ ..] = words.as_slice() else {
        return Err("it takes a site and the folder of Lighthouse".into());
    };
    let stage = Stage::of(Path::new(site))?;
    let pages = pages(&stage)?;
    let is_form = |word: &String| Form::ALL.iter().any(|form| form.name() == word);
    let is_page = |word: &String| pages.iter().any(|(name, _)| name == word);
    if let Some(word) = words.iter().find(|word| !is_form(word) && !is_page(word)) {
        return Err(format!("`{word}` is neither a form (desktop, mobile) nor a page (home, article, person)").into());
    }
    let wanted = |name: &str, is: &dyn Fn(&String) -> bool| {
        let mut own = words.iter().filter(|word| is(word)).peekable();
        own.peek().is_none() || own.any(|word| word == name)
    };
    let mut hold = true;
    for form in Form::ALL.into_iter().filter(|form| wanted(form.name(), &is_form)) {
        for (name, path) in pages.iter().filter(|(name, _)| wanted(name, &is_page)) {
            let scores = measure(&stage, Path::new(lighthouse), (name, path), form, runs)?;
            println!("{scores}");
            hold &= scores.hold();
        }
    }
    Ok(hold)
}
