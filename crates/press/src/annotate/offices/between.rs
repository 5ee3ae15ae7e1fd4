//! Which words between an office and its holder's name belong to a body or an area: `Direktur Bank Karmaya Sari Dewi`.
//!
//! WHY by what can be no name: no mark stands between the two. Areas, abbreviations, words of bodies and words that stand
//! in small letters elsewhere are no part of a person's name.

use std::ops::Range;

use crate::annotate::names::evidence::Evidence;
use crate::annotate::names::parts::{inside, is_acronym, name_word, names_thing};
use crate::annotate::offices::roles::RoleMention;
use crate::annotate::phrases::words;
use crate::lexicon::lexicon;
use crate::lists::List;
use crate::text::{Shape, Text};

/// Whether the lone word in brackets at `index` is short for the body before it, because a name goes on behind it:
/// `Badan Daya Karya Nusantara (Dakara) Sari Dewi`.
pub(super) fn explains(text: &Text<'_>, index: usize) -> bool {
    text.gap_before(index).trim() == "("
        && text.gap_before(index + 1) == ") "
        && text.words.get(index + 1).is_some_and(|next| next.sentence == text.word(index).sentence)
        && (name_word(text, index + 1) || lexicon().title(text.lower(index + 1)).is_some())
}

/// First names of Bali, which follow `I` and `Ni`.
const BALINESE: &[&str] =
    &["wayan", "made", "nyoman", "ketut", "gede", "gde", "gusti", "putu", "komang", "kadek", "dewa", "nengah"];

/// How many words from `index` on belong to a body or an area: none where a name may begin.
pub(super) fn body_words(text: &Text<'_>, index: usize, evidence: &Evidence<'_, '_>) -> usize {
    let Some(word) = text.words.get(index) else { return 0 };
    // `Sari Putra Dewi`
    let given = matches!(&*word.lower, "putra" | "putri") && index > 0 && inside(text, index);
    // `DPR RI Lalu Sari Dewi`, `Bali I Nyoman Sari`: first names; but `Lalu Lintas`.
    let first = match &*word.lower {
        "lalu" => text.lower(index + 1) != "lintas",
        "i" | "ni" => BALINESE.contains(&text.lower(index + 1)),
        name => BALINESE.contains(&name),
    };
    // `Chairman CT Corp Sari Dewi`, though CT is what she is called.
    if text.joined(index) && words().firm_ends.contains(text.lower(index + 1)) {
        return 2;
    }
    if crate::annotate::offices::tail::pair(text, index) {
        return 2;
    }
    if evidence.is_name(index) || given || (first && word.is_capital()) {
        return 0;
    }
    if let Some((count, _)) = lexicon().regions.find(text, index) {
        return count;
    }
    let listed = lexicon().often.contains(&*word.lower)
        || lexicon().not_names.contains(&*word.lower) && (word.lower.len() > 3 || word.shape == Shape::Caps);
    // `Wilayah V Sari Dewi`; but `V. Sari Dewi` and `I Ketut Sari` are names.
    let numeral = text.print(index).chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    let counted = index > 0
        && text.joined(index - 1)
        && text.word(index - 1).is_capital()
        && !text.gap_before(index + 1).starts_with('.')
        && !BALINESE.contains(&text.lower(index + 1))
        && lexicon().not_names.contains(text.lower(index - 1));
    let roman = numeral && (word.end - word.start > 1 || counted);
    let thing = names_thing(&word.lower) || word.shape == Shape::Number || word.is_lower();
    usize::from(
        listed
            || text.is(index, List::THINGS)
            || roman
            || thing
            || is_acronym(text, index)
            || evidence.is_body(index)
            || !name_word(text, index),
    )
}

/// Bodies of a kind that is always named: the word behind them is the body's, `Universitas Baturaja`.
const NAMED: &[&str] = &[
    "universitas",
    "institut",
    "politeknik",
    "akademi",
    "bank",
    "yayasan",
    "rsud",
    "puskesmas",
    "masjid",
    "hotel",
    "pondok",
    "pesantren",
    "pt",
    "cv",
    "klub",
    "gedung",
    "istana",
    "gunung",
];

/// The word behind the last one that belongs to a body.
pub(super) fn last_body(
    text: &Text<'_>,
    stretch: Range<usize>,
    tells: bool,
    evidence: &Evidence<'_, '_>,
) -> Option<usize> {
    let mut found = None;
    // The office's own words may have ended with such a body.
    let mut at = stretch.start.saturating_sub(1);
    while at < stretch.end {
        let inside = at >= stretch.start;
        if inside && at > stretch.start && explains(text, at) {
            found = Some(at + 1);
        }
        let count = if inside { body_words(text, at, evidence) } else { 1 };
        // `Jafar H Karyono`: a letter between two words of a name; but `Masjid Sukaraya H. Karyono` has a title.
        let initial = inside
            && at > stretch.start
            && at + 1 < stretch.end
            && text.print(at).len() == 1
            && !text.gap_before(at + 1).starts_with('.')
            && [at - 1, at + 1].iter().all(|next| name_word(text, *next) && body_words(text, *next, evidence) == 0);
        let particle = initial || matches!(text.lower(at), "bin" | "binti" | "van" | "de" | "al" | "el");
        if inside && count > 0 && !particle {
            found = Some((at + count).min(stretch.end));
        }
        let always = matches!(text.lower(at), "universitas" | "institut" | "politeknik" | "bank");
        // `Universitas Katolik Karmaya`: the body's kind may have further words.
        let mut own = at + 1;
        while always && own < stretch.end && body_words(text, own, evidence) == 1 {
            own += 1;
        }
        if NAMED.contains(&text.lower(at))
            && own < stretch.end
            && (always || own + 1 < stretch.end)
            && body_words(text, own, evidence) == 0
            && !evidence.is_name(own)
        {
            found = Some(own + 1);
        }
        at += count.max(1);
    }
    // `Presiden Direktur PT Maju Terang Sentosa`: a firm's name has no end of its own.
    let firm = (stretch.start.saturating_sub(1)..stretch.end).any(|at| matches!(text.lower(at), "pt" | "cv"));
    let known = stretch.clone().any(|at| evidence.is_name(at));
    // `Komisaris Utama PT Karya Prima Sari Dewi belum tahu`: where a first name stands, the firm's name ends.
    let first = || {
        (stretch.start + 1..stretch.end).find(|at| lexicon().given.contains(text.lower(*at)) && name_word(text, *at))
    };
    if firm && !known && !tells { first().filter(|at| at + 1 < stretch.end).or(Some(stretch.end)) } else { found }
}

/// `CEO Karma Arts Andi Sari`: where the name begins behind the firm of one who heads it, which always stands between the two:
/// at a first name that the lists have, before another word and behind one that is no part of a name.
pub(super) fn behind_firm(text: &Text<'_>, role: &RoleMention, stretch: &Range<usize>) -> Option<usize> {
    let heads = matches!(role.office.as_str(), "CEO" | "Founder" | "Co-Founder" | "Pendiri" | "Chairman");
    let borne = |at: usize| text.is(at, List::GIVEN.or(List::ALSO_GIVEN));
    let plain = |at: usize| text.word(at).shape == Shape::Capital && name_word(text, at);
    if !heads || role.organisation.is_some() || !(3..=5).contains(&stretch.len()) || borne(stretch.start) {
        return None;
    }
    let first = (stretch.start + 1..stretch.end - 1).find(|at| text.is(*at, List::GIVEN))?;
    let initial = text.word(stretch.start).end - text.word(stretch.start).start <= 3;
    ((first..stretch.end).all(plain) && stretch.end - first <= 3 && !initial).then_some(first)
}
