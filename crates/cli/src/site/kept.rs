//! Pages that an earlier build drew and that need not be drawn again.
//!
//! WHY: most pages stay as they are when an article comes, and drawing them was most of the time of a second build. Of each
//! page is kept what it was made from, a hash of its bytes, and what it asked of the archive with hashes of the answers
//! ([`Trace`]). It is left alone where all of that is so again and its file still has those bytes; in any other case it is
//! drawn. So nothing is believed but a hash of 128 bits.

use std::env;
use std::fs;
use std::hash::Hash;
use std::path::Path;
use std::sync::OnceLock;

use jejak_app::state::library::Library;
use jejak_app::state::library::trace::Trace;
use jejak_archive::keep::{Kept, Key};
use jejak_archive::model::Meta;
use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_128;

use super::SiteError;
use super::ahead::Ahead;
use super::files::Writing;
use super::html::Shell;

/// What earlier builds left of the pages of a site.
pub(super) struct KnownPages<'k> {
    keep: Kept<'k>,
    /// What all pages are made from beside the archive.
    from: u128,
}

/// What is kept of a page.
#[derive(Debug, Serialize, Deserialize)]
struct Known {
    /// In bytes.
    length: usize,
    hash: u128,
    asked: Trace,
}

impl<'k> KnownPages<'k> {
    /// Those of a site that is made from all of this; none where nothing is kept.
    pub(super) fn of(keep: Kept<'k>, shell: &Shell, ahead: &Ahead<'_>, meta: &Meta) -> Self {
        let Some((keep, program)) = keep.zip(program()) else { return Self { keep: None, from: 0 } };
        let from = Key::of("pages", &(program, shell.pieces(), ahead.is_in_parts(), meta)).0;
        Self { keep: Some(keep), from }
    }

    /// Puts a page into a site, made `from` this: as it stands there, or as `draw` draws it. Gives its length in bytes.
    pub(super) fn put(
        &self,
        site: &Writing,
        name: &str,
        library: &Library,
        from: &impl Hash,
        draw: impl FnOnce() -> Result<String, SiteError>,
    ) -> Result<usize, SiteError> {
        let Some(keep) = self.keep else {
            let page = draw()?;
            return site.put(name, page.as_bytes()).map(|()| page.len());
        };
        let key = Key::of("page", &(self.from, name, from));
        let known = keep.get(key).and_then(|known| postcard::from_bytes::<Known>(&known).ok());
        if let Some(Known { length, hash, asked }) = known
            && library.answers_as(&asked)
            && site.stands(name, |bytes| bytes.len() == length && xxh3_128(bytes) == hash)
        {
            return Ok(length);
        }
        let (page, asked) = library.noting(draw);
        let page = page?;
        site.put(name, page.as_bytes())?;
        if let Some(asked) = asked {
            let known = Known { length: page.len(), hash: xxh3_128(page.as_bytes()), asked };
            postcard::to_allocvec(&known).into_iter().for_each(|known| keep.put(key, &known));
        }
        Ok(page.len())
    }
}

/// Names this program, which draws the pages, by its bytes; none where they cannot be read. Once: where it is replaced
/// while it runs, what is read later is another one.
fn program() -> Option<u128> {
    static PROGRAM: OnceLock<Option<u128>> = OnceLock::new();
    // Where a system tells by number what runs, that holds whatever lies at its path by now.
    let running = Path::new("/proc/self/exe");
    *PROGRAM.get_or_init(|| {
        let bytes = fs::read(running).or_else(|_| fs::read(env::current_exe()?)).ok()?;
        Some(xxh3_128(&bytes))
    })
}
