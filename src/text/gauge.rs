//! What the interface says of measuring the press in this browser.
//!
//! Few visits read any of it, so both languages lie where it is drawn, in a chunk of the app.

use std::sync::OnceLock;

use super::template::Template;
use super::words::words;
use super::{gauge_en, gauge_id};
use crate::state::settings::Language;

words! {
    /// The words of one language; see the Indonesian ones in `gauge_id.rs` for what each says.
    Words {}

    coming: &'static str,
    working: Template<(u32, u32)>,
    done: Template<u32>,
    failed: Template<str>,
    script: &'static str,
    died: &'static str,
    again: &'static str,
    share: Template<(u32, u32)>,
    same: &'static str,
    differs: Template<[String]>,
    misses: &'static str,
    misses_of: Template<(&'static str, u32)>,
    wanted: &'static str,
    found: &'static str,
    nothing: &'static str,
}

impl Words {
    /// The words of a language.
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        static READ: [OnceLock<Words>; 2] = [const { OnceLock::new() }; 2];
        match language {
            Language::Id => READ[0].get_or_init(|| Self::read(gauge_id::LINES)),
            Language::En => READ[1].get_or_init(|| Self::read(gauge_en::LINES)),
        }
    }
}
