//! Takes over an archive that was made of a visitor's own files.
//!
//! The page's script (`assets/loader/buka.js`) holds its bytes and says when they are there; here they are opened, or refused.

use gloo::timers::callback::Timeout;
use gloo::utils::window;
use jejak_archive::Query;
use js_sys::{Function, Reflect, Uint8Array};
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

/// Opens it, and hands it over; one that cannot be opened is refused, and nothing is handed over. Reading it,
/// the answer that it is shown with first, and drawing that are tasks between which the page answers.
pub(super) fn open(done: Callback<Option<Library>>) {
    let later = |work: Box<dyn FnOnce()>| Timeout::new(0, work).forget();
    later(Box::new(move || {
        let bytes = Uint8Array::new(&get(&get(&window(), SCRIPT), "archive")).to_vec();
        let opened = Library::open(bytes).map_err(|error| act("refused", &error.to_string())).ok();
        later(Box::new(move || {
            // It is made once, and waits for the view.
            let _ = opened.as_ref().map(|library| library.answer(&library.in_use(Query::default())));
            later(Box::new(move || done.emit(opened)));
        }));
    }));
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
