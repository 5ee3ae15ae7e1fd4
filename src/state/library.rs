//! The opened archive, shared by all parts of the page.

use std::fmt;
use std::ops::Deref;
use std::rc::Rc;
use std::sync::Arc;

use jejak_archive::{Article, Engine, OpenError, Reading};

/// One opened archive; a clone is one count, and two are equal when they are the same one and as much of it is there.
#[derive(Clone)]
pub struct Library(Rc<Engine>, u32);

impl Library {
    /// Opens an archive that is carried whole.
    ///
    /// # Errors
    /// The bytes are no archive, are damaged, or are of another version.
    pub fn open(bytes: Vec<u8>) -> Result<Self, OpenError> {
        Engine::open(bytes).map(|engine| Self(Rc::new(engine), 0))
    }

    /// Opens an archive of which the head alone is there; other parts follow.
    ///
    /// # Errors
    /// As [`Library::open`].
    pub fn open_head(bytes: Vec<u8>) -> Result<Self, OpenError> {
        Engine::open_catalogue(bytes).map(|engine| Self(Rc::new(engine), 0))
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
        &self.0
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
