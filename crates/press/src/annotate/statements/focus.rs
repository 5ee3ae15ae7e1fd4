//! Each cue's agent in reading order, and who is in focus where nobody is named: pronouns, -nya, offices that point back.
//!
//! WHY in reading order over the whole article: `Menurutnya` or `ia` in between moves the focus just as a quote does, and
//! the next -nya goes back to whoever was last in focus.

use std::ops::Range;

use jejak_archive::model::How;

use crate::annotate::statements::scene::{Agent, Scene, Who, only};
use crate::annotate::statements::usage::{explicit, takes_place};
use crate::lexicon::{CueClass, CueForm};
use crate::lists::List;
use crate::text::Text;
use crate::within::Within as _;

/// Each cue's agent, by word.
pub(crate) struct Cues {
    /// Agents by the word of their cue, ascending.
    pub(crate) agents: Vec<(usize, Agent)>,
    /// The speaker in focus after each cue or subject, by word, ascending.
    focus: Vec<(usize, Focus)>,
    /// People named beside a cue, by word, ascending.
    named: Vec<(usize, usize)>,
    /// Cues of words that nobody in particular said, by word, ascending.
    nobody: Vec<usize>,
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
impl Cues {
    /// Finds the agent of each cue, in reading order.
    #[expect(clippy::indexing_slicing, reason = "there is a mark for each person of the scene")]
    pub(crate) fn find(scene: &Scene<'_>) -> Self {
        let text = scene.text;
        let mut cues = Self { agents: Vec::new(), focus: Vec::new(), named: Vec::new(), nobody: Vec::new() };
        let mut speakers: Vec<bool> = vec![false; scene.people.people.len()];
        for index in (0..text.words.len()).filter(|index| text.is(*index, List::CUES)) {
            if let Some(Agent { who: Some(Who::Person(person)), .. }) = explicit(scene, index) {
                speakers[person] = true;
                cues.named.push((index, person));
            }
        }
        let mut sentence = None;
        let mut subject = None;
        let mut told = false;
        for index in 0..text.words.len() {
            let word = text.word(index);
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
            if subject.as_ref().is_some_and(|(start, _)| *start <= index) {
                cues.focus.extend(subject.take());
            }
            if !text.is(index, List::CUES) {
                continue;
            }
            let Some(cue) = scene.cue(index).filter(|_| takes_place(scene, index)) else { continue };
            let agent = if cue.nya { Some(nya(index)) } else { explicit(scene, index) };
            let Some(mut agent) = agent else {
                if cue.form == CueForm::Bare && nobody_in_particular(text, index + 1) {
                    cues.nobody.push(index);
                }
                continue;
            };
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
                let kind =
                    if asks && !body && !agent.chain.is_empty() { Kind::Subject { known: true } } else { Kind::Cue };
                let focus = Focus { who: who.clone(), role, chain, sentence: word.sentence, kind };
                cues.focus.push((index, focus));
            }
            cues.agents.push((index, agent));
        }
        cues
    }

    /// Fills in the speaker in focus before a word.
    pub(crate) fn carry(&self, scene: &Scene<'_>, index: usize, agent: &mut Agent) {
        let before = self.focus.partition_point(|(at, _)| *at < index);
        let sentence = scene.text.word(index).sentence;
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
        let silenced = self.nobody.partition_point(|at| *at < index).checked_sub(1);
        let silenced = silenced.and_then(|last| self.nobody.get(last)).copied();
        let first = self.focus.within(..before).partition_point(|(at, _)| silenced.is_some_and(|nobody| *at < nobody));
        let entries = self.focus.within(before.saturating_sub(RECENT).max(first)..before);
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
        self.agents.get(at).map(|(_, agent)| agent)
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

/// `kata seorang karyawan`, `tulis salah satu warganet`: whether the words from `index` on name nobody in particular, so
/// that a later -nya means nobody who was named before.
fn nobody_in_particular(text: &Text<'_>, index: usize) -> bool {
    let lower = |at: usize| text.words.get(at).is_some_and(|word| word.is_lower());
    lower(index)
        && text.joined(index)
        && lower(index + 1)
        && (text.lower(index) == "seorang"
            || text.lower(index) == "salah" && matches!(text.lower(index + 1), "satu" | "seorang"))
}

/// An agent whom only -nya names, at the word that ends in it.
pub(crate) fn nya(index: usize) -> Agent {
    Agent { who: None, how: How::Nya, words: index..index, role: None, chain: only(index..index + 1), distance: 0 }
}
