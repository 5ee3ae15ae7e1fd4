//! Whether a word is used as a cue where it stands, and who is named beside it.
//!
//! WHY apart from the list of cues: `tutup`, `kata` and `minta` are nouns and verbs of every day too; only what stands
//! around them tells.

use crate::annotate::statements::scene::{Agent, Scene, Thing, is_pronoun};
use crate::lexicon::{CueClass, CueForm};
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
                // `Hal itu kata dia, belum selesai`: the comma before is lost.
                || (is_pronoun(text.lower(index + 1)) && text.gap_before(index + 2).trim() == ",")
                || text.word(index).paragraph != text.word(index.saturating_sub(1)).paragraph)
                && (cue.nya || text.joined(index) || text.gap_before(index + 1).trim() == ",")
        }
        // `telah diumumkannya aturan itu`, `karena merasa dirugikan`, `tidak meminta izin`: nobody says anything.
        CueForm::Passive => !(cue.nya && index > 0 && NOMINAL.contains(&text.lower(index - 1))),
        CueForm::Active => {
            let before = index.checked_sub(1).map_or("", |before| text.lower(before));
            let felt = cue.class == CueClass::Think && matches!(before, "karena" | "lantaran" | "sebab");
            let denied = cue.class == CueClass::Ask && matches!(before, "tidak" | "tak" | "belum" | "enggan");
            !(felt || denied)
        }
    }
}

/// Words before a passive in -nya that make it a noun: what was done, not what was said.
const NOMINAL: &[&str] = &["telah", "dengan", "sejak", "setelah", "sebelum", "usai", "atas", "akan"];

/// `Sari bilang`, `Sari juga cerita`: a bare form of everyday speech behind its subject.
fn told_plainly(scene: &Scene<'_>, index: usize) -> bool {
    let text = scene.text;
    let plain = matches!(
        text.lower(index),
        "bilang" | "cerita" | "curhat" | "minta" | "tanya" | "sebut" | "akui" | "tegaskan" | "pastikan" | "jelaskan"
    );
    let before = index.checked_sub(1).filter(|_| text.joined(index - 1));
    before.is_some_and(|before| {
        let adverb = crate::annotate::phrases::words().adverbs.contains(text.lower(before));
        // `Ia juga ingatkan para sopir agar …`: behind a pronoun any bare form of a verb that ends in -kan.
        let pronoun = adverb && before > 0 && text.lower(index).ends_with("kan") && is_pronoun(text.lower(before - 1));
        pronoun
            || plain
                && (matches!(scene.thing_before(index), Some((Thing::Person(_), _)))
                    || adverb && matches!(scene.thing_before(before), Some((Thing::Person(_), _))))
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
                scene.text.words.get(next).is_some_and(|word| word.paragraph == scene.text.word(index).paragraph);
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
