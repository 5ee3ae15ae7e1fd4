//! Sentences: a subject, a verb, and phrases until the length that was drawn is reached.

use crate::draw::Draw;
use crate::language::{OPENINGS, PHRASES, RARE_PHRASES, SUBJECTS, VERBS};
use crate::names::{self, capital};
use crate::words::Vocabulary;

/// How many words a sentence has, by quantile, as counted.
const LENGTHS: [(f64, f64); 9] = [
    (0.0, 4.0),
    (0.05, 6.0),
    (0.10, 8.0),
    (0.25, 11.0),
    (0.50, 16.0),
    (0.75, 22.0),
    (0.90, 30.0),
    (0.95, 36.0),
    (1.0, 54.0),
];

/// A sentence without its stop, beginning with a capital letter.
pub(crate) fn sentence(draw: &mut Draw, words: &mut Vocabulary) -> String {
    let opening = if draw.chance(0.12) { draw.pick(OPENINGS) } else { "" };
    let clause = clause(draw, words);
    if opening.is_empty() { capital(&clause) } else { format!("{opening}{clause}") }
}

/// The same without a capital letter.
pub(crate) fn clause(draw: &mut Draw, words: &mut Vocabulary) -> String {
    let length = draw.quantile(&LENGTHS) as usize;
    let mut clause = filled(draw.pick(SUBJECTS), draw, words);
    clause.push(' ');
    clause += &filled(draw.pick(VERBS), draw, words);
    let mut count = clause.matches(' ').count() + 1;
    while count < length {
        let phrases = if draw.chance(0.12) { RARE_PHRASES } else { PHRASES };
        let phrase = filled(draw.pick(phrases), draw, words);
        count += phrase.matches(' ').count() + 1;
        if count > 14 && count < length && draw.chance(0.1) {
            clause.push(',');
        }
        clause.push(' ');
        clause += &phrase;
    }
    clause
}

/// A pattern with words in its places.
pub(crate) fn filled(pattern: &str, draw: &mut Draw, words: &mut Vocabulary) -> String {
    let parts = pattern.split(' ').map(|part| match part {
        "C" => words.word(draw),
        "P" => names::place(draw),
        "O" => names::organisation(draw),
        "N" => number(draw),
        other => other.to_owned(),
    });
    parts.collect::<Vec<_>>().join(" ")
}

/// A number as news print it: mostly small, now and then with thousands or a fraction.
fn number(draw: &mut Draw) -> String {
    match draw.below(10) {
        0..6 => (1 + draw.rank(400)).to_string(),
        6..8 => format!("{}.{:03}", 1 + draw.rank(90), draw.below(200) * 5),
        8 => format!("{},{}", 1 + draw.rank(90), 1 + draw.below(9)),
        _ => (2000 + draw.below(26)).to_string(),
    }
}
