//! What the programs are made of, for machines: a software bill of materials as CycloneDX 1.5, `jejak.cdx.json`.
//!
//! WHY: whoever runs the program can ask any scanner whether a package in it has become known to be unsafe, without
//! building it. The list is made of what cargo says, with the checksums of the lock file, so it names just what was
//! linked: the command for the systems of the release, and the app inside. It names no time and no random serial number, so the same sources
//! give the same bytes.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::graph;
use crate::error::Error;
use crate::layout::Layout;

const FILE: &str = "jejak.cdx.json";

/// A package's name and version.
type Name = (String, String);

/// Writes the list for programs of these systems, and says where.
pub(super) fn write(layout: &Layout, graphs: &[(Value, &'static str)], folder: &Path) -> Result<PathBuf, Error> {
    let lock = layout.root.join("Cargo.lock");
    let lock = fs::read_to_string(&lock).map_err(Error::io("read", &lock))?;
    let bill = bill(graphs, &checksums(&lock))?;
    let file = folder.join(FILE);
    fs::write(&file, format!("{bill:#}\n")).map_err(Error::io("write", &file))?;
    Ok(file)
}

fn bill(graphs: &[(Value, &'static str)], checksums: &BTreeMap<Name, String>) -> Result<Value, Error> {
    let mut components: BTreeMap<Name, Value> = BTreeMap::new();
    let mut dependencies: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (graph, root) in graphs {
        let all = graph::linked(graph, root)?;
        for linked in all.values() {
            let name = name_of(linked.package);
            let on = linked.on.iter().filter_map(|id| Some(reference(&name_of(all.get(id)?.package))));
            dependencies.entry(reference(&name)).or_default().extend(on);
            components.entry(name).or_insert_with_key(|name| component(name, linked.package, checksums));
        }
    }
    let own = (String::from("jejak"), env!("CARGO_PKG_VERSION").to_owned());
    let roots: Vec<String> = graphs
        .iter()
        .filter_map(|(_, root)| components.keys().find(|(name, _)| name == root).map(reference))
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    let rows = dependencies.iter().map(|(name, on)| json!({"ref": name, "dependsOn": on}));
    let rows: Vec<Value> = [json!({"ref": reference(&own), "dependsOn": roots})].into_iter().chain(rows).collect();
    Ok(json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": {
            "type": "application", "bom-ref": reference(&own), "name": own.0, "version": own.1,
            "licenses": [{"expression": "MIT OR Apache-2.0"}],
        }},
        "components": components.into_values().collect::<Vec<_>>(),
        "dependencies": rows,
    }))
}

fn component(name: &Name, package: &Value, checksums: &BTreeMap<Name, String>) -> Value {
    let mut component = json!({
        "type": "library", "bom-ref": reference(name), "name": name.0, "version": name.1, "scope": "required",
    });
    if !package["source"].is_null() {
        component["purl"] = json!(reference(name));
    }
    if let Some(licence) = package["license"].as_str() {
        // Older packages write `/` where the form of expressions has `OR`.
        component["licenses"] = json!([{"expression": licence.replace(" / ", " OR ").replace('/', " OR ")}]);
    }
    if let Some(sum) = checksums.get(name) {
        component["hashes"] = json!([{"alg": "SHA-256", "content": sum}]);
    }
    component
}

fn name_of(package: &Value) -> Name {
    let word = |key: &str| package[key].as_str().unwrap_or_default().to_owned();
    (word("name"), word("version"))
}

fn reference((name, version): &Name) -> String {
    format!("pkg:cargo/{name}@{version}")
}

/// The checksums of a lock file.
fn checksums(lock: &str) -> BTreeMap<Name, String> {
    let lock: toml::Table = lock.parse().unwrap_or_default();
    let packages = lock.get("package").and_then(toml::Value::as_array).into_iter().flatten();
    packages
        .filter_map(|package| {
            let word = |key: &str| package.get(key)?.as_str().map(str::to_owned);
            Some(((word("name")?, word("version")?), word("checksum")?))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bill_names_what_is_linked_with_its_checksum() {
        let sums = checksums(
            "version = 4\n[[package]]\nname = \"own\"\nversion = \"1.0.0\"\n\n[[package]]\nname = \"deep\"\n\
             version = \"1.0.0\"\nsource = \"registry\"\nchecksum = \"00ff\"\n",
        );
        let graphs = [(graph::tests::graph(), "own")];
        let bill = bill(&graphs, &sums).unwrap();
        let components = bill["components"].as_array().unwrap();
        let names: Vec<&str> = components.iter().filter_map(|one| one["name"].as_str()).collect();
        assert_eq!(names, ["deep", "linked", "own"]);
        assert_eq!(components[0]["hashes"][0]["content"], "00ff");
        assert_eq!(components[0]["purl"], "pkg:cargo/deep@1.0.0");
        assert!(components[2].get("purl").is_none(), "what comes from no registry has no address in one");
        let row = |name: &str| {
            let name = format!("pkg:cargo/{name}@");
            let rows = bill["dependencies"].as_array().unwrap();
            rows.iter().find(|row| row["ref"].as_str().unwrap().starts_with(&name)).unwrap()["dependsOn"].clone()
        };
        assert_eq!(row("jejak"), json!(["pkg:cargo/own@1.0.0"]));
        assert_eq!(row("linked"), json!(["pkg:cargo/deep@1.0.0"]));
        assert_eq!(row("deep"), json!([]));
    }
}
