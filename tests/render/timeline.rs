//! Timelines: what is drawn, what leads elsewhere, and the page with offices and events.

use crate::archive::{Page, archive, library, open, words};
use jejak_app::state::settings::{Language, Settings};
use jejak_archive::Date;
use jejak_archive::model::{EventKind, Role, Standing};

/// A page with a bar a month.
fn page(path: &str, query: &str) -> Page {
    Page::of(&library(), path, &format!("{query}&skala=bulan"), "", Settings::default())
}

/// The ways of it, the scale aside.
fn ways(page: &Page) -> Vec<String> {
    let all = page.attributes(".time-ways a", "href");
    all.into_iter().map(|href| href.replace("&skala=bulan", "").replace("?skala=bulan", "")).collect()
}

#[test]
fn gaps_are_hatched_run_by_run_and_said() {
    let page = page("", "");
    assert_eq!(page.all(".bar-gap").len(), 2, "three dated articles have two gaps between them");
    let gap = page.one("[data-from='2025-03-01']");
    assert!(gap.attr("aria-label").is_some_and(|label| label.contains("arsip tidak memuat artikel")));
    assert!(words(page.one(".timeline-legend")).contains("1 artikel tanpa tanggal"));
}

#[test]
fn every_way_is_an_address_that_keeps_the_question() {
    let free = page("", "q=desa");
    assert!(ways(&free).iter().all(|href| href.contains("q=desa")), "{:?}", ways(&free));
    assert!(ways(&free).contains(&"?q=desa&sejak=2026-01-01&sampai=2026-12-31".to_owned()));
    assert!(ways(&free).contains(&"?q=desa&sejak=2025-02-04&sampai=2026-02-03".to_owned()), "{:?}", ways(&free));
    assert!(ways(&free).contains(&"?q=desa&per=100".to_owned()));
    assert!(ways(&free).contains(&"linimasa/?q=desa".to_owned()));
    assert!(!ways(&free).iter().any(|href| href.contains("bentang")), "nothing is chosen to zoom into");

    let chosen = page("", "sejak=2025-06-01&sampai=2025-06-30");
    let june = "?sejak=2025-06-01&sampai=2025-06-30";
    assert!(ways(&chosen).contains(&format!("{june}&bentang=2025-06-01..2025-06-30")), "{:?}", ways(&chosen));
    assert!(ways(&chosen).contains(&"?sejak=2025-05-01&sampai=2025-05-31".to_owned()));
    assert!(ways(&chosen).contains(&"?sejak=2025-07-01&sampai=2025-07-31".to_owned()));

    let zoomed = "sejak=2025-06-01&sampai=2025-06-30&bentang=2025-06-01..2025-06-30";
    let zoomed = Page::of(&library(), "", zoomed, "", Settings::default());
    assert_eq!(zoomed.all("[data-timeline] [data-from]").len(), 30, "a bar a day");
    assert!(ways(&zoomed).contains(&format!("{june}&bentang=2025-01-01..2025-12-31")), "out to the year");
    let year = page("", "sejak=2025-06-01&sampai=2025-06-30&bentang=2025-01-01..2025-12-31");
    assert!(ways(&year).contains(&june.to_owned()), "and out to all");
}

#[test]
fn shares_say_their_denominator() {
    let shares = page("", "q=jalan&per=100");
    let bar = shares.one("[data-from='2026-02-01']");
    assert!(bar.attr("aria-label").is_some_and(|label| label.ends_with("1 dari 1 artikel; 100,0 per 100 artikel")));
    assert_eq!(words(shares.one(".time-ways a[href='?q=jalan&skala=bulan']")), "Jumlah");
    let english = Settings { language: Language::En, ..Settings::default() };
    let page = Page::of(&library(), "", "per=100", "", english);
    assert!(words(page.one(".legend-top")).contains("100.0 per 100 articles"));
}

#[test]
fn the_ends_say_where_they_are() {
    let chosen = page("", "sejak=2025-06-01&sampai=2025-08-31");
    assert_eq!(chosen.attributes("[role=slider]", "aria-valuetext"), ["Juni 2025", "Agustus 2025"]);
    assert_eq!(chosen.attributes("[role=slider]", "data-brush"), ["sejak", "sampai"]);
    assert!(words(chosen.one(".legend-said")).starts_with("1 Jun 2025 – 31 Agu 2025: 1 dari 1 artikel"));
}

#[test]
fn statements_are_counted_on_their_own_page() {
    let quotes = page("kutipan/", "per=100");
    let bar = quotes.one("[data-from='2026-02-01']");
    assert!(bar.attr("aria-label").is_some_and(|label| label.contains("3 pernyataan; 300,0 per 100 artikel")));
    assert!(ways(&quotes).iter().all(|href| href.starts_with("kutipan/")));
}

#[test]
fn the_page_of_the_timeline_has_offices_and_events_in_line() {
    let mut archive = archive();
    let day = Date::constant;
    let role = |standing, from, to, articles: &[u32]| Role {
        office: "Camat".into(),
        organisation: Some("Sukamaju".into()),
        standing,
        from: Some(from),
        to: Some(to),
        articles: articles.to_vec(),
    };
    archive.people[0].roles = vec![role(Standing::Acting, day(2025, 2, 1), day(2025, 6, 9), &[1, 2])];
    archive.people[1].roles = vec![role(Standing::Definitive, day(2026, 2, 3), day(2026, 2, 3), &[0])];
    archive.articles[1].event = Some(EventKind::Kunjungan);
    let library = open(&archive);
    let page = Page::of(&library, "linimasa/", "", "", Settings::default());
    assert_eq!(page.one("[role=status]").attr("data-count"), Some("4"));
    assert_eq!(words(page.all(".lane-name")[0]), "Camat, Sukamaju", "one lane for both holders");
    assert_eq!(page.attributes(".lane-row", "data-standing"), ["Pj", "definitif"]);
    assert_eq!(page.attributes(".lane-row a", "href"), ["tokoh/joko/", "tokoh/ratna-dewi/"]);
    assert_eq!(page.attributes(".lane[data-kind]", "data-kind"), ["rapat", "kunjungan"]);
    let marks = page.attributes(".lane svg a", "href");
    assert_eq!(marks, ["artikel/rapat-jalan/", "artikel/pasar/", "artikel/panen/"], "undated ones have no place");
    let listed = page.attributes(".lane details a", "href");
    assert_eq!(listed, marks, "all marks can be reached without pointing");
    assert!(page.attributes(".lane svg a", "tabindex").iter().all(|stop| stop == "-1"));

    let one = Page::of(&library, "linimasa/", "tokoh=ratna-dewi&skala=tahun", "", Settings::default());
    assert_eq!(one.attributes(".lane-row a", "href"), ["tokoh/ratna-dewi/"], "the people asked for");
    assert_eq!(one.all("[data-timeline] [data-from]").len(), 2, "2025 and 2026");
    let scales: Vec<_> = one.all(".time-ways [aria-current=true]").into_iter().map(words).collect();
    assert!(scales.contains(&"Tahun".to_owned()), "{scales:?}");
    assert!(page.title.starts_with("Linimasa"));
}
