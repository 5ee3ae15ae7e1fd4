//! What lets a visitor's device keep a site: the list of a build's files, and the worker that keeps them.
//!
//! The worker has a name that lasts, because browsers look there for a newer one; all else that it needs is in the list,
//! which is named by its content. Files that change behind their names, pages and the loader, are checked by the list, so that a
//! store never holds two builds. The empty page that it answers addresses with which it has no page for lies in the list and
//! not beside it: some hosts write something of their own into pages.

use std::collections::{BTreeMap, HashSet};

use jejak_archive::form::pieces;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha384};

use super::files::Files;
use super::names::{hashed, integrity, is_by_content};
use super::routes::Map;
use super::staged::{DEVICE, Staged, WORKER};
use super::{SiteError, entry, hosts, html, names};

/// Where the worker takes from which build it is of.
const MARK: &str = "self.jejakBuild";
/// What stands in its place where devices are to keep nothing: it removes what an earlier build left, and itself.
pub(crate) const OFF: &str = include_str!("off.js");
/// What the list is called, before its hash.
const LIST: &str = "berkas.json";
/// How many digits the name of a build has.
const DIGITS: usize = 16;

/// A build's files, for its worker.
pub(super) struct Build<'a> {
    pub(super) staged: &'a Staged,
    pub(super) entry: &'a names::Entry,
    pub(super) shell: &'a html::Shell,
    pub(super) map: &'a Map,
    /// The app's own files and the archive's, as far as they are named by content.
    pub(super) named: Vec<String>,
    /// The pages that every site has, by their paths.
    pub(super) sections: Vec<(String, String)>,
}

/// Adds the loader, the worker and its list.
pub(super) fn add(files: &mut Files, build: &Build<'_>) -> Result<(), SiteError> {
    let Build { staged, entry, .. } = build;
    let Some(worker) = staged.worker() else {
        files.insert(WORKER.to_owned(), OFF.as_bytes().to_vec());
        files.insert(staged.loader().to_owned(), entry::fill(staged, entry, None)?);
        return Ok(());
    };
    let mut list = build.list(files)?;
    let headers = json!({
        "Content-Type": "text/html; charset=utf-8",
        "Cache-Control": "no-cache",
        "Content-Security-Policy": build.shell.policy()?,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": hosts::REFERRER,
    });
    let steps = entry::steps();
    // All that a store is filled by, but for the loader, which has to name the build.
    let mut digest = Sha384::new();
    for text in [worker, staged.text(staged.loader())?, &json!([list, headers, steps]).to_string()] {
        digest.update(text);
        digest.update([0]);
    }
    let mut stamp = data_encoding::HEXLOWER.encode(&digest.finalize());
    stamp.truncate(DIGITS);

    let device = staged.file(DEVICE)?;
    let told = json!({ "path": format!("./{}", hashed(DEVICE, device)), "stamp": stamp });
    let loader = entry::fill(staged, entry, Some(told))?;
    list.first.push(row(staged.loader(), &loader));
    let bytes = json!(list).to_string().into_bytes();
    let value = json!({
        "stamp": stamp,
        "list": hashed(LIST, &bytes),
        "integrity": integrity(&bytes),
        "loader": staged.loader(),
        "steps": steps,
        "headers": headers,
    });
    files.insert(WORKER.to_owned(), entry::fill_in(WORKER, worker, MARK, &value)?);
    files.insert(hashed(LIST, &bytes), bytes);
    files.insert(staged.loader().to_owned(), loader);
    Ok(())
}

/// What a store may hold. Rows are a path from the site's root, what the file is checked by, and how many bytes it has.
#[derive(serde::Serialize)]
struct List {
    /// Without these nothing is kept.
    first: Vec<Value>,
    /// The pages that every site has.
    sections: Vec<Value>,
    /// Parts of the archive, which are checked when they are read.
    parts: Vec<Value>,
    /// An empty page, cut where the way to the site's root belongs.
    shell: Vec<String>,
    /// Addresses of old, with where they lead.
    moved: BTreeMap<String, String>,
}

impl Build<'_> {
    fn list(&self, files: &Files) -> Result<List, SiteError> {
        let bytes = |name: &String| files.get(name).map_or(&[][..], Vec::as_slice);
        // Who wants to open files of their own fetches what does it then.
        let own = self.entry.own.iter().flat_map(names::Own::files).collect::<Vec<_>>();
        let (parts, first): (Vec<&String>, Vec<&String>) = self
            .named
            .iter()
            .filter(|name| is_by_content(name) && !own.contains(&name.as_str()))
            .partition(|name| name.starts_with(&format!("{}/", pieces::FOLDER)));
        let taken: HashSet<&str> =
            self.map.routes.iter().chain(&self.map.withdrawn).map(|route| route.path.as_str()).collect();
        let free = self.map.moved.iter().filter(|moved| !taken.contains(moved.from.path.as_str()));
        Ok(List {
            first: first.into_iter().map(|name| row(name, bytes(name))).collect(),
            sections: self.sections.iter().map(|(path, page)| row(path, page.as_bytes())).collect(),
            parts: parts.into_iter().map(|name| json!([name, null, bytes(name).len()])).collect(),
            shell: self.shell.empty(&self.map.meta.title)?,
            moved: free.map(|moved| (moved.from.path.clone(), moved.to.clone())).collect(),
        })
    }
}

fn row(path: &str, bytes: &[u8]) -> Value {
    json!([path, integrity(bytes), bytes.len()])
}
