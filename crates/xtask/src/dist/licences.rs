//! Who wrote what the programs are made of, and under which licence: `THIRD-PARTY.txt`.
//!
//! WHY: nearly all of these licences ask that their words come along with a copy. So each package of a program, and of
//! the app inside it, is named with its licence, and the licence files that lie with its sources follow, each once.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde_json::Value;

use super::graph;
use crate::error::Error;

const HEAD: &str = "\
jejak, and the app that it carries, are made of these packages besides its own, of Rust's standard library (MIT OR
Apache-2.0), and of what a system's programs begin with: musl libc for Linux (MIT), mingw-w64's runtime for Windows (public
domain and ZPL-2.1). The texts of the packages' licences follow the list. Those under MPL-2.0 are used unchanged; their sources
are published under the name and version given here, in the registry that cargo uses.
";

/// A package: its name and version.
type Name = (String, String);

/// What a program is made of.
#[derive(Debug, Default)]
struct Made {
    /// Packages and their licences.
    packages: BTreeMap<Name, String>,
    /// Licence texts, and the packages that come with each.
    texts: BTreeMap<String, BTreeSet<String>>,
}

/// Writes the list for programs of these systems.
pub(super) fn write(graphs: &[(Value, &'static str)], folder: &Path) -> Result<(), Error> {
    let mut made = Made::default();
    for (graph, root) in graphs {
        gather(graph, root, &mut made)?;
    }
    let file = folder.join("THIRD-PARTY.txt");
    fs::write(&file, text(&made)).map_err(Error::io("write", &file))
}

/// Adds the packages that `root` is made of; those of the workspace come from no registry.
fn gather(graph: &Value, root: &str, made: &mut Made) -> Result<(), Error> {
    for linked in graph::linked(graph, root)?.values().filter(|linked| !linked.package["source"].is_null()) {
        add(linked.package, made).ok_or_else(|| Error::Missing {
            what: "a name or a version in the answer of `cargo metadata`".to_owned(),
        })?;
    }
    Ok(())
}

fn add(package: &Value, made: &mut Made) -> Option<()> {
    let word = |key: &str| package[key].as_str().map(str::to_owned);
    let (name, version) = (word("name")?, word("version")?);
    let licence = word("license").unwrap_or_else(|| "see its own text".to_owned());
    for text in texts(Path::new(package["manifest_path"].as_str()?).parent()?) {
        made.texts.entry(text).or_default().insert(format!("{name} {version}"));
    }
    made.packages.insert((name, version), licence);
    Some(())
}

/// The licence files of a package, without what differs only in white space at the ends of lines.
fn texts(folder: &Path) -> Vec<String> {
    let is_licence = |name: &str| {
        let name = name.to_ascii_uppercase();
        ["LICENSE", "LICENCE", "COPYING", "COPYRIGHT", "NOTICE", "UNLICENSE"].iter().any(|word| name.starts_with(word))
    };
    let files = folder.read_dir().into_iter().flatten().flatten();
    let licences = files.filter(|file| is_licence(&file.file_name().to_string_lossy()));
    let mut texts: Vec<String> = licences.filter_map(|file| fs::read_to_string(file.path()).ok()).collect();
    texts.iter_mut().for_each(|text| *text = text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n"));
    texts.retain(|text| !text.trim().is_empty());
    texts
}

fn text(made: &Made) -> String {
    let mut out = format!("{HEAD}\n");
    for ((name, version), licence) in &made.packages {
        out.push_str(&format!("{name} {version}: {licence}\n"));
    }
    for (text, packages) in &made.texts {
        let packages: Vec<&str> = packages.iter().map(String::as_str).collect();
        out.push_str(&format!("\n{}\n{}\n\n{}\n", "-".repeat(80), packages.join(", "), text.trim_matches('\n')));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_what_is_linked_and_not_what_only_tests_and_builds_use() {
        let graph = graph::tests::graph();
        let mut made = Made::default();
        gather(&graph, "own", &mut made).unwrap();
        let names: Vec<&str> = made.packages.keys().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["deep", "linked"]);
        assert!(text(&made).contains("deep 1.0.0: MIT\n"));
        assert!(gather(&graph, "other", &mut made).is_err());
    }
}
