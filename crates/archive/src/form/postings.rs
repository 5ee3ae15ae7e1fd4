//! Postings: where each form stands.
//!
//! The list of a form says, in bits: the articles that hold it, ascending; at how many places it stands in all, and how
//! many of them come before each next article; then article by article the places. So a word that never stands twice in
//! an article takes no bit for saying so, and one that stands everywhere few. The lists of a family lie one behind the
//! other without a gap. Places are those of [`crate::words`]: the headline's words first, one place skipped, the
//! text's words behind. Which of them a statement holds, the table of statements knows ([`super::statements`]).
//!
//! Articles are counted from the oldest one here, so that a list stays as it is when newer articles come. Numbers are
//! written by their bounds ([`super::bits`]), which the catalogue knows: how many articles there are, and how many
//! places each has.

use super::bits::{BitReader, BitWriter};

/// What the catalogue knows of the articles that lists are about.
#[derive(Debug, Default)]
pub(crate) struct Shape {
    /// By article: places of its headline, and of all of it, perhaps a few more ([`super::extent`]).
    pub(crate) articles: Vec<(u32, u32)>,
}

impl Shape {
    /// The index of the article that is the `rank`th from the oldest, and back.
    fn turned(&self, rank: u32) -> u32 {
        (self.articles.len() as u32).saturating_sub(1).saturating_sub(rank)
    }

    /// How many places an article has.
    fn extent(&self, article: u32) -> u32 {
        self.articles.get(article as usize).map_or(0, |&(_, extent)| extent)
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

    /// Adds what another list says of later articles.
    pub(super) fn join(&mut self, later: Self) {
        let before = self.places.len();
        self.articles.extend(later.articles.into_iter().map(|(article, end)| (article, before + end)));
        self.places.extend(later.places);
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

    /// Writes the articles from the `start`th to the `end`th from the oldest, if there are any, and says how many places
    /// they have.
    fn write(&self, shape: &Shape, start: u32, end: u32, bits: &mut BitWriter) -> usize {
        let from = self.articles.partition_point(|&(article, _)| shape.turned(article) >= end);
        let to = self.articles.partition_point(|&(article, _)| shape.turned(article) >= start);
        let ranks: Vec<u32> = self.articles[from..to].iter().rev().map(|&(article, _)| shape.turned(article)).collect();
        if ranks.is_empty() {
            return 0;
        }
        bits.ascending(&ranks, start, end);
        let places = |at: usize| {
            let first = at.checked_sub(1).map_or(0, |before| self.articles[before].1);
            &self.places[first..self.articles[at].1]
        };
        let mut count = 0;
        let mut ends = Vec::with_capacity(ranks.len());
        for at in (from..to).rev() {
            count += places(at).len() as u32;
            ends.push(count);
        }
        // The last one is known by the sum.
        ends.pop();
        bits.gamma(count - ends.len() as u32);
        bits.ascending(&ends, 1, count);
        (from..to).rev().for_each(|at| bits.ascending(places(at), 0, shape.extent(self.articles[at].0)));
        count as usize
    }
}

/// The lists of a family as bytes, as the articles from the `start`th to the `end`th from the oldest have them.
pub(super) fn write<'l>(lists: impl Iterator<Item = &'l ListWriter>, shape: &Shape, start: u32, end: u32) -> Vec<u8> {
    let mut bits = BitWriter::default();
    let count: usize = lists.map(|list| list.write(shape, start, end, &mut bits)).sum();
    let mut bytes = bits.finish();
    // Words that stand everywhere take next to no bits; see `MOST`.
    bytes.resize(bytes.len().max(count / MOST), 0);
    bytes
}

/// Reads the lists of a family: of each is given how many articles it has, from the `start`th to the `end`th from the
/// oldest. Ends where the bytes make no sense.
pub(crate) fn read(bytes: &[u8], lists: &[u32], shape: &Shape, start: u32, end: u32) -> Vec<List> {
    let mut bits = BitReader::new(bytes);
    let mut left = bytes.len() * MOST + FEW;
    let read = |&articles: &u32| match articles {
        0 => Some(List::default()),
        _ => List::read(&mut bits, articles, shape, (start, end), &mut left),
    };
    lists.iter().map_while(read).collect()
}

/// A family has at most so many places a byte, beyond the first few: so no list takes much more memory than it has bytes.
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
    pub(crate) fn places(self) -> &'l [u32] {
        self.places
    }
}

impl List {
    /// Reads a list of so many articles, with at most `left` places, and takes those from them.
    fn read(
        bits: &mut BitReader<'_>,
        articles: u32,
        shape: &Shape,
        (start, end): (u32, u32),
        left: &mut usize,
    ) -> Option<Self> {
        if articles as usize > shape.articles.len() {
            return None;
        }
        let mut ranks = vec![0; articles as usize];
        bits.ascending(&mut ranks, start, end)?;
        let count = bits.gamma()?.checked_add(articles - 1)?;
        *left = left.checked_sub(count as usize)?;
        let mut ends = vec![count; articles as usize];
        let (_, but_last) = ends.split_last_mut()?;
        bits.ascending(but_last, 1, count)?;
        let mut list = Self { articles: Vec::with_capacity(ranks.len()), places: vec![0; count as usize] };
        let mut first = 0;
        for (rank, last) in ranks.into_iter().zip(ends) {
            let article = shape.turned(rank);
            let places = list.places.get_mut(first as usize..last as usize)?;
            bits.ascending(places, 0, shape.extent(article))?;
            if bits.is_over() || rank >= end {
                return None;
            }
            list.articles.push((article, first, last));
            first = last;
        }
        list.articles.reverse();
        Some(list)
    }

    /// Whether it has no article.
    pub(crate) fn is_empty(&self) -> bool {
        self.articles.is_empty()
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
    use super::{List, ListWriter, Shape, write};

    fn shape() -> Shape {
        Shape { articles: vec![(2, 400), (0, 9), (3, 20), (1, 70_000)] }
    }

    type Places = Vec<(u32, Vec<u32>)>;

    fn written() -> (ListWriter, Places) {
        let all = vec![(0, vec![0, 9, 300]), (2, vec![19]), (3, (0..70_000).collect())];
        let mut list = ListWriter::default();
        all.iter().for_each(|(article, places)| list.add(*article, places.iter().copied()));
        (list, all)
    }

    fn read(list: &List) -> Places {
        list.iter().map(|posting| (posting.article, posting.places().to_vec())).collect()
    }

    /// The one list that bytes hold.
    fn list(bytes: &[u8], articles: u32, shape: &Shape, start: u32, end: u32) -> List {
        super::read(bytes, &[articles], shape, start, end).pop().unwrap_or_default()
    }

    #[test]
    fn articles_and_places_come_back() {
        let (shape, (own, all)) = (shape(), written());
        let bytes = |start, end| write([&own].into_iter(), &shape, start, end);
        assert_eq!(read(&list(&bytes(0, 4), 3, &shape, 0, 4)), all);
        let first = list(&bytes(0, 2), own.articles(&shape, 2), &shape, 0, 2);
        assert_eq!(read(&first), all[1..], "the two oldest articles");
        let mut last = list(&bytes(1, 4), 2, &shape, 1, 4);
        assert_eq!(read(&last), all[..2]);
        last.keep_from(&shape, 2);
        assert_eq!(read(&last), all[..1]);
        last.keep(|article, place| article == 0 && place > 0);
        assert_eq!(read(&last), [(0, vec![9, 300])]);
        last.keep(|_, _| false);
        assert_eq!(read(&last), []);
    }

    #[test]
    fn the_lists_of_a_family_follow_one_another() {
        let (shape, (own, all)) = (shape(), written());
        let mut other = ListWriter::default();
        other.add(1, [3, 4].into_iter());
        let bytes = write([&own, &ListWriter::default(), &other, &own].into_iter(), &shape, 0, 4);
        let lists = super::read(&bytes, &[3, 0, 1, 3], &shape, 0, 4);
        let lists: Vec<Places> = lists.iter().map(read).collect();
        assert_eq!(lists, [all.clone(), Vec::new(), vec![(1, vec![3, 4])], all]);
    }

    #[test]
    fn a_list_that_makes_no_sense_is_none() {
        let (shape, (own, _)) = (shape(), written());
        let bytes = write([&own].into_iter(), &shape, 0, 4);
        for end in 0..3 {
            assert_eq!(list(&bytes[..end], 3, &shape, 0, 4).iter().count(), 0);
        }
        assert_eq!(list(&[0xff; 9], u32::MAX, &shape, 0, 4).iter().count(), 0, "more articles than there are");
        assert_eq!(list(&[0; 90], 2, &shape, 0, 4).iter().count(), 0, "no number of places");
        for byte in 0..=255 {
            list(&[byte; 20], 2, &shape, 0, 4).iter().for_each(|posting| assert!(posting.article < 4));
        }
    }
}
