//! Browsers that are kept from one scenario to the next, where starting one is slow.
//!
//! Firefox takes seconds to start and to end, Chromium a fraction of one. So a Firefox plays many scenarios, each in a
//! tab with storage of its own, while each has a new Chromium or WebKit. A browser belongs to the thread and the runtime that
//! started it; so each lives on a thread of its own, which is sent what to play.

use std::cmp::Reverse;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use tokio::runtime::{Builder, Runtime};
use tokio::task::LocalSet;

use crate::webkit::Display;
use crate::{Browser, Kind, Passed, Trouble};

/// What a seat is sent: it plays, and reports by itself.
type Job = Box<dyn FnOnce(&mut Seat) + Send>;

/// So many scenarios of a kind of browser are played a second time after they failed. Where more fail, something is broken.
const AGAIN: usize = 2;

/// So many of the slowest scenarios are named at the end.
const TOLD: usize = 12;

/// Browsers of one kind; they end when this is dropped.
pub struct Troupe {
    kind: Kind,
    /// How many scenarios may be played again.
    again: AtomicUsize,
    /// Those that play nothing now.
    idle: Mutex<Vec<Place>>,
    /// How long each scenario took, which is told at the end.
    took: Mutex<Vec<(String, Duration)>>,
    /// What passed before, and passes.
    passed: Arc<Passed>,
}

/// A thread with its browser, from outside.
struct Place {
    jobs: Sender<Job>,
    thread: JoinHandle<()>,
}

/// The same from inside.
pub(crate) struct Seat {
    runtime: Runtime,
    pub(crate) tasks: LocalSet,
    /// The browser of the last scenario, if it can be used again.
    pub(crate) kept: Option<Browser>,
    /// What its browsers draw on one after the other.
    _display: Option<Arc<Display>>,
}

impl Troupe {
    /// No browser is started before it is needed.
    #[must_use]
    pub fn new(kind: Kind, passed: &Arc<Passed>) -> Self {
        Self {
            kind,
            again: AtomicUsize::new(AGAIN),
            idle: Mutex::default(),
            took: Mutex::default(),
            passed: Arc::clone(passed),
        }
    }

    /// Which browsers they are.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Whether a scenario that failed is played again, which is told: hundreds are played on machines that are busy with
    /// others, and one late timer is not a broken app. What is broken fails twice.
    pub(crate) fn may_play_again(&self, name: &str, trouble: &Trouble) -> bool {
        let left = self.again.try_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1));
        if left.is_ok() {
            println!("WAVERED, played again: {name}: {trouble}");
        }
        left.is_ok()
    }

    /// Notes that a scenario passed, or did not, and how long it took, with what stood before it: a site that it was the first
    /// to need.
    pub(crate) fn note(&self, name: &str, passed: bool, took: Duration) {
        if passed {
            self.passed.note(name);
        }
        self.took.lock().unwrap_or_else(PoisonError::into_inner).push((name.to_owned(), took));
    }

    /// Says which scenarios took longest: a run of hundreds becomes slow by a few.
    fn tell_times(&mut self) {
        let took = self.took.get_mut().unwrap_or_else(PoisonError::into_inner);
        took.sort_by_key(|(_, time)| Reverse(*time));
        let all: Duration = took.iter().map(|(_, time)| *time).sum();
        let slowest: Vec<String> =
            took.iter().take(TOLD).map(|(name, time)| format!("{name} {:.1} s", time.as_secs_f64())).collect();
        if !slowest.is_empty() {
            println!("\n{} scenarios took {:.0} s; longest: {}", took.len(), all.as_secs_f64(), slowest.join(", "));
        }
    }

    /// Plays on a seat and waits for the outcome.
    pub(crate) fn play(
        &self,
        scenario: impl FnOnce(&mut Seat) -> Result<(), Trouble> + Send + 'static,
    ) -> Result<(), Trouble> {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let place = match idle {
            Some(place) => place,
            None => Place::open(self.kind)?,
        };
        let (outcome, reported) = channel();
        let job: Job = Box::new(move |seat| drop(outcome.send(scenario(seat))));
        let lost = || Trouble::Panicked("the thread of a browser ended".to_owned());
        place.jobs.send(job).map_err(|_| lost())?;
        let outcome = reported.recv().map_err(|_| lost())?;
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(place);
        outcome
    }
}

impl Drop for Troupe {
    fn drop(&mut self) {
        self.tell_times();
        for Place { jobs, thread } in self.idle.get_mut().unwrap_or_else(PoisonError::into_inner).drain(..) {
            drop(jobs);
            let _ = thread.join();
        }
    }
}

impl Place {
    fn open(kind: Kind) -> Result<Self, Trouble> {
        let (jobs, queue) = channel();
        let display = match kind {
            Kind::Chromium | Kind::Firefox => None,
            Kind::WebKit => Some(Display::shared()?),
        };
        let runtime = Builder::new_current_thread().enable_all().build().map_err(|source| Trouble::Start {
            program: "a thread for a browser".to_owned(),
            variable: "TMPDIR",
            source,
        })?;
        Ok(Self { jobs, thread: thread::spawn(move || serve(runtime, display, &queue)) })
    }
}

fn serve(runtime: Runtime, display: Option<Arc<Display>>, queue: &Receiver<Job>) {
    let mut seat = Seat { runtime, tasks: LocalSet::new(), kept: None, _display: display };
    for job in queue {
        job(&mut seat);
    }
    if let Some(browser) = seat.kept.take() {
        // It ends with its driver even where it does not answer.
        let _ = seat.run(browser.close());
    }
}

impl Seat {
    /// Runs a future to its end.
    pub(crate) fn run<T>(&self, future: impl Future<Output = T>) -> T {
        self.tasks.block_on(&self.runtime, future)
    }
}
