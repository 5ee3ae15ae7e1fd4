//! Learns a model from samples.
//!
//! The dictionary is put together from the stretches whose parts stand in most samples and in no stretch chosen before
//! (after the greedy cover of X. Liao, M. Petri, A. Moffat, A. Wirth, *Effective Construction of Relative Lempel-Ziv
//! Dictionaries*, 2016). The codes follow from how the samples are then written, with the costs of one round deciding
//! the matches of the next.

use super::parse::{Packer, Token};
use super::{BACKS, DISTANCES, Model, SHORTEST, SYMBOLS, bucket, prefix};

/// Stretches are told apart by so many bytes.
const GRAM: usize = 6;
/// What is chosen at once.
const STRETCH: usize = 48;
/// Grams are counted in so many places, by hash.
const PLACES_BITS: u32 = 20;
/// Rounds in which codes and matches settle.
const ROUNDS: usize = 2;

impl Model {
    /// A dictionary of at most `dictionary` bytes, of what `samples` have in common, and codes behind the `contexts` most
    /// frequent bytes as `pieces` are then written best.
    pub(crate) fn learn<P: AsRef<[u8]>>(samples: &[&[u8]], pieces: &[P], contexts: usize, dictionary: usize) -> Self {
        let mut counts = [(0u32, 0u8); 256];
        counts.iter_mut().zip(0..=u8::MAX).for_each(|(count, byte)| count.1 = byte);
        pieces.iter().flat_map(AsRef::as_ref).for_each(|&byte| counts[usize::from(byte)].0 += 1);
        counts.sort_unstable_by_key(|&(count, byte)| (u32::MAX - count, byte));
        let often = counts.iter().filter(|(count, _)| *count > 0).take(contexts.min(255));
        let contexts: Vec<u8> = often.map(|&(_, byte)| byte).collect();
        let even = |symbols: usize| prefix::lengths(&vec![0; symbols]);
        let lengths =
            std::iter::repeat_n(SYMBOLS, 2 * (contexts.len() + 1)).chain([DISTANCES; BACKS]).map(even).collect();
        let mut model = Self::new(stretches(samples, dictionary), contexts, lengths);
        for _ in 0..ROUNDS {
            let lengths = tallied(&model, pieces);
            model = Self::new(model.dictionary, model.contexts, lengths);
        }
        model
    }
}

/// Lengths of codes for how often each symbol comes when `model` writes the pieces.
fn tallied<P: AsRef<[u8]>>(model: &Model, pieces: &[P]) -> Vec<prefix::Lengths> {
    let mut next = vec![vec![0u32; SYMBOLS]; model.codes()];
    let mut back = vec![vec![0u32; DISTANCES]; BACKS];
    let mut packer = Packer::new(model);
    for piece in pieces.iter().map(AsRef::as_ref) {
        let (mut at, mut matched) = (0usize, false);
        for token in packer.tokens(piece) {
            let context = model.context(at.checked_sub(1).and_then(|before: usize| piece.get(before)), matched);
            matched = matches!(token, Token::Match { .. });
            match token {
                Token::Byte(byte) => {
                    next[context][usize::from(byte)] += 1;
                    at += 1;
                }
                Token::Match { length, distance } => {
                    next[context][256 + bucket(length - SHORTEST).0] += 1;
                    back[(length - SHORTEST).min(BACKS - 1)][bucket(distance - 1).0] += 1;
                    at += length;
                }
            }
        }
    }
    next.iter().chain(&back).map(|counts| prefix::lengths(counts)).collect()
}

/// The stretches to look back to, the best last: near the pieces' beginning.
fn stretches(samples: &[&[u8]], size: usize) -> Vec<u8> {
    if size < STRETCH {
        return Vec::new();
    }
    let mut grams = vec![0u32; 1 << PLACES_BITS];
    let mut last = vec![0u32; 1 << PLACES_BITS];
    for (sample, number) in samples.iter().zip(1u32..) {
        for gram in sample.windows(GRAM).map(place) {
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
        let values: Vec<u64> = epoch.windows(GRAM).map(|gram| u64::from(grams[place(gram)])).collect();
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
        stretch.windows(GRAM).for_each(|gram| grams[place(gram)] = 0);
        chosen.push((best, stretch));
    }
    // Those of one value stay in their order.
    chosen.sort_by_key(|&(value, _)| value);
    chosen.into_iter().flat_map(|(_, stretch)| stretch).copied().collect()
}

fn place(gram: &[u8]) -> usize {
    let mut bytes = [0; 8];
    bytes[..GRAM].copy_from_slice(&gram[..GRAM]);
    (u64::from_le_bytes(bytes).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - PLACES_BITS)) as usize
}
