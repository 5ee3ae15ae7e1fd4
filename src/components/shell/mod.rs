//! What stands around every page.

pub mod display;
pub mod footer;
pub mod help;
pub mod masthead;
