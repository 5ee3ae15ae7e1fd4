//! Addresses, read and written.
//!
//! The address is the state of the view: what it says is shown, and what is shown can be copied as an address. This
//! module is pure: it turns the part of an address behind the site's root into a [`Location`] and back. It must stand
//! any input, because anybody can type an address: everything is bounded, and what cannot be read is kept in
//! [`Location::unread`] so that the page can say so.

mod quotes;

use super::day;
use jejak_archive::Date;
use jejak_archive::answer::Scale;
use jejak_archive::query::{Choice, FacetKind, Order, Query};
use jejak_archive::statements::StatementQuery;
use jejak_archive::words;

pub use quotes::{grouping_word, kind_word, quotes};

/// Longest search text that an address may carry, in bytes.
pub const MAX_WORDS: usize = 400;
/// Most filters that an address may carry.
pub const MAX_CHOICES: usize = 64;
/// Longest value of one filter, in bytes.
const MAX_VALUE: usize = 120;
/// Highest page number.
const MAX_PAGE: u32 = 100_000;

/// The folder of the page about the archive.
const ABOUT: &str = "tentang";
/// The folder of regulations, and of the page that lists them.
const REGULATIONS: &str = "peraturan";
/// The folder of the page of a visitor's own files.
pub const OWN: &str = "buka";

/// Where the reader is.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Location {
    /// Which page, with what it needs to know.
    pub route: Route,
    /// The fragment without `#`; empty where there is none.
    pub fragment: String,
    /// Parts of the address that could not be read, as `key=value`.
    pub unread: Vec<String>,
}

/// The pages.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Route {
    /// Search, filters and hits.
    Explore(Query),
    /// One article, by its id.
    Article(String),
    /// All that is known of a person, an organisation, a topic or a regulation.
    Record {
        /// Which of the four.
        facet: FacetKind,
        /// Its slug.
        slug: String,
        /// What is looked for among its statements; empty for all of them.
        words: String,
        /// Which page of them, counted from 0.
        page: u32,
    },
    /// The regulations that articles name.
    Regulations,
    /// Statements.
    Quotes(StatementQuery),
    /// The answer to a query in time, with offices and events below.
    Timeline(Query),
    /// About the archive itself; the query says of which source and year it shows what it holds.
    About(Query),
    /// Where visitors open their own files.
    Own,
    /// No page of this site; holds the path as it came.
    Missing(String),
}

impl Default for Location {
    fn default() -> Self {
        Self::of(Route::Explore(Query::default()))
    }
}

impl Location {
    /// The location of a route without a fragment.
    #[must_use]
    pub fn of(route: Route) -> Self {
        Self { route, fragment: String::new(), unread: Vec::new() }
    }

    /// Reads a location from the parts of an address: the path behind the site's root, the query without `?` and the
    /// fragment without `#`. Never fails: a path that leads nowhere is [`Route::Missing`].
    #[must_use]
    pub fn read(path: &str, query: &str, fragment: &str) -> Self {
        let mut unread = Vec::new();
        let path = path.strip_suffix("index.html").unwrap_or(path);
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        let route = match parts.as_slice() {
            [] => Route::Explore(read_query(query, &mut unread)),
            ["artikel", id] if is_id(id) => Route::Article((*id).to_owned()),
            ["linimasa"] => Route::Timeline(read_query(query, &mut unread)),
            [ABOUT] => Route::About(read_query(query, &mut unread)),
            [REGULATIONS] => Route::Regulations,
            [OWN] => Route::Own,
            ["kutipan"] => Route::Quotes(quotes::read(query, &mut unread)),
            [kind, slug] if is_slug(slug) && record_of(kind).is_some() => {
                let facet = record_of(kind).unwrap_or(FacetKind::Person);
                let Query { words, page, .. } = read_query(query, &mut unread);
                Route::Record { facet, slug: (*slug).to_owned(), words, page }
            }
            _ => Route::Missing(cut(path, MAX_VALUE).to_owned()),
        };
        Self { route, fragment: cut(fragment, MAX_VALUE).to_owned(), unread }
    }

    /// The address behind the site's root. The front page is `./`, so that it can stand in a link as it is.
    #[must_use]
    pub fn href(&self) -> String {
        let mut href = match &self.route {
            Route::Explore(query) => write_query("./", query),
            Route::Timeline(query) => write_query("linimasa/", query),
            Route::Article(id) => format!("artikel/{id}/"),
            Route::Record { facet, slug, words, page } => {
                let query = Query { words: words.clone(), page: *page, ..Query::default() };
                write_query(&record(*facet, slug), &query)
            }
            Route::Regulations => format!("{REGULATIONS}/"),
            Route::Quotes(asked) => quotes(asked),
            Route::About(query) => write_query(&format!("{ABOUT}/"), query),
            Route::Own => format!("{OWN}/"),
            Route::Missing(path) => path.clone(),
        };
        if !self.fragment.is_empty() {
            href.push('#');
            href.push_str(&self.fragment);
        }
        href
    }

    /// What narrows a list and puts it in order, by the names that the address has for it: all but words and page.
    #[must_use]
    pub fn filters(&self) -> Vec<(String, String)> {
        let href = self.href();
        let pairs = href.split_once('?').map_or("", |(_, query)| query);
        let pairs = form_urlencoded::parse(pairs.split('#').next().unwrap_or_default().as_bytes());
        pairs
            .filter(|(name, _)| !matches!(&**name, "q" | "hal"))
            .map(|(name, value)| (name.into_owned(), value.into_owned()))
            .collect()
    }
}

/// Pairs of names and values as they stand behind the `?` of an address.
#[must_use]
pub fn pairs(all: &[(&str, &str)]) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(all).finish()
}

/// The address of an article.
#[must_use]
pub fn article(id: &str) -> String {
    format!("artikel/{id}/")
}

/// The address of the page of a person, an organisation, a topic or a regulation.
#[must_use]
pub fn record(facet: FacetKind, slug: &str) -> String {
    format!("{}/{slug}/", key(facet))
}

/// The kind of page that the first part of an address names.
fn record_of(word: &str) -> Option<FacetKind> {
    FacetKind::WITH_PAGES.into_iter().find(|facet| key(*facet) == word)
}

/// The address of a quote inside an article.
#[must_use]
pub fn quote(id: &str, anchor: &str) -> String {
    format!("artikel/{id}/#{anchor}")
}

/// The address of the articles that one value of a facet keeps.
#[must_use]
pub fn filtered(facet: FacetKind, value: &str) -> String {
    let choice = Choice { facet, value: value.to_owned(), exclude: false };
    write_query("./", &Query { choices: vec![choice], ..Query::default() })
}

/// The word of a facet in addresses and in `data-facet`.
#[must_use]
pub fn key(facet: FacetKind) -> &'static str {
    match facet {
        FacetKind::Person => "tokoh",
        FacetKind::Organisation => "lembaga",
        FacetKind::Topic => "topik",
        FacetKind::Regulation => REGULATIONS,
        FacetKind::Event => "jenis",
        FacetKind::Place => "tempat",
        FacetKind::Source => "sumber",
    }
}

/// The word of a scale in addresses.
#[must_use]
pub fn scale_word(scale: Scale) -> &'static str {
    match scale {
        Scale::Year => "tahun",
        Scale::Month => "bulan",
        Scale::Week => "minggu",
        Scale::Day => "hari",
    }
}

/// The word of an order in addresses.
#[must_use]
pub fn order_word(order: Order) -> &'static str {
    match order {
        Order::Relevance => "relevansi",
        Order::Newest => "terbaru",
        Order::Oldest => "terlama",
    }
}

/// The order that a word stands for.
#[must_use]
pub fn order_of(word: &str) -> Option<Order> {
    [Order::Relevance, Order::Newest, Order::Oldest].into_iter().find(|order| order_word(*order) == word)
}

/// Whether a text has the form of an article's id.
fn is_id(text: &str) -> bool {
    (1..=80).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'_')
}

/// Whether a text has the form of a slug.
fn is_slug(text: &str) -> bool {
    (1..=MAX_VALUE).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// Names a part of an address that could not be read, a few of them.
fn not_read(unread: &mut Vec<String>, name: &str, value: &str) {
    if unread.len() < 8 {
        unread.push(format!("{}={}", cut(name, 40), cut(value, 40)));
    }
}

/// The longest start of `text` that is at most `max` bytes long.
fn cut(text: &str, max: usize) -> &str {
    text.get(..text.floor_char_boundary(max)).unwrap_or_default()
}

fn read_query(text: &str, unread: &mut Vec<String>) -> Query {
    let mut query = Query::default();
    for (name, value) in form_urlencoded::parse(text.as_bytes()).take(4 * MAX_CHOICES) {
        if value.is_empty() {
            continue;
        }
        if !read_pair(&mut query, &name, &value) {
            not_read(unread, &name, &value);
        }
    }
    query.choices = in_order(&query.choices).cloned().collect();
    query
}

/// Puts one parameter into the query; whether it could be read.
fn read_pair(query: &mut Query, name: &str, value: &str) -> bool {
    match name {
        "q" => {
            query.words = cut(value, MAX_WORDS).to_owned();
            value.len() <= MAX_WORDS
        }
        "sejak" => read_date(value, &mut query.from),
        "sampai" => read_date(value, &mut query.to),
        "bentang" => {
            let days = words::place_of(value, "..").and_then(|at| Some((value.get(..at)?, value.get(at + 2..)?)));
            let days = days.and_then(|(from, to)| Some((day::read(from)?, day::read(to)?)));
            let span = days.filter(|(from, to)| from <= to);
            query.window.span = span.or(query.window.span);
            span.is_some()
        }
        "skala" => {
            let scale = Scale::ALL.into_iter().find(|scale| scale_word(*scale) == value);
            query.window.scale = scale.or(query.window.scale);
            scale.is_some()
        }
        "per" => {
            query.window.share |= value == "100";
            value == "100"
        }
        "urut" => order_of(value).map(|order| query.order = order).is_some(),
        "hal" => match value.parse::<u32>() {
            Ok(page @ 1..=MAX_PAGE) => {
                query.page = page - 1;
                true
            }
            _ => false,
        },
        _ => match FacetKind::ALL.into_iter().find(|facet| key(*facet) == name) {
            Some(facet) => read_choice(query, facet, value),
            None => false,
        },
    }
}

fn read_date(value: &str, into: &mut Option<Date>) -> bool {
    let date = day::read(value);
    *into = date.or(*into);
    date.is_some()
}

fn read_choice(query: &mut Query, facet: FacetKind, value: &str) -> bool {
    let (value, exclude) = value.strip_prefix('-').map_or((value, false), |rest| (rest, true));
    if value.is_empty() || value.len() > MAX_VALUE || query.choices.len() >= MAX_CHOICES {
        return false;
    }
    // A value stands once: the first word about it counts.
    if !query.choices.iter().any(|c| c.facet == facet && c.value == value) {
        query.choices.push(Choice { facet, value: value.to_owned(), exclude });
    }
    true
}

/// Choices facet by facet, in the order in which facets are shown; within one as they came.
fn in_order(choices: &[Choice]) -> impl Iterator<Item = &Choice> {
    FacetKind::ALL.into_iter().flat_map(|facet| choices.iter().filter(move |choice| choice.facet == facet))
}

/// The address of a query on the page at `path`; the front page is only named where nothing else is.
fn write_query(path: &str, query: &Query) -> String {
    let mut out = form_urlencoded::Serializer::new(String::new());
    write_pairs(query, &mut out);
    joined(path, &out.finish())
}

fn joined(path: &str, query: &str) -> String {
    match query {
        "" => path.to_owned(),
        query => format!("{}?{query}", path.trim_start_matches("./")),
    }
}

fn write_pairs(query: &Query, out: &mut form_urlencoded::Serializer<'_, String>) {
    if !query.words.is_empty() {
        out.append_pair("q", &query.words);
    }
    for choice in in_order(&query.choices) {
        let sign = if choice.exclude { "-" } else { "" };
        out.append_pair(key(choice.facet), &format!("{sign}{}", choice.value));
    }
    if let Some(from) = query.from {
        out.append_pair("sejak", &day::write(from));
    }
    if let Some(to) = query.to {
        out.append_pair("sampai", &day::write(to));
    }
    if query.order != Order::Relevance {
        out.append_pair("urut", order_word(query.order));
    }
    if let Some((from, to)) = query.window.span {
        out.append_pair("bentang", &format!("{}..{}", day::write(from), day::write(to)));
    }
    if let Some(scale) = query.window.scale {
        out.append_pair("skala", scale_word(scale));
    }
    if query.window.share {
        out.append_pair("per", "100");
    }
    if query.page > 0 {
        out.append_pair("hal", &query.page.saturating_add(1).to_string());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jejak_archive::query::Window;

    fn query_of(text: &str) -> (Query, Vec<String>) {
        let location = Location::read("", text, "");
        match location.route {
            Route::Explore(query) => (query, location.unread),
            other => panic!("expected the explore page, got {other:?}"),
        }
    }

    #[test]
    fn every_parameter_survives_the_way_there_and_back() {
        let text = "q=jual+beli+%22jabatan%22&tokoh=siti-aminah&tokoh=-budi&lembaga=dprd&topik=pasar&jenis=apel\
                    &tempat=metro&sumber=-kantor-berita&sejak=2024-02-29&sampai=2026-01-31&urut=terlama\
                    &bentang=2024-01-01..2026-12-31&skala=minggu&per=100&hal=3";
        let (query, unread) = query_of(text);
        assert!(unread.is_empty());
        assert_eq!(query.words, "jual beli \"jabatan\"");
        assert_eq!(query.choices.len(), 7);
        assert_eq!(query.page, 2);
        assert_eq!(query.order, Order::Oldest);
        let days = (Date::constant(2024, 1, 1), Date::constant(2026, 12, 31));
        assert_eq!(query.window, Window { span: Some(days), scale: Some(Scale::Week), share: true });
        let written = Location::of(Route::Explore(query.clone())).href();
        assert_eq!(written, format!("?{text}"));
        assert_eq!(query_of(&written[1..]).0, query);
    }

    #[test]
    fn the_front_page_and_an_article_have_plain_addresses() {
        assert_eq!(Location::default().href(), "./");
        assert_eq!(Location::read("index.html", "", ""), Location::default());
        let location = Location::read("artikel/apel-2026_01/index.html", "", "k-0a1b2c3d");
        assert_eq!(location.route, Route::Article("apel-2026_01".into()));
        assert_eq!(location.href(), "artikel/apel-2026_01/#k-0a1b2c3d");
        assert_eq!(filtered(FacetKind::Person, "siti"), "?tokoh=siti");
        assert_eq!(Location::read("tentang/", "", "").href(), "tentang/");
    }

    #[test]
    fn the_timeline_is_the_same_question_on_a_page_of_its_own() {
        let location = Location::read("linimasa/", "q=apel&skala=hari", "");
        let Route::Timeline(query) = &location.route else { panic!("{location:?}") };
        assert_eq!((query.words.as_str(), query.window.scale), ("apel", Some(Scale::Day)));
        assert_eq!(location.href(), "linimasa/?q=apel&skala=hari");
        assert_eq!(Location::of(Route::Timeline(Query::default())).href(), "linimasa/");
    }

    #[test]
    fn people_organisations_and_topics_have_plain_addresses() {
        let location = Location::read("tokoh/siti-aminah/", "", "");
        let route = |facet, slug: &str, page| Route::Record { facet, slug: slug.into(), words: String::new(), page };
        assert_eq!(location.route, route(FacetKind::Person, "siti-aminah", 0));
        assert_eq!(location.href(), "tokoh/siti-aminah/");
        let location = Location::read("topik/pasar/index.html", "hal=3", "");
        assert_eq!(location.route, route(FacetKind::Topic, "pasar", 2));
        assert_eq!(location.href(), "topik/pasar/?hal=3");
        let location = Location::read("tokoh/siti-aminah/", "q=jalan+rusak&hal=2", "");
        let route = Route::Record {
            facet: FacetKind::Person,
            slug: "siti-aminah".into(),
            words: "jalan rusak".into(),
            page: 1,
        };
        assert_eq!(location.route, route);
        assert_eq!(location.href(), "tokoh/siti-aminah/?q=jalan+rusak&hal=2");
    }

    #[test]
    fn what_cannot_be_read_is_named_and_the_rest_is_kept() {
        let (query, unread) = query_of("q=apel&sejak=2026-02-30&sampai=kemarin&hal=0&urut=acak&warna=merah&tokoh=-");
        assert_eq!(query, Query { words: "apel".into(), ..Query::default() });
        let (window, odd) = query_of("bentang=2026-01-02..2026-01-01&bentang=2026-01-01&skala=abad&per=1000");
        assert_eq!((window, odd.len()), (Query::default(), 4));
        assert_eq!(unread, ["sejak=2026-02-30", "sampai=kemarin", "hal=0", "urut=acak", "warna=merah", "tokoh=-"]);
    }

    #[test]
    fn a_path_that_leads_nowhere_is_missing() {
        for path in [
            "artikel/",
            "artikel/A",
            "artikel/a/b",
            "tokoh/",
            "tokoh/X/",
            "sumber/x/",
            "kutipan/x/",
            "artikel/%2e%2e/",
            "//x y",
        ] {
            assert!(matches!(Location::read(path, "", "").route, Route::Missing(_)), "{path}");
        }
        let long = "x/".repeat(4000);
        assert!(matches!(Location::read(&long, "", "").route, Route::Missing(p) if p.len() <= MAX_VALUE));
    }

    #[test]
    fn hostile_queries_are_bounded_and_settle_after_one_round() {
        let many = (0..5000).map(|n| format!("tokoh=x{n}&q={n}&")).collect::<String>();
        let (query, unread) = query_of(&many);
        assert_eq!(query.choices.len(), MAX_CHOICES);
        assert!(unread.len() <= 8);
        // Any bytes at all, by a small fixed generator: reading what was written changes nothing.
        let mut state = 0x9e37_79b9_u32;
        for _ in 0..2000 {
            let text: String = (0..60)
                .map(|_| {
                    state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    let alphabet = "q=&tokoh=-sejak2024%+é😀<>\"'#?;hal19\u{0}urut";
                    let at = (state >> 16) as usize % alphabet.chars().count();
                    alphabet.chars().nth(at).unwrap()
                })
                .collect();
            let (query, _) = query_of(&text);
            let written = Location::of(Route::Explore(query.clone())).href();
            assert_eq!(query_of(written.trim_start_matches("./").trim_start_matches('?')).0, query, "{text:?}");
        }
        let words = "é".repeat(MAX_WORDS);
        let (query, unread) = query_of(&format!("q={words}"));
        assert!(query.words.len() <= MAX_WORDS && unread.len() == 1);
    }
}
