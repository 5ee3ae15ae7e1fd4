//! Many articles at once: on every core where there are threads, one after the other where there are none.
//!
//! WHY in batches: articles need nothing of one another until they are linked, but a batch of all of them would hold
//! every source beside every note. A batch is small enough that memory follows the archive, and large enough that the
//! cores are busy. Notes come back in the order of the sources, so the archive is the same on any number of cores.

use jejak_archive::keep::Kept;

use crate::annotate::Annotated;
use crate::editors::Masks;
use crate::read::Source;

/// How many bytes of text a batch gathers.
const BATCH: usize = 1 << 19;

/// Sources that wait to be annotated together.
#[derive(Debug, Default)]
pub(crate) struct Batch {
    sources: Vec<Source>,
    bytes: usize,
}

impl Batch {
    /// Adds a source; says whether the batch is full.
    pub(crate) fn push(&mut self, source: Source) -> bool {
        self.bytes += source.text.len();
        self.sources.push(source);
        self.bytes >= BATCH
    }

    /// Annotates what was gathered, and begins anew. There is no note of an article that cannot be masked.
    pub(crate) fn take(&mut self, masks: &Masks, keep: Kept<'_>) -> Vec<(Source, Option<Annotated>)> {
        self.bytes = 0;
        map(std::mem::take(&mut self.sources), |source| {
            let note = masks.note(&source, keep);
            (source, note)
        })
    }
}

/// `work` on each of `things`; the results come in the order of the things.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn map<T: Send, R: Send>(things: Vec<T>, work: impl Fn(T) -> R + Send + Sync) -> Vec<R> {
    use rayon::prelude::*;

    things.into_par_iter().map(work).collect()
}

#[cfg(target_arch = "wasm32")]
pub(crate) fn map<T, R>(things: Vec<T>, work: impl Fn(T) -> R) -> Vec<R> {
    things.into_iter().map(work).collect()
}

/// Two pieces of work at once.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn both<A: Send, B: Send>(one: impl FnOnce() -> A + Send, other: impl FnOnce() -> B + Send) -> (A, B) {
    rayon::join(one, other)
}

#[cfg(target_arch = "wasm32")]
pub(crate) fn both<A, B>(one: impl FnOnce() -> A, other: impl FnOnce() -> B) -> (A, B) {
    (one(), other())
}
