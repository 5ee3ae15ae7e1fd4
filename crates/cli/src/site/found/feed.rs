//! Feeds: of the newest articles, and of what somebody said last or what was said last about a topic. Each as Atom
//! (RFC 4287) and as JSON Feed 1.1.

use std::fmt::Write as _;

use jejak_app::state::library::Library;
use jejak_app::state::url::{self, Route as Shown};
use jejak_archive::Outcome;
use jejak_archive::answer::Snippet;
use jejak_archive::model::{Date, Meta, QuoteKind};
use jejak_archive::statements::Statement;
use serde_json::json;

use super::super::head::escaped;
use super::super::routes::Route;
use super::{ATOM, Beside, JSON, address};

/// How many articles a feed holds.
const MOST: usize = 30;

/// The newest dated articles, newest first, each with its day. One without a day is not new.
pub(super) fn newest(routes: &[Route]) -> Vec<(&Route, Date)> {
    let mut dated: Vec<(&Route, Date)> =
        routes.iter().filter(|route| route.is_article()).filter_map(|route| Some((route, route.date?))).collect();
    // Those of one day stay in their order.
    dated.sort_by_key(|&(_, day)| std::cmp::Reverse(day));
    dated.truncate(MOST);
    dated
}

/// A day as the moment that feeds want. News is dated by day; midnight of the world's time is no better than others.
fn moment(day: Date) -> String {
    format!("{day}T00:00:00Z")
}

/// What XML cannot hold is left out.
pub(super) fn xml(text: &str) -> String {
    escaped(&text.chars().filter(|c| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}')).collect::<String>())
}

/// A feed before it has a form.
struct Feed<'a> {
    meta: &'a Meta,
    title: String,
    /// The page that it is the feed of, as a full address.
    home: String,
    entries: Vec<Entry>,
}

/// One thing that is new.
struct Entry {
    /// Its full address, which is also what it is known by.
    address: String,
    title: String,
    day: Date,
    /// Who said it, where the feed is of statements.
    speaker: Option<String>,
    words: Option<String>,
}

fn of_articles<'a>(meta: &'a Meta, base: &str, newest: &[(&Route, Date)]) -> Feed<'a> {
    let entry = |&(route, day): &(&Route, Date)| Entry {
        address: address(base, route),
        title: route.name.clone(),
        day,
        speaker: None,
        words: route.description.clone(),
    };
    let entries = newest.iter().map(entry).collect();
    Feed { meta, title: meta.title.clone(), home: base.to_owned(), entries }
}

pub(super) fn atom(meta: &Meta, base: &str, newest: &[(&Route, Date)]) -> String {
    of_articles(meta, base, newest).atom()
}

pub(super) fn json(meta: &Meta, base: &str, newest: &[(&Route, Date)]) -> String {
    of_articles(meta, base, newest).json()
}

/// The feeds that belong beside a page, each with its path from the site's root: the newest statements of a person, in
/// articles about a topic, or that name a regulation, each with the words, who said them, the day and the address of the place in the article.
pub(in super::super) fn of_statements(
    library: &Library,
    meta: &Meta,
    route: &Route,
    beside: Beside,
) -> Vec<(String, Vec<u8>)> {
    let (Shown::Record { facet, slug, .. }, Some(base)) = (&route.location.route, &meta.base_url) else {
        return Vec::new();
    };
    if !(beside.atom || beside.json) {
        return Vec::new();
    }
    let Outcome::Ready(Some(record)) = library.record(*facet, slug, 0) else { return Vec::new() };
    let entries = record.said.list.iter().filter_map(|said| Some(statement(base, said, said.date?))).collect();
    let feed = Feed { meta, title: route.title.clone(), home: address(base, route), entries };
    let mut files = Vec::new();
    if beside.atom {
        files.push((format!("{}{ATOM}", route.path), feed.atom().into_bytes()));
    }
    if beside.json {
        files.push((format!("{}{JSON}", route.path), feed.json().into_bytes()));
    }
    files
}

fn statement(base: &str, said: &Statement, day: Date) -> Entry {
    let Snippet { text, cut_start, cut_end, .. } = &said.snippet;
    let (before, after) = (if *cut_start { "…" } else { "" }, if *cut_end { "…" } else { "" });
    let words = match said.kind {
        QuoteKind::Direct => format!("“{before}{text}{after}”"),
        QuoteKind::Reported => format!("{before}{text}{after}"),
    };
    let title = match &said.speaker {
        Some(speaker) => format!("{speaker}: {}", said.title),
        None => said.title.clone(),
    };
    let address = format!("{base}{}", url::quote(&said.id, &said.anchor));
    Entry { address, title, day, speaker: said.speaker.clone(), words: Some(words) }
}

impl Feed<'_> {
    /// Who stands for the feed as a whole.
    fn author(&self) -> &str {
        self.meta.publisher.as_ref().unwrap_or(&self.meta.title)
    }

    fn atom(&self) -> String {
        let mut out =
            String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\"");
        let home = xml(&self.home);
        let _ = writeln!(out, " xml:lang=\"{}\">", xml(&self.meta.language));
        let _ = writeln!(out, "<id>{home}</id>\n<title>{}</title>", xml(&self.title));
        if !self.meta.description.is_empty() {
            let _ = writeln!(out, "<subtitle>{}</subtitle>", xml(&self.meta.description));
        }
        let _ = writeln!(out, "<link href=\"{home}\"/>\n<link rel=\"self\" href=\"{home}{ATOM}\"/>");
        let _ = writeln!(out, "<author><name>{}</name></author>", xml(self.author()));
        // A feed must say when it changed; one of nothing never did.
        let changed = self.entries.first().map_or(Date::ZERO, |entry| entry.day);
        let _ = writeln!(out, "<updated>{}</updated>", moment(changed));
        for entry in &self.entries {
            let address = xml(&entry.address);
            let _ = writeln!(
                out,
                "<entry><id>{address}</id><title>{}</title><link href=\"{address}\"/><updated>{}</updated>",
                xml(&entry.title),
                moment(entry.day)
            );
            if let Some(speaker) = &entry.speaker {
                let _ = writeln!(out, "<author><name>{}</name></author>", xml(speaker));
            }
            if let Some(words) = &entry.words {
                let _ = writeln!(out, "<summary>{}</summary>", xml(words));
            }
            out.push_str("</entry>\n");
        }
        out.push_str("</feed>\n");
        out
    }

    fn json(&self) -> String {
        let items = self.entries.iter().map(|entry| {
            let mut item = json!({"id": &entry.address, "url": &entry.address, "title": &entry.title,
                "date_published": moment(entry.day), "content_text": entry.words.as_deref().unwrap_or(&entry.title)});
            if let (Some(speaker), Some(item)) = (&entry.speaker, item.as_object_mut()) {
                item.insert("authors".to_owned(), json!([{"name": speaker}]));
            }
            item
        });
        let mut feed = json!({"version": "https://jsonfeed.org/version/1.1", "title": &self.title,
            "home_page_url": &self.home, "feed_url": format!("{}{JSON}", self.home), "language": &self.meta.language,
            "authors": [{"name": self.author()}], "items": items.collect::<Vec<_>>()});
        if let (false, Some(feed)) = (self.meta.description.is_empty(), feed.as_object_mut()) {
            feed.insert("description".to_owned(), self.meta.description.as_str().into());
        }
        feed.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{article, meta};
    use super::*;
    use jiff::civil::date;
    use quick_xml::Reader;
    use quick_xml::events::Event;

    #[test]
    fn the_newest_come_first_and_the_undated_not_at_all() {
        let mut routes: Vec<Route> =
            (1..=28).map(|day| article(&format!("a{day}"), Some(date(2026, 1, day)))).collect();
        routes.extend((1..=9).map(|day| article(&format!("b{day}"), Some(date(2026, 2, day)))));
        routes.push(article("c", None));
        let newest = newest(&routes);
        assert_eq!((newest.len(), newest[0].1, newest[29].1), (30, date(2026, 2, 9), date(2026, 1, 8)));
    }

    #[test]
    fn hostile_words_stay_words() {
        let route = article("a", Some(date(2026, 1, 2)));
        let atom = atom(&meta(), "https://arsip.example/metro/", &[(&route, date(2026, 1, 2))]);
        let (mut reader, mut depth) = (Reader::from_str(&atom), 0);
        loop {
            match reader.read_event().unwrap() {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth -= 1,
                Event::Eof => break,
                _ => {}
            }
        }
        assert_eq!(depth, 0);
        assert!(atom.contains("<title>Rapat &lt;a&gt; &amp; hasilnya</title>"), "{atom}");
        assert!(atom.contains("<id>https://arsip.example/metro/artikel/a/</id>") && !atom.contains('\u{1}'));
    }

    #[test]
    fn both_feeds_hold_the_same() {
        let route = article("a", Some(date(2026, 1, 2)));
        let feed: serde_json::Value =
            serde_json::from_str(&json(&meta(), "https://arsip.example/metro/", &[(&route, date(2026, 1, 2))]))
                .unwrap();
        assert_eq!(feed["items"][0]["url"], "https://arsip.example/metro/artikel/a/");
        assert_eq!(feed["items"][0]["content_text"], "Warga \"menang\"");
        assert_eq!(feed["items"][0]["date_published"], "2026-01-02T00:00:00Z");
        assert_eq!(feed["authors"][0]["name"], "Pustaka \"Kota\"");
    }
}
