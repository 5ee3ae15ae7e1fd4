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
//! Behind the first three sorts stands which statements are printings of one: of each such one how far behind the one before
//! the printing stands that is named first, by its number in the table, how many others there are, and how far each stands
//! from the one before it.
//!
//! The speaker's number: 0 nobody known, 1 only a role, else 2 and more. Of what is more the lowest bit says whether it is an
//! organisation, the next whether several articles name the speaker; the rest is the number among those whom several
//! articles name, or the place among those of this article whom no other names. So the table tells who speaks as soon as
//! those are known whom several articles name.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::facets::Shared;
use super::own::REGULATION;
use super::pack::{alone, unpack_alone};
use super::varint::{Numbers, put};
use crate::model::{Archive, Article, EntityRef, Mention, Printing, Quote, QuoteKind, Speaker};
use crate::{keys, words};

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
    /// Its place in the table.
    pub(crate) number: u32,
    /// The number of the statement that it is a printing of, 1 more; 0 where it is printed once.
    pub(crate) printing: u32,
}

/// All statements.
#[derive(Debug, Default)]
pub(crate) struct Table {
    /// Article by article.
    pub(crate) said: Vec<Said>,
    /// Of each statement that is printed several times the places of the printings in the table, the one that is named
    /// first in front.
    pub(crate) printings: Vec<Vec<u32>>,
}

impl Table {
    /// The printings of the statement that stands at a place, the one that is named first in front; itself alone where it
    /// is printed once. Empty where another one of them is named first, so that going through the table meets each
    /// statement once.
    pub(crate) fn once<'t>(&'t self, said: &'t Said, all: &mut Vec<&'t Said>) {
        all.clear();
        match self.printed(said) {
            None => all.push(said),
            Some(places) if places.first() == Some(&said.number) => {
                all.extend(places.iter().filter_map(|&place| self.said.get(place as usize)));
            }
            Some(_) => {}
        }
    }

    /// The places of all printings of a statement, where it has several.
    pub(crate) fn printed(&self, said: &Said) -> Option<&[u32]> {
        self.printings.get((said.printing as usize).checked_sub(1)?).map(Vec::as_slice)
    }
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
pub(super) fn write(archive: &Archive, shared: &Shared, packed: bool) -> (Vec<u8>, Vec<u8>) {
    let articles = &archive.articles;
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
    let table = vec![counts, speakers, kinds, printings(archive)];
    (together(table, packed), together(vec![firsts, lengths], packed))
}

/// Which statements are printings of one.
fn printings(archive: &Archive) -> Vec<u8> {
    let before = archive.articles.iter().scan(0u32, |sum, article| {
        let before = *sum;
        *sum += article.quotes.len() as u32;
        Some(before)
    });
    let before: Vec<u32> = before.collect();
    let number = |at: &Printing| {
        let quotes = archive.articles.get(at.article as usize)?.quotes.len();
        ((at.quote as usize) < quotes).then_some(before.get(at.article as usize)? + at.quote)
    };
    let all = archive.printings.iter().map(|all| all.iter().filter_map(number).collect::<Vec<u32>>());
    let mut all: Vec<Vec<u32>> = all.filter(|all| all.len() > 1).collect();
    all.sort_unstable();
    let (mut out, mut before) = (Vec::new(), 0);
    for numbers in &all {
        let (&first, others) = numbers.split_first().unwrap_or((&0, &[]));
        put(u64::from(first - before), &mut out);
        put(others.len() as u64, &mut out);
        before = first;
        let mut last = i64::from(first);
        for &number in others {
            let step = i64::from(number) - std::mem::replace(&mut last, i64::from(number));
            put((step << 1 ^ step >> 63) as u64, &mut out);
        }
    }
    out
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

/// Whom or what a statement is counted for: its kind as [`FacetKind::ALL`](crate::query::FacetKind::ALL) counts them, and its
/// number in the archive.
pub(super) type Counted = (u32, u32);

/// The person or the organisation that makes a statement.
pub(super) fn speaking(quote: &Quote) -> Option<Counted> {
    match quote.speaker {
        Some(Speaker::Person(i)) => Some((0, i)),
        Some(Speaker::Organisation(i)) => Some((1, i)),
        Some(Speaker::Role(_)) | None => None,
    }
}

/// The regulations that a statement names in its words, each once, by their numbers. Of the article's mentions, which stand
/// by position, only those of the statement are looked at: an article may have a million of both.
pub(crate) fn regulations_in(quote: &Quote, mentions: &[Mention]) -> Vec<u32> {
    let first = mentions.partition_point(|mention| mention.span.start < quote.span.start);
    let inside = mentions.iter().skip(first).take_while(|mention| mention.span.start < quote.span.end);
    let mut named = Vec::new();
    for mention in inside.filter(|mention| quote.span.holds(mention.span)) {
        if let EntityRef::Regulation(i) = mention.entity {
            named.push(u64::from(i));
        }
    }
    keys::sort(&mut named);
    named.dedup();
    named.into_iter().map(|i| i as u32).collect()
}

/// The printings that are not counted once more: by speaker, by topic and by regulation that they name, those of which another printing is named before.
pub(super) fn again(archive: &Archive) -> BTreeSet<(Printing, Counted)> {
    let mut again = BTreeSet::new();
    for all in &archive.printings {
        let mut seen: Vec<Counted> = Vec::new();
        for &at in all {
            let Some(article) = archive.articles.get(at.article as usize) else { continue };
            let Some(quote) = article.quotes.get(at.quote as usize) else { continue };
            let topics = article.topics.iter().map(|&topic| (2, topic));
            let named = regulations_in(quote, &article.mentions).into_iter().map(|i| (REGULATION, i));
            for value in speaking(quote).into_iter().chain(topics).chain(named) {
                if seen.contains(&value) {
                    again.insert((at, value));
                } else {
                    seen.push(value);
                }
            }
        }
    }
    again
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
pub(crate) fn read(part: &[u8], places: Option<&[u8]>, articles: u32) -> Table {
    let (mut table, placed) = (Numbers::new(part), places.is_some());
    let mut places = Numbers::new(places.unwrap_or_default());
    let columns = [(); 4].map(|()| column(&mut table));
    let [mut counts, mut speakers, mut kinds, printings] = columns.each_ref().map(|column| Numbers::new(column));
    let columns = [(); 2].map(|()| column(&mut places));
    let mut places = columns.each_ref().map(|column| Numbers::new(column));
    let mut all = Table::default();
    'articles: for article in 0..articles {
        let Some(count) = counts.next() else { break };
        let mut before = 0;
        for ordinal in 0..count {
            let Some((who, kind, confidence)) = one(&mut speakers, &mut kinds) else { break 'articles };
            let stretch = if placed { stretch(&mut places, before) } else { Some((0, 0)) };
            let Some(places) = stretch else { break 'articles };
            before = places.1;
            let number = all.said.len() as u32;
            all.said.push(Said { article, ordinal, who, kind, confidence, places, number, printing: 0 });
        }
    }
    all.join(printings);
    all
}

impl Table {
    /// Joins printings; ends where the numbers make no sense.
    fn join(&mut self, mut numbers: Numbers<'_>) {
        let mut first = 0u32;
        while let Some((step, others)) = numbers.next().zip(numbers.next()) {
            first = first.saturating_add(step);
            let (mut places, mut last) = (vec![first], i64::from(first));
            for _ in 0..others {
                let Some(step) = numbers.next().map(i64::from) else { return };
                last += step >> 1 ^ -(step & 1);
                places.push(u32::try_from(last).unwrap_or(u32::MAX));
            }
            let group = self.printings.len() as u32 + 1;
            for &place in &places {
                // A statement that is there, and is a printing of no other one.
                match self.said.get_mut(place as usize).filter(|said| said.printing == 0) {
                    Some(said) => said.printing = group,
                    None => return self.forget(group),
                }
            }
            self.printings.push(places);
        }
    }

    /// Takes back what was joined of a group.
    fn forget(&mut self, group: u32) {
        self.said.iter_mut().filter(|said| said.printing == group).for_each(|said| said.printing = 0);
    }
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
