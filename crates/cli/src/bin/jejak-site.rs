//! Writes a site of a staged app and serves it: what `cargo xtask` calls, apart from the `jejak` command so that
//! building the site does not wait for the rest of that command to compile.

#![cfg_attr(not(test), deny(clippy::indexing_slicing, clippy::string_slice))]

use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;

use jejak_cli::eval;
use jejak_cli::serve::Server;
use jejak_cli::site::{self, Pages, Sizes, Staged};
use lexopt::{Arg, Parser, ValueExt as _};

const USAGE: &str = "Usage: jejak-site squeeze STAGED LINKED | jejak-site write STAGED SITE [--articles DIR] | jejak-site sizes STAGED | \
     jejak-site gauge STAGED GOLD ARTICLES | jejak-site pack STAGED FILE | jejak-site serve SITE [--port N] [--base /PATH/]";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("jejak-site: {error}");
            if error.is::<lexopt::Error>() { ExitCode::from(2) } else { ExitCode::FAILURE }
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let (mut words, mut port, mut base, mut articles) = (Vec::new(), 8080, "/".to_owned(), None);
    let mut parser = Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Value(word) => words.push(word),
            Arg::Long("port") => port = parser.value()?.parse()?,
            Arg::Long("articles") => articles = Some(PathBuf::from(parser.value()?)),
            Arg::Long("base") => base = parser.value()?.string()?,
            other => return Err(other.unexpected().into()),
        }
    }
    let (command, folders) = match words.split_first() {
        Some((command, folders)) => (command.to_string_lossy().into_owned(), folders),
        None => return Err(lexopt::Error::from(USAGE).into()),
    };
    let folders: Vec<PathBuf> = folders.iter().map(PathBuf::from).collect();
    match (command.as_str(), folders.as_slice()) {
        ("write", [staged, out]) => {
            let mut staged = Staged::read(staged)?;
            // The archive inside the app names the logo; its bytes lie with the articles.
            let beside = articles.as_deref().map(jejak_press::beside_in).unwrap_or_default();
            if let Some(logo) = beside.logo {
                staged.add(&logo.name, logo.bytes);
            }
            beside.icon.into_iter().for_each(|icon| staged.set_icon(icon));
            if beside.online_only {
                staged.keep_nothing();
            }
            let written = site::write(&staged, out, Pages::All)?;
            println!("{} pages, {} files, {} kB", written.pages, written.files, written.bytes / 1000);
        }
        ("squeeze", [staged, linked]) => Staged::squeeze(staged, linked)?,
        ("gauge", [staged, gold, articles]) => {
            let file = staged.join(site::GAUGE);
            std::fs::write(&file, eval::bundled(gold, articles)?)
                .map_err(|error| format!("{} cannot be written: {error}", file.display()))?;
        }
        ("pack", [staged, file]) => {
            let packed = Staged::read(staged)?.packed()?;
            std::fs::write(file, &packed).map_err(|error| format!("{} cannot be written: {error}", file.display()))?;
            println!("the app is {} kB packed", packed.len() / 1000);
        }
        ("sizes", [staged]) => {
            let Sizes { app, scripts, lasting, press, gauge, styles, chunks } = Staged::read(staged)?.sizes()?;
            println!(
                "app = {app}\nscripts = {scripts}\nlasting = {lasting}\npress = {press}\ngauge = {gauge}\nstyles = {styles}"
            );
            chunks.iter().for_each(|(name, size)| println!("{name} = {size}"));
        }
        ("serve", [folder]) => {
            // Who changes the app must see what they built.
            let server = Server::start_forgetting(folder, port, &base)?;
            println!("the site is at {} (Ctrl-C ends it)", server.url());
            server.forever();
        }
        _ => return Err(lexopt::Error::from(USAGE).into()),
    }
    Ok(())
}
