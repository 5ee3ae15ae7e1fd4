//! The parts of the `jejak` command that other programs of the workspace use too.

pub mod annotate;
pub mod eval;
pub mod serve;
pub mod site;
