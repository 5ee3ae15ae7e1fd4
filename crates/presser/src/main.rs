//! The worker: hears which files are to be pressed, tells how far it is, and hands over the archive.
//!
//! All is said by messages. To the worker: `{files: [[name, blob], ...], fixes}`, the corrections by hand as JSON where there are
//! any. From it: `{ready}` once it can be asked; while it works `{files, articles, bytes}`; in the end `{made, archive}`, what is
//! told as JSON and the archive's bytes. `{keep: {archive, files, ...}, name}`, `{take: name}` and `{drop: name}` keep an archive in the
//! database of that name, give it back and delete it; the answers are `{kept}`, `{taken}` (null where there is none) and
//! `{dropped}`, or `{failed}` with what was asked and why it failed.
//! `{gauge: text}` measures the press on labelled articles: while it works it says `{gauging: [done, of]}`, in the end `{gauged}`, the
//! figures and all misses as JSON, or `{ungauged}`, why there are none.

#![cfg_attr(not(test), deny(clippy::indexing_slicing, clippy::string_slice))]

#[cfg(target_arch = "wasm32")]
mod store;
#[cfg(target_arch = "wasm32")]
mod worker;

#[cfg(target_arch = "wasm32")]
fn main() {
    worker::start();
}

/// It only runs in a worker; natively there is nothing to start.
#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("jejak-presser runs in a browser's worker: build and serve the site with `cargo xtask serve`.");
}
