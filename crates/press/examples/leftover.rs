//! How well cleaning cleans: which boilerplate is left in the text, and what was taken out.
//!
//! `cargo run --profile tools -p jejak-press --example leftover -- FILE.jsonl [--show N] [--draw N SEED]`
//!
//! The signs of boilerplate are looked for here by simple words of their own, not by the rules that clean: a rule that
//! misses a case would miss it here too. `--show` prints up to N places of each sign; `--draw` prints N removed spans
//! chosen by a seed, each with the words around it, for a person to judge.

#![allow(clippy::expect_used, reason = "a program to measure with, not one that ships")]

use std::collections::BTreeMap;

use jejak_press::clean::clean;
use jejak_press::read::{Source, read};

/// A sign: where it stands in a clean text, if it does.
type Sign = (&'static str, fn(&str, &str) -> Option<usize>);

const SIGNS: &[Sign] = &[
    ("baca juga", |text, _| announced(text, &["baca juga", "baca pula", "lihat juga", "simak juga", "tonton juga"])),
    ("simak video", |text, _| announced(text, &["simak video", "lihat video", "tonton video", "saksikan video"])),
    ("scroll", |text, _| {
        any(&text.to_ascii_lowercase(), &["scroll to continue", "scroll to resume", "gulir ke bawah untuk"])
    }),
    ("advertisement", |text, _| any(text, &["ADVERTISEMENT"])),
    ("gambas", |text, _| any(&text.to_ascii_lowercase(), &["[gambas", "[embed"])),
    ("share and tags", |text, _| {
        whole_line(
            text,
            &["share", "bagikan", "tag", "tags", "topik terkait", "facebook", "twitter", "whatsapp", "copy link"],
        )
        .or_else(|| any(&text.to_ascii_lowercase(), &["ikuti whatsapp channel", "ikuti saluran whatsapp", "follow us"]))
    }),
    ("credit of a picture", |text, _| {
        let lower = text.to_ascii_lowercase();
        any(&lower, &["--ist\n", "-ist\n", "(foto:", "(dok.", "(dok istimewa)", " foto: dok"])
            .or_else(|| lower.ends_with("--ist").then(|| lower.len() - 5))
            .or_else(|| starts_line(&lower, &["foto:", "dok."]))
    }),
    ("dateline", |text, _| dateline(text)),
    ("byline", |text, _| {
        let lower = text.to_ascii_lowercase();
        let labels = ["editor:", "editor :", "pewarta:", "penulis:", "reporter:", "uploader:"];
        let from = floor(text, text.len().saturating_sub(160));
        initials(text)
            .or_else(|| any(&lower[from..], &labels).map(|at| at + from))
            .or_else(|| any(text, &["(*)", "(**)"]))
    }),
    ("page link", |text, _| {
        whole_line(
            text,
            &["halaman selanjutnya", "halaman berikutnya", "selanjutnya", "next page", "show all", "lihat semua"],
        )
        .or_else(|| starts_line(&text.to_ascii_lowercase(), &["halaman:", "baca selengkapnya"]))
    }),
    ("script", |text, _| {
        any(
            text,
            &[
                "googletag",
                "adsbygoogle",
                "document.write",
                "window.",
                "function(",
                "<script",
                "</",
                "<!--",
                "&nbsp;",
                "});",
            ],
        )
    }),
    ("repeated title", |text, title| {
        let title = plain(title);
        (title.split(' ').count() >= 4).then_some(())?;
        let line = text.lines().find(|line| plain(line) == title)?;
        text.find(line)
    }),
];

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number = |name: &str, offset: usize| {
        let at = arguments.iter().position(|argument| argument == name)?;
        arguments.get(at + offset)?.parse::<usize>().ok()
    };
    let file = arguments.first().expect("a file of articles");
    let bytes = std::fs::read(file).expect("the file can be read");
    let (sources, problems) = read(file, &bytes);
    println!("{} articles, {} problems", sources.len(), problems.len());
    let show = number("--show", 1).unwrap_or(0);
    let mut found: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let mut with_any = 0;
    let mut cuts = Vec::new();
    for (index, source) in sources.iter().enumerate() {
        let cleaned = clean(source);
        let title = source.fields.title.clone().unwrap_or_default();
        let mut any = false;
        for (name, sign) in SIGNS {
            if let Some(at) = sign(&cleaned.text, &title) {
                any = true;
                found.entry(name).or_default().push(format!("{} {}", name_of(source), around(&cleaned.text, at, at)));
            }
        }
        with_any += usize::from(any);
        cuts.extend(cleaned.removed.into_iter().map(|cut| (index, cut)));
    }
    println!(
        "{with_any} articles hold a sign of boilerplate, {:.2} in 1,000",
        with_any as f64 * 1000.0 / sources.len().max(1) as f64
    );
    for (name, places) in &found {
        println!("{:>5}  {name}", places.len());
        places.iter().take(show).for_each(|place| println!("         {place}"));
    }
    println!("{} spans removed", cuts.len());
    if let Some(count) = number("--draw", 1) {
        let mut state = number("--draw", 2).unwrap_or(1) as u64;
        for _ in 0..count {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let (index, cut) = &cuts[(state >> 33) as usize % cuts.len()];
            let source = &sources[*index];
            println!(
                "{} {} [{}] in: {}",
                name_of(source),
                cut.kind,
                cut.text.replace('\n', "⏎"),
                around(&source.text, cut.source.start, cut.source.end)
            );
        }
    }
}

fn name_of(source: &Source) -> String {
    source.fields.id.clone().unwrap_or_else(|| format!("{}:{}", source.file, source.line.unwrap_or(0)))
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn around(text: &str, start: usize, end: usize) -> String {
    let from = floor(text, start.saturating_sub(60));
    let to = floor(text, (end + 70).min(text.len()));
    format!("…{}…", text[from..to].replace(['\n', '\r'], "⏎"))
}

fn any(text: &str, words: &[&str]) -> Option<usize> {
    words.iter().filter_map(|word| text.find(word)).min()
}

/// Words with a capital before a colon, a mark, a capital or the line's end: they announce a link.
fn announced(text: &str, words: &[&str]) -> Option<usize> {
    let lower = text.to_ascii_lowercase();
    let capital = |at: &usize| text[*at..].starts_with(char::is_uppercase);
    let announces = |at: usize, word: &str| {
        let rest = text[at + word.len()..].trim_start_matches(' ');
        rest.is_empty() || rest.starts_with([':', '\n', '\'', '"', '“']) || rest.starts_with(char::is_uppercase)
    };
    words
        .iter()
        .find_map(|word| lower.match_indices(word).map(|(at, _)| at).filter(capital).find(|at| announces(*at, word)))
}

fn whole_line(text: &str, words: &[&str]) -> Option<usize> {
    let line = text.lines().find(|line| words.contains(&plain(line).as_str()))?;
    text.find(line)
}

fn starts_line(lower: &str, words: &[&str]) -> Option<usize> {
    let line = lower.lines().find(|line| words.iter().any(|word| line.starts_with(word)))?;
    lower.find(line)
}

/// Capitals and a site before a dash, at the start of one of the first lines.
fn dateline(text: &str) -> Option<usize> {
    text.lines().take(3).find_map(|line| {
        let head = &line[..floor(line, line.len().min(70))];
        let at = [" - ", " – ", " — ", "-- ", "– ", "- "].iter().filter_map(|dash| head.find(dash)).min()?;
        let words: Vec<&str> =
            head[..at].split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let capitals = |word: &&str| {
            word.chars().all(char::is_uppercase) || matches!(word.to_lowercase().as_str(), "com" | "id" | "co")
        };
        (words.len() <= 6 && words.iter().all(capitals) && words.iter().any(|word| word.len() > 3))
            .then(|| text.find(line))?
    })
}

/// Initials in brackets at the very end: `(ab/cd)`.
fn initials(text: &str) -> Option<usize> {
    let end = text.trim_end_matches(|c: char| c.is_whitespace() || c == '.' || c == '*').strip_suffix(')')?;
    let open = end.rfind('(')?;
    let inner = &end[open + 1..];
    let short = |part: &str| (1..=5).contains(&part.len()) && part.chars().all(char::is_alphabetic);
    (inner.contains('/') && inner.split('/').all(|part| short(part.trim()))).then_some(open)
}

fn plain(line: &str) -> String {
    let words: Vec<String> =
        line.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase).collect();
    words.join(" ")
}
