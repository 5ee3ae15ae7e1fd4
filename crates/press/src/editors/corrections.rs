//! Corrections: this speaker, this name, this day.

use jejak_archive::Date;
use jejak_archive::model::{Corrected, DateKind, How};

use super::people::{free_places, is_name, merge, named, places, plain, remove};
use crate::annotate::{Annotated, PersonNote, SpeakerNote, dates};
use crate::read::{Correction, Right};

/// Why a correction could not be made.
type Why = &'static str;

/// Makes a correction. Returns of what kind it is.
pub(super) fn make(correction: &Correction, note: &mut Annotated) -> Result<Corrected, Why> {
    let words = correction.words.as_str();
    match &correction.right {
        Right::Speaker(name) => speaker(note, words, name).map(|()| Corrected::Speaker),
        Right::Name(name) => whom(note, words, name).map(|()| Corrected::Name),
        Right::Date(day) => date(note, words, *day).map(|()| Corrected::Date),
    }
}

/// The statement of these words is this person's, or this organisation's.
fn speaker(note: &mut Annotated, words: &str, name: &str) -> Result<(), Why> {
    let statements = statements(note, words)?;
    let speaker = if name.is_empty() {
        None
    } else if let Some(body) = organisation(note, name) {
        Some(SpeakerNote::Organisation(body))
    } else {
        if !is_name(name) {
            return Err("its speaker is no name");
        }
        Some(SpeakerNote::Person(named(note, name)))
    };
    for at in statements {
        #[expect(clippy::indexing_slicing, reason = "they are the places of this note's statements")]
        let quote = &mut note.quotes[at];
        // The office beside the cue may be the wrong speaker's.
        if matches!(quote.speaker, Some(SpeakerNote::Person(_) | SpeakerNote::Organisation(_)))
            && quote.speaker != speaker
        {
            quote.role = None;
        }
        quote.how = speaker.as_ref().map(|_| How::Correction);
        quote.confidence = if speaker.is_some() { 100 } else { 0 };
        quote.chain.clear();
        quote.speaker.clone_from(&speaker);
    }
    Ok(())
}

/// The statements of exactly these words, else the only one that holds them.
pub(super) fn statements(note: &Annotated, words: &str) -> Result<Vec<usize>, Why> {
    let wanted = plain(words);
    let said: Vec<String> = note.quotes.iter().map(|quote| plain(quote.span.of(&note.cleaned.text))).collect();
    let all = |fits: &dyn Fn(&String) -> bool| -> Vec<usize> {
        said.iter().zip(0..).filter(|(said, _)| fits(said)).map(|(_, at)| at).collect()
    };
    let exact = all(&|said| *said == wanted);
    if !exact.is_empty() {
        return Ok(exact);
    }
    let holding = all(&|said| format!(" {said} ").contains(&format!(" {wanted} ")));
    match holding.len() {
        0 => Err("no statement in it has these words"),
        1 => Ok(holding),
        _ => Err("several statements in it hold these words; give more of them"),
    }
}

fn organisation(note: &Annotated, name: &str) -> Option<usize> {
    let wanted = plain(name);
    let is_it = |name: &String| plain(name) == wanted;
    note.organisations.iter().position(|body| is_it(&body.name) || body.aliases.iter().any(is_it))
}

/// These words name this person; nobody where the name is empty.
#[expect(clippy::indexing_slicing, reason = "who is known was searched for among the note's people, or put there")]
fn whom(note: &mut Annotated, words: &str, name: &str) -> Result<(), Why> {
    let wanted = plain(words);
    let known = note.people.iter().position(|person| plain(&person.name) == wanted);
    if !name.is_empty() && !is_name(name) {
        return Err("its name is no name");
    }
    if let Some(person) = known {
        if name.is_empty() {
            remove(note, person);
            return Ok(());
        }
        let old = note.people[person].name.clone();
        let other = note.people.iter().position(|one| plain(&one.name) == plain(name)).filter(|other| *other != person);
        match other {
            Some(other) => {
                merge(note, person, other);
                mark(note, other - usize::from(other > person));
            }
            None => {
                let one = &mut note.people[person];
                one.name = name.to_string();
                one.aliases.retain(|alias| alias != name);
                one.aliases.extend(Some(old).filter(|old| old != name));
                one.aliases.sort();
                mark(note, person);
            }
        }
        return Ok(());
    }
    // A form of the name that was taken for somebody else's: those places are this person's.
    let text = note.cleaned.text.clone();
    let is_there = |span: &jejak_archive::Span| plain(span.of(&text)) == wanted;
    let mut moved = Vec::new();
    for person in &mut note.people {
        moved.extend(person.mentions.extract_if(.., |span| is_there(span)));
        person.aliases.retain(|alias| plain(alias) != wanted);
    }
    if moved.is_empty() {
        moved = free_places(note, words);
    }
    if moved.is_empty() {
        let printed = !places(&text, words).is_empty();
        return Err(if printed { "its words are part of a longer name" } else { "its text does not have these words" });
    }
    if name.is_empty() {
        return Ok(());
    }
    let other = note.people.iter().position(|one| plain(&one.name) == plain(name));
    let person = other.unwrap_or_else(|| {
        note.people.push(PersonNote { name: name.to_string(), ..PersonNote::default() });
        note.people.len() - 1
    });
    let one = &mut note.people[person];
    one.aliases.extend(Some(words.to_string()).filter(|words| words != name));
    one.aliases.sort();
    one.aliases.dedup();
    one.mentions.append(&mut moved);
    one.mentions.sort_unstable();
    // What was said under these words is theirs.
    for quote in &mut note.quotes {
        if quote.chain.iter().any(is_there) {
            quote.speaker = Some(SpeakerNote::Person(person));
            quote.how = Some(How::Correction);
        }
    }
    Ok(())
}

/// What a person says is shown under a corrected name.
fn mark(note: &mut Annotated, person: usize) {
    let own = note.quotes.iter_mut().filter(|quote| quote.speaker == Some(SpeakerNote::Person(person)));
    own.for_each(|quote| quote.how = Some(How::Correction));
}

/// The date of these words is this day; without words the article's own day is.
fn date(note: &mut Annotated, words: &str, day: Date) -> Result<(), Why> {
    if words.is_empty() {
        note.published = Some(day);
        note.date = Some(day);
        for printed in note.dates.iter_mut().filter(|date| date.kind == DateKind::Published) {
            printed.date = day;
        }
        return Ok(());
    }
    let wanted = plain(words);
    let mut found = false;
    for printed in note.dates.iter_mut().filter(|printed| plain(&printed.as_printed) == wanted) {
        found = true;
        if printed.kind == DateKind::Published && note.published == Some(printed.date) {
            note.published = Some(day);
        }
        printed.date = day;
        printed.weekday_agrees = printed.weekday.as_deref().map(|word| dates::is_weekday(word, day));
    }
    note.date = note.published.or_else(|| note.event_date());
    if found { Ok(()) } else { Err("no date in it has these words") }
}
