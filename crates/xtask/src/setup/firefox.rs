//! The other browser that the site is tested in. Its driver, geckodriver, is one of the tools that cargo compiles: Debian
//! has no package of it.

use std::env;
use std::process::Command;

use super::{Step, debian};
use crate::error::Error;
use crate::layout::Layout;
use crate::shell;

pub(super) struct Firefox;

/// What a Firefox may be called. The tests look for the same names in the same order.
const BROWSERS: [&str; 2] = ["firefox-esr", "firefox"];

impl Step for Firefox {
    fn name(&self) -> String {
        "Firefox".to_owned()
    }

    fn plan(&self) -> String {
        "Debian's package firefox-esr is installed (under a minute)".to_owned()
    }

    fn is_done(&self, _layout: &Layout) -> bool {
        let answers = |program: &str| shell::succeeds(Command::new(program).arg("--version"));
        env::var("FIREFOX").is_ok_and(|program| answers(&program)) || BROWSERS.iter().any(|program| answers(program))
    }

    fn run(&self, layout: &Layout) -> Result<(), Error> {
        debian::install(&["firefox-esr"], &layout.tools.join("log/firefox"))
    }

    fn advice(&self) -> String {
        "on Debian, as root: apt-get update && apt-get install firefox-esr; elsewhere: install Firefox and name it in the \
         environment variable FIREFOX"
            .to_owned()
    }
}
