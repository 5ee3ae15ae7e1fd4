//! Every word that the interface says.
//!
//! One [`Text`] a language, and no literal anywhere else: who reviews or translates the interface reads this folder
//! only. Each is a method of its language; sentences that hold numbers, names or dates have gaps, because their order and their
//! plurals differ between languages. [`template::Template`] says how they are written.

pub mod data;
mod data_en;
mod data_id;
pub mod dates;
mod en;
pub mod gauge;
mod gauge_en;
mod gauge_id;
mod id;
pub mod lasting;
mod lasting_en;
mod lasting_id;
pub mod laws;
mod laws_en;
mod laws_id;
pub mod measure;
mod measure_en;
mod measure_id;
pub mod own;
mod own_en;
mod own_id;
pub mod record;
mod record_en;
mod record_id;
pub mod searches;
mod searches_en;
mod searches_id;
pub mod take;
mod take_en;
mod take_id;
pub mod template;
pub mod time;
mod time_en;
mod time_id;
pub mod words;

use std::sync::OnceLock;

use jejak_archive::model::{Corrected, EventKind, How, QuoteKind, RemovedKind};
use jejak_archive::query::{FacetKind, Order};
use jejak_archive::words::joined;

use crate::chunk;
use crate::state::settings::{Language, Theme};
use template::Template;
use words::{Names, words};

words! {
    /// The words of one language.
    ///
    /// Names say where the words stand; see the Indonesian ones in `id.rs` for what each says.
    Text {
        /// Which language it is.
        language: Language,
        /// Of the pages about people, organisations, topics and quotes.
        record: record::Words,
        /// Of timelines.
        time: time::Words,
        /// Of what one takes away.
        take: take::Words,
    }

    skip_link: &'static str,
    product: &'static str,
    home: &'static str,
    tagline: &'static str,
    settings: &'static str,
    close: &'static str,
    theme: &'static str,
    languages: &'static str,
    language_name: Names<Language>,
    theme_name: Names<Theme>,
    keys: &'static str,
    keys_on: &'static str,
    help: Names<(&'static str, &'static str)>,
    footer_private: &'static str,
    footer_stamp: Template<str>,
    footer_licence: Template<str>,
    about: &'static str,
    own: &'static str,
    contact: &'static str,
    report: &'static str,
    report_subject: Template<str>,
    report_where: Template<(&'static str, &'static str)>,
    report_right: &'static str,

    search_label: &'static str,
    search_hint: &'static str,
    number: Template<u32>,
    count: Template<u32>,
    count_page: Template<(u32, u32, u32)>,
    searching_for: Template<str>,
    dropped: Template<[String]>,
    unread: Template<[String]>,
    spelled: Template<(&'static str, &'static str)>,
    spelled_too: Template<(&'static str, &'static str)>,
    same: Template<(&'static str, &'static str)>,
    suggestions: &'static str,
    suggested: Template<(&'static str, u32)>,
    person_card: &'static str,
    person_facts: Template<(u32, u32)>,
    spelled_back: Template<str>,
    asking: &'static str,
    asking_examples: Names<(&'static str, &'static str)>,
    asking_person: &'static str,
    asking_since: &'static str,
    filters: &'static str,
    filters_active: Template<u32>,
    show: Template<u32>,
    facet: Names<FacetKind>,
    event: Names<EventKind>,
    include: Template<(&'static str, u32)>,
    exclude: Template<str>,
    show_more: Template<u32>,
    show_fewer: &'static str,
    chips: &'static str,
    chip: Template<(&'static str, &'static str)>,
    chip_excluded: Template<(&'static str, &'static str)>,
    chip_from: Template<str>,
    chip_to: Template<str>,
    remove_filter: Template<str>,
    clear_all: &'static str,
    order: &'static str,
    order_name: Names<Order>,
    hits: &'static str,
    derived_short: &'static str,
    undated: &'static str,
    pages: &'static str,
    page_previous: &'static str,
    page_next: &'static str,
    page_of: Template<(u32, u32)>,

    timeline: &'static str,
    timeline_keys: &'static str,
    timeline_bar: Template<(&'static str, u32, u32)>,
    timeline_gap: Template<str>,
    timeline_legend_gap: &'static str,
    timeline_legend_all: &'static str,
    timeline_undated: Template<u32>,
    brush_start: &'static str,
    brush_end: &'static str,
    from: &'static str,
    to: &'static str,
    all_dates: &'static str,

    empty_title: &'static str,
    empty_archive: &'static str,
    empty_loosen: &'static str,
    empty_without: Template<(&'static str, u32)>,
    empty_words: &'static str,
    empty_dates: &'static str,
    empty_marks: &'static str,
    empty_filters: &'static str,

    derived: &'static str,
    corrected: Template<[String]>,
    corrected_what: Names<Corrected>,
    reply: Template<str>,
    reply_note: &'static str,
    reply_whole: &'static str,
    quotes_only: &'static str,
    published_on: Template<str>,
    months: Names<usize>,
    months_short: Names<usize>,
    weekdays: Names<usize>,
    weekday_differs: Template<(&'static str, &'static str)>,
    by: Template<[String]>,
    read_source: Template<str>,
    also_at: Template<str>,
    source_unnamed: &'static str,
    caption: &'static str,
    speakers: &'static str,
    speakers_hint: &'static str,
    speaker_unknown: &'static str,
    rail: &'static str,
    rail_count: Template<u32>,
    rail_keys: &'static str,
    quotes: Template<u32>,
    quote_kind: Names<QuoteKind>,
    how: Names<How>,
    how_none: &'static str,
    confidence: Template<(&'static str, u32)>,
    confidence_words: Names<usize>,
    quote_link: Template<str>,
    quote_details: &'static str,
    quote_hint: &'static str,
    chain: &'static str,
    at_source: Template<str>,
    more_of: Template<str>,
    removed: Template<u32>,
    removed_why: &'static str,
    removed_in_place: &'static str,
    removed_kind: Names<RemovedKind>,
    copies: &'static str,
    copies_how: Template<u32>,
    copies_differ: Template<u32>,
    edition_here: &'static str,
    printings: Template<u32>,
    neighbours: &'static str,
    earlier: &'static str,
    later: &'static str,
    alike: &'static str,
    alike_shared: Template<[String]>,
    alike_none: &'static str,
    no_quotes: &'static str,

    missing_title: &'static str,
    missing_path: Template<str>,
    missing_article: Template<str>,
    missing_next: &'static str,
    withdrawn: &'static str,
    withdrawn_by: Template<str>,
    withdrawn_why: Template<str>,
    to_explore: &'static str,
    failed_title: &'static str,
    failed_archive: Template<str>,
    failed_archive_next: &'static str,
    failed_part: &'static str,
    part_coming: &'static str,
    part_slow: &'static str,
    part_lost: &'static str,
    part_again: &'static str,
    part_newer: &'static str,
    failed_panic_title: &'static str,
    failed_panic: &'static str,
    failed_panic_next: &'static str,
    reload: &'static str,
}

/// What English says, as a chunk of the app.
pub(crate) const ENGLISH: [&str; 4] = [en::LINES, record_en::LINES, time_en::LINES, take_en::LINES];

impl Text {
    /// The words of a language.
    ///
    /// Never inlined: the compiler would write out both languages wherever a word is used.
    #[must_use]
    #[inline(never)]
    pub fn of(language: Language) -> &'static Self {
        static READ: [OnceLock<Text>; 2] = [const { OnceLock::new() }; 2];
        let (place, lines, record, time, take) = match language {
            Language::Id => (&READ[0], id::LINES, record_id::LINES, time_id::LINES, take_id::LINES),
            // Until they are there, the others are said.
            Language::En => match chunk::ENGLISH.open() {
                Some([lines, record, time, take]) => (&READ[1], *lines, *record, *time, *take),
                None => return Self::of(Language::Id),
            },
        };
        place.get_or_init(|| {
            Self::read(lines, language, record::Words::read(record), time::Words::read(time), take::Words::read(take))
        })
    }

    /// What was typed is looked for together with other forms.
    #[must_use]
    pub fn searched_with(&'static self, typed: &str, also: &[String]) -> String {
        self.same().with(typed, &joined(also, "”, “"))
    }

    /// A value of a facet that is chosen, or excluded.
    #[must_use]
    pub fn chosen(&'static self, facet: FacetKind, label: &str, exclude: bool) -> String {
        let template = if exclude { self.chip_excluded() } else { self.chip() };
        template.with(self.facet().of(facet), label)
    }

    /// What editors of the archive corrected.
    #[must_use]
    pub fn corrected_by(&'static self, what: &[Corrected]) -> String {
        let what: Vec<String> = what.iter().map(|&one| self.corrected_what().of(one).to_owned()).collect();
        self.corrected().with(&what)
    }

    /// How sure it is who speaks, of 100.
    #[must_use]
    pub fn sure(&'static self, confidence: u8) -> String {
        let word = match confidence {
            95.. => 3,
            80..=94 => 2,
            60..=79 => 1,
            _ => 0,
        };
        self.confidence().with(self.confidence_words().of(word), confidence.into())
    }
}

impl PartialEq for Text {
    /// There is one text a language.
    fn eq(&self, other: &Self) -> bool {
        self.language == other.language
    }
}

#[cfg(test)]
mod tests;
