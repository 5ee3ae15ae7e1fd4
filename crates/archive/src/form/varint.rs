//! Numbers in as few bytes as they need: LEB128, seven bits a byte, lowest first, as postcard writes them.

/// Appends `number`.
pub(super) fn put(mut number: u64, out: &mut Vec<u8>) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// Takes numbers off the front of bytes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Numbers<'a> {
    bytes: &'a [u8],
}

impl<'a> Numbers<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes }
    }

    /// The next number; `None` at the end, and where no number of 32 bits stands.
    pub(crate) fn next(&mut self) -> Option<u32> {
        let mut number = 0u64;
        let mut rest = self.bytes;
        for i in 0..5 {
            let (&byte, behind) = rest.split_first()?;
            rest = behind;
            number |= u64::from(byte & 0x7f) << (7 * i);
            if byte < 0x80 {
                self.bytes = rest;
                return u32::try_from(number).ok();
            }
        }
        None
    }

    /// The next `length` bytes.
    pub(crate) fn take(&mut self, length: u32) -> Option<&'a [u8]> {
        let (taken, rest) = self.bytes.split_at_checked(length as usize)?;
        self.bytes = rest;
        Some(taken)
    }

    /// What has not been taken yet.
    pub(crate) fn rest(self) -> &'a [u8] {
        self.bytes
    }
}

#[cfg(test)]
mod tests {
    use super::{Numbers, put};

    #[test]
    fn numbers_come_back() {
        let all = [0, 1, 127, 128, 16_383, 16_384, u32::MAX];
        let mut bytes = Vec::new();
        all.iter().for_each(|&n| put(u64::from(n), &mut bytes));
        let mut numbers = Numbers::new(&bytes);
        let read: Vec<_> = std::iter::from_fn(|| numbers.next()).collect();
        assert_eq!(read, all);
    }

    #[test]
    fn what_is_no_number_of_32_bits_ends_the_list() {
        assert_eq!(Numbers::new(&[0xff]).next(), None, "cut");
        assert_eq!(Numbers::new(&[0xff; 9]).next(), None, "without end");
        assert_eq!(Numbers::new(&[0xff, 0xff, 0xff, 0xff, 0x1f]).next(), None, "33 bits");
    }
}
