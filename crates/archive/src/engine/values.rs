//! Which article has which values of a facet.

use crate::keys;

/// A list of numbers for each article.
#[derive(Debug, Default)]
pub(super) struct Lists {
    /// Where the numbers of each article begin, and where those of the last one end.
    bounds: Vec<u32>,
    values: Vec<u32>,
    /// In how many articles each number stands.
    pub(super) counts: Vec<u32>,
}

impl Lists {
    /// Lists for so many articles, of numbers below `size`, from pairs of an article and a number; others are left out.
    pub(super) fn new(mut pairs: Vec<u64>, size: usize, articles: usize) -> Self {
        keys::sort(&mut pairs);
        let mut lists = Self { bounds: vec![0], values: Vec::new(), counts: vec![0; size] };
        let mut pairs = pairs.into_iter().peekable();
        for article in 0..articles as u64 {
            while let Some(pair) = pairs.next_if(|pair| pair >> 32 == article) {
                if let Some(count) = lists.counts.get_mut(pair as u32 as usize) {
                    *count += 1;
                    lists.values.push(pair as u32);
                }
            }
            lists.bounds.push(lists.values.len() as u32);
        }
        lists
    }

    /// Adds all pairs of an article and a number, which is the one given for it.
    pub(super) fn pairs(&self, numbers: &[u32], pairs: &mut Vec<u64>) {
        for article in 0..self.bounds.len().saturating_sub(1) as u32 {
            let numbers = self.of(article).iter().filter_map(|&value| numbers.get(value as usize));
            pairs.extend(numbers.map(|&number| u64::from(article) << 32 | u64::from(number)));
        }
    }

    /// The numbers of an article, ascending.
    pub(super) fn of(&self, article: u32) -> &[u32] {
        let bounds = self.bounds.get(article as usize..).and_then(|bounds| bounds.first_chunk());
        bounds.and_then(|&[from, to]: &[u32; 2]| self.values.get(from as usize..to as usize)).unwrap_or_default()
    }
}
