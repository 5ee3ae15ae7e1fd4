//! Which packages a program is made of: what cargo says of them, from the program's own down.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use serde_json::Value;

use crate::error::Error;
use crate::layout::Layout;
use crate::shell;

/// What the app inside is compiled for.
const BROWSER: &str = "wasm32-unknown-unknown";

/// A package with those that it links.
pub(super) struct Linked<'a> {
    /// The package as `cargo metadata` describes it.
    pub(super) package: &'a Value,
    /// Cargo's names of those that it links.
    pub(super) on: Vec<&'a str>,
}

/// The answers of `cargo metadata` for each program of a release, with the package that each begins with: the command for
/// these systems, and the app with its press inside.
pub(super) fn of_release(layout: &Layout, triples: &[&str]) -> Result<Vec<(Value, &'static str)>, Error> {
    let inside = [(BROWSER, "jejak-app"), (BROWSER, "jejak-presser")];
    let programs = triples.iter().map(|triple| (*triple, "jejak-cli")).chain(inside);
    programs
        .map(|(triple, root)| {
            let mut cargo = Command::new("cargo");
            cargo.args(["metadata", "--format-version", "1", "--locked", "--filter-platform", triple]);
            let said = shell::output(cargo.current_dir(&layout.root))?;
            Ok((serde_json::from_str(&said).unwrap_or_default(), root))
        })
        .collect()
}

/// The packages that `root` is made of, by cargo's names of them; those that only tests and builds use are none of them.
pub(super) fn linked<'a>(graph: &'a Value, root: &str) -> Result<BTreeMap<&'a str, Linked<'a>>, Error> {
    walk(graph, root)
        .ok_or_else(|| Error::Missing { what: format!("the package {root} in the answer of `cargo metadata`") })
}

fn walk<'a>(graph: &'a Value, root: &str) -> Option<BTreeMap<&'a str, Linked<'a>>> {
    let packages: BTreeMap<&str, &Value> =
        graph["packages"].as_array()?.iter().filter_map(|package| Some((package["id"].as_str()?, package))).collect();
    let nodes: BTreeMap<&str, &Value> =
        graph["resolve"]["nodes"].as_array()?.iter().filter_map(|node| Some((node["id"].as_str()?, node))).collect();
    let first = packages.iter().find(|(_, package)| package["name"] == root).map(|(id, _)| *id)?;
    let mut all = BTreeMap::new();
    let mut open = vec![first];
    while let Some(id) = open.pop() {
        if all.contains_key(id) {
            continue;
        }
        let dependencies = nodes.get(id)?["deps"].as_array()?.iter();
        let linked = dependencies.filter(|dependency| {
            dependency["dep_kinds"].as_array().is_some_and(|kinds| kinds.iter().any(|kind| kind["kind"].is_null()))
        });
        let on: BTreeSet<&str> = linked.filter_map(|dependency| dependency["pkg"].as_str()).collect();
        open.extend(&on);
        all.insert(id, Linked { package: packages.get(id)?, on: on.into_iter().collect() });
    }
    Some(all)
}

#[cfg(test)]
pub(super) mod tests {
    use serde_json::{Value, json};

    use super::linked;

    /// What cargo would say of a program with packages below it, some of them only for tests and builds.
    pub(in crate::dist) fn graph() -> Value {
        let manifest = std::env::temp_dir().join("no-such-folder/Cargo.toml");
        let package = |name: &str, source: Value| {
            json!({"id": name, "name": name, "version": "1.0.0", "license": "MIT", "source": source,
                   "manifest_path": manifest})
        };
        let dependency = |name: &str, kind: Value| json!({"pkg": name, "dep_kinds": [{"kind": kind}]});
        json!({
            "packages": [
                package("own", Value::Null), package("linked", json!("registry")), package("deep", json!("registry")),
                package("tests", json!("registry")), package("builds", json!("registry"))
            ],
            "resolve": {"nodes": [
                {"id": "own", "deps": [dependency("linked", Value::Null), dependency("tests", json!("dev")),
                                       dependency("builds", json!("build"))]},
                {"id": "linked", "deps": [dependency("deep", Value::Null)]},
                {"id": "deep", "deps": []},
                {"id": "tests", "deps": []}, {"id": "builds", "deps": []}
            ]}
        })
    }

    #[test]
    fn what_only_tests_and_builds_use_is_not_linked() {
        let graph = graph();
        let all = linked(&graph, "own").unwrap();
        assert_eq!(all.keys().copied().collect::<Vec<_>>(), ["deep", "linked", "own"]);
        assert_eq!(all["own"].on, ["linked"]);
        assert!(linked(&graph, "other").is_err());
    }
}
