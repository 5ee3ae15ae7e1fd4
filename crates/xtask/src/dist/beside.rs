//! What lies beside the programs: completions and the manual, printed by the command itself.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::error::Error;
use crate::layout::Layout;
use crate::shell;

/// Shells, and what each looks for.
const SHELLS: [(&str, &str); 5] = [
    ("bash", "jejak.bash"),
    ("zsh", "_jejak"),
    ("fish", "jejak.fish"),
    ("powershell", "_jejak.ps1"),
    ("elvish", "jejak.elv"),
];

/// The commands that have a page of the manual, and the page about all of them.
const PAGES: [&str; 10] = ["", "new", "build", "serve", "search", "inspect", "annotate", "eval", "completions", "man"];

/// Writes `completions/`, `man/` and the project's own licences into the folder.
pub(super) fn write(layout: &Layout, folder: &Path) -> Result<(), Error> {
    // Compiled for this machine: one for another system could not be asked.
    let ask = |words: &[&str]| {
        let mut cargo = Command::new("cargo");
        cargo.args(["run", "--quiet", "--package", "jejak-cli", "--bin", "jejak", "--"]).args(words);
        shell::output(cargo.current_dir(&layout.root))
    };
    for (shell, name) in SHELLS {
        put(folder, "completions", name, &ask(&["completions", shell])?)?;
    }
    for page in PAGES {
        let (words, name) = match page {
            "" => (vec!["man"], "jejak.1".to_owned()),
            page => (vec!["man", page], format!("jejak-{page}.1")),
        };
        put(folder, "man", &name, &ask(&words)?)?;
    }
    for name in ["LICENSE-MIT", "LICENSE-APACHE"] {
        let own = layout.root.join(name);
        fs::copy(&own, folder.join(name)).map_err(Error::io("copy", &own))?;
    }
    Ok(())
}

fn put(folder: &Path, inner: &str, name: &str, text: &str) -> Result<(), Error> {
    let folder = folder.join(inner);
    fs::create_dir_all(&folder).map_err(Error::io("make the folder", &folder))?;
    let file = folder.join(name);
    fs::write(&file, format!("{text}\n")).map_err(Error::io("write", &file))
}
