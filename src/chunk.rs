//! What of the app travels apart from the rest, because most visits never need it.
//!
//! A view behind a *gate* is called by way of a place in memory. While a site is made (`crates/cli/src/site/split`), all that
//! only gates lead to is cut out of the WebAssembly, code and data, and becomes a file of its own; the gate stays empty until that file
//! is there and has filled it. So nothing can be called that has not come, and the rest of the app cannot tell how it was cut:
//! natively, in tests and in the development loop all gates are open from the start.
//!
//! To put something into a chunk: add a line to `gates!` below and call it by [`Gate::open`], alone; where that is `None`, draw
//! [`failure::chunk`](crate::pages::failure::chunk). A call by any other way is an error of the build.

use jejak_archive::Query;
use jejak_archive::query::FacetKind;
use jejak_archive::statements::StatementQuery;
use yew::{Callback, Html, MouseEvent};

use crate::components::fix::{Of, fix};
use crate::components::gauge::told::gauge;
use crate::components::holdings::holdings;
use crate::components::lasting;
use crate::components::takeaway::{self, Opened};
use crate::components::unfolded::{What, unfolded};
use crate::pages::{about, own, quotes, record, regulations, timeline};
use crate::state::settings::Language;
use crate::state::site::Site;
use crate::state::url::Route;
use crate::text;

/// A file with what some gates lead to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chunk {
    /// The pages besides the front page and articles.
    Pages,
    /// The words of the language that the page is not drawn ahead in.
    English,
    /// What stands in the dialog of what one takes away, and what files hold.
    Take,
    /// The page of a visitor's own files, and what comes of measuring the press there is for them.
    Own,
}

impl Chunk {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Pages, Self::English, Self::Take, Self::Own];

    /// What it is called in names of files and of gates.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Pages => "pages",
            Self::English => "english",
            Self::Take => "take",
            Self::Own => "own",
        }
    }

    /// The one that it is built on, which comes before it and holds what both need.
    #[must_use]
    pub fn on(self) -> Option<Self> {
        match self {
            Self::Take | Self::Own => Some(Self::Pages),
            Self::Pages | Self::English => None,
        }
    }

    /// The one that a page needs.
    #[must_use]
    pub fn of_page(route: &Route) -> Option<Self> {
        match route {
            Route::Quotes(_) | Route::Timeline(_) | Route::Record { .. } | Route::Regulations | Route::About(_) => {
                Some(Self::Pages)
            }
            Route::Own => Some(Self::Own),
            Route::Explore(_) | Route::Article(_) | Route::Missing(_) => None,
        }
    }

    /// The one that a language needs.
    #[must_use]
    pub fn of_language(language: Language) -> Option<Self> {
        match language {
            Language::Id => None,
            Language::En => Some(Self::English),
        }
    }

    /// Whether it is there.
    #[must_use]
    pub fn is_there(self) -> bool {
        match self {
            Self::Pages => ABOUT.open().is_some(),
            Self::English => ENGLISH.open().is_some(),
            Self::Take => TAKE.open().is_some(),
            Self::Own => OWN.open().is_some(),
        }
    }
}

/// The way to something in a chunk.
#[derive(Debug)]
#[repr(transparent)]
pub struct Gate<T>(Option<T>);

impl<T: Copy> Gate<T> {
    /// What it leads to; `None` as long as the chunk is not there.
    #[must_use]
    #[inline(never)]
    pub fn open(&'static self) -> Option<T> {
        // The compiler must not know what is in it, or it would call that without looking.
        *std::hint::black_box(&self.0)
    }
}

/// Declares gates: of which chunk each is, and where it leads. The splitter finds them by their names.
macro_rules! gates {
    ($($(#[$about:meta])* $chunk:literal $gate:ident: $kind:ty = $inside:expr;)*) => {$(
        $(#[$about])*
        #[cfg_attr(target_arch = "wasm32", expect(unsafe_code, reason = "naming a symbol is an unsafe attribute; nothing else is called so"))]
        #[cfg_attr(target_arch = "wasm32", unsafe(export_name = concat!("jejak.gate.", $chunk, ".", stringify!($gate))))]
        pub static $gate: Gate<$kind> = Gate(Some($inside));
    )*};
}

gates! {
    /// The page about the archive.
    "pages" ABOUT: fn(&Site, &Query, &[String]) -> Html = about::page;
    /// The page of statements.
    "pages" QUOTES: fn(&Site, StatementQuery, Vec<String>) -> Html = quotes::page;
    /// The page of time.
    "pages" TIMELINE: fn(&Site, &Query, &[String]) -> Html = timeline::page;
    /// The page of a person, an organisation, a topic or a regulation.
    "pages" RECORD: fn(&Site, FacetKind, &str, &Query) -> Html = record::page;
    /// What a record is called.
    "pages" RECORD_NAME: fn(&Site, FacetKind, &str, &Query) -> Option<String> = record::name;
    /// The page that lists regulations.
    "pages" REGULATIONS: fn(&Site) -> Html = regulations::page;
    /// What that page is called.
    "pages" REGULATIONS_NAME: fn(&Site) -> &'static str = regulations::name;
    /// What is said beside a page of what the device keeps.
    "pages" LASTING: fn(&Site) -> Html = lasting::notices;
    /// What is unfolded on these pages.
    "pages" UNFOLDED: fn(&Site, &What, bool, Callback<MouseEvent>) -> Html = unfolded;
    /// What stands in the dialog of what one takes away.
    "take" TAKE: fn(Opened) -> Html = takeaway::room;
    /// What of the archive can be had as data.
    "take" HOLDINGS: fn(&Site) -> Html = holdings;
    /// The page of a visitor's own files.
    "own" OWN: fn(&Site) -> Html = own::page;
    /// What stands above every page while such an archive is open.
    "own" OWN_BANNER: fn(&Site) -> Html = own::banner;
    /// The way to correct something in such an archive.
    "own" FIX: fn(&Site, &Of<'_>) -> Html = fix;
    /// How it stands with measuring the press in this browser.
    "own" GAUGE: fn(&Site) -> Html = gauge;
    /// English.
    "english" ENGLISH: &'static [&'static str; 4] = &text::ENGLISH;
}

/// The way to correct something by hand, where the archive is the visitor's own.
#[inline(never)]
pub fn fixing(site: &Site, of: &Of<'_>) -> Html {
    let gate = if site.own { FIX.open() } else { None };
    gate.map(|fix| fix(site, of)).unwrap_or_default()
}
