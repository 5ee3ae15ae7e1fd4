//! What the binary form withstands.

mod common;

use common::{Draw, archive, part_of, parts_of, ready, repeated};
use jejak_archive::answer::PartId;
use jejak_archive::form::{Frame, PartKind, VERSION};
use jejak_archive::query::FacetKind;
use jejak_archive::statements::{Grouping, StatementQuery};
use jejak_archive::{Answer, Archive, Engine, NoStem, OpenError, Outcome, Query, Size, write, write_sized};

#[test]
fn the_same_archive_gives_the_same_bytes() {
    let archive = archive(200);
    assert_eq!(write(&archive, &NoStem), write(&archive.clone(), &NoStem));
}

/// What is written small takes less room, in fewer parts, and answers and reads the same.
#[test]
fn a_small_archive_answers_as_any_other() {
    let archive = archive(3000);
    assert!(archive.articles.iter().map(|article| article.text.len()).sum::<usize>() > 1_000_000, "packed at all");
    let (usual, small) = (write(&archive, &NoStem), write_sized(&archive, &NoStem, Size::Small));
    let texts = |bytes: &[u8]| Frame::read(bytes).expect("just written").of_kind(PartKind::Text).count();
    assert!(small.len() < usual.len(), "{} of {}", small.len(), usual.len());
    assert!(texts(&small) * 3 < texts(&usual), "{} of {}", texts(&small), texts(&usual));
    let [usual, small] = [usual, small].map(|bytes| Engine::open(bytes).expect("just written"));
    for words in ["penelitian", "\"2,5 penelitian\"", "café atau resmi"] {
        let query = Query { words: words.to_owned(), ..Query::default() };
        let [one, other] = [&usual, &small].map(|engine| ready(engine.answer(&query)));
        assert!(one.total > 0, "{words}");
        assert_eq!((one.total, one.hits), (other.total, other.hits), "{words}");
    }
    for at in [0, 1499, 2999] {
        assert_eq!(*ready(small.article(at)), archive.articles[at as usize]);
    }
}

#[test]
fn the_stamp_speaks_for_the_content() {
    let mut other = archive(20);
    let stamp = |archive: &Archive| Engine::open(write(archive, &NoStem)).expect("just written").stamp().to_owned();
    let before = stamp(&other);
    assert_eq!(before.len(), 32);
    assert_eq!(before, stamp(&archive(20)));
    other.articles[7].text.push('!');
    assert_ne!(before, stamp(&other));
}

#[test]
fn a_byte_that_changed_anywhere_is_noticed() {
    let bytes = write(&archive(3), &NoStem);
    for i in 0..bytes.len() {
        let mut damaged = bytes.clone();
        damaged[i] ^= 1 << (i % 8);
        assert!(Engine::open(damaged).is_err(), "byte {i} of {}", bytes.len());
    }
}

#[test]
fn an_archive_that_ends_early_or_late_is_noticed() {
    let bytes = write(&archive(3), &NoStem);
    for end in 0..bytes.len() {
        assert!(Engine::open(bytes[..end].to_vec()).is_err(), "cut at {end}");
    }
    let mut longer = bytes.clone();
    longer.push(0);
    let (expected, got) = (bytes.len() as u64, longer.len() as u64);
    assert_eq!(Engine::open(longer).err(), Some(OpenError::Trailing { expected, got }));
}

#[test]
fn another_version_is_named() {
    let mut bytes = write(&archive(1), &NoStem);
    bytes[8] = VERSION as u8 - 1;
    assert_eq!(Engine::open(bytes).err(), Some(OpenError::Version { expected: VERSION, got: VERSION - 1 }));
    assert_eq!(Engine::open(b"<!doctype html>".to_vec()).err(), Some(OpenError::NotAnArchive));
    assert_eq!(Engine::open(Vec::new()).err(), Some(OpenError::NotAnArchive));
}

#[test]
fn a_wrong_part_is_refused() {
    let bytes = write(&archive(6), &NoStem);
    let frame = Frame::read(&bytes).expect("just written");
    let engine = Engine::open_catalogue(bytes[..frame.core_end()].to_vec()).expect("the beginning");
    let part = |i: u32| part_of(&frame, &bytes, PartId(i));
    assert!(matches!(engine.supply(PartId(1), part(2)), Err(OpenError::PartLength { part: PartId(1), .. })));
    let mut damaged = part(1);
    damaged[0] ^= 1;
    assert!(matches!(engine.supply(PartId(1), damaged), Err(OpenError::PartChecksum { part: PartId(1), .. })));
    assert!(matches!(engine.supply(PartId(99), part(1)), Err(OpenError::NoSuchPart { got: PartId(99), .. })));
    assert_eq!(engine.supply(PartId(1), part(1)), Ok(()));
    assert_eq!(engine.supply(PartId(1), part(1)), Ok(()), "twice does no harm");
}

/// A forger can make checksums right. Then an archive may open, but nothing may panic, hang or eat memory.
#[test]
fn a_forged_archive_does_no_harm() {
    let bytes = write(&repeated(8, 1), &NoStem);
    assert!(parts_of(&bytes).iter().any(|(kind, _)| *kind == PartKind::Copies), "all kinds of parts");
    let mut draw = Draw(7);
    for round in 0..600 {
        let mut parts: Vec<_> = parts_of(&bytes);
        for _ in 0..1 + draw.below(4) {
            let i = draw.below(parts.len());
            let (_, part) = &mut parts[i];
            let at = draw.below(part.len());
            match draw.below(4) {
                0 => part[at] = 0xff,
                1 => part.truncate(at),
                2 => part[at] ^= 1 << draw.below(8),
                _ => part[at] = draw.below(256) as u8,
            }
            if part.is_empty() {
                part.push(0);
            }
        }
        let Ok(engine) = Engine::open(jejak_archive::form::frame(&parts)) else { continue };
        for words in ["beras ", "har", "\"di kota\"", "anak-anak -guru", "diteliti ", ""] {
            let query = Query { words: words.into(), ..Query::default() };
            let answer = ready(engine.answer(&query));
            assert!(answer.hits.len() <= 20, "round {round}");
        }
        for words in ["", "beras "] {
            let query = Query { words: words.into(), ..Query::default() };
            let asked = StatementQuery { query, group: Some(Grouping::Speaker), ..StatementQuery::default() };
            assert!(ready(engine.statements(&asked)).groups.len() <= 10, "round {round}");
            let list = StatementQuery { group: None, ..asked };
            assert!(ready(engine.statements(&list)).list.len() <= 20, "round {round}");
        }
        let people: Vec<String> = engine.people().iter().map(|one| one.slug.clone()).take(20).collect();
        for slug in people.iter().map(String::as_str).chain(["dewi-anggraini", "dprd", "banjir", "lama"]) {
            for facet in FacetKind::ALL {
                let Some(record) = ready(engine.record(facet, slug, 0)) else { continue };
                assert!(record.said.list.len() <= 20, "round {round}");
                assert!(record.articles.iter().all(|&article| article < engine.len()), "round {round}");
                ready(engine.related(facet, &record));
            }
        }
        ready(engine.offices(&[]));
        for i in 0..engine.len().min(20) {
            let article = ready(engine.article(i));
            article.quotes.iter().for_each(|quote| assert!(article.text.get(quote.span.range()).is_some()));
            let copies = ready(engine.copies(i));
            copies.differs.iter().for_each(|span| assert!(article.text.get(span.range()).is_some()));
            assert!(copies.editions.iter().all(|own| own.article < engine.len()), "round {round}");
            for ordinal in 0..4 {
                let printings = ready(engine.printings(i, ordinal));
                assert!(printings.iter().all(|own| own.article < engine.len()), "round {round}");
            }
        }
    }
}

/// A large archive keeps the rows of its words and texts in parts of their own. Who begins with the head fetches the rows
/// that it needs, finds the same, and damaged rows are refused.
#[test]
fn rows_in_parts_of_their_own_change_no_answer() {
    let flat = write(&archive(1500), &NoStem);
    let grouped = jejak_archive::form::frame_in_groups(&parts_of(&flat));
    let frame = Frame::read(&grouped).expect("just written");
    let rows: Vec<PartId> = frame.of_kind(PartKind::Rows).collect();
    assert!(rows.len() >= 2 && frame.head_end() < Frame::read(&flat).expect("just written").head_end());
    assert_eq!(jejak_archive::form::frame(&parts_of(&grouped)), flat, "the parts are the same");
    let whole = Engine::open(grouped.clone()).expect("whole");
    let pieces = Engine::open_catalogue(grouped[..frame.head_end()].to_vec()).expect("the beginning");
    let text = frame.nth(PartKind::Text, 0).expect("texts");
    let untold = pieces.supply(text, part_of(&frame, &grouped, text));
    assert_eq!(untold, Err(OpenError::Untold { part: text }), "nothing is taken unchecked");
    let mut fetched = Vec::new();
    for words in ["beras ", "\"di kota\"", "anak-anak -guru", ""] {
        let query = Query { words: words.into(), ..Query::default() };
        let answer = loop {
            match pieces.answer(&query) {
                Outcome::Ready(answer) if answer.pending.is_empty() => break answer,
                Outcome::Ready(Answer { pending: parts, .. }) | Outcome::Needs(parts) => {
                    for part in parts {
                        let bytes = part_of(&frame, &grouped, part);
                        let mut damaged = bytes.clone();
                        damaged[0] ^= 1;
                        assert!(matches!(pieces.supply(part, damaged), Err(OpenError::PartChecksum { .. })));
                        assert_eq!(pieces.supply(part, bytes), Ok(()));
                        fetched.push(part);
                    }
                }
            }
        };
        assert_eq!(answer, ready(whole.answer(&query)), "{words:?}");
    }
    assert!(fetched.iter().any(|part| rows.contains(part)));
    let all = fetched.len();
    fetched.sort_unstable();
    fetched.dedup();
    assert_eq!(fetched.len(), all, "each part is asked for once");
}

/// Each byte of a table with groups, damaged behind a right stamp: refused or read, never a panic, nor much memory.
#[test]
fn forged_rows_do_no_harm() {
    let grouped = jejak_archive::form::frame_in_groups(&parts_of(&write(&archive(30), &NoStem)));
    for at in 8..grouped.len().min(400) {
        for value in [0, 1, 0x7f, 0xff] {
            let mut forged = grouped.clone();
            forged[at] = value;
            let table = u32::from_le_bytes(forged[16..20].try_into().expect("four")) as usize;
            let stamped = forged.get(36..36usize.saturating_add(table)).map(|table| {
                let hashed: Vec<u8> = forged[8..16].iter().chain(table).copied().collect();
                xxhash_rust::xxh3::xxh3_128(&hashed).to_le_bytes()
            });
            if let Some(stamp) = stamped.filter(|_| !(20..36).contains(&at)) {
                forged[20..36].copy_from_slice(&stamp);
            }
            if let Ok(frame) = Frame::read(&forged) {
                assert!(frame.count() as usize <= forged.len() * 32, "byte {at} as {value}");
            }
            let _ = Engine::open(forged);
        }
    }
}
