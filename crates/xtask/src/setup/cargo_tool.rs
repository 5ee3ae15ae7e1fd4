//! Tools that cargo compiles: trunk, wasm-bindgen's command, Firefox's driver, what looks at packages from
//! outside, and what runs a fuzzer.
//!
//! They are compiled without optimisation and without debug information, which is several times as fast and makes no
//! difference to what they write; and without their default features, which are about downloading things.

use std::path::PathBuf;
use std::process::Command;

use super::Step;
use crate::error::Error;
use crate::layout::Layout;
use crate::shell;

/// A program from crates that is installed into `.tools/bin`.
pub(super) struct CargoTool {
    package: &'static str,
    program: &'static str,
    version: String,
    /// Whether its own lock file is used.
    locked: bool,
    takes: &'static str,
}

/// The bundler. 0.22 wants a newer Rust than the workspace's `rust-version`.
pub(super) fn trunk() -> CargoTool {
    CargoTool {
        package: "trunk",
        program: "trunk",
        version: "0.21.14".to_owned(),
        locked: true,
        takes: "4 to 6 minutes",
    }
}

/// The generator of the app's JavaScript. Its lock file names versions that no longer suit, so it is not used.
pub(super) fn wasm_bindgen(version: String) -> CargoTool {
    CargoTool { package: "wasm-bindgen-cli", program: "wasm-bindgen", version, locked: false, takes: "1 to 2 minutes" }
}

/// The driver of Firefox.
pub(super) fn geckodriver() -> CargoTool {
    CargoTool {
        package: "geckodriver",
        program: "geckodriver",
        version: "0.37.1".to_owned(),
        locked: true,
        takes: "1 to 3 minutes",
    }
}

/// What asks packages for licences and sources.
pub(super) fn deny() -> CargoTool {
    CargoTool {
        package: "cargo-deny",
        program: "cargo-deny",
        version: "0.20.2".to_owned(),
        locked: true,
        takes: "1 to 2 minutes",
    }
}

/// What runs libFuzzer.
pub(super) fn fuzz() -> CargoTool {
    CargoTool {
        package: "cargo-fuzz",
        program: "cargo-fuzz",
        version: "0.13.2".to_owned(),
        locked: true,
        takes: "half a minute",
    }
}

/// Where these tools are compiled: apart from the project's own `target`, and kept until the set-up is complete, so
/// that an interrupted one goes on where it was.
pub(super) fn build_folder(layout: &Layout) -> PathBuf {
    layout.tools.join("build")
}

impl CargoTool {
    /// The words after the program's name; also what a person may run by hand.
    fn arguments(&self) -> Vec<String> {
        let mut arguments = vec!["install", "--debug", "--no-default-features", "--root", ".tools", "--force"];
        if self.locked {
            arguments.push("--locked");
        }
        let mut arguments: Vec<String> = arguments.into_iter().map(str::to_owned).collect();
        arguments.push(format!("{}@{}", self.package, self.version));
        arguments
    }
}

impl Step for CargoTool {
    fn name(&self) -> String {
        format!("{} {}", self.package, self.version)
    }

    fn plan(&self) -> String {
        format!("cargo compiles it into .tools ({})", self.takes)
    }

    fn is_done(&self, layout: &Layout) -> bool {
        let file = layout.tools.join("bin").join(self.program);
        let said = shell::output(Command::new(file).arg("--version"));
        said.is_ok_and(|said| said.split_whitespace().any(|word| word == self.version))
    }

    fn run(&self, layout: &Layout) -> Result<(), Error> {
        let mut cargo = Command::new("cargo");
        cargo.args(self.arguments()).arg("--target-dir").arg(build_folder(layout)).current_dir(&layout.root);
        cargo.env("CARGO_PROFILE_DEV_DEBUG", "0");
        // Flags meant for the project would only make these tools slower to compile, or fail.
        cargo.env_remove("RUSTFLAGS").env_remove("CARGO_BUILD_TARGET");
        shell::run_logged(&mut cargo, &layout.tools.join("log").join(self.package))
    }

    fn advice(&self) -> String {
        format!(
            "see that crates can be fetched and a C linker is there (Debian: apt-get install build-essential), then run \
             the same command again: it goes on where it stopped. By hand: CARGO_PROFILE_DEV_DEBUG=0 cargo {}",
            self.arguments().join(" ")
        )
    }
}
