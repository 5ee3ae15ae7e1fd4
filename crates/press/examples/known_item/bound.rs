//! How well words of a sentence can be answered at all.
//!
//! Where several articles hold the three words in a sentence, none can be sure which was meant. Who knew how questions are
//! drawn would order them by how likely each is to have been asked so: one over its number of sentences, times, for each
//! sentence that holds the words, one over the number of questions that could be made of it. No order is better on
//! average; the mean that it reaches is the bound.

use std::collections::{BTreeMap, BTreeSet};

use jejak_archive::Article;

/// The sentences of all articles, as forms.
pub(crate) struct Sentences {
    all: Vec<Vec<Vec<String>>>,
    /// Which articles hold a form.
    index: BTreeMap<String, Vec<u32>>,
}

impl Sentences {
    pub(crate) fn of<'a>(articles: impl Iterator<Item = &'a Article>) -> Self {
        let all: Vec<Vec<Vec<String>>> =
            articles.map(|article| super::sentences(article).into_iter().map(super::forms).collect()).collect();
        let mut index: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        for (article, sentences) in (0..).zip(&all) {
            for form in sentences.iter().flatten().collect::<BTreeSet<_>>() {
                index.entry(form.clone()).or_default().push(article);
            }
        }
        Self { all, index }
    }

    /// The best mean of one over the rank among the first ten.
    pub(crate) fn bound(&self, asked: &[(u32, String)], side_by_side: bool) -> f64 {
        let reached = |(article, words): &(u32, String)| {
            let words: Vec<&str> = words.split(' ').collect();
            let own = self.likely(*article, &words, side_by_side);
            let others = words.iter().filter_map(|word| self.index.get(*word)).min_by_key(|articles| articles.len());
            let (mut better, mut equal) = (0, 0);
            for &other in others.into_iter().flatten().filter(|&other| other != article) {
                let likely = self.likely(other, &words, side_by_side);
                better += usize::from(likely > own);
                equal += usize::from(likely == own);
            }
            // Of equals each place is as likely as another.
            let places = better..=better + equal;
            let reached = places.filter(|&place| place < 10).map(|place| 1.0 / (place as f64 + 1.0));
            reached.sum::<f64>() / (equal as f64 + 1.0)
        };
        asked.iter().map(reached).sum::<f64>() / asked.len().max(1) as f64
    }

    /// How likely an article is to be asked for with these words.
    fn likely(&self, article: u32, words: &[&str], side_by_side: bool) -> f64 {
        let sentences = &self.all[article as usize];
        let of = |sentence: &Vec<String>| {
            if side_by_side {
                let here = sentence.windows(words.len()).filter(|window| window.iter().eq(words.iter())).count();
                return here as f64 / (sentence.len() - 2) as f64;
            }
            let long = super::long(sentence.clone());
            let mut left = words.iter().peekable();
            for form in &long {
                let _ = left.next_if(|word| *word == form);
            }
            let n = long.len() as f64;
            if left.peek().is_none() { 6.0 / (n * (n - 1.0) * (n - 2.0)) } else { 0.0 }
        };
        sentences.iter().map(of).sum::<f64>() / sentences.len().max(1) as f64
    }
}
