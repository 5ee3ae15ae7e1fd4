//! The search engine alone, for a page that measures it.
//!
//! The app tells how long a change takes until it stands in the page; how much of that is the engine's, only the engine
//! without a page can tell. Compiled and optimised as the app is, so that it is as fast, and as slow.
//!
//! The page writes into the room that [`room`] gives, then calls one of the others.

#[path = "../../src/everything.rs"]
mod everything;

use std::sync::Mutex;

use everything::everything;
use jejak_archive::query::Order;
use jejak_archive::{Engine, Outcome, Query};

/// What was written by the page, the engine, and a question with a value of every facet.
static STATE: Mutex<(Vec<u8>, Option<Engine>, Option<Query>)> = Mutex::new((Vec::new(), None, None));

/// Makes room for so many bytes, and says where.
#[allow(unsafe_code, reason = "a function that JavaScript calls has to have its name")]
#[unsafe(no_mangle)]
pub extern "C" fn room(bytes: usize) -> *const u8 {
    STATE.lock().map_or(std::ptr::null(), |mut state| {
        state.0 = vec![0; bytes];
        state.0.as_ptr()
    })
}

/// Opens the archive that was written; how many articles it holds, 0 where it is none.
#[allow(unsafe_code, reason = "a function that JavaScript calls has to have its name")]
#[unsafe(no_mangle)]
pub extern "C" fn open_archive() -> u32 {
    let Ok(mut state) = STATE.lock() else { return 0 };
    let engine = Engine::open(std::mem::take(&mut state.0)).ok();
    state.2 = engine.as_ref().map(everything);
    state.1 = engine;
    state.1.as_ref().map_or(0, Engine::len)
}

/// Asks the words that were written; how many articles answer.
#[allow(unsafe_code, reason = "a function that JavaScript calls has to have its name")]
#[unsafe(no_mangle)]
pub extern "C" fn ask_words() -> u32 {
    let Ok(state) = STATE.lock() else { return 0 };
    let words = String::from_utf8_lossy(&state.0).into_owned();
    ask(state.1.as_ref(), Query { words, ..Query::default() })
}

/// Asks for all articles, newest first; how many there are.
#[allow(unsafe_code, reason = "a function that JavaScript calls has to have its name")]
#[unsafe(no_mangle)]
pub extern "C" fn ask_newest() -> u32 {
    let Ok(state) = STATE.lock() else { return 0 };
    ask(state.1.as_ref(), Query { order: Order::Newest, ..Query::default() })
}

/// Asks for the articles with a value of every facet; how many there are.
#[allow(unsafe_code, reason = "a function that JavaScript calls has to have its name")]
#[unsafe(no_mangle)]
pub extern "C" fn ask_facets() -> u32 {
    let Ok(state) = STATE.lock() else { return 0 };
    ask(state.1.as_ref(), state.2.clone().unwrap_or_default())
}

fn ask(engine: Option<&Engine>, query: Query) -> u32 {
    match engine.map(|engine| engine.answer(&query)) {
        Some(Outcome::Ready(answer)) => answer.total,
        _ => 0,
    }
}
