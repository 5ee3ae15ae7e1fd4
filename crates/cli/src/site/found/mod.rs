//! What makes a site found by those who do not know it: search engines, readers of feeds, and whoever links to it.
//!
//! All of it names pages by their full address, so it is written only where the archive says under which address it is
//! published (`base_url`); what a page says of itself (`data`) does without, and then names no address.

mod data;
mod engine;
mod feed;
mod followed;
mod sitemap;

use std::fmt::Write as _;

pub(super) use data::script;
pub(super) use feed::of_statements;
pub(super) use followed::{Beside, Followed};

use jejak_app::state::library::Library;
use jejak_app::state::settings::Settings;
use jejak_app::state::url::Route as Shown;
use jejak_app::text::Text;
use jejak_archive::Outcome;
use jejak_archive::model::{EntityRef, Meta};

use super::card::{self, Card, Press};
use super::files::Files;
use super::head::escaped;
use super::routes::{Map, Route};

/// The feed of the newest articles, as Atom (RFC 4287).
pub(super) const ATOM: &str = "umpan.xml";
/// The same as JSON Feed 1.1.
pub(super) const JSON: &str = "umpan.json";

/// The picture for sharing, of the archive or beside a person's page.
pub(super) const CARD: &str = "kartu.png";

/// Adds the files beside the pages.
pub(super) fn add(files: &mut Files, map: &Map, library: &Library, cards: Option<&Press>) {
    let Some(base) = &map.meta.base_url else { return };
    // A crawler that may not read a page does not learn that it should leave it out, so it is kept from none.
    if !map.meta.noindex {
        files.extend(sitemap::files(base, &map.routes));
    }
    let newest = feed::newest(&map.routes);
    files.insert(ATOM.to_owned(), feed::atom(&map.meta, base, &newest).into_bytes());
    files.insert(JSON.to_owned(), feed::json(&map.meta, base, &newest).into_bytes());
    files.insert(engine::NAME.to_owned(), engine::description(&map.meta, base, &front(map)).into_bytes());
    let drawn = cards.and_then(|cards| cards.draw(&of_archive(library, map)));
    files.extend(drawn.map(|drawn| (CARD.to_owned(), drawn)));
}

/// What is written beside pages: nothing where a site does not know its address. `others` is how many files it has
/// without these.
pub(super) fn followed(library: &Library, map: &Map, cards: Option<&Press>, others: usize) -> Followed {
    match map.meta.base_url {
        Some(_) => Followed::of(library, &map.routes, cards, others),
        None => Followed::default(),
    }
}

/// What the front page is called: an archive without a title is called the same.
fn front(map: &Map) -> String {
    map.routes.iter().find(|route| route.path.is_empty()).map(|route| route.title.clone()).unwrap_or_default()
}

/// The picture of the archive.
fn of_archive(library: &Library, map: &Map) -> Card {
    let name = front(map);
    let text = Text::of(Settings::default().language);
    let years = library.coverage().map(|(first, last)| match (first.year(), last.year()) {
        (first, last) if first == last => first.to_string(),
        (first, last) => format!("{first}–{last}"),
    });
    let lines = Some(map.meta.description.clone()).filter(|words| !words.is_empty());
    let count = text.count().with(library.len());
    let facts = [Some(count), years].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    Card { name, lines: lines.into_iter().collect(), facts, ..Card::default() }
}

/// The picture that belongs beside the page of a person, with its path from the site's root.
pub(super) fn card_of(
    cards: &Press,
    library: &Library,
    meta: &Meta,
    route: &Route,
    beside: Beside,
) -> Option<(String, Vec<u8>)> {
    let Shown::Record { slug, .. } = &route.location.route else { return None };
    if !beside.card {
        return None;
    }
    let at = library.people().iter().position(|person| person.slug == *slug)?;
    let person = library.people().get(at)?;
    let roles = match library.roles(slug) {
        Outcome::Ready(roles) => roles,
        Outcome::Needs(_) => &[],
    };
    let articles = library.articles_of(EntityRef::Person(u32::try_from(at).ok()?));
    let card = Card {
        above: meta.title.clone(),
        name: person.name.to_string(),
        lines: card::offices(roles),
        facts: Text::of(Settings::default().language).person_facts().with(person.statements(), articles),
    };
    Some((format!("{}{CARD}", route.path), cards.draw(&card)?))
}

/// The picture that a page is shared with: its own, else the archive's where there is one.
pub(super) fn card_name(route: &Route, beside: Beside, shared: bool) -> Option<String> {
    if beside.card { Some(format!("{}{CARD}", route.path)) } else { shared.then(|| CARD.to_owned()) }
}

/// What a page's head says of the archive as a search engine, and of the feeds: its own, then the archive's.
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
    let title = escaped(&meta.title);
    let name = engine::NAME;
    let _ = writeln!(
        out,
        "<link rel=\"search\" type=\"application/opensearchdescription+xml\" href=\"{name}\" title=\"{title}\">"
    );
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
