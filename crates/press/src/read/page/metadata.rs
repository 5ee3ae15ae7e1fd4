//! What a page says of itself: its headline, day, outlet, author and address.
//!
//! WHY in this order: the record for search engines (JSON-LD of schema.org) is written per article and has a place for
//! each fact; the one for sharing (Open Graph) has fewer; `<meta>` names differ from outlet to outlet; and headings and
//! `<time>` may belong to a neighbour. The first that gives a usable value has the field.

use dom_query::{Document, NodeRef};
use serde_json::{Map, Value};

use crate::problem::ProblemKind;
use crate::read::Fields;
use crate::read::fields::Taken;

/// Kinds of record that are articles, in lower case.
const ARTICLES: &[&str] = &[
    "newsarticle",
    "article",
    "reportagenewsarticle",
    "analysisnewsarticle",
    "opinionnewsarticle",
    "backgroundnewsarticle",
    "reviewnewsarticle",
    "blogposting",
    "socialmediaposting",
    "liveblogposting",
    "report",
    "pressrelease",
];
/// The longest record that is read, in bytes.
const LONGEST: usize = 1 << 20;

/// Values for the fields, the first of each to be tried first.
#[derive(Debug, Default)]
struct Told {
    title: Vec<String>,
    date: Vec<String>,
    source: Vec<String>,
    url: Vec<String>,
    author: Vec<String>,
    text: Option<String>,
}

/// Reads the fields, the text that a record carries, and the values that are not understood.
pub(super) fn read(page: &Document) -> (Fields, Option<String>, Vec<ProblemKind>) {
    let mut told = Told::default();
    records(page, &mut told);
    metas(page, &mut told);
    elements(page, &mut told);
    let mut fields = Fields::default();
    let mut problems = Vec::new();
    // An address within the site says nothing without the site's.
    told.url.retain(|url| url.starts_with("http"));
    let outlets = told.source.clone();
    let titles = told.title.iter().map(|title| without_outlet(title, &outlets)).collect();
    for (key, values) in
        [("title", titles), ("date", told.date), ("source", told.source), ("url", told.url), ("author", told.author)]
    {
        // A value that is not understood is worth a word only where no other one is.
        let mut refused = None;
        let taken = values.iter().any(|value| match fields.set(key, value) {
            Taken::Problem(kind) => {
                refused.get_or_insert(kind);
                false
            }
            _ => true,
        });
        problems.extend(refused.filter(|_| !taken));
    }
    (fields, told.text, problems)
}

/// The records for search engines.
fn records(page: &Document, told: &mut Told) {
    for script in page.select("script[type='application/ld+json']").nodes() {
        let json = script.text();
        if json.len() > LONGEST {
            continue;
        }
        // The parser itself bounds how deeply values nest. What is no JSON is no news to a publisher: many pages have it.
        let Ok(value) = serde_json::from_str::<Value>(json.trim()) else { continue };
        let mut open = vec![&value];
        while let Some(value) = open.pop() {
            match value {
                Value::Array(values) => open.extend(values.iter().rev()),
                Value::Object(object) if is_article(object) => record(object, told),
                Value::Object(object) => {
                    open.extend(["mainEntity", "@graph"].iter().filter_map(|key| object.get(*key)));
                }
                _ => {}
            }
        }
    }
}

fn is_article(object: &Map<String, Value>) -> bool {
    let is = |value: &Value| {
        let name = value.as_str().unwrap_or_default().rsplit(['/', ':']).next().unwrap_or_default().to_lowercase();
        ARTICLES.contains(&name.as_str())
    };
    match object.get("@type") {
        Some(Value::Array(kinds)) => kinds.iter().any(is),
        Some(kind) => is(kind),
        None => false,
    }
}

fn record(object: &Map<String, Value>, told: &mut Told) {
    let get = |key: &str| object.get(key).map(names).unwrap_or_default();
    told.title.extend(get("headline").into_iter().chain(get("name")));
    told.date.extend(get("datePublished").into_iter().chain(get("dateCreated")));
    told.source.extend(get("publisher"));
    told.url.extend(get("url"));
    if let Some(Value::Object(entity)) = object.get("mainEntityOfPage") {
        told.url.extend(entity.get("@id").map(names).unwrap_or_default());
    } else {
        told.url.extend(get("mainEntityOfPage"));
    }
    let authors = get("author");
    if !authors.is_empty() {
        told.author.push(authors.join(", "));
    }
    if told.text.is_none() {
        told.text = object.get("articleBody").and_then(Value::as_str).map(str::to_string);
    }
}

/// The names that a value of a record gives: itself, or the `name` of the thing that it is.
fn names(value: &Value) -> Vec<String> {
    let one = |value: &Value| match value {
        Value::String(name) => Some(name.trim().to_string()),
        Value::Object(thing) => thing.get("name").and_then(Value::as_str).map(|name| name.trim().to_string()),
        _ => None,
    };
    let list = match value {
        Value::Array(values) => values.iter().filter_map(one).collect(),
        value => one(value).into_iter().collect::<Vec<_>>(),
    };
    list.into_iter().filter(|name| !name.is_empty()).collect()
}

/// The `<meta>` elements, those of Open Graph before the others.
fn metas(page: &Document, told: &mut Told) {
    let mut others = Told::default();
    for meta in page.select("meta[content]").nodes() {
        let key = meta.attr("property").or_else(|| meta.attr("name")).or_else(|| meta.attr("itemprop"));
        let (Some(key), Some(value)) = (key, meta.attr("content")) else { continue };
        let value = value.trim().to_string();
        if value.is_empty() {
            continue;
        }
        match key.trim().to_ascii_lowercase().as_str() {
            "og:title" => told.title.push(value),
            "og:site_name" => told.source.push(value),
            "og:url" => told.url.push(value),
            "article:published_time" | "og:article:published_time" => told.date.push(value),
            "article:author" | "og:article:author" => told.author.push(value),
            "twitter:title" | "dc.title" | "dcterms.title" | "headline" => others.title.push(value),
            "date"
            | "pubdate"
            | "publishdate"
            | "publish-date"
            | "publish_date"
            | "content_publishdate"
            | "content_published_date"
            | "dc.date"
            | "dc.date.issued"
            | "dcterms.date"
            | "dcterms.created"
            | "dcterms.issued"
            | "datepublished"
            | "parsely-pub-date"
            | "sailthru.date"
            | "cxenseparse:recs:publishtime"
            | "originalpublicationdate"
            | "published_date" => others.date.push(value),
            "author" | "content_author" | "dc.creator" | "dcterms.creator" | "parsely-author" | "sailthru.author"
            | "byl" => others.author.push(value),
            "application-name" | "dc.publisher" | "dcterms.publisher" | "publisher" => others.source.push(value),
            _ => {}
        }
    }
    told.title.append(&mut others.title);
    told.date.append(&mut others.date);
    told.author.append(&mut others.author);
    told.source.append(&mut others.source);
    // Some put the address of a page about the author, or of their own, where a name belongs.
    told.author.retain(|author| !author.contains("://"));
    told.source.retain(|source| !source.contains("://"));
}

/// What elements of the page itself say.
fn elements(page: &Document, told: &mut Told) {
    let first = |selector: &str| page.select_single(selector).nodes().first().copied();
    let text = |node: NodeRef<'_>| Some(node.text().trim().to_string()).filter(|text| !text.is_empty());
    told.title.extend(first("article h1").or_else(|| first("h1")).and_then(text));
    told.title.extend(first("title").and_then(text));
    told.url.extend(first("link[rel='canonical']").and_then(|link| link.attr("href")).map(|href| href.to_string()));
    let time = first("article time[datetime]").or_else(|| first("time[datetime]"));
    told.date.extend(time.and_then(|time| time.attr("datetime")).map(|time| time.to_string()));
}

/// A title without the outlet's name behind it, as `<title>` and its like carry it.
fn without_outlet(title: &str, outlets: &[String]) -> String {
    const BARS: [&str; 5] = [" - ", " | ", " – ", " — ", " :: "];
    let parted = BARS.iter().filter_map(|bar| title.rsplit_once(bar)).max_by_key(|(before, _)| before.len());
    let Some((before, behind)) = parted else { return title.to_string() };
    let plain = |name: &str| name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let behind: String = plain(behind);
    let is_outlet = outlets.iter().map(|outlet| plain(outlet)).any(|outlet: String| {
        !behind.is_empty()
            && (behind == outlet || (behind.len() > 3 && (outlet.starts_with(&behind) || behind.starts_with(&outlet))))
    });
    if is_outlet { before.trim_end().to_string() } else { title.to_string() }
}

#[cfg(test)]
mod tests {
    use super::{read, without_outlet};
    use crate::read::page::tree;

    #[test]
    fn the_record_for_search_engines_comes_first() {
        let html = r#"<html><head><title>Lain | Kabar Contoh</title>
            <meta property="og:title" content="Dari OG"><meta property="og:site_name" content="Kabar OG">
            <meta name="author" content="Penulis Meta"><link rel="canonical" href="https://contoh.id/kanonik">
            <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"x"},
            {"@type":["NewsArticle"],"headline":"Camat Tanam Pohon","datePublished":"2026-01-19T20:30:00Z",
             "author":[{"@type":"Person","name":"Sari Dewi"},{"name":"Budi"}],"publisher":{"name":"Kabar Contoh"},
             "mainEntityOfPage":{"@id":"https://contoh.id/a"}}]}</script></head><body></body></html>"#;
        let (fields, _, problems) = read(&tree::parse(html).expect("a small page"));
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!(fields.title.as_deref(), Some("Camat Tanam Pohon"));
        assert_eq!(fields.date, Some(jiff::civil::date(2026, 1, 20)), "the next day, where the outlet is");
        assert_eq!(fields.author.as_deref(), Some("Sari Dewi, Budi"));
        assert_eq!(fields.source.as_deref(), Some("Kabar Contoh"));
        assert_eq!(fields.url.as_deref(), Some("https://contoh.id/a"));
    }

    #[test]
    fn the_next_value_is_taken_where_one_is_not_understood() {
        let html = r#"<meta property="article:published_time" content="nanti"><meta name="pubdate" content="2025/02/03 10:00">
            <meta property="og:url" content="/a"><link rel="canonical" href="//contoh.id/b">
            <title>Warga Panen Padi - Kabar Contoh</title><meta property="og:site_name" content="KabarContoh.id">"#;
        let (fields, _, problems) = read(&tree::parse(html).expect("a small page"));
        assert_eq!(fields.title.as_deref(), Some("Warga Panen Padi"));
        assert_eq!(fields.date, Some(jiff::civil::date(2025, 2, 3)));
        assert_eq!((fields.url, problems.len()), (None, 0), "an address within the site is none");
    }

    #[test]
    fn a_title_keeps_what_is_no_outlet() {
        let outlets = ["Kabar Contoh".to_string()];
        assert_eq!(without_outlet("Panen - Tanam | Kabar Contoh", &outlets), "Panen - Tanam");
        assert_eq!(without_outlet("Panen - Tanam", &outlets), "Panen - Tanam");
    }
}
