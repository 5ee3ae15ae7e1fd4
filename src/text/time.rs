//! What the interface says on timelines.

use jejak_archive::answer::Scale;

use super::template::Template;
use super::words::{Names, words};

words! {
    /// The words of one language; see the Indonesian ones in `time_id.rs` for what each says.
    Words {}

    title: &'static str,
    about: &'static str,
    open: &'static str,
    spans: &'static str,
    last_months: &'static str,
    steps: &'static str,
    earlier: &'static str,
    later: &'static str,
    closer: &'static str,
    further: &'static str,
    dense: &'static str,
    measure: &'static str,
    count: &'static str,
    scales: &'static str,
    any_scale: &'static str,
    scale: Names<Scale>,
    tenths: Template<(u32, u32)>,
    rate: Template<(u32, u32)>,
    top: Template<u32>,
    outside: Template<u32>,
    column_articles: &'static str,
    column_rate: &'static str,
    offices: &'static str,
    offices_hint: &'static str,
    events: &'static str,
    events_hint: Template<(u32, u32)>,
    no_kind: &'static str,
}

impl Words {
    /// A number of tenths.
    #[must_use]
    pub fn in_tenths(&'static self, tenths: u32) -> String {
        self.tenths().with(tenths / 10, tenths % 10)
    }

    /// Tenths of an article of a hundred.
    #[must_use]
    pub fn share(&'static self, tenths: u32) -> String {
        self.rate().with(tenths / 10, tenths % 10)
    }
}
