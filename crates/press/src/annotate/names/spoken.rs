//! Names that only their place beside a cue shows: `kata peneliti Pusat Kajian Air (PKA) Sari Dewi, Senin`.
//!
//! WHY last and only where nobody was found: who speaks is named somewhere in the phrase behind `kata` or right before
//! `mengatakan`. Where neither office nor honorific led to the name, the form of the phrase does: the run of two and more
//! capital words with which it ends, behind a bracket, a comma, an area or a noun, never behind a preposition.

use std::ops::Range;

use crate::annotate::names::parts::{alias, degrees, is_acronym, name_word, run};
use crate::annotate::names::people::Candidate;
use crate::annotate::offices::roles::RoleMention;
use crate::annotate::phrases::words;
use crate::hash::HashSet;
use crate::lexicon::{CueForm, TitlePlace, lexicon};
use crate::text::{Shape, Text};

/// Longest phrase of a speaker in words.
const PHRASE: usize = 26;
/// Fewest words of such a name.
const FEWEST: usize = 2;

/// The candidates that the found ones lack.
pub(crate) fn missing(text: &Text<'_>, found: &[Candidate], roles: &[RoleMention]) -> Vec<Candidate> {
    let taken: HashSet<usize> = found.iter().flat_map(|candidate| candidate.words.clone()).collect();
    let held: HashSet<usize> = found.iter().filter_map(|candidate| candidate.role).collect();
    let mut more: Vec<Candidate> = Vec::new();
    for index in 0..text.words.len() {
        let form = match text.lower(index) {
            "menurut" => CueForm::Bare,
            _ => match text.cue(index).filter(|cue| !cue.nya) {
                Some(cue) => cue.form,
                None => continue,
            },
        };
        let name = match form {
            CueForm::Bare if text.words[index].is_lower() || text.lower(index) == "menurut" => {
                behind(text, index + 1, &taken)
            }
            CueForm::Active => before(text, index, &taken)
                .or_else(|| apposed(text, index, &taken))
                .or_else(|| companion(text, index, &taken)),
            _ => None,
        };
        let Some((phrase, name)) = name else { continue };
        if more.iter().rev().take(4).any(|other| other.words == name) {
            continue;
        }
        // The phrase's office is the person's, if nobody holds it.
        let first = roles.partition_point(|role| role.words.start < phrase);
        let role = (first..roles.len())
            .take_while(|role| roles[*role].words.end <= name.start)
            .find(|role| !held.contains(role) && !more.iter().any(|other| other.role == Some(*role)));
        let (end, honorifics) = degrees(text, name.end);
        more.push(Candidate { alias: alias(text, end), words: name, honorifics, role, cue: true });
    }
    if found.is_empty() && more.is_empty() {
        more.extend(lone_subject(text));
    }
    more
}

/// `Sari Dewi tiba. …, ia menambahkan`: where nobody else is named, whom `ia` means.
fn lone_subject(text: &Text<'_>) -> Option<Candidate> {
    /// How many words from the start of an article are looked at.
    const SCAN: usize = 600;
    let count = text.words.len().min(SCAN);
    let pronoun = |index: usize| matches!(text.lower(index), "ia" | "dia" | "beliau");
    let cue = |index: usize| text.cue(index).is_some();
    let speaks = (0..count).any(|at| pronoun(at) && (cue(at + 1) || at.checked_sub(1).is_some_and(cue)));
    if !speaks {
        return None;
    }
    (0..count).filter(|at| text.sentence_start(*at) == *at).find_map(|at| {
        let name = run(text, at);
        let small = text.words.get(name.end).is_some_and(|next| next.is_lower()) && text.joined(name.end - 1);
        let free = name.len() >= FEWEST
            && lexicon().regions.find(text, at).is_none()
            && lexicon().offices.find(text, at).is_none()
            && name.clone().all(|index| text.words[index].shape == Shape::Capital);
        (small && free).then(|| Candidate { cue: true, ..Candidate::new(name) })
    })
}

/// `Sari Dewi bersama Budi Karyono mengatakan`: the name that opens the sentence, where another goes with it.
fn companion(text: &Text<'_>, index: usize, taken: &HashSet<usize>) -> Option<(usize, Range<usize>)> {
    let first = text.sentence_start(index);
    let name = run(text, first);
    let beside = matches!(text.lower(name.end), "bersama" | "didampingi") && index - first <= PHRASE;
    let free = name.len() >= FEWEST
        && !name.clone().any(|at| taken.contains(&at) || is_acronym(text, at))
        && is_free(text, first, &name);
    (beside && free && taken.contains(&(index - 1))).then_some((first, name))
}

/// The name with which the phrase behind a cue ends, and where the phrase begins.
fn behind(text: &Text<'_>, from: usize, taken: &HashSet<usize>) -> Option<(usize, Range<usize>)> {
    let first = text.words.get(from).filter(|_| from > 0 && text.joined(from - 1))?;
    let mut at = from;
    let mut best = None;
    while at < text.words.len().min(from + PHRASE) && text.words[at].sentence == first.sentence {
        let gap = text.gap_before(at);
        let word = &text.words[at];
        if taken.contains(&at) || gap.contains(['"', '“', '”', ';', ':']) {
            return None;
        }
        let listed = gap.contains(',');
        let mut name = run(text, at);
        // `Pos Pengamatan Gunung Karmaya Sari Dewi`: behind a kind of place its own word, then the name.
        let placed = at > from && text.joined(at - 1) && words().places.contains(text.lower(at - 1));
        if placed && name.len() > FEWEST && text.words[at - 1].is_capital() {
            name.start += 1;
        }
        if name.len() >= FEWEST && (placed && name.start > at || is_free(text, from, &name)) {
            if name.clone().any(|index| taken.contains(&index)) {
                return None;
            }
            if ends(text, name.end) {
                best = Some((from, name.clone()));
            }
            at = name.end;
            if listed {
                break;
            }
            continue;
        }
        let joins = words().connectors.contains(&*word.lower);
        if word.is_lower() && !joins && words().stops.contains(&*word.lower) {
            break;
        }
        if word.is_lower() && (listed || (word.cue().is_some() && at > from)) {
            break;
        }
        if listed && crate::annotate::dates::is_date_word(&word.lower) {
            break;
        }
        at = name.end.max(at + 1);
    }
    best
}

/// The name that ends right before an active cue, behind the words of a body.
fn before(text: &Text<'_>, index: usize, taken: &HashSet<usize>) -> Option<(usize, Range<usize>)> {
    let mut last = index.checked_sub(1)?;
    // `Sari Dewi (SDL) mengatakan`.
    if text.gap_before(index).trim() == ")" && text.gap_before(last).trim() == "(" {
        last = last.checked_sub(1)?;
    } else if !text.joined(last) {
        return None;
    }
    let mut start = last + 1;
    while start > 0
        && name_word(text, start - 1)
        && !is_acronym(text, start - 1)
        && (start > last || text.joined(start - 1))
    {
        start -= 1;
    }
    let name = start..last + 1;
    let body = start > 0 && (text.words[start - 1].is_capital() || text.gap_before(start).trim() == ")");
    if name.len() < FEWEST || !body || name.clone().any(|at| taken.contains(&at)) || !is_free(text, start, &name) {
        return None;
    }
    Some((text.sentence_start(start), name))
}

/// `Sari Dewi, VP for Materials di Karya Board Sukaraya, menilai`: the name that opens the sentence.
fn apposed(text: &Text<'_>, index: usize, taken: &HashSet<usize>) -> Option<(usize, Range<usize>)> {
    let first = text.sentence_start(index);
    if index - first > PHRASE || text.gap_before(index).trim() != "," || !text.words[index].is_lower() {
        return None;
    }
    let name = run(text, first);
    let apposition = text.gap_before(name.end).trim() == "," && name.end + 1 < index;
    let free = name.len() >= FEWEST
        && lexicon().regions.find(text, first).is_none()
        && lexicon().offices.find(text, first).is_none()
        && !name.clone().any(|at| taken.contains(&at) || is_acronym(text, at));
    // Nothing in between says anything: `Sari Dewi, kata Budi, menilai`.
    let quiet = (name.end..index).all(|at| text.cue(at).is_none());
    (apposition && free && quiet).then_some((first, name))
}

/// Whether what stands before a run of capital words lets it be a name: no preposition, no kind of place.
fn is_free(text: &Text<'_>, from: usize, name: &Range<usize>) -> bool {
    let area = lexicon().regions.find(text, name.start).is_some();
    let office = lexicon().offices.find(text, name.start).is_some();
    if area || office || lexicon().title(text.lower(name.start)) == Some(TitlePlace::Behind) {
        return false;
    }
    let Some(last) = name.start.checked_sub(1).filter(|last| *last >= from || *last + 1 == from) else { return true };
    let gap = text.gap_before(name.start);
    if gap.contains([',', ')']) {
        return true;
    }
    let lower = text.lower(last);
    let word = &text.words[last];
    if word.is_lower() {
        return !words().connectors.contains(lower)
            && !words().stops.contains(lower)
            && !words().things.contains(lower);
    }
    // `Kepala Desa Suka Maju`, `Jalan Suka Maju`: a place; `Bank Karya Jaya`: a firm.
    let local = words().places.contains(lower) || words().heads.contains(lower);
    let ends_office = (1..=4).any(|count| {
        name.start.checked_sub(count).is_some_and(|start| {
            lexicon().offices.find(text, start).is_some_and(|(length, _)| start + length == name.start)
        })
    });
    !local && !ends_office
}

/// Whether the phrase ends at a word: at a mark, a bracket, or a word that says when, where or to whom.
fn ends(text: &Text<'_>, index: usize) -> bool {
    let gap = text.gap_before(index).trim_start();
    let lower = text.words.get(index).is_some_and(|word| word.is_lower());
    gap.starts_with([',', '.', '(', '!', '?', ')']) || lower || index >= text.words.len() || gap.contains('\n')
}

#[cfg(test)]
mod tests {
    use crate::annotate::names::people::find;
    use crate::text::Text;

    fn names(raw: &str) -> Vec<String> {
        find(&Text::new(raw)).people.into_iter().map(|person| person.name).collect()
    }

    #[test]
    fn a_name_at_the_end_of_the_phrase_behind_a_cue() {
        for raw in [
            "\"Siap,\" kata Ahli Utama untuk Bank Karmaya di Indonesia Rodrigo Karyono di Jakarta.",
            "\"Siap,\" kata Ketua Pusat Kajian Air Bersih Tower Center (PKAB) Rodrigo Karyono, Senin.",
            "\"Siap,\" kata Camat Neglakarya, Kabupaten Tangerang, Rodrigo Karyono, Sabtu (18/5/2020).",
            "\"Siap,\" ujar Corporate Secretary bank bkb Rodrigo Karyono, dalam keterangannya.",
            "Menurut ahli gizi di New Karmaya City, Rodrigo Karyono, hal itu baik.",
            "Rodrigo Karyono, VP for Materials di Karmaya Board Sukaraya, menilai hal itu baik.",
            "\"Kita menunggu,\" kata korban bernama Rodrigo Karyono kepada wartawan.",
        ] {
            assert!(names(raw).contains(&"Rodrigo Karyono".to_string()), "{raw}: {:?}", names(raw));
        }
    }

    #[test]
    fn places_behind_a_cue_are_no_persons() {
        for raw in [
            "\"Siap,\" kata Kepala Desa Suka Maju saat ditemui.",
            "\"Siap,\" kata warga Jalan Melati Indah, Senin.",
            "\"Siap,\" kata pedagang asal Pulau Karang Baru itu.",
            "Ketua Pengadilan Negeri Bandung mengatakan hal itu.",
        ] {
            assert_eq!(names(raw), Vec::<String>::new(), "{raw}");
        }
    }
}
