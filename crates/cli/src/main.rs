//! The `jejak` command.
//!
//! WHY thin: it reads arguments, calls the library, prints and maps what happened to an exit code: 0 done, 1 failed,
//! 2 misused. JSON goes to standard output, one object a line; messages go to standard error.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use jejak_cli::{annotate, eval};

/// Who said what, when: turns a folder of Indonesian news articles into an archive.
#[derive(Debug, Parser)]
#[command(name = "jejak", version, about)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Print what each article says as JSON, one object a line.
    Annotate {
        /// Articles: .txt, .md, .json, .jsonl.
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
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let done: Result<bool, Box<dyn std::error::Error>> = match arguments.command {
        Command::Annotate { files, jsonl } => annotate::run(&files, &jsonl, &mut out).map_err(Into::into),
        Command::Eval { gold, jsonl, dir, errors } => {
            eval::run(&eval::Options { gold, jsonl, dir, errors }, &mut out).map_err(Into::into)
        }
    };
    let done = done.and_then(|complete| out.flush().map(|()| complete).map_err(Into::into));
    match done {
        Ok(complete) => ExitCode::from(u8::from(!complete)),
        Err(error) => {
            eprintln!("jejak: {error}");
            ExitCode::from(1)
        }
    }
}
