//! The `jejak` command.
//!
//! WHY thin: it reads arguments, calls the library, prints and maps what happened to an exit code: 0 done, 1 failed,
//! 2 misused. JSON goes to standard output, one object a line; messages go to standard error.

#![cfg_attr(not(test), deny(clippy::indexing_slicing, clippy::string_slice))]

mod arguments;
mod carried;
mod manual;

use std::fmt::Display;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use arguments::{Arguments, Command};
use clap::Parser as _;
use jejak_archive::Size;
use jejak_cli::export::ExportError;
use jejak_cli::repeated::Listed;
use jejak_cli::report::{Told, ToldError};
use jejak_cli::search::Asked;
use jejak_cli::serve::Server;
use jejak_cli::site::Pages;
use jejak_cli::watch::WatchError;
use jejak_cli::{annotate, build, eval, export, inspect, new, repeated, search, speakers, watch};
use jejak_press::Problem;

/// Musl's own makes a build take twice as long, and drawing pages is slower with glibc's too.
#[cfg(target_os = "linux")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // Help and version are no misuse.
            let code = if error.use_stderr() { 2 } else { 0 };
            let _ = error.print();
            return ExitCode::from(code);
        }
    };
    match run(arguments.command) {
        Ok(complete) => ExitCode::from(u8::from(!complete)),
        Err(error) => {
            eprintln!("jejak: {error}");
            let misuse = error.downcast_ref::<ToldError>().is_some_and(ToldError::is_misuse)
                || error.downcast_ref::<WatchError>().is_some_and(WatchError::is_misuse)
                || error.downcast_ref::<ExportError>().is_some_and(ExportError::is_misuse)
                || error.is::<manual::NoCommand>();
            ExitCode::from(if misuse { 2 } else { 1 })
        }
    }
}

/// Runs a command. Returns whether nothing of its input was lost.
fn run(command: Command) -> Result<bool, Box<dyn std::error::Error>> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let complete = match command {
        Command::Annotate { files, jsonl } => annotate::run(&files, &jsonl, &mut out)?,
        Command::Eval { gold, jsonl, dir, errors } => eval::run(&eval::Options { gold, jsonl, dir, errors }, &mut out)?,
        Command::New { folder } => {
            print(&new::run(&folder)?, &mut out)?;
            true
        }
        Command::Build { articles, output, app, parts, small, no_prerender, no_cache, report } => {
            let size = if small { Size::Small } else { Size::Usual };
            let pages = if no_prerender { Pages::Few } else { Pages::All };
            let (carried, cache, passing) = (carried::APP, !no_cache, false);
            let options = build::Options { articles, out: output, app, carried, parts, size, pages, cache, passing };
            let built = Told::default().build(&options, report.as_deref(), &mut tell)?;
            print(&built, &mut out)?;
            built.lost == 0
        }
        Command::Serve { site, watch: Some(articles), port, app, parts, no_prerender, no_cache } => {
            let build = build::Options {
                articles,
                out: PathBuf::new(),
                app,
                carried: carried::APP,
                parts,
                size: Size::Usual,
                pages: if no_prerender { Pages::Few } else { Pages::All },
                cache: !no_cache,
                passing: true,
            };
            let mut ready = |url: &str| {
                // Whoever reads it may have gone; the server serves all the same.
                let _ = writeln!(out, "the site is at {url} and follows its articles (Ctrl-C ends it)");
                let _ = out.flush();
            };
            watch::run(watch::Options { build, site, port }, &mut ready, &mut tell)?;
            true
        }
        Command::Serve { site, port, .. } => {
            let site = site.unwrap_or_default();
            let server = Server::start(&site, port, "/")?;
            writeln!(out, "the site is at {} (Ctrl-C ends it)", server.url())?;
            out.flush()?;
            server.forever();
            true
        }
        Command::Search { archive, query, queries, limit, explain, speakers } => {
            let asked = match queries {
                Some(file) => Asked::File(file),
                None => Asked::One(query.unwrap_or_default()),
            };
            if speakers {
                speakers::run(&archive, &asked, limit, &mut out)?;
            } else {
                search::run(&archive, &asked, limit, explain, &mut out)?;
            }
            true
        }
        Command::Export { archive, source: Some(folder), settings, .. } => {
            let written = export::source(&archive, &folder, settings.as_deref())?;
            print(&written, &mut out)?;
            if !written.same {
                eprintln!(
                    "{} articles come out of the press otherwise than the archive holds them; if its archive.toml is there, \
                     name it with --settings",
                    written.differ.len()
                );
            }
            written.same
        }
        Command::Export { archive, query, filters, form, statements, limit, .. } => {
            let query = query.unwrap_or_default();
            export::run(&export::Options { archive, query, filters, form, statements, limit }, &mut out)?;
            true
        }
        Command::Inspect { archive, copies, printings } if copies || printings => {
            let listed = if copies { Listed::Copies } else { Listed::Printings };
            repeated::run(&archive, listed, &mut say, &mut out)?
        }
        Command::Inspect { archive, .. } => {
            let (contents, complete) = inspect::run(&archive, &mut say)?;
            print(&contents, &mut out)?;
            complete
        }
        Command::Completions { shell } => {
            manual::completions(shell, &mut out);
            true
        }
        Command::Man { command } => {
            manual::page(command.as_deref(), &mut out)?;
            true
        }
    };
    out.flush()?;
    Ok(complete)
}

/// A line for a person.
fn tell(line: &dyn Display) {
    eprintln!("{line}");
}

fn say(problem: &Problem) {
    eprintln!("{problem}");
}

fn print(value: &impl serde::Serialize, out: &mut impl Write) -> Result<(), Box<dyn std::error::Error>> {
    serde_json::to_writer(&mut *out, value)?;
    out.write_all(b"\n")?;
    Ok(())
}
