//! What a page says of itself as data: JSON-LD in the words of schema.org.
//!
//! An article is the source, its statements word for word are quotations with who is quoted as the article has it; what
//! was reported in other words is no quotation and is left out. The data say nothing that the page does not show.

use jejak_app::state::library::Library;
use jejak_app::state::url::{self, Route as Shown};
use jejak_archive::model::regulation::{Called, full_kind};
use jejak_archive::model::{DataFiles, EntityRef, Meta, QuoteKind, Speaker};
use jejak_archive::query::FacetKind;
use jejak_archive::statements::Record;
use jejak_archive::{Outcome, Reading};
use jejak_export::columns::Table;
use serde_json::{Map, Value, json};

use super::super::routes::Route;

/// The element that holds the data of a page; nothing where there are none. It is no script that runs, so the page's
/// policy has no say in it.
pub(in super::super) fn script(library: &Library, meta: &Meta, route: &Route) -> String {
    let Some(mut data) = of(library, meta, route) else { return String::new() };
    data.insert("@context".to_owned(), "https://schema.org".into());
    data.insert("inLanguage".to_owned(), meta.language.as_str().into());
    // No word of an article may end the element.
    let text = Value::Object(data).to_string().replace('<', "\\u003c");
    format!("<script type=\"application/ld+json\">{text}</script>\n")
}

fn of(library: &Library, meta: &Meta, route: &Route) -> Option<Map<String, Value>> {
    let base = meta.base_url.as_deref();
    let mut data = match &route.location.route {
        Shown::Explore(_) => front(library, meta),
        Shown::Article(id) => article(library, base, id)?,
        Shown::Record { facet, slug, .. } => record(library, *facet, slug)?,
        _ => return None,
    };
    if let Some(base) = base {
        data.insert("url".to_owned(), super::address(base, route).into());
        if !route.path.is_empty() {
            data.insert("breadcrumb".to_owned(), way(meta, base, route));
        }
    }
    Some(data)
}

/// An object without what is not known.
fn object(value: Value) -> Map<String, Value> {
    let Value::Object(mut fields) = value else { return Map::new() };
    fields.retain(|_, value| !value.is_null() && value.as_array().is_none_or(|all| !all.is_empty()));
    fields
}

fn front(library: &Library, meta: &Meta) -> Map<String, Value> {
    let covers = library.coverage().map(|(first, last)| format!("{first}/{last}"));
    let by = meta.publisher.as_ref().map(|name| json!({"@type": "Organization", "name": name}));
    let find = meta.base_url.as_ref().map(|base| {
        json!({"@type": "SearchAction", "query-input": "required name=q",
            "target": {"@type": "EntryPoint", "urlTemplate": format!("{base}?q={{q}}")}})
    });
    let site = object(json!({"@type": "WebSite", "name": meta.title, "url": meta.base_url, "potentialAction": find}));
    let files = meta.base_url.as_ref().filter(|_| meta.data != DataFiles::None).map(|base| {
        let file = |table: Table, ending, kind| {
            json!({"@type": "DataDownload", "name": table.title().of(&meta.language), "encodingFormat": kind,
                "contentUrl": format!("{base}{}", table.file(ending))})
        };
        let both = |table| [file(table, "csv", "text/csv"), file(table, "json", "application/json")];
        Table::ALL.into_iter().flat_map(both).collect::<Vec<_>>()
    });
    object(json!({"@type": "Dataset", "name": meta.title, "distribution": files,
        "description": Some(&meta.description).filter(|words| !words.is_empty()), "license": meta.licence, "creator": by,
        "temporalCoverage": covers, "isAccessibleForFree": true, "isPartOf": site}))
}

fn article(library: &Library, base: Option<&str>, id: &str) -> Option<Map<String, Value>> {
    let Outcome::Ready(Some(at)) = library.seek(id) else { return None };
    let Outcome::Ready(read) = library.read(at) else { return None };
    let own = &read.article;
    let authors: Vec<Value> = own.byline.iter().map(|name| json!({"@type": "Person", "name": name})).collect();
    let publisher = own.publisher.as_ref().map(|name| json!({"@type": "Organization", "name": name}));
    let source = object(json!({"@type": "NewsArticle", "headline": own.title, "url": own.url, "author": authors,
        "datePublished": own.published.map(|day| day.to_string()), "publisher": publisher}));
    let quotes: Vec<Value> = own
        .quotes
        .iter()
        .filter(|quote| quote.kind == QuoteKind::Direct)
        .map(|quote| {
            let at = base.map(|base| format!("{base}{}", url::quote(id, &quote.anchor)));
            let by = quote.speaker.as_ref().and_then(|speaker| speaker_of(&read, base, speaker));
            Value::Object(object(json!({"@type": "Quotation", "text": quote.span.of(&own.text), "url": at,
                "spokenByCharacter": by})))
        })
        .collect();
    Some(object(json!({"@type": "WebPage", "name": own.title, "mainEntity": source, "hasPart": quotes})))
}

/// Who is quoted, where they are named.
fn speaker_of(read: &Reading, base: Option<&str>, speaker: &Speaker) -> Option<Value> {
    let (kind, facet, entity) = match speaker {
        Speaker::Person(i) => ("Person", FacetKind::Person, EntityRef::Person(*i)),
        Speaker::Organisation(i) => ("Organization", FacetKind::Organisation, EntityRef::Organisation(*i)),
        Speaker::Role(_) => return None,
    };
    let named = read.name(entity)?;
    let page = base.filter(|_| named.has_page).map(|base| format!("{base}{}", url::record(facet, &named.slug)));
    Some(Value::Object(object(json!({"@type": kind, "name": named.name, "url": page}))))
}

fn record(library: &Library, facet: FacetKind, slug: &str) -> Option<Map<String, Value>> {
    let Outcome::Ready(Some(record)) = library.record(facet, slug, 0) else { return None };
    if facet == FacetKind::Regulation {
        return Some(legislation(&record));
    }
    let (page, kind) = match facet {
        FacetKind::Person => ("ProfilePage", "Person"),
        FacetKind::Organisation => ("WebPage", "Organization"),
        _ => ("CollectionPage", "Thing"),
    };
    let about = object(json!({"@type": kind, "name": record.name, "alternateName": record.aliases}));
    Some(object(json!({"@type": page, "name": record.name, "mainEntity": about})))
}

/// A regulation: what it is called in full, by what it is told, and the other ways in which articles print it.
fn legislation(record: &Record) -> Map<String, Value> {
    let called = Called::read(&record.name);
    let title = called.title();
    let mut others = record.aliases.clone();
    if record.name != title {
        others.insert(0, record.name.clone());
    }
    let kind = called.number.map(|_| full_kind(called.kind).unwrap_or(called.kind));
    let number = called.number.map(|number| number.to_string());
    let about = object(json!({"@type": "Legislation", "name": title, "alternateName": others, "legislationType": kind,
        "legislationIdentifier": number.map(|_| &record.name)}));
    object(json!({"@type": "CollectionPage", "name": title, "mainEntity": about}))
}

/// The way from the front page.
fn way(meta: &Meta, base: &str, route: &Route) -> Value {
    let step =
        |place: u32, name: &str, to: &str| json!({"@type": "ListItem", "position": place, "name": name, "item": to});
    json!({"@type": "BreadcrumbList",
        "itemListElement": [step(1, &meta.title, base), step(2, &route.name, &super::address(base, route))]})
}
