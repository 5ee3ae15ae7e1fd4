//! Which addresses a site answers.

use jejak_archive::Engine;
use jejak_archive::model::EntityRef;

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

/// The pages of an archive: the explorer, the quotes, one for each article, and one for each person, organisation and
/// topic that has something to show. The address of the quotes has no title of its own here: its words are the app's.
pub(super) fn of(archive: &[u8]) -> Result<Vec<Route>, SiteError> {
    let engine = Engine::open(archive.to_owned()).map_err(|error| SiteError::Archive(error.to_string()))?;
    let title = engine.meta().title.trim();
    // As the app calls an archive that does not say.
    let title = if title.is_empty() { "Jejak" } else { title };
    let mut routes = vec![Route { path: String::new(), title: title.to_owned() }];
    for index in 0..engine.len() {
        let Some(head) = engine.head(index) else { break };
        routes.push(Route { path: format!("artikel/{}/", head.id), title: format!("{} · {title}", head.title) });
    }
    routes.push(Route { path: "kutipan/".to_owned(), title: title.to_owned() });
    let mut add = |kind: &str, slug: &str, name: &str, entity: EntityRef| {
        if engine.has_page(entity) {
            routes.push(Route { path: format!("{kind}/{slug}/"), title: format!("{name} · {title}") });
        }
    };
    for (person, index) in engine.people().iter().zip(0..) {
        add("tokoh", &person.slug, &person.name, EntityRef::Person(index));
    }
    for (organisation, index) in engine.organisations().iter().zip(0..) {
        add("lembaga", &organisation.slug, &organisation.name, EntityRef::Organisation(index));
    }
    for (topic, index) in engine.topics().iter().zip(0..) {
        add("topik", &topic.slug, &topic.name, EntityRef::Topic(index));
    }
    Ok(routes)
}
