//! What a visitor typed, as a tree.
//!
//! Parsing never fails: whatever is typed means something, if only its words. Words stand side by side and all must be
//! found; `"…"` holds words that must follow one another, `-` before a word or a phrase leaves out articles with it.
//! A piece that the tokeniser cuts into several words (`anak-anak`, `kota/kabupaten`) is a phrase of them. The word at
//! the very end is still being typed.

use crate::words;

/// Longer questions are cut here (bytes), and more parts than this are not looked at: a question takes bounded time.
const LONGEST: usize = 1000;
const MOST_CLAUSES: usize = 16;

/// One part of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Clause {
    /// What articles must hold, or must not hold.
    pub(super) what: Expression,
    /// Whether articles with it are left out.
    pub(super) exclude: bool,
    /// Whether its last word is still being typed.
    pub(super) typing: bool,
    /// As typed, without the leading `-`.
    pub(super) typed: String,
}

/// What an article can hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Expression {
    /// A word, by its form.
    Word(String),
    /// Two words or more that follow one another.
    Phrase(Vec<String>),
}

/// What was typed, and what of it was too much to look at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Question {
    /// The parts of the question, each once.
    pub(super) clauses: Vec<Clause>,
    /// Pieces beyond the bounds, as typed.
    pub(super) unread: Vec<String>,
}

/// Reads what was typed.
pub(super) fn parse(text: &str) -> Question {
    let (mut rest, beyond) = text.split_at(text.floor_char_boundary(LONGEST));
    let mut question = Question::default();
    loop {
        rest = rest.trim_start();
        let minus = rest.strip_prefix(['-', '−', '–']).filter(|after| after.starts_with(|c: char| !c.is_whitespace()));
        let from = minus.unwrap_or(rest);
        let Some(first) = from.chars().next() else { break };
        let quoted = is_mark(first);
        let skip = if quoted { first.len_utf8() } else { 0 };
        let inside =
            from[skip..].split(|c: char| is_mark(c) || (!quoted && c.is_whitespace())).next().unwrap_or_default();
        let closed = from[skip + inside.len()..].chars().next();
        rest = match closed {
            Some(mark) if quoted => &from[skip + inside.len() + mark.len_utf8()..],
            _ => &from[skip + inside.len()..],
        };
        let mut forms: Vec<String> = words::tokens(inside, 0).map(|t| words::form(&inside[t.range])).collect();
        let what = match forms.len() {
            0 => continue,
            1 => Expression::Word(forms.remove(0)),
            _ => Expression::Phrase(forms),
        };
        let exclude = minus.is_some();
        let ends_in_word = inside.ends_with(char::is_alphanumeric);
        let typing = !exclude && closed.is_none() && beyond.is_empty() && ends_in_word;
        let typed = from[..from.len() - rest.len()].to_owned();
        let full = question.clauses.len() == MOST_CLAUSES;
        match question.clauses.iter_mut().find(|clause| clause.what == what && clause.exclude == exclude) {
            Some(known) => known.typing |= typing,
            None if full => question.unread.push(typed),
            None => question.clauses.push(Clause { what, exclude, typing, typed }),
        }
    }
    question.unread.extend(beyond.split_whitespace().map(str::to_owned));
    question
}

/// A quotation mark, of whatever kind a keyboard or a text offers.
fn is_mark(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»')
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, MOST_CLAUSES, parse};

    /// Each clause as typed, with what the parser made of it.
    fn read(text: &str) -> Vec<String> {
        let show = |c: &super::Clause| {
            let sign = if c.exclude { "-" } else { "" };
            let more = if c.typing { "…" } else { "" };
            format!("{sign}{:?}{more}", c.what)
        };
        parse(text).clauses.iter().map(show).collect()
    }

    #[test]
    fn words_phrases_and_exclusions() {
        let clauses = read("Wali \"jual beli Jabatan\" -korupsi -\"apel pagi\" ");
        let phrase = "Phrase([\"jual\", \"beli\", \"jabatan\"])";
        assert_eq!(clauses, ["Word(\"wali\")", phrase, "-Word(\"korupsi\")", "-Phrase([\"apel\", \"pagi\"])"]);
    }

    #[test]
    fn a_piece_of_several_words_is_a_phrase() {
        assert_eq!(read("anak-anak, "), ["Phrase([\"anak\", \"anak\"])"]);
        assert_eq!(read("Jum'at "), ["Word(\"jumat\")"]);
    }

    #[test]
    fn the_last_word_is_being_typed_until_something_follows_it() {
        assert_eq!(read("kota met"), ["Word(\"kota\")", "Word(\"met\")…"]);
        assert_eq!(read("kota met "), ["Word(\"kota\")", "Word(\"met\")"]);
        assert_eq!(read("“kota met"), ["Phrase([\"kota\", \"met\"])…"]);
        assert_eq!(read("“kota met”"), ["Phrase([\"kota\", \"met\"])"]);
        assert_eq!(read("kota -met"), ["Word(\"kota\")", "-Word(\"met\")"]);
    }

    #[test]
    fn what_says_nothing_is_nothing() {
        for text in ["", "  ", "-", "\"\"", "\"", "- - -", "!?", "\" \" \""] {
            assert_eq!(read(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_word_counts_once() {
        assert_eq!(read("kota Kota kota "), ["Word(\"kota\")"]);
        assert_eq!(read("kota -kota ").len(), 2);
    }

    #[test]
    fn a_question_is_bounded_and_says_what_it_left_out() {
        let long: String = (0..100_000).map(|i| format!("{i} ")).collect();
        let question = parse(&long);
        assert_eq!(question.clauses.len(), MOST_CLAUSES);
        assert_eq!(question.unread.last().map(String::as_str), Some("99999"));
        assert!(parse(&"é".repeat(LONGEST)).clauses.len() == 1);
    }
}
