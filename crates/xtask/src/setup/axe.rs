//! axe-core, by which the browser tests check that pages are accessible.

use std::fs;

use super::{Step, npm};
use crate::error::Error;
use crate::layout::Layout;

const PACKAGE: &str = include_str!("../../axe/package.json");
const PACKAGE_LOCK: &str = include_str!("../../axe/package-lock.json");
/// Its version, which `PACKAGE` names too.
const VERSION: &str = "4.14.1";

pub(super) struct Axe;

impl Step for Axe {
    fn name(&self) -> String {
        format!("axe-core {VERSION}")
    }

    fn plan(&self) -> String {
        "npm installs its package axe-core into .tools (under a minute)".to_owned()
    }

    fn is_done(&self, layout: &Layout) -> bool {
        let file = layout.axe();
        let says = file.with_file_name("package.json");
        file.is_file()
            && fs::read_to_string(says).is_ok_and(|text| text.contains(&format!("\"version\": \"{VERSION}\"")))
    }

    fn run(&self, layout: &Layout) -> Result<(), Error> {
        npm::install(layout, &layout.tools.join("axe"), PACKAGE, PACKAGE_LOCK, "axe-core")
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
        let wanted = format!("\"axe-core\": \"{VERSION}\"");
        assert!(PACKAGE.contains(&wanted) && PACKAGE_LOCK.contains(&wanted));
    }
}
