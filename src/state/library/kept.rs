//! What a thread that draws pages read last.
//!
//! A page drawn ahead asks for the same article or record several times: for its title, its body, and what is said of it as
//! data. The engine remembers one article, which threads that share it take from one another; each has its own here. A page in
//! a browser is alone with its engine and does without. The same methods note what is asked ([`super::trace`]).

use std::cell::RefCell;
use std::sync::Arc;

use jejak_archive::keep::Key;
use jejak_archive::model::{Date, Meta};
use jejak_archive::query::FacetKind;
use jejak_archive::statements::{Copies, Record};
use jejak_archive::{Head, Outcome, Reading};

use super::Library;
use super::trace::{Question, Which, hash_of_copies};

/// A record by what was asked for: its facet, slug and page.
type Asked = ((FacetKind, String, u32), Option<Arc<Record>>);

/// The article and the record that were there last.
#[derive(Default)]
pub(super) struct Kept {
    article: RefCell<Option<(u32, Arc<Reading>)>>,
    record: RefCell<Option<Asked>>,
}

impl Kept {
    pub(super) fn clear(&self) {
        self.article.take();
        self.record.take();
    }
}

impl Library {
    /// As [`jejak_archive::Engine::meta`].
    #[must_use]
    pub fn meta(&self) -> &Meta {
        let meta = self.0.engine.meta();
        self.0.notes.note(|| Question::Meta, || Key::of("meta", meta).0);
        meta
    }

    /// As [`jejak_archive::Engine::head`].
    #[must_use]
    pub fn head(&self, article: u32) -> Option<Head> {
        let head = self.0.engine.head(article);
        self.note_of(article, Question::Head, || Key::of("head", &head).0);
        head
    }

    /// As [`jejak_archive::Engine::heads_of`].
    #[must_use]
    pub fn heads_of(&self, articles: &[u32]) -> Outcome<()> {
        let there = self.0.engine.heads_of(articles);
        self.0.notes.note_of(articles, |which| Some(Question::HeadsOf(which)), || Key::of("heads", &there).0);
        there
    }

    /// As [`jejak_archive::Engine::day`].
    #[must_use]
    pub fn day(&self, article: u32) -> Option<Date> {
        let day = self.0.engine.day(article);
        self.note_of(article, Question::Day, || Key::of("day", &day).0);
        day
    }

    /// As [`jejak_archive::Engine::copies`].
    #[must_use]
    pub fn copies(&self, article: u32) -> Outcome<Copies> {
        let copies = self.0.engine.copies(article);
        let hash = || match &copies {
            Outcome::Ready(copies) => hash_of_copies(copies),
            Outcome::Needs(parts) => Key::of("missing", parts).0,
        };
        self.note_of(article, Question::Copies, hash);
        copies
    }

    /// As [`jejak_archive::Engine::seek`].
    #[must_use]
    pub fn seek(&self, id: &str) -> Outcome<Option<u32>> {
        let kept = self.0.kept.article.borrow().as_ref().filter(|(_, read)| read.article.id == id).map(|(at, _)| *at);
        let found = kept.map_or_else(|| self.0.engine.seek(id), |at| Outcome::Ready(Some(at)));
        match &found {
            Outcome::Ready(at) => self.0.notes.note_sought(id, *at),
            Outcome::Needs(_) => self.0.notes.spoil(),
        }
        found
    }

    /// As [`jejak_archive::Engine::read`].
    #[must_use]
    pub fn read(&self, article: u32) -> Outcome<Arc<Reading>> {
        let kept = self.0.kept.article.borrow().clone().filter(|(at, _)| *at == article);
        let read = kept.map_or_else(|| self.0.engine.read(article), |(_, read)| Outcome::Ready(read));
        if let Outcome::Ready(read) = &read {
            self.0.kept.article.replace(Some((article, read.clone())));
        }
        self.note_of(article, Question::Read, || Key::of("read", &read).0);
        read
    }

    /// As [`jejak_archive::Engine::record`].
    #[must_use]
    pub fn record(&self, facet: FacetKind, slug: &str, page: u32) -> Outcome<Option<Arc<Record>>> {
        let asked = |(of, kept, number): &(FacetKind, String, u32)| *of == facet && kept == slug && *number == page;
        let kept = self.0.kept.record.borrow().clone().filter(|(key, _)| asked(key));
        let record = kept.map_or_else(|| self.0.engine.record(facet, slug, page), |(_, record)| Outcome::Ready(record));
        match &record {
            Outcome::Ready(record) => {
                self.0.kept.record.replace(Some(((facet, slug.to_owned(), page), record.clone())));
                self.0.notes.note_record(facet, slug, page, record.as_deref());
            }
            Outcome::Needs(_) => self.0.notes.spoil(),
        }
        record
    }

    fn note_of(&self, article: u32, question: fn(Which) -> Question, answer: impl FnOnce() -> u128) {
        self.0.notes.note_of(&[article], |which| which.into_iter().next().map(question), answer);
    }
}
