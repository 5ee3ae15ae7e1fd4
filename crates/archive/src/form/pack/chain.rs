//! Where the bytes of a text stood before.
//!
//! WHY in stretches: most of the time goes by in waiting for memory. So the places of a stretch are entered and looked up
//! all at once, where no look-up waits for another, and weighed afterwards.

/// No place.
pub(super) const NOWHERE: u32 = u32::MAX;
/// Bytes that are read at once.
const WORD: usize = 8;
/// So many bytes are looked up at once.
pub(super) const STRETCH: usize = 1024;

/// What is looked up: the last places that begin with the same bytes, how many bytes that are, and how many places.
/// Those of the most bytes come last.
pub(super) type Tries = &'static [(usize, usize)];
/// What short matches would hold is mostly written as words, where these have codes of their own.
pub(super) const WITH_WORDS: Tries = &[(5, 1), (8, 2)];
pub(super) const WITHOUT_WORDS: Tries = &[(3, 1), (4, 2), (6, 2)];
/// Finds more, and takes longer.
pub(super) const THOROUGH: Tries = &[(3, 1), (5, 2), (8, 6)];

/// The places of a text, by what they begin with: those of a dictionary for good, behind it those of a piece.
#[derive(Debug)]
pub(super) struct Chains {
    chains: Vec<Chain>,
    /// How many places are looked at for each byte, and how many of them do not share the most bytes.
    all: usize,
    long: usize,
    found: Vec<u32>,
}

impl Chains {
    /// The places of a dictionary.
    pub(super) fn new(dictionary: &[u8], tries: Tries) -> Self {
        let all = tries.iter().map(|(_, tries)| tries).sum();
        let long = all - tries.last().map_or(0, |&(_, tries)| tries);
        let chains = tries.iter().map(|&(bytes, tries)| Chain::new(dictionary, bytes, tries)).collect();
        Self { chains, all, long, found: Vec::new() }
    }

    /// Enters the places of `text` from `start` to `end`, and finds where what begins there stood before.
    pub(super) fn find(&mut self, text: &[u8], start: usize, end: usize) {
        self.found.clear();
        self.found.resize((end - start) * self.all, NOWHERE);
        let mut from = 0;
        for chain in &mut self.chains {
            chain.find(text, start, &mut self.found, self.all, from);
            from += chain.tries;
        }
    }

    /// The places that begin as the `nth` byte of those found does, those that share more bytes behind the others; or
    /// those alone that share the most.
    #[expect(
        clippy::indexing_slicing,
        reason = "`find` made room for `all` places a byte, and who asks counts the bytes it was given"
    )]
    pub(super) fn places(&self, nth: usize, long: bool) -> &[u32] {
        let from = nth * self.all;
        &self.found[from + if long { self.long } else { 0 }..from + self.all]
    }

    /// Goes on to the next piece.
    pub(super) fn next(&mut self) {
        self.chains.iter_mut().for_each(Chain::next);
    }
}

/// The places of a text that begin with the same few bytes.
#[derive(Debug)]
struct Chain {
    /// How far a word is shifted so that those bytes are left, and how many places are looked at.
    shift: u32,
    tries: usize,
    /// The last place in the dictionary that begins so, by hash.
    learnt: Vec<u32>,
    /// The same of the pieces, which are counted as if each lay behind the one before: so nothing need be forgotten
    /// between two. What is below `base` stands in a former piece.
    own: Vec<u32>,
    base: u32,
    /// How many bytes the dictionary has, and the piece at hand.
    dictionary: u32,
    piece: u32,
    /// The place before each place; kept where more than one is looked at.
    before: Vec<u32>,
}

impl Chain {
    /// Lists are told apart by so many bits of their hash.
    const BITS: u32 = 15;

    fn new(dictionary: &[u8], bytes: usize, tries: usize) -> Self {
        let (learnt, own) = (vec![NOWHERE; 1 << Self::BITS], vec![0; 1 << Self::BITS]);
        let before = vec![NOWHERE; if tries > 1 { dictionary.len() } else { 0 }];
        let mut chain = Self {
            shift: 64 - 8 * bytes as u32,
            tries,
            learnt,
            own,
            base: 1,
            dictionary: dictionary.len() as u32,
            piece: 0,
            before,
        };
        for (word, at) in words(dictionary, 0).zip(0..) {
            let hash = chain.hash(word);
            #[expect(clippy::indexing_slicing, reason = "a hash has as many bits as there are places")]
            let last = std::mem::replace(&mut chain.learnt[hash], at);
            if let Some(before) = chain.before.get_mut(at as usize) {
                *before = last;
            }
        }
        chain
    }

    #[expect(
        clippy::indexing_slicing,
        reason = "a hash has as many bits as there are places, and each byte has `all` of them, of which this chain's begin at `from`"
    )]
    fn find(&mut self, text: &[u8], start: usize, found: &mut [u32], all: usize, from: usize) {
        // What is added to a place of the piece at hand; the last few bytes of a text begin nothing.
        let shift = self.base.wrapping_sub(self.dictionary);
        for ((word, at), found) in words(text, start).zip(start as u32..).zip(found.chunks_exact_mut(all)) {
            let hash = self.hash(word);
            let last = std::mem::replace(&mut self.own[hash], at.wrapping_add(shift));
            found[from] = if last < self.base { self.learnt[hash] } else { last.wrapping_sub(shift) };
        }
        self.piece = (start + found.len() / all) as u32 - self.dictionary;
        if self.tries > 1 {
            self.before.resize(start, NOWHERE);
            self.before.extend(found.chunks_exact(all).map(|found| found[from]));
            for found in found.chunks_exact_mut(all) {
                for step in from + 1..from + self.tries {
                    found[step] = self.before.get(found[step - 1] as usize).copied().unwrap_or(NOWHERE);
                }
            }
        }
    }

    /// Goes on to the next piece.
    fn next(&mut self) {
        self.before.truncate(self.dictionary as usize);
        self.base = self.base.saturating_add(std::mem::take(&mut self.piece));
        // Long before places can no longer be counted.
        if self.base > u32::MAX / 2 {
            self.own.fill(0);
            self.base = 1;
        }
    }

    fn hash(&self, word: u64) -> usize {
        ((word << self.shift).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - Self::BITS)) as usize
    }
}

/// The eight bytes at each place from `start` on.
fn words(text: &[u8], start: usize) -> impl Iterator<Item = u64> {
    text.get(start..).unwrap_or_default().windows(WORD).map(|window| word(window, 0).unwrap_or(0))
}

/// How many bytes two texts share at their beginning.
#[expect(clippy::indexing_slicing, reason = "both have all the words that were compared")]
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
