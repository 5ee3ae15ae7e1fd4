//! Sentences with gaps: data of a language, and one function that fills them.

use std::marker::PhantomData;

use jejak_archive::words::joined;

use super::words::{Line, Said};

/// A sentence with gaps, which `with` fills.
///
/// | written | becomes |
/// |---|---|
/// | `{1}` | what is given first: words, words with commas between them, or a number |
/// | `{2.}`, `{2,}` | the second, a number, with this mark between thousands |
/// | `{1\|article\|articles}` | the first of these where the number is 1, else the second |
/// | `none¦some` | what stands before `¦` where the first is the number 0, else what stands behind it |
#[derive(Debug, Clone, Copy)]
pub struct Template<Gaps: ?Sized>(Line, PhantomData<fn(&Gaps)>);

/// What stands in a gap.
enum Gap<'a> {
    Number(u32),
    Words(&'a str),
    List(&'a [String]),
}

macro_rules! gaps {
    ($($kind:ty: $count:literal, $($name:ident: $given:ty => $gap:ident),*;)*) => {$(
        impl Said for Template<$kind> {
            #[cfg(test)]
            const GAPS: usize = $count;
            fn said(line: Line) -> Self {
                Self(line, PhantomData)
            }
        }

        impl Template<$kind> {
            /// The sentence, its gaps filled.
            #[must_use]
            #[inline(never)]
            pub fn with(self, $($name: $given),*) -> String {
                filled(self.0, &[$(Gap::$gap($name)),*])
            }
        }
    )*};
}

gaps! {
    u32: 1, a: u32 => Number;
    str: 1, a: &str => Words;
    [String]: 1, a: &[String] => List;
    (u32, u32): 2, a: u32 => Number, b: u32 => Number;
    (&'static str, u32): 2, a: &str => Words, b: u32 => Number;
    (&'static str, &'static str): 2, a: &str => Words, b: &str => Words;
    (u32, u32, u32): 3, a: u32 => Number, b: u32 => Number, c: u32 => Number;
    (&'static str, u32, u32): 3, a: &str => Words, b: u32 => Number, c: u32 => Number;
    (&'static str, [&'static str; 4]): 5, a: &str => Words, b: &str => Words, c: &str => Words, d: &str => Words, e: &str => Words;
}

/// A template with its gaps filled. What it writes wrongly is left out; the tests read each.
#[inline(never)]
fn filled(template: &str, gaps: &[Gap<'_>]) -> String {
    let (none, mut rest) = template.split_once('¦').unwrap_or(("", template));
    if rest.len() < template.len() && matches!(gaps, [Gap::Number(0), ..]) {
        rest = none;
    }
    let mut out = String::new();
    while let Some((before, behind)) = rest.split_once('{') {
        out.push_str(before);
        let (gap, behind) = behind.split_once('}').unwrap_or((behind, ""));
        rest = behind;
        let mut marks = gap.chars();
        let place = marks.next().and_then(|digit| digit.to_digit(10)).map_or(0, |digit| digit as usize);
        let mark = marks.next();
        match gaps.get(place.wrapping_sub(1)) {
            Some(Gap::Number(number)) if mark == Some('|') => {
                let (one, many) = marks.as_str().split_once('|').unwrap_or_default();
                out.push_str(if *number == 1 { one } else { many });
            }
            Some(Gap::Number(number)) => grouped(&mut out, *number, mark),
            Some(Gap::Words(words)) => out.push_str(words),
            Some(Gap::List(words)) => out.push_str(&joined(words, ", ")),
            None => {}
        }
    }
    out.push_str(rest);
    out
}

/// Writes a number, with a mark between thousands where there is one.
fn grouped(out: &mut String, number: u32, mark: Option<char>) {
    let digits = number.to_string();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.extend(mark);
        }
        out.push(digit);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_with_the_mark_that_the_gap_names() {
        let said = |template, number| filled(template, &[Gap::Number(number)]);
        assert_eq!(said("{1.}", 1_000_000), "1.000.000");
        assert_eq!(said("{1,} of {1}", 27_067), "27,067 of 27067");
        assert_eq!(said("{1.}", 999), "999");
    }

    #[test]
    fn the_form_of_a_word_follows_the_number() {
        let template = "no leaves¦{1,} {1|leaf|leaves}";
        let said = |number| filled(template, &[Gap::Number(number)]);
        assert_eq!([0, 1, 2].map(said), ["no leaves", "1 leaf", "2 leaves"]);
    }

    #[test]
    fn what_fills_a_gap_is_not_read_again() {
        let names = ["{2}".to_owned(), "b".to_owned()];
        assert_eq!(filled("{2} “{1}”", &[Gap::Words("{1}¦}"), Gap::List(&names)]), "{2}, b “{1}¦}”");
    }

    #[test]
    fn a_gap_that_nothing_fills_stays_empty() {
        assert_eq!(filled("a{3}b{0}c{x}d{", &[Gap::Words("z")]), "abcd");
    }
}
