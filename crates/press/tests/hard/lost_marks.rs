//! A mark that is lost, doubled, turned or set on the wrong side of its space loses no quote.

use super::{Case, check};

const CASES: &[Case] = &[
    (
        "the closing mark is lost before the cue",
        "“Kami sudah siap sejak pagi, ujar Sari Dewi.",
        &[("Kami sudah siap sejak pagi", "Sari Dewi")],
    ),
    (
        "the opening mark is lost",
        "Kami sudah siap sejak pagi,” ujar Sari Dewi.",
        &[("Kami sudah siap sejak pagi", "Sari Dewi")],
    ),
    (
        "the opening mark is lost behind a quote of its own paragraph",
        "“Jalan itu rusak,” kata Sari Dewi.\nWarga menunggu perbaikan,” ujarnya.",
        &[("Jalan itu rusak", "Sari Dewi"), ("Warga menunggu perbaikan", "Sari Dewi")],
    ),
    (
        "the closing mark is lost at the end of a paragraph",
        "Sari Dewi mengatakan, “Kami sudah siap sejak pagi.\nWarga lalu pulang.",
        &[("Kami sudah siap sejak pagi", "Sari Dewi")],
    ),
    (
        "one kind of mark for both sides",
        "”Kami sudah siap sejak pagi,” ujar Sari Dewi.",
        &[("Kami sudah siap sejak pagi", "Sari Dewi")],
    ),
    (
        "opening marks on both sides",
        "“Kami sudah siap sejak pagi,“ ujar Sari Dewi.",
        &[("Kami sudah siap sejak pagi", "Sari Dewi")],
    ),
    (
        "low and high marks",
        "„Kami sudah siap sejak pagi,“ ujar Sari Dewi.",
        &[("Kami sudah siap sejak pagi", "Sari Dewi")],
    ),
    (
        "two single marks for a double one",
        "''Kami sudah siap sejak pagi,'' ujar Sari Dewi.",
        &[("Kami sudah siap sejak pagi", "Sari Dewi")],
    ),
    (
        "a straight mark opens and a curly one closes",
        "\"Kami sudah siap sejak pagi,” ujar Sari Dewi.",
        &[("Kami sudah siap sejak pagi", "Sari Dewi")],
    ),
    (
        "the space stands before the closing mark",
        "\"Kami sudah siap sejak pagi, \"ujar Sari Dewi.",
        &[("Kami sudah siap sejak pagi", "Sari Dewi")],
    ),
    (
        "the space stands behind the opening mark",
        "\" Kami sudah siap sejak pagi,\" ujar Sari Dewi.",
        &[("Kami sudah siap sejak pagi", "Sari Dewi")],
    ),
    (
        "no space between mark and cue",
        "\"Kami sudah siap sejak pagi,\"ujar Sari Dewi.",
        &[("Kami sudah siap sejak pagi", "Sari Dewi")],
    ),
    (
        "the comma stands behind the mark",
        "\"Kami sudah siap sejak pagi\", ujar Sari Dewi.",
        &[("Kami sudah siap sejak pagi", "Sari Dewi")],
    ),
    (
        "a full stop for the comma",
        "\"Kami sudah siap sejak pagi.\" ujar Sari Dewi.",
        &[("Kami sudah siap sejak pagi", "Sari Dewi")],
    ),
    (
        "no comma at all",
        "\"Kami sudah siap sejak pagi\" ujar Sari Dewi.",
        &[("Kami sudah siap sejak pagi", "Sari Dewi")],
    ),
    (
        "no space before the opening mark",
        "Hujan turun semalam.\"Kami sudah siap sejak pagi,\" ujar Sari Dewi.",
        &[("Kami sudah siap sejak pagi", "Sari Dewi")],
    ),
    (
        "the cue lost the space before its speaker",
        "\"Kami sudah siap sejak pagi,\" ujarSari Dewi.",
        &[("Kami sudah siap sejak pagi", "Sari Dewi")],
    ),
    (
        "a lost mark turns no later quote inside out",
        "“Jalan itu rusak, ujar Sari Dewi.\nHujan turun.\n“Jembatan itu kuat,” kata Budi Karyono.",
        &[("Jalan itu rusak", "Sari Dewi"), ("Jembatan itu kuat", "Budi Karyono")],
    ),
    (
        "a lost mark within one paragraph",
        "\"Jalan itu rusak, ujar Sari Dewi. \"Jembatan itu kuat,\" katanya.",
        &[("Jalan itu rusak", "Sari Dewi"), ("Jembatan itu kuat", "Sari Dewi")],
    ),
    (
        "lines broken around a slanted word",
        "\"Mereka sambut baik. Itu kan\nstatement\nkeluar kemarin,\" ujar Sari Dewi.",
        &[("Mereka sambut baik. Itu kan\nstatement\nkeluar kemarin", "Sari Dewi")],
    ),
    (
        "a cue that is misspelt",
        "\"Kami sudah siap sejak pagi,\" kara Sari Dewi. Sari Dewi mengatakan itu.",
        &[("Kami sudah siap sejak pagi", "Sari Dewi")],
    ),
    (
        "what is told of the speaker stands before words whose opening mark is lost",
        "Kepala Dinas Sosial Kota Metro Sari Dewi mengungkap hal itu kemarin. Jalan itu rusak sekali. Kami akan membangunnya,” kata Sari.",
        &[("Jalan itu rusak sekali. Kami akan membangunnya", "Sari Dewi")],
    ),
    (
        "an invisible mark of direction before the wrong mark",
        "\u{200e}”Jalan itu rusak sekali,” kata Sari Dewi.",
        &[("Jalan itu rusak sekali", "Sari Dewi")],
    ),
];

#[test]
fn a_lost_mark_loses_no_quote() {
    check(CASES);
}
