//! A set of articles.

/// One bit an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Bits {
    blocks: Vec<u64>,
}

impl Bits {
    /// No article of `articles`.
    pub(super) fn none(articles: usize) -> Self {
        Self { blocks: vec![0; articles.div_ceil(64)] }
    }

    /// All of `articles`.
    pub(super) fn all(articles: usize) -> Self {
        let mut blocks = vec![u64::MAX; articles.div_ceil(64)];
        if let Some(last) = blocks.last_mut().filter(|_| !articles.is_multiple_of(64)) {
            *last = (1 << (articles % 64)) - 1;
        }
        Self { blocks }
    }

    /// The articles of `articles` that `wanted` takes.
    pub(super) fn of(articles: usize, mut wanted: impl FnMut(u32) -> bool) -> Self {
        let mut bits = Self::none(articles);
        (0..articles as u32).filter(|&article| wanted(article)).for_each(|article| bits.insert(article));
        bits
    }

    pub(super) fn insert(&mut self, article: u32) {
        if let Some(block) = self.blocks.get_mut(article as usize / 64) {
            *block |= 1 << (article % 64);
        }
    }

    /// Whether it is in.
    pub(super) fn holds(&self, article: u32) -> bool {
        self.blocks.get(article as usize / 64).is_some_and(|block| block >> (article % 64) & 1 == 1)
    }

    /// Keeps what is in `other` too.
    pub(super) fn keep(&mut self, other: &Self) {
        self.blocks.iter_mut().zip(&other.blocks).for_each(|(a, b)| *a &= b);
    }

    /// Takes in what is in `other` too.
    pub(super) fn join(&mut self, other: &Self) {
        self.blocks.iter_mut().zip(&other.blocks).for_each(|(a, b)| *a |= b);
    }

    /// Takes out what is in `other`.
    pub(super) fn remove(&mut self, other: &Self) {
        self.blocks.iter_mut().zip(&other.blocks).for_each(|(a, b)| *a &= !b);
    }

    pub(super) fn len(&self) -> u32 {
        self.blocks.iter().map(|block| block.count_ones()).sum()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.blocks.iter().all(|&block| block == 0)
    }

    /// The articles, ascending.
    pub(super) fn iter(&self) -> Articles<'_> {
        Articles { blocks: self.blocks.iter(), end: 0, left: 0 }
    }
}

/// The articles of a set. Not an adapter of closures: every count goes through one, and the page, compiled for size,
/// would take four calls for each article.
#[derive(Debug)]
pub(super) struct Articles<'b> {
    blocks: std::slice::Iter<'b, u64>,
    /// Where the block looked at ends, and what is left of it.
    end: u32,
    left: u64,
}

impl Iterator for Articles<'_> {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        while self.left == 0 {
            self.left = *self.blocks.next()?;
            self.end += 64;
        }
        let bit = self.left.trailing_zeros();
        self.left &= self.left - 1;
        Some(self.end - 64 + bit)
    }
}

#[cfg(test)]
mod tests {
    use super::Bits;

    #[test]
    fn all_are_all_and_no_more() {
        for articles in 0..200 {
            assert_eq!(Bits::all(articles), Bits::of(articles, |_| true), "{articles}");
        }
    }

    #[test]
    fn the_articles_of_a_set_ascend() {
        for step in [1, 2, 63, 64, 65, 500] {
            let bits = Bits::of(1000, |article| article.is_multiple_of(step));
            assert!(bits.iter().eq((0..1000).step_by(step as usize)), "{step}");
        }
        assert_eq!(Bits::none(1000).iter().next(), None);
    }
}
