//! Articles that are copies of one text, with all that the page of one of them shows of the others.
//!
//! A page that shows a copy names the others by outlet, day and headline, which stand in as many texts; so they stand here
//! once more, in groups by the number of the article that is named first. Which article is a copy, and of which one, the
//! part says that finds its id ([`ids`](super::ids)): who reads an article that is none fetches nothing more. Articles
//! are counted from the oldest, so a new article changes the group of the text that it copies and no other.
//!
//! ```text
//! bytes of the words | bytes of them packed | the words, packed as those of articles are
//! how many groups | of each: the article that is named first | how much alike, in hundredths | how many articles
//!   of each, the first in front: the article | its day, 1 more, 0 for none | bytes of headline, of id, of publisher, 1 more,
//!     0 for none | how many stretches differ | of each how far behind the one before it begins, and how long it is
//! ```

use super::many;
use super::pack::{Model, Packer};
use super::varint::{Numbers, put};
use crate::keep::Kept;
use crate::model::day::{pack, unpack};
use crate::model::{Archive, Copies, Date, Span};

/// A part speaks of so many articles on average, and less than twice as many.
const PART: usize = 64;

/// A group, read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Group {
    pub(crate) alike: u8,
    /// The first one in front.
    pub(crate) copies: Vec<Copy>,
}

/// One of its articles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Copy {
    /// Index of the article.
    pub(crate) article: u32,
    pub(crate) date: Option<Date>,
    pub(crate) title: String,
    pub(crate) id: String,
    pub(crate) publisher: Option<String>,
    pub(crate) differs: Vec<Span>,
}

/// The article, counted from the oldest, that is named first for each article that is a copy or has copies.
pub(super) fn firsts(archive: &Archive) -> Vec<Option<u32>> {
    let mut firsts = vec![None; archive.articles.len()];
    for group in &archive.copies {
        let first = group.articles.first().and_then(|&first| rank(archive, first));
        for &article in &group.articles {
            firsts.get_mut(article as usize).into_iter().for_each(|own| *own = first);
        }
    }
    firsts
}

fn rank(archive: &Archive, article: u32) -> Option<u32> {
    (archive.articles.len() as u32).checked_sub(1)?.checked_sub(article)
}

/// The number of the part, of so many, that holds the group whose first article is this one from the oldest.
pub(crate) fn part_of(first: u32, parts: u32) -> u32 {
    first.checked_rem(parts).unwrap_or(0)
}

/// The bytes of each part, none where there are no copies; `model` is what the words of articles are packed with.
pub(super) fn write(archive: &Archive, model: Option<&Model>, keep: Kept<'_>) -> Vec<Vec<u8>> {
    let articles: usize = archive.copies.iter().map(|group| group.articles.len()).sum();
    if articles == 0 {
        return Vec::new();
    }
    let count = 1u32 << (articles / PART).checked_ilog2().unwrap_or(0);
    let mut parts: Vec<Vec<(u32, &Copies)>> = vec![Vec::new(); count as usize];
    for group in &archive.copies {
        if let Some(first) = group.articles.first().and_then(|&first| rank(archive, first)) {
            #[expect(
                clippy::indexing_slicing,
                reason = "what is left of a division by their count is one of the parts"
            )]
            parts[part_of(first, count) as usize].push((first, group));
        }
    }
    parts.iter_mut().for_each(|groups| groups.sort_unstable_by_key(|(first, _)| *first));
    many::map(
        &parts,
        || model.map(|model| Packer::new(model).keeping(keep)),
        |packer, groups| part(archive, groups, packer.as_mut()),
    )
}

fn part(archive: &Archive, groups: &[(u32, &Copies)], packer: Option<&mut Packer<'_>>) -> Vec<u8> {
    let (mut words, mut numbers) = (Vec::new(), Vec::new());
    put(groups.len() as u64, &mut numbers);
    for (first, group) in groups {
        let articles = group.articles.iter().zip(&group.differs);
        let articles: Vec<_> = articles
            .filter_map(|(&at, differs)| Some((rank(archive, at)?, archive.articles.get(at as usize)?, differs)))
            .collect();
        let head = [u64::from(*first), u64::from(group.alike), articles.len() as u64];
        head.into_iter().for_each(|number| put(number, &mut numbers));
        for (rank, article, differs) in articles {
            put(u64::from(rank), &mut numbers);
            put(article.published.or(article.date).map_or(0, |day| u64::from(pack(day)) + 1), &mut numbers);
            put(article.title.len() as u64, &mut numbers);
            put(article.id.len() as u64, &mut numbers);
            put(article.publisher.as_ref().map_or(0, |name| name.len() as u64 + 1), &mut numbers);
            let publisher = article.publisher.as_deref().unwrap_or_default();
            let own = [&article.title, &article.id, publisher];
            own.into_iter().for_each(|word| words.extend_from_slice(word.as_bytes()));
            put(differs.len() as u64, &mut numbers);
            let mut before = 0;
            for span in differs {
                put(u64::from(span.start.saturating_sub(before)), &mut numbers);
                put(u64::from(span.end.saturating_sub(span.start)), &mut numbers);
                before = span.end;
            }
        }
    }
    let packed = packer.map(|packer| packer.pack(&words));
    let packed = packed.as_ref().unwrap_or(&words);
    let mut out = Vec::new();
    put(words.len() as u64, &mut out);
    put(packed.len() as u64, &mut out);
    out.extend(packed);
    out.extend(numbers);
    out
}

/// The group of a part whose first article is this one from the oldest, in an archive of so many; none where the part
/// does not hold it or makes no sense.
pub(crate) fn find(part: &[u8], model: Option<&Model>, articles: u32, first: u32) -> Option<Group> {
    let mut numbers = Numbers::new(part);
    let (length, packed) = (numbers.next()?, numbers.next()?);
    let packed = numbers.take(packed)?;
    let words = match model {
        Some(model) => model.unpack(packed, length as usize)?,
        None => packed.to_vec(),
    };
    let mut reader = Reader { words: std::str::from_utf8(&words).ok()?, numbers, articles };
    for _ in 0..reader.numbers.next()? {
        let (own, group) = (reader.numbers.next()?, reader.group()?);
        if own == first {
            return Some(group);
        }
    }
    None
}

struct Reader<'a> {
    words: &'a str,
    numbers: Numbers<'a>,
    articles: u32,
}

impl Reader<'_> {
    fn group(&mut self) -> Option<Group> {
        let mut group = Group { alike: self.numbers.next()?.min(100) as u8, copies: Vec::new() };
        for _ in 0..self.numbers.next()? {
            group.copies.push(self.copy()?);
        }
        Some(group)
    }

    fn copy(&mut self) -> Option<Copy> {
        let article = self.articles.checked_sub(1)?.checked_sub(self.numbers.next()?)?;
        let date = self.numbers.next()?.checked_sub(1).and_then(unpack);
        let (title, id, publisher) = (self.numbers.next()?, self.numbers.next()?, self.numbers.next()?.checked_sub(1));
        let (title, id) = (self.word(title)?, self.word(id)?);
        let publisher = match publisher {
            Some(length) => Some(self.word(length)?),
            None => None,
        };
        let (mut differs, mut before) = (Vec::new(), 0u32);
        for _ in 0..self.numbers.next()? {
            let start = before.checked_add(self.numbers.next()?)?;
            before = start.checked_add(self.numbers.next()?)?;
            differs.push(Span { start, end: before });
        }
        Some(Copy { article, date, title, id, publisher, differs })
    }

    fn word(&mut self, length: u32) -> Option<String> {
        let (word, rest) = self.words.split_at_checked(length as usize)?;
        self.words = rest;
        Some(word.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::{find, firsts, part_of, write};
    use crate::model::{Archive, Copies, Span};

    fn archive(articles: u32, groups: &[&[u32]]) -> Archive {
        let article = |i| crate::Article {
            id: format!("berita-{i}"),
            title: format!("Kabar {i}"),
            publisher: (i % 3 > 0).then(|| format!("Warta {}", i % 3)),
            date: crate::Date::new(2026, 1, 1 + (i % 28) as i8).ok().filter(|_| i % 5 > 0),
            ..crate::form::blank()
        };
        let copies = groups.iter().map(|group| Copies {
            alike: 70,
            articles: group.to_vec(),
            differs: (0..group.len() as u32)
                .map(|i| (0..i).map(|at| Span { start: 9 * at, end: 9 * at + 4 }).collect())
                .collect(),
        });
        Archive { articles: (0..articles).map(article).collect(), copies: copies.collect(), ..Archive::default() }
    }

    #[test]
    fn every_group_is_found_by_each_of_its_articles() {
        let many: Vec<Vec<u32>> = (0..300).map(|i| (0..2 + i % 4).map(|n| 5 * i + 4 - n).collect()).collect();
        let many: Vec<&[u32]> = many.iter().map(Vec::as_slice).collect();
        let archive = archive(1500, &many);
        let (parts, firsts) = (write(&archive, None, None), firsts(&archive));
        assert_eq!(parts.len(), 16);
        for group in &archive.copies {
            for (&own, differs) in group.articles.iter().zip(&group.differs) {
                let first = firsts[own as usize].expect("it is a copy");
                let part = &parts[part_of(first, parts.len() as u32) as usize];
                let read = find(part, None, 1500, first).expect("it is there");
                assert_eq!(read.alike, 70);
                assert!(read.copies.iter().map(|copy| copy.article).eq(group.articles.iter().copied()));
                let copy = read.copies.iter().find(|copy| copy.article == own).expect("itself");
                let article = &archive.articles[own as usize];
                assert_eq!((&copy.id, &copy.title, &copy.publisher), (&article.id, &article.title, &article.publisher));
                assert_eq!((copy.date, &copy.differs), (article.date, differs));
                assert_eq!(find(part, None, 1500, 1499), None);
            }
        }
        assert_eq!(
            firsts.iter().filter(|first| first.is_some()).count(),
            many.iter().map(|group| group.len()).sum::<usize>()
        );
    }

    #[test]
    fn what_makes_no_sense_is_no_group() {
        assert!(write(&archive(9, &[]), None, None).is_empty(), "no copies take no part");
        let archive = archive(9, &[&[3, 2], &[8, 5, 1]]);
        let part = write(&archive, None, None).remove(0);
        assert!(find(&part, None, 9, 5).is_some());
        for end in 0..part.len() {
            let cut = find(&part[..end], None, 9, 5);
            assert!(cut.is_none_or(|group| group.copies.iter().all(|copy| copy.article < 9)), "{end}");
        }
        assert_eq!(find(&part, None, 2, 5), None, "more articles than there are");
        for byte in 0..=255 {
            let _ = find(&[byte; 40], None, 9, u32::from(byte));
        }
    }
}
