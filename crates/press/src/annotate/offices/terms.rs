//! Since when an office is held, where the article says when its holder was sworn in.
//!
//! WHY: an archive shows an office from the first article that names it, which may be days after it began. `Sari, yang
//! pada 20 Februari dilantik` says when. Only a day in figures beside the verb counts, with the person named right
//! before it in the same sentence.

use jejak_archive::model::PrintedDate;

use crate::annotate::PersonNote;
use crate::text::Text;

/// Verbs of taking an office.
const SWORN: &[&str] = &["dilantik", "dikukuhkan", "disumpah"];
/// Most words between the verb and the day, and between the name and the first of the two.
const NEAR: usize = 8;

/// Notes since when the people of an article hold their offices.
pub(crate) fn note(text: &Text<'_>, dates: &[PrintedDate], people: &mut [PersonNote]) {
    for date in dates.iter().filter(|date| date.as_printed.contains(|c: char| c.is_ascii_digit())) {
        let Some(span) = date.span.map(|span| span.range()) else { continue };
        let (first, last) = (text.word_at(span.start), text.word_at(span.end));
        let sentence = text.sentence_start(first)..text.sentence_end(first);
        let range = first.saturating_sub(NEAR).max(sentence.start)..(last + NEAR).min(sentence.end);
        let Some(verb) = range.into_iter().find(|at| SWORN.contains(&text.lower(*at))) else { continue };
        let from = verb.min(first);
        let Some(words) = text.words.get(from.saturating_sub(NEAR).max(sentence.start)..from) else { continue };
        let (Some(start), Some(end)) = (words.first().map(|word| word.start), words.last().map(|word| word.end)) else {
            continue;
        };
        let named = |person: &PersonNote| {
            person
                .mentions
                .iter()
                .map(|span| span.range())
                .filter(|at| at.start >= start && at.end <= end)
                .map(|at| at.end)
                .max()
        };
        let nearest = people.iter_mut().filter_map(|person| Some((named(person)?, person))).max_by_key(|(at, _)| *at);
        // Of two offices in one article nobody can say which the day belongs to.
        if let Some([role]) = nearest.map(|(_, person)| person.roles.as_mut_slice()) {
            role.since = role.since.or(Some(date.date));
        }
    }
}
