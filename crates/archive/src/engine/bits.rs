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
    pub(super) fn iter(&self) -> impl Iterator<Item = u32> {
        self.blocks.iter().enumerate().flat_map(|(i, &block)| {
            let mut left = block;
            std::iter::from_fn(move || {
                let bit = (left != 0).then(|| left.trailing_zeros())?;
                left &= left - 1;
                Some(i as u32 * 64 + bit)
            })
        })
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
}
