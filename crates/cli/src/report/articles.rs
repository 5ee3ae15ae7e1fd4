//! What single articles lack: a date, a date that agrees with itself, a speaker.

use jejak_archive::Archive;

use super::{Finding, Place};

/// From Monday on.
const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// Looks at each article; those of one kind follow one another.
pub(super) fn find(archive: &Archive, place: &dyn Fn(&str) -> Place) -> Vec<Finding> {
    let (mut undated, mut clashes, mut unsaid) = (Vec::new(), Vec::new(), Vec::new());
    for article in &archive.articles {
        if article.date.is_none() {
            undated.push(Finding::NoDate { place: place(&article.id) });
        }
        for printed in article.dates.iter().filter(|printed| printed.weekday_agrees == Some(false)) {
            clashes.push(Finding::WeekdayClash {
                place: place(&article.id),
                printed: printed.as_printed.clone(),
                weekday: printed.weekday.clone().unwrap_or_default(),
                date: printed.date.to_string(),
                is: usize::try_from(printed.date.weekday().to_monday_zero_offset())
                    .ok()
                    .and_then(|day| WEEKDAYS.get(day))
                    .copied()
                    .unwrap_or_default(),
            });
        }
        for quote in article.quotes.iter().filter(|quote| quote.speaker.is_none()) {
            unsaid.push(Finding::NoSpeaker {
                place: place(&article.id),
                anchor: quote.anchor.clone(),
                words: quote.span.of(&article.text).to_owned(),
            });
        }
    }
    undated.append(&mut clashes);
    undated.append(&mut unsaid);
    undated
}
