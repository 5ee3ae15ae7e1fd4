//! Every place where the people of an article are named.
//!
//! WHY after all names are known: evidence that a word is a name stands at one place, and counts for all others.

use std::collections::BTreeMap;

use crate::annotate::names::cluster::goes_by_husband;
use crate::annotate::names::parts::name_word;
use crate::annotate::names::people::{Candidate, People, PersonMention};
use crate::annotate::names::spelling;
use crate::annotate::offices::roles;
use crate::hash::WordMap;
use crate::lexicon::lexicon;
use crate::text::Text;

/// Most people of one article that one name is compared with.
const NAMESAKES: usize = 50;

/// Every place where a found person is named, evidence or not.
#[expect(
    clippy::indexing_slicing,
    reason = "the tables hold places of the people found, and there is a place for each of them"
)]
pub(crate) fn mention_all(text: &Text<'_>, candidates: &[Candidate], assigned: &[Option<usize>], found: &mut People) {
    let mut at: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    for (candidate, person) in candidates.iter().zip(assigned) {
        if let Some(person) = person {
            at.entry(candidate.words.start).or_insert((candidate.words.end, *person));
        }
    }
    let mut by_first: WordMap<String, Vec<usize>> = WordMap::default();
    for (index, person) in found.people.iter().enumerate() {
        for part in person.parts.iter().filter(|part| part.chars().count() > 1) {
            let named = by_first.entry(part.clone()).or_default();
            if named.len() < NAMESAKES {
                named.push(index);
            }
        }
        let lone = person.aliases.iter().filter(|alias| !alias.contains(' ')).map(|alias| alias.to_lowercase());
        for alias in lone.chain(spelling::variants(person)) {
            let named = by_first.entry(alias).or_default();
            if named.len() < NAMESAKES && !named.contains(&index) {
                named.push(index);
            }
        }
    }
    let mut at = at.into_iter().peekable();
    let mut index = 0;
    let mut last_of = vec![0_usize; found.people.len()];
    while index < text.words.len() {
        while at.next_if(|(start, _)| *start < index).is_some() {}
        if let Some((_, (end, person))) = at.next_if(|(start, _)| *start == index) {
            found.mentions.push(PersonMention { words: index..end, person });
            last_of[person] = index + 1;
            index = end.max(index + 1);
            continue;
        }
        let word = text.word(index);
        let people = if word.is_capital() { by_first.get(&*word.lower) } else { None };
        if let Some(people) = people.filter(|_| !inside_other_name(text, index)) {
            let fits = people.iter().map(|person| (extent(text, index, &found.people[*person].parts), *person));
            let best = fits.max_by_key(|(end, person)| {
                (*end, !goes_by_husband(&found.people[*person]), last_of[*person], usize::MAX - *person)
            });
            if let Some((end, person)) = best.filter(|(end, _)| !runs_into_other_name(text, *end)) {
                found.mentions.push(PersonMention { words: index..end, person });
                last_of[person] = index + 1;
                index = end;
                continue;
            }
        }
        index += 1;
    }
}

/// Where the words from `start` on stop being parts of a name.
fn extent(text: &Text<'_>, start: usize, parts: &[String]) -> usize {
    let mut end = start + 1;
    while end < text.words.len() && text.joined(end - 1) && parts.iter().any(|part| part.as_str() == text.lower(end)) {
        end += 1;
    }
    end
}

/// `Stadion Bung Karno`, `Jalan Ahmad Yani`: a body or a street with a person's name.
fn inside_other_name(text: &Text<'_>, index: usize) -> bool {
    let Some(before) = index.checked_sub(1).filter(|before| text.joined(*before)) else { return false };
    let word = text.word(before);
    let office = roles::head(text, before).is_some();
    word.is_capital()
        && !office
        && lexicon().title(&word.lower).is_none()
        && word.cue().is_none()
        && !lexicon().common.has(word)
        && lexicon().regions.find(text, before).is_none()
}

fn runs_into_other_name(text: &Text<'_>, end: usize) -> bool {
    end > 0 && text.joined(end - 1) && text.word(end).is_capital() && name_word(text, end)
}
