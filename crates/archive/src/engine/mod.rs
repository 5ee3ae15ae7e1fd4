//! The engine: an archive that answers.
//!
//! It does no I/O. A question is answered from the parts that are there; where one is missing, the answer is the list
//! of parts to supply first ([`Outcome::Needs`]), and asking again goes on from there. So an archive that is carried
//! whole and one that is served in pieces are asked in the same way, and give the same answers.
//!
//! A question goes through: `parse` (what was typed, as a tree), `lookup` (words to places in the dictionary),
//! `search` (articles and scores), `facets` and `timeline` (filters and counts), `hits` with `snippet` (what is
//! shown). What was said is asked for in `statements`, what is known of one person, organisation or topic in `record`.

mod bits;
mod facets;
mod heads;
mod hits;
mod lookup;
mod near;
mod parse;
mod parts;
mod record;
mod search;
mod snippet;
mod statements;
mod timeline;
mod typo;

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

pub use heads::Head;

use facets::Filters;
use heads::Heads;
use parts::{Missing, Parts};
use search::{Found, Together};

use crate::answer::{Answer, Correction, Hit, Outcome, PartId};
use crate::form::statements::Said;
use crate::form::text::{self, Body};
use crate::form::{Frame, OpenError, PartKind, Source};
use crate::model::{Article, Meta, Organisation, Person, Place, Regulation, Topic};
use crate::query::{Order, PAGE, Query};

/// An archive, open for questions.
#[derive(Debug)]
pub struct Engine {
    parts: Parts,
    heads: Heads,
    /// The table of statements, once it was asked for.
    said: OnceLock<Vec<Said>>,
}

impl Engine {
    /// Opens an archive that is there as a whole.
    ///
    /// # Errors
    /// Where the bytes are no archive, of another version, cut, damaged anywhere, or followed by others.
    pub fn open(bytes: Vec<u8>) -> Result<Self, OpenError> {
        Self::with(Parts::whole(bytes)?)
    }

    /// Opens an archive of which only the beginning is there: frame and catalogue, as far as
    /// [`Frame::catalogue_end`]. Other parts follow by [`Engine::supply`].
    ///
    /// # Errors
    /// As [`Engine::open`], for the bytes that are there.
    pub fn open_catalogue(bytes: Vec<u8>) -> Result<Self, OpenError> {
        Self::with(Parts::catalogue(bytes)?)
    }

    fn with(parts: Parts) -> Result<Self, OpenError> {
        let heads = Heads::read(parts.get(PartId(0)).map_err(|_| OpenError::Catalogue)?)?;
        Ok(Self { parts, heads, said: OnceLock::new() })
    }

    /// Takes a part that an [`Outcome::Needs`] named. Supplying one twice does no harm.
    ///
    /// # Errors
    /// Where the archive has no such part, or the bytes are not those of the part.
    pub fn supply(&self, part: PartId, bytes: Vec<u8>) -> Result<(), OpenError> {
        self.parts.supply(part, bytes)
    }

    /// The frame: which parts there are, and the stamp.
    #[must_use]
    pub fn frame(&self) -> &Frame {
        self.parts.frame()
    }

    /// Hash of the archive's content, 32 hexadecimal digits.
    #[must_use]
    pub fn stamp(&self) -> &str {
        &self.parts.frame().stamp
    }

    /// How the archive describes itself.
    #[must_use]
    pub fn meta(&self) -> &Meta {
        &self.heads.meta
    }

    /// How many articles there are.
    #[must_use]
    pub fn len(&self) -> u32 {
        self.heads.len() as u32
    }

    /// Whether there is no article.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.heads.len() == 0
    }

    /// All people, by slug.
    #[must_use]
    pub fn people(&self) -> &[Person] {
        &self.heads.people
    }

    /// The person with the most statements; of several the first by slug.
    #[must_use]
    pub fn most_quoted(&self) -> Option<&Person> {
        let said = self.heads.said_by_people.iter().zip(&self.heads.people);
        said.rev().max_by_key(|&(count, _)| *count).map(|(_, person)| person)
    }

    /// All organisations, by slug.
    #[must_use]
    pub fn organisations(&self) -> &[Organisation] {
        &self.heads.organisations
    }

    /// All places, by slug.
    #[must_use]
    pub fn places(&self) -> &[Place] {
        &self.heads.places
    }

    /// All regulations, by slug.
    #[must_use]
    pub fn regulations(&self) -> &[Regulation] {
        &self.heads.regulations
    }

    /// All topics, by slug.
    #[must_use]
    pub fn topics(&self) -> &[Topic] {
        &self.heads.topics
    }

    /// All outlets, by name.
    #[must_use]
    pub fn sources(&self) -> &[Source] {
        &self.heads.sources
    }

    /// The index of the article with this id.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<u32> {
        let Heads { by_id, heads, .. } = &self.heads;
        let i = by_id.binary_search_by(|&article| heads[article as usize].id.as_str().cmp(id)).ok()?;
        by_id.get(i).copied()
    }

    /// What lists show of an article.
    #[must_use]
    pub fn head(&self, article: u32) -> Option<&Head> {
        self.heads.heads.get(article as usize)
    }

    /// A whole article. One that the archive does not have, or that a forged archive hides, is blank.
    #[must_use]
    pub fn article(&self, article: u32) -> Outcome<Arc<Article>> {
        match self.body(article) {
            Ok(body) => Outcome::Ready(Arc::new(self.join(article, body))),
            Err(part) => Outcome::Needs(vec![part]),
        }
    }

    /// Answers a question.
    #[must_use]
    pub fn answer(&self, query: &Query) -> Outcome<Answer> {
        match self.try_answer(query) {
            Ok(answer) => Outcome::Ready(answer),
            Err(missing) => Outcome::Needs(missing.into_parts()),
        }
    }

    fn try_answer(&self, query: &Query) -> Result<Answer, Missing> {
        let question = parse::parse(&query.words);
        let found = self.find_all(self.look_up(question.clauses)?)?;
        let Together { articles, held, mut dropped } = self.together(&found);
        dropped.extend(question.unread);
        let filters = Filters::new(self, query);
        let shown = filters.pass(&articles, true, None);
        let mut timeline = self.bins(query.window);
        filters.pass(&articles, false, None).iter().for_each(|article| self.note(article, &mut timeline));
        Ok(Answer {
            total: shown.len(),
            hits: self.page(query, &shown, &held)?,
            facets: self.facets(&articles, &filters, query),
            timeline,
            dropped,
            corrected: corrections(&found),
        })
    }

    /// The hits of the page asked for.
    fn page(&self, query: &Query, shown: &bits::Bits, held: &[&Found<'_>]) -> Result<Vec<Hit>, Missing> {
        let ordered = if query.order == Order::Oldest { &self.heads.oldest } else { &self.heads.newest };
        let score = |article: u32| if held.is_empty() { 0 } else { self.score(article, held) };
        let ranked = query.order == Order::Relevance;
        // The best score first, then the place in the order, in one number.
        let key = |article: u32| {
            let behind = if ranked { u32::MAX - score(article) } else { 0 };
            u64::from(behind) << 32 | u64::from(ordered.places[article as usize])
        };
        let mut order: Vec<u64> = shown.iter().map(key).collect();
        order.sort_unstable();
        let first = (query.page as usize).saturating_mul(PAGE as usize);
        let mut missing = Missing::default();
        let mut hits = Vec::new();
        for key in order.into_iter().skip(first).take(PAGE as usize) {
            let article = ordered.articles[key as u32 as usize];
            let body = missing.note(self.body(article));
            if let (Some(body), Some(head)) = (body, self.head(article)) {
                hits.push(self.hit(article, head, &body.unwrap_or_else(blank), held, score(article)));
            }
        }
        missing.or(hits)
    }

    /// The body of an article, if it decodes.
    fn body(&self, article: u32) -> Result<Option<Body<'static>>, PartId> {
        let texts = &self.heads.texts;
        let Some(part) = texts.partition_point(|&first| first <= article).checked_sub(1) else { return Ok(None) };
        let bytes = self.parts.of_kind(PartKind::Text, part as u32)?;
        Ok(article.checked_sub(texts[part]).and_then(|place| text::read(bytes, place)))
    }

    /// Head and body in one; spans that do not fit the text are left out.
    fn join(&self, article: u32, body: Option<Body<'static>>) -> Article {
        let body = body.unwrap_or_else(blank);
        let text = body.text.into_owned();
        let head = self.head(article);
        let fits = |span: crate::Span| text.get(span.range()).is_some();
        let mut quotes = body.quotes.into_owned();
        quotes.retain(|quote| fits(quote.span));
        let mut mentions = body.mentions.into_owned();
        mentions.retain(|mention| fits(mention.span));
        Article {
            id: head.map(|head| head.id.clone()).unwrap_or_default(),
            title: head.map(|head| head.title.clone()).unwrap_or_default(),
            title_derived: head.is_some_and(|head| head.title_derived),
            date: head.and_then(|head| head.date),
            published: body.published,
            dates: body.dates.into_owned(),
            dateline: body.dateline.map(Cow::into_owned),
            publisher: head.and_then(|head| head.publisher.clone()),
            byline: body.byline.into_owned(),
            caption: body.caption.map(Cow::into_owned),
            url: body.url.map(Cow::into_owned),
            further_sources: body.further_sources.into_owned(),
            removed: body.removed.into_owned(),
            corrected: body.corrected.into_owned(),
            quotes,
            mentions,
            event: head.and_then(|head| head.event),
            topics: self.heads.topics_of(article).to_vec(),
            text,
        }
    }
}

/// Every other spelling that was taken.
fn corrections(found: &[Found<'_>]) -> Vec<Correction> {
    found.iter().flat_map(|found| found.corrected.iter().cloned()).collect()
}

/// An empty body.
fn blank() -> Body<'static> {
    Body {
        text: Cow::Borrowed(""),
        quotes: Cow::Borrowed(&[]),
        mentions: Cow::Borrowed(&[]),
        published: None,
        dates: Cow::Borrowed(&[]),
        dateline: None,
        byline: Cow::Borrowed(&[]),
        caption: None,
        url: None,
        further_sources: Cow::Borrowed(&[]),
        removed: Cow::Borrowed(&[]),
        corrected: Cow::Borrowed(&[]),
    }
}
