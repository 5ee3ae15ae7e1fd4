//! An archive that is there as a whole, opened in steps.
//!
//! WHY: reading what a thousand articles have in common, by code that a browser compiles meanwhile, takes longer than a page
//! may be without answering. Between two steps it answers; what comes of them is what [`Engine::open`] gives.

use super::Engine;
use super::parts::Parts;
use crate::answer::PartId;
use crate::form::{OpenError, PartKind};

/// An archive that is being opened. Nothing can be asked of it before it is open.
#[derive(Debug)]
pub struct Opening {
    engine: Engine,
    next: u32,
}

impl Opening {
    /// Begins with what all others need.
    ///
    /// # Errors
    /// As [`Engine::open`], but for damage in the parts that follow.
    pub fn begin(bytes: Vec<u8>) -> Result<Self, OpenError> {
        let parts = Parts::unchecked(bytes, true)?;
        parts.check(PartId(0))?;
        Ok(Self { engine: Engine::untaken(parts)?, next: 1 })
    }

    /// Does a little more: checks one part, or once all are checked, reads one that is about all articles. `false` where
    /// all is done.
    ///
    /// # Errors
    /// A part is damaged.
    pub fn step(&mut self) -> Result<bool, OpenError> {
        let Self { engine, next } = self;
        match next.checked_sub(engine.parts.frame().count()) {
            None => engine.parts.check(PartId(*next))?,
            Some(0) => {
                let columns = engine.parts.of_kind(PartKind::Columns, 0);
                columns.map_or(Ok(()), |bytes| engine.heads.take_columns(bytes))?;
            }
            Some(1) => {
                engine.parts.of_kind(PartKind::Facet, 0).into_iter().for_each(|bytes| engine.heads.take_facets(bytes))
            }
            Some(2) => engine.take_all()?,
            Some(_) => return Ok(false),
        }
        *next += 1;
        Ok(true)
    }

    /// The archive; what is not done yet is done at once.
    ///
    /// # Errors
    /// As [`Opening::step`].
    pub fn end(mut self) -> Result<Engine, OpenError> {
        while self.step()? {}
        Ok(self.engine)
    }
}
