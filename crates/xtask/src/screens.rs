//! Pictures of every kind of page, for whoever changes what is seen.

use std::path::Path;
use std::process::Command;

use crate::error::Error;
use crate::layout::Layout;
use crate::{build, setup, shell};

/// Sets up, builds the site, and writes the pictures into a folder, which is taken from where xtask was called.
pub(crate) fn run(layout: &Layout, folder: &Path) -> Result<(), Error> {
    let folder = std::path::absolute(folder).map_err(Error::io("find", folder))?;
    setup::for_tests(layout)?;
    build::build(layout, None)?;
    let mut cargo = Command::new("cargo");
    cargo.args(["run", "--quiet", "--package", "jejak-browser-tests", "--bin", "screens", "--"]);
    shell::run(cargo.arg(&layout.dist).arg(folder).current_dir(&layout.root))
}
