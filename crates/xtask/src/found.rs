//! What a site tells search engines and feed readers, and the citations that it gives, checked by tools of their own fields.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::error::Error;
use crate::layout::Layout;
use crate::{setup, shell};

/// What calls the tools. It lies beside them, where Node looks for packages.
const CHECK: &str = include_str!("../found/check.mjs");

/// What has citations read.
const CITE: &str = include_str!("../found/cite.mjs");

/// Articles with all that a citation could stumble over.
const ODD: &str = include_str!("../found/odd.jsonl");

/// Forms of citations with the file of each, and the list that they are compared with.
const FORMS: [(&str, &str); 4] =
    [("json", "daftar.json"), ("bibtex", "daftar.bib"), ("ris", "daftar.ris"), ("csl", "daftar.csl.json")];

/// Checks a site that is there.
pub(crate) fn run(layout: &Layout, site: &Path) -> Result<(), Error> {
    setup::for_found(layout)?;
    check(layout, site)?;
    cited(layout, &[site])
}

/// Builds the default archive as if it were published, and checks that site. The command is the one that the native tests
/// were just compiled with.
pub(crate) fn test(layout: &Layout) -> Result<(), Error> {
    let folder = layout.root.join("target/found");
    let articles = folder.join("articles");
    let [site, odd_site] = sites(layout);
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
    build(layout, &articles, &site)?;
    check(layout, &site)?;
    let odd = folder.join("odd.jsonl");
    fs::write(&odd, ODD).map_err(Error::io("write", &odd))?;
    build(layout, &odd, &odd_site)?;
    cited(layout, &[&site, &odd_site])
}

/// The sites that [`test()`] builds: of the default archive, and of odd articles.
pub(crate) fn sites(layout: &Layout) -> [std::path::PathBuf; 2] {
    ["site", "odd-site"].map(|name| layout.root.join("target/found").join(name))
}

/// The command that the native tests were just compiled with.
pub(crate) fn jejak(layout: &Layout) -> Command {
    Command::new(layout.root.join("target/debug/jejak"))
}

fn build(layout: &Layout, articles: &Path, site: &Path) -> Result<(), Error> {
    shell::run(jejak(layout).arg("build").arg(articles).arg("--output").arg(site).arg("--app").arg(layout.staged()))
}

/// Has the citations of all articles and all statements of these sites read.
fn cited(layout: &Layout, sites: &[&Path]) -> Result<(), Error> {
    let script = layout.tools.join("found/cite.mjs");
    fs::write(&script, CITE).map_err(Error::io("write", &script))?;
    let mut read = Command::new("node");
    read.arg(&script);
    for (number, site) in sites.iter().enumerate() {
        for statements in [false, true] {
            let kind = if statements { "pernyataan" } else { "artikel" };
            let folder = layout.root.join("target/found/cited").join(format!("{number}-{kind}"));
            fs::create_dir_all(&folder).map_err(Error::io("make the folder", &folder))?;
            for (form, name) in FORMS {
                let mut export = jejak(layout);
                export.arg("export").arg(site).args(["--as", form]).args(statements.then_some("--statements"));
                let file = folder.join(name);
                fs::write(&file, shell::output(&mut export)?).map_err(Error::io("write", &file))?;
            }
            read.arg(folder);
        }
    }
    shell::run(&mut read)
}

fn check(layout: &Layout, site: &Path) -> Result<(), Error> {
    let script = layout.tools.join("found/check.mjs");
    fs::write(&script, CHECK).map_err(Error::io("write", &script))?;
    let site = site.canonicalize().map_err(Error::io("find", site))?;
    shell::run(Command::new("node").arg(&script).arg(site))
}
