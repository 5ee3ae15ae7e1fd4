//! The parts of the `jejak` command that other programs of the workspace use too.

pub mod serve;
pub mod site;
