//! What Lighthouse says of the built site.

use std::ffi::OsString;
use std::process::Command;

use crate::error::Error;
use crate::layout::Layout;
use crate::{build, setup, shell};

/// Sets up, builds the site, measures it behind nginx and prints the scores; nothing is recorded. `words` choose among the
/// pages and the forms.
pub(crate) fn run(layout: &Layout, words: &[OsString]) -> Result<(), Error> {
    setup::for_lighthouse(layout)?;
    build::build(layout, None)?;
    let mut cargo = Command::new("cargo");
    cargo.args(["run", "--quiet", "--package", "jejak-browser-tests", "--bin", "lighthouse", "--"]);
    cargo.arg(&layout.dist).arg(layout.lighthouse()).args(words).env("NGINX", layout.nginx());
    shell::run(cargo.current_dir(&layout.root))
}
