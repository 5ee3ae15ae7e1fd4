//! The parts of an archive that are there, and those that are still to come.

use std::sync::OnceLock;

use crate::answer::PartId;
use crate::form::{Frame, OpenError, PartKind};

/// Parts that a question needs and that are not there, each once, in order.
#[derive(Debug, Default)]
pub(super) struct Missing(pub(super) Vec<PartId>);

impl Missing {
    /// Notes the part that a look-up lacks and goes on without it.
    pub(super) fn note<T>(&mut self, found: Result<T, PartId>) -> Option<T> {
        found.map_err(|part| self.add(part)).ok()
    }

    /// `value` if nothing is missing.
    pub(super) fn or<T>(self, value: T) -> Result<T, Self> {
        if self.0.is_empty() { Ok(value) } else { Err(self) }
    }

    /// Goes on without what another look-up lacks.
    pub(super) fn join(&mut self, there: Result<(), Self>) {
        there.err().into_iter().flat_map(|missing| missing.0).for_each(|part| self.add(part));
    }

    #[inline(never)]
    pub(super) fn add(&mut self, part: PartId) {
        if let Err(at) = self.0.binary_search(&part) {
            self.0.insert(at, part);
        }
    }

    pub(super) fn into_parts(self) -> Vec<PartId> {
        self.0
    }
}

/// The bytes of an archive.
#[derive(Debug)]
pub(super) struct Parts {
    frame: Frame,
    /// The archive from its beginning, as far as it was given when it opened.
    opened: Vec<u8>,
    /// What came later, by part.
    supplied: Vec<OnceLock<Vec<u8>>>,
}

impl Parts {
    /// An archive of which everything is there, or only the head, or of that the catalogue alone.
    pub(super) fn opened(bytes: Vec<u8>, whole: bool) -> Result<Self, OpenError> {
        let parts = Self::unchecked(bytes, whole)?;
        let there = |id: &PartId| parts.frame.part(*id).is_some_and(|part| part.of(&parts.opened).is_some());
        (0..parts.frame.count()).map(PartId).take_while(there).try_for_each(|id| parts.check(id))?;
        Ok(parts)
    }

    /// The same, of which no part is checked yet.
    pub(super) fn unchecked(bytes: Vec<u8>, whole: bool) -> Result<Self, OpenError> {
        let (frame, got) = (Frame::read(&bytes)?, bytes.len());
        let expected = match whole {
            true => frame.end(),
            false if got == frame.core_end() => got,
            false => frame.head_end(),
        };
        if got != expected {
            let (cut, expected, got) = (got < expected, expected as u64, got as u64);
            return Err(if cut { OpenError::Cut { expected, got } } else { OpenError::Trailing { expected, got } });
        }
        let supplied = (0..frame.count()).map(|_| OnceLock::new()).collect();
        Ok(Self { frame, opened: bytes, supplied })
    }

    /// Whether a part is what its row says.
    pub(super) fn check(&self, id: PartId) -> Result<(), OpenError> {
        self.frame.check(id, self.get(id).map_err(|part| OpenError::Untold { part })?)
    }

    /// Takes a part that came later; one that is there already is left as it is.
    pub(super) fn supply(&self, id: PartId, bytes: Vec<u8>) -> Result<(), OpenError> {
        self.frame.check(id, &bytes)?;
        self.frame.learn(id, &bytes)?;
        if let Some(place) = self.supplied.get(id.0 as usize) {
            place.get_or_init(|| bytes);
        }
        Ok(())
    }

    pub(super) fn frame(&self) -> &Frame {
        &self.frame
    }

    /// The bytes of a part; where it is missing, the part, or the one that holds its row where that is missing too.
    pub(super) fn get(&self, id: PartId) -> Result<&[u8], PartId> {
        let Some(part) = self.frame.part(id) else { return Err(self.frame.told_by(id).unwrap_or(id)) };
        let supplied = || self.supplied.get(id.0 as usize)?.get().map(Vec::as_slice);
        part.of(&self.opened).or_else(supplied).ok_or(id)
    }

    /// The parts of a kind.
    pub(super) fn numbers(&self, kind: PartKind) -> impl Iterator<Item = PartId> {
        self.frame.of_kind(kind)
    }

    /// The bytes of the `number`th part of a kind; none where the archive has no such part.
    #[inline(never)]
    pub(super) fn of_kind(&self, kind: PartKind, number: u32) -> Result<&[u8], PartId> {
        self.frame.nth(kind, number).map_or(Ok(&[]), |id| self.get(id))
    }
}
