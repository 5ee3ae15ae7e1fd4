//! Every format that the press reads, from bytes to articles: whole, in each encoding, and damaged.

use std::path::Path;

use jejak_press::read::{Source, read};
use jejak_press::{Problem, press_folder};

/// One article's page as outlets serve them: menus, scripts and advertisements around four paragraphs.
const PAGE: &str = r#"<!doctype html>
<html lang="id"><head><meta charset="utf-8"><title>Camat Sukamaju Ajak Warga Tanam Pohon | Kabar Contoh</title>
<meta property="og:site_name" content="Kabar Contoh"><meta property="og:url" content="https://kabar.contoh.id/a/1">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle",
"headline":"Camat Sukamaju Ajak Warga Tanam Pohon","datePublished":"2026-01-19T09:00:00+07:00",
"author":{"@type":"Person","name":"Rini Astuti"}}</script>
<style>.iklan{color:red}</style><script>var pelacak = function(){ return "bocor"; };</script></head>
<body><header><nav><ul><li><a href="/">Beranda</a></li><li><a href="/daerah">Daerah</a></li></ul></nav></header>
<div class="sidebar"><h3>Terpopuler</h3><ul><li><a href="/x">Pemain bola pindah klub</a></li></ul></div>
<article class="post-content"><h1>Camat Sukamaju Ajak Warga Tanam Pohon</h1>
<figure><img src="a.jpg"><figcaption>Camat Sukamaju menanam bibit trembesi di tepi sungai.</figcaption></figure>
<p>SUKAMAJU – Camat Sukamaju Darma Wijaya mengajak warga menanam pohon di sepanjang tepi sungai, Senin (19/01/2026), agar
longsor tahun lalu tidak terulang di kampung-kampung yang berada di bawah bukit.</p>
<p>&ldquo;Kita tanam seribu bibit sampai akhir bulan,&rdquo; kata Darma di hadapan para ketua rukun tetangga, pelajar dan
anggota karang taruna yang sejak pagi berkumpul di balai kecamatan.</p>
<script>document.write("<p>iklan</p>")</script>
<p>Ia menambahkan bahwa bibit disediakan oleh dinas lingkungan hidup, sedangkan warga diminta menyiapkan lubang tanam dan
menyiram bibit itu bergantian selama tiga bulan pertama setelah penanaman selesai.</p>
<p>Ketua karang taruna setempat, Bima Saputra, menyatakan siap mengerahkan dua puluh anggotanya setiap Sabtu pagi untuk
merawat bibit yang sudah ditanam, termasuk mengganti bibit yang mati.</p></article>
<footer>Hak cipta Kabar Contoh</footer></body></html>"#;

fn only(file: &str, bytes: &[u8]) -> Source {
    let (mut sources, problems) = read(file, bytes);
    assert!(problems.is_empty(), "{file}: {problems:?}");
    assert_eq!(sources.len(), 1, "{file}");
    sources.remove(0)
}

#[test]
fn a_page_gives_its_article_and_nothing_around_it() {
    let source = only("a.html", PAGE.as_bytes());
    assert!(source.text.contains("SUKAMAJU – Camat Sukamaju Darma Wijaya mengajak"), "{}", source.text);
    assert!(source.text.contains("“Kita tanam seribu bibit sampai akhir bulan,” kata Darma"));
    assert!(source.text.ends_with("termasuk mengganti bibit yang mati."));
    for noise in ["Beranda", "Pemain bola", "Hak cipta", "bocor", "iklan", "<p", "function"] {
        assert!(!source.text.contains(noise), "{noise} in {}", source.text);
    }
    let fields = &source.fields;
    assert_eq!(fields.title.as_deref(), Some("Camat Sukamaju Ajak Warga Tanam Pohon"));
    assert_eq!(fields.date, Some(jiff::civil::date(2026, 1, 19)));
    assert_eq!(fields.source.as_deref(), Some("Kabar Contoh"));
    assert_eq!(fields.author.as_deref(), Some("Rini Astuti"));
    assert_eq!(fields.url.as_deref(), Some("https://kabar.contoh.id/a/1"));
}

#[test]
fn a_pages_caption_is_a_removed_span_and_its_quote_has_its_speaker() {
    let note = jejak_press::annotate::annotate(&only("a.html", PAGE.as_bytes()));
    assert_eq!(note.cleaned.caption.as_deref(), Some("Camat Sukamaju menanam bibit trembesi di tepi sungai."));
    assert!(!note.cleaned.text.contains("bibit trembesi"));
    let quote = note.quotes.iter().find(|quote| quote.kind.as_str() == "direct").expect("a statement");
    assert_eq!(quote.span.of(&note.cleaned.text), "Kita tanam seribu bibit sampai akhir bulan");
    assert_eq!(note.people[0].name, "Darma Wijaya");
}

#[test]
fn a_page_that_a_script_fills_is_read_from_its_record() {
    let body = "Camat Sukamaju mengajak warga menanam pohon di tepi sungai pada Senin pagi, dan warga pun datang.";
    let html = format!(
        "<html><script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"headline\":\"Camat Tanam Pohon\",\"articleBody\":\"{body}\"}}</script><body><div id=app></div></body></html>"
    );
    assert_eq!(only("a.htm", html.as_bytes()).text, body);
}

#[test]
fn broken_markup_still_gives_its_words() {
    let cut = &PAGE[..PAGE.find("setelah penanaman").expect("a place")];
    assert!(only("a.html", cut.as_bytes()).text.contains("Kita tanam seribu bibit"));
    let loose = "<p>Camat hadir <b>di balai<p>Warga <i>juga</b> hadir";
    assert_eq!(only("b.html", loose.as_bytes()).text, "Camat hadir di balai\n\nWarga juga hadir");
    let (sources, problems) = read("c.html", b"<html><script>x()</script></html>");
    assert!(sources.is_empty());
    assert!(problems[0].to_string().starts_with("c.html: holds no text"));
}

#[test]
fn every_format_of_text_is_read_in_every_encoding() {
    let words = "“Kami siap,” kata Sari — di kafé.";
    for (file, text) in [
        ("a.txt", words.to_string()),
        ("a.md", format!("---\njudul: Apel\n---\n{words}")),
        ("a.json", format!("{{\"text\":\"{words}\"}}")),
        ("a.jsonl", format!("{{\"text\":\"{words}\"}}\n")),
        ("a.csv", format!("judul,isi\nApel,\"{words}\"\n")),
        ("a.html", format!("<p>{words}</p>")),
        ("a.xml", format!("<rss><channel><item><content:encoded>{words}</content:encoded></item></channel></rss>")),
    ] {
        let wide = |to: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(to).collect::<Vec<u8>>();
        let western: Vec<u8> = text
            .chars()
            .map(|c| match c {
                '“' => 0x93,
                '”' => 0x94,
                '—' => 0x97,
                'é' => 0xe9,
                c => u8::try_from(c).expect("a letter of ASCII"),
            })
            .collect();
        for bytes in [
            text.as_bytes().to_vec(),
            [b"\xef\xbb\xbf", text.as_bytes()].concat(),
            [b"\xff\xfe".to_vec(), wide(u16::to_le_bytes)].concat(),
            [b"\xfe\xff".to_vec(), wide(u16::to_be_bytes)].concat(),
            wide(u16::to_le_bytes),
            western,
        ] {
            let source = only(file, &bytes);
            assert_eq!(&source.text[source.body..], words, "{file}, {:?}", &bytes[..4]);
        }
    }
}

#[test]
fn a_folder_is_read_with_all_its_folders_and_each_damage_is_one_line() {
    let folder = tempfile::tempdir().expect("a folder");
    let put = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap_or(Path::new("."))).expect("a folder");
        std::fs::write(path, bytes).expect("a file");
    };
    put("satu.txt", b"Camat hadir di balai.");
    put("2026/01/dua.html", PAGE.as_bytes());
    put("2026/tabel.csv", b"id,isi\ntiga,Warga hadir.\nempat\n");
    put("2026/rusak.docx", b"bukan zip");
    put(
        "2026/ekspor.xml",
        b"<rss><channel><item><title>x</title><content:encoded>Lima.</content:encoded></item><item>",
    );
    put("foto.png", b"\x89PNG");
    let pressed = press_folder(folder.path()).expect("the folder is read");
    let mut ids: Vec<&str> = pressed.archive.articles.iter().map(|article| article.id.as_str()).collect();
    ids.sort_unstable();
    assert_eq!(ids.len(), 4, "{ids:?}");
    assert!(["satu", "dua", "tiga"].iter().all(|id| ids.contains(id)), "{ids:?}");
    let said: Vec<String> = pressed.problems.iter().map(Problem::to_string).collect();
    let starts: Vec<&str> = said.iter().filter_map(|line| line.split(": ").next()).collect();
    assert_eq!(starts, ["2026/ekspor.xml:1", "2026/rusak.docx", "2026/tabel.csv:3", "foto.png"], "{said:?}");
}
