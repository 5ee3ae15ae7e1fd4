//! What must hold of whatever is read: the checks that all fuzz targets share.
//!
//! WHY: "it did not panic" is the least of it. A reader must not lose an article without saying so, every span must lie
//! on characters of its text, clean text and removed spans must together be the source, and an archive must give back
//! what was pressed into it. Each target in `fuzz_targets/` hands one reader what libFuzzer makes up and asks these.

use std::ops::Range;
use std::sync::LazyLock;

use jejak_archive::model::{Article, Span};
use jejak_archive::query::FacetKind;
use jejak_archive::statements::{Grouping, StatementQuery};
use jejak_archive::{Archive, Engine, Outcome, Query, write};
use jejak_press::annotate::{Annotated, annotate};
use jejak_press::clean::{Cleaned, clean};
use jejak_press::read::{Source, read};
use jejak_press::stem::Indonesian;

/// Reads a file of that name: it becomes articles or problems, and its articles can be cleaned.
pub fn reads(name: &str, bytes: &[u8]) -> Vec<Source> {
    let (sources, problems) = read(name, bytes);
    assert!(!sources.is_empty() || !problems.is_empty(), "{name} vanished");
    for problem in &problems {
        assert!(!problem.to_string().is_empty());
    }
    for source in &sources {
        assert!(source.text.is_char_boundary(source.body), "the body begins on a character");
        for (range, _) in &source.marked {
            assert!(source.text.get(range.clone()).is_some(), "{range:?} is marked of {} bytes", source.text.len());
        }
        if source.fields.cleaned.is_none() {
            nothing_lost(&source.text, source.body, &clean(source));
        }
    }
    sources
}

/// Clean text, removed spans and white space are the source behind its fields, each byte once.
pub fn nothing_lost(source: &str, body: usize, cleaned: &Cleaned) {
    let mut covered = vec![0_u8; source.len()];
    let mut cover = |range: Range<usize>| covered[range].iter_mut().for_each(|count| *count = count.saturating_add(1));
    for cut in &cleaned.removed {
        assert_eq!(source.get(cut.source.clone()), Some(cut.text.as_str()), "a removed span is its words");
        assert!(cleaned.text.is_char_boundary(cut.at));
        cover(cut.source.clone());
    }
    for (at, c) in cleaned.text.char_indices().filter(|(_, c)| !c.is_whitespace()) {
        let range = cleaned.source(at..at + c.len_utf8());
        let same = source.get(range.clone()).is_some_and(|words| words.starts_with(c));
        assert!(same, "byte {at} of the clean text is not where it says");
        cover(range);
    }
    for (at, c) in source.char_indices().skip_while(|(at, _)| *at < body) {
        let blank = c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}');
        assert!(covered[at] == 1 || (blank && covered[at] < 2), "byte {at} ({c:?}) stands {} times", covered[at]);
    }
}

/// Annotates a source; everything found lies on characters of its clean text.
pub fn annotates(source: &Source) -> Annotated {
    let note = annotate(source);
    let text = note.cleaned.text.as_str();
    let within = |span: &Span| assert!(text.get(span.range()).is_some(), "{span:?} of {} bytes", text.len());
    for quote in &note.quotes {
        within(&quote.span);
        assert!(!quote.span.range().is_empty(), "a statement has words");
        assert!(quote.confidence <= 100);
        quote.cue.iter().chain(&quote.chain).for_each(within);
    }
    note.people.iter().flat_map(|person| &person.mentions).for_each(within);
    note.organisations.iter().flat_map(|one| &one.mentions).for_each(within);
    note.places.iter().flat_map(|(one, _)| &one.mentions).for_each(within);
    note.regulations.iter().for_each(|one| within(&one.span));
    note.dates.iter().filter_map(|date| date.span.as_ref()).for_each(within);
    note
}

/// Presses files, writes the archive, opens it again: every article comes back as it went in.
pub fn presses(files: Vec<(String, Vec<u8>)>) -> Archive {
    let pressed = jejak_press::press(files.into_iter());
    let archive = pressed.archive;
    let bytes = write(&archive, &Indonesian);
    let engine = Engine::open(bytes.clone()).expect("an archive that was just written opens");
    assert_eq!(bytes, write(&archive, &Indonesian), "the same articles give the same bytes");
    for (number, article) in (0..).zip(&archive.articles) {
        spans_hold(article);
        assert_eq!(*ready(engine.article(number)), *article, "article {number} comes back");
    }
    asks(&engine, "");
    archive
}

/// Every span of an article lies on characters of its text.
pub fn spans_hold(article: &Article) {
    let within = |span: &Span| assert!(article.text.get(span.range()).is_some(), "{span:?}");
    article.quotes.iter().for_each(|quote| within(&quote.span));
    article.mentions.iter().for_each(|mention| within(&mention.span));
    article.dates.iter().filter_map(|date| date.span.as_ref()).for_each(within);
}

/// Asks an archive in every way there is, with these words.
pub fn asks(engine: &Engine, words: &str) {
    let query = Query { words: words.to_owned(), ..Query::default() };
    let answer = ready(engine.answer(&query));
    assert!(answer.total <= engine.len() && answer.hits.len() <= answer.total as usize);
    let again = ready(engine.answer(&query));
    assert_eq!(answer.hits, again.hits, "the same question has the same answer");
    assert!(ready(engine.over_time(&query)).total <= engine.len());
    let asked = StatementQuery { query, group: Some(Grouping::Speaker), ..StatementQuery::default() };
    let said = ready(engine.statements(&asked));
    assert!(said.groups.len() <= 10);
    assert!(ready(engine.statements(&StatementQuery { group: None, ..asked })).list.len() <= 20);
}

/// Looks at everything in an archive that may be forged.
pub fn looks(engine: &Engine) {
    ["", "beras ", "har", "\"harga beras\"", "banjir -beras"].iter().for_each(|words| asks(engine, words));
    let slugs: Vec<String> = engine.people().iter().map(|one| one.slug.clone()).take(8).collect();
    for slug in slugs.iter().map(String::as_str).chain(["banjir"]) {
        for facet in FacetKind::ALL {
            let Some(record) = ready(engine.record(facet, slug, 0)) else { continue };
            assert!(record.articles.iter().all(|article| *article < engine.len()));
            ready(engine.related(facet, &record));
        }
    }
    ready(engine.offices(&[]));
    for number in 0..engine.len().min(8) {
        let article = ready(engine.article(number));
        article.quotes.iter().for_each(|quote| assert!(article.text.get(quote.span.range()).is_some()));
        let copies = ready(engine.copies(number));
        copies.differs.iter().for_each(|span| assert!(article.text.get(span.range()).is_some()));
        assert!(copies.editions.iter().all(|own| own.article < engine.len()));
    }
}

/// What is there without waiting: all archives here are whole.
pub fn ready<T>(outcome: Outcome<T>) -> T {
    match outcome {
        Outcome::Ready(value) => value,
        Outcome::Needs(parts) => panic!("a whole archive misses {parts:?}"),
    }
}

/// A small archive, pressed once a run.
pub static ARCHIVE: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let files = ARTICLES.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec()));
    write(&jejak_press::press(files).archive, &Indonesian)
});

/// The same, open.
pub static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::open(ARCHIVE.clone()).expect("just written"));

/// Articles with people, offices, statements, copies and days.
const ARTICLES: &[(&str, &str)] = &[
    (
        "harga.md",
        "---\njudul: Harga Beras Naik\ntanggal: 2026-01-05\nsumber: Harian Contoh\n---\nKepala Dinas Pangan Kota \
         Sukarame, Sari Melati, mengatakan harga beras naik. “Harga beras naik dua persen,” kata Sari di Pasar Lama.\n",
    ),
    (
        "banjir.md",
        "---\njudul: Banjir Surut\ntanggal: 2026-02-07\nsumber: Kabar Contoh\n---\nWali Kota Sukarame Budi Hartanto \
         menegaskan bahwa banjir sudah surut. \"Warga boleh pulang,\" ujar Budi, Sabtu (7/2/2026).\n",
    ),
    (
        "banjir-lagi.md",
        "---\njudul: Banjir Surut, Warga Pulang\ntanggal: 2026-02-08\nsumber: Suara Contoh\n---\nWali Kota Sukarame \
         Budi Hartanto menegaskan bahwa banjir sudah surut. \"Warga boleh pulang,\" ujar Budi, Sabtu (7/2/2026).\n",
    ),
    ("anak-anak.txt", "Anak-anak menanam pohon\n\nAnak-anak sekolah menanam pohon di taman kota, kafé, dan Rp14.000.\n"),
];

/// Words from bytes: what is no UTF-8 is replaced, so that every input is one.
#[must_use]
pub fn words(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
