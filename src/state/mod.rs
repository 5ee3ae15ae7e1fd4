//! What the page knows besides what it shows: where it is, what it searches, how the reader likes it.
//!
//! [`url`] is the one source of the view's state; [`library`] is the opened archive; [`settings`] never travel in an
//! address. Everything that touches the browser is in `browser`, which exists only there, so that every page also
//! renders natively.

#[cfg(target_arch = "wasm32")]
pub(crate) mod browser;
pub mod clippings;
pub mod day;
pub mod device;
pub mod filter;
pub mod gauge;
pub mod lasting;
pub mod later;
pub mod library;
pub mod links;
pub mod news;
pub mod own;
pub mod report;
pub mod roles;
pub mod searches;
pub mod settings;
pub mod site;
pub mod source;
pub mod speakers;
pub mod url;
