//! What static hosts are told of a site.
//!
//! Every host serves the files as they are, and the pages carry their policy. Some hosts read more from a file that lies
//! with the site: which headers to send (`_headers`, by Netlify and Cloudflare Pages), and that nothing is to be built out
//! of it first (`.nojekyll`, by GitHub Pages). Others are told in their own configuration; `docs/hosting` has it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use jejak_archive::form::pieces;
use jejak_archive::model::DataFiles;
use jejak_export::columns::{FOLDER, PACKAGE};

use super::SiteError;
use super::files::Files;
use super::html::Shell;
use super::names::is_by_content;
use super::routes::Map;
use super::staged::WORKER;
use super::{install, not_found};

/// The headers, in the form that both hosts read.
const HEADERS: &str = "_headers";
const NO_JEKYLL: &str = ".nojekyll";

/// What a policy can say in a header alone: which pages may show this one inside of them.
const FRAMES: &str = "frame-ancestors 'self'";
/// From which site one comes is told to others, and not what one looked for there.
pub(super) const REFERRER: &str = "strict-origin";
/// For what is named by its content.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// For what may change behind its name: kept, but asked for each time.
const ASK: &str = "no-cache";

/// Adds what hosts read.
pub(super) fn add(files: &mut Files, map: &Map, shell: &Shell, loader: &str) -> Result<(), SiteError> {
    let headers = headers(files, map, &shell.policy()?, loader);
    files.insert(HEADERS.to_owned(), headers.into_bytes());
    files.insert(NO_JEKYLL.to_owned(), Vec::new());
    Ok(())
}

/// The rules. How long something may be kept stands in one rule for each address: where several hold, one host joins them
/// and the other takes the last. So files in the root are named one by one, folders as a whole, and what is in no rule is
/// asked for each time, as both hosts have it.
fn headers(files: &Files, map: &Map, policy: &str, loader: &str) -> String {
    let mut rules: BTreeMap<String, &str> = BTreeMap::new();
    // Whether all files of a folder are named by their content.
    let mut folders: BTreeMap<&str, bool> = BTreeMap::new();
    for name in files.keys() {
        match name.split_once('/') {
            Some((folder, _)) => *folders.entry(folder).or_insert(true) &= is_by_content(name),
            None if is_by_content(name) => drop(rules.insert(name.clone(), FOR_EVER)),
            None => {}
        }
    }
    let pages: BTreeSet<&str> = map.routes.iter().filter_map(|route| Some(route.path.split_once('/')?.0)).collect();
    folders.retain(|folder, by_content| *by_content && !pages.contains(folder));
    rules.extend(folders.keys().map(|folder| (format!("{folder}/*"), FOR_EVER)));
    rules.extend(pages.iter().map(|folder| (format!("{folder}/*"), ASK)));
    let never = ["", loader, WORKER, install::MANIFEST, pieces::MANIFEST, not_found::SCRIPT_NAME];
    rules.extend(
        never
            .into_iter()
            .filter(|name| name.is_empty() || files.contains_key(*name))
            .map(|name| (name.to_owned(), ASK)),
    );
    // Tables are laid beside these files.
    if map.meta.data != DataFiles::None {
        rules.extend([format!("{FOLDER}*"), PACKAGE.to_owned()].map(|name| (name, ASK)));
    }

    let mut out = format!(
        "# Netlify and Cloudflare Pages read this; elsewhere it does nothing.\n/*\n  Content-Security-Policy: {policy}\n  \
         X-Content-Type-Options: nosniff\n  Referrer-Policy: {REFERRER}\n"
    );
    // Feeds and data have no element to say it in.
    if map.meta.noindex {
        out.push_str("  X-Robots-Tag: noindex\n");
    }
    for (path, kept) in rules {
        let _ = writeln!(out, "/{path}\n  Cache-Control: {kept}");
    }
    out
}

/// The policy of a page as a header: the page's own, and what it cannot say itself.
pub(super) fn policy(of_page: Option<&str>) -> String {
    match of_page {
        Some(own) => format!("{}; {FRAMES}", own.trim_end_matches([';', ' '])),
        None => FRAMES.to_owned(),
    }
}
