//! An article of which only what was said is kept: each statement with the sentence that tells who says it.
//!
//! WHY behind everything else: who speaks can stand anywhere in a text, so all of it is read. What is kept is then the
//! article's whole text; nothing of the rest is in the index, the records or the page, because it is not there any more.

use std::ops::Range;

use jejak_archive::Span;

use super::people;
use crate::annotate::{Annotated, SpeakerNote, title};
use crate::text::Text;

/// Marks that open a quotation, and that close it or the sentence.
const OPENING: &[char] = &['"', '“', '‘', '\'', '«', '('];
const CLOSING: &[char] = &['"', '”', '’', '\'', '»', ')', ',', '.', '!', '?', '…'];

/// Leaves the statements of an article and their sentences.
pub(super) fn reduce(note: &mut Annotated) {
    let kept = kept(note);
    let old = std::mem::take(&mut note.cleaned.text);
    let pieces: Vec<&str> = kept.iter().filter_map(|range| old.get(range.clone())).collect();
    note.cleaned.text = pieces.join("\n");
    let mut starts = Vec::with_capacity(kept.len());
    let mut at = 0;
    for range in &kept {
        starts.push(at);
        at += range.len() + 1;
    }
    let moved = |span: Span| {
        let range = span.range();
        let piece = kept.partition_point(|kept| kept.start <= range.start).checked_sub(1)?;
        let from = kept.get(piece).filter(|kept| range.end <= kept.end)?.start;
        let start = starts.get(piece)? + range.start - from;
        Some(Span::new(start..start + range.len()))
    };
    let move_all = |spans: &mut Vec<Span>| *spans = spans.iter().copied().filter_map(moved).collect();

    note.quotes.retain_mut(|quote| {
        quote.cue = quote.cue.and_then(moved);
        move_all(&mut quote.chain);
        moved(quote.span).map(|span| quote.span = span).is_some()
    });
    note.dates.retain_mut(|date| match date.span {
        None => true,
        Some(span) => {
            date.span = moved(span);
            date.span.is_some()
        }
    });
    note.people.iter_mut().for_each(|person| move_all(&mut person.mentions));
    note.organisations.iter_mut().for_each(|body| move_all(&mut body.mentions));
    note.places.iter_mut().for_each(|(place, _)| move_all(&mut place.mentions));
    note.places.retain(|(place, _)| !place.mentions.is_empty());
    note.regulations.retain_mut(|law| moved(law.span).map(|span| law.span = span).is_some());
    let speaks =
        |note: &Annotated, who: SpeakerNote| note.quotes.iter().any(|quote| quote.speaker.as_ref() == Some(&who));
    #[expect(clippy::indexing_slicing, reason = "people are counted, from behind")]
    for at in (0..note.people.len()).rev() {
        if note.people[at].mentions.is_empty() && !speaks(note, SpeakerNote::Person(at)) {
            people::remove(note, at);
        }
    }
    #[expect(clippy::indexing_slicing, reason = "organisations are counted, from behind")]
    for at in (0..note.organisations.len()).rev() {
        if note.organisations[at].mentions.is_empty() && !speaks(note, SpeakerNote::Organisation(at)) {
            note.organisations.remove(at);
            for quote in &mut note.quotes {
                match &mut quote.speaker {
                    Some(SpeakerNote::Organisation(other)) if *other > at => *other -= 1,
                    _ => {}
                }
            }
        }
    }
    note.cleaned.removed.clear();
    note.cleaned.caption = None;
    if note.title_derived {
        // The first one was made of the lead.
        note.title = title::derive(&Text::new(&note.cleaned.text));
    }
}

/// The stretches of the text that are kept, apart from one another and in their order.
fn kept(note: &Annotated) -> Vec<Range<usize>> {
    let raw = &note.cleaned.text;
    let text = Text::new(raw);
    let mut all: Vec<Range<usize>> = Vec::new();
    for quote in &note.quotes {
        all.push(with_marks(raw, quote.span.range()));
        all.extend(quote.cue.and_then(|cue| sentence(&text, cue.range().start)).map(|range| with_marks(raw, range)));
    }
    all.sort_by_key(|range| (range.start, range.end));
    let mut kept: Vec<Range<usize>> = Vec::new();
    for range in all {
        let between =
            |last: &Range<usize>| raw.get(last.end..range.start).is_none_or(|gap| gap.trim_matches(' ').is_empty());
        match kept.last_mut() {
            Some(last) if between(last) => last.end = last.end.max(range.end),
            _ => kept.push(range),
        }
    }
    kept
}

/// The sentence around a byte.
fn sentence(text: &Text<'_>, at: usize) -> Option<Range<usize>> {
    let word = text.word_at(at).min(text.words.len().checked_sub(1)?);
    let (first, end) = (text.sentence_start(word), text.sentence_end(word));
    let last = text.words.get(end.checked_sub(1)?)?;
    Some(text.words.get(first)?.start..last.end)
}

/// A stretch with the marks that open it and close it.
fn with_marks(raw: &str, range: Range<usize>) -> Range<usize> {
    let before = raw.get(..range.start).unwrap_or_default();
    let behind = raw.get(range.end..).unwrap_or_default();
    let opened = before.trim_end_matches(OPENING).len();
    let closed = behind.len() - behind.trim_start_matches(CLOSING).len();
    opened..range.end + closed
}
