//! Who is meant by a short name that is no part of the full one: `Zulhas`, `STY`, `Putri KW`.
//!
//! WHY by three signs: initials and blends of two names can be seen in the full name itself; what people are called
//! beyond that is a fact about them, and stands in `data/nicknames.txt`. None of them counts unless the article prints
//! the full name.

use std::sync::LazyLock;

use crate::annotate::names::people::FoundPerson;
use crate::hash::HashMap;
use crate::lexicon::{CueForm, lexicon, lines};
use crate::text::{Shape, Text};
use crate::within::Within as _;

/// Fewest letters of a blend of two names.
const BLEND: usize = 5;
/// Fewest letters of either name in it.
const PIECE: usize = 2;
/// Fewest initials that stand for a whole name, and most.
const INITIALS: std::ops::RangeInclusive<usize> = 2..=5;
/// Most people that one word is compared with.
const MOST: usize = 100;

/// The words of the name, by each short name.
static CALLED: LazyLock<HashMap<&'static str, Vec<Vec<&'static str>>>> = LazyLock::new(|| {
    let mut called: HashMap<&str, Vec<Vec<&str>>> = HashMap::default();
    for (short, name) in lines(include_str!("../../../data/nicknames.txt")).filter_map(|line| line.split_once('=')) {
        for short in short.split(',') {
            called.entry(short.trim()).or_default().push(name.split_whitespace().collect());
        }
    }
    called
});

/// Whether a lone lower-case word stands for a name of these lower-case words.
pub(crate) fn stands_for(word: &str, name: &[String]) -> bool {
    is_listed(word, name) || (name.len() > 1 && (initials(word, name) || blend(word, name)))
}

/// Whether a lower-case word is what the bearer of a name of these lower-case words is known to be called.
pub(crate) fn is_listed(word: &str, name: &[String]) -> bool {
    CALLED.get(word).is_some_and(|names| {
        names.iter().any(|parts| parts.iter().all(|part| name.iter().any(|other| other.as_str() == *part)))
    })
}

/// Whether two or three letters are the initials of words of a name that follow each other: `KW` in `Kusuma Wardani`.
pub(crate) fn abbreviates(letters: &str, name: &[String]) -> Option<usize> {
    let count = letters.chars().count();
    let first = |part: &String| part.chars().next();
    let vowels = letters.chars().any(|letter| "aeiou".contains(letter));
    let same = (2..=3).contains(&count)
        && !vowels
        && name.len() >= count
        && letters.chars().zip(name).all(|(letter, part)| first(part) == Some(letter) && part.chars().count() > 1);
    same.then_some(count)
}

/// Whether a word holds just the initials of a name, of the parts between hyphens too.
fn initials(word: &str, name: &[String]) -> bool {
    let count = word.chars().count();
    // Two letters with a vowel are a syllable, and mostly a name: `Al`, `Jo`.
    let syllable = count == 2 && word.chars().any(|letter| "aeiou".contains(letter));
    INITIALS.contains(&count)
        && !syllable
        && name.iter().flat_map(|part| part.split('-')).filter_map(|part| part.chars().next()).eq(word.chars())
}

/// Whether a word is the beginning of one part of a name and the beginning or the end of a later one.
fn blend(word: &str, name: &[String]) -> bool {
    if word.len() < BLEND || !word.is_ascii() {
        return false;
    }
    let shared = |part: &str| part.bytes().zip(word.bytes()).take_while(|(a, b)| a == b).count();
    name.iter().enumerate().any(|(place, first)| {
        let longest = shared(first);
        (PIECE..=longest.min(word.len() - PIECE)).any(|at| {
            let rest = word.within(at..);
            name.within(place + 1..)
                .iter()
                .any(|part| part.starts_with(rest) || (rest.len() > PIECE && part.ends_with(rest)))
        })
    })
}

/// The one person for whom a lone word stands, of those with these names.
pub(crate) fn person<'n>(word: &str, names: impl Iterator<Item = &'n [String]>) -> Option<usize> {
    let mut found = names.take(MOST).enumerate().filter(|(_, name)| stands_for(word, name)).map(|(person, _)| person);
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

/// Gives people the initials by which the article calls them right behind a cue: `kata STY`.
pub(crate) fn note_initials(text: &Text<'_>, people: &mut [FoundPerson]) {
    for index in 1..text.words.len() {
        let word = text.word(index);
        let told = word.shape == Shape::Caps
            && INITIALS.contains(&word.lower.len())
            && text.joined(index - 1)
            && text.cue(index - 1).is_some_and(|cue| cue.form == CueForm::Bare && !cue.nya);
        if !told || lexicon().not_names.has(word) {
            continue;
        }
        let mut named = people.iter_mut().take(MOST).filter(|person| initials(&word.lower, &person.parts));
        if let (Some(person), None) = (named.next(), named.next()) {
            person.aliases.insert(text.print(index).to_string());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{abbreviates, stands_for};

    fn name(words: &str) -> Vec<String> {
        words.split(' ').map(String::from).collect()
    }

    #[test]
    fn initials_blends_and_facts() {
        for (short, full) in [
            ("sdk", "sari dewi karyono"),
            ("sty", "shin tae-yong"),
            ("sarkar", "sari karyono"),
            ("sarono", "sari karyono"),
            ("jokowi", "joko widodo"),
            ("zulhas", "zulkifli hasan"),
        ] {
            assert!(stands_for(short, &name(full)), "{short} {full}");
        }
        for (short, full) in
            [("sdk", "sari dewi"), ("sari", "dewi karyono"), ("karsar", "sari karyono"), ("ahok", "ahmad hokki")]
        {
            assert!(!stands_for(short, &name(full)), "{short} {full}");
        }
    }

    #[test]
    fn initials_within_a_name() {
        assert_eq!(abbreviates("kw", &name("kusuma wardani")), Some(2));
        assert_eq!(abbreviates("kw", &name("kusuma")), None);
        assert_eq!(abbreviates("al", &name("abdul latif")), None, "a syllable is a name");
    }
}
