//! Which addresses a site answers.

use jejak_archive::Engine;

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

/// The pages of an archive: the explorer and one for each article.
pub(super) fn of(archive: &[u8]) -> Result<Vec<Route>, SiteError> {
    let engine = Engine::open(archive.to_owned()).map_err(|error| SiteError::Archive(error.to_string()))?;
    let meta = engine.meta();
    let mut routes = vec![Route { path: String::new(), title: meta.title.clone() }];
    for index in 0..engine.len() {
        let Some(head) = engine.head(index) else { break };
        routes
            .push(Route { path: format!("artikel/{}/", head.id), title: format!("{} · {}", head.title, meta.title) });
    }
    Ok(routes)
}
