//! What the interface says before the press is measured in this browser; what comes of it is said by [`super::gauge`].
//!
//! It stands on the page about an archive, so both languages lie in the chunk of that page.

use std::sync::OnceLock;

use super::words::words;
use super::{measure_en, measure_id};
use crate::state::settings::Language;

words! {
    /// The words of one language; see the Indonesian ones in `measure_id.rs` for what each says.
    Words {}

    title: &'static str,
    how: &'static str,
    start: &'static str,
    size: &'static str,
}

impl Words {
    /// The words of a language.
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        static READ: [OnceLock<Words>; 2] = [const { OnceLock::new() }; 2];
        match language {
            Language::Id => READ[0].get_or_init(|| Self::read(measure_id::LINES)),
            Language::En => READ[1].get_or_init(|| Self::read(measure_en::LINES)),
        }
    }
}
