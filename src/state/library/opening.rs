//! An archive that is there as a whole, opened in steps.
//!
//! WHY: reading what a thousand articles have in common, by code that a browser compiles meanwhile, takes longer than a page
//! may be without answering. Between two parts it answers; what becomes of them is the same.

use jejak_archive::form::Frame;
use jejak_archive::{OpenError, PartId};

use super::Library;

/// An archive that is being opened.
pub struct Opening {
    library: Library,
    frame: Frame,
    bytes: Vec<u8>,
    next: u32,
}

impl Opening {
    /// Begins with what all others need.
    ///
    /// # Errors
    /// As [`Library::open`], but for damage in the parts that follow.
    pub fn begin(bytes: Vec<u8>) -> Result<Self, OpenError> {
        let frame = Frame::read(&bytes)?;
        let (expected, got) = (frame.end() as u64, bytes.len() as u64);
        if got > expected {
            return Err(OpenError::Trailing { expected, got });
        }
        let core = bytes.get(..frame.core_end()).filter(|_| got == expected);
        let library = Library::open_head(core.ok_or(OpenError::Cut { expected, got })?.to_vec())?;
        Ok(Self { library, frame, bytes, next: 0 })
    }

    /// Takes one more part; `false` where all are there.
    ///
    /// # Errors
    /// Where it is damaged.
    pub fn step(&mut self) -> Result<bool, OpenError> {
        let id = PartId(self.next);
        if id.0 >= self.frame.count() {
            return Ok(false);
        }
        let part = self.frame.part(id).and_then(|part| part.of(&self.bytes)).ok_or(OpenError::Untold { part: id })?;
        self.library.supply(id, part.to_vec())?;
        self.next += 1;
        Ok(true)
    }

    /// What is opened by now.
    #[must_use]
    pub fn end(self) -> Library {
        self.library
    }
}
