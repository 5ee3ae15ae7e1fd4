//! A C compiler for another system: it links programs, and compiles the little of them that is C.

use std::process::Command;

use super::{Step, debian};
use crate::error::Error;
use crate::layout::Layout;
use crate::shell;

/// A C compiler for another system, and the package of Debian's that brings it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Compiler {
    pub(crate) program: &'static str,
    pub(crate) package: &'static str,
}

impl Step for Compiler {
    fn name(&self) -> String {
        format!("the compiler {}", self.program)
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
