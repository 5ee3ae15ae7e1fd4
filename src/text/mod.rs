//! Every word that the interface says.
//!
//! One [`Text`] a language, and no literal anywhere else: who reviews or translates the interface reads this folder
//! only. Fixed words are fields; sentences that hold numbers, names or dates are functions, because their order and
//! their plurals differ between languages.

pub mod dates;
mod en;
mod id;
pub mod record;
mod record_en;
mod record_id;
pub mod time;
mod time_en;
mod time_id;

use jejak_archive::Date;
use jejak_archive::model::{Corrected, EventKind, How, QuoteKind, RemovedKind};
use jejak_archive::query::{FacetKind, Order};

use crate::state::settings::{Language, Theme};

/// The words of one language.
///
/// Names of fields say where the words stand; see the Indonesian ones in `id.rs` for what each says.
#[expect(missing_docs, reason = "each field is documented by its Indonesian words beside it in id.rs")]
pub struct Text {
    pub language: Language,
    pub skip_link: &'static str,
    pub product: &'static str,
    pub home: &'static str,
    pub tagline: &'static str,
    pub settings: &'static str,
    pub close: &'static str,
    pub theme: &'static str,
    pub languages: &'static str,
    pub language_name: &'static str,
    pub theme_name: fn(Theme) -> &'static str,
    pub keys: &'static str,
    pub keys_on: &'static str,
    pub help: &'static [(&'static str, &'static str)],
    pub footer_private: &'static str,
    pub footer_stamp: fn(&str) -> String,
    pub footer_licence: fn(&str) -> String,
    pub about: &'static str,
    pub contact: &'static str,

    pub search_label: &'static str,
    pub search_hint: &'static str,
    pub number: fn(u32) -> String,
    pub count: fn(u32) -> String,
    pub count_page: fn(u32, u32, u32) -> String,
    pub searching_for: fn(&str) -> String,
    pub dropped: fn(&[String]) -> String,
    pub unread: fn(&[String]) -> String,
    pub spelled: fn(&str, &str) -> String,
    pub spelled_too: fn(&str, &str) -> String,
    pub spelled_back: fn(&str) -> String,
    pub same: fn(&str, &[String]) -> String,
    pub suggestions: &'static str,
    pub suggested: fn(FacetKind, u32) -> String,
    pub person_card: &'static str,
    pub person_facts: fn(u32, u32) -> String,
    pub asking: &'static str,
    pub asking_examples: &'static [(&'static str, &'static str)],
    pub asking_person: &'static str,
    pub asking_since: &'static str,
    pub filters: &'static str,
    pub filters_active: fn(usize) -> String,
    pub show: fn(u32) -> String,
    pub facet: fn(FacetKind) -> &'static str,
    pub event: fn(EventKind) -> &'static str,
    pub include: fn(&str, u32) -> String,
    pub exclude: fn(&str) -> String,
    pub show_more: fn(usize) -> String,
    pub show_fewer: &'static str,
    pub chips: &'static str,
    pub chip: fn(FacetKind, &str, bool) -> String,
    pub chip_from: fn(Date) -> String,
    pub chip_to: fn(Date) -> String,
    pub remove_filter: fn(&str) -> String,
    pub clear_all: &'static str,
    pub order: &'static str,
    pub order_name: fn(Order) -> &'static str,
    pub hits: &'static str,
    pub derived_short: &'static str,
    pub undated: &'static str,
    pub pages: &'static str,
    pub page_previous: &'static str,
    pub page_next: &'static str,
    pub page_of: fn(u32, u32) -> String,

    pub timeline: &'static str,
    pub timeline_keys: &'static str,
    pub timeline_bar: fn(&str, u32, u32) -> String,
    pub timeline_gap: fn(&str) -> String,
    pub timeline_legend_gap: &'static str,
    pub timeline_legend_all: &'static str,
    pub timeline_undated: fn(u32) -> String,
    pub brush_start: &'static str,
    pub brush_end: &'static str,
    pub from: &'static str,
    pub to: &'static str,
    pub all_dates: &'static str,

    pub empty_title: &'static str,
    pub empty_archive: &'static str,
    pub empty_loosen: &'static str,
    pub empty_without: fn(&str, u32) -> String,
    pub empty_words: &'static str,
    pub empty_dates: &'static str,
    pub empty_marks: &'static str,
    pub empty_filters: &'static str,

    pub derived: &'static str,
    pub corrected: fn(&[Corrected]) -> String,
    pub published_on: fn(Date) -> String,
    pub date_long: fn(Date) -> String,
    pub date_short: fn(Date) -> String,
    pub month: fn(Date) -> String,
    pub weekday_differs: fn(&str, Date) -> String,
    pub by: fn(&[String]) -> String,
    pub read_source: fn(&str) -> String,
    pub also_at: fn(&str) -> String,
    pub source_unnamed: &'static str,
    pub caption: &'static str,
    pub speakers: &'static str,
    pub speakers_hint: &'static str,
    pub speaker_unknown: &'static str,
    pub rail: &'static str,
    pub rail_count: fn(u32) -> String,
    pub rail_keys: &'static str,
    pub quotes: fn(u32) -> String,
    pub quote_kind: fn(QuoteKind) -> &'static str,
    pub how: fn(How) -> &'static str,
    pub how_none: &'static str,
    pub confidence: fn(u8) -> String,
    pub quote_link: fn(&str) -> String,
    pub quote_details: &'static str,
    pub quote_hint: &'static str,
    pub chain: &'static str,
    pub at_source: fn(&str) -> String,
    pub more_of: fn(&str) -> String,
    pub removed: fn(u32) -> String,
    pub removed_why: &'static str,
    pub removed_in_place: &'static str,
    pub removed_kind: fn(RemovedKind) -> &'static str,
    pub neighbours: &'static str,
    pub earlier: &'static str,
    pub later: &'static str,
    pub alike: &'static str,
    pub alike_shared: fn(&[String]) -> String,
    pub alike_none: &'static str,
    pub no_quotes: &'static str,

    pub record: &'static record::Words,
    pub time: &'static time::Words,

    pub missing_title: &'static str,
    pub missing_path: fn(&str) -> String,
    pub missing_article: fn(&str) -> String,
    pub missing_next: &'static str,
    pub to_explore: &'static str,
    pub failed_title: &'static str,
    pub failed_archive: fn(&str) -> String,
    pub failed_archive_next: &'static str,
    pub failed_part: &'static str,
    pub part_coming: &'static str,
    pub part_lost: &'static str,
    pub part_again: &'static str,
    pub part_newer: &'static str,
    pub failed_panic_title: &'static str,
    pub failed_panic: &'static str,
    pub failed_panic_next: &'static str,
    pub reload: &'static str,
}

impl Text {
    /// The words of a language.
    ///
    /// Never inlined: the compiler would write out both languages wherever a word is used.
    #[must_use]
    #[inline(never)]
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::Id => &id::TEXT,
            Language::En => &en::TEXT,
        }
    }
}

impl PartialEq for Text {
    /// There is one text a language.
    fn eq(&self, other: &Self) -> bool {
        self.language == other.language
    }
}

/// Writes a number with a mark between thousands.
fn grouped(number: u32, mark: char) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(mark);
        }
        out.push(digit);
    }
    out
}

/// Writes a number of tenths, with marks between thousands and before the tenth.
fn tenths(number: u32, mark: char, point: char) -> String {
    let mut out = grouped(number / 10, mark);
    out.push(point);
    out.push_str(&(number % 10).to_string());
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use jejak_archive::model::EventKind;

    #[test]
    fn counts_are_written_as_each_language_writes_them() {
        let (id, en) = (Text::of(Language::Id), Text::of(Language::En));
        assert_eq!((id.count)(0), "Tidak ada artikel");
        assert_eq!((id.count)(6331), "6.331 artikel");
        assert_eq!((en.count)(1), "1 article");
        assert_eq!((en.count)(6331), "6,331 articles");
        assert_eq!(((id.number)(27_067), (en.number)(27_067)), ("27.067".to_owned(), "27,067".to_owned()));
        assert_eq!(grouped(1_000_000, '.'), "1.000.000");
        assert_eq!(grouped(999, '.'), "999");
        assert_eq!((id.time.rate)(586), "58,6 per 100 artikel");
        assert_eq!((en.time.tenths)(10_000), "1,000.0");
    }

    #[test]
    fn every_kind_has_words_in_both_languages() {
        for text in [Text::of(Language::Id), Text::of(Language::En)] {
            assert!(EventKind::ALL.iter().all(|kind| !(text.event)(*kind).is_empty()));
            assert!(How::ALL.iter().all(|how| !(text.how)(*how).is_empty()));
            assert!(RemovedKind::ALL.iter().all(|kind| !(text.removed_kind)(*kind).is_empty()));
        }
    }
}
