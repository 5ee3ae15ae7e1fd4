//! How Jejak's figures grow with the archive: the same measurements over invented corpora of growing size.

use std::collections::HashSet;
use std::path::Path;

use jejak_archive::words::{tokens, write_form};
use serde_json::{Value, json};

use crate::questions::drawn;
use crate::{Failure, Place, browser, build, chart, native};

/// The sizes measured where none are named.
const COUNTS: [u64; 3] = [1_000, 10_000, 100_000];

/// Measures each size, tells the figures, and draws them.
pub(crate) fn curve(place: &Place, counts: &[u64], drawing: &Path) -> Result<(), Failure> {
    let counts = if counts.is_empty() { &COUNTS } else { counts };
    let mut points = Vec::new();
    for count in counts {
        eprintln!("{count} articles");
        let (built, site) = build::site(place, &count.to_string())?;
        let (forms, titles) = vocabulary(&place.work.join("articles.jsonl"))?;
        let engine = native::measure(&site)?;
        let page = browser::measure(&browser::jejak(site, built.clone()), &drawn(&titles, place.questions))?;
        let point = json!({"articles": count, "forms": forms, "built": built, "engine": engine, "page": page});
        println!("{point}");
        points.push(point);
    }
    std::fs::write(drawing, chart::draw(&points))?;
    Ok(())
}

/// Draws again what was printed before.
pub(crate) fn redraw(figures: &Path, drawing: &Path) -> Result<(), Failure> {
    let lines = std::fs::read_to_string(figures)?;
    let lines = lines.lines().map(serde_json::from_str).collect::<Result<Vec<Value>, _>>()?;
    let points: Vec<Value> = lines.into_iter().filter(|line| line.get("forms").is_some()).collect();
    std::fs::write(drawing, chart::draw(&points))?;
    Ok(())
}

/// How many distinct forms a file of articles has, as the archive counts them, and its headlines.
fn vocabulary(articles: &Path) -> Result<(usize, Vec<String>), Failure> {
    let (mut forms, mut titles, mut form) = (HashSet::new(), Vec::new(), String::new());
    for line in std::fs::read_to_string(articles)?.lines() {
        let article: Value = serde_json::from_str(line)?;
        for name in ["title", "text"] {
            let text = article[name].as_str().unwrap_or_default();
            for token in tokens(text, 0) {
                form.clear();
                write_form(&text[token.range], &mut form);
                if !forms.contains(&form) {
                    forms.insert(form.clone());
                }
            }
        }
        titles.push(article["title"].as_str().unwrap_or_default().to_owned());
    }
    Ok((forms.len(), titles))
}
