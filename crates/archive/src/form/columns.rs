//! The columns: what every question counts by. An article that is only read needs none of it, so it is a part of its own.
//!
//! ```text
//! bytes of each of the next four | days | places of headlines | places of all | what words are packed with, or nothing
//! days: what was added to the one before, doubled, or taken off, doubled and 1 less, each 1 more; 0: no day
//! places: as they are; of all of each article as `extent` writes them
//! how many words parts | of each: what its first form begins with and none before does, and how many of the oldest
//!   articles it speaks of
//! how many things are written in several ways | of each: how many ways the archive holds | how many there are | the ways
//! ```
//!
//! A text stands behind how many bytes it has. All of it is packed as one piece.

use std::sync::Arc;

use super::extent;
use super::index::Index;
use super::pack::{Model, alone, unpack_alone};
use super::phrases::Ways;
use super::postings::Shape;
use super::varint::{Numbers, put};
use crate::model::day::{pack, unpack};
use crate::model::{Archive, Date};

/// The articles as questions know them, and where their words stand.
#[derive(Debug, Default)]
pub(crate) struct Columns {
    pub(crate) days: Vec<Option<Date>>,
    pub(crate) shape: Arc<Shape>,
    /// From where on the forms of each words part stand, and how many of the oldest articles it speaks of.
    pub(crate) words: Vec<(String, u32)>,
    /// What is one and the same in a search.
    pub(crate) same: Vec<Ways>,
    pub(crate) words_model: Option<Model>,
}

/// The bytes of the part.
pub(super) fn write(archive: &Archive, index: &Index, packed: bool) -> Vec<u8> {
    let mut columns: [Vec<u8>; 3] = Default::default();
    let mut before = 0i64;
    for (article, &(title, all)) in archive.articles.iter().zip(&index.shape.articles) {
        let step = article.date.map(|date| {
            let day = i64::from(pack(date));
            let step = day - std::mem::replace(&mut before, day);
            (step << 1 ^ step >> 63) as u64 + 1
        });
        let numbers = [step.unwrap_or(0), u64::from(title), u64::from(extent::code(all))];
        numbers.into_iter().zip(&mut columns).for_each(|(number, column)| put(number, column));
    }
    let model = index.written.model.as_ref().map(Model::write).unwrap_or_default();
    let mut out = Vec::new();
    columns.iter().chain([&model]).for_each(|stretch| stretched(stretch, &mut out));
    put(index.written.parts.len() as u64, &mut out);
    for part in &index.written.parts {
        stretched(part.first.as_bytes(), &mut out);
        put(u64::from(part.end), &mut out);
    }
    put(index.same.len() as u64, &mut out);
    for ways in &index.same {
        put(u64::from(ways.held), &mut out);
        put(ways.all.len() as u64, &mut out);
        ways.all.iter().for_each(|way| stretched(way.as_bytes(), &mut out));
    }
    alone(out, packed)
}

/// Writes bytes behind how many they are.
fn stretched(bytes: &[u8], out: &mut Vec<u8>) {
    put(bytes.len() as u64, out);
    out.extend_from_slice(bytes);
}

/// Reads such bytes.
fn stretch<'a>(numbers: &mut Numbers<'a>) -> Option<&'a [u8]> {
    let length = numbers.next()?;
    numbers.take(length)
}

/// Reads such bytes as text.
fn text(numbers: &mut Numbers<'_>) -> Option<String> {
    String::from_utf8(stretch(numbers)?.to_vec()).ok()
}

impl Columns {
    /// Reads what was written of so many articles; `None` where it does not fit together.
    pub(crate) fn read(bytes: &[u8], articles: u32) -> Option<Self> {
        let bytes = unpack_alone(bytes)?;
        let mut numbers = Numbers::new(&bytes);
        let mut next = || stretch(&mut numbers).map(Numbers::new);
        let (mut days, mut title, mut all, model) = (next()?, next()?, next()?, next()?.rest());
        let (mut columns, mut shape) = (Self::default(), Shape::default());
        let mut before = 0i64;
        for _ in 0..articles {
            let step = days.next()?;
            columns.days.push(match step.checked_sub(1).map(i64::from) {
                None => None,
                Some(step) => {
                    before += step >> 1 ^ -(step & 1);
                    Some(unpack(u32::try_from(before).ok()?)?)
                }
            });
            shape.articles.push((title.next()?, extent::of(all.next()?)?));
        }
        columns.shape = Arc::new(shape);
        if !model.is_empty() {
            columns.words_model = Some(Model::read(model)?);
        }
        for _ in 0..numbers.next()? {
            columns.words.push((text(&mut numbers)?, numbers.next()?));
        }
        for _ in 0..numbers.next()? {
            let held = numbers.next()?;
            let all = (0..numbers.next()?).map(|_| text(&mut numbers)).collect::<Option<_>>()?;
            columns.same.push(Ways { held, all });
        }
        numbers.rest().is_empty().then_some(columns)
    }
}
