//! Terms, titles, names of programmes and scare quotes are no statements.

use super::{Case, check};

const CASES: &[Case] = &[
    ("a term", "Warga menyebutnya \"kota hijau\" sejak lama.", &[]),
    ("a scare quote", "Harga \"miring\" itu menarik warga.", &[]),
    ("the title of a book", "Sari Dewi menulis buku berjudul \"Jalan Pulang ke Kampung Halaman\".", &[]),
    ("the title of a film", "Film \"Hujan di Bulan Juli\" diputar di aula.", &[]),
    ("the title of a song", "Sari Dewi menyanyikan lagu \"Tanah Air Kami\" di panggung.", &[]),
    ("the name of a programme", "Program \"Gerakan Bersih Pasar Kita\" dimulai Senin.", &[]),
    ("a motto", "Lomba itu bertema \"menanam untuk masa depan\" tahun ini.", &[]),
    (
        "a name explained by its abbreviation",
        "Sari Dewi menjelaskan \"Gerakan Tanam Cabai\" (Gertabai) di kantornya.",
        &[],
    ),
    ("a nickname", "Budi \"Si Kancil\" Karyono menang lagi.", &[]),
    ("the name of an account", "Akun \"Info Sukaraya\" mengunggah gambar itu.", &[]),
    ("a word spoken of as a word", "Kata \"merdeka\" ditulis di tembok itu.", &[]),
    ("a slogan on a banner", "Spanduk bertuliskan \"Selamat Datang di Kota Kami\" dipasang.", &[]),
    ("a link to another article", "Artikel ini tayang dengan judul \"Warga Sukaraya Menanam Pohon\".", &[]),
    ("the name of a dish", "Warung itu menjual \"mi setan\" dan kopi.", &[]),
    ("a fragment without a cue", "Warga menanam \"pohon yang tidak pernah berbuah\".", &[]),
    ("inches", "Layar 9,96\" dan layar penutup 6,54\" dipasang.", &[]),
    ("a category of a contest", "Sari Dewi meraih juara kategori \"Inovasi Pelayanan Publik Terbaik\".", &[]),
    ("a button of an app", "Pilih menu \"Masuk\" lalu isi data.", &[]),
    ("a term behind disebut", "Wilayah itu disebut \"daerah perang\" oleh mereka.", &[]),
    ("a page whose name a noun like a cue follows", "Dalam halaman \"Cari Sari\", kabar gembira itu diumumkan.", &[]),
];

#[test]
fn terms_and_titles_are_no_statements() {
    check(CASES);
}
