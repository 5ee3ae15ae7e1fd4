//! The parts of the pages about people, organisations, topics and regulations.
//!
//! A record claims nothing of its own: each line of it leads to the articles that show it (`cited`), and where articles disagree
//! both are drawn (`roles`).

pub mod cited;
pub mod head;
pub mod holders;
pub mod law;
pub mod related;
pub mod roles;
pub mod within;
