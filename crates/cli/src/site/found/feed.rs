//! The newest articles as feeds: Atom (RFC 4287) and JSON Feed 1.1.

use std::fmt::Write as _;

use jejak_archive::model::{Date, Meta};
use serde_json::json;

use super::super::head::escaped;
use super::super::routes::Route;
use super::{ATOM, JSON, address};

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
fn xml(text: &str) -> String {
    escaped(&text.chars().filter(|c| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}')).collect::<String>())
}

pub(super) fn atom(meta: &Meta, base: &str, newest: &[(&Route, Date)]) -> String {
    let mut out =
        String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\"");
    let _ = writeln!(out, " xml:lang=\"{}\">", xml(&meta.language));
    let _ = writeln!(out, "<id>{}</id>\n<title>{}</title>", xml(base), xml(&meta.title));
    if !meta.description.is_empty() {
        let _ = writeln!(out, "<subtitle>{}</subtitle>", xml(&meta.description));
    }
    let _ = writeln!(
        out,
        "<link href=\"{}\"/>\n<link rel=\"self\" href=\"{}\"/>",
        xml(base),
        xml(&format!("{base}{ATOM}"))
    );
    let author = meta.publisher.as_ref().unwrap_or(&meta.title);
    let _ = writeln!(out, "<author><name>{}</name></author>", xml(author));
    // A feed must say when it changed; one of no article never did.
    let changed = newest.first().map_or(Date::ZERO, |&(_, day)| day);
    let _ = writeln!(out, "<updated>{}</updated>", moment(changed));
    for &(route, day) in newest {
        let address = xml(&address(base, route));
        let _ = writeln!(
            out,
            "<entry><id>{address}</id><title>{}</title><link href=\"{address}\"/><updated>{}</updated>",
            xml(&route.name),
            moment(day)
        );
        if let Some(words) = &route.description {
            let _ = writeln!(out, "<summary>{}</summary>", xml(words));
        }
        out.push_str("</entry>\n");
    }
    out.push_str("</feed>\n");
    out
}

pub(super) fn json(meta: &Meta, base: &str, newest: &[(&Route, Date)]) -> String {
    let items: Vec<_> = newest
        .iter()
        .map(|&(route, day)| {
            let address = address(base, route);
            json!({"id": &address, "url": &address, "title": &route.name, "date_published": moment(day),
                "content_text": route.description.as_deref().unwrap_or(&route.name)})
        })
        .collect();
    json!({"version": "https://jsonfeed.org/version/1.1", "title": &meta.title, "home_page_url": base,
        "feed_url": format!("{base}{JSON}"), "description": &meta.description, "language": &meta.language,
        "authors": [{"name": meta.publisher.as_ref().unwrap_or(&meta.title)}], "items": items})
    .to_string()
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
