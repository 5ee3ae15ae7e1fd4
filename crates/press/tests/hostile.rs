//! Text that nobody wrote as an article: the press must end, soon, and lose nothing.

use std::time::{Duration, Instant};

use jejak_press::annotate::annotate;
use jejak_press::clean::Cleaned;
use jejak_press::read::Source;

/// Source text = clean text + removed spans + white space, each byte once.
fn nothing_lost(source: &str, cleaned: &Cleaned) {
    let mut covered = vec![0_u8; source.len()];
    for cut in &cleaned.removed {
        assert_eq!(source[cut.source.clone()], cut.text);
        covered[cut.source.clone()].iter_mut().for_each(|count| *count += 1);
    }
    for (at, c) in cleaned.text.char_indices() {
        let range = cleaned.source(at..at + c.len_utf8());
        if !c.is_whitespace() {
            assert!(source[range.clone()].starts_with(c), "byte {at} of the clean text is not where it says");
            covered[range].iter_mut().for_each(|count| *count += 1);
        }
    }
    for (at, c) in source.char_indices() {
        let blank = c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}');
        assert!(covered[at] == 1 || (blank && covered[at] < 2), "byte {at} ({c:?}) stands {} times", covered[at]);
    }
}

fn press(text: &str) -> Duration {
    let source = Source::plain("x.txt", text.to_string());
    let start = Instant::now();
    let note = annotate(&source);
    let taken = start.elapsed();
    nothing_lost(text, &note.cleaned);
    for quote in &note.quotes {
        assert!(!quote.span.of(&note.cleaned.text).is_empty(), "a quote's span fits the text");
    }
    taken
}

#[test]
fn a_megabyte_of_one_thing_ends_soon() {
    let pieces = [
        "\"",
        "“",
        "”",
        "(",
        ")",
        "\" ",
        " \"a",
        "a\" ",
        "“a b” c” ",
        "“a, kata ",
        "'",
        "-",
        "— ",
        "A ",
        "Pak Ab ",
        "Wali Kota ",
        "kata ",
        "Senin ",
        "1/1/2026 ",
        "no 1 ",
        "Dinas A, ",
        "baca juga ",
        "(baca juga ",
        "ujarnya. ",
        "\n",
        "\n\"",
        "a\n",
        "\u{200b}",
        "Menurut Sari, kata Sari, ",
        "Ketua Dinas dan ",
        "é",
        "A, ",
        "1 ",
    ];
    for piece in pieces {
        // A whole megabyte of the two that nest; a quarter of one of the others keeps the test short.
        let size = if matches!(piece, "\"" | "(") { 1 << 20 } else { 1 << 18 };
        let taken = press(&piece.repeat(size / piece.len()));
        // A debug build on a busy machine takes some seconds; a quadratic loop takes hours.
        assert!(taken < Duration::from_secs(60), "{piece:?} took {taken:?}");
    }
}

#[test]
fn a_megabyte_of_many_names_ends_soon() {
    let mut text = String::new();
    let mut number = 0_u32;
    while text.len() < 1 << 20 {
        let name: String = (0..5).filter_map(|i| char::from_digit(10 + ((number >> (i * 4)) & 15), 36)).collect();
        text.push_str(&format!("Pak Z{name} mengatakan hal itu. \"Kami siap,\" kata Pak Y{name}. "));
        number += 1;
    }
    let taken = press(&text);
    assert!(taken < Duration::from_secs(60), "{taken:?}");
}

#[test]
fn nothing_is_lost_whatever_the_lines_are() {
    let lines = [
        "JAKARTA, HARIAN.com — Warga menanam pohon.",
        "BACA JUGA: Warga Panen Padi",
        "Baca juga:",
        "Share",
        "Tags:",
        "sampah",
        "“Kami siap,” kata Sari. (Sr)",
        "(*)",
        "[Gambas:Video 20detik]",
        "ADVERTISEMENT",
        "Camat hadir--Ist",
        "  \t",
        "",
        "\u{feff}",
        "Ia hadir (Baca juga: Panen) kemarin. SCROLL TO CONTINUE WITH CONTENT Lalu pulang.",
        "Laporan Wartawan HARIAN.com, Sari",
        "Senin, 5 Januari 2026 10:00 WIB",
        "*****",
        "Halaman Selanjutnya",
        "var a = function() {};",
        "Ibu Kota\u{a0}Metro\r",
        "KLATEN",
        "-",
        "Warga İstanbul (Foto: Ä)",
    ];
    // A small generator of its own: the same lines at each run.
    let mut state = 7_u64;
    for _ in 0..2000 {
        let mut text = String::new();
        for _ in 0..8 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            text.push_str(lines[(state >> 33) as usize % lines.len()]);
            text.push(if state & (1 << 40) == 0 { '\n' } else { '\r' });
        }
        press(&text);
    }
}
