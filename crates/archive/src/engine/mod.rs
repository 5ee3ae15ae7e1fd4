//! The engine: an archive that answers.
//!
//! It does no I/O. A question is answered from the parts that are there; where one is missing, the answer is the list
//! of parts to supply first ([`Outcome::Needs`]), and asking again goes on from there. So an archive that is carried
//! whole and one that is served in pieces are asked in the same way, and give the same answers.
//!
//! A question goes through: `parse` (what was typed, as a tree), `lookup` (words to places in the dictionary),
//! `search` (articles), `rank` (scores), `facets` and `timeline` (filters and counts), `hits` with `snippet` (what is
//! shown). `named` knows names, `spelling` and `same` other ways to write a word. What was said is asked for in `statements`, what is
//! known of one person, organisation, topic or regulation in `record`, what is printed more than once in `copies`; `reading` gives whole
//! articles.

mod bits;
mod copies;
mod facets;
mod heads;
mod hits;
#[cfg(not(target_family = "wasm"))]
mod kept;
mod lookup;
mod named;
mod near;
mod opening;
mod parse;
mod parts;
mod rank;
mod reading;
mod record;
mod same;
mod search;
mod similar;
mod snippet;
mod spelling;
mod statements;
mod timeline;
mod typo;
mod values;

use std::sync::{Arc, Mutex, OnceLock};

pub use heads::Head;
pub use opening::Opening;
pub use reading::{Name, Reading};

use facets::Filters;
use heads::Heads;
use parts::{Missing, Parts};
use rank::Wanted;

use crate::answer::{Answer, Hit, Outcome, PartId};
use crate::form::body::Body;
use crate::form::dictionary::Words;
use crate::form::records::Known;
use crate::form::statements::Table;
#[cfg(target_family = "wasm")]
use crate::form::text;
use crate::form::{Entity, Frame, OpenError, PartKind};
use crate::keys;
use crate::model::Meta;
use crate::query::{FacetKind, Order, PAGE, Query};

/// The parts about all articles together that an overview needs.
const OVERVIEW: [PartKind; 5] = [PartKind::Columns, PartKind::Own, PartKind::Entities, PartKind::Facet, PartKind::Rare];

/// So many hits more than twice those up to the end of a page are put in order at a time; of several words so few, because
/// what the last of them is worth spares looking where words stand in others.
const SORTED: usize = 2048;
const SORTED_WORDS: usize = 32;

/// An archive, open for questions.
#[derive(Debug)]
pub struct Engine {
    parts: Parts,
    heads: Heads,
    /// The table of statements, once it was asked for: without their places, and with them.
    said: [OnceLock<Table>; 2],
    /// What is known of people, organisations and topics, of each group that was asked for.
    known: Vec<OnceLock<Vec<Known>>>,
    /// The article that was read last: a page asks for it again with each drawing.
    last: Mutex<Option<(u32, Arc<Reading>)>>,
    /// What who reads all articles many times keeps of them.
    #[cfg(not(target_family = "wasm"))]
    kept: kept::Kept,
}

/// The body of an article; several may hold it where it is kept.
#[cfg(not(target_family = "wasm"))]
type Lent = Arc<Body>;
#[cfg(target_family = "wasm")]
type Lent = Body;

impl Engine {
    /// Opens an archive that is there as a whole.
    ///
    /// # Errors
    /// Where the bytes are no archive, of another version, cut, damaged anywhere, or followed by others.
    pub fn open(bytes: Vec<u8>) -> Result<Self, OpenError> {
        Self::with(Parts::opened(bytes, true)?)
    }

    /// Opens an archive of which only the beginning is there, as far as [`Frame::head_end`] for questions, or
    /// [`Frame::core_end`] for who reads an article. Other parts follow by [`Engine::supply`].
    ///
    /// # Errors
    /// As [`Engine::open`], for the bytes that are there.
    pub fn open_catalogue(bytes: Vec<u8>) -> Result<Self, OpenError> {
        Self::with(Parts::opened(bytes, false)?)
    }

    fn with(parts: Parts) -> Result<Self, OpenError> {
        let engine = Self::untaken(parts)?;
        engine.take_all()?;
        Ok(engine)
    }

    /// One that has read nothing but the catalogue.
    fn untaken(parts: Parts) -> Result<Self, OpenError> {
        let heads = Heads::read(parts.get(PartId(0)).map_err(|_| OpenError::Catalogue)?)?;
        let known = parts.numbers(PartKind::Records).map(|_| OnceLock::new()).collect();
        let engine = Self {
            parts,
            heads,
            said: Default::default(),
            known,
            last: Mutex::default(),
            #[cfg(not(target_family = "wasm"))]
            kept: kept::Kept::default(),
        };
        // Without the part there is nothing that anything could count by.
        engine.parts.numbers(PartKind::Columns).next().ok_or(OpenError::Catalogue)?;
        Ok(engine)
    }

    /// Keeps each text part unpacked once it was read: as much memory as all articles take; and, up to 256 MB of them, the
    /// articles read out of it. For who draws a whole site; a page in a browser has no use for it.
    #[cfg(not(target_family = "wasm"))]
    #[must_use]
    pub fn keeping_texts(mut self) -> Self {
        self.kept = kept::Kept::of(self.heads.shelves.texts.len(), self.len() as usize);
        self
    }

    /// Takes a part that an [`Outcome::Needs`] named. Supplying one twice does no harm.
    ///
    /// # Errors
    /// Where the archive has no such part, or the bytes are not those of the part.
    pub fn supply(&self, part: PartId, bytes: Vec<u8>) -> Result<(), OpenError> {
        self.parts.supply(part, bytes)?;
        self.take_all()
    }

    /// Reads what any question with words needs of what is there already: for who waits for the parts that it lacks.
    pub fn prepare(&self) {
        let _ = self.words(self.heads.listed().columns.words.len() as u32);
    }

    /// Reads the parts that are about all articles together, as far as they are there. Which values articles have is
    /// read by the entities, whichever comes first.
    fn take_all(&self) -> Result<(), OpenError> {
        let columns = self.parts.of_kind(PartKind::Columns, 0);
        columns.map_or(Ok(()), |bytes| self.heads.take_columns(bytes))?;
        let there = |kind| self.parts.numbers(kind).next().and_then(|id| self.parts.get(id).ok());
        there(PartKind::Own).into_iter().for_each(|bytes| self.heads.take_own(bytes));
        // The others count articles as the columns do.
        if let Some(facet) = there(PartKind::Facet).filter(|_| columns.is_ok()) {
            self.heads.take_facets(facet);
            if let Some((entities, rare)) = there(PartKind::Entities).zip(there(PartKind::Rare)) {
                self.heads.take_rest([entities, facet, rare]);
            }
        }
        Ok(())
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

    /// What is missing to count articles, and to look up words where there are any.
    fn counted_there(&self, words: &str) -> Result<(), Missing> {
        let mut missing = Missing::default();
        let _ = missing.note(self.parts.of_kind(PartKind::Columns, 0));
        if !words.trim().is_empty() {
            let _ = missing.note(self.parts.of_kind(PartKind::Recent, 0));
        }
        missing.or(())
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
        self.heads.articles
    }

    /// Whether there is no article.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.heads.articles == 0
    }

    /// All people, by slug.
    #[must_use]
    pub fn people(&self) -> &[Entity] {
        self.heads.entities().list(0)
    }

    /// The person with the most statements; of several the first by slug.
    #[must_use]
    pub fn most_quoted(&self) -> Option<&Entity> {
        self.people().iter().rev().max_by_key(|person| person.statements())
    }

    /// All organisations, by slug.
    #[must_use]
    pub fn organisations(&self) -> &[Entity] {
        self.heads.entities().list(1)
    }

    /// All places, by slug.
    #[must_use]
    pub fn places(&self) -> &[Entity] {
        self.heads.entities().list(FacetKind::Place.place())
    }

    /// All regulations, by slug.
    #[must_use]
    pub fn regulations(&self) -> &[Entity] {
        self.heads.entities().list(FacetKind::Regulation.place())
    }

    /// All topics, by slug.
    #[must_use]
    pub fn topics(&self) -> &[Entity] {
        self.heads.entities().list(2)
    }

    /// All outlets, by name.
    #[must_use]
    pub fn sources(&self) -> &[Entity] {
        self.heads.entities().list(FacetKind::Source.place())
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

    /// What lists show of an article; none until its part is there.
    #[must_use]
    pub fn head(&self, article: u32) -> Option<Head> {
        self.body(article).ok().flatten().map(|body| body.head.clone())
    }

    /// How many statements all articles hold together, each once however often it is printed.
    #[must_use]
    pub fn quotes(&self) -> u32 {
        self.heads.all_quotes
    }

    /// Answers a question.
    #[must_use]
    pub fn answer(&self, query: &Query) -> Outcome<Answer> {
        self.answer_as(query, true)
    }

    /// The same without hits and facets, for which fewer parts are needed: how many articles answer, and when.
    #[must_use]
    pub fn over_time(&self, query: &Query) -> Outcome<Answer> {
        self.answer_as(query, false)
    }

    fn answer_as(&self, query: &Query, listed: bool) -> Outcome<Answer> {
        match self.try_answer(query, listed) {
            Ok(answer) => Outcome::Ready(answer),
            Err(missing) => Outcome::Needs(missing.into_parts()),
        }
    }

    fn try_answer(&self, query: &Query, listed: bool) -> Result<Answer, Missing> {
        self.counted_there(&query.words)?;
        let question = parse::parse(&query.words);
        let clauses = question.clauses.clone();
        let words = if listed && question.chooses { self.find_words(&query.words)? } else { Vec::new() };
        let found = self.find_all(self.look_up(question.clauses)?)?;
        let (as_words, together) = (self.together(&words), self.together(&found));
        let ways = Wanted::ways(&as_words, &together, &query.words);
        let articles = &together.articles;
        let there = self.facets_there(&query.choices);
        let counted = there.is_ok();
        let mut pending = Missing::default();
        pending.join(there);
        if !counted && !query.choices.is_empty() {
            return Err(pending);
        }
        // Who reads the newest first asks for words next.
        let _ = pending.note(self.parts.of_kind(PartKind::Recent, 0));
        let filters = Filters::new(self, query);
        let (shown, at_any_time) = (filters.pass(articles, true, None), filters.pass(articles, false, None));
        Ok(Answer {
            total: shown.len(),
            hits: if listed { self.page(query, &shown, &ways)? } else { Vec::new() },
            facets: if listed && counted { self.facets(articles, &filters, query) } else { Vec::new() },
            pending: pending.into_parts(),
            timeline: self.bins(query, &mut at_any_time.iter(), &at_any_time),
            dropped: together.dropped.iter().cloned().chain(question.unread).collect(),
            corrected: found.iter().flat_map(|found| found.corrected.iter().cloned()).collect(),
            same: found.iter().flat_map(|found| found.same.iter().cloned()).collect(),
            person: self.person_named(&clauses, &shown),
        })
    }

    /// The hits of the page asked for.
    #[expect(
        clippy::indexing_slicing,
        reason = "an order has a place for each article, and an article at each place; `shown` holds no others"
    )]
    fn page(&self, query: &Query, shown: &bits::Bits, ways: &[Wanted<'_>]) -> Result<Vec<Hit>, Missing> {
        let listed = self.heads.listed();
        let ordered = if query.order == Order::Oldest { &listed.oldest } else { &listed.newest };
        let ranked = query.order == Order::Relevance;
        let score = |article: u32| Wanted::of(ways, article).map_or(0, |wanted| self.score(article, wanted));
        // The best score first, then the place in the order, in one number; none that cannot be below `last`.
        let key = |article: u32, last: u64| {
            let key = |score: u32| u64::from(u32::MAX - score) << 32 | u64::from(ordered.places[article as usize]);
            let score = match Wanted::of(ways, article) {
                Some(wanted) => self.score_above(article, wanted, |most| key(most) < last)?,
                None => 0,
            };
            Some(key(score)).filter(|key| *key < last)
        };
        let first = (query.page as usize).saturating_mul(PAGE as usize);
        let end = first.saturating_add(PAGE as usize);
        let mut order: Vec<u64> = Vec::new();
        if ranked && ways.iter().any(|wanted| !wanted.held.is_empty()) {
            // What can no longer come on the page goes again and again, so that no more than that is put in order.
            let mut last = u64::MAX;
            let several = ways.iter().any(|wanted| wanted.held.len() > 1);
            let more = if several { SORTED_WORDS } else { SORTED };
            for article in shown.iter() {
                order.extend(key(article, last));
                if order.len() >= end.saturating_mul(2).saturating_add(more) {
                    keys::sort(&mut order);
                    order.truncate(end);
                    last = order.last().copied().unwrap_or_default();
                }
            }
            keys::sort(&mut order);
        } else {
            // Nothing but the order counts.
            let shown = ordered.articles.iter().zip(0..).filter(|(article, _)| shown.holds(**article));
            order.extend(shown.map(|(_, place)| place).take(end));
        }
        let mut missing = Missing::default();
        let mut hits: Vec<Hit> = Vec::new();
        for key in order.into_iter().skip(first).take(PAGE as usize) {
            let article = ordered.articles[key as u32 as usize];
            if let Some(body) = missing.note(self.body(article)) {
                let held = Wanted::of(ways, article).map_or(&[][..], |wanted| wanted.held);
                let hit = self.hit(article, &body.unwrap_or_default(), held, score(article));
                // Where sentences end only the texts say, so they order the hits of a page among themselves.
                let at = hits.partition_point(|other| !ranked || other.score >= hit.score);
                hits.insert(at, hit);
            }
        }
        missing.or(hits)
    }

    /// The body of an article, if it decodes.
    fn body(&self, article: u32) -> Result<Option<Lent>, PartId> {
        let (bytes, place) = self.text(article)?;
        let models = self.heads.shelves.models.as_ref();
        #[cfg(not(target_family = "wasm"))]
        return Ok(self.kept.read(article, self.part_of(article), place, bytes, models));
        #[cfg(target_family = "wasm")]
        Ok(place.and_then(|place| text::read(bytes, place, models)))
    }

    /// The number among text parts of the one that holds an article.
    #[cfg(not(target_family = "wasm"))]
    fn part_of(&self, article: u32) -> usize {
        self.heads.shelves.texts.partition_point(|&first| first <= article).saturating_sub(1)
    }

    /// The part that holds an article, and the article's place in it.
    fn text(&self, article: u32) -> Result<(&[u8], Option<u32>), PartId> {
        let texts = &self.heads.shelves.texts;
        let Some(part) = texts.partition_point(|&first| first <= article).checked_sub(1) else {
            return Ok((&[], None));
        };
        let nth = texts.get(part).and_then(|&first| article.checked_sub(first));
        Ok((self.parts.of_kind(PartKind::Text, part as u32)?, nth))
    }

    /// A part of the words, read; the recent one is behind all others.
    fn words(&self, part: u32) -> Result<(&[u8], &Words), PartId> {
        let listed = self.heads.listed();
        let recent = part as usize == listed.columns.words.len();
        let bytes = match recent {
            true => self.parts.of_kind(PartKind::Recent, 0)?,
            false => self.parts.of_kind(PartKind::Words, part)?,
        };
        static NONE: Words = Words::EMPTY;
        let read = || Words::read(bytes, listed.columns.words_model.as_ref());
        Ok((bytes, listed.read.get(part as usize).map_or(&NONE, |words| words.get_or_init(read))))
    }
}
