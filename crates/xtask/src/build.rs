//! Builds the site: trunk compiles the app with its archive, the site writer cuts chunks off it, squeezes all of it, and lays
//! the labels beside it that the press can be measured on, esbuild takes what only those who write scripts and style sheets need
//! out of them, and the site writer makes the finished folder of it.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::args::Site;
use crate::error::Error;
use crate::layout::Layout;
use crate::{setup, shell};

/// Sets up, builds, and says where the site is.
pub(crate) fn run(layout: &Layout, site: &Site) -> Result<(), Error> {
    let articles = articles(site)?;
    setup::for_build(layout)?;
    build(layout, articles.as_deref())?;
    println!("the site is in {}", layout.dist.display());
    Ok(())
}

/// Builds the site into `dist`, with the articles of a folder where one is given.
pub(crate) fn build(layout: &Layout, articles: Option<&Path>) -> Result<(), Error> {
    let staged = layout.staged();
    if staged.exists() {
        fs::remove_dir_all(&staged).map_err(Error::io("remove", &staged))?;
    }
    fs::create_dir_all(&staged).map_err(Error::io("make the folder", &staged))?;
    let mut trunk = layout.tool("trunk");
    trunk.args(["build", "--release", "--dist"]).arg(&staged).current_dir(&layout.root);
    if let Some(flags) = rustflags() {
        trunk.env("CARGO_ENCODED_RUSTFLAGS", flags);
    }
    match articles {
        Some(folder) => trunk.env("JEJAK_ARTICLES", folder),
        None => trunk.env_remove("JEJAK_ARTICLES"),
    };
    shell::run(&mut trunk)?;
    shell::run(site_program(layout).arg("squeeze").arg(&staged).arg(layout.linked()))?;
    let gold = layout.root.join("tests/gold/archive.jsonl");
    shell::run(site_program(layout).arg("gauge").arg(&staged).args([gold, layout.root.join("assets/articles")]))?;
    minify(layout, &staged)?;
    let articles = articles.map_or_else(|| layout.root.join("assets/articles"), Path::to_path_buf);
    shell::run(site_program(layout).arg("write").arg(&staged).arg(&layout.dist).arg("--articles").arg(articles))
}

/// What keeps the folder of cargo's packages out of what is compiled, where messages of the code name its files: the same sources
/// are to give the same bytes on any machine. `None` where the user has flags of their own.
pub(crate) fn rustflags() -> Option<OsString> {
    if ["RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS"].into_iter().any(|flags| env::var_os(flags).is_some()) {
        return None;
    }
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")))?;
    let mut flags = OsString::from("--remap-path-prefix=");
    flags.push(home.join("registry/src"));
    flags.push("=");
    Some(flags)
}

/// Makes the scripts and style sheets of a staged app smaller, each in its place.
fn minify(layout: &Layout, staged: &Path) -> Result<(), Error> {
    let mut files = Vec::new();
    for entry in fs::read_dir(staged).map_err(Error::io("list the folder", staged))? {
        let file = entry.map_err(Error::io("list the folder", staged))?.path();
        if file.extension().is_some_and(|kind| kind == "css" || kind == "js") {
            files.push(file);
        }
    }
    let mut esbuild = layout.tool("esbuild");
    // The page is UTF-8, so nothing needs to be written by number.
    esbuild.args(["--minify", "--charset=utf8", "--log-level=warning", "--allow-overwrite"]);
    let mut outdir = OsString::from("--outdir=");
    outdir.push(staged);
    shell::run(esbuild.arg(outdir).args(files))
}

/// The folder of articles, checked and made independent of the folder that xtask was called in.
pub(crate) fn articles(site: &Site) -> Result<Option<PathBuf>, Error> {
    let Some(folder) = &site.articles else { return Ok(None) };
    if !folder.is_dir() {
        return Err(Error::NoArticles(folder.clone()));
    }
    folder.canonicalize().map(Some).map_err(Error::io("find", folder))
}

/// The program that writes and serves sites, compiled when needed.
pub(crate) fn site_program(layout: &Layout) -> Command {
    let mut cargo = Command::new("cargo");
    cargo.args(["run", "--quiet", "--package", "jejak-cli", "--bin", "jejak-site", "--"]).current_dir(&layout.root);
    cargo
}
