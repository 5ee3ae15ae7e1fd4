//! Boilerplate becomes typed removed spans; the rest is the clean text.
//!
//! WHY: a search that finds "BACA JUGA" or a quote that runs into a share button is worth little, but a program that
//! deletes lines silently cannot be trusted. So nothing is lost: source text = clean text + removed spans + white
//! space, byte for byte, and each byte of the clean text knows the byte of the source it came from.

mod byline;
mod caption;
mod dateline;
mod headline;
mod inline;
mod lines;
mod markers;
mod tail;
mod title;

use std::ops::Range;

use jejak_archive::Date;
use jejak_archive::model::{Removed, RemovedKind};
use serde::{Deserialize, Serialize};

use crate::read::{Given, Source};
use lines::Line;

/// A piece of the source that was taken out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cut {
    /// What it is.
    pub kind: RemovedKind,
    /// Its bytes in the source text.
    pub source: Range<usize>,
    /// Its words.
    pub text: String,
    /// Byte of the clean text before which it stood.
    pub at: usize,
}

/// A stretch that the clean text took from the source unchanged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Piece {
    clean: usize,
    source: usize,
    len: usize,
}

/// A cleaned article.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cleaned {
    /// The clean text: paragraphs apart by one `\n`.
    pub text: String,
    /// What was taken out, in the order of the source.
    pub removed: Vec<Cut>,
    /// The headline that the text itself carries.
    pub title: Option<String>,
    /// Where the report was filed from.
    pub dateline: Option<String>,
    /// The outlet that the dateline names.
    pub publisher: Option<String>,
    /// Who wrote it: names or initials.
    pub byline: Vec<String>,
    /// The first picture's caption, without the credit.
    pub caption: Option<String>,
    /// The day that a line of its own gives before the text: the day of publication.
    pub printed: Option<Date>,
    pieces: Vec<Piece>,
}

impl Cleaned {
    /// The source bytes of a range of the clean text.
    #[must_use]
    pub fn source(&self, clean: Range<usize>) -> Range<usize> {
        let start = self.source_of(clean.start);
        let end = if clean.end > clean.start { self.source_of(clean.end - 1) + 1 } else { start };
        start..end
    }

    /// The source byte of a byte of the clean text; a byte put in between pieces has the next piece's.
    fn source_of(&self, clean: usize) -> usize {
        let index = self.pieces.partition_point(|piece| piece.clean <= clean);
        let Some(piece) = index.checked_sub(1).and_then(|index| self.pieces.get(index)) else {
            return self.pieces.first().map_or(0, |piece| piece.source);
        };
        if clean < piece.clean + piece.len {
            piece.source + (clean - piece.clean)
        } else {
            self.pieces.get(index).map_or(piece.source + piece.len, |next| next.source)
        }
    }
}

/// What cleaning gathers while it goes over the lines.
#[derive(Debug, Default)]
struct Work {
    out: Cleaned,
    cuts: Vec<(Range<usize>, RemovedKind)>,
}

impl Work {
    fn cut(&mut self, range: Range<usize>, kind: RemovedKind) {
        if range.start < range.end {
            self.cuts.push((range, kind));
        }
    }
}

/// Cleans one article.
#[must_use]
pub fn clean(source: &Source) -> Cleaned {
    let raw = source.text.as_str();
    if let Some(given) = &source.fields.cleaned {
        return given_clean(raw, given);
    }
    let mut lines = lines::split(raw, source.body);
    let mut work = Work::default();
    caption::take_marked(source, &mut lines, &mut work);
    title::take(raw, &mut lines, source.fields.title.as_deref(), &mut work);
    markers::take(raw, &mut lines, &mut work);
    byline::take_head(raw, &mut lines, &mut work);
    caption::take(raw, &mut lines, &mut work);
    dateline::take(raw, &mut lines, &mut work);
    title::take_behind_dateline(raw, &mut lines, source.fields.title.as_deref(), &mut work);
    byline::take_tail(raw, &mut lines, &mut work);
    let lower = raw.to_ascii_lowercase();
    tail::take(raw, &lower, &lines, &mut work);
    inline::take(raw, &lower, &lines, &mut work);
    assemble(raw, &lines, work)
}

/// An article that was cleaned before: its text is the source, and what was taken out stands in no place of that.
fn given_clean(text: &str, given: &Given) -> Cleaned {
    let cut = |removed: &Removed| {
        let at = removed.at as usize;
        Cut { kind: removed.kind, source: at..at, text: removed.text.clone(), at }
    };
    Cleaned {
        text: text.to_owned(),
        removed: given.removed.iter().map(cut).collect(),
        title: None,
        dateline: given.dateline.clone(),
        publisher: None,
        byline: given.byline.clone(),
        caption: given.caption.clone(),
        printed: given.printed,
        pieces: vec![Piece { clean: 0, source: 0, len: text.len() }],
    }
}

/// Joins what was kept, and places what was cut.
fn assemble(raw: &str, lines: &[Line], work: Work) -> Cleaned {
    let Work { mut out, cuts } = work;
    let cuts = apart(raw, cuts);
    let mut next = 0;
    let mut taken = 0;
    for line in lines.iter().filter(|line| line.kept) {
        next = place(&mut out, raw, &cuts, next, line.range.start);
        // A cut that began above may reach into this line.
        taken = next.checked_sub(1).and_then(|last| cuts.get(last)).map_or(taken, |(cut, _)| taken.max(cut.end));
        let mut position = line.range.start.max(taken);
        let mut first_of_line = true;
        let mut add = |out: &mut Cleaned, range: Range<usize>| {
            let piece = trim(raw, range);
            if !piece.is_empty() {
                join(out, raw, &piece, first_of_line);
                first_of_line = false;
            }
        };
        while let Some((range, _)) = cuts.get(next).filter(|(range, _)| range.start < line.range.end) {
            add(&mut out, position..range.start);
            (position, taken) = (range.end, range.end);
            next = place(&mut out, raw, &cuts, next, range.start + 1);
        }
        add(&mut out, position..line.range.end);
    }
    place(&mut out, raw, &cuts, next, usize::MAX);
    out
}

/// Notes the cuts from number `next` on that start before a byte of the source; returns the number of the next one.
#[expect(
    clippy::string_slice,
    reason = "cuts lie at characters of the source, and to lose one of them unseen would be worse than to stop"
)]
fn place(out: &mut Cleaned, raw: &str, cuts: &[(Range<usize>, RemovedKind)], mut next: usize, before: usize) -> usize {
    while let Some((range, kind)) = cuts.get(next).filter(|(range, _)| range.start < before) {
        out.removed.push(Cut {
            kind: *kind,
            text: raw[range.clone()].to_string(),
            source: range.clone(),
            at: out.text.len(),
        });
        next += 1;
    }
    next
}

/// Cuts in order, without white space at their ends; where two rules claim one stretch, the first in the text has it.
fn apart(raw: &str, mut cuts: Vec<(Range<usize>, RemovedKind)>) -> Vec<(Range<usize>, RemovedKind)> {
    cuts.sort_by_key(|(range, _)| (range.start, range.end));
    let mut taken = 0;
    cuts.retain_mut(|(range, _)| {
        *range = trim(raw, range.start.max(taken)..range.end.max(taken));
        taken = taken.max(range.end);
        range.start < range.end
    });
    cuts
}

#[expect(
    clippy::string_slice,
    reason = "pieces lie between cuts, and to lose one of them unseen would be worse than to stop"
)]
fn join(out: &mut Cleaned, raw: &str, piece: &Range<usize>, first_of_line: bool) {
    if !out.text.is_empty() {
        out.text.push(if first_of_line { '\n' } else { ' ' });
    }
    out.pieces.push(Piece { clean: out.text.len(), source: piece.start, len: piece.len() });
    out.text.push_str(&raw[piece.clone()]);
}

/// The range without white space at its ends.
fn trim(raw: &str, range: Range<usize>) -> Range<usize> {
    let Some(part) = raw.get(range.clone()) else { return range.start..range.start };
    let start = range.start + (part.len() - part.trim_start_matches(crate::text::is_space).len());
    let end = range.start + part.trim_end_matches(crate::text::is_space).len();
    start..end.max(start)
}
