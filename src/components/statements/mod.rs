//! Statements outside their article: cards, lists of them, and what narrows a list down.

pub mod card;
pub mod groups;
pub mod most;
pub mod narrow;
pub mod nothing;
pub mod printings;
