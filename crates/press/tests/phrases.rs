//! Offices said in long phrases, and the bodies in which they are held: one mechanism a test, in sentences made up for it.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use jejak_press::annotate::annotate;
use jejak_press::read::read;

/// Who holds an office, and which: `name: office @ body`.
fn holders(raw: &str) -> Vec<String> {
    let (sources, problems) = read("article.txt", raw.as_bytes());
    assert!(problems.is_empty(), "{problems:?}");
    let note = annotate(&sources[0]);
    let offices = |person: &jejak_press::annotate::PersonNote| -> Vec<String> {
        let name = person.name.clone();
        let said = |role: &jejak_press::annotate::RoleNote| match &role.organisation {
            Some(body) => format!("{name}: {} @ {body}", role.office),
            None => format!("{name}: {}", role.office),
        };
        person.roles.iter().map(said).collect()
    };
    note.people.iter().flat_map(offices).collect()
}

fn expect(raw: &str, wanted: &[&str]) {
    assert_eq!(holders(raw), wanted, "{raw}");
}

#[test]
fn a_comma_closes_a_phrase_whose_words_no_list_has() {
    expect(
        "Pakar keamanan jaringan dan perangkat dari Karyacom, Sari Hardana, menyebutkan dua cara.",
        &["Sari Hardana: Pakar keamanan jaringan dan perangkat @ Karyacom"],
    );
    expect(
        "\"Aman,\" kata peneliti pascadoktoral di Pusat Kajian Angin Universitas Karmaya, Budi Kartono.",
        &["Budi Kartono: Peneliti pascadoktoral @ Pusat Kajian Angin Universitas Karmaya"],
    );
    expect(
        "Direktur Utama PT Asuransi Karmaya Kredit (Karmakrindo), M. Sari Hardana, mengungkapkan laba itu.",
        &["M. Sari Hardana: Direktur Utama @ PT Asuransi Karmaya Kredit (Karmakrindo)"],
    );
    expect(
        "Dokter Spesialis Bedah Saraf di Rumah Sakit Karmaya dr. Sari Hardana, Sp.BS menjelaskan hal itu.",
        &["Sari Hardana: Dokter Spesialis Bedah Saraf @ Rumah Sakit Karmaya"],
    );
}

#[test]
fn what_an_election_or_a_day_adds_is_no_part_of_the_body() {
    expect(
        "Wakil Ketua Komisi VI DPR Fraksi Partai Karya Sari Hardana meminta hal itu.",
        &["Sari Hardana: Wakil Ketua Komisi VI @ DPR"],
    );
    expect("Anggota DPR RI Dapil Maluku Sari Hardana meminta hal itu.", &["Sari Hardana: Anggota DPR @ DPR RI"]);
}

#[test]
fn an_abbreviation_of_the_office_is_no_part_of_the_body() {
    expect(
        "Menteri Koordinator Bidang Pangan (Menko Pangan) Sari Hardana meminta hal itu.",
        &["Sari Hardana: Menteri Koordinator Bidang Pangan"],
    );
    expect(
        "Kepala Seksi Intelijen (Kasi Intel) Kejari Lembata, Sari Hardana, mengatakan hal itu.",
        &["Sari Hardana: Kepala Seksi Intelijen @ Kejari Lembata"],
    );
    expect(
        "Menteri Luar Negeri RI (Menlu RI) Sari Hardana meminta hal itu.",
        &["Sari Hardana: Menteri Luar Negeri @ RI"],
    );
}

#[test]
fn a_national_body_is_named_by_its_office() {
    expect("Kapolri Jenderal Sari Hardana mengatakan hal itu.", &["Sari Hardana: Kapolri @ Polri"]);
    expect("Wakil Ketua DPR Sari Hardana mengatakan hal itu.", &["Sari Hardana: Wakil Ketua DPR @ DPR"]);
}

#[test]
fn a_field_behind_the_body_belongs_to_the_office() {
    expect(
        "Staf Ahli Gubernur NTT Bidang Politik Sari Hardana mengatakan hal itu.",
        &["Sari Hardana: Staf Ahli Gubernur Bidang Politik @ NTT"],
    );
    expect(
        "Ketua Asosiasi Perusahaan Karya Indonesia (APKI) Sari Hardana mengatakan hal itu.",
        &["Sari Hardana: Ketua @ Asosiasi Perusahaan Karya Indonesia (APKI)"],
    );
    expect("Wakil Menkeu Sari Hardana mengatakan hal itu.", &["Sari Hardana: Wakil Menteri Keuangan"]);
}

#[test]
fn who_acts_in_an_office_stands_before_it() {
    expect(
        "\"Siap,\" tutur Sari Hardana selaku Ketua Penyelenggara Pameran Karmaya.",
        &["Sari Hardana: Ketua @ Penyelenggara Pameran Karmaya"],
    );
    expect(
        "Penyanyi sekaligus anggota DPR RI, Sari Hardana, mengatakan hal itu.",
        &["Sari Hardana: Penyanyi", "Sari Hardana: Anggota DPR @ DPR RI"],
    );
}

#[test]
fn a_rank_says_where_the_name_begins() {
    expect(
        "Kasat Reskrim Polresta Sleman, AKP Wahyu Sari Hardana, mengatakan hal itu. \"Ya,\" kata Sari.",
        &["Wahyu Sari Hardana: Kasat Reskrim @ Polresta Sleman"],
    );
}

#[test]
fn words_of_things_hold_no_office() {
    expect("Petugas Karyasec datang. Sopir Karyamax itu pergi.", &[]);
    expect("Klub itu kehilangan kiper incarannya, Sari Hardana.", &[]);
}

#[test]
fn a_firm_that_speaks_elsewhere_is_not_its_head() {
    expect(
        "Karmaya Ventures mengatakan siap. \"Maju,\" kata CEO Karmaya Ventures, Sari Hardana dalam keterangan.",
        &["Sari Hardana: CEO @ Karmaya Ventures"],
    );
    expect(
        "Karmaya menyebut harganya. \"Siap,\" ujar Sari Hardana, Chief Marketing Officer Karmaya Indonesia.",
        &["Sari Hardana: Chief Marketing Officer @ Karmaya Indonesia"],
    );
    expect(
        "\"Siap,\" ujar Corporate Secretary KRM, Jan Hardana saat dihubungi.",
        &["Jan Hardana: Corporate Secretary @ KRM"],
    );
}

#[test]
fn a_new_holder_is_named_as_one() {
    expect(
        "Sumpah rektor baru UPK Didi Hardana ramai dibahas. Jabatan beralih ke Didi Hardana.",
        &["Didi Hardana: Rektor @ UPK"],
    );
}
