//! Where a name leads: to a page of its own, else to the articles that hold it.

use jejak_archive::Name;
use jejak_archive::model::EntityRef;
use jejak_archive::query::{Choice, FacetKind, Query};
use jejak_archive::statements::StatementQuery;

use super::library::Library;
use super::url;

/// The facet and slug of an entity; none for what has neither.
#[must_use]
pub fn value(library: &Library, entity: EntityRef) -> Option<(FacetKind, &str)> {
    Some(match entity {
        EntityRef::Person(i) => (FacetKind::Person, library.people().get(i as usize)?.slug.as_str()),
        EntityRef::Organisation(i) => (FacetKind::Organisation, library.organisations().get(i as usize)?.slug.as_str()),
        EntityRef::Topic(i) => (FacetKind::Topic, library.topics().get(i as usize)?.slug.as_str()),
        EntityRef::Place(i) => (FacetKind::Place, library.places().get(i as usize)?.slug.as_str()),
        EntityRef::Regulation(_) => return None,
    })
}

/// The address of an entity's page, or of the articles that hold it where it has none.
#[must_use]
pub fn entity(library: &Library, entity: EntityRef) -> Option<String> {
    let (facet, slug) = value(library, entity)?;
    Some(if library.has_page(entity) { url::record(facet, slug) } else { url::filtered(facet, slug) })
}

/// The same for whom or what an article names; only the kind of `entity` counts.
#[must_use]
pub fn to(entity: EntityRef, named: &Name) -> Option<String> {
    let facet = match entity {
        EntityRef::Person(_) => FacetKind::Person,
        EntityRef::Organisation(_) => FacetKind::Organisation,
        EntityRef::Topic(_) => FacetKind::Topic,
        EntityRef::Place(_) => FacetKind::Place,
        EntityRef::Regulation(_) => return None,
    };
    let to = if named.has_page { url::record } else { url::filtered };
    Some(to(facet, &named.slug))
}

/// The same for a value of a facet.
#[must_use]
pub fn named(library: &Library, facet: FacetKind, slug: &str) -> String {
    let found = library.entity(facet, slug).and_then(|found| entity(library, found));
    found.unwrap_or_else(|| url::filtered(facet, slug))
}

/// The articles that hold all of these values, as an address.
#[must_use]
pub fn articles(values: &[(FacetKind, &str)]) -> String {
    let query = Query { choices: choices(values), ..Query::default() };
    url::Location::of(url::Route::Explore(query)).href()
}

/// The question for the statements of, or about, these values.
#[must_use]
pub fn statements(values: &[(FacetKind, &str)]) -> StatementQuery {
    StatementQuery { query: Query { choices: choices(values), ..Query::default() }, ..StatementQuery::default() }
}

fn choices(values: &[(FacetKind, &str)]) -> Vec<Choice> {
    let choice = |&(facet, value): &(FacetKind, &str)| Choice { facet, value: value.to_owned(), exclude: false };
    values.iter().map(choice).collect()
}
