//! One published text and what was found in it.

use serde::{Deserialize, Serialize};

use super::kind::words;
use super::{Date, EventKind, How, Mention, Span};

/// One published text. Its id, once given, never changes.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Article {
    /// `[a-z0-9_-]{1,80}`, unique in the archive.
    pub id: String,
    /// The headline, as printed or derived.
    pub title: String,
    /// Whether the headline was made from the lead because the text had none.
    pub title_derived: bool,
    /// The day that the article is filed under: published, else the event's.
    #[serde(with = "super::day::option")]
    pub date: Option<Date>,
    /// The day of publication where it is known.
    #[serde(with = "super::day::option")]
    pub published: Option<Date>,
    /// Every date that the text prints.
    pub dates: Vec<PrintedDate>,
    /// The place the report was filed from, as printed.
    pub dateline: Option<String>,
    /// Name of the outlet.
    pub publisher: Option<String>,
    /// Names or initials of those who wrote it.
    pub byline: Vec<String>,
    /// Caption of its picture, without the credit.
    pub caption: Option<String>,
    /// Where it was published: an `http` or `https` address.
    pub url: Option<String>,
    /// Where else it can be checked: further `http` or `https` addresses, as given.
    pub further_sources: Vec<String>,
    /// Clean text; paragraphs are separated by one `\n`, and nothing else breaks a line.
    pub text: String,
    /// What cleaning took out, in the order of the source.
    pub removed: Vec<Removed>,
    /// The statements, by position; direct ones never overlap one another.
    pub quotes: Vec<Quote>,
    /// Where entities are named, by position; none overlap.
    pub mentions: Vec<Mention>,
    /// The kind of occasion, where one is reported.
    pub event: Option<EventKind>,
    /// Indices of its topics in the archive, ascending.
    pub topics: Vec<u32>,
    /// What a person corrected by hand, each once.
    pub corrected: Vec<Corrected>,
    /// What those who are written about reply to its statements, in the order of these.
    pub replies: Vec<Reply>,
}

/// A reply to a statement, or a note beside it, as those who keep the archive give it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Reply {
    /// The place of the statement among those of its article.
    pub quote: u32,
    /// The words of the reply, plain text.
    pub text: String,
    /// Who replies, if it is said.
    pub by: Option<String>,
    /// The day of the reply.
    #[serde(with = "super::day::option")]
    pub date: Option<Date>,
    /// Where the whole reply stands: an `http` or `https` address.
    pub url: Option<String>,
}

words! {
    /// What a person corrects by hand where the machine is wrong.
    Corrected {
        /// Who made a statement.
        Speaker = "pembicara",
        /// Whom words name.
        Name = "nama",
        /// What day it was.
        Date = "tanggal",
    }
}

/// A date as the text prints it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PrintedDate {
    /// Where it stands; `None` when it came from outside the text (front matter).
    pub span: Option<Span>,
    /// The words as printed.
    pub as_printed: String,
    /// The day it means.
    #[serde(with = "super::day")]
    pub date: Date,
    /// What happened on that day.
    pub kind: DateKind,
    /// The weekday as printed, if one is.
    pub weekday: Option<String>,
    /// Whether the printed weekday is the weekday of the date; `None` where none is printed.
    pub weekday_agrees: Option<bool>,
}

words! {
    /// What a printed date dates.
    DateKind {
        /// Publication.
        Published = "terbit",
        /// A statement.
        Said = "ujaran",
        /// An event.
        Happened = "kejadian",
    }
}

/// A piece of the source that is not part of the article.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Removed {
    /// What it is.
    pub kind: RemovedKind,
    /// Its words.
    pub text: String,
    /// Byte of the clean text before which it stood.
    pub at: u32,
}

words! {
    /// What cleaning takes a piece of text for.
    RemovedKind {
        /// A link to another article.
        RelatedLink = "related-link",
        /// An advertisement or its marker.
        Advertisement = "advertisement",
        /// A marker that tells the reader to scroll on.
        Scroll = "scroll",
        /// Share buttons and tag blocks.
        Share = "share",
        /// A picture's caption or credit.
        Caption = "caption",
        /// Place and outlet before the first sentence.
        Dateline = "dateline",
        /// Who wrote it.
        Byline = "byline",
        /// Links between the pages of one article.
        PageLink = "page-link",
        /// Left-over script or markup.
        Script = "script",
        /// The headline once more.
        RepeatedTitle = "repeated-title",
    }
}

/// A statement.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Quote {
    /// The words themselves, without marks.
    pub span: Span,
    /// Quoted word for word, or reported.
    pub kind: QuoteKind,
    /// Who said it; `None` where nobody could be found.
    pub speaker: Option<Speaker>,
    /// The role beside the cue or the name, as printed.
    pub role: Option<String>,
    /// The words that attribute it (`ujarnya`, `menurut`).
    pub cue: Option<Span>,
    /// By what the speaker was found; `None` exactly where `speaker` is.
    pub how: Option<How>,
    /// The spans that lead from the cue back to the speaker's name, nearest first.
    pub chain: Vec<Span>,
    /// How sure the attribution is, in hundredths: of those at 90, nine in ten are right.
    pub confidence: u8,
    /// The statement's lasting address inside its article: `k-` and 8 characters.
    pub anchor: String,
}

words! {
    /// How a statement is given.
    QuoteKind {
        /// Between quotation marks.
        Direct = "direct",
        /// In the reporter's words.
        Reported = "reported",
    }
}

/// Who speaks.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Speaker {
    /// Index of a person in the archive.
    Person(u32),
    /// Index of an organisation in the archive.
    Organisation(u32),
    /// As printed: a role, where the whole article names no more, or the name of somebody who has no page.
    Role(String),
}
