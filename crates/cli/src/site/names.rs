//! Names by content: a file's name holds a hash of its final bytes, so it can be cached for ever.
//!
//! The bundler hashes cargo's output, which is something else than what is served: wasm-bindgen, wasm-opt and an archive
//! that is swapped come later. So names are given here, last. Files that others name in ways which are not rewritten
//! here (modules that the app's JavaScript imports) keep their names. The style sheets become one, because each would
//! cost a first visit a request.

use std::collections::BTreeMap;

use data_encoding::{BASE64, HEXLOWER};
use jejak_app::chunk::Chunk;
use jejak_archive::model::Accent;
use sha2::{Digest as _, Sha384};

use super::files::Files;
use super::staged::{DEVICE, GAUGE, INDEX, OF_OWN, OWN, OWN_WORKER, PRESS, PRESS_SCRIPT, Staged, WORKER};
use super::{SiteError, html};

/// What the joined style sheet is called, before its hash.
const STYLE: &str = "style.css";

/// The files that change their name with their content, and where they went.
pub(super) struct Named {
    /// All files but the start page, the loader and the worker.
    pub(super) files: Files,
    /// New names by staged names; all style sheets have the same one.
    pub(super) renamed: BTreeMap<String, String>,
    /// What the loader has to know.
    pub(super) entry: Entry,
}

/// The names of the app's two parts, with what browsers check them by (Subresource Integrity).
pub(super) struct Entry {
    pub(super) js: String,
    pub(super) wasm: String,
    pub(super) js_integrity: String,
    pub(super) wasm_integrity: String,
    /// Chunks of the app, each with its name and what it is checked by.
    pub(super) chunks: Vec<(Chunk, String, String)>,
    /// What opens a visitor's own files, where the app brings that along.
    pub(super) own: Option<Own>,
}

/// The names of what opens a visitor's own files, with what the press is checked by.
pub(super) struct Own {
    pub(super) script: String,
    pub(super) worker: String,
    pub(super) press_script: String,
    pub(super) press: String,
    pub(super) integrity: String,
    /// What the press can be measured on, with what that is checked by, where the app brings it along.
    pub(super) gauge: Option<(String, String)>,
}

impl Own {
    fn of(staged: &Staged) -> Option<Self> {
        let named = |name| Some(hashed(name, staged.file(name).ok()?));
        Some(Self {
            script: named(OWN)?,
            worker: named(OWN_WORKER)?,
            press_script: named(PRESS_SCRIPT)?,
            press: named(PRESS)?,
            integrity: integrity(staged.file(PRESS).ok()?),
            gauge: staged.file(GAUGE).ok().map(|bytes| (hashed(GAUGE, bytes), integrity(bytes))),
        })
    }

    /// All of them.
    pub(super) fn files(&self) -> Vec<&str> {
        let gauge = self.gauge.as_ref().map(|(name, _)| name);
        [&self.script, &self.worker, &self.press_script, &self.press]
            .into_iter()
            .chain(gauge)
            .map(String::as_str)
            .collect()
    }
}

/// Names the app's parts and everything that the start page links to.
///
/// The style sheet ends with the rules that the archive's accent asks for.
pub(super) fn by_content(staged: &Staged, accent: Option<&Accent>) -> Result<Named, SiteError> {
    let start = staged.start();
    let mut linked = html::links(staged.text(INDEX)?)?;
    linked.extend([start.js.clone(), start.wasm.clone()]);
    linked.extend(staged.chunks().map(|(_, name, _)| name));
    linked.insert(DEVICE.to_owned());
    linked.extend(OF_OWN.into_iter().chain([GAUGE]).map(str::to_owned));
    let sheets = html::sheets(staged.text(INDEX)?)?;
    let mut named = Named { files: Files::new(), renamed: BTreeMap::new(), entry: entry(staged)? };
    if !sheets.is_empty() {
        let mut joined = joined(staged, &sheets)?;
        joined.extend(accent.map(rules).unwrap_or_default().into_bytes());
        let new = hashed(STYLE, &joined);
        named.renamed.extend(sheets.iter().map(|sheet| (sheet.clone(), new.clone())));
        named.files.insert(new, joined);
    }
    for (name, bytes) in staged.files() {
        // What keeps its name because it is filled in, or is joined already.
        let is_late = [INDEX, WORKER, start.loader.as_str()].contains(&name);
        if is_late || named.renamed.contains_key(name) {
            continue;
        }
        let new = if linked.contains(name) { hashed(name, bytes) } else { name.to_owned() };
        named.files.insert(new.clone(), bytes.to_owned());
        named.renamed.insert(name.to_owned(), new);
    }
    Ok(named)
}

fn entry(staged: &Staged) -> Result<Entry, SiteError> {
    let start = staged.start();
    let (js, wasm) = (staged.file(&start.js)?, staged.file(&start.wasm)?);
    Ok(Entry {
        js: hashed(&start.js, js),
        wasm: hashed(&start.wasm, wasm),
        js_integrity: integrity(js),
        wasm_integrity: integrity(wasm),
        chunks: staged.chunks().map(|(chunk, name, bytes)| (chunk, hashed(&name, bytes), integrity(bytes))).collect(),
        own: Own::of(staged),
    })
}

/// The style sheets as one, in their order. All must lie in the root, so that what they refer to is still found.
fn joined(staged: &Staged, sheets: &[String]) -> Result<Vec<u8>, SiteError> {
    let mut all = Vec::new();
    for sheet in sheets {
        let text = staged.text(sheet)?;
        // These count only at the start of a sheet, where they would no longer stand.
        if sheet.contains('/') || text.contains("@import") || text.contains("@charset") {
            return Err(SiteError::Sheet(sheet.clone()));
        }
        all.extend_from_slice(text.as_bytes());
        all.push(b'\n');
    }
    Ok(all)
}

/// An accent as rules: the page's policy forbids styles in its markup.
fn rules(accent: &Accent) -> String {
    let Accent { light, dark, light_wash, dark_wash } = accent;
    format!(
        ":root {{\n  --accent: light-dark({light}, {dark});\n  --accent-wash: light-dark({light_wash}, {dark_wash});\n}}\n"
    )
}

/// The value of an `integrity` attribute.
pub(super) fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64.encode(&Sha384::digest(bytes)))
}

/// `style/app.css` becomes `style/app-0123456789abcdef.css`.
pub(super) fn hashed(name: &str, bytes: &[u8]) -> String {
    let digest = Sha384::digest(bytes);
    let hash = HEXLOWER.encode(digest.get(..8).unwrap_or(&digest));
    let (folder, file) = name.rsplit_once('/').map_or(("", name), |(folder, file)| (folder, file));
    let (stem, extension) = file.rsplit_once('.').unwrap_or((file, ""));
    let slash = if folder.is_empty() { "" } else { "/" };
    let dot = if extension.is_empty() { "" } else { "." };
    format!("{folder}{slash}{}-{hash}{dot}{extension}", without_hash(stem))
}

/// Takes off the hash that the bundler may have put into a name.
fn without_hash(stem: &str) -> String {
    let is_hash =
        |part: &str| part.len() >= 8 && part.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
    let (stem, tail) = stem.strip_suffix("_bg").map_or((stem, ""), |stem| (stem, "_bg"));
    match stem.rsplit_once('-') {
        Some((name, hash)) if is_hash(hash) => format!("{name}{tail}"),
        _ => format!("{stem}{tail}"),
    }
}

/// How many digits of a hash names have: of a file's, and of a part's of an archive.
const DIGITS: [usize; 2] = [16, 12];

/// Whether a path of a finished site is named by its content, so that it may be cached for ever.
pub(crate) fn is_by_content(path: &str) -> bool {
    let file = path.rsplit('/').next().unwrap_or(path);
    let stem = file.split('.').next().unwrap_or(file);
    let hash = stem.rsplit_once('-').map_or("", |(_, hash)| hash);
    DIGITS.contains(&hash.len())
        && hash.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
        && !file.ends_with(".html")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_follows_the_bytes_and_nothing_else() {
        let one = hashed("style/app.css", b"a");
        assert_eq!(one, hashed("style/app-00112233aabbccdd.css", b"a"));
        assert_ne!(one, hashed("style/app.css", b"b"));
        assert!(one.starts_with("style/app-") && one.ends_with(".css"));
        assert!(is_by_content(&one));
        assert!(hashed("jejak-app-0123456789abcdef_bg.wasm", b"x").starts_with("jejak-app_bg-"));
        assert!(hashed("LICENSE", b"x").starts_with("LICENSE-"));
        assert!(is_by_content("bagian/columns-6c6d62d01631.bin") && is_by_content("bagian/core-6c838061e28ebf38.bin"));
    }

    #[test]
    fn pages_and_loader_are_never_cached_for_ever() {
        for path in ["", "index.html", "muat.js", "artikel/rapat-0123456789abcdef/", "artikel/a-0123456789abcdef.html"]
        {
            assert!(!is_by_content(path), "{path}");
        }
    }

    /// The example of the Subresource Integrity specification.
    #[test]
    fn integrity_is_as_browsers_compute_it() {
        let expected = "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO";
        assert_eq!(integrity(b"alert('Hello, world.');"), expected);
    }
}
