//! Builds the one program that a publisher needs: `jejak` with the compiled app inside.
//!
//! The app is compiled once and packed into one file; that file becomes a constant of the command, for each system in
//! turn. What a release needs besides stands beside the programs: licences, completions, the manual, and
//! a bill of materials.

mod beside;
mod bill;
mod graph;
mod licences;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::Error;
use crate::layout::Layout;
use crate::setup::{self, Compiler};
use crate::{build, shell};

/// A system that `jejak` is built for.
#[derive(Debug)]
struct Target {
    /// As Rust calls it.
    triple: &'static str,
    /// What its programs end in.
    ending: &'static str,
    /// What it takes to compile and link for it, beyond what Rust brings along.
    compiler: Option<Compiler>,
}

/// The systems, the usual one first. Another is one row more.
const TARGETS: [Target; 2] = [
    // Linked whole, so it runs on any Linux, however old or bare.
    Target {
        triple: "x86_64-unknown-linux-musl",
        ending: "",
        compiler: Some(Compiler { program: "musl-gcc", package: "musl-tools" }),
    },
    Target {
        triple: "x86_64-pc-windows-gnu",
        ending: ".exe",
        compiler: Some(Compiler { program: "x86_64-w64-mingw32-gcc", package: "gcc-mingw-w64-x86-64" }),
    },
];

/// Builds for the systems named, or for the usual one.
pub(crate) fn run(layout: &Layout, named: &[String]) -> Result<(), Error> {
    let targets = chosen(named)?;
    setup::for_build(layout)?;
    for target in &targets {
        setup::for_target(layout, target.triple, target.compiler)?;
    }
    build::build(layout, None)?;
    let app = packed(layout)?;
    let folder = layout.root.join("dist-bin");
    fs::create_dir_all(&folder).map_err(Error::io("make the folder", &folder))?;
    let mut made = Vec::new();
    for target in &targets {
        made.push(program(layout, target, &app, &folder)?);
    }
    beside::write(layout, &folder)?;
    let triples: Vec<&str> = targets.iter().map(|target| target.triple).collect();
    let graphs = graph::of_release(layout, &triples)?;
    licences::write(&graphs, &folder)?;
    bill::write(layout, &graphs, &folder)?;
    for (file, size) in made {
        println!("{} ({}.{} MB)", file.display(), size / 1_000_000, size / 100_000 % 10);
    }
    Ok(())
}

/// Writes what a release of the usual program is made of into a folder, without building one.
pub(crate) fn bill_of_materials(layout: &Layout, folder: &Path) -> Result<PathBuf, Error> {
    bill::write(layout, &graph::of_release(layout, &[TARGETS[0].triple])?, folder)
}

/// Runs the test of a program that carries the app: from an empty folder to a site. It is compiled as tests are, which
/// costs a minute where a release would cost five; what it does is the same.
pub(crate) fn test(layout: &Layout) -> Result<(), Error> {
    let app = packed(layout)?;
    let mut cargo = Command::new("cargo");
    // As the other tests are, by way of the whole workspace, or half of the dependencies are compiled once more.
    cargo.args(["test", "--workspace", "--features", "jejak-cli/carried", "--test", "alone"]);
    shell::run(cargo.env("JEJAK_APP", app).current_dir(&layout.root))
}

fn chosen(named: &[String]) -> Result<Vec<&'static Target>, Error> {
    if named.is_empty() {
        return Ok(TARGETS.iter().take(1).collect());
    }
    let find = |name: &String| {
        TARGETS.iter().find(|target| target.triple == name).ok_or_else(|| {
            let known: Vec<&str> = TARGETS.iter().map(|target| target.triple).collect();
            Error::Usage(format!("`{name}` is no target of dist; these are: {}", known.join(", ")))
        })
    };
    named.iter().map(find).collect()
}

/// The staged app as one file.
fn packed(layout: &Layout) -> Result<PathBuf, Error> {
    let file = layout.root.join("target/jejak-app.br");
    shell::run(build::site_program(layout).arg("pack").arg(layout.staged()).arg(&file))?;
    Ok(file)
}

/// Compiles the command for a system. Gives the finished file and its size.
fn program(layout: &Layout, target: &Target, app: &Path, folder: &Path) -> Result<(PathBuf, u64), Error> {
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--release", "--package", "jejak-cli", "--bin", "jejak", "--features", "carried", "--target"]);
    cargo.arg(target.triple).env("JEJAK_APP", app).current_dir(&layout.root);
    if let Some(flags) = build::rustflags() {
        cargo.env("CARGO_ENCODED_RUSTFLAGS", flags);
    }
    shell::run(&mut cargo)?;
    let built = layout.root.join("target").join(target.triple).join("release").join(format!("jejak{}", target.ending));
    let file = folder.join(format!("jejak-{}-{}{}", env!("CARGO_PKG_VERSION"), target.triple, target.ending));
    let size = fs::copy(&built, &file).map_err(Error::io("copy", &built))?;
    Ok((file, size))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_system_is_linux_and_others_are_named() {
        let usual = chosen(&[]).unwrap();
        assert_eq!(usual.iter().map(|target| target.triple).collect::<Vec<_>>(), ["x86_64-unknown-linux-musl"]);
        let windows = "x86_64-pc-windows-gnu".to_owned();
        assert_eq!(chosen(&[windows]).unwrap()[0].ending, ".exe");
        assert!(matches!(chosen(&["sparc".to_owned()]), Err(Error::Usage(_))));
    }
}
