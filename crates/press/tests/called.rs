//! Who is called what: short names, glued names and the firms before them, in sentences made up for it.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

mod speaking;

use speaking::expect;

#[test]
fn a_blend_or_the_initials_of_a_name_are_its_bearer() {
    expect("Menteri Sari Karyono hadir. \"Kami siap membantu warga,\" kata Sarkar.", &["Sari Karyono"]);
    expect("Menteri Sari Dewi Karyono hadir. \"Kami siap membantu warga,\" kata SDK.", &["Sari Dewi Karyono"]);
    expect("Atlet Sari Dewi Karyono menang. \"Saya senang bisa menang,\" kata Sari DK.", &["Sari Dewi Karyono"]);
    expect("Mantan Presiden Joko Widodo hadir. \"Kami siap membantu warga,\" kata Jokowi.", &["Joko Widodo"]);
}

#[test]
fn a_short_name_without_its_full_one_stays() {
    expect("Acara itu ramai. \"Kami siap membantu warga,\" kata Jokowi.", &["Jokowi"]);
}

#[test]
fn a_small_word_glued_behind_a_name_that_stands_elsewhere() {
    expect("Artis Sari Kartonoturun ke sawah. \"Saya senang bisa panen,\" kata Sari Kartono.", &["Sari Kartono"]);
    expect("Artis Sari Kartonoyang baru pulang hadir. \"Saya senang bisa panen,\" katanya.", &["Sari Kartono"]);
}

#[test]
fn a_place_glued_before_a_name() {
    expect("JakartaSari Kartono hadir. \"Saya senang bisa panen,\" kata Sari Kartono.", &["Sari Kartono"]);
}

#[test]
fn a_firm_a_club_and_an_english_body_before_a_name() {
    for raw in [
        "\"Kami siap meluncurkan ponsel itu,\" kata CEO Nvidia Sari Kartono.",
        "\"Kami siap bertanding di sini,\" kata pelatih Arema FC Sari Kartono.",
        "\"Kami siap meneliti hal itu,\" kata peneliti dari Karmaya Medical School Sari Kartono.",
        "\"Kami siap bertanding di sini,\" kata kapten Jepang Sari Kartono Hadi.",
    ] {
        let name = if raw.ends_with("Hadi.") { "Sari Kartono Hadi" } else { "Sari Kartono" };
        expect(raw, &[name]);
    }
}

#[test]
fn a_firm_that_says_something_is_a_body() {
    expect("Ponsel itu laris. \"Kami siap meluncurkan ponsel itu,\" kata Xiaomi.", &["Xiaomi"]);
    expect("Xiaomi juga menyatakan, \"Kami siap meluncurkan ponsel itu.\"", &["Xiaomi"]);
}

#[test]
fn a_title_glued_to_a_name_by_its_full_stop() {
    expect("\"Kami siap membantu warga,\" kata Wakil Wali Kota Hj.Sartika, Senin.", &["Sartika"]);
}

#[test]
fn the_full_name_stands_once_with_nothing_beside_it() {
    expect(
        "Warga menyambut Sartika Wattimuna di balai desa. \"Saya senang bisa pulang,\" kata Sartika.",
        &["Sartika Wattimuna"],
    );
}

#[test]
fn a_link_that_ends_in_front_of_an_office_leaves_the_name_whole() {
    expect(
        "Warga menanam padi. Baca juga: Warga Panen Padi di Sawah Direktur Karmaya Sartika Wattimuna menilai panen itu \
         baik. \"Saya senang bisa panen,\" kata Sartika.",
        &["Sartika Wattimuna"],
    );
}

#[test]
fn a_pet_name_that_begins_like_the_name_of_one_person() {
    expect("Menteri Benjamin Kartono hadir. \"Kami siap membantu warga di sana,\" kata Benny.", &["Benjamin Kartono"]);
}

#[test]
fn a_source_is_nobody_and_a_club_is_a_body() {
    expect("Camat Sari Kartono hadir. \"Kami siap membantu warga di sana,\" kata sumber tersebut.", &["nobody"]);
    expect("\"Selamat datang di klub ini, kawan,\" tulis Sukaraya FC.", &["Sukaraya FC"]);
}

#[test]
fn a_name_glued_to_a_word_in_a_sentence_that_stands_twice() {
    let line = "Menteri Sosial Sari Kartonobuka suara soal itu.";
    expect(
        &format!(
            "Warga berkumpul.\nIa hadir. {line}\nTerpisah, {line}\n\"Kami siap membantu warga di sana,\" kata Sari."
        ),
        &["Sari Kartono"],
    );
}

#[test]
fn a_number_behind_what_is_counted_is_no_initial() {
    expect(
        "Kepala Satgas Wilayah V Sari Kartono hadir. \"Kami siap membantu warga di sana,\" kata Sari Kartono.",
        &["Sari Kartono"],
    );
}

#[test]
fn a_nickname_in_marks_inside_a_name() {
    let name = "Sari 'Deksa' Karyono";
    expect(&format!("Pembalap {name} belum menang. \"Kami masih lambat di sini,\" sebut Deksa."), &[name]);
}

#[test]
fn initials_with_stops_inside_a_name() {
    expect(
        "Kapolres Kombes Sari E.P. Karyono hadir. \"Operasi ini digelar malam,\" kata Sari.",
        &["Sari E.P. Karyono"],
    );
    expect("Acara dihadiri Sari E.P. Kemudian warga pulang. \"Operasi ini digelar,\" kata Sari.", &["Sari E.P"]);
}

#[test]
fn a_name_that_doubles_a_letter_of_another() {
    expect(
        "Sutradara Dana Farrah hadir. \"Saya percaya orang itu,\" klaim Farrah. \"Ia takut,\" pungkas Farah.",
        &["Dana Farrah"; 2],
    );
}

#[test]
fn a_rank_a_firm_and_an_area_before_a_name() {
    for raw in [
        "\"Pelat itu belum diganti,\" kata Kainduk PJR Tol Karmaya Kompol Sari Kartono saat dihubungi.",
        "Chairman KT Corp Sari Kartono hadir. \"Usaha itu harus dimulai,\" kata Sari.",
        "Perdana Menteri Malaysia Sari Kartono hadir. Sari bilang Malaysia siap. \"Kami siap membantu,\" kata Sari.",
        "KomisionerKompolnasSari Kartono hadir. \"Kami siap membantu,\" kata Sari.",
        "\"Terdakwa melanggar aturan itu,\" ujar Asisten Jaksa Agung Sari Kartono.",
    ] {
        expect(raw, &["Sari Kartono"]);
    }
}

#[test]
fn an_abbreviation_ends_its_sentence_without_a_space() {
    expect(
        "Rudal ditembakkan. \"Rudal itu berbahaya sekali,\" demikian pernyataan dari KRGM.Meski begitu, hujan.",
        &["KRGM"],
    );
}

#[test]
fn a_full_name_that_only_the_headline_prints() {
    let article = |title: &str| {
        format!("---\ntitle: {title}\n---\n\n\"Kami siap membantu warga,\" kata Karyono. Karyono pulang.")
    };
    let found = |title: &str| speaking::speakers_of("article.md", &article(title));
    assert_eq!(found("Ahmad Karyono Sebut Pasar Siap"), ["Ahmad Karyono"]);
    assert_eq!(found("Warga Senang, Ahmad Karyono Bicara"), ["Ahmad Karyono"]);
    assert_eq!(found("Jawaban Karyono soal Pasar"), ["Karyono"]);
    assert_eq!(found("Menanti Janji Karyono"), ["Karyono"]);
}

#[test]
fn a_first_name_that_is_a_word_of_the_language() {
    expect("Ponsel itu dibuat semasa Tim Karlo di sana. \"Kami siap membantu,\" kata Karlo.", &["Tim Karlo"]);
}

#[test]
fn a_wife_is_not_the_full_name_of_her_husband() {
    let raw = "Irjen Sari Karyono hadir bersama Ny. Eka Sari Karyono. Irjen Sari Karyono senang. \"Kami siap,\" kata Irjen Sari.";
    expect(raw, &["Sari Karyono"]);
}
