//! Whose words a marked stretch holds, and whether it holds words that were said at all.
//!
//! WHY last: by now each cue has its agent. Each marked stretch picks its cue, behind it, before it, or none; one without
//! a cue goes with the quote beside it or the speaker in focus. A stretch that is neither attributed nor stands alone is a
//! term, not a quote.

use std::collections::HashMap;
use std::ops::Range;

use crate::annotate::statements::beside::{before, behind};
use crate::annotate::statements::focus::Cues;
use crate::annotate::statements::fragments;
use crate::annotate::statements::quotes::Stretch;
use crate::annotate::statements::scene::{Agent, Scene};
use crate::text::is_space;
use crate::within::Within as _;

/// A statement's attribution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Attribution {
    pub(crate) agent: Option<Agent>,
    /// The cue's word.
    pub(crate) cue: Option<usize>,
    pub(crate) place: Place,
}

/// Where the attribution of a quote stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// Behind it.
    Behind,
    /// Before it in its sentence.
    Before,
    /// In its sentence, of which the quote is a part with a verb or a pronoun of its own.
    Around,
    /// In its sentence, of which the quote is a part that may be a mere expression.
    AroundExpression,
    /// Carried over from a quote beside it.
    Beside,
    /// Nowhere: the speaker in focus.
    Nowhere,
}

/// Chooses the cue of each stretch, and leaves out those that are no quotes.
pub(crate) fn attribute(scene: &Scene<'_>, cues: &Cues, stretches: &[Stretch]) -> Vec<(usize, Attribution)> {
    let mut found: Vec<(usize, Attribution)> = Vec::new();
    for (index, stretch) in stretches.iter().enumerate() {
        let attribution = behind(scene, cues, stretch)
            .or_else(|| before(scene, cues, stretch))
            .or_else(|| fragments::around(scene, cues, stretch));
        let count = words_in(scene, &stretch.inner);
        // `"Sari" mengunggah`, `halaman "Cari Sari", kabar …`: few words that nobody is said to say are a term.
        let inside = scene.text.raw.within(stretch.inner.start..stretch.outer.end);
        let attribution = attribution.filter(|attribution| {
            let told = attribution.agent.is_some() || attribution.place != Place::Behind;
            told || count >= FEWEST || inside.contains([',', '!', '?'])
        });
        if count <= MEANING && is_meaning(scene, stretch) {
            continue;
        }
        if let Some(attribution) = continued(scene, stretches, index, &found) {
            found.push((index, attribution));
            continue;
        }
        match attribution {
            Some(attribution) if count >= 2 || attribution.place == Place::Behind => found.push((index, attribution)),
            _ if stands_alone(scene, stretch, count) && !is_slogan(scene, stretch) => {
                found.push((index, Attribution { agent: None, cue: None, place: Place::Nowhere }));
            }
            _ => {}
        }
    }
    repeat(scene, stretches, &mut found);
    carry_over(scene, cues, stretches, &mut found);
    found
}

/// Most words of what a word means.
const MEANING: usize = 8;

/// `Nama hewan ini berarti "raja para ikan"`: whether the words in marks tell what a word means. `Merdeka, kata Sari,
/// berarti "bekerja lebih giat"` is a statement.
fn is_meaning(scene: &Scene<'_>, stretch: &Stretch) -> bool {
    let text = scene.text;
    let Some(verb) = text.word_at(stretch.outer.start).checked_sub(1) else { return false };
    matches!(text.lower(verb), "berarti" | "bermakna")
        && (text.sentence_start(verb)..verb).any(|at| matches!(text.lower(at), "nama" | "kata" | "istilah" | "bahasa"))
        && (text.sentence_start(verb)..verb).all(|at| text.gap_before(at + 1).trim().is_empty())
}
/// Fewest words of a quote behind which a cue without a speaker stands and no comma.
const FEWEST: usize = 4;

/// `"…," kata Sari, "…"`: the second part of a quote that its attribution breaks, however short.
#[expect(clippy::indexing_slicing, reason = "what was found before and the one at hand are places of the stretches")]
fn continued(
    scene: &Scene<'_>,
    stretches: &[Stretch],
    index: usize,
    found: &[(usize, Attribution)],
) -> Option<Attribution> {
    /// How far apart the parts may be, in words.
    const REACH: usize = 20;
    let (before, attribution) = found.last().filter(|(before, _)| before + 1 == index)?;
    let between = scene.text.raw.within(stretches[*before].outer.end..stretches[index].outer.start);
    let words = scene.text.word_at(stretches[*before].outer.end)..scene.text.word_at(stretches[index].outer.start);
    // The attribution has its one cue, and a comma leads on into the marks.
    let further = attribution.cue.is_some_and(|cue| (cue + 1..words.end).any(|at| scene.cue(at).is_some()));
    let goes_on = attribution.place == Place::Behind
        && attribution.agent.is_some()
        && words.len() <= REACH
        && between.trim_end_matches(is_space).ends_with(',')
        && !between.contains(['\n', '.', '!', '?'])
        && scene.text.raw.within(stretches[index].inner.clone()).starts_with(char::is_lowercase);
    (goes_on && !further && words_in(scene, &stretches[index].inner) >= 2).then(|| Attribution {
        agent: attribution.agent.clone(),
        cue: None,
        place: Place::Beside,
    })
}

/// A quote that the article prints twice, once without its speaker: `"…" Sari berkata …`, as a heading above the text.
fn repeat(scene: &Scene<'_>, stretches: &[Stretch], found: &mut [(usize, Attribution)]) {
    /// How many bytes two printings must share; shorter ones may be anyone's.
    const SAME: usize = 30;
    #[expect(clippy::indexing_slicing, reason = "who asks names stretches by their places")]
    let words = |index: usize| scene.text.raw.within(stretches[index].inner.clone());
    let told: HashMap<&str, Attribution> = found
        .iter()
        .filter(|(_, attribution)| attribution.agent.is_some())
        .map(|(index, attribution)| (words(*index), attribution.clone()))
        .collect();
    for (index, attribution) in found.iter_mut().filter(|(_, attribution)| attribution.place == Place::Nowhere) {
        if let Some(same) = told.get(words(*index)).filter(|_| words(*index).len() >= SAME) {
            *attribution = Attribution { agent: same.agent.clone(), cue: None, place: Place::Beside };
        }
    }
}

/// Quotes without a cue: the speaker of the quote that they run into or go on from, else the one in focus.
#[expect(clippy::indexing_slicing, reason = "what was found is counted, and names stretches by their places")]
fn carry_over(scene: &Scene<'_>, cues: &Cues, stretches: &[Stretch], found: &mut [(usize, Attribution)]) {
    let raw = scene.text.raw;
    let blank = |range: Range<usize>| raw.get(range).is_some_and(|between| !between.chars().any(char::is_alphanumeric));
    for at in (0..found.len()).rev() {
        if found[at].1.place != Place::Nowhere {
            continue;
        }
        let stretch = &stretches[found[at].0];
        // The next paragraph is a quote too: one speech over several paragraphs, attributed at its end.
        let next = found.get(at + 1).filter(|(next, attribution)| {
            attribution.agent.is_some() && blank(stretch.outer.end..stretches[*next].outer.start)
        });
        if let Some(agent) = next.and_then(|(_, attribution)| attribution.agent.clone()) {
            found[at].1 = Attribution { agent: Some(agent), cue: None, place: Place::Beside };
        }
    }
    for at in 0..found.len() {
        if found[at].1.place != Place::Nowhere {
            continue;
        }
        let stretch = &stretches[found[at].0];
        let word = scene.text.word_at(stretch.inner.start);
        let same_paragraph = |other: &Stretch| {
            let first = scene.text.word_at(other.inner.start);
            scene.text.words.get(first).zip(scene.text.words.get(word)).is_some_and(|(a, b)| a.paragraph == b.paragraph)
        };
        let previous = at.checked_sub(1).map(|before| &found[before]).filter(|(before, attribution)| {
            attribution.agent.is_some()
                && (blank(stretches[*before].outer.end..stretch.outer.start) || same_paragraph(&stretches[*before]))
        });
        let beside = previous.and_then(|(_, attribution)| attribution.agent.clone());
        let place = if beside.is_some() { Place::Beside } else { Place::Nowhere };
        let agent = beside.or_else(|| cues.in_focus(scene, word));
        found[at].1 = Attribution { agent, cue: None, place };
    }
}

/// How many words some bytes hold.
pub(crate) fn words_in(scene: &Scene<'_>, bytes: &Range<usize>) -> usize {
    scene.text.word_at(bytes.end) - scene.text.word_at(bytes.start)
}

/// `"Sukaraya Pagi, Jangan Tidur Lagi!"`: words that nearly all begin with a capital letter, as titles and slogans do.
pub(crate) fn is_slogan(scene: &Scene<'_>, stretch: &Stretch) -> bool {
    let words = scene.text.word_at(stretch.inner.start)..scene.text.word_at(stretch.inner.end);
    words.len() > 2 && fragments::is_capitalised(scene.text, &words)
}

/// Whether a stretch without any cue is still a statement: a paragraph or a sentence of its own.
fn stands_alone(scene: &Scene<'_>, stretch: &Stretch, count: usize) -> bool {
    let text = scene.text;
    let raw = text.raw;
    let index = text.paragraphs.partition_point(|paragraph| paragraph.end <= stretch.outer.start);
    let Some(paragraph) = text.paragraphs.get(index) else { return false };
    let lead = raw.within(paragraph.start..stretch.outer.start.max(paragraph.start)).trim();
    let rest = raw.within(stretch.outer.end.min(paragraph.end)..paragraph.end).trim();
    let closing = raw.within(stretch.inner.end..stretch.outer.end);
    let ends = closing.contains([',', '.']) || raw.within(..stretch.inner.end).ends_with(['!', '?', '…']);
    let begins = raw.within(stretch.inner.clone()).starts_with(|c: char| c.is_uppercase() || c.is_numeric());
    let sentence_before = lead.is_empty() || lead.ends_with(['.', '!', '?', '"', '”', '“']);
    let free = !rest.starts_with(|c: char| c.is_lowercase());
    match (lead.is_empty(), !rest.chars().any(char::is_alphanumeric)) {
        (true, true) => count >= 3,
        _ => sentence_before && begins && ends && free && count >= 4,
    }
}
