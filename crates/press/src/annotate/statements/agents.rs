//! Who stands beside a cue: behind it (`kata Sari`), or before it as the subject of its verb (`Sari mengatakan`).
//!
//! WHY more than the nearest name: names also stand in the office (`Juru Bicara Gubernur Sari`), in a relative clause
//! (`Budi, yang mewakili Sari, mengatakan`), behind a preposition, and in descriptions of the speaker (`anak buah Sari
//! itu mengatakan`). Each of these is told by its form.

use std::ops::Range;

use jejak_archive::model::How;

use crate::annotate::dates::is_date_word;
use crate::annotate::offices::roles;
use crate::annotate::phrases::words;
use crate::annotate::statements::bodies;
use crate::annotate::statements::clauses::is_verb;
use crate::annotate::statements::scene::{Agent, Scene, Thing, Who, is_pronoun, only};
use crate::lexicon::{CueForm, TitlePlace, lexicon};
use crate::lists::List;
use crate::within::Within as _;

/// How many words the phrase of a speaker may have.
const PHRASE: usize = 24;
/// How far before its verb a subject may stand, in words.
const REACH: usize = 30;
/// How many offices with a holder an office without a name is compared with.
pub(super) const HELD: usize = 100;
/// How many words in small letters that no list has may stand in the phrase of a speaker.
const NOUNS: usize = 5;
/// How often a place may go on behind a comma in the phrase of a speaker.
const HOPS: usize = 2;

impl Scene<'_> {
    /// The agent that the words from `index` on name.
    pub(crate) fn agent_from(&self, index: usize) -> Option<Agent> {
        let text = self.text;
        let mut at = index;
        let mut definite = false;
        for _ in 0..6 {
            let word = text.lower(at);
            let title = lexicon().title(word).is_some_and(|place| place != TitlePlace::Behind) && !self.noun_title(at);
            definite |= word == "sang";
            // `kata kata Sari`, `ulas ujar Sari`: the cue twice.
            let twice = at == index
                && text.words.get(at).is_some_and(|word| word.is_lower())
                && self.cue(at).is_some_and(|cue| cue.form == CueForm::Bare && !cue.nya);
            // `ucap dan doa Sari`: what else it was stands between the cue and its agent.
            let further = at == index
                && word == "dan"
                && text.words.get(at + 1).is_some_and(|noun| noun.is_lower())
                && text.joined(at + 1)
                && self.thing_at(at + 2).is_some();
            if further {
                at += 2;
                continue;
            }
            let same = text.words.get(at + 1).is_some_and(|next| next.sentence == text.word(at).sentence);
            if !(words().fillers.contains(word) || title || twice) || !same || self.thing_at(at).is_some() {
                break;
            }
            at += 1;
        }
        if is_pronoun(text.lower(at)) {
            return Some(self.pronoun(at));
        }
        let Some((thing, end)) = self.thing_at(at) else {
            let agent =
                || self.statement_of(at).or_else(|| self.body_back(at)).or_else(|| self.described(at, at > index));
            return self
                .title_pointing_back(index, at)
                .or_else(agent)
                .or_else(|| self.known_by_trade(at).filter(|_| definite));
        };
        match thing {
            Thing::Person(person) => {
                match self.glued(at, end).and_then(|from| self.name_within(from, end)).or_else(|| self.called(end)) {
                    Some((other, words)) => Some(self.named(other, words, None)),
                    None => Some(self.named(person, at..end, None)),
                }
            }
            Thing::Role(role) if self.points_back(at) && (self.former(at) || self.unheld(role, at)) => {
                Some(Agent { how: How::Office, ..self.pronoun(at) })
            }
            Thing::Role(role) => {
                let holder = self.people.role(role).holder;
                let printed = self.people.role(role).as_printed.clone();
                // The name right behind the office, titles and a comma between them.
                let name = (end..end + 6).find_map(|next| match self.thing_at(next) {
                    Some((Thing::Person(person), stop)) if holder == Some(person) => Some((person, next..stop)),
                    _ => None,
                });
                let name = name.filter(|(_, words)| text.word(words.start).sentence == text.word(at).sentence);
                let further = match &name {
                    Some((_, words)) => self.glued(words.start, words.end),
                    None => Some(end),
                };
                let further = further.and_then(|from| self.name_within(from, end));
                match further.or(name) {
                    Some((person, words)) => {
                        let mut agent = self.named(person, words.clone(), Some(printed));
                        agent.words = at..words.end;
                        Some(agent)
                    }
                    None => match self.pointed(role, at..end).unwrap_or_else(|| self.office(role, at..end)) {
                        // `lanjut sang perdana menteri`, whom the article does not name so: the one in focus.
                        Agent { who: Some(Who::Role(_)), role, .. } if definite => {
                            Some(Agent { how: How::Office, role, ..self.pronoun(at) })
                        }
                        agent => Some(agent),
                    },
                }
            }
            Thing::Organisation(body) => {
                // `kata Dinas Sosial`, but `kata Humas Dinas Sosial Sari`: the name that the phrase ends with.
                match self.name_within(end, end) {
                    Some((person, words)) => Some(self.named(person, words, None)),
                    None => Some(self.body(body, at..end)),
                }
            }
        }
    }

    /// A lone word before which a body's word stands, so that it may be no name: the word behind it.
    fn glued(&self, start: usize, end: usize) -> Option<usize> {
        let text = self.text;
        let body = start > 0 && text.joined(start - 1) && text.word(start - 1).is_capital();
        let titled = start > 0 && text.title(start - 1).is_some();
        // `Menurut Sari, Budi tidak salah`: the word before leads to the name.
        let leads = start > 0 && text.is(start - 1, List::CUES);
        (body && !titled && !leads && end - start == 1).then_some(end)
    }

    /// The person whom the phrase that goes on at word `from` names: behind connectors, brackets, or a comma and titles.
    pub(super) fn name_within(&self, from: usize, phrase: usize) -> Option<(usize, Range<usize>)> {
        let text = self.text;
        let first = text.words.get(phrase.checked_sub(1)?)?;
        let limit = (from + PHRASE).min(text.words.len());
        let mut nouns = 0;
        let mut hops = 0;
        let mut bracket = false;
        let mut at = from;
        while at < limit && text.word(at).sentence == first.sentence {
            let gap = text.gap_before(at);
            if gap.contains(['(', ')']) {
                bracket = gap.contains('(');
            }
            if !bracket && let Some((Thing::Person(person), end)) = self.thing_at(at) {
                // `kata Sari dan Budi`: two speakers, of whom the first counts.
                let listed = at > from && matches!(text.lower(at - 1), "dan" | "serta");
                return (!listed).then_some((person, at..end));
            }
            let word = text.word(at);
            let title = word.title().is_some();
            if gap.contains(',') && !bracket {
                let next = (at..at + 6).find(|next| text.title(*next).is_none())?;
                match self.thing_at(next) {
                    Some((Thing::Person(person), end)) if text.word(next).sentence == first.sentence => {
                        return Some((person, next..end));
                    }
                    // `dokter di Karmaya Health, Sukaraya, Sari Dewi`: the place goes on behind a comma.
                    _ if word.is_capital() && hops < HOPS && !is_date_word(&word.lower) => hops += 1,
                    _ => return None,
                }
            }
            // `penulis buku itu, Sari Dewi`.
            let points = matches!(&*word.lower, "itu" | "ini" | "tersebut") && text.gap_before(at + 1).contains(',');
            let known = word.is_capital() || words().connectors.contains(&*word.lower) || title || bracket || points;
            // `Sekretaris bank karya Sari`: few words in small letters may stand in between.
            let noun = !known && !words().stops.contains(&*word.lower) && !is_verb(text, at) && self.cue(at).is_none();
            nouns += usize::from(noun);
            if !(known || noun) || nouns > NOUNS || self.is_quoted(at) || gap.contains(['"', '“', '”', ';', ':']) {
                return None;
            }
            at += 1;
        }
        None
    }

    /// The agent that stands before word `index`, as the subject of its verb.
    pub(crate) fn agent_before(&self, index: usize) -> Option<Agent> {
        let text = self.text;
        let first = text.sentence_start(index).max(index.saturating_sub(REACH));
        if let Some(agent) = self.pointed_before(index, first) {
            return Some(agent);
        }
        let mut fallback = None;
        let mut at = index;
        while at > first {
            if self.is_quoted(at - 1) {
                break;
            }
            if let Some((thing, start)) = self.thing_before(at).filter(|(_, start)| *start >= first) {
                let mut head = self.phrase_start(start, first);
                // `Sari Dewi dari Bareskrim Polri`: of a body's name perhaps only the last word is known.
                let body = matches!(thing, Thing::Organisation(_));
                while body
                    && head > first
                    && text.joined(head - 1)
                    && text.word(head - 1).is_capital()
                    && self.thing_before(head).is_none()
                {
                    head -= 1;
                }
                if let Some(noun) = self.relative(head, first) {
                    at = noun;
                    continue;
                }
                let agent = match thing {
                    Thing::Person(person) => {
                        let role = self.role_beside(person, start);
                        self.named(person, start..at, role)
                    }
                    Thing::Role(role) => self.pointed(role, start..at).unwrap_or_else(|| self.office(role, start..at)),
                    Thing::Organisation(body) => self.body(body, start..at),
                };
                let object = head > first && self.governed(head);
                let owner = self.owned(head, first);
                let distant_body = matches!(thing, Thing::Organisation(_)) && index - at > 2;
                if !(object || owner || distant_body) {
                    return Some(agent);
                }
                if fallback.is_none() && !distant_body && !owner {
                    fallback = Some(agent);
                }
                at = head;
                continue;
            }
            if is_pronoun(text.lower(at - 1)) && index - at < 6 {
                return Some(self.pronoun(at - 1));
            }
            // `Perseroan menyatakan`: the firm that was named last.
            let firm = || bodies::kind(text.lower(at - 1)) == Some(bodies::Kind::Firm);
            let heads = |noun: usize| noun == first || !text.joined(noun - 1);
            if at == index && heads(at - 1) && firm() {
                return self.body_back(at - 1).map(|agent| Agent { words: at - 1..at, ..agent });
            }
            at -= 1;
        }
        fallback.filter(|agent| !matches!(agent.who, Some(Who::Organisation(_))))
    }

    /// The first word of the phrase that a name at word `start` ends: its titles and its office belong to it.
    fn phrase_start(&self, start: usize, first: usize) -> usize {
        let first = first.max(start.saturating_sub(PHRASE));
        let mut head = start;
        while head > first {
            if let Some((Thing::Role(_), role)) = self.thing_before(head).filter(|(_, role)| *role >= first) {
                head = role;
            } else if self.text.title(head - 1).is_some_and(|place| place != TitlePlace::Behind)
                && self.text.word(head - 1).is_capital()
            {
                head -= 1;
            } else {
                break;
            }
        }
        head
    }

    /// The word `yang` of the relative clause that the words at `head` stand in, if someone is named before it.
    fn relative(&self, head: usize, first: usize) -> Option<usize> {
        let text = self.text;
        for at in (first..head).rev() {
            if text.gap_before(at + 1).contains([',', ';']) {
                return None;
            }
            if text.lower(at) == "yang" {
                let clause = at + 1 < head && !words().of_office.contains(text.lower(at + 1));
                return (clause && at > first && self.thing_before(at).is_some()).then_some(at);
            }
        }
        None
    }

    /// `pernyataan keras Sari menyoroti`: whether the phrase at word `head` only owns what the sentence is about.
    pub(super) fn owned(&self, head: usize, first: usize) -> bool {
        let text = self.text;
        let near = (1..=2).map_while(|back| head.checked_sub(back)).take_while(|at| *at >= first);
        near.take_while(|at| text.joined(*at) && text.word(*at).is_lower() || *at == first)
            .any(|at| text.joined(at) && words().owned.contains(text.lower(at)))
    }

    /// Whether the phrase at word `head` is an object: behind a preposition or a verb.
    pub(super) fn governed(&self, head: usize) -> bool {
        let text = self.text;
        let before = head - 1;
        let cue = text.cue(before);
        let verb = text.joined(before) && is_verb(text, before) && cue.is_none_or(|cue| cue.form == CueForm::Active);
        is_preposition(text.lower(before)) || verb
    }

    /// The office printed right before or behind a name at word `start`.
    fn role_beside(&self, person: usize, start: usize) -> Option<String> {
        let near = |role: &&roles::RoleMention| {
            role.holder == Some(person)
                && role.words.start.abs_diff(start) < 20
                && self.text.word(role.words.start).sentence == self.text.word(start).sentence
        };
        let from = self.people.roles.partition_point(|role| role.words.start + 20 < start);
        self.people.roles.within(from..).iter().take(6).find(near).map(|role| role.as_printed.clone())
    }

    pub(super) fn named(&self, person: usize, words: Range<usize>, role: Option<String>) -> Agent {
        let full = words.len() >= self.person(person).parts.len();
        let how = if full { How::Name } else { How::PartOfName };
        Agent { who: Some(Who::Person(person)), how, chain: only(words.clone()), words, role, distance: 0 }
    }

    pub(super) fn body(&self, body: usize, words: Range<usize>) -> Agent {
        Agent {
            who: Some(Who::Organisation(body)),
            how: How::Organisation,
            chain: only(words.clone()),
            words,
            role: None,
            distance: 0,
        }
    }

    pub(super) fn office(&self, role: usize, words: Range<usize>) -> Agent {
        let mention = self.people.role(role);
        let holder = mention.holder.or_else(|| self.abbreviated(role));
        let who = holder.map_or_else(|| Who::Role(mention.as_printed.clone()), Who::Person);
        Agent {
            who: Some(who),
            how: How::Office,
            chain: only(words.clone()),
            words,
            role: Some(mention.as_printed.clone()),
            distance: 0,
        }
    }

    /// `Kapolres`, where the article has `Kepala Kepolisian Resor (Kapolres) Metro AKBP Sari`: whom it shows so.
    fn abbreviated(&self, role: usize) -> Option<usize> {
        let text = self.text;
        let own = text.lower(self.people.role(role).words.start);
        let held = self.people.roles.iter().filter(|role| role.holder.is_some() && !role.former).take(HELD);
        held.filter(|role| {
            let end = (role.words.end + 2).min(text.words.len());
            (role.words.start..end).any(|at| text.lower(at) == own && text.gap_before(at).contains('('))
        })
        .find_map(|role| role.holder)
    }

    pub(super) fn pronoun(&self, at: usize) -> Agent {
        Agent { who: None, how: How::Pronoun, words: at..at + 1, role: None, chain: only(at..at + 1), distance: 0 }
    }

    /// The subject of a sentence: the person at its head, or behind what a comma sets off before its verb.
    pub(crate) fn subject(&self, sentence: Range<usize>) -> Option<(usize, Range<usize>)> {
        let text = self.text;
        let mut at = sentence.start;
        while at < sentence.end {
            if self.is_quoted(at) || is_pronoun(text.lower(at)) {
                return None;
            }
            let Some((thing, end)) = self.thing_at(at) else {
                at += 1;
                continue;
            };
            let person = match thing {
                Thing::Person(person) => Some(person),
                Thing::Role(role) => self.people.role(role).holder,
                Thing::Organisation(_) => None,
            };
            let head = self.phrase_start(at, sentence.start);
            let object = head > sentence.start && self.governed(head);
            let owner = self.owned(head, sentence.start);
            // `Seperti diketahui, Sari membuka pasar`: a comma parts what leads in.
            let near = (sentence.start..at).rev().take(3).take_while(|index| !text.gap_before(index + 1).contains(','));
            let passive = near.into_iter().any(|index| {
                text.lower(index).starts_with("di") && text.cue(index).is_none() && text.lower(index).len() > 5
            });
            // `Sari dan Budi menerima hadiah`: no single speaker.
            let several = matches!(text.lower(end), "dan" | "serta") && text.joined(end - 1);
            // Behind a verb of the same part of the sentence stands no subject: `menyuruh anaknya Sari mengambil`.
            let part = (sentence.start..head).rev().take_while(|index| !text.gap_before(index + 1).contains(','));
            let verb = part.take(PHRASE).any(|index| is_verb(text, index));
            if let Some(person) = person.filter(|_| !object && !owner && !passive && !verb && !several) {
                return Some((person, at..end));
            }
            at = end.max(at + 1);
        }
        None
    }
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
