//! Changes of who an article's people are, with everything that points at them.

use jejak_archive::model::Span;

use crate::annotate::{Annotated, PersonNote, SpeakerNote};
use crate::text::Text;
use crate::within::Within as _;

/// The words of a text in lower case, with single spaces: what counts when words are said to be the same.
pub(super) fn plain(words: &str) -> String {
    let words = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

/// Where words stand in a text, as whole words, capitals as given.
pub(super) fn places(text: &str, words: &str) -> Vec<Span> {
    let is_edge = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
    text.match_indices(words)
        .filter(|(at, found)| {
            is_edge(text.within(..*at).chars().next_back()) && is_edge(text.within(at + found.len()..).chars().next())
        })
        .map(|(at, found)| Span::new(at..at + found.len()))
        .collect()
}

/// The person of that name, who is added where the article knows none.
pub(super) fn named(note: &mut Annotated, name: &str) -> usize {
    let wanted = plain(name);
    let known =
        note.people.iter().position(|person| plain(&person.name) == wanted).or_else(|| {
            note.people.iter().position(|person| person.aliases.iter().any(|alias| plain(alias) == wanted))
        });
    known.unwrap_or_else(|| {
        let free = free_places(note, name);
        note.people.push(PersonNote { name: name.to_string(), mentions: free, ..PersonNote::default() });
        note.people.len() - 1
    })
}

/// Where words stand that name no person yet.
pub(super) fn free_places(note: &Annotated, words: &str) -> Vec<Span> {
    let mut taken: Vec<Span> = note.people.iter().flat_map(|person| &person.mentions).copied().collect();
    taken.sort_unstable();
    let mut found = places(&note.cleaned.text, words);
    found.retain(|span| {
        let after = taken.partition_point(|other| other.start < span.end);
        !taken.within(..after).last().is_some_and(|other| other.overlaps(*span))
    });
    found
}

/// Makes one person of two: `from` is no longer there, `into` has all that was theirs.
#[expect(clippy::indexing_slicing, reason = "who merges has found both among the note's people")]
pub(super) fn merge(note: &mut Annotated, from: usize, into: usize) {
    if from == into {
        return;
    }
    let old = std::mem::take(&mut note.people[from]);
    let new = &mut note.people[into];
    let name = new.name.clone();
    new.aliases.extend(old.aliases.into_iter().chain([old.name]));
    new.aliases.sort();
    new.aliases.dedup();
    new.aliases.retain(|alias| *alias != name);
    new.honorifics.extend(old.honorifics);
    new.honorifics.sort();
    new.honorifics.dedup();
    for role in old.roles {
        if !new.roles.contains(&role) {
            new.roles.push(role);
        }
    }
    new.mentions.extend(old.mentions);
    new.mentions.sort_unstable();
    let quotes = note.quotes.iter_mut().filter(|quote| quote.speaker == Some(SpeakerNote::Person(from)));
    quotes.for_each(|quote| quote.speaker = Some(SpeakerNote::Person(into)));
    remove(note, from);
}

/// Takes a person out; what they said is nobody's then.
pub(crate) fn remove(note: &mut Annotated, person: usize) {
    note.people.remove(person);
    for quote in &mut note.quotes {
        match quote.speaker {
            Some(SpeakerNote::Person(at)) if at == person => {
                quote.speaker = None;
                quote.how = None;
                quote.confidence = 0;
                quote.chain.clear();
            }
            Some(SpeakerNote::Person(at)) if at > person => quote.speaker = Some(SpeakerNote::Person(at - 1)),
            _ => {}
        }
    }
}

/// Whether words are a name: some letters.
pub(super) fn is_name(words: &str) -> bool {
    Text::new(words).words.iter().any(|word| word.lower.chars().any(char::is_alphabetic))
}
