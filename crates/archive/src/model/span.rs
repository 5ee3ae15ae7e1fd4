//! Byte ranges over a text.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// A byte range, end exclusive, over one text: an article's clean text unless the field says otherwise.
///
/// Both ends lie on character boundaries of that text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// First byte after the span.
    pub end: u32,
}

impl Span {
    /// The span of a `usize` range; a text of 4 GiB or more saturates, which no reader accepts.
    #[must_use]
    pub fn new(range: Range<usize>) -> Self {
        let clamp = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self { start: clamp(range.start), end: clamp(range.end) }
    }

    /// The bytes as a range to slice with.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Length in bytes.
    #[must_use]
    pub fn len(self) -> usize {
        self.range().len()
    }

    /// Whether it covers nothing.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// The words it covers, or an empty string where it does not fit the text.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }

    /// Whether all of another lies inside.
    #[must_use]
    pub fn holds(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether both share at least one byte.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

#[cfg(test)]
mod tests {
    use super::Span;

    #[test]
    fn a_span_that_does_not_fit_reads_as_nothing() {
        assert_eq!(Span { start: 0, end: 9 }.of("Metro"), "");
        assert_eq!(Span { start: 1, end: 2 }.of("“kota”"), "", "inside a character");
        assert_eq!(Span::new(0..5).of("Metro"), "Metro");
    }

    #[test]
    fn spans_that_only_touch_do_not_overlap() {
        assert!(!Span::new(0..3).overlaps(Span::new(3..5)));
        assert!(Span::new(0..4).overlaps(Span::new(3..5)));
    }
}
