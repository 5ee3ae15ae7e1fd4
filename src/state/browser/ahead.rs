//! The element that the app fills, which in a site is one with a page that was drawn ahead.
//!
//! A page that stands already is left alone until the app has drawn the same beside it; then the loader puts the one in
//! place of the other and keeps what a reader did meanwhile. So nothing that stands is drawn twice before a reader's eyes,
//! and whatever else was put into the page cannot confuse the app.

use std::cell::{Cell, RefCell};

use gloo::utils::{document, window};
use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

/// The element that the app fills.
pub(super) const MOUNT: &str = "jejak";
/// Under which name the loader leaves what takes over a page that was drawn ahead.
const TAKE: &str = "jejakTake";

/// Where the app is drawn.
#[derive(Debug)]
pub(super) struct Place {
    pub(super) element: Element,
    /// What puts it in place of a page that still stands.
    take: RefCell<Option<Function>>,
    ahead: Cell<bool>,
}

impl PartialEq for Place {
    fn eq(&self, other: &Self) -> bool {
        self.element == other.element
    }
}

impl Place {
    /// The page's own element, or one beside it where that holds a page already; `None` where the page has none.
    pub(super) fn find() -> Option<Self> {
        let take = Reflect::get(&window(), &TAKE.into()).ok().and_then(|take| take.dyn_into().ok());
        let element = match take {
            Some(_) => document().create_element("div").ok(),
            None => document().get_element_by_id(MOUNT),
        };
        Some(Self { element: element?, ahead: Cell::new(take.is_some()), take: RefCell::new(take) })
    }

    /// Whether a page that was drawn ahead still stands.
    pub(super) fn is_ahead(&self) -> bool {
        self.ahead.get()
    }

    /// Whether what is drawn waits for parts of what it is about; facets alone may follow.
    pub(super) fn is_waiting(&self) -> bool {
        let waiting = self.element.query_selector("main [data-coming]:not(.panel-facets *), main [aria-busy='true']");
        waiting.is_ok_and(|found| found.is_some())
    }

    /// Puts what is drawn in place of what was drawn ahead.
    pub(super) fn take_over(&self) {
        self.ahead.set(false);
        if let Some(take) = self.take.take() {
            let _ = take.call1(&JsValue::NULL, &self.element);
        }
    }
}
