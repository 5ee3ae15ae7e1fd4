//! Measures the press: articles a second on one core and on all, and the memory it takes at two sizes.

use std::path::PathBuf;
use std::process::Command;

use crate::error::Error;
use crate::layout::Layout;
use crate::shell;

/// The articles measured on where none are named, from the project's folder: they may not be part of it.
const ARTICLES: &str = "../shared/data/news-dev.jsonl.gz";

/// Measures on a file or a folder of articles, and prints one JSON object a run.
pub(crate) fn run(layout: &Layout, articles: Option<PathBuf>) -> Result<(), Error> {
    let articles = articles.unwrap_or_else(|| layout.root.join(ARTICLES));
    if !articles.exists() {
        return Err(Error::NothingToMeasure(articles));
    }
    let articles = articles.canonicalize().map_err(Error::io("find", &articles))?;
    let mut cargo = Command::new("cargo");
    cargo.args(["run", "--quiet", "--profile", "tools", "--package", "jejak-press", "--example", "bench", "--"]);
    shell::run(cargo.arg(articles).current_dir(&layout.root))
}
