//! A quote that its attribution breaks in two, and attributions before, around and behind.

use super::{Case, check};

const CASES: &[Case] = &[
    (
        "the cue in the middle of a sentence",
        "\"Kami siap,\" kata Sari Dewi, \"asal hujan reda.\"",
        &[("Kami siap", "Sari Dewi"), ("asal hujan reda", "Sari Dewi")],
    ),
    (
        "the second part opens a sentence of its own",
        "\"Kami siap,\" kata Sari Dewi. \"Semua alat sudah dicek kemarin.\"",
        &[("Kami siap", "Sari Dewi"), ("Semua alat sudah dicek kemarin", "Sari Dewi")],
    ),
    (
        "a pronoun in the middle",
        "Sari Dewi datang terlambat. \"Kami siap,\" ujar dia, \"asal hujan reda.\"",
        &[("Kami siap", "Sari Dewi"), ("asal hujan reda", "Sari Dewi")],
    ),
    (
        "a place between the parts",
        "\"Kami siap,\" kata Sari Dewi di Sukaraya, Senin (5/5/2025). \"Semua alat sudah dicek kemarin.\"",
        &[("Kami siap", "Sari Dewi"), ("Semua alat sudah dicek kemarin", "Sari Dewi")],
    ),
    (
        "three parts",
        "\"Satu hal,\" kata Sari Dewi, \"kami tidak mundur,\" lanjutnya, \"apa pun yang terjadi.\"",
        &[("Satu hal", "Sari Dewi"), ("kami tidak mundur", "Sari Dewi"), ("apa pun yang terjadi", "Sari Dewi")],
    ),
    (
        "the attribution before a colon",
        "Sari Dewi mengatakan: \"Semua alat sudah dicek kemarin.\"",
        &[("Semua alat sudah dicek kemarin", "Sari Dewi")],
    ),
    (
        "the attribution before a comma",
        "Sari Dewi menegaskan, \"Semua alat sudah dicek kemarin.\"",
        &[("Semua alat sudah dicek kemarin", "Sari Dewi")],
    ),
    (
        "a name and a colon",
        "Sari Dewi: \"Semua alat sudah dicek kemarin.\" Sari Dewi lalu mengatakan hal lain.",
        &[("Semua alat sudah dicek kemarin", "Sari Dewi")],
    ),
    (
        "words inside a sentence of the reporter's",
        "Sari Dewi menegaskan bahwa \"tidak ada pungutan di sekolah\" selama tahun itu.",
        &[("tidak ada pungutan di sekolah", "Sari Dewi")],
    ),
    (
        "an inserted attribution",
        "Anggaran, kata Sari Dewi, \"harus dipakai dengan hemat\".",
        &[("harus dipakai dengan hemat", "Sari Dewi")],
    ),
    (
        "the subject behind the quote",
        "\"Semua alat sudah dicek kemarin,\" Sari Dewi menambahkan.",
        &[("Semua alat sudah dicek kemarin", "Sari Dewi")],
    ),
    (
        "a pronoun as the subject behind the quote",
        "Sari Dewi tiba. \"Semua alat sudah dicek kemarin,\" ia menambahkan.",
        &[("Semua alat sudah dicek kemarin", "Sari Dewi")],
    ),
    (
        "a question broken by its cue",
        "\"Kapan jalan itu dibuka?\" tanya Sari Dewi. \"Warga sudah lama menunggu jawaban.\"",
        &[("Kapan jalan itu dibuka?", "Sari Dewi"), ("Warga sudah lama menunggu jawaban", "Sari Dewi")],
    ),
    (
        "demikian before the cue",
        "\"Semua alat sudah dicek kemarin,\" demikian kata Sari Dewi.",
        &[("Semua alat sudah dicek kemarin", "Sari Dewi")],
    ),
    (
        "a noun of saying behind demikian",
        "Sari Dewi menulis surat. \"Semua alat sudah dicek kemarin,\" demikian pernyataan Sari Dewi.",
        &[("Semua alat sudah dicek kemarin", "Sari Dewi")],
    ),
    (
        "the office stands between cue and name",
        "\"Semua alat sudah dicek,\" kata Kepala Dinas Kesehatan Kota Metro, dr. Sari Dewi, M.Kes, Senin.",
        &[("Semua alat sudah dicek", "Sari Dewi")],
    ),
    (
        "the office stands behind the name",
        "\"Semua alat sudah dicek,\" kata Sari Dewi, Camat Metro Pusat, Senin.",
        &[("Semua alat sudah dicek", "Sari Dewi")],
    ),
    (
        "an adverb behind the speaker",
        "\"Semua alat sudah dicek,\" kata Sari Dewi lagi.",
        &[("Semua alat sudah dicek", "Sari Dewi")],
    ),
    (
        "the cue opens what is reported between two parts",
        "\"Kami siap,\" kata Sari Dewi menanggapi keluhan warga. \"Semua alat sudah dicek kemarin,\" tegasnya.",
        &[("Kami siap", "Sari Dewi"), ("Semua alat sudah dicek kemarin", "Sari Dewi")],
    ),
    (
        "a quote that goes on in the next paragraph",
        "“Pertama kita bersatu menjaga kota.\n“Kedua kita maju bersama warga,” kata Sari Dewi.",
        &[("Pertama kita bersatu menjaga kota", "Sari Dewi"), ("Kedua kita maju bersama warga", "Sari Dewi")],
    ),
];

#[test]
fn a_broken_quote_keeps_its_speaker() {
    check(CASES);
}
