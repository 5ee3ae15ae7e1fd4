//! Learns a model from samples.
//!
//! The dictionary is put together from the stretches whose parts stand in most samples and in no stretch chosen before
//! (after the greedy cover of X. Liao, M. Petri, A. Moffat, A. Wirth, *Effective Construction of Relative Lempel-Ziv
//! Dictionaries*, 2016). The codes follow from how the samples are then written, with the costs of one round deciding
//! the matches of the next.

use super::parse::{Packer, Token};
use super::words::frequent;
use super::{BACKS, DISTANCES, MOST_WORDS, Model, SHORTEST, SYMBOLS, WORD, bucket, prefix};

/// Stretches are told apart by so many bytes.
const GRAM: usize = 8;
/// What is chosen at once.
const STRETCH: usize = 48;
/// Grams are counted in so many places, by hash.
const PLACES_BITS: u32 = 20;
/// Rounds in which codes and matches settle.
const ROUNDS: usize = 2;

/// How much is to be learnt.
#[derive(Debug, Clone, Copy, Default, Hash)]
pub(crate) struct Wanted {
    /// How many bytes have codes of their own for what follows them.
    pub(crate) contexts: usize,
    /// How many words have codes of their own.
    pub(crate) words: usize,
    /// How many bytes the dictionary has behind the words, at most.
    pub(crate) dictionary: usize,
}

impl Model {
    /// Words and a dictionary of what `samples` have in common, and codes as `pieces` are then written best.
    pub(crate) fn learn<P: AsRef<[u8]>>(samples: &[&[u8]], pieces: &[P], wanted: Wanted) -> Self {
        let mut counts = [(0u32, 0u8); 256];
        counts.iter_mut().zip(0..=u8::MAX).for_each(|(count, byte)| count.1 = byte);
        #[expect(clippy::indexing_slicing, reason = "a byte is below 256")]
        pieces.iter().flat_map(AsRef::as_ref).for_each(|&byte| counts[usize::from(byte)].0 += 1);
        counts.sort_unstable_by_key(|&(count, byte)| (u32::MAX - count, byte));
        let often = counts.iter().filter(|(count, _)| *count > 0).take(wanted.contexts.min(255));
        let contexts: Vec<u8> = often.map(|&(_, byte)| byte).collect();
        let words = frequent(samples, wanted.words.min(MOST_WORDS));
        let mut dictionary: Vec<u8> = words.iter().flat_map(|(word, _)| *word).copied().collect();
        // Where the last word ends.
        dictionary.extend(words.first().map(|_| b' '));
        dictionary.extend(stretches(samples, wanted.dictionary));
        let lengths = guessed(&contexts, pieces, &words);
        let mut model = Self::new(dictionary, contexts, lengths);
        for _ in 0..ROUNDS {
            let lengths = tallied(&model, pieces);
            model = Self::new(model.dictionary, model.contexts, lengths);
        }
        model
    }
}

/// Lengths of codes to begin with: bytes as often as they follow one another, as many words, short matches rather than
/// long ones, all distances alike. The nearer they are to the truth, the fewer rounds are needed.
#[expect(
    clippy::indexing_slicing,
    reason = "there is a row for each context and one more, each with all symbols, and a byte is below 256"
)]
fn guessed<P: AsRef<[u8]>>(contexts: &[u8], pieces: &[P], words: &[(&[u8], u32)]) -> Vec<prefix::Lengths> {
    let mut context = [0; 256];
    contexts.iter().zip(1..).for_each(|(&byte, i)| context[usize::from(byte)] = i);
    let mut next = vec![vec![0u32; SYMBOLS]; contexts.len() + 1];
    for pair in pieces.iter().flat_map(|piece| piece.as_ref().windows(2)) {
        next[context[usize::from(pair[0])]][usize::from(pair[1])] += 1;
    }
    for counts in &mut next {
        let all: u32 = counts.iter().sum();
        counts[256..WORD].iter_mut().zip(4..).for_each(|(count, nth)| *count = all / nth);
        counts[WORD] = if words.is_empty() { 0 } else { all / 2 };
    }
    let words: Vec<u32> = words.iter().map(|&(_, count)| count).collect();
    // Alike behind a match and elsewhere.
    let next = next.iter().flat_map(|counts| std::iter::repeat_n(prefix::lengths(counts), 2));
    next.chain([&[0; DISTANCES][..]; BACKS].map(prefix::lengths)).chain([prefix::lengths(&words)]).collect()
}

/// Lengths of codes for how often each symbol comes when `model` writes the pieces.
#[expect(clippy::indexing_slicing, reason = "counts are made for the model's own codes, and tokens are of that model")]
fn tallied<P: AsRef<[u8]>>(model: &Model, pieces: &[P]) -> Vec<prefix::Lengths> {
    let mut counts: Vec<Vec<u32>> = model.lengths.iter().map(|lengths| vec![0; lengths.len()]).collect();
    let (next, back) = counts.split_at_mut(model.codes());
    let mut packer = Packer::new(model);
    for piece in pieces.iter().map(AsRef::as_ref) {
        let (mut at, mut matched) = (0usize, false);
        for token in packer.tokens(piece) {
            let context = model.context(at.checked_sub(1).and_then(|before: usize| piece.get(before)), matched);
            matched = !matches!(token, Token::Byte(_));
            match token {
                Token::Byte(byte) => {
                    next[context][usize::from(byte)] += 1;
                    at += 1;
                }
                Token::Word { number, length } => {
                    next[context][WORD] += 1;
                    back[BACKS][number] += 1;
                    at += length;
                }
                Token::Match { length, distance } => {
                    next[context][256 + bucket(length - SHORTEST).0] += 1;
                    back[(length - SHORTEST).min(BACKS - 1)][bucket(distance - 1).0] += 1;
                    at += length;
                }
            }
        }
    }
    counts.iter().map(|counts| prefix::lengths(counts)).collect()
}

/// The stretches to look back to, the best last: near the pieces' beginning.
#[expect(
    clippy::indexing_slicing,
    reason = "a place has as many bits as there are places, and stretches end with the last of the values"
)]
fn stretches(samples: &[&[u8]], size: usize) -> Vec<u8> {
    if size < STRETCH {
        return Vec::new();
    }
    let mut grams = vec![0u32; 1 << PLACES_BITS];
    let mut last = vec![0u32; 1 << PLACES_BITS];
    for (sample, number) in samples.iter().zip(1u32..) {
        for gram in sample.array_windows().map(place) {
            // Once a sample: what one article says again and again is its own matter.
            if last[gram] != number {
                last[gram] = number;
                grams[gram] += 1;
            }
        }
    }
    let all: Vec<u8> = samples.concat();
    let wanted = size / STRETCH;
    let Some(epoch) = all.len().checked_div(wanted).filter(|&epoch| epoch > 2 * STRETCH) else { return Vec::new() };
    let mut chosen: Vec<(u64, &[u8])> = Vec::new();
    for epoch in all.chunks(epoch).take(wanted) {
        let values: Vec<u64> = epoch.array_windows().map(|gram| u64::from(grams[place(gram)])).collect();
        let Some(span) = values.len().checked_sub(STRETCH - GRAM) else { continue };
        let mut sum: u64 = values[..STRETCH - GRAM].iter().sum();
        let (mut best, mut start) = (0, 0);
        for at in 0..span {
            sum += values[at + STRETCH - GRAM];
            if sum > best {
                (best, start) = (sum, at);
            }
            sum -= values[at];
        }
        let stretch = &epoch[start..start + STRETCH];
        stretch.array_windows().for_each(|gram| grams[place(gram)] = 0);
        chosen.push((best, stretch));
    }
    // Those of one value stay in their order.
    chosen.sort_by_key(|&(value, _)| value);
    chosen.into_iter().flat_map(|(_, stretch)| stretch).copied().collect()
}

fn place(gram: &[u8; GRAM]) -> usize {
    (u64::from_le_bytes(*gram).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - PLACES_BITS)) as usize
}
