//! Days as newspapers print them: which they are, whether the weekday agrees, what they date, and which of them is the
//! day of what the article reports. All articles here are published on Tuesday, 20 January 2026.

use jejak_archive::model::DateKind;
use jejak_press::annotate::{Annotated, annotate};
use jejak_press::read::read;

fn read_on(published: &str, body: &str) -> Annotated {
    let raw = format!("---\ndate: {published}\n---\n\n{body}\n");
    let (sources, problems) = read("article.md", raw.as_bytes());
    assert!(problems.is_empty(), "{problems:?}");
    annotate(&sources[0])
}

fn article(body: &str) -> Annotated {
    read_on("2026-01-20", body)
}

/// Days printed in the text, with the weekday's verdict.
fn days(body: &str) -> Vec<(String, Option<bool>)> {
    let note = article(body);
    let own = note.dates.iter().filter(|date| date.kind != DateKind::Published);
    own.map(|date| (date.date.to_string(), date.weekday_agrees)).collect()
}

/// The day of what the article reports.
fn event(body: &str) -> Option<String> {
    article(body).event_date().map(|date| date.to_string())
}

fn day(date: &str, agrees: Option<bool>) -> Vec<(String, Option<bool>)> {
    vec![(date.to_owned(), agrees)]
}

#[test]
fn a_weekday_with_the_day_in_figures() {
    for raw in [
        "Apel digelar pada Senin (19/01/2026).",
        "Apel digelar pada Senin (19/1/2026) pagi.",
        "Apel digelar pada Senin, (19/1/2026).",
        "Apel digelar pada Senin (19-01-2026).",
        "Apel digelar pada Senin (19.01.2026).",
        "Apel digelar pada Senin (19 /1/2026).",
        "Apel digelar pada Senin ( 19/1 ).",
    ] {
        assert_eq!(days(raw), day("2026-01-19", Some(true)), "{raw}");
    }
}

#[test]
fn a_weekday_with_the_day_in_words() {
    for raw in [
        "Apel digelar Senin 19 Januari 2026.",
        "Apel digelar Senin, 19 Januari 2026, di alun-alun.",
        "Apel digelar Senin (19 Januari 2026).",
        "Apel digelar hari Senin tanggal 19 Januari 2026.",
        "Apel digelar Senin, tanggal 19 Januari 2026.",
        "Apel digelar Senin 19 Jan 2026.",
    ] {
        assert_eq!(days(raw), day("2026-01-19", Some(true)), "{raw}");
    }
}

#[test]
fn a_day_without_a_year_takes_the_year_of_publication() {
    assert_eq!(days("Apel digelar (19/1)."), day("2026-01-19", None));
    assert_eq!(days("Apel digelar Senin (19/1)."), day("2026-01-19", Some(true)));
    assert_eq!(days("Apel digelar pada 19 Januari."), day("2026-01-19", None));
}

#[test]
fn december_in_an_article_of_january_is_last_year() {
    assert_eq!(days("Pawai digelar Selasa (30/12)."), day("2025-12-30", Some(true)));
    assert_eq!(days("Pawai digelar pada 30 Desember lalu."), day("2025-12-30", None));
}

#[test]
fn a_weekday_that_clashes_is_reported_with_both_values() {
    let note = article("Camat Sukaraya memimpin apel, Selasa (19/01/2026).");
    let date = note.dates.iter().find(|date| date.kind != DateKind::Published).expect("a day");
    assert_eq!(date.date.to_string(), "2026-01-19", "the figures stay as printed");
    assert_eq!((date.weekday.as_deref(), date.weekday_agrees), (Some("Selasa"), Some(false)));
    assert_eq!(date.as_printed, "Selasa (19/01/2026)");
}

#[test]
fn days_told_from_the_day_of_publication() {
    assert_eq!(days("Pasar dibuka hari ini."), day("2026-01-20", None));
    assert_eq!(days("Pasar dibuka kemarin."), day("2026-01-19", None));
    assert_eq!(days("Pasar dibuka kemarin lusa."), day("2026-01-18", None));
    assert_eq!(days("Pasar dibuka besok."), day("2026-01-21", None));
}

#[test]
fn a_weekday_alone_is_the_last_one_before_publication() {
    assert_eq!(days("Pasar dibuka Kamis lalu."), day("2026-01-15", Some(true)));
    assert_eq!(days("Pasar dibuka pada Senin."), day("2026-01-19", Some(true)));
    assert_eq!(days("Pasar dibuka Selasa."), day("2026-01-20", Some(true)));
    assert_eq!(days("Pasar dibuka Jumat mendatang."), day("2026-01-23", Some(true)));
}

#[test]
fn friday_and_sunday_in_their_other_spellings() {
    assert_eq!(days("Salat digelar Jum'at (16/1/2026)."), day("2026-01-16", Some(true)));
    assert_eq!(days("Salat digelar Jum’at (16/1/2026)."), day("2026-01-16", Some(true)));
    assert_eq!(days("Pawai digelar Ahad (18/1/2026)."), day("2026-01-18", Some(true)));
}

#[test]
fn a_part_of_the_day_stands_between_weekday_and_figures() {
    assert_eq!(days("Api padam Sabtu malam (17/1/2026)."), day("2026-01-17", Some(true)));
    assert_eq!(days("Api padam Minggu dini hari (18/1/2026)."), day("2026-01-18", Some(true)));
    assert_eq!(days("Api padam Minggu (18/1/2026) dini hari."), day("2026-01-18", Some(true)));
}

#[test]
fn a_time_of_day_in_any_zone_is_no_day() {
    for zone in ["WIB", "WITA", "WIT"] {
        let raw = format!("Apel dimulai Senin (19/1/2026) pukul 08.15 {zone} sampai 10.30 {zone}.");
        assert_eq!(days(&raw), day("2026-01-19", Some(true)), "{raw}");
    }
}

#[test]
fn figures_that_are_no_days() {
    for raw in [
        "Tim itu menang 2/1 atas lawannya.",
        "Pasal 5/2 berlaku untuk semua.",
        "Nomor surat 31/02/2026 salah.",
        "Harga naik Rp 10.000 menjadi Rp 12.500.",
        "Tinggi air 1,5 meter, luas 3/4 hektare.",
    ] {
        assert_eq!(days(raw), Vec::new(), "{raw}");
    }
}

#[test]
fn the_first_day_of_several() {
    for raw in [
        "Lomba digelar 14-16 Januari 2026.",
        "Lomba digelar 14–16 Januari 2026.",
        "Lomba digelar pada 14 sampai 16 Januari 2026.",
        "Lomba digelar 14 hingga 16 Januari 2026.",
        "Lomba digelar 14 s.d. 16 Januari 2026.",
    ] {
        assert_eq!(event(raw).as_deref(), Some("2026-01-14"), "{raw}");
    }
}

#[test]
fn what_happened_and_what_was_said_are_told_apart() {
    let note = article(
        "Gudang beras di Desa Sukamaju terbakar, Minggu (18/1/2026).\n\"Api sudah padam,\" kata Kapolsek Sukaraya AKP \
         Budi Karyono saat ditemui, Senin (19/1/2026).",
    );
    let kinds: Vec<(DateKind, String)> = note.dates.iter().map(|date| (date.kind, date.date.to_string())).collect();
    assert_eq!(
        kinds,
        [
            (DateKind::Published, "2026-01-20".to_owned()),
            (DateKind::Happened, "2026-01-18".to_owned()),
            (DateKind::Said, "2026-01-19".to_owned())
        ]
    );
    assert_eq!(note.event_date().map(|date| date.to_string()).as_deref(), Some("2026-01-18"));
}

#[test]
fn where_only_a_statement_is_dated_that_is_the_day() {
    assert_eq!(
        event("Harga cabai naik di pasar.\n\"Stok menipis,\" ujar Sari Dewi, Senin (19/1/2026).").as_deref(),
        Some("2026-01-19")
    );
    assert_eq!(
        event("Camat Sukaraya Sari Dewi mengatakan jalan akan diperbaiki, Senin (19/1/2026).").as_deref(),
        Some("2026-01-19")
    );
}

#[test]
fn an_earlier_event_is_background() {
    for raw in [
        "Camat Sukaraya Sari Dewi memimpin apel, Senin (19/1/2026).\nSebelumnya, apel digelar pada Rabu (7/1/2026).",
        "Sejak dilantik pada Kamis (3/7/2025), Camat Sukaraya Sari Dewi sering turun. Ia memimpin apel, Senin (19/1/2026).",
        "Sidang lanjutan digelar Senin (19/1/2026). Diberitakan sebelumnya, Budi Karyono ditangkap, Rabu (7/1/2026).",
        "Warga mengeluh.\nSeperti diketahui, banjir melanda Sukaraya pada Jumat (9/1/2026).\n\"Tanggul dibangun lagi,\" kata Sari Dewi, Senin (19/1/2026).",
    ] {
        assert_eq!(event(raw).as_deref(), Some("2026-01-19"), "{raw}");
    }
}

#[test]
fn a_plan_is_not_the_day_on_which_it_was_announced() {
    for raw in [
        "Pasar malam akan digelar Sabtu (24/1/2026).\n\"Semua siap,\" kata Sari Dewi, Senin (19/1/2026).",
        "Pasar malam dijadwalkan dibuka Sabtu, 24 Januari 2026, kata Sari Dewi, Senin (19/1/2026).",
    ] {
        assert_eq!(event(raw).as_deref(), Some("2026-01-19"), "{raw}");
    }
    let only = "Pasar malam akan digelar pada Sabtu, 24 Januari 2026, di alun-alun.";
    assert_eq!(event(only).as_deref(), Some("2026-01-24"), "the only day there is");
}

#[test]
fn the_day_of_a_letter_or_a_law_is_no_event() {
    assert_eq!(
        event(
            "Pasar itu ditutup berdasarkan Surat Edaran Nomor 12 tanggal 3 Januari 2026.\nPetugas menyegel kios, Senin \
             (19/1/2026)."
        )
        .as_deref(),
        Some("2026-01-19")
    );
    assert_eq!(
        event("Sesuai Keputusan Nomor 7 Tahun 2025 tertanggal 30 Desember 2025, kios disegel pada Senin (19/1/2026).")
            .as_deref(),
        Some("2026-01-19")
    );
}

#[test]
fn a_birthday_is_no_event() {
    let raw = "Sari Dewi, kelahiran Sukaraya, 5 Mei 1987, menjadi camat. Ia dilantik Senin (19/1/2026).";
    assert_eq!(event(raw).as_deref(), Some("2026-01-19"));
    let born = "Budi Karyono lahir pada 5 Mei 1987 di Sukaraya. Ia membuka lomba pada Senin (19/1/2026).";
    assert_eq!(event(born).as_deref(), Some("2026-01-19"));
}

#[test]
fn today_inside_a_quotation_dates_nothing() {
    assert_eq!(days("\"Hari ini kita menanam, besok kita memetik,\" kata Sari Dewi."), Vec::new());
}

#[test]
fn the_day_in_the_same_sentence_as_a_source_is_that_of_the_statement() {
    let note = article("Berdasarkan keterangan tertulis yang diterima, Senin (19/1/2026), pasar itu ramai.");
    let date = note.dates.iter().find(|date| date.kind != DateKind::Published).expect("a day");
    assert_eq!(date.kind, DateKind::Said);
}

#[test]
fn without_a_day_of_publication_the_printed_year_helps_those_without() {
    let (sources, _) = read("article.txt", "Lomba dibuka Senin (19/1/2026) dan ditutup Rabu (21/1).".as_bytes());
    let note = annotate(&sources[0]);
    let printed: Vec<String> = note.dates.iter().map(|date| date.date.to_string()).collect();
    assert_eq!(printed, ["2026-01-19", "2026-01-21"]);
}

#[test]
fn a_month_in_short_form() {
    assert_eq!(days("Apel digelar Jumat, 26 Sept 2025."), day("2025-09-26", Some(true)));
    assert_eq!(days("Apel digelar Jumat, 26 Sep. 2025."), day("2025-09-26", Some(true)));
}

#[test]
fn the_page_can_show_a_clash() {
    let raw = "---\ndate: 2026-01-20\n---\n\nCamat Sukaraya Sari Dewi memimpin apel, Selasa (19/01/2026).\n";
    let pressed = jejak_press::press(std::iter::once(("clash.md".to_owned(), raw.as_bytes().to_vec())));
    let dates = &pressed.archive.articles[0].dates;
    let clash = dates.iter().find(|date| date.weekday_agrees == Some(false)).expect("kept in the archive");
    assert_eq!((clash.weekday.as_deref(), clash.date.to_string().as_str()), (Some("Selasa"), "2026-01-19"));
}
