//! A display without a screen: WebKit for GTK has no mode without a window.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError, Weak};

use crate::Trouble;

/// The program, an X server that draws into memory.
pub(super) const PROGRAM: &str = "Xvfb";

/// The one that all browsers of this process draw on, as long as somebody holds it.
static SHARED: Mutex<Weak<Display>> = Mutex::new(Weak::new());

/// A display; it is ended when this is dropped, and ends by itself once nobody has drawn on it for a while, so that
/// nothing is left of a run that was killed.
#[derive(Debug)]
pub(crate) struct Display {
    process: Child,
    name: String,
}

impl Display {
    /// The display of this process, started if there is none.
    ///
    /// # Errors
    /// It is not installed, or does not start.
    pub(crate) fn shared() -> Result<Arc<Self>, Trouble> {
        let mut shared = SHARED.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(display) = shared.upgrade() {
            return Ok(display);
        }
        let display = Arc::new(Self::start()?);
        *shared = Arc::downgrade(&display);
        Ok(display)
    }

    fn start() -> Result<Self, Trouble> {
        let mut command = Command::new(PROGRAM);
        // It takes a number that is free and says which; larger than the largest page.
        command.args(["-displayfd", "1", "-screen", "0", "2000x1500x24", "-nolisten", "tcp", "-terminate", "60"]);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut process = command.spawn().map_err(|source| Trouble::Start {
            program: PROGRAM.to_owned(),
            variable: "PATH",
            source,
        })?;
        let mut said = String::new();
        if let Some(stdout) = process.stdout.take() {
            let _ = BufReader::new(stdout).read_line(&mut said);
        }
        match said.trim().parse::<u32>() {
            Ok(number) => Ok(Self { process, name: format!(":{number}") }),
            Err(_) => {
                let _ = process.kill();
                let _ = process.wait();
                Err(Trouble::Driver { driver: PROGRAM, said: format!("{said}(not the number of a display)") })
            }
        }
    }

    /// What programs find it by.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
