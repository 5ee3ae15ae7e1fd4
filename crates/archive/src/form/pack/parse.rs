//! Writes a piece as bytes and matches, in the way that costs the fewest bits.

use super::chain::{Chains, NOWHERE, STRETCH, THOROUGH, Tries, WITH_WORDS, WITHOUT_WORDS, common};
use super::kept::Before;
use super::prefix::{Lengths, codes};
use super::words::Words;
use super::{BACKS, DISTANCES, LONGEST, Model, SHORTEST, SYMBOLS, WORD, bucket, width};
use crate::form::bits::BitWriter;

/// What shorter matches cost is kept in a table.
const TABLED: usize = 64;
/// Within a match that goes on for more bytes only long ones are looked for, which go on behind its end.
const HELD: usize = 6;
/// A match that is longer is taken without weighing.
const GOOD: usize = 128;
/// No match looks back farther: distances have so many symbols.
const FARTHEST: usize = 1 << 23;
/// From here on the distance of a way is the number of a word.
const WORDS: u32 = 1 << 31;

/// One step of a piece: a byte, a word with a code of its own, or what stood before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token {
    Byte(u8),
    Word { number: usize, length: usize },
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
    /// The words that have codes of their own.
    words: Words,
    /// The dictionary, and the piece at hand behind it.
    buffer: Vec<u8>,
    /// Where its bytes stand.
    chains: Chains,
    /// Whether all that is found is weighed.
    thorough: bool,
    /// How each byte of the piece at hand is reached at the least cost.
    ways: Vec<Way>,
    /// What was packed with the model before.
    pub(super) before: Option<Before<'m>>,
}

/// A way to a byte of a piece.
#[derive(Debug, Clone, Copy)]
struct Way {
    cost: u32,
    /// The length of its last step, which is 1 for a byte, and the distance of that: 0 for a byte, from [`WORDS`] on a
    /// word.
    length: u32,
    distance: u32,
}

#[expect(
    clippy::indexing_slicing,
    reason = "codes and costs are made of the model's own lengths, which hold every symbol; a piece has a way to each of its ends, and no step leads beyond the last"
)]
impl<'m> Packer<'m> {
    pub(crate) fn new(model: &'m Model) -> Self {
        Self::trying(model, if model.words.is_empty() { WITHOUT_WORDS } else { WITH_WORDS }, false)
    }

    /// Whether all that is found is weighed.
    pub(super) fn is_thorough(&self) -> bool {
        self.thorough
    }

    /// What it packs with.
    pub(super) fn model(&self) -> &'m Model {
        self.model
    }

    /// Packs a few hundredths smaller, in twice the time.
    pub(crate) fn thorough(model: &'m Model) -> Self {
        Self::trying(model, THOROUGH, true)
    }

    fn trying(model: &'m Model, tries: Tries, thorough: bool) -> Self {
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
            words: Words::new((0..).map_while(|word| model.word(word))),
            buffer: model.dictionary.clone(),
            chains: Chains::new(&model.dictionary, tries),
            thorough,
            ways: Vec::new(),
            before: None,
        }
    }

    /// The bytes of a piece that was not packed before.
    pub(super) fn pack_anew(&mut self, piece: &[u8]) -> Vec<u8> {
        let mut bits = BitWriter::default();
        let contexts = self.model.codes();
        let (mut at, mut matched) = (0usize, false);
        for token in self.tokens(piece) {
            let context = self.model.context(at.checked_sub(1).and_then(|before| piece.get(before)), matched);
            matched = !matches!(token, Token::Byte(_));
            let mut put = |table: usize, symbol: usize| {
                bits.put(self.codes[table][symbol], u32::from(self.model.lengths[table][symbol]));
            };
            match token {
                Token::Byte(byte) => {
                    put(context, usize::from(byte));
                    at += 1;
                }
                Token::Word { number, length } => {
                    put(context, WORD);
                    put(contexts + BACKS, number);
                    at += length;
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
        let words = &self.model.lengths[self.model.codes() + BACKS];
        let (mut at, mut farthest) = (0, 0);
        for first in (0..piece.len()).step_by(STRETCH) {
            let end = piece.len().min(first + STRETCH);
            self.chains.find(&self.buffer, start + first, start + end);
            while at < end {
                let Way { cost, length, .. } = self.ways[at];
                let context = self.model.context(at.checked_sub(1).map(|before| &piece[before]), length > 1);
                let costs = Costs {
                    so_far: cost,
                    symbols: &self.symbols[context],
                    lengths: &self.lengths[context],
                    backs: &self.backs,
                };
                let ways = &mut self.ways[at..];
                let byte = cost + u32::from(costs.symbols[usize::from(piece[at])]);
                if byte < ways[1].cost {
                    ways[1] = Way { cost: byte, length: 1, distance: 0 };
                }
                if piece[at] == b' ' {
                    let cost = cost + u32::from(costs.symbols[WORD]);
                    self.words.at(&piece[at..], |word, length| {
                        let cost = cost + u32::from(words[word]);
                        if cost < ways[length].cost {
                            ways[length] = Way { cost, length: length as u32, distance: WORDS + word as u32 };
                        }
                    });
                }
                // What a match holds already is written better by one that goes on behind its end, mostly.
                let held = farthest > at + HELD;
                let mut reached = if held && !self.thorough { farthest - at } else { SHORTEST - 1 };
                for &place in self.chains.places(at - first, held) {
                    if place != NOWHERE {
                        reached = costs.weigh(&self.buffer, start + at, place as usize, reached, ways);
                    }
                }
                farthest = farthest.max(at + reached);
                at += if reached >= GOOD { reached } else { 1 };
            }
        }
        self.chains.next();
        let mut tokens = Vec::new();
        let mut at = piece.len();
        while at > 0 {
            let Way { length, distance, .. } = self.ways[at];
            at -= length as usize;
            tokens.push(match distance {
                0 => Token::Byte(piece[at]),
                WORDS.. => Token::Word { number: (distance - WORDS) as usize, length: length as usize },
                _ => Token::Match { length: length as usize, distance: distance as usize },
            });
        }
        tokens.reverse();
        tokens
    }
}

/// What goes on from a byte costs.
struct Costs<'p> {
    /// To that byte.
    so_far: u32,
    /// Each symbol, and the shorter lengths of matches.
    symbols: &'p [u8; SYMBOLS],
    lengths: &'p [u32; TABLED],
    /// Distances, by the table of the match's length.
    backs: &'p [Vec<u32>],
}

#[expect(
    clippy::indexing_slicing,
    reason = "every length and distance that may be has its symbol, and a match ends where the buffer does, up to which there are ways"
)]
impl Costs<'_> {
    /// A match of this length, but for its distance.
    fn length(&self, length: usize) -> u32 {
        self.lengths.get(length).copied().unwrap_or_else(|| {
            let (symbol, _, more) = bucket(length - SHORTEST);
            u32::from(self.symbols[256 + symbol]) + more
        })
    }

    /// Weighs the matches of what stands `here` with a place that are longer than `reached`, and says how long they
    /// become. The ways are those from `here` on.
    fn weigh(&self, buffer: &[u8], here: usize, there: usize, reached: usize, ways: &mut [Way]) -> usize {
        let distance = here.wrapping_sub(there);
        // A longer match shares the byte behind what was reached; most places do not.
        let Some(&wanted) = buffer.get(here + reached) else { return reached };
        if distance > FARTHEST || buffer[there + reached] != wanted {
            return reached;
        }
        let longest = common(&buffer[here..buffer.len().min(here + LONGEST)], &buffer[there..]);
        if longest <= reached {
            return reached;
        }
        let (back, ..) = bucket(distance - 1);
        let backs: [u32; BACKS] = std::array::from_fn(|table| self.so_far + self.backs[table][back]);
        for (length, way) in (reached + 1..).zip(&mut ways[reached + 1..=longest]) {
            let cost = self.length(length) + backs[(length - SHORTEST).min(BACKS - 1)];
            if cost < way.cost {
                *way = Way { cost, length: length as u32, distance: distance as u32 };
            }
        }
        longest
    }
}
