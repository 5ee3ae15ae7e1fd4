//! What was missed, as data: who reads a figure should be able to see each case that it is short of.

use std::fmt;

use serde::Serialize;

use crate::tally::Tally;

/// On which side of a figure a miss counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Fault {
    /// The labels state it, and it was not found: it costs recall.
    Missed,
    /// It was found, and the labels do not state it: it costs precision.
    Extra,
    /// Something else was found than the labels state: it costs both.
    Wrong,
}

/// One case in which the press and the labels disagree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Miss {
    /// The slot, as figures name it.
    pub slot: String,
    /// The article's file or id, as the labels name it.
    pub article: String,
    /// What kind of miss it is.
    pub fault: Fault,
    /// What it is about, where the words alone do not say: the statement whose speaker it is, the person whose office.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// What the labels state; nothing where they state that there is nothing.
    pub wanted: Option<String>,
    /// What the press found, where it found something.
    pub found: Option<String>,
    /// By what the press found it, for those who mend the press.
    #[serde(skip)]
    pub why: Option<String>,
}

impl fmt::Display for Miss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { slot, article, wanted, found, .. } = self;
        let said = |words: &Option<String>| words.as_ref().map_or("nothing".to_owned(), |words| format!("{words:?}"));
        write!(f, "{article}\t{slot}\twanted {}\tfound {}", said(wanted), said(found))?;
        if let Some(about) = &self.about {
            write!(f, "\tof {about:?}")?;
        }
        self.why.iter().try_for_each(|why| write!(f, "\t({why})"))
    }
}

/// Where one article's cases are written down: counts, and what was missed.
pub(crate) struct Page<'a> {
    /// The article's file or id.
    pub(crate) article: &'a str,
    pub(crate) tally: &'a mut Tally,
    pub(crate) misses: &'a mut Vec<Miss>,
}

impl Page<'_> {
    /// A case of which both sides count once, and which is right where they are the same.
    pub(crate) fn case(&mut self, slot: &str, about: Option<&str>, wanted: Option<String>, found: Option<String>) {
        self.judged(slot, about, wanted == found, wanted, found);
    }

    /// As [`Page::case`], where something else decides what is right.
    pub(crate) fn judged(
        &mut self,
        slot: &str,
        about: Option<&str>,
        right: bool,
        wanted: Option<String>,
        found: Option<String>,
    ) {
        self.tally.case(slot, right);
        if !right {
            self.miss(slot, Fault::Wrong, about, wanted, found);
        }
    }

    /// Something that was not found.
    pub(crate) fn missed(&mut self, slot: &str, about: Option<&str>, wanted: impl Into<String>) {
        self.miss(slot, Fault::Missed, about, Some(wanted.into()), None);
    }

    /// Something that was found besides.
    pub(crate) fn extra(&mut self, slot: &str, about: Option<&str>, found: impl Into<String>) {
        self.miss(slot, Fault::Extra, about, None, Some(found.into()));
    }

    /// Any miss; it is not counted here.
    pub(crate) fn miss(
        &mut self,
        slot: &str,
        fault: Fault,
        about: Option<&str>,
        wanted: Option<String>,
        found: Option<String>,
    ) {
        let (slot, article) = (slot.to_owned(), self.article.to_owned());
        let about = about.map(str::to_owned);
        self.misses.push(Miss { slot, article, fault, about, wanted, found, why: None });
    }

    /// Says by what the press came to the last miss.
    pub(crate) fn because(&mut self, why: String) {
        if let Some(miss) = self.misses.last_mut() {
            miss.why = Some(why);
        }
    }
}
