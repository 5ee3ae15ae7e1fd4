//! Statements, and who speaks them.

use std::ops::Range;

use jejak_archive::model::{How, QuoteKind};
use jejak_press::annotate::{Annotated, QuoteNote};

use super::{overlap, plain};
use crate::gold::GoldQuote;
use crate::miss::{Fault, Page};

/// So much of a statement is to overlap for its speaker, cue and role to be judged.
const NEAR: f64 = 0.8;
/// With less in common a label and a statement found are two.
const TOUCHING: f64 = 0.3;

/// Statements of one kind: exact words, overlap of 0.8, and for those matched the speaker, the cue and the role.
pub(super) fn quotes(kind: QuoteKind, all: &[GoldQuote], note: &Annotated, page: &mut Page<'_>) {
    let slot = kind.as_str();
    let (exact_slot, near_slot) = (format!("{slot}-exact"), format!("{slot}-overlap"));
    let wanted: Vec<&GoldQuote> = all.iter().filter(|quote| quote.kind == slot).collect();
    let found: Vec<(&QuoteNote, Range<usize>)> = note
        .quotes
        .iter()
        .filter(|quote| quote.kind == kind)
        .map(|quote| (quote, note.cleaned.source(quote.span.range())))
        .collect();
    let mut used = vec![false; found.len()];
    let (mut exact, mut near) = (0, 0);
    for label in &wanted {
        let span = label.source_start..label.source_end;
        let best = found
            .iter()
            .enumerate()
            .zip(&used)
            .filter(|(_, used)| !**used)
            .map(|((index, (_, source)), _)| (overlap(&span, source), index))
            .max_by(|a, b| a.0.total_cmp(&b.0))
            .filter(|(share, _)| *share >= TOUCHING);
        let fitting = best.and_then(|(share, index)| Some((share, found.get(index)?, used.get_mut(index)?)));
        let Some((share, (quote, source), used)) = fitting else {
            for slot in [&exact_slot, &near_slot] {
                page.missed(slot, None, &label.text);
                page.because(format!("cue {:?}", label.cue));
            }
            continue;
        };
        *used = true;
        let (same, is_near) = (*source == span, share >= NEAR);
        exact += usize::from(same);
        near += usize::from(is_near);
        for (slot, right) in [(&exact_slot, same), (&near_slot, is_near)] {
            if !right {
                let words = quote.span.of(&note.cleaned.text).to_owned();
                page.miss(slot, Fault::Wrong, None, Some(label.text.clone()), Some(words));
            }
        }
        if is_near {
            attribution(slot, label, quote, note, page);
        }
    }
    for (quote, _) in found.iter().zip(&used).filter(|(_, used)| !**used).map(|(found, _)| found) {
        let cue = quote.cue.map(|cue| cue.of(&note.cleaned.text));
        for slot in [&exact_slot, &near_slot] {
            page.extra(slot, None, quote.span.of(&note.cleaned.text));
            page.because(format!("cue {cue:?}"));
        }
    }
    page.tally.add(&exact_slot, exact, found.len(), wanted.len());
    page.tally.add(&near_slot, near, found.len(), wanted.len());
}

/// Who speaks, by which cue and in which role.
fn attribution(slot: &str, label: &GoldQuote, quote: &QuoteNote, note: &Annotated, page: &mut Page<'_>) {
    let about = Some(label.text.as_str());
    let (name, _) = note.speaker(quote);
    let right = label.speaker.as_deref().map(plain) == name.map(plain);
    let how = quote.how.map_or("null", How::as_str);
    let cue = quote.cue.map(|cue| cue.of(&note.cleaned.text).to_string());
    page.judged(&format!("{slot}-speaker"), about, right, label.speaker.clone(), name.map(str::to_owned));
    if !right {
        page.because(format!("by {how} {}, cue {cue:?}", quote.confidence));
    }
    page.tally.case(&format!("{slot}-speaker:{how}"), right);
    if quote.speaker.is_some() {
        page.tally.confidence(quote.confidence, right);
    }
    page.case(&format!("{slot}-cue"), about, label.cue.clone(), cue);
    if label.role.is_some() {
        let right = quote.role.as_deref().map(plain) == label.role.as_deref().map(plain);
        page.judged(&format!("{slot}-role"), about, right, label.role.clone(), quote.role.clone());
    }
}
