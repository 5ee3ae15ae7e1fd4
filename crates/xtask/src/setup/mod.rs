//! Brings a fresh machine to the point where it can build, serve and test.
//!
//! Set-up is a list of steps. Each knows whether it is done by asking the tool itself for its version (no network, so a
//! second run costs about a second), how long it may take, and what a person can do when it fails. A step that was
//! interrupted is not done, and runs again.

mod cargo_tool;
mod chromium;
mod compiler;
mod components;
mod debian;
mod firefox;
mod lock;
mod nginx;
mod npm;
mod python;
mod target;
mod webkit;

use std::fs;
use std::time::Instant;

use crate::error::Error;
use crate::fuzz;
use crate::layout::Layout;
pub(crate) use compiler::Compiler;

/// One thing that has to be on the machine.
trait Step {
    /// What it is, with its version.
    fn name(&self) -> String;
    /// What happens when it is missing, and how long that may take on two cores.
    fn plan(&self) -> String;
    /// Whether nothing has to be done.
    fn is_done(&self, layout: &Layout) -> bool;
    /// Does it.
    fn run(&self, layout: &Layout) -> Result<(), Error>;
    /// What a person can do when `run` fails.
    fn advice(&self) -> String;
    /// Whether all else goes on where `run` fails: what is not there says so when it would be used.
    fn is_dispensable(&self) -> bool {
        false
    }
}

/// Sets up what building and serving the site needs.
pub(crate) fn for_build(layout: &Layout) -> Result<(), Error> {
    perform(layout, &build_steps(layout)?)
}

/// Sets up what building, serving and testing need.
pub(crate) fn for_tests(layout: &Layout) -> Result<(), Error> {
    let mut steps = build_steps(layout)?;
    steps.push(Box::new(components::Components));
    steps.push(Box::new(chromium::Chromium));
    steps.push(Box::new(firefox::Firefox));
    steps.push(Box::new(cargo_tool::geckodriver()));
    steps.push(Box::new(cargo_tool::deny()));
    if fuzz::is_wished() {
        steps.push(Box::new(cargo_tool::fuzz()));
    }
    if std::env::var_os("JEJAK_WEBKIT").is_none_or(|wish| wish != "0") {
        steps.push(Box::new(webkit::WebKit));
    }
    steps.push(Box::new(npm::AXE));
    steps.push(Box::new(npm::FOUND));
    steps.push(Box::new(nginx::Nginx));
    steps.push(Box::new(python::Python));
    perform(layout, &steps)
}

/// Sets up what fuzzing needs beside a nightly compiler.
pub(crate) fn for_fuzz(layout: &Layout) -> Result<(), Error> {
    perform(layout, &[Box::new(cargo_tool::fuzz())])
}

/// Sets up what checking the data that sites hand out needs.
pub(crate) fn for_data(layout: &Layout) -> Result<(), Error> {
    perform(layout, &[Box::new(python::Python)])
}

/// Sets up what checking a site's data, feeds and sitemap needs.
pub(crate) fn for_found(layout: &Layout) -> Result<(), Error> {
    perform(layout, &[Box::new(npm::FOUND)])
}

/// Sets up what measuring with Lighthouse needs.
pub(crate) fn for_lighthouse(layout: &Layout) -> Result<(), Error> {
    let mut steps = build_steps(layout)?;
    steps.push(Box::new(chromium::Chromium));
    steps.push(Box::new(nginx::Nginx));
    steps.push(Box::new(npm::LIGHTHOUSE));
    perform(layout, &steps)
}

/// Sets up what compiling for another system needs.
pub(crate) fn for_target(layout: &Layout, triple: &str, compiler: Option<Compiler>) -> Result<(), Error> {
    let mut steps: Vec<Box<dyn Step + '_>> = vec![Box::new(target::Target(triple))];
    steps.extend(compiler.map(|compiler| Box::new(compiler) as Box<dyn Step>));
    perform(layout, &steps)
}

fn build_steps(layout: &Layout) -> Result<Vec<Box<dyn Step>>, Error> {
    Ok(vec![
        Box::new(target::Target(target::BROWSER)),
        Box::new(cargo_tool::trunk()),
        Box::new(cargo_tool::wasm_bindgen(lock::version(&layout.root, "wasm-bindgen")?)),
        Box::new(npm::BUILD),
    ])
}

fn perform(layout: &Layout, steps: &[Box<dyn Step + '_>]) -> Result<(), Error> {
    let missing: Vec<_> = steps.iter().filter(|step| !step.is_done(layout)).collect();
    for (number, step) in missing.iter().enumerate() {
        eprintln!("set-up {}/{}: {}: {}", number + 1, missing.len(), step.name(), step.plan());
        let start = Instant::now();
        let done = step.run(layout).and_then(|()| {
            if step.is_done(layout) {
                Ok(())
            } else {
                Err(Error::Missing { what: format!("after all of that, {}", step.name()) })
            }
        });
        let done = done.map_err(|why| Error::Step { step: step.name(), why: Box::new(why), advice: step.advice() });
        match done {
            Err(error) if step.is_dispensable() => {
                eprintln!("set-up {}/{}: goes on without: {error}", number + 1, missing.len());
                continue;
            }
            done => done?,
        }
        eprintln!("set-up {}/{}: done in {:.0} s", number + 1, missing.len(), start.elapsed().as_secs_f64());
    }
    // Only when all steps are through: until then what was compiled is kept for the next try.
    let leftovers = cargo_tool::build_folder(layout);
    if leftovers.exists() {
        fs::remove_dir_all(&leftovers).map_err(Error::io("remove", leftovers))?;
    }
    Ok(())
}
