//! Which addresses a site answers.
//!
//! The app alone knows: what it links to must have a folder, and what a reader copies from it must answer.

use jejak_app::render;
use jejak_app::state::library::Library;
use jejak_app::state::settings::Settings;
use jejak_app::state::url::{self, Location, Route as Page};
use jejak_archive::Outcome;
use jejak_archive::model::{Date, EntityRef, Meta};
use jejak_archive::query::FacetKind;

use rayon::prelude::*;

use super::Pages;
use super::ahead::Ahead;

/// How long a page's description is at most, in characters: what search engines show of it.
const DESCRIPTION: usize = 160;

/// What an archive says about the pages of its site.
pub(super) struct Map {
    pub(super) meta: Meta,
    pub(super) routes: Vec<Route>,
    /// The pages of articles that were taken out. No search engine, feed or sitemap is told of them.
    pub(super) withdrawn: Vec<Route>,
    pub(super) moved: Vec<Moved>,
}

/// One page with an address of its own.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Route {
    /// From the site's root; empty for the start page, else it ends in `/`.
    pub(super) path: String,
    /// What the browser's tab shows until the app is there, and what a host's crawler reads.
    pub(super) title: String,
    /// What the page alone is called, without the archive.
    pub(super) name: String,
    /// What it is about, in a sentence or two, where that is known.
    pub(super) description: Option<String>,
    /// The day that an article is filed under.
    pub(super) date: Option<Date>,
    /// What the app shows there.
    pub(super) location: Location,
}

/// An address of old.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Moved {
    /// The address, with the title of the page that it leads to.
    pub(super) from: Route,
    /// Where it leads, from the site's root.
    pub(super) to: String,
}

impl Route {
    /// Whether it is one article.
    pub(super) fn is_article(&self) -> bool {
        matches!(self.location.route, Page::Article(_))
    }

    /// Whether it is one of the pages that every site has.
    pub(super) fn is_section(&self) -> bool {
        matches!(
            self.location.route,
            Page::Explore(_) | Page::Timeline(_) | Page::Quotes(_) | Page::About(_) | Page::Own
        )
    }

    /// The way from this page to the site's root: `./`, `../../`.
    pub(super) fn to_root(&self) -> String {
        match self.path.matches('/').count() {
            0 => "./".to_owned(),
            depth => "../".repeat(depth),
        }
    }
}

/// The pages of an archive, as the app names and titles them.
pub(super) fn of(ahead: &Ahead, pages: Pages) -> Map {
    let library = &ahead.library();
    let withdrawn = render::withdrawn(library).into_iter().map(|location| route(library, &location)).collect();
    if pages == Pages::Few {
        let routes = render::sections().into_iter().map(|location| route(library, &location)).collect();
        return Map { meta: library.meta().clone(), routes, withdrawn, moved: Vec::new() };
    }
    let addresses = render::addresses(library).into_par_iter();
    let routes = addresses.map_init(|| ahead.library(), |library, location| route(library, &location)).collect();
    let moved = library.former().iter().filter_map(|former| {
        let (facet, slug) = value(library, former.entity)?;
        // Who has no page now had none before.
        let to = library.has_page(facet, slug).then(|| url::record(facet, slug))?;
        let location = Location::of(Page::Record { facet, slug: slug.to_owned(), words: String::new(), page: 0 });
        let from = Route { path: url::record(facet, &former.slug), ..route(library, &location) };
        Some(Moved { from, to })
    });
    let moved = moved.collect();
    Map { meta: library.meta().clone(), routes, withdrawn, moved }
}

/// The facet and slug of an entity; none for what has neither.
fn value(library: &Library, entity: EntityRef) -> Option<(FacetKind, &str)> {
    Some(match entity {
        EntityRef::Person(i) => (FacetKind::Person, library.people().get(i as usize)?.slug.as_str()),
        EntityRef::Organisation(i) => (FacetKind::Organisation, library.organisations().get(i as usize)?.slug.as_str()),
        EntityRef::Topic(i) => (FacetKind::Topic, library.topics().get(i as usize)?.slug.as_str()),
        EntityRef::Regulation(i) => (FacetKind::Regulation, library.regulations().get(i as usize)?.slug.as_str()),
        EntityRef::Place(_) => return None,
    })
}

fn route(library: &Library, location: &Location) -> Route {
    let meta = library.meta();
    let title = render::page_title(library, location, Settings::default());
    let (description, date) = match &location.route {
        Page::Article(id) => match library.seek(id) {
            Outcome::Ready(Some(at)) => (lead(library, at), library.day(at)),
            _ => (None, None),
        },
        Page::Record { .. } | Page::Regulations | Page::Missing(_) => (None, None),
        _ => (Some(meta.description.clone()).filter(|words| !words.is_empty()), None),
    };
    Route {
        // The start page calls itself `./`, so that it can stand in a link.
        path: location.href().trim_start_matches("./").to_owned(),
        name: title.strip_suffix(&format!(" · {}", meta.title)).unwrap_or(&title).to_owned(),
        title,
        description,
        date,
        location: location.clone(),
    }
}

/// How an article begins.
fn lead(library: &Library, at: u32) -> Option<String> {
    let Outcome::Ready(read) = library.read(at) else { return None };
    let words = read.article.text.split_whitespace().collect::<Vec<_>>();
    let mut lead = String::new();
    for word in words {
        if lead.chars().count() + 1 + word.chars().count() > DESCRIPTION {
            lead.push('…');
            break;
        }
        if !lead.is_empty() {
            lead.push(' ');
        }
        lead.push_str(word);
    }
    Some(lead).filter(|lead| !lead.is_empty())
}
