//! A holder behind a comma that follows a firm or another body: `Manajer PT Karmaya Automobile, Sari Dewi`.
//!
//! WHY apart: the last word of a firm's name that no list knows looks like a lone holder behind an office. Where a full
//! name follows behind a comma, that one holds the office, and the word is the firm's.

use std::ops::Range;

use crate::annotate::dates::is_date_word;
use crate::annotate::names::parts::{honorifics, is_acronym};
use crate::annotate::names::people::Candidate;
use crate::annotate::offices::holders;
use crate::annotate::offices::roles::RoleMention;
use crate::annotate::phrases::words;
use crate::lexicon::{CueForm, lexicon};
use crate::text::Text;

/// How many words before a holder the head of a firm's name may stand.
const REACH: usize = 5;
/// Most words of the name behind the comma.
const LONGEST: usize = 4;

/// Gives offices the holders behind the comma in place of the last words of their firms.
#[expect(clippy::indexing_slicing, reason = "candidates are counted, and the office of each is one of `roles`")]
pub(crate) fn settle(text: &Text<'_>, candidates: &mut Vec<Candidate>, roles: &mut [RoleMention]) {
    let starts: crate::hash::HashMap<usize, usize> =
        candidates.iter().enumerate().map(|(index, candidate)| (candidate.words.start, index)).collect();
    let mut bodies = Vec::new();
    for index in 0..candidates.len() {
        let candidate = &candidates[index];
        let Some(role) = candidate.role.filter(|_| candidate.honorifics.is_empty()) else { continue };
        let words = candidate.words.clone();
        let office = roles[role].words.clone();
        if office.end != words.start || text.gap_before(words.start).contains(',') {
            continue;
        }
        let free = !words.clone().any(|at| borne(text, at));
        let told = free && spoken(text, office.start);
        let heads = free && text.word(office.start).is_capital() && text.sentence_start(office.start) == office.start;
        if !(told || heads || words.len() <= 2 && of_firm(text, words.start)) {
            continue;
        }
        let Some((titles, name)) = behind(text, words.end) else { continue };
        // `Sekretaris Jenderal Karmatel, Sari Dewi, menegaskan`: who speaks holds the office, though the body speaks elsewhere.
        if heads && !told && !tells(text, &name) {
            continue;
        }
        match starts.get(&name.start) {
            None => {
                holders::extend(text, &mut roles[role], words.end);
                candidates[index].words = name;
                candidates[index].honorifics = titles;
            }
            Some(holder) if (told || heads) && candidates[*holder].role.is_none() => {
                holders::extend(text, &mut roles[role], words.end);
                candidates[*holder].role = Some(role);
                bodies.push(index);
            }
            Some(_) => {}
        }
    }
    let mut index = 0;
    candidates.retain(|_| {
        index += 1;
        bodies.binary_search(&(index - 1)).is_err()
    });
}

/// `Kepala BBWS Karmarum mengatakan`, where elsewhere stands `Kepala BBWS Karmarum, Sari Dewi`: gives such a lone word back
/// to the body.
#[expect(clippy::indexing_slicing, reason = "the office of a candidate is one of `roles`")]
pub(crate) fn settle_bodies(text: &Text<'_>, candidates: &mut Vec<Candidate>, roles: &mut [RoleMention]) {
    let whole: Vec<(String, String)> = candidates
        .iter()
        .filter(|candidate| candidate.words.len() > 1)
        .filter_map(|candidate| {
            let role = &roles[candidate.role?];
            Some((role.office.clone(), role.organisation.as_ref()?.to_lowercase()))
        })
        .collect();
    if whole.is_empty() {
        return;
    }
    candidates.retain(|candidate| {
        let Some(role) = candidate.role.filter(|_| candidate.words.len() == 1 && candidate.honorifics.is_empty())
        else {
            return true;
        };
        let word = text.lower(candidate.words.start);
        let Some(body) = roles[role].organisation.as_ref().map(|body| format!("{} {word}", body.to_lowercase())) else {
            return true;
        };
        let own = roles[role].words.end == candidate.words.start
            && whole.iter().any(|(office, other)| *office == roles[role].office && *other == body);
        if own {
            holders::extend(text, &mut roles[role], candidate.words.end);
        }
        !own
    });
}

/// Whether a name speaks: a cue stands behind it, a comma between the two or none.
fn tells(text: &Text<'_>, name: &Range<usize>) -> bool {
    let end = crate::annotate::names::parts::degrees(text, name.end).0;
    let same = text.words.get(end).is_some_and(|next| next.sentence == text.word(name.start).sentence);
    same && text.gap_before(end).trim().trim_matches(',').is_empty()
        && text.cue(end).is_some_and(|cue| cue.form == CueForm::Active && !cue.nya)
}

/// `kata Kepala SMAN 1 Sukakarya, Sari dalam …`: whether the office at word `start` stands right behind a cue, so that
/// what a comma sets off behind it is who speaks or where.
fn spoken(text: &Text<'_>, start: usize) -> bool {
    start.checked_sub(1).is_some_and(|before| {
        text.joined(before)
            && text.word(before).is_lower()
            && text.cue(before).is_some_and(|cue| cue.form == CueForm::Bare && !cue.nya)
    })
}

/// Whether a word is one that people are called by.
fn borne(text: &Text<'_>, at: usize) -> bool {
    lexicon().given.contains(text.lower(at)) || lexicon().also_given.contains(text.lower(at))
}

/// Whether the word at `start` goes on with a firm's name: `PT`, `CV` or `Bank` heads the capital words before it.
fn of_firm(text: &Text<'_>, start: usize) -> bool {
    let mut at = start;
    while at > 0 && start - at < REACH && text.joined(at - 1) && text.word(at - 1).is_capital() {
        at -= 1;
        if words().heads.contains(text.lower(at)) {
            return true;
        }
    }
    false
}

/// The full name, with its titles, that a comma at word `end` sets off and at which the phrase ends.
fn behind(text: &Text<'_>, end: usize) -> Option<(Vec<String>, Range<usize>)> {
    if text.gap_before(end).trim() != "," {
        return None;
    }
    let (start, titles) = honorifics(text, end);
    let mut stop = start + 1;
    while stop < text.words.len() && text.joined(stop - 1) && text.word(stop).is_capital() && !is_acronym(text, stop) {
        stop += 1;
    }
    let name = start..stop;
    let same = text.words.get(start)?.sentence == text.word(end - 1).sentence;
    let stops = !text.joined(name.end.checked_sub(1)?)
        || text.words.get(name.end).is_some_and(|next| next.is_lower() && &*next.lower != "dan");
    let free = text.word(start).is_capital()
        && lexicon().offices.find(text, start).is_none()
        && lexicon().regions.find(text, start).is_none()
        && !name.clone().any(|at| {
            let lower = text.lower(at);
            is_date_word(lower) || words().heads.contains(lower) || words().places.contains(lower)
        });
    // A lone word may be a place; where the speaker's circumstances follow it is a name.
    let goes_on = matches!(text.lower(name.end), "dalam" | "saat" | "ketika" | "kepada" | "melalui" | "lewat" | "usai");
    let lone = name.len() == 1 && goes_on && !is_acronym(text, start);
    (same && stops && free && (lone || (2..=LONGEST).contains(&name.len()))).then_some((titles, name))
}
