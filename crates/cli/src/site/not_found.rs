//! The page for addresses that lead nowhere.
//!
//! A static host answers any unknown address, at any depth and under any prefix, with the bytes of 404.html. So that
//! page cannot name a file of the site: it knows no way to the root. It names one small script at every depth that it
//! may stand at instead; the one of them that exists knows from its own address where the root is, and starts the app,
//! which says in the reader's language what is missing and where to go on.

use super::SiteError;
use super::files::Files;
use super::html::Shell;

const PAGE_NAME: &str = "404.html";
/// The script that finds the root.
const SCRIPT: &str = include_str!("404.js");
pub(super) const SCRIPT_NAME: &str = "404.js";

/// How many folders below the root a mistyped address may be to be answered by the app; the site itself has two.
const DEPTH: usize = 6;

/// What the page says where no script helps, in both languages of the app. The app replaces it.
const WORDS: &str = r#"<h1>Halaman ini tidak ada</h1>
<p>Hapus bagian akhir alamat ini untuk sampai ke arsip.</p>
<p lang="en">There is no page here. Delete the end of this address to get to the archive.</p>
"#;

/// Adds the page and its script.
pub(super) fn add(files: &mut Files, shell: &Shell) -> Result<(), SiteError> {
    let scripts: Vec<String> = (0..=DEPTH).map(|depth| format!("{}{SCRIPT_NAME}", "../".repeat(depth))).collect();
    files.insert(PAGE_NAME.to_owned(), shell.unplaced(WORDS, &scripts)?.into_bytes());
    files.insert(SCRIPT_NAME.to_owned(), SCRIPT.as_bytes().to_vec());
    Ok(())
}
