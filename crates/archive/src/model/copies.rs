//! What an archive prints more than once: texts, and statements.

use serde::{Deserialize, Serialize};

use super::Span;

/// Articles that are copies of one text: a release that several outlets took over, or an article that came twice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Copies {
    /// How many hundredths of their runs of words the least alike share that were compared.
    pub alike: u8,
    /// Indices of the articles: the one that is named first, then the others in the order in which they came. Two or more.
    pub articles: Vec<u32>,
    /// Of each of them, in that order, where its text has words that the first one's has not. Of the first there are none.
    pub differs: Vec<Vec<Span>>,
}

/// Where a statement is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Printing {
    /// Index of the article.
    pub article: u32,
    /// The statement's place among those of the article.
    pub quote: u32,
}
