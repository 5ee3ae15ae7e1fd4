//! Where the bytes of a text stood before.
//!
//! WHY in stretches: most of the time goes by in waiting for memory. So the places of a stretch are entered and looked up
//! all at once, where no look-up waits for another, and weighed afterwards.

use std::ops::Range;

/// No place.
const NOWHERE: u32 = u32::MAX;
/// Bytes that are read at once.
const WORD: usize = 8;
/// Places looked at: the last that begin with the same three bytes, with the same four, six and eight.
const TRIES: [usize; 4] = [1, 2, 3, 3];
/// All of them, and those of eight bytes alone.
const ALL: usize = TRIES[0] + TRIES[1] + TRIES[2] + TRIES[3];
const LONG: usize = ALL - TRIES[3];
/// So many bytes are looked up at once.
pub(super) const STRETCH: usize = 1024;

/// Places that begin with the same bytes as one place, those that share more bytes behind the others.
#[derive(Debug, Clone, Copy)]
pub(super) struct Places([u32; ALL]);

impl Places {
    /// All of them, or those alone that share eight bytes.
    pub(super) fn of(&self, long: bool) -> impl Iterator<Item = usize> {
        let from = if long { LONG } else { 0 };
        self.0[from..].iter().filter(|&&place| place != NOWHERE).map(|&place| place as usize)
    }
}

/// The places of a text, by what they begin with: those of a dictionary for good, behind it those of a piece.
#[derive(Debug)]
pub(super) struct Chains {
    three: Chain<3>,
    four: Chain<4>,
    six: Chain<6>,
    eight: Chain<8>,
}

impl Chains {
    /// The places of a dictionary.
    pub(super) fn new(dictionary: &[u8]) -> Self {
        Self {
            three: Chain::new(dictionary),
            four: Chain::new(dictionary),
            six: Chain::new(dictionary),
            eight: Chain::new(dictionary),
        }
    }

    /// Enters the places of `text` from `start` to `end`, and gives where what begins there stood before.
    pub(super) fn find(&mut self, text: &[u8], start: usize, end: usize, found: &mut Vec<Places>) {
        found.clear();
        found.resize(end - start, Places([NOWHERE; ALL]));
        let mut from = 0;
        self.three.find(text, start, found, from..from + TRIES[0]);
        from += TRIES[0];
        self.four.find(text, start, found, from..from + TRIES[1]);
        from += TRIES[1];
        self.six.find(text, start, found, from..from + TRIES[2]);
        self.eight.find(text, start, found, LONG..ALL);
    }

    /// Goes on to the next piece.
    pub(super) fn next(&mut self) {
        self.three.next();
        self.four.next();
        self.six.next();
        self.eight.next();
    }
}

/// The places of a text that begin with the same `N` bytes.
#[derive(Debug)]
struct Chain<const N: usize> {
    /// The last place in the dictionary that begins so, by hash.
    learnt: Vec<u32>,
    /// The same of the pieces, which are counted as if each lay behind the one before: so nothing need be forgotten
    /// between two. What is below `base` stands in a former piece.
    own: Vec<u32>,
    base: u32,
    /// How many bytes the dictionary has.
    dictionary: u32,
    /// The place before each place.
    before: Vec<u32>,
}

impl<const N: usize> Chain<N> {
    /// Lists are told apart by so many bits of their hash.
    const BITS: u32 = 15;

    fn new(dictionary: &[u8]) -> Self {
        let mut learnt = vec![NOWHERE; 1 << Self::BITS];
        let mut before = vec![NOWHERE; dictionary.len()];
        for ((word, at), before) in words(dictionary, 0).zip(0..).zip(&mut before) {
            *before = std::mem::replace(&mut learnt[Self::hash(word)], at);
        }
        Self { learnt, own: vec![0; 1 << Self::BITS], base: 1, dictionary: dictionary.len() as u32, before }
    }

    fn find(&mut self, text: &[u8], start: usize, found: &mut [Places], own: Range<usize>) {
        // What is added to a place of the piece at hand; the last few bytes of a text begin nothing.
        let shift = self.base.wrapping_sub(self.dictionary);
        self.before.resize(start + found.len(), NOWHERE);
        for ((word, at), before) in words(text, start).zip(start as u32..).zip(&mut self.before[start..]) {
            let hash = Self::hash(word);
            let last = std::mem::replace(&mut self.own[hash], at.wrapping_add(shift));
            *before = if last < self.base { self.learnt[hash] } else { last.wrapping_sub(shift) };
        }
        for (found, before) in found.iter_mut().zip(&self.before[start..]) {
            found.0[own.start] = *before;
        }
        for step in own.start + 1..own.end {
            for found in found.iter_mut() {
                found.0[step] = self.before.get(found.0[step - 1] as usize).copied().unwrap_or(NOWHERE);
            }
        }
    }

    /// Goes on to the next piece.
    fn next(&mut self) {
        let past = (self.before.len() as u32).saturating_sub(self.dictionary);
        self.before.truncate(self.dictionary as usize);
        self.base = self.base.saturating_add(past);
        // Long before places can no longer be counted.
        if self.base > u32::MAX / 2 {
            self.own.fill(0);
            self.base = 1;
        }
    }

    fn hash(word: u64) -> usize {
        let key = word << (64 - 8 * N);
        (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - Self::BITS)) as usize
    }
}

/// The eight bytes at each place from `start` on.
fn words(text: &[u8], start: usize) -> impl Iterator<Item = u64> {
    text.get(start..).unwrap_or_default().windows(WORD).map(|window| word(window, 0).unwrap_or(0))
}

/// How many bytes two texts share at their beginning.
pub(super) fn common(one: &[u8], other: &[u8]) -> usize {
    let mut length = 0;
    while let (Some(a), Some(b)) = (word(one, length), word(other, length)) {
        if a != b {
            return length + (a ^ b).trailing_zeros() as usize / 8;
        }
        length += WORD;
    }
    length + one[length..].iter().zip(&other[length..]).take_while(|(a, b)| a == b).count()
}

/// Eight bytes at once, the first one lowest.
fn word(bytes: &[u8], at: usize) -> Option<u64> {
    bytes.get(at..)?.first_chunk().map(|word| u64::from_le_bytes(*word))
}
