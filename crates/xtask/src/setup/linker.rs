//! What links programs for another system.

use std::process::Command;

use super::{Step, debian};
use crate::error::Error;
use crate::layout::Layout;
use crate::shell;

/// A compiler that links for another system, and the package of Debian's that brings it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Linker {
    pub(crate) program: &'static str,
    pub(crate) package: &'static str,
}

impl Step for Linker {
    fn name(&self) -> String {
        format!("the linker {}", self.program)
    }

    fn plan(&self) -> String {
        format!("Debian's package {} is installed (under a minute)", self.package)
    }

    fn is_done(&self, _layout: &Layout) -> bool {
        shell::succeeds(Command::new(self.program).arg("--version"))
    }

    fn run(&self, layout: &Layout) -> Result<(), Error> {
        debian::install(&[self.package], &layout.tools.join("log").join(self.package))
    }

    fn advice(&self) -> String {
        format!(
            "on Debian or Ubuntu, as root: apt-get update && apt-get install {}; elsewhere: install the package that \
             brings {}",
            self.package, self.program
        )
    }
}
