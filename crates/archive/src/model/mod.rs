//! The words of the house: what an archive is made of.
//!
//! These types are what the press writes and what every reader of an archive sees. They hold no behaviour beyond
//! what keeps them true; the binary form lives in `form`, search in `engine`.

mod article;
pub(crate) mod day;
mod entity;
mod kind;
mod span;

pub use article::{Article, DateKind, PrintedDate, Quote, QuoteKind, Removed, RemovedKind, Speaker};
pub use entity::{EntityRef, Mention, Organisation, Person, Place, PlaceKind, Regulation, Role, Standing, Topic};
pub use kind::{EventKind, How};
pub use span::Span;

use serde::{Deserialize, Serialize};

/// A day in the Gregorian calendar, without time or zone: news is dated by day.
pub type Date = jiff::civil::Date;

/// Everything that one site knows: articles, the entities they speak of, and how the archive describes itself.
///
/// Indices such as [`EntityRef::Person`] point into the lists here. Articles stand newest first (undated ones last),
/// then by id; entities stand by slug. So the same articles always give the same archive.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Archive {
    /// How the archive describes itself.
    pub meta: Meta,
    /// All articles, newest first, then by id.
    pub articles: Vec<Article>,
    /// All people, by slug.
    pub people: Vec<Person>,
    /// All organisations, by slug.
    pub organisations: Vec<Organisation>,
    /// All places, by slug.
    pub places: Vec<Place>,
    /// All regulations, by slug.
    pub regulations: Vec<Regulation>,
    /// All topics, by slug.
    pub topics: Vec<Topic>,
}

/// How an archive describes itself, as `archive.toml` gives it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meta {
    /// What the archive is called, shown in the header and the page title.
    pub title: String,
    /// One or two sentences about what it holds.
    pub description: String,
    /// Language of the articles, a BCP 47 tag such as `id`.
    pub language: String,
    /// Who publishes the archive, if it says so.
    pub publisher: Option<String>,
    /// Licence of the texts in the archive, if it says so.
    pub licence: Option<String>,
    /// How the archive came about, plain text in paragraphs; shown on the about page.
    pub about: Vec<String>,
}
