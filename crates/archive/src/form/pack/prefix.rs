//! Prefix codes: how long each symbol's code is says it all.

use crate::form::bits::BitReader;
use crate::form::varint::{Numbers, put};

/// No code is longer, so that one look into a table decodes any.
pub(super) const LONGEST: u32 = 12;

/// The length of each symbol's code in bits; 0 where there is only one symbol.
pub(super) type Lengths = Vec<u8>;

/// Lengths for symbols that come so often. Every symbol gets a code.
pub(super) fn lengths(counts: &[u32]) -> Lengths {
    let mut counts: Vec<(u64, usize)> = counts.iter().map(|&count| u64::from(count) * 16 + 1).zip(0..).collect();
    counts.sort_unstable();
    loop {
        let lengths = unbounded(&counts);
        if lengths.iter().all(|&length| u32::from(length) <= LONGEST) {
            return lengths;
        }
        // Rare symbols become less rare until none has too long a code; the order stays.
        counts.iter_mut().for_each(|(count, _)| *count = *count / 2 + 1);
    }
}

/// D. Huffman's lengths for symbols that ascend by their counts: the two rarest become one until one is left.
#[expect(clippy::indexing_slicing, reason = "joints are made one by one, each behind the two that it joins")]
fn unbounded(counts: &[(u64, usize)]) -> Lengths {
    // Leaves in order, then joints, whose counts ascend by themselves.
    let mut parents = vec![0usize; counts.len()];
    let mut joints: Vec<u64> = Vec::new();
    let (mut leaf, mut joint) = (0, 0);
    let mut rarest = |joints: &Vec<u64>| match (counts.get(leaf), joints.get(joint)) {
        (Some(&(a, symbol)), b) if b.is_none_or(|&b| a <= b) => {
            leaf += 1;
            (a, symbol)
        }
        (_, Some(&b)) => {
            joint += 1;
            (b, counts.len() + joint - 1)
        }
        _ => (0, 0),
    };
    for at in counts.len()..(2 * counts.len()).saturating_sub(1) {
        let (a, b) = (rarest(&joints), rarest(&joints));
        joints.push(a.0.saturating_add(b.0));
        parents.push(0);
        parents[a.1] = at;
        parents[b.1] = at;
    }
    let mut depths = vec![0u8; parents.len()];
    for at in (0..parents.len().saturating_sub(1)).rev() {
        depths[at] = depths[parents[at]].saturating_add(1);
    }
    depths.truncate(counts.len());
    depths
}

/// Each symbol that has a code with that, its first bit lowest, and its length: shorter ones first. Codes of one length
/// ascend with their symbols.
#[expect(clippy::indexing_slicing, reason = "a length is a byte, and as many places are counted as there are lengths")]
fn in_order(lengths: &Lengths) -> impl Iterator<Item = (u16, u32, u32)> {
    // By counting: the lengths are few.
    let mut places = [0usize; 256];
    lengths.iter().for_each(|&length| places[usize::from(length)] += 1);
    let uncoded = places[0];
    let mut place = 0;
    places.iter_mut().for_each(|next| place += std::mem::replace(next, place));
    let mut order = vec![(0, 0); lengths.len()];
    for (&length, symbol) in lengths.iter().zip(0u16..) {
        let next = &mut places[usize::from(length)];
        order[*next] = (u32::from(length), symbol);
        *next += 1;
    }
    let (mut next, mut before) = (0u32, 0);
    order.into_iter().skip(uncoded).map(move |(length, symbol)| {
        next <<= length - before;
        before = length;
        let code = next.reverse_bits() >> (32 - length);
        next = next.wrapping_add(1);
        (symbol, code, length)
    })
}

/// The code of each symbol.
#[expect(clippy::indexing_slicing, reason = "`in_order` gives symbols of these lengths")]
pub(super) fn codes(lengths: &Lengths) -> Vec<u32> {
    let mut codes = vec![0; lengths.len()];
    in_order(lengths).for_each(|(symbol, code, _)| codes[usize::from(symbol)] = code);
    codes
}

/// Writes lengths: runs, each a length and how often it stands.
pub(super) fn write(lengths: &Lengths, out: &mut Vec<u8>) {
    for run in lengths.chunk_by(|a, b| a == b) {
        let Some(&length) = run.first() else { continue };
        let (length, count) = (u64::from(length), run.len() as u64);
        // Short runs take one byte.
        put(length | (count.min(16) - 1) << 4, out);
        if count >= 16 {
            put(count - 16, out);
        }
    }
}

/// Reads the lengths of `size` symbols.
pub(super) fn read(numbers: &mut Numbers<'_>, size: usize) -> Option<Lengths> {
    let mut lengths = Vec::with_capacity(size);
    while lengths.len() < size {
        let run = numbers.next()?;
        let (length, mut count) = ((run & 15) as u8, (run >> 4) as usize + 1);
        if count >= 16 {
            count = (numbers.next()? as usize).checked_add(16)?;
        }
        if u32::from(length) > LONGEST || count > size - lengths.len() {
            return None;
        }
        lengths.extend(std::iter::repeat_n(length, count));
    }
    Some(lengths)
}

/// Decodes: for every sequence of bits that may come, which symbol begins it.
#[derive(Debug, Clone, Default)]
pub(super) struct Table(Vec<u16>);

impl Table {
    #[expect(clippy::indexing_slicing, reason = "the table has grown to all codes of a length before one is written")]
    pub(super) fn new(lengths: &Lengths) -> Self {
        let mut table = Vec::with_capacity(1 << LONGEST);
        table.push(0u16);
        // What some bits decide holds whatever comes behind them: with each bit the table stands there twice.
        let grow = |table: &mut Vec<u16>, length: u32| {
            while table.len() < 1 << length {
                table.extend_from_within(..);
            }
        };
        for (symbol, code, length) in in_order(lengths) {
            grow(&mut table, length);
            table[code as usize] = symbol << 4 | length as u16;
        }
        grow(&mut table, LONGEST);
        Self(table)
    }

    /// The next symbol; `None` where no code stands.
    pub(super) fn read(&self, bits: &mut BitReader<'_>) -> Option<usize> {
        let entry = *self.0.get(bits.peek(LONGEST) as usize)?;
        let length = u32::from(entry & 15);
        bits.skip(length);
        (length > 0).then_some(usize::from(entry >> 4))
    }
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, Table, codes, lengths, read, write};
    use crate::form::bits::{BitReader, BitWriter};
    use crate::form::varint::Numbers;

    #[test]
    fn symbols_come_back_whatever_their_counts() {
        let steep: Vec<u32> = (0..40).map(|i| 1u32.checked_shl(i).unwrap_or(u32::MAX)).collect();
        for counts in [vec![0; 290], steep, vec![5, 5], (0..290).map(|i| i * i).collect()] {
            let lengths = lengths(&counts);
            assert!(lengths.iter().all(|&length| (1..=LONGEST).contains(&u32::from(length))));
            let mut bytes = Vec::new();
            write(&lengths, &mut bytes);
            assert_eq!(read(&mut Numbers::new(&bytes), counts.len()).as_ref(), Some(&lengths));
            let (codes, table) = (codes(&lengths), Table::new(&lengths));
            let mut bits = BitWriter::default();
            codes.iter().zip(&lengths).for_each(|(&code, &length)| bits.put(code, u32::from(length)));
            let bytes = bits.finish();
            let mut bits = BitReader::new(&bytes);
            assert!((0..counts.len()).all(|symbol| table.read(&mut bits) == Some(symbol)));
        }
    }
}
