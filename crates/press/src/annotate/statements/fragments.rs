//! Marked words inside a sentence of the reporter's: `Sari menegaskan "tidak ada pungutan" di sekolahnya`.
//!
//! WHY apart from whole quotes: a fragment has no comma, colon or capital that ties it to its cue, and it looks like a
//! term, a title or the name of a programme, which stand between the same marks. So the sentence must have a cue with
//! an agent, and the fragment's own form must speak for words that were said.

use std::ops::Range;

use crate::annotate::statements::attribution::{Attribution, Place};
use crate::annotate::statements::clauses::is_clause;
use crate::annotate::statements::focus::Cues;
use crate::annotate::statements::quotes::Stretch;
use crate::annotate::statements::scene::Scene;
use crate::annotate::statements::usage::takes_place;
use crate::lexicon::CueForm;
use crate::text::{Text, is_space};
use crate::within::Within as _;

/// How far from its cue a fragment may stand, in words.
const REACH: usize = 40;
/// Fewest words of a fragment: shorter ones are terms.
const FEWEST: usize = 3;
/// Fewest words of a fragment that has no verb.
const FEWEST_EXPRESSION: usize = 4;
/// Words that say that what follows between marks is a name, a title or a term.
const NAMING: &[&str] = &[
    "bernama",
    "nama",
    "bertajuk",
    "tajuk",
    "bertema",
    "bertemakan",
    "tema",
    "berjudul",
    "judul",
    "istilah",
    "disebut",
    "sebutan",
    "dikenal",
    "dijuluki",
    "julukan",
    "berjuluk",
    "program",
    "visi",
    "misi",
    "slogan",
    "tagline",
    "moto",
    "motto",
    "semboyan",
    "jargon",
    "bertuliskan",
    "tulisan",
    "berbunyi",
    "lagu",
    "film",
    "buku",
    "novel",
    "album",
    "aplikasi",
    "gerakan",
    "kampanye",
    "acara",
    "lomba",
    "kategori",
    "tagar",
    "akun",
    "topik",
    "prinsip",
    "kanal",
    "alias",
    "subtema",
    "filosofi",
    "sandi",
];

/// The cue whose sentence a marked stretch is part of; none if the stretch is a term or a name.
pub(crate) fn around(scene: &Scene<'_>, cues: &Cues, stretch: &Stretch) -> Option<Attribution> {
    let text = scene.text;
    let words = text.word_at(stretch.inner.start)..text.word_at(stretch.inner.end);
    if stretch.supplied || words.len() < FEWEST || is_name(scene, stretch, &words) {
        return None;
    }
    let clause = is_clause(text, words.clone());
    let copula = words.start > 0 && matches!(text.lower(words.start - 1), "ialah" | "adalah" | "yakni" | "yaitu");
    if !clause && !copula && words.len() < FEWEST_EXPRESSION {
        return None;
    }
    let cue = cue_before(scene, cues, &words).or_else(|| cue_behind(scene, cues, &words))?;
    let place = if clause { Place::Around } else { Place::AroundExpression };
    Some(Attribution { agent: cues.agent(cue).cloned(), cue: Some(cue), place })
}

/// The nearest cue with an agent before the stretch, in its sentence.
fn cue_before(scene: &Scene<'_>, cues: &Cues, words: &Range<usize>) -> Option<usize> {
    let text = scene.text;
    let last = words.start.checked_sub(1)?;
    if text.word(last).paragraph != text.word(words.start).paragraph {
        return None;
    }
    // The sentence goes on into the marks: no stop stands before them.
    let gap = text.gap_before(words.start);
    if gap.contains(['.', '!', '?']) {
        return None;
    }
    let first = text.sentence_start(last).max(words.start.saturating_sub(REACH));
    (first..words.start).rev().find(|index| has_agent(scene, cues, *index))
}

/// The nearest cue behind the stretch, set off by a comma from the sentence that the stretch is part of.
fn cue_behind(scene: &Scene<'_>, cues: &Cues, words: &Range<usize>) -> Option<usize> {
    let text = scene.text;
    if !text.words.get(words.end).is_some_and(|next| {
        next.is_lower()
            && next.paragraph == text.word(words.start).paragraph
            && !text.gap_before(words.end).contains(['.', '!', '?'])
    }) {
        return None;
    }
    let end = text.sentence_end(words.end).min(words.end + REACH);
    (words.end..end).find(|index| {
        scene.cue(*index).is_some_and(|cue| cue.form == CueForm::Bare)
            && text.gap_before(*index).trim() == ","
            && has_agent(scene, cues, *index)
    })
}

fn has_agent(scene: &Scene<'_>, cues: &Cues, index: usize) -> bool {
    let Some(cue) = scene.cue(index).filter(|_| takes_place(scene, index)) else { return false };
    // `, tegas wali kota, …`: set off on both sides, whoever it is.
    let next = scene.text.sentence_end(index).min(index + 5);
    let inserted = cue.form == CueForm::Bare && (index + 1..next).any(|at| scene.text.gap_before(at).starts_with(','));
    cues.agent(index).is_some() || inserted
}

/// Whether the words between marks are a name, a title or a term.
fn is_name(scene: &Scene<'_>, stretch: &Stretch, words: &Range<usize>) -> bool {
    /// How far before the marks a naming word may stand (`tema hari jadi tahun ini "…"`), in words.
    const NEAR: usize = 3;
    let text = scene.text;
    let naming = (words.start.saturating_sub(NEAR)..words.start)
        .rev()
        .take_while(|index| scene.cue(*index).is_none_or(|cue| cue.form == CueForm::Passive))
        .take_while(|index| !text.gap_before(index + 1).contains([',', ':']))
        .any(|index| NAMING.contains(&text.lower(index)));
    // `"Gerakan Tanam Cabai" (Gertabai)`: explained by its abbreviation.
    let bracket = text.raw.within(stretch.outer.end..).trim_start_matches(is_space).starts_with('(');
    naming || bracket || is_capitalised(text, words)
}

/// Whether most words begin with a capital letter, as in a name or a title.
pub(crate) fn is_capitalised(text: &Text<'_>, words: &Range<usize>) -> bool {
    let capitals = words.clone().filter(|index| !text.word(*index).is_lower()).count();
    capitals * 3 >= words.len() * 2
}
