//! Sets up, builds, serves and tests Jejak: one command equals CI.
//!
//! Why a program and not a page of instructions: a person who clones the project should reach a running site with one
//! command, and what CI runs should be what a person runs. It only starts other programs (rustup, cargo, npm, trunk,
//! the site writer) in the right order and says what to do when one of them fails. It links none of Jejak itself, so
//! that it is compiled within seconds on a fresh machine.

mod args;
mod bench;
mod build;
mod data;
mod dist;
mod error;
mod found;
mod fuzz;
mod instructions;
mod layout;
mod lighthouse;
mod screens;
mod serve;
mod setup;
mod shell;
mod sizes;
mod supply;
mod test;

use std::process::ExitCode;

use args::Task;
use error::Error;
use layout::Layout;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error}");
            match error {
                Error::Usage(_) => ExitCode::from(2),
                _ => ExitCode::FAILURE,
            }
        }
    }
}

fn run() -> Result<(), Error> {
    let task = args::parse(lexopt::Parser::from_env())?;
    let layout = Layout::of_this_project()?;
    match task {
        Task::Help => {
            println!("{}", args::USAGE);
            Ok(())
        }
        Task::Setup => {
            setup::for_tests(&layout)?;
            println!("everything is set up; for trunk and the other tools by hand:\n  {}", layout.path_line());
            Ok(())
        }
        Task::Build(site) => build::run(&layout, &site),
        Task::Serve(site, address) => serve::run(&layout, &site, &address),
        Task::Dist(targets) => dist::run(&layout, &targets),
        Task::Test => test::run(&layout),
        Task::Screens(folder) => screens::run(&layout, &folder),
        Task::Found(site) => found::run(&layout, &site),
        Task::Fuzz(fuzz) => fuzz::run(&layout, &fuzz),
        Task::Data(site) => data::run(&layout, &site),
        Task::Lighthouse(words) => lighthouse::run(&layout, &words),
        Task::Record => test::record(&layout),
        Task::Bench(bench) => bench::run(&layout, &bench),
        Task::Trunk(arguments) => {
            setup::for_build(&layout)?;
            shell::replace_by(layout.tool("trunk").args(arguments).current_dir(&layout.root))
        }
    }
}
