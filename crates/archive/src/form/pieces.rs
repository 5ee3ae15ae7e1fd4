//! An archive as files beside an app, on any host: no ranges of bytes, no server.
//!
//! The **manifest** has a fixed name and is never cached; it names the **head**: frame, catalogue, columns and the words
//! of the newest articles, all that questions begin with; and the **core**: the beginning of the head without the last
//! two, which is all that a page begins with that asks no question. The frame knows every part's checksum, and by its
//! checksum a part is called, so a part that does not change keeps its name over all builds and may be cached for ever.
//! Head and parts one behind the other are the archive itself. What the head holds beyond the core lies beside it as
//! parts, too, for who began with the core.

use super::{Frame, OpenError, Part};
use crate::answer::PartId;
use crate::words;
use xxhash_rust::xxh3::xxh3_64;

/// The manifest, as a path from the site's root.
pub const MANIFEST: &str = "bagian.txt";
/// The folder of all pieces but the manifest.
pub const FOLDER: &str = "bagian";
/// What the manifest's one line begins with.
const WORD: &str = "jejak-bagian ";

/// What a manifest names, as paths from the site's root.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beginnings<'a> {
    /// What questions begin with.
    pub head: &'a str,
    /// What other pages begin with.
    pub core: &'a str,
}

/// The path of a part, from the site's root.
#[must_use]
pub fn path(part: &Part) -> String {
    format!("{FOLDER}/{}-{:012x}.bin", part.kind.name(), part.checksum)
}

/// What a manifest names; `None` where it is no manifest.
#[must_use]
pub fn beginnings(manifest: &str) -> Option<Beginnings<'_>> {
    let (head, core) = manifest.strip_prefix(WORD)?.trim_end().split_once(' ')?;
    let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'/' | b'.');
    let path =
        |name: &str| name.starts_with(FOLDER) && words::place_of(name, "..").is_none() && name.bytes().all(plain);
    (path(head) && path(core)).then_some(Beginnings { head, core })
}

/// An archive put together again: the head, then what lies beside it, one file behind the other.
#[derive(Debug)]
pub struct Joined {
    frame: Frame,
    next: u32,
    bytes: Vec<u8>,
}

impl Joined {
    /// Begins with the bytes of the head.
    ///
    /// # Errors
    /// Where they are none.
    pub fn begin(head: Vec<u8>) -> Result<Self, OpenError> {
        let frame = Frame::read(&head)?;
        Ok(Self { next: frame.head() as u32, frame, bytes: head })
    }

    /// The path of the file that follows; none where the archive is whole.
    ///
    /// # Errors
    /// Where the rows of parts do not come before the parts.
    pub fn wants(&self) -> Result<Option<String>, OpenError> {
        let id = PartId(self.next);
        match self.frame.part(id) {
            Some(part) => Ok(Some(path(part))),
            None if self.next < self.frame.count() => Err(OpenError::Untold { part: id }),
            None => Ok(None),
        }
    }

    /// Takes that file.
    ///
    /// # Errors
    /// Where the bytes are not those of the part.
    pub fn take(&mut self, bytes: &[u8]) -> Result<(), OpenError> {
        let id = PartId(self.next);
        self.frame.check(id, bytes)?;
        self.frame.learn(id, bytes)?;
        self.bytes.extend_from_slice(bytes);
        self.next += 1;
        Ok(())
    }

    /// The bytes of the archive, as far as they were taken.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}

/// All files of an archive, by path from the site's root.
///
/// # Errors
/// Where the bytes are no archive.
pub fn files(archive: &[u8]) -> Result<Vec<(String, Vec<u8>)>, OpenError> {
    let frame = Frame::read(archive)?;
    let cut = OpenError::Cut { expected: frame.end() as u64, got: archive.len() as u64 };
    let [head, core] = [frame.head_end(), frame.core_end()].map(|end| archive.get(..end));
    let (head, core) = (head.ok_or(cut.clone())?, core.ok_or(cut.clone())?);
    let name = |word: &str, bytes: &[u8]| format!("{FOLDER}/{word}-{:016x}.bin", xxh3_64(bytes));
    let names = (name("head", head), name("core", core));
    let manifest = format!("{WORD}{} {}\n", names.0, names.1);
    let mut files = vec![(MANIFEST.to_owned(), manifest.into_bytes()), (names.0, head.to_vec())];
    files.push((names.1, core.to_vec()));
    for part in frame.parts().skip(1) {
        files.push((path(part), part.of(archive).ok_or(cut.clone())?.to_vec()));
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::{Beginnings, beginnings, path};
    use crate::form::{Part, PartKind};

    #[test]
    fn names_are_those_of_the_bytes() {
        let part = Part { kind: PartKind::Text, checksum: 0xab, length: 1, start: None };
        assert_eq!(path(&part), "bagian/text-0000000000ab.bin");
        let (head, core) = ("bagian/head-01.bin", "bagian/core-02.bin");
        assert_eq!(beginnings("jejak-bagian bagian/head-01.bin bagian/core-02.bin\n"), Some(Beginnings { head, core }));
        for other in ["", "<!doctype html>", "jejak-bagian bagian/a", "jejak-bagian https://a.example/ bagian/a"] {
            assert_eq!(beginnings(other), None);
        }
        assert_eq!(beginnings("jejak-bagian bagian/a bagian/../x"), None);
    }
}
