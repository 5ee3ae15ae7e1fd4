//! Tells what ten new articles leave in place: which share of an archive's bytes keeps its name, so that whoever was here
//! before needs not fetch it again.
//!
//! ```text
//! cargo run --profile tools -p jejak-press --example kept -- ARTICLES.jsonl
//! ```
//!
//! The articles are pressed as `jejak build` does, once without the ten newest and once with them. Sizes, and what a
//! first question fetches, `cargo xtask bench search` tells.

use std::collections::BTreeSet;
use std::error::Error;

use jejak_archive::form::{Frame, PartKind, pieces};
use jejak_archive::{Archive, write};
use jejak_press::press;
use jejak_press::stem::Indonesian;

/// So many articles come.
const NEW: usize = 10;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("name a file of articles, one JSON object a line")?;
    let file = std::fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
    let lines: Vec<&str> = file.lines().collect();
    let pressed =
        |lines: &[&str]| press([("articles.jsonl".to_owned(), lines.join("\n").into_bytes())].into_iter()).archive;
    let after = pressed(&lines);
    let newest: BTreeSet<&str> = after.articles.iter().take(NEW).map(|article| article.id.as_str()).collect();
    let id = |line: &str| serde_json::from_str::<serde_json::Value>(line).ok()?.get("id")?.as_str().map(str::to_owned);
    let older: Vec<&str> =
        lines.iter().copied().filter(|line| id(line).is_none_or(|id| !newest.contains(id.as_str()))).collect();
    kept(&pressed(&older), &after)
}

fn kept(before: &Archive, after: &Archive) -> Result<(), Box<dyn Error>> {
    let frame = |archive: &Archive| Frame::read(&write(archive, &Indonesian));
    let (old, new) = (frame(before)?, frame(after)?);
    let names: BTreeSet<String> = old.parts().map(pieces::path).collect();
    println!("{} articles behind {}", after.articles.len(), before.articles.len());
    println!("{} parts behind {}", new.count(), old.count());
    for kind in [PartKind::Words, PartKind::Text] {
        let own = |kept: bool| -> usize {
            let parts = new.parts().filter(|part| part.kind == kind && (!kept || names.contains(&pieces::path(part))));
            parts.map(|part| part.length).sum()
        };
        println!("  {}: {:.3} of the bytes keep their name", kind.name(), own(true) as f64 / own(false) as f64);
    }
    Ok(())
}
