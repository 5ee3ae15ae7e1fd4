//! Postings: where each form stands.
//!
//! The list of a form says, in bits: the articles that hold it, ascending; then article by article how often it stands
//! there and at which places. Places are those of [`crate::words`]: the headline's words first, one place skipped, the
//! text's words behind. Which of them a statement holds, the table of statements knows ([`super::statements`]).
//!
//! Articles are counted from the oldest one here, so that a list stays as it is when newer articles come. Numbers are
//! written by their bounds ([`super::bits`]), which the catalogue knows: how many articles there are, and how many
//! places each has.

use super::bits::{BitReader, BitWriter};

/// What the catalogue knows of the articles that lists are about.
#[derive(Debug, Default)]
pub(crate) struct Shape {
    /// By article: places of its headline, of all of it, perhaps a few more ([`super::extent`]), how many statements it holds.
    pub(crate) articles: Vec<(u32, u32, u32)>,
}

impl Shape {
    /// The index of the article that is the `rank`th from the oldest, and back.
    fn turned(&self, rank: u32) -> u32 {
        (self.articles.len() as u32).saturating_sub(1).saturating_sub(rank)
    }

    /// How many places an article has.
    fn extent(&self, article: u32) -> u32 {
        self.articles.get(article as usize).map_or(0, |&(_, extent, _)| extent)
    }
}

/// One list while it is being written.
#[derive(Debug, Default)]
pub(super) struct ListWriter {
    /// Articles by index, ascending, and where the places of each end.
    articles: Vec<(u32, usize)>,
    places: Vec<u32>,
}

impl ListWriter {
    /// Adds the places of one article, ascending; articles come ascending.
    pub(super) fn add(&mut self, article: u32, places: impl Iterator<Item = u32>) {
        self.places.extend(places);
        self.articles.push((article, self.places.len()));
    }

    /// In how many articles the form stands, of those that are at most the `end`th from the oldest.
    pub(super) fn articles(&self, shape: &Shape, end: u32) -> u32 {
        (self.articles.len() - self.articles.partition_point(|&(article, _)| shape.turned(article) >= end)) as u32
    }

    /// The last article by index: the oldest.
    pub(super) fn oldest(&self) -> u32 {
        self.articles.last().map_or(0, |&(article, _)| article)
    }

    /// About how many bytes it takes.
    pub(super) fn size(&self) -> usize {
        self.places.len() + self.articles.len()
    }

    /// Its bytes: the articles from the `start`th to the `end`th from the oldest.
    pub(super) fn bytes(&self, shape: &Shape, start: u32, end: u32) -> Vec<u8> {
        let mut bits = BitWriter::default();
        let from = self.articles.partition_point(|&(article, _)| shape.turned(article) >= end);
        let to = self.articles.partition_point(|&(article, _)| shape.turned(article) >= start);
        let ranks: Vec<u32> = self.articles[from..to].iter().rev().map(|&(article, _)| shape.turned(article)).collect();
        bits.ascending(&ranks, start, end);
        let mut count = 0;
        for at in (from..to).rev() {
            let (article, last) = self.articles[at];
            let first = at.checked_sub(1).map_or(0, |before| self.articles[before].1);
            let places = &self.places[first..last];
            bits.gamma(places.len() as u32);
            bits.ascending(places, 0, shape.extent(article));
            count += places.len();
        }
        let mut bytes = bits.finish();
        // Words that stand everywhere take next to no bits; see `MOST`.
        bytes.resize(bytes.len().max(count / MOST), 0);
        bytes
    }
}

/// A list has at most so many places a byte, beyond the first few: so no list takes much more memory than it has bytes.
const MOST: usize = 256;
const FEW: usize = 4096;

/// A list, read.
#[derive(Debug, Default)]
pub(crate) struct List {
    articles: Vec<(u32, u32, u32)>,
    places: Vec<u32>,
}

/// One article in a list.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Posting<'l> {
    /// Index of the article.
    pub(crate) article: u32,
    places: &'l [u32],
}

impl<'l> Posting<'l> {
    /// Where it stands, ascending.
    pub(crate) fn places(self) -> impl Iterator<Item = u32> + 'l {
        self.places.iter().copied()
    }
}

impl List {
    /// Reads a list of so many articles from the `start`th to the `end`th from the oldest. Ends where the bytes make no
    /// sense.
    pub(crate) fn read(bytes: &[u8], articles: u32, shape: &Shape, start: u32, end: u32) -> Self {
        let mut list = Self::default();
        let most = bytes.len() * MOST + FEW;
        let mut bits = BitReader::new(bytes);
        if articles as usize > shape.articles.len() {
            return list;
        }
        let mut ranks = vec![0; articles as usize];
        if bits.ascending(&mut ranks, start, end).is_none() {
            return list;
        }
        for rank in ranks {
            let article = shape.turned(rank);
            let Some(count) = bits.gamma().map(|count| count as usize) else { break };
            if count > most - list.places.len() {
                break;
            }
            let first = list.places.len() as u32;
            list.places.resize(first as usize + count, 0);
            let places = list.places.get_mut(first as usize..).unwrap_or_default();
            if bits.ascending(places, 0, shape.extent(article)).is_none() || bits.is_over() || rank >= end {
                list.places.truncate(first as usize);
                break;
            }
            list.articles.push((article, first, list.places.len() as u32));
        }
        list.articles.reverse();
        list
    }

    /// The articles, ascending.
    pub(crate) fn iter(&self) -> impl Iterator<Item = Posting<'_>> {
        self.articles.iter().map(|&(article, first, end)| self.posting(article, first, end))
    }

    /// What it says of one article.
    pub(crate) fn of(&self, article: u32) -> Option<Posting<'_>> {
        let at = self.articles.binary_search_by_key(&article, |&(article, ..)| article).ok()?;
        self.articles.get(at).map(|&(article, first, end)| self.posting(article, first, end))
    }

    /// Leaves out the articles that are older than the `start`th from the oldest.
    pub(crate) fn keep_from(&mut self, shape: &Shape, start: u32) {
        self.articles.retain(|&(article, ..)| shape.turned(article) >= start);
    }

    /// Leaves out the places that are not wanted, by article and place.
    pub(crate) fn keep(&mut self, wanted: impl Fn(u32, u32) -> bool) {
        let mut kept = Vec::new();
        self.articles.retain_mut(|(article, first, end)| {
            let places = self.places.get(*first as usize..*end as usize).unwrap_or_default();
            *first = kept.len() as u32;
            kept.extend(places.iter().filter(|&&place| wanted(*article, place)));
            *end = kept.len() as u32;
            first < end
        });
        self.places = kept;
    }

    fn posting(&self, article: u32, first: u32, end: u32) -> Posting<'_> {
        Posting { article, places: self.places.get(first as usize..end as usize).unwrap_or_default() }
    }
}

#[cfg(test)]
mod tests {
    use super::{List, ListWriter, Shape};

    fn shape() -> Shape {
        Shape { articles: vec![(2, 400, 1), (0, 9, 0), (3, 20, 2), (1, 70_000, 0)] }
    }

    type Places = Vec<(u32, Vec<u32>)>;

    fn written() -> (ListWriter, Places) {
        let all = vec![(0, vec![0, 9, 300]), (2, vec![19]), (3, (0..70_000).collect())];
        let mut list = ListWriter::default();
        all.iter().for_each(|(article, places)| list.add(*article, places.iter().copied()));
        (list, all)
    }

    fn read(list: &List) -> Places {
        list.iter().map(|posting| (posting.article, posting.places().collect())).collect()
    }

    #[test]
    fn articles_and_places_come_back() {
        let (shape, (list, all)) = (shape(), written());
        assert_eq!(read(&List::read(&list.bytes(&shape, 0, 4), 3, &shape, 0, 4)), all);
        let first = List::read(&list.bytes(&shape, 0, 2), list.articles(&shape, 2), &shape, 0, 2);
        assert_eq!(read(&first), all[1..], "the two oldest articles");
        let mut last = List::read(&list.bytes(&shape, 1, 4), 2, &shape, 1, 4);
        assert_eq!(read(&last), all[..2]);
        last.keep_from(&shape, 2);
        assert_eq!(read(&last), all[..1]);
        last.keep(|article, place| article == 0 && place > 0);
        assert_eq!(read(&last), [(0, vec![9, 300])]);
        last.keep(|_, _| false);
        assert_eq!(read(&last), []);
    }

    #[test]
    fn a_list_that_makes_no_sense_ends() {
        let (shape, (list, all)) = (shape(), written());
        let bytes = list.bytes(&shape, 0, 4);
        for end in 0..bytes.len().min(40) {
            assert!(List::read(&bytes[..end], 3, &shape, 0, 4).iter().count() < all.len());
        }
        assert_eq!(List::read(&[0xff; 9], u32::MAX, &shape, 0, 4).iter().count(), 0, "more articles than there are");
        for byte in 0..=255 {
            List::read(&[byte; 20], 2, &shape, 0, 4).iter().for_each(|posting| assert!(posting.article < 4));
        }
    }
}
