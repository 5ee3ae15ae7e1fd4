//! What those who keep an archive know better than the machine, and what they keep back.
//!
//! WHY mostly behind annotation: their word is the last one. Corrections, topics and replies are put into what was found
//! in one article, before articles are brought together, so that a corrected name is that person's everywhere. Masked
//! names alone are taken out before anything is found (`masks`).

mod corrections;
mod marks;
mod masks;
mod people;
mod privacy;
mod quotes_only;
mod replies;
mod same;
mod topics;

use std::collections::BTreeMap;

use jejak_archive::model::Meta;

use crate::link::Entry;
use crate::lock::Lock;
use crate::problem::{Problem, ProblemKind};
use crate::read::{Correction, GivenReply, SETTINGS, Settings};
pub(crate) use masks::{Masks, can_be_masked};
pub(crate) use people::remove as remove_person;
use topics::Topics;

/// Something said of one article, and whether it was taken, or why not.
type Tried<'a, T> = (&'a T, Result<(), &'static str>);

/// What is said of an article that is not there.
const NO_ARTICLE: &str = "the archive has no article of that id";

/// The editors of an archive.
pub(crate) struct Editors<'a> {
    /// Corrections by the id of their article, with what became of each.
    corrections: BTreeMap<&'a str, Vec<Tried<'a, Correction>>>,
    /// The same of replies.
    replies: BTreeMap<&'a str, Vec<Tried<'a, GivenReply>>>,
    topics: Topics<'a>,
    settings: &'a Settings,
}

impl<'a> Editors<'a> {
    /// Takes their word from the settings.
    pub(crate) fn new(settings: &'a Settings) -> Self {
        let (mut corrections, mut replies) = (BTreeMap::new(), BTreeMap::new());
        for one in &settings.corrections {
            let of_article: &mut Vec<Tried<'_, Correction>> = corrections.entry(one.article.as_str()).or_default();
            of_article.push((one, Err(NO_ARTICLE)));
        }
        for one in &settings.replies {
            let of_article: &mut Vec<Tried<'_, GivenReply>> = replies.entry(one.article.as_str()).or_default();
            of_article.push((one, Err(NO_ARTICLE)));
        }
        Self { corrections, replies, topics: Topics::of(&settings.topics), settings }
    }

    /// Puts it into one article.
    pub(crate) fn edit(&mut self, entry: &mut Entry) {
        let Entry { id, note, corrected, replies, .. } = entry;
        self.topics.add(note);
        for (one, done) in self.corrections.get_mut(id.as_str()).into_iter().flatten() {
            let made = corrections::make(one, note);
            *done = made.map(|kind| corrected.push(kind));
        }
        corrected.sort_unstable();
        corrected.dedup();
        for (one, done) in self.replies.get_mut(id.as_str()).into_iter().flatten() {
            *done = replies::find(one, note).map(|found| replies.extend(found));
        }
        replies.sort_by_key(|reply| reply.quote);
    }

    /// Leaves out of all articles what is kept back: private people, and where only statements are shown all other text.
    pub(crate) fn keep_back(&self, entries: &mut [Entry], masks: &Masks, meta: &Meta, problems: &mut Vec<Problem>) {
        privacy::keep(entries, self.settings, masks.labels(), problems);
        if meta.quotes_only {
            entries.iter_mut().for_each(|entry| quotes_only::reduce(&mut entry.note));
        }
    }

    /// Takes articles out. What stays of each goes into `meta`; `lock` knows which ids were given once.
    pub(crate) fn remove(&self, entries: &mut Vec<Entry>, lock: &Lock, meta: &mut Meta, problems: &mut Vec<Problem>) {
        for (line, stone) in &self.settings.removed {
            if meta.removed.iter().any(|other| other.article == stone.article) {
                continue;
            }
            if lock.articles.contains_key(&stone.article) {
                meta.removed.push(stone.clone());
            } else {
                let kind = ProblemKind::NothingRemoved { article: stone.article.clone() };
                problems.push(Problem { file: SETTINGS.to_string(), line: Some(*line), kind });
            }
        }
        entries.retain(|entry| !meta.removed.iter().any(|stone| stone.article == entry.id));
    }

    /// Says who is one person and who are two.
    pub(crate) fn tell_apart(&self, entries: &mut [Entry], problems: &mut Vec<Problem>) {
        same::tell(entries, self.settings, problems);
    }

    /// What could not be taken.
    pub(crate) fn finish(self, problems: &mut Vec<Problem>) {
        let mut report = |line, kind| problems.push(Problem { file: SETTINGS.to_string(), line: Some(line), kind });
        for (article, all) in self.corrections {
            for (one, why) in all.into_iter().filter_map(|(one, done)| Some((one, done.err()?))) {
                report(one.line, ProblemKind::BadCorrection { article: article.to_string(), why });
            }
        }
        for (article, all) in self.replies {
            for (one, why) in all.into_iter().filter_map(|(one, done)| Some((one, done.err()?))) {
                report(one.line, ProblemKind::BadReply { article: article.to_string(), why });
            }
        }
    }
}
