//! The parts of the page to explore.

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
