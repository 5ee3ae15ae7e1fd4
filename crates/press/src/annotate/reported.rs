//! Reported speech: the clause that a cue attributes to someone, in the reporter's words.
//!
//! WHY only with an agent and a clause: `X menegaskan bahwa …`, `Menurut X, …`, `… , kata X` and `X meminta agar …`
//! say that someone said something. Passives without an agent, speech acts without a clause (`menyampaikan apresiasi`)
//! and bare topics (`menjelaskan soal anggaran`) do not, and are left out.

use std::ops::Range;

use super::scene::{Agent, Scene};
use super::speakers::Cues;
use crate::lexicon::{Cue, CueClass, CueForm};
use crate::text::is_space;

/// A reported statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FoundReport {
    /// Its bytes.
    pub(crate) span: Range<usize>,
    /// The cue's word.
    pub(crate) cue: usize,
    pub(crate) agent: Agent,
    /// Whether a conjunction or a comma shows where the clause begins.
    pub(crate) marked: bool,
}

/// Fewest words of a clause.
const FEWEST: usize = 3;
/// Most words of a clause, and so of a walk for one.
const LONGEST: usize = 200;
/// How far behind a cue of asking its `agar` may stand, in words.
const REACH: usize = 14;

/// All reported statements, in order.
pub(crate) fn find(scene: &Scene<'_>, cues: &Cues) -> Vec<FoundReport> {
    let mut found: Vec<FoundReport> = Vec::new();
    for (index, agent) in &cues.agents {
        if agent.who.is_none() {
            continue;
        }
        let Some(cue) = scene.cue(*index) else { continue };
        let Some((words, marked)) = clause(scene, *index, cue, agent) else { continue };
        let Some(span) = bytes(scene, words) else { continue };
        // One statement for each cue; where two claim the same words, the one nearer to them has them.
        if found.last().is_some_and(|last| last.span.end > span.start) {
            if marked {
                let clipped = found.pop().and_then(|last| clip(scene, last, *index));
                found.extend(clipped);
            } else {
                continue;
            }
        }
        found.push(FoundReport { span, cue: *index, agent: agent.clone(), marked });
    }
    found
}

/// Ends a statement before a later cue's sentence part.
fn clip(scene: &Scene<'_>, mut report: FoundReport, cue: usize) -> Option<FoundReport> {
    let stop = scene.text.words[cue].start.min(report.span.end);
    let words = scene.text.word_at(report.span.start)..scene.text.word_at(stop);
    report.span = bytes(scene, words.start..words.end.saturating_sub(1))?;
    Some(report)
}

/// The words that a cue attributes, and whether a conjunction or a comma marks them.
fn clause(scene: &Scene<'_>, index: usize, cue: Cue, agent: &Agent) -> Option<(Range<usize>, bool)> {
    let text = scene.text;
    let end = text.sentence_end(index).min(index + LONGEST);
    let behind_agent = agent.words.end.max(index + 1);
    let sentence = text.sentence_start(index).max(index.saturating_sub(LONGEST));
    let menurut = text.lower(index).starts_with("menurut");
    match cue.form {
        CueForm::Active => active(scene, index + 1, end, cue),
        CueForm::Bare if cue.class != CueClass::Tail || agent.words.start != index + 1 => {
            let from = if agent.words.start > index { behind_agent } else { index + 1 };
            // `Program itu, kata Sari, akan dimulai`: the part behind it. `…, kata Sari.`: the part before it.
            let comma = text.gap_before(from).trim() == ",";
            if agent.words.start < index && !agent.words.is_empty() {
                return active(scene, index + 1, end, cue);
            }
            if comma && from < end {
                return unquoted(scene, from..end).map(|words| (words, true));
            }
            let before = sentence..index;
            (text.gap_before(index).trim() == "," && from >= end.saturating_sub(8)).then_some(())?;
            unquoted(scene, before).map(|words| (words, true))
        }
        CueForm::Passive if menurut => {
            let comma = text.gap_before(behind_agent).trim().starts_with(',');
            let nya = agent.words.is_empty();
            (comma || nya).then_some(())?;
            unquoted(scene, behind_agent..end).map(|words| (words, true))
        }
        CueForm::Passive if !agent.words.is_empty() || cue.nya => {
            let from = conjunction(scene, behind_agent..end.min(behind_agent + 4), &["bahwa", "jika"])
                .or_else(|| (text.gap_before(behind_agent).trim() == ",").then_some(behind_agent))?;
            unquoted(scene, from..end).map(|words| (words, true))
        }
        _ => None,
    }
}

/// Behind an active cue: what follows `bahwa`, `agar`, a comma, or the cue at once.
fn active(scene: &Scene<'_>, from: usize, end: usize, cue: Cue) -> Option<(Range<usize>, bool)> {
    let text = scene.text;
    if from >= end || scene.quoted[from] {
        return None;
    }
    if cue.class == CueClass::Ask {
        let start = conjunction(scene, from..end.min(from + REACH), &["agar", "supaya", "untuk", "bahwa"])?;
        return unquoted(scene, start..end).map(|words| (words, true));
    }
    if cue.class == CueClass::Tail {
        return None;
    }
    let near = end.min(from + 6);
    if let Some(start) = conjunction(scene, from..near, &["bahwa", "bahwasanya", "kalau", "jika", "bila"]) {
        return unquoted(scene, start..end).map(|words| (words, true));
    }
    let comma = text.gap_before(from).trim() == ",";
    let first = text.lower(from);
    let topic = matches!(
        first,
        "soal"
            | "tentang"
            | "terkait"
            | "mengenai"
            | "apresiasi"
            | "terima"
            | "terimakasih"
            | "dukungan"
            | "harapan"
            | "selamat"
            | "ucapan"
            | "rasa"
            | "kepada"
            | "hal"
            | "pesan"
            | "bagaimana"
            | "alasan"
            | "sejumlah"
            | "beberapa"
            | "kronologi"
            | "komitmen"
            | "pentingnya"
            | "diri"
            | "dirinya"
            | "itu"
            | "ini"
            | "laporan"
            | "arahan"
            | "sambutan"
            | "permohonan"
            | "penghargaan"
            | "oleh"
            | "dengan"
            | "di"
            | "pada"
            | "dalam"
            | "saat"
            | "lebih"
            | "secara"
    );
    let pentingnya = first == "pentingnya" && !comma;
    let enough = end - from >= 4;
    (enough && (comma || pentingnya || !topic)).then_some(())?;
    unquoted(scene, from..end).map(|words| (words, comma))
}

/// The word behind the first of some conjunctions.
fn conjunction(scene: &Scene<'_>, range: Range<usize>, words: &[&str]) -> Option<usize> {
    range
        .into_iter()
        .take_while(|index| !scene.quoted[*index])
        .find(|index| words.contains(&scene.text.lower(*index)))
        .map(|index| index + 1)
}

/// The words of a range up to a marked quote.
fn unquoted(scene: &Scene<'_>, range: Range<usize>) -> Option<Range<usize>> {
    let end = range.clone().find(|index| scene.quoted[*index]).unwrap_or(range.end);
    (range.start + FEWEST <= end).then_some(range.start..end)
}

/// The bytes of words, without the marks around them.
fn bytes(scene: &Scene<'_>, words: Range<usize>) -> Option<Range<usize>> {
    let text = scene.text;
    let (first, last) = (text.words.get(words.start)?, text.words.get(words.end.checked_sub(1)?)?);
    // A bracket that opens inside closes inside: `(leasing)`.
    let after = &text.raw[last.end..];
    let closing = after.starts_with(')') && text.raw[first.start..last.end].contains('(');
    let start = first.start;
    let end = last.end + usize::from(closing);
    let range = start..end;
    text.raw.get(range.clone()).filter(|words| !words.trim_matches(is_space).is_empty())?;
    Some(range)
}
