//! Postings: in which articles, and where in them, each form stands.
//!
//! A **family** lies in one piece: the number of its forms, then form by form the length of its list in bytes and the
//! list. A **list** goes article by article: the distance to the article before, doubled, plus 1 where the form stands
//! there only once; else how often it stands there; then its places, each as the distance to the place before,
//! doubled, plus 1 where the place lies in a statement. Places are those of [`crate::words`]: the headline's words
//! first, one place skipped, the text's words behind.

use super::varint::{Numbers, put};

/// Postings parts are filled up to this many bytes; a family that is longer has a part of its own.
pub(super) const PART: usize = 8 * 1024;

/// One list while it is being written.
#[derive(Debug, Default)]
pub(super) struct ListWriter {
    bytes: Vec<u8>,
    next: u32,
    articles: u32,
}

impl ListWriter {
    /// Adds the places of one article, ascending and doubled with the statement's mark; articles come ascending.
    pub(super) fn add(&mut self, article: u32, places: impl ExactSizeIterator<Item = (u32, bool)>) {
        let once = places.len() == 1;
        put(u64::from(article - self.next) << 1 | u64::from(once), &mut self.bytes);
        if !once {
            put(places.len() as u64, &mut self.bytes);
        }
        let mut before = 0;
        for (place, said) in places {
            put(u64::from(place - before) << 1 | u64::from(said), &mut self.bytes);
            before = place;
        }
        self.next = article + 1;
        self.articles += 1;
    }

    /// In how many articles the form stands.
    pub(super) fn articles(&self) -> u32 {
        self.articles
    }
}

/// The bytes of a family.
pub(super) fn family(lists: &[&ListWriter]) -> Vec<u8> {
    let mut out = Vec::with_capacity(lists.iter().map(|list| list.bytes.len() + 3).sum());
    put(lists.len() as u64, &mut out);
    for list in lists {
        put(list.bytes.len() as u64, &mut out);
        out.extend_from_slice(&list.bytes);
    }
    out
}

/// The lists of the family that begins at `offset` of a part, in the order of its forms.
pub(crate) fn lists(part: &[u8], offset: u32) -> impl Iterator<Item = Numbers<'_>> {
    let mut numbers = Numbers::new(part.get(offset as usize..).unwrap_or_default());
    let count = numbers.next().unwrap_or(0);
    (0..count).map_while(move |_| {
        let length = numbers.next()?;
        numbers.take(length).map(Numbers::new)
    })
}

/// One article in a list.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Posting<'a> {
    /// Index of the article.
    pub(crate) article: u32,
    /// How often the form stands there.
    pub(crate) count: u32,
    places: Numbers<'a>,
}

impl Posting<'_> {
    /// Where it stands, ascending, and whether the place lies in a statement.
    pub(crate) fn places(self) -> impl Iterator<Item = (u32, bool)> {
        let mut places = self.places;
        let mut at = 0u32;
        (0..self.count).map_while(move |_| {
            let step = places.next()?;
            at = at.saturating_add(step >> 1);
            Some((at, step & 1 == 1))
        })
    }
}

/// The articles of a list, ascending; ends where the bytes make no sense.
pub(crate) fn postings(mut list: Numbers<'_>, articles: u32) -> impl Iterator<Item = Posting<'_>> {
    let mut next = 0u32;
    std::iter::from_fn(move || {
        let step = list.next()?;
        let article = next.checked_add(step >> 1).filter(|&article| article < articles)?;
        let count = if step & 1 == 1 { 1 } else { list.next()? };
        let places = list;
        for _ in 0..count {
            list.next()?;
        }
        next = article + 1;
        Some(Posting { article, count, places })
    })
}

#[cfg(test)]
mod tests {
    use super::{ListWriter, family, lists, postings};

    #[test]
    fn articles_and_places_come_back() {
        let (mut one, mut two) = (ListWriter::default(), ListWriter::default());
        one.add(0, [(3, false)].into_iter());
        one.add(7, [(0, false), (9, true), (300, false)].into_iter());
        two.add(2, [(1, true)].into_iter());
        let bytes = family(&[&one, &two]);
        let read: Vec<Vec<_>> = lists(&bytes, 0)
            .map(|list| postings(list, 8).map(|p| (p.article, p.places().collect::<Vec<_>>())).collect())
            .collect();
        let first = vec![(0, vec![(3, false)]), (7, vec![(0, false), (9, true), (300, false)])];
        assert_eq!(read, [first, vec![(2, vec![(1, true)])]]);
    }

    #[test]
    fn a_list_that_makes_no_sense_ends() {
        let mut list = ListWriter::default();
        list.add(9, [(1, false), (2, false)].into_iter());
        let bytes = family(&[&list]);
        let read =
            |bytes: &[u8], of: u32| lists(bytes, 0).flat_map(|list| postings(list, of).collect::<Vec<_>>()).count();
        assert_eq!(read(&bytes, 10), 1);
        assert_eq!(read(&bytes, 9), 0, "an article that is not there");
        assert_eq!(read(&bytes[..bytes.len() - 1], 10), 0, "cut");
    }
}
