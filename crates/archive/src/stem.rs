//! What the index has to know about a language.
//!
//! Stemming needs word lists, and those have no place in a page. So the press, which links them, hands a [`Stem`] to
//! [`crate::write`]; the archive stores which forms belong together, and the engine only looks forms up.

use std::borrow::Cow;

/// Puts the forms of one word into one family.
pub trait Stem {
    /// The name of the family that `word` belongs to; the word itself where it stands alone.
    ///
    /// `word` is a form as [`crate::words::form`] makes it: lower case, without apostrophes and hyphens.
    fn stem<'a>(&self, word: &'a str) -> Cow<'a, str>;

    /// What is one and the same in a search: abbreviations with the words they stand for, and other spellings. Each
    /// group holds all ways to write it, as forms; where it takes several words, joined by single spaces.
    fn same(&self) -> &[Vec<String>] {
        &[]
    }
}

/// Leaves every word alone: for languages without a stemmer.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoStem;

impl Stem for NoStem {
    fn stem<'a>(&self, word: &'a str) -> Cow<'a, str> {
        Cow::Borrowed(word)
    }
}
