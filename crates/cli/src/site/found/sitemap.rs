//! Sitemaps (sitemaps.org, protocol 0.9), and where crawlers look for them.

use std::fmt::Write as _;

use super::super::head::escaped;
use super::super::routes::Route;
use super::address;

/// How many addresses one sitemap may have.
const MOST: usize = 50_000;
const SPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";
const NAME: &str = "sitemap.xml";

/// All files: one sitemap, or several and one that names them; and `robots.txt`, where the site is at the root of its host:
/// nobody reads it elsewhere.
pub(super) fn files(base: &str, routes: &[Route]) -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    if routes.len() <= MOST {
        files.push((NAME.to_owned(), map(base, routes)));
    } else {
        let mut index = format!("{}<sitemapindex xmlns=\"{SPACE}\">\n", declaration());
        for (some, number) in routes.chunks(MOST).zip(1..) {
            let name = format!("sitemap-{number}.xml");
            let _ = writeln!(index, "<sitemap><loc>{}</loc></sitemap>", escaped(&format!("{base}{name}")));
            files.push((name, map(base, some)));
        }
        index.push_str("</sitemapindex>\n");
        files.push((NAME.to_owned(), index.into_bytes()));
    }
    let host = base.split_once("://").map_or(base, |(_, rest)| rest).trim_end_matches('/');
    if !host.contains('/') {
        files.push((
            "robots.txt".to_owned(),
            format!("User-agent: *\nDisallow:\n\nSitemap: {base}{NAME}\n").into_bytes(),
        ));
    }
    files
}

fn declaration() -> &'static str {
    "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
}

fn map(base: &str, routes: &[Route]) -> Vec<u8> {
    let mut out = format!("{}<urlset xmlns=\"{SPACE}\">\n", declaration());
    for route in routes {
        let _ = write!(out, "<url><loc>{}</loc>", escaped(&address(base, route)));
        if let Some(date) = route.date {
            let _ = write!(out, "<lastmod>{date}</lastmod>");
        }
        out.push_str("</url>\n");
    }
    out.push_str("</urlset>\n");
    out.into_bytes()
}

#[cfg(test)]
mod tests {
    use super::super::tests::article;
    use super::*;
    use jiff::civil::date;

    fn texts(base: &str, routes: &[Route]) -> Vec<(String, String)> {
        files(base, routes).into_iter().map(|(name, bytes)| (name, String::from_utf8(bytes).unwrap())).collect()
    }

    #[test]
    fn each_page_is_named_with_its_day() {
        let routes = [article("a", Some(date(2026, 1, 2))), article("b", None)];
        let all = texts("https://arsip.example/", &routes);
        assert_eq!(all[0].0, "sitemap.xml");
        assert!(all[0].1.contains("<loc>https://arsip.example/artikel/a/</loc><lastmod>2026-01-02</lastmod>"));
        assert!(all[0].1.contains("<loc>https://arsip.example/artikel/b/</loc></url>"));
        assert_eq!(all[1].0, "robots.txt");
        assert!(all[1].1.ends_with("Sitemap: https://arsip.example/sitemap.xml\n"), "{}", all[1].1);
    }

    #[test]
    fn crawlers_are_told_only_where_they_look() {
        let names: Vec<String> =
            texts("https://contoh.example/arsip/", &[]).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["sitemap.xml"]);
    }

    #[test]
    fn many_pages_take_several_maps() {
        let routes: Vec<Route> = (0..=MOST).map(|n| article(&n.to_string(), None)).collect();
        let all = texts("https://arsip.example/", &routes);
        let names: Vec<&str> = all.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml", "robots.txt"]);
        assert_eq!(all[0].1.matches("<url>").count(), MOST);
        assert_eq!(all[1].1.matches("<url>").count(), 1);
        assert!(all[2].1.contains("<loc>https://arsip.example/sitemap-2.xml</loc>"));
    }
}
