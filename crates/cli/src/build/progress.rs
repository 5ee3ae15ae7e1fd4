//! Tells who waits how far long work has come.
//!
//! Plain lines on standard error, without colours or moving cursors, so that they read the same on a terminal, in a
//! log and by a screen reader. Work that is done within a second says nothing.

use std::fmt::Display;
use std::io::{IsTerminal as _, stderr};
use std::time::{Duration, Instant};

/// What takes no longer needs no word.
const PATIENCE: Duration = Duration::from_secs(1);
/// Between two lines where a person looks on, and where a log is kept.
const ON_TERMINAL: Duration = Duration::from_secs(1);
const IN_LOG: Duration = Duration::from_secs(10);

/// Speaks now and then.
#[derive(Debug)]
pub(crate) struct Progress {
    started: Instant,
    next: Instant,
    between: Duration,
}

impl Progress {
    /// The work starts now.
    pub(crate) fn start() -> Self {
        let started = Instant::now();
        let between = if stderr().is_terminal() { ON_TERMINAL } else { IN_LOG };
        Self { started, next: started + PATIENCE, between }
    }

    /// So much is pressed. Says so when it is time again.
    pub(crate) fn pressed(&mut self, done: jejak_press::Progress) {
        let now = Instant::now();
        if now >= self.next {
            self.next = now + self.between;
            eprintln!("{} files read, {} articles pressed ({} s)", done.files, done.articles, self.seconds());
        }
    }

    /// A new step begins. Says so when the work as a whole is long.
    pub(crate) fn say(&mut self, step: &dyn Display) {
        if self.started.elapsed() >= PATIENCE {
            eprintln!("{step} ({} s)", self.seconds());
        }
    }

    fn seconds(&self) -> u64 {
        self.started.elapsed().as_secs()
    }
}
