//! Numbers in as few bits as they need.
//!
//! Lists of ascending numbers whose bounds are known are written middle first, each half then inside the bounds that
//! the middle leaves it (binary interpolative coding; A. Moffat and L. Stuiver, *Binary Interpolative Coding for
//! Effective Index Compression*, 2000): numbers that lie close together, as news on one matter does, cost least, and
//! a number drawn evenly from its bounds costs no more than its share.

/// Puts bits behind one another, the lowest first.
#[derive(Debug, Default)]
pub(super) struct BitWriter {
    bytes: Vec<u8>,
    held: u64,
    count: u32,
}

impl BitWriter {
    /// The lowest `width` bits of `value`; at most 32.
    pub(super) fn put(&mut self, value: u32, width: u32) {
        self.held |= (u64::from(value) & ((1 << width) - 1)) << self.count;
        self.count += width;
        while self.count >= 8 {
            self.bytes.push(self.held as u8);
            self.held >>= 8;
            self.count -= 8;
        }
    }

    /// A number from 1, the shorter the smaller (P. Elias's gamma code).
    pub(super) fn gamma(&mut self, value: u32) {
        let width = value.max(1).ilog2();
        self.put(0, width);
        self.put(1, 1);
        self.put(value, width);
    }

    /// A number below `end`.
    pub(super) fn below(&mut self, value: u32, end: u32) {
        let Some(width) = end.checked_ilog2() else { return };
        // The first numbers take a bit less than the others.
        let short = (1u32 << width).wrapping_mul(2).wrapping_sub(end);
        if value < short {
            self.put(value, width);
        } else {
            let value = value.wrapping_add(short);
            self.put(value >> 1, width);
            self.put(value, 1);
        }
    }

    /// Ascending numbers, each once, all from `low` and below `end`.
    pub(super) fn ascending(&mut self, values: &[u32], low: u32, end: u32) {
        let count = values.len() as u32;
        if count == 0 || end.saturating_sub(low) == count {
            return;
        }
        let (before, behind) = values.split_at(values.len() / 2);
        let Some((&value, behind)) = behind.split_first() else { return };
        self.below(value - low - before.len() as u32, end - low - count + 1);
        self.ascending(before, low, value);
        self.ascending(behind, value + 1, end);
    }

    /// How many bits there are.
    pub(super) fn bits(&self) -> u32 {
        self.bytes.len() as u32 * 8 + self.count
    }

    /// The bits of another one.
    pub(super) fn append(&mut self, other: &Self) {
        other.bytes.iter().for_each(|&byte| self.put(u32::from(byte), 8));
        self.put(other.held as u32, other.count);
    }

    /// The bytes, the last one filled up with zeros.
    pub(super) fn finish(mut self) -> Vec<u8> {
        if self.count > 0 {
            self.bytes.push(self.held as u8);
        }
        self.bytes
    }
}

/// Takes bits off the front; behind the end there are zeros, and [`BitReader::is_over`] says so.
#[derive(Debug, Clone)]
pub(super) struct BitReader<'a> {
    bytes: &'a [u8],
    held: u64,
    count: u32,
    /// How many bits behind the end were made up.
    made_up: u32,
}

impl<'a> BitReader<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, held: 0, count: 0, made_up: 0 }
    }

    /// Begins behind so many bits.
    pub(super) fn at(bytes: &'a [u8], bits: usize) -> Self {
        let mut reader = Self::new(bytes.get(bits / 8..).unwrap_or_default());
        reader.take((bits % 8) as u32);
        reader
    }

    /// Behind how many bits of all bytes it stands.
    pub(super) fn position(&self, all: &[u8]) -> usize {
        ((all.len() - self.bytes.len()) * 8 + self.made_up as usize).saturating_sub(self.count as usize)
    }

    #[inline(never)]
    fn fill(&mut self) {
        if let Some((chunk, rest)) = self.bytes.split_first_chunk::<4>()
            && self.count <= 32
        {
            self.held |= u64::from(u32::from_le_bytes(*chunk)) << self.count;
            self.count += 32;
            self.bytes = rest;
            return;
        }
        while self.count <= 48 {
            let byte = match self.bytes.split_first() {
                Some((&byte, rest)) => {
                    self.bytes = rest;
                    byte
                }
                None => {
                    self.made_up = self.made_up.saturating_add(8);
                    0
                }
            };
            self.held |= u64::from(byte) << self.count;
            self.count += 8;
        }
    }

    /// The next `width` bits, which stay; at most 32. In line, as its callers are what most of a question's time goes into.
    #[inline(always)]
    pub(super) fn peek(&mut self, width: u32) -> u32 {
        if self.count < width {
            self.fill();
        }
        (self.held & ((1 << width) - 1)) as u32
    }

    /// Steps over bits that were seen by [`BitReader::peek`].
    #[inline(always)]
    pub(super) fn skip(&mut self, width: u32) {
        self.held >>= width;
        self.count = self.count.saturating_sub(width);
    }

    /// The next `width` bits; at most 32.
    pub(super) fn take(&mut self, width: u32) -> u32 {
        let value = self.peek(width);
        self.skip(width);
        value
    }

    /// What [`BitWriter::gamma`] wrote; `None` where no such number stands.
    pub(super) fn gamma(&mut self) -> Option<u32> {
        let width = self.peek(32).trailing_zeros();
        if width >= 32 {
            return None;
        }
        self.skip(width + 1);
        Some(1 << width | self.take(width))
    }

    /// A number below `end`, if `end` is the one that it was written with.
    #[inline(always)]
    pub(super) fn below(&mut self, end: u32) -> u32 {
        let Some(width) = end.checked_ilog2() else { return 0 };
        let short = (1u32 << width).wrapping_mul(2).wrapping_sub(end);
        let ahead = self.peek(width + 1);
        let value = ahead & ((1 << width) - 1);
        let long = value >= short;
        self.skip(width + u32::from(long));
        if long { (value << 1 | ahead >> width).wrapping_sub(short) } else { value }
    }

    /// Fills `values` with what [`BitWriter::ascending`] wrote. `None` where the bounds have no room for them.
    pub(super) fn ascending(&mut self, mut values: &mut [u32], mut low: u32, end: u32) -> Option<()> {
        // Most of what is read of an archive is read here: half of the numbers stand alone between their neighbours, and
        // take no call of their own.
        while !values.is_empty() {
            let room = end.checked_sub(low)?.checked_sub(u32::try_from(values.len()).ok()?)?;
            if room == 0 {
                values.iter_mut().zip(low..).for_each(|(value, n)| *value = n);
                return Some(());
            }
            let middle = values.len() / 2;
            let value = low + middle as u32 + self.below(room + 1).min(room);
            let (left, right) = values.split_at_mut(middle);
            let (here, right) = right.split_first_mut()?;
            *here = value;
            if !left.is_empty() {
                self.ascending(left, low, value)?;
            }
            (values, low) = (right, value + 1);
        }
        Some(())
    }

    /// Whether more bits were taken than there are.
    pub(super) fn is_over(&self) -> bool {
        self.made_up > self.count
    }
}

#[cfg(test)]
mod tests {
    use super::{BitReader, BitWriter};

    #[test]
    fn numbers_come_back() {
        let mut bits = BitWriter::default();
        let gammas = [1, 2, 3, 7, 8, 1000, u32::MAX];
        gammas.iter().for_each(|&n| bits.gamma(n));
        let below: Vec<(u32, u32)> = (1..70).flat_map(|end| (0..end).map(move |n| (n, end))).collect();
        below.iter().for_each(|&(n, end)| bits.below(n, end));
        [(u32::MAX - 1, u32::MAX), (1 << 31, u32::MAX), (0, u32::MAX)].iter().for_each(|&(n, end)| bits.below(n, end));
        let bytes = bits.finish();
        let mut bits = BitReader::new(&bytes);
        gammas.iter().for_each(|&n| assert_eq!(bits.gamma(), Some(n)));
        below.iter().for_each(|&(n, end)| assert_eq!(bits.below(end), n));
        assert_eq!([0; 3].map(|_| bits.below(u32::MAX)), [u32::MAX - 1, 1 << 31, 0]);
        assert!(!bits.is_over());
        bits.take(32);
        assert!(bits.is_over());
    }

    #[test]
    fn ascending_numbers_come_back() {
        for (values, end) in [
            (vec![0], 1),
            (vec![5], 1000),
            ((0..64).collect(), 64),
            ((0..300).map(|i| i * i).collect(), 90_000),
            (vec![1, 2, 3, 4, 500, 501, 502, 999], 1000),
            (vec![u32::MAX - 2], u32::MAX),
        ] {
            let mut bits = BitWriter::default();
            bits.ascending(&values, 0, end);
            let bytes = bits.finish();
            let mut read = vec![0; values.len()];
            assert_eq!(BitReader::new(&bytes).ascending(&mut read, 0, end), Some(()));
            assert_eq!(read, values);
        }
    }

    #[test]
    fn what_has_no_room_is_refused_and_noise_stays_in_its_bounds() {
        assert_eq!(BitReader::new(&[]).ascending(&mut [0; 3], 0, 2), None);
        let mut read = [0; 40];
        assert_eq!(BitReader::new(&[0xff; 30]).ascending(&mut read, 7, 100), Some(()));
        assert!(read.is_sorted() && read[0] >= 7 && read[39] < 100);
    }
}
