//! Labels: the shape of `annotate`'s output, every field optional.

use serde::Deserialize;

/// One labelled article. A field that is missing is not judged; `null` is judged as nothing there.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Gold {
    #[serde(default, with = "said")]
    pub(super) title: Option<Option<String>>,
    #[serde(default, with = "said")]
    pub(super) date: Option<Option<String>>,
    #[serde(default, with = "said")]
    pub(super) dateline: Option<Option<String>>,
    #[serde(default, with = "said")]
    pub(super) publisher: Option<Option<String>>,
    #[serde(default, with = "said")]
    pub(super) event: Option<Option<String>>,
    pub(super) byline: Option<Vec<String>>,
    pub(super) dates: Option<Vec<GoldDate>>,
    pub(super) removed: Option<Vec<GoldRemoved>>,
    pub(super) people: Option<Vec<GoldPerson>>,
    pub(super) quotes: Option<Vec<GoldQuote>>,
    pub(super) regulations: Option<Vec<GoldRegulation>>,
    /// Where people are named in the whole archive, and which of them are one: only for labels of that kind.
    pub(super) mentions: Option<Vec<super::linking::Label>>,
}

#[derive(Debug, Deserialize)]
pub(super) struct GoldDate {
    pub(super) date: String,
    #[serde(default)]
    pub(super) weekday: Option<String>,
    #[serde(default)]
    pub(super) weekday_agrees: Option<bool>,
}

#[derive(Debug, Deserialize)]
pub(super) struct GoldRemoved {
    pub(super) kind: String,
    pub(super) text: String,
    pub(super) source_start: Option<usize>,
    pub(super) source_end: Option<usize>,
}

#[derive(Debug, Deserialize)]
pub(super) struct GoldPerson {
    pub(super) name: String,
    #[serde(default)]
    pub(super) roles: Vec<GoldRole>,
}

#[derive(Debug, Deserialize)]
pub(super) struct GoldRole {
    pub(super) office: String,
    pub(super) organisation: Option<String>,
    pub(super) standing: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct GoldQuote {
    pub(super) kind: String,
    pub(super) text: String,
    pub(super) source_start: usize,
    pub(super) source_end: usize,
    pub(super) speaker: Option<String>,
    pub(super) cue: Option<String>,
    #[serde(default)]
    pub(super) role: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct GoldRegulation {
    pub(super) as_printed: String,
    pub(super) number: Option<u32>,
    pub(super) year: Option<u16>,
}

/// Tells a field that is `null` from one that is missing.
mod said {
    use serde::{Deserialize, Deserializer};

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Option<String>>, D::Error> {
        Option::<String>::deserialize(from).map(Some)
    }
}
