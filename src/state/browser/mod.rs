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
use gloo::storage::{LocalStorage, Storage};
use gloo::utils::document;

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
    LocalStorage::get(SETTINGS).unwrap_or_default()
}

/// Keeps the settings. A browser that refuses (private mode, full) only forgets them at the next visit.
fn keep(settings: &Settings) {
    if let Err(error) = LocalStorage::set(SETTINGS, settings) {
        gloo::console::warn!("jejak: the settings are not kept:", error.to_string());
    }
}

/// Puts language and theme on the root element, where the style sheet reads them.
fn apply(settings: &Settings) {
    if let Some(html) = document().document_element() {
        let _ = html.set_attribute("data-theme", settings.theme.word());
        let _ = html.set_attribute("lang", settings.language.tag());
    }
}
