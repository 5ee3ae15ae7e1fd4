//! Whether an office and a name beside it belong together.
//!
//! WHY apart from the search: that goes through an article word by word and finds offices and names; here each pair is
//! judged by what stands between and around the two: a list, a clause, a word that points back.

use std::ops::Range;

use crate::annotate::names::evidence::Evidence;
use crate::annotate::names::kinds::{OF_BODIES, OF_CLUBS};
use crate::annotate::names::parts::{degrees, name_word, run};
use crate::annotate::names::people::Candidate;
use crate::annotate::offices::apposition;
use crate::annotate::offices::roles::{self, RoleMention};
use crate::lexicon::CueForm;
use crate::lists::List;
use crate::text::{Shape, Text};

/// Most words between a name and the office behind it.
const MOST_JOINS: usize = 5;
/// How many names back an office may belong to.
pub(crate) const RECENT: usize = 4;

/// Whose office the one before word `index` is, if `dan` or `sekaligus` joins the two: `pendiri dan direktur PT Terang`.
pub(crate) fn joint_holder(text: &Text<'_>, found: &[Candidate], roles: &[RoleMention], index: usize) -> Option<usize> {
    let last = roles.last()?;
    let small = text.word(last.words.start).is_lower() && text.words.get(index)?.is_lower();
    let joins = matches!(text.lower(index.checked_sub(1)?), "dan" | "sekaligus" | "merangkap" | "serta");
    if !joins || last.words.end + 1 != index {
        return None;
    }
    let holder = found.iter().rposition(|other| other.role == Some(roles.len() - 1))?;
    // `Sari Dewi yang juga Guru Besar UI dan Wakil Ketua PMI`: the name stands before both.
    let before = found.get(holder)?.words.end <= last.words.start && !text.gap_before(index - 1).contains(',');
    (small || before).then_some(holder)
}

/// `negara pimpinan Sari Dewi`: a noun before `pimpinan` in small letters makes it `led by`.
pub(crate) fn led_by(text: &Text<'_>, role: &RoleMention) -> bool {
    let start = role.words.start;
    matches!(text.lower(start), "pimpinan" | "asuhan" | "besutan")
        && text.word(start).is_lower()
        && role.organisation.is_none()
        && start > 0
        && text.joined(start - 1)
        && text.cue(start - 1).is_none()
        && !matches!(text.lower(start - 1), "kepada" | "oleh" | "dari" | "sang" | "bagi" | "bersama")
}

/// Whether what stands behind an office is one word that nothing shows to be a name: `Direktur Utama Terangjaya.`
pub(crate) fn lone(
    text: &Text<'_>,
    role: &RoleMention,
    candidate: Option<&Candidate>,
    evidence: &Evidence<'_, '_>,
) -> bool {
    let Some(candidate) = candidate.filter(|candidate| candidate.words.len() == 1) else { return false };
    let (start, end) = (candidate.words.start, candidate.words.end);
    let club = OF_CLUBS.iter().any(|office| role.office.starts_with(office));
    let verb =
        text.words.get(end).is_some_and(|_| text.cue(end).is_some_and(|cue| cue.form == CueForm::Active && !cue.nya));
    let goes_on = text.joined(end - 1) && text.word(end).is_lower() && (verb || !club);
    let before = role.words.start > 0 && text.joined(role.words.start - 1);
    let cue = before && text.cue(role.words.start - 1).is_some_and(|cue| !cue.nya);
    // `Wakil Ketua DPRD Sukaraya Sari, Budi Karyono dan Tono Hartono`: the first of a list of names.
    let second = run(text, end);
    let listed = text.gap_before(end).trim() == ","
        && second.len() > 1
        && matches!(text.lower(second.end), "dan" | "serta")
        && name_word(text, second.end + 1);
    candidate.honorifics.is_empty()
        && !listed
        && OF_BODIES.iter().any(|office| role.office.starts_with(office))
        && start == role.words.end
        && text.gap_before(start).trim().is_empty()
        && !(goes_on || cue || evidence.is_name(start) || text.lower(role.words.start.saturating_sub(1)) == "menurut")
}

/// `Presiden Sari, Menteri Sosial, Menteri Agama, dan …`: behind a holder with an office of his own and a comma, an
/// office before another one is the next of a list.
pub(crate) fn of_list(text: &Text<'_>, before: &Candidate, role: &RoleMention) -> bool {
    let end = role.words.end;
    let own = before.words.len() == 1 || roles::head(text, end).is_some() || roles::head(text, end + 1).is_some();
    before.role.is_some()
        && own
        && text.gap_before(role.words.start).trim() == ","
        && text.gap_before(end).trim_start_matches(')').trim() == ","
        && (roles::head(text, end).is_some() || matches!(text.lower(end), "dan" | "serta"))
}

/// `pembalap Karmaya itu`, `politikus Partai Karya tersebut`: what points back at a person names a body, not the person.
pub(crate) fn pointed_at(text: &Text<'_>, role: &RoleMention, candidate: &Candidate) -> bool {
    let end = candidate.words.end;
    candidate.words.start == role.words.end
        && (candidate.words.len() == 1 || OF_CLUBS.iter().any(|office| role.office.starts_with(office)))
        && candidate.honorifics.is_empty()
        && text.joined(end - 1)
        && matches!(text.lower(end), "itu" | "ini" | "tersebut")
}

/// Whether a name is one word, which an earlier name of more words has.
pub(crate) fn shares(text: &Text<'_>, earlier: &Range<usize>, words: &Range<usize>) -> bool {
    words.len() == 1 && earlier.len() > 1 && earlier.clone().any(|at| text.lower(at) == text.lower(words.start))
}

/// `Sari yang juga Ketua Dewan Pembina Karya Lima mengatakan`: whether an office belongs to the name before it, by a
/// clause that says so; the capital words behind it are its body.
pub(crate) fn also(text: &Text<'_>, role: &RoleMention, found: &[Candidate]) -> bool {
    let start = role.words.start;
    let lead = |back: usize| start.checked_sub(back).map_or("", |at| text.lower(at));
    let words = match (lead(3), lead(2), lead(1)) {
        ("juga" | "kini", "menjabat", "sebagai") if lead(4) == "yang" => 4,
        ("yang", "juga" | "kini", "merupakan" | "menjabat") | ("yang", "menjabat", "sebagai") => 3,
        // `Sari sendiri menjabat sebagai Ketua Karya`
        ("sendiri", "menjabat", "sebagai") => 3,
        (_, "yang", "juga" | "merupakan" | "menjabat") | (_, "menjabat", "sebagai") => 2,
        _ => return false,
    };
    let end = start.saturating_sub(words);
    words < start
        && name_word(text, end - 1)
        && text.word(end - 1).sentence == text.word(start).sentence
        && found
            .iter()
            .rev()
            .take(4 * RECENT)
            .any(|other| other.words.end == end || other.words.clone().any(|at| text.lower(at) == text.lower(end - 1)))
}

/// `Setelah bertemu Sari Dewi, menteri ini mengatakan`: what points back at somebody is not in apposition to a name that
/// a clause before it ends with.
pub(crate) fn points_back(text: &Text<'_>, name: &Range<usize>, role: &RoleMention) -> bool {
    let end = role.words.end;
    let mut first = name.start;
    while first > 0 && text.is(first - 1, List::TITLE_BEFORE) {
        first -= 1;
    }
    let goes_on = |word: &str| {
        ["me", "ber", "ter"].iter().any(|head| word.starts_with(head)) && word.len() > 4
            || matches!(word, "juga" | "pun" | "akan" | "telah" | "sudah" | "ingin" | "pernah")
    };
    matches!(text.lower(end), "ini" | "itu" | "tersebut")
        && !apposition::told(text, role.words.start)
        && text.joined(end - 1)
        && text.joined(end)
        && goes_on(text.lower(end + 1))
        && text.gap_before(role.words.start).trim() == ","
        && text.sentence_start(first) != first
}

/// Whether an office that starts at word `start` stands right behind a name: in apposition, or as `selaku …`.
pub(crate) fn stands_behind(text: &Text<'_>, candidate: &Candidate, start: usize) -> bool {
    let (mut end, _) = degrees(text, candidate.words.end);
    // `Sari Dewi (SDW) selaku Ketua …`: initials.
    let initials = text.gap_before(end).trim() == "("
        && text.gap_before(end + 1).trim() == ")"
        && text.words.get(end).is_some_and(|word| word.shape == Shape::Caps);
    end += usize::from(initials && start > end + 1);
    if start < end
        || start - end > MOST_JOINS
        || text.word(start).paragraph != text.word(candidate.words.start).paragraph
    {
        return false;
    }
    if start == end {
        let gap = text.gap_before(start).trim();
        let listed = text.words.get(start).is_some_and(|word| word.is_lower());
        // `ujar Sari Dewi Peneliti Kebijakan Badan Karya.`: the comma is lost.
        let told = gap.is_empty()
            && candidate.words.len() > 1
            && candidate.words.start.checked_sub(1).is_some_and(|before| {
                text.joined(before) && text.cue(before).is_some_and(|cue| cue.form == CueForm::Bare && !cue.nya)
            });
        // `Sari Dewi CEO Karya Finance mengatakan …`
        let heads = gap.is_empty()
            && candidate.words.len() > 1
            && text.sentence_start(candidate.words.start) == candidate.words.start
            && text.word(start).is_capital();
        return (told || heads || matches!(gap, "," | "(" | ".," | "),")) && !listed;
    }
    let between: Vec<&str> = (end..start).map(|index| text.lower(index)).collect();
    matches!(
        between[..],
        ["selaku"]
            | ["sebagai"]
            | ["yang", "juga"]
            | ["yang", "merupakan"]
            | ["yang", "menjabat"]
            | ["juga"]
            | ["yang", "juga", "merupakan"]
            | ["yang", "menjabat", "sebagai"]
            | ["yang", "juga", "menjabat"]
            | ["merupakan"]
            | ["yang", "kini", "menjabat"]
            | ["menjabat", "sebagai"]
            | ["sendiri", "menjabat", "sebagai"]
            | ["yang", "juga", "menjabat", "sebagai"]
            | ["yang", "kini", "menjabat", "sebagai"]
            | ["yang", "saat", "ini", "menjabat"]
            | ["yang", "saat", "ini", "menjabat", "sebagai"]
            | ["saat", "ini", "menjabat", "sebagai"]
    )
}
