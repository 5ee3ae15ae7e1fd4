//! Builds what the peers need, as their documentation says, and tells what that takes.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use serde_json::{Value, json};

use super::Contender;
use crate::tally::hundredths;
use crate::{Failure, Place, build, cpu};

const PAGE: &str = include_str!("../../peers/page.js");
const OPTIONS: &str = include_str!("../../peers/options.js");

/// The headlines of a file of articles.
pub(super) fn titles(articles: &Path) -> Result<Vec<String>, Failure> {
    let text = fs::read_to_string(articles)?;
    Ok(text.lines().filter_map(|line| Some(field(&serde_json::from_str(line).ok()?, "title"))).collect())
}

fn field(article: &Value, name: &str) -> String {
    article[name].as_str().unwrap_or_default().to_owned()
}

/// Pagefind: its command over one HTML page an article.
pub(crate) fn pagefind(place: &Place, articles: &Path, peers: &Path) -> Result<Contender, Failure> {
    let folder = fresh(place, "pagefind")?;
    for (nth, line) in fs::read_to_string(articles)?.lines().enumerate() {
        let article: Value = serde_json::from_str(line)?;
        let page = folder.join(format!("artikel/{nth}"));
        fs::create_dir_all(&page)?;
        let text: String = field(&article, "text").lines().map(|line| format!("<p>{}</p>\n", escaped(line))).collect();
        let (title, date) = (escaped(&field(&article, "title")), escaped(&field(&article, "date")));
        fs::write(
            page.join("index.html"),
            format!(
                "<!doctype html>\n<html lang=\"id\"><meta charset=\"utf-8\"><title>{title}</title>\n<main \
                 data-pagefind-body><h1>{title}</h1><p data-pagefind-sort=\"date\">{date}</p>\n{text}</main></html>\n"
            ),
        )?;
    }
    fs::write(folder.join("index.html"), include_str!("../../peers/pagefind.html"))?;
    fs::write(folder.join("page.js"), PAGE)?;
    let program = peers.join("node_modules/.bin/pagefind");
    let took = timed(Command::new(program).arg("--site").arg(&folder))?;
    let size = size(&folder.join("pagefind"))?;
    Ok(Contender {
        name: format!("Pagefind {}", version(peers, "pagefind")?),
        folder,
        measure: "peer:search",
        index: &["/pagefind/"],
        built: took.with(size),
    })
}

/// MiniSearch: one index with stored fields.
pub(crate) fn minisearch(place: &Place, articles: &Path, peers: &Path) -> Result<Contender, Failure> {
    let folder = fresh(place, "minisearch")?;
    fs::write(folder.join("index.html"), include_str!("../../peers/minisearch.html"))?;
    fs::write(folder.join("page.js"), PAGE)?;
    fs::write(folder.join("options.js"), OPTIONS)?;
    fs::copy(peers.join("node_modules/minisearch/dist/es/index.js"), folder.join("minisearch.js"))?;
    // Beside the package, where node looks for it.
    let program = peers.join("minisearch.mjs");
    fs::write(&program, include_str!("../../peers/minisearch.mjs"))?;
    fs::write(peers.join("options.mjs"), OPTIONS)?;
    let index = folder.join("index.json");
    let took = timed(Command::new("node").arg(program).args([articles, &index]))?;
    Ok(Contender {
        name: format!("MiniSearch {}", version(peers, "minisearch")?),
        folder,
        measure: "peer:search",
        index: &["/index.json"],
        built: took.with(fs::metadata(index)?.len()),
    })
}

fn fresh(place: &Place, name: &str) -> Result<PathBuf, Failure> {
    let folder = place.work.join(name);
    build::aside(place, &folder)?;
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// What a program took.
struct Took {
    seconds: f64,
    cpu_seconds: Option<f64>,
}

impl Took {
    /// As it is told, with the size of the index made.
    fn with(self, index_bytes: u64) -> Value {
        json!({"seconds": self.seconds, "cpu_seconds": self.cpu_seconds, "index_bytes": index_bytes})
    }
}

/// Runs a program to its end, and tells what it took.
fn timed(command: &mut Command) -> Result<Took, Failure> {
    let (start, before) = (Instant::now(), cpu::started());
    let output = command.output()?;
    let seconds = hundredths(start.elapsed().as_secs_f64());
    if !output.status.success() {
        return Err(format!("{command:?} failed: {}", String::from_utf8_lossy(&output.stderr)).into());
    }
    let cpu_seconds = cpu::started().zip(before).map(|(after, before)| hundredths(after - before));
    Ok(Took { seconds, cpu_seconds })
}

/// The bytes of a folder's files.
fn size(folder: &Path) -> Result<u64, Failure> {
    let mut sum = 0;
    for entry in folder.read_dir()? {
        let entry = entry?;
        sum += if entry.path().is_dir() { size(&entry.path())? } else { entry.metadata()?.len() };
    }
    Ok(sum)
}

/// The version of a package as it is installed.
fn version(peers: &Path, package: &str) -> Result<String, Failure> {
    let text = fs::read_to_string(peers.join("node_modules").join(package).join("package.json"))?;
    Ok(field(&serde_json::from_str(&text)?, "version"))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
