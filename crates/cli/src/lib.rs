//! The parts of the `jejak` command that other programs of the workspace use too.
