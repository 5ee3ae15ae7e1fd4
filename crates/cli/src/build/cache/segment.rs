//! One file of values: written once, read in pieces.
//!
//! ```text
//! what it is | the stamp | the values
//! of each value: key, where it begins, how long it is, checksum | how many there are | checksum of all that
//! ```
//!
//! WHY the list of values at the end: a file is written while the build goes on, and is opened without reading its values.

use std::fs::File;
use std::io::{BufWriter, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use jejak_archive::keep::Key;
use tempfile::NamedTempFile;
use xxhash_rust::xxh3::Xxh3;

const HEAD: &[u8; 16] = b"jejak cache 1\n\0\0";
/// Bytes before the first value.
const BEFORE: u64 = 32;
/// Bytes of a row of the list.
const ROW: usize = 44;
/// Bytes behind the list.
const BEHIND: u64 = 20;
/// A longer value is not kept.
const LONGEST: usize = 1 << 28;

/// Where a value stands.
#[derive(Debug, Clone, Copy)]
struct Row {
    key: Key,
    start: u64,
    length: u32,
    check: u128,
}

/// A file that can be read.
#[derive(Debug)]
pub(super) struct Segment {
    file: Mutex<File>,
    rows: Vec<Row>,
    stamp: u128,
    bytes: u64,
}

impl Segment {
    /// Opens a file of this stamp; `None` where it is another's or damaged.
    pub(super) fn open(path: &Path, stamp: u128) -> Option<Self> {
        let mut file = File::open(path).ok()?;
        let bytes = file.metadata().ok().filter(std::fs::Metadata::is_file)?.len();
        let mut head = [0; BEFORE as usize];
        file.read_exact(&mut head).ok()?;
        if head != before(stamp) {
            return None;
        }
        let end = bytes.checked_sub(BEHIND).filter(|end| *end >= BEFORE)?;
        let mut behind = [0; BEHIND as usize];
        file.seek(SeekFrom::Start(end)).ok()?;
        file.read_exact(&mut behind).ok()?;
        let (count, check) = behind.split_first_chunk::<4>()?;
        let length = usize::try_from(u32::from_le_bytes(*count)).ok()?.checked_mul(ROW)?;
        let start = end.checked_sub(length as u64).filter(|start| *start >= BEFORE)?;
        let mut list = vec![0; length];
        file.seek(SeekFrom::Start(start)).ok()?;
        file.read_exact(&mut list).ok()?;
        if check != checksum(stamp, Key(u128::from(u32::from_le_bytes(*count))), &list).to_le_bytes() {
            return None;
        }
        let rows: Vec<Row> = list.as_chunks::<ROW>().0.iter().map(Row::read).collect::<Option<_>>()?;
        let inside = |row: &Row| row.start >= BEFORE && row.start.saturating_add(row.length.into()) <= start;
        rows.iter().all(inside).then_some(Self { file: Mutex::new(file), rows, stamp, bytes })
    }

    /// How many bytes the file has.
    pub(super) fn bytes(&self) -> u64 {
        self.bytes
    }

    /// The keys of its values, in their order.
    pub(super) fn keys(&self) -> impl Iterator<Item = Key> {
        self.rows.iter().map(|row| row.key)
    }

    /// A value by its place among them; `None` where it is not what was written.
    pub(super) fn read(&self, at: usize) -> Option<Vec<u8>> {
        let row = self.rows.get(at)?;
        let mut value = vec![0; row.length as usize];
        {
            let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
            file.seek(SeekFrom::Start(row.start)).ok()?;
            file.read_exact(&mut value).ok()?;
        }
        (checksum(self.stamp, row.key, &value) == row.check).then_some(value)
    }
}

impl Row {
    fn write(self, out: &mut Vec<u8>) {
        out.extend(self.key.0.to_le_bytes());
        out.extend(self.start.to_le_bytes());
        out.extend(self.length.to_le_bytes());
        out.extend(self.check.to_le_bytes());
    }

    fn read(bytes: &[u8; ROW]) -> Option<Self> {
        let (key, rest) = bytes.split_first_chunk()?;
        let (start, rest) = rest.split_first_chunk()?;
        let (length, check) = rest.split_first_chunk()?;
        Some(Self {
            key: Key(u128::from_le_bytes(*key)),
            start: u64::from_le_bytes(*start),
            length: u32::from_le_bytes(*length),
            check: u128::from_le_bytes(check.try_into().ok()?),
        })
    }
}

/// A file that is being written. It goes unless it is finished.
#[derive(Debug)]
pub(super) struct Writer {
    file: BufWriter<NamedTempFile>,
    rows: Vec<Row>,
    stamp: u128,
    bytes: u64,
}

impl Writer {
    /// Begins a file in a folder, whose name begins with `prefix` until it is finished.
    pub(super) fn new(folder: &Path, prefix: &str, stamp: u128) -> Option<Self> {
        let file = tempfile::Builder::new().prefix(prefix).tempfile_in(folder).ok()?;
        let mut file = BufWriter::with_capacity(1 << 16, file);
        file.write_all(&before(stamp)).ok()?;
        Some(Self { file, rows: Vec::new(), stamp, bytes: BEFORE })
    }

    /// How many bytes it has so far.
    pub(super) fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Adds a value; `None` where it cannot be written.
    pub(super) fn put(&mut self, key: Key, value: &[u8]) -> Option<()> {
        let Some(length) = u32::try_from(value.len()).ok().filter(|_| value.len() <= LONGEST) else { return Some(()) };
        self.file.write_all(value).ok()?;
        self.rows.push(Row { key, start: self.bytes, length, check: checksum(self.stamp, key, value) });
        self.bytes += u64::from(length);
        Some(())
    }

    /// Writes the list and gives the file a name by which it is found, with this ending. Gives its path; `None` where that fails.
    pub(super) fn finish(mut self, folder: &Path, ending: &str) -> Option<PathBuf> {
        let mut list = Vec::with_capacity(self.rows.len() * ROW);
        self.rows.iter().for_each(|row| row.write(&mut list));
        let count = u32::try_from(self.rows.len()).ok()?;
        let check = checksum(self.stamp, Key(u128::from(count)), &list);
        self.file.write_all(&list).ok()?;
        self.file.write_all(&count.to_le_bytes()).ok()?;
        self.file.write_all(&check.to_le_bytes()).ok()?;
        let file = self.file.into_inner().ok()?;
        // By what is in it: two builds that keep the same keep it once.
        let path = folder.join(format!("{check:032x}.{ending}"));
        file.persist(&path).ok().map(|_| path)
    }
}

fn before(stamp: u128) -> [u8; BEFORE as usize] {
    let mut bytes = [0; BEFORE as usize];
    let values = HEAD.iter().copied().chain(stamp.to_le_bytes());
    bytes.iter_mut().zip(values).for_each(|(byte, value)| *byte = value);
    bytes
}

fn checksum(stamp: u128, key: Key, value: &[u8]) -> u128 {
    let mut hash = Xxh3::new();
    hash.update(&stamp.to_le_bytes());
    hash.update(&key.0.to_le_bytes());
    hash.update(value);
    hash.digest128()
}
