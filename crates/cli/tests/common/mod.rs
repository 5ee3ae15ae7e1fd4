//! A small stand-in for the compiled app: what the bundler leaves, with WebAssembly that carries an archive and does
//! nothing. The real app is tested in browsers.

#![allow(clippy::unwrap_used, reason = "a helper of tests fails the test that calls it")]

use std::collections::BTreeMap;
use std::path::Path;

use jejak_cli::site::SECTION;
use wasm_encoder::{CustomSection, Module};

/// The files of a staged app, by name.
pub(crate) type App = BTreeMap<String, Vec<u8>>;

const INDEX: &str = r#"<!doctype html>
<html lang="id"><head>
<meta http-equiv="Content-Security-Policy" content="script-src 'self' 'nonce-x'; base-uri 'self'">
<base href="/">
<title>Jejak</title>
<link rel="icon" href="/jejak.svg">
<link rel="stylesheet" href="/a.css" integrity="sha384-old"/>
<link rel="stylesheet" href="/b.css" integrity="sha384-old"/>
<link rel="modulepreload" href="/app.js">
</head><body><div id="jejak"></div>
<script src="/muat.js" data-js="/app.js" data-wasm="/app_bg.wasm"></script></body></html>"#;

/// Its loader.
pub(crate) const LOADER: &str = "(() => {\n  const entry = document.currentScript.dataset;\n  go(entry);\n})();\n";

/// A staged app that carries `archive`.
pub(crate) fn app(archive: &[u8]) -> App {
    let mut module = Module::new();
    module.section(&CustomSection { name: SECTION.into(), data: archive.into() });
    let files: [(&str, Vec<u8>); 8] = [
        ("index.html", INDEX.into()),
        ("muat.js", LOADER.into()),
        ("app.js", "import './snippets/s.js'".into()),
        ("snippets/s.js", "1".into()),
        ("app_bg.wasm", module.finish()),
        ("a.css", "a{}".into()),
        ("b.css", "b{}".into()),
        ("jejak.svg", "<svg/>".into()),
    ];
    files.into_iter().map(|(name, bytes)| (name.to_owned(), bytes)).collect()
}

/// All files of a folder, as sorted paths from it, but for what a build keeps for the next one.
pub(crate) fn names(folder: &Path) -> Vec<String> {
    let mut all = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(inner) = open.pop() {
        for entry in inner.read_dir().unwrap() {
            let path = entry.unwrap().path();
            if path.ends_with(".jejak-cache") {
                continue;
            }
            if path.is_dir() {
                open.push(path)
            } else {
                all.push(path.strip_prefix(folder).unwrap().display().to_string())
            }
        }
    }
    all.sort();
    all
}
