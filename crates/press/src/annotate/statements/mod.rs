//! What is said: words between marks, clauses that a cue reports, and whose words they are.

pub(crate) mod agents;
pub(crate) mod attribution;
pub(crate) mod beside;
pub(crate) mod bodies;
pub(crate) mod clauses;
pub(crate) mod confidence;
mod descriptions;
pub(crate) mod focus;
pub(crate) mod fragments;
pub(crate) mod quotes;
pub(crate) mod reported;
pub(crate) mod scene;
pub(crate) mod usage;
