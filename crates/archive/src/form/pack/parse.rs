//! Writes a piece as bytes and matches, in the way that costs the fewest bits.

use super::prefix::codes;
use super::{BACKS, LONGEST, Model, SHORTEST, bucket};
use crate::form::bits::BitWriter;

/// Places with equal beginnings are looked at, the nearest first, this many times.
const CHAIN: usize = 16;
/// A match that is longer is taken without weighing.
const GOOD: usize = 128;
/// No match looks back farther: distances have so many symbols.
const FARTHEST: usize = 1 << 23;
const HASH_BITS: u32 = 15;
const NOWHERE: u32 = u32::MAX;

/// One step of a piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token {
    Byte(u8),
    Match { length: usize, distance: usize },
}

/// Packs pieces with one model.
#[derive(Debug)]
pub(crate) struct Packer<'m> {
    model: &'m Model,
    codes: Vec<Vec<u32>>,
    /// The dictionary, and the piece at hand behind it.
    buffer: Vec<u8>,
    /// The last place with a hash, and the one before each place.
    heads: Vec<u32>,
    before: Vec<u32>,
    /// The heads as the dictionary alone leaves them.
    dictionary_heads: Vec<u32>,
}

impl<'m> Packer<'m> {
    pub(crate) fn new(model: &'m Model) -> Self {
        let mut new = Self {
            model,
            codes: model.lengths.iter().map(codes).collect(),
            buffer: model.dictionary.clone(),
            heads: vec![NOWHERE; 1 << HASH_BITS],
            before: Vec::new(),
            dictionary_heads: Vec::new(),
        };
        for at in 0..new.buffer.len() {
            new.enter(at);
        }
        new.dictionary_heads = new.heads.clone();
        new
    }

    /// The bytes of a piece. How many there were is for the caller to keep.
    pub(crate) fn pack(&mut self, piece: &[u8]) -> Vec<u8> {
        let mut bits = BitWriter::default();
        let contexts = self.model.codes();
        let (mut at, mut matched) = (0usize, false);
        for token in self.tokens(piece) {
            let context = self.model.context(at.checked_sub(1).and_then(|before| piece.get(before)), matched);
            matched = matches!(token, Token::Match { .. });
            let mut put = |table: usize, symbol: usize| {
                bits.put(self.codes[table][symbol], u32::from(self.model.lengths[table][symbol]));
            };
            match token {
                Token::Byte(byte) => {
                    put(context, usize::from(byte));
                    at += 1;
                }
                Token::Match { length, distance } => {
                    let (symbol, value, width) = bucket(length - SHORTEST);
                    put(context, 256 + symbol);
                    bits.put(value, width);
                    let (symbol, value, width) = bucket(distance - 1);
                    let table = contexts + (length - SHORTEST).min(BACKS - 1);
                    bits.put(self.codes[table][symbol], u32::from(self.model.lengths[table][symbol]));
                    bits.put(value, width);
                    at += length;
                }
            }
        }
        bits.finish()
    }

    /// The steps that write a piece at the least cost, as far as matches were looked for.
    pub(super) fn tokens(&mut self, piece: &[u8]) -> Vec<Token> {
        let start = self.model.dictionary.len();
        self.buffer.truncate(start);
        self.before.truncate(start);
        self.buffer.extend_from_slice(piece);
        self.heads.copy_from_slice(&self.dictionary_heads);
        let contexts = self.model.codes();
        // The least cost of reaching each byte, and the step that reaches it.
        let mut costs = vec![u32::MAX; piece.len() + 1];
        let mut steps = vec![Token::Byte(0); piece.len() + 1];
        costs[0] = 0;
        let mut at = 0;
        while at < piece.len() {
            let cost = costs[at];
            let matched = matches!(steps[at], Token::Match { .. });
            let context = self.model.context(at.checked_sub(1).map(|before| &piece[before]), matched);
            let next = &self.model.lengths[context];
            let byte = cost + u32::from(next[usize::from(piece[at])]);
            if byte < costs[at + 1] {
                (costs[at + 1], steps[at + 1]) = (byte, Token::Byte(piece[at]));
            }
            let mut reached = SHORTEST - 1;
            let mut found = self.head(start + at);
            for _ in 0..CHAIN {
                let Some(candidate) = found else { break };
                let distance = start + at - candidate;
                if distance > FARTHEST {
                    break;
                }
                let length = self.longer_than(reached, candidate, start + at);
                if length > reached {
                    let (back, _, width) = bucket(distance - 1);
                    for length in reached + 1..=length {
                        let table = contexts + (length - SHORTEST).min(BACKS - 1);
                        let (symbol, _, more) = bucket(length - SHORTEST);
                        let bits =
                            u32::from(next[256 + symbol]) + more + u32::from(self.model.lengths[table][back]) + width;
                        if cost + bits < costs[at + length] {
                            (costs[at + length], steps[at + length]) = (cost + bits, Token::Match { length, distance });
                        }
                    }
                    reached = length;
                }
                if reached >= GOOD {
                    break;
                }
                found = self.before.get(candidate).copied().filter(|&at| at != NOWHERE).map(|at| at as usize);
            }
            let step = if reached >= GOOD { reached } else { 1 };
            for _ in 0..step {
                self.enter(start + at);
                at += 1;
            }
        }
        let mut tokens = Vec::new();
        let mut at = piece.len();
        while at > 0 {
            let step = steps[at];
            at -= match step {
                Token::Byte(_) => 1,
                Token::Match { length, .. } => length,
            };
            tokens.push(step);
        }
        tokens.reverse();
        tokens
    }

    fn hash(&self, at: usize) -> Option<usize> {
        let &[a, b, c] = self.buffer.get(at..)?.first_chunk()?;
        let key = u32::from_le_bytes([a, b, c, 0]);
        Some((key.wrapping_mul(0x9e37_79b1) >> (32 - HASH_BITS)) as usize)
    }

    fn head(&self, at: usize) -> Option<usize> {
        let head = self.heads[self.hash(at)?];
        (head != NOWHERE).then_some(head as usize)
    }

    fn enter(&mut self, at: usize) {
        let before = match self.hash(at) {
            Some(hash) => std::mem::replace(&mut self.heads[hash], at as u32),
            None => NOWHERE,
        };
        self.before.push(before);
    }

    /// How many bytes two places share, up to the longest match, or none where they do not share more than `reached`:
    /// most do not, which the byte behind those tells at once.
    fn longer_than(&self, reached: usize, a: usize, b: usize) -> usize {
        let (one, other) = (&self.buffer[a..], &self.buffer[b..self.buffer.len().min(b + LONGEST)]);
        if other.get(reached).is_none_or(|byte| one[reached] != *byte) {
            return 0;
        }
        let mut length = 0;
        while let (Some(one), Some(other)) = (word_at(one, length), word_at(other, length)) {
            if one != other {
                return length + (one ^ other).trailing_zeros() as usize / 8;
            }
            length += 8;
        }
        length + one[length..].iter().zip(&other[length..]).take_while(|(a, b)| a == b).count()
    }
}

/// Eight bytes at once, the first one lowest.
fn word_at(bytes: &[u8], at: usize) -> Option<u64> {
    bytes.get(at..)?.first_chunk().map(|word| u64::from_le_bytes(*word))
}
