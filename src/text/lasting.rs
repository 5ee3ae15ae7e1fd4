//! What the interface says of what a visitor's device keeps of the site.
//!
//! Most visits read none of it, so both languages lie where it is drawn, in a chunk of the app.

use std::sync::OnceLock;

use super::template::Template;
use super::words::words;
use super::{lasting_en, lasting_id};
use crate::state::settings::Language;

words! {
    /// The words of one language; see the Indonesian ones in `lasting_id.rs` for what each says.
    Words {}

    title: &'static str,
    offline: &'static str,
    newer: &'static str,
    renew: &'static str,
    later: &'static str,
    size: Template<(u32, u32)>,
    whole: Template<str>,
    parts: Template<(&'static str, &'static str)>,
    all: Template<str>,
    saving: Template<(&'static str, &'static str)>,
    stop: &'static str,
    drop: &'static str,
    none: &'static str,
    keep: &'static str,
    coming: &'static str,
    full: &'static str,
    lost: &'static str,
    again: &'static str,
    unable: &'static str,
}

impl Words {
    /// The words of a language.
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        static READ: [OnceLock<Words>; 2] = [const { OnceLock::new() }; 2];
        match language {
            Language::Id => READ[0].get_or_init(|| Self::read(lasting_id::LINES)),
            Language::En => READ[1].get_or_init(|| Self::read(lasting_en::LINES)),
        }
    }

    /// A size, in tenths of a megabyte; what is there at all is no nothing.
    #[must_use]
    pub fn megabytes(&'static self, bytes: u64) -> String {
        let tenths = u32::try_from(bytes.div_ceil(100_000)).unwrap_or(u32::MAX);
        self.size().with(tenths / 10, tenths % 10)
    }
}
