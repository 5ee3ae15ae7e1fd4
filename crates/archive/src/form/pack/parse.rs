//! Writes a piece as bytes and matches, in the way that costs the fewest bits.

use super::prefix::{Lengths, codes};
use super::{BACKS, DISTANCES, LONGEST, Model, SHORTEST, bucket, width};
use crate::form::bits::BitWriter;

/// Places that begin with the same four bytes are looked at, the nearest first, this many times.
const CHAIN: usize = 24;
/// In a match that goes on for more bytes fewer places are looked at.
const HELD: usize = 12;
/// A match that is longer is taken without weighing.
const GOOD: usize = 128;
/// What shorter matches cost is kept in a table.
const TABLED: usize = 64;
/// No match looks back farther: distances have so many symbols.
const FARTHEST: usize = 1 << 23;
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
    /// What the length of a match costs in bits, further ones included: of each context, of the shorter lengths.
    lengths: Vec<[u32; TABLED]>,
    /// What a distance costs, by the table of the match's length and the distance's symbol.
    backs: Vec<Vec<u32>>,
    /// The dictionary, and the piece at hand behind it.
    buffer: Vec<u8>,
    /// Where three bytes stand last, and where four do.
    three: Last<3>,
    four: Last<4>,
    /// The place with the same four bytes before each place.
    before: Vec<u32>,
    /// The least cost of reaching each byte of the piece at hand, and the step that reaches it: its length, which is
    /// 1 for a byte, and its distance.
    costs: Vec<u32>,
    steps: Vec<(u32, u32)>,
}

/// Where each sequence of `N` bytes stands last, by hash.
#[derive(Debug)]
struct Last<const N: usize> {
    places: Vec<u32>,
    /// The same as the dictionary alone leaves it.
    learnt: Vec<u32>,
}

impl<const N: usize> Last<N> {
    const BITS: u32 = 12 + N as u32;

    fn new() -> Self {
        Self { places: vec![NOWHERE; 1 << Self::BITS], learnt: Vec::new() }
    }

    fn hash(buffer: &[u8], at: usize) -> Option<usize> {
        let bytes: &[u8; N] = buffer.get(at..)?.first_chunk()?;
        let key = bytes.iter().fold(0, |key, &byte| key << 8 | u32::from(byte));
        Some((key.wrapping_mul(0x9e37_79b1) >> (32 - Self::BITS)) as usize)
    }

    /// Enters a place, and gives the one that was the last.
    fn enter(&mut self, buffer: &[u8], at: usize) -> u32 {
        Self::hash(buffer, at).map_or(NOWHERE, |hash| std::mem::replace(&mut self.places[hash], at as u32))
    }

    /// Forgets the places from `start` on.
    fn forget(&mut self, buffer: &[u8], start: usize) {
        for hash in (start..buffer.len()).map_while(|at| Self::hash(buffer, at)) {
            self.places[hash] = self.learnt[hash];
        }
    }
}

impl<'m> Packer<'m> {
    pub(crate) fn new(model: &'m Model) -> Self {
        let (next, back) = model.lengths.split_at(model.codes());
        let length = |next: &Lengths, length: usize| {
            let (symbol, _, more) = bucket(length.saturating_sub(SHORTEST));
            u32::from(next[256 + symbol]) + more
        };
        let widths: Vec<u32> = (0..DISTANCES).map(width).collect();
        let back_costs =
            |lengths: &Lengths| lengths.iter().zip(&widths).map(|(&own, more)| u32::from(own) + more).collect();
        let mut new = Self {
            model,
            codes: model.lengths.iter().map(codes).collect(),
            lengths: next.iter().map(|next| std::array::from_fn(|own| length(next, own))).collect(),
            backs: back.iter().map(back_costs).collect(),
            buffer: model.dictionary.clone(),
            three: Last::new(),
            four: Last::new(),
            before: Vec::new(),
            costs: Vec::new(),
            steps: Vec::new(),
        };
        for at in 0..new.buffer.len() {
            new.enter(at);
        }
        new.three.learnt = new.three.places.clone();
        new.four.learnt = new.four.places.clone();
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
        self.costs.clear();
        self.costs.resize(piece.len() + 1, u32::MAX);
        self.costs[0] = 0;
        self.steps.clear();
        self.steps.resize(piece.len() + 1, (1, 0));
        let (mut at, mut farthest) = (0, 0);
        while at < piece.len() {
            let matched = self.steps[at].0 > 1;
            let context = self.model.context(at.checked_sub(1).map(|before| &piece[before]), matched);
            let byte = self.costs[at] + u32::from(self.model.lengths[context][usize::from(piece[at])]);
            self.reach(at + 1, byte, (1, 0));
            // Three bytes pay where they stood a short while ago only.
            let near = Last::<3>::hash(&self.buffer, start + at).map_or(NOWHERE, |hash| self.three.places[hash]);
            let mut reached = self.weigh(at, context, near, SHORTEST - 1);
            let mut far = Last::<4>::hash(&self.buffer, start + at).map_or(NOWHERE, |hash| self.four.places[hash]);
            // What a long match holds already is hardly written better from its middle.
            let tries = if farthest > at + HELD { CHAIN / 4 } else { CHAIN };
            for _ in 0..tries {
                // A longer match shares the byte behind what was reached; most places do not.
                let Some(&wanted) = self.buffer.get(start + at + reached) else { break };
                if far == NOWHERE || reached >= GOOD {
                    break;
                }
                if self.buffer[far as usize + reached] == wanted {
                    reached = self.weigh(at, context, far, reached);
                }
                far = self.before[far as usize];
            }
            farthest = farthest.max(at + reached);
            let step = if reached >= GOOD { reached } else { 1 };
            for _ in 0..step {
                self.enter(start + at);
                at += 1;
            }
        }
        self.three.forget(&self.buffer, start);
        self.four.forget(&self.buffer, start);
        let mut tokens = Vec::new();
        let mut at = piece.len();
        while at > 0 {
            let (length, distance) = self.steps[at];
            at -= length as usize;
            tokens.push(match distance {
                0 => Token::Byte(piece[at]),
                _ => Token::Match { length: length as usize, distance: distance as usize },
            });
        }
        tokens.reverse();
        tokens
    }

    /// Weighs the matches with a candidate that are longer than `reached`, and says how long they become.
    fn weigh(&mut self, at: usize, context: usize, candidate: u32, reached: usize) -> usize {
        let here = self.model.dictionary.len() + at;
        let distance = here.wrapping_sub(candidate as usize);
        if candidate == NOWHERE || distance > FARTHEST {
            return reached;
        }
        let length = self.longer_than(reached, candidate as usize, here);
        if length <= reached {
            return reached;
        }
        let (back, ..) = bucket(distance - 1);
        let cost = self.costs[at];
        for length in reached + 1..=length {
            let table = (length - SHORTEST).min(BACKS - 1);
            let own = self.lengths[context].get(length).copied().unwrap_or_else(|| {
                let (symbol, _, more) = bucket(length - SHORTEST);
                u32::from(self.model.lengths[context][256 + symbol]) + more
            });
            self.reach(at + length, cost + own + self.backs[table][back], (length as u32, distance as u32));
        }
        length
    }

    /// Notes that a byte can be reached at a cost.
    fn reach(&mut self, at: usize, cost: u32, step: (u32, u32)) {
        if cost < self.costs[at] {
            (self.costs[at], self.steps[at]) = (cost, step);
        }
    }

    fn enter(&mut self, at: usize) {
        self.three.enter(&self.buffer, at);
        let before = self.four.enter(&self.buffer, at);
        self.before.push(before);
    }

    /// How many bytes two places share, up to the longest match, or none where they do not share more than `reached`:
    /// most do not, which the byte behind those tells at once.
    fn longer_than(&self, reached: usize, a: usize, b: usize) -> usize {
        if b + reached >= self.buffer.len() || self.buffer[a + reached] != self.buffer[b + reached] {
            return 0;
        }
        let (one, other) = (&self.buffer[a..], &self.buffer[b..self.buffer.len().min(b + LONGEST)]);
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
