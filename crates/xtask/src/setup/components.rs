//! The formatter and the linter, which a minimal Rust does not have.

use std::process::Command;

use super::Step;
use crate::error::Error;
use crate::layout::Layout;
use crate::shell;

pub(super) struct Components;

impl Step for Components {
    fn name(&self) -> String {
        "rustfmt and clippy".to_owned()
    }

    fn plan(&self) -> String {
        "rustup adds them (under a minute)".to_owned()
    }

    fn is_done(&self, layout: &Layout) -> bool {
        let answers = |program| shell::succeeds(Command::new(program).arg("--version").current_dir(&layout.root));
        answers("cargo-fmt") && answers("cargo-clippy")
    }

    fn run(&self, layout: &Layout) -> Result<(), Error> {
        shell::run(Command::new("rustup").args(["component", "add", "rustfmt", "clippy"]).current_dir(&layout.root))
    }

    fn advice(&self) -> String {
        "with rustup: rustup component add rustfmt clippy; with a Rust from elsewhere: install its packages of that name"
            .to_owned()
    }
}
