//! Who gets a feed and a picture for sharing beside their page, as far as there is room.
//!
//! Each is a file, and hosts count files. A site of up to [`ROOM`] files has them all; a larger one has as many as fit
//! below that, or one for every [`PAGES_A_FILE`] pages where that is more. Those who said most come first, because it is
//! them whom people follow and share: of each the Atom feed, and of a person the picture. The same in another form (JSON Feed beside Atom) comes last.

use std::collections::HashMap;

use jejak_app::state::library::Library;
use jejak_app::state::url::Route as Shown;
use jejak_archive::Outcome;
use jejak_archive::model::EntityRef;
use jejak_archive::query::FacetKind;

use super::super::card::Press;
use super::super::routes::Route;

/// Of fewer statements nobody makes a feed or a picture: most of those who speak do so once.
const LEAST: u32 = 3;
/// How many files a site may have before the number of these is cut. Hosts that count take 20,000 and more.
const ROOM: usize = 15_000;
/// How many pages there are at least for each such file of a larger site.
const PAGES_A_FILE: usize = 20;

/// What somebody has beside the page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub(in super::super) struct Beside {
    pub(in super::super) atom: bool,
    pub(in super::super) json: bool,
    pub(in super::super) card: bool,
}

/// What is written beside which page.
#[derive(Debug, Default)]
pub(in super::super) struct Followed {
    /// By the page's path.
    beside: HashMap<String, Beside>,
    /// How many feeds that is.
    pub(in super::super) feeds: usize,
    /// How many pictures.
    pub(in super::super) cards: usize,
    /// How many are left out for want of room.
    pub(in super::super) left_out: usize,
}

impl Followed {
    /// What belongs beside the pages of a site that has `others` files without it.
    pub(super) fn of(library: &Library, routes: &[Route], cards: Option<&Press>, others: usize) -> Self {
        let people: HashMap<&str, u32> = library.people().iter().map(|person| &*person.slug).zip(0..).collect();
        let said = |route| statements(library, &people, route).filter(|&said| said >= LEAST);
        let mut wanted: Vec<(&Route, u32)> = routes.iter().filter_map(|route| Some((route, said(route)?))).collect();
        // Those who said as much stay in their order.
        wanted.sort_by_key(|&(_, said)| std::cmp::Reverse(said));
        let room = ROOM.saturating_sub(others).max(routes.len() / PAGES_A_FILE);
        let wanted: Vec<(&str, bool)> = wanted
            .into_iter()
            .map(|(route, _)| (route.path.as_str(), cards.is_some_and(|cards| may_have_card(cards, route))))
            .collect();
        Self::within(&wanted, room)
    }

    /// The most important files of those whose pages are named, the first most.
    fn within(wanted: &[(&str, bool)], room: usize) -> Self {
        let mut followed = Self::default();
        for &(path, card) in wanted {
            followed.mark(path, room, |own| own.atom = true);
            if card && followed.mark(path, room, |own| own.card = true) {
                followed.feeds -= 1;
                followed.cards += 1;
            }
        }
        for (path, _) in wanted {
            followed.mark(path, room, |own| own.json = true);
        }
        followed
    }

    /// Takes one file more, if there is room.
    fn mark(&mut self, path: &str, room: usize, mark: impl FnOnce(&mut Beside)) -> bool {
        let fits = self.feeds + self.cards < room;
        if fits {
            mark(self.beside.entry(path.to_owned()).or_default());
            self.feeds += 1;
        } else {
            self.left_out += 1;
        }
        fits
    }

    /// What belongs beside a page.
    pub(in super::super) fn beside(&self, route: &Route) -> Beside {
        self.beside.get(&route.path).copied().unwrap_or_default()
    }
}

/// Whether a page of those who said enough has a picture of its own: that of a person whose name can be written. Who
/// has no page has none: an archive gives private people no page, and so no feed and no picture.
fn may_have_card(cards: &Press, route: &Route) -> bool {
    matches!(route.location.route, Shown::Record { facet: FacetKind::Person, .. }) && cards.can_write(&route.name)
}

/// How many statements a person makes, or articles about a topic hold; none for other pages. Who has no page is not
/// asked for: those whom an archive gives no page have no feed and no picture either.
fn statements(library: &Library, people: &HashMap<&str, u32>, route: &Route) -> Option<u32> {
    let Shown::Record { facet, slug, .. } = &route.location.route else { return None };
    match facet {
        FacetKind::Person => Some(library.statements_of(EntityRef::Person(*people.get(slug.as_str())?))),
        FacetKind::Topic | FacetKind::Regulation => match library.record(*facet, slug, 0) {
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
    fn what_is_followed_most_comes_before_other_forms_of_it() {
        let wanted = [("topik/a/", false), ("tokoh/b/", true), ("tokoh/c/", true)];
        let of = |room| {
            let all = Followed::within(&wanted, room);
            assert!(all.feeds + all.cards <= room && all.feeds + all.cards + all.left_out == 8);
            (all.feeds, all.cards, all)
        };
        let (feeds, cards, all) = of(8);
        assert_eq!((feeds, cards, all.left_out), (6, 2, 0));
        assert!(all.beside.values().all(|own| own.atom && own.json));
        assert!(!all.beside["topik/a/"].card && all.beside["tokoh/b/"].card);
        let (feeds, cards, some) = of(6);
        assert_eq!((feeds, cards), (4, 2));
        assert!(some.beside["topik/a/"].json && !some.beside["tokoh/b/"].json && some.beside["tokoh/c/"].card);
        let (feeds, cards, few) = of(3);
        assert_eq!((feeds, cards, few.beside.len()), (2, 1, 2));
    }
}
