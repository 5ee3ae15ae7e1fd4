//! The engine: an archive that answers.
//!
//! It does no I/O. A question is answered from the parts that are there; where one is missing, the answer is the list
//! of parts to supply first ([`Outcome::Needs`]), and asking again goes on from there. So an archive that is carried
//! whole and one that is served in pieces are asked in the same way, and give the same answers.
//!
//! A question goes through: `parse` (what was typed, as a tree), `lookup` (words to places in the dictionary),
//! `search` (articles), `rank` (scores), `facets` and `timeline` (filters and counts), `hits` with `snippet` (what is
//! shown). `named` knows names, `spelling` and `same` other ways to write a word. What was said is asked for in `statements`, what is known of one person, organisation or topic in `record`.

mod bits;
mod facets;
mod heads;
mod hits;
mod lookup;
mod named;
mod near;
mod parse;
mod parts;
mod rank;
mod record;
mod same;
mod search;
mod snippet;
mod spelling;
mod statements;
mod timeline;
mod typo;
mod values;

use std::sync::{Arc, OnceLock};

pub use heads::Head;

use facets::Filters;
use heads::Heads;
use parts::{Missing, Parts};
use rank::Wanted;
use search::Together;

use crate::answer::{Answer, Hit, Outcome, PartId};
use crate::form::body::{self, Body, Named};
use crate::form::dictionary::Words;
use crate::form::statements::Said;
use crate::form::text;
use crate::form::{Frame, OpenError, PartKind, Source};
use crate::keys;
use crate::model::{Article, EntityRef, Mention, Meta, Organisation, Person, Place, Quote, Regulation, Speaker, Topic};
use crate::query::{Order, PAGE, Query};

/// The parts about all articles together, in the order in which they are read.
const OVERVIEW: [PartKind; 4] = [PartKind::Entities, PartKind::Facet, PartKind::Rare, PartKind::Ids];

/// An archive, open for questions.
#[derive(Debug)]
pub struct Engine {
    parts: Parts,
    heads: Heads,
    /// The table of statements, once it was asked for.
    said: OnceLock<Vec<Said>>,
    /// The words parts that were asked for, and the recent one behind them.
    words: Vec<OnceLock<Words>>,
}

impl Engine {
    /// Opens an archive that is there as a whole.
    ///
    /// # Errors
    /// Where the bytes are no archive, of another version, cut, damaged anywhere, or followed by others.
    pub fn open(bytes: Vec<u8>) -> Result<Self, OpenError> {
        Self::with(Parts::whole(bytes)?)
    }

    /// Opens an archive of which only the head is there, as far as [`Frame::head_end`]. Other parts follow by
    /// [`Engine::supply`].
    ///
    /// # Errors
    /// As [`Engine::open`], for the bytes that are there.
    pub fn open_catalogue(bytes: Vec<u8>) -> Result<Self, OpenError> {
        Self::with(Parts::head(bytes)?)
    }

    fn with(parts: Parts) -> Result<Self, OpenError> {
        let heads = Heads::read(parts.get(PartId(0)).map_err(|_| OpenError::Catalogue)?)?;
        let words = (0..=heads.words.len()).map(|_| OnceLock::new()).collect();
        let engine = Self { parts, heads, said: OnceLock::new(), words };
        engine.take_all();
        Ok(engine)
    }

    /// Takes a part that an [`Outcome::Needs`] named. Supplying one twice does no harm.
    ///
    /// # Errors
    /// Where the archive has no such part, or the bytes are not those of the part.
    pub fn supply(&self, part: PartId, bytes: Vec<u8>) -> Result<(), OpenError> {
        self.parts.supply(part, bytes)?;
        self.take_all();
        Ok(())
    }

    /// Reads the parts that are about all articles together, as far as they are there. Which values articles have is
    /// read by the entities, whichever comes first.
    fn take_all(&self) {
        for kind in OVERVIEW {
            if let Some(Ok(bytes)) = self.parts.numbers(kind).next().map(|id| self.parts.get(id)) {
                self.heads.take(kind, bytes);
            }
        }
    }

    /// Whether all is there that is about all articles together: who and what they name, facets and ids. Hits do
    /// without, and so do facets as far as several articles share their values; records, addresses and filters by
    /// names need it.
    #[must_use]
    pub fn overview(&self) -> Outcome<()> {
        match self.overview_there() {
            Ok(()) => Outcome::Ready(()),
            Err(missing) => Outcome::Needs(missing.into_parts()),
        }
    }

    fn overview_there(&self) -> Result<(), Missing> {
        let mut missing = Missing::default();
        for kind in OVERVIEW {
            for id in self.parts.numbers(kind) {
                missing.note(self.parts.get(id));
            }
        }
        missing.or(())
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
        &self.heads.entities().people
    }

    /// The person with the most statements; of several the first by slug.
    #[must_use]
    pub fn most_quoted(&self) -> Option<&Person> {
        let entities = self.heads.entities();
        let said = entities.said_by_people.iter().zip(entities.people.iter());
        said.rev().max_by_key(|&(count, _)| *count).map(|(_, person)| person)
    }

    /// All organisations, by slug.
    #[must_use]
    pub fn organisations(&self) -> &[Organisation] {
        &self.heads.entities().organisations
    }

    /// All places, by slug.
    #[must_use]
    pub fn places(&self) -> &[Place] {
        &self.heads.entities().places
    }

    /// All regulations, by slug.
    #[must_use]
    pub fn regulations(&self) -> &[Regulation] {
        &self.heads.entities().regulations
    }

    /// All topics, by slug.
    #[must_use]
    pub fn topics(&self) -> &[Topic] {
        &self.heads.entities().topics
    }

    /// All outlets, by name.
    #[must_use]
    pub fn sources(&self) -> &[Source] {
        &self.heads.entities().sources
    }

    /// Whether the heads of these articles are there, or what is missing to know them.
    #[must_use]
    pub fn heads_of(&self, articles: &[u32]) -> Outcome<()> {
        let mut missing = Missing::default();
        for &article in articles {
            missing.note(self.text(article));
        }
        match missing.or(()) {
            Ok(()) => Outcome::Ready(()),
            Err(missing) => Outcome::Needs(missing.into_parts()),
        }
    }

    /// The index of the article with this id; none until ids and the article's own part are there.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<u32> {
        self.heads.with_id(id).find(|&article| self.head(article).is_some_and(|head| head.id == id))
    }

    /// The index of the article with this id, or what is missing to know it.
    #[must_use]
    pub fn seek(&self, id: &str) -> Outcome<Option<u32>> {
        if let Outcome::Needs(parts) = self.overview() {
            return Outcome::Needs(parts);
        }
        let mut missing = Missing::default();
        for article in self.heads.with_id(id) {
            missing.note(self.body(article));
        }
        match missing.or(()) {
            Ok(()) => Outcome::Ready(self.find(id)),
            Err(missing) => Outcome::Needs(missing.into_parts()),
        }
    }

    /// What lists show of an article; none until its part is there.
    #[must_use]
    pub fn head(&self, article: u32) -> Option<Head> {
        self.body(article).ok().flatten().map(|body| body.head)
    }

    /// How many statements all articles hold together.
    #[must_use]
    pub fn quotes(&self) -> u32 {
        self.heads.all_quotes
    }

    /// A whole article. One that the archive does not have, or that a forged archive hides, is blank.
    #[must_use]
    pub fn article(&self, article: u32) -> Outcome<Arc<Article>> {
        let mut missing = Missing::default();
        let body = missing.note(self.body(article));
        // Who is named has numbers only among all.
        if let Err(Missing(parts)) = self.overview_there() {
            parts.into_iter().for_each(|part| missing.add(part));
        }
        match missing.or(body) {
            Ok(body) => Outcome::Ready(Arc::new(self.join(article, body.flatten()))),
            Err(missing) => Outcome::Needs(missing.into_parts()),
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
        let clauses = question.clauses.clone();
        let found = self.find_all(self.look_up(question.clauses)?)?;
        let Together { articles, held, mut dropped } = self.together(&found);
        dropped.extend(question.unread);
        let there = self.facets_there(&query.choices);
        if there.is_err() && !query.choices.is_empty() {
            return Err(there.err().unwrap_or_default());
        }
        let filters = Filters::new(self, query);
        let shown = filters.pass(&articles, true, None);
        let mut timeline = self.bins(query.window);
        filters.pass(&articles, false, None).iter().for_each(|article| self.note(article, &mut timeline));
        Ok(Answer {
            total: shown.len(),
            hits: self.page(query, &shown, &Wanted::new(&held, &query.words))?,
            facets: if there.is_ok() { self.facets(&articles, &filters, query) } else { Vec::new() },
            pending: there.err().map(Missing::into_parts).unwrap_or_default(),
            timeline,
            dropped,
            corrected: found.iter().flat_map(|found| found.corrected.iter().cloned()).collect(),
            same: found.iter().flat_map(|found| found.same.iter().cloned()).collect(),
            person: self.person_named(&clauses, &shown),
        })
    }

    /// The hits of the page asked for.
    fn page(&self, query: &Query, shown: &bits::Bits, wanted: &Wanted<'_>) -> Result<Vec<Hit>, Missing> {
        let ordered = if query.order == Order::Oldest { &self.heads.oldest } else { &self.heads.newest };
        let ranked = query.order == Order::Relevance;
        // The best score first, then the place in the order, in one number.
        let key = |article: u32| {
            let behind = u32::MAX - self.score(article, wanted);
            u64::from(behind) << 32 | u64::from(ordered.places[article as usize])
        };
        let mut order: Vec<u64> = Vec::new();
        if ranked && !wanted.held.is_empty() {
            order.extend(shown.iter().map(key));
            keys::sort(&mut order);
        } else {
            // Nothing but the order counts.
            let shown = ordered.articles.iter().zip(0..).filter(|(article, _)| shown.holds(**article));
            order.extend(shown.map(|(_, place)| place));
        }
        let first = (query.page as usize).saturating_mul(PAGE as usize);
        let mut missing = Missing::default();
        let mut hits: Vec<Hit> = Vec::new();
        for key in order.into_iter().skip(first).take(PAGE as usize) {
            let article = ordered.articles[key as u32 as usize];
            if let Some(body) = missing.note(self.body(article)) {
                let hit = self.hit(article, &body.unwrap_or_default(), wanted.held, self.score(article, wanted));
                // Where sentences end only the texts say, so they order the hits of a page among themselves.
                let at = hits.partition_point(|other| !ranked || other.score >= hit.score);
                hits.insert(at, hit);
            }
        }
        missing.or(hits)
    }

    /// The body of an article, if it decodes.
    fn body(&self, article: u32) -> Result<Option<Body>, PartId> {
        let (bytes, place) = self.text(article)?;
        Ok(place.and_then(|place| text::read(bytes, place, self.heads.columns.models.as_ref())))
    }

    /// The part that holds an article, and the article's place in it.
    fn text(&self, article: u32) -> Result<(&[u8], Option<u32>), PartId> {
        let texts = &self.heads.columns.texts;
        let Some(part) = texts.partition_point(|&first| first <= article).checked_sub(1) else {
            return Ok((&[], None));
        };
        Ok((self.parts.of_kind(PartKind::Text, part as u32)?, article.checked_sub(texts[part])))
    }

    /// A part of the words, read; the recent one is behind all others.
    fn words(&self, part: u32) -> Result<(&[u8], &Words), PartId> {
        let recent = part as usize == self.heads.words.len();
        let bytes = match recent {
            true => self.parts.of_kind(PartKind::Recent, 0)?,
            false => self.parts.of_kind(PartKind::Words, part)?,
        };
        static NONE: Words = Words::EMPTY;
        let read = || Words::read(bytes, self.heads.columns.words_model.as_ref());
        Ok((bytes, self.words.get(part as usize).map_or(&NONE, |words| words.get_or_init(read))))
    }

    /// The number in the archive's lists of whom or what an article names.
    fn resolve(&self, named: &Named) -> Option<EntityRef> {
        let entities = self.heads.entities();
        let slug = named.slug.as_str();
        let place = match named.kind {
            0 => entities.people.binary_search_by(|e| e.slug.as_str().cmp(slug)),
            1 => entities.organisations.binary_search_by(|e| e.slug.as_str().cmp(slug)),
            2 => entities.places.binary_search_by(|e| e.slug.as_str().cmp(slug)),
            3 => entities.regulations.binary_search_by(|e| e.slug.as_str().cmp(slug)),
            _ => entities.topics.binary_search_by(|e| e.slug.as_str().cmp(slug)),
        };
        place.ok().and_then(|place| body::entity(named.kind, place as u32))
    }

    /// Body and overview in one; spans that do not fit the text are left out.
    fn join(&self, article: u32, body: Option<Body>) -> Article {
        let body = body.unwrap_or_default();
        let text = body.text;
        let fits = |span: crate::Span| text.get(span.range()).is_some();
        let entities: Vec<Option<EntityRef>> = body.entities.iter().map(|named| self.resolve(named)).collect();
        let global = |own: EntityRef| entities.get(body::kind(own).1 as usize).copied().flatten();
        let quotes = body.quotes.into_iter().filter(|quote| fits(quote.span)).map(|quote| {
            let speaker = match quote.speaker {
                Some(Speaker::Person(i)) => global(EntityRef::Person(i)),
                Some(Speaker::Organisation(i)) => global(EntityRef::Organisation(i)),
                other => return Quote { speaker: other, ..quote },
            };
            let speaker = match speaker {
                Some(EntityRef::Person(i)) => Some(Speaker::Person(i)),
                Some(EntityRef::Organisation(i)) => Some(Speaker::Organisation(i)),
                _ => None,
            };
            Quote { speaker, ..quote }
        });
        let mentions = body.mentions.into_iter().filter(|mention| fits(mention.span));
        let mentions = mentions.filter_map(|m| Some(Mention { entity: global(m.entity)?, ..m }));
        Article {
            id: body.head.id,
            title: body.head.title,
            title_derived: body.head.title_derived,
            date: body.head.date,
            published: body.published,
            dates: body.dates,
            dateline: body.dateline,
            publisher: body.head.publisher,
            byline: body.byline,
            caption: body.caption,
            url: body.url,
            further_sources: body.further_sources,
            removed: body.removed,
            corrected: body.corrected,
            quotes: quotes.collect(),
            mentions: mentions.collect(),
            event: body.head.event,
            topics: self.heads.topics_of(article).to_vec(),
            text,
        }
    }
}
