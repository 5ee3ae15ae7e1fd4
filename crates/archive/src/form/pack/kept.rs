//! Packing and learning, where what came of it before may be kept: both hang on the bytes given alone, and are more than half
//! of what writing an archive takes.

use super::Model;
use super::learn::Wanted;
use super::parse::Packer;
use crate::keep::{Keep, Kept, Key, kept_or};

/// Smaller pieces are packed faster than looked for.
const LEAST: usize = 512;

/// What was packed before with one model.
pub(super) struct Before<'k> {
    keep: &'k dyn Keep,
    model: Key,
}

impl std::fmt::Debug for Before<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Before({:?})", self.model)
    }
}

impl<'m> Packer<'m> {
    /// The same, taking from `keep` what was packed before.
    pub(crate) fn keeping(mut self, keep: Kept<'m>) -> Self {
        self.before =
            keep.map(|keep| Before { keep, model: Key::of("model", &(self.is_thorough(), self.model().write())) });
        self
    }

    /// The bytes of a piece. How many there were is for the caller to keep.
    pub(crate) fn pack(&mut self, piece: &[u8]) -> Vec<u8> {
        let before = self.before.as_ref().filter(|_| piece.len() >= LEAST).map(|before| (before.keep, before.model));
        let Some((keep, model)) = before else { return self.pack_anew(piece) };
        let key = || Key::of("packed", &(model, piece));
        kept_or(Some(keep), key, |kept| Some(kept.to_vec()), |made| Some(made.clone()), || self.pack_anew(piece))
    }
}

impl Model {
    /// As [`Model::learn`], where the same may have been learnt before.
    pub(crate) fn learnt<P: AsRef<[u8]>>(samples: &[&[u8]], pieces: &[P], wanted: Wanted, keep: Kept<'_>) -> Self {
        let key = || {
            let pieces: Vec<&[u8]> = pieces.iter().map(AsRef::as_ref).collect();
            Key::of("learnt", &(samples, pieces, wanted))
        };
        kept_or(keep, key, Self::read, |model| Some(model.write()), || Self::learn(samples, pieces, wanted))
    }
}
