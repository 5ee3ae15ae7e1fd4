//! How Jejak's figures grow with the archive: the same measurements over invented corpora of growing size.

//!
//! A size keeps a folder with its site and its figures, so that a large one need not be measured in one go: first what
//! needs no browser, then the page.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{BufRead as _, BufReader};
use std::path::Path;

use jejak_archive::words::{tokens, write_form};
use jejak_cli::site::Pages;
use serde_json::{Value, json};

use crate::questions::drawn;
use crate::{Failure, Place, browser, build, chart, native};

/// The sizes measured where none are named.
const COUNTS: [u64; 3] = [1_000, 10_000, 100_000];

/// How many forms so many articles have where the curve of real ones leads; others would measure something else.
const FORMS: (u64, std::ops::RangeInclusive<usize>) = (100_000, 290_000..=350_000);

/// What of a size is measured.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Steps {
    /// All.
    #[default]
    All,
    /// Articles are invented, the site is built, the engine asked.
    Engine,
    /// The site that an earlier step built is looked at in a browser.
    Page,
}

/// Measures each size, tells the figures, and draws all that are known of these sizes.
pub(crate) fn curve(place: &Place, counts: &[u64], steps: Steps, drawing: &Path) -> Result<(), Failure> {
    let counts = if counts.is_empty() { &COUNTS } else { counts };
    let mut points = Vec::new();
    for count in counts {
        eprintln!("{count} articles");
        let own = Place { work: place.work.join(format!("scale-{count}")), ..place.clone() };
        fs::create_dir_all(&own.work)?;
        let figures = own.work.join("figures.json");
        let mut point: Value = match steps {
            Steps::All | Steps::Engine => engine(&own, *count)?,
            Steps::Page => {
                let known = fs::read(&figures).map_err(|cause| format!("{}: {cause}", figures.display()))?;
                serde_json::from_slice(&known)?
            }
        };
        // What was measured is kept, whatever becomes of the browser.
        fs::write(&figures, point.to_string())?;
        if steps != Steps::Engine {
            let site = own.work.join("site");
            let kinds = drawn(&browser::headlines(&site)?, place.questions);
            point["page"] = browser::measure(&browser::jejak(site, Value::Null), &kinds)?;
            fs::write(&figures, point.to_string())?;
        }
        println!("{point}");
        points.push(point);
    }
    fs::write(drawing, chart::draw(&points))?;
    Ok(())
}

/// What is known of a size without a browser.
fn engine(place: &Place, count: u64) -> Result<Value, Failure> {
    let (built, site) = build::site(place, &count.to_string(), Pages::Few)?;
    let forms = vocabulary(&place.work.join("articles.jsonl"))?;
    let (size, real) = FORMS;
    if count == size && !real.contains(&forms) {
        return Err(
            format!("{forms} forms in {size} articles, not {real:?}: the corpus is not shaped as it says").into()
        );
    }
    Ok(json!({"articles": count, "forms": forms, "built": built, "engine": native::measure(&site)?}))
}

/// Draws again what was printed before.
pub(crate) fn redraw(figures: &Path, drawing: &Path) -> Result<(), Failure> {
    let lines = fs::read_to_string(figures)?;
    let lines = lines.lines().map(serde_json::from_str).collect::<Result<Vec<Value>, _>>()?;
    let points: Vec<Value> = lines.into_iter().filter(|line| line.get("forms").is_some()).collect();
    fs::write(drawing, chart::draw(&points))?;
    Ok(())
}

/// How many distinct forms a file of articles has, as the archive counts them.
fn vocabulary(articles: &Path) -> Result<usize, Failure> {
    let (mut forms, mut form) = (HashSet::new(), String::new());
    for line in BufReader::new(File::open(articles)?).lines() {
        let article: Value = serde_json::from_str(&line?)?;
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
    }
    Ok(forms.len())
}
