//! Text parts: articles, a few together.
//!
//! Articles that follow one another lie together and are packed as one piece: what one of them says the next need not say
//! again, and a snippet unpacks a dozen kilobytes at most until it is there. Where a part ends depends on the articles in
//! it alone, so that a new article moves none of the others.
//!
//! ```text
//! how many articles | of each: length of its words, length of its numbers | length of all words, packed
//! the words of all, packed | the numbers of all, packed
//! ```

use std::ops::Range;

use xxhash_rust::xxh3::xxh3_64;

use super::Size;
use super::body::{self, Body};
use super::many;
use super::pack::{Model, Packer, Wanted};
use super::varint::{Numbers, put};
use crate::keep::Kept;
use crate::model::Archive;

/// How texts are packed.
#[derive(Debug)]
struct Plan {
    /// Text parts are filled up to about this many bytes before packing; a longer article has a part of its own.
    part: usize,
    words: Wanted,
    numbers: Wanted,
    /// Words and dictionary are learnt from at most so many articles, codes from at most so many runs of [`RUN`].
    samples: usize,
    runs: usize,
    /// Whether matches are looked for at more places.
    thorough: bool,
}

const USUAL: Plan = Plan {
    part: 20 * 1024,
    words: Wanted { contexts: 48, words: 2000, dictionary: 24 * 1024 },
    numbers: Wanted { contexts: 12, words: 0, dictionary: 0 },
    samples: 2048,
    runs: 48,
    thorough: false,
};
const SMALL: Plan = Plan {
    part: 100 * 1024,
    words: Wanted { contexts: 80, words: 3000, dictionary: 64 * 1024 },
    numbers: Wanted { contexts: 20, words: 0, dictionary: 0 },
    samples: 4096,
    runs: 400,
    thorough: true,
};

impl Plan {
    fn of(size: Size) -> &'static Self {
        match size {
            Size::Usual => &USUAL,
            Size::Small => &SMALL,
        }
    }

    fn packer<'m>(&self, model: &'m Model, keep: Kept<'m>) -> Packer<'m> {
        let packer = if self.thorough { Packer::thorough(model) } else { Packer::new(model) };
        packer.keeping(keep)
    }
}

/// A part ends behind one in so many articles, by the hash of its id, once it is half full.
const ENDS: u64 = 4;
/// Codes are learnt from runs of so many articles, which follow one another as those of a part do.
const RUN: usize = 6;
/// In an archive of so many articles text parts are twice as large, and again in one sixteen times larger: every visit
/// fetches a row for each part, and a part for each hit, so both together are least where parts grow about with the root of
/// the archive.
const GROWS_FROM: u32 = 1 << 14;

/// How often parts are doubled in an archive of so many articles: by powers of two, so that all stay when a few come.
fn doubled(articles: usize) -> u32 {
    let beyond = (articles as u64 / u64::from(GROWS_FROM)).checked_ilog2();
    beyond.map_or(0, |beyond| 1 + beyond / 4)
}

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

/// The words and the numbers of an article.
type Written = (Vec<u8>, Vec<u8>);

/// Writes all articles. Packing is learnt from the `stable` oldest ones; 0 packs nothing.
pub(super) fn write(archive: &Archive, stable: u32, size: Size, keep: Kept<'_>) -> (Vec<TextPart>, Option<Models>) {
    let plan = Plan::of(size);
    let topics = super::topics(&archive.articles);
    let bodies = many::map(&archive.articles, || (), |(), article| body::write(article, archive, &topics));
    let models = (stable > 0)
        .then(|| learn(bodies.get(bodies.len().saturating_sub(stable as usize)..).unwrap_or(&bodies), plan, keep));
    let packers =
        || models.as_ref().map(|models| (plan.packer(&models.words, keep), plan.packer(&models.numbers, keep)));
    let parts = many::map(&bounds(archive, &bodies, plan.part << doubled(bodies.len())), packers, |packers, bounds| {
        let bodies = bodies.get(bounds.clone()).unwrap_or_default();
        TextPart { first: bounds.start as u32, bytes: part(bodies, packers.as_mut()) }
    });
    (parts, models)
}

/// Learns from the oldest articles.
fn learn(old: &[Written], plan: &Plan, keep: Kept<'_>) -> Models {
    let samples: Vec<&Written> = old.iter().step_by(old.len().div_ceil(plan.samples).max(1)).collect();
    let runs = || old.chunks(RUN).step_by(old.len().div_ceil(RUN * plan.runs).max(1));
    let words: Vec<&[u8]> = samples.iter().map(|(words, _)| words.as_slice()).collect();
    let runs_of = |which: fn(&Written) -> &[u8]| -> Vec<Vec<u8>> {
        runs().map(|run| run.iter().flat_map(which).copied().collect()).collect()
    };
    let (word_runs, number_runs) = (runs_of(|(words, _)| words), runs_of(|(_, numbers)| numbers));
    Models {
        words: Model::learnt(&words, &word_runs, plan.words, keep),
        numbers: Model::learnt(&[], &number_runs, plan.numbers, keep),
    }
}

/// Which articles each part of about `size` bytes holds.
fn bounds(archive: &Archive, bodies: &[Written], size: usize) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let (mut first, mut all) = (0, 0);
    for (i, (words, numbers)) in bodies.iter().enumerate() {
        let own = words.len() + numbers.len();
        let before = i.checked_sub(1).and_then(|before| archive.articles.get(before));
        let ends = before.is_some_and(|before| xxh3_64(before.id.as_bytes()).is_multiple_of(ENDS));
        if i > first && (all + own > 2 * size || all > size / 2 && ends) {
            parts.push(first..i);
            (first, all) = (i, 0);
        }
        all += own;
    }
    if first < bodies.len() {
        parts.push(first..bodies.len());
    }
    parts
}

fn part(bodies: &[Written], packers: Option<&mut (Packer<'_>, Packer<'_>)>) -> Vec<u8> {
    let words: Vec<u8> = bodies.iter().flat_map(|(words, _)| words).copied().collect();
    let numbers: Vec<u8> = bodies.iter().flat_map(|(_, numbers)| numbers).copied().collect();
    let (words, numbers) = match packers {
        Some((a, b)) => (a.pack(&words), b.pack(&numbers)),
        None => (words, numbers),
    };
    let mut bytes = Vec::with_capacity(words.len() + numbers.len() + 4 * bodies.len() + 8);
    put(bodies.len() as u64, &mut bytes);
    for (words, numbers) in bodies {
        put(words.len() as u64, &mut bytes);
        put(numbers.len() as u64, &mut bytes);
    }
    put(words.len() as u64, &mut bytes);
    bytes.extend(words);
    bytes.extend(numbers);
    bytes
}

/// A part as it would be without packing, for who reads its articles many times; `None` where it makes no sense.
#[cfg(not(target_family = "wasm"))]
pub(crate) fn plain(part: &[u8], models: &Models) -> Option<Vec<u8>> {
    let mut head = Numbers::new(part);
    let count = head.next()?;
    let mut all = [0usize; 2];
    let mut bytes = Vec::new();
    put(count.into(), &mut bytes);
    for _ in 0..count {
        for all in &mut all {
            let next = head.next()?;
            *all = all.checked_add(next as usize)?;
            put(next.into(), &mut bytes);
        }
    }
    let packed = head.next()?;
    let words = models.words.unpack_to(head.take(packed)?, all[0], all[0])?;
    let numbers = models.numbers.unpack_to(head.rest(), all[1], all[1])?;
    // What is forged may end elsewhere than it says.
    let (words, numbers) = (words.get(..all[0])?, numbers.get(..all[1])?);
    put(words.len() as u64, &mut bytes);
    bytes.extend(words);
    bytes.extend(numbers);
    Some(bytes)
}

/// The article that stands at `place` of a part; `None` where there is none that makes sense.
pub(crate) fn read(part: &[u8], place: u32, models: Option<&Models>) -> Option<Body> {
    let mut head = Numbers::new(part);
    // Of words and numbers: where the article begins and ends, and all of them end.
    let mut bounds = [[0usize; 3]; 2];
    for i in 0..head.next().filter(|&count| place < count)? {
        for [start, end, all] in &mut bounds {
            let next = head.next()? as usize;
            if i == place {
                (*start, *end) = (*all, all.checked_add(next)?);
            }
            *all = all.checked_add(next)?;
        }
    }
    let packed = head.next()?;
    let pieces = [head.take(packed)?, head.rest()];
    let [words, numbers] = bounds;
    let of = |piece: &[u8], model: Option<&Model>, [start, end, all]: [usize; 3]| match model {
        Some(model) => model.unpack_to(piece, end, all)?.get(start..end).map(<[u8]>::to_vec),
        None => piece.get(start..end).map(<[u8]>::to_vec),
    };
    let words = of(pieces[0], models.map(|models| &models.words), words)?;
    body::read(words, &of(pieces[1], models.map(|models| &models.numbers), numbers)?)
}

#[cfg(test)]
mod tests {
    use super::doubled;

    #[test]
    fn parts_grow_with_the_root_of_the_archive_and_stay_when_few_articles_come() {
        let sizes = [0, 100, 16_383, 16_384, 100_000, 262_143, 262_144, 1_000_000].map(doubled);
        assert_eq!(sizes, [0, 0, 0, 1, 1, 1, 2, 2]);
    }
}
