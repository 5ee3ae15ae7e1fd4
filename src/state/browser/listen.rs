//! What the app hears from the page as a whole: history, scrolling, links, single keys.

use std::cell::RefCell;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{KeyboardEvent, MouseEvent};
use yew::Callback;
use yew::html::Scope;

use super::root::{Move, Root};
use super::{keys, place, timing};
use crate::state::site::Step;

/// How long the scroll position rests before it is kept, in milliseconds: browsers limit how often it may be written.
const REST: u32 = 200;

/// Back, Forward, and a fragment typed into the address bar.
pub(super) fn back(root: String, app: Scope<Root>) -> EventListener {
    EventListener::new(&window(), "popstate", move |_| {
        timing::asked();
        let arrival = place::kept().map_or(place::Arrival::Fresh, place::Arrival::At);
        app.send_message(Move::To(place::current(&root), arrival));
    })
}

/// Keeps the scroll position once it rests.
pub(super) fn scrolled() -> EventListener {
    let rest = RefCell::new(None::<Timeout>);
    EventListener::new(&window(), "scroll", move |_| {
        // Replacing the timer drops the one before, which ends it.
        *rest.borrow_mut() = Some(Timeout::new(REST, place::leave));
    })
}

/// Links to pages of this site.
pub(super) fn clicked(root: String, go: Callback<Step>) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "click", options, move |event| {
        let Some(event) = event.dyn_ref::<MouseEvent>() else { return };
        if let Some(location) = place::followed(&root, event) {
            event.prevent_default();
            go.emit(Step::Push(location));
        }
    })
}

/// What the page's script says of what the device keeps.
pub(super) fn told(app: Scope<Root>) -> EventListener {
    EventListener::new(&window(), "jejak:device", move |_| app.send_message(Move::Told))
}

/// What the page's script says of the visitor's own files.
pub(super) fn opened(app: Scope<Root>) -> EventListener {
    EventListener::new(&window(), "jejak:own", move |_| app.send_message(Move::Own))
}

/// Single keys.
pub(super) fn pressed(app: Scope<Root>) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "keydown", options, move |event| {
        if let Some(wish) = event.dyn_ref::<KeyboardEvent>().and_then(keys::press) {
            app.send_message(Move::Wish(wish));
        }
    })
}
