//! Each kind of article that was made to cost much.

use std::io::Write as _;

use jejak_press::read::LARGEST;

use super::{Came, alone, linear, scale};

const MEGA: usize = 1 << 20;
/// As long as a line is made.
const LONG: usize = 50_000_000;

/// A quarter of it. Sentences with a name each take ten times as long as other words without optimisation.
fn long() -> usize {
    LONG / 4 / if scale() == 1 { 1 } else { 16 * scale() }
}

/// A size and four times that lie both below a megabyte of text, or both above: an archive with more is packed, with fewer
/// not.
fn some() -> usize {
    if scale() == 1 { 2 * MEGA } else { MEGA / scale() }
}
const ONE: Came = Came { articles: 1, problems: 0 };
/// It is no article, and that is said.
const REFUSED: Came = Came { articles: 0, problems: 1 };

fn repeat(piece: &str) -> impl Fn(usize) -> Vec<u8> {
    move |size| piece.repeat(size.div_ceil(piece.len())).into_bytes()
}

/// Each sentence another, as news are.
fn news(size: usize) -> String {
    let mut text = String::with_capacity(size + 200);
    let mut number = 0_u32;
    while text.len() < size {
        let letter = |place: u32| char::from(b'a' + u8::try_from(number / place % 26).unwrap_or(0));
        let name: String = [17_576, 676, 26, 1].map(letter).into_iter().collect();
        text.push_str(&format!(
            "Kepala Dinas Z{name} mengatakan harga beras {number} naik. \"Kami siap,\" kata Y{name}, Senin (5/1/2026). "
        ));
        number += 1;
    }
    text
}

#[test]
fn a_million_quotation_marks() {
    for mark in ["\"", "“", "”", "'", "»"] {
        assert_eq!(linear(&format!("marks {mark}"), "a.txt", some(), repeat(mark)), [ONE; 2]);
    }
    // A million of them, whatever they cost, where the press is optimised.
    assert_eq!(alone("a.txt", || "\"".repeat(1_000_000 / scale()).into_bytes()), ONE);
}

#[test]
fn quotation_marks_around_words() {
    for piece in ["“a b” c” ", "“a, kata ", " \"a", "\"a “b 'c "] {
        assert_eq!(linear(&format!("pieces {piece}"), "a.txt", some(), repeat(piece)), [ONE; 2]);
    }
}

/// As large as one article may be, without a line break.
#[test]
fn fifty_megabytes_on_one_line() {
    assert_eq!(linear("one line", "a.txt", long(), |size| news(size).into_bytes()), [ONE; 2]);
}

#[test]
fn fifty_megabytes_of_one_word() {
    let quarter = LONG / 4 / scale();
    assert_eq!(linear("one word", "a.txt", quarter, repeat("a")), [ONE; 2]);
}

#[test]
fn fifty_megabytes_of_json_on_one_line() {
    let line = |size| {
        let text = serde_json::Value::from(news(size));
        format!("{{\"text\":{text}}}").into_bytes()
    };
    assert_eq!(linear("one line of JSON", "a.jsonl", long(), line), [ONE; 2]);
}

#[test]
fn more_than_one_article_may_have_is_refused_and_said() {
    assert_eq!(alone("a.txt", || vec![b'a'; LARGEST + 1]), REFUSED);
}

#[test]
fn storms_of_zero_width_characters() {
    for piece in ["\u{200b}", "a\u{200d}", "\u{feff}b ", "\u{2060}\u{200c}c "] {
        let came = linear(&format!("zero width {piece:?}"), "a.txt", some(), repeat(piece));
        assert!(came.iter().all(|came| came.articles + came.problems == 1), "{came:?}");
    }
}

#[test]
fn storms_of_combining_characters() {
    let many = format!("a{} ", "\u{301}".repeat(500));
    for piece in ["e\u{301}", "\u{0489}", &many] {
        let came = linear("combining", "a.txt", some(), repeat(piece));
        assert!(came.iter().all(|came| came.articles + came.problems == 1), "{came:?}");
    }
}

#[test]
fn storms_of_bidirectional_controls() {
    for piece in ["\u{202e}", "\u{2066}a ", "\u{202a}Budi\u{202c} "] {
        let came = linear("bidirectional", "a.txt", some(), repeat(piece));
        assert!(came.iter().all(|came| came.articles + came.problems == 1), "{came:?}");
    }
}

#[test]
fn zeros_and_other_control_characters() {
    assert_eq!(linear("zeros", "a.txt", 4 * MEGA / scale(), |size| vec![0; size]), [REFUSED; 2]);
    // Now and then one, as bad software leaves them.
    let sparse = |size| format!("{}\0", news(200)).repeat(size / 300 + 1).into_bytes();
    assert_eq!(linear("zeros between words", "a.txt", some(), sparse), [ONE; 2]);
}

#[test]
fn deep_markup() {
    for open in ["<div>", "<b>", "<ul><li>", "<table><tr><td>", "<svg><g>", "<blockquote>"] {
        let came = linear(&format!("deep {open}"), "a.html", some(), repeat(open));
        assert_eq!(came, [REFUSED; 2], "{open}");
    }
    let json = |size: usize| format!("{{\"text\":{}", "[".repeat(size)).into_bytes();
    assert_eq!(linear("deep JSON", "a.json", some(), json), [REFUSED; 2]);
    let xml = |size: usize| format!("<rss><channel><item>{}", "<content:encoded><a>".repeat(size / 20)).into_bytes();
    let came = linear("deep XML", "a.xml", some(), xml);
    assert!(came.iter().all(|came| came.articles + came.problems >= 1), "{came:?}");
    assert_eq!(alone("archive.toml", || format!("title = {}", "[".repeat(MEGA)).into_bytes()).articles, 0);
}

/// A field that a mark opens and nothing closes swallows all behind it: read once more from the next line, a few times.
#[test]
fn quotation_marks_in_tables_that_never_close() {
    let one = |size: usize| format!("id,isi\na,\"{}", "harga beras naik\n".repeat(size / 17)).into_bytes();
    let came = linear("one open field", "a.csv", 8 * MEGA / scale(), one);
    assert!(came.iter().all(|came| came.problems > 0), "{came:?}");
    let each = |size: usize| format!("id,isi\n{}", "a,\"harga beras naik\n".repeat(size / 20)).into_bytes();
    let came = linear("an open field a line", "a.csv", some(), each);
    assert!(came.iter().all(|came| came.problems > 0), "{came:?}");
    let doubled = |size: usize| format!("id,isi\na,\"{}", "\"".repeat(size | 1)).into_bytes();
    let came = linear("doubled marks", "a.csv", some(), doubled);
    assert!(came.iter().all(|came| came.articles + came.problems > 0), "{came:?}");
    let commas = |size: usize| format!("isi{}\n{}", ",".repeat(size), ",".repeat(size)).into_bytes();
    let came = linear("columns", "a.csv", MEGA / 2 / scale(), commas);
    assert!(came.iter().all(|came| came.articles + came.problems > 0), "{came:?}");
}

/// A small document that unpacks to a gigabyte costs what is accepted, not what it promises.
#[test]
fn documents_that_unpack_without_end() {
    let bomb = |size: usize| {
        let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        archive.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).expect("an entry");
        let block = vec![b' '; MEGA];
        (0..size / MEGA).for_each(|_| archive.write_all(&block).expect("its bytes"));
        archive.finish().expect("an archive").into_inner()
    };
    // From beyond the bound on, four times as much costs nothing more.
    assert_eq!(linear("a bomb", "a.docx", 65 * MEGA, bomb), [REFUSED; 2]);
}

/// Half a pair in an escape, and the bytes that programs without Unicode write for one.
#[test]
fn lone_surrogates() {
    let escapes = |size: usize| "{\"text\":\"harga \\ud800 beras\"}\n".repeat(size / 30).into_bytes();
    let came = linear("escapes", "a.jsonl", some(), escapes);
    assert!(came.iter().all(|came| came.articles == 0 && came.problems > 0), "{came:?}");
    let bytes = |size: usize| [b"harga \xed\xa0\x80 ", "“beras” “naik”. ".as_bytes()].concat().repeat(size / 40);
    let came = linear("bytes", "a.txt", some(), bytes);
    assert!(came.iter().all(|came| *came == Came { articles: 1, problems: 1 }), "{came:?}");
}
