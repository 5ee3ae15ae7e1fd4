//! No recorded accuracy may fall.
//!
//! WHY: rules for one outlet's habits easily break those for another's, and a figure that only a person looks at falls
//! unseen. What `jejak eval` measures stands in `tests/gold/recorded.toml`; this test measures again and fails, slot by
//! slot, where a figure is lower. A figure that rises should be recorded, so that it cannot fall back:
//! `cargo xtask record` writes the file anew, and the change to it is read like any other.
//!
//! The labels of the default archive are always here. The others lie in `../shared`, beside the repository; without them
//! their part says so and passes.

#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use jejak_cli::eval::{Figure, Options, figures};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// Set by `cargo xtask record`: write what is measured instead of comparing it.
const RECORD: &str = "JEJAK_RECORD";

/// Counts of one slot, as recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
struct Counts {
    right: u32,
    found: u32,
    wanted: u32,
}

/// Slots of one set of labels.
type Slots = BTreeMap<String, Counts>;

/// The file with what is recorded.
#[derive(Debug, Default, PartialEq, Deserialize)]
struct Recorded {
    measured: Measured,
    #[serde(flatten)]
    sets: BTreeMap<String, Slots>,
}

/// When it was measured, and the stamp of the default archive as it was then.
#[derive(Debug, Default, PartialEq, Deserialize)]
struct Measured {
    day: String,
    stamp: String,
}

impl Recorded {
    fn read() -> Self {
        let text = std::fs::read_to_string(recorded_file()).expect("tests/gold/recorded.toml");
        toml::from_str(&text).expect("tests/gold/recorded.toml is TOML")
    }

    fn write(&self) {
        std::fs::write(recorded_file(), written(self)).expect("tests/gold/recorded.toml can be written");
    }
}

/// What a set of labels says about statements that it does not name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Labels {
    /// There are none: precision and recall are judged, together as F1.
    All,
    /// Nothing: only recall is judged.
    Some,
}

impl Counts {
    /// The figure that may not fall, as a fraction.
    fn figure(self, labels: Labels) -> (u64, u64) {
        match labels {
            Labels::All => (2 * u64::from(self.right), u64::from(self.found) + u64::from(self.wanted)),
            Labels::Some => (u64::from(self.right), u64::from(self.wanted)),
        }
    }

    /// Whether `now` is worse: fewer are right, or of as many wanted the figure is lower, compared exactly. Where more
    /// are judged than before (the speakers of statements that were not found before) the share alone may fall.
    fn falls(self, now: Self, labels: Labels) -> bool {
        let ((before, of), (figure, now_of)) = (self.figure(labels), now.figure(labels));
        now.right < self.right || (now.wanted == self.wanted && figure * of < before * now_of)
    }

    fn said(self, labels: Labels) -> String {
        let (part, whole) = self.figure(labels);
        let name = if labels == Labels::All { "F1" } else { "recall" };
        let share = if whole == 0 { 0.0 } else { part as f64 / whole as f64 };
        format!("{name} {share:.4} ({} right of {} found, {} wanted)", self.right, self.found, self.wanted)
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn recorded_file() -> PathBuf {
    root().join("tests/gold/recorded.toml")
}

/// A file of `../shared`, or `None` on a checkout that stands alone.
fn shared(path: &str) -> Option<PathBuf> {
    let path = root().join("../shared").join(path);
    if path.exists() {
        return Some(path);
    }
    println!("skipped: {} is not here", path.display());
    None
}

/// Measures a set of labels. How speakers were found is a breakdown of another slot, so that is left out.
fn measure(options: &Options) -> Slots {
    let (figures, problems) = figures(options).expect("labels and articles are here");
    let lost: Vec<String> =
        problems.iter().filter(|problem| problem.kind.loses_article()).map(ToString::to_string).collect();
    assert!(lost.is_empty(), "{lost:?}");
    let slot = |Figure { slot, right, found, wanted }| (slot, Counts { right, found, wanted });
    figures.into_iter().map(slot).filter(|(slot, _)| !slot.contains(':')).collect()
}

/// Compares with what is recorded, or records. Returns what fell.
fn gate(set: &str, labels: Labels, now: Slots) -> Vec<String> {
    let mut recorded = Recorded::read();
    if std::env::var_os(RECORD).is_some() {
        recorded.sets.insert(set.to_string(), now);
        recorded.write();
        return Vec::new();
    }
    let before = recorded.sets.get(set).unwrap_or_else(|| panic!("nothing is recorded for {set}: cargo xtask record"));
    judge(set, labels, before, &now)
}

/// One line for each slot that fell or is gone.
fn judge(set: &str, labels: Labels, before: &Slots, now: &Slots) -> Vec<String> {
    let mut said = Vec::new();
    for (slot, before) in before {
        match now.get(slot) {
            None => said.push(format!("  {set}, {slot}: is no longer measured (it was {})", before.said(labels))),
            Some(now) if before.falls(*now, labels) => {
                said.push(format!("  {set}, {slot}: from {} to {}", before.said(labels), now.said(labels)));
            }
            Some(_) => {}
        }
    }
    said
}

/// The file, one slot a line, so that a change of one figure is a change of one line.
fn written(Recorded { measured: Measured { day, stamp }, sets }: &Recorded) -> String {
    let mut out = String::from(
        "# What `jejak eval` measured, by set of labels and slot. Written by `cargo xtask record`; a test fails where a\n\
         # figure falls below what stands here, and the page about an archive shows it.\n",
    );
    let _ = write!(out, "\n[measured]\nday = \"{day}\"\nstamp = \"{stamp}\"\n");
    for (set, slots) in sets {
        let _ = write!(out, "\n[{set}]\n");
        for (slot, Counts { right, found, wanted }) in slots {
            let _ = writeln!(out, "{slot} = {{ right = {right}, found = {found}, wanted = {wanted} }}");
        }
    }
    out
}

/// Where the documentation shows what is recorded.
const SHOWN: (&str, &str) = ("<!-- recorded -->\n", "<!-- /recorded -->\n");

/// The rows that the documentation has: a slot each, direct and reported statements apart.
fn rows(recorded: &BTreeMap<String, Slots>) -> String {
    let mut out = String::from("| Labels | Slot | n | Precision | Recall | F1 |\n|---|---|---|---|---|---|\n");
    for (set, slots) in recorded {
        for (slot, counts) in slots {
            let share = |part: u32, whole: u32| format!("{:.3}", f64::from(part) / f64::from(whole.max(1)));
            let Counts { right, found, wanted } = *counts;
            // Labels that name some statements only say nothing of precision.
            let all = !set.starts_with("pfsa");
            let whole = |share: String| if all { share } else { "–".to_string() };
            let (precision, recall) = (whole(share(right, found)), share(right, wanted));
            let f1 = whole(share(2 * right, found + wanted));
            let _ = writeln!(out, "| {set} | {slot} | {wanted} | {precision} | {recall} | {f1} |");
        }
    }
    out
}

/// The documentation shows what is recorded; recording writes it anew, with the day and the archive's stamp.
fn show() {
    let path = root().join("docs/accuracy.md");
    let text = std::fs::read_to_string(&path).expect("docs/accuracy.md");
    let mut recorded = Recorded::read();
    let rows = rows(&recorded.sets);
    let (before, rest) = text.split_once(SHOWN.0).expect("where figures begin");
    let (shown, after) = rest.split_once(SHOWN.1).expect("where they end");
    if std::env::var_os(RECORD).is_none() {
        assert!(shown.ends_with(&rows), "docs/accuracy.md does not show what is recorded: cargo xtask record");
        return;
    }
    let archive = jejak_press::press_folder(&root().join("assets/articles")).expect("the default archive").archive;
    let bytes = jejak_archive::write(&archive, &jejak_press::stem::Indonesian);
    let engine = jejak_archive::Engine::open(bytes).expect("it opens");
    let seconds = std::time::SystemTime::UNIX_EPOCH.elapsed().expect("a clock").as_secs();
    let day = jejak_archive::Date::new(1970, 1, 1).expect("a day");
    let day = day.saturating_add(jiff::Span::new().days(i64::try_from(seconds / 86_400).expect("a day")));
    recorded.measured = Measured { day: day.to_string(), stamp: engine.stamp().to_string() };
    recorded.write();
    let line = format!("Measured on {day}; stamp of the default archive `{}`.\n\n", engine.stamp());
    std::fs::write(path, [before, SHOWN.0, &line, &rows, SHOWN.1, after].concat()).expect("docs/accuracy.md");
}

/// All sets in one test: recording writes one file.
#[test]
fn no_recorded_accuracy_falls() {
    let archive = Options {
        gold: root().join("tests/gold/archive.jsonl"),
        dir: Some(root().join("assets/articles")),
        ..Options::default()
    };
    let mut fell = gate("archive", Labels::All, measure(&archive));
    let linking = Options { gold: root().join("tests/gold/linking-archive.jsonl"), ..archive };
    fell.extend(gate("linking-archive", Labels::All, measure(&linking)));
    // Who is one person shows only among all articles.
    if let Some(jsonl) = shared("data/news-dev.jsonl.gz") {
        for set in ["linking-news", "linking-fresh"] {
            let gold = root().join(format!("tests/gold/{set}.jsonl"));
            let options = Options { gold, jsonl: Some(jsonl.clone()), ..Options::default() };
            fell.extend(gate(set, Labels::All, measure(&options)));
        }
    }
    if let Some(gold) = shared("gold/articles.jsonl") {
        fell.extend(gate("five-articles", Labels::All, measure(&Options { gold, ..Options::default() })));
    }
    let folder = tempfile::tempdir().expect("a folder");
    if let (Some(gold), Some(jsonl)) = (shared("gold/news-dev.jsonl"), shared("data/news-dev.jsonl.gz")) {
        let jsonl = Some(labelled(&gold, &jsonl, folder.path()));
        fell.extend(gate("news-dev", Labels::All, measure(&Options { gold, jsonl, ..Options::default() })));
    }
    if let Some(jsonl) = shared("data/pfsa-dev.jsonl") {
        for (set, known) in [("pfsa", false), ("pfsa-full-names", true)] {
            let gold = statements(&jsonl, known, folder.path());
            let mut slots = measure(&Options { gold, jsonl: Some(jsonl.clone()), ..Options::default() });
            slots.retain(|slot, _| slot == if known { "direct-speaker" } else { "direct-exact" });
            fell.extend(gate(set, Labels::Some, slots));
        }
    }
    assert!(
        fell.is_empty(),
        "accuracy fell:\n{}\nmend it; if it is right all the same, `cargo xtask record` records it",
        fell.join("\n")
    );
    show();
}

/// Labels that name words by place fit the texts that they are of. Their figures stand in docs/accuracy.md; as each set is
/// measured at first sight and then mended on, no gate holds them.
#[test]
fn labels_by_place_fit_their_articles() {
    let Some(jsonl) = shared("data/news-dev.jsonl.gz") else { return };
    let folder = tempfile::tempdir().expect("a folder");
    for (set, articles) in [("fresh-98001", 100), ("fresh-98002", 60), ("fresh-98003", 39)] {
        let gold = root().join(format!("tests/gold/{set}.jsonl"));
        let jsonl = Some(labelled(&gold, &jsonl, folder.path()));
        let slots = measure(&Options { gold, jsonl, ..Options::default() });
        assert_eq!(slots["event"].wanted, articles, "{set}");
        fit(set, &slots, &["person", "office", "reported-overlap"]);
    }
    let gold = root().join("tests/gold/fresh-99001.jsonl");
    let jsonl = Some(labelled(&gold, &jsonl, folder.path()));
    let slots = measure(&Options { gold, jsonl, ..Options::default() });
    assert_eq!((slots["person"].wanted, slots["office"].wanted), (82, 84));
    fit("fresh-99001", &slots, &["person", "office"]);
}

/// Places that had moved would name words at random, of which hardly any is found.
fn fit(set: &str, slots: &Slots, named: &[&str]) {
    for slot in named {
        assert!(slots[*slot].right * 10 > slots[*slot].wanted * 6, "{set}, {slot}: {:?}", slots[*slot]);
    }
}

/// The labelled articles of a large file alone: the rest is not measured here.
fn labelled(gold: &Path, jsonl: &Path, folder: &Path) -> PathBuf {
    let gold = std::fs::read_to_string(gold).expect("labels");
    let id = |line: &str| serde_json::from_str::<Value>(line).ok()?.get("id")?.as_str().map(str::to_string);
    let wanted: std::collections::HashSet<String> = gold.lines().filter_map(id).collect();
    let file = std::fs::File::open(jsonl).expect("articles");
    let mut text = String::new();
    std::io::Read::read_to_string(&mut flate2::read::GzDecoder::new(file), &mut text).expect("gzipped text");
    let lines: Vec<&str> = text.lines().filter(|line| id(line).is_some_and(|id| wanted.contains(&id))).collect();
    let path = folder.join("labelled.jsonl");
    std::fs::write(&path, lines.join("\n")).expect("a file");
    path
}

/// The labels of PFSA-ID in the shape of ours, with the full name as speaker. `known` leaves out
/// statements whose speaker's full name the labels do not give.
fn statements(jsonl: &Path, known: bool, folder: &Path) -> PathBuf {
    let text = std::fs::read_to_string(jsonl).expect("labels");
    let labels = text.lines().map(|line| {
        let article: Value = serde_json::from_str(line).expect("JSON");
        let quotes = article["quotes"].as_array().into_iter().flatten();
        let quotes =
            quotes.filter(|quote| !known || quote["full"].as_str().is_some_and(|name| !name.is_empty())).map(|quote| {
                json!({
                    "kind": "direct", "text": quote["text"], "source_start": quote["start"],
                    "source_end": quote["end"], "speaker": quote["full"], "cue": quote["cue"],
                })
            });
        json!({"id": article["id"], "quotes": quotes.collect::<Vec<_>>()}).to_string()
    });
    let path = folder.join(if known { "names.jsonl" } else { "statements.jsonl" });
    std::fs::write(&path, labels.collect::<Vec<_>>().join("\n")).expect("a file");
    path
}

#[test]
fn a_figure_that_falls_is_named_with_both_values() {
    let counts = |right, found, wanted| Counts { right, found, wanted };
    let before: Slots = [("a", counts(9, 10, 10)), ("b", counts(5, 5, 10)), ("c", counts(1, 1, 1))]
        .into_iter()
        .map(|(slot, counts)| (slot.to_string(), counts))
        .collect();
    let mut now = before.clone();
    assert!(judge("x", Labels::All, &before, &now).is_empty(), "the same is no fall");
    now.insert("a".to_string(), counts(9, 11, 10));
    now.insert("b".to_string(), counts(6, 6, 10));
    now.remove("c");
    let said = judge("x", Labels::All, &before, &now);
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(said[0].contains("x, a: from F1 0.9000") && said[0].contains("to F1 0.8571"), "{said:?}");
    assert!(said[1].contains("c: is no longer measured"), "{said:?}");
    now.insert("a".to_string(), counts(9, 11, 11));
    assert_eq!(judge("x", Labels::All, &before, &now).len(), 1, "one more case that is wrong is no fall");
    assert!(judge("x", Labels::Some, &before, &now).len() == 1, "what is found besides is not held against recall");
    let file: BTreeMap<String, Slots> = [("x".to_string(), before)].into();
    let measured = Measured { day: "2026-03-09".to_string(), stamp: "0a".to_string() };
    let file = Recorded { measured, sets: file };
    assert_eq!(toml::from_str(&written(&file)).ok(), Some(file));
}
