//! The parts of the article page.

pub mod alike;
pub mod body;
pub mod chain;
pub mod copies;
pub mod head;
pub mod legend;
pub mod neighbours;
pub mod nest;
pub mod note;
pub mod rail;
pub mod removed;
pub mod reply;
