//! One name in two spellings: `Sari Prasetyo`, and further on `Sari Prastyo`.
//!
//! WHY: desks write fast, and one person under two spellings would be two people who each said half. Two spellings are
//! one name only where the rest of the name is the same, and where they differ as slips of the hand do, not as the names
//! of brothers and sisters do (`Sumarno` and `Sumarni`, `Kartika` and `Sartika`).

use crate::annotate::names::people::FoundPerson;
use crate::text::Text;
use crate::within::Within as _;

/// How many words of a text are counted through: an article that is longer is a book, and each name costs a pass.
pub(crate) const SCAN: usize = 20_000;
/// Fewest letters of a part of a name that may be misspelt.
pub(crate) const SHORTEST: usize = 6;

/// Whether two lower-case parts of names are spellings of one: a letter more, less, other or in another place, with the
/// first letter the same (optimal string alignment distance of 1, or the same letters within one of 2).
pub(crate) fn near(one: &str, other: &str) -> bool {
    let (short, long) =
        (one.chars().count().min(other.chars().count()), one.chars().count().max(other.chars().count()));
    if one == other || short < SHORTEST || long - short > 1 || one.chars().next() != other.chars().next() {
        return false;
    }
    // `Sumarno` and `Sumarni`, `Anggara` and `Anggaraa`: what follows the last consonant tells people apart.
    let end = |word: &str| word.chars().next_back();
    let vowel = |letter: Option<char>| letter.is_some_and(|letter| "aeiou".contains(letter));
    if end(one) != end(other) && (vowel(end(one)) || vowel(end(other))) {
        return false;
    }
    let distance = strsim::osa_distance(one, other);
    let letters = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.sort_unstable();
        letters
    };
    distance == 1 || (distance == 2 && letters(one) == letters(other))
}

/// Fewest letters where more than the spelling speaks for a slip.
pub(crate) const FEWEST: usize = 4;

/// Whether two lower-case parts of names may be spellings of one where more speaks for it: as [`near`] has it, or in a
/// part of four letters or five one other, more or less of them (`Iman` and `Imam`).
pub(crate) fn slip(one: &str, other: &str) -> bool {
    let end = |word: &str| word.chars().next_back();
    let vowel = |letter: Option<char>| letter.is_some_and(|letter| "aeiou".contains(letter));
    let short = one.chars().count().min(other.chars().count());
    let small = short >= FEWEST
        && one != other
        && one.chars().next() == other.chars().next()
        && (end(one) == end(other) || !(vowel(end(one)) || vowel(end(other))))
        && strsim::osa_distance(one, other) == 1;
    small || near(one, other)
}

/// Whether a name of several lower-case words is short for a full one of which one word is spelt otherwise.
pub(crate) fn respelt(short: &[String], full: &[String]) -> bool {
    if short.len() < 2 || short.len() > full.len() {
        return false;
    }
    let mut rest = full;
    let mut slips = 0;
    for part in short {
        let same = rest.iter().position(|other| other == part);
        let at = same.or_else(|| {
            slips += 1;
            rest.iter().position(|other| near(part, other))
        });
        let Some(at) = at else { return false };
        rest = rest.within(at + 1..);
    }
    slips == 1
}

/// Gives people the spelling of their name that the article prints most often.
pub(crate) fn settle(text: &Text<'_>, people: &mut [FoundPerson]) {
    let end = text.words.get(SCAN).map_or(text.raw.len(), |word| word.start);
    for person in people {
        let parts = |print: &str| print.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>();
        let count = |print: &str| text.raw.within(..end).matches(print).count();
        let other = person
            .aliases
            .iter()
            .filter(|alias| alias.contains(' '))
            .map(|alias| (alias, parts(alias)))
            .filter(|(_, parts)| parts.len() == person.parts.len() && respelt(parts, &person.parts))
            .map(|(alias, parts)| (count(alias), alias.clone(), parts))
            .max_by_key(|(count, ..)| *count);
        if let Some((_, alias, parts)) = other.filter(|(often, ..)| *often > count(&person.name)) {
            person.aliases.remove(&alias);
            person.aliases.insert(std::mem::replace(&mut person.name, alias));
            person.parts = parts;
        }
    }
}

/// The lower-case words that are misspelt parts of a person's name, as the article prints it elsewhere.
pub(crate) fn variants(person: &FoundPerson) -> Vec<String> {
    let words = person.aliases.iter().filter(|alias| alias.contains(' ')).flat_map(|alias| alias.split_whitespace());
    words
        .map(str::to_lowercase)
        .filter(|word| person.parts.iter().any(|part| near(word, part)) && !person.parts.contains(word))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{near, respelt};

    fn name(words: &str) -> Vec<String> {
        words.split(' ').map(String::from).collect()
    }

    #[test]
    fn slips_of_the_hand_are_one_name() {
        for (one, other) in
            [("prasetyo", "prastyo"), ("hardana", "hadrana"), ("nathasa", "natasha"), ("karyono", "karyonno")]
        {
            assert!(near(one, other), "{one} {other}");
        }
        for (one, other) in [
            ("sumarno", "sumarni"),
            ("kartika", "sartika"),
            ("setiawan", "kurniawan"),
            ("rina", "rini"),
            ("karyono", "karyono"),
            ("hardana", "hardani"),
        ] {
            assert!(!near(one, other), "{one} {other}");
        }
    }

    #[test]
    fn the_rest_of_the_name_is_the_same() {
        assert!(respelt(&name("sari prasetyo"), &name("sari prastyo hardana")));
        assert!(respelt(&name("choirul anam"), &name("m chairul anam")));
        assert!(!respelt(&name("prasetyo"), &name("prastyo")), "a lone word shows too little");
        assert!(!respelt(&name("sari prasetyo"), &name("dewi prastyo")));
        assert!(!respelt(&name("sari dewi"), &name("sari dewi karyono")), "nothing is misspelt");
    }
}
