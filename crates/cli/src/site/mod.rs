//! Makes the finished site out of what the bundler left.
//!
//! The bundler knows how to compile the app; it does not know articles. A site needs more: names that change exactly
//! when the bytes behind them change, one folder for each address so that any static host answers a reload, and a page
//! for addresses that lead nowhere. This module does that from files in memory ([`Staged`]), so that a command which
//! brings a compiled app along can put other articles into it ([`Staged::set_archive`]) and write a site without a
//! compiler.
//!
//! What is written never replaces a good site by half a one: see [`write()`].

mod ahead;
mod card;
mod entry;
mod error;
mod files;
mod found;
mod head;
mod hosts;
mod html;
mod moved;
mod names;
mod not_found;
mod packed;
mod routes;
mod sizes;
mod split;
mod squeeze;
mod staged;
pub mod wasm;

use std::collections::HashSet;
use std::path::Path;
use std::sync::Arc;

use jejak_archive::Engine;
use rayon::prelude::*;

use ahead::Ahead;

pub use error::SiteError;
pub(crate) use names::is_by_content as is_named_by_content;
pub use sizes::Sizes;
pub use split::SplitError;
pub use staged::Staged;

/// The custom section of the app's WebAssembly that carries the archive.
pub const SECTION: &str = "jejak.archive";

/// Which addresses get a page of their own.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Pages {
    /// All: a host answers each, and those who share or index one see what it is about.
    #[default]
    All,
    /// Those that every site has. The app, started by 404.html, answers the others; a host calls them missing.
    Few,
}

/// What a finished site consists of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    /// How many pages have an address of their own.
    pub pages: usize,
    /// How many files there are, pages included.
    pub files: usize,
    /// How many of them are feeds of one person or topic.
    pub feeds: usize,
    /// How many are pictures for sharing: of the archive, and of people.
    pub cards: usize,
    /// How many such feeds and pictures were left out, because a site has room for so many files.
    pub left_out: usize,
    /// How many bytes they have together, uncompressed.
    pub bytes: usize,
    /// How many files stood there already, the same.
    pub unchanged: usize,
}

/// Writes the site of a staged app into the folder `out`, with `pages`.
///
/// Everything is written beside `out` first and moved there when it is whole; when anything fails, what was in `out`
/// stays. An `out` that holds something else than a site is left alone.
///
/// # Errors
/// The staged app lacks what a site needs, its archive cannot be opened, or a file cannot be written.
pub fn write(staged: &Staged, out: &Path, pages: Pages) -> Result<Written, SiteError> {
    let Composed { files, map, shell, ahead, followed, cards } = compose(staged, pages)?;
    let routes::Map { meta, routes, withdrawn, moved } = &map;
    let mut written = Written {
        pages: routes.len() + withdrawn.len(),
        files: files.len(),
        feeds: followed.feeds,
        cards: followed.cards + usize::from(files.contains_key(found::CARD)),
        left_out: followed.left_out,
        bytes: files.values().map(Vec::len).sum::<usize>(),
        unchanged: 0,
    };
    let taken: HashSet<&str> = routes.iter().chain(withdrawn).map(|route| route.path.as_str()).collect();
    let free = moved.par_iter().filter(|moved| !taken.contains(moved.from.path.as_str()));
    let marks = [staged::INDEX, staged.loader()];
    written.unchanged = files::replace(out, &marks, staged.loader(), |site| {
        files.par_iter().try_for_each(|(name, bytes)| site.put(name, bytes))?;
        // Each page is made where it is written: hundreds of thousands would not fit into memory at once.
        let put = |name: &str, bytes: &[u8]| {
            site.put(name, bytes)?;
            Ok::<_, SiteError>((1, bytes.len()))
        };
        let put_page = |path: &str, page: String| put(&format!("{path}{}", staged::INDEX), page.as_bytes());
        let sum = |a: (usize, usize), b: (usize, usize)| Ok((a.0 + b.0, a.1 + b.1));
        let told = routes.par_iter().map(|route| (route, !meta.noindex));
        let own = told.chain(withdrawn.par_iter().map(|route| (route, false))).map_init(
            || ahead.library(),
            |library, (route, told)| {
                let beside = followed.beside(route);
                let head = head::elements(library, meta, route, told, beside, files.contains_key(found::CARD));
                let page = put_page(&route.path, shell.page(route, &head, &ahead.body(library, route)?))?;
                let mut more = found::of_statements(library, meta, route, beside);
                more.extend(cards.as_ref().and_then(|cards| found::card_of(cards, library, meta, route, beside)));
                more.iter().map(|(name, bytes)| put(name, bytes)).try_fold(page, |all, one| sum(all, one?))
            },
        );
        let old = free.map(|moved| put_page(&moved.from.path, moved::page(moved, meta.base_url.as_deref())));
        let (count, bytes) = own.chain(old).try_reduce(|| (0, 0), sum)?;
        written.files += count;
        written.bytes += bytes;
        Ok(())
    })?;
    Ok(written)
}

/// A site in memory, but for its pages.
struct Composed<'a> {
    files: files::Files,
    map: routes::Map,
    shell: html::Shell,
    ahead: Ahead<'a>,
    /// What is written beside pages.
    followed: found::Followed,
    /// What draws pictures for sharing, where there are any.
    cards: Option<card::Press>,
}

fn compose(staged: &Staged, pages: Pages) -> Result<Composed<'_>, SiteError> {
    let engine = Engine::open(staged.archive()?.to_owned()).map_err(|error| SiteError::Archive(error.to_string()))?;
    let ahead = Ahead::new(Arc::new(engine.keeping_texts()), staged.beside());
    let map = routes::of(&ahead, pages);
    if let Some(logo) = &map.meta.logo {
        staged.file(logo)?;
    }
    let named = names::by_content(staged, map.meta.accent.as_ref())?;
    let shell = html::Shell::new(staged, &named)?;
    let mut files = named.files;
    files.insert(staged.loader().to_owned(), entry::fill(staged, &named.entry)?);
    not_found::add(&mut files, &shell)?;
    let library = ahead.library();
    let cards = map.meta.base_url.as_ref().and_then(|_| card::Press::new(&map.meta));
    found::add(&mut files, &map, &library, cards.as_ref());
    hosts::add(&mut files, &map, &shell, staged.loader())?;
    let others = files.len() + map.routes.len() + map.moved.len();
    let followed = found::followed(&library, &map, cards.as_ref(), others);
    drop(library);
    Ok(Composed { files, map, shell, ahead, followed, cards })
}
