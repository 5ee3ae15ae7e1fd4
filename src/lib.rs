//! Jejak in the browser: search an archive of news, filter it, read it, and link to what was said.
//!
//! The app is a view of an archive that `jejak-archive` opens and searches. In a page it carries its archive inside
//! its WebAssembly and mounts itself (`start`); natively the same pages render to strings ([`render`]), for tests and
//! for pages that are written ahead.

#![cfg_attr(not(test), deny(clippy::indexing_slicing, clippy::string_slice))]

pub mod app;
pub mod chunk;
pub mod components;
pub mod markup;
pub mod pages;
#[cfg(not(target_arch = "wasm32"))]
pub mod render;
pub mod state;
pub mod text;
pub mod widget;

#[cfg(target_arch = "wasm32")]
pub use state::browser::{ARCHIVE, start};
