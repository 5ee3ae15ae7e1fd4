//! An article or a statement by itself: all that is taken along with it.

use jejak_archive::model::{Date, EntityRef, EventKind, How, Quote, QuoteKind, Speaker};
use jejak_archive::{Article, Reading};

/// An article, or a statement with the article that it stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The article's id.
    pub article: String,
    /// Its headline.
    pub title: String,
    /// Whether the headline was made from the lead.
    pub derived: bool,
    /// Its day.
    pub date: Option<Date>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Who wrote it, as printed.
    pub authors: Vec<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// The kind of occasion that it reports.
    pub event: Option<EventKind>,
    /// How many statements it holds.
    pub statements: u32,
    /// The statement; none where the article as a whole is meant.
    pub said: Option<Said>,
}

/// What was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The statement's address inside the article, without `#`.
    pub anchor: String,
    /// Word for word, or reported.
    pub kind: QuoteKind,
    /// The speaker's name, or what is printed of one without a page.
    pub speaker: Option<String>,
    /// The slug of a person or an organisation that speaks.
    pub slug: Option<String>,
    /// Whether that is a person's.
    pub is_person: bool,
    /// The role as printed.
    pub role: Option<String>,
    /// The words, whole.
    pub words: String,
    /// How sure the speaker is, in hundredths.
    pub confidence: u8,
    /// By what the speaker was found.
    pub how: Option<How>,
}

impl Item {
    /// An article.
    #[must_use]
    pub fn of_article(article: &Article) -> Self {
        Self {
            article: article.id.clone(),
            title: article.title.clone(),
            derived: article.title_derived,
            date: article.date,
            publisher: article.publisher.clone(),
            authors: article.byline.clone(),
            url: article.url.clone(),
            event: article.event,
            statements: u32::try_from(article.quotes.len()).unwrap_or(u32::MAX),
            said: None,
        }
    }

    /// The statement of an article at an anchor; none where it has no such one.
    #[must_use]
    pub fn of_statement(reading: &Reading, anchor: &str) -> Option<Self> {
        let quote = reading.article.quotes.iter().find(|quote| quote.anchor == anchor)?;
        Some(Self::of_quote(reading, quote))
    }

    /// One of an article's statements.
    pub(crate) fn of_quote(reading: &Reading, quote: &Quote) -> Self {
        Self { said: Some(Said::of(reading, quote)), ..Self::of_article(&reading.article) }
    }

    /// The address of the page that shows it on the site with this root, which ends in `/` or is empty.
    #[must_use]
    pub fn address(&self, root: &str) -> String {
        let page = format!("{root}artikel/{}/", self.article);
        match &self.said {
            Some(said) => format!("{page}#{}", said.anchor),
            None => page,
        }
    }

    /// What tells it from all others of an archive.
    #[must_use]
    pub fn key(&self) -> (&str, &str) {
        (&self.article, self.said.as_ref().map_or("", |said| &said.anchor))
    }
}

impl Said {
    fn of(reading: &Reading, quote: &Quote) -> Self {
        let entity = match &quote.speaker {
            Some(Speaker::Person(at)) => Some(EntityRef::Person(*at)),
            Some(Speaker::Organisation(at)) => Some(EntityRef::Organisation(*at)),
            _ => None,
        };
        let named = entity.and_then(|entity| reading.name(entity));
        let speaker = match &quote.speaker {
            Some(Speaker::Role(printed)) => Some(printed.clone()),
            _ => named.map(|named| named.name.clone()),
        };
        Self {
            anchor: quote.anchor.clone(),
            kind: quote.kind,
            speaker,
            slug: named.map(|named| named.slug.clone()),
            is_person: matches!(entity, Some(EntityRef::Person(_))),
            role: quote.role.clone(),
            words: quote.span.of(&reading.article.text).to_owned(),
            confidence: quote.confidence,
            how: quote.how,
        }
    }
}
