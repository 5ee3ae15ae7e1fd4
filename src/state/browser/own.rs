//! Takes over an archive that was made of a visitor's own files.
//!
//! The page's script (`assets/loader/buka.js`) holds its bytes and says when they are there; here they are opened, or refused.

use std::sync::Arc;

use gloo::timers::callback::Timeout;
use gloo::utils::window;
use jejak_archive::{Engine, OpenError, Opening, Query};
use js_sys::{Date, Function, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use yew::Callback;

use crate::state::library::Library;

/// Under which name the script is found.
const SCRIPT: &str = "jejakOwn";

/// What is to become of the archive that is shown.
pub(super) enum Turn {
    /// It stays.
    Stay,
    /// One of the visitor's own is there.
    Open,
    /// The site's own is shown again.
    Close,
}

/// What the script says of it; `open` is whether one of the visitor's own is shown.
pub(super) fn turn(open: bool) -> Turn {
    let how = get(&get(&get(&window(), SCRIPT), "state"), "how").as_string().unwrap_or_default();
    match how.as_str() {
        "opening" => Turn::Open,
        "open" => Turn::Stay,
        _ if open => Turn::Close,
        _ => Turn::Stay,
    }
}

/// So long a task may go on taking parts, in milliseconds.
const SLICE: f64 = 8.0;

/// Opens it, and hands it over; one that cannot be opened is refused, and nothing is handed over. Reading it, a few parts
/// at a time, the answer that it is shown with first, and drawing that are tasks between which the page answers.
pub(super) fn open(done: Callback<Option<Library>>) {
    later(move || {
        let bytes = Uint8Array::new(&get(&get(&window(), SCRIPT), "archive")).to_vec();
        go_on(Opening::begin(bytes), done);
    });
}

fn go_on(opening: Result<Opening, OpenError>, done: Callback<Option<Library>>) {
    later(move || match opening.and_then(some_parts) {
        Ok(Err(opening)) => go_on(Ok(opening), done),
        Ok(Ok(engine)) => {
            let library = Library::of(Arc::new(engine));
            // It is made once, and waits for the view.
            let _ = library.answer(&library.in_use(Query::default()));
            later(move || done.emit(Some(library)));
        }
        Err(error) => {
            act("refused", &error.to_string());
            done.emit(None);
        }
    });
}

/// Takes parts for a while: what is open, or what is left.
fn some_parts(mut opening: Opening) -> Result<Result<Engine, Opening>, OpenError> {
    let start = Date::now();
    while opening.step()? {
        if Date::now() - start >= SLICE {
            return Ok(Err(opening));
        }
    }
    opening.end().map(Ok)
}

fn later(work: impl FnOnce() + 'static) {
    Timeout::new(0, work).forget();
}

/// Asks the script.
pub(super) fn act(what: &str, given: &str) {
    let script = get(&window(), SCRIPT);
    if let Ok(act) = get(&script, "act").dyn_into::<Function>() {
        let _ = act.call2(&script, &what.into(), &given.into());
    }
}

fn get(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or_default()
}
