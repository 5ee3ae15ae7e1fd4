//! Invented news articles in any number, in the shape of a real Indonesian corpus.
//!
//! WHY: how a search behaves at 100,000 articles can only be told by trying, and a corpus of that size cannot be handed
//! round. What decides the size of an index and the time of an answer is not what articles say but how their words are
//! distributed, and that can be had from a program: how the vocabulary grows, how often a word is repeated in the article
//! that brought it, how long articles and sentences are, how many people speak in them and how often they return. These
//! figures were counted on 6,242 real articles of 119 outlets (2.1 million words, 74,014 forms as the archive counts them); no word of those
//! articles is here. Names are put together from parts, and beyond a list of everyday words the vocabulary is made of
//! syllables.
//!
//! An article is a function of the seed and its number alone. So articles are made one by one in no memory to speak of,
//! a larger corpus begins with a smaller one, and the same seed gives the same bytes everywhere.

mod article;
mod draw;
mod language;
mod names;
mod sentence;
mod words;

use std::io::{self, Write};

pub use article::Article;

/// A corpus without an end.
#[derive(Debug, Clone, Copy)]
pub struct Corpus {
    seed: u64,
}

impl Corpus {
    /// The corpus of a seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self { seed }
    }

    /// The article of a number, from 0.
    #[must_use]
    pub fn article(&self, number: u64) -> Article {
        article::compose(draw::Draw::new(self.seed, number), number)
    }

    /// Writes the first `count` articles as JSON Lines, in the fields that `jejak` reads.
    ///
    /// # Errors
    /// The output cannot be written.
    pub fn write(&self, count: u64, out: &mut impl Write) -> io::Result<()> {
        for number in 0..count {
            serde_json::to_writer(&mut *out, &self.article(number))?;
            out.write_all(b"\n")?;
        }
        Ok(())
    }
}
