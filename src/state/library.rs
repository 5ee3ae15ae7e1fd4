//! The opened archive, shared by all parts of the page.

#[cfg(not(target_family = "wasm"))]
mod kept;
#[cfg(not(target_family = "wasm"))]
pub mod trace;

use std::cell::RefCell;
use std::fmt;
use std::ops::Deref;
use std::rc::Rc;
use std::sync::Arc;

use jejak_archive::model::Tombstone;
use jejak_archive::{Answer, Article, Engine, OpenError, Outcome, PartId, Query, Reading};

/// One opened archive; a clone is one count, and two are equal when they are the same one and as much of it is there.
#[derive(Clone)]
pub struct Library(Rc<Shelf>, u32);

/// The engine, and what it answered last.
struct Shelf {
    engine: Arc<Engine>,
    last: RefCell<Option<(Query, Rc<Outcome<Answer>>)>>,
    #[cfg(not(target_family = "wasm"))]
    kept: kept::Kept,
    #[cfg(not(target_family = "wasm"))]
    notes: trace::Notes,
}

impl Library {
    /// Opens an archive that is carried whole.
    ///
    /// # Errors
    /// The bytes are no archive, are damaged, or are of another version.
    pub fn open(bytes: Vec<u8>) -> Result<Self, OpenError> {
        Engine::open(bytes).map(|engine| Self::of(Arc::new(engine)))
    }

    /// Opens an archive of which the head alone is there; other parts follow.
    ///
    /// # Errors
    /// As [`Library::open`].
    pub fn open_head(bytes: Vec<u8>) -> Result<Self, OpenError> {
        Engine::open_catalogue(bytes).map(|engine| Self::of(Arc::new(engine)))
    }

    /// Shares an archive that others hold too: drawing pages ahead, each thread has a library of its own.
    #[must_use]
    pub fn of(engine: Arc<Engine>) -> Self {
        let shelf = Shelf {
            engine,
            last: RefCell::default(),
            #[cfg(not(target_family = "wasm"))]
            kept: kept::Kept::default(),
            #[cfg(not(target_family = "wasm"))]
            notes: trace::Notes::default(),
        };
        Self(Rc::new(shelf), 0)
    }

    /// Takes a part, as [`Engine::supply`] does.
    ///
    /// # Errors
    /// Where the bytes are not those of the part.
    pub fn supply(&self, part: PartId, bytes: Vec<u8>) -> Result<(), OpenError> {
        self.0.last.take();
        #[cfg(not(target_family = "wasm"))]
        self.0.kept.clear();
        self.0.engine.supply(part, bytes)
    }

    /// The answer to a question, which is made once: who asks again before another question or part comes is given the
    /// same.
    #[must_use]
    pub fn answer(&self, query: &Query) -> Rc<Outcome<Answer>> {
        #[cfg(not(target_family = "wasm"))]
        self.0.notes.spoil();
        let last = self.0.last.borrow().clone().filter(|(asked, _)| asked == query);
        last.map(|(_, answer)| answer).unwrap_or_else(|| {
            let answer = Rc::new(self.0.engine.answer(query));
            self.0.last.replace(Some((query.clone(), answer.clone())));
            answer
        })
    }

    /// What stays of an article that was taken out.
    #[must_use]
    pub fn withdrawn(&self, id: &str) -> Option<&Tombstone> {
        self.meta().removed.iter().find(|stone| stone.article == id)
    }

    /// The same archive after parts arrived, so that what waited for them is drawn again.
    #[must_use]
    pub fn after(&self, arrivals: u32) -> Self {
        Self(self.0.clone(), arrivals)
    }
}

/// An article of the opened archive. Two are equal when they have the same id: an archive does not change while it is
/// open, and comparing long texts on each drawing would cost more than drawing.
#[derive(Debug, Clone)]
pub struct Opened(pub Arc<Reading>);

impl Deref for Opened {
    type Target = Article;

    fn deref(&self) -> &Article {
        &self.0.article
    }
}

impl PartialEq for Opened {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Deref for Library {
    type Target = Engine;

    fn deref(&self) -> &Engine {
        #[cfg(not(target_family = "wasm"))]
        self.0.notes.spoil();
        &self.0.engine
    }
}

impl PartialEq for Library {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0) && self.1 == other.1
    }
}

impl fmt::Debug for Library {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Library({} articles)", self.len())
    }
}
