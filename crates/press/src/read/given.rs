//! An article as an archive holds it: its text is clean, and what cleaning took out and told stands beside it.
//!
//! WHY: `jejak export --source` writes articles back to where they can be read from. Cleaning a clean text once more could
//! take something for boilerplate that was none between its neighbours of old, and of what is gone it would tell nothing: who
//! wrote it, where it was filed from. So all of that comes along, and is taken as it is.

use jejak_archive::Date;
use jejak_archive::model::Removed;
use serde::{Deserialize, Serialize};

/// The key of it in JSON.
pub(super) const KEY: &str = "cleaned";

/// What cleaning told of an article.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Given {
    /// What was taken out, by where it stood in the clean text.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub removed: Vec<Removed>,
    /// The place the report was filed from, as printed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dateline: Option<String>,
    /// Who wrote it, as printed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub byline: Vec<String>,
    /// Caption of its picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub caption: Option<String>,
    /// The day of publication where the source printed it on a line of its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub printed: Option<Date>,
}

impl Given {
    /// Reads the value of the key.
    pub(super) fn read(value: &serde_json::Value) -> Result<Self, String> {
        Self::deserialize(value).map_err(|error| error.to_string())
    }

    /// Whether the places of what was taken out are places of this text, in order.
    pub(super) fn fits(&self, text: &str) -> bool {
        let places = || self.removed.iter().map(|removed| removed.at);
        places().is_sorted() && places().all(|at| text.is_char_boundary(at as usize))
    }
}
