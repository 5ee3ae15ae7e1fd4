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
        for (i, part) in frame.parts.iter().enumerate().take_while(|(_, part)| part.range.end <= got) {
            frame.check(PartId(i as u32), bytes.get(part.range.clone()).unwrap_or_default())?;
        }
        let supplied = frame.parts.iter().map(|_| OnceLock::new()).collect();
        Ok(Self { frame, opened: bytes, supplied })
    }

    /// Takes a part that came later; one that is there already is left as it is.
    pub(super) fn supply(&self, id: PartId, bytes: Vec<u8>) -> Result<(), OpenError> {
        self.frame.check(id, &bytes)?;
        if let Some(place) = self.supplied.get(id.0 as usize) {
            place.get_or_init(|| bytes);
        }
        Ok(())
    }

    pub(super) fn frame(&self) -> &Frame {
        &self.frame
    }

    /// The bytes of a part, or the part itself where it is missing.
    pub(super) fn get(&self, id: PartId) -> Result<&[u8], PartId> {
        let part = self.frame.parts.get(id.0 as usize);
        let opened = part.and_then(|part| self.opened.get(part.range.clone()));
        let supplied = || self.supplied.get(id.0 as usize)?.get().map(Vec::as_slice);
        opened.or_else(supplied).ok_or(id)
    }

    /// The parts of a kind.
    pub(super) fn numbers(&self, kind: PartKind) -> impl Iterator<Item = PartId> {
        let parts = self.frame.parts.iter().zip(0..);
        parts.filter(move |(part, _)| part.kind == kind).map(|(_, number)| PartId(number))
    }

    /// The bytes of the `number`th part of a kind; none where the archive has no such part.
    #[inline(never)]
    pub(super) fn of_kind(&self, kind: PartKind, number: u32) -> Result<&[u8], PartId> {
        let first = self.frame.parts.iter().position(|part| part.kind == kind);
        let id = first.and_then(|first| first.checked_add(number as usize));
        match id.filter(|&id| self.frame.parts.get(id).is_some_and(|part| part.kind == kind)) {
            Some(id) => self.get(PartId(id as u32)),
            None => Ok(&[]),
        }
    }
}
