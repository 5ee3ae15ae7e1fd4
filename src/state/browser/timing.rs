//! User timing, where tools and the curious can read it.

use gloo::utils::{document, window};

const ASKED: &str = "jejak:asked";

/// A reader changed what is asked; [`shown`] measures from here.
pub(super) fn asked() {
    if let Some(performance) = window().performance() {
        let _ = performance.mark(ASKED);
    }
}

/// The answer stands in the page.
pub(super) fn shown() {
    if let Some(performance) = window().performance() {
        let _ = performance.measure_with_start_mark("jejak:search", ASKED);
        performance.clear_marks_with_mark_name(ASKED);
    }
}

/// The app answers from now on: measured once, from the navigation that opened the page.
pub(super) fn ready() {
    if let Some(html) = document().document_element() {
        if html.has_attribute("data-ready") {
            return;
        }
        let _ = html.set_attribute("data-ready", "");
    }
    if let Some(performance) = window().performance() {
        let _ = performance.measure("jejak:ready");
    }
}
