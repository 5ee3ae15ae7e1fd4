//! The standard library for what programs are compiled for.

use std::path::Path;
use std::process::Command;

use super::Step;
use crate::error::Error;
use crate::layout::Layout;
use crate::shell;

/// What the app is compiled for.
pub(super) const BROWSER: &str = "wasm32-unknown-unknown";

/// A target of Rust's, by its name.
pub(super) struct Target<'a>(pub(super) &'a str);

impl Step for Target<'_> {
    fn name(&self) -> String {
        format!("Rust's target {}", self.0)
    }

    fn plan(&self) -> String {
        "rustup adds it (under a minute)".to_owned()
    }

    /// Asks the compiler, not rustup: a Rust from elsewhere may have the target too.
    fn is_done(&self, layout: &Layout) -> bool {
        let mut rustc = Command::new("rustc");
        rustc.args(["--print", "target-libdir", "--target", self.0]).current_dir(&layout.root);
        let Ok(folder) = shell::output(&mut rustc) else { return false };
        let Ok(mut files) = Path::new(&folder).read_dir() else { return false };
        files.any(|file| file.is_ok_and(|file| file.file_name().to_string_lossy().starts_with("libstd-")))
    }

    fn run(&self, layout: &Layout) -> Result<(), Error> {
        shell::run(Command::new("rustup").args(["target", "add", self.0]).current_dir(&layout.root))
    }

    fn advice(&self) -> String {
        let target = self.0;
        format!("with rustup: rustup target add {target}; with a Rust from elsewhere: install its package for {target}")
    }
}
