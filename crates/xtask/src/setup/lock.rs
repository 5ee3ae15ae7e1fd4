//! Reads `Cargo.lock`: wasm-bindgen's command must be of exactly the version that the app is compiled with.

use std::fs;
use std::path::Path;

use crate::error::Error;

/// The version of the only package named `package` in the workspace's lock file.
pub(super) fn version(root: &Path, package: &str) -> Result<String, Error> {
    let path = root.join("Cargo.lock");
    let text = fs::read_to_string(&path).map_err(Error::io("read", &path))?;
    version_in(&text, package).map_err(|why| Error::Lock { path, why })
}

fn version_in(lock: &str, package: &str) -> Result<String, String> {
    let table: toml::Table = lock.parse().map_err(|error: toml::de::Error| error.to_string())?;
    let packages = table.get("package").and_then(toml::Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let text = |entry: &toml::Value, key: &str| entry.get(key).and_then(toml::Value::as_str).map(str::to_owned);
    let mut versions = packages
        .iter()
        .filter(|entry| text(entry, "name").as_deref() == Some(package))
        .filter_map(|entry| text(entry, "version"));
    match (versions.next(), versions.next()) {
        (Some(version), None) => Ok(version),
        (None, _) => Err(format!("names no package {package}")),
        (Some(one), Some(other)) => Err(format!("names {package} twice ({one}, {other}); one must go")),
    }
}

#[cfg(test)]
mod tests {
    use super::version_in;

    const LOCK: &str = r#"
        version = 4
        [[package]]
        name = "a"
        version = "1.0.0"
        [[package]]
        name = "b"
        version = "0.1.0"
        [[package]]
        name = "b"
        version = "0.2.0"
    "#;

    #[test]
    fn finds_the_only_version() {
        assert_eq!(version_in(LOCK, "a"), Ok("1.0.0".to_owned()));
    }

    #[test]
    fn refuses_none_two_and_nonsense() {
        assert!(version_in(LOCK, "c").is_err());
        assert!(version_in(LOCK, "b").is_err());
        assert!(version_in("[[package", "a").is_err());
    }
}
