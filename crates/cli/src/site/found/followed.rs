//! Who gets a feed and a picture for sharing beside their page, as far as there is room.
//!
//! Each is a file, and hosts count files. A site of up to [`ROOM`] files has them all; a larger one has as many as fit
//! below that, or one for every [`PAGES_A_FILE`] pages where that is more. Those who said most come first, because it is
//! them whom people follow and share; the same in another form (JSON Feed beside Atom) comes last.

use std::collections::HashMap;

use jejak_app::state::library::Library;
use jejak_app::state::url::Route as Shown;
use jejak_archive::Outcome;
use jejak_archive::model::EntityRef;
use jejak_archive::query::FacetKind;

use super::super::routes::Route;

/// Of fewer statements nobody makes a feed or a picture: most of those who speak do so once.
const LEAST: u32 = 3;
/// How many files a site may have before the number of these is cut. Hosts that count take 20,000 and more.
const ROOM: usize = 15_000;
/// How many pages there are at least for each such file of a larger site.
const PAGES_A_FILE: usize = 20;

/// What somebody has beside the page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in super::super) struct Beside {
    pub(in super::super) atom: bool,
    pub(in super::super) json: bool,
}

/// What is written beside which page.
#[derive(Debug, Default)]
pub(in super::super) struct Followed {
    /// By the page's path.
    beside: HashMap<String, Beside>,
    /// How many files that is.
    pub(in super::super) written: usize,
    /// How many are left out for want of room.
    pub(in super::super) left_out: usize,
}

impl Followed {
    /// What belongs beside the pages of a site that has `others` files without it.
    pub(super) fn of(library: &Library, routes: &[Route], others: usize) -> Self {
        let people: HashMap<&str, u32> = library.people().iter().map(|person| &*person.slug).zip(0..).collect();
        let said = |route| statements(library, &people, route).filter(|&said| said >= LEAST);
        let mut wanted: Vec<(&str, u32)> =
            routes.iter().filter_map(|route| Some((route.path.as_str(), said(route)?))).collect();
        // Those who said as much stay in their order.
        wanted.sort_by_key(|&(_, said)| std::cmp::Reverse(said));
        let room = ROOM.saturating_sub(others).max(routes.len() / PAGES_A_FILE);
        Self::within(wanted.iter().map(|&(path, _)| path), room)
    }

    /// The most important files of those whose pages are named, the first most.
    fn within<'a>(paths: impl Iterator<Item = &'a str> + Clone, room: usize) -> Self {
        type Mark = fn(&mut Beside);
        let forms: [Mark; 2] = [|own| own.atom = true, |own| own.json = true];
        let mut followed = Self::default();
        for mark in forms {
            for path in paths.clone() {
                if followed.written < room {
                    mark(followed.beside.entry(path.to_owned()).or_default());
                    followed.written += 1;
                } else {
                    followed.left_out += 1;
                }
            }
        }
        followed
    }

    /// What belongs beside a page.
    pub(in super::super) fn beside(&self, route: &Route) -> Beside {
        self.beside.get(&route.path).copied().unwrap_or_default()
    }
}

/// How many statements a person makes, or articles about a topic hold; none for other pages. Who has no page is not
/// asked for: those whom an archive gives no page have no feed and no picture either.
fn statements(library: &Library, people: &HashMap<&str, u32>, route: &Route) -> Option<u32> {
    let Shown::Record { facet, slug, .. } = &route.location.route else { return None };
    match facet {
        FacetKind::Person => Some(library.statements_of(EntityRef::Person(*people.get(slug.as_str())?))),
        FacetKind::Topic => match library.record(*facet, slug, 0) {
            Outcome::Ready(record) => Some(record?.said.total),
            Outcome::Needs(_) => None,
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn atom_for_all_comes_before_json_for_any() {
        let paths = ["tokoh/a/", "tokoh/b/", "topik/c/"];
        let all = Followed::within(paths.into_iter(), 6);
        assert_eq!((all.written, all.left_out), (6, 0));
        assert!(all.beside.values().all(|own| own.atom && own.json));
        let some = Followed::within(paths.into_iter(), 4);
        assert_eq!((some.written, some.left_out), (4, 2));
        assert!(some.beside.values().all(|own| own.atom) && some.beside["tokoh/a/"].json);
        assert!(!some.beside["tokoh/b/"].json);
        let few = Followed::within(paths.into_iter(), 2);
        assert_eq!((few.written, few.left_out, few.beside.len()), (2, 4, 2));
        assert!(!few.beside.contains_key("topik/c/"));
    }
}
