//! Reading and annotating, where what came of it before may be kept.
//!
//! WHY these two seams: what a file of markup says hangs on its bytes alone, and what is found in an article on that article
//! alone. Settings, corrections, masks and the lock come before or behind, and are never kept. Problems are not kept either:
//! what gave one is read anew, so each build tells of it.

use jejak_archive::keep::{Kept, Key, kept_or};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::annotate::{Annotated, annotate};
use crate::problem::Problem;
use crate::read::{self, Source};

/// [`annotate`], or what it gave before. What the article was read from is no part of it: neither its file's name nor its
/// line changes what is found. `may` says whether something that was found may be kept.
pub(crate) fn annotated(source: &Source, keep: Kept<'_>, may: impl FnOnce(&Annotated) -> bool) -> Annotated {
    let Source { file: _, line: _, fields, text, body, marked } = source;
    let key = || Key::of("annotated", &(fields, text, body, marked));
    kept_or(keep, key, decode, |note| if may(note) { encode(note) } else { None }, || annotate(source))
}

/// [`read::read`], or what it gave before. Only files that take long to read are kept.
pub(crate) fn read(name: &str, bytes: &[u8], keep: Kept<'_>) -> (Vec<Source>, Vec<Problem>) {
    let keep = keep.filter(|_| read::takes_long(name));
    let plain = |sources: &[Source]| sources.iter().all(|source| source.fields.cleaned.is_none());
    kept_or(
        keep,
        || Key::of("read", &(name, bytes)),
        |bytes| decode::<Vec<Source>>(bytes).map(|sources| (sources, Vec::new())),
        |(sources, problems)| if problems.is_empty() && plain(sources) { encode(sources) } else { None },
        || read::read(name, bytes),
    )
}

fn encode<T: Serialize>(value: &T) -> Option<Vec<u8>> {
    postcard::to_allocvec(value).ok()
}

fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    postcard::from_bytes(bytes).ok()
}

/// Numbers that fill their four bytes, as those.
pub(crate) mod hashes {
    use serde::{Deserialize, Deserializer, Serializer, de::Error as _};

    pub(crate) fn serialize<S: Serializer>(hashes: &[u32], to: S) -> Result<S::Ok, S::Error> {
        let bytes: Vec<u8> = hashes.iter().flat_map(|hash| hash.to_le_bytes()).collect();
        to.serialize_bytes(&bytes)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<u32>, D::Error> {
        let (hashes, rest) = <&[u8]>::deserialize(from)?.as_chunks();
        if !rest.is_empty() {
            return Err(D::Error::custom("no whole number of hashes"));
        }
        Ok(hashes.iter().map(|hash| u32::from_le_bytes(*hash)).collect())
    }
}
