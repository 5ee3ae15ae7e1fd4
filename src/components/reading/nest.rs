//! Overlapping spans as a tree of elements.
//!
//! Quotes and mentions are byte ranges over an article's text: a name may stand inside a quote, a reported statement
//! may hold a direct one, and a quote may run over the end of a paragraph. HTML only knows nesting. [`nest`] turns
//! the ranges that touch one paragraph into a tree; a range that crosses another's end, or the paragraph's, is cut,
//! and only its first piece counts as its beginning.

use std::ops::Range;

/// Deepest nesting of elements. Spans below it stay plain text, so that no text can exhaust the stack.
const DEEPEST: usize = 6;

/// A piece of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Plain text: a byte range of the article's text.
    Text(Range<usize>),
    /// An element around other pieces.
    Element {
        /// Index of the span in the list given to [`nest`].
        of: usize,
        /// Whether the span begins here; the rest of a cut span does not.
        first: bool,
        /// What it holds, in order.
        pieces: Vec<Piece>,
    },
}

/// One span still to be placed.
#[derive(Debug, Clone)]
struct Open {
    of: usize,
    range: Range<usize>,
    first: bool,
}

/// Arranges `spans` over the paragraph `within` of `text`. Spans that do not fit the text are left out: their words
/// still stand as plain text.
#[must_use]
pub fn nest(text: &str, within: Range<usize>, spans: &[Range<usize>]) -> Vec<Piece> {
    let mut waiting: Vec<Open> = Vec::new();
    for (of, span) in spans.iter().enumerate() {
        let range = span.start.max(within.start)..span.end.min(within.end);
        if range.start < range.end && text.get(span.clone()).is_some() {
            put(Open { of, range, first: span.start >= within.start }, &mut waiting);
        }
    }
    fill(within, &mut waiting, 0)
}

/// Fills one range from the spans that begin in it.
fn fill(within: Range<usize>, waiting: &mut Vec<Open>, depth: usize) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut at = within.start;
    while let Some(mut open) = waiting.pop_if(|open| open.range.start < within.end) {
        if open.range.end > within.end {
            let rest = Open { of: open.of, range: within.end..open.range.end, first: false };
            open.range.end = within.end;
            put(rest, waiting);
        }
        if depth == DEEPEST {
            continue;
        }
        if open.range.start > at {
            pieces.push(Piece::Text(at..open.range.start));
        }
        at = open.range.end;
        let inner = fill(open.range, waiting, depth + 1);
        pieces.push(Piece::Element { of: open.of, first: open.first, pieces: inner });
    }
    if at < within.end {
        pieces.push(Piece::Text(at..within.end));
    }
    pieces
}

/// Puts a span where it is due. The last one is placed next: earlier first, then longer, then by index.
fn put(span: Open, waiting: &mut Vec<Open>) {
    let order = |open: &Open| (open.range.start, usize::MAX - open.range.end, open.of);
    let at = waiting.partition_point(|open| order(open) > order(&span));
    waiting.insert(at, span);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Writes a tree as text, `[of …]` for a beginning and `<of …>` for the rest of a cut span.
    fn shown(text: &str, pieces: &[Piece]) -> String {
        pieces
            .iter()
            .map(|piece| match piece {
                Piece::Text(range) => text[range.clone()].to_owned(),
                Piece::Element { of, first: true, pieces } => format!("[{of}{}]", shown(text, pieces)),
                Piece::Element { of, first: false, pieces } => format!("<{of}{}>", shown(text, pieces)),
            })
            .collect()
    }

    #[test]
    fn a_name_inside_a_quote_and_one_behind_it() {
        let text = "abcdefghij";
        assert_eq!(shown(text, &nest(text, 0..10, &[1..6, 2..4, 8..9])), "a[0b[1cd]ef]gh[2i]j");
    }

    #[test]
    fn crossing_spans_are_cut_and_the_rest_is_no_beginning() {
        let text = "abcdefghij";
        assert_eq!(shown(text, &nest(text, 0..10, &[0..5, 3..8])), "[0abc[1de]]<1fgh>ij");
    }

    #[test]
    fn a_quote_over_two_paragraphs_begins_once() {
        let text = "abcde\nfghij";
        let spans = vec![2..9, 20..20];
        assert_eq!(shown(text, &nest(text, 0..5, &spans)), "ab[0cde]");
        assert_eq!(shown(text, &nest(text, 6..11, &spans)), "<0fgh>ij");
    }

    #[test]
    fn spans_that_do_not_fit_the_text_lose_no_words() {
        let text = "“é”";
        assert_eq!(shown(text, &nest(text, 0..text.len(), &[1..4, 2..90, 5..5])), text);
    }

    #[test]
    fn very_deep_nesting_is_cut_off_without_losing_words() {
        let text = "x".repeat(4000);
        let spans: Vec<Range<usize>> = (0..1900).map(|n| n..4000 - n).collect();
        let tree = nest(&text, 0..4000, &spans);
        assert_eq!(shown(&text, &tree).chars().filter(|c| *c == 'x').count(), 4000);
        assert_eq!(shown(&text, &tree).matches('[').count(), DEEPEST);
    }

    #[test]
    fn any_spans_keep_every_word_in_order() {
        let text: String = ('a'..='z').cycle().take(60).collect();
        let mut state = 7_u32;
        let mut random = |below: usize| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 8) as usize % below
        };
        for _ in 0..3000 {
            let spans: Vec<Range<usize>> = (0..random(DEEPEST + 1))
                .map(|_| {
                    let start = random(60);
                    start..(start + random(30)).min(60)
                })
                .collect();
            let tree = nest(&text, 10..50, &spans);
            let words: String = shown(&text, &tree).chars().filter(char::is_ascii_lowercase).collect();
            assert_eq!(words, text[10..50], "{spans:?}");
            for (of, span) in spans.iter().enumerate() {
                let begins = shown(&text, &tree).matches(&format!("[{of}")).count();
                let expected = usize::from(span.start < span.end && span.start >= 10 && span.start < 50);
                assert_eq!(begins, expected, "{spans:?}");
            }
        }
    }
}
