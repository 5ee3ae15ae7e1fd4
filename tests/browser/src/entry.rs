//! One line of a browser's console.

/// One line of the console, or one thing that the network did not bring.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// `SEVERE`, `WARNING`, `INFO` or `DEBUG`.
    pub level: String,
    /// Who wrote it: `network`, `security`, `console-api` and others.
    pub source: String,
    /// What it says.
    pub message: String,
}

impl Entry {
    /// Whether it is an error, or about the page's policy at any level.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.level == "SEVERE" || self.source == "security"
    }
}
