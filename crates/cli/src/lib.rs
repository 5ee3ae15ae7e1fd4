//! The parts of the `jejak` command that other programs of the workspace use too.

#![cfg_attr(not(test), deny(clippy::indexing_slicing, clippy::string_slice))]

pub mod annotate;
pub mod build;
pub mod eval;
pub mod export;
pub mod inspect;
pub mod new;
mod opened;
pub mod repeated;
pub mod report;
pub mod search;
pub mod serve;
pub mod site;
pub mod speakers;
pub mod watch;
