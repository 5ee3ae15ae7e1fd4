//! What every part of the page may ask for: the archive, the words, the settings, and the way to somewhere else.

use std::ops::Deref;
use std::rc::Rc;

use yew::Callback;

use super::library::Library;
use super::settings::Settings;
use super::url::{Location, Route};
use crate::chunk::Chunk;
use crate::text::Text;
use jejak_archive::query::FacetKind;
use jejak_archive::statements::StatementQuery;
use jejak_archive::{Outcome, PartId, Query};

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
    /// What the filters of the page are for.
    pub view: View,
    /// How parts come.
    pub arrival: Arrival,
    /// Asks for parts.
    pub want: Callback<Vec<PartId>>,
    /// How chunks of the app come.
    pub chunks: Arrival,
    /// Asks for a chunk.
    pub fetch: Callback<Chunk>,
    /// Asks once more for what did not come.
    pub again: Callback<()>,
    /// Whether the archive is the visitor's own, which no site holds.
    pub own: bool,
}

/// How the parts of an archive come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Arrival {
    /// The archive is there as a whole: what is missing stays so.
    #[default]
    Whole,
    /// They come when they are asked for.
    Coming,
    /// One has been awaited for long; it may still come.
    Slow,
    /// One did not come, or came damaged.
    Lost,
    /// The site was built anew since the page was opened.
    Newer,
}

/// What choosing another query shows.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum View {
    /// Articles.
    #[default]
    Articles,
    /// Articles in time.
    Timeline,
    /// How many articles of which days and sources there are.
    About,
    /// Statements, of which everything but the query stays as it is here.
    Statements(StatementQuery),
    /// Statements of one person, organisation or topic, by its facet and slug.
    Record(FacetKind, String),
}

impl Site {
    /// Joins the parts.
    #[must_use]
    pub fn new(library: Library, settings: Settings, go: Callback<Step>, set: Callback<Settings>) -> Self {
        let (view, arrival, chunks) = (View::default(), Arrival::default(), Arrival::default());
        Self(Rc::new(Inner {
            library,
            settings,
            go,
            set,
            view,
            arrival,
            want: Callback::noop(),
            chunks,
            fetch: Callback::noop(),
            again: Callback::noop(),
            own: false,
        }))
    }

    /// The same handle for an archive in parts.
    #[must_use]
    pub fn in_parts(&self, arrival: Arrival, want: Callback<Vec<PartId>>, again: Callback<()>) -> Self {
        Self(Rc::new(Inner { arrival, want, again, ..self.inner() }))
    }

    /// The same handle where chunks of the app may be missing.
    #[must_use]
    pub fn in_chunks(&self, chunks: Arrival, fetch: Callback<Chunk>, again: Callback<()>) -> Self {
        Self(Rc::new(Inner { chunks, fetch, again, ..self.inner() }))
    }

    /// The same handle where the archive is the visitor's own.
    #[must_use]
    pub fn of_own(&self) -> Self {
        Self(Rc::new(Inner { own: true, ..self.inner() }))
    }

    /// Asks for the parts that something lacks, if they can still come. What is shown without them says nothing of it.
    pub fn need(&self, there: Outcome<()>) {
        if let Outcome::Needs(parts) = there
            && matches!(self.arrival, Arrival::Coming | Arrival::Slow)
        {
            self.want.emit(parts);
        }
    }

    fn inner(&self) -> Inner {
        let Inner { library, settings, go, set, view, arrival, want, chunks, fetch, again, own } = &**self;
        Inner {
            library: library.clone(),
            settings: *settings,
            go: go.clone(),
            set: set.clone(),
            view: view.clone(),
            arrival: *arrival,
            want: want.clone(),
            chunks: *chunks,
            fetch: fetch.clone(),
            again: again.clone(),
            own: *own,
        }
    }

    /// The words of the chosen language.
    #[must_use]
    pub fn text(&self) -> &'static Text {
        Text::of(self.settings.language)
    }

    /// The language of what articles print.
    #[must_use]
    #[inline(never)]
    pub fn lang(&self) -> &str {
        &self.library.meta().language
    }

    /// What the archive is called; the product's name where it does not say.
    #[must_use]
    pub fn name(&self) -> &str {
        let title = self.library.meta().title.trim();
        if title.is_empty() { self.text().product() } else { title }
    }

    /// The same handle for filters that are about statements: choosing stays on the quotes page.
    #[must_use]
    pub fn on_statements(&self, asked: &StatementQuery) -> Self {
        self.on(View::Statements(asked.clone()))
    }

    /// The same handle for choosing that stays in a view.
    #[must_use]
    pub fn on(&self, view: View) -> Self {
        Self(Rc::new(Inner { view, ..self.inner() }))
    }

    /// The first page of the answer to a query, in this view.
    fn first_page(&self, query: Query) -> Location {
        self.page(Query { page: 0, ..query })
    }

    /// A page of the answer to a query, in this view.
    #[must_use]
    pub fn page(&self, query: Query) -> Location {
        Location::of(match &self.view {
            View::Articles => Route::Explore(query),
            View::Timeline => Route::Timeline(query),
            View::About => Route::About(query),
            View::Statements(asked) => Route::Quotes(StatementQuery { query, ..asked.clone() }),
            View::Record(facet, slug) => {
                Route::Record { facet: *facet, slug: slug.clone(), words: query.words, page: query.page }
            }
        })
    }

    /// The address of the first page of the answer to a query, in this view.
    #[must_use]
    pub fn href(&self, query: Query) -> String {
        self.first_page(query).href()
    }

    /// A filter with the number of what choosing it shows in this view.
    #[must_use]
    pub fn counted(&self, label: &str, count: u32) -> String {
        match self.view {
            View::Articles | View::Timeline | View::About => self.text().include().with(label, count),
            View::Statements(_) | View::Record(..) => self.text().record.statements_by().with(label, count),
        }
    }

    /// Goes to the answer of another query, from its first page.
    pub fn choose(&self, query: Query) {
        self.go.emit(Step::Push(self.first_page(query)));
    }

    /// Shows the answer of a query that is still being typed.
    pub fn type_on(&self, query: Query) {
        self.go.emit(Step::Replace(self.first_page(query)));
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
