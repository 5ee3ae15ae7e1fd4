//! The words of the pages about people, organisations, topics and quotes.

use jejak_archive::Date;
use jejak_archive::model::Standing;
use jejak_archive::query::FacetKind;

/// A standing and the days on which articles print it, both in words.
#[derive(Debug, Clone, Copy)]
pub struct Printed<'a> {
    /// The standing.
    pub standing: &'a str,
    /// The days.
    pub days: &'a str,
}

/// The words of one language; see the Indonesian ones in `record_id.rs` for what each says.
#[expect(missing_docs, reason = "each field is documented by its Indonesian words in record_id.rs")]
pub struct Words {
    pub also: fn(&[String]) -> String,
    pub called: fn(&[String]) -> String,
    pub named_in: fn(u32) -> String,
    pub statements_in: fn(u32, u32) -> String,
    pub missing: fn(FacetKind, &str) -> String,
    pub private: fn(&str, u32) -> String,
    pub private_articles: fn(&str) -> String,

    pub roles: &'static str,
    pub roles_hint: &'static str,
    pub standing: fn(Standing) -> &'static str,
    pub standing_means: fn(Standing) -> &'static str,
    pub standings: &'static str,
    pub role_days: fn(Date, Date) -> String,
    pub role_undated: &'static str,
    pub role_articles: fn(u32) -> String,
    pub differ: fn(&str, Printed<'_>, Printed<'_>) -> String,
    pub change: fn(&str, Printed<'_>, Printed<'_>) -> String,
    pub holders: &'static str,
    /// What else stands in the articles of a record, where that is still to come.
    pub related: &'static str,
    pub holders_hint: &'static str,

    pub over_time: &'static str,
    pub over_time_bar: fn(&str, u32) -> String,
    pub as_table: &'static str,
    pub column_time: &'static str,
    pub column_statements: &'static str,
    pub column_articles: &'static str,
    pub undated: fn(u32) -> String,

    pub statements: &'static str,
    pub statements_of_topic: &'static str,
    pub no_statements: &'static str,
    pub filter_statements: &'static str,
    pub search_within: &'static str,
    pub clear_within: &'static str,
    pub context: &'static str,
    pub in_article: &'static str,
    pub cue: fn(&str) -> String,
    pub printed_role: &'static str,
    pub in_force: fn(&str, &str) -> String,

    pub with: &'static str,
    pub with_hint: &'static str,
    pub more: fn(u32) -> String,
    pub articles_in: fn(&str, u32) -> String,
    pub statements_by: fn(&str, u32) -> String,
    pub explore_all: fn(u32) -> String,

    pub quotes: &'static str,
    pub quotes_about: &'static str,
    pub kind: &'static str,
    pub kind_all: &'static str,
    pub confidence: &'static str,
    pub confidence_least: fn(u8) -> String,
    pub confidence_below: fn(u8) -> String,
    pub group: &'static str,
    pub group_none: &'static str,
    pub group_speaker: &'static str,
    pub group_topic: &'static str,
    pub group_month: &'static str,
    pub order: &'static str,
    pub filters: &'static str,
    pub group_all: fn(u32) -> String,
    pub group_part: fn(u32, u32) -> String,
    pub role_only: &'static str,
    pub unknown: &'static str,
    pub no_topic: &'static str,
    pub empty: &'static str,
    pub empty_next: &'static str,
    pub clear: &'static str,
}
