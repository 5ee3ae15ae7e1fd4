//! The screen that is left when the app cannot go on.
//!
//! Drawn without Yew, because Yew may be what failed. Text nodes only.

use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlElement};

use crate::text::Text;

/// What a report of it needs: of which build the page is, and where those who keep the archive are reached.
pub(super) struct Report {
    pub(super) build: String,
    pub(super) address: Option<String>,
}

/// Replaces the page by the cause and the next step.
pub(super) fn show(text: &'static Text, title: &str, cause: &str, next: &str, report: Option<Report>) {
    let document = document();
    let Some(place) = document.get_element_by_id(super::ahead::MOUNT).or_else(|| document.body().map(Into::into))
    else {
        return;
    };
    place.set_text_content(None);
    // What the loader said of a late start is over.
    if let Ok(Some(late)) = document.query_selector("[data-late]") {
        late.remove();
    }
    let Some(main) = child(&place, "main", "") else { return };
    let _ = main.set_attribute("class", "notice-page");
    let _ = main.set_attribute("role", "alert");
    let _ = main.set_attribute("data-stopped", "");
    child(&main, "h1", title);
    child(&main, "p", cause);
    child(&main, "p", next);
    if let Some(button) = child(&main, "button", text.reload()).and_then(|b| b.dyn_into::<HtmlElement>().ok()) {
        let _ = button.set_attribute("class", "button");
        let reload = Closure::<dyn Fn()>::new(|| {
            let _ = window().location().reload();
        });
        button.set_onclick(Some(reload.as_ref().unchecked_ref()));
        // The page ends with the click, so the closure may live as long as the page.
        reload.forget();
    }
    let Some(Report { build, address }) = report else { return };
    if let Some((address, link)) = address.zip(child(&main, "a", text.contact())) {
        let _ = link.set_attribute("class", "button");
        let _ = link.set_attribute("rel", "noopener external");
        let _ = link.set_attribute("href", &address);
    }
    if let Some(line) = child(&main, "p", &build) {
        let _ = line.set_attribute("class", "footer-line");
    }
}

fn child(parent: &Element, name: &str, words: &str) -> Option<Element> {
    let child = parent.owner_document()?.create_element(name).ok()?;
    child.set_text_content(Some(words));
    parent.append_child(&child).ok()?;
    Some(child)
}
