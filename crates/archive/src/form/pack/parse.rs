//! Writes a piece as bytes and matches, in the way that costs the fewest bits.

use super::chain::{Chains, Places, STRETCH, common};
use super::prefix::{Lengths, codes};
use super::{BACKS, DISTANCES, LONGEST, Model, SHORTEST, SYMBOLS, bucket, width};
use crate::form::bits::BitWriter;

/// What shorter matches cost is kept in a table.
const TABLED: usize = 64;
/// Within a match that goes on for more bytes only long ones are looked for.
const HELD: usize = 6;
/// A match that is longer is taken without weighing.
const GOOD: usize = 128;
/// No match looks back farther: distances have so many symbols.
const FARTHEST: usize = 1 << 23;

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
    /// What each symbol costs in bits, by context.
    symbols: Vec<[u8; SYMBOLS]>,
    /// What the length of a match costs in bits, further ones included: of each context, of the shorter lengths.
    lengths: Vec<[u32; TABLED]>,
    /// What a distance costs, by the table of the match's length and the distance's symbol.
    backs: Vec<Vec<u32>>,
    /// The dictionary, and the piece at hand behind it.
    buffer: Vec<u8>,
    /// Where its bytes stand.
    chains: Chains,
    /// The same of the stretch at hand.
    found: Vec<Places>,
    /// How each byte of the piece at hand is reached at the least cost.
    ways: Vec<Way>,
}

/// A way to a byte of a piece.
#[derive(Debug, Clone, Copy)]
struct Way {
    cost: u32,
    /// The length of its last step, which is 1 for a byte, and the distance of that, 0 for a byte.
    length: u32,
    distance: u32,
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
        Self {
            model,
            codes: model.lengths.iter().map(codes).collect(),
            symbols: next.iter().map(|next| std::array::from_fn(|symbol| next[symbol])).collect(),
            lengths: next.iter().map(|next| std::array::from_fn(|own| length(next, own))).collect(),
            backs: back.iter().map(back_costs).collect(),
            buffer: model.dictionary.clone(),
            chains: Chains::new(&model.dictionary),
            found: Vec::new(),
            ways: Vec::new(),
        }
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

    /// The steps that write a piece at the least cost.
    pub(super) fn tokens(&mut self, piece: &[u8]) -> Vec<Token> {
        let start = self.model.dictionary.len();
        self.buffer.truncate(start);
        self.buffer.extend_from_slice(piece);
        self.ways.clear();
        self.ways.resize(piece.len() + 1, Way { cost: u32::MAX, length: 1, distance: 0 });
        self.ways[0].cost = 0;
        let mut found = std::mem::take(&mut self.found);
        let (mut at, mut farthest) = (0, 0);
        for first in (0..piece.len()).step_by(STRETCH) {
            let end = piece.len().min(first + STRETCH);
            self.chains.find(&self.buffer, start + first, start + end, &mut found);
            while at < end {
                let Way { cost, length, .. } = self.ways[at];
                let context = self.model.context(at.checked_sub(1).map(|before| &piece[before]), length > 1);
                let byte = cost + u32::from(self.symbols[context][usize::from(piece[at])]);
                self.reach(at + 1, Way { cost: byte, length: 1, distance: 0 });
                let mut reached = SHORTEST - 1;
                // What a match holds already is written better by a longer one only.
                for place in found[at - first].of(farthest > at + HELD) {
                    reached = self.weigh(at, context, place, reached);
                }
                farthest = farthest.max(at + reached);
                at += if reached >= GOOD { reached } else { 1 };
            }
        }
        self.found = found;
        self.chains.next();
        let mut tokens = Vec::new();
        let mut at = piece.len();
        while at > 0 {
            let Way { length, distance, .. } = self.ways[at];
            at -= length as usize;
            tokens.push(match distance {
                0 => Token::Byte(piece[at]),
                _ => Token::Match { length: length as usize, distance: distance as usize },
            });
        }
        tokens.reverse();
        tokens
    }

    /// Weighs the matches with a place that are longer than `reached`, and says how long they become.
    fn weigh(&mut self, at: usize, context: usize, there: usize, reached: usize) -> usize {
        let here = self.model.dictionary.len() + at;
        let distance = here.wrapping_sub(there);
        // A longer match shares the byte behind what was reached; most places do not.
        let Some(&wanted) = self.buffer.get(here + reached) else { return reached };
        if distance > FARTHEST || self.buffer[there + reached] != wanted {
            return reached;
        }
        let longest = common(&self.buffer[here..self.buffer.len().min(here + LONGEST)], &self.buffer[there..]);
        if longest <= reached {
            return reached;
        }
        let (back, ..) = bucket(distance - 1);
        let backs: [u32; BACKS] = std::array::from_fn(|table| self.backs[table][back]);
        let cost = self.ways[at].cost;
        for length in reached + 1..=longest {
            let own = self.lengths[context].get(length).copied().unwrap_or_else(|| {
                let (symbol, _, more) = bucket(length - SHORTEST);
                u32::from(self.symbols[context][256 + symbol]) + more
            });
            let cost = cost + own + backs[(length - SHORTEST).min(BACKS - 1)];
            self.reach(at + length, Way { cost, length: length as u32, distance: distance as u32 });
        }
        longest
    }

    /// Notes that a byte can be reached so.
    fn reach(&mut self, at: usize, way: Way) {
        if way.cost < self.ways[at].cost {
            self.ways[at] = way;
        }
    }
}
