//! One article against its labels, slot by slot.

use std::ops::Range;

use jejak_archive::model::{DateKind, QuoteKind};
use jejak_press::annotate::{Annotated, QuoteNote};

use super::gold::{Gold, GoldQuote};
use super::tally::Tally;
use crate::annotate::speaker;

/// Judges every field that the labels state.
pub(super) fn article(name: &str, gold: &Gold, note: &Annotated, kinds: &[QuoteKind], tally: &mut Tally, errors: bool) {
    let report = |slot: &str, wanted: &str, found: &str| {
        if errors {
            eprintln!("{name}\t{slot}\twanted {wanted}\tfound {found}");
        }
    };
    let mut field = |slot: &str, wanted: &Option<Option<String>>, found: Option<String>| {
        if let Some(wanted) = wanted {
            tally.case(slot, *wanted == found);
            if *wanted != found {
                report(slot, &format!("{wanted:?}"), &format!("{found:?}"));
            }
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
        tally.add("byline", right, note.byline.len(), byline.len());
    }
    dates(gold, note, tally, &report);
    removed(gold, note, tally, &report);
    people(gold, note, tally, &report);
    if let Some(wanted) = &gold.regulations {
        let right = wanted
            .iter()
            .filter(|law| {
                note.regulations.iter().any(|found| {
                    found.as_printed == law.as_printed && found.number == law.number && found.year == law.year
                })
            })
            .count();
        tally.add("regulation", right, note.regulations.len(), wanted.len());
    }
    if let Some(wanted) = &gold.quotes {
        for (kind, slot) in kinds.iter().map(|kind| (*kind, kind.as_str())) {
            quotes(kind, slot, wanted, note, tally, &report);
        }
    }
}

/// Dates: each wanted one among those found, and the first happening against the first wanted.
fn dates(gold: &Gold, note: &Annotated, tally: &mut Tally, report: &dyn Fn(&str, &str, &str)) {
    let Some(wanted) = &gold.dates else { return };
    let own = || note.dates.iter().filter(|date| date.kind != DateKind::Published);
    for date in wanted {
        let same = own().find(|found| {
            found.date.to_string() == date.date && (date.weekday.is_none() || date.weekday == found.weekday)
        });
        tally.case("date-printed", same.is_some());
        if let (Some(agrees), Some(found)) = (date.weekday_agrees, same) {
            tally.case("weekday", found.weekday_agrees == Some(agrees));
        }
    }
    let event = note.event_date().map(|date| date.to_string());
    match (wanted.first(), event) {
        (Some(wanted), found) => {
            let right = found.as_deref() == Some(wanted.date.as_str());
            tally.add("event-date", usize::from(right), usize::from(found.is_some()), 1);
            if !right {
                let all: Vec<String> = own().map(|date| format!("{} {}", date.kind, date.date)).collect();
                report("event-date", &wanted.date, &format!("{found:?} of {all:?}"));
            }
        }
        (None, Some(found)) => {
            tally.add("event-date", 0, 1, 0);
            report("event-date", "none", &found);
        }
        (None, None) => {}
    }
}

/// Removed spans: a wanted one is found where it overlaps by half; one found is right where any wanted one touches it.
/// Kinds that the labels of an article never state are not held against it.
fn removed(gold: &Gold, note: &Annotated, tally: &mut Tally, report: &dyn Fn(&str, &str, &str)) {
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
                tally.case("removed-kind", cut.kind.as_str() == label.kind);
                if cut.kind.as_str() != label.kind {
                    report("removed-kind", &format!("{} {}", label.kind, label.text), cut.kind.as_str());
                }
            }
            None => report("removed", &format!("{} {:?}", label.kind, label.text), "nothing"),
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
            report("removed", "nothing", &format!("{} {:?}", cut.kind, cut.text));
        }
    }
    tally.add("removed", right, right + extra, wanted.len());
}

/// People by name, their offices with standing, and both together: a person with a role is right where the name is and
/// every labelled office is found with its standing. One found besides is held against `office` alone: labels state the
/// offices that stand beside a name, and the press also reads those said in another clause.
fn people(gold: &Gold, note: &Annotated, tally: &mut Tally, report: &dyn Fn(&str, &str, &str)) {
    let Some(wanted) = &gold.people else { return };
    let with_office = || note.people.iter().filter(|person| !person.roles.is_empty());
    let (mut names, mut whole) = (0, 0);
    let (mut offices, mut bodies) = (0, 0);
    for person in wanted {
        let found = note.people.iter().find(|found| plain(&found.name) == plain(&person.name));
        names += usize::from(found.is_some());
        if found.is_none() {
            report("person", &person.name, "nobody");
        }
        let before = offices;
        for role in &person.roles {
            let same = found.and_then(|found| {
                found
                    .roles
                    .iter()
                    .find(|own| plain(&own.office) == plain(&role.office) && own.standing.as_str() == role.standing)
            });
            offices += usize::from(same.is_some());
            if let Some(same) = same {
                let body = |body: &Option<String>| body.as_deref().map(plain);
                bodies += usize::from(body(&same.organisation) == body(&role.organisation));
            } else if let Some(found) = found {
                let own: Vec<String> = found
                    .roles
                    .iter()
                    .map(|own| format!("{} {} @{:?}", own.standing, own.office, own.organisation))
                    .collect();
                report("office", &format!("{}: {} {}", person.name, role.standing, role.office), &format!("{own:?}"));
            }
        }
        whole += usize::from(found.is_some() && offices - before == person.roles.len());
    }
    for extra in with_office().filter(|found| !wanted.iter().any(|person| plain(&found.name) == plain(&person.name))) {
        let own: Vec<String> =
            extra.roles.iter().map(|own| format!("{} {} @{:?}", own.standing, own.office, own.organisation)).collect();
        report("person", "nobody", &format!("{} {own:?}", extra.name));
    }
    let roles = wanted.iter().map(|person| person.roles.len()).sum();
    let found_roles: usize = with_office().map(|person| person.roles.len()).sum();
    tally.add("person", names, with_office().count().max(names), wanted.len());
    tally.add("person-with-role", whole, with_office().count().max(names), wanted.len());
    tally.add("office", offices, found_roles, roles);
    tally.add("office-body", bodies, found_roles, roles);
}

/// Statements of one kind: exact words, overlap of 0.8, and for those matched the speaker, the cue and the role.
fn quotes(
    kind: QuoteKind,
    slot: &str,
    all: &[GoldQuote],
    note: &Annotated,
    tally: &mut Tally,
    report: &dyn Fn(&str, &str, &str),
) {
    let wanted: Vec<&GoldQuote> = all.iter().filter(|quote| quote.kind == kind.as_str()).collect();
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
            .filter(|(index, _)| !used[*index])
            .map(|(index, (_, source))| (overlap(&span, source), index))
            .max_by(|a, b| a.0.total_cmp(&b.0))
            .filter(|(share, _)| *share >= 0.3);
        let Some((share, index)) = best else {
            report(slot, &format!("{:?} ({:?})", label.text, label.cue), "nothing");
            continue;
        };
        used[index] = true;
        let (quote, source) = &found[index];
        let same = *source == span;
        exact += usize::from(same);
        near += usize::from(share >= 0.8);
        if !same {
            report(slot, &format!("{:?}", label.text), &format!("{:?}", quote.span.of(&note.cleaned.text)));
        }
        if share >= 0.8 {
            attribution(slot, label, quote, note, tally, report);
        }
    }
    for (index, (quote, _)) in found.iter().enumerate().filter(|(index, _)| !used[*index]) {
        let cue = quote.cue.map(|cue| cue.of(&note.cleaned.text));
        report(slot, "nothing", &format!("{:?} ({cue:?}) #{index}", quote.span.of(&note.cleaned.text)));
    }
    tally.add(&format!("{slot}-exact"), exact, found.len(), wanted.len());
    tally.add(&format!("{slot}-overlap"), near, found.len(), wanted.len());
}

fn attribution(
    slot: &str,
    label: &GoldQuote,
    quote: &QuoteNote,
    note: &Annotated,
    tally: &mut Tally,
    report: &dyn Fn(&str, &str, &str),
) {
    let (name, _) = speaker(note, quote);
    let right = label.speaker.as_deref().map(plain) == name.map(plain);
    tally.case(&format!("{slot}-speaker"), right);
    let how = quote.how.map_or("null", jejak_archive::model::How::as_str);
    tally.case(&format!("{slot}-speaker:{how}"), right);
    if quote.speaker.is_some() {
        tally.confidence(quote.confidence, right);
    }
    let cue = quote.cue.map(|cue| cue.of(&note.cleaned.text).to_string());
    tally.case(&format!("{slot}-cue"), cue == label.cue);
    if label.role.is_some() {
        tally.case(&format!("{slot}-role"), quote.role.as_deref().map(plain) == label.role.as_deref().map(plain));
    }
    if !right {
        let words: String = label.text.chars().take(60).collect();
        report(
            &format!("{slot}-speaker"),
            &format!("{:?}", label.speaker),
            &format!("{name:?} by {how} {} for {words:?} ({cue:?})", quote.confidence),
        );
    }
    if cue != label.cue {
        report(&format!("{slot}-cue"), &format!("{:?}", label.cue), &format!("{cue:?}"));
    }
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
