//! The parts of the page to explore.
//!
//! What is asked stands in the address alone: the box, the chips, the dates and the facets each draw a part of the question and
//! give back a changed one. Hits are drawn first; what needs more of the archive comes `behind` them, in room that is kept.

pub mod asking;
pub mod behind;
pub mod chips;
pub mod dates;
pub mod empty;
pub mod facet;
pub mod hit;
pub mod nameplate;
pub mod order;
pub mod person_card;
pub mod search_box;
pub mod status;
