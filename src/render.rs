//! Which pages an archive has, and pages as strings, without a browser.

use futures::executor::block_on;
use jejak_archive::query::FacetKind;
use jejak_archive::statements::StatementQuery;
use jejak_archive::{PartId, Query};
use yew::{Callback, Html, LocalServerRenderer, Properties, component};

use crate::app::{shell, title};
use crate::state::library::Library;
use crate::state::settings::Settings;
use crate::state::site::{Arrival, Site};
use crate::state::url::{Location, Route};

/// A page as it stands before the app takes over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The title of the document, as plain text.
    pub title: String,
    /// The markup for the element that the app fills. Its links are relative to the site's root.
    pub body: String,
}

/// The pages that every site has: the start page, the timeline, the statements, the page about the archive and that of a
/// visitor's own files.
#[must_use]
pub fn sections() -> Vec<Location> {
    let routes = [
        Route::Explore(Query::default()),
        Route::Timeline(Query::default()),
        Route::Quotes(StatementQuery::default()),
        Route::About(Query::default()),
        Route::Own,
    ];
    routes.into_iter().map(Location::of).collect()
}

/// Every page that has an address of its own: the start page, the timeline, the statements, the page about the archive,
/// each article, and each person, organisation, topic and regulation that the app links to, and the list of regulations where
/// there are any. Always in the same order.
#[must_use]
pub fn addresses(library: &Library) -> Vec<Location> {
    let mut routes: Vec<Route> =
        (0..library.len()).filter_map(|at| Some(Route::Article(library.head(at)?.id.clone()))).collect();
    let people = library.people().iter().map(|person| (FacetKind::Person, &person.slug));
    let organisations = library.organisations().iter().map(|body| (FacetKind::Organisation, &body.slug));
    let topics = library.topics().iter().map(|topic| (FacetKind::Topic, &topic.slug));
    let regulations = library.regulations().iter().map(|regulation| (FacetKind::Regulation, &regulation.slug));
    let all = people.chain(organisations).chain(topics).chain(regulations);
    let with_page = all.filter(|&(facet, slug)| library.has_page(facet, slug));
    routes.extend(with_page.map(|(facet, slug)| Route::Record {
        facet,
        slug: slug.clone(),
        words: String::new(),
        page: 0,
    }));
    if !library.regulations().is_empty() {
        routes.push(Route::Regulations);
    }
    let mut all = sections();
    all.extend(routes.into_iter().map(Location::of));
    all
}

/// The addresses of articles that were taken out: each has a page that says so.
#[must_use]
pub fn withdrawn(library: &Library) -> Vec<Location> {
    let stones = library.meta().removed.iter();
    stones.map(|stone| Location::of(Route::Article(stone.article.clone()))).collect()
}

/// The title of a page, as plain text.
#[must_use]
pub fn page_title(library: &Library, location: &Location, settings: Settings) -> String {
    title(&quiet(library, settings), location)
}

/// A site in which nothing can be clicked.
fn quiet(library: &Library, settings: Settings) -> Site {
    Site::new(library.clone(), settings, Callback::noop(), Callback::noop())
}

/// Renders the page of a location, of an archive that is there as a whole.
#[must_use]
pub fn page(library: &Library, location: &Location, settings: Settings) -> Page {
    render(quiet(library, settings), location)
}

/// Renders the page of a location as the app first draws it where the archive comes in parts; `want` hears of those that
/// the page lacks.
#[must_use]
pub fn page_in_parts(
    library: &Library,
    location: &Location,
    settings: Settings,
    want: impl Fn(Vec<PartId>) + 'static,
) -> Page {
    render(quiet(library, settings).in_parts(Arrival::Coming, want.into(), Callback::noop()), location)
}

fn render(site: Site, location: &Location) -> Page {
    let title = title(&site, location);
    let props = WholeProps { site, location: location.clone() };
    let body = block_on(LocalServerRenderer::<Whole>::with_props(props).hydratable(false).render());
    Page { title, body }
}

/// The page as the one component that the renderer wants.
#[derive(Properties, PartialEq)]
struct WholeProps {
    site: Site,
    location: Location,
}

#[component]
fn Whole(WholeProps { site, location }: &WholeProps) -> Html {
    shell(site, location)
}
