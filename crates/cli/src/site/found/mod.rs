//! What makes a site found by those who do not know it: search engines, readers of feeds, and whoever links to it.
//!
//! All of it names pages by their full address, so it is written only where the archive says under which address it is
//! published (`base_url`); what a page says of itself (`data`) does without, and then names no address.

mod data;
mod feed;
mod followed;
mod sitemap;

use std::fmt::Write as _;

pub(super) use data::script;
pub(super) use feed::of_statements;
pub(super) use followed::{Beside, Followed};

use jejak_app::state::library::Library;
use jejak_archive::model::Meta;

use super::files::Files;
use super::head::escaped;
use super::routes::{Map, Route};

/// The feed of the newest articles, as Atom (RFC 4287).
pub(super) const ATOM: &str = "umpan.xml";
/// The same as JSON Feed 1.1.
pub(super) const JSON: &str = "umpan.json";

/// Adds the files beside the pages.
pub(super) fn add(files: &mut Files, map: &Map) {
    let Some(base) = &map.meta.base_url else { return };
    files.extend(sitemap::files(base, &map.routes));
    let newest = feed::newest(&map.routes);
    files.insert(ATOM.to_owned(), feed::atom(&map.meta, base, &newest).into_bytes());
    files.insert(JSON.to_owned(), feed::json(&map.meta, base, &newest).into_bytes());
}

/// What is written beside pages: nothing where a site does not know its address. `others` is how many files it has
/// without these.
pub(super) fn followed(library: &Library, map: &Map, others: usize) -> Followed {
    match map.meta.base_url {
        Some(_) => Followed::of(library, &map.routes, others),
        None => Followed::default(),
    }
}

/// What a page's head says of the feeds: its own, then the archive's.
pub(super) fn links(meta: &Meta, route: &Route, beside: Beside) -> String {
    if meta.base_url.is_none() {
        return String::new();
    }
    let mut out = String::new();
    let mut link = |kind: &str, path: &str, title: &str| {
        let (path, title) = (escaped(path), escaped(title));
        let _ = writeln!(out, "<link rel=\"alternate\" type=\"{kind}\" href=\"{path}\" title=\"{title}\">");
    };
    const KINDS: [(&str, &str); 2] = [("application/atom+xml", ATOM), ("application/feed+json", JSON)];
    for ((kind, name), there) in KINDS.into_iter().zip([beside.atom, beside.json]) {
        if there {
            link(kind, &format!("{}{name}", route.path), &route.title);
        }
    }
    for (kind, name) in KINDS {
        link(kind, name, &meta.title);
    }
    out
}

/// The full address of a page.
fn address(base: &str, route: &Route) -> String {
    format!("{base}{}", route.path)
}

#[cfg(test)]
mod tests {
    use super::super::routes::Route;
    use jejak_app::state::url::Location;
    use jejak_archive::model::{Date, Meta};

    pub(super) fn meta() -> Meta {
        let text = |words: &str| Some(words.to_owned());
        Meta {
            title: "Arsip <Contoh>".to_owned(),
            description: "Siapa & kapan".to_owned(),
            language: "id".to_owned(),
            publisher: text("Pustaka \"Kota\""),
            base_url: text("https://arsip.example/metro/"),
            ..Meta::default()
        }
    }

    pub(super) fn article(id: &str, date: Option<Date>) -> Route {
        Route {
            path: format!("artikel/{id}/"),
            title: format!("Rapat <{id}>\u{1} & hasilnya · Arsip"),
            name: format!("Rapat <{id}>\u{1} & hasilnya"),
            description: Some("Warga \"menang\"".to_owned()),
            date,
            location: Location::read(&format!("artikel/{id}/"), "", ""),
        }
    }
}
