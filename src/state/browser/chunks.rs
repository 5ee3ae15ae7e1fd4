//! Chunks of the app: the loader fetches and starts them, here is asked for them.
//!
//! A chunk is a WebAssembly of its own over the memory, the table and the functions of this one, all of which it finds among
//! what this one exports. Starting it fills its gates.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::utils::window;
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::chunk::Chunk;
use crate::state::site::Arrival;

/// Under which name the loader leaves what brings a chunk, by its name.
const BRING: &str = "jejakChunk";

/// Which chunks are on their way.
#[derive(Debug, Clone, Default)]
pub(super) struct Chunks(Rc<RefCell<Vec<Chunk>>>);

impl Chunks {
    /// Waits no longer for what is on its way.
    pub(super) fn give_up(&self) {
        self.0.take();
    }

    /// Sends for a chunk at once; how it comes. `None` where it is on its way already.
    pub(super) fn bring(&self, chunk: Chunk) -> Option<impl Future<Output = Arrival> + use<>> {
        if self.0.borrow().contains(&chunk) {
            return None;
        }
        self.0.borrow_mut().push(chunk);
        let (coming, asked) = (send(chunk), self.clone());
        Some(async move {
            let came = match coming {
                Some(coming) => coming.await,
                None => Err(JsValue::UNDEFINED),
            };
            asked.0.borrow_mut().retain(|other| *other != chunk);
            match came {
                // The loader found that a newer site no longer has it.
                Ok(newer) if newer.is_truthy() => Arrival::Newer,
                Ok(_) if chunk.is_there() => Arrival::Coming,
                came => {
                    gloo::console::error!("jejak:", chunk.name(), came.err().unwrap_or_default());
                    Arrival::Lost
                }
            }
        })
    }
}

fn send(chunk: Chunk) -> Option<JsFuture> {
    let bring: Function = Reflect::get(&window(), &BRING.into()).ok()?.dyn_into().ok()?;
    let coming = bring.call1(&JsValue::NULL, &chunk.name().into()).ok()?;
    Some(coming.dyn_into::<Promise>().ok()?.into())
}
