//! People who are called by a word that is no name elsewhere: `kata Hari`, `ujar Media`, `tegas Lalu`.
//!
//! WHY apart: a common word is not believed as a name where it stands before one or at the head of a sentence. Alone and
//! with a capital letter behind `kata` it can only be what someone is called, and the article shows the full name
//! elsewhere: that word together with the name that follows it, or a run of capital words of which it is one end.

use jejak_archive::Stem as _;

use crate::annotate::names::parts::{is_acronym, name_word, run};
use crate::annotate::names::people::{Candidate, FoundPerson};
use crate::annotate::offices::roles::RoleMention;
use crate::annotate::organisations::is_body;
use crate::annotate::phrases::words;
use crate::hash::{HashSet, WordMap};
use crate::lexicon::{CueForm, lexicon};
use crate::lists::List;
use crate::stem::Indonesian;
use crate::text::{Shape, Text};

/// Most words of one article that are looked up; more of them are no names.
const MOST: usize = 40;

/// Gives the found names the words by which their holders are called, and adds the names that only such a word shows.
pub(crate) fn complete(text: &Text<'_>, candidates: &mut Vec<Candidate>, roles: &mut [RoleMention]) {
    let taken: HashSet<usize> = candidates.iter().flat_map(|candidate| candidate.words.clone()).collect();
    // `kata Putri`, and elsewhere `Anggota DPR RI Putri Budi Karyono`: a first name is taken alone, and called all the same.
    let lone = |at: usize| text.is(at, lexicon().given) || words().humans.contains(text.lower(at));
    let long: HashSet<usize> = candidates
        .iter()
        .filter(|candidate| candidate.words.len() > 1 || !lone(candidate.words.start))
        .flat_map(|candidate| candidate.words.clone())
        .collect();
    let called = called(text, &long);
    if called.is_empty() {
        return;
    }
    let is_called = |at: usize| text.word(at).is_capital() && called.contains_key(text.lower(at));
    for candidate in candidates.iter_mut() {
        let before = candidate.words.start.checked_sub(1);
        let Some(before) = before.filter(|at| text.joined(*at) && !taken.contains(at) && is_called(*at)) else {
            continue;
        };
        candidate.words.start = before;
        for role in roles.iter_mut().rev().filter(|role| role.words.start < before && role.words.end > before).take(1) {
            super::spoken::cut(text, role, before);
        }
    }
    let known: HashSet<usize> = candidates.iter().flat_map(|candidate| candidate.words.clone()).collect();
    let mut more: Vec<Candidate> = Vec::new();
    let mut at = 0;
    while at < text.words.len() {
        let first = at;
        at += 1;
        if !text.word(first).is_capital() || known.contains(&first) {
            continue;
        }
        // A run of capital words that begins or ends with the word.
        let name = if is_called(first) { first..end_of(text, first) } else { run(text, first) };
        at = name.end.max(at);
        let shown = name.len() > 1 && (is_called(name.start) || is_called(name.end - 1));
        if !shown || name.clone().any(|index| known.contains(&index)) || !believed(text, roles, &name) {
            continue;
        }
        let role = roles.iter().position(|role| role.words.end == name.start && role.holder.is_none());
        let role = role.filter(|role| !candidates.iter().any(|other| other.role == Some(*role)));
        more.push(Candidate { cue: true, role, ..Candidate::new(name) });
    }
    candidates.extend(more);
}

/// Adds the full name of a lone one where the article prints it with nothing beside it, once and the same: `kata Karyono`,
/// and `Sari menemui Budi Karyono`.
pub(crate) fn fuller(text: &Text<'_>, candidates: &mut Vec<Candidate>) {
    for candidate in candidates.iter_mut().filter(|candidate| candidate.words.len() == 1) {
        // `CEO Karmaya Tim Dewi`; but `Ketua Tim Dewi` leads a team.
        let firm = |first: usize| first > 0 && lexicon().brands.contains(text.lower(first - 1));
        let first = first_name(text, candidate.words.start);
        if let Some(first) = first.filter(|first| candidate.role.is_none() || firm(*first)) {
            candidate.words.start = first;
        }
    }
    let taken: HashSet<usize> = candidates.iter().flat_map(|candidate| candidate.words.clone()).collect();
    let mut long: HashSet<&str> = HashSet::default();
    let mut lone: WordMap<&str, Option<std::ops::Range<usize>>> = WordMap::default();
    for candidate in candidates.iter() {
        match candidate.words.len() {
            1 if lone.len() < MOST => drop(lone.insert(text.lower(candidate.words.start), None)),
            _ => long.extend(candidate.words.clone().map(|at| text.lower(at))),
        }
    }
    lone.retain(|word, _| !long.contains(word));
    if lone.is_empty() {
        return;
    }
    let mut several: HashSet<&str> = HashSet::default();
    for at in 0..text.words.len() {
        if !text.word(at).is_capital() || taken.contains(&at) || !lone.contains_key(text.lower(at)) {
            continue;
        }
        let Some(name) = full(text, at, &taken) else { continue };
        let Some(shown) = lone.get_mut(text.lower(at)) else { continue };
        match shown {
            Some(other) if text.slice(other.clone()) != text.slice(name.clone()) => {
                several.insert(text.lower(at));
            }
            Some(_) => {}
            None => *shown = Some(name),
        }
    }
    let mut more: Vec<std::ops::Range<usize>> =
        lone.into_iter().filter(|(word, _)| !several.contains(word)).filter_map(|(_, name)| name).collect();
    more.sort_unstable_by_key(|name| name.start);
    more.dedup();
    candidates.extend(more.into_iter().map(Candidate::new));
}

/// `semasa Tim Karyono`, where Karyono speaks: a first name before word `at` that is a word of the language.
fn first_name(text: &Text<'_>, at: usize) -> Option<usize> {
    at.checked_sub(1).filter(|before| {
        words().word_firsts.contains(text.lower(*before))
            && text.joined(*before)
            && text.word(*before).shape == Shape::Capital
            && *before > text.sentence_start(*before)
            && text.joined(before - 1)
    })
}

/// Most words of a full name on either side of the one by which its bearer is called.
const BESIDE: usize = 2;

/// The full name of which word `at` is a part: the words beside it that can only be names, if no other one joins them.
fn full(text: &Text<'_>, at: usize, taken: &HashSet<usize>) -> Option<std::ops::Range<usize>> {
    let part = |index: usize| {
        let lower = text.lower(index);
        !taken.contains(&index) && name_word(text, index) && (borne(lower) || only_a_name(text, index))
    };
    let mut start = at;
    while start > 0 && at - start < BESIDE && text.joined(start - 1) && part(start - 1) {
        start -= 1;
    }
    let mut end = at + 1;
    while end < text.words.len() && end - at <= BESIDE && text.joined(end - 1) && part(end) {
        end += 1;
    }
    let other = |index: usize| name_word(text, index) && !is_acronym(text, index);
    let before = start > 0 && text.joined(start - 1) && other(start - 1);
    let behind = end < text.words.len() && text.joined(end - 1) && text.word(end).is_capital();
    (end - start > 1 && !before && !behind).then_some(start..end)
}

/// Gives those whom the text calls by one word the full name that the headline prints: `Sari Karyono Sebut …`, and in the
/// text `kata Karyono`. A headline prints all words with capital letters, so what follows counts only if people bear it.
pub(crate) fn in_headline(headline: &Text<'_>, people: &mut [FoundPerson]) {
    /// Longest headline that is looked at, in words.
    const LONGEST: usize = 60;
    for person in people.iter_mut().take(MOST) {
        let [called] = &person.parts[..] else { continue };
        let count = headline.words.len().min(LONGEST);
        let Some(at) = (0..count).find(|at| headline.word(*at).is_capital() && headline.lower(*at) == called) else {
            continue;
        };
        let part = |index: usize| name_word(headline, index) && headline.word(index).shape == Shape::Capital;
        // What no list knows is a name beside one: `Kisah Sari Karyono`, not `Jawaban Karyono` nor `Karyono Sebut`.
        let unknown = |index: usize| {
            let lower = headline.lower(index);
            only_a_name(headline, index) && !lower.contains('-') && Indonesian.stem(lower) == lower
        };
        let given = |index: usize| part(index) && lexicon().given.contains(headline.lower(index));
        let mut start = at;
        while start > 0
            && at - start < BESIDE
            && headline.joined(start - 1)
            && (given(start - 1) || part(start - 1) && unknown(start - 1))
        {
            start -= 1;
        }
        let mut end = at + 1;
        while end < count && end - at <= BESIDE && headline.joined(end - 1) && (given(end) || part(end) && unknown(end))
        {
            end += 1;
        }
        if end - start > 1 {
            let name = headline.slice(start..end).split_whitespace().collect::<Vec<_>>().join(" ");
            person.aliases.insert(std::mem::replace(&mut person.name, name));
            person.parts = (start..end).map(|index| headline.lower(index).to_string()).collect();
        }
    }
}

/// Whether no list knows a word as anything but a name: no common word, office, title, area or body.
fn only_a_name(text: &Text<'_>, index: usize) -> bool {
    let lists = lexicon();
    let lower = text.lower(index);
    text.word(index).shape == Shape::Capital
        && !(lists.small.contains(lower) || lists.common.contains(lower) || lists.not_names.contains(lower))
        && !(words().humans.contains(lower) || words().places.contains(lower) || words().heads.contains(lower))
        && lists.title(lower).is_none()
        && lists.offices.find(text, index).is_none()
        && lists.regions.find(text, index).is_none()
        && !crate::stem::is_root(lower)
}

/// The words with a capital letter that stand alone behind a cue and belong to no name that is known.
fn called<'t>(text: &'t Text<'_>, taken: &HashSet<usize>) -> WordMap<&'t str, usize> {
    let mut called: WordMap<&str, usize> = WordMap::default();
    for index in 0..text.words.len() {
        let at = index + 1;
        let bare = text.word(index).is_lower()
            && (text.cue(index).is_some_and(|cue| cue.form == CueForm::Bare && !cue.nya)
                || text.lower(index) == "menurut");
        if !bare || at >= text.words.len() || !text.joined(index) || called.len() >= MOST {
            continue;
        }
        let word = text.word(at);
        let alone = !text.joined(at) || text.words.get(at + 1).is_some_and(|next| next.is_lower());
        let dated = List::DATES.has(word) && text.words.get(at + 1).is_none_or(|next| List::DATES.has(next))
            || matches!(&*word.lower, "senin" | "selasa" | "rabu" | "kamis" | "jumat" | "sabtu" | "minggu");
        let named = word.is_capital()
            && word.lower.chars().count() > 1
            && !taken.contains(&at)
            && !is_acronym(text, at)
            && !dated
            && (lexicon().regions.find(text, at).is_none() || borne(&word.lower))
            && !is_body(&word.lower)
            && !text.print(at).chars().skip(1).any(char::is_uppercase)
            && !words().bodies.contains(&*word.lower)
            && (!words().humans.contains(&*word.lower) || matches!(&*word.lower, "putri" | "putra" | "bintang"))
            && lexicon().offices.find(text, at).is_none()
            && word.title().is_none();
        if named && alone {
            called.entry(text.lower(at)).or_insert(at);
        }
    }
    called
}

/// Whether people bear a word as a name.
fn borne(word: &str) -> bool {
    lexicon().given.contains(word) || lexicon().also_given.contains(word)
}

/// Where the capital words from `start` on end.
fn end_of(text: &Text<'_>, start: usize) -> usize {
    let rest = start + 1;
    if rest < text.words.len() && text.joined(start) && text.word(rest).is_capital() {
        run(text, rest).end
    } else {
        rest
    }
}

/// Whether a run of capital words is someone's name: a part of it is one that people bear, or an office or a comma that
/// an office follows stands beside it.
fn believed(text: &Text<'_>, roles: &[RoleMention], name: &std::ops::Range<usize>) -> bool {
    let body = |at: usize| {
        let lower = text.lower(at);
        words().heads.contains(lower)
            || words().humans.contains(lower)
            || words().places.contains(lower)
            || words().bodies.contains(lower)
            || is_acronym(text, at)
    };
    let area = lexicon().regions.find(text, name.start).is_some_and(|(length, _)| length > 1);
    let office = roles.iter().any(|role| {
        role.words.end == name.start || (role.words.start == name.end && text.gap_before(name.end).trim() == ",")
    });
    !area && !name.clone().any(body) && (name.clone().any(|at| borne(text.lower(at))) || office)
}
