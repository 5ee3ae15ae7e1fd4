//! What the interface says of a visitor's own files.
//!
//! Most visits read none of it, so both languages lie where it is drawn, in a chunk of the app.

use std::sync::OnceLock;

use super::template::Template;
use super::words::{Named, Names, words};
use super::{own_en, own_id};
use crate::state::own::FixKind;
use crate::state::settings::Language;

words! {
    /// The words of one language; see the Indonesian ones in `own_id.rs` for what each says.
    Words {}

    title: &'static str,
    lead: &'static str,
    private: &'static str,
    coming: &'static str,
    ready: &'static str,
    lost: &'static str,
    again: &'static str,
    limit: Template<str>,
    size: Template<(u32, u32)>,
    drop: &'static str,
    files: &'static str,
    folder: &'static str,
    formats: &'static str,
    paste: &'static str,
    paste_open: &'static str,
    gather: &'static str,
    waiting: &'static str,
    reading: Template<(u32, u32)>,
    articles: Template<u32>,
    finishing: &'static str,
    left: Template<u32>,
    cancel: &'static str,
    large: Template<(&'static str, &'static str)>,
    nothing: &'static str,
    unguarded: &'static str,
    refused: Template<str>,
    failed: Template<str>,
    died: &'static str,
    opening: &'static str,
    open: Template<(u32, u32)>,
    explore: &'static str,
    passing: &'static str,
    keep: Template<str>,
    keep_other: Template<str>,
    kept: Template<str>,
    keep_files: &'static str,
    kept_files: &'static str,
    kept_alone: Template<str>,
    take: Template<str>,
    drop_kept: &'static str,
    unkept: Template<str>,
    gone: &'static str,
    save: &'static str,
    close: &'static str,
    banner: &'static str,
    about: &'static str,
    found_lost: Template<u32>,
    found_read: Template<u32>,
    line: Template<u32>,
    fixable: &'static str,
    unfixable: &'static str,
    fix_article: &'static str,
    fix_person: &'static str,
    fix_here: &'static str,
    fix_statement: &'static str,
    fix_speaker: &'static str,
    fix_date: &'static str,
    fix_name: &'static str,
    fix_as: &'static str,
    fix_other: &'static str,
    fix_do: Names<FixKind>,
    fixing: &'static str,
    fixes: Template<u32>,
    fixed_speaker: Template<(&'static str, &'static str)>,
    fixed_unknown: Template<str>,
    fixed_date: Template<str>,
    fixed_merge: Template<(&'static str, &'static str)>,
    fixed_split: Template<(&'static str, &'static str)>,
    fixed_other: Template<str>,
    undo: &'static str,
    undo_this: Template<str>,
    undo_last: &'static str,
    unfixed: Template<str>,
    fix_take: &'static str,
    fix_taken: &'static str,
}

impl Named for FixKind {
    fn place(self) -> usize {
        self as usize
    }
}

impl Words {
    /// The words of a language.
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        static READ: [OnceLock<Words>; 2] = [const { OnceLock::new() }; 2];
        match language {
            Language::Id => READ[0].get_or_init(|| Self::read(own_id::LINES)),
            Language::En => READ[1].get_or_init(|| Self::read(own_en::LINES)),
        }
    }

    /// A size, in tenths of a megabyte; what is there at all is no nothing.
    #[must_use]
    pub fn megabytes(&'static self, bytes: u64) -> String {
        let tenths = u32::try_from(bytes.div_ceil(100_000)).unwrap_or(u32::MAX);
        self.size().with(tenths / 10, tenths % 10)
    }
}
