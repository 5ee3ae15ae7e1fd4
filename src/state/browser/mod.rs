//! The browser: the only part of the app that exists in a page alone.
//!
//! [`start`] opens the archive that the module carries, or the one beside it in `parts`, and mounts the app in its place
//! (`ahead`); `chunks` brings what else of the app a page needs; `root`
//! holds the view's state, `listen` hears the page; `place` is the address bar and the scroll position; `keys`, `timing`,
//! `stop` and `memory` are what their names say.

mod ahead;
mod carried;
mod chunks;
mod keys;
mod listen;
mod memory;
mod own;
mod parts;
mod place;
mod root;
mod stop;
mod timing;

use std::cell::OnceCell;
use std::rc::Rc;

pub use carried::ARCHIVE;
use gloo::utils::{document, window};
use jejak_archive::OpenError;

use ahead::Place;
use parts::{Lost, Parts};

use super::library::Library;
use super::report;
use super::settings::Settings;
use super::site::Arrival;
use crate::text::Text;

/// Under which name the settings are kept.
const SETTINGS: &str = "jejak:settings";

/// Starts the app in the page.
pub fn start() {
    let settings = load();
    let text = Text::of(settings.language);
    // By way of Yew, which would otherwise put its own in place of this one.
    yew::set_custom_panic_hook(Box::new(|info| {
        let said = info.to_string();
        gloo::console::error!(&said);
        let text = Text::of(load().language);
        let report = OPEN.with(|open| open.get().map(|library| reported(text, library, &said)));
        stop::show(text, text.failed_panic_title(), text.failed_panic(), text.failed_panic_next(), report);
    }));
    let carried = carried::archive();
    if carried.is_empty() {
        // It lies beside the app, in parts.
        yew::platform::spawn_local(async move {
            let root = place::settle_root();
            match Parts::open(&root).await {
                Ok(parts) => open(Rc::new(parts), root).await,
                Err(Lost::Damaged(error)) => refuse(text, &error),
                Err(lost) => {
                    gloo::console::error!("jejak:", lost.to_string());
                    stop::show(text, text.failed_title(), text.part_lost(), text.failed_archive_next(), None);
                }
            }
        });
        return;
    }
    match Library::open(carried) {
        Ok(library) => {
            let (root, came) = (place::settle_root(), Arrival::Whole);
            let Some(place) = Place::find() else { return missing() };
            draw(root::RootProps { library, root, parts: None, came, place: Rc::new(place) });
        }
        Err(error) => refuse(text, &error),
    }
}

/// Draws an archive in parts: at once, or where a page stands already, once there is what its address asks for.
async fn open(parts: Rc<Parts>, root: String) {
    let Some(place) = Place::find() else { return missing() };
    let lacked = if place.is_ahead() { parts.lacked() } else { Vec::new() };
    let coming = parts.clone().bring(lacked);
    parts.library().prepare();
    let came = match coming {
        Some(coming) => coming.await,
        None => Arrival::Coming,
    };
    draw(root::RootProps { library: parts.library().clone(), root, parts: Some(parts), came, place: Rc::new(place) });
}

thread_local! {
    /// The archive that is shown, for a report where the page stops.
    static OPEN: OnceCell<Library> = const { OnceCell::new() };
}

/// What a report of a stopped page says beside the page. Of an archive of the visitor's own no letter is begun: its address
/// and the message may hold words of it, and whoever keeps the site has nothing to do with them.
fn reported(text: &'static Text, library: &Library, said: &str) -> stop::Report {
    let build = format!("Jejak {} · {}", env!("CARGO_PKG_VERSION"), text.footer_stamp().with(library.stamp()));
    let page = window().location().href().unwrap_or_default();
    let told = || report::stopped(library.meta(), &[text.failed_panic_title(), &page, &build, "", said]);
    let address = if place::is_own() { None } else { told() };
    stop::Report { build, address }
}

/// Mounts the app.
fn draw(props: root::RootProps) {
    let _ = OPEN.with(|open| open.set(props.library.clone()));
    yew::Renderer::<root::Root>::with_root_and_props(props.place.element.clone(), props).render();
}

/// Says where the app would stand.
fn missing() {
    gloo::console::error!("jejak: the page has no element with the id", ahead::MOUNT);
}

/// Says why the archive cannot be opened.
fn refuse(text: &'static Text, error: &OpenError) {
    gloo::console::error!("jejak:", error.to_string());
    let cause = text.failed_archive().with(&error.to_string());
    stop::show(text, text.failed_title(), &cause, text.failed_archive_next(), None);
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
        // What is said, which is not what was chosen as long as its words are on their way.
        let _ = html.set_attribute("lang", Text::of(settings.language).language.tag());
    }
}
