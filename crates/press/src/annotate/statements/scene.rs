//! An article's words with what is known of each: the common ground of speakers and reported speech.

use std::ops::Range;

use jejak_archive::model::How;

use crate::annotate::names::people::{FoundPerson, People};
use crate::annotate::organisations::FoundOrganisation;
use crate::annotate::statements::quotes::Stretch;
use crate::lexicon::{Cue, CueClass, CueForm};
use crate::lists::List;
use crate::text::Text;
use crate::within::mark;

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
    pub(crate) organisations: &'t [FoundOrganisation],
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
        organisations: &'t [FoundOrganisation],
        stretches: &[Stretch],
    ) -> Self {
        let count = text.words.len();
        let mut scene = Self {
            text,
            people,
            organisations,
            starts: vec![None; count],
            ends: vec![None; count + 1],
            quoted: vec![false; count],
            first_role: vec![None; people.people.len()],
        };
        for (index, role) in people.roles.iter().enumerate().rev().filter(|(_, role)| !role.former) {
            if let Some(holder) = role.holder {
                scene.first_role.get_mut(holder).into_iter().for_each(|first| *first = Some(index));
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
            mark(&mut scene.quoted, first..last);
        }
        scene
    }

    /// Whether word `index` stands between marks.
    pub(crate) fn is_quoted(&self, index: usize) -> bool {
        self.quoted.get(index) == Some(&true)
    }

    /// A person by the place among all of the article.
    #[expect(clippy::indexing_slicing, reason = "mentions and offices name the people of the same article")]
    pub(crate) fn person(&self, person: usize) -> &FoundPerson {
        &self.people.people[person]
    }

    #[expect(
        clippy::indexing_slicing,
        reason = "the words end where there are words, and there is one end more than there are words"
    )]
    fn lay(&mut self, words: Range<usize>, thing: Thing) {
        if words.start < words.end && words.end <= self.starts.len() {
            self.starts[words.start] = Some((thing, words.end));
            self.ends[words.end] = Some((thing, words.start));
        }
    }

    /// The cue at word `index`, `menurut` among them; quotes are no place for one.
    pub(crate) fn cue(&self, index: usize) -> Option<Cue> {
        if !self.text.is(index, List::CUES) || *self.quoted.get(index)? {
            return None;
        }
        match self.text.lower(index) {
            "menurut" => Some(Cue { form: CueForm::Passive, class: CueClass::Say, nya: false }),
            "menurutnya" => Some(Cue { form: CueForm::Passive, class: CueClass::Say, nya: true }),
            _ => self.text.cue(index),
        }
    }

    /// The bodies named before word `index` with their words, the last first.
    pub(crate) fn bodies_before(&self, index: usize) -> impl Iterator<Item = (usize, Range<usize>)> {
        /// How far back one looks, in words.
        const REACH: usize = 2_000;
        (index.saturating_sub(REACH)..index).rev().filter_map(|at| match self.starts.get(at)? {
            Some((Thing::Organisation(body), end)) => Some((*body, at..*end)),
            _ => None,
        })
    }

    /// What starts at word `index`, with the word after its end.
    pub(crate) fn thing_at(&self, index: usize) -> Option<(Thing, usize)> {
        self.starts.get(index).copied().flatten()
    }

    /// What ends before word `index`, with its first word.
    pub(crate) fn thing_before(&self, index: usize) -> Option<(Thing, usize)> {
        self.ends.get(index).copied().flatten()
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
