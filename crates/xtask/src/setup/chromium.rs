//! The browser that the site is tested in, with the driver that steers it.

use std::env;
use std::process::Command;

use super::{Step, debian};
use crate::error::Error;
use crate::layout::Layout;
use crate::shell;

pub(super) struct Chromium;

/// What a Chromium may be called. The tests look for the same names in the same order.
const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

impl Step for Chromium {
    fn name(&self) -> String {
        "Chromium with chromedriver".to_owned()
    }

    fn plan(&self) -> String {
        "Debian's packages chromium and chromium-driver are installed (1 to 2 minutes)".to_owned()
    }

    fn is_done(&self, _layout: &Layout) -> bool {
        let answers = |program: &str| shell::succeeds(Command::new(program).arg("--version"));
        let named = |variable| env::var(variable).ok().is_some_and(|program| answers(&program));
        (named("CHROMIUM") || BROWSERS.iter().any(|program| answers(program)))
            && (named("CHROMEDRIVER") || answers("chromedriver"))
    }

    fn run(&self, layout: &Layout) -> Result<(), Error> {
        debian::install(&["chromium", "chromium-driver"], &layout.tools.join("log/chromium"))
    }

    fn advice(&self) -> String {
        "on Debian or Ubuntu, as root: apt-get update && apt-get install chromium chromium-driver; elsewhere: install \
         Chromium or Chrome with the chromedriver of the same version and name them in the environment variables \
         CHROMIUM and CHROMEDRIVER"
            .to_owned()
    }
}
