//! The words of the pages about people, organisations, topics and quotes.

use jejak_archive::model::Standing;
use jejak_archive::query::FacetKind;

use super::template::Template;
use super::words::{Names, words};

words! {
    /// The words of one language; see the Indonesian ones in `record_id.rs` for what each says.
    Words {}

    also: Template<[String]>,
    called: Template<[String]>,
    named_in: Template<u32>,
    statements_in: Template<(u32, u32)>,
    missing: Template<(&'static str, &'static str)>,
    missing_what: Names<usize>,
    private: Template<(&'static str, u32)>,
    private_articles: Template<str>,

    roles: &'static str,
    roles_hint: &'static str,
    standing: Names<Standing>,
    standing_means: Names<Standing>,
    standings: &'static str,
    role_days: Template<(&'static str, &'static str)>,
    role_day: Template<str>,
    role_undated: &'static str,
    role_articles: Template<u32>,
    differ: Template<(&'static str, [&'static str; 4])>,
    change: Template<(&'static str, [&'static str; 4])>,
    holders: &'static str,
    related: &'static str,
    holders_hint: &'static str,
    holders_say: &'static str,
    newest: &'static str,

    over_time: &'static str,
    over_time_bar: Template<(&'static str, u32)>,
    as_table: &'static str,
    column_time: &'static str,
    column_statements: &'static str,
    column_articles: &'static str,
    undated: Template<u32>,

    statements: &'static str,
    statements_of_topic: &'static str,
    no_statements: &'static str,
    filter_statements: &'static str,
    search_within: &'static str,
    clear_within: &'static str,
    context: &'static str,
    in_article: &'static str,
    cue: Template<str>,
    printed_role: &'static str,
    in_force: Template<(&'static str, &'static str)>,

    with: &'static str,
    with_hint: &'static str,
    more: Template<u32>,
    articles_in: Template<(&'static str, u32)>,
    statements_by: Template<(&'static str, u32)>,
    explore_all: Template<u32>,

    quotes: &'static str,
    quotes_about: &'static str,
    kind: &'static str,
    kind_all: &'static str,
    confidence: &'static str,
    confidence_least: Template<u32>,
    confidence_below: Template<u32>,
    group: &'static str,
    group_none: &'static str,
    group_speaker: &'static str,
    group_topic: &'static str,
    group_month: &'static str,
    order: &'static str,
    filters: &'static str,
    group_all: Template<u32>,
    group_part: Template<(u32, u32)>,
    role_only: &'static str,
    unknown: &'static str,
    no_topic: &'static str,
    coverage: &'static str,
    coverage_how: &'static str,
    coverage_year: Template<(&'static str, u32, u32)>,
    year: &'static str,
    longest_gaps: Template<[String]>,
    gap: Template<(&'static str, &'static str)>,
    calendar_legend: Template<u32>,
    most: &'static str,
    most_how: Template<u32>,
    share_of_answer: &'static str,
    share_of_named: &'static str,
    empty: &'static str,
    empty_next: &'static str,
    without: Template<(&'static str, u32)>,
    any_kind: &'static str,
    any_confidence: &'static str,
    clear: &'static str,

    accuracy: &'static str,
    accuracy_how: &'static str,
    accuracy_when: Template<(&'static str, &'static str)>,
    slot: &'static str,
    slot_cases: &'static str,
    slot_right: &'static str,
    slot_found: &'static str,
    slots: Names<(&'static str, &'static str)>,
}

impl Words {
    /// That the archive knows no such person, organisation, topic or regulation.
    #[must_use]
    pub fn unknown_record(&'static self, facet: FacetKind, slug: &str) -> String {
        let what = match facet {
            FacetKind::Organisation => 1,
            FacetKind::Topic => 2,
            FacetKind::Regulation => 3,
            _ => 0,
        };
        self.missing().with(self.missing_what().of(what), slug)
    }
}
