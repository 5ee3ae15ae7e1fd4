//! The third browser that the site is tested in, the engine of Safari, with its driver and a display without a screen.
//!
//! Only Linux has it with a driver, and no registry but Debian's, so a machine may lack it: then the tests say that
//! nothing was played in it, and go on. Who must not miss it sets `CI`, as services of that kind do.

use std::env;
use std::fs;
use std::path::Path;

use super::{Step, debian};
use crate::error::Error;
use crate::layout::Layout;

pub(super) struct WebKit;

impl Step for WebKit {
    fn name(&self) -> String {
        "WebKit with WebKitWebDriver and Xvfb".to_owned()
    }

    fn plan(&self) -> String {
        "Debian's packages webkit2gtk-driver and xvfb are installed (under a minute, 200 MB with what they need)"
            .to_owned()
    }

    fn is_done(&self, _layout: &Layout) -> bool {
        // None of them says its version, so the files are looked for, as the tests do.
        let named = |variable: &str| env::var_os(variable).is_some_and(|program| Path::new(&program).is_file());
        (named("MINIBROWSER") || has_minibrowser())
            && (named("WEBKITWEBDRIVER") || on_path("WebKitWebDriver"))
            && on_path("Xvfb")
    }

    fn run(&self, layout: &Layout) -> Result<(), Error> {
        debian::install(&["webkit2gtk-driver", "xvfb"], &layout.tools.join("log/webkit"))
    }

    fn advice(&self) -> String {
        "on Debian or Ubuntu, as root: apt-get update && apt-get install webkit2gtk-driver xvfb; on other Linuxes: \
         install WebKitGTK with its driver and Xvfb and name MiniBrowser and WebKitWebDriver in the environment variables \
         MINIBROWSER and WEBKITWEBDRIVER"
            .to_owned()
    }

    fn is_dispensable(&self) -> bool {
        env::var_os("CI").is_none()
    }
}

/// Whether it lies where Debian's packages put it: `/usr/lib/ARCHITECTURE/webkit2gtk-VERSION`.
fn has_minibrowser() -> bool {
    let folders = |path: &Path| fs::read_dir(path).into_iter().flatten().flatten().map(|entry| entry.path());
    let all = folders(Path::new("/usr/lib")).flat_map(|architecture| folders(&architecture).collect::<Vec<_>>());
    all.into_iter().any(|folder| {
        let name = folder.file_name().is_some_and(|name| name.to_string_lossy().starts_with("webkit2gtk-"));
        name && folder.join("MiniBrowser").is_file()
    })
}

fn on_path(program: &str) -> bool {
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path).any(|folder| folder.join(program).is_file())
}
