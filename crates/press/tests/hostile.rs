//! Text that nobody wrote as an article: the press must end, soon, and lose nothing.

use std::time::{Duration, Instant};

use jejak_press::annotate::annotate;
use jejak_press::clean::Cleaned;
use jejak_press::read::Source;
use proptest::prelude::*;

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
fn a_list_of_fields_without_an_end_ends_soon() {
    let list = "Keuangan dan Kesehatan, ".repeat((1 << 18) / 24);
    for office in ["Kepala Dinas, ", "Kepala Eksekutif Pengawas Usaha, "] {
        let taken = press(&format!("{office}{list}Sari Dewi hadir."));
        assert!(taken < Duration::from_secs(60), "{office} took {taken:?}");
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

/// Lines that cleaning has rules for, and lines that look like them.
const LINES: &[&str] = &[
    "JAKARTA, HARIAN.com — Warga menanam pohon.",
    "KLATEN-Warga menanam pohon.",
    "BACA JUGA: Warga Panen Padi",
    "Baca juga:",
    "Baca juga : \"Warga Panen\" Camat hadir.",
    "Simak Video: Warga Panen Padi",
    "Share",
    "Tags:",
    "sampah",
    "“Kami siap,” kata Sari. (Sr)",
    "“Kami siap,” kata Sari. (Md/Yd/Sr)",
    "(*)",
    "[Gambas:Video 20detik]",
    "ADVERTISEMENT",
    "Camat hadir--Ist",
    "Dok. Humas",
    "  \t",
    "",
    "\u{feff}",
    "\u{200b}",
    "Ia hadir (Baca juga: Panen) kemarin. SCROLL TO CONTINUE WITH CONTENT Lalu pulang.",
    "Laporan Wartawan HARIAN.com, Sari",
    "Penulis: Sari | Editor: Budi",
    "Senin, 5 Januari 2026 10:00 WIB",
    "*****",
    "Halaman Selanjutnya",
    "Halaman: 1 2 3",
    "var a = function() {};",
    "Ibu Kota\u{a0}Metro",
    "KLATEN",
    "-",
    "Warga İstanbul (Foto: Ä)",
    "Warga Tanam Pohon",
];

/// Lines with rules, letters of any script, and pieces of both, put together in any order.
fn any_article() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        6 => prop::sample::select(LINES).prop_map(str::to_string),
        1 => any::<String>(),
        2 => (prop::sample::select(LINES), any::<prop::sample::Index>(), prop::sample::select(LINES)).prop_map(
            |(first, at, second)| {
                let mut at = at.index(first.len() + 1);
                while !first.is_char_boundary(at) {
                    at -= 1;
                }
                format!("{}{second}", &first[..at])
            }
        ),
    ];
    let ending = prop::sample::select(&["\n", "\r\n", "\r", "\n\n", " ", ""][..]);
    prop::collection::vec((line, ending), 0..14)
        .prop_map(|lines| lines.into_iter().map(|(line, ending)| line + ending).collect())
}

/// A file of each kind that holds several things, to be damaged.
const FILES: &[(&str, &str)] = &[
    ("a.md", "---\njudul: \"Apel: perdana\"\ntanggal: 2026-01-05\n---\nIsi.\n"),
    ("a.json", "[{\"text\":\"Satu.\",\"date\":\"2026-01-05\"},{\"text\":\"Dua.\"}]"),
    ("a.jsonl", "{\"text\":\"Satu.\"}\n{\"text\":\"Dua.\"}\n"),
    ("a.csv", "id;isi\na;\"Satu \"\"dua\"\".\"\nb;Tiga.\n"),
    (
        "a.html",
        "<html><head><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"A\"}</script></head>\
         <body><article><h1>A</h1><p>Satu <b>dua</b>.</p><figure><figcaption>Foto</figcaption></figure></article></body></html>",
    ),
    (
        "a.xml",
        "<rss><channel><title>K</title><item><title>A &amp; B</title><content:encoded><![CDATA[<p>Satu.</p>]]>\
         </content:encoded><wp:post_type>post</wp:post_type></item></channel></rss>",
    ),
    ("a.docx", "PK\u{3}\u{4}word/document.xml"),
    ("archive.toml", "title = \"A\"\nabout = [\"x\"]\n"),
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_lost_whatever_the_lines_are(text in any_article()) {
        press(&text);
    }

    #[test]
    fn nothing_is_lost_where_the_headline_and_captions_are_given(text in any_article(), given in any_article()) {
        let mut source = Source::plain("x.html", format!("{given}\n{text}"));
        source.fields.title = given.lines().next().map(str::to_string);
        source.marked = vec![(0..given.len(), jejak_archive::model::RemovedKind::Caption)];
        nothing_lost(&source.text, &annotate(&source).cleaned);
    }

    #[test]
    fn damaged_files_are_articles_or_problems(
        (name, text) in prop::sample::select(FILES),
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0_u8..4), 0..6),
    ) {
        let mut bytes = text.as_bytes().to_vec();
        for (at, byte, kind) in damage {
            let at = at.index(bytes.len() + 1).min(bytes.len().saturating_sub(1));
            match kind {
                0 if !bytes.is_empty() => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                2 => bytes.truncate(at),
                _ => bytes.extend_from_within(..at),
            }
        }
        let (sources, problems) = jejak_press::read::read(name, &bytes);
        prop_assert!(!sources.is_empty() || !problems.is_empty(), "{name} vanished");
        for source in &sources {
            prop_assert!(source.text.is_char_boundary(source.body));
            nothing_lost(&source.text[source.body..], &annotate(&Source { body: 0, marked: Vec::new(), text: source.text[source.body..].to_string(), ..source.clone() }).cleaned);
        }
    }
}

#[test]
fn pages_that_would_take_minutes_end_soon() {
    let half = 1 << 19;
    for piece in [
        "<",
        "</",
        "<!--",
        "<p ",
        "<b>",
        "<p>x",
        "<div>",
        "<table>",
        "<tr><td>",
        "<a href=x>",
        "<ul><li>",
        "&",
        "&#x41;",
        "&nbsp;",
        "\"",
        "<script>",
        "<svg>",
        "<template>",
        "<font a=",
        "a &amp; b, ",
        "<![CDATA[",
        "\u{a0}",
    ] {
        for name in ["a.html", "a.xml", "a.csv"] {
            let text = match name {
                "a.xml" => {
                    format!("<rss><channel><item><content:encoded><![CDATA[{}", piece.repeat(half / piece.len()))
                }
                "a.csv" => format!("isi\n{}", piece.repeat(half / piece.len())),
                _ => piece.repeat(half / piece.len()),
            };
            let start = Instant::now();
            let (sources, problems) = jejak_press::read::read(name, text.as_bytes());
            assert!(sources.len() + problems.len() > 0, "{name} of {piece:?} vanished");
            assert!(start.elapsed() < Duration::from_secs(60), "{name} of {piece:?} took {:?}", start.elapsed());
        }
    }
}
