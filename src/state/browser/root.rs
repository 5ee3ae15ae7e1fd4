//! The app in a page: it holds where the reader is and how they like it, and listens to the page.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use jejak_archive::PartId;
use wasm_bindgen::JsCast;
use yew::prelude::*;

use super::keys::{self, Wish};
use super::parts::Parts;
use super::place::{self, Arrival};
use super::timing;
use crate::app;
use crate::state::library::Library;
use crate::state::settings::Settings;
use crate::state::site::{Arrival as Arrived, Site, Step};
use crate::state::url::{Location, Route};

/// How long the scroll position rests before it is kept, in milliseconds: browsers limit how often it may be written.
const REST: u32 = 200;

/// What the app starts with.
#[derive(Properties, PartialEq)]
pub(super) struct RootProps {
    /// The opened archive.
    pub library: Library,
    /// The address of the site's root.
    pub root: String,
    /// Where the archive's parts come from, if it is not there as a whole.
    pub parts: Option<Rc<Parts>>,
}

/// Where the reader is, and where to look once that is drawn.
#[derive(Debug, Clone, PartialEq)]
struct Here {
    location: Location,
    arrival: Arrival,
    /// Counts the steps, so that going to the same place again still arrives.
    step: u32,
}

/// What moves the reader.
enum Move {
    /// A step inside the app.
    Step(Step),
    /// The browser's history, or a key that says where to look.
    To(Location, Arrival),
}

impl Reducible for Here {
    type Action = Move;

    fn reduce(self: Rc<Self>, to: Move) -> Rc<Self> {
        let (location, arrival) = match to {
            Move::To(location, arrival) => (location, arrival),
            Move::Step(step) => {
                let arrival = arrival(&self.location, &step);
                let (Step::Push(location) | Step::Replace(location)) = step;
                (location, arrival)
            }
        };
        Self { location, arrival, step: self.step.wrapping_add(1) }.into()
    }
}

/// Where to look after a step: pages begin at their top, another answer on the same page stays where it is.
fn arrival(from: &Location, step: &Step) -> Arrival {
    match step {
        Step::Push(to)
            if to.fragment.is_empty() && list(&from.route).is_some_and(|from| list(&to.route) == Some(from)) =>
        {
            Arrival::Stay
        }
        Step::Push(_) => Arrival::Fresh,
        Step::Replace(_) => Arrival::Stay,
    }
}

/// A page that answers a question, and which of the pages of its answer.
fn list(route: &Route) -> Option<(u8, u32)> {
    match route {
        Route::Explore(query) => Some((0, query.page)),
        Route::Quotes(asked) => Some((1, asked.query.page)),
        Route::Timeline(query) => Some((2, query.page)),
        _ => None,
    }
}

/// The app.
#[component]
pub(super) fn Root(RootProps { library, root, parts }: &RootProps) -> Html {
    let here = use_reducer(|| Here {
        location: place::current(root),
        arrival: place::kept().map_or(Arrival::First, Arrival::At),
        step: 0,
    });
    let settings = use_state(super::load);
    let explored = use_mut_ref(Location::default);
    if matches!(here.location.route, Route::Explore(_)) {
        *explored.borrow_mut() = Location { fragment: String::new(), ..here.location.clone() };
    }

    // It stays the same for the life of the page, so that a step draws only what it changes.
    let go = use_callback((root.clone(), here.dispatcher()), |step: Step, (root, here)| {
        timing::asked();
        place::write(root, &step);
        here.dispatch(Move::Step(step));
    });
    let set = use_callback((), {
        let settings = settings.setter();
        move |next: Settings, ()| {
            super::keep(&next);
            settings.set(next);
        }
    });

    use_effect_with(*settings, super::apply);
    let arrivals = use_reducer(Arrivals::default);
    use_effect_with((here.step, arrivals.count), |(step, _)| {
        // What waits for parts is measured once they are there.
        if !place::is_waiting() {
            if *step > 0 {
                timing::shown();
            } else {
                timing::ready();
            }
        }
    });
    use_effect_with((here.step, here.clone()), |(_, here)| place::arrive(here.arrival, &here.location));
    use_effect_with((root.clone(), here.dispatcher()), |(root, here)| {
        let listeners = [back(root.clone(), here.clone()), scrolled()];
        move || drop(listeners)
    });
    use_effect_with((root.clone(), go.clone()), |(root, go)| {
        let listener = clicked(root.clone(), go.clone());
        move || drop(listener)
    });
    use_effect_with((root.clone(), go.clone(), here.dispatcher(), settings.keys_off), move |(root, go, here, off)| {
        let listener = (!off).then(|| pressed(root.clone(), go.clone(), here.clone(), explored));
        move || drop(listener)
    });

    let site = Site::new(library.after(arrivals.count), *settings, go, set);
    let (want, again) =
        (use_callback((parts.clone(), arrivals.dispatcher()), want), use_callback(arrivals.clone(), again));
    let site = if parts.is_some() { site.in_parts(arrivals.last, want, again) } else { site };
    document().set_title(&app::title(&site, &here.location));
    app::shell(&site, &here.location)
}

/// How parts came so far.
#[derive(Debug, Clone, PartialEq)]
struct Arrivals {
    /// Counts the times that some came, and that the reader asked again.
    count: u32,
    last: Arrived,
}

impl Default for Arrivals {
    fn default() -> Self {
        Self { count: 0, last: Arrived::Coming }
    }
}

impl Reducible for Arrivals {
    type Action = Arrived;

    fn reduce(self: Rc<Self>, last: Arrived) -> Rc<Self> {
        Self { count: self.count.wrapping_add(1), last }.into()
    }
}

/// Fetches what a view lacks, then draws again.
fn want(wanted: Vec<PartId>, (parts, arrivals): &(Option<Rc<Parts>>, UseReducerDispatcher<Arrivals>)) {
    let (Some(parts), arrivals) = (parts.clone(), arrivals.clone()) else { return };
    yew::platform::spawn_local(async move {
        if let Some(how) = parts.fetch(wanted).await {
            arrivals.dispatch(how);
        }
    });
}

/// Asks for what did not come, or opens the site's new version.
fn again((): (), arrivals: &UseReducerHandle<Arrivals>) {
    if arrivals.last == Arrived::Newer {
        let _ = window().location().reload();
    } else {
        arrivals.dispatch(Arrived::Coming);
    }
}

type Steps = UseReducerDispatcher<Here>;

/// Back, Forward, and a fragment typed into the address bar.
fn back(root: String, here: Steps) -> EventListener {
    EventListener::new(&window(), "popstate", move |_| {
        timing::asked();
        let arrival = place::kept().map_or(Arrival::Fresh, Arrival::At);
        here.dispatch(Move::To(place::current(&root), arrival));
    })
}

/// Keeps the scroll position once it rests.
fn scrolled() -> EventListener {
    let rest = RefCell::new(None::<Timeout>);
    EventListener::new(&window(), "scroll", move |_| {
        // Replacing the timer drops the one before, which ends it.
        *rest.borrow_mut() = Some(Timeout::new(REST, place::leave));
    })
}

/// Links to pages of this site.
fn clicked(root: String, go: Callback<Step>) -> EventListener {
    let options = gloo::events::EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "click", options, move |event| {
        let Some(event) = event.dyn_ref::<MouseEvent>() else { return };
        if let Some(location) = place::followed(&root, event) {
            event.prevent_default();
            go.emit(Step::Push(location));
        }
    })
}

/// Single keys.
fn pressed(root: String, go: Callback<Step>, here: Steps, explored: Rc<RefCell<Location>>) -> EventListener {
    let options = gloo::events::EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "keydown", options, move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        let now = place::current(&root);
        let exploring = matches!(now.route, Route::Explore(_));
        let searching = list(&now.route).is_some();
        match keys::press(event) {
            Some(Wish::Search) if searching => place::arrive(Arrival::Field, &now),
            Some(Wish::Explore) if exploring => {}
            Some(wish) => {
                let location = explored.borrow().clone();
                go.emit(Step::Push(location.clone()));
                if wish == Wish::Search {
                    here.dispatch(Move::To(location, Arrival::Field));
                }
            }
            None => {}
        }
    })
}
