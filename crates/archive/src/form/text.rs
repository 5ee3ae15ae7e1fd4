//! Text parts: articles, one by one.
//!
//! Articles that follow one another lie together. Each is packed by itself: a snippet unpacks one article, not a block
//! of many. Where a part ends depends on the articles in it alone, so that a new article moves none of the others.
//!
//! ```text
//! how many articles | of each: length packed | the articles
//! article: length of its words, packed and not | length of its numbers, packed and not | words | numbers
//! ```

use xxhash_rust::xxh3::xxh3_64;

use super::body::{self, Body};
use super::many;
use super::pack::{Model, Packer};
use super::varint::{Numbers, put};
use crate::model::Archive;

/// Text parts are filled up to about this many bytes as they are written; a longer article has a part of its own. In an
/// archive of so many articles they are twice as large, and again in one sixteen times larger: every visit fetches a row for
/// each part, and a part for each hit, so both together are least where parts grow about with the root of the archive.
const PART: usize = 5 * 1024;
const GROWS_FROM: u32 = 1 << 14;

/// How large the parts of an archive of so many articles are: by powers of two, so that all stay when a few articles come.
fn part_size(articles: usize) -> usize {
    let beyond = (articles as u64 / u64::from(GROWS_FROM)).checked_ilog2();
    PART << beyond.map_or(0, |beyond| 1 + beyond / 4)
}
/// A part ends behind one in so many articles, by the hash of its id, once it is half full.
const ENDS: u64 = 4;
/// How the words and the numbers of articles are learnt: from at most so many articles, with codes of their own behind so many
/// bytes, and a dictionary.
const SAMPLES: usize = 2048;
const CONTEXTS: (usize, usize) = (34, 24);
const DICTIONARY: usize = 32 * 1024;

/// What articles are packed with.
#[derive(Debug)]
pub(crate) struct Models {
    pub(crate) words: Model,
    pub(crate) numbers: Model,
}

/// One part and the number of its first article.
#[derive(Debug)]
pub(super) struct TextPart {
    pub(super) first: u32,
    pub(super) bytes: Vec<u8>,
}

/// Writes all articles. Packing is learnt from the `stable` oldest ones; 0 packs nothing.
pub(super) fn write(archive: &Archive, stable: u32) -> (Vec<TextPart>, Option<Models>) {
    let bodies = many::map(&archive.articles, || (), |(), article| body::write(article, archive));
    let old = &bodies[bodies.len().saturating_sub(stable as usize)..];
    let samples: Vec<&(Vec<u8>, Vec<u8>)> = old.iter().step_by(old.len().div_ceil(SAMPLES).max(1)).collect();
    let models = (stable > 0).then(|| {
        let words: Vec<&[u8]> = samples.iter().map(|body| body.0.as_slice()).collect();
        let numbers: Vec<&[u8]> = samples.iter().map(|body| body.1.as_slice()).collect();
        Models { words: Model::learn(&words, CONTEXTS.0, DICTIONARY), numbers: Model::learn(&numbers, CONTEXTS.1, 0) }
    });
    let packers = || models.as_ref().map(|models| (Packer::new(&models.words), Packer::new(&models.numbers)));
    let written = many::map(&bodies, packers, |packers, (words, numbers)| {
        let packed = packers.as_mut().map(|(a, b)| (a.pack(words), b.pack(numbers)));
        let (own_words, own_numbers) = packed.as_ref().map_or((words, numbers), |(a, b)| (a, b));
        let mut bytes = Vec::with_capacity(own_words.len() + own_numbers.len() + 8);
        for length in [own_words.len(), words.len(), own_numbers.len(), numbers.len()] {
            put(length as u64, &mut bytes);
        }
        bytes.extend_from_slice(own_words);
        bytes.extend_from_slice(own_numbers);
        bytes
    });
    let size = part_size(archive.articles.len());
    let mut parts = Vec::new();
    let (mut first, mut lengths, mut all) = (0, Vec::new(), Vec::new());
    for (i, bytes) in written.into_iter().enumerate() {
        let ends =
            i.checked_sub(1).is_some_and(|before| xxh3_64(archive.articles[before].id.as_bytes()).is_multiple_of(ENDS));
        if !lengths.is_empty() && (all.len() + bytes.len() > 2 * size || all.len() > size / 2 && ends) {
            parts.push(part(first, &mut lengths, &mut all));
            first = i as u32;
        }
        lengths.push(bytes.len());
        all.extend(bytes);
    }
    if !lengths.is_empty() {
        parts.push(part(first, &mut lengths, &mut all));
    }
    (parts, models)
}

fn part(first: u32, lengths: &mut Vec<usize>, all: &mut Vec<u8>) -> TextPart {
    let mut bytes = Vec::with_capacity(all.len() + 3 * lengths.len() + 5);
    put(lengths.len() as u64, &mut bytes);
    lengths.drain(..).for_each(|length| put(length as u64, &mut bytes));
    bytes.append(all);
    TextPart { first, bytes }
}

/// The article that stands at `place` of a part; `None` where there is none that makes sense.
pub(crate) fn read(part: &[u8], place: u32, models: Option<&Models>) -> Option<Body> {
    let mut numbers = Numbers::new(part);
    let count = numbers.next()?;
    let (mut start, mut length) = (0usize, 0usize);
    for i in 0..count {
        let next = numbers.next()? as usize;
        if i < place {
            start = start.checked_add(next)?;
        } else if i == place {
            length = next;
        }
    }
    let end = start.checked_add(length)?;
    let article = numbers.rest().get(start..end).filter(|_| place < count)?;
    let mut article = Numbers::new(article);
    let (packed, words, packed_numbers, numbers) = (article.next()?, article.next()?, article.next()?, article.next()?);
    let (packed, packed_numbers) = (article.take(packed)?, article.take(packed_numbers)?);
    match models {
        Some(models) => {
            let words = models.words.unpack(packed, words as usize)?;
            body::read(words, &models.numbers.unpack(packed_numbers, numbers as usize)?)
        }
        None => body::read(packed.to_vec(), packed_numbers),
    }
}

#[cfg(test)]
mod tests {
    use super::{PART, part_size};

    #[test]
    fn parts_grow_with_the_root_of_the_archive_and_stay_when_few_articles_come() {
        let sizes =
            [100, 16_383, 16_384, 100_000, 262_143, 262_144, 1_000_000].map(|articles| part_size(articles) / PART);
        assert_eq!(sizes, [1, 1, 2, 2, 2, 4, 4]);
        assert_eq!(part_size(0), PART);
    }
}
