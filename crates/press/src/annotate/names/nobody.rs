//! Holders of an office who are nobody: `Nelayan Sukaraya Tewas Tenggelam`, `para pemain Karma Bintang`.
//!
//! WHY: behind an office whatever has capital letters is taken for its holder unless something speaks against it, and a
//! headline, a ware or a club has them too. What nothing shows to be a name (no title, no cue, no first name that the lists
//! have) is let go where its words are words of the language, where it begins with an area, and where several hold the
//! office.

use std::ops::Range;

use jejak_archive::Stem as _;

use crate::annotate::names::evidence::Evidence;
use crate::annotate::names::people::Candidate;
use crate::annotate::offices::holders;
use crate::annotate::offices::roles::RoleMention;
use crate::lexicon::lexicon;
use crate::lists::List;
use crate::stem::{Indonesian, is_root};
use crate::text::Text;

/// Words before an office that several hold.
const SEVERAL: &[&str] = &["para", "sejumlah", "beberapa", "seluruh", "semua", "setiap", "banyak", "antar"];
/// Words before an office's that make them a firm's or a ware's name: `PT Raja Karya Jaya`.
const FIRMS: &[&str] = &["pt", "cv", "ud", "toko", "kapal", "km", "kmp", "hotel", "jalan", "jl"];

/// Lets go those holders of offices who are nobody; what stands right behind an office is then where it is held.
#[expect(clippy::indexing_slicing, reason = "each candidate was judged, and its office is one of `roles`")]
pub(crate) fn let_go(
    text: &Text<'_>,
    candidates: &mut Vec<Candidate>,
    roles: &mut [RoleMention],
    evidence: &Evidence<'_, '_>,
) {
    let nobody: Vec<bool> = candidates
        .iter()
        .map(|found| {
            found.role.is_some_and(|role| is_nobody(text, &roles[role], found, evidence))
                && !candidates.iter().any(|other| vouches(text, other, found))
        })
        .collect();
    if !nobody.contains(&true) {
        return;
    }
    let mut index = 0;
    candidates.retain(|found| {
        let gone = nobody[index];
        index += 1;
        if let Some(role) = found.role.filter(|role| gone && roles[*role].words.end == found.words.start)
            && text.joined(found.words.start - 1)
        {
            holders::extend(text, &mut roles[role], found.words.end);
        }
        !gone
    });
}

/// Whether another name of the article, one with a title or beside a cue, has a word of this one.
fn vouches(text: &Text<'_>, other: &Candidate, found: &Candidate) -> bool {
    other.words != found.words
        && (other.cue || !other.honorifics.is_empty())
        && found.words.clone().any(|at| other.words.clone().any(|same| text.lower(same) == text.lower(at)))
}

/// Whether the holder that was read for an office is nobody.
fn is_nobody(text: &Text<'_>, role: &RoleMention, found: &Candidate, evidence: &Evidence<'_, '_>) -> bool {
    let words = &found.words;
    let borne = |at: usize| {
        evidence.is_name(at)
            || text.is(at, List::GIVEN.or(List::ALSO_GIVEN))
            || text.gap_before(at + 1).starts_with(". ")
    };
    if !found.honorifics.is_empty() || found.alias.is_some() || words.clone().any(borne) {
        return false;
    }
    let before = role.words.start.checked_sub(1).filter(|before| text.joined(*before));
    let behind = words.start >= role.words.end;
    let at_once = behind && !text.gap_before(words.start).contains(',');
    // `para pemain Karma Bintang`; but `sejumlah pemain, yakni Sari Dewi, Budi Karyono dan …`
    let alone =
        words.start == role.words.end && !text.gap_before(words.end).contains(',') && text.lower(words.end) != "dan";
    let several = at_once && alone && before.is_some_and(|before| SEVERAL.contains(&text.lower(before)));
    let firm = before.is_some_and(|before| text.word(before).is_capital() && FIRMS.contains(&text.lower(before)));
    let area = at_once && words.len() > 1 && starts_with_area(text, words);
    several
        || firm
        || area
        // `Bangkit, koordinator aksi, berkata`: before the office a word of the language may be what somebody is called.
        || behind && words.clone().all(|at| of_language(text, at))
        || words.clone().any(|at| text.is(at, List::THINGS))
}

/// Whether the first words of some are an area's.
fn starts_with_area(text: &Text<'_>, words: &Range<usize>) -> bool {
    lexicon().regions.find(text, words.start).is_some_and(|(count, _)| count < words.len())
}

/// Whether a word is one of the language, with its affixes or without.
fn of_language(text: &Text<'_>, at: usize) -> bool {
    let lower = text.lower(at);
    text.is(at, List::SMALL.or(List::THINGS).or(List::NOT_NAMES).or(List::COMMON))
        || is_root(lower)
        || Indonesian.stem(lower) != lower
}
