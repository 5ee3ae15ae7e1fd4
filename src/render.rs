//! Pages as strings, without a browser.

use futures::executor::block_on;
use yew::{Callback, Html, LocalServerRenderer, Properties, component};

use crate::app::{shell, title};
use crate::state::library::Library;
use crate::state::settings::Settings;
use crate::state::site::Site;
use crate::state::url::Location;

/// A page as it stands before the app takes over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The title of the document, as plain text.
    pub title: String,
    /// The markup for the element that the app fills. Its links are relative to the site's root.
    pub body: String,
}

/// Renders the page of a location.
#[must_use]
pub fn page(library: &Library, location: &Location, settings: Settings) -> Page {
    let site = Site::new(library.clone(), settings, Callback::noop(), Callback::noop());
    let title = title(&site, location);
    let props = WholeProps { site, location: location.clone() };
    let body = block_on(LocalServerRenderer::<Whole>::with_props(props).hydratable(false).render());
    Page { title, body }
}

/// The page as the one component that the renderer wants.
#[derive(Properties, PartialEq)]
struct WholeProps {
    site: Site,
    location: Location,
}

#[component]
fn Whole(WholeProps { site, location }: &WholeProps) -> Html {
    shell(site, location)
}
