//! Every scenario, played in each browser on the built site in the folder that `JEJAK_SITE` names; `JEJAK_STAGED` names
//! the bundler's output that it was written from, so that the same app can carry other articles too, and `JEJAK_AXE`
//! the file of axe-core.
//!
//! `cargo xtask test` builds the site and names both. Run alone, nothing is played, and that is said. The name of a test
//! begins with its browser's.

mod ahead;
mod alike;
mod axe;
mod brush;
mod built;
mod chunks;
mod corrected;
mod coverage;
mod dates;
mod dies;
mod empty;
mod everywhere;
mod facets;
mod filters;
mod frames;
mod gauge;
mod given;
mod history;
mod hostile;
mod keyboard;
mod lanes;
mod lasting;
mod late;
mod long;
mod missing;
mod most;
mod nginx;
mod offline;
mod only;
mod opened;
mod paper;
mod parts;
mod plays;
mod policy;
mod private;
mod quote;
mod reading;
mod reflow;
mod regulations;
mod routes;
mod search;
mod settings;
mod shared;
mod shortcuts;
mod silent;
mod start;
mod suggest;
mod takeaway;
mod tasks;
mod timeline;
mod tree;
mod watched;
mod within;

use std::env;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use jejak_browser_tests::{Kind, Passed, Troupe};
use libtest_mimic::{Arguments, Conclusion};
use plays::Stages;

/// Names the wish, of who runs `cargo xtask test`, to play what passed before: `1`.
const ALL: &str = "JEJAK_PLAY_ALL";
/// Names the wish to go without the third browser: `0`.
const WEBKIT: &str = "JEJAK_WEBKIT";

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    match play(&arguments) {
        Ok(conclusion) => conclusion.exit_code(),
        Err(error) => {
            eprintln!("the browser tests could not start: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Plays everything; what was started ends with the last test of its browser.
fn play(arguments: &Arguments) -> Result<Conclusion, Box<dyn Error>> {
    let folder = |variable| env::var_os(variable).map(PathBuf::from);
    let (Some(site), Some(staged)) = (folder("JEJAK_SITE"), folder("JEJAK_STAGED")) else {
        println!("skipped: no built site is named; `cargo xtask test` builds one and plays every scenario");
        return Ok(libtest_mimic::run(arguments, vec![]));
    };
    let axe = folder("JEJAK_AXE");
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    // Besides the site, what scenarios read while they are played.
    let read = ["", "../../assets/articles", "../../docs/hosting"].map(|folder| own.join(folder));
    let played: Vec<&Path> = [&site, &staged].into_iter().chain(&axe).chain(&read).map(PathBuf::as_path).collect();
    let passed = Arc::new(Passed::on(&played)?);
    let stages = Stages::of(site, staged, axe)?;
    let (mut trials, mut before) = (Vec::new(), 0);
    for kind in Kind::ALL {
        if kind == Kind::WebKit && env::var_os(WEBKIT).is_some_and(|wish| wish == "0") {
            println!("skipped: nothing is played in webkit, as {WEBKIT}=0 wishes");
            continue;
        }
        if let Some(lack) = kind.lacking() {
            if env::var_os("CI").is_some() {
                return Err(format!("nothing can be played in {}: {lack}", kind.name()).into());
            }
            println!("skipped: nothing is played in {}: {lack}", kind.name());
            continue;
        }
        let troupe = Arc::new(Troupe::new(kind, &passed));
        for trial in plays::all(&troupe, &stages)? {
            let again = passed.holds(trial.name());
            before += usize::from(again);
            trials.push(if again { trial.with_ignored_flag(true) } else { only::where_it_can_be(kind, trial) });
        }
    }
    if before > 0 {
        println!("skipped: {before} scenarios that passed on these very bytes; {ALL}=1 plays them again");
    }
    Ok(libtest_mimic::run(arguments, trials))
}
