//! An article as a few numbers and the words behind them.
//!
//! What was found in a text is written as distances from what came before, so that most of it takes one byte each; what
//! is named, in words, as names begin and end with them.
//! Nothing here points at a list of the whole archive whose numbers move when an article is added: whom an article names
//! stands in it by name, mostly as "what the first mention prints", and by the address that follows from the
//! name. So an article's bytes stay what they are while others come and go.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use xxhash_rust::xxh3::xxh3_64;

use super::varint::{Numbers, put};
use crate::anchor::Anchors;
use crate::engine::{Head, Name};
use crate::keys;
use crate::model::day::{pack, unpack};
use crate::model::{
    Archive, Article, Corrected, Date, DateKind, EntityRef, EventKind, How, Mention, PrintedDate, Quote, QuoteKind,
    Removed, RemovedKind, Reply, Span, Speaker,
};
use crate::words::{self, slug};

/// What stands of an article in a text part. Entities in quotes and mentions are numbers of `entities`.
#[derive(Debug, Clone, Default)]
pub(crate) struct Body {
    pub(crate) head: Head,
    pub(crate) text: String,
    pub(crate) entities: Vec<Name>,
    pub(crate) quotes: Vec<Quote>,
    pub(crate) mentions: Vec<Mention>,
    pub(crate) published: Option<Date>,
    pub(crate) dates: Vec<PrintedDate>,
    pub(crate) dateline: Option<String>,
    pub(crate) byline: Vec<String>,
    pub(crate) caption: Option<String>,
    pub(crate) url: Option<String>,
    pub(crate) further_sources: Vec<String>,
    pub(crate) removed: Vec<Removed>,
    pub(crate) corrected: Vec<Corrected>,
    pub(crate) replies: Vec<Reply>,
    /// Its topics, in the order in which articles came to be about them, oldest first.
    pub(crate) topics: Vec<u32>,
    /// The upper half of each entity's hash with its number, in order, once one is looked for.
    by_slug: OnceLock<Vec<u64>>,
}

/// The upper half of a hash.
const UPPER: u64 = !(u32::MAX as u64);

impl Body {
    /// The number of the entity of that kind with that slug. An article may name a million, and each may be looked for.
    pub(crate) fn named(&self, kind: u32, slug: &str) -> Option<u32> {
        let hash = |slug: &str| xxh3_64(slug.as_bytes()) & UPPER;
        let keys = self.by_slug.get_or_init(|| {
            let mut keys = (0..).zip(&self.entities).map(|(i, named)| hash(&named.slug) | i).collect();
            keys::sort(&mut keys);
            keys
        });
        let sought = hash(slug);
        let alike = keys.iter().skip(keys.partition_point(|&key| key < sought));
        let mut alike = alike.take_while(|&&key| key & UPPER == sought).map(|&key| key as u32);
        alike.find(|&i| self.entities.get(i as usize).is_some_and(|own| own.kind == kind && own.slug == slug))
    }
}

/// A piece of a headline's slug that is shorter (bytes) is not looked for in an address; nor are more than so many.
const SHORTEST_SLUG: usize = 8;
const MOST_SLUGS: usize = 24;

/// The number of an entity's kind, and its place in the archive's list.
pub(crate) fn kind(entity: EntityRef) -> (u32, u32) {
    match entity {
        EntityRef::Person(i) => (0, i),
        EntityRef::Organisation(i) => (1, i),
        EntityRef::Place(i) => (2, i),
        EntityRef::Regulation(i) => (3, i),
        EntityRef::Topic(i) => (4, i),
    }
}

/// The other way.
pub(crate) fn entity(kind: u32, i: u32) -> Option<EntityRef> {
    Some(match kind {
        0 => EntityRef::Person(i),
        1 => EntityRef::Organisation(i),
        2 => EntityRef::Place(i),
        3 => EntityRef::Regulation(i),
        4 => EntityRef::Topic(i),
        _ => return None,
    })
}

fn named(archive: &Archive, entity: EntityRef) -> Option<Name> {
    let (kind, i) = kind(entity);
    let i = i as usize;
    let (name, slug) = match entity {
        EntityRef::Person(_) => archive.people.get(i).map(|e| (&e.name, &e.slug)),
        EntityRef::Organisation(_) => archive.organisations.get(i).map(|e| (&e.name, &e.slug)),
        EntityRef::Place(_) => archive.places.get(i).map(|e| (&e.name, &e.slug)),
        EntityRef::Regulation(_) => archive.regulations.get(i).map(|e| (&e.name, &e.slug)),
        EntityRef::Topic(_) => archive.topics.get(i).map(|e| (&e.name, &e.slug)),
    }?;
    Some(Name { kind, name: name.clone(), slug: slug.clone(), has_page: false })
}

/// Words and numbers of an article; topics are counted by their places in `topics`.
pub(super) fn write(article: &Article, archive: &Archive, topics: &[u32]) -> (Vec<u8>, Vec<u8>) {
    let mut out =
        Writer { archive, text: &article.text, words: Vec::new(), numbers: Vec::new(), known: BTreeMap::new() };
    // The headline last, behind what it repeats; the id and addresses, which repeat nothing, at the end.
    out.word(&article.text);
    out.word(&article.title);
    out.word(&article.id);
    out.maybe(article.publisher.as_deref());
    let event = article.event.and_then(|event| EventKind::ALL.iter().position(|&e| e == event)).map_or(0, |i| i + 1);
    out.number(event as u64 * 2 + u64::from(article.title_derived));
    out.day(article.date, None);
    out.day(article.published, article.date);
    out.number(article.mentions.len() as u64);
    let (words, mut before) = (bounds(&article.text), 0);
    for mention in &article.mentions {
        out.named(mention.span, &words, &mut before);
        out.entity(mention.entity, Some(mention.span));
    }
    out.number(article.quotes.len() as u64);
    let (mut before, mut anchors) = (0, Anchors::default());
    for quote in &article.quotes {
        out.span(quote.span, &mut before);
        out.quote(quote, &mut anchors);
    }
    out.number(article.dates.len() as u64);
    for date in &article.dates {
        out.date(date, article.date);
    }
    out.maybe(article.dateline.as_deref());
    out.list(&article.byline);
    out.maybe(article.caption.as_deref());
    out.number(article.removed.len() as u64);
    let mut before = 0;
    for removed in &article.removed {
        let kind = RemovedKind::ALL.iter().position(|&kind| kind == removed.kind).unwrap_or(0) as u64;
        // A headline that came again needs no words.
        let again = removed.text == article.title;
        out.number(kind << 1 | u64::from(again));
        out.signed(i64::from(removed.at) - before);
        before = i64::from(removed.at);
        if !again {
            out.word(&removed.text);
        }
    }
    out.address(article.url.as_deref(), &slug(&article.title));
    out.list(&article.further_sources);
    out.number(article.corrected.len() as u64);
    for corrected in &article.corrected {
        out.number(Corrected::ALL.iter().position(|kind| kind == corrected).unwrap_or(0) as u64);
    }
    out.number(article.replies.len() as u64);
    for reply in &article.replies {
        out.number(u64::from(reply.quote));
        out.word(&reply.text);
        out.maybe(reply.by.as_deref());
        out.day(reply.date, article.date);
        out.maybe(reply.url.as_deref());
    }
    let topics = article.topics.iter().filter_map(|topic| topics.iter().position(|known| known == topic));
    let topics: Vec<usize> = topics.collect();
    out.number(topics.len() as u64);
    topics.iter().for_each(|&topic| out.number(topic as u64));
    (out.words, out.numbers)
}

struct Writer<'a> {
    archive: &'a Archive,
    text: &'a str,
    words: Vec<u8>,
    numbers: Vec<u8>,
    /// Entities that were met, with how many were before them.
    known: BTreeMap<EntityRef, usize>,
}

impl Writer<'_> {
    fn number(&mut self, number: u64) {
        put(number, &mut self.numbers);
    }

    /// A number that may be negative.
    fn signed(&mut self, number: i64) {
        self.number((number << 1 ^ number >> 63) as u64);
    }

    fn word(&mut self, word: &str) {
        self.number(word.len() as u64);
        self.words.extend_from_slice(word.as_bytes());
    }

    /// No word, or one, which may be empty.
    fn maybe(&mut self, word: Option<&str>) {
        self.number(word.map_or(0, |word| word.len() as u64 + 1));
        self.words.extend_from_slice(word.unwrap_or_default().as_bytes());
    }

    /// An address on the web: most hold the headline, or its first words, as a slug.
    fn address(&mut self, address: Option<&str>, headline: &str) {
        let ends = headline.match_indices('-').map(|(at, _)| at).chain([headline.len()]);
        let ends: Vec<usize> = ends.filter(|&end| end >= SHORTEST_SLUG).collect();
        let held = address.and_then(|address| {
            ends.iter().rev().take(MOST_SLUGS).find_map(|&end| Some((address.find(headline.get(..end)?)?, end)))
        });
        let mut rest = address.map(str::to_owned);
        if let (Some(rest), Some((at, end))) = (&mut rest, held) {
            rest.replace_range(at..at + end, "");
        }
        self.maybe(rest.as_deref());
        if address.is_some() {
            self.number(held.map_or(0, |(_, end)| end as u64));
            held.into_iter().for_each(|(at, _)| self.number(at as u64));
        }
    }

    fn list(&mut self, words: &[String]) {
        self.number(words.len() as u64);
        words.iter().for_each(|word| self.word(word));
    }

    /// A day: none, the one that is known, or another.
    fn day(&mut self, day: Option<Date>, known: Option<Date>) {
        match day {
            None => self.number(0),
            Some(_) if day == known => self.number(1),
            Some(day) => self.number(u64::from(pack(day)) + 2),
        }
    }

    /// A span by its distance from where the one before ended.
    fn span(&mut self, span: Span, before: &mut i64) {
        self.signed(i64::from(span.start) - *before);
        self.signed(i64::from(span.end) - i64::from(span.start));
        *before = i64::from(span.end);
    }

    /// A span that mostly begins and ends with words: how many words behind the one before, doubled, and its words but
    /// one; where it does not, an odd number and its bytes.
    fn named(&mut self, span: Span, words: &[Span], before: &mut usize) {
        let first = words.partition_point(|word| word.start < span.start);
        let end = words.partition_point(|word| word.end <= span.end);
        let own = words.get(first..end).filter(|_| first >= *before);
        let bounds = own.and_then(|own| Some((own.first()?.start, own.last()?.end)));
        let fits = bounds == Some((span.start, span.end));
        if fits {
            self.number(2 * (first - *before) as u64);
            self.number((end - first - 1) as u64);
            *before = end;
        } else {
            self.number(1);
            self.span(span, &mut 0);
        }
    }

    /// An entity: how many others were met since it was, or its name where it is new.
    fn entity(&mut self, entity: EntityRef, printed: Option<Span>) {
        if let Some(at) = self.known.get(&entity) {
            self.number((self.known.len() - at) as u64);
            return;
        }
        self.known.insert(entity, self.known.len());
        let Some(named) = named(self.archive, entity) else {
            // What the archive does not have reads as nothing.
            self.number(0);
            self.number(7 << 2);
            return;
        };
        let same = printed.is_some_and(|span| span.of(self.text) == named.name);
        let follows = slug(&named.name) == named.slug;
        self.number(0);
        self.number(u64::from(named.kind) << 2 | u64::from(same) << 1 | u64::from(follows));
        if !same {
            self.word(&named.name);
        }
        if !follows {
            self.word(&named.slug);
        }
    }

    fn quote(&mut self, quote: &Quote, anchors: &mut Anchors) {
        let anchor = anchors.give(quote.span.of(self.text));
        let follows = anchor == quote.anchor;
        let how = quote.how.and_then(|how| How::ALL.iter().position(|&h| h == how)).map_or(0, |i| i + 1);
        let speaker = match quote.speaker {
            None => 0,
            Some(Speaker::Role(_)) => 1,
            Some(Speaker::Person(_)) => 2,
            Some(Speaker::Organisation(_)) => 3,
        };
        let reported = u64::from(quote.kind == QuoteKind::Reported);
        self.number(speaker | reported << 2 | u64::from(follows) << 3 | u64::from(quote.cue.is_some()) << 4);
        self.number(how as u64);
        self.number(u64::from(quote.confidence));
        match &quote.speaker {
            None => {}
            Some(Speaker::Role(role)) => self.word(role),
            Some(Speaker::Person(i)) => self.entity(EntityRef::Person(*i), None),
            Some(Speaker::Organisation(i)) => self.entity(EntityRef::Organisation(*i), None),
        }
        self.maybe(quote.role.as_deref());
        let mut before = i64::from(quote.span.end);
        quote.cue.into_iter().for_each(|cue| self.span(cue, &mut before));
        self.number(quote.chain.len() as u64);
        quote.chain.iter().for_each(|&link| self.span(link, &mut before));
        if !follows {
            self.word(&quote.anchor);
        }
    }

    fn date(&mut self, date: &PrintedDate, filed: Option<Date>) {
        let kind = DateKind::ALL.iter().position(|&kind| kind == date.kind).unwrap_or(0) as u64;
        let same = date.span.is_some_and(|span| span.of(self.text) == date.as_printed);
        let agrees = date.weekday_agrees.map_or(0, |agrees| 1 + u64::from(agrees));
        self.number(kind << 4 | agrees << 2 | u64::from(same) << 1 | u64::from(date.span.is_some()));
        let mut before = 0;
        date.span.into_iter().for_each(|span| self.span(span, &mut before));
        if !same {
            self.word(&date.as_printed);
        }
        self.day(Some(date.date), filed);
        self.maybe(date.weekday.as_deref());
    }
}

/// The words of a text.
fn bounds(text: &str) -> Vec<Span> {
    words::tokens(text, 0).map(|token| Span::new(token.range)).collect()
}

/// Reads an article from its words and numbers; `None` where they make no sense.
pub(crate) fn read(words: Vec<u8>, numbers: &[u8]) -> Option<Body> {
    let words = String::from_utf8(words).ok()?;
    let mut reader = Reader { words: &words, numbers: Numbers::new(numbers), known: Vec::new() };
    let text = reader.word()?;
    let mut body =
        Body { head: Head { title: reader.word()?, id: reader.word()?, ..Head::default() }, ..Body::default() };
    body.head.publisher = reader.maybe()?;
    let event = reader.number()?;
    body.head.title_derived = event & 1 == 1;
    body.head.event = (event as usize / 2).checked_sub(1).and_then(|i| EventKind::ALL.get(i)).copied();
    body.head.date = reader.day(None)?;
    body.published = reader.day(body.head.date)?;
    let (bounds, mut before) = (bounds(&text), 0);
    for _ in 0..reader.number()? {
        let span = reader.named(&bounds, &mut before)?;
        if let Some(entity) = reader.entity(Some(span.of(&text)))? {
            body.mentions.push(Mention { span, entity });
        }
    }
    body.head.quotes = reader.number()?;
    let (mut before, mut anchors) = (0, Anchors::default());
    for _ in 0..body.head.quotes {
        let span = reader.span(&mut before)?;
        body.quotes.push(reader.quote(span, &text, &mut anchors)?);
    }
    for _ in 0..reader.number()? {
        body.dates.push(reader.date(&text, body.head.date)?);
    }
    body.dateline = reader.maybe()?;
    body.byline = reader.list()?;
    body.caption = reader.maybe()?;
    let mut before = 0;
    for _ in 0..reader.number()? {
        let head = reader.number()?;
        let at = before + reader.signed()?;
        before = at;
        let text = if head & 1 == 1 { body.head.title.clone() } else { reader.word()? };
        body.removed.push(Removed {
            kind: *RemovedKind::ALL.get(head as usize / 2)?,
            text,
            at: u32::try_from(at).ok()?,
        });
    }
    body.url = reader.address(&body.head.title)?;
    body.further_sources = reader.list()?;
    for _ in 0..reader.number()? {
        body.corrected.push(*Corrected::ALL.get(reader.number()? as usize)?);
    }
    for _ in 0..reader.number()? {
        body.replies.push(Reply {
            quote: reader.number()?,
            text: reader.word()?,
            by: reader.maybe()?,
            date: reader.day(body.head.date)?,
            url: reader.maybe()?,
        });
    }
    for _ in 0..reader.number()? {
        body.topics.push(reader.number()?);
    }
    body.entities = reader.known;
    body.text = text;
    Some(body)
}

struct Reader<'a> {
    words: &'a str,
    numbers: Numbers<'a>,
    known: Vec<Name>,
}

impl Reader<'_> {
    fn number(&mut self) -> Option<u32> {
        self.numbers.next()
    }

    fn signed(&mut self) -> Option<i64> {
        let number = i64::from(self.numbers.next()?);
        Some(number >> 1 ^ -(number & 1))
    }

    fn word(&mut self) -> Option<String> {
        let length = self.number()?;
        self.take(length)
    }

    fn take(&mut self, length: u32) -> Option<String> {
        let (word, rest) = self.words.split_at_checked(length as usize)?;
        self.words = rest;
        Some(word.to_owned())
    }

    fn maybe(&mut self) -> Option<Option<String>> {
        match self.number()?.checked_sub(1) {
            Some(length) => self.take(length).map(Some),
            None => Some(None),
        }
    }

    fn address(&mut self, headline: &str) -> Option<Option<String>> {
        let Some(mut address) = self.maybe()? else { return Some(None) };
        let end = self.number()? as usize;
        if end > 0 {
            let at = self.number()? as usize;
            let headline = slug(headline);
            address.is_char_boundary(at).then(|| address.insert_str(at, headline.get(..end).unwrap_or_default()))?;
        }
        Some(Some(address))
    }

    fn list(&mut self) -> Option<Vec<String>> {
        (0..self.number()?).map(|_| self.word()).collect()
    }

    fn day(&mut self, known: Option<Date>) -> Option<Option<Date>> {
        Some(match self.number()? {
            0 => None,
            1 => known,
            number => Some(unpack(number - 2)?),
        })
    }

    fn span(&mut self, before: &mut i64) -> Option<Span> {
        let start = before.checked_add(self.signed()?)?;
        let end = start.checked_add(self.signed()?)?;
        *before = end;
        Some(Span { start: u32::try_from(start).ok()?, end: u32::try_from(end).ok()? })
    }

    fn named(&mut self, words: &[Span], before: &mut usize) -> Option<Span> {
        let step = self.number()?;
        if step & 1 == 1 {
            return self.span(&mut 0);
        }
        let first = before.checked_add(step as usize / 2)?;
        let last = first.checked_add(self.number()? as usize)?;
        *before = last.checked_add(1)?;
        Some(Span { start: words.get(first)?.start, end: words.get(last)?.end })
    }

    /// An entity by its number among those of the article. `Some(None)` is one that the archive never had.
    fn entity(&mut self, printed: Option<&str>) -> Option<Option<EntityRef>> {
        let at = match self.number()? {
            0 => {
                let head = self.number()?;
                let name = if head & 2 > 0 {
                    printed?.to_owned()
                } else if head >> 2 < 5 {
                    self.word()?
                } else {
                    String::new()
                };
                let slug = match head {
                    _ if head & 1 > 0 => slug(&name),
                    _ if head >> 2 < 5 => self.word()?,
                    _ => String::new(),
                };
                self.known.push(Name { kind: head >> 2, name, slug, has_page: false });
                self.known.len() - 1
            }
            back => self.known.len().checked_sub(back as usize)?,
        };
        let kind = self.known.get(at)?.kind;
        Some(entity(kind, at as u32))
    }

    fn quote(&mut self, span: Span, text: &str, anchors: &mut Anchors) -> Option<Quote> {
        let head = self.number()?;
        let how = self.number()?.checked_sub(1).and_then(|i| How::ALL.get(i as usize)).copied();
        let confidence = u8::try_from(self.number()?).ok()?;
        let speaker = match head & 3 {
            0 => None,
            1 => Some(Speaker::Role(self.word()?)),
            _ => match self.entity(None)? {
                Some(EntityRef::Person(i)) => Some(Speaker::Person(i)),
                Some(EntityRef::Organisation(i)) => Some(Speaker::Organisation(i)),
                _ => None,
            },
        };
        let role = self.maybe()?;
        let mut before = i64::from(span.end);
        let cue = if head & 16 > 0 { Some(self.span(&mut before)?) } else { None };
        let chain = (0..self.number()?).map(|_| self.span(&mut before)).collect::<Option<_>>()?;
        let anchor = anchors.give(span.of(text));
        let anchor = if head & 8 > 0 { anchor } else { self.word()? };
        let kind = if head & 4 > 0 { QuoteKind::Reported } else { QuoteKind::Direct };
        Some(Quote { span, kind, speaker, role, cue, how, chain, confidence, anchor })
    }

    fn date(&mut self, text: &str, filed: Option<Date>) -> Option<PrintedDate> {
        let head = self.number()?;
        let mut before = 0;
        let span = if head & 1 > 0 { Some(self.span(&mut before)?) } else { None };
        let as_printed = if head & 2 > 0 { span?.of(text).to_owned() } else { self.word()? };
        let date = self.day(filed)??;
        Some(PrintedDate {
            span,
            as_printed,
            date,
            kind: *DateKind::ALL.get(head as usize >> 4)?,
            weekday: self.maybe()?,
            weekday_agrees: (head >> 2 & 3).checked_sub(1).map(|agrees| agrees == 1),
        })
    }
}
