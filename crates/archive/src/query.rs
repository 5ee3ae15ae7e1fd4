//! What a visitor asks.
//!
//! A [`Query`] is plain data. How it reads in a URL is the app's matter; how its words are understood is the engine's.

use crate::answer::Scale;
use crate::model::Date;

/// Words, filters, dates and order: one question to an archive.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Query {
    /// What was typed, as typed.
    pub words: String,
    /// What was chosen: OR within one facet, AND across facets.
    pub choices: Vec<Choice>,
    /// First day wanted, inclusive.
    pub from: Option<Date>,
    /// Last day wanted, inclusive.
    pub to: Option<Date>,
    /// In which order hits come.
    pub order: Order,
    /// Which page of hits, counted from 0.
    pub page: u32,
    /// What the timeline shows of it. It changes neither hits nor counts.
    pub window: Window,
}

/// Which stretch of time a timeline shows, and how.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Window {
    /// First and last day; none is all that the archive covers, but for a few articles far off ([`crate::Engine::dense`]).
    pub span: Option<(Date, Date)>,
    /// How long a bar is; none is what reads well. One that gives more than [`Scale::MOST_BARS`] is not taken.
    pub scale: Option<Scale>,
    /// Whether a bar is read as the share of the archive's articles in it. The engine gives both numbers anyway.
    pub share: bool,
}

/// How many hits one page holds: so many that a first answer fetches few texts from an archive in parts.
pub const PAGE: u32 = 10;

/// One value of one facet, wanted or unwanted.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Choice {
    /// Which facet.
    pub facet: FacetKind,
    /// The value's slug, or its word for kinds of event.
    pub value: String,
    /// Whether articles with it are left out instead of kept.
    pub exclude: bool,
}

/// By what articles can be filtered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FacetKind {
    /// People named in the article.
    Person,
    /// Organisations named in it.
    Organisation,
    /// Its topics.
    Topic,
    /// Legal texts named in it.
    Regulation,
    /// Places named in it.
    Place,
    /// Its kind of event.
    Event,
    /// Its publisher.
    Source,
}

impl FacetKind {
    /// Every facet, in the order in which they are shown.
    pub const ALL: [Self; 7] =
        [Self::Person, Self::Organisation, Self::Topic, Self::Regulation, Self::Event, Self::Place, Self::Source];

    /// Those whose values have pages of their own: the first ones.
    pub const WITH_PAGES: [Self; 4] = [Self::Person, Self::Organisation, Self::Topic, Self::Regulation];

    /// Its place in [`FacetKind::ALL`].
    pub(crate) fn place(self) -> usize {
        Self::ALL.iter().position(|&kind| kind == self).unwrap_or(0)
    }
}

/// In which order hits come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Order {
    /// Best first with words, newest first without.
    #[default]
    Relevance,
    /// Newest first.
    Newest,
    /// Oldest first.
    Oldest,
}
