//! The frame around the parts: what a file must look like before anything in it is read.
//!
//! ```text
//! magic 8 | version u32 | number of parts u32 | bytes of the table u32 | stamp u128
//! the table: of parts that follow one another of one kind, the kind and how many; then the row of each part: its checksum,
//!   6 bytes, and its length
//! the parts, one behind the other, in that order
//! ```
//!
//! Numbers in the table are [`varint`](super::varint)s, all others little-endian. Every visit fetches the table, and a
//! large archive has thousands of parts: so a checksum is the upper 48 bits of the 64-bit XXH3. That two of 20,000 parts
//! share one, and with it a file's name, happens once in a million archives. The stamp is the 128-bit XXH3 of version,
//! number and table; the table holds every part's checksum, so the stamp speaks for the whole archive.
//!
//! From [`GROUPED_FROM`] parts of words and texts on, their rows are not in the table: they lie in parts of their own,
//! [`GROUP`] rows each, and who needs such a part fetches its rows first. Groups of each kind are counted from its last part,
//! so that newer articles, whose texts come first, change the first groups only.

use std::ops::Range;
use std::sync::OnceLock;

use xxhash_rust::xxh3::{xxh3_64, xxh3_128};

use super::OpenError;
use super::varint::{Numbers, put};
use crate::answer::PartId;

/// What each archive begins with: not text, and broken by tools that rewrite line ends.
pub(super) const MAGIC: [u8; 8] = *b"\x89JEJAK\r\n";
/// Version of the binary form that this code writes and reads.
pub const VERSION: u32 = 16;

const HEADER: usize = 36;
/// A part's row in the table: the bytes of its checksum, and how many it has at least.
const CHECKSUM: u32 = 6;
const ROW_LEAST: usize = CHECKSUM as usize + 1;

/// So many rows stand in a part of rows: about a kilobyte.
const GROUP: u32 = 128;
/// Rows of words and texts lie apart from so many of these parts on: the table is then a good part of what every visit
/// fetches. Below, looking up the rows first would cost a question more time than their bytes.
const GROUPED_FROM: usize = 4096;

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
    /// Rows of the table, in large archives.
    Rows,
    /// What is known of each person, organisation and topic, by a hash of the slug.
    Records,
    /// Which articles are copies of one text, by the one that is named first.
    Copies,
}

impl PartKind {
    /// All kinds, in the order in which parts lie.
    pub const ALL: [Self; 15] = [
        Self::Catalogue,
        Self::Columns,
        Self::Recent,
        Self::Rows,
        Self::Words,
        Self::Text,
        Self::Statements,
        Self::Stretches,
        Self::Own,
        Self::Entities,
        Self::Facet,
        Self::Rare,
        Self::Ids,
        Self::Records,
        Self::Copies,
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
            Self::Rows => "rows",
            Self::Records => "records",
            Self::Copies => "copies",
        }
    }

    fn number(self) -> u8 {
        self as u8
    }

    /// Whether its rows may lie in parts: of this kind there are more, the larger an archive is.
    fn is_grouped(self) -> bool {
        matches!(self, Self::Words | Self::Text)
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
    /// How many bytes it has.
    pub length: usize,
    /// Its first byte in the archive; none where rows in front of it are not there.
    pub start: Option<usize>,
}

impl Part {
    /// Its bytes in the archive, where it is known how far in front they lie.
    #[must_use]
    pub fn range(&self) -> Option<Range<usize>> {
        let start = self.start?;
        Some(start..start.checked_add(self.length)?)
    }

    /// Its bytes, where they are among those of the archive from the beginning on.
    #[must_use]
    pub fn of<'a>(&self, archive: &'a [u8]) -> Option<&'a [u8]> {
        archive.get(self.range()?)
    }
}

/// Parts of one kind that follow one another.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Run {
    kind: PartKind,
    parts: Range<u32>,
    /// The first of the parts that hold their rows, where these are not in the table.
    rows: Option<u32>,
}

impl Run {
    /// Which of its groups tells of a part.
    fn group(&self, part: u32) -> u32 {
        self.groups() - 1 - (self.parts.end - 1 - part) / GROUP
    }

    fn groups(&self) -> u32 {
        (self.parts.end - self.parts.start).div_ceil(GROUP)
    }

    /// The parts of which a group tells.
    fn told(&self, group: u32) -> Range<u32> {
        let behind = (self.groups() - 1 - group) * GROUP;
        let end = self.parts.end - behind;
        end.saturating_sub(GROUP).max(self.parts.start)..end
    }
}

/// The frame of an archive: its parts and its stamp.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// Hash of the content, 32 hexadecimal digits.
    pub stamp: String,
    runs: Vec<Run>,
    /// The row of each part, as far as it is there; the first is the catalogue's.
    rows: Vec<OnceLock<Part>>,
}

impl Frame {
    /// Reads the frame at the beginning of an archive and checks it. Rows that lie in parts are read and checked where
    /// these are there; the other parts are not looked at.
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
        let mut frame = Self { stamp: format!("{expected:032x}"), runs: Vec::new(), rows: Vec::new() };
        frame.fill(table, count, end, bytes)?;
        Ok(frame)
    }

    /// How many parts there are; their numbers are those below.
    #[must_use]
    pub fn count(&self) -> u32 {
        self.rows.len() as u32
    }

    /// The row of a part; none where there is no such part, or its row is not there yet.
    #[must_use]
    pub fn part(&self, id: PartId) -> Option<&Part> {
        self.rows.get(id.0 as usize)?.get()
    }

    /// All parts whose rows are there, by number: all of a whole archive's.
    pub fn parts(&self) -> impl Iterator<Item = &Part> {
        self.rows.iter().filter_map(OnceLock::get)
    }

    /// The parts of a kind.
    pub fn of_kind(&self, kind: PartKind) -> impl Iterator<Item = PartId> {
        self.runs.iter().filter(move |run| run.kind == kind).flat_map(|run| run.parts.clone()).map(PartId)
    }

    /// The `nth` part of a kind.
    #[must_use]
    pub fn nth(&self, kind: PartKind, nth: u32) -> Option<PartId> {
        let run = self.runs.iter().find(|run| run.kind == kind)?;
        run.parts.start.checked_add(nth).filter(|part| run.parts.contains(part)).map(PartId)
    }

    /// The part that holds a part's row, where the table does not.
    #[must_use]
    pub fn told_by(&self, id: PartId) -> Option<PartId> {
        let run = self.runs.iter().find(|run| run.parts.contains(&id.0))?;
        run.rows.map(|first| PartId(first + run.group(id.0)))
    }

    /// Takes the rows that a part of rows holds, whose bytes were checked. Of other parts nothing is taken.
    ///
    /// # Errors
    /// Where they make no sense.
    pub(crate) fn learn(&self, id: PartId, bytes: &[u8]) -> Result<(), OpenError> {
        let mut grouped = self.runs.iter().filter_map(|run| Some((run, id.0.checked_sub(run.rows?)?)));
        let Some((run, group)) = grouped.find(|(run, group)| *group < run.groups()) else { return Ok(()) };
        let mut numbers = Numbers::new(bytes);
        for part in run.told(group) {
            let (checksum, length) = row(&mut numbers).ok_or(OpenError::Row { part: PartId(part) })?;
            let own = self.rows.get(part as usize).ok_or(OpenError::Row { part: PartId(part) })?;
            let _ = own.set(Part { kind: run.kind, checksum, length, start: None });
        }
        if numbers.rest().is_empty() { Ok(()) } else { Err(OpenError::Row { part: id }) }
    }

    /// How many bytes from the beginning every question needs: frame, catalogue, columns, and the words of the newest
    /// articles where they are told apart. An engine that opens with them asks for the other parts.
    #[must_use]
    pub fn head_end(&self) -> usize {
        let last = self.head().checked_sub(1).map(|last| PartId(last as u32));
        last.and_then(|last| self.part(last)?.range()).map_or(0, |range| range.end)
    }

    /// How many bytes from the beginning an engine needs to open at all, and a reader of one article to begin: frame and
    /// catalogue.
    #[must_use]
    pub fn core_end(&self) -> usize {
        self.part(PartId(0)).and_then(Part::range).map_or(0, |range| range.end)
    }

    /// How many parts the head holds.
    pub(crate) fn head(&self) -> usize {
        let of_head = |run: &&Run| matches!(run.kind, PartKind::Catalogue | PartKind::Columns | PartKind::Recent);
        self.runs.iter().take_while(of_head).last().map_or(0, |run| run.parts.end as usize)
    }

    /// How many bytes the whole archive has, as far as the rows that are there tell.
    #[must_use]
    pub fn end(&self) -> usize {
        self.parts().filter_map(Part::range).last().map_or(0, |range| range.end)
    }

    /// Whether `bytes` are those of a part.
    ///
    /// # Errors
    /// Where there is no such part, its row is not there, or the length or checksum is another.
    pub fn check(&self, id: PartId, bytes: &[u8]) -> Result<(), OpenError> {
        let row =
            self.rows.get(id.0 as usize).ok_or(OpenError::NoSuchPart { expected: self.rows.len() as u64, got: id })?;
        let part = row.get().ok_or(OpenError::Untold { part: id })?;
        if bytes.len() != part.length {
            let (expected, got) = (part.length as u64, bytes.len() as u64);
            return Err(OpenError::PartLength { part: id, expected, got });
        }
        let got = checksum(bytes);
        if got != part.checksum {
            return Err(OpenError::PartChecksum { part: id, expected: part.checksum, got });
        }
        Ok(())
    }

    /// Reads a table of `count` parts that begin at byte `end` of the archive, and what parts of rows are among `bytes`.
    fn fill(&mut self, table: &[u8], count: u32, end: usize, bytes: &[u8]) -> Result<(), OpenError> {
        if count == 0 {
            return Err(OpenError::NoSuchPart { expected: 0, got: PartId(0) });
        }
        let mut numbers = Numbers::new(table);
        while let Some(first) = self.runs.last().map_or(Some(0), |run| Some(run.parts.end).filter(|&end| end < count)) {
            let broken = OpenError::Row { part: PartId(first) };
            let run = numbers.next().zip(numbers.next()).filter(|&(_, length)| (1..=count - first).contains(&length));
            let (kind, length) = run.ok_or(broken.clone())?;
            let kind = u8::try_from(kind).ok().and_then(PartKind::from_number).ok_or(broken)?;
            self.runs.push(Run { kind, parts: first..first + length, rows: None });
        }
        let mut rows = self.runs.iter().find(|run| run.kind == PartKind::Rows).map(|run| run.parts.clone());
        for run in self.runs.iter_mut().filter(|run| run.kind.is_grouped()) {
            let Some(left) = &mut rows else { break };
            run.rows = Some(left.start);
            left.start = left.start.saturating_add(run.groups());
        }
        if let Some(wrong) = rows.filter(|rows| rows.start != rows.end) {
            return Err(OpenError::Row { part: PartId(wrong.end) });
        }
        // Each row in the table stands for itself, or for a group of rows: so many bytes bound how many parts there are.
        let listed = self.runs.iter().filter(|run| run.rows.is_none()).map(|run| run.parts.len());
        if listed.sum::<usize>() > numbers.rest().len() / ROW_LEAST {
            return Err(OpenError::Row { part: PartId(count) });
        }
        for run in self.runs.clone() {
            for part in run.parts.clone() {
                let broken = OpenError::Row { part: PartId(part) };
                let place = OnceLock::new();
                if run.rows.is_none() {
                    let fits = (run.kind == PartKind::Catalogue) == (part == 0);
                    let (checksum, length) = row(&mut numbers).filter(|_| fits).ok_or(broken)?;
                    place.get_or_init(|| Part { kind: run.kind, checksum, length, start: None });
                }
                self.rows.push(place);
            }
        }
        if !numbers.rest().is_empty() {
            return Err(OpenError::Row { part: PartId(count) });
        }
        // Rows lie in front of the parts that they tell of, so one pass finds where everything lies.
        let mut next = Some(end);
        for id in (0..count).map(PartId) {
            let Some(part) = self.rows.get_mut(id.0 as usize).and_then(OnceLock::get_mut) else {
                next = None;
                continue;
            };
            part.start = next;
            let stop = next.map(|next| next.checked_add(part.length).ok_or(OpenError::Row { part: id }));
            next = stop.transpose()?;
            let rows = part.of(bytes).filter(|_| part.kind == PartKind::Rows);
            if let Some(rows) = rows {
                self.check(id, rows)?;
                self.learn(id, rows)?;
            }
        }
        Ok(())
    }
}

/// The checksum of a part.
fn checksum(bytes: &[u8]) -> u64 {
    xxh3_64(bytes) >> (64 - 8 * CHECKSUM)
}

/// The next row: checksum and length of a part.
fn row(numbers: &mut Numbers<'_>) -> Option<(u64, usize)> {
    let sum = numbers.take(CHECKSUM)?;
    let sum = sum.iter().rev().fold(0, |sum, &byte| sum << 8 | u64::from(byte));
    Some((sum, numbers.next()? as usize))
}

fn put_row(bytes: &[u8], out: &mut Vec<u8>) {
    out.extend(checksum(bytes).to_le_bytes().iter().take(CHECKSUM as usize));
    put(bytes.len() as u64, out);
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
    let grouped = parts.iter().filter(|(kind, _)| kind.is_grouped()).count();
    write_as(parts, grouped >= GROUPED_FROM)
}

/// The same, with the rows of words and texts in parts of their own or not. Parts of rows that are given are made anew.
pub(super) fn write_as(parts: &[(PartKind, Vec<u8>)], in_groups: bool) -> Vec<u8> {
    let parts: Vec<&(PartKind, Vec<u8>)> = parts.iter().filter(|(kind, _)| *kind != PartKind::Rows).collect();
    let rows = if in_groups { groups(&parts) } else { Vec::new() };
    let place = parts.iter().position(|(kind, _)| kind.is_grouped()).filter(|_| !rows.is_empty());
    let (front, rest) = parts.split_at(place.unwrap_or(parts.len()));
    let parts: Vec<&(PartKind, Vec<u8>)> = front.iter().copied().chain(&rows).chain(rest.iter().copied()).collect();
    let count = parts.len() as u32;
    let mut table = Vec::new();
    for run in parts.chunk_by(|(a, _), (b, _)| a == b) {
        table.extend(run.first().map(|(kind, _)| kind.number()));
        put(run.len() as u64, &mut table);
    }
    for (_, bytes) in parts.iter().filter(|(kind, _)| rows.is_empty() || !kind.is_grouped()) {
        put_row(bytes, &mut table);
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

/// The parts that hold the rows of words and texts.
fn groups(parts: &[&(PartKind, Vec<u8>)]) -> Vec<(PartKind, Vec<u8>)> {
    let mut all = Vec::new();
    for own in parts.chunk_by(|(a, _), (b, _)| a == b) {
        let Some(&&(kind, _)) = own.first().filter(|(kind, _)| kind.is_grouped()) else { continue };
        let run = Run { kind, parts: 0..own.len() as u32, rows: None };
        for group in 0..run.groups() {
            let told = run.told(group);
            let mut out = Vec::new();
            let told = own.iter().take(told.end as usize).skip(told.start as usize);
            told.for_each(|(_, bytes)| put_row(bytes, &mut out));
            all.push((PartKind::Rows, out));
        }
    }
    all
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
