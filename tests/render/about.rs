//! What the archive says of itself, and addresses of old.

use std::collections::BTreeSet;

use crate::archive::{Page, archive, open, words};
use jejak_app::render;
use jejak_app::state::settings::{Language, Settings};
use jejak_archive::Date;
use jejak_archive::model::{Archive, Corrected, DataFiles, EntityRef, Former, Meta};
use jejak_export::columns::{TEXT, Table};
use jejak_export::table::{ABOUT, Kind};

fn page(archive: &Archive, path: &str, query: &str) -> Page {
    Page::of(&open(archive), path, query, "", Settings::default())
}

#[test]
fn the_page_about_the_archive_says_what_is_known() {
    let mut archive = archive();
    let bare = page(&archive, "tentang/", "");
    assert_eq!(words(bare.one("h1")), "Tentang arsip ini");
    assert!(words(bare.one("main .nameplate-extent")).contains("4 artikel"));
    assert!(bare.all("main a.button").is_empty(), "no contact is given");
    assert_eq!(bare.title, "Tentang arsip ini · Arsip Sukamaju");
    archive.meta = Meta {
        publisher: Some("Perpustakaan Sukamaju".into()),
        licence: Some("CC BY 4.0".into()),
        contact: Some("mailto:redaksi@sukamaju.example".into()),
        about: vec!["Satu.".into(), "Dua <b>.".into()],
        ..archive.meta
    };
    let full = page(&archive, "tentang/", "");
    let said = words(full.one("main"));
    for part in ["Satu.", "Dua <b>.", "Perpustakaan Sukamaju", "CC BY 4.0", "3 pernyataan"] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert!(said.contains(open(&archive).stamp()), "the whole stamp");
    assert_eq!(full.one("main a.button").attr("href"), Some("mailto:redaksi@sukamaju.example"));
    assert!(page(&archive, "", "").attributes(".footer a", "href").contains(&"tentang/".to_owned()));
}

/// Where a site lays no files, none are named.
#[test]
fn files_that_are_not_there_are_not_named() {
    let mut archive = archive();
    archive.meta.data = DataFiles::None;
    let none = page(&archive, "tentang/", "");
    assert!(none.all("[data-file], [download], [data-dictionary^=file-]").is_empty());
    archive.meta.data = DataFiles::Full;
    let full = page(&archive, "tentang/", "");
    assert_eq!(full.attributes("[data-dictionary=file-articles] [data-column]", "data-column").last().unwrap(), TEXT);
}

/// Each column that a file of a list has is explained, in the order of the file, in both languages.
#[test]
fn every_column_of_a_file_has_its_meaning() {
    let library = open(&archive());
    for language in Language::ALL {
        let page = Page::of(&library, "tentang/", "", "", Settings { language, ..Settings::default() });
        let own = |kind: Kind| (kind.word(), kind.columns().to_vec());
        for (kind, columns) in [own(Kind::Articles), own(Kind::Statements), ("about", ABOUT.to_vec())] {
            let rows = format!("[data-dictionary={kind}] [data-column]");
            assert_eq!(page.attributes(&rows, "data-column"), columns, "{language:?}");
            for row in page.all(&format!("{rows} td")) {
                assert!(words(row).ends_with('.'), "{language:?}: {}", words(row));
            }
        }
        for table in Table::ALL {
            let columns: Vec<&str> =
                table.columns().iter().map(|column| column.name).filter(|name| *name != TEXT).collect();
            let rows = format!("[data-dictionary=file-{}] [data-column]", table.word());
            assert_eq!(page.attributes(&rows, "data-column"), columns, "{language:?}");
            let files = page.attributes(&format!("[data-file={}] a", table.word()), "href");
            assert_eq!(files, [table.file("csv"), table.file("json")]);
        }
        let ways = page.attributes("main .holdings [data-take]", "data-take");
        assert_eq!(ways, ["daftar:./", "daftar:kutipan/"], "all articles and all statements");
    }
}

/// The newest year comes first; another year and a source are addresses, and what is drawn is also said.
#[test]
fn the_coverage_of_a_year_is_drawn_by_day_and_told_by_source() {
    let mut archive = archive();
    let days = [(2025, 12, 30), (2026, 1, 2), (2026, 1, 2), (2026, 1, 9)];
    for (article, (year, month, day)) in archive.articles.iter_mut().zip(days) {
        article.date = Some(Date::constant(year, month, day));
        article.published = article.date;
    }
    archive.articles[3].publisher = Some("Suara Sukamaju".into());
    let newest = page(&archive, "tentang/", "");
    assert_eq!(newest.one(".coverage [role=status]").attr("data-count"), Some("3"));
    assert_eq!(words(newest.one(".coverage [role=status]")), "2026: 3 artikel; 7 hari tanpa artikel");
    let shades = |page: &Page| page.attributes(".calendar rect", "class");
    assert_eq!(shades(&newest), ["day-0", "day-4", "day-0", "day-0", "day-0", "day-0", "day-0", "day-0", "day-2"]);
    assert_eq!(words(newest.all(".calendar title")[1]), "2 Jan 2026: 2 artikel");
    let said = words(newest.one(".coverage"));
    assert!(said.contains("Kosong paling lama: 3 Jan 2026 – 8 Jan 2026."), "{said}");
    let years = newest.attributes(".coverage .choice", "href");
    assert_eq!(years[0], "tentang/?bentang=2025-01-01..2025-12-31");
    assert_eq!(newest.attributes(".coverage .choice[aria-current]", "href"), years[1..]);
    let before = page(&archive, "tentang/", "bentang=2025-01-01..2025-12-31&warna=merah");
    assert_eq!(words(before.one(".coverage [role=status]")), "2025: 1 artikel; 1 hari tanpa artikel");
    assert!(words(before.one(".notice")).contains("warna=merah"));
    let source = newest.all("[data-facet=sumber]").into_iter().find(|one| words(*one).contains("Suara")).unwrap();
    let query = format!("sumber={}", source.attr("data-value").unwrap());
    let source = page(&archive, "tentang/", &query);
    assert_eq!(words(source.one(".coverage [role=status]")), "2026: 1 artikel; 8 hari tanpa artikel");
    assert_eq!(
        source.attributes(".coverage .choice", "href")[0],
        format!("tentang/?{query}&bentang=2025-01-01..2025-12-31")
    );
    archive.articles.iter_mut().for_each(|article| (article.date, article.published) = (None, None));
    assert!(page(&archive, "tentang/", "").all(".coverage").is_empty(), "no days, no calendar");
}

/// Each slot that is recorded has a row with its counts, in both languages; direct and reported statements are apart.
#[test]
fn the_page_about_the_archive_shows_how_often_the_machine_is_wrong() {
    let recorded: toml::Table = include_str!("../gold/recorded.toml").parse().expect("TOML");
    let sets = recorded.iter().filter(|(name, _)| *name != "measured" && !name.starts_with("pfsa"));
    let slots: BTreeSet<&String> =
        sets.flat_map(|(_, set)| set.as_table().into_iter().flatten()).map(|(slot, _)| slot).collect();
    for language in [Language::Id, Language::En] {
        let settings = Settings { language, ..Settings::default() };
        let page = Page::of(&open(&archive()), "tentang/", "", "", settings);
        assert_eq!(page.all(".accuracy tbody tr").len(), slots.len(), "{slots:?}");
    }
    let page = page(&archive(), "tentang/", "");
    let rows: Vec<String> = page.all(".accuracy tbody tr").into_iter().map(words).collect();
    let of = |set: &str, slot: &str, count: &str| recorded[set][slot][count].as_integer().expect("a count");
    let cases = of("news-dev", "direct-speaker", "wanted");
    let share =
        f64::from(i32::try_from(of("news-dev", "direct-speaker", "right")).expect("few")) / cases as f64 * 100.0;
    let share = format!("{share:.1}").replace('.', ",");
    assert_eq!(rows[2], format!("Kutipan langsung, pembicaranya{cases}{share}{share}"), "{rows:?}");
    let said = words(page.one(".accuracy"));
    assert!(said.contains(recorded["measured"]["stamp"].as_str().expect("a stamp")), "{said}");
}

/// What a browser can measure again stands there with what it takes; the figures that it is held against are those of the same labels.
#[test]
fn the_page_about_the_archive_offers_to_measure_again() {
    let recorded: toml::Table = include_str!("../gold/recorded.toml").parse().expect("TOML");
    let sizes: toml::Table = include_str!("../gold/sizes.toml").parse().expect("TOML");
    let bytes: i64 = ["press", "gauge"].into_iter().filter_map(|name| sizes[name].as_integer()).sum();
    let (articles, tenths) = (include_str!("../gold/archive.jsonl").lines().count(), (bytes + 50_000) / 100_000);
    for (language, mark) in [(Language::Id, ','), (Language::En, '.')] {
        let settings = Settings { language, ..Settings::default() };
        let page = Page::of(&open(&archive()), "tentang/", "", "", settings);
        let said = words(page.one(".gauge"));
        assert!(said.contains(&format!(" {articles} ")), "{said}");
        assert!(said.contains(&format!(" {}{mark}{} MB", tenths / 10, tenths % 10)), "{tenths}: {said}");
        assert_eq!(page.all(".gauge [data-gauge]").len(), 1);
    }
    let own: Vec<(&str, [i64; 3])> = recorded["archive"]
        .as_table()
        .into_iter()
        .flatten()
        .map(|(slot, of)| {
            (slot.as_str(), ["right", "found", "wanted"].map(|key| of[key].as_integer().expect("a count")))
        })
        .collect();
    let kept: Vec<(&str, [i64; 3])> =
        jejak_app::components::accuracy::measured::OWN.iter().map(|(slot, of)| (*slot, of.map(i64::from))).collect();
    assert_eq!(kept, own);
}

#[test]
fn a_logo_stands_above_the_title() {
    let mut archive = archive();
    assert!(page(&archive, "", "").all("img").is_empty());
    archive.meta.logo = Some("logo-0123456789abcdef.svg".into());
    assert_eq!(page(&archive, "", "").one("img").attr("src"), Some("logo-0123456789abcdef.svg"));
}

#[test]
fn an_address_of_old_shows_what_it_leads_to_and_links_to_the_new() {
    let mut archive = archive();
    archive.former = vec![Former { slug: "bu-ratna".into(), entity: EntityRef::Person(1) }];
    let (old, new) = (page(&archive, "tokoh/bu-ratna/", ""), page(&archive, "tokoh/ratna-dewi/", ""));
    assert_eq!(words(old.one("main")), words(new.one("main")));
    assert_eq!(old.attributes("main a", "href"), new.attributes("main a", "href"));
    for (path, query) in [("", "tokoh={}"), ("", "tokoh=-{}&q=desa"), ("kutipan/", "tokoh={}")] {
        let (old, new) = (
            page(&archive, path, &query.replace("{}", "bu-ratna")),
            page(&archive, path, &query.replace("{}", "ratna-dewi")),
        );
        assert_eq!(words(old.one("main")), words(new.one("main")), "{path}?{query}");
    }
    let addresses: Vec<_> = render::addresses(&open(&archive)).iter().map(|location| location.href()).collect();
    assert!(addresses.contains(&"tentang/".to_owned()));
    assert!(!addresses.iter().any(|address| address.contains("bu-ratna")), "it is no page of its own");
}

#[test]
fn what_was_corrected_is_said() {
    let mut archive = archive();
    assert!(page(&archive, "artikel/rapat-jalan/", "").all("[data-corrected]").is_empty());
    archive.articles[0].corrected = vec![Corrected::Speaker, Corrected::Date];
    let said = words(page(&archive, "artikel/rapat-jalan/", "").one("[data-corrected]"));
    assert_eq!(said, "Dikoreksi oleh pengelola arsip: pembicara, tanggal.");
}
