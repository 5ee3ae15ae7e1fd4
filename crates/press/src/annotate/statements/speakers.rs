//! Who said it: from a cue to the person, over names, offices, pronouns and -nya.
//!
//! WHY two passes: first each cue of the text gets its agent, in reading order, with the speaker in focus carried along
//! (so that `Menurutnya` or `ia` in between moves the focus just as a quote does). Then each marked stretch picks its
//! cue: behind it, before it, or none. A stretch that is neither attributed nor stands alone is a term, not a quote.

use std::collections::HashMap;
use std::ops::Range;

use jejak_archive::model::How;

use crate::annotate::statements::fragments;
use crate::annotate::statements::quotes::Stretch;
use crate::annotate::statements::scene::{Agent, Scene, Thing, Who, only};
use crate::lexicon::{CueClass, CueForm};
use crate::text::is_space;

/// Each cue's agent, by word.
pub(crate) struct Cues {
    /// Agents by the word of their cue, ascending.
    pub(crate) agents: Vec<(usize, Agent)>,
    /// The speaker in focus after each cue or subject, by word, ascending.
    focus: Vec<(usize, Focus)>,
    /// People named beside a cue, by word, ascending.
    named: Vec<(usize, usize)>,
}

#[derive(Debug, Clone)]
struct Focus {
    who: Who,
    role: Option<String>,
    chain: Vec<Range<usize>>,
    sentence: u32,
    kind: Kind,
}

/// What brought someone into focus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A cue.
    Cue,
    /// The head of a sentence; whether a cue names the person anywhere.
    Subject { known: bool },
}

/// How many entries back the speaker in focus is looked for.
const RECENT: usize = 60;
/// For how many sentences someone stays in focus whom no cue names, before anybody spoke.
const NEAR: u32 = 8;

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

impl Cues {
    /// Finds the agent of each cue, in reading order.
    pub(crate) fn find(scene: &Scene<'_>) -> Self {
        let text = scene.text;
        let mut cues = Self { agents: Vec::new(), focus: Vec::new(), named: Vec::new() };
        let mut speakers: Vec<bool> = vec![false; scene.people.people.len()];
        for index in 0..text.words.len() {
            if let Some(Agent { who: Some(Who::Person(person)), .. }) = explicit(scene, index) {
                speakers[person] = true;
                cues.named.push((index, person));
            }
        }
        let mut sentence = None;
        let mut subject = None;
        let mut told = false;
        for index in 0..text.words.len() {
            let word = &text.words[index];
            if sentence != Some(word.sentence) {
                sentence = Some(word.sentence);
                told = false;
                let range = index..text.sentence_end(index);
                subject = scene.subject(range).map(|(person, words)| {
                    let known = speakers[person];
                    let chain = vec![words.clone()];
                    let who = Who::Person(person);
                    (
                        words.start,
                        Focus { who, role: None, chain, sentence: word.sentence, kind: Kind::Subject { known } },
                    )
                });
            }
            cues.focus.extend(subject.take_if(|(start, _)| *start <= index));
            let Some(cue) = scene.cue(index).filter(|_| takes_place(scene, index)) else { continue };
            let agent = if cue.nya { Some(nya(index)) } else { explicit(scene, index) };
            let Some(mut agent) = agent else { continue };
            if agent.who.is_none() {
                cues.carry(scene, index, &mut agent);
            }
            // What is told may tell of others who say something; the sentence's own speaker stays in focus.
            let further = told && cue.form != CueForm::Bare;
            told = true;
            let body = matches!(agent.who, Some(Who::Organisation(_)));
            let shown = !body || cue.form == CueForm::Bare || cues.focus.is_empty();
            if let Some(who) = agent.who.as_ref().filter(|_| !further && shown) {
                let chain = agent.chain.clone();
                let role = agent.role.clone();
                // `Sari meminta Budi datang` may tell what happened; one who only asks does not take the word for good.
                let asks = cue.form == CueForm::Active && matches!(cue.class, CueClass::Ask | CueClass::Tail);
                let kind = if asks && !agent.chain.is_empty() { Kind::Subject { known: true } } else { Kind::Cue };
                let focus = Focus { who: who.clone(), role, chain, sentence: word.sentence, kind };
                cues.focus.push((index, focus));
            }
            cues.agents.push((index, agent));
        }
        cues
    }

    /// Fills in the speaker in focus before a word.
    fn carry(&self, scene: &Scene<'_>, index: usize, agent: &mut Agent) {
        let before = self.focus.partition_point(|(at, _)| *at < index);
        let sentence = scene.text.words[index].sentence;
        let Some(focus) = self.in_focus_at(before, index, sentence) else { return };
        agent.who = Some(focus.who.clone());
        agent.role = agent.role.take().or_else(|| focus.role.clone());
        agent.chain.extend(focus.chain.iter().take(6).cloned());
        agent.distance = sentence.saturating_sub(focus.sentence);
    }

    /// Who is in focus before word `index`, `before` being how many entries stand before it.
    ///
    /// The last who spoke, or a subject named since: at once if the article also quotes that person and does not go
    /// back to the one before, and for others as long as the next sentence goes on about them.
    fn in_focus_at(&self, before: usize, index: usize, sentence: u32) -> Option<&Focus> {
        let entries = &self.focus[before.saturating_sub(RECENT)..before];
        let spoke = entries.iter().rev().find(|(_, focus)| focus.kind == Kind::Cue).map(|(_, focus)| focus);
        let since = entries.iter().rev().map(|(_, focus)| focus).take_while(|focus| focus.kind != Kind::Cue);
        let next = self.named.get(self.named.partition_point(|(at, _)| *at < index)).map(|(_, person)| *person);
        for focus in since {
            let person = match focus.who {
                Who::Person(person) => person,
                _ => continue,
            };
            let back = spoke.is_some_and(|spoke| spoke.who == Who::Person(next.unwrap_or(usize::MAX)));
            let near = sentence.saturating_sub(focus.sentence) <= NEAR;
            let known = focus.kind == Kind::Subject { known: true };
            if (known && (!back || next == Some(person))) || (spoke.is_none() && near) {
                return Some(focus);
            }
        }
        spoke
    }

    /// The agent of the cue at word `index`.
    pub(crate) fn agent(&self, index: usize) -> Option<&Agent> {
        let at = self.agents.binary_search_by_key(&index, |(word, _)| *word).ok()?;
        Some(&self.agents[at].1)
    }

    /// The speaker in focus before word `index`, for a quote without any cue.
    pub(crate) fn in_focus(&self, scene: &Scene<'_>, index: usize) -> Option<Agent> {
        let mut agent = nya(index);
        agent.chain.clear();
        let index = index.min(scene.text.words.len().checked_sub(1)?);
        self.carry(scene, index, &mut agent);
        agent.who.is_some().then_some(agent)
    }
}

fn nya(index: usize) -> Agent {
    Agent { who: None, how: How::Nya, words: index..index, role: None, chain: only(index..index + 1), distance: 0 }
}

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
fn explicit(scene: &Scene<'_>, index: usize) -> Option<Agent> {
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
                let behind = crate::annotate::statements::scene::is_pronoun(scene.text.lower(before))
                    || told_plainly(scene, index);
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

/// Chooses the cue of each stretch, and leaves out those that are no quotes.
pub(crate) fn attribute(scene: &Scene<'_>, cues: &Cues, stretches: &[Stretch]) -> Vec<(usize, Attribution)> {
    let mut found: Vec<(usize, Attribution)> = Vec::new();
    for (index, stretch) in stretches.iter().enumerate() {
        let attribution = behind(scene, cues, stretch)
            .or_else(|| before(scene, cues, stretch))
            .or_else(|| fragments::around(scene, cues, stretch));
        let count = words_in(scene, &stretch.inner);
        // `"Sari" mengunggah`, `halaman "Cari Sari", kabar …`: few words that nobody is said to say are a term.
        let inside = &scene.text.raw[stretch.inner.start..stretch.outer.end];
        let attribution = attribution.filter(|attribution| {
            let told = attribution.agent.is_some() || attribution.place != Place::Behind;
            told || count >= FEWEST || inside.contains([',', '!', '?'])
        });
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

/// Fewest words of a quote behind which a cue without a speaker stands and no comma.
const FEWEST: usize = 4;

/// `"…," kata Sari, "…"`: the second part of a quote that its attribution breaks, however short.
fn continued(
    scene: &Scene<'_>,
    stretches: &[Stretch],
    index: usize,
    found: &[(usize, Attribution)],
) -> Option<Attribution> {
    /// How far apart the parts may be, in words.
    const REACH: usize = 20;
    let (before, attribution) = found.last().filter(|(before, _)| before + 1 == index)?;
    let between = &scene.text.raw[stretches[*before].outer.end..stretches[index].outer.start];
    let words = scene.text.word_at(stretches[*before].outer.end)..scene.text.word_at(stretches[index].outer.start);
    // The attribution has its one cue, and a comma leads on into the marks.
    let further = attribution.cue.is_some_and(|cue| (cue + 1..words.end).any(|at| scene.cue(at).is_some()));
    let goes_on = attribution.place == Place::Behind
        && attribution.agent.is_some()
        && words.len() <= REACH
        && between.trim_end_matches(is_space).ends_with(',')
        && !between.contains(['\n', '.', '!', '?'])
        && scene.text.raw[stretches[index].inner.clone()].starts_with(char::is_lowercase);
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
    let words = |index: usize| &scene.text.raw[stretches[index].inner.clone()];
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

/// The attribution behind a quote: `," kata Sari`, `," ujarnya`, `," Sari menambahkan`.
fn behind(scene: &Scene<'_>, cues: &Cues, stretch: &Stretch) -> Option<Attribution> {
    let text = scene.text;
    let first = text.word_at(stretch.outer.end);
    let paragraph = text.words.get(text.word_at(stretch.inner.start))?.paragraph;
    let last_inside = text.words.get(first.checked_sub(1)?)?.paragraph;
    let fits = |index: usize| {
        text.words.get(index).is_some_and(|word| word.paragraph == paragraph || word.paragraph == last_inside)
    };
    if !fits(first) || scene.quoted[first] {
        return None;
    }
    let gap = &text.raw[stretch.outer.end..text.words[first].start];
    if gap.contains(['(', '\n']) {
        return None;
    }
    let stopped = gap.contains(['.', '!', '?']) && text.words[first].is_capital();
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
            scene.cue(at).filter(|cue| cue.form != CueForm::Active || at > first || text.words[at].is_lower())
    {
        let agent = cues.agent(at).cloned();
        let agent = agent.or_else(|| if cue.form == CueForm::Active { None } else { explicit(scene, at) });
        return Some(Attribution { agent, cue: Some(at), place: Place::Behind });
    }
    if let Some(attribution) = unknown_cue(scene, cues, stretch, first) {
        return Some(attribution);
    }
    // `," Sari menambahkan.`: the subject comes first.
    let inner_end = text.raw[stretch.inner.end..stretch.outer.end].contains([',', '!', '?'])
        || text.raw[..stretch.inner.end].ends_with(['!', '?']);
    if !inner_end || stopped {
        return None;
    }
    let limit = (first + 8).min(text.sentence_end(first));
    let Some(cue) = (first..limit).find(|index| scene.cue(*index).is_some_and(|cue| cue.form == CueForm::Active))
    else {
        return named_alone(scene, first);
    };
    let starts = scene.thing_at(first).is_some() || crate::annotate::statements::scene::is_pronoun(text.lower(first));
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
    let comma = text.raw[stretch.inner.end..text.words[at].start].contains(',');
    let begins = text.raw[stretch.inner.clone()].starts_with(|c: char| c.is_uppercase() || c.is_numeric());
    let word = text.lower(at);
    if !(comma && begins && words_in(scene, &stretch.inner) >= FEWEST && text.words[at].is_lower() && word.len() >= 4) {
        return None;
    }
    if word.ends_with("nya") && word.len() >= 6 && !scene.people.mentions.is_empty() {
        let mut agent = nya(at);
        cues.carry(scene, at, &mut agent);
        return Some(Attribution { agent: Some(agent), cue: Some(at), place: Place::Behind });
    }
    let next = at + 1;
    let person = text.joined(at)
        && (crate::annotate::statements::scene::is_pronoun(text.lower(next))
            || matches!(scene.thing_at(next), Some((Thing::Person(_), _))));
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
fn before(scene: &Scene<'_>, cues: &Cues, stretch: &Stretch) -> Option<Attribution> {
    const REACH: usize = 14;
    let text = scene.text;
    let first = text.word_at(stretch.inner.start);
    let last = first.checked_sub(1)?;
    let word = text.words.get(first)?;
    let lead = text.raw[..stretch.outer.start].trim_end_matches(is_space);
    let colon = lead.ends_with(':');
    let comma = lead.ends_with(',') || lead.ends_with('，');
    let paragraph_before = text.words[last].paragraph != word.paragraph;
    if paragraph_before && !colon {
        return None;
    }
    let sentence = text.sentence_start(last).max(first.saturating_sub(REACH));
    let cue = (sentence..first)
        .rev()
        .take_while(|index| !scene.quoted[*index])
        .find(|index| scene.cue(*index).is_some_and(|cue| cue.form != CueForm::Bare || cue.nya));
    let begins = text.raw[stretch.inner.clone()].starts_with(|c: char| c.is_uppercase() || c.is_numeric());
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

fn words_in(scene: &Scene<'_>, bytes: &Range<usize>) -> usize {
    scene.text.word_at(bytes.end) - scene.text.word_at(bytes.start)
}

/// `"Sukaraya Pagi, Jangan Tidur Lagi!"`: words that nearly all begin with a capital letter, as titles and slogans do.
fn is_slogan(scene: &Scene<'_>, stretch: &Stretch) -> bool {
    let words = scene.text.word_at(stretch.inner.start)..scene.text.word_at(stretch.inner.end);
    words.len() > 2 && fragments::is_capitalised(scene.text, &words)
}

/// Whether a stretch without any cue is still a statement: a paragraph or a sentence of its own.
fn stands_alone(scene: &Scene<'_>, stretch: &Stretch, count: usize) -> bool {
    let text = scene.text;
    let raw = text.raw;
    let index = text.paragraphs.partition_point(|paragraph| paragraph.end <= stretch.outer.start);
    let Some(paragraph) = text.paragraphs.get(index) else { return false };
    let lead = raw[paragraph.start..stretch.outer.start.max(paragraph.start)].trim();
    let rest = raw[stretch.outer.end.min(paragraph.end)..paragraph.end].trim();
    let closing = &raw[stretch.inner.end..stretch.outer.end];
    let ends = closing.contains([',', '.']) || raw[..stretch.inner.end].ends_with(['!', '?', '…']);
    let begins = raw[stretch.inner.clone()].starts_with(|c: char| c.is_uppercase() || c.is_numeric());
    let sentence_before = lead.is_empty() || lead.ends_with(['.', '!', '?', '"', '”', '“']);
    let free = !rest.starts_with(|c: char| c.is_lowercase());
    match (lead.is_empty(), !rest.chars().any(char::is_alphanumeric)) {
        (true, true) => count >= 3,
        _ => sentence_before && begins && ends && free && count >= 4,
    }
}

/// How sure an attribution is, in hundredths.
///
/// The figures are shares of right attributions, counted on articles that were labelled before the press was run on them
/// (see `docs/accuracy.md`). What decides most is the name: one of several words is seldom wrong; a lone word may be a
/// nickname, a half or no name at all.
pub(crate) fn confidence(scene: &Scene<'_>, attribution: &Attribution, supplied: bool) -> u8 {
    let Some(agent) = &attribution.agent else { return 0 };
    let Some(who) = &agent.who else { return 0 };
    let name: u8 = match who {
        Who::Person(person) if scene.people.people[*person].parts.len() <= 1 => 80,
        Who::Person(_) => 96,
        Who::Organisation(_) => 85,
        Who::Role(_) => 78,
    };
    let carried = match (agent.how, agent.distance) {
        (How::Pronoun | How::Nya, 0..=1) => 3,
        (How::Pronoun | How::Nya, 2..=4) => 5,
        (How::Pronoun | How::Nya, _) => 9,
        (How::Office, _) => 3,
        (How::Name | How::PartOfName | How::Organisation | How::Correction, _) => 0,
    };
    let place = match attribution.place {
        Place::Behind | Place::Before => 0,
        Place::Around | Place::Beside => 3,
        Place::AroundExpression => 8,
        Place::Nowhere => 14,
    };
    name - carried - place - if supplied { 4 } else { 0 }
}
