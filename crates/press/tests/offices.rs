//! Offices as articles show them, and as an archive puts them together.

use jejak_press::{Pressed, press};

fn archive(articles: &[&str]) -> Pressed {
    press(articles.iter().enumerate().map(|(i, text)| (format!("{i}.txt"), text.as_bytes().to_vec())))
}

/// The offices of the one person whom the articles name.
fn offices(articles: &[&str]) -> Vec<(String, Option<String>)> {
    let pressed = archive(articles);
    let people: Vec<_> = pressed.archive.people.iter().filter(|person| !person.roles.is_empty()).collect();
    assert_eq!(people.len(), 1, "{people:?}");
    people[0].roles.iter().map(|role| (role.office.clone(), role.organisation.clone())).collect()
}

#[test]
fn the_next_sentence_is_no_part_of_an_office() {
    let held = offices(&[
        "Wali Kota Metro Surya Hardana memimpin apel. \"Semua warga bisa melihat,\" kata Wali Kota Metro. Karena \
         itu, ia meminta pegawai terbuka.",
    ]);
    assert_eq!(held, [("Wali Kota".to_owned(), Some("Kota Metro".to_owned()))]);
}

#[test]
fn the_number_of_a_letter_is_no_part_of_the_office_that_sent_it() {
    let held = offices(&[
        "Pesta kembang api dilarang menurut Surat Edaran Wali Kota Metro No. 5 Tahun 2025, Rabu (24/12/2025). Wali \
         Kota Metro Surya Hardana meminta warga patuh.",
    ]);
    assert_eq!(held, [("Wali Kota".to_owned(), Some("Kota Metro".to_owned()))]);
}

#[test]
fn an_archive_names_an_office_as_most_articles_do() {
    let usual = "Ketua DPRD Kota Metro Surya Hardana membuka sidang, Senin (5/1/2026).";
    let short = "Ketua DPRD Surya Hardana membuka rapat, Selasa (6/1/2026).";
    let held = offices(&[usual, short, usual]);
    assert_eq!(held.len(), 1, "{held:?}");
    assert_eq!(held[0].1.as_deref(), Some("DPRD Kota Metro"));
}
