//! Two and more speakers in one article: each has what is theirs.

use super::{Case, check};

const CASES: &[Case] = &[
    (
        "two speakers by name",
        "\"Jalan itu rusak,\" kata Sari Dewi.\n\"Jembatan itu kuat,\" kata Budi Karyono.",
        &[("Jalan itu rusak", "Sari Dewi"), ("Jembatan itu kuat", "Budi Karyono")],
    ),
    (
        "-nya follows the second",
        "\"Jalan itu rusak,\" kata Sari Dewi.\n\"Jembatan itu kuat,\" kata Budi Karyono.\n\"Sabar dulu,\" ujarnya.",
        &[("Jalan itu rusak", "Sari Dewi"), ("Jembatan itu kuat", "Budi Karyono"), ("Sabar dulu", "Budi Karyono")],
    ),
    (
        "the first speaks again by half a name",
        "\"Jalan itu rusak,\" kata Sari Dewi.\n\"Jembatan itu kuat,\" kata Budi Karyono.\n\"Sabar dulu,\" ujar Sari.",
        &[("Jalan itu rusak", "Sari Dewi"), ("Jembatan itu kuat", "Budi Karyono"), ("Sabar dulu", "Sari Dewi")],
    ),
    (
        "sementara itu brings another",
        "\"Jalan itu rusak,\" kata Sari Dewi.\nSementara itu, Budi Karyono mengatakan jembatan kuat. \"Sabar dulu,\" ujarnya.",
        &[("Jalan itu rusak", "Sari Dewi"), ("Sabar dulu", "Budi Karyono")],
    ),
    (
        "the cue is lost, the name is there",
        "\"Jalan itu rusak,\" kata Sari Dewi.\n\"Jembatan itu kuat sekali,\" Kepala Dinas Sosial Kota Metro, Budi Karyono dalam keterangannya.",
        &[("Jalan itu rusak", "Sari Dewi"), ("Jembatan itu kuat sekali", "Budi Karyono")],
    ),
    (
        "a ministry's own words",
        "\"Jalan itu dibuka lagi,\" demikian bunyi keterangan berbahasa Arab dari Kementerian Pertahanan.",
        &[("Jalan itu dibuka lagi", "Kementerian Pertahanan")],
    ),
    (
        "one tells of a body, in everyday words",
        "\"Kami siap,\" kata Sari Dewi.\nSari bilang PT Karya Terang menambah pegawai. \"Ada lima ratus orang lagi,\" ujarnya.",
        &[("Kami siap", "Sari Dewi"), ("Ada lima ratus orang lagi", "Sari Dewi")],
    ),
    (
        "a body named like a person, and its head",
        "Sementara itu, Ketua Umum DPN Tani Merdeka, Budi Karyono menyampaikan rencananya.\n\"Padi itu murah sekali,\" lanjutnya.",
        &[("Padi itu murah sekali", "Budi Karyono")],
    ),
    (
        "question and answer",
        "\"Kapan jalan itu dibuka?\" tanya Sari Dewi.\n\"Minggu depan,\" jawab Budi Karyono.",
        &[("Kapan jalan itu dibuka?", "Sari Dewi"), ("Minggu depan", "Budi Karyono")],
    ),
    (
        "one addresses the other",
        "\"Kapan jalan itu dibuka?\" tanya Sari Dewi kepada Budi Karyono.",
        &[("Kapan jalan itu dibuka?", "Sari Dewi")],
    ),
    (
        "one comes with the other",
        "Sari Dewi bersama Budi Karyono mengatakan jalan itu rusak. \"Sabar dulu,\" ujarnya.",
        &[("Sabar dulu", "Sari Dewi")],
    ),
    (
        "one is accompanied by the other",
        "Kapolsek Pasar Lama AKP Sari Dewi, didampingi Kanit Reskrim Iptu Budi Karyono mengatakan, pelaku ditangkap. \"Sabar dulu,\" ujarnya.",
        &[("Sabar dulu", "Sari Dewi")],
    ),
    (
        "a spokesman beside a body",
        "Dinas Kesehatan Kota Metro membuka posko. \"Posko buka setiap hari,\" kata Juru Bicara Dinas Kesehatan Kota Metro Sari Dewi.",
        &[("Posko buka setiap hari", "Sari Dewi")],
    ),
    (
        "a body speaks",
        "\"Posko buka setiap hari,\" tulis Dinas Kesehatan Kota Metro.",
        &[("Posko buka setiap hari", "Dinas Kesehatan Kota Metro")],
    ),
    (
        "the body's abbreviation speaks",
        "\"Gempa itu tidak berpotensi tsunami,\" tulis BMKG.",
        &[("Gempa itu tidak berpotensi tsunami", "BMKG")],
    ),
    (
        "two offices, two holders",
        "Wali Kota Metro Sari Dewi dan Wakil Wali Kota Metro Budi Karyono datang.\n\"Jalan itu rusak,\" kata wakil wali kota.\n\"Sabar dulu,\" kata wali kota.",
        &[("Jalan itu rusak", "Budi Karyono"), ("Sabar dulu", "Sari Dewi")],
    ),
    (
        "two of one family name",
        "Sari Karyono dan Budi Karyono datang.\n\"Jalan itu rusak,\" kata Sari Karyono.\n\"Sabar dulu,\" kata Budi.",
        &[("Jalan itu rusak", "Sari Karyono"), ("Sabar dulu", "Budi Karyono")],
    ),
    (
        "the one quoted speaks of the other",
        "\"Budi Karyono itu rajin,\" kata Sari Dewi.\n\"Terima kasih,\" ujar Budi Karyono.",
        &[("Budi Karyono itu rajin", "Sari Dewi"), ("Terima kasih", "Budi Karyono")],
    ),
    (
        "the statement's owner is not its subject",
        "\"Jalan itu rusak,\" kata Sari Dewi.\nPernyataan Budi Karyono menyoroti hal lain.\n\"Sabar dulu,\" kata dia.\nBudi Karyono mengatakan hal lain.",
        &[("Jalan itu rusak", "Sari Dewi"), ("Sabar dulu", "Sari Dewi")],
    ),
    (
        "several subjects are no single speaker",
        "\"Jalan itu rusak,\" kata Sari Dewi.\nBudi Karyono dan Rini Karmaya menerima hadiah.\n\"Sabar dulu,\" ujarnya.\nBudi Karyono mengatakan senang.",
        &[("Jalan itu rusak", "Sari Dewi"), ("Sabar dulu", "Sari Dewi")],
    ),
    (
        "a firm before the name",
        "Direktur Utama Sukafarma Sari Dewi datang ke Sukafarma.\n\"Obat itu aman,\" kata Sari.\n\"Warga tenang,\" kata Budi Karyono.",
        &[("Obat itu aman", "Sari Dewi"), ("Warga tenang", "Budi Karyono")],
    ),
    (
        "a cue in one sentence with two people",
        "Sari Dewi mengatakan, Budi Karyono meminta warga bersabar. \"Sabar dulu,\" ujarnya.",
        &[("Sabar dulu", "Sari Dewi")],
    ),
    (
        "three speakers",
        "\"Satu jalan rusak,\" kata Sari Dewi.\n\"Dua jalan rusak,\" kata Budi Karyono.\n\"Tiga jalan rusak,\" kata Rini Karmaya.",
        &[("Satu jalan rusak", "Sari Dewi"), ("Dua jalan rusak", "Budi Karyono"), ("Tiga jalan rusak", "Rini Karmaya")],
    ),
    (
        "a warga and an official",
        "\"Jalan itu rusak,\" kata seorang warga, Rini Karmaya.\nCamat Metro Pusat Sari Dewi menjawab keluhan itu. \"Sabar dulu,\" ujarnya.",
        &[("Jalan itu rusak", "Rini Karmaya"), ("Sabar dulu", "Sari Dewi")],
    ),
    (
        "called by a word that is no name elsewhere",
        "Pengamat otomotif, Hari Prasetyo menjelaskan mobil itu irit.\n\"Sabar dulu ya,\" ujar Hari saat ditemui.",
        &[("Sabar dulu ya", "Hari Prasetyo")],
    ),
    (
        "called by the first word of a name that an adverb is too",
        "Wakil Ketua Komisi X DPR RI Lalu Budi Karyono menyoroti hal itu.\n\"Jalan itu rusak sekali,\" kata Lalu, Senin.",
        &[("Jalan itu rusak sekali", "Lalu Budi Karyono")],
    ),
    (
        "the statement of a club",
        "\"Kami berduka atas kabar itu,\" bunyi pernyataan resmi Karmaya Raptors, Rabu.",
        &[("Kami berduka atas kabar itu", "Karmaya Raptors")],
    ),
    (
        "an abbreviation right behind the cue",
        "\"Uang kertas itu belum dicetak,\" menurut KRMA.",
        &[("Uang kertas itu belum dicetak", "KRMA")],
    ),
    (
        "one agrees",
        "Pakar jalan Daniel Rinaldi mengatakan aspal itu tipis.\n\"Jalan itu cepat rusak sekali,\" Rinaldi setuju.",
        &[("Jalan itu cepat rusak sekali", "Daniel Rinaldi")],
    ),
    (
        "the cue twice",
        "\"Jalan itu rusak sekali,\" kata kata Sari Dewi di Metro.",
        &[("Jalan itu rusak sekali", "Sari Dewi")],
    ),
    (
        "a name behind a comma that follows a firm",
        "\"Mobil itu irit sekali,\" ucap Manajer Pemasaran PT Karmaya Automobile, Permata Islam dalam keterangannya.",
        &[("Mobil itu irit sekali", "Permata Islam")],
    ),
    (
        "the full name stands where nothing shows that it is one",
        "\"Haji tahun ini dijaga,\" ujar Gus Irfan.\nRombongan menjemput Mochamad Irfan Yusuf kemarin.",
        &[("Haji tahun ini dijaga", "Mochamad Irfan Yusuf")],
    ),
    (
        "a name behind a comma that follows a body no list has",
        "\"Acara ini kami gelar lagi,\" kata CEO Karmaya Ventura, Mia Karyani dalam keterangan media.",
        &[("Acara ini kami gelar lagi", "Mia Karyani")],
    ),
];

#[test]
fn several_speakers_have_what_is_theirs() {
    check(CASES);
}
