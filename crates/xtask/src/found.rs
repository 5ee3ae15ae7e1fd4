//! What a site tells search engines and feed readers, checked by tools of their own fields.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::error::Error;
use crate::layout::Layout;
use crate::{setup, shell};

/// What calls the tools. It lies beside them, where Node looks for packages.
const CHECK: &str = include_str!("../found/check.mjs");

/// Checks a site that is there.
pub(crate) fn run(layout: &Layout, site: &Path) -> Result<(), Error> {
    setup::for_found(layout)?;
    check(layout, site)
}

/// Builds the default archive as if it were published, and checks that site. The command is the one that the native tests
/// were just compiled with.
pub(crate) fn test(layout: &Layout) -> Result<(), Error> {
    let folder = layout.root.join("target/found");
    let (articles, site) = (folder.join("articles"), folder.join("site"));
    match fs::remove_dir_all(&articles) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            return Err(Error::io("remove", &articles)(error));
        }
        _ => fs::create_dir_all(&articles).map_err(Error::io("make the folder", &articles))?,
    }
    let from = layout.root.join("assets/articles");
    for entry in fs::read_dir(&from).map_err(Error::io("list", &from))? {
        let entry = entry.map_err(Error::io("list", &from))?;
        let to = articles.join(entry.file_name());
        if entry.file_name() == "archive.toml" {
            let settings = fs::read_to_string(entry.path()).map_err(Error::io("read", entry.path()))?;
            let settings = format!("base_url = \"https://jejak.example/arsip/\"\n{settings}");
            fs::write(&to, settings).map_err(Error::io("write", &to))?;
        } else if entry.path().is_file() {
            fs::copy(entry.path(), &to).map_err(Error::io("copy", entry.path()))?;
        }
    }
    let mut jejak = Command::new(layout.root.join("target/debug/jejak"));
    shell::run(jejak.arg("build").arg(&articles).arg("--output").arg(&site).arg("--app").arg(layout.staged()))?;
    check(layout, &site)
}

fn check(layout: &Layout, site: &Path) -> Result<(), Error> {
    let script = layout.tools.join("found/check.mjs");
    fs::write(&script, CHECK).map_err(Error::io("write", &script))?;
    let site = site.canonicalize().map_err(Error::io("find", site))?;
    shell::run(Command::new("node").arg(&script).arg(site))
}
