//! A hit as a person sees it: headline, snippet and statement, with the words found in them.

use std::ops::Range;

use super::Engine;
use super::search::Found;
use super::snippet::{self, Mark};
use crate::answer::{Hit, QuoteHit, Snippet};
use crate::form::body::Body;
use crate::keys;
use crate::model::{Quote, Span, Speaker};
use crate::words::{self, Tokens};

/// Lengths of what is shown, in bytes.
const SNIPPET: usize = 240;
const STATEMENT: usize = 320;
/// Words are marked in this many bytes of a text at most: a hit on a huge text takes bounded time.
const LOOKED_AT: usize = 256 * 1024;

/// Where words were found in one article.
pub(super) struct Marks {
    title: Vec<Mark>,
    pub(super) text: Vec<Mark>,
    /// The places of the words that the headline and sentences of the text begin with, and the place behind the last; of
    /// the text only where several words are looked for.
    pub(super) sentences: Vec<u32>,
}

impl Engine {
    /// The hit on an article that holds all of `held`.
    pub(super) fn hit(&self, article: u32, body: &Body, held: &[&Found], score: u32) -> Hit {
        let head = &body.head;
        let marks = self.marks(article, &head.title, &body.text, held);
        let snippet = snippet::best(&body.text, &marks.text, SNIPPET);
        let quote = self.statement(body, &marks.text, held);
        let score = score.saturating_add(self.in_sentences(article, held, &marks.sentences, quote.is_some()));
        Hit {
            article,
            id: head.id.clone(),
            title: head.title.clone(),
            title_derived: head.title_derived,
            title_marks: marks.title.into_iter().map(|mark| Span::new(mark.range)).collect(),
            date: head.date,
            publisher: head.publisher.clone(),
            event: head.event,
            snippet: snippet.unwrap_or_else(|| snippet::lead(&body.text, SNIPPET)),
            quote,
            score,
        }
    }

    pub(super) fn marks(&self, article: u32, title: &str, text: &str, held: &[&Found]) -> Marks {
        // A place and the number of the word, in one number.
        let mut places: Vec<u64> = Vec::new();
        for (found, i) in held.iter().zip(0u64..) {
            places.extend(found.places(article).into_iter().map(|place| place << 8 | i));
        }
        keys::sort(&mut places);
        let mut places = places.into_iter().peekable();
        let mut find = |tokens: &mut Tokens<'_>, text: &str, mut sentences: Option<&mut Vec<u32>>| {
            let mut marks = Vec::new();
            let mut end = 0;
            for token in tokens.take_while(|token| token.range.end <= LOOKED_AT) {
                let here = u64::from(token.position);
                match &mut sentences {
                    Some(sentences) if ends(text, end..token.range.start) => sentences.push(token.position),
                    None if places.peek().is_none() => break,
                    _ => {}
                }
                end = token.range.end;
                while places.next_if(|key| key >> 8 < here).is_some() {}
                let Some(key) = places.next_if(|key| key >> 8 == here) else { continue };
                let clause = (key & 0xff) as u32;
                let weight = held.get(clause as usize).map_or(0.0, |found| found.rarity);
                marks.push(Mark { range: token.range, clause, weight });
            }
            marks
        };
        let mut tokens = words::tokens(title, 0);
        let in_title = find(&mut tokens, "", Some(&mut Vec::new()));
        let title = tokens.position();
        let mut sentences = vec![0, title];
        let mut tokens = words::tokens(text, title.saturating_add(1));
        // Where sentences end says how several words stand together; without, nothing behind the last word counts.
        let in_text = find(&mut tokens, text, (held.len() > 1).then_some(&mut sentences));
        sentences.push(tokens.position());
        Marks { title: in_title, text: in_text, sentences }
    }

    /// The statement that holds the most of the words, if it holds more than half of what they say.
    fn statement(&self, body: &Body, marks: &[Mark], held: &[&Found]) -> Option<QuoteHit> {
        let all: f64 = held.iter().map(|found| found.rarity).sum();
        let mut best: Option<(f64, &Quote)> = None;
        for quote in body.quotes.iter() {
            let value = snippet::value(snippet::inside(marks, &quote.span.range()));
            if value > all / 2.0 && best.is_none_or(|(most, _)| value > most) {
                best = Some((value, quote));
            }
        }
        let (_, quote) = best?;
        let (speaker, speaker_slug) = Self::speaker(body, quote);
        Some(QuoteHit {
            anchor: quote.anchor.clone(),
            kind: quote.kind,
            speaker,
            speaker_slug,
            confidence: quote.confidence,
            snippet: self.said(body, quote, marks),
        })
    }

    fn said(&self, body: &Body, quote: &Quote, marks: &[Mark]) -> Snippet {
        match body.text.get(quote.span.range()) {
            Some(_) => snippet::within(&body.text, quote.span.range(), marks, STATEMENT),
            None => Snippet::default(),
        }
    }

    /// Name of who speaks, and slug where it is a person.
    pub(super) fn speaker(body: &Body, quote: &Quote) -> (Option<String>, Option<String>) {
        let named = |i: u32| body.entities.get(i as usize);
        match &quote.speaker {
            Some(Speaker::Person(i)) => named(*i).map(|named| (named.name.clone(), named.slug.clone())).unzip(),
            Some(Speaker::Organisation(i)) => (named(*i).map(|named| named.name.clone()), None),
            Some(Speaker::Role(role)) => (Some(role.clone()), None),
            None => (None, None),
        }
    }
}

/// Whether a sentence ends in what stands between two words; never where the next one goes on small, as behind what
/// somebody asked: "Kapan dibuka?" kata warga.
fn ends(text: &str, between: Range<usize>) -> bool {
    if text.as_bytes().get(between.clone()) == Some(b" ") {
        return false;
    }
    let small = text.as_bytes().get(between.end).is_some_and(u8::is_ascii_lowercase);
    let between = text.get(between).unwrap_or_default();
    between.contains('\n')
        || !small && between.contains(['.', '!', '?']) && between.ends_with(|c: char| !matches!(c, '.' | '!' | '?'))
}
