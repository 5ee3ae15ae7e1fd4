//! Binaryen's optimiser. Debian's is too old for what rustc writes; npm's package carries a new one, compiled to
//! WebAssembly, that runs wherever Node does.

use std::process::Command;

use super::{Step, npm};
use crate::error::Error;
use crate::layout::Layout;
use crate::shell;

const PACKAGE: &str = include_str!("../../npm/package.json");
const PACKAGE_LOCK: &str = include_str!("../../npm/package-lock.json");
/// Binaryen's version, which `PACKAGE` names too.
const VERSION: &str = "132";

pub(super) struct WasmOpt;

impl Step for WasmOpt {
    fn name(&self) -> String {
        format!("wasm-opt {VERSION}")
    }

    fn plan(&self) -> String {
        "npm installs its package binaryen into .tools (under a minute)".to_owned()
    }

    fn is_done(&self, layout: &Layout) -> bool {
        let file = layout.npm().join("node_modules/.bin/wasm-opt");
        let said = shell::output(Command::new(file).arg("--version"));
        said.is_ok_and(|said| said.split_whitespace().any(|word| word == VERSION))
    }

    fn run(&self, layout: &Layout) -> Result<(), Error> {
        npm::install(layout, &layout.npm(), PACKAGE, PACKAGE_LOCK, "binaryen")
    }

    fn advice(&self) -> String {
        npm::ADVICE.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::{PACKAGE, PACKAGE_LOCK, VERSION};

    #[test]
    fn npm_is_asked_for_the_version_that_is_checked() {
        let wanted = format!("\"binaryen\": \"{VERSION}.0.0\"");
        assert!(PACKAGE.contains(&wanted) && PACKAGE_LOCK.contains(&wanted));
    }
}
