//! `screens SITE FOLDER`: makes the pictures. `cargo xtask screens FOLDER` builds the site and calls it.

use std::env;
use std::error::Error;
use std::path::Path;
use std::process::ExitCode;

use jejak_browser_tests::screens;
use tokio::runtime::Builder;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("screens: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<_> = env::args_os().skip(1).collect();
    let [site, folder] = arguments.as_slice() else { return Err("it takes a site and a folder to write to".into()) };
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let made = runtime.block_on(screens(Path::new(site), Path::new(folder)))?;
    println!("{made} pictures are in {}", Path::new(folder).display());
    Ok(())
}
