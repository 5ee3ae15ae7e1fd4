//! What the interface says of an archive as data. It travels with the chunk that shows it, and nothing else reads it.

use std::sync::OnceLock;

use super::template::Template;
use super::words::words;
use super::{data_en, data_id};
use crate::state::settings::Language;

words! {
    /// The words of one language; see the Indonesian ones in `data_id.rs` for what each says.
    Words {}

    download: &'static str,
    download_about: &'static str,
    whole: Template<(&'static str, u32)>,
    files_about: &'static str,
    dictionary: &'static str,
    dictionary_about: &'static str,
    list_of: Template<str>,
    file_of: Template<(&'static str, &'static str)>,
    behind: &'static str,
    column: &'static str,
    meaning: &'static str,
    one_of: Template<[String]>,
    may_be_empty: &'static str,
}

impl Words {
    /// The words of a language.
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        static READ: [OnceLock<Words>; 2] = [const { OnceLock::new() }; 2];
        let (place, lines) = match language {
            Language::Id => (&READ[0], data_id::LINES),
            Language::En => (&READ[1], data_en::LINES),
        };
        place.get_or_init(|| Self::read(lines))
    }
}
