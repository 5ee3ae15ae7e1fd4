//! Quotes inside quotes belong to the outer one; single marks inside open nothing.

use super::{Case, check};

const CASES: &[Case] = &[
    (
        "curly marks inside curly marks",
        "“Ia bilang “tidak mau” kepada saya,” kata Sari Dewi.",
        &[("Ia bilang “tidak mau” kepada saya", "Sari Dewi")],
    ),
    (
        "single marks inside",
        "\"Ia bilang 'tidak mau' kepada saya,\" kata Sari Dewi.",
        &[("Ia bilang 'tidak mau' kepada saya", "Sari Dewi")],
    ),
    (
        "curly single marks inside",
        "“Ia bilang ‘tidak mau’ kepada saya,” kata Sari Dewi.",
        &[("Ia bilang ‘tidak mau’ kepada saya", "Sari Dewi")],
    ),
    (
        "a single-marked question at the end",
        "\"Saya tanya, 'kapan selesai?',\" kata Sari Dewi.",
        &[("Saya tanya, 'kapan selesai?'", "Sari Dewi")],
    ),
    (
        "a nested sentence with its own cue",
        "\"Warga bilang, 'kami lelah', lalu pulang,\" kata Sari Dewi.",
        &[("Warga bilang, 'kami lelah', lalu pulang", "Sari Dewi")],
    ),
    (
        "a slogan inside",
        "“Semboyan kita “bersih itu indah” harus hidup,” ujar Sari Dewi.",
        &[("Semboyan kita “bersih itu indah” harus hidup", "Sari Dewi")],
    ),
    (
        "two nested parts",
        "“Ada yang bilang “ya” dan ada yang bilang “tidak” kemarin,” ujar Sari Dewi.",
        &[("Ada yang bilang “ya” dan ada yang bilang “tidak” kemarin", "Sari Dewi")],
    ),
    (
        "a nested part at the start",
        "“'Jangan takut' adalah pesan ibu saya,” ujar Sari Dewi.",
        &[("'Jangan takut' adalah pesan ibu saya", "Sari Dewi")],
    ),
    (
        "brackets inside",
        "\"Kalau hujan (deras) kami pulang,\" ujar Sari Dewi.",
        &[("Kalau hujan (deras) kami pulang", "Sari Dewi")],
    ),
    (
        "square brackets inside",
        "\"Kami menunggu [jawaban] mereka,\" ujar Sari Dewi.",
        &[("Kami menunggu [jawaban] mereka", "Sari Dewi")],
    ),
    (
        "a word with an apostrophe",
        "\"Salat Jum'at tetap digelar di masjid,\" ujar Sari Dewi.",
        &[("Salat Jum'at tetap digelar di masjid", "Sari Dewi")],
    ),
    (
        "kata inside the quote is no cue of its own",
        "\"Orang, kata ibu saya, harus sabar,\" ujar Sari Dewi.",
        &[("Orang, kata ibu saya, harus sabar", "Sari Dewi")],
    ),
    (
        "a speaker named inside is not who speaks",
        "\"Budi Karyono mengatakan siap kepada kami,\" ujar Sari Dewi. Budi Karyono mengatakan hal lain.",
        &[("Budi Karyono mengatakan siap kepada kami", "Sari Dewi")],
    ),
    (
        "ujarnya inside belongs to the words",
        "\"Dia bilang siap, katanya begitu kepada kami,\" ujar Sari Dewi.",
        &[("Dia bilang siap, katanya begitu kepada kami", "Sari Dewi")],
    ),
    (
        "guillemets around straight single marks",
        "«Ia bilang 'tidak mau' kepada saya», kata Sari Dewi.",
        &[("Ia bilang 'tidak mau' kepada saya", "Sari Dewi")],
    ),
    (
        "an ellipsis inside",
        "\"Saya... tidak tahu harus bagaimana,\" ujar Sari Dewi.",
        &[("Saya... tidak tahu harus bagaimana", "Sari Dewi")],
    ),
    (
        "an exclamation inside",
        "\"Ayo! Kita kerjakan bersama warga,\" ajak Sari Dewi.",
        &[("Ayo! Kita kerjakan bersama warga", "Sari Dewi")],
    ),
    (
        "a title inside",
        "\"Buku 'Jalan Pulang' itu karya ayah saya,\" tutur Sari Dewi.",
        &[("Buku 'Jalan Pulang' itu karya ayah saya", "Sari Dewi")],
    ),
    (
        "sentences inside one pair are one quote",
        "\"Kami siap. Kami tidak mundur. Warga menunggu,\" ujar Sari Dewi.",
        &[("Kami siap. Kami tidak mundur. Warga menunggu", "Sari Dewi")],
    ),
    (
        "a nested quote in a quote with its cue before",
        "Sari Dewi mengatakan, \"Ibu berpesan 'jangan takut' kepada kami.\"",
        &[("Ibu berpesan 'jangan takut' kepada kami", "Sari Dewi")],
    ),
];

#[test]
fn a_nested_quote_belongs_to_the_outer_one() {
    check(CASES);
}
