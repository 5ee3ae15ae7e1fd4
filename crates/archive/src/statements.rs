//! Asking for what was said: a question about statements, and its answer.
//!
//! An [`Answer`](crate::Answer) counts articles; here everything counts statements. The filters are those of a
//! [`Query`] with one difference: people and organisations mean **who speaks**, not who is named, and as a statement
//! has one speaker the two facets join: a wanted person and a wanted organisation give the statements of both. A regulation
//! means the statements **that name it** in their words; as a facet of the answer it is not counted, and lists nothing.
//!
//! A statement that several articles print is one, in every list and every count. Of its printings that pass the filters
//! the one that is named first stands for it, dates aside: the day of that one is the day of the statement, by which it is
//! listed, filtered and binned. So what a count says is what choosing it delivers, and bins add up.

use crate::answer::{Correction, Facet, Same, Snippet, Timeline};
use crate::engine::{Head, Name};
use crate::model::{Date, How, QuoteKind, Reply, Role, Span};
use crate::query::{FacetKind, Query};

/// The value of [`FacetKind::Person`] that stands for statements of which only the speaker's role is known. No slug
/// can be this, slugs have no `_`.
pub const ROLE_ONLY: &str = "_jabatan";
/// The value of [`FacetKind::Person`] that stands for statements whose speaker is not known.
pub const UNKNOWN: &str = "_tak-diketahui";

/// How many statements one page of a list holds.
pub const STATEMENTS_PAGE: u32 = 20;
/// How many groups one page holds.
pub const GROUPS_PAGE: u32 = 10;
/// How many statements a group shows of its own.
pub const GROUP_SHOWS: usize = 3;

/// Which statements are wanted, and how they come.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct StatementQuery {
    /// Words that the statement itself holds, who speaks, what its article is about, dates, order and page.
    /// [`crate::query::Order::Relevance`] is newest first.
    pub query: Query,
    /// Which kinds.
    pub kinds: Kinds,
    /// Least confidence, in hundredths.
    pub least: Option<u8>,
    /// Confidence below which it must lie, in hundredths.
    pub below: Option<u8>,
    /// By what statements are put together; `None` is one list.
    pub group: Option<Grouping>,
}

/// Which kinds of statements are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Kinds {
    /// Those quoted word for word.
    pub direct: bool,
    /// Those in the reporter's words.
    pub reported: bool,
}

impl Default for Kinds {
    fn default() -> Self {
        Self { direct: true, reported: true }
    }
}

impl Kinds {
    /// Whether a kind is wanted.
    #[must_use]
    pub fn hold(self, kind: QuoteKind) -> bool {
        match kind {
            QuoteKind::Direct => self.direct,
            QuoteKind::Reported => self.reported,
        }
    }
}

/// By what statements are put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Grouping {
    /// Who speaks; those who say most first.
    Speaker,
    /// What the article is about; an article with several topics stands in each.
    Topic,
    /// The calendar month, in the order of the statements.
    Month,
}

/// The statements that answer.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Statements {
    /// How many statements answer, over all pages.
    pub total: u32,
    /// In how many articles they stand, all printings that answer counted.
    pub articles: u32,
    /// How many are quoted word for word, were both kinds wanted.
    pub direct: u32,
    /// How many are in the reporter's words, were both kinds wanted.
    pub reported: u32,
    /// The statements of the page asked for; empty where they are grouped.
    pub list: Vec<Statement>,
    /// The groups of the page asked for; empty where none are asked for.
    pub groups: Vec<Group>,
    /// How many pages there are, of statements or of groups; at least 1.
    pub pages: u32,
    /// Facets in the order of [`FacetKind::ALL`], counting statements.
    pub facets: Vec<Facet>,
    /// How they lie in time, as if no dates were asked for. [`crate::answer::Bin::count`] counts statements, `of`
    /// still the archive's articles: 0 is a gap of coverage.
    pub timeline: Timeline,
    /// Words of the question that were left out, as in [`crate::Answer::dropped`].
    pub dropped: Vec<String>,
    /// Another spelling that was taken, as in [`crate::Answer::corrected`].
    pub corrected: Vec<Correction>,
    /// What else was looked for, as in [`crate::Answer::same`].
    pub same: Vec<Same>,
}

/// One statement as lists show it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Statement {
    /// Index of its article.
    pub article: u32,
    /// The article's id.
    pub id: String,
    /// The article's headline.
    pub title: String,
    /// The article's day.
    pub date: Option<Date>,
    /// The article's publisher.
    pub publisher: Option<String>,
    /// Its place among the statements of the article.
    pub ordinal: u32,
    /// How many other printings it has; [`crate::Engine::printings`] knows where. 0 for most, and always in a [`Record`],
    /// which does not tell.
    pub others: u32,
    /// Its address inside the article.
    pub anchor: String,
    /// Word for word, or reported.
    pub kind: QuoteKind,
    /// The speaker's name, or what is printed of one without a page, if known.
    pub speaker: Option<String>,
    /// The speaker as the archive knows them, where it is a person or an organisation; all who speak have a page.
    pub entity: Option<Name>,
    /// The role beside the cue or the name, as printed.
    pub role: Option<String>,
    /// The office of the speaker that other articles show at its day in another standing than its own article prints.
    pub other: Option<Role>,
    /// The words that attribute it, as printed.
    pub cue: Option<String>,
    /// By what the speaker was found.
    pub how: Option<How>,
    /// Confidence in hundredths.
    pub confidence: u8,
    /// What is replied to it.
    pub replies: Vec<Reply>,
    /// The words, cut where they are very long.
    pub snippet: Snippet,
}

/// One of the articles that print the same text or the same statement.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Edition {
    /// Index of the article.
    pub article: u32,
    /// Its id.
    pub id: String,
    /// Its headline.
    pub title: String,
    /// The day on which it was published, else the one that it is filed under.
    pub date: Option<Date>,
    /// Its publisher.
    pub publisher: Option<String>,
    /// Of a statement, its address inside the article; empty where whole articles are the same.
    pub anchor: String,
}

/// Articles that are copies of one text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Copies {
    /// How many hundredths of their runs of eight words the least alike share that were compared.
    pub alike: u8,
    /// All of them, the one that is asked for too: in front the one that is named first, which is the oldest, then the
    /// others as they came. Empty where the article is no copy and has none.
    pub editions: Vec<Edition>,
    /// Where the text of the one that is asked for has words that the first one's has not. None in the first itself.
    pub differs: Vec<Span>,
}

/// Statements that belong together.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Group {
    /// What they have in common.
    pub key: GroupKey,
    /// What that is called: a name; empty where the key says it all.
    pub label: String,
    /// How many statements of the answer belong to it.
    pub count: u32,
    /// How many articles print one of them; as of [`Statements::articles`].
    pub articles: u32,
    /// How many articles of the archive name the person or organisation that the group is of; 0 for other groups.
    pub named_in: u32,
    /// Its first statements.
    pub first: Vec<Statement>,
}

/// What the statements of a group have in common.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum GroupKey {
    /// A value of a facet: choosing it shows the whole group.
    Value(FacetKind, String),
    /// A month, by its first day.
    Month(Date),
    /// The article has no topic.
    NoTopic,
    /// The article has no date.
    Undated,
}

/// Where an article names something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// Index of the article.
    pub article: u32,
    /// What lists show of the article.
    pub head: Head,
    /// The piece that names it, the mentions marked; empty where the text has none.
    pub snippet: Snippet,
}

/// What is known of one person, organisation, topic or regulation.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Record {
    /// The slug in use, which may be another than was asked for.
    pub slug: String,
    /// What it is called.
    pub name: String,
    /// Whether it has a page: somebody speaks or holds an office. Of others nothing is told but the name and how many
    /// articles there are.
    pub has_page: bool,
    /// Other forms of the name, sorted.
    pub aliases: Vec<String>,
    /// Honorifics, ranks and degrees of a person, sorted.
    pub honorifics: Vec<String>,
    /// Offices of a person, oldest first.
    pub roles: Vec<Role>,
    /// Who holds an office in an organisation: by person, then oldest first.
    pub holders: Vec<(Name, Role)>,
    /// The articles that name it; of a topic, those about it. Newest first.
    pub articles: Vec<u32>,
    /// The statements that it makes, that are in the articles about a topic, or that name a regulation: how many, those of the page asked for, and
    /// how they lie in time; neither kinds nor facets. `of` of a bin without a statement is 1 where the archive has articles, else 0.
    pub said: Statements,
}

impl Record {
    /// How many articles there are.
    #[must_use]
    pub fn named_in(&self) -> u32 {
        self.articles.len() as u32
    }
}
