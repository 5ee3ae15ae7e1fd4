//! The words of the house: what an archive is made of.
//!
//! These types are what the press writes and what every reader of an archive sees. They hold no behaviour beyond
//! what keeps them true; the binary form lives in `form`, search in `engine`.

mod article;
mod copies;
pub(crate) mod day;
mod entity;
mod kind;
pub mod regulation;
mod span;

pub use article::{Article, Corrected, DateKind, PrintedDate, Quote, QuoteKind, Removed, RemovedKind, Reply, Speaker};
pub use copies::{Copies, Printing};
pub use day::day_number;
pub use entity::{EntityRef, Mention, Organisation, Person, Place, PlaceKind, Regulation, Role, Standing, Topic};
pub use kind::{DataFiles, EventKind, How};
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
    /// Slugs that an entity had once and that still lead to it, by slug.
    pub former: Vec<Former>,
    /// Articles that are copies of one text. An article is in one group at most.
    pub copies: Vec<Copies>,
    /// Statements that several articles print, each with all of its printings, the one that is named first in front. A
    /// statement of an article is a printing of one statement at most.
    pub printings: Vec<Vec<Printing>>,
}

/// A slug that was given once, and the entity that it leads to now.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Former {
    /// The slug as it was given, `[a-z0-9-]+`.
    pub slug: String,
    /// Whom or what it leads to.
    pub entity: EntityRef,
}

/// How an archive describes itself, as `archive.toml` gives it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
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
    /// Where those who keep the archive are reached: an `https` or `mailto` address, if it says so.
    pub contact: Option<String>,
    /// The address under which the site is published; ends in `/`.
    pub base_url: Option<String>,
    /// The colour of links and marks, where it is not the product's own.
    pub accent: Option<Accent>,
    /// The file of the logo, by its name in the site's root.
    pub logo: Option<String>,
    /// Whether search engines are asked to leave the site out.
    pub noindex: bool,
    /// Whether of each article only what was said is here, and its text is not.
    pub quotes_only: bool,
    /// Articles that those who keep the archive took out, in the order in which they say so.
    pub removed: Vec<Tombstone>,
    /// Which tables a site hands out whole.
    pub data: DataFiles,
}

/// What stays at the address of an article that was taken out.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Tombstone {
    /// The id that the article had.
    pub article: String,
    /// Why it was taken out; empty where nothing is said.
    pub reason: String,
    /// The day on which it was.
    #[serde(with = "day::option")]
    pub date: Option<Date>,
}

/// A colour for links and marks that can be read on the page, as `#rrggbb` for each scheme.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Accent {
    /// On light paper.
    pub light: String,
    /// On dark paper.
    pub dark: String,
    /// A tint of it to stand behind words, on light paper.
    pub light_wash: String,
    /// A tint of it to stand behind words, on dark paper.
    pub dark_wash: String,
}
