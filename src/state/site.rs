//! What every part of the page may ask for: the archive, the words, the settings, and the way to somewhere else.

use std::ops::Deref;
use std::rc::Rc;

use yew::Callback;

use super::library::Library;
use super::settings::Settings;
use super::url::{Location, Route};
use crate::text::Text;
use jejak_archive::Query;

/// A step to another view.
#[derive(Debug, Clone, PartialEq)]
pub enum Step {
    /// Somewhere new: Back returns here. Choosing does this.
    Push(Location),
    /// Still the same place, said better. Typing does this.
    Replace(Location),
}

/// The handle that is passed down the page; a clone is one count.
#[derive(Debug, Clone)]
pub struct Site(Rc<Inner>);

/// What a [`Site`] gives.
#[derive(Debug, PartialEq)]
pub struct Inner {
    /// The opened archive.
    pub library: Library,
    /// How the reader likes the page.
    pub settings: Settings,
    /// Goes somewhere.
    pub go: Callback<Step>,
    /// Changes the settings.
    pub set: Callback<Settings>,
}

impl Site {
    /// Joins the parts.
    #[must_use]
    pub fn new(library: Library, settings: Settings, go: Callback<Step>, set: Callback<Settings>) -> Self {
        Self(Rc::new(Inner { library, settings, go, set }))
    }

    /// The words of the chosen language.
    #[must_use]
    pub fn text(&self) -> &'static Text {
        Text::of(self.settings.language)
    }

    /// What the archive is called; the product's name where it does not say.
    #[must_use]
    pub fn name(&self) -> &str {
        let title = self.library.meta().title.trim();
        if title.is_empty() { self.text().product } else { title }
    }

    /// Goes to the answer of another query, from its first page.
    pub fn choose(&self, query: Query) {
        self.go.emit(Step::Push(Location::of(Route::Explore(Query { page: 0, ..query }))));
    }

    /// Shows the answer of a query that is still being typed.
    pub fn type_on(&self, query: Query) {
        self.go.emit(Step::Replace(Location::of(Route::Explore(Query { page: 0, ..query }))));
    }

    /// A callback that goes to the answer of another query.
    #[must_use]
    pub fn choosing<E: 'static>(&self, query: Query) -> Callback<E> {
        let site = self.clone();
        Callback::from(move |_: E| site.choose(query.clone()))
    }
}

impl Deref for Site {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl PartialEq for Site {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0) || self.0 == other.0
    }
}
