//! Speakers who are described, not named at once: `kata aktivis satwa, Sari`, `ujar pria asal Karmaya itu`, `lanjut sang
//! wali kota`, `tulis pernyataan resmi Karmaya`.
//!
//! WHY apart from names: a description leads to its person by its form. A name at its end is who speaks; a word that
//! points back (`itu`, `tersebut`) means whoever spoke before; an office means whom the article shows in it.

use std::ops::Range;

use jejak_archive::model::How;

use crate::annotate::offices::roles;
use crate::annotate::phrases::words;
use crate::annotate::statements::agents::HELD;
use crate::annotate::statements::bodies;
use crate::annotate::statements::clauses::is_verb;
use crate::annotate::statements::scene::{Agent, Scene, Thing, Who, only};
use crate::lexicon::{CueForm, lexicon};
use crate::within::Within as _;

/// Longest description that ends in `itu`, in words.
const DESCRIPTION: usize = 24;
/// How many bodies before a word are compared with a noun for one.
const BODIES: usize = 100;

impl Scene<'_> {
    /// `tulis pernyataan resmi Karmaya`: the body whose statement or management the words from `at` on name.
    pub(super) fn statement_of(&self, at: usize) -> Option<Agent> {
        let noun = (at..at + 4).find(|next| !bodies::is_saying(self.text.lower(*next)))?;
        // `balai lelang Karmaya`: the noun for a body and what it is stand before its name.
        let named = bodies::of_name(self.text.lower(noun));
        let first = |next: &usize| self.text.words.get(*next).is_some_and(|word| word.is_capital());
        let end = if named { (noun + 1..noun + 2 + bodies::ADJECTIVES).find(first)? } else { noun };
        match self.thing_at(end) {
            Some((Thing::Organisation(body), stop)) if end > at && self.text.joined(end - 1) => {
                Some(self.body(body, end..stop))
            }
            _ => None,
        }
    }

    /// `vokalis Karmaya tersebut`: a noun for people in small letters, whose owner stands behind it.
    pub(super) fn people_noun(&self, at: usize) -> bool {
        self.text.word(at).is_lower() && words().humans.contains(self.text.lower(at))
    }

    /// `eks pemain Karya`, `mantan Wali Kota`: a former office describes someone known.
    pub(super) fn former(&self, at: usize) -> bool {
        matches!(self.text.lower(at), "eks" | "mantan" | "bekas")
    }

    /// `kata Mak Sari, sapaan akrab Sari Dewi`: the person whose short name ends before word `end`.
    pub(super) fn called(&self, end: usize) -> Option<(usize, Range<usize>)> {
        let text = self.text;
        let word = (end..end + 2).find(|at| matches!(text.lower(*at), "sapaan" | "panggilan"))?;
        let name = (word + 1..word + 6).find(|at| matches!(self.thing_at(*at), Some((Thing::Person(_), _))))?;
        let same = text.word(name).sentence == text.word(word).sentence;
        match self.thing_at(name) {
            Some((Thing::Person(person), stop)) if same => Some((person, name..stop)),
            _ => None,
        }
    }

    /// A speaker without a name at once: `kata aktivis satwa, Sari`, `ujar politikus itu`, `kata wali kota`.
    pub(super) fn described(&self, at: usize, one: bool) -> Option<Agent> {
        let text = self.text;
        let first = text.words.get(at)?;
        let small = first.is_lower();
        let of_body = words().bodies.contains(&*first.lower);
        let owner = words().owned.contains(&*first.lower);
        // `praktisi kesehatan Sari Dewi`, `peneliti pada Lembaga Karya (LK), Sari Dewi`; but not `istri Sari Dewi`.
        let noun = small && !words().stops.contains(&*first.lower) && !is_verb(text, at) && self.cue(at).is_none();
        if ((noun && !owner) || first.is_capital())
            && !of_body
            && let Some((person, words)) = self.name_within(at + 1, at + 1)
        {
            // `kata mantan suami Sari Dewi itu`: whose he is, and he is in focus.
            let points = matches!(text.lower(words.end), "itu" | "ini" | "tersebut") && text.joined(words.end - 1);
            let whose = points
                && (at..words.start).any(|word| crate::annotate::phrases::words().owned.contains(text.lower(word)));
            if whose {
                return Some(Agent { how: How::Office, ..self.pronoun(at) });
            }
            return Some(self.named(person, words, None));
        }
        // `kata polisi Sari Dewi`.
        if of_body
            && small
            && text.joined(at)
            && let Some((Thing::Person(person), end)) = self.thing_at(at + 1)
        {
            return Some(self.named(person, at + 1..end, None));
        }
        if owner && let Some(agent) = self.relative_of(at) {
            return Some(agent);
        }
        let human = small && words().humans.contains(&*first.lower);
        if human && let Some(agent) = self.by_nickname(at) {
            return Some(agent);
        }
        if noun && !of_body && self.points_back(at) {
            return Some(Agent { how: How::Office, ..self.pronoun(at) });
        }
        let yang =
            human && matches!(text.lower(at + 1), "yang" | "nomor" | "kelahiran" | "asal" | "berusia" | "dengan");
        if yang && !one {
            return Some(Agent { how: How::Office, ..self.pronoun(at) });
        }
        self.small_office(at).filter(|_| !one)
    }

    /// `ujar anak Sari, Budi Karyono`: who stands to someone named as the noun at word `at` says.
    fn relative_of(&self, at: usize) -> Option<Agent> {
        let text = self.text;
        let (whose, words) = self.name_within(at + 1, at + 1)?;
        // `ayah korban, Sari Dewi`: behind a comma stands who says it, not whose relative.
        if words.start > at + 1 && text.gap_before(words.start).trim() == "," {
            return Some(self.named(whose, words, None));
        }
        let next = (words.end..words.end + 4).find(|next| lexicon().title(text.lower(*next)).is_none())?;
        let apart = text.gap_before(words.end).trim() == "," || text.lower(words.end) == "bernama";
        let next = next + usize::from(text.lower(next) == "bernama");
        let same = text.words.get(next)?.sentence == text.word(at).sentence;
        match self.thing_at(next) {
            Some((Thing::Person(person), end)) if apart && same && person != whose => {
                Some(self.named(person, next..end, None))
            }
            _ => None,
        }
    }

    /// Whether the phrase that begins at word `at` ends in `itu`: `eks pemain Karya, Jaya, dan Maju itu`, `dokter yang
    /// tergabung dalam Persatuan Dokter (PD) tersebut`.
    pub(super) fn points_back(&self, at: usize) -> bool {
        let text = self.text;
        let human = words().humans.contains(text.lower(at));
        let Some(first) = text.words.get(at).filter(|word| word.is_lower() || human) else { return false };
        let (mut clause, mut bracket) = (false, false);
        for end in at + 1..text.words.len().min(at + DESCRIPTION) {
            let word = text.word(end);
            let gap = text.gap_before(end);
            if word.sentence != first.sentence || gap.contains(['"', '“', '”', ';']) {
                return false;
            }
            if gap.contains(['(', ')']) {
                bracket = gap.rfind('(') > gap.rfind(')');
            }
            if matches!(&*word.lower, "itu" | "ini" | "tersebut") && !bracket {
                // `dokter di klinik itu Sari Dewi`.
                return !(text.joined(end) && matches!(self.thing_at(end + 1), Some((Thing::Person(_), _))));
            }
            if &*word.lower == "yang" && human && !bracket {
                clause = true;
                continue;
            }
            // A comma goes on with a list of capital words only.
            let list = !gap.contains(',') || word.is_capital() || &*word.lower == "dan";
            let stops = words().stops.contains(&*word.lower) && !words().connectors.contains(&*word.lower);
            let says = self.cue(end).is_some() && !is_called(&word.lower);
            if !bracket && (!list || word.is_lower() && (says || stops && !clause)) {
                return false;
            }
        }
        false
    }

    /// `dokter yang`, `profesor tersebut`: a title in small letters that no name follows is a noun.
    pub(super) fn noun_title(&self, at: usize) -> bool {
        let text = self.text;
        let goes_on = text.words.get(at + 1).is_some_and(|next| next.is_lower())
            && !words().fillers.contains(text.lower(at + 1))
            && lexicon().title(text.lower(at + 1)).is_none();
        text.words.get(at).is_some_and(|word| word.is_lower())
            && words().humans.contains(text.lower(at))
            && (goes_on || !text.joined(at))
    }

    /// `Doktor Ilmu Politik UK tersebut`: a title from word `from` on that is a description, for no name follows it.
    pub(super) fn title_pointing_back(&self, from: usize, at: usize) -> Option<Agent> {
        let title = (from..at).find(|word| words().humans.contains(self.text.lower(*word)))?;
        let named = self.name_within(at, at).is_some();
        (!named && self.points_back(title)).then(|| Agent { how: How::Office, ..self.pronoun(title) })
    }

    /// `sang kiper`, `sang perdana menteri`: someone known by what he does; but `sang ibu` is somebody's.
    pub(super) fn known_by_trade(&self, at: usize) -> Option<Agent> {
        let word = self.text.lower(at);
        let office = self.small_office(at);
        if let Some(Agent { who: Some(Who::Person(_)), .. }) = office {
            return office;
        }
        let known = office.is_some() || words().humans.contains(word) && !words().owned.contains(word);
        known.then(|| Agent { how: How::Office, ..self.pronoun(at) })
    }

    /// An office in small letters that nobody holds in the article, or a noun for people.
    pub(super) fn unheld(&self, role: usize, at: usize) -> bool {
        self.people_noun(at) || self.text.word(at).is_lower() && self.people.role(role).holder.is_none()
    }

    /// `kata pria yang akrab disapa Zul`.
    fn by_nickname(&self, at: usize) -> Option<Agent> {
        let text = self.text;
        let called = (at + 1..at + 6).find(|index| is_called(text.lower(*index)))?;
        let same = text.words.get(called + 1)?.sentence == text.word(at).sentence;
        match self.thing_at(called + 1) {
            Some((Thing::Person(person), end)) if same => Some(self.named(person, called + 1..end, None)),
            _ => None,
        }
    }

    /// An office in small letters without a name: `kata wali kota` is whom the article shows in it.
    fn small_office(&self, at: usize) -> Option<Agent> {
        let text = self.text;
        let (count, office) = lexicon().offices.find(text, at).filter(|_| text.word(at).is_lower())?;
        let words = at..at + count;
        let printed = text.slice(words.clone()).to_string();
        let held = self.people.roles.iter().filter(|role| role.holder.is_some() && !role.former).take(HELD);
        let exact = |role: &roles::RoleMention| role.office == office.normal;
        let best = held
            .filter(|role| roles::same_office(&role.office, &office.normal))
            .min_by_key(|role| (!exact(role), role.words.start > at, role.words.start.abs_diff(at)));
        let who = best.and_then(|role| role.holder).map_or_else(|| Who::Role(printed.clone()), Who::Person);
        Some(Agent {
            who: Some(who),
            how: How::Office,
            chain: only(words.clone()),
            words,
            role: Some(printed),
            distance: 0,
        })
    }

    /// `Anak buah Gubernur Sari itu mengatakan`: a description that points back at the speaker in focus.
    pub(super) fn pointed_before(&self, index: usize, first: usize) -> Option<Agent> {
        let text = self.text;
        let mut last = index.checked_sub(1).filter(|last| *last > first)?;
        while last > first && words().adverbs.contains(text.lower(last)) && text.joined(last) {
            last -= 1;
        }
        if !matches!(text.lower(last), "itu" | "ini" | "tersebut") || !text.joined(last) || self.is_quoted(last) {
            return None;
        }
        let mut start = last;
        while start > first && last - start < DESCRIPTION && text.joined(start - 1) && !self.is_quoted(start - 1) {
            start -= 1;
        }
        // A conjunction or an adverb may open the sentence.
        let head = (start..last.min(start + 3)).find(|at| words().humans.contains(text.lower(*at)))?;
        if let Some((Thing::Role(role), end)) = self.thing_at(head)
            && end == last
            && let Some(holder) = self.people.role(role).holder
        {
            let printed = self.people.role(role).as_printed.clone();
            return Some(Agent { who: Some(Who::Person(holder)), role: Some(printed), ..self.office(role, head..end) });
        }
        Some(Agent { how: How::Office, words: head..last + 1, chain: only(head..last + 1), ..self.pronoun(head) })
    }

    /// `Kepala badan itu`: an office that points back at the speaker in focus.
    pub(super) fn pointed(&self, role: usize, words: Range<usize>) -> Option<Agent> {
        let points = matches!(self.text.lower(words.end), "itu" | "ini" | "tersebut");
        let printed = self.people.role(role).as_printed.clone();
        (points && self.people.role(role).holder.is_none()).then(|| Agent {
            who: None,
            how: How::Office,
            chain: only(words.clone()),
            words,
            role: Some(printed),
            distance: 0,
        })
    }

    /// `kata perusahaan itu`, `tambah kementerian`: the body of that kind that was named last.
    pub(super) fn body_back(&self, index: usize) -> Option<Agent> {
        let text = self.text;
        let at = (index..index + 4).find(|next| !bodies::is_saying(text.lower(*next)))?;
        let noun = text.words.get(at)?;
        let kind = bodies::kind(&noun.lower)?;
        let alone = noun.is_lower() || at > index || kind == bodies::Kind::Firm;
        if !alone || at > index && !text.joined(at - 1) {
            return None;
        }
        let points = (at + 1..at + 3).find(|next| matches!(text.lower(*next), "itu" | "ini" | "tersebut"));
        let end = points.map_or(at + 1, |points| points + 1);
        let ends = text.words.get(end).is_none_or(|next| {
            next.sentence != noun.sentence
                || text.gap_before(end).contains([',', '.', '(', '\n'])
                || (next.is_lower() && words().stops.contains(&*next.lower))
                || text.cue(end).is_some_and(|cue| cue.form == CueForm::Active)
        });
        if !ends && points.is_none() {
            return None;
        }
        let body = self.bodies_before(at).take(BODIES).find(|(body, words)| {
            bodies::is_of_kind(
                kind,
                &noun.lower,
                text.raw.within(text.word(words.start).start..text.word(words.end - 1).end),
            ) || self.organisations.get(*body).is_some_and(|body| bodies::is_of_kind(kind, &noun.lower, &body.name))
        });
        let (body, words) = body?;
        let mut agent = self.body(body, at..end);
        agent.chain.push(words);
        Some(agent)
    }
}

/// Verbs that say what somebody is called.
fn is_called(word: &str) -> bool {
    matches!(word, "disapa" | "dipanggil" | "bernama")
}
