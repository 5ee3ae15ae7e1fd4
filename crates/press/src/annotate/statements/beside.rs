//! The attribution that stands beside a marked stretch, in its sentence: behind it (`," kata Sari`) or before it
//! (`Sari mengatakan, "…"`).

use crate::annotate::statements::attribution::{Attribution, Place, is_slogan, words_in};
use crate::annotate::statements::focus::{Cues, nya};
use crate::annotate::statements::fragments;
use crate::annotate::statements::quotes::Stretch;
use crate::annotate::statements::scene::{Scene, Thing, Who, is_pronoun};
use crate::annotate::statements::usage::explicit;
use crate::lexicon::CueForm;
use crate::text::is_space;
use crate::within::Within as _;

/// The attribution behind a quote: `," kata Sari`, `," ujarnya`, `," Sari menambahkan`.
pub(crate) fn behind(scene: &Scene<'_>, cues: &Cues, stretch: &Stretch) -> Option<Attribution> {
    let text = scene.text;
    let first = text.word_at(stretch.outer.end);
    let paragraph = text.words.get(text.word_at(stretch.inner.start))?.paragraph;
    let last_inside = text.words.get(first.checked_sub(1)?)?.paragraph;
    let fits = |index: usize| {
        text.words.get(index).is_some_and(|word| word.paragraph == paragraph || word.paragraph == last_inside)
    };
    if !fits(first) || scene.is_quoted(first) {
        return None;
    }
    let gap = text.raw.within(stretch.outer.end..text.word(first).start);
    if gap.contains(['(', '\n']) {
        return None;
    }
    let stopped = gap.contains(['.', '!', '?']) && text.word(first).is_capital();
    let mut at = first;
    while matches!(text.lower(at), "demikian" | "begitu" | "begitulah" | "seperti") && fits(at + 1) {
        at += 1;
    }
    // `demikian keterangan pers Dinas Sosial`, `bunyi pernyataan Sari`: a noun of saying with its owner.
    let noun = |at: usize| {
        matches!(
            text.lower(at),
            "keterangan"
                | "pernyataan"
                | "pengumuman"
                | "penjelasan"
                | "penuturan"
                | "ucapan"
                | "isi"
                | "bunyi"
                | "kutipan"
                | "pengakuan"
                | "laporan"
        )
    };
    if (at > first || text.lower(at) == "bunyi") && noun(at) {
        let mut owner = at + 1;
        while fits(owner)
            && (noun(owner) || matches!(text.lower(owner), "pers" | "resmi" | "tertulis" | "situs" | "web"))
        {
            owner += 1;
        }
        // `bunyi keterangan berbahasa Arab dari Kementerian Karya`.
        let from = (owner..owner + 4).find(|at| text.lower(*at) == "dari" && fits(*at + 1));
        let owner = from.map_or(owner, |from| from + 1);
        if fits(owner) && text.joined(owner - 1) {
            return Some(Attribution { agent: scene.agent_from(owner), cue: None, place: Place::Behind });
        }
    }
    // `demikian Sari Dewi dalam keterangannya`.
    if at > first && scene.cue(at).is_none() && text.lower(first) != "seperti" && scene.thing_at(at).is_some() {
        return Some(Attribution { agent: scene.agent_from(at), cue: None, place: Place::Behind });
    }
    if (!stopped || at > first)
        && let Some(cue) =
            scene.cue(at).filter(|cue| cue.form != CueForm::Active || at > first || text.word(at).is_lower())
    {
        let agent = cues.agent(at).cloned();
        let agent = agent.or_else(|| if cue.form == CueForm::Active { None } else { explicit(scene, at) });
        return Some(Attribution { agent, cue: Some(at), place: Place::Behind });
    }
    if let Some(attribution) = unknown_cue(scene, cues, stretch, first) {
        return Some(attribution);
    }
    // `," Sari menambahkan.`: the subject comes first.
    let inner_end = text.raw.within(stretch.inner.end..stretch.outer.end).contains([',', '!', '?'])
        || text.raw.within(..stretch.inner.end).ends_with(['!', '?']);
    if !inner_end || stopped {
        return None;
    }
    let limit = (first + 8).min(text.sentence_end(first));
    let Some(cue) = (first..limit).find(|index| scene.cue(*index).is_some_and(|cue| cue.form == CueForm::Active))
    else {
        return named_alone(scene, first);
    };
    let starts = scene.thing_at(first).is_some() || is_pronoun(text.lower(first));
    starts.then(|| Attribution { agent: cues.agent(cue).cloned(), cue: Some(cue), place: Place::Behind })
}

/// `,” Direktur Karya, Sari Dewi dalam keterangannya`: a quote whose cue is lost, the name of its speaker behind it.
fn named_alone(scene: &Scene<'_>, first: usize) -> Option<Attribution> {
    let text = scene.text;
    if !matches!(scene.thing_at(first), Some((Thing::Person(_) | Thing::Role(_), _))) {
        return None;
    }
    let agent = scene.agent_from(first).filter(|agent| matches!(agent.who, Some(Who::Person(_))))?;
    let end = agent.words.end;
    let circumstance = matches!(text.lower(end), "dalam" | "saat" | "kepada" | "melalui" | "lewat" | "ketika")
        || text.gap_before(end).trim_start().starts_with(['.', ',', '(']);
    circumstance.then_some(Attribution { agent: Some(agent), cue: None, place: Place::Behind })
}

/// `," kara Sari`, `," sambungannya`: a word that no list has, misspelt or rare, where only a cue can stand.
fn unknown_cue(scene: &Scene<'_>, cues: &Cues, stretch: &Stretch, at: usize) -> Option<Attribution> {
    const FEWEST: usize = 4;
    let text = scene.text;
    let comma = text.raw.within(stretch.inner.end..text.word(at).start).contains(',');
    let begins = text.raw.within(stretch.inner.clone()).starts_with(|c: char| c.is_uppercase() || c.is_numeric());
    let word = text.lower(at);
    if !(comma && begins && words_in(scene, &stretch.inner) >= FEWEST && text.word(at).is_lower() && word.len() >= 4) {
        return None;
    }
    if word.ends_with("nya") && word.len() >= 6 && !scene.people.mentions.is_empty() {
        let mut agent = nya(at);
        cues.carry(scene, at, &mut agent);
        return Some(Attribution { agent: Some(agent), cue: Some(at), place: Place::Behind });
    }
    let next = at + 1;
    let person = text.joined(at)
        && (is_pronoun(text.lower(next)) || matches!(scene.thing_at(next), Some((Thing::Person(_), _))));
    let joins =
        matches!(word, "yang" | "dengan" | "untuk" | "kepada" | "karena" | "sehingga" | "oleh" | "dari" | "bagi");
    let agent = scene.agent_from(next).filter(|_| person && !joins)?;
    let mut agent = agent;
    if agent.who.is_none() {
        cues.carry(scene, at, &mut agent);
    }
    Some(Attribution { agent: Some(agent), cue: Some(at), place: Place::Behind })
}

/// The attribution before a quote: `Sari mengatakan, "…"`, `Sari: "…"`.
pub(crate) fn before(scene: &Scene<'_>, cues: &Cues, stretch: &Stretch) -> Option<Attribution> {
    const REACH: usize = 14;
    let text = scene.text;
    let first = text.word_at(stretch.inner.start);
    let last = first.checked_sub(1)?;
    let word = text.words.get(first)?;
    let lead = text.raw.within(..stretch.outer.start).trim_end_matches(is_space);
    let colon = lead.ends_with(':');
    let comma = lead.ends_with(',') || lead.ends_with('，');
    let paragraph_before = text.word(last).paragraph != word.paragraph;
    if paragraph_before && !colon {
        return None;
    }
    let sentence = text.sentence_start(last).max(first.saturating_sub(REACH));
    let cue = (sentence..first)
        .rev()
        .take_while(|index| !scene.is_quoted(*index))
        .find(|index| scene.cue(*index).is_some_and(|cue| cue.form != CueForm::Bare || cue.nya));
    let begins = text.raw.within(stretch.inner.clone()).starts_with(|c: char| c.is_uppercase() || c.is_numeric());
    if let Some(cue) = cue {
        let close = last - cue <= 1;
        let inside = first..text.word_at(stretch.inner.end);
        let direct = colon
            || (comma && begins)
            || (close && begins && !fragments::is_capitalised(text, &inside))
            || text.lower(last) == "bahwa";
        if direct && words_in(scene, &stretch.inner) >= 3 {
            return Some(Attribution { agent: cues.agent(cue).cloned(), cue: Some(cue), place: Place::Before });
        }
    }
    if colon && words_in(scene, &stretch.inner) >= 3 && begins && !is_slogan(scene, stretch) {
        let agent = scene.agent_before(first).or_else(|| cues.in_focus(scene, first));
        return agent.map(|agent| Attribution { agent: Some(agent), cue: None, place: Place::Before });
    }
    None
}
