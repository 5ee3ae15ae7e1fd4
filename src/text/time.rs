//! What the interface says on timelines.

use jejak_archive::Date;
use jejak_archive::answer::Scale;

/// The words of one language; see the Indonesian ones in `time_id.rs` for what each says.
#[expect(missing_docs, reason = "each field is documented by its Indonesian words in time_id.rs")]
pub struct Words {
    pub title: &'static str,
    pub about: &'static str,
    pub open: &'static str,
    pub month: fn(Date) -> String,
    pub spans: &'static str,
    pub last_months: &'static str,
    pub steps: &'static str,
    pub earlier: &'static str,
    pub later: &'static str,
    pub closer: &'static str,
    pub further: &'static str,
    pub measure: &'static str,
    pub count: &'static str,
    pub scales: &'static str,
    pub any_scale: &'static str,
    pub scale: fn(Scale) -> &'static str,
    pub tenths: fn(u32) -> String,
    pub rate: fn(u32) -> String,
    pub top: fn(u32) -> String,
    pub outside: fn(u32) -> String,
    pub column_articles: &'static str,
    pub column_rate: &'static str,
    pub offices: &'static str,
    pub offices_hint: &'static str,
    pub events: &'static str,
    pub events_hint: fn(u32, u32) -> String,
    pub no_kind: &'static str,
}
