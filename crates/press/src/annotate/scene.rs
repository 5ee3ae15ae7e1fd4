//! An article's words with what is known of each: the common ground of speakers and reported speech.

use std::ops::Range;

use jejak_archive::model::How;

use super::organisations::FoundOrganisation;
use super::people::People;
use super::quotes::Stretch;
use crate::lexicon::{Cue, CueClass, CueForm, TitlePlace, lexicon};
use crate::text::Text;

/// Who speaks, inside one article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Who {
    /// Index into the article's people.
    Person(usize),
    /// Index into the article's organisations.
    Organisation(usize),
    /// Only a role, as printed.
    Role(String),
}

/// Who stands beside a cue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Agent {
    pub(crate) who: Option<Who>,
    pub(crate) how: How,
    /// The words that name the agent; empty where -nya does.
    pub(crate) words: Range<usize>,
    /// The role as printed beside the name, if one is.
    pub(crate) role: Option<String>,
    /// Word spans that lead back to the name, nearest first.
    pub(crate) chain: Vec<Range<usize>>,
    /// How far back the speaker was carried from, in sentences.
    pub(crate) distance: u32,
}

/// What stands at a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Thing {
    Person(usize),
    Role(usize),
    Organisation(usize),
}

/// The words of an article with people, offices, organisations and quotes laid over them.
pub(crate) struct Scene<'t> {
    pub(crate) text: &'t Text<'t>,
    pub(crate) people: &'t People,
    /// What starts at each word, with the word after its end.
    starts: Vec<Option<(Thing, usize)>>,
    /// What ends before each word, with its first word.
    ends: Vec<Option<(Thing, usize)>>,
    /// The first office in force of each person.
    pub(crate) first_role: Vec<Option<usize>>,
    /// Whether a word stands inside a marked stretch that is a statement.
    pub(crate) quoted: Vec<bool>,
}

impl<'t> Scene<'t> {
    pub(crate) fn new(
        text: &'t Text<'t>,
        people: &'t People,
        organisations: &[FoundOrganisation],
        stretches: &[Stretch],
    ) -> Self {
        let count = text.words.len();
        let mut scene = Self {
            text,
            people,
            starts: vec![None; count],
            ends: vec![None; count + 1],
            quoted: vec![false; count],
            first_role: vec![None; people.people.len()],
        };
        for (index, role) in people.roles.iter().enumerate().rev().filter(|(_, role)| !role.former) {
            if let Some(holder) = role.holder {
                scene.first_role[holder] = Some(index);
            }
        }
        for (index, body) in organisations.iter().enumerate() {
            for words in &body.mentions {
                scene.lay(words.clone(), Thing::Organisation(index));
            }
        }
        for (index, role) in people.roles.iter().enumerate() {
            scene.lay(role.words.clone(), Thing::Role(index));
        }
        for mention in &people.mentions {
            scene.lay(mention.words.clone(), Thing::Person(mention.person));
        }
        for stretch in stretches {
            let (first, last) = (text.word_at(stretch.outer.start), text.word_at(stretch.outer.end));
            scene.quoted[first..last].fill(true);
        }
        scene
    }

    fn lay(&mut self, words: Range<usize>, thing: Thing) {
        if words.start < words.end && words.end <= self.starts.len() {
            self.starts[words.start] = Some((thing, words.end));
            self.ends[words.end] = Some((thing, words.start));
        }
    }

    /// The cue at word `index`, `menurut` among them; quotes are no place for one.
    pub(crate) fn cue(&self, index: usize) -> Option<Cue> {
        if *self.quoted.get(index)? {
            return None;
        }
        match self.text.lower(index) {
            "menurut" => Some(Cue { form: CueForm::Passive, class: CueClass::Say, nya: false }),
            "menurutnya" => Some(Cue { form: CueForm::Passive, class: CueClass::Say, nya: true }),
            word => lexicon().cue(word),
        }
    }

    /// The agent that the words from `index` on name.
    pub(crate) fn agent_from(&self, index: usize) -> Option<Agent> {
        let text = self.text;
        let mut at = index;
        for _ in 0..6 {
            let word = text.lower(at);
            let filler = matches!(
                word,
                "lagi"
                    | "pula"
                    | "oleh"
                    | "langsung"
                    | "singkat"
                    | "kembali"
                    | "juga"
                    | "sang"
                    | "si"
                    | "seorang"
                    | "salah"
                    | "satu"
            );
            let title = lexicon().title(word).is_some_and(|place| place != TitlePlace::Behind);
            if !(filler || title) || self.starts.get(at).copied().flatten().is_some() {
                break;
            }
            at += 1;
        }
        // `kata pria yang akrab disapa Zul`, `ujar politikus itu`: whoever is in focus.
        let person = matches!(
            text.lower(at),
            "pria"
                | "wanita"
                | "perempuan"
                | "lelaki"
                | "sosok"
                | "politikus"
                | "politisi"
                | "jenderal"
                | "legislator"
                | "mantan"
                | "orang"
        );
        if person
            && self.starts.get(at).copied().flatten().is_none()
            && matches!(
                text.lower(at + 1),
                "yang" | "itu" | "ini" | "tersebut" | "nomor" | "kelahiran" | "asal" | "berusia"
            )
        {
            return Some(Agent { how: How::Office, ..self.pronoun(at) });
        }
        if at > index + 1 && matches!(text.lower(at - 1), "satu" | "seorang") {
            return None;
        }
        if is_pronoun(text.lower(at)) {
            return Some(self.pronoun(at));
        }
        let (thing, end) = self.starts.get(at).copied().flatten()?;
        match thing {
            Thing::Person(person) => Some(self.named(person, at..end, None)),
            Thing::Role(role) => {
                let holder = self.people.roles[role].holder;
                let printed = self.people.roles[role].as_printed.clone();
                // The name right behind the office, titles and a comma between them.
                let name = (end..end + 6).find_map(|next| match self.starts.get(next).copied().flatten() {
                    Some((Thing::Person(person), stop)) if holder == Some(person) => Some((person, next, stop)),
                    _ => None,
                });
                match name {
                    Some((person, start, stop)) if text.words[start].sentence == text.words[at].sentence => {
                        let mut agent = self.named(person, start..stop, Some(printed));
                        agent.words = at..stop;
                        Some(agent)
                    }
                    _ => Some(self.office(role, at..end)),
                }
            }
            Thing::Organisation(body) => Some(Agent {
                who: Some(Who::Organisation(body)),
                how: How::Organisation,
                words: at..end,
                role: None,
                chain: only(at..end),
                distance: 0,
            }),
        }
    }

    /// The agent that stands before word `index`, as the subject of its verb.
    pub(crate) fn agent_before(&self, index: usize) -> Option<Agent> {
        const REACH: usize = 30;
        let first = self.text.sentence_start(index).max(index.saturating_sub(REACH));
        let mut fallback = None;
        let mut at = index;
        while at > first {
            if self.quoted[at - 1] {
                break;
            }
            if let Some((thing, start)) = self.ends[at].filter(|(_, start)| *start >= first) {
                let agent = match thing {
                    Thing::Person(person) => {
                        let role = self.role_beside(person, start);
                        self.named(person, start..at, role)
                    }
                    Thing::Role(role) => self.pointed(role, start..at).unwrap_or_else(|| self.office(role, start..at)),
                    Thing::Organisation(body) => Agent {
                        who: Some(Who::Organisation(body)),
                        how: How::Organisation,
                        words: start..at,
                        role: None,
                        chain: only(start..at),
                        distance: 0,
                    },
                };
                let object = start > 0 && is_preposition(self.text.lower(start - 1)) && start > first;
                let distant_body = matches!(thing, Thing::Organisation(_)) && index - at > 2;
                if !(object || distant_body) {
                    return Some(agent);
                }
                if fallback.is_none() && !distant_body {
                    fallback = Some(agent);
                }
                at = start;
                continue;
            }
            if is_pronoun(self.text.lower(at - 1)) && index - at < 6 {
                return Some(self.pronoun(at - 1));
            }
            at -= 1;
        }
        fallback.filter(|agent| !matches!(agent.who, Some(Who::Organisation(_))))
    }

    /// The office printed right before or behind a name at word `start`.
    fn role_beside(&self, person: usize, start: usize) -> Option<String> {
        let near = |role: &&super::roles::RoleMention| {
            role.holder == Some(person)
                && role.words.start.abs_diff(start) < 20
                && self.text.words[role.words.start].sentence == self.text.words[start].sentence
        };
        let from = self.people.roles.partition_point(|role| role.words.start + 20 < start);
        self.people.roles[from..].iter().take(6).find(near).map(|role| role.as_printed.clone())
    }

    fn named(&self, person: usize, words: Range<usize>, role: Option<String>) -> Agent {
        let full = words.len() >= self.people.people[person].parts.len();
        let how = if full { How::Name } else { How::PartOfName };
        Agent { who: Some(Who::Person(person)), how, chain: only(words.clone()), words, role, distance: 0 }
    }

    fn office(&self, role: usize, words: Range<usize>) -> Agent {
        let mention = &self.people.roles[role];
        let who = mention.holder.map_or_else(|| Who::Role(mention.as_printed.clone()), Who::Person);
        Agent {
            who: Some(who),
            how: How::Office,
            chain: only(words.clone()),
            words,
            role: Some(mention.as_printed.clone()),
            distance: 0,
        }
    }

    /// `Kepala badan itu`: an office that points back at the speaker in focus.
    fn pointed(&self, role: usize, words: Range<usize>) -> Option<Agent> {
        let points = matches!(self.text.lower(words.end), "itu" | "ini" | "tersebut");
        let printed = self.people.roles[role].as_printed.clone();
        (points && self.people.roles[role].holder.is_none()).then(|| Agent {
            who: None,
            how: How::Office,
            chain: only(words.clone()),
            words,
            role: Some(printed),
            distance: 0,
        })
    }

    fn pronoun(&self, at: usize) -> Agent {
        Agent { who: None, how: How::Pronoun, words: at..at + 1, role: None, chain: only(at..at + 1), distance: 0 }
    }

    /// The subject of a sentence: the first person named in it that no preposition makes an object.
    pub(crate) fn subject(&self, sentence: Range<usize>) -> Option<(usize, Range<usize>)> {
        let mut at = sentence.start;
        while at < sentence.end {
            if self.quoted[at] {
                return None;
            }
            let Some((thing, end)) = self.starts[at] else {
                at += 1;
                continue;
            };
            let person = match thing {
                Thing::Person(person) => Some(person),
                Thing::Role(role) => self.people.roles[role].holder,
                Thing::Organisation(_) => None,
            };
            let titles = (sentence.start..at)
                .rev()
                .take_while(|index| lexicon().title(self.text.lower(*index)).is_some())
                .count();
            let object = at - titles > sentence.start && is_preposition(self.text.lower(at - titles - 1));
            let passive = (sentence.start..at).rev().take(3).any(|index| {
                self.text.lower(index).starts_with("di")
                    && lexicon().cue(self.text.lower(index)).is_none()
                    && self.text.lower(index).len() > 5
            });
            if let Some(person) = person.filter(|_| !object && !passive) {
                return Some((person, at..end));
            }
            at = end.max(at + 1);
        }
        None
    }

    /// Whether anyone is named from `start` on within a few words, at the start of what follows.
    pub(crate) fn thing_at(&self, index: usize) -> Option<(Thing, usize)> {
        self.starts.get(index).copied().flatten()
    }
}

/// A chain of one link.
pub(crate) fn only(words: Range<usize>) -> Vec<Range<usize>> {
    std::iter::once(words).collect()
}

/// Words that stand for the speaker.
pub(crate) fn is_pronoun(word: &str) -> bool {
    matches!(word, "ia" | "dia" | "beliau" | "dirinya" | "pihaknya")
}

/// Words that make what follows an object.
fn is_preposition(word: &str) -> bool {
    matches!(
        word,
        "kepada"
            | "dengan"
            | "bersama"
            | "oleh"
            | "dari"
            | "untuk"
            | "terhadap"
            | "bagi"
            | "atas"
            | "ke"
            | "pada"
            | "antara"
            | "didampingi"
            | "dihadiri"
            | "disaksikan"
            | "seperti"
            | "soal"
            | "tentang"
            | "terkait"
            | "mengenai"
            | "saat"
            | "menemui"
            | "dipimpin"
            | "langsung"
            | "dan"
            | "serta"
            | "agar"
            | "bahwa"
            | "para"
            | "melawan"
            | "mendampingi"
            | "menyebut"
            | "di"
            | "lewat"
            | "melalui"
            | "mewakili"
            | "menggantikan"
    )
}
