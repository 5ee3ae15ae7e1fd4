//! Makes the finished site out of what the bundler left.
//!
//! The bundler knows how to compile the app; it does not know articles. A site needs more: names that change exactly
//! when the bytes behind them change, one folder for each address so that any static host answers a reload, and a page
//! for addresses that lead nowhere. This module does that from files in memory ([`Staged`]), so that a command which
//! brings a compiled app along can put other articles into it ([`Staged::set_archive`]) and write a site without a
//! compiler.
//!
//! What is written never replaces a good site by half a one: see [`write()`].

mod entry;
mod error;
mod files;
mod head;
mod html;
mod moved;
mod names;
mod not_found;
mod routes;
mod sizes;
mod staged;
pub mod wasm;

use std::path::Path;

pub use error::SiteError;
pub(crate) use names::is_by_content as is_named_by_content;
pub use sizes::Sizes;
pub use staged::Staged;

/// The custom section of the app's WebAssembly that carries the archive.
pub const SECTION: &str = "jejak.archive";

/// What a finished site consists of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    /// How many pages have an address of their own.
    pub pages: usize,
    /// How many files there are, pages included.
    pub files: usize,
    /// How many bytes they have together, uncompressed.
    pub bytes: usize,
}

/// Writes the site of a staged app into the folder `out`.
///
/// Everything is written beside `out` first and moved there when it is whole; when anything fails, what was in `out`
/// stays. An `out` that holds something else than a site is left alone.
///
/// # Errors
/// The staged app lacks what a site needs, its archive cannot be opened, or a file cannot be written.
pub fn write(staged: &Staged, out: &Path) -> Result<Written, SiteError> {
    let site = compose(staged)?;
    files::replace(out, &site.files, &[staged::INDEX, staged.loader()])?;
    Ok(Written { pages: site.pages, files: site.files.len(), bytes: site.files.values().map(Vec::len).sum() })
}

/// A site in memory.
struct Composed {
    files: files::Files,
    pages: usize,
}

fn compose(staged: &Staged) -> Result<Composed, SiteError> {
    let routes::Map { meta, routes, moved } = routes::of(staged.archive()?)?;
    if let Some(logo) = &meta.logo {
        staged.file(logo)?;
    }
    let named = names::by_content(staged, meta.accent.as_ref())?;
    let shell = html::Shell::new(staged, &named)?;
    let mut files = named.files;
    files.insert(staged.loader().to_owned(), entry::fill(staged, &named.entry)?);
    let pages = routes.len();
    for route in routes {
        files.insert(format!("{}index.html", route.path), shell.page(&meta, &route).into_bytes());
    }
    for moved in moved {
        let page = moved::page(&moved, meta.base_url.as_deref());
        files.entry(format!("{}index.html", moved.from.path)).or_insert_with(|| page.into_bytes());
    }
    not_found::add(&mut files, &shell)?;
    Ok(Composed { files, pages })
}
