//! Which lists have a word, all asked at once.
//!
//! WHY: dozens of rules ask of a word of an article whether this list or that has it, mostly of the same words over and
//! over. One look into one table, when the text is cut, answers all of them; a rule then tests a bit.

use smol_str::SmolStr;

use crate::hash::HashMap;
use crate::lexicon::{Cue, TitlePlace, lexicon};
use crate::text::Word;

/// A list of words: one bit of what is known of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct List(u32);

impl List {
    /// Words with which an area's name begins.
    pub(crate) const REGION: Self = Self(1);
    /// Words with which an office begins.
    pub(crate) const OFFICE: Self = Self(1 << 1);
    /// Words with which a phrase of a topic begins.
    pub(crate) const TOPIC: Self = Self(1 << 2);
    /// Words with which a phrase of a kind of occasion begins.
    pub(crate) const EVENT: Self = Self(1 << 3);
    /// Titles that stand before a name.
    pub(crate) const TITLE_BEFORE: Self = Self(1 << 4);
    /// Titles that stand behind a name.
    pub(crate) const TITLE_BEHIND: Self = Self(1 << 5);
    /// Words of bodies and things, which are no names.
    pub(crate) const NOT_NAMES: Self = Self(1 << 6);
    /// Those of them that are words of firms, clubs, media and foreign bodies.
    pub(crate) const BRANDS: Self = Self(1 << 7);
    /// Those that are such a body's own name.
    pub(crate) const FIRMS: Self = Self(1 << 8);
    /// Words that open sentences.
    pub(crate) const COMMON: Self = Self(1 << 9);
    /// Parts of people's names.
    pub(crate) const GIVEN: Self = Self(1 << 10);
    /// Words that are such parts only behind another one.
    pub(crate) const ALSO_GIVEN: Self = Self(1 << 11);
    /// Words whose capital letter at the head of a sentence tells nothing.
    pub(crate) const SMALL: Self = Self(1 << 12);
    /// Those of them that newspapers print often, and that name fields of offices.
    pub(crate) const OFTEN: Self = Self(1 << 13);
    /// Words of English titles that name an office.
    pub(crate) const ENGLISH_HEADS: Self = Self(1 << 14);
    /// Words of English titles that say of what, or of what rank.
    pub(crate) const ENGLISH_RANKS: Self = Self(1 << 15);
    /// Words of dates and times.
    pub(crate) const DATES: Self = Self(1 << 16);
    /// Words of a sentence that no name ends in.
    pub(crate) const TAILS: Self = Self(1 << 17);
    /// Forms of cues, `menurut` among them.
    pub(crate) const CUES: Self = Self(1 << 18);
    /// Words that stand before an office and belong to it.
    pub(crate) const OFFICE_LEADS: Self = Self(1 << 19);
    /// Words that a body's name begins with.
    pub(crate) const BODY_HEADS: Self = Self(1 << 20);
    /// Abbreviations of bodies that need no full form beside them.
    pub(crate) const KNOWN_BODIES: Self = Self(1 << 21);
    /// Words that are no part of the name behind them where that is called alone.
    pub(crate) const HEADING: Self = Self(1 << 22);

    /// Words that no key phrase has.
    pub(crate) const NO_PHRASE: Self = Self(1 << 23);
    /// Words that no key phrase begins or ends with.
    pub(crate) const NO_END: Self = Self(1 << 24);
    /// Words of wares, events and fields, by which no person is called.
    pub(crate) const THINGS: Self = Self(1 << 25);

    /// The words of two lists.
    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the list has a lower-case word.
    pub(crate) fn contains<W: AsRef<str> + ?Sized>(self, word: &W) -> bool {
        lexicon().known(word.as_ref()).is(self)
    }

    /// Whether the list has a word of a text.
    pub(crate) fn has(self, word: &Word) -> bool {
        word.known.is(self)
    }
}

/// What is known of a word.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Known {
    /// The lists that have it.
    lists: u32,
    /// What cue it is, -nya understood.
    pub(crate) cue: Option<Cue>,
}

impl Known {
    /// Whether the list, or one of several, has the word.
    pub(crate) fn is(self, list: List) -> bool {
        self.lists & list.0 != 0
    }

    /// Where it may stand as a title, if it is one.
    pub(crate) fn title(self) -> Option<TitlePlace> {
        match (self.is(List::TITLE_BEFORE), self.is(List::TITLE_BEHIND)) {
            (true, true) => Some(TitlePlace::Either),
            (true, false) => Some(TitlePlace::Before),
            (false, true) => Some(TitlePlace::Behind),
            (false, false) => None,
        }
    }
}

/// The words of all lists.
#[derive(Debug, Default)]
pub(crate) struct Table(HashMap<SmolStr, Known>);

impl Table {
    /// What is known of a lower-case word.
    pub(crate) fn of(&self, word: &str) -> Known {
        self.0.get(word).copied().unwrap_or_default()
    }

    /// Adds words to a list.
    pub(crate) fn add<'w>(&mut self, list: List, words: impl IntoIterator<Item = &'w str>) {
        for word in words {
            self.entry(word).lists |= list.0;
        }
    }

    /// Adds a form of a cue; the first to come stays.
    pub(crate) fn add_cue(&mut self, word: &str, cue: Cue) {
        let known = self.entry(word);
        known.cue.get_or_insert(cue);
        known.lists |= List::CUES.0;
    }

    /// Adds the forms of all cues that carry -nya, where they are no cues of their own.
    pub(crate) fn add_nya(&mut self) {
        let bare: Vec<(String, Cue)> =
            self.0.iter().filter_map(|(word, known)| Some((format!("{word}nya"), known.cue?))).collect();
        for (word, cue) in bare {
            self.add_cue(&word, Cue { nya: true, ..cue });
        }
    }

    fn entry(&mut self, word: &str) -> &mut Known {
        self.0.entry(SmolStr::new(word)).or_default()
    }
}
