//! The lines of a source, and how they are judged.

use std::ops::Range;

use crate::within::Within as _;

/// A line that is not empty.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// Its bytes in the source, without white space at the ends.
    pub(super) range: Range<usize>,
    /// Whether an empty line stands before it.
    pub(super) apart: bool,
    /// Whether it is still taken for text of the article.
    pub(super) kept: bool,
}

impl Line {
    /// Its words.
    pub(super) fn of<'a>(&self, raw: &'a str) -> &'a str {
        raw.get(self.range.clone()).unwrap_or_default()
    }
}

/// Splits the source from byte `from` on. Whatever a reader may take for a line break is one.
pub(super) fn split(raw: &str, from: usize) -> Vec<Line> {
    const BREAKS: [char; 7] = ['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];
    let mut lines = Vec::new();
    let mut start = from;
    let mut breaks = 0;
    for part in raw.get(from..).unwrap_or_default().split_inclusive(BREAKS) {
        let range = super::trim(raw, start..start + part.len());
        start += part.len();
        if range.is_empty() {
            // `\r\n` reads as two breaks; only an own line feed counts as an empty line.
            breaks += usize::from(!part.ends_with('\n') || part.len() > 1 || !raw.within(..start - 1).ends_with('\r'));
            continue;
        }
        lines.push(Line { range, apart: breaks > 0, kept: true });
        breaks = 0;
    }
    lines
}

/// Lower case, one space between words, nothing but letters at the ends: what two lines are compared by.
pub(super) fn plain(line: &str) -> String {
    let lower = line.to_lowercase();
    let ends = |c: char| !c.is_alphanumeric();
    lower.trim_matches(ends).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether [`plain`] of a line is `plain`. Nearly every line is told apart by its first letter.
pub(super) fn is_plain(line: &str, plain_form: &str) -> bool {
    let first = line.chars().find(|c| c.is_alphanumeric()).and_then(|c| c.to_lowercase().next());
    first == plain_form.chars().next() && plain(line) == plain_form
}

/// Whether a line ends as a sentence does.
pub(super) fn ends_as_sentence(line: &str) -> bool {
    let end = line.trim_end_matches(['"', '”', '“', '\'', '’', ')', ' ', '»']);
    end.ends_with(['.', '!', '?', '…', ',', ';', ':'])
}

/// How many words a line has, counted up to [`MANY`].
pub(super) fn count_words(line: &str) -> usize {
    line.split_whitespace().take(MANY).count()
}

/// More words than any rule asks for: a paragraph, whatever it holds.
const MANY: usize = 64;
