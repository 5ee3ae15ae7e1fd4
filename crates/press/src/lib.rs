//! News articles in, archive out: read, clean, annotate, link.
pub mod stem;
