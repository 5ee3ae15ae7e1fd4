//! The address bar, the history and the scroll position.
//!
//! The site's root is where the page's `base` element points: pages lie in folders of any depth, under any prefix.
//! Each entry of the history carries the scroll position it was left at, because the browser's own restoring comes
//! too early for a page that fills itself.

use std::cell::Cell;

use gloo::utils::{document, window};
use jejak_archive::words::place_of;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlAnchorElement, HtmlElement, MouseEvent, ScrollRestoration};

use crate::app::CONTENT;
use crate::state::site::Step;
use crate::state::url::{self, Location, Route};

thread_local! {
    /// Whether the archive is the visitor's own. Then addresses stand behind the `#` of one page, because what stands there is sent
    /// to no host: neither what is in the archive, nor what is looked for in it.
    static OWN: Cell<bool> = const { Cell::new(false) };
}

/// What stands between the site's root and an address in an archive of the visitor's own.
fn own() -> String {
    format!("{}/#/", url::OWN)
}

/// Says whether the archive is the visitor's own from now on.
pub(super) fn set_own(is: bool) {
    OWN.set(is);
}

/// Whether the archive is the visitor's own.
pub(super) fn is_own() -> bool {
    OWN.get()
}

/// Where to look once a location is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Arrival {
    /// Where one was.
    Stay,
    /// On a page that was just opened from outside: at what the fragment names.
    First,
    /// On another page: at what the fragment names, else at the top, with the focus there for those who read by ear.
    Fresh,
    /// At a position kept in the history.
    At(f64),
    /// At the search field.
    Field,
}

/// The address of the site's root, ending in `/`. Also nails the `base` element to it, so that links resolve the same
/// wherever the app goes from here.
pub(super) fn settle_root() -> String {
    let document = document();
    let base = document.base_uri().ok().flatten().unwrap_or_default();
    let root = base.split(['?', '#']).next().unwrap_or_default();
    let root = root.get(..root.rfind('/').map_or(0, |at| at + 1)).unwrap_or_default().to_owned();
    if let Ok(Some(element)) = document.query_selector("base") {
        let _ = element.set_attribute("href", &root);
    }
    if let Ok(history) = window().history() {
        let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
    }
    root
}

/// Where the address bar says the reader is.
pub(super) fn current(root: &str) -> Location {
    let address = window().location().href().unwrap_or_default();
    read(root, &address).unwrap_or_else(|| Location::of(Route::Missing(String::new())))
}

/// An absolute address as a location of this site, if it is one.
fn read(root: &str, address: &str) -> Option<Location> {
    let mut rest = address.strip_prefix(root)?;
    if let Some(inner) = rest.strip_prefix(&own()) {
        // Of an archive that is open no more the page that opens another one is left.
        if !OWN.get() {
            return Some(Location::of(Route::Own));
        }
        rest = inner;
    }
    let (rest, fragment) = rest.split_once('#').unwrap_or((rest, ""));
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    Some(Location::read(path, query, fragment))
}

/// Writes a step into the history.
pub(super) fn write(root: &str, step: &Step) {
    let Ok(history) = window().history() else { return };
    let (Step::Push(location) | Step::Replace(location)) = step;
    let href = location.href();
    let own = if OWN.get() { own() } else { String::new() };
    let address = format!("{root}{own}{}", href.strip_prefix("./").unwrap_or(&href));
    let _ = match step {
        Step::Push(_) => {
            leave();
            history.push_state_with_url(&JsValue::NULL, "", Some(&address))
        }
        Step::Replace(_) => history.replace_state_with_url(&scroll(), "", Some(&address)),
    };
}

/// Keeps the scroll position in the entry of the history that is current.
pub(super) fn leave() {
    if let Ok(history) = window().history() {
        let _ = history.replace_state(&scroll(), "");
    }
}

fn scroll() -> JsValue {
    window().scroll_y().map_or(JsValue::NULL, JsValue::from_f64)
}

/// The scroll position that the current entry was left at, if it was.
pub(super) fn kept() -> Option<f64> {
    window().history().ok()?.state().ok()?.as_f64()
}

/// Where to look first: where the page was left, unless the loader did so already because a page stood there.
pub(super) fn first(ahead: bool) -> Arrival {
    let asked = window().location().search().is_ok_and(|search| !search.is_empty());
    match kept() {
        Some(_) if ahead && !asked => Arrival::Stay,
        Some(y) => Arrival::At(y),
        None => Arrival::First,
    }
}

/// The location that a click on a link leads to, where the app follows it itself.
pub(super) fn followed(root: &str, event: &MouseEvent) -> Option<Location> {
    let changed = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    if event.default_prevented() || event.button() != 0 || changed {
        return None;
    }
    let target = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    let link = target.closest("a[href]").ok().flatten()?.dyn_into::<HtmlAnchorElement>().ok()?;
    if link.has_attribute("target") || link.has_attribute("download") || place_of(&link.rel(), "external").is_some() {
        return None;
    }
    read(root, &link.href())
}

/// The id of the search field, on pages that have one.
const FIELD: &str = "cari";

/// Whether the page has a search field.
pub(super) fn has_field() -> bool {
    document().get_element_by_id(FIELD).is_some()
}

/// Looks where the arrival says.
pub(super) fn arrive(arrival: Arrival, location: &Location) {
    match arrival {
        Arrival::Stay => {}
        Arrival::At(y) => window().scroll_to_with_x_and_y(0.0, y),
        Arrival::Fresh => {
            let found = (!location.fragment.is_empty()).then(|| look_at(&location.fragment)).flatten();
            if found.is_none() {
                focus(CONTENT);
                window().scroll_to_with_x_and_y(0.0, 0.0);
            }
        }
        Arrival::First => {
            look_at(&location.fragment);
        }
        Arrival::Field => {
            look_at(FIELD);
        }
    }
}

/// Brings an element into view and puts the focus on it.
fn look_at(id: &str) -> Option<()> {
    let element = document().get_element_by_id(id)?.dyn_into::<HtmlElement>().ok()?;
    center(&element);
    focus(id)
}

/// Puts the focus on an element without scrolling.
fn focus(id: &str) -> Option<()> {
    let element = document().get_element_by_id(id)?.dyn_into::<HtmlElement>().ok()?;
    let quiet = web_sys::FocusOptions::new();
    quiet.set_prevent_scroll(true);
    element.focus_with_options(&quiet).ok()
}

/// Scrolls so that an element is in the middle; one taller than the window shows its beginning.
pub(super) fn center(element: &HtmlElement) {
    let tall = window().inner_height().ok().and_then(|h| h.as_f64()).unwrap_or(f64::MAX);
    let fits = element.get_bounding_client_rect().height() < tall * 0.8;
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(if fits {
        web_sys::ScrollLogicalPosition::Center
    } else {
        web_sys::ScrollLogicalPosition::Start
    });
    element.scroll_into_view_with_scroll_into_view_options(&options);
}
