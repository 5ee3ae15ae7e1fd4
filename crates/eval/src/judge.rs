//! One article against its labels, slot by slot.

mod people;
mod quotes;

use std::ops::Range;

use jejak_archive::model::{DateKind, QuoteKind};
use jejak_press::annotate::Annotated;

use crate::gold::Gold;
use crate::miss::{Fault, Page};

/// Judges every field that the labels state.
pub(crate) fn article(gold: &Gold, note: &Annotated, kinds: &[QuoteKind], page: &mut Page<'_>) {
    let mut field = |slot: &str, wanted: &Option<Option<String>>, found: Option<String>| {
        if let Some(wanted) = wanted {
            page.case(slot, None, wanted.clone(), found);
        }
    };
    let printed_title = note.title.clone().filter(|_| !note.title_derived);
    field("title", &gold.title, printed_title);
    field("date", &gold.date, note.date.map(|date| date.to_string()));
    field("dateline", &gold.dateline, note.cleaned.dateline.clone());
    field("publisher", &gold.publisher, note.publisher.clone());
    field("event", &gold.event, note.event.map(|event| event.as_str().to_string()));
    if let Some(byline) = &gold.byline {
        let right = byline.iter().filter(|name| note.byline.contains(name)).count();
        page.tally.add("byline", right, note.byline.len(), byline.len());
        byline.iter().filter(|name| !note.byline.contains(name)).for_each(|name| page.missed("byline", None, name));
        note.byline.iter().filter(|name| !byline.contains(name)).for_each(|name| page.extra("byline", None, name));
    }
    dates(gold, note, page);
    removed(gold, note, page);
    people::people(gold, note, page);
    regulations(gold, note, page);
    if let Some(wanted) = &gold.quotes {
        kinds.iter().for_each(|kind| quotes::quotes(*kind, wanted, note, page));
    }
}

/// Regulations, right where form, number and year are.
fn regulations(gold: &Gold, note: &Annotated, page: &mut Page<'_>) {
    let Some(wanted) = &gold.regulations else { return };
    let mut right = 0;
    let mut used = vec![false; note.regulations.len()];
    for law in wanted {
        let same = note.regulations.iter().position(|found| {
            found.as_printed == law.as_printed && found.number == law.number && found.year == law.year
        });
        right += usize::from(same.is_some());
        match same.and_then(|at| used.get_mut(at)) {
            Some(used) => *used = true,
            None => page.missed("regulation", None, &law.as_printed),
        }
    }
    for (law, _) in note.regulations.iter().zip(used).filter(|(_, used)| !used) {
        page.extra("regulation", None, &law.as_printed);
    }
    page.tally.add("regulation", right, note.regulations.len(), wanted.len());
}

/// Dates: each wanted one among those found, and the first happening against the first wanted.
fn dates(gold: &Gold, note: &Annotated, page: &mut Page<'_>) {
    let Some(wanted) = &gold.dates else { return };
    let own = || note.dates.iter().filter(|date| date.kind != DateKind::Published);
    for date in wanted {
        let same = own().find(|found| {
            found.date.to_string() == date.date && (date.weekday.is_none() || date.weekday == found.weekday)
        });
        let found = same.map(|same| same.date.to_string());
        page.judged("date-printed", date.weekday.as_deref(), same.is_some(), Some(date.date.clone()), found);
        if let (Some(agrees), Some(found)) = (date.weekday_agrees, same) {
            let said = |agrees: Option<bool>| agrees.map(|agrees| agrees.to_string());
            page.case("weekday", Some(&date.date), said(Some(agrees)), said(found.weekday_agrees));
        }
    }
    let event = note.event_date().map(|date| date.to_string());
    let found = usize::from(event.is_some());
    match (wanted.first(), event) {
        (Some(wanted), event) => {
            let right = event.as_deref() == Some(wanted.date.as_str());
            page.tally.add("event-date", usize::from(right), found, 1);
            if !right {
                let fault = if event.is_some() { Fault::Wrong } else { Fault::Missed };
                page.miss("event-date", fault, None, Some(wanted.date.clone()), event);
                let all: Vec<String> = own().map(|date| format!("{} {}", date.kind, date.date)).collect();
                page.because(format!("of {}", all.join(", ")));
            }
        }
        (None, Some(event)) => {
            page.tally.add("event-date", 0, 1, 0);
            page.extra("event-date", None, event);
        }
        (None, None) => {}
    }
}

/// Removed spans: a wanted one is found where it overlaps by half; one found is right where any wanted one touches it.
/// Kinds that the labels of an article never state are not held against it.
fn removed(gold: &Gold, note: &Annotated, page: &mut Page<'_>) {
    let Some(wanted) = &gold.removed else { return };
    let cuts = &note.cleaned.removed;
    let mut right = 0;
    for label in wanted {
        let fits = |cut: &&jejak_press::clean::Cut| match (label.source_start, label.source_end) {
            (Some(start), Some(end)) => {
                overlap(&(start..end), &cut.source) >= 0.5 || (cut.source.start >= start && cut.source.end <= end)
            }
            _ => plain(&cut.text) == plain(&label.text) && cut.kind.as_str() == label.kind,
        };
        match cuts.iter().find(fits) {
            Some(cut) => {
                right += 1;
                let (wanted, found) = (label.kind.clone(), cut.kind.as_str().to_owned());
                page.case("removed-kind", Some(&label.text), Some(wanted), Some(found));
            }
            None => page.missed("removed", Some(&label.kind), &label.text),
        }
    }
    let mut extra = 0;
    for cut in cuts {
        let labelled = wanted.iter().any(|label| match (label.source_start, label.source_end) {
            (Some(start), Some(end)) => overlap(&(start..end), &cut.source) > 0.0,
            _ => plain(&label.text).contains(&plain(&cut.text)),
        });
        if !labelled {
            extra += 1;
            page.extra("removed", Some(cut.kind.as_str()), &cut.text);
        }
    }
    page.tally.add("removed", right, right + extra, wanted.len());
}

/// Intersection over union of two ranges.
fn overlap(a: &Range<usize>, b: &Range<usize>) -> f64 {
    let shared = a.end.min(b.end).saturating_sub(a.start.max(b.start));
    let all = a.len() + b.len() - shared;
    if all == 0 { 0.0 } else { shared as f64 / all as f64 }
}

/// Words in lower case with one space between them, marks left out.
fn plain(words: &str) -> String {
    let words: Vec<String> =
        words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::overlap;

    #[test]
    fn overlap_is_intersection_over_union() {
        assert!((overlap(&(0..10), &(5..15)) - 1.0 / 3.0).abs() < 1e-9);
        assert!(overlap(&(0..5), &(5..9)).abs() < 1e-9);
    }
}
