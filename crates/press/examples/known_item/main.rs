//! How well, and how fast, an article is found by words that someone remembers of it.
//!
//! ```text
//! cargo run --profile tools -p jejak-press --example known_item -- ARTICLES [--seed N] [--count N] [--keep ARCHIVE] [--misses]
//! ```
//!
//! `ARTICLES` is a file that the press reads (a `.gz` is unpacked), or an archive that `--keep` wrote before. From
//! `--count` articles, drawn by the seed, questions of five kinds are made: three words of the headline; the same with
//! one slip of the keyboard in one of them; the same with one in another form of its family; three words of one
//! sentence of the text, scattered; three that stand side by side there. Words of a headline and scattered words have
//! four letters or more, and every question is typed without a space behind it. Printed is, of each kind, the mean of
//! one over the rank among the first ten (MRR@10), how many were not among them, how long answers took, and of words of
//! a sentence what the best order of those that hold them would reach; then the times of questions that ask for much.
//! Tune on one seed, report another. `--misses` tells each article that did not come first.

#![allow(clippy::expect_used, reason = "a program to measure with, not one that ships")]

mod bound;

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read as _;
use std::path::Path;
use std::time::{Duration, Instant};

use jejak_archive::query::{Choice, FacetKind, Order};
use jejak_archive::{Article, Engine, Outcome, Query, Stem as _, words};
use jejak_press::stem::Indonesian;
use serde_json::json;

/// Numbers that look drawn: xorshift64*.
struct Draw(u64);

impl Draw {
    fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize % end.max(1)
    }

    /// `count` different numbers below `end`, ascending.
    fn some(&mut self, count: usize, end: usize) -> Vec<usize> {
        let mut all: Vec<usize> = (0..end).collect();
        for i in 0..count.min(end) {
            let other = i + self.below(end - i);
            all.swap(i, other);
        }
        all.truncate(count);
        all.sort_unstable();
        all
    }
}

/// The forms of a family, by the family's name.
type Families = BTreeMap<String, BTreeSet<String>>;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().expect("name a file of articles or an archive");
    let (mut seed, mut count, mut keep, mut misses) = (1, 500, None, false);
    while let Some(option) = arguments.next() {
        match option.as_str() {
            "--misses" => misses = true,
            "--seed" => seed = arguments.next().and_then(|n| n.parse().ok()).expect("--seed wants a number"),
            "--count" => count = arguments.next().and_then(|n| n.parse().ok()).expect("--count wants a number"),
            "--keep" => keep = arguments.next(),
            other => panic(other),
        }
    }
    let engine = open(Path::new(&path), keep.as_deref());
    let articles: Vec<_> = (0..engine.len()).filter_map(|i| ready(engine.article(i))).collect();
    let families = families(articles.iter().map(AsRef::as_ref));
    let sentences = bound::Sentences::of(articles.iter().map(AsRef::as_ref));
    let mut draw = Draw::new(seed);
    let drawn = draw.some(count, articles.len());
    for (kind, ask) in KINDS {
        let mut draw = Draw::new(seed ^ 0x5eed);
        let asked: Vec<(u32, String)> =
            drawn.iter().filter_map(|&i| Some((i as u32, ask(&articles[i], &families, &mut draw)?))).collect();
        let side_by_side = kind.ends_with("side by side");
        let bound = (side_by_side || kind.ends_with("scattered")).then(|| sentences.bound(&asked, side_by_side));
        known(&engine, kind, &asked, bound, misses);
    }
    let mut one: Vec<String> = drawn.iter().filter_map(|&i| title_words(&articles[i]).pop()).collect();
    one.truncate(200);
    times(&engine, "one word", one.iter().map(|word| Query { words: word.clone(), ..Query::default() }));
    let words = |words: &str| Query { words: words.to_owned(), ..Query::default() };
    times(&engine, "a very common word", ["yang ", "di ", "dan ", "dengan "].map(words).into_iter().cycle().take(40));
    let newest = Query { order: Order::Newest, ..Query::default() };
    times(&engine, "no words, newest first", std::iter::repeat_n(newest, 40));
    times(&engine, "a value of every facet", std::iter::repeat_n(everything(&engine), 40));
    let slips = ["pemrintahan kota", "pelatnikan", "kesehattan warga", "qwertyuiop", "jembtan"];
    times(&engine, "misspelt words", slips.map(words).into_iter().cycle().take(40));
    let typed = ["b", "ba", "ban", "banj", "banji", "banjir", "banjir p", "banjir pe", "banjir pem"];
    times(&engine, "being typed", typed.map(words).into_iter().cycle().take(90));
}

fn panic(option: &str) -> ! {
    eprintln!("{option} is no option: see the head of this program");
    std::process::exit(2)
}

/// Opens an archive, or presses articles into one.
fn open(path: &Path, keep: Option<&str>) -> Engine {
    let mut bytes = std::fs::read(path).expect("the file can be read");
    if let Ok(engine) = Engine::open(bytes.clone()) {
        return engine;
    }
    let mut name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    if let Some(inner) = name.strip_suffix(".gz") {
        let mut unpacked = Vec::new();
        flate2::read::MultiGzDecoder::new(&*bytes).read_to_end(&mut unpacked).expect("gzipped bytes");
        (name, bytes) = (inner.to_owned(), unpacked);
    }
    let pressed = jejak_press::press([(name, bytes)].into_iter());
    let bytes = jejak_archive::write(&pressed.archive, &Indonesian);
    if let Some(keep) = keep {
        std::fs::write(keep, &bytes).expect("the archive can be kept");
    }
    Engine::open(bytes).expect("just written")
}

fn ready<T>(outcome: Outcome<T>) -> Option<T> {
    match outcome {
        Outcome::Ready(value) => Some(value),
        Outcome::Needs(_) => None,
    }
}

fn families<'a>(articles: impl Iterator<Item = &'a Article>) -> Families {
    let mut families = Families::new();
    for article in articles {
        for form in forms(&article.text).into_iter().chain(forms(&article.title)) {
            let family = Indonesian.stem(&form).into_owned();
            families.entry(family).or_default().insert(form);
        }
    }
    families
}

fn forms(text: &str) -> Vec<String> {
    words::tokens(text, 0).map(|token| words::form(&text[token.range])).collect()
}

/// The words of a headline from four letters on, each once.
fn title_words(article: &Article) -> Vec<String> {
    long(forms(&article.title))
}

fn long(mut forms: Vec<String>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    forms
        .retain(|form| form.chars().count() >= 4 && form.chars().all(char::is_alphabetic) && seen.insert(form.clone()));
    forms
}

type Ask = fn(&Article, &Families, &mut Draw) -> Option<String>;

const KINDS: [(&str, Ask); 5] = [
    ("three words of the headline", |article, _, draw| Some(three(title_words(article), draw)?.join(" "))),
    ("the same, one misspelt", misspelt),
    ("the same, one in another form", relative),
    ("three words of a sentence, scattered", |article, _, draw| {
        Some(three(long(forms(sentence(article, draw)?)), draw)?.join(" "))
    }),
    ("three words of a sentence, side by side", |article, _, draw| {
        let forms = forms(sentence(article, draw)?);
        let at = draw.below(forms.len().checked_sub(2)?);
        Some(forms[at..at + 3].join(" "))
    }),
];

fn three(words: Vec<String>, draw: &mut Draw) -> Option<Vec<String>> {
    (words.len() >= 3).then(|| draw.some(3, words.len()).into_iter().map(|i| words[i].clone()).collect())
}

/// One of the words with a letter too many, too few, another one, or two neighbours that changed places.
fn misspelt(article: &Article, _: &Families, draw: &mut Draw) -> Option<String> {
    let mut words = three(title_words(article), draw)?;
    let word = &mut words[draw.below(3)];
    let mut letters: Vec<char> = word.chars().collect();
    let (at, letter) = (draw.below(letters.len()), char::from(b'a' + draw.below(26) as u8));
    match draw.below(4) {
        0 => drop(letters.remove(at)),
        1 => letters.insert(at, letter),
        2 => letters[at] = letter,
        _ => {
            let at = at.min(letters.len() - 2);
            letters.swap(at, at + 1);
        }
    }
    *word = letters.into_iter().collect();
    Some(words.join(" "))
}

/// One of the words in another form of its family.
fn relative(article: &Article, families: &Families, draw: &mut Draw) -> Option<String> {
    let mut words = three(title_words(article), draw)?;
    let others = |word: &String| -> Vec<String> {
        let family = families.get(&*Indonesian.stem(word));
        family.into_iter().flatten().filter(|form| *form != word && form.len() >= 4).cloned().collect()
    };
    let can: Vec<usize> = (0..3).filter(|&i| !others(&words[i]).is_empty()).collect();
    let word = words.get_mut(*can.get(draw.below(can.len()))?)?;
    let others = others(word);
    *word = others[draw.below(others.len())].clone();
    Some(words.join(" "))
}

/// A sentence of the text.
fn sentence<'a>(article: &'a Article, draw: &mut Draw) -> Option<&'a str> {
    let all = sentences(article);
    all.get(draw.below(all.len())).copied()
}

/// The sentences of the text from six words on: what ends in a stop before white space.
fn sentences(article: &Article) -> Vec<&str> {
    let ends = |text| str::split_inclusive(text, ". ").flat_map(|part| part.split_inclusive(".\" "));
    article.text.lines().flat_map(ends).filter(|text| forms(text).len() >= 6).collect()
}

fn known(engine: &Engine, kind: &str, asked: &[(u32, String)], bound: Option<f64>, misses: bool) {
    let (mut found, mut lost, mut all) = (0.0, 0, Vec::new());
    for (article, words) in asked {
        let query = Query { words: words.clone(), ..Query::default() };
        let start = Instant::now();
        let answer = engine.answer(&query);
        all.push(start.elapsed());
        let Some(answer) = ready(answer) else { continue };
        let place = answer.hits.iter().take(10).position(|hit| hit.article == *article);
        found += place.map_or(0.0, |place| 1.0 / (place as f64 + 1.0));
        lost += usize::from(place.is_none());
        if misses && place != Some(0) {
            let title = engine.head(*article).map(|head| head.title).unwrap_or_default();
            let first = answer.hits.first().map_or("", |hit| &hit.title);
            let (dropped, read): (_, Vec<_>) = (&answer.dropped, answer.corrected.iter().map(|c| &c.meant).collect());
            let total = answer.total;
            eprintln!("{kind}: {words:?} rank {place:?} of {total}, {dropped:?} {read:?}: {title:?} behind {first:?}");
        }
    }
    let thousandths = |share: f64| (share * 1000.0).round() / 1000.0;
    let mut more = json!({"mrr_at_10": thousandths(found / asked.len().max(1) as f64), "not_in_ten": lost});
    if let Some(bound) = bound {
        more["bound"] = json!(thousandths(bound));
    }
    report(kind, all, more);
}

/// A question with the most frequent value of each facet that still finds something.
fn everything(engine: &Engine) -> Query {
    let mut query = Query::default();
    for kind in FacetKind::ALL {
        let answer = ready(engine.answer(&query)).unwrap_or_default();
        let facet = answer.facets.iter().find(|facet| facet.kind == kind);
        let value = facet.and_then(|facet| engine.values(facet, 1).pop());
        query.choices.extend(value.map(|value| Choice { facet: kind, value: value.value, exclude: false }));
    }
    query
}

fn times(engine: &Engine, kind: &str, queries: impl Iterator<Item = Query>) {
    let time = |query: Query| {
        let start = Instant::now();
        std::hint::black_box(engine.answer(&query));
        start.elapsed()
    };
    report(kind, queries.map(time).collect(), json!({}));
}

/// One JSON object: how many, and how long in milliseconds.
fn report(kind: &str, mut times: Vec<Duration>, more: serde_json::Value) {
    times.sort_unstable();
    let at = |share: usize| {
        let time = times.get(times.len() * share / 100).or(times.last()).copied().unwrap_or_default();
        (time.as_secs_f64() * 1e5).round() / 100.0
    };
    let mut line = json!({"asked": kind, "n": times.len(), "p50_ms": at(50), "p95_ms": at(95), "longest_ms": at(100)});
    if let (Some(line), Some(more)) = (line.as_object_mut(), more.as_object()) {
        line.extend(more.clone());
    }
    println!("{line}");
}
