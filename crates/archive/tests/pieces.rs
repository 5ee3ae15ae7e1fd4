//! An archive as files beside an app.

#![allow(clippy::expect_used, reason = "a test stops where its own fixture fails")]

mod common;

use std::collections::{BTreeMap, BTreeSet};

use common::{archive, article, parts_of};
use jejak_archive::form::pieces::Joined;
use jejak_archive::form::{Frame, Part, PartKind, frame_in_groups, pieces};
use jejak_archive::{NoStem, OpenError, write};
use jiff::civil::date;

#[test]
fn head_and_parts_one_behind_the_other_are_the_archive() {
    let bytes = write(&archive(60), &NoStem);
    let files = pieces::files(&bytes).expect("just written");
    let (manifest, rest) = files.split_first().expect("a manifest");
    assert_eq!(manifest.0, pieces::MANIFEST);
    let text = String::from_utf8(manifest.1.clone()).expect("plain");
    let beginnings = pieces::beginnings(&text).expect("a manifest");
    assert_eq!((beginnings.head, beginnings.core), (rest[0].0.as_str(), rest[1].0.as_str()));
    let names: BTreeSet<&String> = files.iter().map(|(name, _)| name).collect();
    let frame = Frame::read(&bytes).expect("just written");
    assert!(names.len() <= files.len() && frame.parts().skip(1).all(|part| names.contains(&pieces::path(part))));
    assert!(pieces::files(b"<!doctype html>").is_err());
}

/// Two files begin an archive: the head, for questions, and the core, for who reads. Who began with either finds the rest.
#[test]
fn the_head_and_the_parts_beside_it_are_the_archive_and_so_are_the_core_and_all_parts() {
    let bytes = write(&archive(1500), &NoStem);
    let files: BTreeMap<String, Vec<u8>> = pieces::files(&bytes).expect("just written").into_iter().collect();
    let frame = Frame::read(&bytes).expect("just written");
    assert!(frame.of_kind(PartKind::Recent).next().is_some(), "large enough");
    let manifest = String::from_utf8(files[pieces::MANIFEST].clone()).expect("plain");
    let beginnings = pieces::beginnings(&manifest).expect("a manifest");
    let mut all = files[beginnings.core].clone();
    frame.parts().skip(1).for_each(|part| all.extend(&files[&pieces::path(part)]));
    assert_eq!(all, bytes);
    assert!(files[beginnings.core].len() < files[beginnings.head].len());
    assert_eq!(joined(&files), Ok(bytes));
}

/// The archive that files make, the head first.
fn joined(files: &BTreeMap<String, Vec<u8>>) -> Result<Vec<u8>, OpenError> {
    let manifest = String::from_utf8(files[pieces::MANIFEST].clone()).expect("plain");
    let mut joined = Joined::begin(files[pieces::beginnings(&manifest).expect("a manifest").head].clone())?;
    while let Some(path) = joined.wants()? {
        joined.take(&files[&path])?;
    }
    Ok(joined.into_bytes())
}

/// Of a large archive the files are found by rows that lie in files themselves.
#[test]
fn the_files_of_a_large_archive_are_found_by_its_rows() {
    let bytes = frame_in_groups(&parts_of(&write(&archive(1500), &NoStem)));
    let mut files: BTreeMap<String, Vec<u8>> = pieces::files(&bytes).expect("just written").into_iter().collect();
    assert_eq!(joined(&files).as_ref(), Ok(&bytes));
    let frame = Frame::read(&bytes).expect("just written");
    let rows = frame.of_kind(PartKind::Rows).next().expect("rows");
    let path = pieces::path(frame.part(rows).expect("in the table"));
    files.get_mut(&path).expect("a file")[0] ^= 1;
    assert!(matches!(joined(&files), Err(OpenError::PartChecksum { part, .. }) if part == rows));
}

/// Whoever was here before ten articles came keeps most of what their browser holds.
#[test]
fn ten_new_articles_leave_most_parts_as_they_are() {
    let before = archive(1500);
    let mut after = before.clone();
    for i in 0..10 {
        let text = format!("Warga kota memperbaiki jembatan nomor {i} dan jalan pasar pagi ini.\nHarga beras turun.");
        let new = article(&format!("baru-{i}"), Some(date(2026, 1, 10 - i)), "Jembatan dan pasar dibuka", &text);
        after.articles.insert(i as usize, new);
    }
    let (before, after) = (write(&before, &NoStem), write(&after, &NoStem));
    let parts = |bytes: &[u8]| -> Vec<Part> { Frame::read(bytes).expect("just written").parts().cloned().collect() };
    let names: BTreeSet<String> = parts(&before).iter().map(pieces::path).collect();
    let share = |kind: PartKind| {
        let own = parts(&after).into_iter().filter(|part| part.kind == kind);
        let (kept, other): (Vec<_>, Vec<_>) = own.partition(|part| names.contains(&pieces::path(part)));
        let bytes = |parts: Vec<Part>| parts.iter().map(|part| part.length).sum::<usize>();
        let (kept, other) = (bytes(kept), bytes(other));
        kept as f64 / (kept + other) as f64
    };
    let (text, words) = (share(PartKind::Text), share(PartKind::Words));
    assert!(text >= 0.9 && words >= 0.5, "{text:.3} of the texts, {words:.3} of the words");
}
