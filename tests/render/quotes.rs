//! The quotes page: statements with the filters of the front page and their own.

use crate::archive::{Page, TEXT, library, words};
use jejak_app::state::settings::{Language, Settings};

fn page(query: &str) -> Page {
    Page::of(&library(), "kutipan/", query, "", Settings::default())
}

fn anchors(page: &Page) -> Vec<String> {
    page.attributes("[data-quote]", "data-quote")
}

#[test]
fn all_statements_are_there_with_words_speaker_and_way_back() {
    let page = page("");
    assert_eq!(page.one("[role=status]").attr("data-count"), Some("3"));
    assert_eq!(words(page.one("[role=status]")), "3 pernyataan dalam 1 artikel");
    assert_eq!(anchors(&page), ["k-aaaaaaaa", "k-bbbbbbbb", "k-cccccccc"]);
    assert_eq!(page.attributes("[data-quote]", "data-kind"), ["direct", "reported", "direct"]);
    assert_eq!(page.attributes("[data-quote]", "data-speaker"), ["Ratna Dewi", "Ratna Dewi", ""]);
    assert_eq!(page.attributes("[data-quote]", "data-confidence"), ["92", "92", "0"]);
    for said in page.all("blockquote") {
        assert!(TEXT.contains(&words(said)), "printed words only: {}", words(said));
    }
    let kinds: Vec<_> = page.all(".statement-kind").into_iter().map(words).collect();
    assert_eq!(kinds, ["Kutipan langsung", "Ucapan tidak langsung", "Kutipan langsung"], "said in words");
    assert_eq!(page.attributes(".statement-way a", "href")[1], "artikel/rapat-jalan/#k-bbbbbbbb");
    assert_eq!(page.attributes(".statement-who a", "href"), ["tokoh/ratna-dewi/", "tokoh/ratna-dewi/"]);
    assert!(page.title.starts_with("Kutipan"));
    assert_eq!(page.all("[role=search] input[type=search]").len(), 1);
}

#[test]
fn kind_confidence_and_speaker_narrow() {
    assert_eq!(anchors(&page("ragam=langsung")), ["k-aaaaaaaa", "k-cccccccc"]);
    assert_eq!(anchors(&page("ragam=-langsung")), ["k-bbbbbbbb"]);
    assert_eq!(anchors(&page("yakin=60")), ["k-aaaaaaaa", "k-bbbbbbbb"]);
    assert_eq!(anchors(&page("yakin=-60")), ["k-cccccccc"]);
    assert_eq!(anchors(&page("tokoh=-ratna-dewi")), ["k-cccccccc"]);
    assert_eq!(anchors(&page("tokoh=_tak-diketahui")), ["k-cccccccc"]);
    assert_eq!(anchors(&page("topik=jalan&sejak=2026-02-03&sampai=2026-02-03")).len(), 3);
    assert!(anchors(&page("sampai=2025-12-31")).is_empty());
    let found = page("q=dana");
    assert_eq!(anchors(&found), ["k-bbbbbbbb"]);
    assert_eq!(words(found.one("blockquote mark[data-hit]")), "dana");
}

#[test]
fn every_choice_is_a_link_that_keeps_the_others_and_the_chosen_ones_are_marked() {
    let page = page("ragam=langsung&tokoh=ratna-dewi&kelompok=bulan");
    let chosen: Vec<_> = page.all(".narrow .choice[aria-current=true]").into_iter().map(words).collect();
    assert_eq!(chosen.len(), 4, "{chosen:?}");
    assert!(chosen[0].starts_with("Kutipan langsung") && chosen[1] == "Bulan");
    let links = page.attributes(".narrow .choice", "href");
    assert!(links.iter().all(|href| href.starts_with("kutipan/?") && href.contains("tokoh=ratna-dewi")), "{links:?}");
    assert!(links.contains(&"kutipan/?tokoh=ratna-dewi&ragam=tidak-langsung&kelompok=bulan".to_owned()), "{links:?}");
    assert_eq!(page.all("[data-facet=tokoh][data-value=ratna-dewi][aria-pressed=true]").len(), 1);
    let labels = page.attributes("[data-facet=tokoh]", "aria-label");
    assert!(labels.iter().all(|label| label.ends_with("pernyataan")), "filters count statements here: {labels:?}");
}

#[test]
fn groups_say_what_they_hold_and_lead_to_all_of_it() {
    let page = page("kelompok=tokoh");
    let names: Vec<_> = page.all(".group h2").into_iter().map(words).collect();
    assert_eq!(names, ["Ratna Dewi", "Pembicara tidak diketahui"]);
    assert_eq!(page.attributes(".group", "data-count"), ["2", "1"]);
    assert_eq!(anchors(&page).len(), 3);
    let cells: Vec<_> = page.all(".most tbody :is(th, td)").into_iter().map(words).collect();
    assert_eq!(cells, ["Ratna Dewi", "2", "100,0", "100,0"], "nobody known is nobody's record");
    assert_eq!(page.one(".most th a").attr("href"), Some("kutipan/?tokoh=ratna-dewi"));
    assert_eq!(page.one(".most rect").attr("width"), Some("1000"));
    let months = self::page("kelompok=bulan");
    assert!(months.all(".most").is_empty());
    assert_eq!(words(months.one(".group h2")), "Februari 2026");
    assert_eq!(words(self::page("kelompok=topik").one(".group h2")), "Jalan");
}

#[test]
fn what_is_not_read_is_said_and_an_empty_answer_has_a_way_out() {
    let page = page("q=tidakada&warna=merah&yakin=banyak");
    assert_eq!(page.one("[role=status]").attr("data-count"), Some("0"));
    assert!(page.all(".notice").into_iter().any(|notice| words(notice).contains("warna=merah, yakin=banyak")));
    assert_eq!(words(page.one(".empty [data-loosen]")), "Tanpa kata pencarian: 3 pernyataan");
    assert_eq!(page.one(".empty .link").attr("href"), Some("kutipan/"));
    let english = Settings { language: Language::En, ..Settings::default() };
    let page = Page::of(&library(), "kutipan/", "", "", english);
    assert_eq!(words(page.one("[role=status]")), "3 statements in 1 article");
}

#[test]
fn statements_without_a_day_are_counted_as_statements() {
    let mut archive = crate::archive::archive();
    (archive.articles[0].date, archive.articles[0].published) = (None, None);
    let page = Page::of(&crate::archive::open(&archive), "kutipan/", "", "", Settings::default());
    let rest: Vec<_> = page.all(".legend-rest").into_iter().map(words).collect();
    assert_eq!(rest, ["3 pernyataan dalam artikel tanpa tanggal"]);
}
