//! Single keys: `/` search, `j` and `k` through hits or statements, `u` back to exploring, `?` the list of keys.

use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement, HtmlElement, KeyboardEvent};

use super::place;
use crate::components::shell::help;

/// What a key asks for that the app itself has to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wish {
    /// To the search field, on whichever page it is.
    Search,
    /// Back to the page of hits.
    Explore,
}

/// Acts on a key, or says what the app is to do about it.
pub(super) fn press(event: &KeyboardEvent) -> Option<Wish> {
    if event.default_prevented() || event.ctrl_key() || event.meta_key() || event.alt_key() || typing(event) {
        return None;
    }
    let wish = match event.key().as_str() {
        "/" => Some(Wish::Search),
        "u" => Some(Wish::Explore),
        "j" => step(1),
        "k" => step(-1),
        "?" => open_help(),
        _ => return None,
    };
    event.prevent_default();
    wish
}

/// Whether the key goes into a field or an open dialog.
fn typing(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| {
        target.closest("input, select, textarea, dialog[open], [contenteditable]").ok().flatten().is_some()
    })
}

fn open_help() -> Option<Wish> {
    let dialog = document().get_element_by_id(help::ID)?.dyn_into::<HtmlDialogElement>().ok()?;
    // Fails only where it is already open.
    let _ = dialog.show_modal();
    None
}

/// Moves the focus to the next or previous hit, or statement of an article: of the speaker chosen where one is.
fn step(by: i32) -> Option<Wish> {
    let document = document();
    let all = document.query_selector_all(".hit-title a, .said:not(.dim) > .tail .permalink").ok()?;
    let links: Vec<HtmlElement> =
        (0..all.length()).filter_map(|at| all.get(at)?.dyn_into::<HtmlElement>().ok()).collect();
    let block = |element: &Element| element.closest(".hit, .said").ok().flatten();
    let here = document.active_element().and_then(|active| block(&active));
    let at = here.and_then(|here| links.iter().position(|link| block(link).as_ref() == Some(&here)));
    let last = links.len().checked_sub(1)?;
    let to = match at {
        Some(at) => at.checked_add_signed(isize::try_from(by).ok()?)?.min(last),
        None => 0,
    };
    let link = links.get(to)?;
    place::center(link);
    let _ = link.focus();
    None
}
