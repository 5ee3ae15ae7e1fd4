//! Which article has which id, in groups by a hash of the id: finding one article takes one small part.
//!
//! Kept of each id are as many bits of its hash as make one strange id in some two hundred look like one that is there;
//! the article itself then says whether it is the one. Articles are counted from the oldest and bits only by how large
//! the archive is in powers of two, so a new article changes the group that it falls into and no other.
//!
//! Whoever opens an article by its id also learns here whether it is a copy of another one, and of which
//! ([`copies`](super::copies)).
//!
//! ```text
//! how many articles | in bits: the hashes, ascending, each larger by how many stand before it; of each its article
//!   how many of them are copies or have copies, 1 more | which, by their places here, ascending | of each the article that is
//!   named first
//! ```

use xxhash_rust::xxh3::xxh3_64;

use super::bits::{BitReader, BitWriter};
use super::varint::{Numbers, put};

/// A group holds so many articles on average, and less than twice as many.
const GROUP: u32 = 256;
/// So many more bits of hashes than numbering the articles takes.
const MORE: u32 = 8;

/// How the ids of so many articles are written.
#[derive(Debug, Clone, Copy)]
struct Shape {
    /// Bits that say which group, and bits of a hash inside it.
    group: u32,
    inside: u32,
    /// Bits of an article's number.
    number: u32,
}

impl Shape {
    fn of(articles: u32) -> Self {
        let number = u32::BITS - articles.leading_zeros();
        let group = (articles / GROUP).checked_ilog2().unwrap_or(0);
        Self { group, inside: (number + MORE).min(u32::BITS) - group, number }
    }

    /// The group of an id, and its hash inside.
    fn place(self, id: &str) -> (u32, u32) {
        let hash = xxh3_64(id.as_bytes());
        let (group, rest) = if self.group == 0 { (0, hash) } else { (hash >> (64 - self.group), hash << self.group) };
        (group as u32, (rest >> (64 - self.inside)) as u32)
    }
}

/// The bytes of each group, from all ids in the order of their articles, and the article, counted from the oldest, that each
/// article is a copy of.
pub(super) fn write(ids: &[&str], firsts: &[Option<u32>]) -> Vec<Vec<u8>> {
    let shape = Shape::of(ids.len() as u32);
    let mut groups: Vec<Vec<(u32, u32)>> = vec![Vec::new(); 1 << shape.group];
    for (id, number) in ids.iter().rev().zip(0..) {
        let (group, hash) = shape.place(id);
        #[expect(clippy::indexing_slicing, reason = "the bits of `group` that a place takes count the groups")]
        groups[group as usize].push((hash, number));
    }
    let bytes = groups.into_iter().map(|mut group| {
        group.sort_unstable();
        let (mut out, mut bits) = (Vec::new(), BitWriter::default());
        put(group.len() as u64, &mut out);
        let hashes: Vec<u32> = group.iter().zip(0..).map(|(&(hash, _), before)| hash + before).collect();
        bits.ascending(&hashes, 0, (1 << shape.inside) + group.len() as u32);
        group.iter().for_each(|&(_, number)| bits.put(number, shape.number));
        let first = |number: u32| *firsts.get(ids.len().checked_sub(number as usize + 1)?)?;
        let copies = group.iter().zip(0..).filter_map(|(&(_, number), place)| Some((place, first(number)?)));
        let (places, firsts): (Vec<u32>, Vec<u32>) = copies.unzip();
        bits.gamma(places.len() as u32 + 1);
        bits.ascending(&places, 0, group.len() as u32);
        firsts.iter().for_each(|&first| bits.put(first, shape.number));
        out.extend(bits.finish());
        out
    });
    bytes.collect()
}

/// The group in which an id would be.
pub(crate) fn group(id: &str, articles: u32) -> u32 {
    Shape::of(articles).place(id).0
}

/// A group, read.
struct Group<'a> {
    hashes: Vec<u32>,
    /// Of each the article, counted from the oldest.
    numbers: Vec<u32>,
    /// What follows.
    bits: BitReader<'a>,
}

impl<'a> Group<'a> {
    fn read(group: &'a [u8], shape: Shape) -> Option<Self> {
        let mut numbers = Numbers::new(group);
        // Each takes some bits at least.
        let count = numbers.next().filter(|&count| count as usize <= 8 * group.len())?;
        let mut bits = BitReader::new(numbers.rest());
        let mut hashes = vec![0; count as usize];
        bits.ascending(&mut hashes, 0, (1u32 << shape.inside).checked_add(count)?)?;
        let numbers = (0..count).map(|_| bits.take(shape.number)).collect();
        Some(Self { hashes, numbers, bits })
    }
}

/// The articles of its group that may have an id; none where the bytes make no sense.
pub(crate) fn find(group: &[u8], id: &str, articles: u32) -> Vec<u32> {
    let shape = Shape::of(articles);
    let wanted = shape.place(id).1;
    let Some(Group { hashes, numbers, .. }) = Group::read(group, shape) else { return Vec::new() };
    let own = hashes.into_iter().zip(0..).zip(numbers).filter(|((hash, before), _)| hash - before == wanted);
    own.filter_map(|(_, number)| articles.checked_sub(number.saturating_add(1))).collect()
}

/// The article, counted from the oldest, that one of a group is a copy of, itself where it is named first; none where it
/// is no copy and has none, or the bytes make no sense.
pub(crate) fn first(group: &[u8], article: u32, articles: u32) -> Option<u32> {
    let shape = Shape::of(articles);
    let Group { numbers, mut bits, .. } = Group::read(group, shape)?;
    let count = (bits.gamma()? - 1) as usize;
    let mut places = vec![0; count.min(numbers.len())];
    bits.ascending(&mut places, 0, numbers.len() as u32)?;
    for place in places {
        let (first, number) = (bits.take(shape.number), *numbers.get(place as usize)?);
        if articles.checked_sub(number.saturating_add(1)) == Some(article) {
            return Some(first).filter(|&first| first < articles && !bits.is_over());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{Shape, find, first, group, write};

    fn ids(articles: u32) -> Vec<String> {
        (0..articles).map(|i| format!("berita-{i}")).collect()
    }

    /// Every fifth article of these tests, from the oldest, is a copy of one.
    fn copied(rank: u32) -> Option<u32> {
        rank.is_multiple_of(5).then_some(rank / 7)
    }

    fn written(ids: &[String]) -> Vec<Vec<u8>> {
        let firsts: Vec<Option<u32>> = (0..ids.len() as u32).rev().map(copied).collect();
        write(&ids.iter().map(String::as_str).collect::<Vec<_>>(), &firsts)
    }

    #[test]
    fn every_article_is_found_in_its_group_and_hardly_another() {
        for articles in [0, 1, 2, 255, 511, 512, 5_000] {
            let ids = ids(articles);
            let groups = written(&ids);
            let find = |id: &str| find(&groups[group(id, articles) as usize], id, articles);
            let mut others = 0;
            for (id, i) in ids.iter().zip(0..) {
                let found = find(id);
                assert!(found.contains(&i), "{i} of {articles}");
                others += found.len() - 1;
                let own = &groups[group(id, articles) as usize];
                assert_eq!(first(own, i, articles), copied(articles - 1 - i), "{i} of {articles}");
            }
            let strange = (0..1000).filter(|i| !find(&format!("lain-{i}")).is_empty()).count();
            assert!(others <= articles as usize / 50 && strange < 20, "{others} and {strange} of {articles}");
            let largest = groups.iter().map(Vec::len).max().unwrap_or(0);
            assert!(largest <= 3 + 2 * 256 * 5, "{largest} bytes of {articles}");
        }
    }

    #[test]
    fn a_new_article_changes_one_group() {
        let before = ids(5_000);
        let mut after = before.clone();
        after.insert(0, "baru".into());
        let (before, after) = (written(&before), written(&after));
        assert_eq!(before.iter().zip(&after).filter(|(before, after)| before != after).count(), 1);
    }

    #[test]
    fn what_makes_no_sense_finds_nothing_that_is_not_there() {
        let groups = written(&ids(600));
        for bytes in groups.iter().flat_map(|group| (0..group.len()).map(|end| &group[..end])) {
            for id in ["berita-1", "berita-500", ""] {
                assert!(find(bytes, id, 600).iter().all(|&article| article < 600));
                assert!(first(bytes, 1, 600).is_none_or(|first| first < 600));
            }
        }
        assert!(find(&[255, 255, 255, 255, 15, 1, 2, 3], "berita-1", 600).is_empty());
        let largest = Shape::of(u32::MAX);
        assert!(largest.group < 32 && largest.inside < 32 && largest.number == 32);
    }
}
