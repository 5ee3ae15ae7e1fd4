//! The pages over a small archive made by hand, so that every case is in it.

use crate::archive::{Page, TEXT, library, words};
use jejak_app::state::settings::{Language, Settings};
use jejak_app::text::Text;

use jejak_archive::Date;
use jejak_archive::Span;
use jejak_archive::model::{DateKind, EntityRef, Mention, PrintedDate, Regulation};

/// How addresses of pages begin, besides the front page's.
const ROOTS: [&str; 10] = [
    "data/",
    "datapackage.json",
    "artikel/",
    "kutipan/",
    "linimasa/",
    "tokoh/",
    "lembaga/",
    "topik/",
    "tentang/",
    "buka/",
];

const ROUTES: [(&str, &str, &str); 22] = [
    ("", "", ""),
    ("", "q=desa", ""),
    ("", "tokoh=ratna-dewi&sejak=2026-01-01&urut=terlama", ""),
    ("", "q=tidakada&warna=merah", ""),
    ("", "hal=7", ""),
    ("artikel/rapat-jalan/", "", "k-bbbbbbbb"),
    ("artikel/tanpa-hari/", "", ""),
    ("artikel/hilang/", "", ""),
    ("<i>/..//", "", ""),
    ("tokoh/ratna-dewi/", "", ""),
    ("tokoh/joko/", "", ""),
    ("tokoh/hilang/", "", ""),
    ("topik/jalan/", "hal=9", ""),
    ("lembaga/desa/", "", ""),
    ("", "bentang=2026-01-01..2026-12-31&per=100", ""),
    ("linimasa/", "", ""),
    ("linimasa/", "q=desa&skala=hari&bentang=2026-01-01..2026-02-28&sejak=2026-02-01&per=100", ""),
    ("kutipan/", "", ""),
    ("tentang/", "", ""),
    ("buka/", "", ""),
    ("kutipan/", "kelompok=tokoh&ragam=langsung&yakin=60&tokoh=-joko&sejak=2024-01-01", ""),
    ("kutipan/", "q=tidakada&warna=merah", ""),
];

fn page(query: &str) -> Page {
    Page::of(&library(), "", query, "", Settings::default())
}

fn article(fragment: &str) -> Page {
    Page::of(&library(), "artikel/rapat-jalan/", "", fragment, Settings::default())
}

#[test]
fn every_page_keeps_the_policy_and_its_links_lie_under_the_root() {
    let library = library();
    for language in [Language::Id, Language::En] {
        for (path, query, fragment) in ROUTES {
            let settings = Settings { language, ..Settings::default() };
            let page = Page::of(&library, path, query, fragment, settings);
            assert_eq!(page.all("h1").len(), 1, "one h1: {path}?{query}");
            assert_eq!(page.all("main#isi").len(), 1);
            assert!(page.all("[style], script, style, iframe, b, i").is_empty(), "{}", page.body);
            assert!(!page.all("*").iter().any(|e| e.value().attrs().any(|(name, _)| name.starts_with("on"))));
            for href in page.attributes("a", "href") {
                let inside =
                    href.starts_with("./") || href.starts_with('?') || ROOTS.iter().any(|root| href.starts_with(root));
                let outside = href.starts_with("https://");
                // The skip link of a page that does not exist leads to its own address.
                assert!(inside || outside || href.ends_with("#isi"), "{href}");
            }
            for link in page.all("a[href^='http']") {
                assert_eq!(link.attr("rel"), Some("noopener external"));
            }
            assert!(!page.title.is_empty());
        }
    }
}

/// Before its script is there nothing would come of a choice.
#[test]
fn files_of_ones_own_wait_for_what_opens_them() {
    let page = Page::of(&library(), "buka/", "", "", Settings::default());
    assert_eq!(page.all("input[type=file][disabled], textarea[disabled]").len(), 3);
    assert_eq!(page.all("input[type=file], textarea").len(), 3);
    assert!(page.title.starts_with(Text::of(Language::Id).own()), "{}", page.title);
    assert!(page.all(".own-banner").is_empty());
}

#[test]
fn the_front_page_has_search_count_facets_and_time() {
    let page = page("");
    let search = page.one("[role=search]");
    assert_eq!(search.select(&scraper::Selector::parse("input[type=search]").unwrap()).count(), 1);
    let status = page.one("[role=status]");
    assert_eq!(status.attr("data-count"), Some("4"));
    assert_eq!(words(status).trim(), "4 artikel");
    assert_eq!(
        page.attributes("article[data-article]", "data-article"),
        ["rapat-jalan", "pasar", "panen", "tanpa-hari"]
    );
    assert_eq!(page.attributes("article[data-article]", "data-rank"), ["1", "2", "3", "4"]);
    let person = page.one("[data-facet=tokoh][data-value=ratna-dewi]");
    assert_eq!((person.attr("data-count"), person.attr("aria-pressed")), (Some("1"), Some("false")));
    assert_eq!(page.all("[data-exclude=tokoh][data-value=ratna-dewi][aria-pressed=false]").len(), 1);
    assert_eq!(page.one("[data-facet=jenis][data-value=rapat]").attr("data-count"), Some("1"));
    assert_eq!(page.all("input[type=date]").len(), 2);
    assert_eq!((page.all("[name=sejak]").len(), page.all("[name=sampai]").len()), (1, 1));
}

#[test]
fn the_timeline_shows_bars_gaps_and_sliders() {
    let page = page("");
    let bars = page.all("[data-timeline] [data-from][data-to][data-count]");
    assert!(bars.len() >= 12, "one bar a month without gaps: {}", bars.len());
    let counts: u32 = bars.iter().map(|bar| bar.attr("data-count").unwrap().parse::<u32>().unwrap()).sum();
    assert_eq!(counts, 3, "the undated article has no bar");
    assert!(!page.all(".bar-gap").is_empty());
    assert_eq!(page.all("[data-timeline] [role=slider][aria-valuetext]").len(), 2);
    assert_eq!(bars.iter().filter(|bar| bar.attr("tabindex") == Some("0")).count(), 1, "one tab stop");
    assert!(bars.iter().all(|bar| bar.attr("aria-label").is_some_and(|label| label.contains("202"))));
}

#[test]
fn found_words_are_marked_and_the_query_stands_in_the_field() {
    let page = page("q=desa");
    assert!(!page.all("mark[data-hit]").is_empty());
    assert!(page.all("mark[data-hit]").into_iter().all(|mark| words(mark).to_lowercase().starts_with("desa")));
    assert_eq!(page.one("input[type=search]").attr("value"), Some("desa"));
    assert!(words(page.one("[role=status]")).contains("“desa”"));
    assert!(page.title.starts_with("desa"));
}

#[test]
fn a_chosen_filter_shows_as_pressed_and_as_a_chip() {
    let page = page("tokoh=-ratna-dewi&sejak=2025-05-01");
    assert_eq!(page.attributes("article[data-article]", "data-article"), ["pasar"]);
    assert_eq!(page.all("[data-exclude=tokoh][data-value=ratna-dewi][aria-pressed=true]").len(), 1);
    let chips: Vec<_> = page.all("[data-chip]").into_iter().map(words).collect();
    assert_eq!(chips.len(), 2);
    assert!(chips[0].contains("bukan Ratna Dewi") && chips[1].contains("1 Mei 2025"), "{chips:?}");
    assert_eq!(page.all("[data-clear]").len(), 1);
    assert_eq!(page.one("[name=sejak]").attr("value"), Some("2025-05-01"));
}

#[test]
fn an_empty_answer_says_what_to_loosen_and_what_was_not_read() {
    let page = page("tokoh=ratna-dewi&sampai=2025-12-31&warna=merah");
    assert_eq!(page.one("[role=status]").attr("data-count"), Some("0"));
    let ways: Vec<_> = page.all("[data-loosen]").into_iter().map(words).collect();
    assert_eq!(ways.len(), 2, "{ways:?}");
    assert!(ways[0].contains("Ratna Dewi: 2 artikel"), "{ways:?}");
    assert!(ways[1].contains("batas waktu: 1 artikel"), "{ways:?}");
    assert_eq!(words(page.one(".empty-ways .link")), "Lihat 4 artikel");
    assert!(page.all(".notice").into_iter().any(|notice| words(notice).contains("warna=merah")));
}

#[test]
fn quotes_carry_their_words_speaker_and_address() {
    let page = article("");
    let quotes = page.all("[data-quote]");
    assert_eq!(page.attributes("[data-quote]", "id"), ["k-aaaaaaaa", "k-bbbbbbbb", "k-cccccccc"]);
    assert_eq!(page.attributes("[data-quote]", "data-kind"), ["direct", "reported", "direct"]);
    assert_eq!(page.attributes("[data-quote]", "data-speaker"), ["Ratna Dewi", "Ratna Dewi", ""]);
    assert_eq!(page.attributes("[data-quote]", "data-confidence"), ["92", "92", "0"]);
    let said: Vec<_> = quotes.iter().map(|quote| words(*quote)).collect();
    assert_eq!(said[0], "Jalan desa selesai sebelum panen");
    assert_eq!(said[2], "Kami menunggu buktinya, <b>bukan</b> janji", "markup in an article stays words");
    assert_eq!(page.attributes(".permalink", "href")[0], "artikel/rapat-jalan/#k-aaaaaaaa");
    assert_eq!(page.attributes(".permalink", "data-voice"), ["1", "1", "?"]);
    let text: Vec<_> = page.all(".reading-text p").into_iter().map(words).collect();
    assert_eq!(text.join("\n"), TEXT, "no word is lost or doubled");
}

#[test]
fn the_quote_that_the_address_names_is_marked() {
    let page = article("k-bbbbbbbb");
    assert_eq!(page.attributes("[data-target]", "id"), ["k-bbbbbbbb"]);
    assert!(words(page.one(".note")).contains("Ratna Dewi"));
    assert!(article("k-zzzzzzzz").all("[data-target]").is_empty());
}

#[test]
fn a_statement_leads_back_to_its_speaker_and_on_to_its_source() {
    let page = article("k-bbbbbbbb");
    assert_eq!(page.attributes("[data-rail]", "href")[1], "artikel/rapat-jalan/#k-bbbbbbbb");
    assert_eq!(page.attributes("[data-rail][aria-current]", "data-rail"), ["k-bbbbbbbb"]);
    let steps: Vec<_> = page.all(".note-chain li").into_iter().map(words).collect();
    assert_eq!(steps, ["menegaskan", "Ia", "Ratna Dewi"]);
    let lit: Vec<_> = page.all("[data-chain='1']").into_iter().map(words).collect();
    assert_eq!(lit, ["Ratna Dewi", "Ia", "menegaskan"], "in the order of the text");
    let source = page.one(".note-source a").attr("href").unwrap();
    assert_eq!(source, "https://kabar.example/jalan?a=1&b=2#:~:text=dana%20sudah%20ada");
    assert!(article("").all(".note-source").is_empty());
    assert!(page.all(".note-report").is_empty(), "nobody is named whom one could tell");
}

/// A report is begun with where the statement stands, what it says and to whom it was given.
#[test]
fn an_error_is_reported_with_what_was_found() {
    let mut archive = crate::archive::archive();
    archive.meta.contact = Some("mailto:redaksi@sukamaju.example".into());
    archive.meta.base_url = Some("https://sukamaju.example/".into());
    let library = crate::archive::open(&archive);
    let page = Page::of(&library, "artikel/rapat-jalan/", "", "k-bbbbbbbb", Settings::default());
    let href = page.one(".note-report a").attr("href").unwrap();
    let (to, parts) = href.split_once('?').unwrap();
    assert_eq!(to, "mailto:redaksi@sukamaju.example");
    let parts: Vec<_> = form_urlencoded::parse(parts.as_bytes()).collect();
    assert_eq!(parts[0], ("subject".into(), "Kekeliruan: artikel/rapat-jalan/#k-bbbbbbbb".into()));
    let body: Vec<_> = parts[1].1.split('\n').collect();
    assert_eq!(body[0], format!("Arsip Sukamaju, edisi {}", library.stamp()));
    assert_eq!(body[1], "https://sukamaju.example/artikel/rapat-jalan/#k-bbbbbbbb");
    assert_eq!(body[3], "“dana sudah ada”");
    assert!(body[4].contains("Ratna Dewi") && body[4].contains("92"), "{body:?}");
}

#[test]
fn every_name_leads_on() {
    let mut archive = crate::archive::archive();
    let place = |words: &str, entity| {
        let start = TEXT.find(words).unwrap();
        Mention { span: Span::new(start..start + words.len()), entity }
    };
    archive.articles[0].mentions.push(place("rapat", EntityRef::Organisation(0)));
    archive.articles[0].mentions.push(place("3/2/2026", EntityRef::Regulation(0)));
    archive.regulations.push(Regulation {
        slug: "perda-3".into(),
        name: "Perda 3".into(),
        aliases: vec!["3/2/2026".into()],
        kind: "Perda".into(),
        number: Some(3),
        year: None,
    });
    let page = Page::of(&crate::archive::open(&archive), "artikel/rapat-jalan/", "", "", Settings::default());
    assert_eq!(page.attributes(".named", "href"), ["?lembaga=desa", "peraturan/perda-3/"]);
    let text: Vec<_> = page.all(".reading-text p").into_iter().map(words).collect();
    assert_eq!(text.join("\n"), TEXT, "no word is lost or doubled");
}

#[test]
fn an_article_says_where_it_is_from_and_what_was_taken_out() {
    let page = article("");
    assert_eq!(words(page.one("h1")), "Jalan & <desa>");
    assert_eq!(page.all("[data-derived]").len(), 1);
    assert_eq!(words(page.one("time")), "Terbit Selasa, 3 Februari 2026");
    assert_eq!(page.attributes("[data-whole]", "aria-pressed"), ["false"]);
    assert_eq!(page.one("a[href^='https']").attr("href"), Some("https://kabar.example/jalan?a=1&b=2"));
    assert_eq!(page.one("[data-person]").attr("href"), Some("tokoh/ratna-dewi/"));
    assert_eq!(words(page.one("[data-removed=related-link] .removed-text")), "Baca juga: <script>alert(1)</script>");
    assert_eq!(page.attributes(".legend-voice", "data-count"), ["2", "1"]);
    assert_eq!(page.attributes(".neighbour.prev", "href"), ["artikel/pasar/"]);
    assert!(page.all(".neighbour.next").is_empty(), "the newest has none after it");
    let other = Page::of(&library(), "artikel/pasar/", "", "", Settings::default());
    assert!(other.all("a[href^='javascript']").is_empty() && !other.body.contains("alert(1)"));
}

#[test]
fn a_weekday_that_is_not_that_of_its_date_is_said() {
    let mut archive = crate::archive::archive();
    let date = |as_printed: &str, agrees| PrintedDate {
        span: None,
        as_printed: as_printed.into(),
        date: Date::constant(2026, 2, 3),
        kind: DateKind::Happened,
        weekday: Some("Senin".into()),
        weekday_agrees: Some(agrees),
    };
    archive.articles[0].dates = vec![date("Senin (3/2/2026)", false), date("Selasa (3/2/2026)", true)];
    let page = Page::of(&crate::archive::open(&archive), "artikel/rapat-jalan/", "", "", Settings::default());
    let said = words(page.one("[data-weekday]"));
    assert!(said.contains("“Senin (3/2/2026)”") && said.contains("Selasa, 3 Februari 2026"), "{said}");
    assert!(article("").all("[data-weekday]").is_empty());
}

#[test]
fn an_unknown_article_or_address_is_a_page_of_its_own() {
    let settings = Settings { language: Language::En, ..Settings::default() };
    let page = Page::of(&library(), "artikel/hilang/", "", "", settings);
    assert!(words(page.one("main")).contains("has no article “hilang”"));
    assert_eq!(page.one("main a").attr("href"), Some("./"));
    let page = Page::of(&library(), "entah/di/mana", "", "", Settings::default());
    assert!(words(page.one("main")).contains("entah/di/mana"));
    assert!(page.title.starts_with("Halaman tidak ditemukan"));
}

#[test]
fn an_archive_without_a_name_still_has_a_headline() {
    let bytes = jejak_archive::write(&jejak_archive::Archive::default(), &jejak_archive::NoStem);
    let empty = jejak_app::state::library::Library::open(bytes).unwrap();
    let page = Page::of(&empty, "", "", "", Settings::default());
    assert_eq!(words(page.one("h1")), "Jejak");
    assert_eq!(page.title, "Jejak");
    assert!(words(page.one(".empty")).contains("belum memuat artikel"));
}
