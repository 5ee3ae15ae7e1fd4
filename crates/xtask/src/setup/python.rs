//! Python's packages, in an environment of their own in `.tools`: what checks files of data. The user's own are not touched.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::{Step, debian};
use crate::error::Error;
use crate::layout::Layout;
use crate::shell;

pub(super) struct Python;

/// The packages with all that they need, each in the version that the checks were written with.
const REQUIREMENTS: &str = include_str!("../../data/requirements.txt");

/// Those of them that check something; the others are what these need.
const TOLD: [&str; 4] = ["frictionless", "duckdb", "tantivy", "cyclonedx-python-lib"];

/// Asks an environment for each version.
const ASK: &str = "import importlib.metadata, sys
sys.exit(any(importlib.metadata.version(name) != version for name, version in (word.split('==') for word in sys.argv[1:])))";

/// Names with versions, as pip writes them.
fn wanted() -> impl Iterator<Item = &'static str> {
    REQUIREMENTS.lines().filter(|line| line.contains("==") && !line.starts_with('#'))
}

impl Step for Python {
    fn name(&self) -> String {
        let told =
            |line: &&str| TOLD.iter().any(|name| line.strip_prefix(name).is_some_and(|rest| rest.starts_with('=')));
        wanted().filter(told).map(|line| line.replace("==", " ")).collect::<Vec<_>>().join(" and ")
    }

    fn plan(&self) -> String {
        "pip installs them into an environment in .tools (under a minute)".to_owned()
    }

    fn is_done(&self, layout: &Layout) -> bool {
        let python = layout.python();
        python.is_file() && shell::succeeds(Command::new(python).args(["-c", ASK]).args(wanted()))
    }

    fn run(&self, layout: &Layout) -> Result<(), Error> {
        let folder = layout.tools.join("data");
        let log = layout.tools.join("log/data");
        let make = || shell::run_logged(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&folder), &log);
        // Debian's Python comes without what makes environments.
        if make().is_err() {
            debian::install(&["python3", "python3-venv"], &layout.tools.join("log/python"))?;
            make()?;
        }
        let list = folder.join("requirements.txt");
        fs::write(&list, REQUIREMENTS).map_err(Error::io("write", &list))?;
        install(&layout.python(), &list, &log)
    }

    fn advice(&self) -> String {
        "see that Python 3.11 or newer is there with its module venv (Debian: apt-get install python3 python3-venv) and that \
         its packages can be fetched, then run the same command again"
            .to_owned()
    }
}

fn install(python: &Path, list: &Path, log: &Path) -> Result<(), Error> {
    let mut pip = Command::new(python);
    pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "-r"]).arg(list);
    shell::run_logged(&mut pip, log)
}

#[cfg(test)]
mod tests {
    use super::{TOLD, wanted};

    #[test]
    fn every_package_is_asked_for_in_one_version() {
        for name in TOLD {
            assert_eq!(wanted().filter(|line| line.starts_with(&format!("{name}=="))).count(), 1, "{name}");
        }
        assert!(wanted().all(|line| line.split("==").count() == 2 && !line.contains([' ', ';', '<', '>'])));
    }
}
