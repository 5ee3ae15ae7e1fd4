//! How often the press is wrong: what it finds, measured against labels.
//!
//! WHY a crate of its own: the command measures files, and the page about an archive measures in a visitor's browser; both
//! figures must be the same, so both count here. Labels have the shape of `annotate`'s output; fields that they leave out are
//! not judged. Positions are bytes of the source; two spans overlap by intersection over union. In place of words a label may
//! say where they stand, so that it repeats nothing of a text.

#![cfg_attr(not(test), deny(clippy::indexing_slicing, clippy::string_slice))]

mod bundle;
mod gold;
mod judge;
mod linking;
mod miss;
mod places;
mod tally;

use std::io;
use std::path::Path;

use jejak_archive::model::{Archive, QuoteKind};
use jejak_press::annotate::{Annotated, annotate};
use jejak_press::read::Source;
use serde::Serialize;
use serde_json::Value;

pub use bundle::{Bundle, BundleError, Gauged};
pub use miss::{Fault, Miss};

use gold::Gold;
use linking::{Labelled, Linking};
use miss::Page;
use tally::Tally;

/// What was measured of one slot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Figure {
    /// The slot, as the command names it.
    pub slot: String,
    /// How many were found and are right.
    pub right: u32,
    /// How many were found.
    pub found: u32,
    /// How many the labels state.
    pub wanted: u32,
}

/// One line of labels.
#[derive(Debug)]
pub struct Label {
    /// The file of its article, where it names one.
    pub file: Option<String>,
    /// The id of its article, where it names one.
    pub id: Option<String>,
    fields: Value,
}

impl Label {
    /// Reads a line.
    ///
    /// # Errors
    /// It is no JSON.
    pub fn read(line: &str) -> Result<Self, serde_json::Error> {
        let fields: Value = serde_json::from_str(line)?;
        let named_in = |field: &str| fields.get(field).and_then(Value::as_str).map(str::to_owned);
        Ok(Self { file: named_in("file"), id: named_in("id"), fields })
    }

    /// What its article is called: its file, else its id.
    #[must_use]
    pub fn name(&self) -> &str {
        self.file.as_deref().or(self.id.as_deref()).unwrap_or_default()
    }
}

/// A labelled article that was judged, for what only the whole archive can tell of it.
#[derive(Debug)]
pub struct Judged {
    /// The article's file or id.
    pub name: String,
    /// What the press read in it.
    pub note: Annotated,
    id: Option<String>,
    mentions: Option<Vec<Labelled>>,
}

impl Judged {
    /// Whether the labels say which of its people are one across the archive: [`Measure::link`] judges that.
    #[must_use]
    pub fn is_linked(&self) -> bool {
        self.mentions.is_some()
    }
}

/// Measures article by article.
#[derive(Debug)]
pub struct Measure {
    kinds: Vec<QuoteKind>,
    tally: Tally,
    linking: Linking,
    misses: Vec<Miss>,
}

impl Measure {
    /// Begins; `labels` are all lines, because those that state no reported statement anywhere do not say that there is none.
    #[must_use]
    pub fn of(labels: &str) -> Self {
        let stated = |kind: &QuoteKind| {
            labels.contains(&format!("\"kind\": \"{kind}\"")) || labels.contains(&format!("\"kind\":\"{kind}\""))
        };
        let kinds = QuoteKind::ALL.iter().copied().filter(stated).collect();
        Self { kinds, tally: Tally::default(), linking: Linking::default(), misses: Vec::new() }
    }

    /// Has the press read an article, and judges what it found.
    ///
    /// # Errors
    /// The line is no label.
    pub fn article(&mut self, label: Label, source: &Source) -> Result<Judged, serde_json::Error> {
        let name = label.name().to_owned();
        let mut fields = label.fields;
        places::fill(&mut fields, &source.text);
        let gold: Gold = serde_json::from_value(fields)?;
        let note = annotate(source);
        let mut page = Page { article: &name, tally: &mut self.tally, misses: &mut self.misses };
        judge::article(&gold, &note, &self.kinds, &mut page);
        let id = source.fields.id.as_deref().or_else(|| Path::new(&name).file_stem()?.to_str()).map(str::to_owned);
        Ok(Judged { id, name, note, mentions: gold.mentions })
    }

    /// Judges who of an article's people is one person in the archive of all articles; `report` is told of each labelled
    /// mention, and whom the press takes it for.
    pub fn link(&mut self, judged: &Judged, archive: &Archive, report: &dyn Fn(&str, &str)) {
        let Judged { note, id, mentions: Some(mentions), .. } = judged else { return };
        let at = archive.articles.iter().position(|article| Some(article.id.as_str()) == id.as_deref());
        self.linking.article(mentions, note, archive, at, report);
    }

    /// What was missed since this was last asked, in the order of the articles. How speakers were found and who is one person
    /// are shares of other slots and of many mentions, so no single case of them is listed.
    pub fn misses(&mut self) -> Vec<Miss> {
        std::mem::take(&mut self.misses)
    }

    /// The counts of each slot, sorted by slot.
    #[must_use]
    pub fn figures(&self) -> Vec<Figure> {
        self.tally.figures(self.linking.figures())
    }

    /// Writes one slot a line as JSON, then the table of confidence against truth.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write(&self, out: &mut impl io::Write) -> Result<(), io::Error> {
        self.tally.write(self.linking.figures(), out)
    }
}
