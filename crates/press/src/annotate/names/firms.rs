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
pub(crate) fn settle(text: &Text<'_>, candidates: &mut [Candidate], roles: &mut [RoleMention]) {
    let ends: crate::hash::HashSet<usize> = candidates.iter().map(|candidate| candidate.words.start).collect();
    for candidate in candidates.iter_mut() {
        let Some(role) = candidate.role.filter(|_| candidate.honorifics.is_empty()) else { continue };
        let words = candidate.words.clone();
        let told = spoken(text, roles[role].words.start) && !words.clone().any(|at| borne(text, at));
        if roles[role].words.end != words.start
            || text.gap_before(words.start).contains(',')
            || !(told || words.len() <= 2 && of_firm(text, words.start))
        {
            continue;
        }
        if let Some((titles, name)) = behind(text, words.end).filter(|(_, name)| !ends.contains(&name.start)) {
            holders::extend(text, &mut roles[role], words.end);
            candidate.words = name;
            candidate.honorifics = titles;
        }
    }
}

/// `kata Kepala SMAN 1 Sukakarya, Sari dalam …`: whether the office at word `start` stands right behind a cue, so that
/// what a comma sets off behind it is who speaks or where.
fn spoken(text: &Text<'_>, start: usize) -> bool {
    start.checked_sub(1).is_some_and(|before| {
        text.joined(before)
            && text.words[before].is_lower()
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
    while at > 0 && start - at < REACH && text.joined(at - 1) && text.words[at - 1].is_capital() {
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
    while stop < text.words.len() && text.joined(stop - 1) && text.words[stop].is_capital() && !is_acronym(text, stop) {
        stop += 1;
    }
    let name = start..stop;
    let same = text.words.get(start)?.sentence == text.words[end - 1].sentence;
    let stops = !text.joined(name.end.checked_sub(1)?)
        || text.words.get(name.end).is_some_and(|next| next.is_lower() && &*next.lower != "dan");
    let free = text.words[start].is_capital()
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
