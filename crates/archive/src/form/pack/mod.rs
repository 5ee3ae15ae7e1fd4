//! Packing of many small pieces that are alike: each can be unpacked alone, and all share what they have in common.
//!
//! An article of 2 kB packed by itself keeps half of its size: a general packer has to tell it anew how Indonesian is
//! written. So an archive holds one [`Model`] for each kind of piece, learnt from its oldest articles: a dictionary of
//! stretches that come again and again, and how often each byte follows which, and frequent words by number (`words`). A piece is then single bytes, words and
//! matches (J. Ziv and A. Lempel, 1977) in prefix codes (D. Huffman, 1952) that need no table of their own, chosen by
//! what they cost (`parse`). ARCHITECTURE.md says what the crates for packing came to on the same text.
//!
//! Everything is whole numbers in a fixed order, so the bytes are the same wherever they are written.

mod chain;
mod kept;
mod learn;
mod parse;
mod prefix;
mod words;

use std::borrow::Cow;
use std::sync::OnceLock;

use super::bits::BitReader;
use super::many;
use super::varint::{Numbers, put};
use prefix::{Lengths, Table};

pub(crate) use learn::Wanted;
pub(super) use parse::Packer;

/// Shorter matches are not worth a reference.
const SHORTEST: usize = 3;
/// Longer matches are written as several: so a piece never grows to more than some thousand times its bytes.
const LONGEST: usize = 1000;
/// Symbols behind the 256 bytes: the lengths of matches.
const LENGTHS: usize = 34;
/// Behind those: one of the words that have codes of their own.
const WORD: usize = 256 + LENGTHS;
const SYMBOLS: usize = WORD + 1;
/// No more words have codes of their own.
const MOST_WORDS: usize = 4000;
/// Symbols for distances.
const DISTANCES: usize = 56;
/// Matches of 3, of 4 and of more bytes look back by different distances.
const BACKS: usize = 3;

/// Pieces of one kind are learnt from at most so many bytes where they are packed alone.
const LEARNT: usize = 96 * 1024;
/// Such a piece is written twice, in codes for so many bytes and in the same codes behind all, which numbers and short
/// pieces are shorter in; the shorter one stays.
const ALONE_CONTEXTS: usize = 40;

/// What pieces of one kind have in common.
#[derive(Debug, Clone, Default)]
pub(crate) struct Model {
    dictionary: Vec<u8>,
    /// Where the words begin that have codes of their own, and the last one ends: the dictionary begins with them, each
    /// behind its space.
    words: Vec<usize>,
    /// Bytes that have codes of their own for what follows them; behind any other byte the first codes hold. As many
    /// codes again hold behind a match.
    contexts: Vec<u8>,
    /// Which codes hold behind a byte.
    context: Vec<u8>,
    /// The lengths of all codes: of what comes next, by context; of how far back, by the length of the match; of the words.
    lengths: Vec<Lengths>,
    /// What decodes them, each from when it is first needed: a piece that is read needs few of them, an archive that is
    /// opened none.
    tables: Vec<OnceLock<Table>>,
}

impl Model {
    /// A dictionary that begins with its words and a space, and the lengths of all codes: what comes next, by context; how
    /// far back; the words.
    fn new(dictionary: Vec<u8>, contexts: Vec<u8>, lengths: Vec<Lengths>) -> Self {
        let mut context = vec![0; 256];
        #[expect(clippy::indexing_slicing, reason = "a byte is below 256")]
        contexts.iter().zip(1..).for_each(|(&byte, i)| context[usize::from(byte)] = i);
        let spaces = dictionary.iter().enumerate().filter(|(_, byte)| **byte == b' ').map(|(at, _)| at);
        let words = spaces.take(1 + lengths.last().map_or(0, Vec::len)).collect();
        let tables = lengths.iter().map(|_| OnceLock::new()).collect();
        Self { dictionary, words, contexts, context, lengths, tables }
    }

    /// Its bytes: how many contexts and words, the contexts, the lengths of all codes, the dictionary.
    pub(super) fn write(&self) -> Vec<u8> {
        let mut out = Vec::new();
        put(self.contexts.len() as u64, &mut out);
        put(self.lengths.last().map_or(0, Vec::len) as u64, &mut out);
        out.extend_from_slice(&self.contexts);
        self.lengths.iter().for_each(|lengths| prefix::write(lengths, &mut out));
        out.extend_from_slice(&self.dictionary);
        out
    }

    /// Reads what [`Model::write`] wrote; `None` where it makes no sense.
    pub(super) fn read(bytes: &[u8]) -> Option<Self> {
        let mut numbers = Numbers::new(bytes);
        let count = numbers.next().filter(|&count| count < 256)?;
        let words = numbers.next().filter(|&words| words as usize <= MOST_WORDS)? as usize;
        let contexts = numbers.take(count)?.to_vec();
        let sizes = std::iter::repeat_n(SYMBOLS, 2 * (contexts.len() + 1)).chain([DISTANCES; BACKS]).chain([words]);
        let lengths = sizes.map(|size| prefix::read(&mut numbers, size)).collect::<Option<_>>()?;
        Some(Self::new(numbers.rest().to_vec(), contexts, lengths))
    }

    /// A word with a code of its own, by number.
    fn word(&self, word: usize) -> Option<&[u8]> {
        self.dictionary.get(*self.words.get(word)?..*self.words.get(word + 1)?)
    }

    /// How many codes there are for what comes next.
    fn codes(&self) -> usize {
        2 * (self.contexts.len() + 1)
    }

    /// Which codes hold behind a byte, that a match ended with or not.
    fn context(&self, before: Option<&u8>, matched: bool) -> usize {
        let own = before.and_then(|&byte| self.context.get(usize::from(byte))).map_or(0, |&i| usize::from(i));
        own * 2 + usize::from(matched)
    }

    /// The next symbol of one of the codes.
    fn read_symbol(&self, code: usize, bits: &mut BitReader<'_>) -> Option<usize> {
        let table = self.tables.get(code)?;
        table.get_or_init(|| self.lengths.get(code).map_or_else(Table::default, Table::new)).read(bits)
    }

    /// The `length` bytes of a piece; `None` where its bytes make no sense.
    pub(super) fn unpack(&self, piece: &[u8], length: usize) -> Option<Vec<u8>> {
        self.unpack_to(piece, length, length)
    }

    /// The first bytes of a piece of `length`: `end` of them or, where a match reaches farther, a few more.
    pub(super) fn unpack_to(&self, piece: &[u8], end: usize, length: usize) -> Option<Vec<u8>> {
        let mut bits = BitReader::new(piece);
        let mut out: Vec<u8> = Vec::with_capacity(end.min(64 * 1024));
        let mut matched = false;
        while out.len() < end {
            let symbol = self.read_symbol(self.context(out.last(), matched), &mut bits)?;
            matched = symbol > 255;
            if let Ok(byte) = u8::try_from(symbol) {
                out.push(byte);
            } else if symbol == WORD {
                let word = self.word(self.read_symbol(self.codes() + BACKS, &mut bits)?)?;
                if word.len() > LONGEST.min(length - out.len()) {
                    return None;
                }
                out.extend_from_slice(word);
            } else {
                let count = bucket_value(symbol - 256, &mut bits)? + SHORTEST;
                let back = self.read_symbol(self.codes() + (count - SHORTEST).min(BACKS - 1), &mut bits)?;
                let distance = bucket_value(back, &mut bits)?.checked_add(1)?;
                if count > LONGEST || count > length - out.len() {
                    return None;
                }
                self.copy(&mut out, distance, count)?;
            }
            if bits.is_over() {
                return None;
            }
        }
        Some(out)
    }

    /// Appends what stands `distance` back, in the dictionary where that is before the beginning.
    fn copy(&self, out: &mut Vec<u8>, distance: usize, count: usize) -> Option<()> {
        let mut left = count;
        if let Some(before) = distance.checked_sub(out.len()).filter(|&before| before > 0) {
            let start = self.dictionary.len().checked_sub(before)?;
            let here = self.dictionary.get(start..self.dictionary.len().min(start + count))?;
            out.extend_from_slice(here);
            left -= here.len();
        }
        while left > 0 {
            let start = out.len().checked_sub(distance)?;
            // A match may reach into what it writes itself.
            let here = left.min(distance);
            out.extend_from_within(start..start + here);
            left -= here;
        }
        Some(())
    }
}

/// A piece that has no others like it, with the model it needs; as it is where it is small or is to stay so.
pub(super) fn alone(bytes: Vec<u8>, packed: bool) -> Vec<u8> {
    if !packed || bytes.len() < 1024 {
        let mut out = vec![0];
        out.extend(bytes);
        return out;
    }
    // Evenly drawn stretches, each long enough to hold its own matches.
    let stretch = 4096;
    let samples: Vec<&[u8]> = bytes.chunks(stretch).step_by(1 + bytes.len() / LEARNT).collect();
    let with = |contexts: usize| {
        let model = Model::learn(&[], &samples, Wanted { contexts, ..Wanted::default() });
        let mut out = vec![1];
        let written = model.write();
        put(bytes.len() as u64, &mut out);
        put(written.len() as u64, &mut out);
        out.extend(written);
        out.extend(Packer::new(&model).pack(&bytes));
        out
    };
    let (plain, told_apart) = many::both(|| with(0), || with(ALONE_CONTEXTS));
    if plain.len() <= told_apart.len() { plain } else { told_apart }
}

/// The bytes that [`alone`] was given.
pub(crate) fn unpack_alone(piece: &[u8]) -> Option<Cow<'_, [u8]>> {
    let (&how, rest) = piece.split_first()?;
    if how == 0 {
        return Some(Cow::Borrowed(rest));
    }
    let mut numbers = Numbers::new(rest);
    let (length, model) = (numbers.next()?, numbers.next()?);
    let model = Model::read(numbers.take(model)?)?;
    model.unpack(numbers.rest(), length as usize).map(Cow::Owned)
}

/// The symbol of a number, and the bits that say which of the symbol's numbers it is: value and width.
fn bucket(number: usize) -> (usize, u32, u32) {
    let number = number as u32;
    if number < 16 {
        return (number as usize, 0, 0);
    }
    let power = number.ilog2();
    let symbol = 16 + (power - 4) * 2 + (number >> (power - 1) & 1);
    (symbol as usize, number & ((1 << (power - 1)) - 1), power - 1)
}

/// How many further bits a symbol of [`bucket`] has.
fn width(symbol: usize) -> u32 {
    symbol.checked_sub(16).map_or(0, |above| above as u32 / 2 + 3)
}

/// The number of a symbol whose further bits are read.
fn bucket_value(symbol: usize, bits: &mut BitReader<'_>) -> Option<usize> {
    if symbol < 16 {
        return Some(symbol);
    }
    let more = width(symbol);
    if more > 22 {
        return None;
    }
    Some(((2 | symbol as u32 & 1) << more | bits.take(more)) as usize)
}

#[cfg(test)]
mod tests {
    use super::{Model, Packer, Wanted, bucket, bucket_value};
    use crate::form::bits::{BitReader, BitWriter};

    fn samples() -> Vec<Vec<u8>> {
        let place = ["pasar", "kantor desa", "balai kota", "sekolah"];
        let text = |i: usize| {
            let (a, b) = (place[i % 4], place[i * 7 % 3]);
            format!(
                "Warga {i} datang ke {a} pada hari Senin. Mereka lalu berangkat ke {b} untuk rapat nomor {}.",
                i * i
            )
        };
        (0..400).map(|i| text(i).into_bytes()).collect()
    }

    fn model(samples: &[Vec<u8>]) -> Model {
        let samples: Vec<&[u8]> = samples.iter().map(Vec::as_slice).collect();
        Model::learn(&samples, &samples, Wanted { contexts: 12, words: 8, dictionary: 1024 })
    }

    #[test]
    fn pieces_come_back_and_are_small() {
        let samples = samples();
        let model = model(&samples);
        let read = Model::read(&model.write()).expect("just written");
        let mut packer = Packer::new(&model);
        let (mut raw, mut packed) = (0, 0);
        for piece in &samples {
            let bytes = packer.pack(piece);
            assert_eq!(read.unpack(&bytes, piece.len()).as_ref(), Some(piece));
            (raw, packed) = (raw + piece.len(), packed + bytes.len());
        }
        assert!(packed * 4 < raw, "{packed} of {raw}");
    }

    #[test]
    fn a_piece_is_packed_the_same_whatever_was_packed_before() {
        let samples = samples();
        let model = model(&samples);
        let mut packer = Packer::new(&model);
        for piece in samples.iter().chain([&samples.concat(), &samples[3]]) {
            assert_eq!(packer.pack(piece), Packer::new(&model).pack(piece));
        }
    }

    #[test]
    fn whatever_was_not_learnt_comes_back_too() {
        let learnt = samples();
        for model in [model(&learnt), model(&[]), Model::learn(&[], &[""], Wanted::default())] {
            let mut packer = Packer::new(&model);
            let noise: Vec<u8> = (0..5000u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
            for piece in [&noise[..], &[], &[0; 70_000], &b"ab".repeat(9000), "“Kita”".as_bytes()] {
                assert_eq!(model.unpack(&packer.pack(piece), piece.len()).as_deref(), Some(piece));
            }
        }
    }

    #[test]
    fn damage_gives_other_bytes_or_none_and_never_more_than_asked() {
        let samples = samples();
        let model = model(&samples);
        let piece = Packer::new(&model).pack(&samples[9]);
        for i in 0..piece.len() {
            for bit in 0..8 {
                let mut bytes = piece.clone();
                bytes[i] ^= 1 << bit;
                assert!(model.unpack(&bytes, 200).is_none_or(|out| out.len() == 200));
            }
            assert!(model.unpack(&piece[..i], 1 << 30).is_none());
        }
        let bytes = model.write();
        for i in 0..bytes.len().min(600) {
            let mut other = bytes.clone();
            other[i] ^= 0xff;
            if let Some(model) = Model::read(&other) {
                assert!(model.unpack(&piece, 200).is_none_or(|out| out.len() == 200));
            }
            if let Some(model) = Model::read(&bytes[..i]) {
                assert!(model.unpack(&piece, 200).is_none_or(|out| out.len() == 200));
            }
        }
    }

    #[test]
    fn each_number_has_one_symbol() {
        let mut bits = BitWriter::default();
        let numbers = || (0..3000).chain([65_535, 65_536, 1 << 22]);
        let symbols: Vec<usize> = numbers()
            .map(|number| {
                let (symbol, value, width) = bucket(number);
                bits.put(value, width);
                symbol
            })
            .collect();
        assert!(symbols.is_sorted());
        let bytes = bits.finish();
        let mut bits = BitReader::new(&bytes);
        assert!(symbols.iter().zip(numbers()).all(|(&symbol, n)| bucket_value(symbol, &mut bits) == Some(n)));
    }
}
