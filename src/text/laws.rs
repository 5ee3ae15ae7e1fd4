//! What the pages about regulations say. The words travel with these pages, and nothing else reads them.

use std::sync::OnceLock;

use super::template::Template;
use super::words::{Names, words};
use super::{laws_en, laws_id};
use crate::state::settings::Language;

words! {
    /// The words of one language; see the Indonesian ones in `laws_id.rs` for what each says.
    Words {}

    all: &'static str,
    all_about: Template<u32>,
    kinds: Names<(&'static str, &'static str)>,
    mentioned: Template<(&'static str, &'static str)>,
    mentioned_on: Template<str>,
    several: Template<str>,
    no_year: &'static str,
    passages: &'static str,
    over_time: &'static str,
    statements: &'static str,
    no_statements: &'static str,
    others: &'static str,
    list: &'static str,
}

impl Words {
    /// The words of a language.
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        static READ: [OnceLock<Words>; 2] = [const { OnceLock::new() }; 2];
        let (place, lines) = match language {
            Language::Id => (&READ[0], laws_id::LINES),
            Language::En => (&READ[1], laws_en::LINES),
        };
        place.get_or_init(|| Self::read(lines))
    }

    /// What a kind is, for readers who do not know its Indonesian name; none where its name says it.
    #[must_use]
    pub fn kind_means(&'static self, kind: &str) -> Option<&'static str> {
        self.kinds().all().into_iter().find(|(own, _)| *own == kind).map(|(_, means)| means)
    }
}
