//! An archive as files beside an app, on any host: no ranges of bytes, no server.
//!
//! The **manifest** has a fixed name and is never cached; it names the **head**: frame, catalogue and the words of the
//! newest articles, all that is needed to begin. The head's table knows every part's checksum, and by its checksum a
//! part is called, so a part that does not change keeps its name over all builds and may be cached for ever. Head and
//! parts one behind the other are the archive itself.

use super::{Frame, OpenError, Part};
use crate::words;
use xxhash_rust::xxh3::xxh3_64;

/// The manifest, as a path from the site's root.
pub const MANIFEST: &str = "bagian.txt";
/// The folder of all pieces but the manifest.
const FOLDER: &str = "bagian";
/// What the manifest's one line begins with.
const WORD: &str = "jejak-bagian ";

/// The path of a part, from the site's root.
#[must_use]
pub fn path(part: &Part) -> String {
    format!("{FOLDER}/{}-{:012x}.bin", part.kind.name(), part.checksum)
}

/// The head that a manifest names, as a path from the site's root; `None` where it is no manifest.
#[must_use]
pub fn head(manifest: &str) -> Option<&str> {
    let name = manifest.strip_prefix(WORD)?.trim_end();
    let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'/' | b'.');
    (name.starts_with(FOLDER) && words::place_of(name, "..").is_none() && name.bytes().all(plain)).then_some(name)
}

/// The parts that lie beside the head, in order.
pub fn beside(frame: &Frame) -> impl Iterator<Item = &Part> {
    frame.parts.iter().skip(frame.head())
}

/// All files of an archive, by path from the site's root.
///
/// # Errors
/// Where the bytes are no archive.
pub fn files(archive: &[u8]) -> Result<Vec<(String, Vec<u8>)>, OpenError> {
    let frame = Frame::read(archive)?;
    let cut = OpenError::Cut { expected: frame.end() as u64, got: archive.len() as u64 };
    let head = archive.get(..frame.head_end()).ok_or(cut.clone())?;
    let name = format!("{FOLDER}/head-{:016x}.bin", xxh3_64(head));
    let mut files = vec![(MANIFEST.to_owned(), format!("{WORD}{name}\n").into_bytes()), (name, head.to_vec())];
    for part in beside(&frame) {
        files.push((path(part), archive.get(part.range.clone()).ok_or(cut.clone())?.to_vec()));
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::{head, path};
    use crate::form::{Part, PartKind};

    #[test]
    fn names_are_those_of_the_bytes() {
        let part = Part { kind: PartKind::Text, checksum: 0xab, range: 0..1 };
        assert_eq!(path(&part), "bagian/text-0000000000ab.bin");
        assert_eq!(head("jejak-bagian bagian/head-01.bin\n"), Some("bagian/head-01.bin"));
        for other in ["", "<!doctype html>", "jejak-bagian https://a.example/", "jejak-bagian bagian/../x"] {
            assert_eq!(head(other), None);
        }
    }
}
