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
mod data;
mod entry;
mod error;
mod files;
mod found;
mod head;
mod hosts;
mod html;
mod install;
mod kept;
mod moved;
mod names;
mod not_found;
mod offline;
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
use std::sync::atomic::{AtomicUsize, Ordering};

use jejak_app::state::library::Library;
use jejak_archive::Engine;
use jejak_archive::keep::Kept;
use jejak_archive::model::Meta;
use rayon::prelude::*;

use ahead::Ahead;
use kept::KnownPages;

pub use error::SiteError;
pub(crate) use names::is_by_content as is_named_by_content;
pub(crate) use offline::OFF as WITHOUT_WORKER;
pub use sizes::Sizes;
pub use split::SplitError;
pub(crate) use staged::WORKER;
pub use staged::{GAUGE, Staged};

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
    write_keeping(staged, out, pages, None)
}

/// As [`write()`]; which pages need not be drawn is taken from what an earlier build left in `keep`, and left there for the
/// next one.
///
/// # Errors
/// As [`write()`].
pub(crate) fn write_keeping(staged: &Staged, out: &Path, pages: Pages, keep: Kept<'_>) -> Result<Written, SiteError> {
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
    let known = KnownPages::of(keep, &shell, &ahead, meta);
    let free = moved.par_iter().filter(|moved| !taken.contains(moved.from.path.as_str()));
    let marks = [staged::INDEX, staged.loader()];
    written.unchanged = files::replace(out, &marks, staged.loader(), |site| {
        let (count, bytes) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let put_data = |name: &str, data: &[u8]| {
            count.fetch_add(1, Ordering::Relaxed);
            bytes.fetch_add(data.len(), Ordering::Relaxed);
            site.put(name, data)
        };
        // Those of the app wait for the disk while tables are made.
        let put_app = || files.par_iter().try_for_each(|(name, bytes)| site.put(name, bytes));
        let (app, data) = rayon::join(put_app, || data::lay(ahead.engine(), &put_data));
        app.and(data)?;
        written.files += count.into_inner();
        written.bytes += bytes.into_inner();
        // Each page is made where it is written: hundreds of thousands would not fit into memory at once.
        let put = |name: &str, bytes: &[u8]| {
            site.put(name, bytes)?;
            Ok::<_, SiteError>((1, bytes.len()))
        };
        let put_page = |path: &str, page: String| put(&file_of(path), page.as_bytes());
        let sum = |a: (usize, usize), b: (usize, usize)| Ok((a.0 + b.0, a.1 + b.1));
        let told = routes.par_iter().map(|route| (route, !meta.noindex));
        let own = told.chain(withdrawn.par_iter().map(|route| (route, false))).map_init(
            || ahead.library(),
            |library, (route, told)| {
                let beside = followed.beside(route);
                let shared = files.contains_key(found::CARD);
                let draw = || page(&shell, &ahead, library, meta, route, told, beside, shared);
                let page = known.put(site, &file_of(&route.path), library, &(route, told, beside, shared), draw)?;
                let page = (1, page);
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

/// The file of a page, by the page's path.
fn file_of(path: &str) -> String {
    format!("{path}{}", staged::INDEX)
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
    let app = install::App::of(&map.meta, staged.icon())?;
    let shell = html::Shell::new(staged, &named, &app.links())?;
    let names::Named { mut files, entry, .. } = named;
    let named = files.keys().cloned().collect();
    app.add(&mut files);
    not_found::add(&mut files, &shell)?;
    let library = ahead.library();
    let cards = map.meta.base_url.as_ref().and_then(|_| card::Press::new(&map.meta));
    found::add(&mut files, &map, &library, cards.as_ref());
    let others = files.len() + LATE + map.routes.len() + map.moved.len();
    let followed = found::followed(&library, &map, cards.as_ref(), others);
    let mut sections = Vec::new();
    for route in map.routes.iter().filter(|route| route.is_section()) {
        let (told, shared) = (!map.meta.noindex, files.contains_key(found::CARD));
        let beside = followed.beside(route);
        sections.push((route.path.clone(), page(&shell, &ahead, &library, &map.meta, route, told, beside, shared)?));
    }
    drop(library);
    let build = offline::Build { staged, entry: &entry, shell: &shell, map: &map, named, sections };
    offline::add(&mut files, &build)?;
    hosts::add(&mut files, &map, &shell, staged.loader())?;
    Ok(Composed { files, map, shell, ahead, followed, cards })
}

/// How many files come when it is known which feeds and pictures there are: loader, worker, its list, and two for hosts.
const LATE: usize = 5;

/// A page as it stands in its file.
#[expect(clippy::too_many_arguments, reason = "a page is made of all of it, in two places")]
fn page(
    shell: &html::Shell,
    ahead: &Ahead<'_>,
    library: &Library,
    meta: &Meta,
    route: &routes::Route,
    told: bool,
    beside: found::Beside,
    shared: bool,
) -> Result<String, SiteError> {
    let head = head::elements(library, meta, route, told, beside, shared);
    Ok(shell.page(route, &head, &ahead.body(library, route)?))
}
