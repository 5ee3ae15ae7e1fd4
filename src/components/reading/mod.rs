//! The parts of the article page.
//!
//! An article is its text with spans over it, and spans overlap: a name in a statement, words that were searched for
//! across both. `nest` makes one tree of them, `body` draws it, and everything beside the text (`rail`, `legend`, `note`, `chain`)
//! points into it by the anchors of statements.

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
