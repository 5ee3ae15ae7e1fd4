//! What those who keep an archive know better than the machine: corrections and topics of their own.
//!
//! WHY behind annotation: their word is the last one. It is put into what was found in one article, before articles are
//! brought together, so that a corrected name is that person's everywhere.

mod corrections;
mod people;
mod topics;

use std::collections::BTreeMap;

use jejak_archive::model::Corrected;

use crate::annotate::Annotated;
use crate::problem::{Problem, ProblemKind};
use crate::read::{Correction, SETTINGS, Settings};
use topics::Topics;

/// A correction, and whether it was made, or why not.
type Tried<'a> = (&'a Correction, Result<(), &'static str>);

/// The editors of an archive.
pub(crate) struct Editors<'a> {
    /// Corrections by the id of their article, with what became of each.
    corrections: BTreeMap<&'a str, Vec<Tried<'a>>>,
    topics: Topics<'a>,
}

impl<'a> Editors<'a> {
    /// Takes their word from the settings.
    pub(crate) fn new(settings: &'a Settings) -> Self {
        let mut corrections: BTreeMap<&str, Vec<Tried<'_>>> = BTreeMap::new();
        for one in &settings.corrections {
            corrections.entry(&one.article).or_default().push((one, Err("the archive has no article of that id")));
        }
        Self { corrections, topics: Topics::of(&settings.topics) }
    }

    /// Puts it into one article. Returns what was corrected.
    pub(crate) fn edit(&mut self, id: &str, note: &mut Annotated) -> Vec<Corrected> {
        self.topics.add(note);
        let mut corrected = Vec::new();
        for (one, done) in self.corrections.get_mut(id).into_iter().flatten() {
            let made = corrections::make(one, note);
            *done = made.map(|kind| corrected.push(kind));
        }
        corrected.sort_unstable();
        corrected.dedup();
        corrected
    }

    /// The corrections that could not be made.
    pub(crate) fn finish(self) -> impl Iterator<Item = Problem> {
        self.corrections.into_iter().flat_map(|(article, all)| {
            all.into_iter().filter_map(move |(one, done)| {
                let kind = ProblemKind::BadCorrection { article: article.to_string(), why: done.err()? };
                Some(Problem { file: SETTINGS.to_string(), line: Some(one.line), kind })
            })
        })
    }
}
