//! What the interface says of saved searches. It travels with the chunk in which they are listed, and nothing else reads it.

use std::sync::OnceLock;

use super::template::Template;
use super::words::words;
use super::{searches_en, searches_id};
use crate::state::settings::Language;

words! {
    /// The words of one language; see the Indonesian ones in `searches_id.rs` for what each says.
    Words {}

    title: &'static str,
    save: &'static str,
    why: &'static str,
    drop: &'static str,
    saved: &'static str,
    dropped: &'static str,
    refused: &'static str,
    full: Template<u32>,
    long: &'static str,

    about: &'static str,
    empty: &'static str,
    count: Template<u32>,
    clear: &'static str,
    remove: Template<str>,

    all_articles: &'static str,
    all_statements: &'static str,
    articles: Template<u32>,
    statements: Template<u32>,
    now: Template<str>,
    same: Template<str>,
    nothing: Template<str>,
    looking: &'static str,
    fresh: Template<u32>,
    after: Template<str>,
    more: Template<u32>,
    fewer: Template<u32>,
}

impl Words {
    /// The words of a language.
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        static READ: [OnceLock<Words>; 2] = [const { OnceLock::new() }; 2];
        let (place, lines) = match language {
            Language::Id => (&READ[0], searches_id::LINES),
            Language::En => (&READ[1], searches_en::LINES),
        };
        place.get_or_init(|| Self::read(lines))
    }
}
