//! Tells the loader what the app's files are called.
//!
//! While developing, the loader reads the names from its own element, where the bundler puts them. In a finished site
//! they stand in the loader, because it is the one file that is never cached: an update then changes one small file and
//! no page. Of an archive beside the app it names the head as well, which then comes with the app and not after it.

use jejak_archive::form::pieces;

use super::SiteError;
use super::names::Entry;
use super::staged::Staged;

/// The end of the line that gives the loader its names.
const MARK: &str = "// jejak:entry";

/// The loader with the names filled in.
pub(super) fn fill(staged: &Staged, entry: &Entry) -> Result<Vec<u8>, SiteError> {
    let text = staged.text(staged.loader())?;
    let found = text.lines().filter(|line| line.trim_end().ends_with(MARK)).count();
    if found != 1 {
        return Err(SiteError::EntryLine { file: staged.loader().to_owned(), found });
    }
    let head = staged.text(pieces::MANIFEST).ok().and_then(pieces::head);
    let value = serde_json::json!({
        "js": format!("./{}", entry.js),
        "wasm": format!("./{}", entry.wasm),
        "jsIntegrity": entry.js_integrity,
        "wasmIntegrity": entry.wasm_integrity,
        "head": head.map(|head| format!("./{head}")),
    });
    let mut out = String::with_capacity(text.len() + 256);
    for line in text.lines() {
        if line.trim_end().ends_with(MARK) {
            let indent = &line[..line.len() - line.trim_start().len()];
            out.push_str(&format!("{indent}const entry = {value};"));
        } else {
            out.push_str(line);
        }
        out.push('\n');
    }
    Ok(out.into_bytes())
}
