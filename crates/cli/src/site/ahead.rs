//! Pages drawn ahead: what stands at an address before the app is there, by the app's own components.
//!
//! The app takes them over once it has drawn the same. Where the archive lies beside it in parts, it first knows no more
//! than the parts that a page needs, so pages are drawn as from those.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use jejak_app::render;
use jejak_app::state::library::Library;
use jejak_app::state::settings::Settings;
use jejak_archive::form::Frame;
use jejak_archive::{Engine, OpenError, PartId};

use super::SiteError;
use super::routes::Route;

/// An archive whose pages are drawn.
pub(super) struct Ahead<'a> {
    engine: Arc<Engine>,
    /// Its bytes, where it lies beside the app.
    beside: Option<&'a [u8]>,
}

impl<'a> Ahead<'a> {
    pub(super) fn new(engine: Arc<Engine>, beside: Option<&'a [u8]>) -> Self {
        Self { engine, beside }
    }

    /// The opened archive, for one thread.
    pub(super) fn library(&self) -> Library {
        Library::of(self.engine.clone())
    }

    /// Whether its bytes lie beside the app, so that a page is drawn as from parts.
    pub(super) fn is_in_parts(&self) -> bool {
        self.beside.is_some()
    }

    /// The same, for who asks it and draws nothing.
    pub(super) fn engine(&self) -> &Engine {
        &self.engine
    }

    /// The markup for the element that the app fills. `library` is of [`Ahead::library`].
    pub(super) fn body(&self, library: &Library, route: &Route) -> Result<String, SiteError> {
        let settings = Settings::default();
        let page = match self.beside {
            None => render::page(library, &route.location, settings),
            Some(archive) if route.is_section() => {
                // Drawn from another library, which notes nothing.
                library.spoil();
                return section(archive, route);
            }
            // What such a page shows at first hangs on no part that could be missing: more of it waits until asked for.
            Some(_) => render::page_in_parts(library, &route.location, settings, |_| ()),
        };
        Ok(page.body)
    }
}

/// Draws a page that shows less as long as not all parts are there: from those that it asks for.
fn section(archive: &[u8], route: &Route) -> Result<String, SiteError> {
    let failed = |cause: OpenError| SiteError::Archive(cause.to_string());
    let frame = Frame::read(archive).map_err(failed)?;
    let core = archive.get(..frame.core_end()).unwrap_or_default();
    let library = Library::open_head(core.to_vec()).map_err(failed)?;
    let wanted = Rc::new(RefCell::new(Vec::<PartId>::new()));
    let mut supplied = Vec::new();
    loop {
        let note = wanted.clone();
        let want = move |parts| note.borrow_mut().extend(parts);
        let page = render::page_in_parts(&library, &route.location, Settings::default(), want);
        let mut new = wanted.take();
        new.retain(|id| !supplied.contains(id));
        if new.is_empty() {
            return Ok(page.body);
        }
        for id in new {
            let part = frame.part(id).and_then(|part| part.of(archive));
            let bytes = part.ok_or_else(|| failed(OpenError::Untold { part: id }))?;
            library.supply(id, bytes.to_vec()).map_err(failed)?;
            supplied.push(id);
        }
    }
}
