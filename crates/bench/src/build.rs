//! Builds sites to measure on, each in a process of its own, so that its memory is its own.

use std::fs::File;
use std::io::{BufWriter, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use jejak_archive::Size;
use jejak_cli::build::{self, CACHE, Options};
use jejak_cli::site::Pages;
use jejak_corpus::Corpus;
use serde_json::{Value, json};

use crate::tally::hundredths;
use crate::{Failure, Place, cpu};

/// The seed of invented articles.
const SEED: u64 = 1;
/// Where earlier folders wait to be removed.
const ASIDE: &str = "aside";

/// The articles as a file of our own, since a build leaves its lock beside them: unpacked, copied or invented.
pub(crate) fn articles(place: &Place, named: &str) -> Result<PathBuf, Failure> {
    let path = place.work.join("articles.jsonl");
    if let Ok(count) = named.parse() {
        let mut out = BufWriter::new(File::create(&path)?);
        Corpus::new(SEED).write(count, &mut out)?;
        out.flush()?;
    } else if named.ends_with(".gz") {
        let mut text = Vec::new();
        flate2::read::MultiGzDecoder::new(File::open(named)?).read_to_end(&mut text)?;
        std::fs::write(&path, text)?;
    } else {
        std::fs::copy(named, &path)?;
    }
    Ok(path)
}

/// Builds a site in parts from what was named, tells what that took, and gives the figures and the site.
pub(crate) fn site(place: &Place, named: &str, pages: Pages) -> Result<(Value, PathBuf), Failure> {
    let articles = articles(place, named)?;
    of(place, &articles, pages)
}

/// What changed since the last build.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Change {
    /// The article in the middle was given another sentence.
    Sentence,
    /// It came once more, with such a sentence.
    Article,
}

/// Changes the articles and builds into the site that is there, with what builds keep for the next one or without.
pub(crate) fn again(place: &Place, articles: &Path, change: Change, cache: bool) -> Result<Value, Failure> {
    let before = std::fs::read_to_string(articles)?;
    let mut lines: Vec<String> = before.lines().map(str::to_owned).collect();
    let middle = lines.len() / 2;
    let changed = lines.get_mut(middle).ok_or("there is no article to change")?;
    let mut article: Value = serde_json::from_str(changed)?;
    let field = ["text", "isi", "content", "body"].into_iter().find(|field| article[field].is_string());
    let field = field.ok_or("the article in the middle has no text to change")?;
    let text = article[field].as_str().unwrap_or_default();
    article[field] = format!("{text} Rapat dilanjutkan pekan depan di balai kota.").into();
    match change {
        Change::Sentence => *changed = article.to_string(),
        Change::Article => {
            article.as_object_mut().and_then(|fields| fields.remove("id"));
            lines.push(article.to_string());
        }
    }
    std::fs::write(articles, lines.join("\n"))?;
    child(place, articles, &place.work.join("site"), Pages::All, cache)
}

/// Puts a folder of an earlier turn aside, until [`clear`]. Removed at once, its files would slow down those who write new ones:
/// ext4 passes by the places of what was removed in the last minutes, and looks at each.
pub(crate) fn aside(place: &Place, folder: &Path) -> Result<(), Failure> {
    static TURN: AtomicUsize = AtomicUsize::new(0);
    if folder.exists() {
        let aside = place.work.join(ASIDE);
        std::fs::create_dir_all(&aside)?;
        std::fs::rename(folder, aside.join(TURN.fetch_add(1, Ordering::Relaxed).to_string()))?;
    }
    Ok(())
}

/// Removes what was put aside.
pub(crate) fn clear(place: &Place) -> Result<(), Failure> {
    let aside = place.work.join(ASIDE);
    if aside.exists() {
        std::fs::remove_dir_all(aside)?;
    }
    Ok(())
}

/// The same from a file of one's own.
pub(crate) fn of(place: &Place, articles: &Path, pages: Pages) -> Result<(Value, PathBuf), Failure> {
    // Addresses of an earlier run are not remembered.
    let lock = articles.with_file_name(jejak_press::LOCK);
    if lock.exists() {
        std::fs::remove_file(&lock)?;
    }
    let site = place.work.join("site");
    let cache = articles.with_file_name(CACHE);
    for earlier in [&cache, &site] {
        aside(place, earlier)?;
    }
    let told = child(place, articles, &site, pages, true)?;
    Ok((told, site))
}

/// Builds in a process of its own, tells what that took, and gives the figures.
fn child(place: &Place, articles: &Path, site: &Path, pages: Pages, cache: bool) -> Result<Value, Failure> {
    let mut child = Command::new(std::env::current_exe()?);
    child.arg("build").args([articles, site]).arg("--app").arg(&place.app);
    if pages == Pages::Few {
        child.arg("--no-prerender");
    }
    if !cache {
        child.arg("--no-cache");
    }
    if place.size == Size::Small {
        child.arg("--small");
    }
    let output = child.output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned().into());
    }
    let told: Value = serde_json::from_slice(&output.stdout)?;
    println!("{}", json!({"built": told}));
    Ok(told)
}

/// Builds a site in this process.
pub(crate) fn here(
    articles: &Path,
    site: &Path,
    app: &Path,
    (size, pages, cache): (Size, Pages, bool),
) -> Result<(), Failure> {
    let options = Options {
        articles: articles.into(),
        out: site.into(),
        app: Some(app.into()),
        carried: None,
        parts: true,
        size,
        pages,
        cache,
        passing: false,
    };
    let start = Instant::now();
    let mut problems = 0;
    let built = build::run(&options, &mut |_| problems += 1)?;
    let seconds = hundredths(start.elapsed().as_secs_f64());
    let input = std::fs::metadata(articles)?.len();
    println!(
        "{}",
        json!({"articles": built.articles, "input_bytes": input, "seconds": seconds,
            "cpu_seconds": cpu::own(), "peak_bytes": peak(),
            "archive_bytes": built.archive_bytes, "pages": built.pages, "files": built.files, "bytes": built.bytes,
            "unchanged": built.unchanged, "statements": built.quotes, "problems": problems,
            "kept_bytes": held(&articles.with_file_name(CACHE))})
    );
    Ok(())
}

/// How many bytes the files of a folder have, and of the folders in it.
fn held(folder: &Path) -> u64 {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let bytes = entries.map(|entry| match entry.metadata() {
        Ok(known) if known.is_dir() => held(&entry.path()),
        known => known.map_or(0, |known| known.len()),
    });
    bytes.sum()
}

/// The most memory that this process held, where Linux tells.
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().strip_suffix(" kB")?.trim().parse::<u64>().ok()? * 1024)
}
