//! An archive that lies in parts beside the app: fetches what a page needs.
//!
//! Each part is checked when it arrives. One that does not come, or comes damaged, is named as such and asked for again
//! only when the reader says so; one that is gone means that the site was built anew, and the manifest tells.

use std::cell::{Cell, RefCell};
use std::fmt;
use std::rc::Rc;

use gloo::utils::window;
use jejak_archive::form::pieces;
use jejak_archive::{OpenError, Outcome, PartId};
use js_sys::{Array, Promise, Reflect, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestCache, RequestInit, Response};

use super::place;
use crate::state::library::Library;
use crate::state::site::Arrival;
use crate::state::url::Route;

/// Under which name the loader leaves the answer that brings the beginning.
const SENT: &str = "jejakHead";

/// Why a file did not come.
#[derive(Debug)]
pub(super) enum Lost {
    /// The network or the host failed.
    Away,
    /// The host has no such file.
    Gone,
    /// It came, but it is no archive, or not of this version.
    Damaged(OpenError),
}

/// For the console: what a visitor reads stands in the page's own words.
impl fmt::Display for Lost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Away => f.write_str("the host does not answer"),
            Self::Gone => f.write_str("the host has no such file"),
            Self::Damaged(error) => error.fmt(f),
        }
    }
}

/// Where an archive's parts lie, and which are on their way.
#[derive(Debug)]
pub(super) struct Parts {
    root: String,
    /// With which file it began.
    begun: String,
    library: Library,
    asked: RefCell<Vec<PartId>>,
    /// Whether what the browser keeps is to be passed by: it may be what is damaged.
    anew: Cell<bool>,
}

impl PartialEq for Parts {
    fn eq(&self, other: &Self) -> bool {
        self.library == other.library
    }
}

impl Parts {
    /// Takes the beginning that the loader sent for, else fetches manifest and head.
    pub(super) async fn open(root: &str) -> Result<Self, Lost> {
        if let Some((begun, library)) = sent().await {
            return Ok(Self::with(root, begun, library));
        }
        let manifest = manifest(root).await?;
        let head = pieces::beginnings(&manifest).ok_or(Lost::Damaged(OpenError::NotAnArchive))?.head;
        let bytes = match get(root, head, RequestCache::Default).await {
            // What the browser keeps may be damaged, or of a build that is gone.
            Ok(bytes) if Library::open_head(bytes.clone()).is_ok() => bytes,
            _ => get(root, head, RequestCache::Reload).await?,
        };
        let library = Library::open_head(bytes).map_err(Lost::Damaged)?;
        Ok(Self::with(root, head.to_owned(), library))
    }

    fn with(root: &str, begun: String, library: Library) -> Self {
        Self { root: root.to_owned(), begun, library, asked: RefCell::default(), anew: Cell::new(false) }
    }

    pub(super) fn library(&self) -> &Library {
        &self.library
    }

    /// The parts that the question in the address lacks, as far as it is known yet.
    pub(super) fn lacked(&self) -> Vec<PartId> {
        if let Route::Explore(query) = place::current(&self.root).route
            && let Outcome::Needs(wanted) = &*self.library.answer(&self.library.in_use(query))
        {
            return wanted.clone();
        }
        Vec::new()
    }

    /// Sends for parts at once, and once they are there for those that the question in the address turns out to lack then,
    /// so that nothing is drawn in between; how they come. `None` where all of them are on their way already.
    pub(super) fn bring(self: Rc<Self>, wanted: Vec<PartId>) -> Option<impl Future<Output = Arrival>> {
        let mut coming = self.clone().fetch(wanted)?;
        Some(async move {
            loop {
                let came = coming.await;
                let more = if came == Arrival::Coming { self.lacked() } else { Vec::new() };
                let Some(more) = self.clone().fetch(more) else { return came };
                coming = more;
            }
        })
    }

    /// Waits no longer for what is on its way: it is sent for once more when it is wanted, past what the browser keeps.
    pub(super) fn give_up(&self) {
        if !self.asked.take().is_empty() {
            self.anew.set(true);
        }
    }

    /// Whether nothing is on its way.
    pub(super) fn is_quiet(&self) -> bool {
        self.asked.borrow().is_empty()
    }

    /// Sends for parts that are not on their way yet, at once; how they come. `None` where all of them are.
    fn fetch(self: Rc<Self>, wanted: Vec<PartId>) -> Option<impl Future<Output = Arrival>> {
        let mut new = wanted;
        new.retain(|id| !self.asked.borrow().contains(id));
        self.asked.borrow_mut().extend(&new);
        if new.is_empty() {
            return None;
        }
        // All travel at the same time.
        let cache = if self.anew.get() { RequestCache::Reload } else { RequestCache::Default };
        let path = |id: &PartId| self.library.frame().part(*id).map(pieces::path).unwrap_or_default();
        let sent: Vec<JsFuture> = new.iter().map(|id| send(&self.root, &path(id), cache)).collect();
        Some(async move {
            let mut lost = None;
            for (&id, answer) in new.iter().zip(sent) {
                let supplied =
                    receive(answer).await.and_then(|bytes| self.library.supply(id, bytes).map_err(Lost::Damaged));
                lost = lost.or(supplied.err());
                self.asked.borrow_mut().retain(|other| *other != id);
            }
            match lost {
                None => Arrival::Coming,
                Some(Lost::Gone) if manifest(&self.root).await.is_ok_and(|now| self.is_old(&now)) => Arrival::Newer,
                Some(lost) => {
                    gloo::console::error!("jejak:", lost.to_string());
                    self.anew.set(true);
                    Arrival::Lost
                }
            }
        })
    }

    /// Whether the manifest names other beginnings by now.
    fn is_old(&self, manifest: &str) -> bool {
        pieces::beginnings(manifest).is_some_and(|now| now.head != self.begun && now.core != self.begun)
    }
}

/// The beginning that the loader sent for, with its path, where it came well: the loader also reads it, so that all of it
/// is there when the app is.
async fn sent() -> Option<(String, Library)> {
    let answer = Reflect::get(&window(), &SENT.into()).ok()?.dyn_into::<Promise>().ok()?;
    let came: Array = JsFuture::from(answer).await.ok()?.dyn_into().ok()?;
    let bytes = Uint8Array::new(&came.get(1)).to_vec();
    // The loader names it from where it lies itself, which is the site's root.
    let path = came.get(0).as_string()?.strip_prefix("./")?.to_owned();
    Some((path, Library::open_head(bytes).ok()?))
}

/// The manifest as it is now.
async fn manifest(root: &str) -> Result<String, Lost> {
    let bytes = get(root, pieces::MANIFEST, RequestCache::NoCache).await?;
    Ok(String::from_utf8(bytes).unwrap_or_default())
}

async fn get(root: &str, path: &str, cache: RequestCache) -> Result<Vec<u8>, Lost> {
    receive(send(root, path, cache)).await
}

/// Sends for a file. Whether it comes is heard from the first: one that fails while another is awaited is no surprise.
fn send(root: &str, path: &str, cache: RequestCache) -> JsFuture {
    let init = RequestInit::new();
    init.set_cache(cache);
    window().fetch_with_str_and_init(&format!("{root}{path}"), &init).into()
}

async fn receive(answer: JsFuture) -> Result<Vec<u8>, Lost> {
    body(&response(answer).await?).await
}

async fn response(answer: JsFuture) -> Result<Response, Lost> {
    let response = answer.await.ok().and_then(|response| response.dyn_into::<Response>().ok());
    let response = response.ok_or(Lost::Away)?;
    match response.status() {
        404 | 410 => Err(Lost::Gone),
        _ if !response.ok() => Err(Lost::Away),
        _ => Ok(response),
    }
}

async fn body(response: &Response) -> Result<Vec<u8>, Lost> {
    let buffer = JsFuture::from(response.array_buffer().map_err(|_| Lost::Away)?).await.map_err(|_| Lost::Away)?;
    Ok(Uint8Array::new(&buffer).to_vec())
}
