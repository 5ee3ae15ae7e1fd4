//! Speakers who are described before they are named, or not named at all: people behind a comma, those a description
//! points back at, and bodies that go by a noun.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

mod speaking;

use speaking::expect;

#[test]
fn a_name_behind_the_comma_that_ends_a_description() {
    for raw in [
        "\"Saya tanya, ia mengaku sakit perut,\" ujar ayah korban, Darno Karyono (34) saat ditemui, Kamis (9/10/2025).",
        "\"Tubuh mereka akan kelelahan,\" jelas dokter dan psikiater di Klinik Karmaya, Darno Karyono, dilansir dari Suka.",
        "\"Tidur itu tujuh jam,\" ucap dokter spesialis paru di Karmaya Health di Sukaville, Maryland, Darno Karyono, dikutip Rabu.",
        "\"Itu bukan hal berbahaya,\" kata ahli biologi dari University of Karmaya, Sukaley, Darno Karyono, yang membaca dokumen.",
        "\"Kami minta Presiden turun tangan,\" ujar Salah satu keluarga korban, Darno Karyono.",
        "\"Hak kami belum dibayar semua,\" kata keluarga korban lainnya, Darno Karyono. Darno menambahkan, ia menunggu.",
        "\"Kami senang ada bantuan ini,\" ungkap transmigran asal Kecamatan Sukamaju, Kabupaten Sukabumi Darno Karyono, Rabu.",
        "\"Runtuhan itu memicu gelombang,\" sebut ahli geofisika Karmaya College dan penulis studi tersebut, Darno Karyono yang dikutip Suka.",
    ] {
        expect(raw, &["Darno Karyono"]);
    }
}

#[test]
fn a_single_name_behind_a_description() {
    expect(
        "\"Lomba ini membawa semangat,\" ujar penyelenggara Suka Open 2026, Farna, dalam keterangannya.",
        &["Farna"],
    );
    expect(
        "\"Gua itu bukan milik siapa pun,\" kata seorang penyelamat asal Laos, Baena yang turun ke sana.",
        &["Baena"],
    );
    expect(
        "\"Cabang baru kami dibuka di sini,\" kata Deputy General Manager Business Unit Karma, Wiliam melalui siaran pers.",
        &["Wiliam"],
    );
    // Behind `di` stands a place.
    expect("\"Kami siap membantu semua,\" kata petugas di Gang Mawar, Cipetang, Senin.", &["office"]);
}

#[test]
fn a_description_that_points_back() {
    for raw in [
        "Sari Dewi mengimbau warga. \"Anak jangan makan gula,\" ucap dokter yang tergabung dalam Persatuan Dokter (PD) ini.",
        "Sari Dewi menilai demo itu wajar. \"Ada jarak antara partai dan warga,\" kata Doktor Ilmu Politik UK tersebut.",
        "Sari Dewi menjelaskan soal itu. \"Posisi federasi itu jelas,\" tegas wasit/juri tinju yang memimpin di Olimpiade Suka 2020 itu.",
        "Sari Dewi menyebut udara buruk. \"Tetaplah di dalam ruangan,\" kata dokter yang juga menjabat sebagai Ketua Satgas Perhimpunan Dokter (PD) tersebut.",
        "Sari Dewi mengatakan siap. \"Proyek ini membebani kami,\" lanjut sang perdana menteri.",
    ] {
        let found = speaking::speakers(raw);
        assert_eq!(found, ["Sari Dewi"], "{raw}");
    }
    expect("\"Ini anak saya sendiri,\" kata sang ibu. Sari Dewi hadir di sana.", &["nobody"]);
}

#[test]
fn a_body_that_goes_by_a_noun() {
    expect(
        "Dewan Federal Karmaya punya aturan. \"Penyedia harus patuh,\" kata dewan tersebut.",
        &["Dewan Federal Karmaya"],
    );
    expect(
        "Hal itu dibuat PT Karmaya Jaya. \"Ini kapal generasi baru,\" kata perusahaan itu. \"Kami siap,\" tambahnya.",
        &["PT Karmaya Jaya", "PT Karmaya Jaya"],
    );
    expect(
        "PT Karmaya Realty menjual saham. \"Kami menjual saham itu,\" kata Perseroan, Senin.",
        &["PT Karmaya Realty"],
    );
    expect(
        "Kementerian Luar Negeri Karmaya hadir. \"Ada cara lain untuk itu,\" tambah kementerian, Senin.",
        &["Kementerian Luar Negeri Karmaya"],
    );
    expect("Komisi Karmaya hadir. \"Ada cara lain untuk itu,\" kata perusahaan itu.", &["nobody"]);
}

#[test]
fn a_body_that_is_described() {
    expect(
        "\"Staf kami mencegat rudal,\" kata militer Kuwait. \"Warga diminta patuh,\" tambahnya.",
        &["militer Kuwait", "militer Kuwait"],
    );
    expect("\"Tindakan itu melanggar hukum,\" demikian bunyi pernyataan militer China pada Rabu.", &["militer China"]);
    expect("\"Patung itu dibuat tahun 1906,\" kata balai lelang Rouvilac dalam pernyataan.", &["Rouvilac"]);
    expect("\"Kapal itu belum berlayar,\" kata kantor berita negara Iran, Senin.", &["nobody"]);
    expect("\"Kami siap menjaga warga,\" kata polisi Budi Santoso, Senin.", &["Budi Santoso"]);
}

#[test]
fn a_body_that_asks_goes_on_speaking() {
    expect("Pemkot Medan meminta maaf kepada warga. \"Mohon maaf atas hal ini,\" imbuhnya.", &["Pemkot Medan"]);
}

#[test]
fn whose_somebody_is_does_not_speak() {
    let raw = "Budi Karyono hadir bersama Sari Dewi. Budi Karyono mengatakan siap. \"Belajarlah banyak,\" kata mantan suami Sari Dewi itu.";
    expect(raw, &["Budi Karyono"]);
    expect("Aturan itu baru. \"Ekspor diatur di sini,\" tulis Bab V Pasal 6 huruf c peraturan itu.", &["nobody"]);
}
