//! Text parts: what an article holds beyond its head.
//!
//! Articles that follow one another lie together. A part begins with the length of each article's bytes, so that one
//! of them is read without the others.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::encode;
use super::varint::{Numbers, put};
use crate::model::{Article, Corrected, Date, Mention, PrintedDate, Quote, Removed};

/// Text parts are filled up to this many bytes; a longer article has a part of its own.
const PART: usize = 64 * 1024;

/// What the catalogue does not hold of an article. Fields are those of [`Article`].
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Body<'a> {
    pub(crate) text: Cow<'a, str>,
    pub(crate) quotes: Cow<'a, [Quote]>,
    pub(crate) mentions: Cow<'a, [Mention]>,
    #[serde(with = "crate::model::day::option")]
    pub(crate) published: Option<Date>,
    pub(crate) dates: Cow<'a, [PrintedDate]>,
    pub(crate) dateline: Option<Cow<'a, str>>,
    pub(crate) byline: Cow<'a, [String]>,
    pub(crate) caption: Option<Cow<'a, str>>,
    pub(crate) url: Option<Cow<'a, str>>,
    pub(crate) further_sources: Cow<'a, [String]>,
    pub(crate) removed: Cow<'a, [Removed]>,
    pub(crate) corrected: Cow<'a, [Corrected]>,
}

/// One part and the number of its first article.
#[derive(Debug)]
pub(super) struct TextPart {
    pub(super) first: u32,
    pub(super) bytes: Vec<u8>,
}

/// Writes the bodies of articles.
pub(super) fn write(articles: &[Article]) -> Vec<TextPart> {
    let mut parts = Vec::new();
    let (mut first, mut lengths, mut bodies) = (0, Vec::new(), Vec::new());
    for (i, article) in articles.iter().enumerate() {
        let body = encode(&Body {
            text: Cow::Borrowed(&article.text),
            quotes: Cow::Borrowed(&article.quotes),
            mentions: Cow::Borrowed(&article.mentions),
            published: article.published,
            dates: Cow::Borrowed(&article.dates),
            dateline: article.dateline.as_deref().map(Cow::Borrowed),
            byline: Cow::Borrowed(&article.byline),
            caption: article.caption.as_deref().map(Cow::Borrowed),
            url: article.url.as_deref().map(Cow::Borrowed),
            further_sources: Cow::Borrowed(&article.further_sources),
            removed: Cow::Borrowed(&article.removed),
            corrected: Cow::Borrowed(&article.corrected),
        });
        if !lengths.is_empty() && bodies.len() + body.len() > PART {
            parts.push(part(first, &mut lengths, &mut bodies));
            first = i as u32;
        }
        lengths.push(body.len());
        bodies.extend(body);
    }
    if !lengths.is_empty() {
        parts.push(part(first, &mut lengths, &mut bodies));
    }
    parts
}

fn part(first: u32, lengths: &mut Vec<usize>, bodies: &mut Vec<u8>) -> TextPart {
    let mut bytes = Vec::with_capacity(bodies.len() + 3 * lengths.len() + 5);
    put(lengths.len() as u64, &mut bytes);
    lengths.drain(..).for_each(|length| put(length as u64, &mut bytes));
    bytes.append(bodies);
    TextPart { first, bytes }
}

/// The body that stands at `place` of a part; `None` where there is none that decodes.
pub(crate) fn read(part: &[u8], place: u32) -> Option<Body<'static>> {
    let mut numbers = Numbers::new(part);
    let count = numbers.next()?;
    let (mut start, mut length) = (0usize, 0usize);
    for i in 0..count {
        let next = numbers.next()? as usize;
        if i < place {
            start = start.checked_add(next)?;
        } else if i == place {
            length = next;
        }
    }
    let end = start.checked_add(length)?;
    let bytes = numbers.rest().get(start..end).filter(|_| place < count)?;
    postcard::from_bytes(bytes).ok()
}
