//! Where the capital words behind an office end, among which its body and its holder stand.
//!
//! WHY apart: brackets, small words and numbers may belong to a body's name or end it; what is in a bracket may be short
//! for the body or be a person's code.

use crate::annotate::names::evidence::Evidence;
use crate::annotate::names::parts::name_word;
use crate::annotate::offices::between::{body_words, explains};
use crate::annotate::offices::roles::{self, RoleMention};
use crate::lexicon::lexicon;
use crate::text::{Shape, Text};

/// Longest stretch of capital words behind an office.
const STRETCH: usize = 20;

/// Where the capital words from `start` on end, with the small words that join the parts of a body's name.
pub(super) fn stretch_end(text: &Text<'_>, role: &RoleMention, start: usize, evidence: &Evidence<'_, '_>) -> usize {
    let takes_words = roles::takes_words(text, role);
    // The capital letter that opens the next sentence tells nothing.
    let sentence = |index: usize| text.words.get(index).map(|word| word.sentence);
    if start > 0 && sentence(start - 1) != sentence(start) {
        return start;
    }
    let mut end = start;
    while end < text.words.len() && end - start < STRETCH {
        let word = text.word(end);
        // As in `roles`: the number is that of a letter which the office sent.
        let counts = matches!(&*word.lower, "no" | "nomor" | "tahun");
        if counts || word.sentence != text.word(start).sentence || crate::annotate::dates::is_date_word(&word.lower) {
            break;
        }
        let gap = text.gap_before(end);
        // `Ikatan Dai Sukaraya (IDS) pusat`: an abbreviation of the words before it.
        if end > start
            && gap.trim() == "("
            && !of_person(text, end, evidence)
            && text.gap_before(end + 1).trim_start().starts_with(')')
            && !name_in_brackets(text, end)
        {
            end += 1;
            continue;
        }
        let after_bracket = end > start && gap.trim() == ")" && !text.word(end).is_lower();
        // `CEO Karya Asia & Oceania, Sari Dewi`
        let both = gap.trim() == "&"
            && word.is_capital()
            && (end > start + 1 || end > start && (takes_words || body_words(text, end - 1, evidence) > 0))
            && !evidence.is_name(end - 1);
        let close = end == start
            || both
            || after_bracket
            || gap.chars().all(char::is_whitespace)
            || matches!(gap, ". " | "." | "/");
        let joins = matches!(&*word.lower, "dan" | "di" | "untuk" | "bidang" | "dari" | "pada")
            && end > 0
            && (end > start || body_words(text, end + 1, evidence) > 0)
            && text.words.get(end + 1).is_some_and(crate::text::Word::is_capital)
            && (body_words(text, end - 1, evidence) > 0
                || (takes_words && &*word.lower == "dan" && body_words(text, end + 1, evidence) > 0))
            && roles::head(text, end + 1).is_none();
        let particle = matches!(&*word.lower, "bin" | "binti" | "van" | "de" | "al" | "el")
            || (matches!(&*word.lower, "of" | "on" | "for" | "the" | "and" | "in") && end > start);
        if !close || !(word.is_capital() || joins || particle || (word.shape == Shape::Number && end > start)) {
            break;
        }
        end += 1;
    }
    while end > start && text.word(end - 1).is_lower() {
        end -= 1;
    }
    end
}

/// `Sari Dewi Lestari (SDL)`: whether the letters in brackets are those of a person's name before them.
fn of_person(text: &Text<'_>, index: usize, evidence: &Evidence<'_, '_>) -> bool {
    let letters = text.lower(index).chars().count();
    // Behind a body's abbreviation the holder's name follows: `Karya Mining Association (KMA) Sari Dewi`.
    let behind = text.gap_before(index + 1).trim();
    letters > 1
        && index > letters
        && text.words.get(index + 1).is_none_or(|next| {
            next.sentence != text.word(index).sentence
                || (matches!(behind, ")" | "),") && (next.is_lower() || next.shape == Shape::Number))
        })
        && (coded(text, index, evidence)
            || behind != "),"
                && text.lower(index).chars().zip(index - letters..).all(|(letter, at)| {
                    text.lower(at).starts_with(letter) && name_word(text, at) && body_words(text, at, evidence) == 0
                }))
}

/// `Ade Sari Karyono (ADK)`: the code of two to four letters by which an authority writes a name of two or three words:
/// its first letter, and others of the name in their order.
fn coded(text: &Text<'_>, index: usize, evidence: &Evidence<'_, '_>) -> bool {
    let code = text.lower(index);
    (2..=4).contains(&code.len())
        && [3, 2].iter().any(|words| {
            let Some(first) = index.checked_sub(*words) else { return false };
            let name = first..index;
            let own = name.clone().all(|at| {
                text.word(at).shape == Shape::Capital && name_word(text, at) && body_words(text, at, evidence) == 0
            });
            let print: String = name.clone().map(|at| text.lower(at)).collect();
            let mut letters = print.chars();
            own && text.lower(first).chars().next() == code.chars().next()
                && code.chars().all(|letter| letters.any(|other| other == letter))
                && name.clone().any(|at| text.is(at, lexicon().given))
        })
}

/// Whether a lone word in brackets is a second name rather than an abbreviation.
fn name_in_brackets(text: &Text<'_>, index: usize) -> bool {
    text.word(index).shape == Shape::Capital && name_word(text, index) && !explains(text, index)
}
