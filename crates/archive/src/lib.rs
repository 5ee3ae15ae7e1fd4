//! What a Jejak archive is, its binary form, and search over it.
//!
//! The crate does no I/O and knows no web. Everything found in an article is a [`Span`]: a byte range over the
//! article's clean text; turning spans into something a person sees is the view's work. A question that needs a part
//! of the archive that is not there yet is answered with the list of parts to fetch ([`Outcome::Needs`]), so the same
//! engine serves an archive carried whole and one served in pieces.

#![cfg_attr(not(test), deny(clippy::indexing_slicing, clippy::string_slice))]

mod anchor;
pub mod answer;
mod engine;
pub mod form;
pub mod keep;
pub mod keys;
pub mod model;
pub mod query;
pub mod statements;
mod stem;
pub mod words;

pub use anchor::Anchors;
pub use answer::{Answer, Explanation, Outcome, PartId};
pub use engine::{Engine, Head, Name, Opening, Reading};
pub use form::{Entity, OpenError, Size, write, write_keeping, write_sized};
pub use model::{Archive, Article, Date, Span};
pub use query::Query;
pub use stem::{NoStem, Stem};
