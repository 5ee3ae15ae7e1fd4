//! What a page that is drawn ahead asked of the archive: so the next build knows whether it is still the same, without
//! drawing it.
//!
//! WHY it holds: a page is made of its address, of the program, and of what the archive answers. So each question is noted
//! with a hash of its answer, and where all are answered alike again, in the same order, the page is the same. Nothing else
//! is believed: what is asked in a way that is not noted goes through [`Deref`](std::ops::Deref), which spoils the note,
//! and a page whose note is spoilt is drawn each time.
//!
//! Articles have numbers that move when one comes or goes. So they are noted as what they are to the page ([`Which`]), and
//! answers without them. Who asks for an article that is neither spoils the note, too.

use std::cell::RefCell;
use std::collections::HashMap;

use jejak_archive::keep::Key;
use jejak_archive::model::Role;
use jejak_archive::query::FacetKind;
use jejak_archive::statements::{Copies, Record};
use serde::{Deserialize, Serialize};

use super::Library;

/// A page that asks more is not kept: asking all of it again would take as long as drawing.
const MOST: usize = 512;

/// An article, by what it is to a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Which {
    /// The one that was sought, or so many before or behind it.
    Own(i8),
    /// One of those that the record names, by its place among them.
    Listed(u32),
}

/// What was asked.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Question {
    /// What the archive says of itself.
    Meta,
    /// Where the article with an id is.
    Seek(String),
    /// A whole article.
    Read(Which),
    /// What lists show of an article.
    Head(Which),
    /// Whether that is there.
    HeadsOf(Vec<Which>),
    /// The day of an article.
    Day(Which),
    /// The copies of an article.
    Copies(Which),
    /// What is known of a value of a facet, by its place in [`FacetKind::ALL`], with a page of its statements.
    Record(u32, String, u32),
}

/// Questions and hashes of their answers, in the order in which they were first asked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trace(Vec<(Question, u128)>);

/// What is being noted.
#[derive(Debug, Default)]
pub(super) struct Noted {
    trace: Trace,
    /// Something was asked that is not noted.
    spoilt: bool,
    /// The number of the article that was sought.
    own: Option<u32>,
    /// The places of the articles of the record.
    listed: HashMap<u32, u32>,
    /// The other way.
    numbers: Vec<u32>,
}

/// Notes while somebody wants it.
#[derive(Debug, Default)]
pub(super) struct Notes(RefCell<Option<Noted>>);

impl Notes {
    /// Something is asked that is not noted.
    pub(super) fn spoil(&self) {
        if let Ok(mut noted) = self.0.try_borrow_mut()
            && let Some(noted) = &mut *noted
        {
            noted.spoilt = true;
        }
    }

    /// Notes a question that is about no article by its number.
    pub(super) fn note(&self, question: impl FnOnce() -> Question, answer: impl FnOnce() -> u128) {
        self.with(|noted| noted.note(question(), answer));
    }

    /// Notes a question about articles.
    pub(super) fn note_of(
        &self,
        articles: &[u32],
        question: impl FnOnce(Vec<Which>) -> Option<Question>,
        answer: impl FnOnce() -> u128,
    ) {
        self.with(|noted| {
            let which: Option<Vec<Which>> = articles.iter().map(|&article| noted.which(article)).collect();
            match which.and_then(question) {
                Some(question) => noted.note(question, answer),
                None => noted.spoilt = true,
            }
        });
    }

    /// Notes where an article is: the page's own. That it is the first one of all says that none stands before it.
    pub(super) fn note_sought(&self, id: &str, found: Option<u32>) {
        self.with(|noted| {
            // Which one is the page's own would be open.
            let other = |(known, _): &(Question, u128)| matches!(known, Question::Seek(other) if other != id);
            noted.spoilt |= noted.trace.0.iter().any(other);
            noted.own = found;
            noted.note(Question::Seek(id.to_owned()), || Key::of("seek", &(found.is_some(), found == Some(0))).0);
        });
    }

    /// Notes a record, whose articles count as listed from then on.
    pub(super) fn note_record(&self, facet: FacetKind, slug: &str, page: u32, record: Option<&Record>) {
        self.with(|noted| {
            let asked = Question::Record(
                FacetKind::ALL.iter().position(|&one| one == facet).unwrap_or_default() as u32,
                slug.to_owned(),
                page,
            );
            let other = |(known, _): &(Question, u128)| matches!(known, Question::Record(..)) && *known != asked;
            noted.spoilt |= noted.trace.0.iter().any(other);
            if !noted.trace.0.iter().any(|(known, _)| *known == asked) {
                let record = record.map(|record| noted.list(record));
                noted.note(asked, || Key::of("record", &record).0);
            }
        });
    }

    fn with(&self, note: impl FnOnce(&mut Noted)) {
        // Of what is spoilt nothing more is worth a hash.
        if let Some(noted) = self.0.borrow_mut().as_mut().filter(|noted| !noted.spoilt) {
            note(noted);
        }
    }

    /// The number of an article as the archive counts now.
    fn number(&self, which: Which) -> Option<u32> {
        let noted = self.0.borrow();
        let noted = noted.as_ref()?;
        match which {
            Which::Own(away) => noted.own?.checked_add_signed(away.into()),
            Which::Listed(place) => noted.numbers.get(place as usize).copied(),
        }
    }
}

impl Noted {
    fn note(&mut self, question: Question, answer: impl FnOnce() -> u128) {
        if self.trace.0.iter().any(|(known, _)| *known == question) {
            return;
        }
        match self.trace.0.len() < MOST {
            true => self.trace.0.push((question, answer())),
            false => self.spoilt = true,
        }
    }

    fn which(&self, article: u32) -> Option<Which> {
        let away = self.own.and_then(|own| i8::try_from(i64::from(article) - i64::from(own)).ok());
        let own = away.filter(|away| away.abs() <= 1).map(Which::Own);
        own.or_else(|| self.listed.get(&article).copied().map(Which::Listed))
    }

    /// A record with places in the list of its articles where it has their numbers.
    fn list(&mut self, record: &Record) -> Record {
        let (listed, numbers) = (&mut self.listed, &mut self.numbers);
        let mut place = |article: &mut u32| {
            *article = *listed.entry(*article).or_insert_with(|| {
                numbers.push(*article);
                numbers.len() as u32 - 1
            });
        };
        let mut record = record.clone();
        record.articles.iter_mut().for_each(&mut place);
        let own = record.roles.iter_mut().chain(record.holders.iter_mut().map(|(_, role)| role));
        for Role { articles, .. } in own {
            articles.iter_mut().for_each(&mut place);
        }
        let groups = record.said.groups.iter_mut().flat_map(|group| &mut group.first);
        for said in record.said.list.iter_mut().chain(groups) {
            place(&mut said.article);
            said.other.iter_mut().flat_map(|role| &mut role.articles).for_each(&mut place);
        }
        record
    }
}

/// The copies of an article, without the numbers of articles.
pub(super) fn hash_of_copies(copies: &Copies) -> u128 {
    let mut copies = copies.clone();
    copies.editions.iter_mut().for_each(|edition| edition.article = 0);
    Key::of("copies", &copies).0
}

impl Library {
    /// What `draw` gives, and a note of all that it asked; none where not all of it is noted.
    pub fn noting<T>(&self, draw: impl FnOnce() -> T) -> (T, Option<Trace>) {
        self.0.notes.0.replace(Some(Noted::default()));
        let drawn = draw();
        let noted = self.0.notes.0.take();
        (drawn, noted.filter(|noted| !noted.spoilt).map(|noted| noted.trace))
    }

    /// Says that what is being drawn hangs on something that is not noted.
    pub fn spoil(&self) {
        self.0.notes.spoil();
    }

    /// Whether the archive answers all that was noted as it did then.
    #[must_use]
    pub fn answers_as(&self, trace: &Trace) -> bool {
        let alike = |place: usize| {
            let noted = self.0.notes.0.borrow();
            noted.as_ref().is_some_and(|noted| {
                !noted.spoilt && noted.trace.0.len() == place + 1 && noted.trace.0.get(place) == trace.0.get(place)
            })
        };
        let again =
            || trace.0.iter().zip(0..).all(|((question, _), place)| self.ask(question).is_some() && alike(place));
        let (all, noted) = self.noting(again);
        all && noted.is_some()
    }

    /// Asks, so that it is noted; none where it is about an article that there is no longer.
    fn ask(&self, question: &Question) -> Option<()> {
        let number = |which: &Which| self.0.notes.number(*which);
        match question {
            Question::Meta => {
                let _ = self.meta();
            }
            Question::Seek(id) => drop(self.seek(id)),
            Question::Read(which) => drop(self.read(number(which)?)),
            Question::Head(which) => drop(self.head(number(which)?)),
            Question::HeadsOf(which) => drop(self.heads_of(&which.iter().map(number).collect::<Option<Vec<_>>>()?)),
            Question::Day(which) => drop(self.day(number(which)?)),
            Question::Copies(which) => drop(self.copies(number(which)?)),
            Question::Record(facet, slug, page) => {
                drop(self.record(*FacetKind::ALL.get(*facet as usize)?, slug, *page))
            }
        }
        Some(())
    }
}
