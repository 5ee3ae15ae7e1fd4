//! What is said: words between marks, clauses that a cue reports, and whose words they are.
//!
//! WHY in this order: `quotes` finds stretches between marks, whatever they hold; `scene` puts what is known of each word side by side;
//! `focus` reads the cues once in the order of the text, so that who is meant by `ia` or `-nya` is known wherever it stands. Then
//! `attribution` says of each stretch whether it was said at all, and by whom, and `reported` does the same for clauses without marks.
//! Each step gives its reason and what speaks against it, of which `confidence` makes one number: what is not known is said
//! to be so, never guessed.

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
