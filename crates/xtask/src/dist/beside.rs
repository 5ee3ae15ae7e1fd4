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
    let whole = ask(&["man"])?;
    put(folder, "man", "jejak.1", &whole)?;
    for command in commands(&whole) {
        put(folder, "man", &format!("jejak-{command}.1"), &ask(&["man", &command])?)?;
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

/// The commands that the page about all of them names, as `jejak\-build(1)`.
fn commands(page: &str) -> Vec<String> {
    let named = page.split("jejak\\-").skip(1).filter_map(|rest| rest.split_once("(1)"));
    let is_word = |name: &str| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase());
    named.filter(|(name, _)| is_word(name)).map(|(name, _)| name.to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::commands;

    #[test]
    fn the_page_about_all_commands_names_them() {
        let page = "jejak \\- who said what\n.TP\njejak\\-new(1)\nMake a folder\n.TP\njejak\\-build(1)\nSee jejak\\-lain, a word (1)";
        assert_eq!(commands(page), ["new", "build"]);
    }
}
