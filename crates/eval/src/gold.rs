//! Labels: the shape of `annotate`'s output, every field optional.

use serde::Deserialize;

/// One labelled article. A field that is missing is not judged; `null` is judged as nothing there.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Gold {
    #[serde(default, with = "said")]
    pub(crate) title: Option<Option<String>>,
    #[serde(default, with = "said")]
    pub(crate) date: Option<Option<String>>,
    #[serde(default, with = "said")]
    pub(crate) dateline: Option<Option<String>>,
    #[serde(default, with = "said")]
    pub(crate) publisher: Option<Option<String>>,
    #[serde(default, with = "said")]
    pub(crate) event: Option<Option<String>>,
    pub(crate) byline: Option<Vec<String>>,
    pub(crate) dates: Option<Vec<GoldDate>>,
    pub(crate) removed: Option<Vec<GoldRemoved>>,
    pub(crate) people: Option<Vec<GoldPerson>>,
    pub(crate) quotes: Option<Vec<GoldQuote>>,
    pub(crate) regulations: Option<Vec<GoldRegulation>>,
    /// Where people are named in the whole archive, and which of them are one: only for labels of that kind.
    pub(crate) mentions: Option<Vec<crate::linking::Labelled>>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct GoldDate {
    pub(crate) date: String,
    #[serde(default)]
    pub(crate) weekday: Option<String>,
    #[serde(default)]
    pub(crate) weekday_agrees: Option<bool>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct GoldRemoved {
    pub(crate) kind: String,
    pub(crate) text: String,
    pub(crate) source_start: Option<usize>,
    pub(crate) source_end: Option<usize>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct GoldPerson {
    pub(crate) name: String,
    #[serde(default)]
    pub(crate) roles: Vec<GoldRole>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct GoldRole {
    pub(crate) office: String,
    pub(crate) organisation: Option<String>,
    pub(crate) standing: String,
}

#[derive(Debug, Deserialize)]
pub(crate) struct GoldQuote {
    pub(crate) kind: String,
    pub(crate) text: String,
    pub(crate) source_start: usize,
    pub(crate) source_end: usize,
    pub(crate) speaker: Option<String>,
    pub(crate) cue: Option<String>,
    #[serde(default)]
    pub(crate) role: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct GoldRegulation {
    pub(crate) as_printed: String,
    pub(crate) number: Option<u32>,
    pub(crate) year: Option<u16>,
}

/// Tells a field that is `null` from one that is missing.
mod said {
    use serde::{Deserialize, Deserializer};

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Option<String>>, D::Error> {
        Option::<String>::deserialize(from).map(Some)
    }
}
