//! The app in a page: it holds where the reader is and how they like it.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::{Interval, Timeout};
use gloo::utils::{document, window};
use jejak_archive::PartId;
use yew::html::Scope;
use yew::{Callback, Component, Context, Html, Properties};

use super::ahead::Place;
use super::chunks::Chunks;
use super::keys::Wish;
use super::listen::{back, clicked, opened, pressed, scrolled, told};
use super::own::{self, Turn};
use super::parts::Parts;
use super::place::{self, Arrival};
use super::timing;
use crate::app;
use crate::chunk::Chunk;
use crate::state::lasting::{self, Act};
use crate::state::library::Library;
use crate::state::settings::Settings;
use crate::state::site::{Arrival as Arrived, Site, Step};
use crate::state::url::{Location, Route};

/// Nobody waits longer than this without being told, in milliseconds.
const SLOW: u32 = 10_000;

/// What the app starts with.
#[derive(Properties, Clone, PartialEq)]
pub(super) struct RootProps {
    /// The opened archive.
    pub library: Library,
    /// The address of the site's root.
    pub root: String,
    /// Where the archive's parts come from, if it is not there as a whole.
    pub parts: Option<Rc<Parts>>,
    /// How the parts came that the address needs first.
    pub came: Arrived,
    /// Where it is drawn.
    pub place: Rc<Place>,
}

/// What moves the reader, or changes what they see.
pub(super) enum Move {
    /// A step inside the app.
    Step(Step),
    /// The browser's history, or a key that says where to look.
    To(Location, Arrival),
    /// What a single key asks for.
    Wish(Wish),
    /// Other settings.
    Set(Settings),
    /// How such parts came.
    Came(Arrived),
    /// How a chunk of the app came.
    Brought(Arrived),
    /// What the device keeps is told.
    Told,
    /// How it stands with the visitor's own files is told.
    Own,
    /// An archive of them was opened; nothing where it was refused.
    Opened(Option<Library>),
    /// Once more for what did not come, or for the site's new version.
    Again,
}

/// The app. One component with a state of its own: a dozen hooks took three times the room.
pub(super) struct Root {
    location: Location,
    /// Where to look once the location is drawn.
    arrival: Arrival,
    settings: Settings,
    /// The archive of the visitor's own files, while it is open.
    own: Option<Library>,
    /// Whether one is being opened.
    opening: bool,
    /// Whether another archive is drawn for the first time.
    turned: Cell<bool>,
    /// What was explored last.
    explored: Location,
    /// How parts came last, and chunks of the app.
    came: Arrived,
    brought: Arrived,
    /// Steps of the reader, arrivals of parts: so many are to be drawn, and so many were.
    asked: (u32, u32),
    drawn: Rc<Cell<Option<(u32, u32)>>>,
    /// They stay the same for the life of the page, so that a step draws only what it changes.
    go: Callback<Step>,
    set: Callback<Settings>,
    want: Callback<Vec<PartId>>,
    fetch: Callback<Chunk>,
    chunks: Chunks,
    again: Callback<()>,
    keys: Option<EventListener>,
    _listeners: [EventListener; 5],
}

impl Component for Root {
    type Message = Move;
    type Properties = RootProps;

    fn create(ctx: &Context<Self>) -> Self {
        let (app, root) = (ctx.link(), &ctx.props().root);
        let go = {
            let (app, root) = (app.clone(), root.clone());
            Callback::from(move |step: Step| {
                timing::asked();
                place::write(&root, &step);
                app.send_message(Move::Step(step));
            })
        };
        let location = place::current(root);
        let want = fetching(ctx);
        // What a question lacks first is sent for before anything is drawn.
        want.emit(ctx.props().parts.as_ref().map(|parts| parts.lacked()).unwrap_or_default());
        let settings = super::load();
        super::apply(&settings);
        let chunks = Chunks::default();
        Self {
            explored: explored(&location).unwrap_or_default(),
            location,
            arrival: place::first(ctx.props().place.is_ahead()),
            settings,
            own: None,
            opening: false,
            turned: Cell::default(),
            came: ctx.props().came,
            brought: Arrived::Coming,
            asked: (0, 0),
            drawn: Rc::default(),
            set: app.callback(Move::Set),
            want,
            fetch: bringing(ctx, &chunks),
            chunks,
            again: app.callback(|()| Move::Again),
            keys: (!settings.keys_off).then(|| pressed(app.clone())),
            _listeners: [
                back(root.clone(), app.clone()),
                scrolled(),
                clicked(root.clone(), go.clone()),
                told(app.clone()),
                opened(app.clone()),
            ],
            go,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, message: Move) -> bool {
        match message {
            Move::Step(step) => {
                let arrival = arrival(&self.location, &step);
                let (Step::Push(location) | Step::Replace(location)) = step;
                self.to(location, arrival);
            }
            Move::To(location, arrival) => self.to(location, arrival),
            Move::Wish(wish) => {
                self.wish(ctx, wish);
                return false;
            }
            Move::Set(next) => {
                super::keep(&next);
                super::apply(&next);
                self.keys = (!next.keys_off).then(|| pressed(ctx.link().clone()));
                self.settings = next;
            }
            Move::Came(how) => self.arrived(how),
            Move::Brought(how) => {
                super::apply(&self.settings);
                self.brought = how;
                self.arrived(self.came);
            }
            Move::Again if self.came == Arrived::Newer || self.brought == Arrived::Newer => {
                // Where the device keeps the site, that would only bring the same build again.
                if !lasting::ask(Act::Renew) {
                    let _ = window().location().reload();
                }
                return false;
            }
            Move::Told => {}
            Move::Own => match own::turn(self.own.is_some()) {
                Turn::Stay => {}
                Turn::Open if self.opening => {}
                Turn::Open => {
                    self.opening = true;
                    own::open(ctx.link().callback(Move::Opened));
                }
                Turn::Close => {
                    self.turn(None, Step::Push(Location::of(Route::Own)));
                    return false;
                }
            },
            Move::Opened(library) => {
                self.opening = false;
                // Who cancelled meanwhile sees nothing of it.
                if let (Some(library), Turn::Open) = (library, own::turn(false)) {
                    // Corrected by hand, it is shown where it was.
                    let step = match self.own {
                        Some(_) => Step::Replace(self.location.clone()),
                        None => Step::Push(Location::default()),
                    };
                    self.turn(Some(library), step);
                    return false;
                }
            }
            Move::Again => {
                if let Some(parts) = &ctx.props().parts {
                    parts.give_up();
                }
                self.chunks.give_up();
                self.brought = Arrived::Coming;
                self.arrived(Arrived::Coming);
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let RootProps { library, parts, .. } = ctx.props();
        let library = self.own.as_ref().unwrap_or(library);
        let site = Site::new(library.after(self.asked.1), self.settings, self.go.clone(), self.set.clone());
        let site = site.in_chunks(self.brought, self.fetch.clone(), self.again.clone());
        let site = match parts {
            _ if self.own.is_some() => site.of_own(),
            Some(_) => site.in_parts(self.came, self.want.clone(), self.again.clone()),
            None => site,
        };
        document().set_title(&app::title(&site, &self.location));
        self.settle(ctx.props());
        app::shell(&site, &self.location)
    }
}

impl Root {
    fn to(&mut self, location: Location, arrival: Arrival) {
        if let Some(explored) = explored(&location) {
            self.explored = explored;
        }
        (self.location, self.arrival) = (location, arrival);
        // Going to the same place again still arrives.
        self.asked.0 = self.asked.0.wrapping_add(1);
    }

    /// Shows another archive, the visitor's own or again that of the site, with the step to a page of it.
    fn turn(&mut self, own: Option<Library>, step: Step) {
        let opens = own.is_some();
        self.own = own;
        self.turned.set(true);
        place::set_own(opens);
        self.explored = Location::default();
        self.go.emit(step);
        if opens {
            own::act("open", "");
        }
    }

    /// Looks where the reader wants to be, and measures, once what is drawn now stands in the page. Yew's own call for that
    /// comes after the next paint where drawing took long; this comes before it.
    fn settle(&self, props: &RootProps) {
        let (asked, before) = (self.asked, self.drawn.replace(Some(self.asked)));
        if before == Some(asked) {
            return;
        }
        let (arrival, location) = (self.arrival, self.location.clone());
        let (drawn, props) = (self.drawn.clone(), props.clone());
        let turned = self.turned.take();
        yew::platform::spawn_local(async move {
            let waits = props.place.is_waiting();
            if props.place.is_ahead() {
                // What was drawn ahead stands until all is there that stands in it.
                if waits || props.parts.is_some_and(|parts| !parts.is_quiet()) {
                    return drawn.set(before);
                }
                props.place.take_over();
            }
            // What waits for parts is measured once they are there.
            if !waits {
                if asked.0 > 0 {
                    timing::shown();
                } else {
                    timing::ready();
                }
            }
            match before.is_none_or(|(steps, _)| steps != asked.0) {
                // The browser lays out what is looked at; all of another archive's page is a task of its own.
                true if turned => {
                    Timeout::new(0, move || place::arrive(arrival, &location)).forget();
                }
                true => place::arrive(arrival, &location),
                false => {}
            }
        });
    }

    fn arrived(&mut self, how: Arrived) {
        self.came = how;
        self.asked.1 = self.asked.1.wrapping_add(1);
    }

    /// Does what a single key asks for.
    fn wish(&self, ctx: &Context<Self>, wish: Wish) {
        match wish {
            Wish::Search if place::has_field() => place::arrive(Arrival::Field, &self.location),
            Wish::Explore if matches!(self.location.route, Route::Explore(_)) => {}
            wish => {
                self.go.emit(Step::Push(self.explored.clone()));
                if wish == Wish::Search {
                    ctx.link().send_message(Move::To(self.explored.clone(), Arrival::Field));
                }
            }
        }
    }
}

/// Sends for the parts that a view lacks, while it is still being drawn.
fn fetching(ctx: &Context<Root>) -> Callback<Vec<PartId>> {
    let (app, parts) = (ctx.link().clone(), ctx.props().parts.clone());
    Callback::from(move |wanted| {
        if let Some(coming) = parts.clone().and_then(|parts| parts.bring(wanted)) {
            come(app.clone(), coming, Move::Came);
        }
    })
}

/// Sends for a chunk of the app that a view lacks.
fn bringing(ctx: &Context<Root>, chunks: &Chunks) -> Callback<Chunk> {
    let (app, chunks) = (ctx.link().clone(), chunks.clone());
    Callback::from(move |chunk| {
        if let Some(coming) = chunks.bring(chunk) {
            come(app.clone(), coming, Move::Brought);
        }
    })
}

/// Tells how something came, and as long as it does not that it is slow.
fn come(app: Scope<Root>, coming: impl Future<Output = Arrived> + 'static, told: fn(Arrived) -> Move) {
    let waiting = app.clone();
    let slow = Interval::new(SLOW, move || waiting.send_message(told(Arrived::Slow)));
    yew::platform::spawn_local(async move {
        let how = coming.await;
        drop(slow);
        app.send_message(told(how));
    });
}

/// What a key leads back to, where a location is a page of hits: the same without the place on it.
fn explored(location: &Location) -> Option<Location> {
    matches!(location.route, Route::Explore(_)).then(|| Location { fragment: String::new(), ..location.clone() })
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
