//! Postings: where each form stands.
//!
//! The list of a form says, in bits: the articles that hold it, ascending; at how many places it stands in all, and how
//! many of them come before each next article; then article by article the places. So a word that never stands twice in
//! an article takes no bit for saying so, and one that stands everywhere few. Of a form in many articles the list says
//! before the places how many of each article stand in the headline and how many in the lead, and then the places of each of
//! the three by themselves, which takes no more room; in front of those, how many bits each block of articles takes. So
//! all articles can be scored without a look at places, and places be read of a few ([`SPLIT`]). The lists of a family lie one
//! behind the other without a gap. Places are those of [`crate::words`]: the headline's words first, one place skipped, the
//! text's words behind. Which of them a statement holds, the table of statements knows ([`super::statements`]).
//!
//! Articles are counted from the oldest one here, so that a list stays as it is when newer articles come. Numbers are
//! written by their bounds ([`super::bits`]), which the catalogue knows: how many articles there are, and how many
//! places each has.

use std::cell::OnceCell;
use std::sync::Arc;

use super::bits::{BitReader, BitWriter};

/// The lead is so many words of the text.
pub(crate) const LEAD: u32 = 40;
/// Places can be stepped over in lists of so many articles...
const SPLIT: usize = 2048;
/// ... by so many articles at once.
const BLOCK: usize = 64;

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

    /// Where the headline, the lead and the text of an article end.
    fn fields(&self, article: u32) -> [u32; 3] {
        let (title, extent) = self.articles.get(article as usize).copied().unwrap_or_default();
        [title.min(extent), title.saturating_add(LEAD + 1).min(extent), extent]
    }
}

/// How many of some places, ascending, stand in the headline and in the lead of an article.
fn fields(places: &[u32], [title, lead, _]: [u32; 3]) -> [usize; 2] {
    let headline = places.partition_point(|&place| place < title);
    [headline, places.partition_point(|&place| place < lead) - headline]
}

/// Writes numbers as what they are together and the sums behind each but the last.
fn sums(numbers: &[u32], bits: &mut BitWriter) {
    let mut sum = 0;
    let mut sums: Vec<u32> = numbers
        .iter()
        .zip(0..)
        .map(|(number, i)| {
            sum += number;
            sum + i
        })
        .collect();
    bits.gamma(sum + 1);
    sums.pop();
    bits.ascending(&sums, 0, sum + sums.len() as u32);
}

/// Reads the sums behind each of so many numbers, at least one.
fn read_sums(bits: &mut BitReader<'_>, count: usize) -> Option<Vec<u32>> {
    let sum = bits.gamma()?.checked_sub(1)?;
    let mut sums = vec![sum; count];
    let (_, but_last) = sums.split_last_mut()?;
    bits.ascending(but_last, 0, sum.checked_add(but_last.len() as u32)?)?;
    but_last.iter_mut().zip(0..).for_each(|(number, i)| *number -= i);
    Some(sums)
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
    #[expect(
        clippy::indexing_slicing,
        reason = "articles are counted between `from` and `to`, and the places of each end where it says"
    )]
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
        let bounds = |at: usize| shape.fields(self.articles[at].0);
        if ranks.len() < SPLIT {
            (from..to).rev().for_each(|at| bits.ascending(places(at), 0, bounds(at)[2]));
            return count as usize;
        }
        let (mut parted, mut blocks) = ([Vec::new(), Vec::new()], Vec::new());
        let mut own = BitWriter::default();
        for (at, i) in (from..to).rev().zip(0..) {
            let (places, bounds) = (places(at), bounds(at));
            let [headline, lead] = fields(places, bounds);
            parted[0].push(headline as u32);
            parted[1].push(lead as u32);
            if i % BLOCK == 0 {
                blocks.push(own.bits());
            }
            let (headline, rest) = places.split_at(headline);
            let (lead, rest) = rest.split_at(lead);
            own.ascending(headline, 0, bounds[0]);
            own.ascending(lead, bounds[0], bounds[1]);
            own.ascending(rest, bounds[1], bounds[2]);
        }
        parted.iter().for_each(|numbers| sums(numbers, bits));
        let ends = blocks.iter().skip(1).copied().chain([own.bits()]);
        let lengths: Vec<u32> = ends.zip(&blocks).map(|(end, start)| end - start).collect();
        sums(&lengths, bits);
        bits.append(&own);
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
pub(crate) fn read(bytes: &[u8], lists: &[u32], shape: &Arc<Shape>, start: u32, end: u32) -> Vec<List> {
    let mut bits = BitReader::new(bytes);
    let mut left = bytes.len() * MOST + FEW;
    let mut read = |&articles: &u32| match articles {
        0 => Some(List::default()),
        _ => {
            let (mut list, skipped) = List::read(&mut bits, articles, shape, (start, end), &mut left)?;
            if let Some(length) = skipped {
                let from = bits.position(bytes);
                let until = from.checked_add(length as usize).filter(|&until| until <= bytes.len() * 8)?;
                list.packed = bytes.get(from / 8..until.div_ceil(8))?.to_vec();
                list.offset = (from % 8) as u32;
                bits = BitReader::at(bytes, until);
            }
            Some(list)
        }
    };
    lists.iter().map_while(&mut read).collect()
}

/// A family has at most so many places a byte, beyond the first few: so no list takes much more memory than it has bytes.
const MOST: usize = 256;
const FEW: usize = 4096;

/// A list, read. The places of a long one are read when they are asked for, a block of articles at a time.
#[derive(Debug, Default)]
pub(crate) struct List {
    /// Ascending.
    rows: Vec<Row>,
    /// How many articles a block has, counted from the last row on.
    block: usize,
    /// The places of each block, where they were asked for.
    places: Vec<OnceCell<Vec<u32>>>,
    /// Of a long list: the bytes in which its places lie, behind how many bits, and where each block ends.
    packed: Vec<u8>,
    offset: u32,
    ends: Vec<u32>,
    shape: Arc<Shape>,
}

/// What a list says of an article.
#[derive(Debug, Clone, Copy)]
struct Row {
    article: u32,
    /// Its places among those of its block.
    first: u32,
    end: u32,
    /// How many of them stand in the headline, and in the lead.
    headline: u32,
    lead: u32,
}

/// One article in a list.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Posting<'l> {
    /// Index of the article.
    pub(crate) article: u32,
    list: &'l List,
    at: usize,
    row: &'l Row,
}

impl<'l> Posting<'l> {
    /// Where it stands, ascending.
    pub(crate) fn places(self) -> &'l [u32] {
        let rows = self.list.rows.len();
        let block = (rows - 1 - self.at).checked_div(self.list.block).unwrap_or(0);
        let places = self.list.places.get(block).map(|places| places.get_or_init(|| self.list.read_block(block)));
        places.and_then(|places| places.get(self.row.first as usize..self.row.end as usize)).unwrap_or_default()
    }

    /// At how many places it stands in the headline, in the lead and in the rest of the text.
    pub(crate) fn counts(self) -> [u32; 3] {
        let Row { first, end, headline, lead, .. } = *self.row;
        [headline, lead, end - first - headline - lead]
    }
}

impl List {
    /// Reads a list of so many articles, with at most `left` places, and takes those from them. Of a long one the places are
    /// still to be stepped over: so many bits.
    fn read(
        bits: &mut BitReader<'_>,
        articles: u32,
        shape: &Arc<Shape>,
        (start, end): (u32, u32),
        left: &mut usize,
    ) -> Option<(Self, Option<u32>)> {
        if articles as usize > shape.articles.len() {
            return None;
        }
        let mut ranks = vec![0; articles as usize];
        bits.ascending(&mut ranks, start, end)?;
        if ranks.last().is_some_and(|&last| last >= end) {
            return None;
        }
        let count = bits.gamma()?.checked_add(articles - 1)?;
        *left = left.checked_sub(count as usize)?;
        let mut ends = vec![count; articles as usize];
        let (_, but_last) = ends.split_last_mut()?;
        bits.ascending(but_last, 1, count)?;
        let mut list = Self { rows: Vec::with_capacity(ranks.len()), ..Self::default() };
        let long = ranks.len() >= SPLIT;
        let skipped =
            if long { list.long(bits, &ranks, &ends, shape) } else { list.short(bits, &ranks, &ends, shape) }?;
        if bits.is_over() {
            return None;
        }
        list.rows.reverse();
        Some((list, long.then_some(skipped)))
    }

    /// Reads the places of a list that is not long.
    fn short(&mut self, bits: &mut BitReader<'_>, ranks: &[u32], ends: &[u32], shape: &Shape) -> Option<u32> {
        let mut all = vec![0; *ends.last()? as usize];
        let mut first = 0;
        for (&rank, &end) in ranks.iter().zip(ends) {
            let article = shape.turned(rank);
            let (places, bounds) = (all.get_mut(first as usize..end as usize)?, shape.fields(article));
            bits.ascending(places, 0, bounds[2])?;
            let [headline, lead] = fields(places, bounds).map(|count| count as u32);
            self.rows.push(Row { article, first, end, headline, lead });
            first = end;
        }
        (self.block, self.places) = (usize::MAX, vec![OnceCell::from(all)]);
        Some(0)
    }

    /// Reads what a long list says before its places, and how many bits those take.
    fn long(&mut self, bits: &mut BitReader<'_>, ranks: &[u32], ends: &[u32], shape: &Arc<Shape>) -> Option<u32> {
        let [headlines, leads] = [(); 2].map(|()| read_sums(bits, ranks.len()));
        let (mut headline, mut lead, mut first, mut block) = (0, 0, 0, 0);
        let parted = headlines?.into_iter().zip(leads?);
        for (i, ((&rank, &end), (headlines, leads))) in ranks.iter().zip(ends).zip(parted).enumerate() {
            if i % BLOCK == 0 {
                block = first;
            }
            let row = Row {
                article: shape.turned(rank),
                first: first - block,
                end: end - block,
                headline: headlines - std::mem::replace(&mut headline, headlines),
                lead: leads - std::mem::replace(&mut lead, leads),
            };
            if row.headline.checked_add(row.lead)? > end.checked_sub(first)? {
                return None;
            }
            self.rows.push(row);
            first = end;
        }
        self.ends = read_sums(bits, ranks.len().div_ceil(BLOCK))?;
        (self.block, self.shape) = (BLOCK, shape.clone());
        self.places.resize_with(self.ends.len(), OnceCell::new);
        self.ends.last().copied()
    }

    /// The places of a block of a long list; none where the bytes make no sense.
    fn read_block(&self, block: usize) -> Vec<u32> {
        self.try_read_block(block).unwrap_or_default()
    }

    fn try_read_block(&self, block: usize) -> Option<Vec<u32>> {
        let start = block.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied())?;
        let mut bits = BitReader::at(&self.packed, (self.offset + start) as usize);
        let mut all = Vec::new();
        for row in self.rows.rchunks(BLOCK).nth(block)?.iter().rev() {
            let [title, lead, extent] = self.shape.fields(row.article);
            all.resize(row.end as usize, 0);
            let (headline, rest) = all.get_mut(row.first as usize..)?.split_at_mut_checked(row.headline as usize)?;
            let (in_lead, rest) = rest.split_at_mut_checked(row.lead as usize)?;
            bits.ascending(headline, 0, title)?;
            bits.ascending(in_lead, title, lead)?;
            bits.ascending(rest, lead, extent)?;
        }
        (!bits.is_over()).then_some(all)
    }

    /// Whether it has no article.
    pub(crate) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The articles, ascending.
    pub(crate) fn iter(&self) -> impl Iterator<Item = Posting<'_>> {
        self.rows.iter().enumerate().map(|(at, row)| Posting { article: row.article, list: self, at, row })
    }

    /// What it says of one article.
    pub(crate) fn of(&self, article: u32) -> Option<Posting<'_>> {
        let at = self.rows.binary_search_by_key(&article, |row| row.article).ok()?;
        self.rows.get(at).map(|row| Posting { article, list: self, at, row })
    }

    /// Leaves out the articles that are older than the `start`th from the oldest.
    pub(crate) fn keep_from(&mut self, shape: &Shape, start: u32) {
        self.keep(shape, |article, _| shape.turned(article) >= start);
    }

    /// Leaves out the places that are not wanted, by article and place.
    pub(crate) fn keep(&mut self, shape: &Shape, wanted: impl Fn(u32, u32) -> bool) {
        let (mut rows, mut kept) = (Vec::new(), Vec::new());
        for posting in self.iter() {
            let (article, first) = (posting.article, kept.len());
            kept.extend(posting.places().iter().filter(|&&place| wanted(article, place)));
            if let Some(places) = kept.get(first..).filter(|places| !places.is_empty()) {
                let [headline, lead] = fields(places, shape.fields(article)).map(|count| count as u32);
                rows.push(Row { article, first: first as u32, end: kept.len() as u32, headline, lead });
            }
        }
        *self = Self { rows, block: usize::MAX, places: vec![OnceCell::from(kept)], ..Self::default() };
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{List, ListWriter, Shape, write};

    fn shape() -> Arc<Shape> {
        Arc::new(Shape { articles: vec![(2, 400), (0, 9), (3, 20), (1, 70_000)] })
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
    fn list(bytes: &[u8], articles: u32, shape: &Arc<Shape>, start: u32, end: u32) -> List {
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
        last.keep(&shape, |article, place| article == 0 && place > 0);
        assert_eq!(read(&last), [(0, vec![9, 300])]);
        last.keep(&shape, |_, _| false);
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

    /// A shape of so many articles, and a long list of some of them.
    fn long(articles: u32) -> (Arc<Shape>, ListWriter, Places) {
        let shape = Shape { articles: (0..articles).map(|i| (i * 7 % 12, 60 + i * 31 % 500)).collect() };
        let places = |i: u32| {
            let mut places: Vec<u32> =
                (0..1 + i * i % 23).map(|n| (n * n * 13 + i * 5) % (60 + i * 31 % 500)).collect();
            places.sort_unstable();
            places.dedup();
            places
        };
        let all: Places = (0..articles).filter(|i| i % 7 > 2).map(|i| (i, places(i))).collect();
        let mut list = ListWriter::default();
        all.iter().for_each(|(article, places)| list.add(*article, places.iter().copied()));
        (Arc::new(shape), list, all)
    }

    #[test]
    fn a_long_list_is_counted_without_its_places_and_read_anywhere() {
        for articles in [3_600, 5_000] {
            let (shape, own, all) = long(articles);
            let other = long(articles).1;
            let count = all.len() as u32;
            assert!(all.len() >= super::SPLIT);
            let bytes = write([&own, &other].into_iter(), &shape, 0, articles);
            let mut lists = super::read(&bytes, &[count, count], &shape, 0, articles);
            assert_eq!(lists.len(), 2);
            for list in &mut lists {
                for (posting, (article, places)) in list.iter().zip(&all) {
                    let (title, _) = shape.articles[*article as usize];
                    let headline = places.iter().filter(|&&place| place < title).count() as u32;
                    let lead =
                        places.iter().filter(|&&place| place >= title && place - title <= super::LEAD).count() as u32;
                    let rest = places.len() as u32 - headline - lead;
                    assert_eq!((posting.article, posting.counts()), (*article, [headline, lead, rest]));
                }
                assert!(list.places.iter().all(|block| block.get().is_none()), "no place was read");
                let (article, places) = &all[all.len() / 3];
                assert_eq!(list.of(*article).expect("it is there").places(), places);
                assert_eq!(list.places.iter().filter(|block| block.get().is_some()).count(), 1, "one block was");
                assert_eq!(read(list), all);
            }
            let list = &mut lists[1];
            list.keep(&shape, |article, place| article % 2 == 0 && place % 3 > 0);
            let kept = all.iter().filter(|(article, _)| article % 2 == 0).map(|(article, places)| {
                (*article, places.iter().copied().filter(|place| place % 3 > 0).collect::<Vec<u32>>())
            });
            assert_eq!(read(list), kept.filter(|(_, places)| !places.is_empty()).collect::<Places>());
        }
    }

    #[test]
    fn a_long_list_that_makes_no_sense_does_no_harm() {
        let (shape, own, all) = long(3_600);
        let bytes = write([&own].into_iter(), &shape, 0, 3_600);
        let count = all.len() as u32;
        for end in (0..bytes.len()).step_by(97) {
            assert!(super::read(&bytes[..end], &[count], &shape, 0, 3_600).is_empty(), "cut at {end}");
        }
        for at in (0..40).chain((40..bytes.len()).step_by(211)) {
            for value in [0, 0x55, 0xff] {
                let mut forged = bytes.clone();
                forged[at] = value;
                for list in super::read(&forged, &[count, count], &shape, 0, 3_600) {
                    list.iter().for_each(|posting| {
                        let bound = shape.fields(posting.article)[2].max(posting.counts().iter().sum());
                        assert!(posting.places().iter().all(|&place| place < bound), "byte {at} as {value}");
                    });
                }
            }
        }
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
