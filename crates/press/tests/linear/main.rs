//! Articles that were made to cost much: twice the input costs about twice the work and the memory, never four times.
//!
//! WHY counts: a clock on a busy machine says little about an algorithm. What is counted here is how much memory the whole
//! way from bytes to an open archive asks for in all and holds at most, which is the same on every run, and the
//! processor's time, which does not grow while the machine does something else. A quadratic step shows in one of the three: it
//! costs four times as much for twice the input, and sixteen times for four times.
//!
//! Sizes are a tenth, because tests are compiled without optimisation; the whole runs by `JEJAK_WHOLE=1 cargo test
//! --profile tools --package jejak-press --test linear`.

#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod counted;
mod storms;

use std::fmt;
use std::sync::{Mutex, PoisonError};

use counted::Cost;
use jejak_archive::query::FacetKind;
use jejak_archive::{Engine, Outcome, Query};
use jejak_press::stem::Indonesian;

/// One at a time: the counts are of the whole program.
static ALONE: Mutex<()> = Mutex::new(());

/// By how much sizes are divided.
fn scale() -> usize {
    if std::env::var_os("JEJAK_WHOLE").is_some() { 1 } else { 10 }
}

/// What became of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Came {
    articles: usize,
    problems: usize,
}

/// Presses one file, writes the archive, opens it, asks it and reads every article back.
fn whole_way(name: &str, bytes: Vec<u8>) -> Came {
    let pressed = jejak_press::press(std::iter::once((name.to_owned(), bytes)));
    let archive = pressed.archive;
    let bytes = jejak_archive::write(&archive, &Indonesian);
    // As who draws a site opens it.
    let engine = Engine::open(bytes).expect("an archive that was just written").keeping_texts();
    for (number, article) in (0..).zip(&archive.articles) {
        assert!(article.quotes.iter().all(|quote| article.text.get(quote.span.range()).is_some()));
        assert!(article.mentions.iter().all(|mention| article.text.get(mention.span.range()).is_some()));
        match engine.article(number) {
            Outcome::Ready(read) => assert!(*read == *article, "article {number} of {name} comes back another"),
            Outcome::Needs(parts) => panic!("a whole archive misses {parts:?}"),
        }
    }
    // As who hands out tables asks for all who have a page.
    for person in engine.people().iter().filter(|person| engine.has_page(FacetKind::Person, &person.slug)) {
        let record = engine.record(FacetKind::Person, &person.slug, u32::MAX);
        assert!(matches!(record, Outcome::Ready(Some(record)) if record.name == *person.name), "{}", person.slug);
    }
    let query = Query { words: "beras \"harga beras\"".to_owned(), ..Query::default() };
    assert!(matches!(engine.answer(&query), Outcome::Ready(_)));
    Came { articles: archive.articles.len(), problems: pressed.problems.len() }
}

/// Goes the whole way once, while no other test counts.
fn alone(name: &str, make: impl FnOnce() -> Vec<u8>) -> Came {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    whole_way(name, make())
}

/// Goes the whole way with input of a size and with four times as much. What it costs may grow five times, and the time
/// eight times, because memory that no longer fits into a processor's caches is slower: a quadratic step makes it sixteen.
fn linear(what: &str, name: &str, size: usize, make: impl Fn(usize) -> Vec<u8>) -> [Came; 2] {
    let alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    // What is made once, such as the lists of words, is no cost of the input.
    whole_way("hangat.txt", b"Harga Naik\n\nHarga beras naik, kata Sari.\n".to_vec());
    let [(few, small), (more, large)] = [size, size * 4].map(|size| {
        let bytes = make(size);
        let before = counted::now();
        let came = whole_way(name, bytes);
        (came, counted::since(before))
    });
    drop(alone);
    let report = Report { what, small, large };
    eprintln!("{report}");
    // What there is besides the input, which does not grow.
    let most = |small: u64, times: u64, floor: u64| (small.max(floor)) * times;
    assert!(large.asked <= most(small.asked, 5, 4 << 20), "memory asked for: {report}");
    assert!(large.held <= most(small.held, 5, 4 << 20), "memory held: {report}");
    assert!(large.milliseconds <= most(small.milliseconds, 8, 100), "time: {report}");
    [few, more]
}

struct Report<'a> {
    what: &'a str,
    small: Cost,
    large: Cost,
}

impl fmt::Display for Report<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}; four times as much: {}", self.what, self.small, self.large)
    }
}
