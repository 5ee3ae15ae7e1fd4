//! The question with most filters. The engine that is measured in a browser asks it too, and takes this file as its own: a
//! crate that both link would bring the names that JavaScript calls into a native program.

use jejak_archive::query::{Choice, FacetKind};
use jejak_archive::{Engine, Outcome, Query};

/// A question with the most frequent value of each facet that still finds something.
pub(crate) fn everything(engine: &Engine) -> Query {
    let mut query = Query::default();
    for kind in FacetKind::ALL {
        let Outcome::Ready(answer) = engine.answer(&query) else { break };
        let facet = answer.facets.iter().find(|facet| facet.kind == kind);
        let value = facet.and_then(|facet| engine.values(facet, 1).pop());
        query.choices.extend(value.map(|value| Choice { facet: kind, value: value.value, exclude: false }));
    }
    query
}
