//! Small words between an office and its holder that are no part of either: when it was held, and what it does.
//!
//! WHY apart: `Menteri Pertahanan saat itu, Sari Dewi` and `anggota Komisi I yang membidangi pertahanan, Sari Dewi,
//! mengatakan` name a holder as surely as the office alone does, but elsewhere small letters behind an office are the
//! sentence going on.

use std::ops::Range;

use crate::annotate::names::parts::{degrees, honorifics, is_acronym, name_word, run};
use crate::annotate::offices::roles::{self, RoleMention};
use crate::lexicon::{CueForm, lexicon};
use crate::text::Text;

/// Most words of a relative clause.
const CLAUSE: usize = 16;

/// Gives an office the words behind it that say when it was held: `saat itu`.
pub(super) fn pass_time(text: &Text<'_>, role: &mut RoleMention) {
    let end = role.words.end;
    let then = matches!(text.lower(end), "saat" | "kala" | "waktu" | "ketika")
        && text.joined(end - 1)
        && text.joined(end)
        && matches!(text.lower(end + 1), "itu" | "ini")
        && (text.gap_before(end + 2).trim() == "," || name_word(text, end + 2));
    if then {
        role.words.end = end + 2;
        role.as_printed = text.slice(role.words.clone()).to_string();
    }
}

/// The name, with its titles, behind the comma that closes a relative clause at word `start`, if it speaks.
pub(super) fn behind_relative(text: &Text<'_>, start: usize) -> Option<(Range<usize>, Vec<String>)> {
    if start == 0 || !matches!(text.lower(start), "yang" | "selaku") || !text.joined(start - 1) {
        return None;
    }
    let sentence = text.word(start).sentence;
    let within = |at: &usize| text.words.get(*at).is_some_and(|word| word.sentence == sentence);
    let close = (start + 2..start + CLAUSE)
        .take_while(within)
        .find(|at| !matches!(text.gap_before(*at).trim(), "" | "(" | ")" | "/" | "-"))?;
    // `Ketua Panitia yang juga Kepala Dinas Karya, Sari Dewi`: the second office is read for itself.
    if (start + 1..close).any(|at| text.word(at).is_capital() && roles::head(text, at).is_some()) {
        return None;
    }
    let (first, titles) = honorifics(text, close);
    let name = run(text, first);
    let named = matches!(text.gap_before(close).trim(), "," | "),")
        && name.len() > 1
        && !is_acronym(text, first)
        && roles::head(text, first).is_none()
        && lexicon().regions.find(text, first).is_none();
    let (behind, _) = degrees(text, name.end);
    let tells = within(&behind)
        && text.word(behind).is_lower()
        && matches!(text.gap_before(behind).trim(), "" | ",")
        && text.cue(behind).is_some_and(|cue| cue.form == CueForm::Active && !cue.nya);
    (named && tells).then_some((name, titles))
}
