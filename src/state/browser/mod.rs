//! The browser: the only part of the app that exists in a page alone.
//!
//! [`start`] opens the archive that the module carries and mounts the app; `root` holds the view's state and listens;
//! `place` is the address bar and the scroll position; `keys`, `timing` and `stop` are what their names say.

mod carried;
mod keys;
mod place;
mod root;
mod stop;
mod timing;

pub use carried::ARCHIVE;
use gloo::utils::{document, window};

use super::library::Library;
use super::settings::Settings;
use crate::text::Text;

/// Under which name the settings are kept.
const SETTINGS: &str = "jejak:settings";
/// The element that the app fills.
const MOUNT: &str = "jejak";

/// Starts the app in the page.
pub fn start() {
    let settings = load();
    let text = Text::of(settings.language);
    std::panic::set_hook(Box::new(|info| {
        gloo::console::error!(info.to_string());
        let text = Text::of(load().language);
        stop::show(text, text.failed_panic_title, text.failed_panic, text.failed_panic_next);
    }));
    match Library::open(carried::archive()) {
        Ok(library) => {
            let root = place::settle_root();
            let Some(mount) = document().get_element_by_id(MOUNT) else {
                gloo::console::error!("jejak: the page has no element with the id", MOUNT);
                return;
            };
            yew::Renderer::<root::Root>::with_root_and_props(mount, root::RootProps { library, root }).render();
        }
        Err(error) => {
            gloo::console::error!("jejak:", error.to_string());
            stop::show(text, text.failed_title, &(text.failed_archive)(&error.to_string()), text.failed_archive_next);
        }
    }
}

/// The settings as kept; the default where there are none or where the browser keeps nothing.
fn load() -> Settings {
    let storage = window().local_storage().ok().flatten();
    let kept = storage.and_then(|storage| storage.get_item(SETTINGS).ok().flatten());
    kept.map(|kept| Settings::read(&kept)).unwrap_or_default()
}

/// Keeps the settings. A browser that refuses (private mode, full) only forgets them at the next visit.
fn keep(settings: &Settings) {
    let storage = window().local_storage().ok().flatten();
    if storage.and_then(|storage| storage.set_item(SETTINGS, &settings.write()).ok()).is_none() {
        gloo::console::warn!("jejak: this browser does not keep the settings");
    }
}

/// Puts language and theme on the root element, where the style sheet reads them.
fn apply(settings: &Settings) {
    if let Some(html) = document().document_element() {
        let _ = html.set_attribute("data-theme", settings.theme.word());
        let _ = html.set_attribute("lang", settings.language.tag());
    }
}
