//! Names that only their place beside a cue shows: `kata peneliti Pusat Kajian Air (PKA) Sari Dewi, Senin`.
//!
//! WHY last and only where nobody was found: who speaks is named somewhere in the phrase behind `kata` or right before
//! `mengatakan`. Where neither office nor honorific led to the name, the form of the phrase does: the run of two and more
//! capital words with which it ends, behind a bracket, a comma, an area or a noun, never behind a preposition.

use std::ops::Range;

use crate::annotate::names::parts::{LONGEST, alias, degrees, ends_lone, is_acronym, name_word, run};
use crate::annotate::names::people::Candidate;
use crate::annotate::offices::roles::RoleMention;
use crate::annotate::phrases::words;
use crate::annotate::statements::bodies;
use crate::hash::HashSet;
use crate::lexicon::{CueForm, TitlePlace, lexicon};
use crate::lists::List;
use crate::text::{Shape, Text};

/// Longest phrase of a speaker in words.
const PHRASE: usize = 26;
/// Fewest words of such a name.
const FEWEST: usize = 2;

/// The candidates that the found ones lack.
pub(crate) fn missing(text: &Text<'_>, found: &[Candidate], roles: &mut [RoleMention]) -> Vec<Candidate> {
    let taken: HashSet<usize> = found.iter().flat_map(|candidate| candidate.words.clone()).collect();
    let held: HashSet<usize> = found.iter().filter_map(|candidate| candidate.role).collect();
    let mut more: Vec<Candidate> = Vec::new();
    for index in (0..text.words.len()).filter(|index| text.is(*index, List::CUES)) {
        let form = match text.lower(index) {
            "menurut" => CueForm::Bare,
            _ => match text.cue(index).filter(|cue| !cue.nya) {
                Some(cue) => cue.form,
                None => continue,
            },
        };
        let name = match form {
            CueForm::Bare if text.word(index).is_lower() || text.lower(index) == "menurut" => {
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
        for role in roles.iter_mut().skip(first).take_while(|role| role.words.start < name.start) {
            cut(text, role, name.start);
        }
        #[expect(clippy::indexing_slicing, reason = "offices are counted")]
        let role = (first..roles.len())
            .take_while(|role| roles[*role].words.end <= name.start)
            .find(|role| !held.contains(role) && !more.iter().any(|other| other.role == Some(*role)));
        let (end, honorifics) = degrees(text, name.end);
        more.push(Candidate { alias: alias(text, end), words: name, honorifics, role, cue: true });
    }
    for (index, role) in roles.iter_mut().enumerate() {
        let held = held.contains(&index) || role.holder.is_some();
        if held || more.iter().any(|other| other.role == Some(index)) {
            continue;
        }
        if let Some(name) = swallowed(text, role, &taken) {
            cut(text, role, name.start);
            more.push(Candidate { role: Some(index), ..Candidate::new(name) });
        }
    }
    if found.is_empty() && more.is_empty() {
        more.extend(lone_subject(text));
    }
    more
}

/// `Komisaris PT Karya Terang Sari Dewi belum dapat memastikan`: the name that ends what looks like the firm of an office,
/// if it begins with a first name and a word in small letters goes on.
fn swallowed(text: &Text<'_>, role: &RoleMention, taken: &HashSet<usize>) -> Option<Range<usize>> {
    let end = role.words.end;
    let goes_on = end > 0
        && text.joined(end - 1)
        && text.words.get(end).is_some_and(|next| {
            next.is_lower()
                && !words().connectors.contains(&*next.lower)
                && !matches!(&*next.lower, "ke" | "dalam" | "itu")
        });
    if !goes_on {
        return None;
    }
    let mut start = end;
    while start > role.words.start && text.word(start - 1).is_capital() && (start == end || text.joined(start - 1)) {
        start -= 1;
    }
    let name = ending(text, start, start..end).filter(|name| name.start > start && name.len() >= FEWEST)?;
    // `Rektor Universitas Sari Dewi`, `Kepala SMA Sari Dewi`: named after a person.
    let before = text.lower(name.start - 1);
    let named_after =
        words().heads.contains(before) || words().places.contains(before) || words().things.contains(before);
    (text.is(name.start, lexicon().given) && !named_after && !name.clone().any(|at| taken.contains(&at)))
        .then_some(name)
}

/// Takes back from an office the words from `start` on, which are its holder's name and what follows it.
pub(crate) fn cut(text: &Text<'_>, role: &mut RoleMention, start: usize) {
    if role.words.end <= start {
        return;
    }
    let more = text.slice(start..role.words.end).split_whitespace().collect::<Vec<_>>().join(" ");
    role.words.end = start;
    role.as_printed = text.slice(role.words.clone()).to_string();
    role.organisation = role
        .organisation
        .take()
        .map(|body| body.strip_suffix(more.as_str()).map_or(body.clone(), |rest| rest.trim_end().to_string()))
        .filter(|body| !body.is_empty());
}

/// `Sari Dewi tiba. …, ia menambahkan`, `Pemain film Sari Dewi pulang. … katanya`: where nobody else is named, whom `ia`
/// and -nya mean.
fn lone_subject(text: &Text<'_>) -> Option<Candidate> {
    /// How many words from the start of an article are looked at.
    const SCAN: usize = 600;
    let count = text.words.len().min(SCAN);
    let pronoun = |index: usize| matches!(text.lower(index), "ia" | "dia" | "beliau");
    let cue = |index: usize| text.cue(index).is_some();
    let speaks = (0..count).any(|at| {
        pronoun(at) && (cue(at + 1) || at.checked_sub(1).is_some_and(cue)) || text.cue(at).is_some_and(|cue| cue.nya)
    });
    if !speaks {
        return None;
    }
    let human = |at: usize| words().humans.contains(text.lower(at));
    let begins = |at: &usize| {
        let at = *at;
        let described = at > 0 && text.joined(at - 1) && text.word(at - 1).is_lower();
        text.sentence_start(at) == at
            || at > 0 && text.gap_before(at).trim() == ","
            || described && (human(at - 1) || at > 1 && text.joined(at - 2) && human(at - 2))
    };
    (0..count).filter(begins).find_map(|at| {
        let name = run(text, at);
        let free = name.len() >= FEWEST
            && text.words.get(name.end).is_some_and(|next| next.is_lower())
            && text.joined(name.end - 1)
            && lexicon().regions.find(text, at).is_none()
            && lexicon().offices.find(text, at).is_none()
            && name.clone().all(|index| text.word(index).shape == Shape::Capital);
        free.then(|| Candidate { cue: true, ..Candidate::new(name) })
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
    while at < text.words.len().min(from + PHRASE) && text.word(at).sentence == first.sentence {
        let gap = text.gap_before(at);
        let word = text.word(at);
        if gap.contains(['"', '“', '”', ';', ':']) {
            return None;
        }
        if taken.contains(&at) {
            // `ujar anak Budi, Sari Dewi`: a relative's name comes first.
            if at > from && words().owned.contains(text.lower(at - 1)) && text.word(at - 1).is_lower() {
                at = (at..at + LONGEST).find(|next| !taken.contains(next))?;
                continue;
            }
            return None;
        }
        let listed = gap.contains(',');
        if List::DATES.has(word) && (listed || word.is_capital()) {
            break;
        }
        if word.is_capital() {
            let end = stretch_end(text, at);
            if (at..=end).any(|index| taken.contains(&index)) {
                return None;
            }
            // `kata Sari Aula, Direktur …`: right behind the cue a first name makes the rest one.
            let called = at == from
                && end - at >= FEWEST
                && end - at <= 4
                && lexicon().given.has(word)
                && !(at..end).any(|index| is_acronym(text, index));
            let name = if called {
                Some(at..end)
            } else {
                ending(text, from, at..end).or_else(|| (listed && lone(text, from, at, end)).then_some(at..end))
            };
            if ends(text, end)
                && let Some(name) = name
            {
                best = Some((from, name));
                if listed {
                    break;
                }
            }
            at = end;
            continue;
        }
        let joins = words().connectors.contains(&*word.lower);
        let stops = word.is_lower() && !joins && words().stops.contains(&*word.lower);
        // `Direktur Penyuluhan, Pelayanan, dan Humas Karya, Sari Dewi`: the last part of an office's list.
        let list = listed && &*word.lower == "dan" && text.words.get(at + 1).is_some_and(crate::text::Word::is_capital);
        if stops || word.is_lower() && (listed && !list || (word.cue().is_some() && at > from)) {
            break;
        }
        at += 1;
    }
    best
}

/// `kata penyelenggara lomba, Farna, dalam …`: whether the one capital word behind a comma is the name of the person whom
/// the words from `from` on describe; behind `di` and `dari` it goes on with a place.
fn lone(text: &Text<'_>, from: usize, at: usize, end: usize) -> bool {
    let (lower, head) = (text.lower(at), text.lower(from));
    let body = words().bodies.contains(head) || words().things.contains(head) || words().places.contains(head);
    let place = (from..at).any(|index| matches!(text.lower(index), "di" | "dari" | "ke" | "kota" | "kabupaten"));
    let known = lexicon().not_names.contains(lower)
        || lexicon().small.contains(lower)
        || lexicon().common.contains(lower)
        || lexicon().title(lower).is_some()
        || lexicon().offices.find(text, at).is_some();
    let gap = text.gap_before(end).trim_start();
    let stops = text.words.get(end).is_some_and(|next| next.is_lower() && words().stops.contains(&*next.lower));
    end == at + 1
        && !(body || place || known)
        && text.word(at).shape == Shape::Capital
        && lower.len() >= 4
        && is_free(text, from, &(at..end))
        && (gap.starts_with([',', '.', '(']) || stops)
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
    if !text.word(last).is_capital() {
        return None;
    }
    let first = text.sentence_start(last);
    let mut start = last;
    while start > first && last - start < PHRASE && text.word(start - 1).is_capital() && linked(text, start) {
        start -= 1;
    }
    let name = ending(text, start, start..last + 1)?;
    let body = (name.start > start && name.len() >= FEWEST) || text.gap_before(start).trim() == ")";
    let known = name.len() >= FEWEST && name.clone().any(|at| text.is(at, lexicon().given));
    if !(body || known) || name.clone().any(|at| taken.contains(&at)) {
        return None;
    }
    Some((first, name))
}

/// Whether only spaces, or the full stop of a short form, stand between a word and the one before it.
fn linked(text: &Text<'_>, index: usize) -> bool {
    let Some(before) = index.checked_sub(1) else { return false };
    let short = text.word(before).end - text.word(before).start <= 3;
    let same = text.words.get(index).is_some_and(|word| word.sentence == text.word(before).sentence);
    text.joined(before) || (short && same && text.gap_before(index).trim() == ".")
}

/// Where the capital words from `start` on end, with the particles between the parts of a name.
fn stretch_end(text: &Text<'_>, start: usize) -> usize {
    let mut end = start + 1;
    while end < text.words.len() && end - start < PHRASE && linked(text, end) {
        let word = text.word(end);
        let particle = matches!(&*word.lower, "bin" | "binti" | "van" | "der" | "de" | "al" | "el" | "von")
            && text.words.get(end + 1).is_some_and(crate::text::Word::is_capital);
        let anew = end == start + 1 && ends_lone(text, end);
        if anew || !(word.is_capital() || particle) || List::DATES.has(word) {
            break;
        }
        end += 1;
    }
    end
}

/// The name with which a stretch of capital words ends, read backwards up to the first word that belongs to a body, an
/// area or an office.
fn ending(text: &Text<'_>, from: usize, stretch: Range<usize>) -> Option<Range<usize>> {
    let given = |at: usize| text.is(at, lexicon().given);
    let mut start = stretch.end;
    while start > stretch.start && stretch.end - start < LONGEST && part_of_name(text, start - 1, stretch.start) {
        start -= 1;
    }
    let own = start > stretch.start;
    let last = text.lower(start.saturating_sub(1));
    if own && words().heads.contains(last) {
        // `PT Karya Terang Agus Salim`: a firm's name has no end but the name behind it.
        start = (start..stretch.end).find(|at| given(*at))?;
    } else if own && (words().places.contains(last) || local_office(text, start) && !given(start)) {
        // `Pos Pengamatan Gunung Karmaya Sari Dewi`: behind a kind of place its own word, then the name.
        start = (start + 1).min(stretch.end);
        if stretch.end - start < FEWEST {
            return None;
        }
    }
    // `Balai Taman Nasional Karmaya Nilo`: what lies behind a kind of place is its name.
    let kind = |at: usize| matches!(text.lower(at), "taman" | "cagar" | "suaka");
    if own && (stretch.start.max(start.saturating_sub(3))..start).any(kind) && !(start..stretch.end).any(given) {
        return None;
    }
    let name = start..stretch.end;
    let enough = name.len() >= FEWEST || (own && name.len() == 1 && given(name.start));
    (enough && (own || is_free(text, from, &name))).then_some(name)
}

/// Whether a word in a stretch of capital words that begins at `first` may be part of a person's name.
fn part_of_name(text: &Text<'_>, at: usize, first: usize) -> bool {
    let lower = text.lower(at);
    let small_particle = text.word(at).is_lower();
    if lexicon().given.contains(lower) || small_particle {
        return true;
    }
    if lexicon().also_given.contains(lower) && at > first && name_word(text, at - 1) && !is_acronym(text, at - 1) {
        return true;
    }
    let area = (1..=3).any(|count| {
        (at + 1).checked_sub(count).is_some_and(|start| {
            start >= first && lexicon().regions.find(text, start).is_some_and(|(length, _)| length == count)
        })
    });
    name_word(text, at) && !is_acronym(text, at) && !area
}

/// Whether an office whose place is one word ends right before a word: `Camat`, `Kepala Desa`.
fn local_office(text: &Text<'_>, start: usize) -> bool {
    (1..=3).any(|count| {
        start.checked_sub(count).is_some_and(|at| {
            lexicon().offices.find(text, at).is_some_and(|(length, office)| {
                length == count
                    && matches!(office.normal.as_str(), "Camat" | "Lurah" | "Kepala Desa" | "Kapolsek" | "Danramil")
            })
        })
    })
}

/// `Sari Dewi, VP for Materials di Karya Board Sukaraya, menilai`: the name that opens the sentence.
fn apposed(text: &Text<'_>, index: usize, taken: &HashSet<usize>) -> Option<(usize, Range<usize>)> {
    let mut first = text.sentence_start(index);
    if index - first > PHRASE || !text.word(index).is_lower() {
        return None;
    }
    // `Adapun Sari Dewi, CEO Karya yang berkantor di Sukaraya menilai`.
    first += usize::from(lexicon().often.contains(text.lower(first)) && text.joined(first));
    let name = run(text, first);
    let office = lexicon().offices.find(text, name.end).is_some();
    if text.gap_before(index).trim() != "," && !office {
        return None;
    }
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
    if area || office || text.title(name.start) == Some(TitlePlace::Behind) {
        return false;
    }
    let Some(last) = name.start.checked_sub(1).filter(|last| *last >= from || *last + 1 == from) else { return true };
    let gap = text.gap_before(name.start);
    if gap.contains([',', ')']) {
        return true;
    }
    let lower = text.lower(last);
    let word = text.word(last);
    if word.is_lower() {
        let said = bodies::is_saying(lower) && !name.clone().any(|at| lexicon().given.contains(text.lower(at)));
        return !said
            && !words().connectors.contains(lower)
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
            "\"Siap,\" kata Asisten Intelijen Kejati Lampung Rodrigo Karyono di Bandarlampung, Jumat.",
            "\"Siap,\" kata Direktur Penyuluhan, Pelayanan, dan Humas DJK, Rodrigo Karyono dalam keterangannya.",
            "\"Siap,\" kata Kepala Pangkalan Pengawasan (PPK) KKB Batam, Kepulauan Riau, Rodrigo Karyono.",
            "Petugas Pos Pengamatan Gunung Karmaya Rodrigo Karyono mengatakan hal itu.",
            "Di sisi lain, Ketua Perhimpunan Hotel (PHK) Sleman Rodrigo Karyono mengaku heran.",
            "\"Siap,\" kata\nRodrigo Karyono\nsaat ditemui, Senin.",
            "\"Siap,\" kata istri Budi Santoso, Rodrigo Karyono, Senin. Budi Santoso diam.",
            "\"Kita menunggu,\" kata korban bernama Rodrigo Karyono kepada wartawan.",
        ] {
            assert!(names(raw).contains(&"Rodrigo Karyono".to_string()), "{raw}: {:?}", names(raw));
        }
    }

    #[test]
    fn numerals_and_clipped_offices_are_no_part_of_a_name() {
        for (raw, name) in [
            ("\"Siap,\" kata Ketua Satgas Supervisi Wilayah V Rodrigo Karyono, Senin.", "Rodrigo Karyono"),
            ("Direktur Jenderal Kementerian Pertanian I Ketut Karyono mengatakan hal itu.", "I Ketut Karyono"),
            ("\"Siap,\" kata Sesmenko Rodrigo Karyono, Senin.", "Rodrigo Karyono"),
        ] {
            assert_eq!(names(raw), [name], "{raw}");
        }
    }

    #[test]
    fn words_that_end_bodies_also_end_names() {
        for (raw, name) in [
            ("\"Siap,\" kata Bupati Lampung Selatan Agus Egi Pratama di Kalianda, Senin.", "Agus Egi Pratama"),
            ("Kapolres Karmaya AKBP Budi Putra Karyono mengatakan hal itu.", "Budi Putra Karyono"),
            ("\"Siap,\" kata Herry Islam Aula, Direktur PT Karmaya, Senin.", "Herry Islam Aula"),
        ] {
            assert!(names(raw).contains(&name.to_string()), "{raw}: {:?}", names(raw));
        }
    }

    #[test]
    fn places_behind_a_cue_are_no_persons() {
        for raw in [
            "\"Siap,\" kata Kepala Desa Suka Maju saat ditemui.",
            "\"Siap,\" kata warga Jalan Melati Indah, Senin.",
            "\"Siap,\" kata pedagang asal Pulau Karang Baru itu.",
            "Ketua Pengadilan Negeri Bandung mengatakan hal itu.",
            "PT Karmaya Indonesia Ferry mengatakan hal itu.",
            "Balai Taman Nasional Karmaya Nilo mengatakan hal itu.",
        ] {
            assert_eq!(names(raw), Vec::<String>::new(), "{raw}");
        }
    }
}
