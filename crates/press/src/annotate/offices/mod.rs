//! What people are: offices as printed, where they are held, in what standing, and by whom.

pub(crate) mod apposition;
pub(crate) mod belongs;
mod between;
pub(crate) mod body;
mod clauses;
pub(crate) mod closed;
pub(crate) mod doubt;
pub(crate) mod english;
pub(crate) mod field;
pub(crate) mod holders;
pub(crate) mod roles;
mod short;
pub(crate) mod small;
mod stretch;
pub(crate) mod tail;
pub(crate) mod terms;
