//! Statements as a table: who said something where, without the words.
//!
//! Listing all statements of one person, or counting those of each month, must not read every article's text. So each
//! statement is here once more in a few bytes: the speaker's number, one byte for confidence and kind, how many places
//! its first word stands behind the end of the article's statement before, and how many words it has. Places are those
//! of the postings, so that a question's words are looked for inside statements without the text.
//!
//! Numbers of one sort stand together and are packed by themselves, which is shorter: in one part how many statements each
//! article has, and of each statement who speaks and the byte; in another, which only a question with words needs, the two
//! of its places. In front of each sort stands how many bytes it takes.
//!
//! The speaker's number: 0 nobody known, 1 only a role, else 2 and more. Of what is more the lowest bit says whether it is an
//! organisation, the next whether several articles name the speaker; the rest is the number among those whom several
//! articles name, or the place among those of this article whom no other names. So the table tells who speaks as soon as
//! those are known whom several articles name.

use std::borrow::Cow;

use super::facets::Shared;
use super::pack::{alone, unpack_alone};
use super::varint::{Numbers, put};
use crate::model::{Article, Quote, QuoteKind, Speaker};
use crate::words;

/// One statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Said {
    /// Index of its article.
    pub(crate) article: u32,
    /// Its place among the article's statements.
    pub(crate) ordinal: u32,
    pub(crate) who: Who,
    pub(crate) kind: QuoteKind,
    pub(crate) confidence: u8,
    /// Place of its first word, and of the first word behind it; twice 0 where they were not read.
    pub(crate) places: (u32, u32),
}

/// Who speaks, as far as a table of numbers can say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Who {
    /// A person (0) or an organisation (1), whether several articles name them, and the number among those, or the place
    /// among those whom the article alone names.
    Named(usize, bool, u32),
    /// Only a role is named.
    Role,
    /// Nobody is known.
    Unknown,
}

/// Writes the table of all articles, and of each statement the places.
pub(super) fn write(articles: &[Article], shared: &Shared, packed: bool) -> (Vec<u8>, Vec<u8>) {
    let [mut counts, mut speakers, mut kinds, mut firsts, mut lengths]: [Vec<u8>; 5] = Default::default();
    for (article, at) in articles.iter().zip(0..) {
        put(article.quotes.len() as u64, &mut counts);
        if article.quotes.is_empty() {
            continue;
        }
        let starts = starts(article);
        let mut before = 0;
        for quote in &article.quotes {
            let (first, end) = places(quote, &starts);
            put(number(quote.speaker.as_ref(), at, shared), &mut speakers);
            kinds.push(quote.confidence.min(100) << 1 | u8::from(quote.kind == QuoteKind::Reported));
            let step = i64::from(first) - std::mem::replace(&mut before, i64::from(end));
            put((step << 1 ^ step >> 63) as u64, &mut firsts);
            put(u64::from(end - first), &mut lengths);
        }
    }
    (together(vec![counts, speakers, kinds], packed), together(vec![firsts, lengths], packed))
}

fn together(columns: Vec<Vec<u8>>, packed: bool) -> Vec<u8> {
    let mut out = Vec::new();
    for column in columns {
        let column = alone(column, packed);
        put(column.len() as u64, &mut out);
        out.extend(column);
    }
    out
}

/// The next column of a part; empty where it makes no sense.
fn column<'a>(columns: &mut Numbers<'a>) -> Cow<'a, [u8]> {
    let column = columns.next().and_then(|length| columns.take(length));
    column.and_then(unpack_alone).unwrap_or_default()
}

/// Byte and place of each word of an article's text.
fn starts(article: &Article) -> Vec<(u32, u32)> {
    let mut title = words::tokens(&article.title, 0);
    title.by_ref().for_each(drop);
    let text = words::tokens(&article.text, title.position().saturating_add(1));
    text.map(|token| (token.range.start as u32, token.position)).collect()
}

/// The places of a statement's words.
fn places(quote: &Quote, starts: &[(u32, u32)]) -> (u32, u32) {
    let at = |byte: u32| starts.partition_point(|&(start, _)| start < byte);
    let (from, to) = (at(quote.span.start), at(quote.span.end));
    let first = starts.get(from).map_or(0, |&(_, place)| place);
    let last = to.checked_sub(1).filter(|&last| last >= from).and_then(|last| starts.get(last));
    (first, last.map_or(first, |&(_, place)| place.saturating_add(1)))
}

fn number(speaker: Option<&Speaker>, article: usize, shared: &Shared) -> u64 {
    let (kind, value) = match speaker {
        None => return 0,
        Some(Speaker::Role(_)) => return 1,
        Some(Speaker::Person(i)) => (0, *i),
        Some(Speaker::Organisation(i)) => (1, *i),
    };
    let place = shared.place(kind, article, value);
    place.map_or(0, |(several, number)| 2 + ((u64::from(number) << 1 | u64::from(several)) << 1 | kind as u64))
}

/// Whether a statement of an article holds a place, by the whole table.
pub(crate) fn hold(table: &[Said], article: u32, place: u32) -> bool {
    let first = table.partition_point(|said| said.article < article);
    let own = table.get(first..).unwrap_or_default().iter().take_while(|said| said.article == article);
    own.map(|said| said.places).any(|(from, end)| from <= place && place < end)
}

/// Reads the table, article by article, with places where that part is given; ends where the bytes make no sense.
pub(crate) fn read(part: &[u8], places: Option<&[u8]>, articles: u32) -> Vec<Said> {
    let (mut table, placed) = (Numbers::new(part), places.is_some());
    let mut places = Numbers::new(places.unwrap_or_default());
    let columns = [(); 3].map(|()| column(&mut table));
    let [mut counts, mut speakers, mut kinds] = columns.each_ref().map(|column| Numbers::new(column));
    let columns = [(); 2].map(|()| column(&mut places));
    let mut places = columns.each_ref().map(|column| Numbers::new(column));
    let mut all = Vec::new();
    for article in 0..articles {
        let Some(count) = counts.next() else { break };
        let mut before = 0;
        for ordinal in 0..count {
            let Some((who, kind, confidence)) = one(&mut speakers, &mut kinds) else { return all };
            let stretch = if placed { stretch(&mut places, before) } else { Some((0, 0)) };
            let Some(places) = stretch else { return all };
            before = places.1;
            all.push(Said { article, ordinal, who, kind, confidence, places });
        }
    }
    all
}

fn one(speakers: &mut Numbers<'_>, kinds: &mut Numbers<'_>) -> Option<(Who, QuoteKind, u8)> {
    let who = match speakers.next()? {
        0 => Who::Unknown,
        1 => Who::Role,
        n => Who::Named((n - 2) as usize & 1, (n - 2) & 2 > 0, (n - 2) >> 2),
    };
    let byte = *kinds.take(1)?.first()?;
    let kind = if byte & 1 == 1 { QuoteKind::Reported } else { QuoteKind::Direct };
    Some((who, kind, (byte >> 1).min(100)))
}

fn stretch([firsts, lengths]: &mut [Numbers<'_>; 2], before: u32) -> Option<(u32, u32)> {
    let (step, length) = (i64::from(firsts.next()?), lengths.next()?);
    let first = u32::try_from(i64::from(before) + (step >> 1 ^ -(step & 1))).ok()?;
    Some((first, first.saturating_add(length)))
}
