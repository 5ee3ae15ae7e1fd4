//! Changing a query by choosing: pure functions from one query to the next.

use jejak_archive::Query;
use jejak_archive::query::{Choice, FacetKind};

/// The query with a value chosen, or no longer chosen where it was already chosen that way.
#[must_use]
pub fn toggled(query: &Query, facet: FacetKind, value: &str, exclude: bool) -> Query {
    let mut next = without(query, facet, value);
    let was = query.choices.iter().any(|c| c.facet == facet && c.value == value && c.exclude == exclude);
    if !was {
        next.choices.push(Choice { facet, value: value.to_owned(), exclude });
    }
    next
}

/// The query without a value.
#[must_use]
pub fn without(query: &Query, facet: FacetKind, value: &str) -> Query {
    let mut next = query.clone();
    next.choices.retain(|c| !(c.facet == facet && c.value == value));
    next
}

/// The query without any filter or date; words, order and window stay.
#[must_use]
pub fn bare(query: &Query) -> Query {
    Query { words: query.words.clone(), order: query.order, window: query.window, ..Query::default() }
}

/// How many filters are set; each end of the dates is one.
#[must_use]
pub fn active(query: &Query) -> usize {
    query.choices.len() + usize::from(query.from.is_some()) + usize::from(query.to.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_kept_or_left_out_but_never_both() {
        let query = toggled(&Query::default(), FacetKind::Person, "siti", false);
        assert_eq!(active(&query), 1);
        let excluded = toggled(&query, FacetKind::Person, "siti", true);
        assert_eq!(excluded.choices, [Choice { facet: FacetKind::Person, value: "siti".into(), exclude: true }]);
        assert_eq!(toggled(&excluded, FacetKind::Person, "siti", true), Query::default());
    }

    #[test]
    fn clearing_keeps_the_words() {
        let query = Query { words: "apel".into(), ..toggled(&Query::default(), FacetKind::Event, "apel", false) };
        assert_eq!(bare(&query), Query { words: "apel".into(), ..Query::default() });
    }
}
