//! The data that sites and lists hand out, checked by programs of their own field: a Data Package by frictionless, Parquet by
//! DuckDB, documents by the library that an engine is made of; and the bill of materials of a release by CycloneDX's own schema.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::error::Error;
use crate::layout::Layout;
use crate::{dist, found, setup, shell};

/// What calls the programs.
const CHECK: &str = include_str!("../data/check.py");

/// What is exported of each list: the form, and the file that the check reads.
const FORMS: [(&str, &str); 6] = [
    ("csv", "list.csv"),
    ("parquet", "list.parquet"),
    ("opensearch", "opensearch.ndjson"),
    ("opensearch-index", "opensearch-index.json"),
    ("quickwit", "quickwit.ndjson"),
    ("quickwit-index", "quickwit-index.json"),
];

/// Checks a site that is there.
pub(crate) fn run(layout: &Layout, site: &Path) -> Result<(), Error> {
    setup::for_data(layout)?;
    check(layout, &[site], None)
}

/// Checks the sites that were built to be found: the default archive, and articles with all that a file could stumble over; and
/// what a release would be made of.
pub(crate) fn test(layout: &Layout) -> Result<(), Error> {
    let sites = found::sites(layout);
    let folder = layout.root.join("target/data");
    fs::create_dir_all(&folder).map_err(Error::io("make the folder", &folder))?;
    check(layout, &[&sites[0], &sites[1]], Some(&dist::bill_of_materials(layout, &folder)?))
}

fn check(layout: &Layout, sites: &[&Path], bill: Option<&Path>) -> Result<(), Error> {
    let mut python = Command::new(layout.python());
    let script = layout.tools.join("data/check.py");
    fs::write(&script, CHECK).map_err(Error::io("write", &script))?;
    python.arg(&script).args(bill);
    for (number, site) in sites.iter().enumerate() {
        let folder = layout.root.join("target/data").join(number.to_string());
        match fs::remove_dir_all(&folder) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(Error::io("remove", &folder)(error));
            }
            _ => {}
        }
        for (kind, statements) in [("articles", false), ("statements", true)] {
            let lists = folder.join(kind);
            fs::create_dir_all(&lists).map_err(Error::io("make the folder", &lists))?;
            for (form, name) in FORMS {
                let file = lists.join(name);
                let to = fs::File::create(&file).map_err(Error::io("write", &file))?;
                let mut export = found::jejak(layout);
                export.arg("export").arg(site).args(["--as", form]).args(statements.then_some("--statements"));
                shell::run(export.stdout(to))?;
            }
        }
        copy(site, &folder.join("package"))?;
        python.arg(folder);
    }
    shell::run(&mut python)
}

/// The package of a site, where frictionless finds nothing else.
fn copy(site: &Path, to: &Path) -> Result<(), Error> {
    let data = to.join("data");
    fs::create_dir_all(&data).map_err(Error::io("make the folder", &data))?;
    let from = site.join("data");
    for entry in fs::read_dir(&from).map_err(Error::io("list", &from))? {
        let entry = entry.map_err(Error::io("list", &from))?;
        fs::copy(entry.path(), data.join(entry.file_name())).map_err(Error::io("copy", entry.path()))?;
    }
    let described = site.join("datapackage.json");
    fs::copy(&described, to.join("datapackage.json")).map_err(Error::io("copy", &described))?;
    Ok(())
}
