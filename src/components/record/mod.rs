//! The parts of the pages about people, organisations and topics.

pub mod cited;
pub mod head;
pub mod holders;
pub mod related;
pub mod roles;
pub mod within;
