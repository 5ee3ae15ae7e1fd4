//! Where a name leads: to a page of its own, else to the articles that hold it.

use jejak_archive::Name;
use jejak_archive::query::{Choice, FacetKind, Query};
use jejak_archive::statements::StatementQuery;

use super::library::Library;
use super::url;

/// The address of the page of whom or what an article names, or of the articles that hold it where it has none.
#[must_use]
pub fn to(named: &Name) -> Option<String> {
    let to = if named.has_page { url::record } else { url::filtered };
    Some(to(named.facet()?, &named.slug))
}

/// The same for a value of a facet.
#[must_use]
pub fn named(library: &Library, facet: FacetKind, slug: &str) -> String {
    let to = if library.has_page(facet, slug) { url::record } else { url::filtered };
    to(facet, slug)
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
