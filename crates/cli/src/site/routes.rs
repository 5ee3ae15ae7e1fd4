//! Which addresses a site answers.
//!
//! The app alone knows: what it links to must have a folder, and what a reader copies from it must answer.

use jejak_app::render;
use jejak_app::state::library::Library;
use jejak_app::state::settings::Settings;

use super::SiteError;

/// One page with an address of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Route {
    /// From the site's root; empty for the start page, else it ends in `/`.
    pub(super) path: String,
    /// What the browser's tab shows until the app is there, and what a host's crawler reads.
    pub(super) title: String,
}

impl Route {
    /// The way from this page to the site's root: `./`, `../../`.
    pub(super) fn to_root(&self) -> String {
        match self.path.matches('/').count() {
            0 => "./".to_owned(),
            depth => "../".repeat(depth),
        }
    }
}

/// The pages of an archive, as the app names and titles them.
pub(super) fn of(archive: &[u8]) -> Result<Vec<Route>, SiteError> {
    let library = Library::open(archive.to_owned()).map_err(|error| SiteError::Archive(error.to_string()))?;
    let routes = render::addresses(&library).into_iter().map(|location| Route {
        // The start page calls itself `./`, so that it can stand in a link.
        path: location.href().trim_start_matches("./").to_owned(),
        title: render::page_title(&library, &location, Settings::default()),
    });
    Ok(routes.collect())
}
