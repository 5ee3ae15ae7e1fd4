//! A release in several outlets is one text, and what was said in it was said once.

#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use jejak_archive::model::Archive;
use jejak_press::copies::{copies, differing, printings};
use jejak_press::press;

const RELEASE: &str = "“Pasar ini milik semua warga kota,” kata Camat Metro Pusat Sari Dewi Lestari. Pedagang kembali membuka \
    kios sejak pagi dan pembeli datang dari lima kelurahan, sementara petugas mengatur kendaraan di jalan depan pasar hingga \
    sore. Camat berharap retribusi tidak naik sampai akhir tahun dan meminta pengelola menjaga kebersihan selokan.";

fn archive(articles: &[(&str, &str, &str, String)]) -> Archive {
    let files = articles.iter().map(|(id, day, outlet, text)| {
        let text = format!("---\njudul: Kabar {id}\ntanggal: {day}\nsumber: {outlet}\n---\n{text}\n");
        (format!("{id}.md"), text.into_bytes())
    });
    press(files).archive
}

fn ids(archive: &Archive, places: impl IntoIterator<Item = u32>) -> Vec<&str> {
    places.into_iter().map(|at| archive.articles[at as usize].id.as_str()).collect()
}

#[test]
fn the_oldest_copy_is_named_first_and_the_words_of_the_others_that_differ_are_marked() {
    let edited = RELEASE.replace("lima kelurahan", "tujuh kelurahan");
    let archive = archive(&[
        ("c", "2026-03-04", "Kabar Uji", format!("{edited} Acara ditutup doa bersama.")),
        ("a", "2026-03-03", "Warta Uji", edited.clone()),
        ("b", "2026-03-02", "Siaran Kota", RELEASE.to_string()),
        (
            "d",
            "2026-03-02",
            "Kabar Uji",
            "Hujan deras turun di Metro Utara sejak malam dan warga menutup saluran.".to_string(),
        ),
    ]);
    let found = copies(&archive);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(ids(&archive, found[0].articles.iter().copied()), ["b", "a", "c"]);
    assert_eq!(archive.copies, found, "the archive holds them");
    let text = |id: &str| archive.articles.iter().find(|one| one.id == id).expect("it").text.as_str();
    let marked = |id: &'static str| -> Vec<&str> {
        differing(text("b"), text(id)).into_iter().map(|span| span.of(text(id))).collect()
    };
    assert_eq!(marked("a"), ["tujuh"]);
    assert_eq!(marked("c"), ["tujuh", "Acara ditutup doa bersama"]);
}

#[test]
fn one_statement_has_several_printings() {
    let other = "“Pasar ini milik semua warga kota,” kata Camat Metro Pusat Sari Dewi Lestari. “Kami siap,” ujarnya.";
    let nobody = "Ia tertulis di spanduk: “Pasar ini milik semua warga kota” dan dibaca orang yang lewat di jalan itu.";
    let archive = archive(&[
        ("a", "2026-03-03", "Warta Uji", other.to_string()),
        ("b", "2026-03-02", "Siaran Kota", RELEASE.to_string()),
        ("c", "2026-03-05", "Kabar Uji", "“Kami siap,” kata Lurah Yosorejo Budi Karyono.".to_string()),
        ("d", "2026-03-06", "Kabar Uji", nobody.to_string()),
    ]);
    let found = printings(&archive);
    assert_eq!(found.len(), 1, "two words are said often: {found:?}");
    assert_eq!(archive.printings, found, "the archive holds them");
    let places = ids(&archive, found[0].iter().map(|one| one.article));
    assert_eq!(places[..2], ["b", "a"], "the oldest first");
    let first = &archive.articles[found[0][0].article as usize];
    let said = &first.quotes[found[0][0].quote as usize];
    assert_eq!(said.span.of(&first.text), "Pasar ini milik semua warga kota");
}

#[test]
fn the_same_words_of_two_people_are_two_statements() {
    let said = |office: &str, name: &str| format!("“Mari kita jaga kota kita bersama,” kata {office} {name}, Senin.");
    let archive = archive(&[
        ("a", "2026-03-01", "Warta Uji", said("Lurah Yosorejo", "Budi Karyono Putra")),
        ("b", "2026-03-02", "Warta Uji", said("Camat Metro Pusat", "Sari Dewi Lestari")),
        ("c", "2026-03-03", "Kabar Uji", said("Camat Metro Pusat", "Sari Dewi Lestari")),
    ]);
    let found = printings(&archive);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(ids(&archive, found[0].iter().map(|one| one.article)), ["b", "c"]);
}
