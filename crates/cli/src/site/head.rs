//! What a page says of itself to search engines, and to those who share its address.
//!
//! Most of it needs no more than the page; the page's full address is said only where the archive knows under which
//! address it is published, because a wrong one is worse than none.

use std::fmt::Write as _;

use jejak_app::state::library::Library;
use jejak_archive::model::Meta;

use super::card::SIZE;
use super::found::{self, Beside};
use super::routes::Route;

/// The elements at the end of a page's head. Search engines leave a page out that they are not `told` of.
pub(super) fn elements(
    library: &Library,
    meta: &Meta,
    route: &Route,
    told: bool,
    beside: Beside,
    shared: bool,
) -> String {
    let mut out = String::new();
    if !told {
        out.push_str("<meta name=\"robots\" content=\"noindex\">\n");
    }
    let mut property = |name: &str, value: &str| {
        let _ = writeln!(out, "<meta property=\"og:{name}\" content=\"{}\">", escaped(value));
    };
    property("title", &route.title);
    property("type", if route.is_article() { "article" } else { "website" });
    if !meta.title.is_empty() {
        property("site_name", &meta.title);
    }
    if let Some(description) = &route.description {
        property("description", description);
    }
    if let Some(base) = &meta.base_url {
        let address = format!("{base}{}", route.path);
        property("url", &address);
        let _ = writeln!(out, "<link rel=\"canonical\" href=\"{}\">", escaped(&address));
    }
    if let Some(base) = &meta.base_url
        && let Some(name) = found::card_name(route, beside, shared)
    {
        let (width, height) = SIZE;
        let _ = write!(
            out,
            "<meta property=\"og:image\" content=\"{}\">\n<meta property=\"og:image:width\" content=\"{width}\">\n\
             <meta property=\"og:image:height\" content=\"{height}\">\n<meta name=\"twitter:card\" content=\"summary_large_image\">\n",
            escaped(&format!("{base}{name}"))
        );
    }
    out.push_str(&found::links(meta, route, beside));
    out.push_str(&found::script(library, meta, route));
    out
}

/// Text as it stands in markup, in an attribute too.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    out
}
