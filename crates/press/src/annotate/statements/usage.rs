//! Whether a word is used as a cue where it stands, and who is named beside it.
//!
//! WHY apart from the list of cues: `tutup`, `kata` and `minta` are nouns and verbs of every day too; only what stands
//! around them tells.

use crate::annotate::statements::scene::{Agent, Scene, Thing, is_pronoun};
use crate::lexicon::CueForm;
use crate::text::is_space;

/// Whether the word at `index` is used as a cue here: `tutup` and `kata` are nouns and verbs too.
pub(crate) fn takes_place(scene: &Scene<'_>, index: usize) -> bool {
    let text = scene.text;
    let Some(cue) = scene.cue(index) else { return false };
    let gap = text.gap_before(index);
    match cue.form {
        CueForm::Bare => {
            let set_off = gap.contains([',', '"', '”', '“', '.', '!', '?', '\'', '’', '»', '„', '`']) || index == 0;
            let behind_adverb = index > 0 && matches!(text.lower(index - 1), "demikian" | "begitu" | "seperti");
            (set_off
                || behind_adverb
                || cue.nya
                || told_plainly(scene, index)
                || text.words[index].paragraph != text.words[index.saturating_sub(1)].paragraph)
                && (cue.nya || text.joined(index) || text.gap_before(index + 1).trim() == ",")
        }
        CueForm::Active | CueForm::Passive => true,
    }
}

/// `Sari bilang`, `Sari juga cerita`: a bare form of everyday speech behind its subject.
fn told_plainly(scene: &Scene<'_>, index: usize) -> bool {
    let text = scene.text;
    let plain = matches!(text.lower(index), "bilang" | "cerita" | "curhat" | "minta" | "tanya");
    let before = index.checked_sub(1).filter(|before| plain && text.joined(*before));
    before.is_some_and(|before| {
        matches!(scene.thing_before(index), Some((Thing::Person(_), _)))
            || (crate::annotate::phrases::words().adverbs.contains(text.lower(before))
                && matches!(scene.thing_before(before), Some((Thing::Person(_), _))))
    })
}

/// The agent that is named beside the cue at word `index`.
pub(crate) fn explicit(scene: &Scene<'_>, index: usize) -> Option<Agent> {
    let cue = scene.cue(index)?;
    if cue.nya || !takes_place(scene, index) {
        return None;
    }
    match cue.form {
        CueForm::Bare | CueForm::Passive => {
            let next = index + 1;
            let same =
                scene.text.words.get(next).is_some_and(|word| word.paragraph == scene.text.words[index].paragraph);
            let close = scene.text.gap_before(next).chars().all(|c| is_space(c) || c == ',');
            // `Sari bilang PT Karya rugi`: what follows is told, and tells nothing.
            let plain = cue.form == CueForm::Bare && told_plainly(scene, index);
            let ahead = if same && close && !plain { scene.agent_from(next) } else { None };
            // `ia pastikan`, `ia paparkan`: the bare form behind its subject.
            ahead.or_else(|| {
                let before = index.checked_sub(1)?;
                let behind = is_pronoun(scene.text.lower(before)) || told_plainly(scene, index);
                (cue.form == CueForm::Bare && behind).then(|| scene.agent_before(index)).flatten()
            })
        }
        // `datang untuk meminta keterangan`: nobody says anything yet.
        CueForm::Active if index > 0 && matches!(scene.text.lower(index - 1), "untuk" | "guna" | "demi" | "agar") => {
            None
        }
        CueForm::Active => scene.agent_before(index),
    }
}
