//! Cuts chunks off the app's WebAssembly: files that are fetched when what is in them is wanted.
//!
//! What belongs to a chunk is told by the linked module (`references`), before the bundler's tools; what then stands where by
//! the finished one (`finished`), which they have optimised as a whole. A chunk imports what it shares with the rest, and its
//! segments put code and data where they stood before, among them the contents of its gates. So the rest and all chunks together
//! are the app as it was, and a gate that is not filled leads nowhere. What two chunks share is the rest's, unless one is built on
//! the other: then it travels with the one that comes before, and the other imports it from there.
//!
//! WHY our own: the published splitters (wasm_split_cli_support, wasm-split-cli) cut before wasm-bindgen and wasm-opt, which then
//! see each half alone and cannot take for granted that they know all of it.

mod apart;
mod finished;
mod references;

use std::collections::{BTreeMap, BTreeSet};

use wasmparser::{ConstExpr, Operator};

use finished::Finished;
use references::Linked;

/// A module that was cut.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Split {
    /// What comes first.
    pub(super) first: Vec<u8>,
    /// The chunks, by their names.
    pub(super) chunks: Vec<(String, Vec<u8>)>,
}

/// Why a module cannot be cut.
#[derive(Debug, thiserror::Error)]
pub enum SplitError {
    /// A module is damaged.
    #[error("it is damaged: {0}")]
    Damaged(String),
    /// The linked module does not say what refers to what.
    #[error("the linked module has no relocations; build.rs asks the linker for them (--emit-relocs)")]
    Unlinked,
    /// The finished module was not made of the linked one.
    #[error("the finished module is not made of the linked one: {0}; build both again")]
    Stale(&'static str),
    /// Something is in a module that its tools were never seen to write.
    #[error("it has {0}, which cannot be cut yet")]
    Unknown(&'static str),
    /// What a gate leads to is also reached without it.
    #[error(
        "`{what}`, which a gate of the chunk `{chunk}` leads to, is also called without the gate; call it by `Gate::open` alone"
    )]
    Reached {
        /// The gate's chunk.
        chunk: String,
        /// What it leads to.
        what: String,
    },
    /// A gate names a chunk that the app does not know.
    #[error("a gate names the chunk `{0}`, which is none of `Chunk::ALL`")]
    Stray(String),
    /// A name that is wanted for something shared is taken.
    #[error("an export is called `{0}`, as one for a chunk would be")]
    Taken(String),
}

/// On which other chunk a chunk is built: that one is there before it, and holds what only both lead to.
pub(super) type Bases<'a> = BTreeMap<&'a str, &'a str>;

/// The finished module without its chunks, and these; `linked` is the module that it was made of.
///
/// # Errors
/// See [`SplitError`].
pub(super) fn split(linked: &[u8], finished: &[u8], bases: &Bases<'_>) -> Result<Split, SplitError> {
    let linked = Linked::read(linked)?;
    let finished = Finished::read(finished)?;
    finished.check(&linked)?;
    apart::split(&finished, &linked.owners(bases)?, bases)
}

/// The chunk that holds what some lead to: the one on which all others of them are built. None where there is no such one; the
/// rest of the app has it then.
fn owner<'a>(chunks: &BTreeSet<&'a str>, bases: &Bases<'_>) -> Option<&'a str> {
    let under_all = |one: &&&str| chunks.iter().all(|other| other == *one || bases.get(other) == Some(*one));
    chunks.iter().find(under_all).copied()
}

fn damaged(error: impl std::fmt::Display) -> SplitError {
    SplitError::Damaged(error.to_string())
}

/// The value of an expression that is one constant.
fn constant(expression: &ConstExpr<'_>) -> Result<u32, SplitError> {
    match expression.get_operators_reader().read() {
        Ok(Operator::I32Const { value }) => Ok(value.cast_unsigned()),
        _ => Err(SplitError::Unknown("an offset that is not a constant")),
    }
}

#[cfg(test)]
mod tests;
