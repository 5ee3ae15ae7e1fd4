//! The frame around the parts: what a file must look like before anything in it is read.
//!
//! ```text
//! magic 8 | version u32 | number of parts u32 | bytes of the table u32 | stamp u128
//! the table: of parts that follow one another of one kind, the kind and how many; then of each part its checksum,
//!   6 bytes, and its length
//! the parts, one behind the other, in that order
//! ```
//!
//! Numbers in the table are [`varint`](super::varint)s, all others little-endian. Every visit fetches the table, and a
//! large archive has thousands of parts: so a checksum is the upper 48 bits of the 64-bit XXH3. That two of 20,000 parts
//! share one, and with it a file's name, happens once in a million archives. The stamp is the 128-bit XXH3 of version,
//! number and table; the table holds every part's checksum, so the stamp speaks for the whole archive.

use std::ops::Range;

use xxhash_rust::xxh3::{xxh3_64, xxh3_128};

use super::OpenError;
use super::varint::{Numbers, put};
use crate::answer::PartId;

/// What each archive begins with: not text, and broken by tools that rewrite line ends.
pub(super) const MAGIC: [u8; 8] = *b"\x89JEJAK\r\n";
/// Version of the binary form that this code writes and reads.
pub const VERSION: u32 = 10;

const HEADER: usize = 36;
/// A part's row in the table: the bytes of its checksum, and how many it has at least.
const CHECKSUM: u32 = 6;
const ROW_LEAST: usize = CHECKSUM as usize + 1;

/// What a part holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartKind {
    /// What every page needs; part 0 and no other.
    Catalogue,
    /// Forms of words, in order, their families and where they stand.
    Words,
    /// The same of the newest articles alone, all forms; part 2, in large archives.
    Recent,
    /// Articles.
    Text,
    /// Who said something where; one part.
    Statements,
    /// People, organisations, places, regulations, topics and outlets; one part.
    Entities,
    /// What articles have in common of each facet; one part.
    Facet,
    /// Which article has which id, by a hash of the id.
    Ids,
    /// What each article alone has of each facet; one part.
    Rare,
    /// Who and what has a page of its own; one part.
    Own,
    /// What every question counts by; part 1 and no other.
    Columns,
    /// From where to where statements go, for words inside them; one part.
    Stretches,
}

impl PartKind {
    /// All kinds, in the order in which parts lie.
    pub const ALL: [Self; 12] = [
        Self::Catalogue,
        Self::Columns,
        Self::Recent,
        Self::Words,
        Self::Text,
        Self::Statements,
        Self::Stretches,
        Self::Own,
        Self::Entities,
        Self::Facet,
        Self::Rare,
        Self::Ids,
    ];

    /// Its name, in English.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Catalogue => "catalogue",
            Self::Words => "words",
            Self::Recent => "recent",
            Self::Text => "text",
            Self::Statements => "statements",
            Self::Entities => "entities",
            Self::Facet => "facet",
            Self::Rare => "rare",
            Self::Own => "own",
            Self::Columns => "columns",
            Self::Stretches => "stretches",
            Self::Ids => "ids",
        }
    }

    fn number(self) -> u8 {
        self as u8
    }

    fn from_number(number: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.number() == number)
    }
}

/// One row of the table of parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// What it holds.
    pub kind: PartKind,
    /// The upper 48 bits of the 64-bit XXH3 of its bytes.
    pub checksum: u64,
    /// Its bytes in the archive.
    pub range: Range<usize>,
}

/// The frame of an archive: its parts and its stamp.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// All parts, by number; the first is the catalogue.
    pub parts: Vec<Part>,
    /// Hash of the content, 32 hexadecimal digits.
    pub stamp: String,
}

impl Frame {
    /// Reads the frame at the beginning of an archive and checks it; the parts themselves are not looked at.
    ///
    /// # Errors
    /// Where the bytes are no archive, of another version, cut inside the frame, or do not fit their stamp.
    pub fn read(bytes: &[u8]) -> Result<Self, OpenError> {
        let mut fields = Fields { bytes };
        let magic: [u8; 8] = fields.take().ok_or(OpenError::NotAnArchive)?;
        if magic != MAGIC {
            return Err(OpenError::NotAnArchive);
        }
        let cut = |expected: usize| OpenError::Cut { expected: expected as u64, got: bytes.len() as u64 };
        let mut number = || fields.take().map(u32::from_le_bytes).ok_or(cut(HEADER));
        let version = number()?;
        if version != VERSION {
            return Err(OpenError::Version { expected: VERSION, got: version });
        }
        let (count, length) = (number()?, number()? as usize);
        let expected = u128::from_le_bytes(fields.take().ok_or(cut(HEADER))?);
        let end = length.saturating_add(HEADER);
        let table = bytes.get(HEADER..end).ok_or(cut(end))?;
        let got = stamp(count, table);
        if got != expected {
            return Err(OpenError::Frame { expected, got });
        }
        let parts = rows(table, count, end)?;
        Ok(Self { parts, stamp: format!("{expected:032x}") })
    }

    /// How many bytes from the beginning every question needs: frame, catalogue, columns, and the words of the newest
    /// articles where they are told apart. An engine that opens with them asks for the other parts.
    #[must_use]
    pub fn head_end(&self) -> usize {
        self.parts.get(..self.head()).and_then(<[Part]>::last).map_or(0, |part| part.range.end)
    }

    /// How many bytes from the beginning an engine needs to open at all, and a reader of one article to begin: frame and
    /// catalogue.
    #[must_use]
    pub fn core_end(&self) -> usize {
        self.parts.first().map_or(0, |part| part.range.end)
    }

    /// How many parts the head holds.
    pub(crate) fn head(&self) -> usize {
        let of_head = |part: &&Part| matches!(part.kind, PartKind::Catalogue | PartKind::Columns | PartKind::Recent);
        self.parts.iter().take_while(of_head).count()
    }

    /// How many bytes the whole archive has.
    #[must_use]
    pub fn end(&self) -> usize {
        self.parts.last().map_or(0, |part| part.range.end)
    }

    /// Whether `bytes` are those of a part.
    ///
    /// # Errors
    /// Where there is no such part, or the length or checksum is another.
    pub fn check(&self, id: PartId, bytes: &[u8]) -> Result<(), OpenError> {
        let part = self
            .parts
            .get(id.0 as usize)
            .ok_or(OpenError::NoSuchPart { expected: self.parts.len() as u64, got: id })?;
        if bytes.len() != part.range.len() {
            let (expected, got) = (part.range.len() as u64, bytes.len() as u64);
            return Err(OpenError::PartLength { part: id, expected, got });
        }
        let got = checksum(bytes);
        if got != part.checksum {
            return Err(OpenError::PartChecksum { part: id, expected: part.checksum, got });
        }
        Ok(())
    }
}

/// The checksum of a part.
fn checksum(bytes: &[u8]) -> u64 {
    xxh3_64(bytes) >> (64 - 8 * CHECKSUM)
}

fn rows(table: &[u8], count: u32, end: usize) -> Result<Vec<Part>, OpenError> {
    if count == 0 {
        return Err(OpenError::NoSuchPart { expected: 0, got: PartId(0) });
    }
    let mut numbers = Numbers::new(table);
    let (mut runs, mut left) = (Vec::new(), count);
    while left > 0 {
        let run = numbers.next().zip(numbers.next()).filter(|&(_, length)| (1..=left).contains(&length));
        let (kind, length) = run.ok_or(OpenError::Row { part: PartId(count - left) })?;
        runs.push((kind, length));
        left -= length;
    }
    let mut parts: Vec<Part> = Vec::with_capacity(table.len() / ROW_LEAST);
    let mut next = end;
    for kind in runs.into_iter().flat_map(|(kind, length)| std::iter::repeat_n(kind, length as usize)) {
        let broken = OpenError::Row { part: PartId(parts.len() as u32) };
        let kind = u8::try_from(kind).ok().and_then(PartKind::from_number).ok_or(broken.clone())?;
        let sum = numbers.take(CHECKSUM).ok_or(broken.clone())?;
        let sum = sum.iter().rev().fold(0, |sum, &byte| sum << 8 | u64::from(byte));
        let fits = (kind == PartKind::Catalogue) == parts.is_empty();
        let stop = numbers.next().and_then(|length| next.checked_add(length as usize)).filter(|_| fits);
        let stop = stop.ok_or(broken)?;
        parts.push(Part { kind, checksum: sum, range: next..stop });
        next = stop;
    }
    if numbers.rest().is_empty() { Ok(parts) } else { Err(OpenError::Row { part: PartId(count) }) }
}

fn stamp(count: u32, table: &[u8]) -> u128 {
    let mut hashed = Vec::with_capacity(table.len() + 8);
    hashed.extend_from_slice(&VERSION.to_le_bytes());
    hashed.extend_from_slice(&count.to_le_bytes());
    hashed.extend_from_slice(table);
    xxh3_128(&hashed)
}

/// Puts parts into a frame. The first must be the catalogue.
pub(super) fn write(parts: &[(PartKind, Vec<u8>)]) -> Vec<u8> {
    let count = parts.len() as u32;
    let mut table = Vec::new();
    for run in parts.chunk_by(|(a, _), (b, _)| a == b) {
        table.push(run[0].0.number());
        put(run.len() as u64, &mut table);
    }
    for (_, bytes) in parts {
        table.extend_from_slice(&checksum(bytes).to_le_bytes()[..CHECKSUM as usize]);
        put(bytes.len() as u64, &mut table);
    }
    let all: usize = parts.iter().map(|(_, bytes)| bytes.len()).sum();
    let mut out = Vec::with_capacity(HEADER + table.len() + all);
    out.extend_from_slice(&MAGIC);
    [VERSION, count, table.len() as u32].iter().for_each(|number| out.extend_from_slice(&number.to_le_bytes()));
    out.extend_from_slice(&stamp(count, &table).to_le_bytes());
    out.extend_from_slice(&table);
    parts.iter().for_each(|(_, bytes)| out.extend_from_slice(bytes));
    out
}

/// Takes fields of known size off the front.
struct Fields<'a> {
    bytes: &'a [u8],
}

impl Fields<'_> {
    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (field, rest) = self.bytes.split_first_chunk()?;
        self.bytes = rest;
        Some(*field)
    }
}
