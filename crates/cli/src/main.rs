//! The `jejak` command.
//!
//! WHY thin: it reads arguments, calls the library, prints and maps what happened to an exit code: 0 done, 1 failed,
//! 2 misused. JSON goes to standard output, one object a line; messages go to standard error.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use jejak_archive::Size;
use jejak_cli::search::Asked;
use jejak_cli::serve::Server;
use jejak_cli::site::Pages;
use jejak_cli::{annotate, build, eval, inspect, new, search};
use jejak_press::Problem;

/// Who said what, when: turns a folder of Indonesian news articles into a site.
#[derive(Debug, Parser)]
#[command(name = "jejak", version, about)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Make a folder to begin with: an example article, and an archive.toml with every key in it.
    New {
        /// The folder; what lies in it already stays as it is.
        folder: PathBuf,
    },
    /// Turn a folder of articles into a site.
    ///
    /// Reads every .txt, .md, .html, .docx, .csv, .json and .jsonl file and WordPress export (.xml) of a folder and the
    /// folders in it, or one such file; archive.toml in the folder, or beside the file, says what the archive is called.
    /// An old site in SITE is replaced once the new one is whole. jejak.lock beside the settings remembers the addresses
    /// that were given, so that links last; keep it with the articles.
    ///
    /// Each problem is one line on standard error, with its file and line. Exit code 0: every article is in the site,
    /// although a key or value beside it may have been left unread. 1: a file, an article, the settings or a correction
    /// are not in the site (the others are), or jejak.lock could not be read, or no site was written, and an old one
    /// stays. 2: the command was misused.
    Build {
        /// A folder of articles, or one file of them.
        #[arg(value_name = "DIR|FILE")]
        articles: PathBuf,
        /// The folder for the site: a new or empty one, or one with an old site.
        #[arg(short, long, value_name = "SITE")]
        output: PathBuf,
        /// The compiled app; by default target/site-staged of the checkout that the current folder lies in.
        #[arg(long, value_name = "STAGED")]
        app: Option<PathBuf>,
        /// Lay the archive beside the app, in parts that a page fetches as it needs them; a large one always lies so.
        #[arg(long)]
        parts: bool,
        /// Make the archive smaller, for a host with little room: 0.60 of its text where it is 0.62 otherwise, measured on
        /// 6,242 articles. Building takes longer, and a first question fetches two fifths more. An archive of less than 1 MB
        /// of text stays as it is.
        #[arg(long)]
        small: bool,
        /// Write no page for each article, person, organisation and topic: a build takes less time and has few files.
        /// Links to them still open the app, by 404.html, but hosts answer them as missing (404): search engines leave
        /// them out, those who share one show no title, and addresses of old do not lead on.
        #[arg(long)]
        no_prerender: bool,
    },
    /// Serve a site on this machine, compressed, as a static host would.
    Serve {
        /// The site's folder.
        site: PathBuf,
        /// The port; 0 takes any free one.
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
    /// Print what a visitor would find, as JSON, one hit a line.
    Search {
        /// A site's folder, its .wasm file, or an archive's file.
        #[arg(value_name = "SITE|ARCHIVE")]
        archive: PathBuf,
        /// What to look for, as typed into the search field.
        #[arg(required_unless_present = "queries", conflicts_with = "queries")]
        query: Option<String>,
        /// Queries from a file, one a line.
        #[arg(long, value_name = "FILE")]
        queries: Option<PathBuf>,
        /// The most hits for one query.
        #[arg(long, value_name = "N", default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..))]
        limit: u32,
        /// Say of each hit what its score is the sum of.
        #[arg(long)]
        explain: bool,
    },
    /// Print what an archive holds, as one JSON object.
    Inspect {
        /// A site's folder, its .wasm file, an archive's file, or a folder of articles.
        #[arg(value_name = "SITE|ARCHIVE|DIR")]
        archive: PathBuf,
    },
    /// Print what each article says as JSON, one object a line.
    Annotate {
        /// Articles: .txt, .md, .html, .docx, .csv, .json, .jsonl, WordPress exports (.xml).
        #[arg(required_unless_present = "jsonl")]
        files: Vec<PathBuf>,
        /// Articles as JSON Lines: {"id","title","date","source","url","text"} a line.
        #[arg(long, value_name = "FILE")]
        jsonl: Vec<PathBuf>,
    },
    /// Measure against labelled articles, and print one figure a line as JSON.
    Eval {
        /// Labels in the shape of annotate's output, one article a line.
        gold: PathBuf,
        /// The articles that the labels name by "id", as JSON Lines.
        #[arg(long, value_name = "FILE")]
        jsonl: Option<PathBuf>,
        /// The folder of the articles that the labels name by "file"; by default beside the labels.
        #[arg(long, value_name = "DIR")]
        dir: Option<PathBuf>,
        /// Also print every disagreement, on standard error.
        #[arg(long)]
        errors: bool,
    },
}

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
            let misuse = error.downcast_ref::<build::BuildError>().is_some_and(build::BuildError::is_misuse);
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
        Command::Build { articles, output, app, parts, small, no_prerender } => {
            let size = if small { Size::Small } else { Size::Usual };
            let pages = if no_prerender { Pages::Few } else { Pages::All };
            let built = build::run(&build::Options { articles, out: output, app, parts, size, pages }, &mut say)?;
            print(&built, &mut out)?;
            built.lost == 0
        }
        Command::Serve { site, port } => {
            let server = Server::start(&site, port, "/")?;
            writeln!(out, "the site is at {} (Ctrl-C ends it)", server.url())?;
            out.flush()?;
            server.forever();
            true
        }
        Command::Search { archive, query, queries, limit, explain } => {
            let asked = match queries {
                Some(file) => Asked::File(file),
                None => Asked::One(query.unwrap_or_default()),
            };
            search::run(&archive, &asked, limit, explain, &mut out)?;
            true
        }
        Command::Inspect { archive } => {
            let (contents, complete) = inspect::run(&archive, &mut say)?;
            print(&contents, &mut out)?;
            complete
        }
    };
    out.flush()?;
    Ok(complete)
}

fn say(problem: &Problem) {
    eprintln!("{problem}");
}

fn print(value: &impl serde::Serialize, out: &mut impl Write) -> Result<(), Box<dyn std::error::Error>> {
    serde_json::to_writer(&mut *out, value)?;
    out.write_all(b"\n")?;
    Ok(())
}
