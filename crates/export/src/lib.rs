//! What readers take out of an archive: citations, lists as tables, quote cards.
//!
//! WHY a crate: the command and the page hand out the same bytes, and what is written can be read back natively by parsers
//! of the formats. It does no I/O and knows no web; words of a language are given by whoever asks.
//!
//! Everything begins with [`Item`]s, articles or statements with what a table, a citation and a card say of them. [`Rows`]
//! collects those that answer a question, page by page in the order of the list that a reader sees.

#![cfg_attr(not(test), deny(clippy::indexing_slicing, clippy::string_slice))]

pub mod card;
pub mod cite;
pub mod columns;
mod form;
mod item;
pub mod package;
mod rows;
pub mod table;

pub use form::Form;
pub use item::{Item, Said};
pub use rows::{Asked, Progress, Rows};
