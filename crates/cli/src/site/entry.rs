//! Tells the loader what the app's files are called.
//!
//! While developing, the loader reads the names from its own element, where the bundler puts them. In a finished site
//! they stand in the loader, because it is the one file that is never cached: an update then changes one small file and
//! no page. Of an archive beside the app it also names what each section of the site begins with, which then comes with the
//! app and not after it.

use std::collections::BTreeMap;

use jejak_app::chunk::Chunk;
use jejak_app::state::settings::Language;
use jejak_app::state::url::{self, Location, Route};
use jejak_archive::form::pieces::{self, Beginnings};
use jejak_archive::form::{Frame, PartKind};
use jejak_archive::query::FacetKind;
use jejak_archive::statements::StatementQuery;
use jejak_archive::{Engine, OpenError, Outcome, PartId, Query};

use serde_json::{Value, json};

use super::SiteError;
use super::names::{Entry, Own};
use super::staged::Staged;

/// Where the loader takes its names from while developing.
const MARK: &str = "document.currentScript.dataset";

/// The loader with the names filled in, `device` among them: what keeps the site on a visitor's device.
pub(super) fn fill(staged: &Staged, entry: &Entry, device: Option<Value>) -> Result<Vec<u8>, SiteError> {
    let value = json!({
        "device": device,
        "own": entry.own.as_ref().map(own),
        "js": format!("./{}", entry.js),
        "wasm": format!("./{}", entry.wasm),
        "jsIntegrity": entry.js_integrity,
        "wasmIntegrity": entry.wasm_integrity,
        "chunks": chunks(entry),
        "begins": begins(staged).map_err(|cause| SiteError::Archive(cause.to_string()))?,
    });
    fill_in(staged.loader(), staged.text(staged.loader())?, MARK, &value)
}

/// What opens a visitor's own files, as the script of it wants to be told.
fn own(own: &Own) -> Value {
    let Own { script, worker, press_script, press, integrity, gauge } = own;
    let told = json!({ "path": format!("./{script}"), "worker": worker, "js": press_script, "wasm": press, "integrity": integrity });
    let Value::Object(mut told) = told else { return told };
    if let Some((gauge, integrity)) = gauge {
        told.insert("gauge".to_owned(), json!(gauge));
        told.insert("gaugeIntegrity".to_owned(), json!(integrity));
    }
    Value::Object(told)
}

/// A script with a value in place of its mark.
pub(super) fn fill_in(file: &str, text: &str, mark: &'static str, value: &Value) -> Result<Vec<u8>, SiteError> {
    match text.matches(mark).count() {
        1 => Ok(text.replacen(mark, &value.to_string(), 1).into_bytes()),
        found => Err(SiteError::Entry { file: file.to_owned(), mark, found }),
    }
}

/// A page of each kind.
fn kinds() -> Vec<Route> {
    let (query, slug, words) = (Query::default(), String::new(), String::new());
    let mut kinds = vec![Route::Explore(query.clone()), Route::Article(String::new()), Route::Timeline(query.clone())];
    kinds.extend([Route::Quotes(StatementQuery::default()), Route::About(query), Route::Own]);
    kinds.extend(FacetKind::WITH_PAGES.map(|facet| Route::Record {
        facet,
        slug: slug.clone(),
        words: words.clone(),
        page: 0,
    }));
    kinds
}

/// With which steps the addresses of pages begin; the front page's is empty.
pub(super) fn steps() -> Vec<String> {
    kinds().into_iter().map(|route| first(Location::of(route).href().trim_start_matches("./"))).collect()
}

/// Of each chunk, by its name: its file, what that is checked by, which other one it is built on, and for which sections of the
/// site and which languages it is sent for at once.
fn chunks(entry: &Entry) -> BTreeMap<&'static str, Value> {
    let routes = kinds();
    let told = |(chunk, name, integrity): &(Chunk, String, String)| {
        let wants = routes.iter().filter(|route| Chunk::of_page(route) == Some(*chunk));
        let sections: Vec<String> = wants.map(|route| first(&Location::of(route.clone()).href())).collect();
        let speaks = Language::ALL.into_iter().filter(|language| Chunk::of_language(*language) == Some(*chunk));
        let languages: Vec<&str> = speaks.map(Language::tag).collect();
        let path = format!("./{name}");
        let on = chunk.on().map(Chunk::name);
        let told =
            json!({ "path": path, "integrity": integrity, "on": on, "sections": sections, "languages": languages });
        (chunk.name(), told)
    };
    entry.chunks.iter().map(told).collect()
}

/// What the pages of each section begin with, by the first step of their addresses, none for the front page, a question mark
/// for questions to it, and a star for all others: the head or the core of an archive beside the app, then the parts that the
/// section's plain address, or every address in it, needs first. Nothing where the app carries its archive.
fn begins(staged: &Staged) -> Result<Option<BTreeMap<String, Vec<String>>>, OpenError> {
    let manifest = staged.text(pieces::MANIFEST).ok().and_then(pieces::beginnings);
    let Some((Beginnings { head, core }, archive)) = manifest.zip(staged.beside()) else { return Ok(None) };
    let frame = Frame::read(archive)?;
    let read = Engine::open_catalogue(archive.get(..frame.core_end()).unwrap_or_default().to_vec())?;
    let path = |id: PartId| frame.part(id).map(|part| format!("./{}", pieces::path(part)));
    let begins = |begin: &str, parts: Vec<PartId>| -> Vec<String> {
        [format!("./{begin}")].into_iter().chain(parts.into_iter().filter_map(path)).collect()
    };
    let time = Location::of(Route::Timeline(Query::default())).href();
    let bars = needed(read.over_time(&Query::default()));
    let statements = needed(read.statements(&StatementQuery::default()));
    // What the front page shows is known once the columns are there.
    let (query, mut newest) = (Query::default(), Vec::new());
    while let Outcome::Needs(parts) = read.answer(&query) {
        for id in parts {
            let part = frame.part(id).and_then(|part| part.of(archive)).ok_or(OpenError::Untold { part: id })?;
            read.supply(id, part.to_vec())?;
            newest.push(id);
        }
    }
    let mut all = BTreeMap::from([
        (String::new(), begins(core, newest)),
        ("?".to_owned(), begins(head, Vec::new())),
        (first(&time), begins(core, bars)),
        (first(&url::quotes(&StatementQuery::default())), begins(core, statements)),
        ("*".to_owned(), begins(core, Vec::new())),
    ]);
    // Which group a record is in hangs on its address; whichever it is, the columns come with it.
    let columns: Vec<PartId> = frame.of_kind(PartKind::Columns).collect();
    all.extend(FacetKind::WITH_PAGES.map(|facet| (first(&url::record(facet, "")), begins(core, columns.clone()))));
    Ok(Some(all))
}

/// The first step of an address.
fn first(address: &str) -> String {
    address.split('/').next().unwrap_or_default().to_owned()
}

/// What an answer needs.
fn needed<T>(outcome: Outcome<T>) -> Vec<PartId> {
    match outcome {
        Outcome::Ready(_) => Vec::new(),
        Outcome::Needs(parts) => parts,
    }
}
