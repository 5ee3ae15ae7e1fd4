//! Labels together with their articles, as one text that travels with a site.
//!
//! WHY: a visitor's browser has neither folder nor command, and must come to the same figures all the same.

use std::collections::BTreeMap;

use jejak_press::read::read;
use serde::{Deserialize, Serialize};

use crate::{Figure, Label, Measure, Miss};

/// Labels with the articles that they are of.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bundle {
    /// The lines of the labels, as their file has them.
    pub labels: String,
    /// The bytes of each article, which are text, by the file that the labels name.
    pub articles: BTreeMap<String, String>,
}

/// Why a bundle cannot be measured.
#[derive(Debug, thiserror::Error)]
pub enum BundleError {
    /// It is no bundle.
    #[error("these are no labels with their articles ({0})")]
    Damaged(#[from] serde_json::Error),
    /// A line is no label.
    #[error("line {line} is no label ({cause})")]
    Label {
        /// The line, counted from 1.
        line: usize,
        /// What the parser says.
        cause: serde_json::Error,
    },
    /// A label's article is not there, or cannot be read.
    #[error("line {line}: its article {name:?} is not there")]
    Missing {
        /// The line, counted from 1.
        line: usize,
        /// The article's file.
        name: String,
    },
}

/// What measuring came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Gauged {
    /// The counts of each slot, sorted by slot. How speakers were found is left out: it is a breakdown of another slot.
    pub slots: Vec<Figure>,
    /// Each miss, in the order of the articles.
    pub misses: Vec<Miss>,
    /// What the articles are called in which something was missed, by their files.
    pub titles: BTreeMap<String, String>,
}

impl Bundle {
    /// The bundle as a text; the same bundle gives the same bytes.
    ///
    /// # Errors
    /// It is no JSON, which text always is.
    pub fn text(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string(self)
    }

    /// Reads a bundle.
    ///
    /// # Errors
    /// The text is none.
    pub fn read(text: &str) -> Result<Self, BundleError> {
        Ok(serde_json::from_str(text)?)
    }

    /// Has the press read each article and measures it; `watch` is told how many were read, of how many.
    ///
    /// # Errors
    /// A line is no label, or its article is not there.
    pub fn measure(&self, watch: &mut dyn FnMut(usize, usize)) -> Result<Gauged, BundleError> {
        let lines = || self.labels.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
        let all = lines().count();
        let mut measure = Measure::of(&self.labels);
        let (mut misses, mut titles) = (Vec::new(), BTreeMap::new());
        for (nth, (line, words)) in lines().enumerate() {
            watch(nth, all);
            let line = line + 1;
            let wrong = |cause| BundleError::Label { line, cause };
            let label = Label::read(words).map_err(wrong)?;
            let name = label.name().to_owned();
            let source = self.articles.get(&name).and_then(|text| read(&name, text.as_bytes()).0.into_iter().next());
            let Some(source) = source else { return Err(BundleError::Missing { line, name }) };
            let judged = measure.article(label, &source).map_err(wrong)?;
            let new = measure.misses();
            if let Some(title) = judged.note.title.filter(|_| !new.is_empty()) {
                titles.insert(name, title);
            }
            misses.extend(new);
        }
        watch(all, all);
        let mut slots = measure.figures();
        slots.retain(|figure| !figure.slot.contains(':'));
        Ok(Gauged { slots, misses, titles })
    }
}
